using System.Globalization;
using System.Text;

namespace Winnow.Index.Vectors;

/// <summary>
/// The file <c>vectors</c>: which segments make the index, oldest first. Text, one fact a line, the last line being the CRC-32C of the lines before it;
/// replaced by renaming, so that a reader sees one commit or the next and never half of one.
/// </summary>
internal sealed record VectorManifest(VectorSpace Space, long Position, int NextSegment, IReadOnlyList<string> Segments)
{
    internal const string FileName = "vectors";
    private const string FirstLine = "winnow-vectors 1";

    internal static VectorManifest Empty(VectorSpace space) => new(space, 0, 1, []);

    /// <summary>The manifest's text; null when the folder holds no index.</summary>
    internal static string? ReadText(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, FileName), Encoding.UTF8);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <exception cref="IndexCorruptException">The manifest is torn or of an unknown version.</exception>
    internal static VectorManifest Parse(string text)
    {
        var end = text.LastIndexOf("crc32c ", StringComparison.Ordinal);
        if (end < 0 || text[end..] != Seal(text[..end]))
        {
            throw new IndexCorruptException(FileName, "does not match its checksum");
        }

        var lines = text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length < 5 || lines[0] != FirstLine)
        {
            throw new IndexCorruptException(FileName, $"begins with '{lines[0]}' where this version writes '{FirstLine}'");
        }

        string Value(int line) => lines[line][(lines[line].IndexOf(' ', StringComparison.Ordinal) + 1)..];
        int Number(int line) => int.Parse(Value(line), CultureInfo.InvariantCulture);
        return new VectorManifest(
            new VectorSpace(Value(1), Number(2)),
            long.Parse(Value(3), CultureInfo.InvariantCulture),
            Number(4),
            [.. lines.Skip(5).Select(line => line["segment ".Length..])]);
    }

    internal void Write(string folder)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{FirstLine}\nmodel {Space.Model}\ndimensions {Space.Dimensions}\nposition {Position}\nnext {NextSegment}\n");
        foreach (var segment in Segments)
        {
            text.Append(CultureInfo.InvariantCulture, $"segment {segment}\n");
        }

        var path = Path.Combine(folder, FileName);
        using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(Encoding.UTF8.GetBytes(text + Seal(text.ToString())));
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    private static string Seal(string lines) => string.Create(CultureInfo.InvariantCulture, $"crc32c {Checksum.Of(Encoding.UTF8.GetBytes(lines)):x8}\n");
}
