using CsCheck;
using Winnow.Properties;
using Winnow.Readers.Collections;
using Xunit;

namespace Winnow.Tests.Readers.Collections;

public sealed class CollectionSlugTests
{
    [Theory]
    [InlineData("Reading group, spring", "reading-group-spring")]
    [InlineData("  --C++ & Rust--  ", "c-rust")]
    [InlineData("Théorie des graphes", "theorie-des-graphes")]
    [InlineData("阅读清单", "collection")]
    [InlineData("🎉", "collection")]
    [InlineData("2026", "2026")]
    public void A_name_becomes_letters_digits_and_hyphens(string name, string slug) => Assert.Equal(slug, CollectionSlug.Of(name));

    [Fact]
    public void A_long_name_ends_at_a_word() =>
        Assert.Equal("papers-that-we-have-read-together-on-thursdays-since-the", CollectionSlug.Of("Papers that we have read together on Thursdays since the beginnings of the group"));

    [Fact]
    public void Any_name_fits_an_address_as_it_is() => Gen.String.ForAll(
        name =>
        {
            // Names are brought to NFC before, which refuses halves of surrogate pairs.
            var slug = CollectionSlug.Of(Winnow.Papers.Text.TextCleaning.CleanLine(name));
            Assert.InRange(slug.Length, 1, 60);
            Assert.Equal(slug, Uri.EscapeDataString(slug));
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", slug);
        },
        iter: 2000);
}
