namespace Winnow.Index;

/// <summary>
/// Words as a person types them. They rank by BM25F, any of them sufficing. Alone or as <see cref="BooleanQuery.Should"/> they match the documents that hold
/// at least half of their idf mass (words in more than a quarter of all documents have none, unless all are that common). As <c>Must</c>, <c>Filter</c> or
/// <c>MustNot</c> they hold where every word occurs.
/// </summary>
/// <param name="Text">Analysed as the fields are.</param>
public sealed record WordsQuery(string Text) : IndexQuery
{
    /// <summary>Only these text fields; null: all.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>The last word also stands for the words that it begins, for results as one types.</summary>
    public bool PrefixLast { get; init; }

    /// <summary>The text may be a question in prose: words of grammar count nothing and words that ask for papers as such little, unless there are no others.</summary>
    public bool Question { get; init; }

    public bool Equals(WordsQuery? other) => other is not null && Text == other.Text && PrefixLast == other.PrefixLast && Question == other.Question
        && (Fields ?? []).SequenceEqual(other.Fields ?? []);

    public override int GetHashCode() => HashCode.Combine(Text, PrefixLast, Question);
}
