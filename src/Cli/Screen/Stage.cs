namespace CodeRipple.Workflow.Cli;

/// <summary>A piece of work that is long enough to be shown. Its words are in <see cref="Screen"/>.</summary>
internal readonly record struct Stage(StageKind Kind, string Subject = "")
{
    public static Stage StartLocalAws => new(StageKind.StartLocalAws);

    public static Stage BuildCode(string subject) => new(StageKind.BuildCode, subject);

    public static Stage BuildArtifacts => new(StageKind.BuildArtifacts);

    public static Stage UploadArtifacts => new(StageKind.UploadArtifacts);

    public static Stage InstallStack(string name) => new(StageKind.InstallStack, name);
}

internal enum StageKind
{
    StartLocalAws,
    BuildCode,
    BuildArtifacts,
    UploadArtifacts,
    InstallStack,
}
