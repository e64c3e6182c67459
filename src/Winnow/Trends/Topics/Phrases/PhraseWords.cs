using System.Collections.Frozen;

namespace Winnow.Trends.Topics.Phrases;

/// <summary>Which words a phrase may hold, begin with and end in: a small lexicon of scientific English in place of a tagger, which would cost a model.</summary>
internal static class PhraseWords
{
    /// <summary>Words that part phrases: function words, and adverbs and adjectives that say nothing of a subject.</summary>
    private const string Function =
        """
        a about above across after again against albeit all almost along already also although always am amid among amongst an and another any anybody anyone anything
        are around as aside at available away back be became because become becomes becoming been before beforehand behind being below beside besides best better between
        beyond big both but by can cannot certain clear clearly close common commonly comparable compared complete completely considerable considerably considering could crucial
        current currently despite did different difficult directly do does doing done down due during each early easily easy eight either else elsewhere enough entire entirely
        especially essential etc even ever every everything excellent existing extra extremely far few fewer final finally first firstly five following for former formerly four from full
        fully further furthermore general generally given good great greater greatly had half has have having he hence her here hereby high higher highest highly him his how
        however hundreds i idea ie if impact important importantly impressive in inc including indeed inherent inherently initial inside instead interesting interestingly into is it
        its itself just key kind kinds known large-scale largely larger largest last lastly latest latter least less like likely little long longer lot low lower lowest main mainly
        major many may me meanwhile might million millions more moreover most mostly much multiple must my namely nearly necessary neither never nevertheless new newly next
        nine no nobody none nonetheless nor not notable notably nothing notoriously novel now nowadays numerous obvious of off often old on once one ones only onto open or
        other others otherwise our ours out over overall own part particular particularly parts past per perhaps poor poorly possible potential potentially powerful practical practically precise
        precisely present previous previously primarily primary prior promising prominent proper properly quite rapid rapidly rather real really recent recently regarding regardless
        related relatively relevant remarkable remarkably respective respectively rest same second secondly seven several severe severely she should significant significantly similar
        similarly simple simply simultaneously since single six small smaller so sole solely some something sometimes somewhat soon specific specifically still straightforward strong stronger
        strongly subsequent subsequently substantial substantially successful successfully such sufficient sufficiently suitable superior ten than that the their theirs them themselves then
        there thereafter thereby therefore therein these they third this those though thousands three through throughout thus to together too toward towards traditional two typical typically
        ubiquitous under underlying unfortunately unique unlike unprecedented until up upon us useful usually valuable various vast version very via vital was way ways we well were what
        whatever when whenever where whereas whereby wherein wherever whether which while whilst who whole whom whose why wide widely will with within without worse worst would yet you
        your yours yourself zero effective effectively efficient efficiently accurate accurately competitive extensive extensively comprehensive comprehensively consistent consistently
        consistently additional additionally critical critically limited increasingly increasing growing great broad broadly diverse challenging fundamental intuitive
        favorable favourable inferior reasonable meaningful state-of-the-art sota fine ablation ablations github huggingface https http www com org io e.g i.e et al vs i.i.d
        th st nd rd ii iii iv de la des les du le et en un une der die und das el los del para il di ist ist che con per non-trivial so-called et-al plus minus
        work works paper papers study studies result results experiment experiments author authors
        """;

