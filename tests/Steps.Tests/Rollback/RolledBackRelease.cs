using System.Text.Json;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Rollback;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Rollback;

/// <summary>Takes a release back through the states of the rollback, as its state machine does.</summary>
internal static class RolledBackRelease
{
    public static readonly CaughtError Error = new("EndToEndTestFailedException", """{"errorMessage":"the shop is closed"}""");

    /// <summary>The rollback's execution.</summary>
    public static string Execution { get; } = FakeExecutions.RollbackArn("r1");

    public static async Task<RollbackPlan> PlanRollbackAsync(this World world, RollbackRequest? request = null, string? execution = null)
    {
        request ??= new RollbackRequest { Release = world.Release, Error = Error };
        return await world
            .Get<PlanRollbackStep>()
            .PlanRollback(
                new PlanRollbackInput
                {
                    Request = JsonSerializer.SerializeToNode(request, ContractsJson.Default.RollbackRequest),
                    ExecutionName = "r1",
                    ExecutionArn = execution ?? Execution,
                }
            );
    }

    public static async Task<IReadOnlyList<RevertResult>> RevertAsync(this World world, RollbackPlan? plan = null)
    {
        plan ??= await world.PlanRollbackAsync();
        var results = new List<RevertResult>();
        foreach (var entry in plan.Groups.SelectMany(g => g.Entries))
            results.Add(await world.Get<RevertChangeStep>().RevertChange(new ItemInput { Release = plan.Release, Name = entry }));
        return results;
    }

    /// <summary>One entry, under a lock that the rollback has taken over.</summary>
    public static async Task<RevertResult> RevertAsync(this World world, string entry) =>
        await world
            .Get<RevertChangeStep>()
            .RevertChange(new ItemInput { Release = (await world.PlanRollbackAsync()).Release, Name = entry });

    public static Task<IReadOnlyList<RevertResult>> VerifyAsync(this World world) =>
        world.Get<VerifyRollbackStep>().VerifyRollback(world.Input());

    public static async Task<ReleaseReport> CompleteRollbackAsync(this World world, Func<RollbackProgress, RollbackProgress>? with = null)
    {
        var plan = await world.PlanRollbackAsync();
        return await world.CompleteRollbackAsync(plan, with);
    }

    public static Task<ReleaseReport> CompleteRollbackAsync(
        this World world,
        RollbackPlan plan,
        Func<RollbackProgress, RollbackProgress>? with = null,
        string? execution = null
    )
    {
        var progress = new RollbackProgress
        {
            Release = plan.Release,
            Error = plan.Error,
            Groups = plan.Groups,
            Undone = plan.Undone,
            To = plan.To,
        };
        return world
            .Get<CompleteRollbackStep>()
            .CompleteRollback(
                new CompleteRollbackInput { Rollback = with is null ? progress : with(progress), ExecutionArn = execution ?? Execution }
            );
    }

    /// <summary>All states of a rollback up to its report.</summary>
    public static async Task<ReleaseReport> RollBackAsync(this World world, RollbackRequest? request = null, string? execution = null)
    {
        var plan = await world.PlanRollbackAsync(request, execution);
        if (plan.Report is not null)
            return plan.Report;
        await world.RevertAsync(plan);
        var verification = await world.Get<VerifyRollbackStep>().VerifyRollback(new ReleaseInput { Release = plan.Release });
        var tested = await world
            .Get<TestRestoredStep>()
            .TestRestored(new TestRestoredInput { Release = plan.Release, TestPlanUri = plan.TestPlanUri });
        return await world.CompleteRollbackAsync(plan, p => p with { Verification = verification, Tested = tested }, execution);
    }

    /// <summary>Answers of the functions from here on.</summary>
    public static void Answers(this World world, Func<InvokeRequest, string> answer) =>
        world.Lambda.OnInvoke = request => new InvokeResponse
        {
            Payload = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(answer(request))),
        };
}
