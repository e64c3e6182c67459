namespace Winnow.Index.Segments;

/// <summary>A region that grows while another one is being written; waits in a temporary file beside the segment.</summary>
internal sealed class RegionSpool : IDisposable
{
    private readonly FileStream _stream;

    internal RegionSpool(string path)
    {
        _stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        Sink = new ByteSink(_stream);
    }

    internal ByteSink Sink { get; }

    internal Stream Rewind()
    {
        Sink.Flush();
        _stream.Position = 0;
        return _stream;
    }

    public void Dispose() => _stream.Dispose();
}
