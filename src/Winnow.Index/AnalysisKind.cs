namespace Winnow.Index;

/// <summary>How a text field's words become terms.</summary>
public enum AnalysisKind
{
    /// <summary>English prose: folded, stemmed, compounds joined.</summary>
    English,

    /// <summary>
    /// People's names, one to a line: folded and not stemmed when the field is searched by name; a stemmed twin takes part in searches over all fields.
    /// No phrase matches across a line.
    /// </summary>
    Names,
}
