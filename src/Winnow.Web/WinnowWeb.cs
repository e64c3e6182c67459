using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Winnow.Web;

/// <summary>Builds the web application. The caller adds the parts that it shows: <c>IPaperLibrary</c>, <c>PaperSearch</c> and <c>TimeProvider</c>.</summary>
public static class WinnowWeb
{
    /// <summary>The application, ready to start: <c>await app.StartAsync(cancel)</c>, then <c>app.Urls</c> holds the addresses it really listens on.</summary>
    /// <param name="options">Where to listen.</param>
    /// <param name="services">Registers the product's services, before anything is built.</param>
    public static WebApplication Create(WebOptions options, Action<IServiceCollection> services)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(WinnowWeb).Assembly.GetName().Name });
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.Services.AddSingleton(options);
        builder.Services.AddRazorPages();
        services(builder.Services);
        var app = builder.Build();
        app.MapRazorPages();
        return app;
    }
}
