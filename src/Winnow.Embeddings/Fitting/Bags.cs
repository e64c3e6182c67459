namespace Winnow.Embeddings.Fitting;

/// <summary>A batch of texts as bags of tokens: text i has the tokens from Starts[i] to Starts[i + 1], each once, with how much it counts.</summary>
internal sealed class Bags
{
    private readonly List<int> _tokens = [];
    private readonly List<float> _amounts = [];
    private readonly List<int> _starts = [0];
    private readonly Dictionary<int, float> _counts = [];

    public int Count => _starts.Count - 1;
    public IReadOnlyList<int> Starts => _starts;
    public ReadOnlySpan<int> Tokens => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_tokens);
    public ReadOnlySpan<float> Amounts => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_amounts);

    public void Clear()
    {
        _tokens.Clear();
        _amounts.Clear();
        _starts.RemoveRange(1, _starts.Count - 1);
    }

    /// <summary>Adds tokens to the text that <see cref="Close"/> ends.</summary>
    public void Add(ReadOnlySpan<int> tokens)
    {
        foreach (var token in tokens) System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, token, out _)++;
    }

    /// <summary>The same, but passes over the tokens of the text that was closed last in <paramref name="hiding"/>.</summary>
    public void AddUnhidden(ReadOnlySpan<int> tokens, Bags hiding)
    {
        var hidden = hiding.Tokens[hiding._starts[^2]..];
        foreach (var token in tokens)
        {
            if (!hidden.Contains(token)) System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, token, out _)++;
        }
    }

    /// <param name="saturation">A token that occurs n times counts n to this power.</param>
    public void Close(float saturation)
    {
        foreach (var (token, count) in _counts)
        {
            _tokens.Add(token);
            _amounts.Add(MathF.Pow(count, saturation));
        }

        _counts.Clear();
        _starts.Add(_tokens.Count);
    }
}
