// Written by compat/generator from the service's model: change services.py there and run it again.
using Compat.Aws;

namespace Amazon.Scheduler;

public partial class AmazonSchedulerConfig() : CompatConfig(SchedulerService.Model);
