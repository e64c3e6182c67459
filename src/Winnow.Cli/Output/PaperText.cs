using Winnow.Papers;

namespace Winnow.Cli.Output;

/// <summary>One paper for a person at a terminal.</summary>
internal sealed class PaperText(Terminal terminal)
{
    public void Write(Paper paper)
    {
        terminal.Out.WriteLine(terminal.Bold(paper.Title));
        if (paper.Withdrawn)
        {
            terminal.Out.WriteLine(terminal.Paint("Withdrawn: where it appeared, this paper was taken back or deleted.", 33));
        }

        Line("Authors", string.Join(", ", paper.Authors.Select(author => author.Name)));
        Line("Venue", string.Join(", ", new[] { paper.Venue, paper.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture), paper.Status, paper.Track }.OfType<string>()));
        Line("Categories", string.Join(", ", paper.Categories));
        Line("Keywords", string.Join(", ", paper.Keywords));
        Line("Identifiers", string.Join(", ", paper.Identifiers));
        Line("Page", PaperUrl.Of(paper));
        Line("PDF", paper.Pdf);
        Line("Code", paper.Code);
        Line("Project", paper.Project);
        Line("Comment", paper.Comment);
        Line("Records", string.Join(", ", paper.Records.Select(record => $"{record.Key} ({record.Source})")));
        if ((paper.Abstract ?? paper.Tldr) is { } text)
        {
            terminal.Out.WriteLine();
            terminal.Out.WriteLine(text);
        }
    }

    private void Line(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            terminal.Out.WriteLine($"{terminal.Faint(name.PadRight(12))} {value}");
        }
    }
}
