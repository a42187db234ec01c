// Written by compat/generator from the service's model: change services.py there and run it again.
using Compat.Aws;

namespace Amazon.IdentityManagement;

public partial class AmazonIdentityManagementServiceConfig() : CompatConfig(IdentityManagementServiceService.Model);
