using Amazon.EventBridge.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>What rules point to: is it there, may the rule invoke it, and where does an event go that it does not take?</summary>
public sealed class RuleTargets(LambdaFunctions functions, FunctionPolicies policies, IamRoles roles)
{
    internal async Task<Finding> PresentAsync(IReadOnlyList<Target> targets, RuleExpectation expected, CheckScope scope)
    {
        var called = targets.Select(t => FunctionArn.Find(t.Arn)).OfType<FunctionArn>().ToList();
        var problems = expected
            .Targets.Where(name => !called.Any(c => c.Function == name && c.Qualifier == scope.Alias))
            .Select(name =>
                called.Any(c => c.Function == name) ? $"{name} is invoked past its alias {scope.Alias}" : $"{name} is not a target"
            )
            .ToList();
        foreach (var target in called)
        {
            if (await functions.FindAsync(target.Function, target.Qualifier) is null)
                problems.Add($"target {target} does not exist");
        }

        if (targets.Count == 0)
            problems.Add("the rule has no target");
        return Finding.Of(
            problems.Count == 0,
            problems.Count == 0 ? string.Join(", ", targets.Select(t => t.Arn)) : string.Join("; ", problems),
            $"{targets.Count} targets",
            expected.Targets.Count == 0 ? "at least 1" : string.Join(", ", expected.Targets)
        );
    }

    internal async Task<Finding> AllowedAsync(IReadOnlyList<Target> targets, string ruleArn)
    {
        var problems = new List<string>();
        var looked = 0;
        foreach (var target in targets)
        {
            if (FunctionArn.Find(target.Arn) is not { } function)
                continue;
            looked++;
            if (await FindProblemAsync(target, function, ruleArn) is { } problem)
                problems.Add(problem);
        }

        return looked == 0
            ? Finding.Skipped("the rule invokes no function")
            : Finding.Of(
                problems.Count == 0,
                problems.Count == 0 ? "every target may be invoked" : string.Join("; ", problems),
                $"{looked - problems.Count} of {looked}",
                "all"
            );
    }

    internal static Finding DeadLetters(IReadOnlyList<Target> targets, RuleExpectation expected)
    {
        if (!expected.DeadLetters)
            return Finding.Skipped("declared as not needed");
        var without = targets.Where(t => t.DeadLetterConfig?.Arn is not { Length: > 0 }).Select(t => t.Id).ToList();
        return Finding.Of(
            without.Count == 0,
            without.Count == 0 ? "every target has a dead-letter queue" : $"no dead-letter queue: {string.Join(", ", without)}",
            $"{targets.Count - without.Count} of {targets.Count}",
            "all"
        );
    }

    private async Task<string?> FindProblemAsync(Target target, FunctionArn function, string ruleArn)
    {
        if (target.RoleArn is { Length: > 0 } role)
        {
            var allowed = (await roles.FindPoliciesAsync(role))?.Any(p => p.Document.Allows("lambda:InvokeFunction", target.Arn));
            return allowed == true
                ? null
                : $"role {IamRoles.NameOf(role)} {(allowed is null ? "does not exist" : $"may not invoke {function}")}";
        }

        var policy = await policies.ReadAsync(function.Function, function.Qualifier);
        var named = policy.Statements.Any(s =>
            s.IsAllow
            && s.Principals.Contains("events.amazonaws.com")
            && s.Actions.Contains("lambda:InvokeFunction")
            && (s.Sources.Count == 0 || s.Sources.Any(source => PolicyStatement.Matches(source, ruleArn)))
        );
        return named ? null : $"the policy of {function} does not let this rule invoke it";
    }
}
