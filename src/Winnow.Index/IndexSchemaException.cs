namespace Winnow.Index;

/// <summary>The index was built with another schema and has to be rebuilt.</summary>
public sealed class IndexSchemaException(string folder)
    : InvalidOperationException($"The search index in {folder} was built with other fields; rebuild it.");
