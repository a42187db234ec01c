using CodeRipple.Changes;

namespace CodeRipple.Workflow.WorkloadTests;

public sealed class ChangeSetTests
{
    [Fact]
    public void Commits_add_up_to_what_is_left_of_them()
    {
        var changes = ChangeSet.Of(
            new Push
            {
                Commits =
                [
                    Given.Commit("one", added: ["a.cs", "b.cs", "tried.cs"], removed: ["back.cs"]),
                    Given.Commit("two", modified: ["a.cs", "c.cs"], removed: ["tried.cs", "d.cs"], added: ["back.cs"]),
                    Given.Commit("three", removed: ["c.cs"]),
                ],
            }
        );

        Assert.Equal(
            ["a.cs Added", "b.cs Added", "back.cs Modified", "c.cs Removed", "d.cs Removed"],
            changes.Files.Select(file => $"{file.Path} {file.Kind}")
        );
    }

    [Theory]
    [InlineData("README.md", FileRole.UserDocumentation)]
    [InlineData("docs/authentication.md", FileRole.UserDocumentation)]
    [InlineData("docs/architecture/overview.md", FileRole.SystemDocumentation)]
    [InlineData("docs/adr/0001-use-queues.md", FileRole.DecisionRecord)]
    [InlineData("src/auth.py", FileRole.Source)]
    [InlineData("src/Shop/OrdersController.cs", FileRole.Interface)]
    [InlineData("src/api/orders.ts", FileRole.Interface)]
    [InlineData("tests/test_auth.py", FileRole.Test)]
    [InlineData("src/auth.spec.ts", FileRole.Test)]
    [InlineData("tests/Shop.Tests/OrderTests.cs", FileRole.Test)]
    [InlineData("requirements.txt", FileRole.Dependencies)]
    [InlineData("src/Shop/Shop.csproj", FileRole.Dependencies)]
    [InlineData("template.yaml", FileRole.Infrastructure)]
    [InlineData("infra/main.tf", FileRole.Infrastructure)]
    [InlineData("Dockerfile", FileRole.Infrastructure)]
    [InlineData(".github/workflows/build.yml", FileRole.Pipeline)]
    [InlineData("schemas/order.json", FileRole.Schema)]
    [InlineData("openapi.yaml", FileRole.Schema)]
    [InlineData("appsettings.json", FileRole.Configuration)]
    [InlineData("logo.png", FileRole.Other)]
    public void The_role_of_a_file_follows_from_its_path(string path, FileRole role) => Assert.Equal(role, FileRoles.Of(path));

    [Theory]
    [InlineData("src/auth.py", "auth")]
    [InlineData("src/auth/login.py", "auth")]
    [InlineData("services/billing/api/pay.go", "billing")]
    [InlineData("Makefile", "root")]
    public void A_file_belongs_to_a_component(string path, string component) =>
        Assert.Equal(component, ChangedFile.Of(path, ChangeKind.Added).Component);

    [Theory]
    [InlineData("feat(auth): sign in with a key", Intent.Feature)]
    [InlineData("Add new feature for user authentication", Intent.Feature)]
    [InlineData("Replace the queue by a stream", Intent.Replacement)]
    [InlineData("Migrate to DynamoDB", Intent.Replacement)]
    [InlineData("Remove the old importer", Intent.Removal)]
    [InlineData("Fix a crash at start", Intent.Fix)]
    [InlineData("chore: add a linter", Intent.Upkeep)]
    [InlineData("Bump requests to 2.33", Intent.Upkeep)]
    [InlineData("Tune", Intent.Other)]
    public void The_intent_of_a_commit_follows_from_its_words(string message, Intent intent) =>
        Assert.Equal(intent, Intents.Of(Given.Commit(message)));

    [Theory]
    [InlineData("feat!: other ids", true)]
    [InlineData("refactor(api)!: other ids", true)]
    [InlineData("Change ids\n\nBREAKING CHANGE: ids are text now", true)]
    [InlineData("Hurry!", false)]
    public void What_breaks_users_is_marked(string message, bool breaks) =>
        Assert.Equal(breaks, Given.Change(message, modified: ["src/a.cs"]).Breaks);
}
