using System.Collections;
using System.Text;

namespace Winnow.Embeddings.Fitting;

/// <summary>
/// Many papers' texts in little memory, as UTF-8 in blocks: 200,000 papers take 260 MB instead of 520, and a text is a string only while somebody looks at it.
/// </summary>
public sealed class PackedPapers : IReadOnlyList<PaperText>
{
    private const int BlockSize = 4 << 20;

    private readonly List<byte[]> _blocks = [];
    private readonly List<(int Block, int Start, int Title, int Abstract)> _places = [];
    private int _free = BlockSize;

    public int Count => _places.Count;

    public PaperText this[int index]
    {
        get
        {
            var (block, start, title, summary) = _places[index];
            if (_blocks.Count == 0) throw new InvalidOperationException("These papers' texts were let go.");
            return new PaperText(Encoding.UTF8.GetString(_blocks[block], start, title), Encoding.UTF8.GetString(_blocks[block], start + title, summary));
        }
    }

    public void Add(PaperText paper)
    {
        var (title, summary) = (Encoding.UTF8.GetByteCount(paper.Title), Encoding.UTF8.GetByteCount(paper.Abstract));
        if (_free + title + summary > BlockSize)
        {
            _blocks.Add(new byte[Math.Max(BlockSize, title + summary)]);
            _free = 0;
        }

        Encoding.UTF8.GetBytes(paper.Title, _blocks[^1].AsSpan(_free));
        Encoding.UTF8.GetBytes(paper.Abstract, _blocks[^1].AsSpan(_free + title));
        _places.Add((_blocks.Count - 1, _free, title, summary));
        _free += title + summary;
    }

    /// <summary>Lets the texts go; only how many there were stays.</summary>
    public void Forget()
    {
        _blocks.Clear();
        // They lie where only a full collection looks, and the fit that follows would not cause one for minutes.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    public IEnumerator<PaperText> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
