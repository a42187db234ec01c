using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.LocalAws.Tests.Corrections;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

/// <summary>What contracts of Lambda start from.</summary>
public abstract class LambdaContract(LocalAwsFixture aws) : ServiceContract(aws)
{
    protected const string Echo = "def handler(event, context):\n    return event\n";

    /// <summary>A function that is ready.</summary>
    private protected async Task<string> FunctionAsync(Action<CreateFunctionRequest>? change = null)
    {
        var request = new CreateFunctionRequest
        {
            FunctionName = NewName("function"),
            Runtime = Runtime.Python311,
            Handler = "index.handler",
            Role = await RoleAsync(),
            Code = new FunctionCode { ZipFile = TestFunctions.Zip(Echo) },
        };
        change?.Invoke(request);
        await Lambda.CreateFunctionAsync(request);
        await ReadyAsync(request.FunctionName);
        return request.FunctionName;
    }

    private protected async Task<FunctionConfiguration> ReadyAsync(string name, string? qualifier = null) =>
        (
            await UntilAsync(
                () => Lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = name, Qualifier = qualifier }),
                answer => answer.Configuration.State == State.Active && answer.Configuration.LastUpdateStatus == LastUpdateStatus.Successful
            )
        ).Configuration;

    private protected async Task<string> VersionAsync(string function, string code)
    {
        await Lambda.UpdateFunctionCodeAsync(new UpdateFunctionCodeRequest { FunctionName = function, ZipFile = TestFunctions.Zip(code) });
        await ReadyAsync(function);
        var version = (await Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = function })).Version;
        await ReadyAsync(function, version);
        return version;
    }

    /// <summary>A function with the versions 1 and 2, and the alias live on 1.</summary>
    private protected async Task<string> FunctionWithAliasAsync()
    {
        var name = await FunctionAsync();
        await VersionAsync(name, "one");
        await VersionAsync(name, "two");
        await Lambda.CreateAliasAsync(
            new CreateAliasRequest
            {
                FunctionName = name,
                Name = "live",
                FunctionVersion = "1",
            }
        );
        return name;
    }

    private protected Task<PublishLayerVersionResponse> LayerAsync(string? name = null, string content = "layer") =>
        Lambda.PublishLayerVersionAsync(
            new PublishLayerVersionRequest
            {
                LayerName = name ?? NewName("layer"),
                Description = "made by a contract",
                CompatibleRuntimes = [Runtime.Python311, "dotnet10"],
                Content = new LayerVersionContentInput { ZipFile = TestFunctions.Zip(content) },
            }
        );
}
