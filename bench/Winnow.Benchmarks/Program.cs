using System.Globalization;
using Winnow.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["search", .. var options]:
        return await SearchBenchmark.RunAsync(options.Contains("--keep"));
    case ["quality"]:
        QualityBenchmark.Run();
        return 0;
    default:
        Console.Error.WriteLine(
            """
            usage: ./do bench NAME

              search [--keep]  import all papers of ../shared/data/papers, index them, and time questions beside SQLite FTS5;
                               --keep leaves the library and names its folder
              quality          how well word search ranks judged papers (../shared/data/search-dev)
            """);
        return 2;
}
