using System.Globalization;
using CsCheck;
using Winnow.Papers;
using Winnow.Properties;
using Xunit;
using static Winnow.Tests.Papers.Merging.MergingRecords;

namespace Winnow.Tests.Papers.Merging;

/// <summary>
/// Regrouping looks only at the surroundings of what changed. Whatever the history, it must arrive where grouping all records at once arrives: that makes the
/// papers independent of the order and the batches in which records come, and every change undoable.
/// </summary>
public sealed class RegroupingTests
{
    /// <summary>A small world, so that records meet in every way: few titles (two of them short), authors, years and identifiers.</summary>
    private static readonly Gen<RecordFields> AnyFields = Gen.Select(
        Gen.OneOf("Attention", "Memory", "A Long Enough Title of Several Words", "Another Long Title of Some Six Words"),
        Gen.OneOf("", "", "Mary Moe", "Moe, M.; John Doe", "John Doe", "Wei Zhang", "Anonymous"),
        Gen.OneOf<int?>(null, 2010, 2012, 2013, 2014, 2020),
        Gen.OneOf("", "", "", "1706.03762", "1810.04805", "N19-1423", "10.18653/v1/n19-1423", "10.1/a", "openalex:W123456"),
        (title, authors, year, identifier) => Fields(title, authors, year, identifier.Length == 0 ? [] : [identifier.Replace("10.1/", "10.1000/", StringComparison.Ordinal)]));

    private static readonly Gen<(long Id, RecordFields? Fields)> AnyChange =
        Gen.Select(Gen.Long[0, 9], AnyFields, Gen.Int[0, 4], (id, fields, removes) => (id, removes == 0 ? null : fields));

    [Fact]
    public void Any_history_in_any_batches_ends_where_grouping_all_at_once_ends() =>
        AnyChange.Array[1, 6].Array[1, 8].ForAll(
            batches =>
            {
                var world = new RegroupedWorld();
                foreach (var batch in batches)
                {
                    world.Change(batch);
                }

                Assert.Equal(world.GroupedAtOnce(), world.Papers());
            },
            iter: 4_000);

    [Fact]
    public void The_order_of_records_does_not_matter() =>
        AnyFields.Array[1, 10].SelectMany(records => Gen.Shuffle(Enumerable.Range(0, records.Length).ToArray()).Select(order => (records, order))).ForAll(
            (records, order) =>
            {
                var papers = Grouped(records).Order(StringComparer.Ordinal);
                var shuffled = Grouped([.. order.Select(i => records[i])])
                    .Select(paper => string.Join('+', paper.Split('+').Select(place => order[int.Parse(place, CultureInfo.InvariantCulture)]).Order()));

                Assert.Equal(papers, shuffled.Order(StringComparer.Ordinal));
            },
            iter: 4_000);

    [Fact]
    public void Only_papers_that_changed_are_written_again() =>
        Gen.Select(AnyChange.Array[8, 20], AnyChange).ForAll(
            (history, change) =>
            {
                var world = new RegroupedWorld();
                world.Change(history);
                var before = world.Papers();

                var regrouping = world.Change([change]);

                var written = regrouping.Papers.Select(paper => paper.Id.Value).ToHashSet();
                var touched = world.Papers().Where(paper => !before.Contains(paper)).Select(paper => paper.Id).ToHashSet();
                Assert.Superset(touched, written);
                Assert.All(written.Except(touched), id => Assert.Contains(new RecordId(change.Id), regrouping.Papers.Single(paper => paper.Id.Value == id).Records));
            },
            iter: 1_000);
}
