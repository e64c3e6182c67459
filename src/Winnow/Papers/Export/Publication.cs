namespace Winnow.Papers.Export;

/// <summary>In which kind of publication a paper stands, as far as citing it goes.</summary>
public enum Publication
{
    /// <summary>A preprint, or a submission that was not accepted.</summary>
    Unpublished,
    Proceedings,
    Journal,
}
