using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Winnow.Embeddings.Models;
using Winnow.Embeddings.Models.Downloads;
using Winnow.Embeddings.Static;
using Xunit;

namespace Winnow.Embeddings.Tests.Models.Downloads;

public sealed class ModelDownloadTests : IDisposable
{
    private const long Plenty = 1_000_000_000;

    private readonly FileServer _server = new();
    private readonly OwnFolder _folder = new();
    private readonly InstalledModels _models;
    private readonly byte[] _shipped = File.ReadAllBytes(StaticEmbedder.ShippedModel);

    public ModelDownloadTests() => _models = new InstalledModels(_folder.At("models"));

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_download_that_breaks_off_goes_on_where_it_was()
    {
        Serve("m.bin", _shipped, "\"v1\"");
        _server.BreakAfter.Enqueue(1_000_000);
        _server.BreakAfter.Enqueue(2_000_000);
        var seen = new List<DownloadProgress>();
        await AddAsync("m.bin", sha256: Digest(_shipped), progress: seen);
        var ranges = _server.Requests.Select(request => request.Range).ToList();
        Assert.Equal(3, ranges.Count);
        Assert.Null(ranges[0]);
        Assert.All(ranges.Skip(1), Assert.NotNull);
        Assert.Equal(_shipped, await File.ReadAllBytesAsync(Path.Combine(_models.PathOf("mine"), "model.bin"), Cancel));
        Assert.Equal(_shipped.Length, seen[^1].Done);
        Assert.Equal(seen.Select(progress => progress.Done).Order(), seen.Select(progress => progress.Done));
        Assert.False(Directory.Exists(_models.DownloadsOf("mine")));
    }

    [Fact]
    public async Task A_later_process_goes_on_with_what_is_there()
    {
        Serve("m.bin", _shipped, "\"v1\"");
        for (var i = 0; i < 6; i++) _server.BreakAfter.Enqueue(i == 0 ? 3_000_000 : 0);
        var broken = await Assert.ThrowsAsync<ModelFileException>(() => AddAsync("m.bin"));
        Assert.Contains("The same command goes on where it broke off.", broken.Message, StringComparison.Ordinal);
        _server.BreakAfter.Clear();
        await AddAsync("m.bin");
        Assert.NotEqual("bytes=0-", _server.Requests.Last().Range);
        Assert.NotNull(_server.Requests.Last().Range);
        Assert.Equal(ModelKind.Static, _models.Find("mine")!.Kind);
    }

    [Fact]
    public async Task A_file_that_changed_meanwhile_is_fetched_from_its_beginning()
    {
        Serve("m.bin", new byte[5_000_000], "\"v1\"");
        for (var i = 0; i < 6; i++) _server.BreakAfter.Enqueue(i == 0 ? 3_000_000 : 0);
        await Assert.ThrowsAsync<ModelFileException>(() => AddAsync("m.bin"));
        _server.BreakAfter.Clear();
        Serve("m.bin", _shipped, "\"v2\"");
        await AddAsync("m.bin", sha256: Digest(_shipped));
    }

