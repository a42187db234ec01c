// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudFormation.Model;

public partial class GetTemplateRequest : AmazonCloudFormationRequest, IShape
{
    public string ChangeSetName { get; set; }
    public string StackName { get; set; }
    public TemplateStage TemplateStage { get; set; }

    void IShape.Members(Wire wire)
    {
        ChangeSetName = wire.Member("ChangeSetName", ChangeSetName);
        StackName = wire.Member("StackName", StackName);
        TemplateStage = wire.Constant("TemplateStage", TemplateStage, value => new(value));
    }
}

public partial class GetTemplateResponse : AmazonWebServiceResponse, IShape
{
    public List<string> StagesAvailable { get; set; }
    public string TemplateBody { get; set; }

    void IShape.Members(Wire wire)
    {
        StagesAvailable = wire.List("StagesAvailable", StagesAvailable, Each.Text);
        TemplateBody = wire.Member("TemplateBody", TemplateBody);
    }
}

public partial class ValidateTemplateRequest : AmazonCloudFormationRequest, IShape
{
    public string TemplateBody { get; set; }
    public string TemplateURL { get; set; }

    void IShape.Members(Wire wire)
    {
        TemplateBody = wire.Member("TemplateBody", TemplateBody);
        TemplateURL = wire.Member("TemplateURL", TemplateURL);
    }
}

public partial class ValidateTemplateResponse : AmazonWebServiceResponse, IShape
{
    public List<string> Capabilities { get; set; }
    public string CapabilitiesReason { get; set; }
    public List<string> DeclaredTransforms { get; set; }
    public string Description { get; set; }
    public List<TemplateParameter> Parameters { get; set; }

    void IShape.Members(Wire wire)
    {
        Capabilities = wire.List("Capabilities", Capabilities, Each.Text);
        CapabilitiesReason = wire.Member("CapabilitiesReason", CapabilitiesReason);
        DeclaredTransforms = wire.List("DeclaredTransforms", DeclaredTransforms, Each.Text);
        Description = wire.Member("Description", Description);
        Parameters = wire.List("Parameters", Parameters, Each.Shape);
    }
}

public partial class TemplateParameter : IShape
{
    public string DefaultValue { get; set; }
    public string Description { get; set; }
    public bool? NoEcho { get; set; }
    public string ParameterKey { get; set; }

    void IShape.Members(Wire wire)
    {
        DefaultValue = wire.Member("DefaultValue", DefaultValue);
        Description = wire.Member("Description", Description);
        NoEcho = wire.Member("NoEcho", NoEcho);
        ParameterKey = wire.Member("ParameterKey", ParameterKey);
    }
}
