using System.Text.Json;
using System.Text.Json.Serialization;

namespace Winnow.Storage.Sqlite;

/// <summary>How often each spelling of one folded name is printed.</summary>
internal sealed partial class Spellings
{
    private readonly Dictionary<string, long> _papers;

    private Spellings(Dictionary<string, long> papers) => _papers = papers;

    internal long Papers => _papers.Values.Sum();

    /// <summary>The most frequent; among equals the first in the order of code points, so that it does not depend on history.</summary>
    internal string Usual => _papers.OrderByDescending(spelling => spelling.Value).ThenBy(spelling => spelling.Key, StringComparer.Ordinal).First().Key;

    internal static Spellings None() => new(new Dictionary<string, long>(1, StringComparer.Ordinal));

    /// <param name="usual">The most frequent spelling.</param>
    /// <param name="papers">Papers in all spellings.</param>
    /// <param name="others">The other spellings as <see cref="WriteOthers"/> gives them.</param>
    internal static Spellings Read(string usual, long papers, string? others)
    {
        var spellings = others is null
            ? new Dictionary<string, long>(2, StringComparer.Ordinal)
            : JsonSerializer.Deserialize(others, SpellingsJson.Default.DictionaryStringInt64)!;
        spellings.Add(usual, papers - spellings.Values.Sum());
        return new Spellings(spellings);
    }

    internal void Count(string spelling, long change)
    {
        var papers = _papers.GetValueOrDefault(spelling) + change;
        if (papers == 0)
        {
            _papers.Remove(spelling);
        }
        else
        {
            _papers[spelling] = papers;
        }
    }

    internal string? WriteOthers()
    {
        if (_papers.Count < 2)
        {
            return null;
        }

        var usual = Usual;
        var others = new SortedDictionary<string, long>(_papers, StringComparer.Ordinal);
        others.Remove(usual);
        return JsonSerializer.Serialize(others, SpellingsJson.Default.SortedDictionaryStringInt64);
    }

    [JsonSerializable(typeof(Dictionary<string, long>))]
    [JsonSerializable(typeof(SortedDictionary<string, long>))]
    private sealed partial class SpellingsJson : JsonSerializerContext;
}
