// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Amazon.Scheduler.Model;
using Compat.Aws;

namespace Amazon.Scheduler;

public partial class AmazonSchedulerClient : CompatClient, IAmazonScheduler
{
    public AmazonSchedulerClient()
        : base(new AmazonSchedulerConfig()) { }

    public AmazonSchedulerClient(RegionEndpoint region)
        : base(new AmazonSchedulerConfig { RegionEndpoint = region }) { }

    public AmazonSchedulerClient(AmazonSchedulerConfig config)
        : base(config) { }

    public AmazonSchedulerClient(AWSCredentials credentials)
        : this(credentials, new AmazonSchedulerConfig()) { }

    public AmazonSchedulerClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonSchedulerConfig { RegionEndpoint = region }) { }

    public AmazonSchedulerClient(AWSCredentials credentials, AmazonSchedulerConfig clientConfig)
        : base(credentials, clientConfig) { }

    public AmazonSchedulerClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey)) { }

    public AmazonSchedulerClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey), region) { }

    public AmazonSchedulerClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonSchedulerConfig clientConfig)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey), clientConfig) { }

    public AmazonSchedulerClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken)) { }

    public AmazonSchedulerClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken), region) { }

    public AmazonSchedulerClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonSchedulerConfig clientConfig)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken), clientConfig) { }

    public virtual Task<CreateScheduleResponse> CreateScheduleAsync(CreateScheduleRequest request, CancellationToken cancellationToken = default) =>
        Call<CreateScheduleResponse>(request, "CreateSchedule", "POST", "/schedules/{Name}", cancellationToken);

    public virtual Task<DeleteScheduleResponse> DeleteScheduleAsync(DeleteScheduleRequest request, CancellationToken cancellationToken = default) =>
        Call<DeleteScheduleResponse>(request, "DeleteSchedule", "DELETE", "/schedules/{Name}", cancellationToken);

    public virtual Task<GetScheduleResponse> GetScheduleAsync(GetScheduleRequest request, CancellationToken cancellationToken = default) =>
        Call<GetScheduleResponse>(request, "GetSchedule", "GET", "/schedules/{Name}", cancellationToken);

    public virtual Task<ListSchedulesResponse> ListSchedulesAsync(ListSchedulesRequest request, CancellationToken cancellationToken = default) =>
        Call<ListSchedulesResponse>(request, "ListSchedules", "GET", "/schedules", cancellationToken);

    public virtual Task<UpdateScheduleResponse> UpdateScheduleAsync(UpdateScheduleRequest request, CancellationToken cancellationToken = default) =>
        Call<UpdateScheduleResponse>(request, "UpdateSchedule", "PUT", "/schedules/{Name}", cancellationToken);
}
