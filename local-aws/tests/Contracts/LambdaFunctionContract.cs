using System.Text;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.LocalAws.Tests.Corrections;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

[ContractOf(typeof(IAmazonLambda))]
public sealed class LambdaFunctionContract(LocalAwsFixture aws) : LambdaContract(aws)
{
    [Fact]
    public async Task CreateFunction_gives_a_function_that_becomes_active()
    {
        var created = await Lambda.CreateFunctionAsync(
            new CreateFunctionRequest
            {
                FunctionName = NewName("function"),
                Runtime = Runtime.Python311,
                Handler = "index.handler",
                Role = await RoleAsync(),
                Code = new FunctionCode { ZipFile = TestFunctions.Zip(Echo) },
                Timeout = 7,
                MemorySize = 256,
                Environment = new Amazon.Lambda.Model.Environment { Variables = new() { ["STAGE"] = "test" } },
                Tags = new() { ["team"] = "docs" },
                Architectures = [Architecture.X86_64],
            }
        );

        Assert.Equal(State.Pending, created.State);
        var function = await ReadyAsync(created.FunctionName);
        Assert.Equal((7, 256, "test"), (function.Timeout, function.MemorySize, function.Environment.Variables["STAGE"]));
    }

    [Fact]
    public async Task GetFunction_returns_configuration_code_and_tags()
    {
        var name = await FunctionAsync(request => request.Tags = new() { ["team"] = "docs" });

        var function = await Lambda.GetFunctionAsync(name);

        Assert.Equal("docs", function.Tags["team"]);
        Assert.NotNull(function.Code.Location);
        Assert.Equal(Runtime.Python311, function.Configuration.Runtime);
        Assert.EndsWith(":function:" + name, function.Configuration.FunctionArn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetFunctionConfiguration_of_an_unknown_function_is_not_found()
    {
        var name = await FunctionAsync();

        Assert.Equal("index.handler", (await Lambda.GetFunctionConfigurationAsync(name)).Handler);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Lambda.GetFunctionConfigurationAsync("nobody"));
    }

    [Fact]
    public async Task ListFunctions_has_every_function_page_by_page()
    {
        var (first, second) = (await FunctionAsync(), await FunctionAsync());
        var found = new List<string>();
        var request = new ListFunctionsRequest { MaxItems = 1 };
        do
        {
            var page = await Lambda.ListFunctionsAsync(request);
            found.AddRange(page.Functions.Select(function => function.FunctionName));
            request.Marker = page.NextMarker;
        } while (!string.IsNullOrEmpty(request.Marker));

        Assert.Contains(first, found);
        Assert.Contains(second, found);
    }

    [Fact]
    public async Task UpdateFunctionCode_changes_the_digest_and_refuses_a_stale_revision()
    {
        var name = await FunctionAsync();
        var before = await ReadyAsync(name);

        var updated = await Lambda.UpdateFunctionCodeAsync(
            new UpdateFunctionCodeRequest
            {
                FunctionName = name,
                ZipFile = TestFunctions.Zip("other"),
                RevisionId = before.RevisionId,
            }
        );
        await ReadyAsync(name);

        Assert.NotEqual(before.CodeSha256, updated.CodeSha256);
        await Assert.ThrowsAsync<PreconditionFailedException>(() =>
            Lambda.UpdateFunctionCodeAsync(
                new UpdateFunctionCodeRequest
                {
                    FunctionName = name,
                    ZipFile = TestFunctions.Zip("third"),
                    RevisionId = before.RevisionId,
                }
            )
        );
    }

    [Fact]
    public async Task UpdateFunctionConfiguration_replaces_what_is_sent_and_an_empty_list_of_layers_removes_them()
    {
        var layer = await LayerAsync();
        var name = await FunctionAsync(request => request.Layers = [layer.LayerVersionArn]);
        Assert.Equal(layer.LayerVersionArn, Assert.Single((await ReadyAsync(name)).Layers).Arn);

        await Lambda.UpdateFunctionConfigurationAsync(
            new UpdateFunctionConfigurationRequest
            {
                FunctionName = name,
                MemorySize = 512,
                Layers = [],
            }
        );

        var after = await ReadyAsync(name);
        Assert.Equal((512, 3), (after.MemorySize, after.Timeout));
        Assert.True(after.Layers is null or { Count: 0 });
    }

    [Fact]
    public async Task DeleteFunction_leaves_nothing()
    {
        var name = await FunctionAsync();

        await Lambda.DeleteFunctionAsync(name);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Lambda.GetFunctionAsync(name));
    }

    [Fact]
    public async Task Invoke_runs_the_function_and_returns_version_and_log()
    {
        var name = await FunctionAsync();

        var answer = await Lambda.InvokeAsync(
            new InvokeRequest
            {
                FunctionName = name,
                Payload = """{"a":1}""",
                LogType = LogType.Tail,
            }
        );

        Assert.Null(answer.FunctionError);
        Assert.Equal("""{"a":1}""", Encoding.UTF8.GetString(answer.Payload.ToArray()).Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("$LATEST", answer.ExecutedVersion);
        Assert.Contains("START RequestId", Encoding.UTF8.GetString(Convert.FromBase64String(answer.LogResult)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_of_a_function_that_fails_is_an_answer_with_a_function_error()
    {
        var name = await FunctionAsync(request =>
            request.Code = new FunctionCode { ZipFile = TestFunctions.Zip("def handler(event, context):\n    raise ValueError('no')\n") }
        );

        var answer = await Lambda.InvokeAsync(new InvokeRequest { FunctionName = name, Payload = "{}" });

        Assert.Equal((200, "Unhandled"), (answer.StatusCode, answer.FunctionError));
        Assert.Contains("ValueError", Encoding.UTF8.GetString(answer.Payload.ToArray()), StringComparison.Ordinal);
    }
}
