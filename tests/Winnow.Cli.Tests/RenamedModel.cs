using System.Security.Cryptography;
using System.Text;

namespace Winnow.Cli.Tests;

/// <summary>A static model under another name: to Winnow another model, whose vectors are compared with no other's.</summary>
internal static class RenamedModel
{
    /// <param name="model">The bytes of its file; they are changed. The checksum is over the rest, name included.</param>
    /// <param name="name">At most 32 letters.</param>
    public static byte[] Of(byte[] model, string name)
    {
        model.AsSpan(48, 32).Clear();
        Encoding.UTF8.GetBytes(name, model.AsSpan(48, 32));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(model.AsSpan(0, 96));
        hash.AppendData(model.AsSpan(128));
        hash.GetHashAndReset().CopyTo(model, 96);
        return model;
    }
}
