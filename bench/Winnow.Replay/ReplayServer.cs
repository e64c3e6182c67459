using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Winnow.Replay;

/// <summary>A publisher on this machine: HTTP/1.1 by hand, because no server that is meant to work can be made to misbehave like this.</summary>
public sealed class ReplayServer : IAsyncDisposable
{
    private const int LongestHead = 64 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<ReplayRequest, ReplayAnswer> _answer;
    private readonly ConcurrentQueue<ReplayRequest> _requests = new();
    private readonly ConcurrentDictionary<int, Task> _connections = new();
    private readonly Task _accepting;
    private int _numbered;
    private int _open;
    private int _most;
    private long _sent;

    private ReplayServer(Func<ReplayRequest, ReplayAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>With a slash at its end.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>In the order of their arrival.</summary>
    public IReadOnlyList<ReplayRequest> Requests => [.. _requests];

    /// <summary>The most connections that were open at one time.</summary>
    public int MostConnections => Volatile.Read(ref _most);

    /// <summary>Bytes of bodies that it could send.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Time between one arrival and the next, in milliseconds.</summary>
    public IReadOnlyList<double> Gaps => [.. Requests.Zip(Requests.Skip(1), (one, next) => Stopwatch.GetElapsedTime(one.Arrived, next.Arrived).TotalMilliseconds)];

    public static ReplayServer Start(Func<ReplayRequest, ReplayAnswer> answer) => new(answer);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_connections.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        for (var number = 1; ; number++)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false);
            _connections[number] = ServeAsync(client, number);
        }
    }

    private async Task ServeAsync(TcpClient client, int connection)
    {
        // Off the accepting thread, before anything can block.
        await Task.Yield();
        var open = Interlocked.Increment(ref _open);
        for (var most = _most; open > most;)
        {
            most = Interlocked.CompareExchange(ref _most, open, most);
        }

        var counted = true;
        try
        {
            using (client)
            {
                client.NoDelay = true;
                var stream = client.GetStream();
                while (await ReadAsync(stream, connection).ConfigureAwait(false) is { } request)
                {
                    _requests.Enqueue(request);
                    var isLast = request.Headers.TryGetValue("Connection", out var wish) && wish.Equals("close", StringComparison.OrdinalIgnoreCase);
                    var keep = await WriteAsync(stream, _answer(request), () => counted = counted && !(isLast && Leave())).ConfigureAwait(false);
                    if (isLast || !keep)
                    {
                        break;
                    }
                }
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client has hung up, or the server ends.
        }
        finally
        {
            _ = counted && Leave();
        }
    }

    private bool Leave()
    {
        Interlocked.Decrement(ref _open);
        return true;
    }

    private async Task<ReplayRequest?> ReadAsync(NetworkStream stream, int connection)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (head.Length < LongestHead && !(head.Length >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n'))
        {
            if (await stream.ReadAsync(one, _stop.Token).ConfigureAwait(false) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        var arrived = Stopwatch.GetTimestamp();
        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var body = headers.TryGetValue("Content-Length", out var length) ? new byte[int.Parse(length, CultureInfo.InvariantCulture)] : [];
        await stream.ReadExactlyAsync(body, _stop.Token).ConfigureAwait(false);
        var first = lines[0].Split(' ');
        return new ReplayRequest(Interlocked.Increment(ref _numbered), connection, arrived, first[0], first[1], headers, Encoding.UTF8.GetString(body));
    }

    /// <param name="stream">The connection.</param>
    /// <param name="answer">What to send.</param>
    /// <param name="ending">Called before the last byte: whoever has that is done with the connection, and may open the next before this one is heard of again.</param>
    /// <returns>Whether the connection is still good.</returns>
    private async Task<bool> WriteAsync(NetworkStream stream, ReplayAnswer answer, Action ending)
    {
        await Task.Delay(answer.Delay, _stop.Token).ConfigureAwait(false);
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} Replayed\r\n");
        foreach (var (name, value) in answer.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        // An endless body ends with the connection; others say how long they are.
        head.Append(answer.Endless ? "Connection: close\r\n\r\n" : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {answer.Body.Length}\r\n\r\n"));
        if (answer.Body.Length == 0)
        {
            ending();
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.ToString()), _stop.Token).ConfigureAwait(false);
        if (answer.CutAfter is { } bytes)
        {
            await stream.WriteAsync(answer.Body[..bytes], _stop.Token).ConfigureAwait(false);
            return false;
        }

        if (answer.Trickle is { } pause)
        {
            for (var at = 0; at < answer.Body.Length; at++)
            {
                await stream.WriteAsync(answer.Body.Slice(at, 1), _stop.Token).ConfigureAwait(false);
                await Task.Delay(pause, _stop.Token).ConfigureAwait(false);
            }

            return true;
        }

        while (answer.Endless)
        {
            await stream.WriteAsync(answer.Body, _stop.Token).ConfigureAwait(false);
            Interlocked.Add(ref _sent, answer.Body.Length);
        }

        if (answer.Body.Length > 0)
        {
            await stream.WriteAsync(answer.Body[..^1], _stop.Token).ConfigureAwait(false);
            ending();
            await stream.WriteAsync(answer.Body[^1..], _stop.Token).ConfigureAwait(false);
            Interlocked.Add(ref _sent, answer.Body.Length);
        }

        return true;
    }
}
