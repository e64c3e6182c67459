using Winnow.Papers;
using Winnow.Tests.Search;
using Winnow.Trends.Topics;
using Xunit;

namespace Winnow.Tests.Trends.Topics;

/// <summary>A library in memory with the counts of its phrases in a folder of its own.</summary>
internal sealed class TopicFixture : IDisposable
{
    private static readonly string[] Subjects =
        ["speech codec", "protein folding", "robot gripper", "graph kernel", "satellite imagery", "music transcription", "sign recognition", "traffic simulation", "crop mapping", "poem translation"];

    internal TopicFixture() => Topics = new TrendingTopics(Folder, TimeProvider.System);

    internal string Folder { get; } = Directory.CreateTempSubdirectory("winnow-topics-").FullName;

    internal InMemoryLibrary Library { get; } = new();

    internal TrendingTopics Topics { get; private set; }

    /// <summary>Papers of one month about this and that, each with what a sentence adds to its abstract.</summary>
    internal static IEnumerable<Paper> Month(int year, int month, int count, Func<int, string?>? sentence = null, string? category = null) =>
        Enumerable.Range(0, count).Select(i => SomePapers.Paper(
            $"On {Subjects[i % Subjects.Length]}s",
            $"A {Subjects[i * 7 % Subjects.Length]} is compared with another {Subjects[i * 3 % Subjects.Length]}. {sentence?.Invoke(i)}",
            (year * 100_000) + (month * 1000) + i) with
        {
            Published = new DateOnly(year, month, 1 + (i % 28)),
            Year = year,
            Categories = category is null ? [] : [category],
        });

    internal Task<long> CatchUpAsync(CancellationToken? cancel = null) =>
        new TopicFollower(Library, Folder, TimeProvider.System).CatchUpAsync(null, cancel ?? TestContext.Current.CancellationToken);

    internal async Task<TopicPage> PageAsync(string window, string? category = null)
    {
        Topics = new TrendingTopics(Folder, TimeProvider.System);
        Assert.True(TopicWindow.TryParse(window, out var parsed));
        return Assert.IsType<TopicPage>(await Topics.GetAsync(parsed, category, 50, TestContext.Current.CancellationToken));
    }

    /// <summary>Topics with their papers, best first.</summary>
    internal async Task<string[]> NamesAsync(string window, string? category = null) => [.. (await PageAsync(window, category)).Topics.Select(topic => $"{topic.Name} {topic.Papers}")];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
