namespace CodeRipple.Workflow.LocalAws.Python;

/// <summary>The Python interpreter that runs the local AWS's launcher: one that has moto, or one set up for it.</summary>
/// <param name="Interpreter">Full path.</param>
internal sealed record PythonEnvironment(string Interpreter)
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static PythonEnvironment? s_found;

    /// <summary>
    /// Finds an interpreter, or makes a virtual environment in the user's cache folder. The answer is kept for this process.
    /// </summary>
    /// <exception cref="PythonUnavailableException">There is none and none can be set up; the message names the command that fixes
    /// it.</exception>
    public static async Task<PythonEnvironment> FindAsync(IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        await Gate.WaitAsync(cancellationToken);
        try
        {
            return s_found ??= await FindAsync(
                PythonInterpreters.All(),
                new VirtualEnvironment(CacheFolder, RequirementsFile),
                progress,
                cancellationToken
            );
        }
        finally
        {
            Gate.Release();
        }
    }

    internal static string RequirementsFile => Path.Combine(AppContext.BaseDirectory, "moto", "requirements.txt");

    internal static async Task<PythonEnvironment> FindAsync(
        IEnumerable<string> interpreters,
        VirtualEnvironment own,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        var candidates = interpreters.ToList();
        var refusals = new List<string>();
        foreach (var interpreter in candidates.Append(own.Interpreter))
        {
            var (path, reason) = await PythonProbe.AskAsync(interpreter, cancellationToken);
            if (path is not null)
                return new PythonEnvironment(path);
            if (reason is not null)
                refusals.Add($"{interpreter}: {reason}");
        }

        return await SetUpAsync(candidates, own, refusals, progress, cancellationToken);
    }

    private static async Task<PythonEnvironment> SetUpAsync(
        List<string> candidates,
        VirtualEnvironment own,
        List<string> refusals,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        var tried = refusals.Count == 0 ? "No Python was found." : "Tried: " + string.Join("; ", refusals) + ".";
        var python =
            await PythonProbe.FindForVenvAsync(candidates, cancellationToken)
            ?? throw new PythonUnavailableException(
                $"The local AWS needs Python 3.10 or newer with moto 5.2, or one that can make a virtual environment. {tried} "
                    + $"Install Python 3 with its venv module (Debian, Ubuntu: sudo apt-get install python3 python3-venv), or name an interpreter in {PythonInterpreters.Override}."
            );
        using var held = await own.LockAsync(cancellationToken);
        if (await PythonProbe.AskAsync(own.Interpreter, cancellationToken) is { Path: { } made })
            return new PythonEnvironment(made);
        await own.CreateAsync(python, progress, cancellationToken);
        var (path, reason) = await PythonProbe.AskAsync(own.Interpreter, cancellationToken);
        return path is not null
            ? new PythonEnvironment(path)
            : throw new PythonUnavailableException(
                $"The Python environment in {own.Folder} cannot be used: {reason}. Remove the folder, then: {own.Command}"
            );
    }

    /// <summary>What is fetched once per user.</summary>
    internal static string CacheFolder
    {
        get
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? xdg : Path.Combine(home, ".cache");
            return Path.Combine(cache, "coderipple");
        }
    }
}
