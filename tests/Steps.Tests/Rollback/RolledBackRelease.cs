using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Rollback;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Rollback;

/// <summary>Takes a release back through the states of the rollback, as its state machine does.</summary>
internal static class RolledBackRelease
{
    public static readonly CaughtError Error = new("EndToEndTestFailedException", """{"errorMessage":"the shop is closed"}""");

    public static Task<RollbackPlan> PlanRollbackAsync(this World world) =>
        world.Get<PlanRollbackStep>().PlanRollback(new RollbackInput { Release = world.Release, Error = Error });

    public static async Task<IReadOnlyList<RevertResult>> RevertAsync(this World world)
    {
        var results = new List<RevertResult>();
        foreach (var entry in (await world.PlanRollbackAsync()).Groups.SelectMany(g => g.Entries))
            results.Add(await world.RevertAsync(entry));
        return results;
    }

    public static Task<RevertResult> RevertAsync(this World world, string entry) => world.Get<RevertChangeStep>().RevertChange(world.Input(entry));

    public static Task<IReadOnlyList<RevertResult>> VerifyAsync(this World world) => world.Get<VerifyRollbackStep>().VerifyRollback(world.Input());

    public static Task<ReleaseReport> CompleteRollbackAsync(this World world, Func<RollbackProgress, RollbackProgress>? with = null)
    {
        var progress = new RollbackProgress { Release = world.Release, Error = Error };
        return world.Get<CompleteRollbackStep>().CompleteRollback(new CompleteRollbackInput { Rollback = with is null ? progress : with(progress) });
    }

    /// <summary>Answers of the functions from here on.</summary>
    public static void Answers(this World world, Func<InvokeRequest, string> answer) =>
        world.Lambda.OnInvoke = request => new InvokeResponse { Payload = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(answer(request))) };
}
