namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

/// <summary>
/// Marks a spec of an AWS rule that moto lacks: <c>public static async Task Name(AwsClients aws)</c> in any static class. It must
/// pass on the local AWS and fail on moto without corrections, so it asserts nothing that plain moto does right.
/// </summary>
/// <param name="rule">AWS's rule, as a sentence.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorrectionAttribute(string rule) : Attribute
{
    public string Rule => rule;
}
