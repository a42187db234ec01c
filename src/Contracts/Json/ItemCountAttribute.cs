using System.ComponentModel.DataAnnotations;

namespace CodeRipple.Workflow.Contracts;

/// <summary>
/// How many items a list of a record may have. The framework's own attributes find the number by reflection, which native code lacks.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ItemCountAttribute(int maximum) : ValidationAttribute
{
    public int Minimum { get; init; }

    public int Maximum { get; } = maximum;
}