    [Fact]
    public async Task A_wrong_checksum_is_told_and_nothing_stays()
    {
        Serve("m.bin", _shipped, "\"v1\"");
        var wrong = await Assert.ThrowsAsync<ModelFileException>(() => AddAsync("m.bin", sha256: new string('a', 64)));
        Assert.Equal($"m.bin has the SHA-256 {Digest(_shipped)}, and {new string('a', 64)} was expected. It was deleted, and nothing was added.", wrong.Message);
        Assert.Null(_models.Find("mine"));
        Assert.False(File.Exists(Path.Combine(_models.DownloadsOf("mine"), "m.bin")));
        _server.Announced = new string('b', 64);
        Assert.Contains("bbbb was expected", (await Assert.ThrowsAsync<ModelFileException>(() => AddAsync("m.bin"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_allowed_is_not_fetched()
    {
        Serve("m.bin", _shipped, "\"v1\"");
        var large = await Assert.ThrowsAsync<ModelFileException>(() => AddAsync("m.bin", most: 1_000_000));
        Assert.Contains("larger than --max-size allows", large.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_followed_and_an_endless_one_is_not()
    {
        Serve("there.bin", _shipped, "\"v1\"");
        _server.Redirects["m.bin"] = "/there.bin";
        _server.Redirects["round.bin"] = "/round.bin";
        Assert.Contains("without end", (await Assert.ThrowsAsync<ModelFileException>(() => AddAsync("round.bin"))).Message, StringComparison.Ordinal);
        await AddAsync("m.bin");
    }

    [Fact]
    public async Task What_is_not_there_is_told()
    {
        Assert.Contains("There is nothing at", (await Assert.ThrowsAsync<ModelFileException>(() => AddAsync("gone.bin"))).Message, StringComparison.Ordinal);
        Assert.Contains("has no model in ONNX form: looked for onnx/model.onnx", (await Assert.ThrowsAsync<ModelFileException>(() => AddAsync("some/folder"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_folder_of_a_transformer_is_fetched_file_by_file()
    {
        var mini = SharedFiles.MiniLm();
        Serve("org/mini/onnx/model.onnx", await File.ReadAllBytesAsync(Path.Combine(mini, "model-int8.onnx"), Cancel), "\"1\"");
        foreach (var file in (string[])["tokenizer.json", "vocab.txt", "expected.jsonl"]) Serve($"org/mini/{file}", await File.ReadAllBytesAsync(Path.Combine(mini, file), Cancel), "\"1\"");
        Serve("org/mini/1_Pooling/config.json", """{"pooling_mode_mean_tokens": true}"""u8.ToArray(), "\"1\"");
        var model = await AddAsync("org/mini");
        using var generator = model.Open(TimeProvider.System);
        Assert.Empty((await ModelTest.RunAsync(generator, model.Path, frugal: true, TimeProvider.System, Cancel)).Problems);
        Assert.Equal(
            ["1_Pooling/config.json", "expected.jsonl", "onnx/model.onnx", "tokenizer.json", "vocab.txt"],
            ModelFiles.Read(model.Path)!.Files.Select(file => file.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_list_names_the_files_and_their_checksums()
    {
        Serve("list/deep/model.bin", _shipped, "\"1\"");
        var manifest = """{"kind": "static"}"""u8.ToArray();
        Serve("list/winnow-model.json", manifest, "\"1\"");
        string List(string digest) => $$"""{"files": [{"path": "winnow-model.json", "sha256": "{{Digest(manifest)}}"}, {"path": "model.bin", "url": "deep/model.bin", "sha256": "{{digest}}"}]}""";
        Serve("list/winnow-files.json", Encoding.UTF8.GetBytes(List(new string('0', 64))), "\"1\"");
        await Assert.ThrowsAsync<ModelFileException>(() => AddAsync("list/"));
        Serve("list/winnow-files.json", Encoding.UTF8.GetBytes(List(Digest(_shipped))), "\"1\"");
        Assert.Equal(ModelKind.Static, (await AddAsync("list/winnow-files.json")).Kind);
    }

    [Theory]
    [InlineData("../../outside")]
    [InlineData("/outside")]
    [InlineData("..\\outside")]
    public async Task A_list_that_leads_outside_is_refused(string path)
    {
        Serve("list/winnow-files.json", Encoding.UTF8.GetBytes($$"""{"files": [{"path": "{{path.Replace("\\", "\\\\", StringComparison.Ordinal)}}", "url": "x", "sha256": "{{new string('0', 64)}}"}]}"""), "\"1\"");
        Assert.Contains("outside of its folder", (await Assert.ThrowsAsync<ModelFileException>(() => AddAsync("list/"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("m.zip")]
    [InlineData("m.tar.gz")]
    [InlineData("m.tar")]
    public async Task An_archive_is_unpacked(string name)
    {
        Serve(name, Archive(name, ("mine/winnow-model.json", """{"kind": "static"}"""u8.ToArray()), ("mine/model.bin", _shipped)), "\"1\"");
        Assert.Equal(ModelKind.Static, (await AddAsync(name)).Kind);
        Assert.Equal(["model.bin"], ModelFiles.Read(_models.PathOf("mine"))!.Files.Select(file => file.Path));
    }

    [Theory]
    [InlineData("m.zip")]
    [InlineData("m.tar.gz")]
    public async Task An_archive_that_leads_outside_or_holds_too_much_is_refused(string name)
    {
        Serve(name, Archive(name, ("../../../outside", [1])), "\"1\"");
        Assert.Contains("outside of its folder", (await Assert.ThrowsAsync<ModelFileException>(() => AddAsync(name))).Message, StringComparison.Ordinal);
        Serve("big-" + name, Archive(name, ("model.bin", new byte[50_000_000])), "\"1\"");
        Assert.Contains("unpacks to more", (await Assert.ThrowsAsync<ModelFileException>(() => AddAsync("big-" + name, most: 10_000_000))).Message, StringComparison.Ordinal);
        Assert.Null(_models.Find("mine"));
    }

    [Fact]
    public async Task A_damaged_archive_is_refused_by_name()
    {
        Serve("m.zip", [1, 2, 3], "\"1\"");
        Assert.Contains("m.zip is no archive", (await Assert.ThrowsAsync<ModelFileException>(() => AddAsync("m.zip"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2", "all-MiniLM-L6-v2", "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2/resolve/main/")]
    [InlineData("https://huggingface.co/intfloat/e5-small/tree/v2", "e5-small", "https://huggingface.co/intfloat/e5-small/resolve/v2/")]
    [InlineData("https://example.org/models/mine", "mine", "https://example.org/models/mine/")]
    [InlineData("https://example.org/models/mine.tar.gz", "mine", null)]
    public void An_address_says_the_name_and_where_the_files_are(string address, string name, string? files)
    {
        Assert.Equal(name, ModelAddress.NameOf(address));
        if (files is not null) Assert.Equal(files, ModelAddress.Files(new Uri(address)).AbsoluteUri);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private void Serve(string path, byte[] content, string tag) => (_server.Files[path], _server.Tags[path]) = (content, tag);

    private Task<ModelFolder> AddAsync(string path, string? sha256 = null, long most = Plenty, List<DownloadProgress>? progress = null) =>
        new ModelDownload(_models, TimeProvider.System, most, new Seen(progress ?? [])) { FirstPause = TimeSpan.FromMilliseconds(5), Silence = TimeSpan.FromSeconds(20) }
            .AddAsync(new Uri(_server.Address, path), "mine", sha256, Cancel);

    private static byte[] Archive(string name, params (string Path, byte[] Content)[] files)
    {
        var stream = new MemoryStream();
        if (name.EndsWith(".zip", StringComparison.Ordinal))
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            foreach (var (path, content) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(content);
            }
        }
        else
        {
            using Stream plain = name.EndsWith(".tar", StringComparison.Ordinal) ? new BufferedStream(stream) : new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
            using var tar = new TarWriter(plain, leaveOpen: true);
            foreach (var (path, content) in files) tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(content) });
            tar.Dispose();
            plain.Flush();
            plain.Dispose();
        }

        return stream.ToArray();
    }

    private sealed class Seen(List<DownloadProgress> all) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => all.Add(value);
    }
}