    /// <summary>Verbs of scientific prose in their base form; all their forms part phrases. Those that name subjects (learn, train, reason, plan, search) are left out.</summary>
    private const string Verbs =
        """
        accelerate accept access accommodate accompany accomplish account achieve acquire act adapt add address adjust adopt advance affect aggregate aim alleviate allow analyse analyze answer
        appear apply approach argue arise assess assign assume attach attain attempt attract augment avoid balance base become begin believe belong benchmark benefit bound bridge bring build
        calculate call capture carry categorize cause change characterize check choose claim clarify classify collect combine come compare compete complement complete compose comprise compute
        conclude conduct confirm connect consider consist consolidate construct consume contain continue contribute convert cope correspond cost couple cover create decide decrease define degrade deliver
        demand demonstrate depend deploy derive describe design detail detect determine develop devise differ diminish disclose discover discuss display distinguish divide do draw drive drop
        eliminate embrace emerge emphasize employ enable encompass encounter encourage end enhance enlarge enrich ensure entail equip establish estimate evaluate examine exceed excel exhibit exist expand expect
        explain exploit explore expose express extend extract face facilitate fail fall favor find fit focus follow force form formulate foster function gain gather generalize generate get give go grow guarantee guide
        handle happen have help hinder hold identify ignore illustrate implement imply impose improve include incorporate increase incur indicate induce inform inherit inspire integrate intend
        introduce investigate involve issue join justify keep know lack lead learn leave let leverage lie limit link locate look lose maintain make manage map match maximize mean measure meet minimize mitigate
        modify motivate move need note observe obtain occur offer operate optimize outline outperform overcome overlook own pave perform permit pertain pose possess predict prefer preserve prevent
        proceed process produce promote propose prove provide publish pursue push put quantify raise range reach read realize receive recognize recover reduce refer refine reflect regard relate release rely remain remove
        render replace report represent require resemble resolve respect restrict result retain return reveal review rise run satisfy save say scale see seek seem select separate serve set share shed show simplify sit solve span speak specify spend stand start state
        stem streamline strengthen strive struggle study submit substitute succeed suffer suggest suit summarize supplement support suppose surpass surround synthesize tackle tailor take target tend test think tie treat try turn uncover
        undergo underlie understand underperform undertake unify unleash unlock update urge use utilise utilize validate vary verify view visit want weaken wish witness work write yield necessitate ask retrain mix reuse curate prioritize prioritise complicate underscore harden exacerbate solve highlight showcase simulate surface
        embody entangle interpret inspect deepen broaden widen narrow sharpen shape steer compound inject impact pair pose prune rank recall release rethink revisit scrutinize sidestep spur tease trade trigger tune undermine unveil warrant weigh wonder
        """;

    /// <summary>Forms of the verbs above that are nouns of the field as well, and so may stand in a phrase.</summary>
    private const string NounsAfterAll =
        """
        access act agent approach attack balance benchmark benchmarks bound bounds change changes check computing cost costs coupling design detail drive driving
        fit focus force forces form forms function functions guide map maps mapping matching measure measures move process processing processes program prompt prompting query range reading rendering render
        return returns reviews review scale scales scaling set sets share state states stem study target targets test tests testing turn turns update updates view views writing understanding planning learning modelling
        modeling tracking searching grounding editing forecasting routing merging pruning unlearning steering alignment embedding grasping answers answering thinking speaking speech link links advance
        ranking rank pruning tuning tune steering pairs recall trade release impact compound shape shapes surface surfaces pose poses highlights pairing
        """;

    /// <summary>Words too general to be a topic alone: what nearly every abstract has. In a longer phrase they may stand.</summary>
    private const string General =
        """
        ability abilities abstract accuracy advantage advantages aim analysis application applications approach approaches architecture architectures area areas aspect aspects assumption assumptions attention author baseline baselines behavior behaviors behaviour benchmark
        benchmarks benefit benefits bound capability capabilities capacity case cases category challenge challenges change changes choice class classes code codebase combination community comparison complexity component components computation concept concepts
        condition conditions configuration consistency constraint constraints content context contexts contrast contribution contributions control cost costs criteria data dataset datasets day decision degree demand demands demonstration dependencies design details development difference differences
        dimension dimensions direction directions distribution distributions diversity domain domains dynamics effect effectiveness effects efficacy efficiency effort efforts element elements environment environments error errors evaluation evaluations evidence example examples existence experience
        expert experts extent fact factor factors failure feature features field fields findings flexibility focus form forms foundation framework frameworks function functions gain gains gap gaps generation goal goals group groups guarantee guarantees hand
        human humans image images implementation implementations implication implications improvement improvements information input inputs insight insights instance instances interaction interactions interest issue issues knowledge lack language languages layer layers learning level levels
        limitation limitations line literature loss margin margins means measure measures mechanism mechanisms method methodologies methodology methods metric metrics model modeling models module modules motivation nature need needs network networks notion novelty number numbers object objective objectives objects
        observation observations operation operations opportunities opportunity optimization order outcome outcomes output outputs pair pairs paradigm paradigms parameter parameters part participants pattern patterns people performance performances period person perspective perspectives phase phenomena phenomenon
        pipeline pipelines platform point points position possibility potential power practice practices precision prediction predictions presence principle principles problem problems procedure process processes progress project property properties proposal purpose quality quantity question questions range rate ratio
        reason reference relation relations relationship relationships reliability representation representations requirement requirements research researchers resource resources response responses rise risk robustness role rule rules sample samples scale scenario scenarios scheme science score scores section set sets setting settings
        setup shift side significance situation situations size solution solutions source sources space spaces speed stage stages standard state states step steps strategies strategy strength strengths structure structures subject success suite support survey system systems table target targets task tasks team technique
        techniques technologies technology term terms test text texts theory time times tool tools topic topics training trend trends type types understanding unit units usage use user users utility validation value values variant variants variation variations variety version video videos view views weakness word words work
        world year years algorithm algorithms researcher inference machine deep neural artificial intelligence visual linguistic natural computer scientific hours hour seconds minute minutes days months month week weeks percent point points paper release resource website page link url code codes demo
        baseline competitor latency throughput memory gpu gpus cpu tokens token agent agents reasoning
        """;

