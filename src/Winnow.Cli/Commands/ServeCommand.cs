using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;
using Winnow.Cli.Pdf;
using Winnow.Configuration;
using Winnow.Search.Likeness;
using Winnow.Search.Meaning;
using Winnow.Sources.Importing;
using Winnow.Trends;
using Winnow.Web;

namespace Winnow.Cli.Commands;

internal sealed class ServeCommand : WinnowCommand
{
    /// <summary>How soon another process's import is found here.</summary>
    private static readonly TimeSpan IndexingPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Of a core, what trends and topics take while a large library is behind: the other half, and the other core, are for pages.</summary>
    private const double BackgroundShare = 0.5;

    /// <summary>Until the first pages are shown, what is behind stays behind.</summary>
    private static readonly TimeSpan BackgroundBegins = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(1);

    private readonly Option<string[]> _urls = new("--urls") { Description = "Addresses to listen on, such as http://0.0.0.0:8080.", HelpName = "URL", AllowMultipleArgumentsPerToken = true };
    private readonly Option<int?> _port = new("--port") { Description = "Only another port than 5170; 0 takes any free one.", HelpName = "N" };
    private readonly Option<string?> _host = new("--host") { Description = "Only another address than 127.0.0.1; 0.0.0.0 lets the whole network in.", HelpName = "ADDRESS" };
    private readonly Option<bool> _noSample = new("--no-sample") { Description = "Leave an empty library empty." };
    private readonly BatchOption _batch = new();

