namespace CodeRipple.Workflow.LocalAws;

/// <summary>Where one local AWS keeps unpacked code and the like. The launcher removes it too, should this process be killed.</summary>
internal sealed class StateFolder : IAsyncDisposable
{
    private StateFolder(string path) => Path = path;

    public string Path { get; }

    public static StateFolder Create(string id)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "local-aws-" + id);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new StateFolder(path);
    }

    public ValueTask DisposeAsync()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // The launcher was first.
        }

        return ValueTask.CompletedTask;
    }
}
