using System.Net;
using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Validation;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Validation;

public sealed class EndToEndCallTests : IDisposable
{
    private readonly Stage _stage = new();
    private readonly FakeTime _time = new();
    private readonly HttpClient _http;
    private readonly IAmazonLambda _lambda = Substitute.For<IAmazonLambda>();
    private readonly EndToEndTests _tests;
    private string? _expectedVersion;
    private bool _isNewlyRouted;

    private readonly EndToEndTest _test = new()
    {
        Name = "an order",
        Call = new ApiCall
        {
            Method = "POST",
            Path = "/orders/7?full=true",
            Headers = new Dictionary<string, string>
            {
                ["X-Test"] = "yes",
                ["Accept"] = "text/plain",
                ["Content-Type"] = "application/cloudevents+json",
            },
        },
        Event = JsonNode.Parse("""{"item":"book"}"""),
        Expect = JsonNode.Parse("""{"status":201,"headers":{"x-order":"7"},"body":{"item":"book"}}"""),
    };

    private readonly FunctionRequest _function = new()
    {
        Name = "orders",
        Artifact = new Artifact { Sha256 = new string('a', 64), Size = 1 },
        Runtime = "dotnet10",
        Handler = "Orders",
        Role = Shop.Role,
        SmokeTests = [new SmokeTest { Name = "health" }],
    };

    public EndToEndCallTests()
    {
        _http = new HttpClient(_stage);
        var stages = new StageCalls(_http, new StageUrl("https://{api}.test/{stage}"), _time);
        _lambda.InvokeAsync(Arg.Any<InvokeRequest>(), Arg.Any<CancellationToken>()).Returns(new InvokeResponse { ExecutedVersion = "1" });
        _tests = new EndToEndTests(new LambdaInvocations(_lambda), stages);
    }

    public void Dispose()
    {
        _http.Dispose();
        _stage.Dispose();
    }

    [Fact]
    public async Task The_method_is_called_at_its_stage_with_the_event_as_body()
    {
        Assert.Equal("passed, POST /orders/7?full=true of API \"hooks\" answered with 201", await RunAsync());

        Assert.Equal(
            "POST https://a1.test/live/orders/7?full=true application/cloudevents+json text/plain yes {\"item\":\"book\"}",
            _stage.Asked
        );
    }

    [Fact]
    public async Task A_wrong_answer_names_the_test_the_method_and_every_difference()
    {
        _stage.Status = HttpStatusCode.BadGateway;
        _stage.Body = "no JSON";

        var error = await Assert.ThrowsAsync<EndToEndTestFailedException>(() => RunAsync());

        Assert.StartsWith(
            "End-to-end test \"an order\", POST /orders/7?full=true of API \"hooks\", stage live (answered with 502): status is 502, expected 201; body is",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_API_is_called_only_when_its_alias_leads_to_the_version_that_is_tested()
    {
        _expectedVersion = "2";
        var error = await Assert.ThrowsAsync<ChangeNotVisibleException>(() => RunAsync());

        Assert.Contains("orders:live was answered by version 1 and not by version 2", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _stage.Calls);
        _expectedVersion = "1";
        Assert.StartsWith("passed", await RunAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task What_a_new_deployment_or_permission_explains_is_asked_for_again_and_else_a_failure(HttpStatusCode refusal)
    {
        _stage.Status = refusal;
        await Assert.ThrowsAsync<EndToEndTestFailedException>(() => RunAsync());

        _isNewlyRouted = true;
        var error = await Assert.ThrowsAsync<ChangeNotVisibleException>(() => RunAsync());

        Assert.Contains($"status is {(int)refusal}, expected 201", error.Message, StringComparison.Ordinal);
        _stage.Status = HttpStatusCode.BadGateway;
        await Assert.ThrowsAsync<EndToEndTestFailedException>(() => RunAsync());
    }

    [Fact]
    public async Task An_API_whose_time_was_over_once_is_called_again()
    {
        _stage.Late.Enqueue(HttpStatusCode.GatewayTimeout);

        Assert.Equal("passed, POST /orders/7?full=true of API \"hooks\" answered with 201", await RunAsync());
    }

    [Fact]
    public async Task An_API_whose_time_is_over_twice_fails_the_test()
    {
        _stage.Late.Enqueue(HttpStatusCode.GatewayTimeout);
        _stage.Late.Enqueue(HttpStatusCode.GatewayTimeout);

        var error = await Assert.ThrowsAsync<EndToEndTestFailedException>(() => RunAsync());

        Assert.Contains("status is 504, expected 201", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_API_that_does_not_answer_in_a_minute_is_called_once_more()
    {
        _stage.OnCall = _time.EndWaits;

        var error = await Assert.ThrowsAsync<EndToEndTestFailedException>(() => RunAsync());

        Assert.Equal("POST /orders/7?full=true at https://a1.test/live did not answer, twice: not within 60 s", error.Message);
        Assert.Equal(2, _stage.Calls);
    }

    [Fact]
    public async Task An_API_that_is_not_reached_fails_the_test()
    {
        _stage.Broken = true;

        var error = await Assert.ThrowsAsync<EndToEndTestFailedException>(() => RunAsync());

        Assert.Equal("https://a1.test/live/orders/7?full=true did not answer: nobody is there", error.Message);
    }

    [Fact]
    public async Task A_test_of_an_API_that_does_not_exist_is_skipped() =>
        Assert.Equal("skipped, API \"hooks\" does not exist", await RunAsync(exists: false));

    private async Task<string> RunAsync(bool exists = true) =>
        (
            await _tests.RunAsync(
                _test,
                new ReleasePlan
                {
                    Release = World.ReleaseOf("r1"),
                    StartedAt = DateTimeOffset.UnixEpoch,
                    Request = Shop.Request(_function) with
                    {
                        EndToEndTests = [_test],
                        Api =
                        [
                            new ApiRequest
                            {
                                Name = "hooks",
                                Stage = "live",
                                Routes =
                                [
                                    new ApiRoute
                                    {
                                        Method = "ANY",
                                        Path = "/orders/{id}",
                                        Function = "orders",
                                    },
                                ],
                            },
                        ],
                    },
                    Routes = exists
                        ? [new PlannedRoute("a1", "API \"hooks\"", "live", "r1", "ANY", "/orders/{id}", "orders", Change: false)]
                        : [],
                },
                new ExpectedSystem(_ => Task.FromResult(_expectedVersion), _ => _isNewlyRouted)
            )
        ).ToString();

    private sealed class Stage : HttpMessageHandler
    {
        public HttpStatusCode Status { get; set; } = HttpStatusCode.Created;

        public string Body { get; set; } = """{"item":"book","id":7}""";

        public bool Broken { get; set; }

        /// <summary>Answers instead of the next ones.</summary>
        public Queue<HttpStatusCode> Late { get; } = [];

        public Action OnCall { get; set; } = () => { };

        public int Calls { get; private set; }

        public string? Asked { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            OnCall();
            cancellationToken.ThrowIfCancellationRequested();
            if (Late.TryDequeue(out var late))
                return new HttpResponseMessage(late) { Content = new StringContent("") };
            if (Broken)
                throw new HttpRequestException("nobody is there");
            Asked =
                $"{request.Method} {request.RequestUri} {request.Content!.Headers.ContentType} {request.Headers.Accept} {string.Join(",", request.Headers.GetValues("X-Test"))} {await request.Content.ReadAsStringAsync(cancellationToken)}";
            var answer = new HttpResponseMessage(Status) { Content = new StringContent(Body) };
            answer.Headers.Add("X-Order", "7");
            return answer;
        }
    }
}
