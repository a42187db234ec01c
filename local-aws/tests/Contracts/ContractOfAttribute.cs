namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

/// <summary>Which interface's operations a contract class goes through.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ContractOfAttribute(Type service) : Attribute
{
    public Type Service => service;
}
