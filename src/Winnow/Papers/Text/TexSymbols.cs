using System.Collections.Frozen;

namespace Winnow.Papers.Text;

/// <summary>The control sequences of text mode that have a Unicode character. Source: the LaTeX 2e companion's tables of text accents and symbols.</summary>
internal static class TexSymbols
{
    /// <summary>Accent commands to combining characters; those named by a letter take a space or a brace before their base.</summary>
    internal static readonly FrozenDictionary<char, char> Accents =
        Table("` \u0300 ' \u0301 ^ \u0302 ~ \u0303 = \u0304 u \u0306 . \u0307 \" \u0308 r \u030A H \u030B v \u030C d \u0323 c \u0327 k \u0328 b \u0331")
            .ToFrozenDictionary(pair => pair.Key[0], pair => pair.Value[0]);

    /// <summary>Letters: TeX swallows the white space after their name (<c>S\o ren</c>).</summary>
    internal static readonly FrozenDictionary<string, string> Letters =
        Table("o ø O Ø l ł L Ł ss ß ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ").ToFrozenDictionary(StringComparer.Ordinal);

    internal static readonly FrozenDictionary<string, string> Signs =
        Table(
            "S § P ¶ copyright © pounds £ dag † ddag ‡ ldots … dots … textellipsis … textendash – textemdash — textquoteleft ‘ textquoteright ’ "
            + "textquotedblleft “ textquotedblright ” textregistered ® texttrademark ™ textdegree ° textbullet • texteuro € euro € textunderscore _ "
            + "textbackslash \\ textbraceleft { textbraceright } textasciitilde ~ textasciicircum ^ LaTeX LaTeX TeX TeX")
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Macros that only style their argument, which stays.</summary>
    internal static readonly FrozenSet<string> Styles = FrozenSet.Create(
        StringComparer.Ordinal, "emph", "textbf", "textit", "textsl", "textsc", "texttt", "textrm", "textsf", "textup", "textmd", "textnormal", "text",
        "underline", "mbox", "hbox", "uline", "url", "path", "textsuperscript", "textsubscript", "MakeUppercase", "uppercase");

    /// <summary>Declarations at the start of a group, as in <c>{\em x}</c>.</summary>
    internal static readonly FrozenSet<string> Declarations = FrozenSet.Create(
        StringComparer.Ordinal, "em", "bf", "it", "sl", "sc", "tt", "rm", "sf", "bfseries", "itshape", "scshape", "ttfamily", "small", "normalfont");

    /// <summary>Names and what they stand for in turn, parted by spaces.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Table(string pairs) => pairs.Split(' ').Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]));
}
