using Amazon.DynamoDBv2;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using CodeRipple.Workflow.Steps;
using CodeRipple.Workflow.Steps.Aws;
using Microsoft.Extensions.DependencyInjection;

[assembly: LambdaSerializer(typeof(StepSerializer))]
[assembly: LambdaGlobalProperties(GenerateMain = true)]

namespace CodeRipple.Workflow.Steps;

/// <summary>What the steps are made of. Singletons are created on first use, so a step pays only for the clients it needs.</summary>
[LambdaStartup]
public sealed class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(StepSettings.FromEnvironment());
        services.AddSingleton<IAmazonS3>(_ => new AmazonS3Client());
        services.AddSingleton<IAmazonDynamoDB>(_ => new AmazonDynamoDBClient());
        services.AddSingleton<ReleaseBucket>();
        services.AddSingleton<ReleaseLedger>();
    }
}
