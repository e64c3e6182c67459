using System.Buffers.Binary;
using System.Text;

namespace Winnow.Embeddings.Onnx;

/// <summary>
/// Writes the SentencePiece model (protocol buffers, <c>sentencepiece_model.proto</c>) that a Unigram <c>tokenizer.json</c> was made from, with the
/// ids of that file: those of the original differ, in XLM-R by one.
/// </summary>
internal static class SentencePieceBytes
{
    private const int Varint = 0;
    private const int Delimited = 2;
    private const int Fixed32 = 5;

    private const int NormalPiece = 1;
    private const int UnknownPiece = 2;
    private const int ControlPiece = 3;

    /// <param name="pieces">In id order, with their log probabilities.</param>
    /// <param name="unknown">Id of the piece for what has none.</param>
    /// <param name="control">Ids that no text is ever cut into.</param>
    /// <param name="characterMap">SentencePiece's <c>precompiled_charsmap</c>, may be empty.</param>
    /// <param name="leadingSpace">Whether a text gets a space in front.</param>
    public static byte[] Unigram(IReadOnlyList<(string Piece, float Score)> pieces, int unknown, IReadOnlySet<int> control, byte[] characterMap, bool leadingSpace)
    {
        using var model = new MemoryStream();
        for (var id = 0; id < pieces.Count; id++)
        {
            using var piece = new MemoryStream();
            WriteBytes(piece, 1, Encoding.UTF8.GetBytes(pieces[id].Piece));
            WriteFloat(piece, 2, pieces[id].Score);
            WriteNumber(piece, 3, id == unknown ? UnknownPiece : control.Contains(id) ? ControlPiece : NormalPiece);
            WriteBytes(model, 1, piece.ToArray());
        }

        using var trainer = new MemoryStream();
        WriteNumber(trainer, 3, 1);
        WriteNumber(trainer, 40, unknown);
        WriteIdOf(trainer, 41, 45, "<s>", pieces);
        WriteIdOf(trainer, 42, 46, "</s>", pieces);
        WriteBytes(trainer, 44, Encoding.UTF8.GetBytes(pieces[unknown].Piece));
        WriteBytes(model, 2, trainer.ToArray());

        using var normalizer = new MemoryStream();
        WriteBytes(normalizer, 2, characterMap);
        WriteNumber(normalizer, 3, leadingSpace ? 1 : 0);
        WriteNumber(normalizer, 4, 1);
        WriteNumber(normalizer, 5, 1);
        WriteBytes(model, 3, normalizer.ToArray());
        return model.ToArray();
    }

    private static void WriteIdOf(MemoryStream stream, int idField, int pieceField, string name, IReadOnlyList<(string Piece, float Score)> pieces)
    {
        for (var id = 0; id < pieces.Count; id++)
        {
            if (pieces[id].Piece != name) continue;
            WriteNumber(stream, idField, id);
            WriteBytes(stream, pieceField, Encoding.UTF8.GetBytes(name));
            return;
        }
    }

    private static void WriteNumber(MemoryStream stream, int field, int number)
    {
        WriteVarint(stream, (uint)((field << 3) | Varint));
        WriteVarint(stream, (uint)number);
    }

    private static void WriteFloat(MemoryStream stream, int field, float number)
    {
        WriteVarint(stream, (uint)((field << 3) | Fixed32));
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, number);
        stream.Write(bytes);
    }

    private static void WriteBytes(MemoryStream stream, int field, byte[] bytes)
    {
        WriteVarint(stream, (uint)((field << 3) | Delimited));
        WriteVarint(stream, (uint)bytes.Length);
        stream.Write(bytes);
    }

    private static void WriteVarint(MemoryStream stream, uint number)
    {
        for (; number >= 0x80; number >>= 7) stream.WriteByte((byte)(number | 0x80));
        stream.WriteByte((byte)number);
    }
}
