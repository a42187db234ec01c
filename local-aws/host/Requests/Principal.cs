namespace CodeRipple.Workflow.LocalAws.Requests;

/// <summary>A role that is being used, and by whom: the session of an assumed role.</summary>
internal sealed record Principal(string RoleArn, string Session)
{
    private string[] Parts => RoleArn.Split(':', 6);

    /// <summary>As AWS names it in messages. The path of a role is no part of it.</summary>
    public string Arn => $"arn:{Parts[1]}:sts::{Parts[4]}:assumed-role/{RoleArn[(RoleArn.LastIndexOf('/') + 1)..]}/{Session}";
}
