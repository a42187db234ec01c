using System.Net;
using CodeRipple.Workflow.LocalAws.Faults;
using CodeRipple.Workflow.LocalAws.Gateway;
using CodeRipple.Workflow.LocalAws.Tests.Gateway.Doubles;

namespace CodeRipple.Workflow.LocalAws.Tests.Gateway;

public sealed partial class FaultSpecs : IAsyncLifetime
{
    private const string UpdateAlias = "/2015-03-31/functions/f/aliases/live";
    private TestGateway _gateway = null!;

    public async Task InitializeAsync() => _gateway = await TestGateway.StartAsync();

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task The_second_call_meets_the_fault_and_the_third_does_not()
    {
        Set(
            new Fault
            {
                Service = "lambda",
                Operation = "UpdateAlias",
                Kind = FaultKind.Throttle,
                Call = 2,
            }
        );
        await AssertStatusesAsync(200, 429, 200);
        Assert.Equal(2, _gateway.Moto.Received.Count);
    }

    [Fact]
    public async Task A_fault_can_last_for_several_calls()
    {
        Set(
            new Fault
            {
                Service = "lambda",
                Operation = "UpdateAlias",
                Kind = FaultKind.Error,
                Times = 2,
            }
        );
        await AssertStatusesAsync(500, 500, 200);
    }

    [Fact]
    public async Task Several_faults_count_for_themselves()
    {
        Set(
            new Fault
            {
                Service = "lambda",
                Operation = "UpdateAlias",
                Kind = FaultKind.Throttle,
            }
        );
        Set(
            new Fault
            {
                Service = "*",
                Operation = "*",
                Kind = FaultKind.Error,
                Call = 3,
            }
        );
        await AssertStatusesAsync(429, 200, 500);
    }

    [Fact]
    public async Task Other_operations_are_left_alone()
    {
        Set(
            new Fault
            {
                Service = "lambda",
                Operation = "GetAlias",
                Kind = FaultKind.Error,
            }
        );
        await AssertStatusesAsync(200);
    }

