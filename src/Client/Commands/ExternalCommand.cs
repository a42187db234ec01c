using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CodeRipple.Workflow.Client.Commands;

/// <summary>A command that another program runs, which gets all arguments as they are.</summary>
internal sealed partial class ExternalCommand : Command
{
    private readonly string _program;

    /// <param name="program">The program's assembly, relative to the folder of this one.</param>
    public ExternalCommand(string name, string description, string program)
        : base(name, description)
    {
        _program = program;
        TreatUnmatchedTokensAsErrors = false;
    }

    // The host that runs this program: the runtime lies in <root>/shared/Microsoft.NETCore.App/<version>/.
    private static string DotnetHost =>
        Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
        );

    /// <summary>
    /// Turns this process into the program: same terminal, same signals, same parent, so that nothing has to be passed on and nothing is
    /// left behind. Returns only where that is not possible: on Windows, or when the program is not there.
    /// </summary>
    public static void TryReplaceProcess(string program, string[] args)
    {
        var assembly = FullPath(program);
        if (!OperatingSystem.IsWindows() && File.Exists(assembly))
            _ = Execute(DotnetHost, [DotnetHost, assembly, .. args, null]);
    }

    /// <summary>Runs the program, in the place of this one if that is possible.</summary>
    /// <exception cref="UserErrorException">The program is not there.</exception>
    public async Task<ExitCode> RunAsync(string[] args, Signals signals)
    {
        var assembly = FullPath(_program);
        if (!File.Exists(assembly))
            throw new UserErrorException($"{Name} is not a part of this installation: there is no {assembly}. Build src/Cli again.");
        TryReplaceProcess(_program, args);
        var start = new ProcessStartInfo(DotnetHost, [assembly, .. args]) { UseShellExecute = false };
        return (ExitCode)await WrappedCommand.RunAsync(start, signals);
    }

    private static string FullPath(string program) => Path.Combine(AppContext.BaseDirectory, program);

    [LibraryImport("libc", EntryPoint = "execv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Execute(string path, string?[] arguments);
}
