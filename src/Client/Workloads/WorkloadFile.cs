using System.Text.Json.Nodes;
using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Client.Packages;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Workloads;

/// <summary>coderipple.json: what is released, and from which local paths.</summary>
internal sealed class WorkloadFile
{
    public const string DefaultName = "coderipple.json";

    private readonly JsonObject _document;
    private readonly string _folder;

    private WorkloadFile(JsonObject document, string path)
    {
        _document = document;
        _folder = Path.GetDirectoryName(path)!;
    }

    /// <summary>Needed before the rest can be read, which has placeholders. Empty when missing, which reading finds.</summary>
    public string Application => Text(_document["application"]) ?? "";

    /// <summary>The template of the base stack; null when there is none.</summary>
    public string? BaseStack => Text(_document["baseStack"]) is { } template ? FullPath(template) : null;

    /// <exception cref="UserErrorException">There is no such file.</exception>
    /// <exception cref="InvalidReleaseRequestException">It is not a JSON object.</exception>
    public static WorkloadFile Open(string? path)
    {
        path = Path.GetFullPath(path ?? Find());
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The workload {path} cannot be read: {e.Message}", e);
        }

        return RequestReader.Parse(text) is JsonObject document
            ? new WorkloadFile(document, path)
            : throw new UserErrorException($"The workload {path} is not a JSON object; see schemas/workload.schema.json.");
    }

    /// <summary>The application asked for, or else the one of the workload file.</summary>
    public static string ApplicationOr(string? application) => application ?? Open(null).Application;

    public string BaseStackName(string environment) => $"{Application}-{environment}";

    /// <param name="outputs">Of the base stack.</param>
    /// <exception cref="InvalidReleaseRequestException">With everything that is wrong with it.</exception>
    public async Task<Workload> ReadAsync(
        AwsClients clients,
        string environment,
        IReadOnlyDictionary<string, string> outputs,
        CancellationToken cancellationToken
    )
    {
        var values = new Dictionary<string, string>
        {
            ["environment"] = environment,
            ["region"] = clients.Region,
            ["accountId"] = await clients.AccountIdAsync(cancellationToken),
        };
        foreach (var (name, value) in outputs)
            values[$"outputs.{name}"] = value;
        return WorkloadReader.Read(_document.DeepClone(), values);
    }

    /// <summary>Builds the packages of the layers and functions.</summary>
    /// <param name="note">Is told what is left out of folders.</param>
    /// <returns>By path, as the file has it.</returns>
    /// <exception cref="UserErrorException">One cannot be built.</exception>
    public async Task<IReadOnlyDictionary<string, byte[]>> BuildAsync(
        string environment,
        CancellationToken cancellationToken,
        Action<string>? note = null
    )
    {
        var paths = Paths(environment);
        var packages = await CodePackages.BuildAsync(BuildTargets(environment), cancellationToken, note);
        return paths.ToDictionary(path => path, path => packages[FullPath(path)]);
    }

    /// <summary>The code of the layers and functions.</summary>
    public IReadOnlyList<BuildTarget> BuildTargets(string environment) =>
        [.. Paths(environment).Select(path => new BuildTarget(FullPath(path)))];

    /// <summary>Names of the layers, as far as the environment decides them.</summary>
    public IEnumerable<string> LayerNames(string environment) =>
        Items("layers").Select(item => Text((item as JsonObject)?["name"])).OfType<string>().Select(name => Fill(name, environment));

    private IReadOnlyList<string> Paths(string environment) =>
        [
            .. Items("layers")
                .Concat(Items("functions"))
                .Select(item => Text((item as JsonObject)?["path"]))
                .OfType<string>()
                .Select(path => Fill(path, environment))
                .Distinct(),
        ];

    private JsonArray Items(string list) => _document[list] as JsonArray ?? [];

    private static string Fill(string text, string environment) => text.Replace("${environment}", environment, StringComparison.Ordinal);

    private string FullPath(string relative) => Path.GetFullPath(relative, _folder);

    // Beside template.yaml when the current folder has none, so that the project's own workload can be rehearsed from anywhere in it.
    private static string Find() => File.Exists(DefaultName) ? DefaultName : Path.Combine(RepositoryRoot.Find(), DefaultName);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
