// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.StepFunctions.Model;

public partial class SendTaskFailureRequest : AmazonStepFunctionsRequest, IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }
    public string TaskToken { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
        TaskToken = wire.Member("taskToken", TaskToken);
    }
}

public partial class SendTaskFailureResponse : AmazonWebServiceResponse;

public partial class SendTaskHeartbeatRequest : AmazonStepFunctionsRequest, IShape
{
    public string TaskToken { get; set; }

    void IShape.Members(Wire wire)
    {
        TaskToken = wire.Member("taskToken", TaskToken);
    }
}

public partial class SendTaskHeartbeatResponse : AmazonWebServiceResponse;

public partial class SendTaskSuccessRequest : AmazonStepFunctionsRequest, IShape
{
    public string Output { get; set; }
    public string TaskToken { get; set; }

    void IShape.Members(Wire wire)
    {
        Output = wire.Member("output", Output);
        TaskToken = wire.Member("taskToken", TaskToken);
    }
}

public partial class SendTaskSuccessResponse : AmazonWebServiceResponse;
