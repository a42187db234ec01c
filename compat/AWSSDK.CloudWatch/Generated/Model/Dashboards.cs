// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudWatch.Model;

public partial class GetDashboardRequest : AmazonCloudWatchRequest, IShape
{
    public string DashboardName { get; set; }

    void IShape.Members(Wire wire)
    {
        DashboardName = wire.Member("DashboardName", DashboardName);
    }
}

public partial class GetDashboardResponse : AmazonWebServiceResponse, IShape
{
    public string DashboardArn { get; set; }
    public string DashboardBody { get; set; }
    public string DashboardName { get; set; }

    void IShape.Members(Wire wire)
    {
        DashboardArn = wire.Member("DashboardArn", DashboardArn);
        DashboardBody = wire.Member("DashboardBody", DashboardBody);
        DashboardName = wire.Member("DashboardName", DashboardName);
    }
}

public partial class PutDashboardRequest : AmazonCloudWatchRequest, IShape
{
    public string DashboardBody { get; set; }
    public string DashboardName { get; set; }
    public List<Tag> Tags { get; set; }

    void IShape.Members(Wire wire)
    {
        DashboardBody = wire.Member("DashboardBody", DashboardBody);
        DashboardName = wire.Member("DashboardName", DashboardName);
        Tags = wire.List("Tags", Tags, Each.Shape);
    }
}

public partial class PutDashboardResponse : AmazonWebServiceResponse, IShape
{
    public List<DashboardValidationMessage> DashboardValidationMessages { get; set; }

    void IShape.Members(Wire wire)
    {
        DashboardValidationMessages = wire.List("DashboardValidationMessages", DashboardValidationMessages, Each.Shape);
    }
}

public partial class DashboardValidationMessage : IShape
{
    public string DataPath { get; set; }
    public string Message { get; set; }

    void IShape.Members(Wire wire)
    {
        DataPath = wire.Member("DataPath", DataPath);
        Message = wire.Member("Message", Message);
    }
}
