namespace Amazon.Lambda.Annotations;

[AttributeUsage(AttributeTargets.Assembly)]
public class LambdaGlobalPropertiesAttribute : Attribute
{
    /// <summary>
    /// Generate a <c>Main</c> that runs the function whose method name is in the environment variable ANNOTATIONS_HANDLER.
    /// </summary>
    public bool GenerateMain { get; set; }

    /// <summary>The Lambda runtime for a template that the official generator writes.</summary>
    public string Runtime { get; set; }
}
