using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Monitoring;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

/// <summary>What the tests release: functions and layers whose code is a few words.</summary>
internal static class Shop
{
    /// <summary>What the tag of the shop's functions says.</summary>
    public const string Owner = "shop/development@ledger";

    public const string Role = "arn:aws:iam::123456789012:role/orders";

    public static byte[] Zip(string content) => Encoding.UTF8.GetBytes(content);

    public static string HashOf(string content) => Convert.ToBase64String(SHA256.HashData(Zip(content)));

    public static string KeyOf(string content) => $"artifacts/{Convert.ToHexStringLower(SHA256.HashData(Zip(content)))}.zip";

    /// <summary>A function of a request; its artifact is in the bucket.</summary>
    public static FunctionRequest Function(this World world, string name = "orders", string code = "new code", params string[] layers)
    {
        world.Bucket.Has(KeyOf(code), Zip(code));
        return new FunctionRequest
        {
            Name = name,
            Artifact = new Artifact { Sha256 = Convert.ToHexStringLower(SHA256.HashData(Zip(code))), Size = code.Length },
            Runtime = "dotnet10",
            Handler = "Orders",
            Role = Role,
            Layers = layers,
            SmokeTests =
            [
                new SmokeTest
                {
                    Name = "health",
                    Event = JsonNode.Parse("""{"status":"ok"}"""),
                    Expect = JsonNode.Parse("""{"status":"ok"}"""),
                },
            ],
        };
    }

    public static LayerRequest Layer(this World world, string name = "shared", string content = "layer", params string[] runtimes)
    {
        world.Bucket.Has(KeyOf(content), Zip(content));
        return new LayerRequest
        {
            Name = name,
            Artifact = new Artifact { Sha256 = Convert.ToHexStringLower(SHA256.HashData(Zip(content))), Size = content.Length },
            CompatibleRuntimes = runtimes.Length == 0 ? ["dotnet10"] : runtimes,
            Probe = new LayerProbe { Types = ["Shared"] },
        };
    }

    public static ReleaseRequest Request(params FunctionRequest[] functions) => Request("r1", functions);

    public static ReleaseRequest Request(string id, params FunctionRequest[] functions) =>
        new()
        {
            Id = id,
            Application = "shop",
            Environment = "development",
            Functions = functions,
        };

    /// <summary>A function that was there before, with the configuration that <see cref="Function"/> asks for.</summary>
    public static FunctionConfiguration HasFunction(this World world, string name = "orders", string code = "old code") =>
        world.Lambda.Has(
            name,
            new FunctionConfiguration
            {
                Runtime = "dotnet10",
                Handler = "Orders",
                Role = Role,
                MemorySize = 128,
                Timeout = 3,
                Architectures = ["x86_64"],
            },
            Zip(code)
        );

    /// <summary>A function that the application has released: its own, with version 1, to which the alias points.</summary>
    public static async Task HasLiveFunctionAsync(
        this World world,
        string name = "orders",
        string code = "old code",
        Action<FunctionConfiguration>? configure = null
    )
    {
        world.HasFunction(name, code);
        configure?.Invoke(world.Lambda.Latest(name));
        world.Lambda.Tags(name)[FunctionOwner.Tag] = Owner;
        var published = await world.Lambda.Client.PublishVersionAsync(new PublishVersionRequest { FunctionName = name });
        world.Lambda.HasAlias(name, published.Version);
        world.History.Clear();
    }

    /// <summary>The function's alarms and log retention are as a request wants them by default.</summary>
    public static async Task IsMonitoredAsync(this World world, string function = "orders")
    {
        foreach (var (name, definition) in world.Get<FunctionAlarms>().Of(function, new MonitoringRequest()))
            await world.Watch.Client.PutMetricAlarmAsync(definition.ToRequest(name));
        world.Logs.Has($"/aws/lambda/{function}", 90);
        world.History.Clear();
    }

    public static async Task<JournalEntry?> EntryAsync(this World world, JournalPhase phase, string kind, string name) =>
        await world.Get<Journal>().FindAsync(world.Release, phase, new ResourceId(kind, name));

    public static JsonNode Target(string version) => new JsonObject { ["version"] = version, ["weights"] = new JsonObject() };
}
