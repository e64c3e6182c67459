using System.Globalization;

namespace Winnow.Sources.Fetching;

/// <summary>Reads an answer's body within bounds of size and of time, both counted after decompression.</summary>
internal static class BodyReader
{
    private const int FirstBytes = 64 * 1024;

    /// <param name="response">Its head has arrived.</param>
    /// <param name="options">The bounds.</param>
    /// <param name="clock">Measures them.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="SourceException">It is too large or too slow.</exception>
    /// <exception cref="IOException">It was cut off or is damaged.</exception>
    internal static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, FetchOptions options, TimeProvider clock, CancellationToken cancel)
    {
        if (response.Content.Headers.ContentLength > options.MaxBytes)
            throw TooLarge(response, options);

        var started = clock.GetTimestamp();
        using var idle = new CancellationTokenSource(options.IdleTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, idle.Token);
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
            await using var streamEnds = stream.ConfigureAwait(false);
            var bytes = new byte[FirstBytes];
            var length = 0;
            while (await stream.ReadAsync(bytes.AsMemory(length), either.Token).ConfigureAwait(false) is > 0 and var count)
            {
                length += count;
                if (length > options.MaxBytes)
                    throw TooLarge(response, options);

                if (clock.GetElapsedTime(started) > options.BodyTimeout)
                    throw TooSlow(response, $"took longer than {options.BodyTimeout.TotalSeconds:0} s");

                if (length == bytes.Length)
                    Array.Resize(ref bytes, Math.Min(2 * length, options.MaxBytes + 1));

                idle.CancelAfter(options.IdleTimeout);
            }

            return bytes.AsMemory(0, length);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw TooSlow(response, $"stood still for {options.IdleTimeout.TotalSeconds:0} s");
        }
        catch (InvalidDataException damage)
        {
            // A server that compresses wrongly may do better next time, like one that is cut off.
            throw new IOException("the compressed answer is damaged", damage);
        }
    }

    private static SourceException TooLarge(HttpResponseMessage response, FetchOptions options) => new(string.Create(
        CultureInfo.InvariantCulture, $"The answer of {Place(response)} is larger than {options.MaxBytes / (1024.0 * 1024):0.#} MiB, so it was not read."));

    private static IOException TooSlow(HttpResponseMessage response, string how) => new($"the answer of {Place(response)} {how}");

    private static string Place(HttpResponseMessage response) => response.RequestMessage?.RequestUri?.GetLeftPart(UriPartial.Path) ?? "the server";
}
