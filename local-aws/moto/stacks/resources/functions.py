"""AWS::Lambda::*."""

import io
import zipfile
from typing import Any

from moto.awslambda.models import lambda_backends

from corrections.functions.lifecycle import settle_now, state
from corrections.functions.locking import LOCK
from corrections.roles import propagation
from permissions import documents
from stacks.errors import ResourceFailure
from stacks.resources import Context, given, kind

CONFIGURATION = (
    "Handler Runtime Role Timeout MemorySize Environment Layers EphemeralStorage TracingConfig DeadLetterConfig LoggingConfig Description "
    "KMSKeyArn SnapStart"
)
# What UpdateFunctionConfiguration must be given for a property that the template no longer has.
DEFAULTS: dict[str, Any] = {
    "Timeout": 3, "MemorySize": 128, "Environment": {"Variables": {}}, "Layers": [], "EphemeralStorage": {"Size": 512},
    "TracingConfig": {"Mode": "PassThrough"}, "DeadLetterConfig": {"TargetArn": ""}, "Description": "", "SnapStart": {"ApplyOn": "None"},
}  # fmt: skip


def split(function: str) -> tuple[str, str | None]:
    """Name and qualifier of a name, partial ARN or ARN."""
    tail = function.split(":function:")[-1].split(":")
    return tail[0], tail[1] if len(tail) > 1 else None


@kind(
    "AWS::Lambda::Function",
    f"Code FunctionName Architectures Tags PackageType ReservedConcurrentExecutions KmsKeyArn {CONFIGURATION}",
    required="Code Role",
    replaced_by="FunctionName PackageType",
)
class Function:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name = properties.get("FunctionName") or context.name(64)
        _know(properties["Role"])
        made = context.call(
            "lambda",
            "create_function",
            FunctionName=name,
            Code=_code(properties),
            Tags=context.tags(properties),
            **_configuration(properties),
            **given(properties, "Architectures", "PackageType"),
        )
        _settle(context, name)
        _reserve(context, name, properties)
        return name, {"Arn": made["FunctionArn"]}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        if any(properties.get(one) != before.get(one) for one in ("Code", "Architectures")):
            context.call(
                "lambda", "update_function_code", FunctionName=physical_id, **_code(properties), **given(properties, "Architectures")
            )
            _settle(context, physical_id)
        if any(properties.get(one) != before.get(one) for one in (*CONFIGURATION.split(), "KmsKeyArn")):
            _know(properties["Role"])
            dropped = {one: value for one, value in DEFAULTS.items() if one in before and one not in properties}
            context.call("lambda", "update_function_configuration", FunctionName=physical_id, **dropped, **_configuration(properties))
            _settle(context, physical_id)
        if properties.get("ReservedConcurrentExecutions") != before.get("ReservedConcurrentExecutions"):
            _reserve(context, physical_id, properties)
        if properties.get("Tags") != before.get("Tags"):
            arn = f"arn:aws:lambda:{context.region}:{context.account}:function:{physical_id}"
            gone = [tag for tag in context.tags(before) if tag not in context.tags(properties)]
            if gone:
                context.call("lambda", "untag_resource", Resource=arn, TagKeys=gone)
            context.call("lambda", "tag_resource", Resource=arn, Tags=context.tags(properties))

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("lambda", "delete_function", FunctionName=physical_id)


def _configuration(properties: dict[str, Any]) -> dict[str, Any]:
    renamed = {"KMSKeyArn": properties["KmsKeyArn"]} if "KmsKeyArn" in properties else {}
    return given(properties, *CONFIGURATION.split()) | renamed


def _code(properties: dict[str, Any]) -> dict[str, Any]:
    code = properties["Code"]
    if "ZipFile" not in code:
        return given(code, "S3Bucket", "S3Key", "S3ObjectVersion", "ImageUri")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("index.py" if str(properties.get("Runtime", "")).startswith("python") else "index.js", code["ZipFile"])
    return {"ZipFile": packed.getvalue()}


def _know(role: str) -> None:
    """CloudFormation tries again until Lambda knows the role. Nobody uses it before the stack is made."""
    if found := documents.role_of(role):
        propagation.know(found)


def _settle(context: Context, name: str) -> None:
    """Version, Alias and the next update need a function that is Active and not being updated. Nobody uses it before the stack is made."""
    with LOCK:
        function = lambda_backends[context.account][context.region].get_function(name)
        settle_now(function)
        now = state(function)
    if now["LastUpdateStatus"] == "Failed":
        raise ResourceFailure(f"{now['LastUpdateStatusReason']} (LastUpdateStatus: Failed, {now['LastUpdateStatusReasonCode']})")


