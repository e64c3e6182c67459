using CsCheck;
using Winnow.Properties;
using Winnow.Trends.Topics.Phrases;
using Xunit;

namespace Winnow.Tests.Trends.Topics;

public sealed class PhraseReaderTests
{
    private readonly PhraseReader _reader = new();

    [Theory]
    [InlineData("We fine-tune large language models on proofs.", "large language model", "large language models")]
    [InlineData("Chain-of-thought prompts help.", "chain of thought prompt", "chain-of-thought prompts")]
    [InlineData("It builds on DeepSeek-R1, a strong model.", "deepseek r1", "DeepSeek-R1")]
    [InlineData("With Mamba we scan longer inputs.", "mamba", "Mamba")]
    [InlineData("A mixture of experts is trained.", "mixture of expert", "mixture of experts")]
    [InlineData("Qwen2.5-VL was tested.", "qwen2.5 vl", "Qwen2.5-VL")]
    [InlineData("Policies for diffusion policies.", "diffusion policy", "diffusion policies")]
    [InlineData("Test–time scaling of models", "test time scaling", "test–time scaling")]
    public void Noun_phrases_and_names_are_found_and_folded(string text, string key, string surface)
    {
        var phrase = Assert.Single(_reader.Read("x", text), phrase => _reader.Key(phrase) == key);
        Assert.Equal(surface, _reader.Surface(phrase));
    }

    [Theory]
    [InlineData("We propose a novel method that significantly outperforms baselines.")]
    [InlineData("In this paper, we show it. However, they were able to do so.")]
    [InlineData("See https://example.org/some/code-of-ours for more.")]
    [InlineData("At 3D 7B 42 % and $\\alpha + \\beta$ it is.")]
    [InlineData("")]
    public void What_every_abstract_says_is_no_phrase(string text) => Assert.Empty(Keys("", text));

    [Fact]
    public void Punctuation_and_small_words_part_phrases()
    {
        var keys = Keys("", "Graph kernels, speech codecs (speaker diarization) and robot grippers for soft fruits.");
        Assert.Contains("graph kernel", keys);
        Assert.Contains("speech codec", keys);
        Assert.DoesNotContain(keys, key => key.Contains("kernel speech", StringComparison.Ordinal) || key.Contains("codec speaker", StringComparison.Ordinal) || key.Contains("gripper soft", StringComparison.Ordinal));
    }

    [Fact]
    public void A_phrase_ends_in_a_noun()
    {
        var keys = Keys("", "A retrieval-augmented generative adversarial codec.");
        Assert.Contains("generative adversarial codec", keys);
        Assert.DoesNotContain("generative adversarial", keys);
        Assert.DoesNotContain("retrieval augmented", keys);
    }

    [Fact]
    public void Each_phrase_counts_once_a_paper_and_plurals_and_hyphens_are_one() =>
        Assert.Single(Keys("Diffusion models", "A diffusion model is no diffusion-model; diffusion models are many."), "diffusion model");

    [Fact]
    public void Capitals_of_titles_and_of_sentences_make_no_names()
    {
        var named = _reader.Read("Gated Recurrent Codecs for Robust Hearing", "Codecs matter. We call it GRC and compare with Opus.")
            .Where(phrase => phrase.Named).Select(phrase => _reader.Key(phrase)).ToList();
        Assert.Contains("grc", named);
        Assert.Contains("opus", named);
        Assert.DoesNotContain("codec", named);
        Assert.DoesNotContain("gated recurrent codec", named);
    }

    [Theory]
    [InlineData("group relative policy optimization (GRPO)", "grpo", "group relative policy optimization")]
    [InlineData("reinforcement learning with verifiable rewards (RLVR)", "rlvr", "reinforcement learning with verifiable reward")]
    [InlineData("many large language models (LLMs)", "llm", "large language model")]
    [InlineData("low-rank adaptation (LoRA)", "lora", "low rank adaptation")]
    public void Acronyms_are_learned_from_the_words_before_them(string text, string acronym, string expansion)
    {
        _reader.Read("x", $"We study {text} here.");
        Assert.Equal(new Abbreviation(acronym, expansion), Assert.Single(_reader.Abbreviations));
    }

    [Fact]
    public void Letters_that_do_not_begin_the_words_before_explain_nothing()
    {
        _reader.Read("x", "We study protein folding (GRPO) and more (BERT).");
        Assert.Empty(_reader.Abbreviations);
    }

    [Fact]
    public void A_typed_name_leads_to_the_same_key() =>
        Assert.All(["Large Language Models", "large-language-model", "large language model"], name => Assert.Equal("large language model", _reader.KeyOf(name)));

    [Fact]
    public void Any_text_is_read_and_every_surface_stands_in_it() => Gen.String.Select(Gen.String).ForAll((title, text) =>
    {
        var reader = new PhraseReader();
        foreach (var phrase in reader.Read(title, text))
        {
            Assert.NotEqual("", reader.Key(phrase));
            Assert.Contains(reader.Surface(phrase), $"{text}\n{title}", StringComparison.OrdinalIgnoreCase);
        }
    });

    private List<string> Keys(string title, string text) => [.. _reader.Read(title, text).Select(phrase => _reader.Key(phrase))];
}
