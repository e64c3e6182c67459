using Winnow.Papers;

namespace Winnow.Web.Hosting;

/// <summary>
/// What the library holds. Counting walks all of it, so it is counted again only after it has changed, and while an import changes it all the time, so seldom
/// that counting takes a twentieth of the time.
/// </summary>
/// <param name="library">The library.</param>
/// <param name="time">The clock.</param>
internal sealed class LibraryGlance(IPaperLibrary library, TimeProvider time)
{
    private const int Share = 20;
    private Counted? _last;

    public async Task<LibraryCounts> CountAsync(CancellationToken cancel)
    {
        var last = _last;
        var position = await library.GetPositionAsync(cancel);
        if (last is not null && (last.Position == position || time.GetElapsedTime(last.Ended) < last.Took * Share))
        {
            return last.Counts;
        }

        var started = time.GetTimestamp();
        var counts = await library.CountAsync(cancel);
        _last = new Counted(position, time.GetTimestamp(), time.GetElapsedTime(started), counts);
        return counts;
    }

    private sealed record Counted(long Position, long Ended, TimeSpan Took, LibraryCounts Counts);
}
