using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Event source mappings: queues and streams that Lambda reads for a function.</summary>
public sealed class EventSourceMappings(IAmazonLambda lambda)
{
    public async Task<IReadOnlyList<EventSourceMappingConfiguration>> ListAsync()
    {
        var found = new List<EventSourceMappingConfiguration>();
        string? next = null;
        do
        {
            var page = await lambda.ListEventSourceMappingsAsync(new ListEventSourceMappingsRequest { Marker = next, MaxItems = 100 });
            found.AddRange(page.EventSourceMappings ?? []);
            next = page.NextMarker;
        }
        while (next is { Length: > 0 });
        return found;
    }

    /// <summary>ARN of the function, version or alias that a mapping invokes; null when there is no such mapping.</summary>
    public async Task<string?> FindFunctionAsync(string id)
    {
        try
        {
            return (await lambda.GetEventSourceMappingAsync(new GetEventSourceMappingRequest { UUID = id })).FunctionArn;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    public async Task PointAsync(string id, string functionArn)
    {
        try
        {
            await lambda.UpdateEventSourceMappingAsync(new UpdateEventSourceMappingRequest { UUID = id, FunctionName = functionArn });
        }
        catch (Exception e) when (e is ResourceInUseException or ResourceConflictException)
        {
            throw new FunctionNotReadyException($"Event source mapping {id} is being changed: {e.Message}");
        }
    }
}
