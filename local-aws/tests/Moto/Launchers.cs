using CodeRipple.Workflow.LocalAws.MotoProcess;
using CodeRipple.Workflow.LocalAws.Python;

namespace CodeRipple.Workflow.LocalAws.Tests.Moto;

internal static class Launchers
{
    public static string NewId() => Guid.NewGuid().ToString("n")[..12];

    public static string CreateState(string id) => Directory.CreateDirectory(StatePath(id)).FullName;

    public static string StatePath(string id) => Path.Combine(Path.GetTempPath(), "local-aws-" + id);

    public static MotoServerOptions Options(PythonEnvironment python, string id) => new(python, id, CreateState(id), null, "us-west-2");

    /// <summary>Processes that carry the mark of a local AWS; none where there is no /proc.</summary>
    public static IReadOnlyList<int> Marked(string id) =>
        !Directory.Exists("/proc")
            ? []
            :
            [
                .. Directory
                    .EnumerateDirectories("/proc")
                    .Select(folder => int.TryParse(Path.GetFileName(folder), out var pid) ? pid : 0)
                    .Where(pid => pid > 0 && Environment(pid).Contains($"LOCAL_AWS_ID={id}")),
            ];

    private static string[] Environment(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/environ").Split('\0');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
