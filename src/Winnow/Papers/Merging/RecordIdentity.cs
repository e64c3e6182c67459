namespace Winnow.Papers.Merging;

/// <summary>What of a record decides which paper it belongs to, small enough to be kept beside every record and compared without reading it again.</summary>
public sealed record RecordIdentity
{
    /// <summary>A collaboration prints the same thousands of names everywhere: the first hundred are enough to meet.</summary>
    private const int MaxAuthors = 100;

    private const int WordsOfLongTitle = 5;

    /// <summary>Keys of the identifiers of which each alone makes two records one paper.</summary>
    public IReadOnlyList<long> WorkKeys { get; init; } = [];

    /// <summary>Keys of the other identifiers; a paper is found by them, but they merge nothing.</summary>
    public IReadOnlyList<long> OtherKeys { get; init; } = [];

    /// <summary>
    /// Keys under which records that may share a title meet: one for a distinctive title; for a short one, which strangers share, one for each author; none
    /// for a short title without authors.
    /// </summary>
    public IReadOnlyList<long> TitleKeys { get; init; } = [];

    /// <summary>Hashes of each author's family name and initial, in both readings of the name's order; empty when nobody is named.</summary>
    public IReadOnlyList<int> Authors { get; init; } = [];

    public int? Year { get; init; }

    /// <summary>The title is distinctive and has at least five words, so that without authors it may still be recognised.</summary>
    public bool HasLongTitle { get; init; }

    public bool IsAuthored => Authors.Count > 0;

    /// <summary>All keys under which the record has to be found.</summary>
    public IEnumerable<long> Keys => WorkKeys.Concat(OtherKeys).Concat(TitleKeys);

    /// <summary>The keys that can make it one paper with another record.</summary>
    public IEnumerable<long> MeetingKeys => WorkKeys.Concat(TitleKeys);

    public static RecordIdentity Of(RecordFields fields)
    {
        var signatures = Signatures(fields.Authors);
        var title = FoldedTitle.Of(fields.Title);
        return new RecordIdentity
        {
            WorkKeys = KeysOf(CredibleIdentifiers.Of(fields), identifiesWork: true),
            OtherKeys = KeysOf(fields.Identifiers, identifiesWork: false),
            TitleKeys = TitleKeysOf(title, signatures),
            Authors = [.. signatures.Select(IdentityKey.OfAuthor).Distinct()],
            Year = fields.Year ?? fields.Published?.Year,
            HasLongTitle = title.IsDistinctive && title.Words >= WordsOfLongTitle,
        };
    }

    /// <summary>Years at most two apart; a missing year agrees with every other.</summary>
    internal static bool YearsAgree(int? one, int? other) => one is not { } a || other is not { } b || Math.Abs(a - b) <= MaxYearsApart;

    internal const int MaxYearsApart = 2;

    private static List<long> KeysOf(IReadOnlyList<Identifier> identifiers, bool identifiesWork)
    {
        var keys = new List<long>(identifiers.Count);
        foreach (var identifier in identifiers)
        {
            if (identifier.IdentifiesWork == identifiesWork && IdentityKey.Of(identifier) is var key && !keys.Contains(key))
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    private static List<string> Signatures(IReadOnlyList<Author> authors)
    {
        var signatures = new List<string>(2 * Math.Min(authors.Count, MaxAuthors));
        foreach (var author in authors.Take(MaxAuthors))
        {
            if (AuthorName.IsNobody(author.Name))
            {
                continue;
            }

            var (usual, swapped) = AuthorName.Signature(author.Name);
            signatures.Add(usual);
            signatures.Add(swapped);
        }

        return signatures;
    }

    private static long[] TitleKeysOf(FoldedTitle title, List<string> signatures) =>
        title.Text.Length == 0 ? []
        : title.IsDistinctive ? [IdentityKey.OfTitle(title.Text)]
        : [.. signatures.Distinct(StringComparer.Ordinal).Select(signature => IdentityKey.OfTitleAndAuthor(title.Text, signature))];
}
