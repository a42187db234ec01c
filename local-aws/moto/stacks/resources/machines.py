"""AWS::StepFunctions::StateMachine."""

import json
from typing import Any

from stacks.errors import ResourceFailure
from stacks.resources import Context, kind, true
from stacks import services


@kind(
    "AWS::StepFunctions::StateMachine",
    "StateMachineName StateMachineType DefinitionString Definition DefinitionS3Location DefinitionSubstitutions RoleArn LoggingConfiguration "
    "TracingConfiguration Tags",
    required="RoleArn",
    replaced_by="StateMachineName StateMachineType",
)
class StateMachine:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name = properties.get("StateMachineName") or context.name(80)
        made = context.call(
            "stepfunctions",
            "create_state_machine",
            name=name,
            type=properties.get("StateMachineType"),
            tags=[{"key": key, "value": value} for key, value in context.tags(properties).items()],
            **_body(context, properties),
        )
        return made["stateMachineArn"], {"Arn": made["stateMachineArn"], "Name": name, "StateMachineRevisionId": "INITIAL"}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
        body = {"loggingConfiguration": {"level": "OFF"}, "tracingConfiguration": {"enabled": False}} | _body(context, properties)
        context.call("stepfunctions", "update_state_machine", stateMachineArn=physical_id, **body)
        revision = context.call("stepfunctions", "describe_state_machine", stateMachineArn=physical_id).get("revisionId", "INITIAL")
        return {"StateMachineRevisionId": revision}

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("stepfunctions", "delete_state_machine", stateMachineArn=physical_id)


def _body(context: Context, properties: dict[str, Any]) -> dict[str, Any]:
    body: dict[str, Any] = {"definition": _definition(context, properties), "roleArn": properties["RoleArn"]}
    logging, tracing = properties.get("LoggingConfiguration"), properties.get("TracingConfiguration")
    if logging:
        destinations = [one["CloudWatchLogsLogGroup"]["LogGroupArn"] for one in logging.get("Destinations", [])]
        body["loggingConfiguration"] = {
            "level": logging.get("Level", "OFF"),
            "includeExecutionData": true(logging.get("IncludeExecutionData", False)),
            "destinations": [{"cloudWatchLogsLogGroup": {"logGroupArn": _log_group(arn)}} for arn in destinations],
        }
    if tracing:
        body["tracingConfiguration"] = {"enabled": true(tracing.get("Enabled", False))}
    return body


def _log_group(arn: str) -> str:
    if not arn.endswith(":*"):
        raise ResourceFailure("Invalid Logging Configuration: Log Destination ARN must end with ':*'")
    return arn


def _definition(context: Context, properties: dict[str, Any]) -> str:
    given = [one for one in ("DefinitionString", "Definition", "DefinitionS3Location") if one in properties]
    if len(given) != 1:
        raise ResourceFailure("Property validation failure: exactly one of DefinitionString, Definition, DefinitionS3Location is required")
    if given[0] == "Definition":
        text = json.dumps(properties["Definition"])
    elif given[0] == "DefinitionString":
        text = properties["DefinitionString"]
    else:
        place = properties["DefinitionS3Location"]
        version = {"VersionId": place["Version"]} if "Version" in place else {}
        text = services.client("s3", context.region).get_object(Bucket=place["Bucket"], Key=place["Key"], **version)["Body"].read().decode()
    for name, value in (properties.get("DefinitionSubstitutions") or {}).items():
        text = text.replace("${" + name + "}", str(value).lower() if isinstance(value, bool) else str(value))
    return text
