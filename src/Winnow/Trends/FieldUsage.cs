using System.Runtime.InteropServices;
using Winnow.Trends.Scoring;

namespace Winnow.Trends;

/// <summary>
/// What the papers of each field usually get: the mean of log2(1 + evidence of all time), shrunk towards the mean of all papers as if
/// <see cref="TrendFormula.Shrinkage"/> papers of the overall mean were among them (empirical Bayes), so that a field of three papers does not decide by them.
/// </summary>
internal sealed class FieldUsage
{
    private readonly Dictionary<string, (int Papers, double Sum)> _fields = new(StringComparer.Ordinal);
    private int _papers;
    private double _sum;

    private double Mean => _papers == 0 ? 0 : _sum / _papers;

    /// <summary>The primary category; the venue where there is none.</summary>
    internal static string Field(PaperTrend trend) => trend.Categories.Count > 0 ? trend.Categories[0] : trend.Venue ?? "";

    internal void Add(string field, double projected) => Count(field, projected, 1);

    internal void Remove(string field, double projected) => Count(field, projected, -1);

    /// <summary>The binary logarithm of the factor.</summary>
    internal double Offset(string field) => Math.Clamp(Mean - Usual(field), -TrendFormula.MostFieldFactor, TrendFormula.MostFieldFactor);

    internal UsualEvidence Describe(string field) => new(
        field, _fields.GetValueOrDefault(field).Papers, double.Exp2(Usual(field)) - 1, double.Exp2(Mean) - 1, double.Exp2(Offset(field)));

    private double Usual(string field)
    {
        var (papers, sum) = _fields.GetValueOrDefault(field);
        return (sum + (TrendFormula.Shrinkage * Mean)) / (papers + TrendFormula.Shrinkage);
    }

    private void Count(string field, double projected, int sign)
    {
        var level = Math.Log2(1 + double.Exp2(projected)) * sign;
        ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(_fields, field, out _);
        held = (held.Papers + sign, held.Sum + level);
        _papers += sign;
        _sum += level;
    }
}
