using Winnow.Configuration;
using Winnow.Embeddings;
using Winnow.Index;
using Winnow.Papers;
using Winnow.Readers.Collections;
using Winnow.Search.Likeness;
using Winnow.Sources.Fetching;
using Winnow.Sources.Importing;

namespace Winnow.Cli;

/// <summary>What to say, and how to end, when a command could not do what it was asked to.</summary>
internal static class Failure
{
    public static (ExitCode Code, string Sentence) Describe(Exception failure) => failure switch
    {
        OperationCanceledException => (ExitCode.Interrupted, "Stopped. What was committed stays; the same command goes on from there."),
        CliException own => (own.Code, own.Message),
        CollectionException collection => (ExitCode.Usage, collection.Message),
        SettingsException wrong => (ExitCode.Usage, wrong.Message),
        ImportException input => (ExitCode.BadInput, input.Message),
        SourceException { NeedsPerson: true } source => (ExitCode.Usage, source.Message),
        SourceException source => (ExitCode.BadInput, source.Message),
        ModelFileException model => (ExitCode.Unavailable, model.Message),
        PdfException pdf => (ExitCode.BadInput, pdf.Message),
        LibraryException library => (ExitCode.Unavailable, library.Message),
        IndexLockedException locked => (ExitCode.Unavailable, $"{locked.Message} Wait for it, or stop it."),
        IndexCorruptException or IndexSchemaException => (ExitCode.Unavailable, $"{failure.Message} Build it again from the library: winnow index rebuild"),
        IOException or UnauthorizedAccessException => (ExitCode.Unavailable, failure.Message),
        AggregateException { InnerExceptions: [var only] } => Describe(only),
        _ => (ExitCode.Bug, $"Winnow has made a mistake ({failure.GetType().Name}: {failure.Message}). Please report it with what --verbose prints."),
    };
}
