using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Winnow.Trends.Signals;

/// <summary>
/// A reader as signals know them: 63 bits of SHA-256 over their pseudonym. The pseudonym itself (a cookie's random value, an account's id) is not stored with
/// what they read.
/// </summary>
/// <param name="Value">Never negative.</param>
public readonly record struct ReaderKey(long Value)
{
    /// <param name="pseudonym">Whatever tells one reader from another; hard to guess.</param>
    public static ReaderKey Of(string pseudonym)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"reader\n{pseudonym}"), hash);
        return new ReaderKey((long)(BinaryPrimitives.ReadUInt64BigEndian(hash) >> 1));
    }
}
