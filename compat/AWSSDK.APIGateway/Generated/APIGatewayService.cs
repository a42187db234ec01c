// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.APIGateway.Model;
using Amazon.Runtime;
using Compat.Aws;
using Compat.Aws.Protocols;

namespace Amazon.APIGateway;

internal static class APIGatewayService
{
    internal static readonly ServiceModel Model = new("API Gateway", "Amazon.APIGateway", "apigateway", "2015-07-09")
    {
        Protocol = new RestJson(),
        Exception = Exception,
    };

    private static AmazonAPIGatewayException Exception(ServiceError e) => e.Name switch
    {
        "BadRequestException" => new BadRequestException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ConflictException" => new ConflictException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "LimitExceededException" => new LimitExceededException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "NotFoundException" => new NotFoundException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ServiceUnavailableException" => new ServiceUnavailableException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "TooManyRequestsException" => new TooManyRequestsException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "UnauthorizedException" => new UnauthorizedException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        _ => new AmazonAPIGatewayException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
    };
}
