using System.Globalization;
using System.Text;

namespace Winnow.Storage.Sqlite;

/// <summary>Many numbers as one parameter, for SQLite's <c>json_each</c>: a statement has one text however many there are.</summary>
internal static class NumberList
{
    internal static string Of(IEnumerable<long> numbers)
    {
        var list = new StringBuilder("[");
        foreach (var number in numbers)
        {
            list.Append(list.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"{number}");
        }

        return list.Append(']').ToString();
    }
}
