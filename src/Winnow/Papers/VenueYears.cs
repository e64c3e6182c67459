namespace Winnow.Papers;

/// <param name="Venue">The venue's short name.</param>
/// <param name="Papers">Papers over all years.</param>
/// <param name="Years">Papers of each year, newest first.</param>
public sealed record VenueYears(string Venue, long Papers, IReadOnlyList<(int Year, long Papers)> Years);
