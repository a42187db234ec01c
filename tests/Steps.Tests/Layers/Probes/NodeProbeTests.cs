using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Tests.Layers.Probes;

public sealed class NodeProbeTests : IDisposable
{
    private readonly ProbeSandbox _sandbox = new(ProbeFamily.Node);

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Common_and_ES_modules_are_loaded_from_the_layers()
    {
        var sdk = Put("sdk/lib/index.js", "module.exports = require('./client');");
        Put("sdk/lib/client.js", "module.exports = 1;");
        Put("sdk/lib/package.json", """{ "type": "commonjs" }""");
        Put("sdk/package.json", """{ "version": "2.1.0", "main": "lib/index.js" }""");
        Put("modern/index.mjs", "await Promise.resolve(); export default 1;");
        Put("modern/package.json", """{ "version": "3.0.0", "exports": "./index.mjs" }""");

        var reply = await _sandbox.AskAsync(
            """{ "modules": ["sdk", "sdk/lib/client", "modern"], "files": ["nodejs/node_modules/sdk/package.json"] }"""
        );

        Assert.Empty(reply.Failed);
        Assert.Equal(("2.1.0", sdk), reply["sdk"]);
        Assert.Equal("3.0.0", reply["modern"].Version);
        Assert.Equal(4, reply.Loaded.Length);
    }

    [Fact]
    public async Task What_cannot_be_loaded_is_reported_and_the_rest_is_still_loaded()
    {
        Put("sdk/index.js", "module.exports = 1;");
        Put("needs/index.js", "require('absent-dependency');");
        Put("broken/index.js", "function (");
        Put("throws/index.js", "throw 'a word';");
        _sandbox.Put("empty.txt", "");

        var reply = await _sandbox.AskAsync(
            """{ "modules": ["absent", "needs", "broken", "throws", "fs", "node:fs", "sdk"], "files": ["empty.txt", "absent.txt"] }"""
        );

        Assert.Equal(["sdk"], reply.Loaded);
        Assert.Equal("Error: Cannot find module 'absent'", reply.ErrorOf("absent"));
        Assert.Equal("Error: Cannot find module 'absent-dependency'", reply.ErrorOf("needs"));
        Assert.StartsWith("SyntaxError: ", reply.ErrorOf("broken"), StringComparison.Ordinal);
        Assert.Equal("a word", reply.ErrorOf("throws"));
        Assert.Equal("Error: fs is part of the runtime (fs), it does not come from a layer", reply.ErrorOf("fs"));
        Assert.EndsWith("empty.txt is empty", reply.ErrorOf("empty.txt"), StringComparison.Ordinal);
        Assert.StartsWith("Error: there is no ", reply.ErrorOf("absent.txt"), StringComparison.Ordinal);
        Assert.Contains("node:fs", reply.Failed);
    }

    private string Put(string file, string content) => _sandbox.Put($"nodejs/node_modules/{file}", content);
}
