using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Preparation;

/// <summary>
/// Whether code and layers fit into a function: 250 MB unzipped, together. Of a zip that might matter only the directory is read. Lambda's
/// limit of 50 MB is for zips in a request; all come from S3. Source: "Lambda quotas" in the Lambda developer guide.
/// </summary>
public sealed class PackageSizes(ReleaseBucket bucket, HttpClient http)
{
    private const long Limit = 262_144_000;
    private const int AtOnce = 8;

    /// <summary>What of the request does not fit, and layers that are not to be had.</summary>
    public async Task<IReadOnlyList<RequestError>> FindErrorsAsync(
        ReleasePlan plan,
        IReadOnlyList<PlannedLayer> layers,
        IReadOnlyList<PlannedFunction> functions,
        LayerShelf shelf
    )
    {
        var measured = new ConcurrentDictionary<string, Lazy<Task<long>>>();
        var published = layers.Index().Where(l => l.Item.Publish).Select(l => l.Index);
        var changed = functions.Index().Where(f => f.Item.Change != FunctionChange.None).Select(f => f.Index);
        var ofLayers = await Concurrently.SelectAsync(
            published,
            AtOnce,
            i => FindErrorAsync($"/layers/{i}", [PackageOf(plan, plan.Request.Layers[i])], measured)
        );
        var ofFunctions = await Concurrently.SelectAsync(changed, AtOnce, i => FindErrorsAsync(plan, i, shelf, measured));
        return [.. ofLayers.OfType<RequestError>(), .. ofFunctions.SelectMany(e => e)];
    }

    private async Task<IReadOnlyList<RequestError>> FindErrorsAsync(
        ReleasePlan plan,
        int index,
        LayerShelf shelf,
        ConcurrentDictionary<string, Lazy<Task<long>>> measured
    )
    {
        var function = plan.Request.Functions[index];
        var errors = new List<RequestError>();
        var packages = new List<Package> { PackageOf(plan, $"code of {function.Name}", function.Artifact) };
        foreach (var (i, reference) in function.Layers.Index())
            if (plan.Request.Layers.FirstOrDefault(l => l.Name == reference) is { } own)
                packages.Add(PackageOf(plan, own));
            else if (await shelf.FindAsync(reference) is { } foreign)
                packages.Add(PackageOf(foreign));
            else
                errors.Add(
                    new RequestError(
                        $"/functions/{index}/layers/{i}",
                        $"layer version {reference} does not exist, or its owner does not share it with this account. Name another version, or "
                            + "ask the owner to let this account call lambda:GetLayerVersion on it"
                    )
                );
        if (await FindErrorAsync($"/functions/{index}", packages, measured) is { } error)
            errors.Add(error);
        return errors;
    }

    private static async Task<RequestError?> FindErrorAsync(
        string path,
        IReadOnlyList<Package> packages,
        ConcurrentDictionary<string, Lazy<Task<long>>> measured
    )
    {
        if (packages.Sum(p => p.Size) * UnzippedSize.MostPerByte <= Limit)
            return null;
        var sizes = new List<(string Name, long Size)>();
        foreach (var package in packages)
            try
            {
                sizes.Add((package.Name, await measured.GetOrAdd(package.Key, _ => new Lazy<Task<long>>(package.MeasureAsync)).Value));
            }
            catch (InvalidDataException)
            {
                return new RequestError(path, $"the {package.Name} ({package.Key}) is no zip file; package it again");
            }

        var all = sizes.Sum(s => s.Size);
        return all <= Limit
            ? null
            : new RequestError(
                path,
                $"needs {Bytes(all)} unzipped and Lambda takes {Bytes(Limit)}: {string.Join(", ", sizes.Select(s => $"{s.Name} {Bytes(s.Size)}"))}. "
                    + "Leave out what the code does not need"
            );
    }

    private Package PackageOf(ReleasePlan plan, LayerRequest layer) => PackageOf(plan, $"layer {layer.Name}", layer.Artifact);

    private Package PackageOf(ReleasePlan plan, string name, Artifact artifact) =>
        new(
            name,
            bucket.UriOf(artifact.ObjectKey),
            artifact.Size,
            from => bucket.ReadEndAsync(artifact.ObjectKey, from, plan.VersionOf(artifact))
        );

    private Package PackageOf(LayerVersion layer) =>
        new($"layer {layer.Arn}", layer.Arn, layer.CodeSize, from => DownloadEndAsync(new Uri(layer.Location!), from));

    private async Task<byte[]> DownloadEndAsync(Uri link, long from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, link);
        request.Headers.Range = new RangeHeaderValue(from, to: null);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        // A server need not know ranges.
        return answer.StatusCode == HttpStatusCode.PartialContent ? bytes : bytes[(int)from..];
    }

    private static string Bytes(long size) => size.ToString("N0", CultureInfo.InvariantCulture) + " bytes";

    /// <param name="Key">Where the zip is.</param>
    /// <param name="Size">Bytes of the zip.</param>
    /// <param name="ReadFrom">Reads it from a byte to its end.</param>
    private sealed record Package(string Name, string Key, long Size, Func<long, Task<byte[]>> ReadFrom)
    {
        public Task<long> MeasureAsync() => UnzippedSize.ReadAsync(Size, ReadFrom);
    }
}
