"""Which operations of which services the stand-ins offer, and where the .NET SDK's names differ from the service models.

Differences come from the official SDK: generator/ServiceModels/*/*.customizations.json in github.com/aws/aws-sdk-net.
"""

from dataclasses import dataclass, field


@dataclass
class Service:
    package: str
    model: str
    client: str
    """Lambda in AmazonLambdaClient, IAmazonLambda, AmazonLambdaConfig, AmazonLambdaException."""
    files: dict[str, str]
    """File name -> the operations whose requests and responses it holds."""
    shape_files: dict[str, str] = field(default_factory=dict)
    """File name -> regular expression of the shapes it holds; the others go where they are used."""
    renamed_shapes: dict[str, str] = field(default_factory=dict)
    renamed_members: dict[str, dict[str, str]] = field(default_factory=dict)
    milliseconds: dict[str, list[str]] = field(default_factory=dict)
    """Shape -> members that the model counts in milliseconds and .NET shows as DateTime."""
    overloads: dict[str, list[str]] = field(default_factory=dict)
    """Operation -> parameter lists of the overloads without a request object."""
    global_endpoint: bool = False

    @property
    def namespace(self) -> str:
        return self.package.replace("AWSSDK.", "Amazon.")


SERVICES = [
    Service(
        "AWSSDK.Lambda", "lambda/2015-03-31", "Lambda",
        files={
            "CreateFunction": "CreateFunction DeleteFunction",
            "GetFunction": "GetFunction GetFunctionConfiguration ListFunctions",
            "UpdateFunction": "UpdateFunctionCode UpdateFunctionConfiguration",
            "Versions": "PublishVersion ListVersionsByFunction",
            "Layers": "PublishLayerVersion GetLayerVersion GetLayerVersionByArn ListLayerVersions DeleteLayerVersion",
            "Aliases": "CreateAlias GetAlias UpdateAlias DeleteAlias ListAliases",
            "Permissions": "AddPermission RemovePermission GetPolicy",
            "FunctionUrls": "CreateFunctionUrlConfig ListFunctionUrlConfigs",
            "Concurrency": "GetFunctionConcurrency PutFunctionConcurrency DeleteFunctionConcurrency GetProvisionedConcurrencyConfig",
            "EventSourceMappings": "ListEventSourceMappings GetEventSourceMapping",
            "CreateEventSourceMapping": "CreateEventSourceMapping",
            "UpdateEventSourceMapping": "UpdateEventSourceMapping",
            "DeleteEventSourceMapping": "DeleteEventSourceMapping",
            "Tags": "ListTags TagResource UntagResource",
            "Invoke": "Invoke",
            "Account": "GetAccountSettings",
        },
        shape_files={
            "FunctionConfiguration": "^FunctionConfiguration$",
            "Runtime": "^Runtime$",
            "Network": "^(EC2|ENI|Subnet|InvalidS(ecurity|ubnet)).*Exception$",
            "Storage": "^(EFS|KMS|S3Files|SnapStart).*Exception$",
            "EventSourceSettings": "^(EndPointType|EventSourceMapping(Metric|SystemLog|Logging).*|EventSourcePosition|FullDocument|FunctionResponseType|SchemaRegistryEvent.*|Filter|FilterCriteria|FilterCriteriaError|ScalingConfig)$",
            "EventSources": "^(AmazonManagedKafka|SelfManaged|SourceAccess|Kafka|DocumentDB|OnFailure|OnSuccess|DestinationConfig|Provisioned[PE]oller).*",
        },
        renamed_shapes={"VpcConfigResponse": "VpcConfigDetail"},
        renamed_members={"InvocationRequest": {"Payload": "PayloadStream", "ClientContext": "ClientContextBase64"}},
        overloads={
            "DeleteFunction": ["FunctionName"],
            "GetFunction": ["FunctionName"],
            "GetFunctionConfiguration": ["FunctionName"],
            "ListFunctions": [""],
        },
    ),
    Service(
        "AWSSDK.StepFunctions", "stepfunctions/2016-11-23", "StepFunctions",
        files={
            "Executions": "StartExecution StopExecution DescribeExecution ListExecutions",
            "History": "GetExecutionHistory",
            "StateMachines": "CreateStateMachine UpdateStateMachine DeleteStateMachine ListStateMachines",
            "DescribeStateMachine": "DescribeStateMachine DescribeStateMachineForExecution",
            "Tasks": "SendTaskSuccess SendTaskFailure SendTaskHeartbeat",
        },
        shape_files={
            "ActivityEvents": "^Activity.*EventDetails$",
            "ExecutionEvents": "^Execution.*EventDetails$",
            "LambdaEvents": "^LambdaFunction.*EventDetails$",
            "MapEvents": "^Map.*EventDetails$",
            "StateEvents": "^(State|Evaluation).*EventDetails$",
            "TaskEvents": "^Task.*EventDetails$|^TaskCredentials$",
        },
    ),
    Service(
        "AWSSDK.EventBridge", "events/2015-10-07", "EventBridge",
        files={
            "Events": "PutEvents TestEventPattern",
            "EventBuses": "CreateEventBus DescribeEventBus ListEventBuses",
            "Rules": "PutRule DescribeRule EnableRule DisableRule DeleteRule ListRules",
            "Targets": "PutTargets RemoveTargets ListTargetsByRule ListRuleNamesByTarget",
        },
        shape_files={
            "TargetParameters": "Parameters$|^Ecs|^AwsVpc|^Batch|^CapacityProvider|^Placement|^NetworkConfiguration$|^PropagateTags$|^LaunchType$"
        },
    ),
    Service(
        "AWSSDK.Scheduler", "scheduler/2021-06-30", "Scheduler",
        files={
            "Schedules": "CreateSchedule GetSchedule UpdateSchedule DeleteSchedule ListSchedules",
        },
        shape_files={
            "TargetParameters": "Parameters$|^Ecs|^AwsVpc|^CapacityProvider|^Placement|^NetworkConfiguration$|^PropagateTags$|^LaunchType$|^AssignPublicIp$"
        },
    ),
    Service(
        "AWSSDK.CloudFormation", "cloudformation/2010-05-15", "CloudFormation",
        files={
            "ChangeSets": "CreateChangeSet DescribeChangeSet ExecuteChangeSet DeleteChangeSet",
            "Stacks": "DescribeStacks DeleteStack",
            "StackEvents": "DescribeStackEvents DescribeStackResources",
            "Templates": "GetTemplate ValidateTemplate",
        },
        shape_files={
            "ResourceChanges": "^(ResourceChange|ResourceTargetDefinition|ResourceDriftIgnoredAttribute|LiveResourceDrift|BeforeValue|AfterValue|Attribute|Evaluation|RequiresRecreation|Replacement|ResourceAttribute|DriftIgnored|ModuleInfo|Change(Action|Source|Type)|Change$|ResourceChangeDetail|PolicyAction|.*StatusWithDrift)"
        },
        overloads={"DescribeStacks": [""]},
    ),
    Service(
        "AWSSDK.CloudWatchLogs", "logs/2014-03-28", "CloudWatchLogs",
        files={
            "LogGroups": "CreateLogGroup DescribeLogGroups DeleteLogGroup PutRetentionPolicy DeleteRetentionPolicy",
            "LogStreams": "CreateLogStream DescribeLogStreams",
            "LogEvents": "PutLogEvents GetLogEvents FilterLogEvents",
        },
        milliseconds={
            "InputLogEvent": ["timestamp"],
            "OutputLogEvent": ["timestamp", "ingestionTime"],
            "GetLogEventsRequest": ["startTime", "endTime"],
            "LogGroup": ["creationTime"],
            "LogStream": ["creationTime", "firstEventTimestamp", "lastEventTimestamp", "lastIngestionTime"],
        },
        overloads={"DescribeLogGroups": [""]},
    ),
    Service(
        "AWSSDK.CloudWatch", "cloudwatch/2010-08-01", "CloudWatch",
        files={
            "Alarms": "PutMetricAlarm DescribeAlarms DeleteAlarms SetAlarmState",
            "Metrics": "PutMetricData ListMetrics",
            "MetricData": "GetMetricData GetMetricStatistics",
            "Dashboards": "PutDashboard GetDashboard",
        },
        overloads={"DescribeAlarms": [""], "ListMetrics": [""]},
    ),
    Service(
        "AWSSDK.SimpleNotificationService", "sns/2010-03-31", "SimpleNotificationService",
        files={
            "Publish": "Publish",
            "Topics": "CreateTopic GetTopicAttributes SetTopicAttributes ListTopics DeleteTopic",
            "Subscriptions": "Subscribe ListSubscriptionsByTopic Unsubscribe",
        },
        overloads={
            "CreateTopic": ["Name"],
            "DeleteTopic": ["TopicArn"],
            "GetTopicAttributes": ["TopicArn"],
            "ListSubscriptionsByTopic": ["TopicArn NextToken", "TopicArn"],
            "ListTopics": ["", "NextToken"],
            "Publish": ["TopicArn Message", "TopicArn Message Subject"],
            "SetTopicAttributes": ["TopicArn AttributeName AttributeValue"],
            "Subscribe": ["TopicArn Protocol Endpoint"],
            "Unsubscribe": ["SubscriptionArn"],
        },
    ),
    Service(
        "AWSSDK.APIGateway", "apigateway/2015-07-09", "APIGateway",
        files={
            "RestApis": "CreateRestApi GetRestApi GetRestApis",
            "Resources": "CreateResource GetResources PutMethod",
            "Integrations": "PutIntegration GetIntegration UpdateIntegration DeleteIntegration",
            "IntegrationResponses": "PutIntegrationResponse DeleteIntegrationResponse",
            "Deployments": "CreateDeployment GetDeployment GetDeployments DeleteDeployment",
            "Stages": "CreateStage GetStage GetStages UpdateStage",
            "Authorizers": "CreateAuthorizer GetAuthorizers",
            "RequestValidators": "GetRequestValidators",
            "Exports": "GetExport",
        },
        shape_files={"Stage": "^(Stage|MethodSetting|CanarySettings|AccessLogSettings)$"},
    ),
    Service(
        "AWSSDK.ApiGatewayV2", "apigatewayv2/2018-11-29", "ApiGatewayV2",
        files={
            "Apis": "CreateApi GetApis",
            "Integrations": "CreateIntegration GetIntegrations",
            "Authorizers": "CreateAuthorizer GetAuthorizers",
            "Stages": "CreateStage GetStages",
        },
    ),
    Service(
        "AWSSDK.IdentityManagement", "iam/2010-05-08", "IdentityManagementService",
        files={
            "Roles": "GetRole CreateRole DeleteRole",
            "RolePolicies": "PutRolePolicy GetRolePolicy DeleteRolePolicy ListRolePolicies ListAttachedRolePolicies",
            "Policies": "GetPolicy GetPolicyVersion",
            "Simulation": "SimulatePrincipalPolicy",
        },
        renamed_shapes={"Policy": "ManagedPolicy", "AttachedPolicy": "AttachedPolicyType"},
        global_endpoint=True,
    ),
]
