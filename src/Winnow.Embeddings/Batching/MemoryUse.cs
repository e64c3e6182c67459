namespace Winnow.Embeddings.Batching;

/// <summary>The most that a command had at once, in bytes.</summary>
internal readonly record struct MemoryUse(long Resident, long AddressSpace, long Graphics)
{
    internal long Of(MemoryKind kind) => kind switch
    {
        MemoryKind.Resident => Resident,
        MemoryKind.AddressSpace => AddressSpace,
        _ => Graphics,
    };

    internal MemoryUse Most(MemoryUse other) =>
        new(Math.Max(Resident, other.Resident), Math.Max(AddressSpace, other.AddressSpace), Math.Max(Graphics, other.Graphics));
}
