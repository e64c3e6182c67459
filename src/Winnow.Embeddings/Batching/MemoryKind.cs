namespace Winnow.Embeddings.Batching;

/// <summary>What is counted against a limit.</summary>
public enum MemoryKind
{
    /// <summary>Pages that a process and its children hold in memory.</summary>
    Resident,

    /// <summary>Addresses that one process has reserved (<c>ulimit -v</c>).</summary>
    AddressSpace,

    /// <summary>Memory of the graphics processor.</summary>
    Graphics,
}