    /// <summary>Words with the ending of an adjective that are nouns.</summary>
    private const string NounsLikeAdjectives =
        """
        retrieval proposal signal signals survival removal trial goal manual journal arrival animal animals material materials tutorial interval approval portal capital metal crystal objective narrative narratives perspective derivative
        topic logic music metric heuristic traffic critic arithmetic rubric rubrics public fabric clinic mosaic graphic basic mechanic physics table variable cable timetable feed speed need seed embed breed
        heal deal meal real steal seal appeal dial rehearsal referral potential credential differential exponential residual individual professional hospital ritual virtual tribal corral cathedral
        """;

    /// <summary>Adjectives that no ending tells.</summary>
    private const string Adjectives =
        """
        complex secure robust simple deep dense sparse generic harder easier faster slower richer safer cheaper smarter longer shorter weaker large small high low long short early late fast slow rich poor safe
        strong weak hard soft open closed joint single dual multiple modern mature remote raw pure plain proper sound unseen unknown novel real fake true false full empty fine coarse broad narrow smooth rough sharp
        flat steep wide tight loose main core key near far in-depth concrete abstract discrete finite infinite explicit implicit frozen hidden black white standard interactive world-class diverse sensitive downstream upstream online offline
        """;

    private static readonly string[] TermEndings = ["ing", "tion", "sion", "ity", "ics", "graphy", "metry", "ment", "former", "formers", "tions", "gram", "grams"];

    private static readonly string[] AdjectiveEndings = ["ive", "ous", "able", "ible", "less", "ful", "ical", "onal", "ial", "ual", "ural", "oral", "imal", "eral", "ic", "ed", "ly", "ary", "ent", "ant"];

    /// <summary>Nouns in -ent and -ant are as many as adjectives; only these adjectives are common before a subject.</summary>
    private static readonly FrozenSet<string> AdjectivesInT = Set(
        "efficient consistent different dependent independent coherent recurrent latent inherent intelligent transparent frequent sufficient relevant significant invariant equivariant redundant dominant important constant instant resilient convenient evident excellent persistent");

    private static readonly FrozenSet<string> Modifiers = Set(
        "based aware guided driven free specific level wise oriented agnostic invariant efficient centric like dependent independent conditioned induced enhanced augmented assisted focused related powered consistent preserving grained rich intensive scale source art time quality form turn");

    private static readonly FrozenSet<string> PlainAdjectives = Set(Adjectives);
    private static readonly FrozenSet<string> Parting = Set(Function, Inflected());
    private static readonly FrozenSet<string> TooGeneral = Set(General);
    private static readonly FrozenSet<string> Nouns = Set(NounsLikeAdjectives);

    internal static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PartingWords { get; } = Parting.GetAlternateLookup<ReadOnlySpan<char>>();

