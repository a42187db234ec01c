using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Completion;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Layers;
using CodeRipple.Workflow.Steps.Monitoring;
using CodeRipple.Workflow.Steps.Routing;
using CodeRipple.Workflow.Steps.Traffic;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

/// <summary>Takes a release through its states, in the order of the state machine, up to where a test begins.</summary>
internal static class Releases
{
    /// <summary>Up to the published versions; no traffic moves.</summary>
    public static async Task PublishAsync(this World world, ReleaseRequest request)
    {
        var planned = await world.StartAsync(request);
        foreach (var name in planned.Adopt)
            await world.Get<AdoptFunctionStep>().AdoptFunction(world.Input(name));
        await world.RouteAsync();
        foreach (var name in planned.Layers)
            await world.Get<PublishLayerStep>().PublishLayer(world.Input(name));
        foreach (var function in planned.Functions)
        {
            if (function.IsNew)
                await world.Get<CreateFunctionStep>().CreateFunction(world.Input(function.Name));
            else
                await world.UpdateAsync(function.Name);
            await world.Get<PublishVersionStep>().PublishVersion(world.Input(function.Name));
        }
    }

    public static Task<ItemResult> RouteAsync(this World world, bool newFunctions = false) =>
        world.Get<RouteApiStep>().RouteApi(new RouteApiInput { Release = world.Release, NewFunctions = newFunctions });

    public static async Task UpdateAsync(this World world, string function)
    {
        var configuration = await world.Get<UpdateConfigurationStep>().UpdateConfiguration(world.Input(function));
        await world.Get<UpdateCodeStep>().UpdateCode(world.Input(function));
        if (configuration.Outcome == UpdateConfigurationStep.LayersFollow)
            await world.Get<UpdateConfigurationStep>().UpdateConfiguration(world.Input(function));
    }

    public static async Task ShiftAsync(this World world, ReleaseRequest request)
    {
        await world.PublishAsync(request);
        await world.Get<ShiftTrafficStep>().ShiftTraffic(world.Stage(0));
        await world.RouteAsync(newFunctions: true);
    }

    public static async Task<ReleaseReport> CompleteAsync(this World world, ReleaseRequest request)
    {
        await world.ShiftAsync(request);
        await world.Get<ConfigureMonitoringStep>().ConfigureMonitoring(world.Input());
        return await world.Get<CompleteReleaseStep>().CompleteRelease(world.Input());
    }
}
