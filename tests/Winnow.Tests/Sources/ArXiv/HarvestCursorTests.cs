using CsCheck;
using Winnow.Properties;
using Winnow.Sources.ArXiv;
using Xunit;

namespace Winnow.Tests.Sources.ArXiv;

public sealed class HarvestCursorTests
{
    private static readonly DateOnly First = new(2020, 1, 1);

    /// <summary>
    /// Whatever a repository's days hold, in whatever order it lists them, and wherever a token is refused or the process dies: when the harvest ends, every
    /// record was read.
    /// </summary>
    [Fact]
    public void A_harvest_that_ends_has_read_everything() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[1, 25], Gen.Bool, Gen.Int[0, int.MaxValue], Gen.Int[0, 6]).ForAll((records, pageSize, inOrder, seed, refusals) =>
        {
            var random = new Random(seed);
            var today = First.AddDays(random.Next(1, 400));
            var days = Enumerable.Range(0, records).Select(_ => First.AddDays(random.Next(0, today.DayNumber - First.DayNumber + 1))).ToArray();
            if (inOrder)
                Array.Sort(days);

            var read = new HashSet<int>();
            var cursor = new HarvestCursor { From = First };
            var next = 0;
            for (var steps = 0; ; steps++)
            {
                Assert.True(steps < 10_000, "The harvest goes round.");
                // As if the process had died: nothing but the text is left.
                cursor = HarvestCursor.Read(cursor.Write()).Begin(today);
                if (cursor.Token is not null && refusals > 0 && random.Next(3) == 0)
                {
                    refusals--;
                    cursor = cursor.Refuse(today);
                    next = 0;
                    continue;
                }

                var window = Enumerable.Range(0, records).Where(i => days[i] >= cursor.From && (cursor.Until is null || days[i] <= cursor.Until)).ToList();
                var page = window.Skip(next).Take(pageSize).ToList();
                read.UnionWith(page);
                next += pageSize;
                if (next < window.Count)
                {
                    cursor = cursor.Continue($"{next}", null, page.Max(i => days[i]));
                    continue;
                }

                next = 0;
                if (cursor.Next(today) is not { } following)
                    break;

                Assert.True(following.From > cursor.From);
                cursor = following;
            }

            Assert.Equal(records, read.Count);
            // The next harvest begins with the day before this one began, or where this one's last window did.
            Assert.InRange(cursor.End().From, today.AddDays(-1), today);
        });
}
