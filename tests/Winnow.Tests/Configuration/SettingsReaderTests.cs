using Winnow.Configuration;
using Xunit;

namespace Winnow.Tests.Configuration;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("winnow-settings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("{", "line 1: this is not JSON.")]
    [InlineData("{\n \"urls\": nope }", "line 2: this is not JSON.")]
    [InlineData("[]", "expected one JSON object")]
    [InlineData("""{"url": "http://127.0.0.1:1"}""", "there is no setting \"url\"; there are urls, allowedHosts, sample, ")]
    [InlineData("""{"urls": "localhost"}""", "\"urls\": 'localhost' is not an address such as http://127.0.0.1:5170")]
    [InlineData("""{"urls": "https://0.0.0.0:443"}""", "https belongs to a reverse proxy")]
    [InlineData("""{"urls": {"a": 1}}""", "expected a text, true or false, or a list of texts.")]
    [InlineData("""{"sample": "maybe"}""", "'maybe' is neither true nor false.")]
    [InlineData("""{"sample": true, "sample": false}""", "a setting is given twice.")]
    [InlineData("""{"allowedHosts": ["a b"]}""", "'a b' is not a host name")]
    [InlineData("""{"proxies": ["192.0.2.0/64"]}""", "'192.0.2.0/64' is not the address of a proxy such as 192.0.2.7, nor a network")]
    public void A_wrong_file_is_named_with_what_was_expected(string json, string complaint)
    {
        Write(json);
        var wrong = Assert.Throws<SettingsException>(() => Read());
        Assert.StartsWith(Path.Combine(_folder, "winnow.json"), wrong.Message, StringComparison.Ordinal);
        Assert.Contains(complaint, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_variable_is_named()
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(new() { ["WINNOW_SAMPLE"] = "perhaps" }));
        Assert.Equal("WINNOW_SAMPLE: 'perhaps' is neither true nor false.", wrong.Message);
    }

    [Fact]
    public void Nothing_set_means_the_defaults() => Assert.Equal(["http://127.0.0.1:5170"], Read().Urls);

    [Fact]
    public void A_flag_wins_over_a_variable_and_a_variable_over_the_file()
    {
        Write("\uFEFF" + """{ "urls": ["http://127.0.0.1:1"], "sample": false, "allowedHosts": "file.example.org", /* a note */ }""");
        var options = Read(
            new() { ["WINNOW_URLS"] = "http://127.0.0.1:2, http://[::1]:2", ["WINNOW_ALLOWED_HOSTS"] = "variable.example.org" },
            new() { ["urls"] = ["http://*:3"] });
        Assert.Equal(["http://*:3"], options.Urls);
        Assert.Equal(["variable.example.org"], options.AllowedHosts);
        Assert.False(options.Sample);
    }

    [Fact]
    public void The_data_folder_is_the_one_given_then_WINNOW_DATA_then_the_platforms()
    {
        Dictionary<string, string> variables = new() { ["WINNOW_DATA"] = "/b", ["XDG_DATA_HOME"] = "/xdg", ["HOME"] = "/me" };
        Assert.EndsWith("a", DataFolder.Resolve("/a", variables.GetValueOrDefault), StringComparison.Ordinal);
        Assert.EndsWith("b", DataFolder.Resolve(null, variables.GetValueOrDefault), StringComparison.Ordinal);
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The rest is Linux's.");
        variables.Remove("WINNOW_DATA");
        Assert.Equal("/xdg/winnow", DataFolder.Resolve(null, variables.GetValueOrDefault));
        variables["XDG_DATA_HOME"] = "relative/is/ignored";
        Assert.Equal("/me/.local/share/winnow", DataFolder.Resolve(null, variables.GetValueOrDefault));
        variables.Clear();
        Assert.Throws<SettingsException>(() => DataFolder.Resolve(null, variables.GetValueOrDefault));
    }

    private void Write(string json) => File.WriteAllText(Path.Combine(_folder, SettingsReader.FileName), json);

    private WinnowOptions Read(Dictionary<string, string>? variables = null, Dictionary<string, IReadOnlyList<string>>? flags = null) =>
        SettingsReader.Read(_folder, (variables ?? []).GetValueOrDefault, flags ?? []);
}
