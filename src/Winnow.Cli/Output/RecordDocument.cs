namespace Winnow.Cli.Output;

/// <param name="Id">Winnow's id of the record.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Key">The id that the source gave it.</param>
internal sealed record RecordDocument(string Id, string Source, string Key);
