using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Winnow.Web.Hosting;

/// <summary>
/// The style sheets, scripts, fonts and images inside this assembly, served below <c>/assets/VERSION/</c>. VERSION is a hash over all of them, so that a
/// browser may keep each for a year and relative references between them (a style sheet's fonts, a module's imports) still change with every release.
/// </summary>
internal sealed class AssetLibrary
{
    private const string Prefix = "wwwroot/";
    private readonly FrozenDictionary<string, Asset> _assets;

    public AssetLibrary()
    {
        var assembly = typeof(AssetLibrary).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var assets = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var bytes = Read(assembly, name);
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
            hash.AppendData(bytes);
            assets[name[Prefix.Length..]] = new Asset(bytes, ContentTypeOf(name));
        }

        Version = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
        _assets = assets.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Twelve hexadecimal digits that change whenever an asset does.</summary>
    public string Version { get; }

    public string Url(string path) =>
        _assets.ContainsKey(path) ? $"/assets/{Version}/{path}" : throw new ArgumentException($"There is no asset {path}.", nameof(path));

    /// <summary>Answers a request for an asset; a page from before an update, which asks for another version, gets today's without keeping it.</summary>
    public Task RespondAsync(HttpContext context, string version, string path)
    {
        if (!_assets.TryGetValue(path, out var asset))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var headers = context.Response.Headers;
        headers.CacheControl = version == Version ? "public, max-age=31536000, immutable" : "no-cache";
        context.Response.ContentType = asset.ContentType;
        var body = asset.Bytes;
        if (asset.Compressible)
        {
            headers.Vary = HeaderNames.AcceptEncoding;
            var accepted = context.Request.Headers.AcceptEncoding.ToString();
            if (accepted.Contains("br", StringComparison.Ordinal))
            {
                headers.ContentEncoding = "br";
                body = asset.Brotli.Value;
            }
            else if (accepted.Contains("gzip", StringComparison.Ordinal))
            {
                headers.ContentEncoding = "gzip";
                body = asset.Gzip.Value;
            }
        }

        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        _ => "text/plain; charset=utf-8",
    };

    private sealed class Asset
    {
        public Asset(byte[] bytes, string contentType)
        {
            Bytes = bytes;
            ContentType = contentType;
            Brotli = new Lazy<byte[]>(() => Compress(bytes, stream => new BrotliStream(stream, CompressionLevel.Optimal)));
            Gzip = new Lazy<byte[]>(() => Compress(bytes, stream => new GZipStream(stream, CompressionLevel.Optimal)));
        }

        public byte[] Bytes { get; }

        public string ContentType { get; }

        public Lazy<byte[]> Brotli { get; }

        public Lazy<byte[]> Gzip { get; }

        // A woff2 font is Brotli inside already.
        public bool Compressible => ContentType != "font/woff2";

        private static byte[] Compress(byte[] bytes, Func<Stream, Stream> open)
        {
            using var target = new MemoryStream();
            using (var stream = open(target))
            {
                stream.Write(bytes);
            }

            return target.ToArray();
        }
    }
}
