using System.Text.Json;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Client.Artifacts;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Workloads;

/// <summary>A release that is ready to be asked for: the workload, and the packages of its paths.</summary>
internal sealed record ReleaseDraft(Workload Workload, IReadOnlyDictionary<string, byte[]> Packages)
{
    /// <summary>Changes the request after everything else, for requests that the records cannot express.</summary>
    public Action<JsonObject> Edit { get; init; } = _ => { };

    /// <summary>Names of risks that are accepted.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>Paths whose uploaded objects hold something else than their names say.</summary>
    public IReadOnlySet<string> Corrupt { get; init; } = new HashSet<string>();

    /// <summary>Uploads the packages that the request names.</summary>
    public async Task UploadAsync(ArtifactUploads uploads, CancellationToken cancellationToken)
    {
        foreach (var path in Workload.Layers.Select(l => l.Path).Concat(Workload.Functions.Select(f => f.Path)).Distinct())
            if (Corrupt.Contains(path))
                await uploads.PutAsync(ArtifactUploads.Describe(Packages[path]).ObjectKey, Damage(Packages[path]), cancellationToken);
            else
                await uploads.UploadAsync(Packages[path], cancellationToken);
    }

    public JsonObject ToRequest(string id, string environment, string? requestedBy, string? reason)
    {
        var request = Workload.ToRequest(environment, path => ArtifactUploads.Describe(Packages[path])) with
        {
            Id = id,
            RequestedBy = requestedBy,
            Reason = reason,
            Accept = Accept,
        };
        var document = JsonSerializer.SerializeToNode(request, ContractsJson.Default.ReleaseRequest)!.AsObject();
        Edit(document);
        return document;
    }

    private static byte[] Damage(byte[] content)
    {
        var damaged = content.ToArray();
        damaged[^1] ^= 0xFF;
        return damaged;
    }
}
