using System.Diagnostics;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using CodeRipple.Workflow.LocalAws.Permissions;
using CodeRipple.Workflow.LocalAws.Python;
using CodeRipple.Workflow.LocalAws.Tests.Contracts;

namespace CodeRipple.Workflow.LocalAws.Tests.Permissions;

/// <summary>The tables of permissions against what others know.</summary>
public sealed class TableSpecs
{
    private static readonly Dictionary<string, string> ServiceOfInterface = new()
    {
        ["IAmazonAPIGateway"] = "apigateway",
        ["IAmazonApiGatewayV2"] = "apigateway",
        ["IAmazonCloudFormation"] = "cloudformation",
        ["IAmazonCloudWatch"] = "cloudwatch",
        ["IAmazonCloudWatchLogs"] = "logs",
        ["IAmazonEventBridge"] = "events",
        ["IAmazonIdentityManagementService"] = "iam",
        ["IAmazonLambda"] = "lambda",
        ["IAmazonScheduler"] = "scheduler",
        ["IAmazonSimpleNotificationService"] = "sns",
        ["IAmazonStepFunctions"] = "states",
    };

    public static TheoryData<string> Services => [.. PermissionTable.Services.Where(service => service != "apigateway")];

    /// <summary>cfn-lint, which moto brings along, holds the data of the Service Authorization Reference.</summary>
    [Theory, MemberData(nameof(Services))]
    public async Task Actions_and_their_resources_are_those_of_the_service_authorization_reference(string service)
    {
        // Composite alarms need "*" (PutCompositeAlarm), a text message has no topic (Publish).
        string[] wider = ["cloudwatch:PutCompositeAlarm", "sns:Publish"];
        var reference = await ReferenceAsync();
        foreach (var rule in PermissionTable.For(service)!.Rules.Where(rule => rule.Action is not null))
        {
            var parts = rule.Action!.Split(':');
            var action = reference[parts[0]]!["Actions"]![parts[1].ToLowerInvariant()];
            Assert.True(action is not null, $"there is no action {rule.Action}");
            var hasResources = action!["Resources"] is JsonArray { Count: > 0 };
            if (!wider.Contains(rule.Action))
                Assert.True(
                    hasResources == (rule.Resource != "*"),
                    $"{rule.Action} {(hasResources ? "has" : "has no")} resource-level permissions"
                );
        }
    }

    [Theory, MemberData(nameof(CompletenessSpecs.Services), MemberType = typeof(CompletenessSpecs))]
    public void Every_operation_of_a_stand_in_has_its_permissions(Type service)
    {
        var table = PermissionTable.For(ServiceOfInterface[service.Name])!;
        var operations = service
            .GetMethods()
            .Where(method => method.GetParameters().FirstOrDefault()?.ParameterType.IsSubclassOf(typeof(AmazonWebServiceRequest)) == true)
            .Select(method => method.Name.Replace("Async", "", StringComparison.Ordinal));
        Assert.All(operations, operation => Assert.True(table.Knows(operation), operation));
    }

    private static async Task<JsonNode> ReferenceAsync()
    {
        var python = await PythonEnvironment.FindAsync();
        const string find = "import cfnlint, pathlib; print(pathlib.Path(cfnlint.__file__).parent / 'data/AdditionalSpecs/Policies.json')";
        using var process = Process.Start(new ProcessStartInfo(python.Interpreter, ["-c", find]) { RedirectStandardOutput = true })!;
        var file = (await process.StandardOutput.ReadToEndAsync()).Trim();
        return JsonNode.Parse(await File.ReadAllTextAsync(file))!;
    }
}
