using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Winnow.Loopback;

/// <summary>
/// A server on this machine, on a port that the system gives it, that answers as a test says. It stands on Kestrel: closing an <see cref="HttpListener"/>
/// while it goes to wait for the next request loses that wait for good (4 of 11,000 in a loop on two busy cores), and the test run with it.
/// </summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly WebApplication _app;
    private bool _stopped;

    /// <param name="answer">May break off: a client that has gone is no failure.</param>
    public LoopbackServer(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0)).UseShutdownTimeout(TimeSpan.FromSeconds(5));
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(answer);
        ((IHost)_app).Start();
        Address = new Uri(_app.Urls.Single());
    }

    public Uri Address { get; }

    /// <summary>Sends a whole answer in JSON.</summary>
    public static Task AnswerAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }

    /// <summary>Stops listening; what was being answered is answered, for 5 seconds at most. A second call does nothing.</summary>
    public void Dispose()
    {
        if (_stopped) return;
        _stopped = true;
        // On a thread of the pool: the test's own may have a context that waits for itself.
        Task.Run(async () =>
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }).GetAwaiter().GetResult();
    }
}
