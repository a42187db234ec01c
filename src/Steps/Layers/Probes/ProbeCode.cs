using System.IO.Compression;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Layers.Probes;

/// <summary>
/// The code of the ephemeral functions that prove layers, one for each family of runtimes; it comes inside this assembly.
/// </summary>
/// <param name="Handler">Entry point, in the form that the runtime asks for.</param>
/// <param name="Files">Names in the zip, and the resources of this assembly that they hold.</param>
internal sealed record ProbeCode(string Handler, IReadOnlyDictionary<string, string> Files)
{
    // The earliest time that the zip format can hold: the same code gives the same bytes.
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // The Unix mode of a regular file, 644, in the upper half: without it Lambda could not read the file.
    private const int Mode644 = unchecked((int)0x81A4_0000);

    private const string Program = "CodeRipple.Workflow.Probe";

    // A module of a layer named "probe" must not be hidden by the probe itself.
    private const string Script = "coderipple_probe";

    public static ProbeCode For(ProbeFamily family) =>
        family switch
        {
            ProbeFamily.Dotnet => new(
                Program,
                new Dictionary<string, string>
                {
                    [$"{Program}.dll"] = $"{Program}.dll",
                    [$"{Program}.runtimeconfig.json"] = $"{Program}.runtimeconfig.json",
                }
            ),
            ProbeFamily.Python => new($"{Script}.handler", new Dictionary<string, string> { [$"{Script}.py"] = "probe.py" }),
            _ => new($"{Script}.handler", new Dictionary<string, string> { [$"{Script}.mjs"] = "probe.mjs" }),
        };

    public MemoryStream ToZip()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, resource) in Files)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = Stamp;
                entry.ExternalAttributes = Mode644;
                using var content = entry.Open();
                using var source = typeof(ProbeCode).Assembly.GetManifestResourceStream(resource)!;
                source.CopyTo(content);
            }
        }

        bytes.Position = 0;
        return bytes;
    }
}
