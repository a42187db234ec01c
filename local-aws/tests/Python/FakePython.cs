namespace CodeRipple.Workflow.LocalAws.Tests;

/// <summary>A shell script in the place of a Python interpreter, in a folder of its own.</summary>
internal sealed class FakePython : IDisposable
{
    private FakePython(string folder) => Folder = folder;

    public string Folder { get; }

    public string Path => System.IO.Path.Combine(Folder, "python");

    public static FakePython Create(string script)
    {
        var fake = new FakePython(Directory.CreateTempSubdirectory("fake-python-").FullName);
        File.WriteAllText(fake.Path, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(fake.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return fake;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
