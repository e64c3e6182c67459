using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.ML.Tokenizers;

namespace Winnow.Embeddings.Onnx;

/// <summary>
/// A <c>tokenizer.json</c>: WordPiece, Unigram, or byte-level BPE, with its special tokens. What it asks for beyond that is refused by name, since
/// other ids would make other vectors without anybody noticing.
/// </summary>
internal sealed class TokenizerJson
{
    // GPT-2's; RoBERTa and its descendants use it.
    private const string BytePairWords = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(10);

    private readonly string _path;
    private readonly JsonElement _root;
    private readonly JsonElement _model;
    private readonly Dictionary<string, int> _added;

    public TokenizerJson(string path)
    {
        _path = path;
        _root = ModelJson.Read(path).Root is { ValueKind: JsonValueKind.Object } root ? root : throw new ModelFileException($"{path} holds no tokenizer.");
        _model = Member(_root, "model") ?? throw new ModelFileException($"{path} holds no tokenizer: it has no \"model\".");
        _added = Items(_root, "added_tokens").ToDictionary(token => token.GetProperty("content").GetString()!, token => token.GetProperty("id").GetInt32(), StringComparer.Ordinal);
    }

    // Files of before 2020 leave the type out; a list of scored pieces can only be Unigram, and merges only BPE.
    private string Kind => Text(_model, "type")
        ?? (Member(_model, "merges") is not null ? "BPE" : Member(_model, "vocab") is { ValueKind: JsonValueKind.Array } ? "Unigram" : "WordPiece");

    public ModelTokenizer Open(bool? lowerCase) => Kind switch
    {
        "WordPiece" => WordPiece(lowerCase),
        "Unigram" => Unigram(),
        "BPE" => BytePairs(),
        var other => throw Refuse($"its pieces are of the kind {other}, and there are WordPiece, Unigram and BPE"),
    };

    private ModelTokenizer WordPiece(bool? lowerCase)
    {
        var vocabulary = Vocabulary();
        var normalizer = Member(_root, "normalizer");
        if (normalizer is { } given && Text(given, "type") != "BertNormalizer") throw Refuse($"its normaliser {Text(given, "type")} does not go with WordPiece");
        if (Text(_model, "continuing_subword_prefix") is { } prefix && prefix != "##") throw Refuse($"its pieces go on with '{prefix}' instead of '##'");
        var lower = Flag(normalizer, "lowercase") ?? lowerCase ?? true;
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', InOrder(vocabulary))));
        return TokenizerFile.WordPieces(
            lines,
            token => vocabulary.TryGetValue(token, out var id) ? id : null,
            lower,
            Flag(normalizer, "strip_accents") ?? lower,
            Flag(normalizer, "handle_chinese_chars") ?? true,
            _path);
    }

    private ModelTokenizer Unigram()
    {
        var normalizers = new TextNormalizers(_path, Member(_root, "normalizer"));
        var pieces = Items(_model, "vocab").Select(pair => (pair[0].GetString()!, pair[1].GetSingle())).ToList();
        var unknown = Member(_model, "unk_id")?.GetInt32() ?? throw Refuse("it does not say which piece stands for the unknown");
        using var bytes = new MemoryStream(SentencePieceBytes.Unigram(pieces, unknown, _added.Values.ToHashSet(), normalizers.CharacterMap, normalizers.LeadingSpace || WantsLeadingSpace()));
        return Surround(SentencePieceTokenizer.Create(bytes, addBeginningOfSentence: false, addEndOfSentence: false), normalizers.Apply);
    }

