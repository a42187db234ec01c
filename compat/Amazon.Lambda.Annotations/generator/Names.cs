namespace Amazon.Lambda.Annotations.SourceGenerator;

internal static class Names
{
    public const string FunctionAttribute = "Amazon.Lambda.Annotations.LambdaFunctionAttribute";
    public const string StartupAttribute = "Amazon.Lambda.Annotations.LambdaStartupAttribute";
    public const string FromServicesAttribute = "Amazon.Lambda.Annotations.FromServicesAttribute";
    public const string GlobalPropertiesAttribute = "Amazon.Lambda.Annotations.LambdaGlobalPropertiesAttribute";
    public const string SerializerAttribute = "Amazon.Lambda.Core.LambdaSerializerAttribute";
    public const string Context = "Amazon.Lambda.Core.ILambdaContext";
    public const string ServiceCollection = "Microsoft.Extensions.DependencyInjection.IServiceCollection";
    public const string RuntimeSupport = "Amazon.Lambda.RuntimeSupport";
}
