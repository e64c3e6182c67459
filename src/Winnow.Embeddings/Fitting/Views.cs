namespace Winnow.Embeddings.Fitting;

/// <summary>
/// Makes a pair of texts from one paper that a search should bring together: something like a question, and the paper without it. Questions are titles, spans
/// and sentences of the abstract, and sentences in which others mention the paper.
/// </summary>
internal sealed class Views(
    IReadOnlyList<TokenizedPaper> papers, IReadOnlyList<int[]> frames, IReadOnlyDictionary<int, int[][]> mentions, Recipe recipe, double hiddenWords)
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
        else if (kind < recipe.TitleQuestions || paper.Sentences.Length < 2)
        {
            questions.Add(Framed(paper.Title, random));
            titleStays = random.NextDouble() < recipe.TitleKept;
        }
        else
        {
            taken = random.Next(paper.Sentences.Length);
            questions.Add(Framed(kind < recipe.TitleQuestions + recipe.SpanQuestions ? Span(paper.Sentences[taken], random) : paper.Sentences[taken], random));
        }

        questions.Close(recipe.Saturation);
        var hides = random.NextDouble() < hiddenWords;
        if (titleStays) AddToDocument(paper.Title);
        for (var i = 0; i < paper.Sentences.Length; i++)
        {
            if (i != taken) AddToDocument(paper.Sentences[i]);
        }

        documents.Close(recipe.Saturation);

        void AddToDocument(int[] tokens)
        {
            if (hides) documents.AddUnhidden(tokens, hiding: questions);
            else documents.Add(tokens);
        }
    }

    private int[] Span(int[] sentence, Random random)
    {
        var length = Math.Min(sentence.Length, random.Next(recipe.ShortestSpan, recipe.LongestSpan + 1));
        var start = random.Next(sentence.Length - length + 1);
        return sentence[start..(start + length)];
    }

    private int[] Framed(int[] ids, Random random) =>
        random.NextDouble() < recipe.FramedQuestions ? [.. frames[random.Next(frames.Count)], .. ids] : ids;
}
