using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Client.Artifacts;
using CodeRipple.Workflow.Faults.Tests.Running;
using CodeRipple.Workflow.Faults.Tests.Workloads;
using ResourceNotFoundException = Amazon.Lambda.Model.ResourceNotFoundException;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>An application whose releases follow each other. Lanes run side by side and share nothing but the machine.</summary>
internal sealed class Lane
{
    private readonly FaultMachine _machine;
    private readonly string _application;
    private readonly Place _place;
    private readonly ArtifactUploads _uploads;
    private FaultWorkload? _live;

    private Lane(FaultMachine machine, string application, Place place)
    {
        (_machine, _application, _place) = (machine, application, place);
        _uploads = new ArtifactUploads(machine.Machine.Clients.S3, machine.Machine.Bucket);
    }

    /// <summary>The release that is live, which is what a rollback goes back to.</summary>
    public FaultWorkload? Live => _live;

    private IAmazonLambda Lambda => _machine.Machine.Clients.Lambda;

    private IAmazonEventBridge Events => _machine.Machine.Clients.EventBridge;

    public static async Task<Lane> OpenAsync(FaultMachine machine, string application) =>
        new(machine, application, await machine.MakePlaceAsync(application));

    /// <summary>
    /// A workload that can be released: its artifacts are uploaded, the function to adopt exists, and a rule that points to it.
    /// </summary>
    public async Task<FaultWorkload> LoadAsync(string id)
    {
        var workload = new FaultWorkload(_application, id, _place) { IsFirst = _live is null };
        await _uploads.PutAsync($"artifacts/{Hex(workload.LayerZip)}.zip", workload.LayerZip, CancellationToken.None);
        await _uploads.PutAsync($"artifacts/{Hex(workload.CodeZip)}.zip", workload.CodeZip, CancellationToken.None);
        if (!workload.IsFirst)
            await MakeByHandAsync(workload);
        return workload;
    }

    /// <summary>Clears away what no later release needs.</summary>
    public async Task EndedAsync(FaultWorkload workload, bool isLive)
    {
        var obsolete = isLive ? _live : workload;
        if (isLive)
            _live = workload;
        if (obsolete is null or { IsFirst: true })
            return;
        await Events.RemoveTargetsAsync(new RemoveTargetsRequest { Rule = obsolete.Rule, Ids = [FaultWorkload.Target] });
        await Events.DeleteRuleAsync(new DeleteRuleRequest { Name = obsolete.Rule });
        foreach (var name in new[] { obsolete.Adopted, obsolete.Created })
        {
            await DeleteAsync(name);
            await _machine.Machine.Clients.CloudWatch.DeleteAlarmsAsync(
                new DeleteAlarmsRequest { AlarmNames = [.. FaultWorkload.Alarms(name)] }
            );
        }
    }

    private async Task MakeByHandAsync(FaultWorkload workload)
    {
        using var zip = new MemoryStream(workload.HandmadeZip);
        var made = await Lambda.CreateFunctionAsync(
            new CreateFunctionRequest
            {
                FunctionName = workload.Adopted,
                Runtime = FaultWorkload.Runtime,
                Handler = FaultWorkload.Handler,
                Role = _place.Role,
                Code = new FunctionCode { ZipFile = zip },
            }
        );
        await _machine.Logs.CreateLogGroupAsync(
            new Amazon.CloudWatchLogs.Model.CreateLogGroupRequest { LogGroupName = workload.AdoptedLogs }
        );
        await _machine.Logs.PutRetentionPolicyAsync(
            new Amazon.CloudWatchLogs.Model.PutRetentionPolicyRequest
            {
                LogGroupName = workload.AdoptedLogs,
                RetentionInDays = FaultWorkload.HandmadeRetentionDays,
            }
        );
        await Events.PutRuleAsync(new PutRuleRequest { Name = workload.Rule, ScheduleExpression = FaultWorkload.Schedule });
        await Events.PutTargetsAsync(
            new PutTargetsRequest { Rule = workload.Rule, Targets = [new Target { Id = FaultWorkload.Target, Arn = made.FunctionArn }] }
        );
        await Polling.UntilAsync(
            async () =>
                (await Lambda.GetFunctionConfigurationAsync(new GetFunctionConfigurationRequest { FunctionName = workload.Adopted })).State
                == State.Active,
            TimeSpan.FromSeconds(30)
        );
    }

    private async Task DeleteAsync(string name)
    {
        try
        {
            await Lambda.DeleteFunctionAsync(new DeleteFunctionRequest { FunctionName = name });
        }
        catch (ResourceNotFoundException)
        {
            // Never created, or taken away by the rollback.
        }
    }

    private static string Hex(byte[] content) => ArtifactUploads.Describe(content).Sha256;
}
