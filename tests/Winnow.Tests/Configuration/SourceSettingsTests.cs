using Winnow.Configuration;
using Xunit;

namespace Winnow.Tests.Configuration;

/// <summary>Keys of sources, and who may change what is followed.</summary>
public sealed class SourceSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("winnow-settings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_key_is_given_or_named_by_its_file()
    {
        var file = Path.Combine(_folder, "key");
        File.WriteAllText(file, "from a file\n");

        var keys = Read("WINNOW_KEYS", $"semanticscholar=abc,openalex=@{file}").Keys;

        Assert.Equal(("abc", "from a file"), (keys["semanticscholar"], keys["openalex"]));
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("openalex=")]
    [InlineData("=secret")]
    public void A_key_that_is_written_wrong_does_not_show_in_the_complaint(string value) =>
        Assert.DoesNotContain("secret", Assert.Throws<SettingsException>(() => Read("WINNOW_KEYS", value)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_of_a_key_that_is_missing_is_named() =>
        Assert.Contains("cannot be read", Assert.Throws<SettingsException>(() => Read("WINNOW_KEYS", $"openalex=@{_folder}/none")).Message, StringComparison.Ordinal);

    [Fact]
    public void Uploads_are_left_to_the_address_unless_they_are_set()
    {
        Assert.Null(Read("WINNOW_NONE", "").Uploads);
        Assert.True(Read("WINNOW_UPLOADS", "true").Uploads);
        Assert.Throws<SettingsException>(() => Read("WINNOW_UPLOADS", "sometimes"));
    }

    [Fact]
    public void Collections_are_left_to_the_address_unless_they_are_set()
    {
        Assert.Null(Read("WINNOW_NONE", "").Collections);
        Assert.False(Read("WINNOW_COLLECTIONS", "false").Collections);
        Assert.Throws<SettingsException>(() => Read("WINNOW_COLLECTIONS", "sometimes"));
    }

    private WinnowOptions Read(string variable, string value) =>
        SettingsReader.Read(_folder, name => name == variable ? value : null, new Dictionary<string, IReadOnlyList<string>>());
}
