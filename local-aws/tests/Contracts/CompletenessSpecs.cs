using System.Reflection;
using Amazon.Runtime;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

public sealed class CompletenessSpecs
{
    private static readonly Type[] Contracts =
    [
        .. typeof(CompletenessSpecs).Assembly.GetTypes().Where(type => type.GetCustomAttribute<ContractOfAttribute>() is not null),
    ];

    public static TheoryData<Type> Services => [.. Contracts.Select(ServiceOf).Distinct()];

    [Theory, MemberData(nameof(Services))]
    public void Every_operation_of_a_stand_in_has_a_contract(Type service)
    {
        var operations = service
            .GetMethods()
            .Where(method => method.GetParameters().FirstOrDefault()?.ParameterType.IsSubclassOf(typeof(AmazonWebServiceRequest)) == true)
            .Select(method => method.Name.Replace("Async", "", StringComparison.Ordinal));
        var tested = Contracts
            .Where(type => ServiceOf(type) == service)
            .SelectMany(type => type.GetMethods())
            .Select(method => method.Name.Split('_')[0]);

        Assert.Empty(operations.Except(tested));
    }

    private static Type ServiceOf(Type contract) => contract.GetCustomAttribute<ContractOfAttribute>()!.Service;
}
