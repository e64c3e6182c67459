using Winnow.Sources.Xml;

namespace Winnow.Sources.AclAnthology;

/// <summary>The volumes that an event's collection names as its own: workshops, findings, tutorials (<c>event/colocated/volume-id</c>).</summary>
internal static class Colocated
{
    /// <summary>More than any event has, and few enough to be read in an afternoon.</summary>
    private const int MostVolumes = 200;

    internal static IReadOnlyList<string> Of(ReadOnlyMemory<byte> collection, string eventId)
    {
        using var elements = new XmlElements(new MemoryStream(collection.ToArray(), writable: false));
        while (elements.Next())
        {
            if (elements.Name == "event" && elements.Attribute("id") == eventId && elements.Take() is { Problem: null } piece)
            {
                return [.. XmlElements.Load(piece.Bytes).Descendants().Where(element => element.Name.LocalName == "volume-id")
                    .Select(element => element.Value.Trim()).Where(IsVolume).Distinct().Take(MostVolumes)];
            }
        }

        return [];
    }

    /// <summary>It becomes part of an address.</summary>
    private static bool IsVolume(string id) => id.Length is > 3 and < 60 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-');
}
