using System.Text.Json.Nodes;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Routing;

/// <summary>Tasks of state machines. They invoke with the role of their machine, so functions have no trace of them.</summary>
internal static class MachineTriggers
{
    public static Task<IReadOnlyList<BypassingTrigger>> FindAsync(
        Walk walk,
        IReadOnlyList<StateMachineListItem> all,
        StateMachines machines
    ) => Walk.EachAsync(all, async machine => await FindAsync(walk, machine, machines));

    private static async Task<IEnumerable<BypassingTrigger>> FindAsync(Walk walk, StateMachineListItem machine, StateMachines machines)
    {
        try
        {
            var definition = await machines.FindDefinitionAsync(machine.StateMachineArn);
            return from task in TasksOf(definition is null ? null : JsonNode.Parse(definition))
                let target = walk.Bypasses(task.Function)
                where target is not null
                select walk.ForPeople(
                    $"state \"{task.State}\" of state machine \"{machine.Name}\"",
                    target,
                    $"let it invoke {walk.AliasOf(target)}"
                );
        }
        catch (AmazonStepFunctionsException e)
        {
            // One whose definition is encrypted with a key that this step may not use, for example.
            walk.Unseen.Add($"State machine {machine.Name} could not be read, so what it invokes is not known: {e.Message}");
            return [];
        }
    }

    /// <summary>The functions that tasks name; what a task takes from its input only the execution knows.</summary>
    private static IEnumerable<(string State, FunctionArn? Function)> TasksOf(JsonNode? node)
    {
        if (node is JsonArray list)
            return list.SelectMany(TasksOf);
        if (node is not JsonObject part)
            return [];
        var here = (part["States"] as JsonObject ?? []).Select(s => (s.Key, FunctionOf(s.Value as JsonObject)));
        return here.Concat(part.SelectMany(member => TasksOf(member.Value)));
    }

    private static FunctionArn? FunctionOf(JsonObject? state)
    {
        if (Text(state?["Resource"]) is not { } resource)
            return null;
        if (!resource.Contains(":lambda:invoke", StringComparison.Ordinal))
            return FunctionArn.Find(resource);
        var name = Text(state!["Parameters"]?["FunctionName"]) ?? Text(state["Arguments"]?["FunctionName"]);
        return name is null ? null : FunctionArn.FindName(name);
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
