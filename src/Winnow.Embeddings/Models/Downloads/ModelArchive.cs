using System.Formats.Tar;
using System.IO.Compression;

namespace Winnow.Embeddings.Models.Downloads;

/// <summary>Unpacks an archive that somebody else made: plain files only, inside the folder only, and no more bytes than allowed.</summary>
internal static class ModelArchive
{
    private const int MostFiles = 1000;

    /// <param name="mostBytes">What all files may have together, since a small archive can hold much.</param>
    /// <exception cref="ModelFileException">It is damaged, too large, or wants what it may not.</exception>
    public static async Task UnpackAsync(string archive, string folder, long mostBytes, CancellationToken cancel)
    {
        try
        {
            if (archive.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) await ZipAsync(archive, folder, mostBytes, cancel).ConfigureAwait(false);
            else await TarAsync(archive, folder, mostBytes, cancel).ConfigureAwait(false);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new ModelFileException($"{archive} is no archive that can be read: {damaged.Message}", damaged);
        }
    }

    /// <summary>The folder of an unpacked archive that holds the model: itself, or the only folder in it.</summary>
    public static string Root(string folder) =>
        Directory.GetFiles(folder).Length == 0 && Directory.GetDirectories(folder) is [var only] ? only : folder;

    private static async Task ZipAsync(string archive, string folder, long mostBytes, CancellationToken cancel)
    {
        using var zip = ZipFile.OpenRead(archive);
        if (zip.Entries.Count > MostFiles) throw TooMuch(archive);
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            var content = entry.Open();
            await using (content.ConfigureAwait(false)) mostBytes = await WriteAsync(content, folder, entry.FullName, archive, mostBytes, cancel).ConfigureAwait(false);
        }
    }

    private static async Task TarAsync(string archive, string folder, long mostBytes, CancellationToken cancel)
    {
        var file = File.OpenRead(archive);
        await using (file.ConfigureAwait(false))
        {
            Stream plain = archive.EndsWith(".tar", StringComparison.OrdinalIgnoreCase) ? file : new GZipStream(file, CompressionMode.Decompress);
            using var tar = new TarReader(plain);
            var files = 0;
            while (await tar.GetNextEntryAsync(copyData: false, cancel).ConfigureAwait(false) is { } entry)
            {
                if (++files > MostFiles) throw TooMuch(archive);
                if (entry.EntryType is TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes) continue;
                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)) throw new ModelFileException($"{archive} holds {entry.Name}, which is no plain file. Nothing was added.");
                mostBytes = await WriteAsync(entry.DataStream ?? Stream.Null, folder, entry.Name, archive, mostBytes, cancel).ConfigureAwait(false);
            }
        }
    }

    private static async Task<long> WriteAsync(Stream content, string folder, string name, string archive, long mostBytes, CancellationToken cancel)
    {
        var path = SafePath.Under(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await using (target.ConfigureAwait(false))
        {
            var buffer = new byte[1 << 16];
            for (int read; (read = await content.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0;)
            {
                mostBytes -= read;
                if (mostBytes < 0) throw TooMuch(archive);
                await target.WriteAsync(buffer.AsMemory(0, read), cancel).ConfigureAwait(false);
            }
        }

        return mostBytes;
    }

    private static ModelFileException TooMuch(string archive) => new($"{archive} unpacks to more than --max-size allows; nothing was added.");
}
