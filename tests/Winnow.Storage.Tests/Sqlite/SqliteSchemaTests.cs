using Microsoft.Data.Sqlite;
using Winnow.Papers;
using Winnow.Storage.Sqlite;
using Winnow.Storage.Tests.Library;
using Xunit;

namespace Winnow.Storage.Tests.Sqlite;

public sealed class SqliteSchemaTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("winnow-");

    private string DatabasePath => Path.Combine(_folder.FullName, "library.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_library_of_a_newer_Winnow_is_refused_in_one_sentence()
    {
        await OpenAsync();
        Execute("PRAGMA user_version = 1000");

        var refusal = await Assert.ThrowsAsync<LibraryException>(OpenAsync);

        Assert.Contains("newer Winnow (schema 1000", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_alone()
    {
        Execute("CREATE TABLE bookmarks (url TEXT)");

        var refusal = await Assert.ThrowsAsync<LibraryException>(OpenAsync);

        Assert.Contains("another program", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1L, Scalar("SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_in_one_sentence()
    {
        await File.WriteAllTextAsync(DatabasePath, new string('x', 5000), TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<LibraryException>(OpenAsync);

        Assert.Contains("no SQLite database", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_folder_is_said_in_one_sentence()
    {
        var refusal = await Assert.ThrowsAsync<LibraryException>(
            () => OpenAsync(Path.Combine(_folder.FullName, "missing", "library.db")));

        Assert.Contains("cannot be opened", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_migration_that_fails_leaves_the_library_at_the_last_whole_step()
    {
        using (var connection = Connection.Open(DatabasePath, 1))
        {
            Assert.Throws<SqliteException>(
                () => Schema.Migrate(connection, DatabasePath, ["CREATE TABLE one (a)", "CREATE TABLE two (a); CREATE TABLE one (a)"]));
        }

        Assert.Equal(1L, Scalar("PRAGMA user_version"));
        Assert.Equal("one", Scalar("SELECT group_concat(name) FROM sqlite_schema"));

        using (var connection = Connection.Open(DatabasePath, 1))
        {
            Schema.Migrate(connection, DatabasePath, ["CREATE TABLE one (a)", "CREATE TABLE two (a)"]);
        }

        Assert.Equal(2L, Scalar("PRAGMA user_version"));
    }

    [Fact]
    public async Task Several_that_open_a_new_library_at_once_all_succeed()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(OpenAsync, TestContext.Current.CancellationToken)));

        Assert.Equal((long)Migrations.All.Count, Scalar("PRAGMA user_version"));
    }

    [Fact]
    public async Task A_count_that_would_become_wrong_is_refused_by_the_database()
    {
        await OpenAsync();

        Assert.Throws<SqliteException>(() => Execute("UPDATE totals SET papers = -1"));
        Assert.Throws<SqliteException>(() => Execute("INSERT INTO imports (input, started, last_active, state) VALUES ('x', 1, 1, 'sleeping')"));
        Assert.Throws<SqliteException>(() => Execute("INSERT INTO papers (id, year, status_rank, title_key, appeared) VALUES (1, 0, 0, '', 20200101)"));
    }

    [Fact]
    public async Task Two_processes_take_turns()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var one = SqliteLibrary.Open(DatabasePath, PlainFormat.Formats, TimeProvider.System);
        await using var other = SqliteLibrary.Open(DatabasePath, PlainFormat.Formats, TimeProvider.System);
        SourceRecord[] Records(string source) =>
            [.. Enumerable.Range(0, 200).Select(i => PlainFormat.Record(source, $"{i}", new RecordFields { Title = $"Paper number {i} of both the sources", Year = 2020 }))];

        await Task.WhenAll(
            Task.Run(() => new LibraryUnderTest<SqliteLibrary>(one).ImportAsync(Records("a"), batch: 20), cancel),
            Task.Run(() => new LibraryUnderTest<SqliteLibrary>(other).ImportAsync(Records("b"), batch: 20), cancel));

        var counts = await one.CountAsync(cancel);
        Assert.Equal((400, 200), (counts.Records, counts.Papers));
    }

    [Fact]
    public async Task A_full_disk_stores_nothing_of_a_batch_and_the_next_one_works()
    {
        var cancel = TestContext.Current.CancellationToken;
        await OpenAsync();
        var connection = Connection.Open(DatabasePath, 1);
        await using var writer = new LibraryWriter(connection, DatabasePath, PlainFormat.Formats, TimeProvider.System);
        connection.Pragma("max_page_count = 60");
        var noise = new Random(1).GetItems<char>("abcdefghijklmnopqrstuvwxyz0123456789", 400_000);
        var small = Incoming("1", "Small");
        var large = Incoming("2", new string(noise));

        var failure = await Assert.ThrowsAsync<LibraryException>(() => writer.WriteAsync(() => writer.Changes.Apply([small, large], new SeenRecords()), cancel));

        Assert.Contains("full", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0L, Scalar("SELECT count(*) FROM records"));
        Assert.Equal([ApplyOutcome.New], await writer.WriteAsync(() => writer.Changes.Apply([small], new SeenRecords()), cancel));
    }

    private static IncomingRecord Incoming(string key, string title) => new(PlainFormat.Record("a", key, new RecordFields { Title = title }));

    private Task OpenAsync() => OpenAsync(DatabasePath);

    private static async Task OpenAsync(string path)
    {
        await using var library = SqliteLibrary.Open(path, PlainFormat.Formats, TimeProvider.System);
    }

    private void Execute(string sql) => Scalar(sql);

    private object? Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
