using Winnow.Index.Text;

namespace Winnow.Index.Lexical;

/// <summary>Reads typed words with their other forms: compounds joined and taken apart, initials, one and many, completions; and finds those that were mistyped.</summary>
internal sealed class WordReader(TermStatistics statistics, Analyzer analyzer)
{
    // Beside the parts' own scores, so that a document that joins a compound is neither lost nor put above all others.
    private const float JoinedWeight = 0.5f;
    private const float CompletionWeight = 0.8f;
    private const int LongestJoined = 32;
    private const int ShortestTakenApart = 5;
    private const int DocumentsWithSpelling = 20;

    private const double CommonShare = 0.25;
    private const int CommonFrequency = 100;

    // Where so many documents write it as one word, those that write it with blanks are not missed; looking for them costs a search in each dictionary.
    private const double JoinedShare = 0.01;

    /// <exception cref="ArgumentException">A field is not in the index.</exception>
    internal List<QueryWord> Read(WordsQuery query)
    {
        var schema = statistics.Snapshot.Schema;
        var mask = query.Fields is null ? statistics.Snapshot.AllFields : query.Fields.Aggregate(0, (bits, field) => bits | (1 << schema.TextOrdinal(field)));
        return IsForNames(query) ? ReadNames(query, mask) : ReadEnglish(query, mask);
    }

    /// <summary>The words of a query that no document has in any form, with what they were probably meant to be. Of names typed as such every spelling is one's own.</summary>
    internal List<WordCorrection> Corrections(WordsQuery query, Predicate<string>? isWord, SearchScratch scratch)
    {
        var words = IsForNames(query) ? [] : Read(query);
        var folded = analyzer.Fold(query.Text);
        var terms = new List<Term>();
        analyzer.Analyze(query.Text, AnalysisKind.English, forIndex: false, terms);
        terms.RemoveAll(term => term.Kind != TermKind.Word);
        var corrections = new List<WordCorrection>();
        for (var i = 0; i < words.Count; i++)
        {
            // A word that occurs in another form, alone or with its neighbours, has another condition than its term's.
            var own = words[i].Term;
            var typed = query.Text.AsSpan(terms[i].Start, terms[i].Length);
            if (own.Frequency == 0 && words[i].Condition is TermConstraint && corrections.TrueForAll(correction => correction.Typed != own.Text)
                && isWord?.Invoke(typed.ToString()) != true && TypingErrors.Meant(statistics, typed, folded[i], own.Text) is { } meant)
            {
                corrections.Add(new WordCorrection(
                    own.Text, meant, TermDocuments.First(scratch, statistics.Snapshot, statistics.Find(meant, own.FieldMask), DocumentsWithSpelling)));
            }
        }

        return corrections;
    }

    private bool IsForNames(WordsQuery query)
    {
        var schema = statistics.Snapshot.Schema;
        return query.Fields is { Count: > 0 } && query.Fields.All(field => schema.Texts[schema.TextOrdinal(field)].Analysis == AnalysisKind.Names);
    }

    private List<QueryWord> ReadNames(WordsQuery query, int mask)
    {
        var terms = new List<Term>();
        analyzer.AnalyzeExact(query.Text, terms);
        var words = new List<QueryWord>();
        // "LeCun, Yann" begins with the family name, "Yann LeCun" ends with it; an initial never stands for a family name.
        var comma = query.Text.IndexOf(',', StringComparison.Ordinal);
        var family = comma > 0 ? terms.FindLastIndex(term => term.Start < comma) : terms.Count - 1;
        for (var i = 0; i < terms.Count; i++)
        {
            var term = statistics.Find(terms[i].Value, mask);
            var folded = terms[i].Value[1..];
            QueryTerm? other = null;
            if (folded.Length == 1)
            {
                other = statistics.Find(Analyzer.InitialOf(folded), mask);
            }
            else if (i != family)
            {
                other = statistics.Find($"{Analyzer.ExactMark}{folded[0]}", mask);
            }

            words.Add(other is null
                ? new QueryWord(term, [], new TermConstraint(term))
                : new QueryWord(term, [new OtherForm(other, JoinedWeight, other.Idf, [term])], Any(new TermConstraint(term), new TermConstraint(other))));
        }

        return words;
    }