def _reserve(context: Context, name: str, properties: dict[str, Any]) -> None:
    reserved = properties.get("ReservedConcurrentExecutions")
    if reserved is not None:
        context.call("lambda", "put_function_concurrency", FunctionName=name, ReservedConcurrentExecutions=reserved)
    else:
        context.call("lambda", "delete_function_concurrency", FunctionName=name)


@kind("AWS::Lambda::Version", "FunctionName Description CodeSha256", required="FunctionName", replaced_by="*")
class Version:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name, _ = split(properties["FunctionName"])
        known = {one["Version"] for one in context.call("lambda", "list_versions_by_function", FunctionName=name)["Versions"]}
        made = context.call("lambda", "publish_version", FunctionName=name, **given(properties, "Description", "CodeSha256"))
        if made["Version"] in known:
            raise ResourceFailure(
                f"A version for this Lambda function exists ( {made['Version']} ). Modify the function to create a new version."
            )
        arn = f"arn:aws:lambda:{context.region}:{context.account}:function:{name}:{made['Version']}"
        return arn, {"Version": made["Version"], "FunctionArn": arn}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        raise ResourceFailure("A version is replaced, not updated")

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        name, version = split(physical_id)
        context.call("lambda", "delete_function", FunctionName=name, Qualifier=version)


@kind(
    "AWS::Lambda::Alias", "FunctionName FunctionVersion Name Description RoutingConfig", required="FunctionName FunctionVersion Name",
    replaced_by="FunctionName Name"
)
class Alias:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        made = context.call("lambda", "create_alias", **_alias(properties))
        return made["AliasArn"], {"AliasArn": made["AliasArn"]}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        context.call("lambda", "update_alias", **_alias(properties))

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        name, alias = split(physical_id)
        context.call("lambda", "delete_alias", FunctionName=name, Name=alias)


def _alias(properties: dict[str, Any]) -> dict[str, Any]:
    weights = (properties.get("RoutingConfig") or {}).get("AdditionalVersionWeights", [])
    return {
        "FunctionName": split(properties["FunctionName"])[0],
        "Name": properties["Name"],
        "FunctionVersion": str(properties["FunctionVersion"]).split(":")[-1],
        "Description": properties.get("Description", ""),
        "RoutingConfig": {"AdditionalVersionWeights": {str(one["FunctionVersion"]): one["FunctionWeight"] for one in weights}},
    }


@kind(
    "AWS::Lambda::Permission",
    "Action FunctionName Principal SourceArn SourceAccount EventSourceToken FunctionUrlAuthType PrincipalOrgID",
    required="Action FunctionName Principal",
    replaced_by="*",
)
class Permission:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        statement, (name, qualifier) = context.name(100), split(properties["FunctionName"])
        rest = given(
            properties, "Action", "Principal", "SourceArn", "SourceAccount", "EventSourceToken", "FunctionUrlAuthType", "PrincipalOrgID"
        )
        context.call("lambda", "add_permission", FunctionName=name, Qualifier=qualifier, StatementId=statement, **rest)
        return statement, {"Id": statement}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        raise ResourceFailure("A permission is replaced, not updated")

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        name, qualifier = split(properties["FunctionName"])
        context.call("lambda", "remove_permission", FunctionName=name, Qualifier=qualifier, StatementId=physical_id)


@kind(
    "AWS::Lambda::LayerVersion", "Content LayerName CompatibleRuntimes CompatibleArchitectures Description LicenseInfo", required="Content",
    replaced_by="*"
)
class LayerVersion:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        rest = given(properties, "Content", "CompatibleRuntimes", "CompatibleArchitectures", "Description", "LicenseInfo")
        made = context.call("lambda", "publish_layer_version", LayerName=properties.get("LayerName") or context.name(64), **rest)
        return made["LayerVersionArn"], {"LayerVersionArn": made["LayerVersionArn"]}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        raise ResourceFailure("A layer version is replaced, not updated")

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        layer, version = physical_id.split(":layer:")[-1].split(":")
        context.call("lambda", "delete_layer_version", LayerName=layer, VersionNumber=version)


@kind(
    "AWS::Lambda::EventInvokeConfig",
    "FunctionName Qualifier MaximumEventAgeInSeconds MaximumRetryAttempts DestinationConfig",
    required="FunctionName Qualifier",
    replaced_by="FunctionName Qualifier",
)
class EventInvokeConfig:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        context.call("lambda", "put_function_event_invoke_config", **properties)
        return f"{properties['FunctionName']}|{properties['Qualifier']}", {}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        context.call("lambda", "put_function_event_invoke_config", **properties)

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        name, qualifier = physical_id.rsplit("|", 1)
        context.call("lambda", "delete_function_event_invoke_config", FunctionName=name, Qualifier=qualifier)
