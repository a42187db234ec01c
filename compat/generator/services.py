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
            "Concurrency": "GetFunctionConcurrency PutFunctionConcurrency DeleteFunctionConcurrency GetProvisionedConcurrencyConfig",
            "EventSourceMappings": "ListEventSourceMappings",
            "Tags": "ListTags TagResource UntagResource",
            "Invoke": "Invoke",
        },
        shape_files={
            "FunctionConfiguration": "^FunctionConfiguration$",
            "Runtime": "^Runtime$",
            "Network": "^(EC2|ENI|Subnet|InvalidS(ecurity|ubnet)).*Exception$",
            "Storage": "^(EFS|KMS|S3Files|SnapStart).*Exception$",
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
]
