using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Winnow.Cli.Tests;

/// <summary>
/// Papers of a field that no model has heard of: every subject has words of its own, half of which only titles use and half only abstracts. Who has seen the library
/// knows that they belong together.
/// </summary>
internal static class InventedPapers
{
    private const int Subjects = 150;
    private static readonly string[] Sounds = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "fa", "ge", "hi", "jo", "pu"];

    public static string Lines(int count)
    {
        var random = new Random(7);
        var names = Enumerable.Range(0, Subjects).Select(subject => Enumerable.Range(0, 8).Select(_ => Word(random)).ToArray()).ToArray();
        var lines = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var (words, number) = (names[i % Subjects], i.ToString(CultureInfo.InvariantCulture));
            string Title() => words[random.Next(4)];
            string Body() => words[4 + random.Next(4)];
            lines.AppendLine(JsonSerializer.Serialize(new
            {
                id = $"invented/{number}",
                title = $"The {Title()} of a {Title()} and its {Title()} in {number}",
                year = 2000 + (i % 20),
                @abstract = $"It is shown that {Body()} is a matter of {Body()} when seen from {Body()}. From the measurements one learns how {Body()} depends on {Body()}. "
                    + $"Earlier work had left {Body()} open. What follows from {Body()} is discussed, with {Body()} in mind.",
            }));
        }

        return lines.ToString();
    }

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, 3 + random.Next(2)).Select(_ => Sounds[random.Next(Sounds.Length)]));
}
