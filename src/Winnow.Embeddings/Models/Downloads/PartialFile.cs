using System.Globalization;
using System.Net.Http.Headers;

namespace Winnow.Embeddings.Models.Downloads;

/// <summary>What has come of a file so far, and by what the server knows whether it is still the same file.</summary>
internal sealed class PartialFile
{
    private readonly string _path;
    private readonly Uri _address;

    public PartialFile(string path, Uri address)
    {
        (_path, _address) = (path, address);
        Validator = ReadValidator();
    }

    /// <summary>Null when the server gave nothing to tell by: then the file is fetched from its beginning.</summary>
    public RangeConditionHeaderValue? Validator { get; private set; }

    /// <summary>Bytes that are here.</summary>
    public long Length => File.Exists(Part) ? new FileInfo(Part).Length : 0;

    private string Part => _path + ".part";

    private string Note => _path + ".part-of";

    /// <summary>Notes whose bytes are about to come.</summary>
    /// <param name="goesOn">Whether they follow those that are here.</param>
    public void Begin(bool goesOn, EntityTagHeaderValue? tag, DateTimeOffset? modified)
    {
        if (goesOn) return;
        Discard();
        // If-Range takes no weak tag.
        var validator = tag is { IsWeak: false } ? tag.Tag : modified?.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
        File.WriteAllText(Note, $"{_address.AbsoluteUri}\n{validator}\n");
        Validator = ReadValidator();
    }

    public FileStream Open() => new(Part, FileMode.Append, FileAccess.Write, FileShare.None);

    public void Discard()
    {
        File.Delete(Part);
        File.Delete(Note);
        Validator = null;
    }

    /// <summary>All of it is here.</summary>
    public void Complete()
    {
        File.Move(Part, _path, overwrite: true);
        File.Delete(Note);
    }

    private RangeConditionHeaderValue? ReadValidator() =>
        File.Exists(Note) && File.ReadAllLines(Note) is [var address, { Length: > 0 } validator, ..] && address == _address.AbsoluteUri && RangeConditionHeaderValue.TryParse(validator, out var parsed)
            ? parsed
            : null;
}
