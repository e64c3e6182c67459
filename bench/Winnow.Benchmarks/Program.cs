using System.Globalization;
using Winnow.Benchmarks.Models;
using Winnow.Benchmarks.Quality;
using Winnow.Benchmarks.Searching;
using Winnow.Benchmarks.Sources;
using Winnow.Benchmarks.Topics;
using Winnow.Benchmarks.Trends;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["search", .. var options]:
        return await SearchBenchmark.RunAsync(options.Contains("--keep"));
    case ["quality", "--remember"]:
        await QualityBenchmark.RememberAsync();
        return 0;
    case ["quality", .. var sets]:
        await QualityBenchmark.RunAsync(sets);
        return 0;
    case ["sync", .. var options]:
        return await new SyncBenchmark(options is [var seconds] ? double.Parse(seconds, CultureInfo.InvariantCulture) : 3).RunAsync();
    case ["topics", "--at", var folder, .. var months]:
        await TopicsBenchmark.RankAsync(folder, months);
        return 0;
    case ["topics", .. var months]:
        await TopicsBenchmark.RunAsync(months);
        return 0;
    case ["likeness"]:
        await LikenessBenchmark.RunAsync();
        return 0;
    case ["embed"]:
        EmbedBenchmark.Run();
        return 0;
    case ["static", .. var file]:
        PrefixBenchmark.Run(file.FirstOrDefault());
        return 0;
    case ["trends", .. var options]:
        return await TrendBenchmark.RunAsync(options.Contains("--quality"));
    case ["spaces"]:
        await SpacesBenchmark.RunAsync();
        return 0;
    case ["replacement"]:
        await ReplacementBenchmark.RunAsync();
        return 0;
    case ["replacement", "--embed", var folder]:
        await ReplacementBenchmark.EmbedAsync(folder);
        return 0;
    case ["batch"]:
        return await BatchBenchmark.RunAsync();
    case ["batch", "--run", var batch]:
        BatchBenchmark.RunLongest(int.Parse(batch, CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine(
            """
            usage: ./do bench NAME

              search [--keep]  import all papers of ../shared/data/papers, index them, and time questions beside SQLite FTS5;
                               --keep leaves the library and names its folder
              quality [SET…]   how well words, meaning and both rank judged papers; sets: scholar cisi labels similar abstracts.
                               A transformer embeds for half an hour the first time; its vectors are kept in the temporary folder
              quality --remember  only embeds
              sync [SECONDS]   harvest 100,000 records from a server that misbehaves, killed again and again; SECONDS between
                               two requests, 3 without it: about five minutes
              topics [--at FOLDER] [MONTH…]
                               what rose in the stream of all papers of ../shared/data, with the memory and the error of its sketches;
                               --at keeps the counts in FOLDER, and only ranks what is there already
              likeness         how well "more like these, less like those" finds the rest of a subject area, by other weights too
              embed            how fast the static model turns papers and questions into vectors
              static [FILE]    how well the static model, or another file of one, ranks alone at 256, 128 and 64 dimensions
              trends [--quality]
                               how well the trend score foretells the top of a week (../shared/data/hf-daily), and how long lists
                               take among 200,000 papers; --quality leaves the times out and writes no file
              spaces           how well one model's questions find papers among another's vectors, by each way of translating
              replacement      search quality while a transformer replaces the static model and is killed twice on the way
              batch            what `winnow batch-size` finds under a memory limit, over the true maximum
            """);
        return 2;
}
