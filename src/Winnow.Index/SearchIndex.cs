using Winnow.Index.Text;

namespace Winnow.Index;

/// <summary>Reads an index. Thread-safe: each search sees one commit, whole. A folder without an index is an empty index at position 0.</summary>
public sealed class SearchIndex : IDisposable
{
    /// <exception cref="IndexCorruptException">A file of the index cannot be read.</exception>
    public static SearchIndex Open(string folder) => throw new NotImplementedException();

    /// <summary>The caller's position of the commit that searches see.</summary>
    public long Position => throw new NotImplementedException();

    public IndexStatistics Statistics => throw new NotImplementedException();

    /// <summary>Sees the newest commit, of whatever process. Reads one small file when there is none; cheap enough for every search.</summary>
    /// <returns>Whether there was a new one.</returns>
    public bool Refresh() => throw new NotImplementedException();

    /// <exception cref="ArgumentException">The query names a field that the index does not have.</exception>
    public SearchResult Search(IndexQuery query, SearchOptions? options = null) => throw new NotImplementedException();

    /// <summary>What the document's score is made of; null when the index does not hold it.</summary>
    public Explanation? Explain(IndexQuery query, long id) => throw new NotImplementedException();

    /// <summary>Documents that share this one's most telling words, best first, itself left out; empty when the index does not hold it.</summary>
    public IReadOnlyList<Hit> Similar(long id, int limit) => throw new NotImplementedException();

    /// <summary>Documents that share the most telling words of a text that need not be in the index.</summary>
    public IReadOnlyList<Hit> Similar(string text, int limit) => throw new NotImplementedException();

    /// <summary>The terms of a text as English fields have them, with where they stand in it; for highlighting.</summary>
    public static IReadOnlyList<Term> Analyze(string text, AnalysisKind kind = AnalysisKind.English) => throw new NotImplementedException();

    /// <summary>Terms that the query's scored words and phrases stand for, corrections and completions included; for highlighting.</summary>
    public IReadOnlySet<string> TermsOf(IndexQuery query) => throw new NotImplementedException();

    /// <summary>Reads every byte of the index and compares checksums and invariants.</summary>
    /// <returns>One sentence for each problem; empty when there is none.</returns>
    public IReadOnlyList<string> Check() => throw new NotImplementedException();

    public void Dispose()
    {
    }
}
