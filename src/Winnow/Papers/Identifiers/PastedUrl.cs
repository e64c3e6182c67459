namespace Winnow.Papers.Identifiers;

/// <summary>Finds the identifier in the address of a paper's page on the sites that researchers copy from. The scheme may be missing.</summary>
internal static class PastedUrl
{
    internal static bool TryParse(string text, out Identifier identifier)
    {
        identifier = default;
        if (!TrySplit(text, out var host, out var path, out var query))
            return false;

        if (IsHost(host, "arxiv.org") || IsHost(host, "ar5iv.org") || host == "xxx.lanl.gov" || IsHost(host, "alphaxiv.org"))
            return TryArXiv(path, out identifier);

        return host switch
        {
            "huggingface.co" or "hf.co" => path is ["papers", _, ..] && TryArXiv(path, out identifier),
            "doi.org" or "dx.doi.org" => Doi.TryParse(string.Join('/', path), out identifier),
            "aclanthology.org" or "aclweb.org" or "aclanthology.info" => TryAcl(path, out identifier),
            "openreview.net" => TryOpenReview(path, query, out identifier),
            "semanticscholar.org" => path is ["paper", .., var id] && TryValue(IdentifierScheme.SemanticScholar, id, out identifier),
            "api.semanticscholar.org" => path is [.., var id] && TryValue(IdentifierScheme.SemanticScholar, id, out identifier),
            "openalex.org" or "api.openalex.org" => path is [.., var id] && TryValue(IdentifierScheme.OpenAlex, id, out identifier),
            "dblp.org" or "dblp.uni-trier.de" or "dblp.dagstuhl.de" => TryDblp(path, out identifier),
            "pubmed.ncbi.nlm.nih.gov" => path is [var id, ..] && TryValue(IdentifierScheme.PubMed, id, out identifier),
            "ncbi.nlm.nih.gov" => path is ["pubmed", var id, ..] && TryValue(IdentifierScheme.PubMed, id, out identifier),
            _ => TryPublisher(path, out identifier),
        };
    }

    /// <summary>Host in lower case without <c>www.</c> and port; path parts decoded, empty ones left out; the query as written.</summary>
    private static bool TrySplit(string text, out string host, out string[] path, out string query)
    {
        (host, path, query) = ("", [], "");
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                return false;
        }

        var rest = text.AsSpan();
        var scheme = rest.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0 && (rest[..scheme].Equals("http", StringComparison.OrdinalIgnoreCase) || rest[..scheme].Equals("https", StringComparison.OrdinalIgnoreCase)))
            rest = rest[(scheme + 3)..];

        var slash = rest.IndexOf('/');
        if (slash <= 0 || !rest[..slash].Contains('.'))
            return false;

        host = rest[..slash].ToString().ToLowerInvariant();
        host = host.IndexOf(':', StringComparison.Ordinal) is > 0 and var port ? host[..port] : host;
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        rest = rest[(slash + 1)..];
        rest = rest.IndexOf('#') is >= 0 and var fragment ? rest[..fragment] : rest;
        var mark = rest.IndexOf('?');
        query = mark >= 0 ? rest[(mark + 1)..].ToString() : "";
        path = (mark >= 0 ? rest[..mark] : rest).ToString().Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < path.Length; i++)
            path[i] = Uri.UnescapeDataString(path[i]);

        return path.Length > 0;
    }

    private static bool IsHost(string host, string domain) =>
        host.EndsWith(domain, StringComparison.Ordinal) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.');

    /// <summary>The id is what follows <c>abs</c>, <c>pdf</c>, <c>html</c>, <c>papers</c>…: one part, or two in the old style.</summary>
    private static bool TryArXiv(string[] path, out Identifier identifier)
    {
        identifier = default;
        return path.Length >= 2
            && (TryValue(IdentifierScheme.ArXiv, WithoutExtension(path[1]), out identifier)
                || (path.Length >= 3 && TryValue(IdentifierScheme.ArXiv, $"{path[1]}/{WithoutExtension(path[2])}", out identifier)));
    }

    private static bool TryAcl(string[] path, out Identifier identifier) => TryValue(IdentifierScheme.Acl, WithoutExtension(path[^1]), out identifier);

    private static bool TryOpenReview(string[] path, string query, out Identifier identifier)
    {
        identifier = default;
        if (path is not ["forum" or "pdf" or "attachment" or "revisions"])
            return false;

        foreach (var part in query.Split('&'))
        {
            if (part.StartsWith("id=", StringComparison.Ordinal))
                return TryValue(IdentifierScheme.OpenReview, Uri.UnescapeDataString(part[3..]), out identifier);
        }

        return false;
    }

    /// <summary><c>/rec/conf/nips/X</c>, and the older <c>/rec/html/conf/nips/X</c>.</summary>
    private static bool TryDblp(string[] path, out Identifier identifier)
    {
        identifier = default;
        return path is ["rec", .., var kind, var place, var key]
            && TryValue(IdentifierScheme.Dblp, $"{kind}/{place}/{WithoutExtension(key)}", out identifier);
    }

    /// <summary>Many publishers put the DOI behind <c>/doi/</c>, some with the kind of page between.</summary>
    private static bool TryPublisher(string[] path, out Identifier identifier)
    {
        identifier = default;
        var at = Array.IndexOf(path, "doi");
        if (at < 0 || path.Length < at + 3)
            return false;

        at += path[at + 1].StartsWith("10.", StringComparison.Ordinal) ? 1 : 2;
        return path.Length > at + 1 && Doi.TryParse(string.Join('/', path[at..]), out identifier);
    }

    private static bool TryValue(IdentifierScheme scheme, string value, out Identifier identifier) =>
        IdentifierParser.TryParseValue(scheme, TrailingPunctuation.Trim(value), out identifier);

    private static string WithoutExtension(string part)
    {
        foreach (var extension in (ReadOnlySpan<string>)[".pdf", ".html", ".bib", ".xml"])
        {
            if (part.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return part[..^extension.Length];
        }

        return part;
    }
}
