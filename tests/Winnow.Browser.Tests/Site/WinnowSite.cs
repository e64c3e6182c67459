using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Winnow.Browser.Tests.Site;
using Xunit;

[assembly: AssemblyFixture(typeof(WinnowSite))]

namespace Winnow.Browser.Tests.Site;

/// <summary>The real application over the fixture's library, on a free port, for all tests; and one browser.</summary>
public sealed class WinnowSite : IAsyncLifetime
{
    private LibraryFolder? _library;
    private WebApplication? _app;
    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address { get; private set; } = null!;

    internal LibraryFolder Library => _library!;

    internal HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)Visit.Patience.TotalMilliseconds);
        _library = await LibraryFolder.CreateAsync(FixturePapers.Lines);
        await FixtureCollections.MakeAsync(_library.Collections);
        (_app, Address) = await _library.ServeAsync();
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    /// <summary>A new window, with nothing remembered.</summary>
    internal async Task<Visit> VisitAsync(VisitOptions? options = null) => await VisitAsync(Address, options);

    /// <summary>A new window on another site.</summary>
    internal async Task<Visit> VisitAsync(Uri address, VisitOptions? options = null)
    {
        await _starting.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            _browser ??= await Chromium.LaunchAsync(_playwright);
        }
        finally
        {
            _starting.Release();
        }

        return await Visit.StartAsync(_browser, address, options ?? new VisitOptions());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _starting.Dispose();
        _playwright?.Dispose();
        Http.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        if (_library is not null)
        {
            await _library.DisposeAsync();
        }
    }
}
