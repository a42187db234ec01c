using System.IO.Compression;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>Somebody's functions: ready Python zips with a layer, names and handlers that nothing of ours knows.</summary>
internal sealed class PythonWorkload : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("somebodys-shop-");

    public PythonWorkload()
    {
        Zip("layer.zip", ("python/greeting.py", "def hello(name):\n    return 'hello ' + name\n"));
        Zip("hello.zip", ("main.py", """
            import greeting

            def run(event, context):
                return {"statusCode": 200, "body": greeting.hello(event.get("name", "you"))}
            """));
        Zip("echo.zip", ("src/echo.py", """
            import greeting

            def answer(event, context):
                return {"echo": event, "version": context.function_version}
            """));
        File.WriteAllText(Path.Combine(_folder.FullName, "surroundings.yaml"), """
            AWSTemplateFormatVersion: "2010-09-09"
            Parameters: { Environment: { Type: String } }
            Resources:
              Role:
                Type: AWS::IAM::Role
                Properties:
                  RoleName: !Sub coderipple-shop-${Environment}
                  AssumeRolePolicyDocument:
                    Version: "2012-10-17"
                    Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
            Outputs:
              Role: { Value: !GetAtt Role.Arn }
            """);
        File.WriteAllText(Description, """
            {
              "application": "shop",
              "surroundings": "surroundings.yaml",
              "layers": [
                { "name": "coderipple-greeting", "path": "layer.zip", "compatibleRuntimes": ["python3.13"], "probe": { "imports": ["greeting:hello"] } }
              ],
              "functions": [
                {
                  "name": "coderipple-hello-${environment}", "path": "hello.zip", "runtime": "python3.13", "handler": "main.run",
                  "role": "${outputs.Role}", "layers": ["coderipple-greeting"],
                  "smokeTests": [{ "name": "greets", "event": { "name": "bob" }, "expect": { "statusCode": 200, "body": "hello bob" } }]
                },
                {
                  "name": "coderipple-echo-${environment}", "path": "echo.zip", "runtime": "python3.13", "handler": "src/echo.answer",
                  "role": "${outputs.Role}", "layers": ["coderipple-greeting"],
                  "smokeTests": [{ "name": "echoes", "event": { "a": 1 }, "expect": { "echo": { "a": 1 } } }]
                }
              ],
              "endToEndTests": [
                { "name": "greeting", "function": "coderipple-hello-${environment}", "event": {}, "expect": { "body": "hello you" } }
              ]
            }
            """);
    }

    /// <summary>The workload file.</summary>
    public string Description => Path.Combine(_folder.FullName, "shop.json");

    public void Dispose() => _folder.Delete(recursive: true);

    private void Zip(string name, params (string Path, string Content)[] files)
    {
        using var zip = ZipFile.Open(Path.Combine(_folder.FullName, name), ZipArchiveMode.Create);
        foreach (var (path, content) in files)
        {
            using var writer = new StreamWriter(zip.CreateEntry(path).Open());
            writer.Write(content);
        }
    }
}
