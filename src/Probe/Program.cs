using CodeRipple.Workflow.Probe;

var layers = new LayerAssemblies(Read("PROBE_ROOT"));
layers.Attach();
var proof = new LayerProof(layers);
using var runtime = new RuntimeApi(Read("AWS_LAMBDA_RUNTIME_API"));

// Until Lambda ends the process.
while (true)
    await runtime.AnswerNextAsync(proof.Prove);

static string Read(string name) =>
    Environment.GetEnvironmentVariable(name)
    ?? throw new InvalidOperationException($"{name} is not set: this program is the code of a Lambda function that CreateProbe makes.");
