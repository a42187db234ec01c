namespace CodeRipple.Workflow.Faults.Tests.Workloads;

/// <summary>What the functions of an application live among.</summary>
/// <param name="Role">ARN of the role of its functions.</param>
/// <param name="Api">Id of the REST API whose two methods point to functions of a release.</param>
/// <param name="Table">A DynamoDB table.</param>
internal sealed record Place(string Role, string Api, string Table);
