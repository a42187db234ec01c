namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

/// <summary>.NET functions of the usual form: <c>Assembly::Namespace.Type::Method</c>.</summary>
public sealed class ClassLibrarySpecs
{
    private const string Type = "DummyLibrary::CodeRipple.Workflow.DummyLibrary.Functions::";

    [Theory(Timeout = LambdaBench.Deadline)]
    [InlineData("Static", """{"Text":"a"}""", """{"Text":"a"}""")]
    [InlineData("Instance", """{"Text":"a"}""", """{"Text":"a f 128 True 1"}""")]
    [InlineData("Asynchronous", "\"a\"", "\"a 1\"")]
    [InlineData("Streamed", """{"b":1}""", """[{"b":1}]""")]
    [InlineData("Generic", """{"k":[{"Text":"a"}]}""", """{"k":[{"Text":"a"}]}""")]
    [InlineData("Method", "\"quiet\"", "\"QUIET\"")]
    [InlineData("System.String Method(System.String)", "\"quiet\"", "\"QUIET\"")]
    [InlineData("Nothing", """{"Text":"a"}""", "")]
    public async Task A_method_of_a_class_library_is_a_handler(string method, string given, string answer)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddLibrary(Type + method);

        var result = await bench.InvokeAsync(given);

        Assert.Equal(answer, System.Text.Encoding.UTF8.GetString(result.Payload));
        Assert.Null(result.FunctionError);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task One_instance_serves_all_events_and_logs_through_its_context()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddLibrary(Type + "Instance");

        await bench.InvokeAsync("""{"Text":"a"}""");
        var second = await bench.InvokeAsync("""{"Text":"b"}""");

        Assert.Equal("b f 128 True 2", (string?)second.Json()["Text"]);
        Assert.Contains("logged b in time", second.LogTail, StringComparison.Ordinal);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task An_exception_is_reported_with_its_type_message_stack_and_cause()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddLibrary(Type + "Throws");

        var error = (await bench.InvokeAsync("""{"Text":"no such note"}""")).Json();

        Assert.Equal("NoteLostException", (string?)error["errorType"]);
        Assert.Equal("no such note", (string?)error["errorMessage"]);
        Assert.Contains("Functions.Throws", (string?)error["stackTrace"]![0], StringComparison.Ordinal);
        Assert.Equal("InvalidOperationException", (string?)error["cause"]!["errorType"]);
    }

    [Theory(Timeout = LambdaBench.Deadline)]
    [InlineData(Type + "Missing", "Found no methods matching method name 'Missing'")]
    [InlineData(Type + "Careless", "because it is 'async void'")]
    [InlineData("DummyLibrary::Nowhere::Handle", "Unable to load type 'Nowhere' from assembly 'DummyLibrary'")]
    [InlineData("DummyLibrary::CodeRipple.Workflow.DummyLibrary.Shelf`1::Take", "because it is generic")]
    [InlineData("DummyLibrary::Handle", "The valid format is 'ASSEMBLY::TYPE::METHOD'")]
    public async Task What_cannot_be_a_handler_fails_the_initialisation_with_the_reason(string handler, string why)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddLibrary(handler);

        var error = (await bench.InvokeAsync()).Json();

        Assert.Equal("LambdaValidationException", (string?)error["errorType"]);
        Assert.Contains(why, (string?)error["errorMessage"], StringComparison.Ordinal);
    }
}
