namespace Winnow.Papers;

/// <param name="Name">As printed, given name first.</param>
/// <param name="Affiliation">As the source gives it, or null.</param>
public sealed record Author(string Name, string? Affiliation = null)
{
    public override string ToString() => Name;
}
