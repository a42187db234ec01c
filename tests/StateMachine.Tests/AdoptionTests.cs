using System.Text.Json.Nodes;
using CodeRipple.Workflow.Client.Stacks;

namespace CodeRipple.Workflow.StateMachine.Tests;

/// <summary>docs/adopt-store.yaml imports what the stack keeps when it is deleted.</summary>
public sealed class AdoptionTests
{
    private static readonly JsonObject Adopted = TemplateFile.Read(Repository.Path("docs/adopt-store.yaml"));

    [Fact]
    public void Everything_that_a_deleted_stack_leaves_can_be_adopted_as_it_is()
    {
        var kept = Template
            .Resources.Where(r => r.Value!["DeletionPolicy"] is not null)
            .ToDictionary(r => r.Key, r => r.Value!.ToJsonString());

        Assert.NotEmpty(kept);
        Assert.Equal(kept, Adopted["Resources"]!.AsObject().ToDictionary(r => r.Key, r => r.Value!.ToJsonString()));
    }

    [Fact]
    public void What_it_refers_to_is_the_templates_own()
    {
        var template = TemplateFile.Read(Repository.Path("template.yaml"));

        Assert.All(
            Adopted["Conditions"]!.AsObject(),
            c => Assert.True(JsonNode.DeepEquals(template["Conditions"]![c.Key], c.Value), $"{c.Key} differs from template.yaml's")
        );
        Assert.All(Adopted["Parameters"]!.AsObject(), p => Assert.NotNull(template["Parameters"]![p.Key]));
    }
}
