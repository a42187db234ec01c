using System.Security.Cryptography;

namespace CodeRipple.Workflow.LocalAws.Python;

/// <summary>The virtual environment with the launcher's packages, made once per user and set of packages.</summary>
internal sealed class VirtualEnvironment(string cacheFolder, string requirementsFile)
{
    private static readonly TimeSpan InstallDeadline = TimeSpan.FromMinutes(10);

    public string Folder { get; } = Path.Combine(cacheFolder, "python-" + Digest(requirementsFile));

    public string Interpreter =>
        OperatingSystem.IsWindows() ? Path.Combine(Folder, "Scripts", "python.exe") : Path.Combine(Folder, "bin", "python");

    /// <summary>What a person can type to make it by hand.</summary>
    public string Command => $"python3 -m venv \"{Folder}\" && \"{Interpreter}\" -m pip install -r \"{requirementsFile}\"";

    /// <summary>Holds off other processes that would make the same environment, until disposed.</summary>
    public async Task<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(cacheFolder);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(InstallDeadline);
        while (true)
        {
            try
            {
                return new FileStream(Folder + ".lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, deadline.Token);
            }
        }
    }

    /// <summary>Makes it with <paramref name="python"/>.</summary>
    /// <exception cref="PythonUnavailableException">venv or pip failed.</exception>
    public async Task CreateAsync(string python, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Report($"Making a Python environment in {Folder} (once, about a minute)");
        await RunAsync(python, ["-m", "venv", Folder], null, cancellationToken);
        await RunAsync(
            Interpreter,
            ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "-r", requirementsFile],
            line => progress?.Report(line),
            cancellationToken
        );
    }

    private async Task RunAsync(string tool, string[] arguments, Action<string>? onLine, CancellationToken cancellationToken)
    {
        var run = await ToolRun.StartAsync(tool, arguments, InstallDeadline, onLine, cancellationToken);
        if (run is { Succeeded: true })
            return;
        var tail = run is null
            ? "it did not end in time"
            : string.Join('\n', (run.Error + '\n' + run.Output).Trim().Split('\n').TakeLast(8));
        throw new PythonUnavailableException(
            $"The Python environment for the local AWS could not be set up: `{tool} {string.Join(' ', arguments)}` failed.\n{tail}\nTo set it up by hand: {Command}"
        );
    }

    // Other packages, other folder: an environment is never changed under a running launcher.
    private static string Digest(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..12];
}
