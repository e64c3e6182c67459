using System.Globalization;
using Winnow.Embeddings.Fitting;

namespace Winnow.Cli.Output;

/// <summary>What models find of the held-out papers, one under the other.</summary>
internal sealed class TrainingTable(Terminal terminal)
{
    private const int LabelWidth = 22;

    private readonly List<(string Label, string Model, RetrievalScore Titles, RetrievalScore Sentences)> _rows = [];

    /// <summary>The same for a script.</summary>
    public IReadOnlyList<TrainingDocument.Row> Rows =>
        [.. _rows.Select(row => new TrainingDocument.Row(row.Model, TrainingDocument.Found.Of(row.Titles), TrainingDocument.Found.Of(row.Sentences)))];

    /// <param name="label">What people read.</param>
    /// <param name="model">What a script reads.</param>
    public void Add(string label, string model, RetrievalScore titles, RetrievalScore sentences) => _rows.Add((label, model, titles, sentences));

    public void Write()
    {
        var (titles, sentences) = (_rows[0].Titles, _rows[0].Sentences);
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{titles.Questions:N0} titles to find their abstracts, {sentences.Questions:N0} sentences to find the rest of theirs, among {titles.Texts:N0} texts:"));
        terminal.Out.WriteLine($"{"",-LabelWidth}  {"titles",28}  {"sentences",28}");
        terminal.Out.WriteLine($"{"",-LabelWidth}  {"nDCG@10",8}  {"first",8}  {"in 100",8}  {"nDCG@10",8}  {"first",8}  {"in 100",8}");
        foreach (var (label, _, byTitle, bySentence) in _rows)
        {
            terminal.Out.WriteLine($"{label,-LabelWidth}  {Cells(byTitle)}  {Cells(bySentence)}");
        }

        terminal.Out.Flush();
    }

    private static string Cells(RetrievalScore score) => string.Create(CultureInfo.InvariantCulture, $"{score.Ndcg,8:0.0000}  {score.First * 100,6:0.0} %  {score.InHundred * 100,6:0.0} %");
}
