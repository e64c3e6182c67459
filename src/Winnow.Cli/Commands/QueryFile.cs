using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Winnow.Cli.Commands;

/// <summary>Questions, one a line: plain text, or JSON objects as in <c>{"id": "q1", "text": "speech without labels"}</c>. Empty lines are passed over.</summary>
internal static class QueryFile
{
    public const string StandardInput = "-";

    /// <exception cref="CliException">The file is missing, or a line starts with <c>{</c> and is not such an object.</exception>
    public static async IAsyncEnumerable<FileQuery> ReadAsync(string file, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var reader = Open(file);
        for (var line = 1; await reader.ReadLineAsync(cancel).ConfigureAwait(false) is { } text; line++)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                yield return text.TrimStart().StartsWith('{') ? Parse(text, file, line) : new FileQuery(text.Trim(), text.Trim());
            }
        }
    }

    private static StreamReader Open(string file)
    {
        try
        {
            return new StreamReader(file == StandardInput ? Console.OpenStandardInput() : File.OpenRead(file), Encoding.UTF8);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.BadInput, $"The queries in {file} cannot be read: {missing.Message}", missing);
        }
    }

    private static FileQuery Parse(string text, string file, int line)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var question = document.RootElement.GetProperty("text").GetString()!;
            return new FileQuery(document.RootElement.TryGetProperty("id", out var id) ? id.ToString() : question, question);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CliException(ExitCode.BadInput, $"{file}, line {line}: expected {{\"id\": …, \"text\": \"the question\"}}.", wrong);
        }
    }
}
