using System.CommandLine;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Client.Commands;
using CodeRipple.Workflow.Client.FirstContact;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Stacks;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>Tries the release machine out in an account that it has never met, and leaves nothing behind.</summary>
internal sealed class FirstContactCommand : CliCommand
{
    private readonly Screen _screen;
    private readonly Option<string?> _region = CommonOptions.Region();
    private readonly Option<string> _output = new("--output")
    {
        Description = "The file that the facts are written to.",
        DefaultValueFactory = _ => "first-contact.json",
    };
    private readonly Option<int> _bake = new("--bake-seconds")
    {
        Description = "Seconds that the canary stage lasts. Metrics are one to three minutes late.",
        DefaultValueFactory = _ => 240,
    };
    private readonly Option<string?> _apiUrl = new("--api-url")
    {
        Description = "Where the stages of APIs answer, with {api} and {stage} in it. [default: where AWS has them]",
    };
    private readonly Option<string?> _steps = CommonOptions.StepRuntime();
    private readonly Option<bool> _remove = new("--remove") { Description = "Only remove what an earlier first contact left behind." };

    public FirstContactCommand(Screen screen)
        : base(
            "first-contact",
            "Try everything out in an AWS account once: install, release, canary, failure, rollback; write down what AWS really does; remove everything.",
            "coderipple first-contact --region eu-west-1",
            "coderipple first-contact --remove"
        )
    {
        _screen = screen;
        _bake.Validators.Add(bake =>
        {
            if (bake.GetValueOrDefault<int>() is < 1 or > 3600)
                bake.AddError($"--bake-seconds {bake.GetValueOrDefault<int>()}: use 1 to 3600.");
        });
        foreach (var option in new Option[] { _region, _output, _bake, _steps, _apiUrl, _remove })
            Options.Add(option);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        using var clients = AwsClients.FromEnvironment(input.GetValue(_region));
        if (input.GetValue(_remove))
        {
            var leftovers = await new Removal(clients, TimeProvider.System).RemoveAsync(FirstContactRun.OpenWorkload());
            _screen.Output.Removed(leftovers);
            return leftovers.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        }

        var options = new FirstContactOptions
        {
            Runtimes = RuntimesFor(input.GetValue(_steps)),
            Bake = TimeSpan.FromSeconds(input.GetValue(_bake)),
            ApiUrl = input.GetValue(_apiUrl),
        };
        var record = await new FirstContactRun(clients, _screen, options, TimeProvider.System).RunAsync(cancellationToken);
        var file = Path.GetFullPath(input.GetValue(_output)!);
        await File.WriteAllTextAsync(file, record.ToJson().ToJsonString(Screen.Readable) + "\n", CancellationToken.None);
        _screen.Output.FirstContactEnded(record, file);
        return record.Succeeded ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Both where this machine can build both, to compare their cold starts.</summary>
    private static IReadOnlyList<StepRuntime> RuntimesFor(string? wanted) =>
        StepRuntime.Choose(wanted) is var chosen && (wanted is not null || chosen == StepRuntime.Managed || chosen.WhyManaged is not null)
            ? [chosen]
            : [chosen, StepRuntime.Managed];
}
