using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Resources;

/// <summary>A statement in the policy of an alias.</summary>
public sealed class PermissionResource(FunctionPolicies policies)
    : JournaledResource<PermissionStatement>(ResourceKinds.AliasPermission, PermissionStatementJson.Default.PermissionStatement)
{
    public override async Task<Snapshot<PermissionStatement>> ReadAsync(string name)
    {
        var (of, id) = StatementName.Parse(name);
        return new((await policies.ListAsync(of.Function, of.Alias)).FirstOrDefault(s => s.Id == id));
    }

    public Change Permit(JournalPhase phase, AliasName alias, PermissionStatement statement) =>
        ChangeBy(
            phase,
            new StatementName(alias, statement.Id).ToString(),
            isMade: state => state == statement,
            make: _ => policies.AddAsync(alias.Function, alias.Alias, statement)
        );

    public Change Remove(JournalPhase phase, AliasName alias, string statement) =>
        ChangeBy(
            phase,
            new StatementName(alias, statement).ToString(),
            isMade: state => state is null,
            make: _ => policies.RemoveAsync(alias.Function, alias.Alias, statement)
        );

    public override async Task UpdateAsync(string name, PermissionStatement state, string? revision)
    {
        await DeleteAsync(name);
        var (function, alias) = StatementName.Parse(name).Of;
        await policies.AddAsync(function, alias, state);
    }

    public override Task DeleteAsync(string name)
    {
        var (of, id) = StatementName.Parse(name);
        return policies.RemoveAsync(of.Function, of.Alias, id);
    }
}
