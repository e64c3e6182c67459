using Microsoft.Extensions.AI;

namespace Winnow.Embeddings;

/// <summary>
/// What a text is to be embedded as. Some models were trained with one text in front of questions and another in front of what answers them;
/// embedders of other models pay no attention.
/// </summary>
public static class EmbeddingRole
{
    private const string Key = "winnow.role";
    private const string Question = "query";

    /// <summary>Pass it to <c>GenerateAsync</c> for questions; without it, texts are documents.</summary>
    /// <returns>Options of its own for every call, since a caller may change them.</returns>
    public static EmbeddingGenerationOptions ForQueries() => new() { AdditionalProperties = new() { [Key] = Question } };

    internal static bool IsQuery(EmbeddingGenerationOptions? options) =>
        options?.AdditionalProperties is { } properties && properties.TryGetValue(Key, out var role) && role is Question;
}
