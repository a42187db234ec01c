"""AWS::KMS::*, AWS::SSM::Parameter and AWS::CloudFormation::WaitConditionHandle."""

from typing import Any

from stacks.resources import Context, given, kind, true
from stacks.resources.roles import document


@kind(
    "AWS::KMS::Key", "Description KeyPolicy EnableKeyRotation Enabled KeySpec KeyUsage MultiRegion PendingWindowInDays Tags",
    replaced_by="KeySpec KeyUsage MultiRegion"
)
class Key:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        policy = document(properties["KeyPolicy"]) if "KeyPolicy" in properties else None
        tags = [{"TagKey": key, "TagValue": value} for key, value in context.tags(properties).items()]
        rest = given(properties, "Description", "KeySpec", "KeyUsage", "MultiRegion")
        made = context.call("kms", "create_key", Policy=policy, Tags=tags, **rest)["KeyMetadata"]
        _rotate(context, made["KeyId"], properties, {})
        return made["KeyId"], {"Arn": made["Arn"], "KeyId": made["KeyId"]}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        context.call("kms", "update_key_description", KeyId=physical_id, Description=properties.get("Description", ""))
        if "KeyPolicy" in properties:
            context.call("kms", "put_key_policy", KeyId=physical_id, PolicyName="default", Policy=document(properties["KeyPolicy"]))
        _rotate(context, physical_id, properties, before)

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("kms", "schedule_key_deletion", KeyId=physical_id, PendingWindowInDays=properties.get("PendingWindowInDays", 30))


def _rotate(context: Context, key: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
    wanted = true(properties.get("EnableKeyRotation", False))
    if wanted != true(before.get("EnableKeyRotation", False)):
        context.call("kms", "enable_key_rotation" if wanted else "disable_key_rotation", KeyId=key)


@kind("AWS::KMS::Alias", "AliasName TargetKeyId", required="AliasName TargetKeyId", replaced_by="AliasName")
class KeyAlias:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        context.call("kms", "create_alias", **properties)
        return properties["AliasName"], {}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        context.call("kms", "update_alias", **properties)

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("kms", "delete_alias", AliasName=physical_id)


@kind("AWS::SSM::Parameter", "Name Type Value Description AllowedPattern Tier Tags", required="Type Value", replaced_by="Name")
class Parameter:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name = properties.get("Name") or context.name(512)
        tags = [{"Key": key, "Value": value} for key, value in (properties.get("Tags") or {}).items()]
        rest = given(properties, "Type", "Value", "Description", "AllowedPattern", "Tier")
        context.call("ssm", "put_parameter", Name=name, Tags=tags or None, **rest)
        return name, {"Type": properties["Type"], "Value": properties["Value"]}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
        rest = given(properties, "Type", "Value", "Description", "AllowedPattern", "Tier")
        context.call("ssm", "put_parameter", Name=physical_id, Overwrite=True, **rest)
        return {"Type": properties["Type"], "Value": properties["Value"]}

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("ssm", "delete_parameter", Name=physical_id)


@kind("AWS::CloudFormation::WaitConditionHandle", "")
class WaitConditionHandle:
    """A resource that is nothing, for templates that need one."""

    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        return context.name(), {}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        pass

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        pass
