namespace CodeRipple.Workflow.Client.Output;

/// <summary>A piece of work that is long enough to be shown.</summary>
/// <param name="Doing">What is said while it goes on, or when it failed.</param>
/// <param name="Done">What is said when it is done.</param>
internal readonly record struct Stage(string Doing, string Done)
{
    public static Stage StartLocalAws => new("Starting the local AWS", "Local AWS started");

    public static Stage BuildArtifacts => new("Building the workload", "Workload built");

    public static Stage UploadArtifacts => new("Uploading artifacts", "Artifacts uploaded");

    public static Stage BuildCode(string subject) => new($"Building {subject}", $"Built {subject}");

    public static Stage PlanStack(string name) => new($"Planning stack {name}", $"Planned stack {name}");

    public static Stage InstallStack(string name) => new($"Installing stack {name}", $"Stack {name} installed");
}
