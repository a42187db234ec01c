using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Client.Artifacts;
using CodeRipple.Workflow.Faults.Tests.Cargo;
using CodeRipple.Workflow.Faults.Tests.Running;
using ResourceNotFoundException = Amazon.Lambda.Model.ResourceNotFoundException;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>An application whose releases follow each other. Lanes run side by side and share nothing but the machine.</summary>
internal sealed class Lane
{
    private readonly FaultMachine _machine;
    private readonly string _application;
    private readonly Place _place;
    private readonly ArtifactUploads _uploads;
    private FaultCargo? _live;

    private Lane(FaultMachine machine, string application, Place place)
    {
        (_machine, _application, _place) = (machine, application, place);
        _uploads = new ArtifactUploads(machine.Machine.Clients.S3, machine.Machine.Bucket);
    }

    /// <summary>The release that is live, which is what a rollback goes back to.</summary>
    public FaultCargo? Live => _live;

    private IAmazonLambda Lambda => _machine.Machine.Clients.Lambda;

    private IAmazonEventBridge Events => _machine.Machine.Clients.EventBridge;

    public static async Task<Lane> OpenAsync(FaultMachine machine, string application) =>
        new(machine, application, await machine.MakePlaceAsync(application));

    /// <summary>A cargo that can be released: its artifacts are uploaded, the function to adopt exists, and a rule that leads to it.</summary>
    public async Task<FaultCargo> LoadAsync(string id)
    {
        var cargo = new FaultCargo(_application, id, _place) { IsFirst = _live is null };
        await _uploads.PutAsync($"artifacts/{Hex(cargo.LayerZip)}.zip", cargo.LayerZip, CancellationToken.None);
        await _uploads.PutAsync($"artifacts/{Hex(cargo.CodeZip)}.zip", cargo.CodeZip, CancellationToken.None);
        if (!cargo.IsFirst)
            await MakeByHandAsync(cargo);
        return cargo;
    }

    /// <summary>Clears away what no later release needs.</summary>
    public async Task EndedAsync(FaultCargo cargo, bool isLive)
    {
        var obsolete = isLive ? _live : cargo;
        if (isLive)
            _live = cargo;
        if (obsolete is null or { IsFirst: true })
            return;
        await Events.RemoveTargetsAsync(new RemoveTargetsRequest { Rule = obsolete.Rule, Ids = [FaultCargo.Target] });
        await Events.DeleteRuleAsync(new DeleteRuleRequest { Name = obsolete.Rule });
        foreach (var name in new[] { obsolete.Adopted, obsolete.Created })
        {
            await DeleteAsync(name);
            await _machine.Machine.Clients.CloudWatch.DeleteAlarmsAsync(new DeleteAlarmsRequest { AlarmNames = [.. FaultCargo.Alarms(name)] });
        }
    }

    private async Task MakeByHandAsync(FaultCargo cargo)
    {
        using var zip = new MemoryStream(cargo.HandmadeZip);
        var made = await Lambda.CreateFunctionAsync(new CreateFunctionRequest
        {
            FunctionName = cargo.Adopted,
            Runtime = FaultCargo.Runtime,
            Handler = FaultCargo.Handler,
            Role = _place.Role,
            Code = new FunctionCode { ZipFile = zip },
        });
        await Events.PutRuleAsync(new PutRuleRequest { Name = cargo.Rule, ScheduleExpression = FaultCargo.Schedule });
        await Events.PutTargetsAsync(new PutTargetsRequest { Rule = cargo.Rule, Targets = [new Target { Id = FaultCargo.Target, Arn = made.FunctionArn }] });
        await Polling.UntilAsync(
            async () => (await Lambda.GetFunctionConfigurationAsync(new GetFunctionConfigurationRequest { FunctionName = cargo.Adopted })).State == State.Active,
            TimeSpan.FromSeconds(30));
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
