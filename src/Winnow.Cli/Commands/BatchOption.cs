using System.CommandLine;

namespace Winnow.Cli.Commands;

/// <summary>How many texts a model embeds at once; the setting <c>batch</c>, for one run.</summary>
internal sealed class BatchOption : Option<string?>
{
    private const string Key = "batch";

    public BatchOption()
        : base("--" + Key)
    {
        Description = "Texts that the model embeds at once, or auto: as many as are fastest and fit into memory.";
        HelpName = "auto|N";
    }

    /// <summary>Adds it to a verb's other flags that are settings too.</summary>
    public Dictionary<string, IReadOnlyList<string>> Flags(ParseResult parsed, Dictionary<string, IReadOnlyList<string>>? others = null)
    {
        var flags = others ?? [];
        if (parsed.GetValue(this) is { } batch)
        {
            flags[Key] = [batch];
        }

        return flags;
    }
}
