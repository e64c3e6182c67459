using Winnow.Trends.Scoring;

namespace Winnow.Trends;

/// <summary>
/// What the papers of each field usually get: the mean of log2(1 + evidence of all time), shrunk towards the mean of all papers as if
/// <see cref="TrendFormula.Shrinkage"/> papers of the overall mean were among them (empirical Bayes), so that a field of three papers does not decide by them.
/// </summary>
internal sealed class FieldUsage
{
    private readonly TrendNames _names = new();
    private readonly List<(int Papers, double Sum)> _fields = [];
    private int _papers;
    private double _sum;

    private double Mean => _papers == 0 ? 0 : _sum / _papers;

    /// <summary>The number of a paper's field: its primary category, its venue where there is none.</summary>
    internal int Field(PaperTrend trend)
    {
        var field = _names.Add(trend.Categories.Count > 0 ? trend.Categories[0] : trend.Venue ?? "");
        if (field == _fields.Count)
        {
            _fields.Add((0, 0));
        }

        return field;
    }

    internal void Add(int field, double projected) => Count(field, projected, 1);

    internal void Remove(int field, double projected) => Count(field, projected, -1);

    /// <summary>For each field the binary logarithm of its factor.</summary>
    internal double[] Offsets() => [.. Enumerable.Range(0, _fields.Count).Select(Offset)];

    internal UsualEvidence Describe(int field) => new(
        _names[field], _fields[field].Papers, double.Exp2(Usual(field)) - 1, double.Exp2(Mean) - 1, double.Exp2(Offset(field)));

    private double Offset(int field) => Math.Clamp(Mean - Usual(field), -TrendFormula.MostFieldFactor, TrendFormula.MostFieldFactor);

    private double Usual(int field)
    {
        var (papers, sum) = _fields[field];
        return (sum + (TrendFormula.Shrinkage * Mean)) / (papers + TrendFormula.Shrinkage);
    }

    private void Count(int field, double projected, int sign)
    {
        var level = Math.Log2(1 + double.Exp2(projected)) * sign;
        _fields[field] = (_fields[field].Papers + sign, _fields[field].Sum + level);
        _papers += sign;
        _sum += level;
    }
}
