using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Contracts;

/// <summary>What a person or a pipeline asks for: these layers and functions, in this environment, all or nothing.</summary>
public sealed record ReleaseRequest
{
    [Description("Identifies the release; the same id is never released twice. Default: the name of the execution.")]
    [RegularExpression(Patterns.ReleaseId, ErrorMessage = Patterns.ReleaseIdRule)]
    public string? Id { get; init; }

    [Description("The application that the layers and functions belong to; one release at a time for each application and environment.")]
    [RegularExpression(Patterns.Application, ErrorMessage = Patterns.ApplicationRule)]
    public required string Application { get; init; }

    [Description("The environment to release to; it must be the one that the stack was installed for.")]
    [RegularExpression(Patterns.Environment, ErrorMessage = Patterns.EnvironmentRule)]
    public required string Environment { get; init; }

    [Description("Who asks, for the record and the messages.")]
    [MaxLength(128)]
    public string? RequestedBy { get; init; }

    [Description("Why, for the record and the messages.")]
    [MaxLength(1024)]
    public string? Reason { get; init; }

    [Description("The alias that carries the traffic of every function.")]
    [RegularExpression(Patterns.Alias, ErrorMessage = Patterns.AliasRule)]
    public string Alias { get; init; } = "live";

    [Description("The layers to publish.")]
    [MaxLength(100)]
    public IReadOnlyList<LayerRequest> Layers { get; init; } = [];

    [Description("The functions to create or update.")]
    [MaxLength(1000)]
    public IReadOnlyList<FunctionRequest> Functions { get; init; } = [];

    [Description("Tests of the whole system, run after the traffic has shifted and again after a rollback.")]
    [MaxLength(50)]
    public IReadOnlyList<EndToEndTest> EndToEndTests { get; init; } = [];
}

/// <summary>A layer to publish, and how to prove that it works.</summary>
public sealed record LayerRequest
{
    [Description("Name of the layer, without version.")]
    [RegularExpression(Patterns.LayerName, ErrorMessage = Patterns.LayerNameRule)]
    public required string Name { get; init; }

    [Description("The zip file with the layer's content.")]
    public required Artifact Artifact { get; init; }

    [Description("Description of the layer version.")]
    [MaxLength(200)]
    public string? Description { get; init; }

    [Description("Runtimes that the layer works with; it is proven on each of them.")]
    [MinLength(1), MaxLength(15)]
    public required IReadOnlyList<string> CompatibleRuntimes { get; init; }

    [Description("Instruction sets that the layer works with; it is proven on each of them.")]
    [MinLength(1), MaxLength(2)]
    public IReadOnlyList<string> CompatibleArchitectures { get; init; } = ["x86_64"];

    [Description("What an ephemeral function loads to prove the layer.")]
    public required LayerProbe Probe { get; init; }
}

/// <summary>What must load, inside a function that has the layer attached, before any function of the release may use it.</summary>
public sealed record LayerProbe
{
    [Description(".NET: simple names of assemblies, or assembly-qualified type names (Namespace.Type, Assembly).")]
    [MaxLength(100)]
    public IReadOnlyList<string> Types { get; init; } = [];

    [Description("Python: modules, or module:attribute.")]
    [MaxLength(100)]
    public IReadOnlyList<string> Imports { get; init; } = [];

    [Description("Node.js: modules.")]
    [MaxLength(100)]
    public IReadOnlyList<string> Modules { get; init; } = [];

    [Description("Any runtime: files below /opt that must be there and not be empty.")]
    [MaxLength(100)]
    public IReadOnlyList<string> Files { get; init; } = [];
}

/// <summary>A function to create or update, and how to prove that its new version works.</summary>
public sealed record FunctionRequest
{
    [Description("Name of the function.")]
    [RegularExpression(Patterns.FunctionName, ErrorMessage = Patterns.FunctionNameRule)]
    public required string Name { get; init; }

    [Description("The zip file with the function's code.")]
    public required Artifact Artifact { get; init; }

    [Description("Lambda runtime identifier.")]
    [RegularExpression(Patterns.Runtime, ErrorMessage = Patterns.RuntimeRule)]
    public required string Runtime { get; init; }

    [Description("Entry point, in the form that the runtime asks for.")]
    [RegularExpression(@"^\S{1,128}$", ErrorMessage = "must be 1 to 128 characters without white space")]
    public required string Handler { get; init; }

    [Description("ARN of the execution role.")]
    [RegularExpression(@"^arn:aws[a-zA-Z-]*:iam::\d{12}:role/[a-zA-Z0-9+=,.@_/-]+$", ErrorMessage = "must be the ARN of an IAM role")]
    public required string Role { get; init; }

    [Description("Instruction set.")]
    [AllowedValues("x86_64", "arm64")]
    public string Architecture { get; init; } = "x86_64";

    [Description("Memory in MB.")]
    [Range(128, 10240)]
    public int MemorySize { get; init; } = 128;

    [Description("Time-out in seconds.")]
    [Range(1, 900)]
    public int Timeout { get; init; } = 3;

    [Description("Size of /tmp in MB.")]
    [Range(512, 10240)]
    public int EphemeralStorage { get; init; } = 512;

    [Description("Description of the function.")]
    [MaxLength(200)]
    public string? Description { get; init; }

    [Description("Environment variables, 4 KB in all.")]
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    [Description("Layers in the order in which they are unpacked: names of layers of this request, or ARNs of layer versions.")]
    [MaxLength(5)]
    public IReadOnlyList<string> Layers { get; init; } = [];

    [Description("Invocations of the exact new version that must answer as expected before it gets any traffic.")]
    [MinLength(1), MaxLength(20)]
    public required IReadOnlyList<SmokeTest> SmokeTests { get; init; }
}

/// <summary>A zip file in the release bucket, named by its content.</summary>
public sealed record Artifact
{
    [Description("SHA-256 of the file, 64 hexadecimal digits in lower case.")]
    [RegularExpression("^[0-9a-f]{64}$", ErrorMessage = "must be a SHA-256 as 64 hexadecimal digits in lower case")]
    public required string Sha256 { get; init; }

    [Description("Size of the file in bytes.")]
    [Range(1, 262_144_000)]
    public required long Size { get; init; }

    [Description("Key in the release bucket. Default: artifacts/<sha256>.zip.")]
    [RegularExpression("^artifacts/.{1,900}$", ErrorMessage = "must lie below artifacts/")]
    public string? Key { get; init; }
}

/// <summary>One invocation with its expected answer.</summary>
public sealed record SmokeTest
{
    [Description("Name of the test, for the messages.")]
    [RegularExpression(Patterns.TestName, ErrorMessage = Patterns.TestNameRule)]
    public required string Name { get; init; }

    [Description("Event to send.")]
    public JsonNode? Event { get; init; }

    [Description("What the answer must contain. A part of an answer is enough; $gte, $lte, $matches and $exists compare.")]
    public JsonNode? Expect { get; init; }
}

/// <summary>A test of the whole system, through one of its functions.</summary>
public sealed record EndToEndTest
{
    [Description("Name of the test, for the messages.")]
    [RegularExpression(Patterns.TestName, ErrorMessage = Patterns.TestNameRule)]
    public required string Name { get; init; }

    [Description("The function to invoke through its alias: one of this request's functions.")]
    public required string Function { get; init; }

    [Description("Event to send.")]
    public JsonNode? Event { get; init; }

    [Description("What the answer must contain. A part of an answer is enough; $gte, $lte, $matches and $exists compare.")]
    public JsonNode? Expect { get; init; }
}
