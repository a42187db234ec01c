using System.Reflection;
using System.Text.RegularExpressions;
using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.LocalAws.Permissions;
using CodeRipple.Workflow.Steps;

namespace CodeRipple.Workflow.StateMachine.Tests.Permissions;

/// <summary>The IAM actions that the code of a step can come to need.</summary>
internal static partial class NeededActions
{
    private static readonly Dictionary<string, (string Table, string Namespace)> Services = new()
    {
        ["IAmazonAPIGateway"] = ("apigateway", "Amazon.APIGateway"),
        ["IAmazonApiGatewayV2"] = ("apigateway", "Amazon.ApiGatewayV2"),
        ["IAmazonCloudWatch"] = ("cloudwatch", "Amazon.CloudWatch"),
        ["IAmazonCloudWatchLogs"] = ("logs", "Amazon.CloudWatchLogs"),
        ["IAmazonDynamoDB"] = ("dynamodb", "Amazon.DynamoDBv2"),
        ["IAmazonEventBridge"] = ("events", "Amazon.EventBridge"),
        ["IAmazonIdentityManagementService"] = ("iam", "Amazon.IdentityManagement"),
        ["IAmazonKeyManagementService"] = ("kms", "Amazon.KeyManagementService"),
        ["IAmazonLambda"] = ("lambda", "Amazon.Lambda"),
        ["IAmazonS3"] = ("s3", "Amazon.S3"),
        ["IAmazonScheduler"] = ("scheduler", "Amazon.Scheduler"),
        ["IAmazonSimpleNotificationService"] = ("sns", "Amazon.SimpleNotificationService"),
        ["IAmazonStepFunctions"] = ("states", "Amazon.StepFunctions"),
    };

    /// <summary>What the SDK calls otherwise than S3 does.</summary>
    private static readonly Dictionary<string, string> Operations = new() { ["GetObjectMetadata"] = "HeadObject" };

    /// <summary>API Gateway's actions are methods of HTTP.</summary>
    private const string Verb = "apigateway:{method}";

    private static readonly Dictionary<string, MethodInfo> Steps = typeof(Startup)
        .Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttribute<LambdaFunctionAttribute>() is not null)
        .ToDictionary(method => method.Name);

    public static IReadOnlySet<string> Of(string step)
    {
        var code = ReachableCode.Of(Steps[step]);
        var actions = code
            .Calls.SelectMany(call => Of(code, call.Client, Operations.GetValueOrDefault(call.Operation, call.Operation)))
            .ToHashSet();
        // S3 answers whoever may not list a bucket that a missing object is forbidden (GetObject, "Permissions").
        if (code.MissesObjects)
            actions.Add("s3:ListBucket");
        // GetFunction leaves the tags out for others (GetFunction, "Tags").
        if (code.ReadsTags)
            actions.Add("lambda:ListTags");
        return actions;
    }

    private static IEnumerable<string> Of(ReachableCode code, string client, string operation)
    {
        var (service, space) = Services[client];
        var rules =
            PermissionTable.For(service)!.RulesOf(operation)
            ?? throw new InvalidOperationException($"No permission is known for {service} {operation}.");
        return rules
            .Where(rule =>
                FieldsOf(rule)
                    .All(field => code.Given.Any(g => g.Service == space && g.Member.Equals(field, StringComparison.OrdinalIgnoreCase)))
            )
            .Select(rule => rule.Action is Verb ? $"apigateway:{VerbOf(operation)}" : rule.Action!);
    }

    /// <summary>Members that must be in a request for the rule to count.</summary>
    private static IEnumerable<string> FieldsOf(PermissionRule rule) =>
        rule
            .Conditions.Where(condition => condition[0] == '?')
            .Select(condition => condition[1..])
            .Concat(ListField().Matches(rule.Resource).Select(field => field.Groups[1].Value))
            .SelectMany(path => path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            .Select(part => part.TrimEnd('[', ']', '~', '^'));

    private static string VerbOf(string operation) =>
        operation switch
        {
            _ when operation.StartsWith("Get", StringComparison.Ordinal) => "GET",
            _ when operation.StartsWith("Create", StringComparison.Ordinal) => "POST",
            _ when operation.StartsWith("Update", StringComparison.Ordinal) => "PATCH",
            _ when operation.StartsWith("Put", StringComparison.Ordinal) => "PUT",
            _ when operation.StartsWith("Delete", StringComparison.Ordinal) => "DELETE",
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "its method is not known"),
        };

    [GeneratedRegex(@"\{(\.[^}=|]*\[\][^}=|]*)")]
    private static partial Regex ListField();
}
