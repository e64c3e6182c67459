namespace Winnow.Cli.Commands;

/// <param name="Id">What its answers are marked with: the question's id, or itself.</param>
/// <param name="Text">The question, in the query language.</param>
internal readonly record struct FileQuery(string Id, string Text);
