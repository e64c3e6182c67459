using Winnow.Papers;
using Winnow.Sources.Fields;

namespace Winnow.Sources.HuggingFace;

/// <summary>A paper of Hugging Face in Winnow's terms.</summary>
internal static class HuggingFaceAdapter
{
    internal const string Source = "huggingface";

    internal static AdaptedRecord Adapt(HubPaper paper, DailyPaper? around = null)
    {
        var id = ArXivRecord.Id(paper.Id);
        var published = PublicationDate.Day(paper.PublishedAt);
        var summary = paper.Summary ?? around?.Summary;
        return new AdaptedRecord(Source, id, new RecordFields
        {
            Title = RecordText.Title(paper.Title ?? around?.Title),
            Abstract = RecordText.Prose(summary),
            Authors = AuthorNames.Of(paper.Authors.Select(author => (author.Name, (string?)null))),
            Year = ArXivRecord.Year(id),
            Published = ArXivRecord.FirstDay(id, published),
            Venue = ArXivRecord.Venue,
            Status = ArXivRecord.Status,
            Keywords = RecordText.Lines(paper.AiKeywords),
            Identifiers = [new Identifier(IdentifierScheme.ArXiv, id)],
            Tldr = RecordText.Line(paper.AiSummary),
            Url = $"https://huggingface.co/papers/{id}",
            Code = CodeLink.Given(paper.GithubRepo) ?? CodeLink.Find(summary),
            Project = RecordText.Link(paper.ProjectPage),
            Withdrawn = !string.IsNullOrEmpty(paper.WithdrawnAt),
        })
        {
            Counts = HubCounts.Of(SeenCount.Moment(paper.SubmittedOnDailyAt), seen: null, paper.Upvotes, paper.GithubStars, around?.Comments),
        };
    }
}
