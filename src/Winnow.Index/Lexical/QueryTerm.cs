using Winnow.Index.Segments;

namespace Winnow.Index.Lexical;

/// <summary>One term of a query with its statistics over the whole snapshot.</summary>
/// <param name="text">As in the dictionary.</param>
/// <param name="fieldMask">The fields in which it counts.</param>
/// <param name="infos">For each segment its entry, or null.</param>
/// <param name="frequency">Live documents that have it, in whatever field.</param>
internal sealed class QueryTerm(string text, int fieldMask, TermInfo?[] infos, long frequency)
{
    internal string Text => text;

    internal int FieldMask => fieldMask;

    internal TermInfo?[] Infos => infos;

    internal long Frequency => frequency;

    /// <summary>The rarity that scores are multiplied by, the query's own weight included.</summary>
    internal float Idf { get; set; }

    /// <summary>What it weighs in deciding whether a document matches, in fixed point so that the sum does not depend on an order.</summary>
    internal int Mass { get; set; }

    /// <summary>Tables with zeros for the fields in which it does not count.</summary>
    internal required FieldNorms Norms { get; init; }

    /// <summary>Bits of a frequency code that say it occurs where it counts.</summary>
    internal required byte CodeBits { get; init; }

    /// <summary>The word as a reader would name it.</summary>
    internal string Display => text.TrimStart(Winnow.Index.Text.Analyzer.ExactMark);
}
