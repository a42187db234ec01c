namespace CodeRipple.Workflow.LocalAws.Permissions;

/// <summary>One action on one resource that policies have to allow.</summary>
/// <param name="Context">Condition keys of the request and their values.</param>
internal sealed record Need(string Action, string Resource, IReadOnlyDictionary<string, string[]> Context);
