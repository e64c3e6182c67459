using System.Globalization;
using System.Text.Json;

namespace Winnow.Embeddings.Remote;

/// <summary>
/// What an endpoint has been asked for, and until when it wants to be left alone, in a file of the model's folder: both hold for every process and after a
/// restart. What is about to be asked is counted first, so that a kill counts too much rather than too little.
/// </summary>
internal sealed class RemoteLedger(RemoteManifest manifest, string folder, TimeProvider clock)
{
    public const string FileName = "endpoint-use.json";

    // English has about four letters a token, formulas and other scripts fewer.
    private const int LettersPerToken = 3;

    /// <summary>Documents leave this much of a budget to questions: without those, the vectors that were paid for could not be searched.</summary>
    private const double ShareOfQuestions = 0.05;

    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(20);
    private const int LockTries = 250;

    public string Path { get; } = System.IO.Path.Combine(folder, FileName);

    /// <summary>Counts a request that is about to be made.</summary>
    /// <returns>What was counted for it, in the budget's unit.</returns>
    /// <exception cref="RemoteModelException">The budget is spent, or the endpoint asked to be left alone.</exception>
    public async Task<long> ReserveAsync(IReadOnlyList<string> texts, bool question, CancellationToken cancel)
    {
        var amount = manifest.Budget is { InTokens: true } ? texts.Sum(text => (text.Length / LettersPerToken) + 1L) : texts.Count;
        await ChangeAsync(state =>
        {
            var now = clock.GetUtcNow();
            if (state.NotBefore > now)
                throw new RemoteModelException($"{manifest.Endpoint} asked to be left alone until {Moment(state.NotBefore)}; the model {manifest.Name} answers again then.");
            if (manifest.Budget is not { } budget) return state;
            var period = budget.PeriodOf(now);
            var used = state.Period == period ? state.Used : 0;
            var most = question ? budget.Most : (long)(budget.Most * (1 - ShareOfQuestions));
            if (used + amount > most) throw Spent(budget, used, now);
            return state with { Period = period, Used = used + amount };
        }, cancel).ConfigureAwait(false);
        return amount;
    }

    /// <summary>Puts what the server counted in the place of what was reserved.</summary>
    public Task SettleAsync(long reserved, long counted, CancellationToken cancel) => manifest.Budget is { InTokens: true } && counted > 0 && counted != reserved
        ? ChangeAsync(state => state with { Used = Math.Max(0, state.Used + counted - reserved) }, cancel)
        : Task.CompletedTask;

    /// <summary>Nobody asks before then.</summary>
    public Task LeaveAloneAsync(DateTimeOffset until, CancellationToken cancel) =>
        ChangeAsync(state => state with { NotBefore = until > state.NotBefore ? until : state.NotBefore }, cancel);

    /// <summary>Used in the present period, in the budget's unit; 0 without a budget.</summary>
    public long Used()
    {
        try
        {
            return manifest.Budget is { } budget && Read(File.ReadAllBytes(Path)) is var state && state.Period == budget.PeriodOf(clock.GetUtcNow()) ? state.Used : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private RemoteModelException Spent(RemoteBudget budget, long used, DateTimeOffset now) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"The budget of the model {manifest.Name}, {budget.Most:N0} {(budget.InTokens ? "tokens" : "texts")} a {(budget.Monthly ? "month" : "day")}, is spent ({used:N0} used, a twentieth is kept for questions); it starts anew on {Moment(budget.EndOf(now))}. Raise \"budget\" in its winnow-model.json to go on sooner."));

    private async Task ChangeAsync(Func<State, State> change, CancellationToken cancel)
    {
        // Only what bounds requests needs a file; most endpoints never have one.
        if (manifest.Budget is null && !File.Exists(Path) && change(State.Empty) == State.Empty) return;
        using var file = await OpenAsync(cancel).ConfigureAwait(false);
        var bytes = new byte[(int)Math.Min(file.Length, 4096)];
        await file.ReadExactlyAsync(bytes, cancel).ConfigureAwait(false);
        var before = Read(bytes);
        var after = change(before);
        if (after == before) return;
        file.Position = 0;
        await file.WriteAsync(Written(after), cancel).ConfigureAwait(false);
        file.SetLength(file.Position);
    }

    private async Task<FileStream> OpenAsync(CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < LockTries)
            {
                // Another process counts at this moment.
                await Task.Delay(LockPause, clock, cancel).ConfigureAwait(false);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                throw new RemoteModelException($"{Path} cannot be written, so that nobody would know what the model {manifest.Name} costs: {refused.Message}", refused);
            }
        }
    }

    private static State Read(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            return new State(root.GetProperty("period").GetString() ?? "", root.GetProperty("used").GetInt64(), root.GetProperty("notBefore").GetDateTimeOffset());
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // Empty, or half written when a machine lost its power.
            return State.Empty;
        }
    }

    private static byte[] Written(State state)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("period", state.Period);
            json.WriteNumber("used", state.Used);
            json.WriteString("notBefore", state.NotBefore);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private sealed record State(string Period, long Used, DateTimeOffset NotBefore)
    {
        public static readonly State Empty = new("", 0, DateTimeOffset.MinValue);
    }
}
