using CsCheck;

namespace Winnow.Properties;

/// <summary>
/// Claims about all values of a generator, tried on the same values in every run. CsCheck's own <c>Sample</c> uses its seed for the first value only and
/// draws the others anew each time; it is asked here for what it does well, finding a small counterexample.
/// </summary>
internal static class Property
{
    private const string Seed = "0000KOIPKgo5";

    /// <summary>The claim throws for no value.</summary>
    /// <param name="values">What is tried.</param>
    /// <param name="claim">Throws for a value that it does not hold for.</param>
    /// <param name="iter">How many values are tried; as many again to make a counterexample smaller.</param>
    /// <exception cref="CsCheckException">It does for one: a small one, and the seed that repeats it.</exception>
    internal static void ForAll<T>(this Gen<T> values, Action<T> claim, int iter = 100)
    {
        var random = PCG.Parse(Seed);
        for (var i = 0; i < iter; i++)
        {
            var seed = random.ToString(random.State);
            var value = values.Generate(random, null, out _);
            try
            {
                claim(value);
            }
            catch (Exception)
            {
                values.Sample(claim, seed: seed, iter: iter, threads: 1);
                throw;
            }
        }
    }

    /// <inheritdoc cref="ForAll{T}(Gen{T}, Action{T}, int)"/>
    internal static void ForAll<T>(this Gen<T> values, Func<T, bool> claim, int iter = 100) =>
        values.ForAll(value => { Require(claim(value)); }, iter);

    internal static void ForAll<T1, T2>(this Gen<(T1, T2)> values, Action<T1, T2> claim, int iter = 100) =>
        values.ForAll(value => claim(value.Item1, value.Item2), iter);

    internal static void ForAll<T1, T2>(this Gen<(T1, T2)> values, Func<T1, T2, bool> claim, int iter = 100) =>
        values.ForAll(value => { Require(claim(value.Item1, value.Item2)); }, iter);

    internal static void ForAll<T1, T2, T3>(this Gen<(T1, T2, T3)> values, Action<T1, T2, T3> claim, int iter = 100) =>
        values.ForAll(value => claim(value.Item1, value.Item2, value.Item3), iter);

    internal static void ForAll<T1, T2, T3>(this Gen<(T1, T2, T3)> values, Func<T1, T2, T3, bool> claim, int iter = 100) =>
        values.ForAll(value => { Require(claim(value.Item1, value.Item2, value.Item3)); }, iter);

    internal static void ForAll<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> values, Action<T1, T2, T3, T4> claim, int iter = 100) =>
        values.ForAll(value => claim(value.Item1, value.Item2, value.Item3, value.Item4), iter);

    internal static void ForAll<T1, T2, T3, T4, T5>(this Gen<(T1, T2, T3, T4, T5)> values, Action<T1, T2, T3, T4, T5> claim, int iter = 100) =>
        values.ForAll(value => claim(value.Item1, value.Item2, value.Item3, value.Item4, value.Item5), iter);

    /// <inheritdoc cref="ForAll{T}(Gen{T}, Action{T}, int)"/>
    internal static async Task ForAllAsync<T>(this Gen<T> values, Func<T, Task> claim, int iter = 100)
    {
        var random = PCG.Parse(Seed);
        for (var i = 0; i < iter; i++)
        {
            var seed = random.ToString(random.State);
            var value = values.Generate(random, null, out _);
            try
            {
                await claim(value);
            }
            catch (Exception)
            {
                await values.SampleAsync(claim, seed: seed, iter: iter, threads: 1);
                throw;
            }
        }
    }

    internal static Task ForAllAsync<T1, T2, T3>(this Gen<(T1, T2, T3)> values, Func<T1, T2, T3, Task> claim, int iter = 100) =>
        values.ForAllAsync(value => claim(value.Item1, value.Item2, value.Item3), iter);

    private static void Require(bool holds)
    {
        if (!holds)
            throw new CsCheckException("The claim does not hold.");
    }
}
