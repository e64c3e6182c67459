namespace Winnow.Trends.Scoring;

/// <summary>Signals that are damped together.</summary>
/// <param name="From">The first of them; null when they came at any time before <paramref name="To"/>.</param>
/// <param name="To">The last of them.</param>
/// <param name="Amount">How many.</param>
/// <param name="Buckets">Over how many buckets they are spread: each is damped by itself.</param>
internal readonly record struct EvidencePiece(DateTimeOffset? From, DateTimeOffset To, double Amount, double Buckets);