    public ServeCommand(Terminal terminal, GlobalOptions globals)
        : base(
            "serve",
            "Start Winnow in the browser. An empty library gets a sample catalogue first. Ctrl-C stops it.",
            """
            winnow serve
            winnow serve --port 8080
            winnow serve --host 0.0.0.0 --data /srv/papers
            """,
            terminal,
            globals)
    {
        Add(_urls);
        Add(_port);
        Add(_host);
        Add(_noSample);
        Add(_batch);
        Validators.Add(result =>
        {
            if (result.GetResult(_urls) is not null && (result.GetResult(_port) is not null || result.GetResult(_host) is not null))
            {
                result.AddError("Give either --urls, or --host and --port.");
            }

            if (result.GetValue(_port) is < 0 or > ushort.MaxValue)
            {
                result.AddError("--port takes a number from 0 to 65535.");
            }
        });
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = Settings(parsed, _batch.Flags(parsed, Flags(parsed)));
        await using var workspace = Workspace.OpenOrCreate(options);
        if (workspace.ModelTrouble is { } trouble)
        {
            Terminal.Error.WriteLine(trouble);
        }

        var embedding = new EmbeddingStatus(TimeProvider.System);
        using var sync = new SyncParts(workspace);
        await using var app = WinnowWeb.Create(new WebOptions { Urls = options.Urls, AllowedHosts = options.AllowedHosts, Proxies = options.Proxies, AllowUploads = options.Uploads, AllowCollections = options.Collections, Syncs = options.Sync }, services => services
            .AddSingleton(workspace.Library)
            .AddSingleton(workspace.Writer)
            .AddSingleton(workspace.Import)
            .AddSingleton(workspace.Indexer)
            .AddSingleton(workspace.Search)
            .AddSingleton(workspace.Trending)
            .AddSingleton(workspace.Collections)
            .AddSingleton(workspace.Meaning)
            .AddSingleton(embedding)
            .AddSingleton(new SetAsideRecords(options.DataFolder))
            .AddSingleton(sync.Store)
            .AddSingleton(sync.Kinds)
            .AddSingleton(workspace.Likeness)
            .AddSingleton(workspace.Topics)
            .AddSingleton(workspace.TopicFollower)
            .AddSingleton(workspace.Trends)
            .AddSingleton<PdfReader>(PdfProcess.ReadAsync));
        await StartAsync(app, options, cancel).ConfigureAwait(false);
        if (options.Sample)
        {
            await SampleCatalogue.LoadIfEmptyAsync(workspace, cancel).ConfigureAwait(false);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, app.Lifetime.ApplicationStopping);
        using var progress = new IndexingProgress(Terminal);
        try
        {
            await AnnounceAsync(workspace, app, workspace.Indexer.CatchUpAsync(progress, stop.Token), stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped while a large library was being indexed: as good an end as any later one.
        }

        await Task.WhenAll(
            workspace.Indexer.FollowAsync(IndexingPause, progress, stop.Token),
            workspace.Trends.FollowAsync(IndexingPause, InBackground(), stop.Token),
            new ModelWatch(workspace, () => Settings(parsed, _batch.Flags(parsed, Flags(parsed))), Terminal.Error.WriteLine, TimeProvider.System).FollowAsync(stop.Token),
            workspace.LendLostModelAsync(Terminal.Error.WriteLine, stop.Token),
            workspace.Meaning.FollowAsync(IndexingPause, new EmbeddingTroubles(Terminal, embedding), stop.Token),
            options.Sync ? sync.Schedule.FollowAsync(Terminal.Error.WriteLine, stop.Token) : Task.CompletedTask,
            workspace.TopicFollower.FollowAsync(null, InBackground(), stop.Token)).ConfigureAwait(false);
        await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static Pace InBackground() => new(TimeProvider.System, BackgroundShare, BackgroundBegins);

    private Dictionary<string, IReadOnlyList<string>> Flags(ParseResult parsed)
    {
        var flags = new Dictionary<string, IReadOnlyList<string>>();
        if (parsed.GetResult(_urls) is not null)
        {
            flags["urls"] = parsed.GetValue(_urls)!;
        }
        else if (parsed.GetResult(_port) is not null || parsed.GetResult(_host) is not null)
        {
            flags["urls"] = [string.Create(CultureInfo.InvariantCulture, $"http://{Bracketed(parsed.GetValue(_host) ?? "127.0.0.1")}:{parsed.GetValue(_port) ?? 5170}")];
        }

        if (parsed.GetValue(_noSample))
        {
            flags["sample"] = ["false"];
        }

        return flags;
    }

    private static string Bracketed(string host) => host.Contains(':', StringComparison.Ordinal) && !host.StartsWith('[') ? $"[{host}]" : host;

    private static async Task StartAsync(WebApplication app, WinnowOptions options, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel).ConfigureAwait(false);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            throw new CliException(
                ExitCode.Unavailable,
                $"{string.Join(", ", options.Urls)} is in use, perhaps by another `winnow serve`. Stop that one, or choose another port: winnow serve --port 5171",
                failure);
        }
        catch (Exception failure) when (failure is IOException or System.Net.Sockets.SocketException)
        {
            throw new CliException(ExitCode.Unavailable, $"{string.Join(", ", options.Urls)} cannot be listened on: {failure.Message}", failure);
        }
    }

    /// <summary>Says where the site is, within a moment: a large library that is not indexed yet can be read meanwhile.</summary>
    private async Task AnnounceAsync(Workspace workspace, WebApplication app, Task indexing, CancellationToken cancel)
    {
        await Task.WhenAny(indexing, Task.Delay(LongestSilence, cancel)).ConfigureAwait(false);
        var counts = await workspace.Library.CountAsync(cancel).ConfigureAwait(false);
        var what = counts.OnlySample ? "the sample catalogue" : string.Create(CultureInfo.InvariantCulture, $"{counts.Papers:N0} papers");
        Terminal.Out.WriteLine($"Winnow shows {what} at {string.Join(" and ", app.Urls)}");
        Terminal.Out.WriteLine($"The library is in {workspace.Options.DataFolder}. Ctrl-C stops.");
        if (!indexing.IsCompleted)
        {
            Terminal.Out.WriteLine("Its papers are being indexed; until that is done, searches find those that are.");
            Terminal.Out.Flush();
            await indexing.ConfigureAwait(false);
            Terminal.Out.WriteLine("All papers are indexed.");
        }

        Terminal.Out.Flush();
        await indexing.ConfigureAwait(false);
    }
}
