using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Winnow.Search.Indexing;

namespace Winnow.Web.Hosting;

/// <summary>Tells a visitor that searches do not know all papers yet, while that is so for long enough to be noticed.</summary>
/// <param name="services">May have the indexer; a site without one is indexed by another process.</param>
internal sealed class IndexingGlance(IServiceProvider services)
{
    /// <summary>Fewer are indexed before the sentence is read.</summary>
    private const int WorthTelling = 5000;

    private readonly PaperIndexer? _indexer = services.GetService<PaperIndexer>();

    /// <summary>One sentence with counts; null when the index is as good as complete.</summary>
    public string? Sentence => Of(_indexer?.Running);

    internal static string? Of(IndexProgress? running) => running is not null && running.Target - running.Position > WorthTelling
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{running.Papers:N0} papers are indexed so far, {running.Target - running.Position:N0} more are to come. Searches find what is indexed.")
        : null;
}
