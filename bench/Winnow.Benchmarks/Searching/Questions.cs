using Winnow.Papers;

namespace Winnow.Benchmarks.Searching;

/// <summary>What is asked.</summary>
internal static class Questions
{
    private const int Titles = 1000;
    private const int Seed = 20_260_101;

    /// <summary>Two hundred plain questions written for this benchmark.</summary>
    internal static IReadOnlyList<string> Plain()
    {
        using var reader = new StreamReader(typeof(Questions).Assembly.GetManifestResourceStream("questions.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>The same thousand titles for the same library.</summary>
    internal static async Task<IReadOnlyList<string>> TitlesAsync(IPaperLibrary library)
    {
        var titles = new List<string>();
        for (var position = 0L; await library.GetChangesAsync(position, 5000, CancellationToken.None) is { Count: > 0 } changes; position = changes[^1].Position)
        {
            titles.AddRange(changes.Select(change => change.Paper?.Title).OfType<string>());
        }

        // Positions depend on how the import was batched, so the sample must not.
        titles.Sort(StringComparer.Ordinal);
        var sample = titles.ToArray();
        new Random(Seed).Shuffle(sample);
        return sample[..Math.Min(Titles, sample.Length)];
    }
}
