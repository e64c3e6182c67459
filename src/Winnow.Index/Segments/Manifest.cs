using System.Text;

namespace Winnow.Index.Segments;

/// <summary>One commit: the only file whose name is fixed, replaced atomically; what it does not name is not part of the index.</summary>
internal sealed record Manifest(IndexSchema Schema, long Generation, long Position, int NextFile, IReadOnlyList<ManifestEntry> Entries)
{
    internal const string FileName = "manifest";
    private const uint Magic = 0x464D4E57; // "WNMF" in little endian
    private const uint Version = 1;
    private const int MaxFields = 1024;

    internal void Save(string folder)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Version);
            writer.Write(Generation);
            writer.Write(Position);
            writer.Write(NextFile);
            WriteSchema(writer);
            writer.Write(Entries.Count);
            foreach (var entry in Entries)
            {
                writer.Write(entry.Segment);
                writer.Write(entry.Deletes ?? "");
            }
        }

        ChecksummedFile.Write(Path.Combine(folder, FileName), bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <returns>Null when the folder holds no index.</returns>
    /// <exception cref="IndexCorruptException">The manifest cannot be read.</exception>
    internal static Manifest? Load(string folder)
    {
        byte[] bytes;
        try
        {
            bytes = ChecksummedFile.Read(Path.Combine(folder, FileName));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            return Read(reader);
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new IndexCorruptException(FileName, "cannot be read", e);
        }
    }

    private static Manifest Read(BinaryReader reader)
    {
        if (reader.ReadUInt32() != Magic)
        {
            throw new IndexCorruptException(FileName, "is not a manifest");
        }

        var version = reader.ReadUInt32();
        if (version != Version)
        {
            throw new IndexCorruptException(FileName, $"has version {version}, which this program cannot read");
        }

        var (generation, position, nextFile) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt32());
        var schema = ReadSchema(reader);
        var entries = new List<ManifestEntry>();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var (segment, deletes) = (reader.ReadString(), reader.ReadString());
            entries.Add(new ManifestEntry(segment, deletes.Length == 0 ? null : deletes));
        }

        return new Manifest(schema, generation, position, nextFile, entries);
    }

    private void WriteSchema(BinaryWriter writer)
    {
        writer.Write(Schema.Texts.Count);
        foreach (var field in Schema.Texts)
        {
            writer.Write(field.Name);
            writer.Write(field.Weight);
            writer.Write(field.LengthNormalisation);
            writer.Write((int)field.Analysis);
            writer.Write(field.FrequencyBits);
        }

        WriteNames(writer, Schema.Keywords);
        WriteNames(writer, Schema.Numbers);
    }

    private static IndexSchema ReadSchema(BinaryReader reader)
    {
        var texts = new List<TextField>();
        for (var count = reader.ReadInt32(); count > 0 && texts.Count < MaxFields; count--)
        {
            texts.Add(new TextField(reader.ReadString(), reader.ReadSingle(), reader.ReadSingle(), (AnalysisKind)reader.ReadInt32(), reader.ReadInt32()));
        }

        var schema = new IndexSchema { Texts = texts, Keywords = ReadNames(reader), Numbers = ReadNames(reader) };
        schema.Validate();
        return schema;
    }

    private static void WriteNames(BinaryWriter writer, IReadOnlyList<string> names)
    {
        writer.Write(names.Count);
        foreach (var name in names)
        {
            writer.Write(name);
        }
    }

    private static List<string> ReadNames(BinaryReader reader)
    {
        var names = new List<string>();
        for (var count = reader.ReadInt32(); count > 0 && names.Count < MaxFields; count--)
        {
            names.Add(reader.ReadString());
        }

        return names;
    }
}
