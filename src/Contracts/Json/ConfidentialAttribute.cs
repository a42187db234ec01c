namespace CodeRipple.Workflow.Contracts;

/// <summary>What stands in this member, and below it, appears in no message.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConfidentialAttribute : Attribute;
