using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Winnow.Papers;
using Winnow.Search.Likeness;

namespace Winnow.Web.Links;

/// <summary>What papers are to be found more like, and less like, as an address that can be kept: <c>/like?more=ID&amp;less=ID&amp;by=method</c>.</summary>
internal sealed record LikeLink(ImmutableList<PaperId> More, ImmutableList<PaperId> Less, PaperFacet By = PaperFacet.Overall)
{
    public static LikeLink Nothing { get; } = new([], []);

    public string Url
    {
        get
        {
            var url = new StringBuilder("/like");
            var mark = '?';
            void Add(string name, string value)
            {
                url.Append(CultureInfo.InvariantCulture, $"{mark}{name}={value}");
                mark = '&';
            }

            More.ForEach(id => Add("more", id.ToString()));
            Less.ForEach(id => Add("less", id.ToString()));
            if (By != PaperFacet.Overall)
            {
                Add("by", NameOf(By));
            }

            return url.ToString();
        }
    }

    /// <summary>Reads an address, or a form with the same fields; what is no id is left out.</summary>
    public static LikeLink Read(Func<string, IEnumerable<string?>> values)
    {
        var more = Ids(values("more"));
        return new LikeLink(
            more,
            Ids(values("less")).RemoveAll(more.Contains),
            Enum.TryParse<PaperFacet>(values("by").LastOrDefault(), ignoreCase: true, out var by) && Enum.IsDefined(by) ? by : PaperFacet.Overall);
    }

    public static LikeLink Read(IQueryCollection query) => Read(name => query[name]);

    public static string NameOf(PaperFacet facet) => facet.ToString().ToLowerInvariant();

    public LikeLink Liking(PaperId id) => this with { More = More.Remove(id).Add(id), Less = Less.Remove(id) };

    public LikeLink Disliking(PaperId id) => this with { More = More.Remove(id), Less = Less.Remove(id).Add(id) };

    public LikeLink Without(PaperId id) => this with { More = More.Remove(id), Less = Less.Remove(id) };

    private static ImmutableList<PaperId> Ids(IEnumerable<string?> values) =>
    [
        .. values.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(text => PaperId.TryParse(text, out var id) ? id : (PaperId?)null).OfType<PaperId>().Distinct().Take(LikenessRequest.MostPapers),
    ];
}
