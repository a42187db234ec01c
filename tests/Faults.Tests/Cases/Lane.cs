using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Cli.Releases;
using CodeRipple.Workflow.Faults.Tests.Cargo;
using CodeRipple.Workflow.Faults.Tests.Running;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>An application whose releases follow each other. Lanes run side by side and share nothing but the machine.</summary>
internal sealed class Lane(FaultMachine machine, string application)
{
    private readonly ArtifactUploads _uploads = new(machine.Machine);
    private FaultCargo? _live;

    /// <summary>The release that is live, which is what a rollback goes back to.</summary>
    public FaultCargo? Live => _live;

    private IAmazonLambda Lambda => machine.Machine.Clients.Lambda;

    /// <summary>A cargo that can be released: its artifacts are uploaded, and the function to adopt exists.</summary>
    public async Task<FaultCargo> LoadAsync(string id)
    {
        var cargo = new FaultCargo(application, id, machine.Role) { IsFirst = _live is null };
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
        foreach (var name in new[] { obsolete.Adopted, obsolete.Created })
            await DeleteAsync(name);
    }

    private async Task MakeByHandAsync(FaultCargo cargo)
    {
        using var zip = new MemoryStream(cargo.HandmadeZip);
        await Lambda.CreateFunctionAsync(new CreateFunctionRequest
        {
            FunctionName = cargo.Adopted,
            Runtime = FaultCargo.Runtime,
            Handler = FaultCargo.Handler,
            Role = cargo.Role,
            Code = new FunctionCode { ZipFile = zip },
        });
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
