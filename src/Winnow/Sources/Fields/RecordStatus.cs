namespace Winnow.Sources.Fields;

/// <summary>What a source's status means.</summary>
internal static class RecordStatus
{
    internal static bool IsWithdrawn(string? status) =>
        status is not null
        && (status.StartsWith("withdraw", StringComparison.OrdinalIgnoreCase) || status.StartsWith("retract", StringComparison.OrdinalIgnoreCase));
}
