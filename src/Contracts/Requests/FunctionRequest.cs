using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CodeRipple.Workflow.Contracts;

/// <summary>What a request and a workload both say of a function.</summary>
public abstract record FunctionDeclaration
{
    [Description("Name of the function.")]
    [RegularExpression(Patterns.FunctionName, ErrorMessage = Patterns.FunctionNameRule)]
    public required string Name { get; init; }

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
    public string Architecture { get; set; } = "x86_64";

    [Description("Memory in MB.")]
    [Range(128, 10240)]
    public int MemorySize { get; set; } = 128;

    [Description("Timeout in seconds.")]
    [Range(1, 900)]
    public int Timeout { get; set; } = 3;

    [Description("Size of /tmp in MB.")]
    [Range(512, 10240)]
    public int EphemeralStorage { get; set; } = 512;

    [Description("Description of the function.")]
    [StringLength(200)]
    public string? Description { get; set; }

    [Description("Environment variables, 4 KB in all as JSON. Their values are kept sealed.")]
    [Confidential]
    public IReadOnlyDictionary<string, string> Environment { get; set; } = new Dictionary<string, string>();

    [Description("Layers in the order in which they are unpacked: names of layers of this request, or ARNs of layer versions.")]
    [ItemCount(5)]
    public IReadOnlyList<string> Layers { get; set; } = [];

    [Description("Invocations of the exact new version that must answer as expected before it gets any traffic.")]
    [ItemCount(20, Minimum = 1)]
    public required IReadOnlyList<SmokeTest> SmokeTests { get; init; }
}

/// <summary>A function to create or update, and how to prove that its new version works.</summary>
public sealed record FunctionRequest : FunctionDeclaration
{
    [Description("The zip file with the function's code.")]
    public required Artifact Artifact { get; init; }
}
