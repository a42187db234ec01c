using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

[ContractOf(typeof(IAmazonLambda))]
public sealed class LambdaEventSourceContract(LocalAwsFixture aws) : LambdaContract(aws)
{
    [Fact]
    public async Task CreateEventSourceMapping_reads_a_queue_for_an_alias()
    {
        var name = await FunctionWithAliasAsync();

        var mapping = await MapAsync($"{name}:live");

        Assert.EndsWith($":function:{name}:live", mapping.FunctionArn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetEventSourceMapping_of_an_unknown_one_is_not_found()
    {
        var mapping = await MapAsync(await FunctionAsync());

        Assert.Equal(mapping.FunctionArn, (await ReadAsync(mapping.UUID)).FunctionArn);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => ReadAsync("11111111-2222-3333-4444-555555555555"));
    }

    [Fact]
    public async Task UpdateEventSourceMapping_turns_it_to_the_alias_and_keeps_the_rest()
    {
        var name = await FunctionWithAliasAsync();
        var mapping = await MapAsync(name);

        await Lambda.UpdateEventSourceMappingAsync(
            new UpdateEventSourceMappingRequest { UUID = mapping.UUID, FunctionName = $"{mapping.FunctionArn}:live" }
        );

        var updated = await ReadAsync(mapping.UUID);
        Assert.Equal(($"{mapping.FunctionArn}:live", 7), (updated.FunctionArn, updated.BatchSize));
    }

    [Fact]
    public async Task DeleteEventSourceMapping_ends_it()
    {
        var mapping = await MapAsync(await FunctionAsync());

        await Lambda.DeleteEventSourceMappingAsync(new DeleteEventSourceMappingRequest { UUID = mapping.UUID });

        Assert.DoesNotContain(
            (await Lambda.ListEventSourceMappingsAsync(new ListEventSourceMappingsRequest())).EventSourceMappings,
            m => m.UUID == mapping.UUID
        );
    }

    private async Task<CreateEventSourceMappingResponse> MapAsync(string function) =>
        await Lambda.CreateEventSourceMappingAsync(
            new CreateEventSourceMappingRequest
            {
                FunctionName = function,
                EventSourceArn = (await QueueAsync()).Arn,
                BatchSize = 7,
                Enabled = false,
            }
        );

    private Task<GetEventSourceMappingResponse> ReadAsync(string id) =>
        Lambda.GetEventSourceMappingAsync(new GetEventSourceMappingRequest { UUID = id });
}
