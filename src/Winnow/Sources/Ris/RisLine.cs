namespace Winnow.Sources.Ris;

/// <summary>Recognises a tagged line, with the spaces around the hyphen as many as programs write.</summary>
internal static class RisLine
{
    internal static bool TryRead(string line, bool isWebOfScience, out string tag, out string value)
    {
        (tag, value) = ("", "");
        var text = line.AsSpan().TrimEnd().TrimStart('\uFEFF');
        if (text.Length < 2 || !char.IsAsciiLetterUpper(text[0]) || !(char.IsAsciiLetterUpper(text[1]) || char.IsAsciiDigit(text[1])))
            return false;

        var rest = text[2..];
        if (isWebOfScience)
        {
            if (rest.Length > 0 && rest[0] != ' ')
                return false;
        }
        else
        {
            var trimmed = rest.TrimStart(' ');
            if (trimmed is not ['-', ..] || rest.Length - trimmed.Length is 0 or > 2 || (trimmed.Length > 1 && trimmed[1] != ' '))
                return false;

            rest = trimmed[1..];
        }

        tag = text[..2].ToString();
        value = rest.Trim().ToString();
        return true;
    }
}
