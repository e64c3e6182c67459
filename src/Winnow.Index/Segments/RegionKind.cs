namespace Winnow.Index.Segments;

/// <summary>Regions of a segment file. Per-field regions add the field's ordinal.</summary>
internal enum RegionKind
{
    Postings = 1,
    Positions = 2,
    TermInfos = 3,
    TermBlocks = 4,
    TermBlockOffsets = 5,
    Ids = 6,
    IdOrder = 7,
    Lengths = 8,
    ForwardOffsets = 9,
    Forward = 10,
    KeywordValues = 0x100,
    KeywordValueOffsets = 0x200,
    KeywordDocumentOffsets = 0x300,
    KeywordOrdinals = 0x400,
    Numbers = 0x500,
}
