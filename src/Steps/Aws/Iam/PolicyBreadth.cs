using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>
/// Finds statements that allow more than a function can need: all actions of a service, or one by which a role can give itself or
/// others more, on resources that are not named. Conditions are not weighed.
/// </summary>
public static partial class PolicyBreadth
{
    // Each lets its owner become somebody else, write policies, change who may do what, or run code with other roles.
    private static readonly string[] Sensitive =
    [
        "iam:PassRole",
        "iam:CreatePolicy",
        "iam:CreatePolicyVersion",
        "iam:SetDefaultPolicyVersion",
        "iam:CreateRole",
        "iam:CreateUser",
        "iam:AttachRolePolicy",
        "iam:AttachUserPolicy",
        "iam:AttachGroupPolicy",
        "iam:PutRolePolicy",
        "iam:PutUserPolicy",
        "iam:PutGroupPolicy",
        "iam:AddUserToGroup",
        "iam:UpdateAssumeRolePolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:PutUserPermissionsBoundary",
        "iam:DeleteRolePermissionsBoundary",
        "iam:DeleteUserPermissionsBoundary",
        "iam:CreateAccessKey",
        "iam:CreateLoginProfile",
        "iam:UpdateLoginProfile",
        "sts:AssumeRole",
        "lambda:CreateFunction",
        "lambda:UpdateFunctionCode",
        "lambda:UpdateFunctionConfiguration",
        "lambda:AddPermission",
        "lambda:AddLayerVersionPermission",
        "ssm:SendCommand",
        "s3:PutBucketPolicy",
        "kms:PutKeyPolicy",
        "kms:CreateGrant",
        "secretsmanager:GetSecretValue",
        "secretsmanager:PutResourcePolicy",
    ];

    // Their ARNs begin with the name.
    private static readonly string[] Untyped = ["s3", "sns", "sqs", "execute-api"];

    /// <summary>What is too broad about a statement, as <c>iam:PassRole on *</c>; null when nothing is.</summary>
    public static string? Of(PolicyStatement statement)
    {
        if (!statement.IsAllow)
            return null;
        var resources = statement.Resources.Where(IsBroad).ToList();
        if (statement.NotResources.Count > 0)
            resources.Add($"everything but {string.Join(", ", statement.NotResources)}");
        if (resources.Count == 0)
            return null;
        if (statement.NotActions.Count > 0)
            return $"everything but {string.Join(", ", statement.NotActions)} on {string.Join(", ", resources)}";
        var broad = resources
            .Select(r => (Resource: r, Actions: statement.Actions.Where(a => IsBroadOrSensitive(a) && Concerns(a, r)).ToList()))
            .Where(r => r.Actions.Count > 0)
            .Select(r => $"{string.Join(", ", r.Actions)} on {r.Resource}")
            .ToList();
        return broad.Count == 0 ? null : string.Join("; ", broad);
    }

    private static bool IsBroadOrSensitive(string action) =>
        EveryAction().IsMatch(action) || Sensitive.Any(s => PolicyStatement.Matches(action, s));

    // arn:partition:service:region:account:type/name, where the name may have parts. Broad is what no name, or part of one, narrows
    // down; regions and accounts do not.
    private static bool IsBroad(string resource)
    {
        var parts = resource.Split(':', 6);
        if (parts.Length < 6 || parts[2].Contains('*'))
            return Wildcards().IsMatch(parts[^1]);
        var names = parts[5].TrimStart('/');
        return Wildcards().IsMatch(Untyped.Contains(parts[2]) ? names : Type().Replace(names, ""));
    }

    // A statement may list resources of several services: only those of its own count for an action.
    private static bool Concerns(string action, string resource)
    {
        if (resource.Split(':', 6) is not [_, _, var service, _, _, _] || action.Split(':', 2) is not [var prefix, _])
            return true;
        // Roles are IAM's, whoever takes them.
        var owner = prefix.Equals("sts", StringComparison.OrdinalIgnoreCase) ? "iam" : prefix;
        return PolicyStatement.Matches(service, owner) || PolicyStatement.Matches(owner, service);
    }

    // "*", "s3:*", "s*:*": no letter behind the service.
    [GeneratedRegex(@"^[*?]+$|^[^:]+:[*?]+$")]
    private static partial Regex EveryAction();

    [GeneratedRegex("^[a-z-]+[:/]")]
    private static partial Regex Type();

    [GeneratedRegex(@"^[*?:/]+$")]
    private static partial Regex Wildcards();
}
