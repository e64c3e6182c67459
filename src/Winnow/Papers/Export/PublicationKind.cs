using Winnow.Papers.Text;

namespace Winnow.Papers.Export;

/// <summary>Reads the kind of publication from a paper's venue and status.</summary>
public static class PublicationKind
{
    private static readonly HashSet<string> Journals = new(StringComparer.OrdinalIgnoreCase)
    {
        "JMLR", "TMLR", "TACL", "CL", "Computational Linguistics", "TPAMI", "IJCV", "TIP", "TNN", "TNNLS", "TASLP", "JAIR", "JASA", "JACM", "CACM", "Communications of the ACM",
        "TOIS", "TKDE", "TOG", "TIST", "Nature", "Science", "PNAS", "Cell", "Neural Computation", "Neural Networks", "Machine Learning", "Artificial Intelligence",
        "Cognitive Science", "Pattern Recognition", "Speech Communication", "Proceedings of the IEEE", "RA-L", "JASIS", "JASIST", "SIAM Review",
    };

    private static readonly string[] JournalWords = ["Journal", "Transactions", "Letters", "Magazine", "Annals", "Nature ", "Physical Review", "Psychological Review", "Foundations and Trends", "Bulletin"];

    private static readonly string[] Unaccepted = ["Reject", "Withdraw", "Submitted", "preprint"];

    public static Publication Of(Paper paper)
    {
        if (string.IsNullOrWhiteSpace(paper.Venue) || IsArchive(paper.Venue) || Unaccepted.Any(word => Contains(paper.Status, word)))
            return Publication.Unpublished;

        return Journals.Contains(paper.Venue) || JournalWords.Any(word => Contains(paper.Venue, word)) ? Publication.Journal : Publication.Proceedings;
    }

    /// <summary>The place as one clean line; null for a preprint archive, which is no place of publication.</summary>
    internal static string? Place(Paper paper) =>
        string.IsNullOrWhiteSpace(paper.Venue) || IsArchive(paper.Venue) ? null : TextCleaning.CleanLine(paper.Venue, TextMarkup.None);

    private static bool IsArchive(string venue) => venue.StartsWith("arXiv", StringComparison.OrdinalIgnoreCase) || venue.Equals("CoRR", StringComparison.OrdinalIgnoreCase);

    private static bool Contains(string? text, string word) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
}
