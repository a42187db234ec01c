using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Stacks;

/// <summary>What is installed for one environment, and how.</summary>
internal sealed record MachineInstallation(
    string StackName,
    StepRuntime Steps,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyDictionary<string, string> Tags
)
{
    /// <summary>The parameter with what the names of the workloads' functions begin with.</summary>
    public const string TargetPrefix = "TargetPrefix";

    /// <summary>Which AWS packages the steps were built with.</summary>
    public const string PackagesTag = "coderipple:aws-packages";

    /// <param name="given">Parameters on the command line.</param>
    /// <param name="stepRuntime">The one on the command line.</param>
    /// <exception cref="UserErrorException">The settings would install what the other commands do not find.</exception>
    public static MachineInstallation From(
        string environment,
        DeploymentSettings settings,
        IReadOnlyDictionary<string, string> given,
        string? stepRuntime
    )
    {
        var stack = ReleaseStack.NameFor(environment);
        if (settings.StackName is { } other && other != stack)
            throw new UserErrorException(
                $"{DeploymentSettings.FileName} names the stack of {environment} {other}, where releases will not find it. Name it {stack}."
            );
        var parameters = new Dictionary<string, string>(settings.Parameters);
        foreach (var (name, value) in given)
            parameters[name] = value;
        parameters["Environment"] = environment;
        if (parameters.GetValueOrDefault(TargetPrefix) is { } prefix && MachineNames.Overlap(stack, prefix))
            throw new UserErrorException(
                $"Stack {stack} cannot have this prefix: {MachineNames.OverlapProblem(stack, prefix)}. Choose another TargetPrefix."
            );
        var steps = StepRuntime.Choose(stepRuntime ?? parameters.GetValueOrDefault(StepRuntime.Parameter));
        parameters[StepRuntime.Parameter] = steps.Name;
        return new MachineInstallation(
            stack,
            steps,
            parameters,
            new Dictionary<string, string>(settings.Tags) { [PackagesTag] = AwsPackages.Used }
        );
    }

    /// <exception cref="UserErrorException">The template has no such parameter.</exception>
    public void CheckParameters(PackagedTemplate template)
    {
        var unknown = Parameters.Keys.Where(name => !template.Declares(name)).ToList();
        if (unknown.Count > 0)
            throw new UserErrorException(
                $"template.yaml has no parameter {string.Join(" or ", unknown)}. It has: {string.Join(", ", template.DeclaredParameters)}."
            );
    }
}
