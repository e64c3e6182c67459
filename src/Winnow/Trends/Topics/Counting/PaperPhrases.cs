using Winnow.Papers;
using Winnow.Trends.Topics.Phrases;

namespace Winnow.Trends.Topics.Counting;

/// <summary>One paper as the buckets count it. Names are made only for phrases that become candidates: most never do.</summary>
internal sealed class PaperPhrases
{
    private static readonly RowHashes Rows = RowHashes.Of(CountSketch.StandardDepth, BucketShape.Seed);

    private readonly PhraseReader _reader = new();
    private ulong[] _hashes = [];
    private IReadOnlyList<Phrase> _phrases = [];

    internal long Id { get; private set; }

    /// <summary>The first of the paper's categories, which arXiv calls its primary one; empty when no source gives any.</summary>
    internal string Category { get; private set; } = "";

    internal int Count => _phrases.Count;

    internal IReadOnlyList<Abbreviation> Abbreviations => _reader.Abbreviations;

    internal void Read(Paper paper)
    {
        Id = paper.Id.Value;
        Category = paper.Categories.Count > 0 ? paper.Categories[0] : "";
        _phrases = _reader.Read(paper.Title, paper.Abstract);
        if (_hashes.Length < _phrases.Count * CountSketch.StandardDepth)
        {
            _hashes = new ulong[_phrases.Count * CountSketch.StandardDepth * 2];
        }

        for (var i = 0; i < _phrases.Count; i++)
        {
            Rows.Compute(_phrases[i].Hash, _hashes.AsSpan(i * CountSketch.StandardDepth));
        }
    }

    internal ulong Hash(int i) => _phrases[i].Hash;

    /// <summary>The phrase's hashes in the rows of every bucket's sketch.</summary>
    internal ReadOnlySpan<ulong> RowsOf(int i) => _hashes.AsSpan(i * CountSketch.StandardDepth, CountSketch.StandardDepth);

    internal bool Named(int i) => _phrases[i].Named;

    internal bool Begins(int i) => _phrases[i].Begins;

    internal bool Ends(int i) => _phrases[i].Ends;

    internal string Key(int i) => _reader.Key(_phrases[i]);

    internal string Surface(int i) => _reader.Surface(_phrases[i]);
}
