namespace Winnow.Storage.Sqlite;

/// <summary>
/// Indexes that hold all that their readers ask for. With the old ones, the papers of a month and the records of a paper were looked up row by row in tables
/// whose rows are a kilobyte each: 8 KB read for a number of 8 bytes.
/// </summary>
internal static class CoveringIndexes
{
    internal const string Sql = """
        CREATE INDEX papers_by_day ON papers (appeared DESC, position, id) WHERE appeared IS NOT NULL;
        DROP INDEX papers_by_appearance;
        CREATE INDEX record_ids_by_paper ON records (paper, id);
        DROP INDEX records_by_paper;
        """;
}
