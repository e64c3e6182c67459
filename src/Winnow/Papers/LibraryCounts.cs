namespace Winnow.Papers;

/// <param name="Papers">Papers.</param>
/// <param name="WithAbstract">Papers that have an abstract.</param>
/// <param name="Records">Records of all sources.</param>
/// <param name="BySource">Records of each source.</param>
/// <param name="OnlySample">True while the library holds nothing but the sample catalogue.</param>
public sealed record LibraryCounts(long Papers, long WithAbstract, long Records, IReadOnlyDictionary<string, long> BySource, bool OnlySample);
