using System.Globalization;

namespace Winnow.Sources.Fetching;

/// <summary>The right to send one request to a group of hosts. While one holds it nobody else sends any, in no process.</summary>
internal sealed class HostTurn : IDisposable
{
    private readonly LockFile _lock;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _gap;
    private DateTimeOffset _next;
    private bool _sending;

    internal HostTurn(LockFile held, TimeSpan gap, TimeProvider clock)
    {
        _lock = held;
        _gap = gap;
        _clock = clock;
        (_next, var sending) = Parse(held.Read());
        // Whoever had the turn died while a request was under way: nobody knows when it arrived, so it counts from now.
        if (sending)
            Note(Later(_next, clock.GetUtcNow() + gap), sending: false);
    }

    /// <summary>From when the request may be sent.</summary>
    internal DateTimeOffset From => _next;

    /// <summary>Call before the request is sent.</summary>
    internal void Sending() => Note(_next, sending: true);

    /// <summary>
    /// Call when the answer's head is there, or will not come: the gap counts from this moment, since the request may have reached the server at any moment
    /// before it.
    /// </summary>
    /// <param name="retryAt">When the server asked to be asked again.</param>
    internal void Answered(DateTimeOffset? retryAt)
    {
        if (_sending)
            Note(Later(_clock.GetUtcNow() + _gap, retryAt ?? DateTimeOffset.MinValue), sending: false);
    }

    public void Dispose() => _lock.Dispose();

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static (DateTimeOffset Next, bool Sending) Parse(string note)
    {
        var parts = note.Split(' ');
        return parts is [var next, var state] && DateTimeOffset.TryParseExact(next, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? (moment, state == "sending")
            : (DateTimeOffset.MinValue, false);
    }

    private void Note(DateTimeOffset next, bool sending)
    {
        (_next, _sending) = (next, sending);
        _lock.Write($"{next.ToString("O", CultureInfo.InvariantCulture)} {(sending ? "sending" : "idle")}");
    }
}
