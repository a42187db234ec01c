using Amazon.DynamoDBv2.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>DynamoDB tables: there, as declared, protected, open to those who use them, and quick.</summary>
public sealed class TableChecks(DynamoTables tables, IamRoles roles) : ICheckSuite
{
    private const int AtOnce = 4;
    private const int Reads = 5;

    public string Kind => CheckSubjects.Tables;

    public Task RunAsync(CheckScope scope, CheckLog log) =>
        Concurrently.ForEachAsync(
            CheckBatches.Slice(Kind, scope.Number, DeclaredTables.Of(scope.Request, scope.Tables)),
            AtOnce,
            table => CheckAsync(table, scope, log)
        );

    private async Task CheckAsync(TableExpectation expected, CheckScope scope, CheckLog log)
    {
        var component = $"table:{expected.Name}";
        var found = new AsyncLazy<TableDescription?>(() => tables.FindAsync(expected.Name));

        await log.CheckAsync(CheckCatalog.TableAccessible, component, async () => Accessible(await found.Value));
        await log.CheckAsync(CheckCatalog.TableKeySchema, component, () => With(found, table => KeySchema(table, expected)));
        await log.CheckAsync(CheckCatalog.TableBilling, component, () => With(found, table => Billing(table, expected)));
        await log.CheckAsync(CheckCatalog.TableEncrypted, component, () => With(found, table => Encrypted(table, expected)));
        await log.CheckAsync(CheckCatalog.TableRecovery, component, () => WithAsync(found, _ => RecoveryAsync(expected)));
        await log.CheckAsync(
            CheckCatalog.TableDeletionProtection,
            component,
            () => With(found, table => DeletionProtection(table, expected))
        );
        await log.CheckAsync(CheckCatalog.TableAccess, component, () => WithAsync(found, table => AccessAsync(table, expected, scope)));
        await log.CheckAsync(CheckCatalog.TableLatency, component, () => WithAsync(found, table => LatencyAsync(table, scope.Limits)));
    }

    private static async Task<Finding> WithAsync(AsyncLazy<TableDescription?> table, Func<TableDescription, Task<Finding>> look) =>
        await table.Value is { } found ? await look(found) : Finding.Skipped("there is no such table");

    private static Task<Finding> With(AsyncLazy<TableDescription?> table, Func<TableDescription, Finding> look) =>
        WithAsync(table, found => Task.FromResult(look(found)));

    private static Finding Accessible(TableDescription? table)
    {
        if (table is null)
            return Finding.Failed("the table does not exist", "absent", "ACTIVE");
        var status = table.TableStatus.Value;
        // A table that is being changed answers reads and writes.
        return Finding.Of(status is "ACTIVE" or "UPDATING", $"the table is {status}", status, "ACTIVE");
    }

    private static Finding KeySchema(TableDescription table, TableExpectation expected)
    {
        if (expected.PartitionKey is null)
            return Finding.Skipped("no key is declared");
        var measured = string.Join(" + ", table.KeySchema.OrderBy(k => k.KeyType.Value == "HASH" ? 0 : 1).Select(k => k.AttributeName));
        var wanted = expected.SortKey is null ? expected.PartitionKey : $"{expected.PartitionKey} + {expected.SortKey}";
        return Finding.Of(measured == wanted, $"the key is {measured}", measured, wanted);
    }

    private static Finding Billing(TableDescription table, TableExpectation expected)
    {
        // Tables that were never on demand have no summary.
        var mode = table.BillingModeSummary?.BillingMode?.Value ?? "PROVISIONED";
        return Finding.Of(mode == expected.BillingMode, $"billing is {mode}", mode, expected.BillingMode);
    }

    private static Finding Encrypted(TableDescription table, TableExpectation expected)
    {
        if (expected.Encryption == "any")
            return Finding.Passed("encrypted: every table is, at least with AWS's own key");
        // Absent = AWS's own key, shared by all accounts and in no log.
        var encryption = table.SSEDescription;
        var measured = encryption is null ? "AWS owned key" : $"{encryption.SSEType?.Value ?? "KMS"} {encryption.Status?.Value}";
        var holds = encryption?.Status?.Value is "ENABLED" or "UPDATING";
        return Finding.Of(
            holds,
            holds ? $"encrypted with {encryption!.KMSMasterKeyArn}" : "not encrypted with a key of this account",
            measured,
            "KMS ENABLED"
        );
    }

    private async Task<Finding> RecoveryAsync(TableExpectation expected)
    {
        if (!expected.PointInTimeRecovery)
            return Finding.Skipped("declared as not needed");
        var status = await tables.RecoveryAsync(expected.Name);
        return Finding.Of(status == "ENABLED", $"point-in-time recovery is {status}", status, "ENABLED");
    }

    private static Finding DeletionProtection(TableDescription table, TableExpectation expected)
    {
        if (!expected.DeletionProtection)
            return Finding.Skipped("declared as not needed");
        var on = table.DeletionProtectionEnabled == true;
        return Finding.Of(on, $"deletion protection is {(on ? "on" : "off")}", on ? "on" : "off", "on");
    }

    private async Task<Finding> AccessAsync(TableDescription table, TableExpectation expected, CheckScope scope)
    {
        var uses = DeclaredTables.UsesOf(expected, scope);
        if (uses.Count == 0)
            return Finding.Skipped("no function is declared to use it");
        var problems = new List<string>();
        foreach (var (function, actions) in uses)
            problems.AddRange(Missing(function, actions, await roles.FindPoliciesAsync(function.Role), table.TableArn));
        return Finding.Of(
            problems.Count == 0,
            problems.Count == 0 ? $"{string.Join(", ", uses.Select(u => u.Function.Name))} may use it" : string.Join("; ", problems),
            $"{uses.Count - problems.Count} of {uses.Count}",
            "every function that uses it"
        );
    }

    private static IEnumerable<string> Missing(
        FunctionRequest function,
        IReadOnlyList<string> actions,
        IReadOnlyList<NamedPolicy>? policies,
        string arn
    )
    {
        if (policies is null)
            return [$"{function.Name}: role {function.Role} does not exist"];
        var missing = actions.Where(action => !policies.Any(p => p.Document.Allows(action, arn))).ToList();
        if (missing.Count > 0)
            return [$"{function.Name} may not {string.Join(", ", missing)}"];
        var any = policies
            .SelectMany(p => p.Document.Statements)
            .Any(s => s.IsAllow && s.Resources.Any(r => PolicyStatement.Matches(r, arn)));
        return actions.Count > 0 || any ? [] : [$"{function.Name} may do nothing with it"];
    }

    private async Task<Finding> LatencyAsync(TableDescription table, CheckLimits limits)
    {
        var first = await tables.MeasureReadAsync(table);
        var others = new List<double>();
        while (others.Count < Reads)
            others.Add((await tables.MeasureReadAsync(table)).TotalMilliseconds);
        var timings = new Timings(first.TotalMilliseconds, others);
        var limit = Timings.Format(limits.TableReadMs);
        return Finding.Of(
            timings.Median <= limits.TableReadMs,
            $"{timings.Describe("reads")}, limit {limit}",
            Timings.Format(timings.Median),
            $"at most {limit}"
        );
    }
}
