using System.Diagnostics.CodeAnalysis;

namespace Winnow.Papers;

/// <summary>
/// Names one paper. It is the smallest <see cref="RecordId"/> among the paper's records, so that it does not depend on the order in which
/// records were imported; the other records' ids stay valid as aliases that lead to the same paper.
/// </summary>
/// <param name="Value">60 bits, never negative.</param>
public readonly record struct PaperId(long Value) : IComparable<PaperId>
{
    /// <summary>Twelve characters of Crockford's base 32, lower case.</summary>
    public override string ToString() => Base32.Encode(Value);

    public static bool TryParse([NotNullWhen(true)] string? text, out PaperId id)
    {
        var ok = Base32.TryDecode(text, out var value);
        id = new PaperId(value);
        return ok;
    }

    public int CompareTo(PaperId other) => Value.CompareTo(other.Value);

    public static bool operator <(PaperId left, PaperId right) => left.Value < right.Value;

    public static bool operator >(PaperId left, PaperId right) => left.Value > right.Value;

    public static bool operator <=(PaperId left, PaperId right) => left.Value <= right.Value;

    public static bool operator >=(PaperId left, PaperId right) => left.Value >= right.Value;
}
