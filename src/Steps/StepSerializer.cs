using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps;

/// <summary>Events and answers in the same camelCase as everything else; the Lambda default would be PascalCase.</summary>
public sealed class StepSerializer()
    : SourceGeneratorLambdaJsonSerializer<ContractsJson>(options => options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase);
