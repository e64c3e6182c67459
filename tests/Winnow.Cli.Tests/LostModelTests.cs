using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Winnow.Index.Vectors;
using Xunit;

namespace Winnow.Cli.Tests;

/// <summary>
/// A running server whose model knows only a part of the papers, beside the vectors that another model left of all. What keeps the model from reading on is the
/// test, which holds the lock of its vectors as another process would.
/// </summary>
public sealed partial class LostModelTests : IDisposable
{
    private const int Known = 1100;
    private const int Papers = 2600;

    /// <summary>Has no word of the only paper on cars, which says automobile, petrol and combustion; the other papers all have one of it.</summary>
    private const string Question = "find cars that drive with motor fuel";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly WinnowExecutable _winnow = new();
    private readonly HttpClient _browser = new();
    private readonly ConcurrentQueue<string> _said = new();
    private FileStream? _held;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Vectors => Path.Combine(_winnow.Data, "vectors");

    public void Dispose()
    {
        _held?.Dispose();
        _browser.Dispose();
        _winnow.Dispose();
    }

    [Fact]
    public async Task Vectors_that_questions_cannot_be_translated_for_are_not_searched_and_that_is_said()
    {
        var copy = LoseModel();
        ReplaceByNoise(copy);
        var search = await ServeAsync();
        await UntilAsync(() => Task.FromResult(_said.Any(line => line.StartsWith("The vectors that stranger@1 left are not searched: translated for them, questions of winnow-static@", StringComparison.Ordinal))));
        var page = await _browser.GetStringAsync(search, Cancel);
        Assert.Contains("Ranked by words alone", page, StringComparison.Ordinal);
        Assert.DoesNotContain("translated", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Automobile", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_finds_by_translation_what_only_the_lost_model_has_read_until_the_other_has_read_it_too()
    {
        LoseModel();
        Assert.DoesNotContain("Automobile", _winnow.Run("search", "--limit", "1000", Question).Ended(0).Output, StringComparison.Ordinal);
        var search = await ServeAsync();
        await UntilAsync(() => Task.FromResult(_said.Any(line => line.Contains("its questions are translated for the vectors that copy@", StringComparison.Ordinal))));
        var page = await _browser.GetStringAsync(search, Cancel);
        Assert.Contains("Automobile combustion", page, StringComparison.Ordinal);
        Assert.Contains("through translated vectors of copy@", page, StringComparison.Ordinal);

        _held!.Dispose();
        await UntilAsync(async () => await _browser.GetStringAsync(search, Cancel) is var own && own.Contains("as the model winnow-static@", StringComparison.Ordinal) && !own.Contains("translated", StringComparison.Ordinal));
        Assert.Contains("Automobile", _winnow.Run("search", "--limit", "1000", Question).Ended(0).Output, StringComparison.Ordinal);
    }

    /// <summary>Has the model that ships read the first papers, another all, and removes that one.</summary>
    /// <returns>The folder of its vectors, which stay.</returns>
    private string LoseModel()
    {
        _winnow.Write("a.jsonl", PaperLines.Of(0, Known));
        _winnow.Run("import", "a.jsonl").Ended(0);
        var shipped = Directory.GetDirectories(Vectors).Single();
        _held = new FileStream(Path.Combine(shipped, "vectors.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        _winnow.Write("b.jsonl", PaperLines.Of(Known, Papers - Known - 1) + """
            {"id":"test/cars","source":"test","title":"Automobile combustion engines that burn petrol","abstract":"We measure how automobiles consume petrol on highways."}

            """);
        _winnow.Run("import", "b.jsonl").Ended(0);
        var model = Path.Combine(_winnow.Folder, "copy.bin");
        File.WriteAllBytes(model, RenamedModel.Of(File.ReadAllBytes(WinnowExecutable.ShippedModel), "copy"));
        _winnow.Run("models", "add", model).Ended(0);
        Assert.Contains("copy knows 2,600 of 2,600 papers", _winnow.Run("models", "use", "copy", "--embed").Ended(0).Output, StringComparison.Ordinal);
        _winnow.Run("models", "use", "static").Ended(0);
        _winnow.Run("models", "remove", "copy", "--keep-vectors").Ended(0);
        return Directory.GetDirectories(Vectors).Single(folder => folder != shipped);
    }

    /// <summary>Puts vectors that say nothing of any paper in the place of a model's.</summary>
    private void ReplaceByNoise(string folder)
    {
        const int Dimensions = 64;
        var random = new Random(20260101);
        using (var index = VectorIndex.Open(folder))
        using (var writer = VectorWriter.Open(Path.Combine(Vectors, "stranger"), new VectorSpace("stranger@1", Dimensions)))
        {
            var vector = new float[Dimensions];
            foreach (var id in index.Sample(Papers))
            {
                for (var i = 0; i < Dimensions; i++)
                {
                    vector[i] = (float)(random.NextDouble() - 0.5);
                }

                var length = MathF.Sqrt(vector.Sum(value => value * value));
                writer.Put(id, 1, vector.Select(value => value / length).ToArray());
            }

            writer.Commit(index.Position);
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <returns>The address of the answer to <see cref="Question"/>.</returns>
    private async Task<Uri> ServeAsync()
    {
        var server = _winnow.Start("serve");
        server.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        server.BeginErrorReadLine();
        while (await server.StandardOutput.ReadLineAsync(Cancel).AsTask().WaitAsync(Patience, Cancel) is { } line)
        {
            if (Address().Match(line) is { Success: true } match)
            {
                return new Uri(new Uri(match.Value), $"/search?q={Uri.EscapeDataString(Question)}");
            }
        }

        throw new InvalidOperationException($"The server ended: {string.Join('\n', _said)}");
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, "It did not happen.");
            await Task.Delay(20, Cancel);
        }
    }

    [GeneratedRegex(@"http://\S+:\d+")]
    private static partial Regex Address();
}
