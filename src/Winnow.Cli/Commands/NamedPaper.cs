using Winnow.Papers;

namespace Winnow.Cli.Commands;

/// <summary>A paper by whatever a person calls it: Winnow's id, an identifier, a pasted URL, or a source's own id.</summary>
internal static class NamedPaper
{
    public static async Task<Paper?> FindAsync(IPaperLibrary library, string text, CancellationToken cancel)
    {
        if (PaperId.TryParse(text, out var id) && await library.FindAsync(id, cancel).ConfigureAwait(false) is { } named)
        {
            return named;
        }

        if (Identifier.TryParse(text, out var identifier) && await library.FindAsync(identifier, cancel).ConfigureAwait(false) is { } identified)
        {
            return identified;
        }

        // A source's own id says nothing of the source; there are few sources, so each is asked.
        var counts = await library.CountAsync(cancel).ConfigureAwait(false);
        foreach (var source in counts.BySource.Keys)
        {
            if (await library.FindAsync(RecordId.Of(source, text).AsPaper, cancel).ConfigureAwait(false) is { } keyed)
            {
                return keyed;
            }
        }

        return null;
    }
}