    private ModelTokenizer BytePairs()
    {
        var steps = Flatten(Member(_root, "pre_tokenizer"), "pretokenizers").ToList();
        var bytes = steps.FirstOrDefault(step => Text(step, "type") == "ByteLevel");
        if (bytes.ValueKind == JsonValueKind.Undefined)
            throw Refuse("its BPE does not work on bytes; take the model's SentencePiece file (tokenizer.model) as \"tokenizerFile\"");
        var normalizers = new TextNormalizers(_path, Member(_root, "normalizer"));
        if (normalizers.CharacterMap.Length > 0) throw Refuse("its BPE wants a table of characters first");
        var words = steps.Where(step => Text(step, "type") == "Split").Select(step => Text(step.GetProperty("pattern"), "Regex")).ToList() switch
        {
            [] when Flag(bytes, "use_regex") ?? true => BytePairWords,
            [{ } pattern] => pattern,
            _ => throw Refuse("it cuts text into words by more than one rule"),
        };
        if (steps.FirstOrDefault(step => Text(step, "type") is not ("ByteLevel" or "Split")) is { ValueKind: JsonValueKind.Object } other)
            throw Refuse($"it cuts text into words by {Text(other, "type")}");
        var vocabulary = Vocabulary();
        var pieces = BpeTokenizer.Create(new BpeOptions(vocabulary)
        {
            Merges = Items(_model, "merges").Select(Merge),
            ByteLevel = true,
            PreTokenizer = new RegexPreTokenizer(new Regex(words, RegexOptions.Compiled | RegexOptions.CultureInvariant, LongestMatch), null),
            UnknownToken = Text(_model, "unk_token") is { } unknown && vocabulary.ContainsKey(unknown) ? unknown : null,
        });
        var space = Flag(bytes, "add_prefix_space") ?? false;
        return Surround(pieces, text => normalizers.Apply(text) is var clean && space && !clean.StartsWith(' ') ? " " + clean : clean);
    }

    private bool WantsLeadingSpace() => Flatten(Member(_root, "pre_tokenizer"), "pretokenizers")
        .Any(step => Text(step, "type") == "Metaspace" && (Text(step, "prepend_scheme") ?? (Flag(step, "add_prefix_space") == false ? "never" : "always")) != "never");

    private ModelTokenizer Surround(Tokenizer pieces, Func<string, string> normalize)
    {
        var (before, after) = SpecialTokens.Around(_path, Member(_root, "post_processor"), token => _added.TryGetValue(token, out var id) ? id : null);
        var padding = Member(_root, "padding") is { ValueKind: JsonValueKind.Object } told && Member(told, "pad_id") is { } pad
            ? pad.GetInt32()
            : _added.Where(token => token.Key is "<pad>" or "[PAD]" or "<|endoftext|>").Select(token => token.Value).FirstOrDefault();
        return new ModelTokenizer(pieces, before, after, padding, normalize);
    }

    private Dictionary<string, int> Vocabulary() =>
        _model.GetProperty("vocab").EnumerateObject().ToDictionary(piece => piece.Name, piece => piece.Value.GetInt32(), StringComparer.Ordinal);

    // A vocabulary file says ids by line: a gap must be filled.
    private static IEnumerable<string> InOrder(Dictionary<string, int> vocabulary)
    {
        var byId = vocabulary.ToDictionary(piece => piece.Value, piece => piece.Key);
        return Enumerable.Range(0, byId.Keys.Max() + 1).Select(id => byId.TryGetValue(id, out var piece) ? piece : $"[gap {id}]");
    }

    // Until 2024 "a b", since then ["a", "b"], for pieces that contain a space.
    private static string Merge(JsonElement merge) => merge.ValueKind == JsonValueKind.Array ? $"{merge[0].GetString()} {merge[1].GetString()}" : merge.GetString()!;

    internal static IEnumerable<JsonElement> Flatten(JsonElement? step, string members) => step switch
    {
        null or { ValueKind: JsonValueKind.Null } => [],
        { } one when Text(one, "type") == "Sequence" => one.GetProperty(members).EnumerateArray().SelectMany(inner => Flatten(inner, members)),
        { } one => [one],
    };

    internal static string? Text(JsonElement element, string key) => Member(element, key) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    internal static bool? Flag(JsonElement? element, string key) =>
        element is { } given && Member(given, key) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : null;

    private static JsonElement? Member(JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string key) =>
        Member(element, key) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : default;

    private ModelFileException Refuse(string reason) => new($"{_path} cannot be used: {reason}.");
}
