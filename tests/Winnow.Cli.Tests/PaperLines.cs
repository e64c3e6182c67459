using System.Text;
using System.Text.Json;

namespace Winnow.Cli.Tests;

/// <summary>Invented papers in Winnow's own format. Each number always makes the same paper, and has a title word that only it has.</summary>
internal static class PaperLines
{
    private static readonly string[] Topics = ["speech", "parsing", "retrieval", "vision", "translation", "robotics", "graphs"];

    public static string Of(int first, int count)
    {
        var lines = new StringBuilder();
        for (var number = first; number < first + count; number++)
        {
            lines.Append(Line(number)).Append('\n');
        }

        return lines.ToString();
    }

    /// <summary>Only this paper's title has it.</summary>
    public static string WordOf(int number) => "q" + string.Concat(number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('a' + (digit - '0')))) + "x";

    private static string Line(int number) => JsonSerializer.Serialize(new
    {
        id = $"test/{number}",
        source = "test",
        title = $"On {Topics[number % Topics.Length]} and {WordOf(number)}",
        @abstract = $"We study {Topics[number % Topics.Length]} with {Topics[number * 3 % Topics.Length]} in {number} experiments, and find that more is more.",
        authors = new[] { $"Given{number % 97} Family{number % 89}", "Second Author" },
        year = 1990 + (number % 35),
        venue = "TestConf",
        arxiv = $"{2000 + (number % 12) + 1}.{number:D5}",
    });
}
