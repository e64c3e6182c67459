using Winnow.Index.Segments;
using Winnow.Index.Text;

namespace Winnow.Index.Lexical;

/// <summary>Turns a query tree into a <see cref="QueryPlan"/> for one snapshot.</summary>
internal sealed class QueryCompiler
{
    private const double MassScale = 1024;

    // Words in more than this share of all documents say nothing about whether a document matches.
    private const double CommonShare = 0.25;

    // A wanted phrase is worth this share of its words' own rarity on top of them.
    private const float PhraseShare = 0.5f;

    private readonly TermStatistics _statistics;
    private readonly Analyzer _analyzer;
    private readonly WordReader _words;
    private readonly Dictionary<QueryTerm, TermUse> _scored = [];
    private readonly List<QueryPhrase> _phrases = [];
    private readonly List<Constraint> _required = [];
    private readonly List<QueryTerm> _wanted = [];
    private bool _askedForWords;

    internal QueryCompiler(Snapshot snapshot, Analyzer analyzer)
    {
        _statistics = new TermStatistics(snapshot);
        _analyzer = analyzer;
        _words = new WordReader(_statistics, analyzer);
    }

    private Snapshot Snapshot => _statistics.Snapshot;

    internal QueryPlan Compile(IndexQuery query)
    {
        AddWanted(query);
        foreach (var (term, use) in _scored)
        {
            term.Idf = use.Weight * (use.Idf > 0 ? use.Idf : Bm25.Idf(Snapshot.Documents, term.Frequency));
        }

        var required = SetMasses();
        var terms = _scored.Keys.Where(term => term.Frequency > 0 && term.Idf > 0)
            .OrderByDescending(term => term.Idf).ThenBy(term => term.Text, StringComparer.Ordinal).ThenBy(term => term.FieldMask).ToList();
        return new QueryPlan
        {
            Terms = terms,
            Phrases = _phrases,
            Required = _required,
            RequiredMass = required,
            Hopeless = _askedForWords && required == 0,
        };
    }

    private void AddWanted(IndexQuery query)
    {
        switch (query)
        {
            case WordsQuery words:
                AddWords(words, wanted: true);
                break;
            case PhraseQuery phrase:
                AddPhraseWords(phrase, wanted: true);
                break;
            case BooleanQuery boolean:
                AddBoolean(boolean);
                break;
            case EverythingQuery:
                break;
            default:
                _required.Add(Condition(query));
                break;
        }
    }

    private void AddBoolean(BooleanQuery boolean)
    {
        foreach (var part in boolean.Must)
        {
            _required.Add(Condition(part));
            AddScore(part);
        }

        _required.AddRange(boolean.Filter.Select(Condition));
        _required.AddRange(boolean.MustNot.Select(part => new ExcludedConstraint(Condition(part))));
        var words = boolean.Should.Where(part => part is WordsQuery or PhraseQuery).ToList();
        words.ForEach(AddWanted);
        if (words.Count == 0 && boolean.Should.Count > 0)
        {
            _required.Add(new CombinedConstraint([.. boolean.Should.Select(Condition)], all: false));
            foreach (var part in boolean.Should)
            {
                AddScore(part);
            }
        }
    }

    /// <summary>Adds what a required part gives to the score.</summary>
    private void AddScore(IndexQuery query)
    {
        switch (query)
        {
            case WordsQuery words:
                AddWords(words, wanted: false);
                break;
            case PhraseQuery phrase:
                AddPhraseWords(phrase, wanted: false);
                break;
            case BooleanQuery boolean:
                foreach (var part in boolean.Must.Concat(boolean.Should))
                {
                    AddScore(part);
                }

                break;
        }
    }

    private void AddWords(WordsQuery words, bool wanted)
    {
        foreach (var word in _words.Read(words))
        {
            Use(word.Term, word.Weight, 0);
            if (wanted)
            {
                _askedForWords = true;
            }

            if (wanted && word.Weight == 1)
            {
                _wanted.Add(word.Term);
            }

            foreach (var other in word.Others)
            {
                Use(other.Term, other.Weight, other.Idf);
                if (wanted)
                {
                    _scored[other.Term].StandsFor.UnionWith(other.StandsFor);
                    _scored[other.Term].Whole = other.Whole;
                }
            }
        }
    }

    private void AddPhraseWords(PhraseQuery query, bool wanted)
    {
        var phrase = Phrase(query);
        foreach (var term in phrase.Terms)
        {
            Use(term, 1, 0);
        }

        if (wanted)
        {
            _askedForWords |= phrase.Terms.Count > 0;
            _wanted.AddRange(phrase.Terms);
            if (phrase.Terms.Count > 1)
            {
                phrase.Bonus = PhraseShare * phrase.Terms.Sum(term => term.Idf);
                _phrases.Add(phrase);
            }
        }
    }

