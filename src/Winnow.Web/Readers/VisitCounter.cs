using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Winnow.Papers;
using Winnow.Trends;
using Winnow.Trends.Signals;

namespace Winnow.Web.Readers;

/// <summary>
/// Counts that readers opened papers: those who have a pseudonym, once a paper and day. In the background, because writing may have to wait for an import, and
/// reading never does. When more come than can be written, some are not counted.
/// </summary>
/// <param name="trending">Keeps the counts.</param>
internal sealed class VisitCounter(TrendingPapers trending) : BackgroundService
{
    private const int Waiting = 1000;

    private readonly Channel<(PaperId Paper, ReaderKey Reader)> _visits =
        Channel.CreateBounded<(PaperId Paper, ReaderKey Reader)>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>A page that a browser only fetched in advance was not read.</summary>
    public void Count(HttpRequest request, PaperId paper)
    {
        if (HttpMethods.IsGet(request.Method) && ReaderCookie.Read(request) is { } reader
            && !request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase))
        {
            _visits.Writer.TryWrite((paper, reader));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (paper, reader) in _visits.Reader.ReadAllAsync(stoppingToken))
            {
                try
                {
                    await trending.RecordReadAsync(paper, reader, stoppingToken);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    // A full disk, or the library closing. An exception that leaves a background service stops the site, and a visit is not worth that.
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What waits is not worth delaying the stop.
        }
    }
}
