using System.CommandLine;
using System.Globalization;
using Winnow.Cli.Output;
using Winnow.Embeddings.Models;
using Winnow.Embeddings.Remote;

namespace Winnow.Cli.Commands.Models;

internal sealed class ModelsAddCommand : ModelsCommand
{
    private const int UsualGigabytes = 4;

    private readonly Argument<string?> _source = new("FOLDER|FILE|URL")
    {
        Description = "A folder with a sentence transformer in ONNX form, a .zip or .tar.gz of one, a static model's .bin, or the address of any of these.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _name = new("--name") { Description = "What to call it; else as its folder, file or model is called.", HelpName = "NAME" };
    private readonly Option<string?> _sha256 = new("--sha256") { Description = "The SHA-256 that the file, or a folder's ONNX model, must have.", HelpName = "HEX" };
    private readonly Option<int?> _maxSize = new("--max-size") { Description = "Gigabytes to download at most; 4 without it.", HelpName = "GB" };
    private readonly Option<string?> _endpoint = new("--endpoint") { Description = "Instead of files: an endpoint that speaks the OpenAI embeddings API, such as http://127.0.0.1:11434/v1.", HelpName = "URL" };
    private readonly Option<string?> _model = new("--model") { Description = "With --endpoint: the model's name there.", HelpName = "NAME" };
    private readonly Option<string?> _keyFile = new("--key-file") { Description = "With --endpoint: a file whose first line is the key.", HelpName = "FILE" };
    private readonly Option<string?> _keyVariable = new("--key-variable") { Description = "With --endpoint: the environment variable that holds the key.", HelpName = "NAME" };
    private readonly Option<int?> _dimensions = new("--dimensions") { Description = "With --endpoint: ask for vectors of this length, of models that can shorten them.", HelpName = "N" };
    private readonly Option<string?> _queryPrefix = new("--query-prefix") { Description = "With --endpoint: the text in front of questions, as the model was trained with.", HelpName = "TEXT" };
    private readonly Option<string?> _documentPrefix = new("--document-prefix") { Description = "With --endpoint: the text in front of papers.", HelpName = "TEXT" };
    private readonly Option<string?> _budget = new("--budget") { Description = $"With --endpoint: what may be asked for, {RemoteBudget.Form}.", HelpName = "BUDGET" };

    public ModelsAddCommand(Terminal terminal, GlobalOptions globals)
        : base(
            "add",
            "Add a model: files on this machine, files to download, or an endpoint. It is tried, and chosen only by `winnow models use`.",
            """
            winnow models add ~/models/all-MiniLM-L6-v2
            winnow models add https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2
            winnow models add --endpoint http://127.0.0.1:11434/v1 --model nomic-embed-text --query-prefix "search_query: " --document-prefix "search_document: "
            winnow models add --endpoint https://api.openai.com/v1 --model text-embedding-3-small --key-variable OPENAI_API_KEY --budget 5000000tokens/month
            """,
            terminal,
            globals)
    {
        foreach (var option in new Option[] { _name, _sha256, _maxSize, _endpoint, _model, _keyFile, _keyVariable, _dimensions, _queryPrefix, _documentPrefix, _budget })
        {
            Add(option);
        }

        Add(_source);
        Validators.Add(Validate);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = Settings(parsed);
        var installed = new InstalledModels(options.ModelsFolder);
        var source = parsed.GetValue(_source);
        var name = NameOf(parsed, source);
        if (name == ModelFolder.ShippedName || installed.Names().Contains(name))
        {
            throw new CliException(ExitCode.Usage, $"There is a model {name} already. Call this one otherwise with --name, or take that one out: winnow models remove {name}");
        }

        var addition = new ModelAddition(installed, TimeProvider.System);
        var model = source is null
            ? await AddEndpointAsync(parsed, name, addition, cancel).ConfigureAwait(false)
            : await new ModelSource(installed, addition, Terminal).AddAsync(source, name, parsed.GetValue(_sha256)?.ToLowerInvariant(), (parsed.GetValue(_maxSize) ?? UsualGigabytes) * 1_000_000_000L, cancel).ConfigureAwait(false);
        var files = ModelFiles.Read(model.Path)!;
        foreach (var file in files.Files)
        {
            Terminal.Out.WriteLine($"{file.Sha256}  {file.Path}");
        }

        Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} is added ({model.Kind.ToString().ToLowerInvariant()}{(files.Bytes > 0 ? $", {files.Bytes / 1e6:N1} MB" : "")}). Try it: winnow models test {name}   Choose it: winnow models use {name}"));
        return ExitCode.Done;
    }

