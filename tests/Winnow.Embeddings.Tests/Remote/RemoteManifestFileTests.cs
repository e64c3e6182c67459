using Winnow.Embeddings.Remote;
using Xunit;

namespace Winnow.Embeddings.Tests.Remote;

public sealed class RemoteManifestFileTests : IDisposable
{
    private const string Least = """ "kind": "remote", "endpoint": "http://127.0.0.1:11434/v1", "model": "m", "dimensions": 8""";

    private readonly OwnFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read()
    {
        var manifest = new RemoteManifest
        {
            Name = "mine",
            Endpoint = new Uri("https://example.org/v1"),
            Model = "nomic-embed-text",
            Dimensions = 768,
            AskForDimensions = true,
            QueryPrefix = "search_query: ",
            DocumentPrefix = "search_document: ",
            Batch = 12,
            MaxLetters = 3000,
            Timeout = TimeSpan.FromSeconds(9),
            KeyFile = "key.txt",
            Budget = new RemoteBudget(5, true, true),
        };
        RemoteManifestFile.Write(_folder.Root, manifest);
        Assert.Equal(manifest, RemoteManifestFile.Read(_folder.Root));
    }

    [Theory]
    [InlineData("\"kind\": \"remote\"", "lacks \"endpoint\"")]
    [InlineData(Least + ", \"key\": \"sk-secret\"", "holds a key in plain")]
    [InlineData(Least + ", \"batch\": 0", "\"batch\" is 0; it can be from 1 to 2048")]
    [InlineData(Least + ", \"budget\": \"a lot\"", "\"budget\" is 'a lot'; expected a number with 'texts' or 'tokens'")]
    [InlineData("\"endpoint\": \"ftp://x/v1\"", "which is not an address")]
    [InlineData("\"endpoint\": \"https://me:sk-secret@x/v1\"", "holds a name or password")]
    [InlineData("\"endpoint\": \"https://x/v1?key=sk-secret\"", "has something behind the path")]
    public void A_wrong_manifest_is_refused_by_name_and_shows_no_secret(string content, string says)
    {
        var path = _folder.Write("winnow-model.json", $"{{ {content} }}");
        var refused = Assert.Throws<ModelFileException>(() => RemoteManifestFile.Read(_folder.Root));
        Assert.StartsWith(path, refused.Message, StringComparison.Ordinal);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secret", refused.Message, StringComparison.Ordinal);
    }
}
