namespace Amazon.Lambda.Annotations;

/// <summary>The parameter comes from the service container, once per invocation.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromServicesAttribute : Attribute;
