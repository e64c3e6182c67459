namespace Winnow.Embeddings.Fitting;

/// <summary>How well questions find the one text that each was made from.</summary>
/// <param name="Questions">How many were asked.</param>
/// <param name="Texts">Among how many texts.</param>
/// <param name="Ndcg">nDCG@10: 1 for a text in first place, 0.63 in second, 0.29 in tenth, 0 below (Järvelin and Kekäläinen 2002); the mean over the questions.</param>
/// <param name="First">Share of questions whose text comes first.</param>
/// <param name="InHundred">Share of questions whose text is among the first hundred.</param>
public sealed record RetrievalScore(int Questions, int Texts, double Ndcg, double First, double InHundred);
