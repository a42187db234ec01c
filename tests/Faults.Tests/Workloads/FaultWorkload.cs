using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Faults.Tests.Workloads;

/// <summary>
/// What one release of the matrix takes along, all that a release can change: a layer with its probe; a function of an earlier
/// release with new code and configuration, one that somebody made by hand, one that does not exist yet, and their tests; routes of
/// an API and a rule that point to them; their alarms and logs. Everything in it carries the release's id, so that each release
/// differs from all others.
/// </summary>
internal sealed record FaultWorkload(string Application, string Id, Place Place)
{
    public const string Alias = "live";
    public const string Runtime = "python3.13";
    public const string Handler = "app.handler";
    public const int MemorySize = 192;
    public const int Timeout = 30;
    public const string Stage = "live";
    public const int RetentionDays = 14;
    public const int HandmadeRetentionDays = 7;
    public const string Target = "it";
    public const string Schedule = "cron(0 6 ? * MON-SAT *)";

    private const string Program = """
        import json
        import os
        import words

        def handler(event, context):
            said = {"release": os.environ["RELEASE"], "words": words.said()}
            return {"statusCode": 200, "body": json.dumps(said)} if "httpMethod" in event else said
        """;

    public string Layer => $"coderipple-{Application}-words";

    public string Updated => $"coderipple-{Application}-updated";

    public string Adopted => $"coderipple-{Application}-adopted-{Id}";

    /// <summary>The log group that somebody made by hand together with the function to adopt, with a retention of its own.</summary>
    public string AdoptedLogs => $"/aws/lambda/{Adopted}";

    public string Created => $"coderipple-{Application}-created-{Id}";

    /// <summary>
    /// The rule that somebody made by hand together with the function to adopt; it points to the function past its alias.
    /// </summary>
    // Without the id: every release reads all rules, and would meet the faults of the release that is named in one.
    public string Rule => $"coderipple-{Application}-rule-{Id[(Id.LastIndexOf('-') + 1)..]}";

    /// <summary>When the alarm of a function's errors fires; another number for each release, so that each one changes it.</summary>
    public int ErrorThreshold => 10 + BitConverter.ToUInt16(SHA256.HashData(Encoding.UTF8.GetBytes(Id)));

    /// <summary>Those of the first release of an application, which is there to be followed by others.</summary>
    public bool IsFirst { get; init; }

    public IReadOnlyList<string> Functions => IsFirst ? [Updated] : [Updated, Adopted, Created];

    public byte[] LayerZip => Zip("python/words.py", $"def said():\n    return '{Id}'\n");

    public byte[] CodeZip => Zip("app.py", $"# {Id}\n{Program}\n");

    /// <summary>The code of the function that was made by hand.</summary>
    public byte[] HandmadeZip => Zip("app.py", $"def handler(event, context):\n    return 'made by hand before {Id}'\n");

