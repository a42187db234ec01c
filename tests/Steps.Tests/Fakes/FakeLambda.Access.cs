using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Steps.Aws;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

internal sealed partial class FakeLambda
{
    private readonly ConcurrentDictionary<string, JsonArray> _policies = new();
    private readonly ConcurrentDictionary<string, string> _mappings = new();

    /// <summary>Statement ids of the policy of a function, or of its alias.</summary>
    public IReadOnlyList<string> Statements(string function, string? qualifier = null) =>
        [.. (_policies.GetValueOrDefault($"{function}:{qualifier}") ?? []).Select(s => s!["Sid"]!.GetValue<string>())];

    /// <summary>A queue that Lambda reads for a function, version or alias.</summary>
    public void HasMapping(string id, string functionArn) => _mappings[id] = functionArn;

    /// <summary>Somebody has switched a mapping off.</summary>
    public string? DisabledMapping { get; set; }

    public string Mapping(string id) => _mappings[id];

    /// <summary>A statement that was there before the release.</summary>
    public void Permits(string function, string? qualifier, string statement, string principal, string sourceArn) =>
        _policies
            .GetOrAdd($"{function}:{qualifier}", _ => [])
            .Add(
                new JsonObject
                {
                    ["Sid"] = statement,
                    ["Effect"] = "Allow",
                    ["Principal"] = new JsonObject { ["Service"] = principal },
                    ["Action"] = "lambda:InvokeFunction",
                    ["Condition"] = new JsonObject { ["ArnLike"] = new JsonObject { ["AWS:SourceArn"] = sourceArn } },
                }
            );

    private readonly ConcurrentDictionary<string, string> _urls = new();

    /// <summary>A URL of a function or alias that asks for IAM credentials, so it has no statement in any policy.</summary>
    public void HasUrl(string url, string functionArn) => _urls[url] = functionArn;

    private void AnswerAccessCalls()
    {
        Client
            .ListFunctionUrlConfigsAsync(Arg.Any<ListFunctionUrlConfigsRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => new ListFunctionUrlConfigsResponse
            {
                FunctionUrlConfigs =
                [
                    .. _urls
                        .Where(u => u.Value.Split(':')[6] == call.Arg<ListFunctionUrlConfigsRequest>().FunctionName)
                        .Select(u => new FunctionUrlConfig
                        {
                            FunctionUrl = u.Key,
                            FunctionArn = u.Value,
                            AuthType = FunctionUrlAuthType.AWS_IAM,
                        }),
                ],
            });
        Client
            .GetPolicyAsync(Arg.Any<GetPolicyRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                _policies.GetValueOrDefault($"{call.Arg<GetPolicyRequest>().FunctionName}:{call.Arg<GetPolicyRequest>().Qualifier}")
                    is { Count: > 0 } statements
                    ? new GetPolicyResponse { Policy = new JsonObject { ["Statement"] = statements.DeepClone() }.ToJsonString() }
                    : throw NotFound("policy")
            );
        Client
            .AddPermissionAsync(Arg.Any<AddPermissionRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Add(call.Arg<AddPermissionRequest>()));
        Client
            .RemovePermissionAsync(Arg.Any<RemovePermissionRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Remove(call.Arg<RemovePermissionRequest>()));
        Client
            .ListEventSourceMappingsAsync(Arg.Any<ListEventSourceMappingsRequest>(), Arg.Any<CancellationToken>())
            .Returns(_ => new ListEventSourceMappingsResponse
            {
                EventSourceMappings =
                [
                    .. _mappings.Select(m => new EventSourceMappingConfiguration
                    {
                        UUID = m.Key,
                        FunctionArn = m.Value,
                        EventSourceArn = "arn:aws:sqs:us-west-2:123456789012:orders",
                        State = m.Key == DisabledMapping ? "Disabled" : "Enabled",
                    }),
                ],
            });
        Client
            .GetEventSourceMappingAsync(Arg.Any<GetEventSourceMappingRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => new GetEventSourceMappingResponse { FunctionArn = _mappings[call.Arg<GetEventSourceMappingRequest>().UUID] });
        Client
            .UpdateEventSourceMappingAsync(Arg.Any<UpdateEventSourceMappingRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Change(
                    call.Arg<UpdateEventSourceMappingRequest>(),
                    call.Arg<UpdateEventSourceMappingRequest>().UUID,
                    () =>
                    {
                        HasMapping(
                            call.Arg<UpdateEventSourceMappingRequest>().UUID,
                            call.Arg<UpdateEventSourceMappingRequest>().FunctionName
                        );
                        return new UpdateEventSourceMappingResponse();
                    }
                )
            );
    }

    private AddPermissionResponse Add(AddPermissionRequest request)
    {
        if (request.Qualifier is not null && !_aliases.ContainsKey((request.FunctionName, request.Qualifier)))
            throw NotFound("alias");
        if (Statements(request.FunctionName, request.Qualifier).Contains(request.StatementId))
            throw Conflict($"The statement id ({request.StatementId}) provided already exists.");
        return Change(
            request,
            request.FunctionName,
            () =>
            {
                Permits(request.FunctionName, request.Qualifier, request.StatementId, request.Principal, request.SourceArn);
                return new AddPermissionResponse();
            }
        );
    }

    private RemovePermissionResponse Remove(RemovePermissionRequest request) =>
        Change(
            request,
            request.FunctionName,
            () =>
            {
                var statements = _policies.GetValueOrDefault($"{request.FunctionName}:{request.Qualifier}") ?? throw NotFound("policy");
                statements.Remove(
                    statements.FirstOrDefault(s => s!["Sid"]!.GetValue<string>() == request.StatementId) ?? throw NotFound("statement")
                );
                return new RemovePermissionResponse();
            }
        );
}