    [Fact]
    public async Task A_fault_can_be_meant_for_one_caller()
    {
        Set(
            new Fault
            {
                Service = "lambda",
                Operation = "UpdateAlias",
                Kind = FaultKind.Error,
                Caller = "other",
            }
        );
        await AssertStatusesAsync(200);
        using var response = await _gateway.Http.SendAsync(_gateway.Signed("PUT", UpdateAlias, "lambda", "other"));
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task A_fault_can_be_meant_for_the_calls_of_one_function()
    {
        Set(
            new Fault
            {
                Service = "lambda",
                Operation = "UpdateAlias",
                Kind = FaultKind.Error,
                Caller = "f",
            }
        );
        await AssertStatusesAsync(200);
        using var response = await _gateway.Http.SendAsync(_gateway.Signed("PUT", UpdateAlias, "lambda", "key-of-f"));
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(["local", "f"], _gateway.Parts.Calls.Snapshot().Select(call => call.Caller));
    }

    [Fact]
    public async Task A_fault_can_be_meant_for_one_resource()
    {
        Set(
            new Fault
            {
                Service = "lambda",
                Operation = "UpdateAlias",
                Kind = FaultKind.Error,
                Resource = "functions/f/",
            }
        );
        Set(
            new Fault
            {
                Service = "dynamodb",
                Operation = "PutItem",
                Kind = FaultKind.Error,
                Resource = "table-b",
            }
        );
        await AssertStatusesAsync(500);
        Assert.Equal(200, await PutItemAsync("table-a"));
        Assert.Equal(500, await PutItemAsync("table-b"));
    }

    [Fact]
    public async Task A_fault_can_be_meant_for_all_that_concerns_one_execution()
    {
        Set(
            new Fault
            {
                Service = "lambda",
                Operation = "UpdateAlias",
                Kind = FaultKind.Error,
                Concerning = "e-1",
                Times = 2,
            }
        );
        await AssertStatusesAsync(200);
        using var fromItsFunction = await _gateway.Http.SendAsync(_gateway.Signed("PUT", UpdateAlias, "lambda", "key-of-f"));
        Assert.Equal(HttpStatusCode.InternalServerError, fromItsFunction.StatusCode);
        using var itself = await _gateway.SendAsync(
            "PUT",
            UpdateAlias,
            "lambda",
            request => request.Content = new StringContent("""{"Description":"e-1"}""")
        );
        Assert.Equal(HttpStatusCode.InternalServerError, itself.StatusCode);
    }

    [Fact]
    public async Task A_fault_counts_the_calls_that_met_it_until_it_is_removed()
    {
        var fault = new Fault
        {
            Service = "lambda",
            Operation = "UpdateAlias",
            Kind = FaultKind.Error,
            Call = 2,
            Times = 5,
        };
        Set(fault);
        await AssertStatusesAsync(200, 500, 500);
        Assert.Equal(2, _gateway.Parts.Faults.HitCount(fault));
        _gateway.Parts.Faults.Remove(fault);
        await AssertStatusesAsync(200);
        Assert.Equal(0, _gateway.Parts.Faults.HitCount(fault));
    }

    [Theory]
    [InlineData(FaultKind.Throttle, 400, "ProvisionedThroughputExceededException")]
    [InlineData(FaultKind.Error, 500, "InternalServerError")]
    [InlineData(FaultKind.AccessDenied, 400, "AccessDeniedException")]
    public async Task The_error_is_the_services_own(FaultKind kind, int status, string code)
    {
        Set(
            new Fault
            {
                Service = "dynamodb",
                Operation = "PutItem",
                Kind = kind,
            }
        );
        using var response = await _gateway.SendAsync(
            "POST",
            "/",
            "dynamodb",
            request => request.Headers.Add("X-Amz-Target", "DynamoDB_20120810.PutItem")
        );
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains($"\"__type\":\"{code}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(_gateway.Moto.Received);
    }

    [Fact]
    public async Task A_call_says_which_fault_it_met()
    {
        Set(
            new Fault
            {
                Service = "lambda",
                Operation = "UpdateAlias",
                Kind = FaultKind.AccessDenied,
            }
        );
        await StatusesAsync(2);
        Assert.Equal(["AccessDenied", null], _gateway.Parts.Calls.Snapshot().Select(call => call.Fault));
    }

    [Fact]
    public void A_fault_that_could_never_be_met_is_refused()
    {
        Assert.Throws<ArgumentException>(() =>
            Set(
                new Fault
                {
                    Service = "lambda",
                    Operation = "UpdateAlias",
                    Kind = FaultKind.Error,
                    Call = 0,
                }
            )
        );
        Assert.Throws<ArgumentException>(() =>
            Set(
                new Fault
                {
                    Service = "",
                    Operation = "UpdateAlias",
                    Kind = FaultKind.Error,
                }
            )
        );
    }

    private void Set(Fault fault) => _gateway.Parts.Faults.Add(fault);

    private async Task AssertStatusesAsync(params int[] expected) => Assert.Equal(expected, await StatusesAsync(expected.Length));

    private async Task<int> PutItemAsync(string table)
    {
        using var response = await _gateway.SendAsync(
            "POST",
            "/",
            "dynamodb",
            request =>
            {
                request.Headers.Add("X-Amz-Target", "DynamoDB_20120810.PutItem");
                request.Content = new StringContent($$"""{"TableName":"{{table}}"}""");
            }
        );
        return (int)response.StatusCode;
    }

    private async Task<int[]> StatusesAsync(int calls)
    {
        var statuses = new int[calls];
        for (var i = 0; i < calls; i++)
        {
            using var response = await _gateway.SendAsync("PUT", UpdateAlias, "lambda");
            statuses[i] = (int)response.StatusCode;
        }

        return statuses;
    }
}
