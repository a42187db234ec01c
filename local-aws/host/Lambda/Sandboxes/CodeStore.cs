using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CodeRipple.Workflow.LocalAws.MotoProcess;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <param name="Opt">Null when the function has no layers.</param>
internal sealed record FunctionFolders(string Task, string? Opt);

/// <summary>Fetches packages and layers and unpacks each content, and each list of layers, once.</summary>
internal sealed class CodeStore(MotoClient moto, string folder, CancellationToken stopping) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _fetched = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _unpacked = new();
    private readonly ConcurrentBag<ClosedFolder> _closed = [];

    public async Task<FunctionFolders> FoldersAsync(FunctionVersion function)
    {
        var code = FetchOnceAsync(
            $"code?name={Escape(function.FunctionName)}&version={Escape(function.Version)}&generation={Escape(function.Generation)}"
        );
        var layers = await Task.WhenAll((function.Layers ?? []).Select(arn => FetchOnceAsync($"layer?arn={Escape(arn)}")));
        return new FunctionFolders(await UnpackOnceAsync([await code]), layers.Length == 0 ? null : await UnpackOnceAsync(layers));
    }

    /// <summary>Waits until nothing writes below the folder any more.</summary>
    public async ValueTask DisposeAsync()
    {
        var underWay = Task.WhenAll([.. _fetched.Values.Select(fetch => fetch.Value), .. _unpacked.Values.Select(unpack => unpack.Value)]);
        await underWay.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        // The outer ones first: the inner ones cannot be reached before.
        foreach (var closed in _closed.OrderBy(folder => folder.Path.Length))
            closed.Open();
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);

    // Not cancelled by the one who happens to come first: others wait for the same.
    private Task<string> FetchOnceAsync(string query) => OnceAsync(_fetched, query, () => FetchAsync(query));

    private Task<string> UnpackOnceAsync(string[] zips) => OnceAsync(_unpacked, string.Join('|', zips), () => Task.Run(() => Unpack(zips)));

    private static async Task<string> OnceAsync(ConcurrentDictionary<string, Lazy<Task<string>>> done, string key, Func<Task<string>> make)
    {
        var made = done.GetOrAdd(key, _ => new Lazy<Task<string>>(make));
        try
        {
            return await made.Value;
        }
        catch
        {
            // A failure is not remembered; the next call tries again.
            done.TryRemove(new KeyValuePair<string, Lazy<Task<string>>>(key, made));
            throw;
        }
    }

    /// <returns>The zip's file, named after its content.</returns>
    private async Task<string> FetchAsync(string query)
    {
        using var content =
            await moto.GetLocalAsync(query, stopping)
            ?? throw new RuntimeUnavailableException(
                "Runtime.CodeNotFound",
                $"There is no such package any more: {Uri.UnescapeDataString(query)}"
            );
        var bytes = await content.ReadAsByteArrayAsync(stopping);
        var zips = Directory.CreateDirectory(Path.Combine(folder, "zips")).FullName;
        var file = Path.Combine(zips, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        if (!File.Exists(file))
        {
            // Two functions may bring the same content at the same time.
            var partial = file + "." + Path.GetRandomFileName();
            await File.WriteAllBytesAsync(partial, bytes);
            File.Move(partial, file, overwrite: true);
        }

        return file;
    }

    private string Unpack(string[] zips)
    {
        stopping.ThrowIfCancellationRequested();
        var name =
            zips.Length == 1
                ? Path.GetFileName(zips[0])
                : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', zips))));
        var target = Path.Combine(folder, "code", name);
        List<ClosedFolder> closed = [];
        foreach (var zip in zips)
        {
            using var stream = File.OpenRead(zip);
            try
            {
                closed.AddRange(ZipPackage.Unpack(stream, target));
            }
            catch (InvalidDataException broken)
            {
                throw new RuntimeUnavailableException("Runtime.InvalidPackage", $"A package or layer cannot be unpacked: {broken.Message}");
            }
        }

        // The inner ones first: behind a closed one they could not be reached.
        foreach (var folder in closed.OrderByDescending(folder => folder.Path.Length))
        {
            _closed.Add(folder);
            folder.Close();
        }

        return target;
    }
}