    private async Task<ModelFolder> AddEndpointAsync(ParseResult parsed, string name, ModelAddition addition, CancellationToken cancel)
    {
        RemoteManifestFile.TryEndpoint(parsed.GetValue(_endpoint)!, out var endpoint, out _);
        var manifest = new RemoteManifest
        {
            Name = name,
            Endpoint = endpoint,
            Model = parsed.GetValue(_model)!,
            Dimensions = parsed.GetValue(_dimensions) ?? 1,
            AskForDimensions = parsed.GetValue(_dimensions) is not null,
            QueryPrefix = parsed.GetValue(_queryPrefix) ?? "",
            DocumentPrefix = parsed.GetValue(_documentPrefix) ?? "",
            KeyFile = parsed.GetValue(_keyFile) is { } file ? Path.GetFullPath(file) : null,
            KeyVariable = parsed.GetValue(_keyVariable),
            Budget = parsed.GetValue(_budget) is { } written && RemoteBudget.TryParse(written, out var budget) ? budget : null,
        };
        if (endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback && (manifest.KeyFile ?? manifest.KeyVariable) is not null)
        {
            Terminal.Error.WriteLine($"The key travels to {endpoint.Host} unencrypted: the address begins with http, not https.");
        }

        var dimensions = await RemoteEmbedder.MeasureAsync(manifest, Directory.GetCurrentDirectory(), TimeProvider.System, cancel).ConfigureAwait(false);
        return await addition.AddRemoteAsync(manifest with { Dimensions = dimensions }, cancel).ConfigureAwait(false);
    }

    private string NameOf(ParseResult parsed, string? source)
    {
        var wanted = parsed.GetValue(_name) ?? (source is null ? parsed.GetValue(_model)! : ModelSource.NameOf(source));
        var name = parsed.GetValue(_name) ?? ModelName.From(wanted);
        return ModelName.IsValid(name) ? name : throw new CliException(ExitCode.Usage, $"'{wanted}' cannot be a model's name ({ModelName.Form}): give one with --name.");
    }

    private void Validate(System.CommandLine.Parsing.CommandResult result)
    {
        var endpoint = result.GetValue(_endpoint);
        if (result.GetValue(_source) is null == (endpoint is null))
        {
            result.AddError("Give either a folder, file or URL, or --endpoint with --model.");
        }
        else if (endpoint is not null && result.GetValue(_model) is null)
        {
            result.AddError("--endpoint needs --model, the model's name there.");
        }
        else if (endpoint is not null && !RemoteManifestFile.TryEndpoint(endpoint, out _, out var why))
        {
            result.AddError($"--endpoint {why}.");
        }

        if (endpoint is null && new Option[] { _model, _keyFile, _keyVariable, _dimensions, _queryPrefix, _documentPrefix, _budget }.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } lonely)
        {
            result.AddError($"{lonely.Name} goes with --endpoint.");
        }

        if (result.GetValue(_keyFile) is not null && result.GetValue(_keyVariable) is not null)
        {
            result.AddError("Give either --key-file or --key-variable.");
        }

        if (result.GetValue(_budget) is { } budget && !RemoteBudget.TryParse(budget, out _))
        {
            result.AddError($"--budget takes {RemoteBudget.Form}.");
        }

        if (result.GetValue(_dimensions) is < 1 or > 16_384)
        {
            result.AddError("--dimensions takes a number from 1 to 16384.");
        }

        if (result.GetValue(_maxSize) is < 1 or > 1000)
        {
            result.AddError("--max-size takes a number of gigabytes from 1 to 1000.");
        }

        if (result.GetValue(_sha256) is { } digest && (digest.Length != 64 || !digest.All(char.IsAsciiHexDigit)))
        {
            result.AddError("--sha256 takes 64 hexadecimal digits.");
        }
    }
}
