using Winnow.Cli.Diagnosis;

namespace Winnow.Cli.Output;

/// <summary>The doctor's findings for a script.</summary>
/// <param name="Healthy">Whether none is a problem.</param>
/// <param name="Version">Winnow's.</param>
/// <param name="Findings">In the order in which they were made.</param>
internal sealed record DoctorDocument(bool Healthy, string Version, IReadOnlyList<FindingDocument> Findings)
{
    public static DoctorDocument Of(IReadOnlyList<Finding> findings, string version) => new(
        findings.All(finding => finding.State != FindingState.Problem),
        version,
        [.. findings.Select(finding => new FindingDocument(finding.Subject, finding.State.ToString().ToLowerInvariant(), finding.Says, finding.Advice))]);
}
