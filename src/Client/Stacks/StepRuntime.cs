using System.Runtime.InteropServices;

namespace CodeRipple.Workflow.Client.Stacks;

/// <summary>
/// What the steps run on. The same word is the template's parameter, the option of the commands that install a stack, and the MSBuild
/// property that src/Steps is built with.
/// </summary>
/// <param name="Name">One of <see cref="Names"/>: Lambda's own name of the runtime.</param>
/// <param name="WhyManaged">Why it is managed although nobody asked for it; null otherwise.</param>
internal sealed record StepRuntime(string Name, string? WhyManaged = null)
{
    /// <summary>The template's parameter.</summary>
    public const string Parameter = "StepRuntime";

    public static readonly StepRuntime Native = new("provided.al2023");

    public static readonly StepRuntime Managed = new("dotnet10");

    public static IReadOnlyList<string> Names => [Native.Name, Managed.Name];

    /// <summary>Native where this machine can compile it for Lambda, managed elsewhere: docs/decisions/native-steps.md.</summary>
    /// <param name="wanted">One of <see cref="Names"/>, or null when nobody said.</param>
    public static StepRuntime Choose(string? wanted) =>
        Choose(
            wanted,
            RuntimeInformation.IsOSPlatform(OSPlatform.Linux) && RuntimeInformation.OSArchitecture == Architecture.X64,
            IsOnPath
        );

    internal static StepRuntime Choose(string? wanted, bool isLinuxX64, Func<string, bool> isOnPath)
    {
        if (wanted is not null)
            return new StepRuntime(wanted);
        if (!isLinuxX64)
            return Managed with { WhyManaged = "native code for Lambda is compiled on x64 Linux only" };
        return isOnPath("clang") || isOnPath("gcc")
            ? Native
            : Managed with
            {
                WhyManaged = "native code needs clang or gcc, and neither is on the PATH",
            };
    }

    internal static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
