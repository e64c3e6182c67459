using Winnow.Readers.Collections;

namespace Winnow.Cli.Commands.Collections;

/// <summary>A collection by its name in addresses or by the one that people call it by.</summary>
internal static class NamedCollection
{
    /// <exception cref="CliException">There is none.</exception>
    public static async Task<Collection> GetAsync(PaperCollections collections, string text, CancellationToken cancel)
    {
        var all = await collections.GetAllAsync(cancel).ConfigureAwait(false);
        return all.FirstOrDefault(one => one.Slug == text)
            ?? all.FirstOrDefault(one => string.Equals(one.Name, text, StringComparison.OrdinalIgnoreCase))
            ?? throw new CliException(
                ExitCode.Nothing,
                all.Count == 0 ? "There is no collection yet. Make one as in: winnow collections create \"Reading group\"" : $"There is no collection {text}. There are: {string.Join(", ", all.Select(one => one.Slug))}");
    }
}
