namespace Winnow.Index.Text;

/// <summary>What a term is in the text it comes from.</summary>
public enum TermKind : byte
{
    /// <summary>A word; the only kind that counts towards the field's length and stands in phrases.</summary>
    Word,

    /// <summary>The parts of a compound written as one, "texttospeech" for "text-to-speech"; also two neighbouring CJK characters.</summary>
    Joined,

    /// <summary>A name in its exact, unstemmed form; found only when its field is searched by name.</summary>
    Exact,

    /// <summary>How a joined form was spelled in parts; known to the index alone.</summary>
    Spelling,
}