    private List<QueryWord> ReadEnglish(WordsQuery query, int mask)
    {
        var terms = new List<Term>();
        analyzer.Analyze(query.Text, AnalysisKind.English, forIndex: false, terms);
        var folded = analyzer.Fold(query.Text);
        var own = terms.Where(term => term.Kind == TermKind.Word).Select(term => statistics.Find(term.Value, mask)).ToList();
        var others = own.Select(_ => new List<OtherForm>()).ToList();
        var conditions = own.Select(term => new List<Constraint> { new TermConstraint(term) }).ToList();
        JoinNeighbours(folded, own, others, conditions, mask);
        for (var i = 0; i < own.Count; i++)
        {
            TakeApart(folded[i], own[i], others[i], conditions[i], mask);
            if (own[i].Frequency == 0)
            {
                AddOtherNumber(folded[i], own[i], others[i], conditions[i], mask);
            }
        }

        if (query.PrefixLast && own.Count > 0 && (query.Text.Length == 0 || char.IsLetterOrDigit(query.Text[^1])))
        {
            Complete(folded[^1], own[^1], others[^1], conditions[^1], mask);
        }

        var weights = query.Question ? QuestionWords.Weigh(query.Text, [.. terms.Where(term => term.Kind == TermKind.Word)], folded) : null;
        return [.. own.Select((term, i) => new QueryWord(term, others[i], conditions[i].Count == 1 ? conditions[i][0] : Any([.. conditions[i]])) { Weight = weights?[i] ?? 1 })];
    }

    /// <summary>"text to speech" also finds "texttospeech": two neighbours, or three around a short one.</summary>
    private void JoinNeighbours(List<string> folded, List<QueryTerm> own, List<List<OtherForm>> others, List<List<Constraint>> conditions, int mask)
    {
        for (var first = 0; first + 1 < own.Count; first++)
        {
            var most = first + 2 < own.Count && folded[first + 1].Length <= 3 ? 3 : 2;
            for (var count = 2; count <= most; count++)
            {
                var joined = string.Concat(folded.Skip(first).Take(count));
                if (joined.Length > LongestJoined || joined.All(char.IsAsciiDigit) || IsCommon(own[first]) || IsCommon(own[first + count - 1]))
                {
                    continue;
                }

                var term = statistics.Find(analyzer.Stem(joined), mask);
                var parts = own.GetRange(first, count);
                if (term.Frequency == 0 || parts.Contains(term))
                {
                    continue;
                }

                others[first].Add(new OtherForm(term, JoinedWeight, parts.Max(part => part.Idf), parts));
                for (var i = first; i < first + count; i++)
                {
                    conditions[i].Add(new TermConstraint(term));
                }
            }
        }
    }

    /// <summary>"texttospeech" also finds "text-to-speech" and "text to speech", once a document has shown where its parts end.</summary>
    private void TakeApart(string folded, QueryTerm own, List<OtherForm> others, List<Constraint> conditions, int mask)
    {
        if (folded.Length < ShortestTakenApart || IsSettled(own) || WordExpansion.Parts(statistics, own.Text) is not { } spelled)
        {
            return;
        }

        var parts = spelled.Select(part => statistics.Find(analyzer.Stem(part), mask)).Where(part => part != own).Distinct().ToList();
        others.AddRange(parts.Select(part => new OtherForm(part, JoinedWeight, part.Idf, [own]) { Whole = parts }));
        conditions.Add(new CombinedConstraint([.. parts.Select(part => new TermConstraint(part))], all: true));
    }

    /// <summary>"matrices" also finds "matrix", which has another stem.</summary>
    private void AddOtherNumber(string folded, QueryTerm own, List<OtherForm> others, List<Constraint> conditions, int mask)
    {
        foreach (var term in GrammaticalNumber.Others(folded).Select(other => statistics.Find(analyzer.Stem(other), mask)).Where(term => term.Frequency > 0).Distinct())
        {
            others.Add(new OtherForm(term, 1, term.Idf, [own]));
            conditions.Add(new TermConstraint(term));
        }
    }

    private void Complete(string folded, QueryTerm own, List<OtherForm> others, List<Constraint> conditions, int mask)
    {
        var completions = WordExpansion.Completions(statistics, folded).Select(text => statistics.Find(text, mask)).Where(term => term != own).ToList();
        // All completions score as one word would that has all their documents; a rare one is no better a guess than a common one.
        var idf = Bm25.Idf(statistics.Snapshot.Documents, Math.Min(statistics.Snapshot.Documents, own.Frequency + completions.Sum(term => term.Frequency)));
        foreach (var term in completions)
        {
            others.Add(new OtherForm(term, CompletionWeight, idf, [own]));
            conditions.Add(new TermConstraint(term));
        }
    }

    private bool IsSettled(QueryTerm term) => term.Frequency > CommonFrequency && term.Frequency > statistics.Snapshot.Documents * JoinedShare;

    // No compound begins or ends with a word like "the".
    private bool IsCommon(QueryTerm term) => term.Frequency > CommonFrequency && term.Frequency > statistics.Snapshot.Documents * CommonShare;

    private static CombinedConstraint Any(params Constraint[] parts) => new(parts, all: false);
}
