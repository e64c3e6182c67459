using System.Numerics.Tensors;

namespace Winnow.Search.Likeness;

/// <summary>
/// Liked things that are near each other, as one. Things far apart stay interests of their own: the mean of a paper on speech and one on proteins lies where
/// nobody's interest is.
/// </summary>
internal sealed class Interest
{
    private readonly List<Example> _members;

    private Interest(List<Example> members)
    {
        _members = members;
        Centre = new float[members[0].Vector.Length];
        foreach (var member in members)
        {
            TensorPrimitives.Add(Centre, member.Vector, Centre);
        }

        var norm = TensorPrimitives.Norm(Centre);
        if (norm > 0)
        {
            TensorPrimitives.Divide(Centre, norm, Centre);
        }
    }

    /// <summary>The mean, of length one.</summary>
    internal float[] Centre { get; }

    internal string Name => string.Join(" and ", _members.Select(member => member.Name).Take(3)) + (_members.Count > 3 ? " and others" : "");

    /// <summary>Merges the two nearest groups until no two have a cosine of <paramref name="near"/>.</summary>
    internal static IReadOnlyList<Interest> Group(IEnumerable<Example> examples, float near)
    {
        var groups = examples.Select(example => new Interest([example])).ToList();
        while (Nearest(groups, near) is { } pair)
        {
            var merged = new Interest([.. groups[pair.First]._members, .. groups[pair.Second]._members]);
            groups.RemoveAt(pair.Second);
            groups[pair.First] = merged;
        }

        return groups;
    }

    private static (int First, int Second)? Nearest(List<Interest> groups, float near)
    {
        (int, int)? nearest = null;
        var best = near;
        for (var i = 0; i < groups.Count; i++)
        {
            for (var j = i + 1; j < groups.Count; j++)
            {
                var cosine = TensorPrimitives.Dot(groups[i].Centre, groups[j].Centre);
                if (cosine >= best)
                {
                    (best, nearest) = (cosine, (i, j));
                }
            }
        }

        return nearest;
    }
}
