namespace Winnow.Embeddings.Fitting;

/// <summary>
/// Makes a pair of texts from one paper that a search should bring together: something like a question, and the paper without it. Questions are titles, spans
/// and sentences of the abstract, and sentences in which others mention the paper.
/// </summary>
internal sealed class Views(
    IReadOnlyList<TokenizedPaper> papers, IReadOnlyList<int[]> frames, IReadOnlyDictionary<int, int[][]> mentions, Recipe recipe)
{
    public void Add(int position, Random random, Bags questions, Bags documents)
    {
        var paper = papers[position];
        var titleStays = true;
        var taken = -1;
        var kind = random.NextDouble();
        if (random.NextDouble() < recipe.MentionQuestions && mentions.TryGetValue(position, out var sentences))
        {
            questions.Add(Framed(sentences[random.Next(sentences.Length)], random));
        }
        else if (kind < recipe.TitleQuestions || paper.Sentences < 2)
        {
            questions.Add(Framed(Title(paper, random), random));
            titleStays = random.NextDouble() < recipe.TitleKept;
        }
        else
        {
            taken = random.Next(paper.Sentences);
            var sentence = paper.Sentence(taken);
            questions.Add(Framed(kind < recipe.TitleQuestions + recipe.SpanQuestions ? Span(sentence, random) : sentence, random));
        }

        questions.Close(recipe.Saturation);
        var hides = random.NextDouble() < recipe.HiddenWords;
        if (titleStays) AddToDocument(paper.Title);
        for (var i = 0; i < paper.Sentences; i++)
        {
            if (i != taken) AddToDocument(paper.Sentence(i));
        }

        documents.Close(recipe.Saturation);

        void AddToDocument(ReadOnlySpan<int> tokens)
        {
            if (hides) documents.AddUnhidden(tokens, hiding: questions);
            else documents.Add(tokens);
        }
    }

    private ReadOnlySpan<int> Title(TokenizedPaper paper, Random random) =>
        paper.NamelessTitle.Length > 2 && recipe.NamelessTitles > 0 && random.NextDouble() < recipe.NamelessTitles ? paper.NamelessTitle : paper.Title;

    private ReadOnlySpan<int> Span(ReadOnlySpan<int> sentence, Random random)
    {
        var length = Math.Min(sentence.Length, random.Next(recipe.ShortestSpan, recipe.LongestSpan + 1));
        var start = random.Next(sentence.Length - length + 1);
        return sentence[start..(start + length)];
    }

    private ReadOnlySpan<int> Framed(ReadOnlySpan<int> ids, Random random) =>
        random.NextDouble() < recipe.FramedQuestions ? (int[])[.. frames[random.Next(frames.Count)], .. ids] : ids;
}
