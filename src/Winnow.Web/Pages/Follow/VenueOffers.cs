using System.Globalization;

namespace Winnow.Web.Pages.Follow;

/// <summary>The venues that are offered by name: those of this year and the last that have their papers where Winnow can read them.</summary>
internal static class VenueOffers
{
    private static readonly (string Name, string Kind, string Follows)[] OpenReview =
        [("ICLR", "openreview", "ICLR {0}"), ("ICML", "openreview", "ICML {0}"), ("NeurIPS", "openreview", "NeurIPS {0}"), ("COLM", "openreview", "COLM {0}"), ("CoRL", "openreview", "CoRL {0}")];

    private static readonly (string Name, string Kind, string Follows)[] Anthology =
        [("ACL", "acl", "acl-{0}"), ("EMNLP", "acl", "emnlp-{0}")];

    /// <returns>What a visitor reads, and the value of the form's field.</returns>
    public static IReadOnlyList<(string Name, string Value)> Of(int year) =>
    [
        .. new[] { year, year - 1 }.SelectMany(of => OpenReview.Concat(Anthology).Select(venue => (
            string.Create(CultureInfo.InvariantCulture, $"{venue.Name} {of}"),
            $"{venue.Kind}:{string.Format(CultureInfo.InvariantCulture, venue.Follows, of)}"))),
        ("TMLR", "openreview:TMLR"),
    ];
}
