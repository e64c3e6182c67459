using System.Text;
using System.Xml;
using System.Xml.Linq;
using Winnow.Sources.Reading;

namespace Winnow.Sources.Xml;

/// <summary>
/// Walks an XML input from element to element and cuts out those that are records, one in memory at a time. No document type, no entity but XML's own five,
/// nothing outside the file.
/// </summary>
internal sealed class XmlElements : IDisposable
{
    private const int Deepest = 1000;
    private const int BlockLength = 32 * 1024;
    private const int ChunkLength = 8192;

    private readonly XmlTextGuard _text;
    private readonly XmlReader _reader;
    private readonly char[] _chunk = new char[ChunkLength];

    internal XmlElements(Stream content)
    {
        var text = new StreamReader(content, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, BlockLength, leaveOpen: true);
        _text = new XmlTextGuard(text);
        _reader = XmlReader.Create(_text, Settings);
    }

    /// <summary>Why the walk ended, when the input did not end well; one sentence.</summary>
    internal string? Problem { get; private set; }

    /// <summary>The present element's name without its prefix: publishers' namespaces vary more than their names.</summary>
    internal string Name => _reader.LocalName;

    internal int Depth => _reader.Depth;

    internal long Line => (_reader as IXmlLineInfo)?.LineNumber ?? 0;

    private static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public void Dispose()
    {
        _reader.Dispose();
        _text.Dispose();
    }

    /// <summary>Loads one record that was cut out before.</summary>
    /// <exception cref="XmlException">It is not XML.</exception>
    internal static XElement Load(ReadOnlyMemory<byte> raw)
    {
        using var reader = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(raw.Span)), Settings);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>Cuts an input whose records are the elements of one name, wherever they stand.</summary>
    internal static IEnumerable<RawPiece> Split(Stream content, params string[] names)
    {
        using var elements = new XmlElements(content);
        while (elements.Next())
        {
            if (names.Contains(elements.Name) && elements.Take() is { } piece)
                yield return piece;
        }

        if (elements.Problem is { } problem)
            yield return new RawPiece(default, elements.Line, problem);
    }

    internal string? Attribute(string name) => _reader.GetAttribute(name);

    /// <summary>Moves to the next element in the order of the document; false at its end or where it is damaged.</summary>
    internal bool Next()
    {
        try
        {
            while (Problem is null && Advance())
            {
                if (_reader.NodeType == XmlNodeType.Element)
                    return true;
            }
        }
        catch (Exception damage) when (damage is XmlException or UnreadableRecordException)
        {
            Problem = Sentence(damage);
        }

        return false;
    }

    /// <summary>Cuts out the present element as a document of its own and passes it; null when the input is damaged there.</summary>
    /// <param name="enclose">Opens the elements that are to stand around it.</param>
    /// <param name="without">Names of children that are left out.</param>
    internal RawPiece? Take(Action<XmlWriter>? enclose = null, params string[] without)
    {
        var line = Line;
        var output = new MemoryStream();
        try
        {
            bool fits;
            using (var writer = XmlWriter.Create(output, WriterSettings))
            {
                enclose?.Invoke(writer);
                fits = Copy(writer, without);
            }

            return fits ? new RawPiece(output.ToArray(), line) : new RawPiece(default, line, RecordLimits.TooLarge);
        }
        catch (Exception damage) when (damage is XmlException or UnreadableRecordException)
        {
            Problem = Sentence(damage);
            return null;
        }
    }

    private static XmlWriterSettings WriterSettings => new()
    {
        Encoding = new UTF8Encoding(false),
        OmitXmlDeclaration = true,
        CheckCharacters = false,
        NewLineHandling = NewLineHandling.None,
    };

    private static string Sentence(Exception damage) => damage switch
    {
        XmlException { Message: var message } when message.Contains("DTD", StringComparison.Ordinal) =>
            "The XML declares a document type, which can hide an entity bomb or name a file outside, so it is not read.",
        XmlException xml => $"The XML is damaged and not read further: {FrameworkMessage.Sentence(xml.Message)}",
        _ => damage.Message,
    };

    private bool Advance()
    {
        var found = _reader.Read();
        _text.Progressed();
        if (_reader.Depth > Deepest)
            throw new UnreadableRecordException($"The XML nests more than {Deepest} deep; it is not read further.");

        return found;
    }

    /// <summary>Passes the present element, writing it as far as it fits into a record.</summary>
    /// <returns>Whether it fits.</returns>
    private bool Copy(XmlWriter writer, string[] without)
    {
        var depth = _reader.Depth;
        var length = 0L;
        Start(writer, ref length);
        if (_reader.IsEmptyElement)
            return true;

        while (Advance())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.EndElement:
                    if (length <= RecordLimits.MaxBytes)
                        writer.WriteEndElement();

                    if (_reader.Depth == depth)
                        return length <= RecordLimits.MaxBytes;

                    break;
                case XmlNodeType.Element when _reader.Depth == depth + 1 && without.Contains(_reader.LocalName):
                    PassElement();
                    break;
                case XmlNodeType.Element:
                    Start(writer, ref length);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    CopyText(writer, ref length);
                    break;
                default:
                    break;
            }
        }

        return false;
    }

    private void Start(XmlWriter writer, ref long length)
    {
        length += _reader.Name.Length;
        for (var i = 0; i < _reader.AttributeCount; i++)
            length += _reader.GetAttribute(i).Length;

        if (length > RecordLimits.MaxBytes)
            return;

        var isEmpty = _reader.IsEmptyElement;
        writer.WriteStartElement(_reader.Prefix, _reader.LocalName, _reader.NamespaceURI);
        writer.WriteAttributes(_reader, defattr: false);
        if (isEmpty)
            writer.WriteEndElement();
    }

    private void CopyText(XmlWriter writer, ref long length)
    {
        int count;
        while ((count = _reader.ReadValueChunk(_chunk, 0, ChunkLength)) > 0)
        {
            _text.Progressed();
            length += count;
            if (length <= RecordLimits.MaxBytes)
                writer.WriteChars(_chunk, 0, count);
        }
    }

    private void PassElement()
    {
        var depth = _reader.Depth;
        if (_reader.IsEmptyElement)
            return;

        while (Advance() && !(_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth))
        {
        }
    }
}
