using System.Globalization;

namespace Winnow.Web.Pages.Import;

/// <summary>File names that a stranger's browser sends.</summary>
internal static class UploadName
{
    private const int Longest = 100;

    /// <summary>The name without any folder, of harmless characters, with its ending kept because formats look at it, and different for every file.</summary>
    /// <param name="name">As sent.</param>
    /// <param name="number">The file's place among those sent together.</param>
    public static string Safe(string name, int number)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-')).TrimStart('.', '-');
        clean = clean.Length > Longest ? clean[^Longest..] : clean;
        return number == 0 && clean.Length > 0 ? clean : string.Create(CultureInfo.InvariantCulture, $"{number + 1}-{clean}");
    }
}
