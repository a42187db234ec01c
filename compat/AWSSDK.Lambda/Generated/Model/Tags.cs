// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Lambda.Model;

public partial class ListTagsRequest : AmazonLambdaRequest, IShape
{
    public string Resource { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("Resource", Resource);
    }
}

public partial class ListTagsResponse : AmazonWebServiceResponse, IShape
{
    public Dictionary<string, string> Tags { get; set; }

    void IShape.Members(Wire wire)
    {
        Tags = wire.Map("Tags", Tags, Each.Text);
    }
}

public partial class TagResourceRequest : AmazonLambdaRequest, IShape
{
    public string Resource { get; set; }
    public Dictionary<string, string> Tags { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("Resource", Resource);
        Tags = wire.Map("Tags", Tags, Each.Text);
    }
}

public partial class TagResourceResponse : AmazonWebServiceResponse;

public partial class UntagResourceRequest : AmazonLambdaRequest, IShape
{
    public string Resource { get; set; }
    public List<string> TagKeys { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("Resource", Resource);
        wire.Query("tagKeys", TagKeys);
    }
}

public partial class UntagResourceResponse : AmazonWebServiceResponse;
