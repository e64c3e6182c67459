namespace Winnow.Trends;

/// <summary>How far back a list of trending papers looks; each window has its half-life.</summary>
public enum TrendWindow
{
    Day,
    Week,
    Month,
    All,
}
