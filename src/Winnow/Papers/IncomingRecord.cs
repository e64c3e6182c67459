using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Winnow.Papers.Merging;

namespace Winnow.Papers;

/// <summary>A record with all that can be computed before the library is asked, so that it can be computed on another thread than the one that writes.</summary>
public sealed class IncomingRecord
{
    public IncomingRecord(SourceRecord record)
    {
        Record = record;
        Id = record.Id;
        Identity = RecordIdentity.Of(record.Fields);
        Rank = ContentRank.Of(record.Fields);
        ContentHash = HashOf(record);
    }

    public SourceRecord Record { get; }

    public RecordId Id { get; }

    public RecordIdentity Identity { get; }

    public ContentRank Rank { get; }

    /// <summary>64 bits over format and raw bytes: a record with the same is unchanged.</summary>
    public long ContentHash { get; }

    /// <param name="deletedOn">When its source deleted it, as far as is known.</param>
    public MergedRecord ToMerge(DateOnly? deletedOn = null) => new(new RecordReference(Id, Record.Source, Record.Key), Record.Fields, deletedOn);

    private static long HashOf(SourceRecord record)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Encoding.UTF8.GetBytes(record.Format));
        sha.AppendData("\n"u8);
        sha.AppendData(record.Raw.Span);
        return BinaryPrimitives.ReadInt64BigEndian(sha.GetHashAndReset());
    }
}
