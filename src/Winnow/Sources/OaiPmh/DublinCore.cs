using System.Xml.Linq;

namespace Winnow.Sources.OaiPmh;

/// <summary><c>oai_dc</c>, the format that every OAI-PMH repository speaks: fifteen elements, each any number of times. The wire shape of those read.</summary>
internal sealed record DublinCore
{
    internal IReadOnlyList<string> Titles { get; private init; } = [];

    internal IReadOnlyList<string> Creators { get; private init; } = [];

    internal IReadOnlyList<string> Contributors { get; private init; } = [];

    internal IReadOnlyList<string> Descriptions { get; private init; } = [];

    internal IReadOnlyList<string> Dates { get; private init; } = [];

    internal IReadOnlyList<string> Identifiers { get; private init; } = [];

    internal IReadOnlyList<string> Subjects { get; private init; } = [];

    internal IReadOnlyList<string> Sources { get; private init; } = [];

    internal static DublinCore Read(XElement metadata)
    {
        IReadOnlyList<string> All(string name) => [.. OaiRecord.All(metadata, name).Select(element => element.Value).Where(value => !string.IsNullOrWhiteSpace(value))];
        return new DublinCore
        {
            Titles = All("title"),
            Creators = All("creator"),
            Contributors = All("contributor"),
            Descriptions = All("description"),
            Dates = All("date"),
            Identifiers = All("identifier"),
            Subjects = All("subject"),
            Sources = All("source"),
        };
    }
}
