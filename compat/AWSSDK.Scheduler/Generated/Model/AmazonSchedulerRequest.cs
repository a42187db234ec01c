// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;

namespace Amazon.Scheduler.Model;

public partial class AmazonSchedulerRequest : AmazonWebServiceRequest;
