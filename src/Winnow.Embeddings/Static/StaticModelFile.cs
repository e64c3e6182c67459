using System.Runtime.InteropServices;
using System.Text;

namespace Winnow.Embeddings.Static;

/// <summary>A model's file, mapped and checked whole before it is used. The bytes are described in README.md.</summary>
internal sealed class StaticModelFile : IDisposable
{
    private readonly MappedBytes _bytes;
    private readonly float[] _factors;

    private StaticModelFile(MappedBytes bytes, StaticModelHeader header)
    {
        (_bytes, Header) = (bytes, header);
        Pieces = ReadPieces();
        Pairs = ReadPairs();
        var scales = bytes.Span<float>(header.ScalesAt, header.Tokens);
        var weights = bytes.Span<float>(header.WeightsAt, header.Tokens);
        _factors = new float[header.Tokens];
        for (var token = 0; token < _factors.Length; token++)
        {
            _factors[token] = scales[token] * weights[token];
            if (!float.IsFinite(_factors[token])) throw new InvalidDataException($"is damaged: token {token} has no finite weight.");
        }

        Tokenizer = new PieceTokenizer(new PieceTable(Pieces), new PairTable(Pairs, header.Pieces));
    }

    public StaticModelHeader Header { get; }
    public IReadOnlyList<string> Pieces { get; }
    public IReadOnlyList<(int First, int Second)> Pairs { get; }
    public PieceTokenizer Tokenizer { get; }

    /// <exception cref="ModelFileException">The file is missing, no model, damaged, or too new; the message names it.</exception>
    public static StaticModelFile Open(string path)
    {
        MappedBytes? bytes = null;
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists) throw new InvalidDataException("is missing: it is the static model, and ships with Winnow.");
            if (file.Length < StaticModelHeader.Size) throw new InvalidDataException("is too short for a static model.");
            bytes = new MappedBytes(path);
            var header = StaticModelHeader.Read(bytes.Span<byte>(0, StaticModelHeader.Size));
            if (header.FileLength != bytes.Length)
                throw new InvalidDataException($"is damaged: it has {bytes.Length} bytes, and its header speaks of {header.FileLength}.");
            var expected = bytes.Span<byte>(StaticModelHeader.ChecksumAt, StaticModelHeader.ChecksumSize);
            if (!StaticModelWriter.Checksum(bytes.Span<byte>(0, checked((int)bytes.Length))).AsSpan().SequenceEqual(expected))
                throw new InvalidDataException("is damaged: its checksum does not match.");
            return new StaticModelFile(bytes, header);
        }
        catch (InvalidDataException broken)
        {
            bytes?.Dispose();
            throw new ModelFileException($"{path} {broken.Message}", broken);
        }
    }

    /// <summary>The token's row, its first <paramref name="dimensions"/> values.</summary>
    public ReadOnlySpan<sbyte> Row(int token, int dimensions) => _bytes.Span<sbyte>(Header.RowsAt + ((long)token * Header.Dimensions), dimensions);

    /// <summary>Scale times weight: what a value of the row counts in a text.</summary>
    public float Factor(int token) => _factors[token];

    public void Dispose() => _bytes.Dispose();

    private string[] ReadPieces()
    {
        var starts = _bytes.Span<int>(StaticModelHeader.Size, Header.Pieces + 1);
        var texts = _bytes.Span<byte>(Header.TextsAt, Header.TextBytes);
        var pieces = new string[Header.Pieces];
        for (var i = 0; i < pieces.Length; i++)
        {
            if (starts[i] < 0 || starts[i + 1] < starts[i] || starts[i + 1] > texts.Length) throw new InvalidDataException($"is damaged: piece {i} lies outside the texts.");
            pieces[i] = Encoding.UTF8.GetString(texts[starts[i]..starts[i + 1]]);
        }

        return pieces;
    }

    private (int First, int Second)[] ReadPairs()
    {
        var ids = _bytes.Span<int>(Header.PairsAt, 2 * Header.Pairs);
        var pairs = MemoryMarshal.Cast<int, (int First, int Second)>(ids).ToArray();
        foreach (var (first, second) in pairs)
        {
            if ((uint)first >= Header.Pieces || (uint)second >= Header.Pieces) throw new InvalidDataException("is damaged: a pair names a piece that is not there.");
        }

        return pairs;
    }
}