    private void Use(QueryTerm term, float weight, float idf)
    {
        if (!_scored.TryGetValue(term, out var use))
        {
            use = new TermUse();
            _scored.Add(term, use);
        }

        // A word that is typed twice counts twice; a word that is typed and also stands for another keeps its own rarity.
        use.Idf = use.Weight > 0 && use.Idf == 0 ? 0 : idf;
        use.Weight = use.Weight == 0 || idf == 0 ? use.Weight + weight : Math.Max(use.Weight, weight);
    }

    /// <summary>Sets each scored term's mass.</summary>
    /// <returns>Half of the wanted words' mass, rounded up.</returns>
    private long SetMasses()
    {
        var wanted = _wanted.Distinct().ToList();
        var reachable = wanted.Where(term => term.Frequency > 0 || _scored.Any(pair => pair.Key.Frequency > 0 && pair.Value.StandsFor.Contains(term))).ToList();
        var telling = reachable.Where(term => term.Frequency <= Snapshot.Documents * CommonShare).ToList();
        telling = telling.Count > 0 ? telling : reachable;
        foreach (var term in telling)
        {
            term.Mass = Math.Max(1, (int)(Bm25.Idf(Snapshot.Documents, term.Frequency) * MassScale));
        }

        foreach (var (term, use) in _scored)
        {
            if (term.Mass == 0 && use.StandsFor.Count > 0)
            {
                term.Mass = Share(term, use.Whole, use.StandsFor.Sum(word => word.Mass));
            }
        }

        return (telling.Sum(term => (long)term.Mass) + 1) / 2;
    }

    /// <summary>A part's share of a compound's mass, by rarity as if the parts had been typed.</summary>
    private int Share(QueryTerm term, IReadOnlyList<QueryTerm>? whole, int mass)
    {
        if (whole is null)
        {
            return mass;
        }

        float Telling(QueryTerm part) => part.Frequency <= Snapshot.Documents * CommonShare ? Bm25.Idf(Snapshot.Documents, part.Frequency) : 0;
        var all = whole.Sum(Telling);
        return all > 0 ? (int)(mass * Telling(term) / all) : mass / whole.Count;
    }

    private Constraint Condition(IndexQuery query) => query switch
    {
        FieldFilter filter => Filter(filter),
        PhraseQuery phrase => new PhraseConstraint(Phrase(phrase)),
        WordsQuery words => new CombinedConstraint([.. _words.Read(words).Select(word => word.Condition)], all: true),
        EverythingQuery => new CombinedConstraint([], all: true),
        BooleanQuery boolean => Condition(boolean),
        _ => throw new ArgumentException($"A query of type {query.GetType().Name} is unknown."),
    };

    private CombinedConstraint Condition(BooleanQuery boolean)
    {
        var parts = boolean.Must.Concat(boolean.Filter).Select(Condition).ToList();
        parts.AddRange(boolean.MustNot.Select(part => new ExcludedConstraint(Condition(part))));
        if (boolean.Should.Count > 0)
        {
            parts.Add(new CombinedConstraint([.. boolean.Should.Select(Condition)], all: false));
        }

        return new CombinedConstraint(parts, all: true);
    }

    private FilterConstraint Filter(FieldFilter filter)
    {
        _ = filter is NumberFilter ? Snapshot.Schema.NumberOrdinal(filter.Field) : Snapshot.Schema.KeywordOrdinal(filter.Field);
        return new FilterConstraint(filter);
    }

    private QueryPhrase Phrase(PhraseQuery query)
    {
        var mask = query.Field is null ? Snapshot.AllFields : 1 << Snapshot.Schema.TextOrdinal(query.Field);
        var exact = query.Field is not null && Snapshot.Schema.Texts[Snapshot.Schema.TextOrdinal(query.Field)].Analysis == AnalysisKind.Names;
        var terms = new List<Term>();
        if (exact)
        {
            _analyzer.AnalyzeExact(query.Text, terms);
        }
        else
        {
            _analyzer.Analyze(query.Text, AnalysisKind.English, forIndex: false, terms);
        }

        terms.RemoveAll(term => term.Kind != TermKind.Word);
        return new QueryPhrase(
            [.. terms.Select(term => _statistics.Find(term.Value, mask))], [.. terms.Select(term => term.Position - terms[0].Position)], mask, query.Text);
    }
}
