using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Preparation;

/// <summary>What a request must leave alone: the release machine itself.</summary>
internal static class MachineRules
{
    public static IEnumerable<RequestError> Check(ReleaseRequest request, StepSettings settings) =>
        request
            .Functions.Index()
            .Where(f => MachineNames.IsOwn(settings.Stack, settings.TargetPrefix, f.Item.Name))
            .Select(f => new RequestError(
                $"/functions/{f.Index}/name",
                $"\"{f.Item.Name}\" is the name of a function of the release machine itself (stack {settings.Stack}); choose another one"
            ))
            .Concat(
                request
                    .Infrastructure.CustomEvents.Index()
                    .Where(e => e.Item.Bus == settings.Stack || e.Item.Bus.EndsWith($"/{settings.Stack}", StringComparison.Ordinal))
                    .Select(e => new RequestError(
                        $"/infrastructure/customEvents/{e.Index}/bus",
                        $"\"{e.Item.Bus}\" is the bus of the release machine itself, where events ask for releases; name the workload's bus"
                    ))
            );
}
