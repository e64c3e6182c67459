using System.Text;

namespace Winnow.Benchmarks;

/// <summary>Prints as it goes and keeps what it printed as a file of <c>bench/results</c>.</summary>
internal sealed class BenchmarkReport(string name)
{
    private readonly StringBuilder _lines = new();

    internal void Line(string line)
    {
        Console.WriteLine(line);
        _lines.Append(line).Append('\n');
    }

    /// <param name="dated">Whether the day is part of the name, so that earlier results stay.</param>
    /// <returns>The file, named after the benchmark.</returns>
    internal string Save(bool dated = true)
    {
        var folder = Directory.CreateDirectory(Path.Combine(RepositoryFolder.Root, "bench", "results")).FullName;
        var file = Path.Combine(folder, dated ? $"{name}-{TimeProvider.System.GetUtcNow():yyyy-MM-dd}.md" : $"{name}.md");
        File.WriteAllText(file, _lines.ToString());
        return file;
    }
}
