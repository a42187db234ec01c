using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Event source mappings: queues and streams that Lambda reads for a function.</summary>
public sealed class EventSourceMappings(IAmazonLambda lambda)
{
    public Task<IReadOnlyList<EventSourceMappingConfiguration>> ListAsync() =>
        Pages.ReadAsync<EventSourceMappingConfiguration>(async next =>
        {
            var page = await lambda.ListEventSourceMappingsAsync(new ListEventSourceMappingsRequest { Marker = next, MaxItems = 100 });
            return (page.EventSourceMappings, page.NextMarker);
        });

    /// <summary>ARN of the function, version or alias that a mapping invokes; null when there is no such mapping.</summary>
    public async Task<string?> FindFunctionAsync(string id) =>
        (
            await Missing.OrNullAsync<GetEventSourceMappingResponse, ResourceNotFoundException>(() =>
                lambda.GetEventSourceMappingAsync(new GetEventSourceMappingRequest { UUID = id })
            )
        )?.FunctionArn;

    public async Task PointAsync(string id, string functionArn)
    {
        try
        {
            await lambda.UpdateEventSourceMappingAsync(new UpdateEventSourceMappingRequest { UUID = id, FunctionName = functionArn });
        }
        catch (Exception e) when (e is ResourceInUseException or ResourceConflictException)
        {
            throw new ResourceNotStabilizedException($"Event source mapping {id} is being changed: {e.Message}");
        }
    }
}
