namespace Winnow.Search.Likeness;

/// <summary>In what papers may be alike: the facets that readers mean (Mysore et al., "CSFCube", 2021).</summary>
public enum PaperFacet
{
    /// <summary>All of title and abstract.</summary>
    Overall,

    /// <summary>What is asked or missing, and against which background.</summary>
    Problem,

    /// <summary>What is done about it.</summary>
    Method,

    /// <summary>What comes out.</summary>
    Result,
}
