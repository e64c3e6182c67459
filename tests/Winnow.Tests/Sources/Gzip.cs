using System.IO.Compression;
using System.Text;

namespace Winnow.Tests.Sources;

internal static class Gzip
{
    internal static byte[] Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    internal static byte[] Of(ReadOnlySpan<byte> bytes)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.SmallestSize))
            gzip.Write(bytes);

        return output.ToArray();
    }
}
