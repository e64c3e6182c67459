using Winnow.Papers;

namespace Winnow.Web.Hosting;

/// <summary>What the library holds, counted again only after it has changed and at most once in two seconds, since counting walks it.</summary>
/// <param name="library">The library.</param>
/// <param name="time">The clock.</param>
internal sealed class LibraryGlance(IPaperLibrary library, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private Counted? _last;

    public async Task<LibraryCounts> CountAsync(CancellationToken cancel)
    {
        var last = _last;
        if (last is not null && time.GetElapsedTime(last.At) < Patience)
        {
            return last.Counts;
        }

        var position = await library.GetPositionAsync(cancel);
        var counts = last is not null && last.Position == position ? last.Counts : await library.CountAsync(cancel);
        _last = new Counted(position, time.GetTimestamp(), counts);
        return counts;
    }

    private sealed record Counted(long Position, long At, LibraryCounts Counts);
}
