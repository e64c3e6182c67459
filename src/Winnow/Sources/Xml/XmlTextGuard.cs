namespace Winnow.Sources.Xml;

/// <summary>
/// The text that an XML reader sees: control characters, which XML forbids and real dumps contain, are spaces; and nothing can make the reader gather
/// more than one record's worth of characters for one name, attribute or text.
/// </summary>
/// <param name="inner">Disposed with this reader.</param>
internal sealed class XmlTextGuard(TextReader inner) : TextReader
{
    private long _sinceProgress;

    /// <summary>The XML reader has come out with something: what it gathered before is behind it.</summary>
    internal void Progressed() => _sinceProgress = 0;

    public override int Read(char[] buffer, int index, int count)
    {
        var read = inner.Read(buffer, index, count);
        _sinceProgress += read;
        if (_sinceProgress > RecordLimits.MaxBytes)
            throw new UnreadableRecordException("One name or value in the XML is larger than 16 MiB; the file is not read further.");

        foreach (ref var c in buffer.AsSpan(index, read))
        {
            if (c < ' ' && c is not ('\t' or '\n' or '\r') || c is '\uFFFE' or '\uFFFF')
                c = ' ';
        }

        return read;
    }

    public override int Peek() => throw new NotSupportedException("XML readers read in blocks.");

    public override int Read() => throw new NotSupportedException("XML readers read in blocks.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();

        base.Dispose(disposing);
    }
}
