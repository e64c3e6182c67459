namespace Winnow.Cli.Diagnosis;

internal enum FindingState
{
    Fine,

    /// <summary>Worth knowing, and nothing to do at once.</summary>
    Note,

    Problem,
}
