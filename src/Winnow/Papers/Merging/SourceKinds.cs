using System.Collections.Frozen;

namespace Winnow.Papers.Merging;

/// <summary>Tells a source's kind by its name. A name may say more after a colon or hyphen: <c>paperlists:iclr2024</c>, <c>arxiv-daily</c>.</summary>
internal static class SourceKinds
{
    private static readonly FrozenDictionary<string, SourceKind> ByName = new Dictionary<string, SourceKind>
    {
        ["acl"] = SourceKind.Publisher,
        ["openreview"] = SourceKind.Publisher,
        ["crossref"] = SourceKind.Publisher,
        ["arxiv"] = SourceKind.Repository,
        ["biorxiv"] = SourceKind.Repository,
        ["medrxiv"] = SourceKind.Repository,
        ["paperlists"] = SourceKind.Programme,
        ["aicpl"] = SourceKind.Programme,
        ["miniconf"] = SourceKind.Programme,
        ["mini"] = SourceKind.Programme,
        ["neurips2019"] = SourceKind.Programme,
        ["neurips2023"] = SourceKind.Programme,
        ["semanticscholar"] = SourceKind.Aggregator,
        ["openalex"] = SourceKind.Aggregator,
        ["dblp"] = SourceKind.Aggregator,
        ["huggingface"] = SourceKind.Community,
        ["hf"] = SourceKind.Community,
        [SourceRecord.SampleSource] = SourceKind.Sample,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static SourceKind Of(string source)
    {
        var end = source.AsSpan().IndexOfAny(':', '-', '/');
        var name = end < 0 ? source : source[..end];
        return ByName.GetValueOrDefault(name, SourceKind.Personal);
    }
}
