using System.Collections.Concurrent;
using Amazon.Lambda.Model;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

internal sealed partial class FakeLambda
{
    private readonly ConcurrentDictionary<(string Function, string Alias), GetAliasResponse> _aliases = new();

    /// <summary>Where an alias points to: <c>3</c>, or <c>3 + 4:0.1</c> with weights; null when there is none.</summary>
    public string? Target(string function, string alias = "live") =>
        _aliases.TryGetValue((function, alias), out var live)
            ? string.Join(" + ", [live.FunctionVersion, .. live.RoutingConfig.AdditionalVersionWeights.Select(w => $"{w.Key}:{w.Value}")])
            : null;

    /// <summary>An alias that was there before the release, or is moved without the release knowing.</summary>
    public void HasAlias(string function, string version, params (string Version, double Weight)[] weights) =>
        _aliases[(function, "live")] = new GetAliasResponse
        {
            Name = "live",
            FunctionVersion = version,
            RoutingConfig = new AliasRoutingConfiguration
            {
                AdditionalVersionWeights = weights.ToDictionary(w => w.Version, w => w.Weight),
            },
            RevisionId = NextRevision(),
        };

    public HashSet<string> WithProvisionedConcurrency { get; } = [];

    private readonly HashSet<string> _slow = [];

    /// <summary>The alias has provisioned concurrency: its calls stay with the old version until <see cref="Arrives"/>.</summary>
    public void MovesSlowly(string function) => _slow.Add(function);

    /// <inheritdoc cref="MovesSlowly"/>
    public void Arrives(string function) => HasAlias(function, _aliases[(function, "live")].FunctionVersion);

    private void AnswerAliasCalls()
    {
        Client
            .GetProvisionedConcurrencyConfigAsync(Arg.Any<GetProvisionedConcurrencyConfigRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                WithProvisionedConcurrency.Contains(call.Arg<GetProvisionedConcurrencyConfigRequest>().FunctionName)
                    ? new GetProvisionedConcurrencyConfigResponse()
                    : throw new ProvisionedConcurrencyConfigNotFoundException("No Provisioned Concurrency Config found for this function")
            );
        Client
            .GetAliasAsync(Arg.Any<GetAliasRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                _aliases.GetValueOrDefault((call.Arg<GetAliasRequest>().FunctionName, call.Arg<GetAliasRequest>().Name))
                ?? throw NotFound("alias")
            );
        Client
            .CreateAliasAsync(Arg.Any<CreateAliasRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Create(call.Arg<CreateAliasRequest>()));
        Client
            .UpdateAliasAsync(Arg.Any<UpdateAliasRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Update(call.Arg<UpdateAliasRequest>()));
        Client
            .DeleteAliasAsync(Arg.Any<DeleteAliasRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Delete(call.Arg<DeleteAliasRequest>()));
    }

    private CreateAliasResponse Create(CreateAliasRequest request)
    {
        if (_aliases.ContainsKey((request.FunctionName, request.Name)))
            throw Conflict($"Alias already exists: {request.Name}");
        return Change(
            request,
            request.FunctionName,
            () =>
            {
                HasAlias(request.FunctionName, request.FunctionVersion);
                return new CreateAliasResponse();
            }
        );
    }

    private UpdateAliasResponse Update(UpdateAliasRequest request)
    {
        var live = _aliases.GetValueOrDefault((request.FunctionName, request.Name)) ?? throw NotFound("alias");
        EnsureRevision(request.RevisionId, live.RevisionId);
        return Change(
            request,
            request.FunctionName,
            () =>
            {
                // What is left out stays as it is, the weights too.
                var weights = request.RoutingConfig?.AdditionalVersionWeights ?? live.RoutingConfig.AdditionalVersionWeights;
                if (_slow.Contains(request.FunctionName) && request.FunctionVersion != live.FunctionVersion)
                    weights = new() { [live.FunctionVersion] = 1 };
                HasAlias(request.FunctionName, request.FunctionVersion, [.. weights.Select(w => (w.Key, w.Value))]);
                return new UpdateAliasResponse();
            }
        );
    }

    private DeleteAliasResponse Delete(DeleteAliasRequest request) =>
        Change(
            request,
            request.FunctionName,
            () =>
            {
                _aliases.TryRemove((request.FunctionName, request.Name), out _);
                return new DeleteAliasResponse();
            }
        );
}
