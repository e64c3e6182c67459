using System.Globalization;
using System.Text;

namespace Winnow.Replay;

/// <summary>
/// An OAI-PMH repository of generated preprints in <c>arXivRaw</c>, with datestamps, resumption tokens and deletions, that misbehaves on command. A token is
/// the list's arguments and a position in it, as at arXiv.
/// </summary>
public sealed class OaiRepository
{
    private const string Namespaces = "xmlns=\"http://www.openarchives.org/OAI/2.0/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    private static readonly string[] Openings = ["On", "Towards", "Rethinking", "Learning", "Measuring", "Explaining"];
    private static readonly string[] Things = ["translation", "retrieval", "planning", "parsing", "clustering", "reasoning", "alignment", "compression"];
    private static readonly string[] Means = ["graphs", "kernels", "prompts", "trees", "codes", "curricula", "sketches"];

    private readonly OaiRecord[] _records;

    /// <param name="count">Records.</param>
    /// <param name="first">The first record's datestamp.</param>
    /// <param name="perDay">Records with the same datestamp.</param>
    public OaiRepository(int count, DateOnly first, int perDay)
    {
        _records = [.. Enumerable.Range(0, count).Select(number => new OaiRecord(number, first.AddDays(number / perDay)))];
    }

    /// <summary>In the order in which they are listed.</summary>
    public IReadOnlyList<OaiRecord> Records => _records;

    public int PageSize { get; init; } = 2500;

    /// <summary>What the server calls today.</summary>
    public DateOnly Today { get; init; } = new(2026, 11, 25);

    /// <summary>Whether a token is still known; asked for each that comes.</summary>
    public Func<string, bool> Knows { get; set; } = _ => true;

    /// <summary>Changes a page before it is sent.</summary>
    public Func<ReplayRequest, string, string> Spoil { get; set; } = (_, page) => page;

    /// <summary>arXiv's id of a record: a thousand a month, from January 2008 on; since 2015 the number has a digit more.</summary>
    public static string IdOf(int number)
    {
        var year = 8 + (number / 12_000);
        return string.Create(CultureInfo.InvariantCulture, $"{year:D2}{1 + (number / 1000 % 12):D2}.{(1 + (number % 1000)).ToString(year < 15 ? "D4" : "D5", CultureInfo.InvariantCulture)}");
    }

    public static string TitleOf(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Openings[number % Openings.Length]} {Things[number / 7 % Things.Length]} with {Means[number / 3 % Means.Length]}, part {number}");

    /// <summary>Changes a record: a version more, and a datestamp that puts it at the list's end.</summary>
    public void Change(int number, DateOnly day, bool deleted = false)
    {
        var at = Array.FindIndex(_records, record => record.Number == number);
        var changed = _records[at] with { Day = day, Versions = _records[at].Versions + 1, IsDeleted = deleted };
        Array.Copy(_records, at + 1, _records, at, _records.Length - at - 1);
        _records[^1] = changed;
    }

    /// <summary>Lists in another order, as a server may.</summary>
    public void Shuffle(int seed) => new Random(seed).Shuffle(_records);

    public ReplayAnswer Answer(ReplayRequest request)
    {
        var page = request["resumptionToken"] is { } token
            ? Knows(token) ? Page(token) : Error("badResumptionToken", "The token has expired")
            : Page($"{request["from"]}|{request["until"]}|0");
        return ReplayAnswer.Text(Spoil(request, page));
    }

    private string Page(string token)
    {
        if (token.Split('|') is not [var from, var until, var position])
        {
            return Error("badResumptionToken", "There is no such token");
        }

        var (first, last) = (Day(from) ?? DateOnly.MinValue, Day(until) ?? DateOnly.MaxValue);
        var list = _records.Where(record => record.Day >= first && record.Day <= last);
        var start = int.Parse(position, CultureInfo.InvariantCulture);
        var some = list.Skip(start).Take(PageSize + 1).ToList();
        if (some.Count == 0)
        {
            return Error("noRecordsMatch", "There are none");
        }

        var next = some.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{from}|{until}|{start + PageSize}") : "";
        var page = Open();
        page.Append("<ListRecords>\n");
        foreach (var record in some.Take(PageSize))
        {
            record.Write(page);
        }

        page.Append(CultureInfo.InvariantCulture, $"<resumptionToken>{next}</resumptionToken>\n</ListRecords>\n</OAI-PMH>\n");
        return page.ToString();
    }

    private string Error(string code, string text) => Open().Append(CultureInfo.InvariantCulture, $"<error code=\"{code}\">{text}</error>\n</OAI-PMH>\n").ToString();

    private StringBuilder Open() => new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").Append(
        CultureInfo.InvariantCulture, $"<OAI-PMH {Namespaces}>\n<responseDate>{Today:yyyy-MM-dd}T03:00:00Z</responseDate>\n<request verb=\"ListRecords\">http://oaipmh.example.org/oai</request>\n");

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