    /// <param name="broken">The test that this release cannot pass.</param>
    public JsonObject ToRequest(BrokenTest broken)
    {
        var request = Request(broken);
        if (IsFirst)
            return request;
        request["adopt"] = true;
        request["api"] = new JsonArray(
            new JsonObject
            {
                ["id"] = Place.Api,
                ["stage"] = broken == BrokenTest.Plan ? "nowhere" : Stage,
                ["routes"] = new JsonArray(Route("/adopted", Adopted), Route("/created", Created)),
            }
        );
        request["endToEndTests"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["name"] = "through the API",
                    ["call"] = new JsonObject { ["method"] = "POST", ["path"] = "/created" },
                    ["expect"] = new JsonObject { ["status"] = 200, ["body"] = Expectation(fails: false) },
                }
            );
        request["infrastructure"] = Infrastructure();
        return request;
    }

    private JsonObject Request(BrokenTest broken) =>
        new()
        {
            ["id"] = Id,
            ["application"] = Application,
            ["environment"] = "development",
            ["layers"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = Layer,
                    ["artifact"] = Artifact(LayerZip),
                    ["compatibleRuntimes"] = new JsonArray(Runtime),
                    ["probe"] = new JsonObject { ["imports"] = new JsonArray("words:said") },
                }
            ),
            // Half of the traffic for a moment, judged by the smoke tests alone.
            ["traffic"] = new JsonObject
            {
                ["stages"] = new JsonArray(new JsonObject { ["percent"] = 50, ["bakeSeconds"] = 1 }),
                ["minimumRequests"] = 2,
                ["onInconclusive"] = "promote",
            },
            ["functions"] = new JsonArray([.. Functions.Select(name => Function(name, broken))]),
            ["monitoring"] = new JsonObject
            {
                ["errors"] = new JsonObject { ["threshold"] = ErrorThreshold },
                ["logRetentionDays"] = RetentionDays,
                ["adopt"] = IsFirst ? [] : new JsonArray(AdoptedLogs),
            },
            ["endToEndTests"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "whole system",
                    ["function"] = Updated,
                    ["event"] = new JsonObject(),
                    ["expect"] = Expectation(fails: broken == BrokenTest.EndToEnd),
                }
            ),
        };

    /// <summary>Names of the alarms that a release gives a function.</summary>
    public static IReadOnlyList<string> Alarms(string function) => [$"{function}-errors", $"{function}-duration", $"{function}-throttles"];

    /// <summary>SHA-256 as Lambda reports it.</summary>
    public static string Base64Sha256(byte[] zip) => Convert.ToBase64String(SHA256.HashData(zip));

    private JsonObject Function(string name, BrokenTest broken) =>
        new()
        {
            ["name"] = name,
            ["artifact"] = broken == BrokenTest.Artifact ? MissingArtifact() : Artifact(CodeZip),
            ["runtime"] = Runtime,
            ["handler"] = Handler,
            ["role"] = Place.Role,
            ["memorySize"] = MemorySize,
            ["timeout"] = Timeout,
            ["environment"] = new JsonObject { ["RELEASE"] = Id },
            ["layers"] = new JsonArray(Layer),
            ["smokeTests"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "answers",
                    ["event"] = new JsonObject(),
                    ["expect"] = Expectation(fails: broken == BrokenTest.Smoke && name == Updated),
                }
            ),
        };

    private static JsonObject Route(string path, string function) =>
        new()
        {
            ["method"] = "POST",
            ["path"] = path,
            ["function"] = function,
        };

    private JsonObject Infrastructure() =>
        new()
        {
            ["tables"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = Place.Table,
                    ["partitionKey"] = "id",
                    ["encryption"] = "any",
                    ["pointInTimeRecovery"] = true,
                    ["deletionProtection"] = false,
                }
            ),
            ["rules"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = Rule,
                    ["schedule"] = Schedule,
                    ["targets"] = new JsonArray(Adopted),
                    ["deadLetters"] = false,
                }
            ),
            // A busy machine is no defect of a release.
            ["limits"] = new JsonObject { ["tableReadMs"] = 60_000, ["timeoutPercent"] = 100 },
        };

    private JsonObject Expectation(bool fails) => new() { ["release"] = fails ? "another one" : Id, ["words"] = Id };

    private static JsonObject Artifact(byte[] zip) =>
        new() { ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(zip)), ["size"] = zip.Length };

    private static JsonObject MissingArtifact() => new() { ["sha256"] = new string('0', 64), ["size"] = 1 };

    private static byte[] Zip(string path, string content)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create))
        {
            var entry = archive.CreateEntry(path);
            entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
            entry.ExternalAttributes = 0b110_100_100 << 16;
            using var stream = entry.Open();
            stream.Write(Encoding.UTF8.GetBytes(content));
        }

        return zip.ToArray();
    }
}

/// <summary>What makes a release of the matrix fail by itself.</summary>
internal enum BrokenTest
{
    None,

    /// <summary>It is rejected: its code was never uploaded.</summary>
    Artifact,

    /// <summary>It is rejected under the lock: its API has no such stage.</summary>
    Plan,

    /// <summary>It is rolled back before any traffic has shifted.</summary>
    Smoke,

    /// <summary>It is rolled back after all traffic has shifted.</summary>
    EndToEnd,
}