    internal static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> GeneralWords { get; } = TooGeneral.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NounLookup = Nouns.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AdjectiveLookup = AdjectivesInT.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PlainAdjectiveLookup = PlainAdjectives.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ModifierLookup = Modifiers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a phrase may end in this folded word: adjectives and what only modifies may not.</summary>
    internal static bool MayEnd(ReadOnlySpan<char> word, bool afterHyphen)
    {
        if (PlainAdjectiveLookup.Contains(word) || (afterHyphen && ModifierLookup.Contains(word)))
        {
            return false;
        }

        foreach (var ending in AdjectiveEndings)
        {
            if (word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return NounLookup.Contains(word) || (ending is "ent" or "ant" && !AdjectiveLookup.Contains(word));
            }
        }

        return true;
    }

    /// <summary>Whether a folded word has the ending of a term of art rather than of a thing.</summary>
    internal static bool LooksLikeTerm(ReadOnlySpan<char> word)
    {
        foreach (var ending in TermEndings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The length of a folded word without its plural ending; crude on purpose, it only has to treat a word's forms alike.</summary>
    internal static int SingularLength(ReadOnlySpan<char> word, out bool endsInY)
    {
        endsInY = false;
        if (word.Length < 4 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i')
        {
            // Acronyms: LLMs has four letters and is long enough, but VQs and GPs have three.
            return word.Length == 3 && word[2] == 's' && word[..2].IndexOfAny("aeiou") < 0 ? 2 : word.Length;
        }

        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
        {
            endsInY = true;
            return word.Length - 3;
        }

        var es = word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal)
            || word.EndsWith("shes", StringComparison.Ordinal);
        return word.Length - (es ? 2 : 1);
    }

    private static string Inflected()
    {
        var nouns = Set(NounsAfterAll);
        return string.Join(' ', Words(Verbs).SelectMany(Forms).Where(form => !nouns.Contains(form)));
    }

    private static IEnumerable<string> Forms(string verb)
    {
        var stem = verb[^1] == 'e' ? verb[..^1] : verb;
        var y = verb.Length > 2 && verb[^1] == 'y' && !"aeiou".Contains(verb[^2], StringComparison.Ordinal);
        var twice = verb + verb[^1];
        return
        [
            verb, verb + "s", verb + "es", y ? verb[..^1] + "ies" : verb, y ? verb[..^1] + "ied" : stem + "ed", stem + "ing", twice + "ed", twice + "ing", .. Irregular(verb),
        ];
    }

    private static IEnumerable<string> Irregular(string verb) => verb switch
    {
        "become" => ["became"],
        "begin" => ["began", "begun"],
        "bring" => ["brought"],
        "build" => ["built"],
        "choose" => ["chose", "chosen"],
        "come" => ["came"],
        "draw" => ["drew", "drawn"],
        "drive" => ["driven", "drove"],
        "fall" => ["fell", "fallen"],
        "find" => ["found"],
        "get" => ["got"],
        "give" => ["gave", "given"],
        "go" => ["went", "gone"],
        "grow" => ["grew", "grown"],
        "hold" => ["held"],
        "keep" => ["kept"],
        "know" => ["knew", "known"],
        "lead" => ["led"],
        "leave" => ["left"],
        "lose" => ["lost"],
        "make" => ["made"],
        "mean" => ["meant"],
        "meet" => ["met"],
        "overcome" => ["overcame"],
        "rise" => ["rose", "risen"],
        "run" => ["ran"],
        "say" => ["said"],
        "see" => ["saw", "seen"],
        "seek" => ["sought"],
        "show" => ["shown"],
        "speak" => ["spoke", "spoken"],
        "stand" => ["stood"],
        "take" => ["took", "taken"],
        "think" => ["thought"],
        "understand" => ["understood"],
        "undergo" => ["underwent"],
        "write" => ["wrote", "written"],
        _ => [],
    };

    private static FrozenSet<string> Set(params IEnumerable<string> lists) => lists.SelectMany(Words).ToFrozenSet(StringComparer.Ordinal);

    private static string[] Words(string list) => list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
