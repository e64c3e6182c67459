namespace Winnow.Cli.Output;

/// <summary>The search index, for a script.</summary>
/// <param name="Papers">Papers in it.</param>
/// <param name="Position">The change of the library that it has reached.</param>
/// <param name="Behind">How many changes of the library it has yet to take in.</param>
/// <param name="Problems">One sentence each.</param>
internal sealed record IndexReport(long Papers, long Position, long Behind, IReadOnlyList<string> Problems);
