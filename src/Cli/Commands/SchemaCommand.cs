using System.CommandLine;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Commands;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>Prints a JSON schema, for editors and for the files in schemas/.</summary>
internal sealed class SchemaCommand : CliCommand
{
    private readonly Screen _screen;
    private readonly Argument<string> _document = new("document")
    {
        Description = "request: what starts a release. workload: the file that requests are made from (coderipple.json).",
        DefaultValueFactory = _ => "request",
    };

    public SchemaCommand(Screen screen)
        : base(
            "schema",
            "Print the JSON schema of a release request or of a workload file.",
            "coderipple schema > schemas/release-request.schema.json",
            "coderipple schema workload > schemas/workload.schema.json"
        )
    {
        _screen = screen;
        _document.AcceptOnlyFromAmong("request", "workload");
        Arguments.Add(_document);
    }

    protected override Task<ExitCode> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        _screen.Document(
            input.GetValue(_document) == "workload"
                ? JsonSchema.Of(ContractsJson.Default.Workload, "Workload")
                : JsonSchema.Of(ContractsJson.Default.ReleaseRequest, "Release request")
        );
        return Task.FromResult(ExitCode.Done);
    }
}
