namespace Winnow.Sources;

/// <summary>One record cannot be read; the message is the sentence that a <see cref="RejectedRecord"/> shows.</summary>
internal sealed class UnreadableRecordException : Exception
{
    public UnreadableRecordException(string message)
        : base(message)
    {
    }

    public UnreadableRecordException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
