using System.Globalization;
using System.Text.Json;

namespace Winnow.Browser.Tests.Site;

/// <summary>A small invented library: 45 ordinary papers over nine years and three venues, and a few that are awkward on purpose.</summary>
internal static class FixturePapers
{
    public const string Script = "<script>window.pwned=1</script><img src=x onerror=\"window.pwned=1\">";

    private static readonly string[] Venues = ["NeurIPS", "ACL", "ICML"];
    private static readonly string[] Subjects = ["Lantern Detection", "River Parsing", "Harbour Translation", "Orchard Ranking", "Meadow Synthesis"];
    private static readonly string[] Methods = ["Quilted Networks", "Patient Sampling", "Folded Kernels", "Braided Attention", "Mossy Priors", "Copper Codes", "Tidal Gradients", "Paper Trees", "Slow Memory"];

    /// <summary>All papers in Winnow's own form, one a line.</summary>
    public static string Lines => string.Join('\n', Ordinary().Concat(Awkward()).Select(paper => JsonSerializer.Serialize(paper))) + "\n";

    public static int Count => Methods.Length * Subjects.Length + Awkward().Count();

    private static IEnumerable<object> Ordinary() =>
        from i in Enumerable.Range(0, Methods.Length * Subjects.Length)
        let subject = Subjects[i % Subjects.Length]
        let method = Methods[i % Methods.Length]
        select new
        {
            id = string.Create(CultureInfo.InvariantCulture, $"ordinary-{i}"),
            source = "papers",
            title = $"{subject} with {method}",
            @abstract = $"We study {subject.ToLowerInvariant()} by means of {method.ToLowerInvariant()} and measure how far it carries on seven collections of weather reports.",
            authors = new[] { $"Ada {method.Split(' ')[0]}", "Bela Marsh" },
            year = 2015 + (i % 9),
            venue = Venues[i % Venues.Length],
            status = i % 3 == 0 ? "Oral" : "Poster",
            categories = new[] { i % 2 == 0 ? "cs.LG" : "cs.CL" },
            code = i % 5 == 0 ? "https://code.example.org/repository" : null,
            observations = i < 4 ? new[] { Seen(20, 0), Seen(2, 30 - (5 * i)) } : null,
        };

    private static object Seen(int hoursAgo, int upvotes) =>
        new { kind = "upvote", source = "huggingface", at = TimeProvider.System.GetUtcNow().AddHours(-hoursAgo).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), count = upvotes };

    private static IEnumerable<object> Awkward() =>
    [
        new
        {
            id = "kettle",
            source = "papers",
            title = "Kettle: Brewing $O(n \\log n)$ Attention for Long Rivers",
            @abstract = "Kettle attends in $O(n \\log n)$ steps and costs $5 an hour, not $10. It keeps $x < y$ and \\(\\alpha\\) apart.",
            authors = new[] { "Zoë Żuraw", "Ben Ash", "Cy Birch", "Di Cedar", "Ed Elm", "Flo Fir", "Gus Gorse", "Hal Holly", "Ivy Iris" },
            year = 2021,
            published = "2021-01-04",
            venue = "NeurIPS",
            status = "Oral",
            arxiv = "2101.00001",
            doi = "10.1234/kettle.2021",
            pdf = "https://papers.example.org/kettle.pdf",
            code = "https://code.example.org/kettle",
            categories = new[] { "cs.LG", "cs.CL" },
            keywords = new[] { "attention", "rivers" },
        },
        new
        {
            id = "hostile",
            source = "papers",
            title = $"Hostile \"quoted\" & {Script} title",
            @abstract = $"Hostile abstract. {Script} </p></article> $<img src=x onerror=window.pwned=1>$ \\(\\href{{javascript:window.pwned=1}}{{x}}\\)",
            authors = new[] { $"Mallory {Script}", "O'Brien \"Q\" <b>Bold</b>" },
            year = 2022,
            venue = "\"><svg onload=window.pwned=1>",
            status = Script,
            pdf = "javascript:window.pwned=1",
            code = "data:text/html,<script>window.pwned=1</script>",
            keywords = new[] { Script },
            categories = new[] { "\"><script>window.pwned=1</script>" },
        },
        new
        {
            id = "teapot",
            source = "papers",
            title = "Teapot: A Second Paper of the Same Week",
            @abstract = "Two days after the kettle, and measured on seven collections of cups.",
            authors = new[] { "Ben Ash" },
            published = "2021-01-06",
            arxiv = "2101.00002",
            categories = new[] { "cs.LG" },
        },
        new { id = "bare", source = "papers", title = "A Paper of Which Nothing Else Is Known" },
        new { id = "anthology", source = "acl", title = "Walking Words along the Canal", authors = new[] { "Zoë Żuraw" }, year = 2019, venue = "ACL", url = "https://aclanthology.org/P19-1001/" },
        new { id = "review", source = "openreview", title = "A Slash in the Venue's Name", authors = new[] { "Ivy Iris" }, year = 2020, venue = "EMNLP/Findings 50%", url = "https://openreview.net/forum?id=Canal_20-x" },
    ];
}
