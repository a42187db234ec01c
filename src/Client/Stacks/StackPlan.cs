namespace CodeRipple.Workflow.Client.Stacks;

/// <summary>A change set that waits to be executed.</summary>
/// <param name="IsNew">The stack does not exist yet.</param>
internal sealed record StackPlan(string StackName, string ChangeSet, bool IsNew, IReadOnlyList<StackChange> Changes)
{
    /// <summary>What is deleted, or made again under another identity: it may take data with it.</summary>
    public IEnumerable<StackChange> Losses => Changes.Where(c => c.Action == StackChange.Remove || c.IsReplaced);
}

/// <summary>What happens to one resource.</summary>
/// <param name="Action">CloudFormation's word: Add, Modify, Remove, …</param>
/// <param name="IsReplaced">For certain, or depending on a value that is not known yet.</param>
internal sealed record StackChange(string Action, string LogicalId, string Type, bool IsReplaced)
{
    public const string Add = "Add";
    public const string Modify = "Modify";
    public const string Remove = "Remove";
}
