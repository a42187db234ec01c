namespace CodeRipple.Changes;

/// <summary>What a file is for.</summary>
public enum FileRole
{
    Other,
    Source,
    Interface,
    Schema,
    Test,
    Configuration,
    Dependencies,
    Infrastructure,
    Pipeline,
    UserDocumentation,
    SystemDocumentation,
    DecisionRecord,
}
