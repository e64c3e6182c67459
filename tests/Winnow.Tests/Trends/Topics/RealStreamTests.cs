using System.IO.Compression;
using System.Text.Json;
using Winnow.Papers;
using Winnow.Tests.Sources;
using Winnow.Trends;
using Winnow.Trends.Topics;
using Winnow.Trends.Topics.Files;
using Xunit;

namespace Winnow.Tests.Trends.Topics;

/// <summary>What docs/topics.md says of three months, on the stream of Hugging Face's and arXiv's daily papers.</summary>
public sealed class RealStreamTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("winnow-topics-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Three_months_name_what_a_reader_of_the_field_expects()
    {
        var data = DataPack.Require();
        using (var writer = TopicWriter.TryOpen(_folder, new DateOnly(2026, 9, 1), anew: true)!)
        {
            var position = 0L;
            foreach (var paper in Papers(Path.Combine(data, "hf-daily", "papers.jsonl.gz")).Concat(Papers(Path.Combine(data, "papers", "arxiv-daily.jsonl.gz"))).DistinctBy(paper => paper.Id))
            {
                writer.Apply(new PaperChange(++position, paper.Id, paper));
            }

            await writer.CommitAsync(position, new Pace(TimeProvider.System, 1), TestContext.Current.CancellationToken);
        }

        var topics = new TrendingTopics(_folder, TimeProvider.System);
        await Expect(topics, "2025-02", "DeepSeek", "test-time scaling", "reasoning models");
        await Expect(topics, "2026-05", "on-policy distillation");
        await Expect(topics, "2026-06", "GPT-5.5", "World-Action Model");
        for (var month = TopicWindow.Of(TopicSpan.Month, new DateOnly(2024, 6, 1)); month.Start.Year < 2027; month = month.Next)
        {
            // What a month of chance, and a past of a few papers, once brought to the top.
            var names = (await topics.GetAsync(month, null, 50, TestContext.Current.CancellationToken))?.Topics.Select(topic => topic.Key) ?? [];
            Assert.DoesNotContain(names, name => name is "ai model" or "real world application" or "project page" or "capability of llm" or "training method" or "computational cost");
        }

        Assert.Null((await topics.GetAsync(TopicWindow.Of(TopicSpan.Month, new DateOnly(2026, 5, 1)), null, 50, TestContext.Current.CancellationToken))!.Topics
            .FirstOrDefault(topic => topic.Key is "state of the art" or "experimental result" or "proposed method" or "large language model"));
    }

    private static async Task Expect(TrendingTopics topics, string month, params string[] expected)
    {
        Assert.True(TopicWindow.TryParse(month, out var window));
        var page = await topics.GetAsync(window, null, 10, TestContext.Current.CancellationToken);
        var names = page!.Topics.SelectMany(topic => topic.Variants.Append(topic.Name).Append(topic.Expansion ?? "")).ToList();
        Assert.All(expected, name => Assert.Contains(names, other => other.Contains(name, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<Paper> Papers(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            string? Text(string name) => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            yield return new Paper
            {
                Id = RecordId.Of("arxiv", Text("arxiv")!).AsPaper,
                Title = Text("title") ?? "",
                Abstract = Text("abstract"),
                Published = DateOnly.ParseExact((Text("published_at") ?? Text("announced") ?? Text("day"))![..10], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                Categories = json.RootElement.TryGetProperty("categories", out var categories) && categories.ValueKind == JsonValueKind.Array
                    ? [.. categories.EnumerateArray().Select(category => category.GetString()!)] : [],
                Records = [],
            };
        }
    }
}
