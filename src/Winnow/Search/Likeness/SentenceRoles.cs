namespace Winnow.Search.Likeness;

/// <summary>
/// What a sentence of an abstract is there for, told from the words that give it away and from where it stands: abstracts go from problem over method to result.
/// A small lexicon instead of a model, so that it can be read, and costs microseconds.
/// </summary>
internal static class SentenceRoles
{
    private const double Strong = 2;
    private const double Weak = 1;

    /// <summary>How much a sentence's place speaks for the role that abstracts have there.</summary>
    private const double Place = 0.9;

    /// <summary>Beginnings of words, each with a blank before it; a strong cue decides against a weak one and the place.</summary>
    private static readonly (PaperFacet Role, double Weight, string[] Cues)[] Lexicon =
    [
        (PaperFacet.Problem, Strong,
        [
            " however", " remains a ", " remain a ", " remains an ", " remains challeng", " remain challeng", " remains unclear", " remains open", " remain unclear", " is challenging", " are challenging", " key challenge", " major challenge",
            " main challenge", " a challenge", " open problem", " open question", " lack of ", " lacks ", " suffer from", " suffers from", " struggle", " fail to ", " fails to ", " existing methods", " existing approaches",
            " existing work", " prior work", " previous work", " previous methods", " current methods", " current approaches", " little is known", " little attention", " we address the ", " we tackle the ", " we study the problem", " we consider the problem",
            " the problem of ", " the task of ", " the question of whether", " we ask whether", " we ask: ", " bottleneck", " prohibitive", " overlook", " neglect", " under-explored", " underexplored", " understudied", " poorly understood", " hard to ",
            " difficult to ", " unable to ", " hinder",
        ]),
        (PaperFacet.Problem, Weak,
        [
            " recent", " important", " crucial", " essential", " despite", " although", " while ", " often ", " usually ", " typically ", " traditional", " conventional", " limited", " limitation", " expensive", " costly", " scarce", " need ", " needs ",
            " increasing", " widely", " popular", " ubiquitous", " motivat", " aim of ", " goal of ", " concern", " risk", " yet ",
        ]),
        (PaperFacet.Method, Strong,
        [
            " we propose", " we introduce", " we present", " we develop", " we design", " we devise", " we describe", " we formulate", " we build", " we construct", " we train ", " we leverage", " we use ", " we employ", " we adopt", " we combine", " we extend",
            " we apply", " we model ", " we cast ", " we augment", " we derive an algorithm", " is proposed", " are proposed", " is introduced", " is presented", " this paper proposes", " this paper presents", " this paper introduces", " this work proposes", " this work presents",
            " this work introduces", " our method ", " our approach ", " our framework ", " our model ", " our algorithm", " our system", " the proposed", " the key idea", " the core idea", " our key idea", " our key insight", " consists of", " is composed of", " comprises", " is based on", " works by", " in two stages", " two-stage",
            " first, ", " second, ", " to this end", " specifically", " we collect", " we annotate", " we release a dataset",
        ]),
        (PaperFacet.Method, Weak,
        [
            " algorithm", " architecture", " module", " encoder", " decoder", " loss", " objective", " training ", " optimiz", " learns ", " incorporat", " integrat", " leverag", " exploit", " employ", " by means of", " using ", " via ", " which allows", " enables",
            " jointly", " end-to-end", " pipeline", " mechanism", " novel", " based on",
        ]),
        (PaperFacet.Result, Strong,
        [
            " outperform", " achieves", " achieved", " we achieve", " surpass", " experiments show", " experiments on", " experimental results", " results show", " results demonstrate", " results indicate", " results suggest", " extensive experiments", " empirical results", " evaluation shows", " evaluations show",
            " we find that", " we found that", " we show that", " we observe that", " we demonstrate that", " we prove that", " our findings", " our results", " our experiments", " our analysis shows", " our analysis reveals", " our evaluation", " state-of-the-art results", " state-of-the-art performance", " new state of the art",
            " improves over", " improves the ", " improvement of", " improvements of", " improving ", " reduces the ", " reducing ", " gains of", " speedup", " faster than", " higher than", " better than", " more accurate than", " compared to", " compared with", " on par with", " comparable to", " competitive with",
            " exceeds", " drops by", " by up to", " yields", " confirm",
        ]),
        (PaperFacet.Result, Weak,
        [
            " accuracy", " f1", " bleu", " error rate", " significant", " consistently", " demonstrat", " reveal", " effectiveness", " benchmarks", " evaluat", " gain", " improve", " superior", " robust", " up to ", " percent", " finding", " code is available", " show",
        ]),
    ];

    /// <param name="sentence">One sentence.</param>
    /// <param name="position">Where it stands in its abstract, from 0 to 1.</param>
    internal static PaperFacet Of(string sentence, double position)
    {
        var text = $" {sentence.ToLowerInvariant()} ";
        Span<double> scores = stackalloc double[4];
        foreach (var (role, weight, cues) in Lexicon)
        {
            foreach (var cue in cues)
            {
                scores[(int)role] += text.Contains(cue, StringComparison.Ordinal) ? weight : 0;
            }
        }

        // A figure with a percent sign is what came out.
        scores[(int)PaperFacet.Result] += sentence.AsSpan().ContainsAny("%") ? Strong : 0;
        scores[(int)PaperFacet.Problem] += Place * Math.Max(0, 1 - (3 * position));
        scores[(int)PaperFacet.Method] += Place * Math.Max(0, 1 - (2.5 * Math.Abs(position - 0.45)));
        scores[(int)PaperFacet.Result] += Place * Math.Max(0, (3 * position) - 2);
        var best = PaperFacet.Problem;
        foreach (var role in new[] { PaperFacet.Method, PaperFacet.Result })
        {
            best = scores[(int)role] > scores[(int)best] ? role : best;
        }

        return best;
    }
}
