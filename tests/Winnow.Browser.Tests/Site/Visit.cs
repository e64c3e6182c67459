using Microsoft.Playwright;
using Xunit;

namespace Winnow.Browser.Tests.Site;

/// <summary>One person's browser window. On leaving it fails the test if a page broke the content security policy, asked another host, or threw.</summary>
internal sealed class Visit : IAsyncDisposable
{
    /// <summary>What does not happen within it on a busy machine does not happen.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Visit(IBrowserContext context, IPage page, Uri site)
    {
        _context = context;
        Page = page;
        Site = site;
    }

    public IPage Page { get; }

    public Uri Site { get; }

    public static async Task<Visit> StartAsync(IBrowser browser, Uri site, VisitOptions options)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            ViewportSize = new ViewportSize { Width = options.Width, Height = options.Width < 500 ? 844 : 900 },
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = options.Script,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        var visit = new Visit(context, await context.NewPageAsync(), site);
        visit.Watch();
        return visit;
    }

    public async Task<IResponse> GoAsync(string path)
    {
        var response = await Page.GotoAsync(path);
        Assert.NotNull(response);
        return response;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_complaints);
    }

    private void Watch()
    {
        Page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal) || message.Text.Contains("Refused to", StringComparison.Ordinal))
            {
                _complaints.Add($"{Page.Url}: {message.Text}");
            }
        };
        Page.PageError += (_, error) => _complaints.Add($"{Page.Url}: {error}");
        Page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: not ("data" or "blob") } address && address.Authority != Site.Authority)
            {
                _complaints.Add($"{Page.Url} asked {request.Url}");
            }
        };
    }
}
