using Winnow.Sources.Fetching;

namespace Winnow.Sources.ArXiv;

/// <summary>arXiv's categories and what OAI-PMH calls them (<c>verb=ListSets</c>): <c>cs.CL</c> is <c>cs:cs:CL</c>, <c>hep-th</c> is <c>physics:hep-th</c>.</summary>
internal static class ArXivSets
{
    /// <summary>Everything: no set.</summary>
    internal const string All = "all";

    private const string Physics = "physics";

    /// <summary>The archives of the group "physics".</summary>
    private static readonly string[] PhysicsArchives =
        ["astro-ph", "cond-mat", "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math-ph", "nlin", "nucl-ex", "nucl-th", Physics, "quant-ph"];

    private static readonly string[] OtherArchives = ["cs", "econ", "eess", "math", "q-bio", "q-fin", "stat"];

    /// <summary>Archives whose classes are words, such as <c>physics.acc-ph</c>; those of the others are two capitals.</summary>
    private static readonly string[] WithWords = ["cond-mat", Physics];

    /// <summary>The usual spelling of a category or archive.</summary>
    /// <exception cref="SourceException">There is no such archive, or the class cannot be one.</exception>
    internal static string Check(string category)
    {
        var text = category.Trim();
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var archive = (dot < 0 ? text : text[..dot]).ToLowerInvariant();
        if (archive == All && dot < 0)
            return All;

        if (!PhysicsArchives.Contains(archive) && !OtherArchives.Contains(archive))
        {
            var archives = string.Join(", ", OtherArchives.Concat(PhysicsArchives).Order(StringComparer.Ordinal));
            throw new SourceException($"\"{text}\" is no arXiv category; they are such as cs.CL, or a whole archive: {archives}, {All}.") { NeedsPerson = true };
        }

        if (dot < 0)
            return archive;

        var name = text[(dot + 1)..];
        if (name.Length is < 2 or > 10 || !name.All(letter => char.IsAsciiLetter(letter) || letter == '-'))
            throw new SourceException($"\"{text}\" is no arXiv category; they are such as cs.CL or cond-mat.str-el.") { NeedsPerson = true };

        return $"{archive}.{(WithWords.Contains(archive) ? name.ToLowerInvariant() : name.ToUpperInvariant())}";
    }

    /// <summary>The set of a checked category; null for everything.</summary>
    internal static string? SetOf(string category)
    {
        if (category == All)
            return null;

        var parts = category.Split('.');
        var group = PhysicsArchives.Contains(parts[0]) ? Physics : parts[0];
        return parts.Length > 1 ? $"{group}:{parts[0]}:{parts[1]}" : group == Physics ? $"{group}:{parts[0]}" : group;
    }
}
