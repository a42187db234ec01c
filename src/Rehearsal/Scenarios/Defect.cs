using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Rehearsal.Scenarios;

/// <summary>Something that goes wrong after a good release, and the check that must find it.</summary>
/// <param name="Does">One sentence: what is planted.</param>
/// <param name="CheckId">The check of <see cref="CheckCatalog"/> that must fail.</param>
/// <param name="PlantAsync">Plants it with calls that anybody with permission could make.</param>
internal sealed record Defect(string Name, string Does, string CheckId, Func<AwsClients, Workload, CancellationToken, Task> PlantAsync)
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(
            "table-unencrypted",
            "After a good release the first table loses its encryption.",
            CheckCatalog.TableEncrypted.Id,
            Defects.UnencryptTableAsync
        ),
        new(
            "rule-disabled",
            "After a good release somebody disables the first rule.",
            CheckCatalog.RuleEnabled.Id,
            Defects.DisableRuleAsync
        ),
        new(
            "rule-wrong-days",
            "After a good release the scheduled rule runs Monday to Friday only.",
            CheckCatalog.RuleDays.Id,
            Defects.ChangeDaysAsync
        ),
        new(
            "target-missing",
            "After a good release the first rule loses its targets.",
            CheckCatalog.RuleTargets.Id,
            Defects.RemoveTargetsAsync
        ),
        new(
            "wildcard-role",
            "After a good release the role of the first function may do everything.",
            CheckCatalog.SecurityRole.Id,
            Defects.OpenRoleAsync
        ),
        new(
            "public-function",
            "After a good release everybody may invoke the first function.",
            CheckCatalog.SecurityPolicy.Id,
            Defects.OpenFunctionAsync
        ),
        new(
            "event-lost",
            "After a good release the rule of the sample event matches nothing any more.",
            CheckCatalog.EventObserved.Id,
            Defects.LoseEventsAsync
        ),
        new(
            "function-timeout",
            "After a good release somebody points the alias of the first function to code that sleeps longer than it may.",
            CheckCatalog.FunctionInTime.Id,
            Defects.SleepAsync
        ),
        new(
            "table-missing",
            "After a good release somebody deletes the first table.",
            CheckCatalog.TableAccessible.Id,
            Defects.DeleteTableAsync
        ),
    ];

    public static Defect? Find(string name) => All.FirstOrDefault(d => d.Name == name);
}
