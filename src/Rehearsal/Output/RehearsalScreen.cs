using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Rehearsal.Scenarios;
using Spectre.Console;

namespace CodeRipple.Workflow.Rehearsal.Output;

/// <summary>Every word that only rehearsals say.</summary>
internal sealed class RehearsalScreen(Screen screen)
{
    /// <summary>The results of rehearsals.</summary>
    public IRehearsalOutput Output { get; } =
        screen.Output switch
        {
            JsonOutput json => new JsonRehearsalOutput(json),
            TextOutput text => new TextRehearsalOutput(text, screen.Terminal),
            _ => throw new ArgumentException($"There is no output of rehearsals beside {screen.Output.GetType()}.", nameof(screen)),
        };

    public void ScenarioBegins(Scenario scenario) => Begins(scenario.Name, scenario.Does);

    public void DefectPlanted(Defect defect) => Begins(defect.Name, defect.Does);

    public void RehearsalKept(Uri endpoint) =>
        screen.Terminal.WriteProgress(
            $"\nThe local AWS is still up: export AWS_ENDPOINT_URL={endpoint.GetLeftPart(UriPartial.Authority)}"
                + " AWS_REGION=us-west-2 AWS_DEFAULT_REGION=us-west-2 AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local"
                + "\nCtrl-C stops it and leaves nothing behind."
        );

    public void LocalStopping() => screen.Terminal.WriteProgress("Stopping the local AWS.");

    private void Begins(string name, string does) => screen.Terminal.WriteProgress($"\nScenario [bold]{name}[/]: {does.EscapeMarkup()}");
}
