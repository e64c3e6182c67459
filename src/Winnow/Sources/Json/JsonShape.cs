using System.Text.Json;

namespace Winnow.Sources.Json;

/// <summary>Which members the beginning of a JSON input has, as paths: <c>notes[].content.title</c>. An outermost list, or an object a line, adds nothing to a path.</summary>
internal sealed class JsonShape
{
    private const int MaxPaths = 4000;
    private const int MaxDepth = 8;

    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    private JsonShape()
    {
    }

    /// <summary>Whether the input is an object or a list of things, as far as it can be seen.</summary>
    internal bool IsJson { get; private set; }

    /// <summary>Whether it is one list.</summary>
    internal bool IsList { get; private set; }

    /// <summary>The first string that is itself an element of a list.</summary>
    internal string? FirstText { get; private set; }

    /// <summary>The names of the outermost object's members, or of the first record's.</summary>
    internal IEnumerable<string> Members => _paths.Where(path => path.IndexOfAny(['.', '[']) < 0);

    internal static JsonShape Of(ReadOnlySpan<byte> head)
    {
        var shape = new JsonShape();
        if (head.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..])
            return shape;

        shape.IsList = head.TrimStart(" \t\r\n"u8)[0] == (byte)'[';
        try
        {
            shape.Walk(head);
        }
        catch (JsonException)
        {
            // What was seen before the damage is shape enough; reading says what is wrong.
        }

        return shape;
    }

    internal bool Has(string path) => _paths.Contains(path);

    internal bool HasAny(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (_paths.Contains(path))
                return true;
        }

        return false;
    }

    /// <summary>Whether anything below <paramref name="outer"/> has a member of that name: for objects whose keys are ids.</summary>
    internal bool HasBelow(string outer, string name) =>
        _paths.Any(path => path.StartsWith($"{outer}.", StringComparison.Ordinal) && path.EndsWith($".{name}", StringComparison.Ordinal));

    private void Walk(ReadOnlySpan<byte> head)
    {
        var options = new JsonReaderOptions { AllowMultipleValues = true, AllowTrailingCommas = true, MaxDepth = 1000 };
        var reader = new Utf8JsonReader(head, isFinalBlock: false, new JsonReaderState(options));
        // The path of each open object or list; a list's elements carry its path with brackets.
        var open = new Stack<string>();
        var current = "";
        while (_paths.Count < MaxPaths && reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    IsJson = true;
                    open.Push(current);
                    break;
                case JsonTokenType.StartArray:
                    IsJson = true;
                    open.Push(open.Count == 0 ? "" : current + "[]");
                    current = open.Peek();
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    current = open.TryPeek(out var outer) ? outer : "";
                    break;
                case JsonTokenType.PropertyName when open.Count <= MaxDepth:
                    var parent = open.Peek();
                    current = parent.Length == 0 ? JsonText.Read(ref reader) : $"{parent}.{JsonText.Read(ref reader)}";
                    _paths.Add(current);
                    break;
                case JsonTokenType.String:
                    if (FirstText is null && open.TryPeek(out var list) && current == list && (list.EndsWith("[]", StringComparison.Ordinal) || IsList))
                        FirstText = JsonText.Read(ref reader);

                    current = open.TryPeek(out var around) ? around : "";
                    break;
                default:
                    current = open.TryPeek(out var enclosing) ? enclosing : "";
                    break;
            }
        }
    }
}
