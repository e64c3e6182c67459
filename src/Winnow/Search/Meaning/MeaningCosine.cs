namespace Winnow.Search.Meaning;

/// <param name="Value">Of the angle between the paper's vector and what is looked for.</param>
/// <param name="Known">False when the model has not read the paper yet, and the value is an estimate.</param>
internal readonly record struct MeaningCosine(double Value, bool Known);
