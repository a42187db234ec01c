using CodeRipple.Workflow.LocalAws.Permissions;
using CodeRipple.Workflow.LocalAws.Requests;
using Microsoft.Extensions.Logging;

namespace CodeRipple.Workflow.LocalAws.Lambda.Records;

/// <summary>Whether execution roles allow what Lambda does with their logs. Asked once for each stream.</summary>
internal sealed class LogPermissions(Authorizer authorizer, string region, ILogger log)
{
    private readonly Dictionary<(string Role, string Action, string Resource), bool> _known = [];

    public async Task<bool> AllowAsync(string role, string operation, string group, string stream)
    {
        var need = new Need(
            "logs:" + operation,
            $"arn:aws:logs:{region}:123456789012:log-group:{group}:log-stream:{stream}",
            new Dictionary<string, string[]>()
        );
        var key = (role, need.Action, need.Resource);
        if (_known.TryGetValue(key, out var allowed))
            return allowed;
        var refusal = await authorizer.RefuseAsync(new Principal(role, "lambda"), [need], CancellationToken.None);
        if (refusal is not null)
            log.LogWarning("{Role} may not {Action} on {Resource}: these log lines are lost.", role, need.Action, need.Resource);
        return _known[key] = refusal is null;
    }
}
