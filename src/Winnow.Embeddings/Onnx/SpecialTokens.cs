using System.Text.Json;

namespace Winnow.Embeddings.Onnx;

/// <summary>Which ids stand around a text, as the <c>post_processor</c> of a <c>tokenizer.json</c> says.</summary>
internal static class SpecialTokens
{
    public static (int[] Before, int[] After) Around(string path, JsonElement? processor, Func<string, int?> id)
    {
        foreach (var step in TokenizerJson.Flatten(processor, "processors"))
        {
            switch (TokenizerJson.Text(step, "type"))
            {
                case "TemplateProcessing":
                    return Template(path, step, id);
                case "BertProcessing" or "RobertaProcessing":
                    return ([step.GetProperty("cls")[1].GetInt32()], [step.GetProperty("sep")[1].GetInt32()]);
                case "ByteLevel":
                    // It only moves offsets, which nobody asks for.
                    break;
                case var other:
                    throw new ModelFileException($"{path} cannot be used: it surrounds texts by {other}.");
            }
        }

        return ([], []);
    }

    private static (int[] Before, int[] After) Template(string path, JsonElement step, Func<string, int?> id)
    {
        var before = new List<int>();
        var after = new List<int>();
        var passed = false;
        foreach (var part in step.GetProperty("single").EnumerateArray())
        {
            if (part.TryGetProperty("SpecialToken", out var special))
            {
                var name = special.GetProperty("id").GetString()!;
                (passed ? after : before).AddRange(Ids(path, step, name, id));
            }
            else
            {
                passed = true;
            }
        }

        return ([.. before], [.. after]);
    }

    private static IEnumerable<int> Ids(string path, JsonElement step, string name, Func<string, int?> id) =>
        step.TryGetProperty("special_tokens", out var tokens) && tokens.TryGetProperty(name, out var token)
            ? token.GetProperty("ids").EnumerateArray().Select(value => value.GetInt32())
            : [id(name) ?? throw new ModelFileException($"{path} cannot be used: it does not say which id {name} has.")];
}
