using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.WebEncoders;
using Winnow.Web.Feeds;
using Winnow.Web.Hosting;
using Winnow.Web.Pages;
using Winnow.Web.Pages.Collections;
using Winnow.Web.Pages.Import;
using Winnow.Web.Readers;

namespace Winnow.Web;

/// <summary>Builds the web application. The caller adds the parts that it shows: <c>IPaperLibrary</c>, <c>ILibraryWriter</c>, <c>PaperSearch</c>, <c>TrendingPapers</c>, <c>TrendingTopics</c> and <c>PaperCollections</c>; with
/// <c>PaperImport</c> papers can be added in the browser.</summary>
public static class WinnowWeb
{
    private static readonly string[] LoopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>The application, ready to start: <c>await app.StartAsync(cancel)</c>, then <c>app.Urls</c> holds the addresses it really listens on.</summary>
    /// <param name="options">Where to listen.</param>
    /// <param name="services">Registers the product's services, before anything is built.</param>
    public static WebApplication Create(WebOptions options, Action<IServiceCollection> services)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(WinnowWeb).Assembly.GetName().Name });
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        AddServices(builder.Services, options);
        services(builder.Services);
        builder.Services.TryAddSingleton(TimeProvider.System);
        var app = builder.Build();
        Compose(app, options);
        return app;
    }

    private static void AddServices(IServiceCollection services, WebOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<AssetLibrary>();
        services.AddSingleton<LibraryGlance>();
        services.AddSingleton<Following>();
        services.AddSingleton<IndexingGlance>();
        services.AddSingleton<TrendsGlance>();
        services.AddSingleton<UploadedImport>();
        services.AddSingleton<PaperFeeds>();
        services.AddSingleton<TrendFeeds>();
        services.AddSingleton<TopicFeeds>();
        services.AddSingleton<CollectionFeeds>();
        services.AddSingleton<ReaderToken>();
        services.AddSingleton<ReaderCollections>();
        services.AddSingleton<ReaderVotes>();
        services.AddSingleton<VisitCounter>();
        services.AddHostedService(provider => provider.GetRequiredService<VisitCounter>());
        AddressLimit.Add(services);
        services.AddScoped<RequestTiming>();
        services.AddRazorPages(pages => pages.Conventions.AddPageRoute("/Search/Search", "/"));

        // Names and abstracts are in every script there is; only what HTML itself gives a meaning needs escaping.
        services.Configure<WebEncoderOptions>(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = HostsOf(options));

        services.Configure<CookieTempDataProviderOptions>(carried =>
        {
            carried.Cookie.Name = RemovedPaper.Cookie;
            carried.Cookie.SameSite = SameSiteMode.Strict;
        });

        // A form lives as long as the process; keys on disk would be one more secret to keep.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "winnow-form";
            forgery.Cookie.SameSite = SameSiteMode.Strict;
            forgery.SuppressXFrameOptionsHeader = true;
        });
    }

    private static void Compose(WebApplication app, WebOptions options)
    {
        app.UseTrustedProxies(options);
        app.UseRequestTiming();
        app.UseSecurityHeaders();
        app.UseHostFiltering();
        app.UseExceptionHandler("/problem/500");
        app.UseStatusCodePagesWithReExecute("/problem/{0}");
        app.UseSameOriginForUnsafeVerbs();
        app.UseFeedNegotiation();
        app.UseRateLimiter();
        app.MapGet("/assets/{version}/{**path}", static (HttpContext context, AssetLibrary assets, string version, string path) => assets.RespondAsync(context, version, path));
        app.MapWellKnown();
        app.MapFeeds();
        app.MapVotes();
        app.MapCollectionDownloads();
        app.MapRazorPages();
    }

    /// <summary>
    /// A server that only this machine can reach answers to this machine's names alone: otherwise any web site could point a name of its own at
    /// 127.0.0.1 and read the library through the visitor's browser.
    /// </summary>
    private static string[] HostsOf(WebOptions options)
    {
        if (options.AllowedHosts.Count > 0)
        {
            return [.. LoopbackHosts, .. options.AllowedHosts];
        }

        return options.IsLocal ? LoopbackHosts : ["*"];
    }
}
