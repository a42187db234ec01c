using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Tests.Layers.Probes;

public sealed class PythonProbeTests : IDisposable
{
    private readonly ProbeSandbox _sandbox = new(ProbeFamily.Python);

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Modules_attributes_and_namespace_packages_are_imported_from_the_layers()
    {
        var sdk = _sandbox.Put("python/sdk/__init__.py", "__version__ = '2.1.0'\nclass Client:\n    def send(self): pass\n");
        _sandbox.Put("python/company/billing.py", "import sdk\n");

        var reply = await _sandbox.AskAsync(
            """{ "imports": ["sdk", "sdk:Client.send", "company", "company.billing"], "files": ["python/company/billing.py"] }"""
        );

        Assert.Empty(reply.Failed);
        Assert.Equal(5, reply.Loaded.Length);
        Assert.Equal(("2.1.0", sdk), reply["sdk"]);
    }

    [Fact]
    public async Task What_cannot_be_imported_is_reported_and_the_rest_is_still_imported()
    {
        _sandbox.Put("python/sdk.py", "");
        _sandbox.Put("python/needs.py", "import absent_dependency\n");
        _sandbox.Put("python/broken.py", "def (");
        _sandbox.Put("python/leaves.py", "import sys; sys.exit(3)");

        var reply = await _sandbox.AskAsync(
            """{ "imports": ["absent", "needs", "broken", "leaves", "sdk:Client", "json", "sys", "sdk"], "files": ["python/sdk.py", "absent.txt"] }"""
        );

        Assert.Equal(["sdk"], reply.Loaded);
        Assert.Equal("ModuleNotFoundError: No module named 'absent'", reply.ErrorOf("absent"));
        Assert.Equal("ModuleNotFoundError: No module named 'absent_dependency'", reply.ErrorOf("needs"));
        Assert.StartsWith("SyntaxError: ", reply.ErrorOf("broken"), StringComparison.Ordinal);
        Assert.Equal("SystemExit: 3", reply.ErrorOf("leaves"));
        Assert.Equal("AttributeError: module 'sdk' has no attribute 'Client'", reply.ErrorOf("sdk:Client"));
        Assert.Contains("it does not come from a layer", reply.ErrorOf("json"), StringComparison.Ordinal);
        Assert.Equal("ImportError: sys is part of the runtime (built in), it does not come from a layer", reply.ErrorOf("sys"));
        Assert.EndsWith("sdk.py is empty", reply.ErrorOf("python/sdk.py"), StringComparison.Ordinal);
        Assert.StartsWith("FileNotFoundError: there is no ", reply.ErrorOf("absent.txt"), StringComparison.Ordinal);
    }
}
