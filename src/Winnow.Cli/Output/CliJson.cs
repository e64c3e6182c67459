using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Winnow.Embeddings.Models;

namespace Winnow.Cli.Output;

/// <summary>JSON for scripts: camel case, absent instead of null. Generated at build time: reflection would delay the first line of every command.</summary>
[JsonSerializable(typeof(SearchLine))]
[JsonSerializable(typeof(PaperDocument))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(DoctorDocument))]
[JsonSerializable(typeof(IndexReport))]
[JsonSerializable(typeof(BatchSizeReport))]
[JsonSerializable(typeof(SourceDocument))]
[JsonSerializable(typeof(CollectionDocument))]
[JsonSerializable(typeof(KeptLine))]
[JsonSerializable(typeof(SyncReport))]
[JsonSerializable(typeof(ModelReport))]
[JsonSerializable(typeof(ModelTestResult))]
[JsonSerializable(typeof(TrainingDocument))]
[JsonSerializable(typeof(TopicLine))]
[JsonSerializable(typeof(TrendingLine))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>Letters of all scripts stay readable: the output is never put into a page.</summary>
    private static readonly CliJson Lines = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    public static string Line<T>(T value) => JsonSerializer.Serialize(value, typeof(T), Lines);
}
