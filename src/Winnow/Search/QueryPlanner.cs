using Winnow.Index;
using Winnow.Search.Indexing;
using Winnow.Search.Language;

namespace Winnow.Search;

/// <summary>
/// Turns what was asked into an index query. Words rank and any of them suffices; phrases and title words must occur and rank; all other fields only restrict.
/// Of several venues, sources or categories any will do; of everything else each must hold.
/// </summary>
internal sealed class QueryPlanner(KeywordValues values)
{
    private static readonly string[] TitleOnly = [PaperIndexFields.Title];
    private static readonly string[] AuthorsOnly = [PaperIndexFields.Authors];

    /// <summary>A question of more words is a pasted text: what it puts in quotes it quotes, and does not demand.</summary>
    private const int ProseWords = 32;

    private readonly List<string> _words = [];
    private readonly List<string> _meaning = [];
    private readonly List<IndexQuery> _must = [];
    private readonly List<IndexQuery> _mustNot = [];
    private readonly List<IndexQuery> _filter = [];
    private readonly Dictionary<string, List<string>> _anyOf = [];
    private readonly List<string> _notes = [];
    private bool _prose;

    internal static QueryPlan Plan(ParsedQuery parsed, SearchRequest request, KeywordValues values)
    {
        var planner = new QueryPlanner(values);
        planner._notes.AddRange(parsed.Notes);
        planner._prose = IsProse(parsed);
        if (planner._prose && parsed.Clauses.Any(clause => clause is PhraseClause { Excluded: false }))
        {
            planner._notes.Add("This is a long text, so what stands in quotes in it was searched like its other words.");
        }

        foreach (var clause in parsed.Clauses)
        {
            planner.Add(clause);
        }

        var typing = request.Typing && parsed.Clauses is [.., WordClause { Excluded: false }] && !char.IsWhiteSpace(request.Text[^1]);
        return planner.Build(typing, Filters(request.Filters));
    }

    private QueryPlan Build(bool typing, IReadOnlyList<FieldFilter> filters)
    {
        foreach (var (field, accepted) in _anyOf)
        {
            _filter.Add(new KeywordFilter(field, accepted));
        }

        WordsQuery? words = _words.Count == 0 ? null : new WordsQuery(string.Join(' ', _words)) { PrefixLast = typing, Question = true };
        var ranks = words is not null || _must.Count > 0;
        IndexQuery query = (words, _must.Count + _mustNot.Count + _filter.Count) switch
        {
            (null, 0) => new EverythingQuery(),
            (not null, 0) => words,
            _ => new BooleanQuery
            {
                Should = words is null ? [] : [words],
                Must = _must,
                MustNot = _mustNot,
                // An exclusion alone leaves something out of everything.
                Filter = ranks || _filter.Count > 0 ? _filter : [new EverythingQuery()],
            },
        };
        return new QueryPlan(query, ranks, filters, string.Join(' ', _meaning), _prose ? null : words, _notes);
    }

    private void Add(QueryClause clause)
    {
        switch (clause)
        {
            case WordClause { Excluded: false } word:
                _words.Add(word.Word);
                _meaning.Add(word.Word);
                break;
            case WordClause word:
                _mustNot.Add(new WordsQuery(word.Word));
                break;
            case PhraseClause { Excluded: false } phrase when _prose:
                _words.Add(phrase.Phrase);
                _meaning.Add(phrase.Phrase);
                break;
            case PhraseClause phrase:
                (phrase.Excluded ? _mustNot : _must).Add(new PhraseQuery(phrase.Phrase));
                AddMeaning(phrase.Excluded, phrase.Phrase);
                break;
            case YearClause year:
                (year.Excluded ? _mustNot : _filter).Add(new NumberFilter(PaperIndexFields.Year, year.From, year.To));
                break;
            case FieldClause { Field: QueryField.Title } title:
                (title.Excluded ? _mustNot : _must).Add(InField(PaperIndexFields.Title, TitleOnly, title.Value));
                AddMeaning(title.Excluded, title.Value);
                break;
            case FieldClause { Field: QueryField.Author } author:
                (author.Excluded ? _mustNot : _filter).Add(InField(PaperIndexFields.Authors, AuthorsOnly, author.Value));
                break;
            case FieldClause { Field: QueryField.Has } has:
                (has.Excluded ? _mustNot : _filter).Add(new KeywordFilter(PaperIndexFields.Has, has.Value));
                break;
            case FieldClause keyword:
                AddKeyword(keyword);
                break;
        }
    }

    private static bool IsProse(ParsedQuery parsed) => ProseWords < parsed.Clauses.Sum(clause => clause switch
    {
        WordClause { Excluded: false } => 1,
        PhraseClause { Excluded: false } phrase => phrase.Phrase.Count(c => c == ' ') + 1,
        _ => 0,
    });

    private void AddMeaning(bool excluded, string text)
    {
        if (!excluded)
        {
            _meaning.Add(text);
        }
    }

    private static IndexQuery InField(string field, string[] only, string value) =>
        value.Contains(' ', StringComparison.Ordinal) ? new PhraseQuery(value, field) : new WordsQuery(value) { Fields = only };

    private void AddKeyword(FieldClause clause)
    {
        var field = clause.Field switch
        {
            QueryField.Venue => PaperIndexFields.Venue,
            QueryField.Source => PaperIndexFields.Source,
            _ => PaperIndexFields.Category,
        };
        var meant = values.Meant(field, clause.Value);
        if (meant.Count == 0)
        {
            _notes.Add($"No paper here has the {clause.Field.Name()} '{clause.Value}'.");
            meant = [clause.Value];
        }

        if (clause.Excluded)
        {
            _mustNot.Add(new KeywordFilter(field, meant));
            return;
        }

        if (!_anyOf.TryGetValue(field, out var accepted))
        {
            _anyOf[field] = accepted = [];
        }

        accepted.AddRange(meant.Except(accepted));
    }

    private static List<FieldFilter> Filters(SearchFilters filters)
    {
        var result = new List<FieldFilter>();
        if (filters.FromYear is not null || filters.ToYear is not null)
        {
            result.Add(new NumberFilter(PaperIndexFields.Year, filters.FromYear, filters.ToYear));
        }

        AddValues(PaperIndexFields.Venue, filters.Venues);
        AddValues(PaperIndexFields.Source, filters.Sources);
        AddValues(PaperIndexFields.Category, filters.Categories);
        if (filters.HasCode)
        {
            result.Add(new KeywordFilter(PaperIndexFields.Has, PaperAsset.Code));
        }

        return result;

        void AddValues(string field, IReadOnlyList<string> wanted)
        {
            if (wanted.Count > 0)
            {
                result.Add(new KeywordFilter(field, wanted));
            }
        }
    }
}
