using CsCheck;
using Winnow.Index.Vectors;
using Winnow.Properties;
using Xunit;

namespace Winnow.Index.Tests.Vectors;

[Trait("Kind", "Kernel")]
public sealed class RowSketchTests : IDisposable
{
    private readonly VectorFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Zeros, single components, ends of the range, edges of the codes and everything between, in rows and query alike.</summary>
    [Fact]
    public void No_row_is_more_similar_than_its_bound()
    {
        var component = Gen.OneOf(Gen.SByte, Gen.OneOf<sbyte>(-128, -127, -121, -120, -9, -8, -1, 0, 1, 7, 8, 15, 16, 119, 120, 127));
        var weight = Gen.OneOf(Gen.Int[-4095, 4095], Gen.OneOf(-4095, -17, -16, 0, 16, 17, 33, 4095));
        var scale = Gen.OneOf(Gen.Float[0, 1], Gen.OneOf(0f, 1e-3f, 1e3f));
        var given =
            from stride in Gen.OneOf(32, 64, 96, 256, 352)
            from constant in component
            from row in Gen.OneOf(component.Array[stride], Gen.Const(Enumerable.Repeat(constant, stride).ToArray()), Gen.Int[0, stride - 1].Select(at => OneHot(stride, at, constant))).Array[1, 40]
            from scales in Gen.OneOf(scale, Gen.OneOf(scale, Gen.OneOf(1e-20f, 3e37f))).Array[row.Length]
            from all in weight
            from query in Gen.OneOf(weight.Array[stride], Gen.Const(Enumerable.Repeat(all, stride).ToArray()))
            from queryScale in scale
            select (stride, row, scales, query, queryScale);
        given.ForAll(
            one =>
            {
                sbyte[] rows = [.. one.row.SelectMany(row => row)];
                short[] query = [.. one.query.Select(q => (short)q)];
                using var sketch = new RowSketch(one.row.Length, one.stride);
                sketch.Add(rows, one.scales);
                var products = new int[one.row.Length];
                DotProducts.Scalar(rows, query, products);
                if (sketch.Prepare(query, one.queryScale) is not { } prepared)
                {
                    Assert.Contains([.. one.scales, one.queryScale], scale => scale is > 0 and (< 1e-10f or > 1e10f));
                    return;
                }

                var most = new float[one.row.Length];
                sketch.Bound(prepared, 0, one.scales, most);
                for (var row = 0; row < products.Length; row++)
                {
                    Assert.True(products[row] * one.scales[row] * one.queryScale <= most[row]);
                }
            },
            iter: 500);
    }

    [Fact]
    public void Few_rows_have_a_bound_that_none_of_them_comes_near()
    {
        const int rows = 10_000;
        using var sketch = new RowSketch(rows, Int8Rows.Stride(256));
        var scales = new float[rows];
        var row = new sbyte[256];
        var random = new Random(1);
        for (var i = 0; i < rows; i++)
        {
            scales[i] = Int8Rows.Quantize(Normal(random), row);
            sketch.Add(row, [scales[i]]);
        }

        var query = new short[256];
        var scale = Int8Rows.QuantizeQuery(Normal(random), query);
        // Cosines of so many dimensions spread by 1/16: five times that is reached by one row in millions.
        var most = new float[rows];
        sketch.Bound(sketch.Prepare(query, scale)!, 0, scales, most);
        Assert.InRange(most.Count(bound => bound >= 5f / 16), 0, rows / 100);
    }

    /// <summary>The first search reads all rows, the second makes the sketch and the third uses it: all give what sorting everything gives.</summary>
    [Fact]
    public void Searches_with_and_without_a_sketch_give_what_sorting_everything_gives()
    {
        var vectors = new Dictionary<long, float[]>();
        using (var writer = VectorWriter.Open(_folder.Path, VectorFolder.Space))
        {
            for (var id = 1L; id <= 12_000; id++)
            {
                writer.Put(id, 0, vectors[id] = Vector((int)id));
                if (id == 6_000)
                {
                    writer.Commit(1);
                }
            }

            for (var id = 1L; id <= 12_000; id += 7)
            {
                writer.Delete(id);
                vectors.Remove(id);
            }

            writer.Commit(2);
        }

        (int Limit, Func<long, bool>? Accept)[] searches =
            [(1, null), (200, null), (20_000, null), (10, id => id % 2 == 0), (50, id => id % 1_000 == 5), (5, id => id > 11_990), (5, _ => false)];
        using var index = VectorIndex.Open(_folder.Path);
        for (var round = 0; round < 3; round++)
        {
            foreach (var (limit, accept) in searches)
            {
                foreach (var query in new[] { VectorFolder.Vector(-1), Vector(3), Vector(17), new float[VectorFolder.Space.Dimensions] })
                {
                    Assert.Equal(Sorted(vectors.Where(one => accept is null || accept(one.Key)), query).Take(limit), index.Search(query, limit, accept));
                }
            }
        }
    }

    private static IEnumerable<VectorHit> Sorted(IEnumerable<KeyValuePair<long, float[]>> vectors, float[] query)
    {
        var stride = Int8Rows.Stride(query.Length);
        var prepared = new short[stride];
        var queryScale = Int8Rows.QuantizeQuery(query, prepared);
        var row = new sbyte[stride];
        var product = new int[1];
        var hits = new List<VectorHit>();
        foreach (var (id, vector) in vectors)
        {
            var scale = Int8Rows.Quantize(vector, row);
            DotProducts.Scalar(row, prepared, product);
            hits.Add(new VectorHit(id, product[0] * scale * queryScale));
        }

        return hits.OrderByDescending(hit => hit.Similarity).ThenBy(hit => hit.Id);
    }

    /// <summary>Many equal ones, so that ids decide; zeros; single components; and such as no two are alike.</summary>
    private static float[] Vector(int id) => (id % 5) switch
    {
        0 => new float[VectorFolder.Space.Dimensions],
        1 => VectorFolder.Vector(id % 50),
        2 => [.. OneHot(VectorFolder.Space.Dimensions, id % VectorFolder.Space.Dimensions, (sbyte)(id % 2 == 0 ? 1 : -1)).Select(x => (float)x)],
        _ => VectorFolder.Vector(id),
    };

    private static float[] Normal(Random random)
    {
        float[] vector = [.. Enumerable.Range(0, 256).Select(_ => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];
        var length = MathF.Sqrt(vector.Sum(x => x * x));
        return [.. vector.Select(x => x / length)];
    }

    private static sbyte[] OneHot(int length, int at, sbyte value)
    {
        var row = new sbyte[length];
        row[at] = value;
        return row;
    }
}
