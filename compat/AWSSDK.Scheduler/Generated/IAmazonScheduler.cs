// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Scheduler.Model;

namespace Amazon.Scheduler;

public partial interface IAmazonScheduler : IAmazonService, IDisposable
{
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSchedulerConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null ? new AmazonSchedulerClient((AmazonSchedulerConfig)clientConfig) : new AmazonSchedulerClient(awsCredentials, (AmazonSchedulerConfig)clientConfig);

    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    Task<CreateScheduleResponse> CreateScheduleAsync(CreateScheduleRequest request, CancellationToken cancellationToken = default);

    Task<DeleteScheduleResponse> DeleteScheduleAsync(DeleteScheduleRequest request, CancellationToken cancellationToken = default);

    Task<GetScheduleResponse> GetScheduleAsync(GetScheduleRequest request, CancellationToken cancellationToken = default);

    Task<ListSchedulesResponse> ListSchedulesAsync(ListSchedulesRequest request, CancellationToken cancellationToken = default);

    Task<UpdateScheduleResponse> UpdateScheduleAsync(UpdateScheduleRequest request, CancellationToken cancellationToken = default);
}
