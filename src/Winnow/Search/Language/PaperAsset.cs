namespace Winnow.Search.Language;

/// <summary>What can stand after <c>has:</c>, in lower case.</summary>
public static class PaperAsset
{
    public const string Code = "code";
    public const string Abstract = "abstract";
    public const string Pdf = "pdf";

    public static bool IsKnown(string value) => value is Code or Abstract or Pdf;
}
