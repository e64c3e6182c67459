using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Winnow.Papers;

/// <summary>Names one record: the first 60 bits of SHA-256 over <c>source LF key</c> in UTF-8.</summary>
/// <param name="Value">60 bits, never negative.</param>
public readonly record struct RecordId(long Value)
{
    public static RecordId Of(string source, string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{key}"), hash);
        return new RecordId((long)(BinaryPrimitives.ReadUInt64BigEndian(hash) >> 4));
    }

    /// <summary>The paper that this record would be on its own.</summary>
    public PaperId AsPaper => new(Value);

    public override string ToString() => Base32.Encode(Value);
}
