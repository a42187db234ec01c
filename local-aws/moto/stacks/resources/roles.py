"""AWS::IAM::*."""

import json
from typing import Any

from stacks.resources import Context, given, kind


def document(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


@kind(
    "AWS::IAM::Role",
    "RoleName Path AssumeRolePolicyDocument Description MaxSessionDuration PermissionsBoundary ManagedPolicyArns Policies Tags",
    required="AssumeRolePolicyDocument",
    replaced_by="RoleName Path",
)
class Role:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name = properties.get("RoleName") or context.name(64)
        made = context.call(
            "iam",
            "create_role",
            RoleName=name,
            AssumeRolePolicyDocument=document(properties["AssumeRolePolicyDocument"]),
            # moto refuses tags that begin with aws:, which only CloudFormation may set.
            Tags=[tag for tag in context.tag_list(properties) if not tag["Key"].startswith("aws:")],
            **given(properties, "Path", "Description", "MaxSessionDuration", "PermissionsBoundary"),
        )["Role"]
        _put_policies(context, name, properties, {})
        return name, {"Arn": made["Arn"], "RoleId": made["RoleId"]}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        trust = document(properties["AssumeRolePolicyDocument"])
        context.call("iam", "update_assume_role_policy", RoleName=physical_id, PolicyDocument=trust)
        context.call(
            "iam", "update_role", RoleName=physical_id, Description=properties.get("Description", ""),
            MaxSessionDuration=properties.get("MaxSessionDuration", 3600)
        )
        if "PermissionsBoundary" in properties:
            context.call(
                "iam", "put_role_permissions_boundary", RoleName=physical_id, PermissionsBoundary=properties["PermissionsBoundary"]
            )
        elif "PermissionsBoundary" in before:
            context.call("iam", "delete_role_permissions_boundary", RoleName=physical_id)
        _put_policies(context, physical_id, properties, before)

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        _put_policies(context, physical_id, {}, properties)
        context.call("iam", "delete_role", RoleName=physical_id)


def _put_policies(context: Context, role: str, wanted: dict[str, Any], before: dict[str, Any]) -> None:
    policies = {one["PolicyName"]: one["PolicyDocument"] for one in wanted.get("Policies", [])}
    for name, text in policies.items():
        context.call("iam", "put_role_policy", RoleName=role, PolicyName=name, PolicyDocument=document(text))
    for one in before.get("Policies", []):
        if one["PolicyName"] not in policies:
            context.call("iam", "delete_role_policy", RoleName=role, PolicyName=one["PolicyName"])
    attached, had = set(wanted.get("ManagedPolicyArns", [])), set(before.get("ManagedPolicyArns", []))
    for arn in sorted(attached - had):
        context.call("iam", "attach_role_policy", RoleName=role, PolicyArn=arn)
    for arn in sorted(had - attached):
        context.call("iam", "detach_role_policy", RoleName=role, PolicyArn=arn)


@kind("AWS::IAM::Policy", "PolicyName PolicyDocument Roles", required="PolicyName PolicyDocument", replaced_by="PolicyName")
class InlinePolicy:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        for role in properties.get("Roles", []):
            context.call(
                "iam", "put_role_policy", RoleName=role, PolicyName=properties["PolicyName"],
                PolicyDocument=document(properties["PolicyDocument"])
            )
        return context.name(64), {}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        InlinePolicy.create(context, properties)
        gone = [role for role in before.get("Roles", []) if role not in properties.get("Roles", [])]
        InlinePolicy.delete(context, physical_id, before | {"Roles": gone})

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        for role in properties.get("Roles", []):
            context.call("iam", "delete_role_policy", RoleName=role, PolicyName=properties["PolicyName"])


@kind(
    "AWS::IAM::ManagedPolicy", "ManagedPolicyName Path Description PolicyDocument Roles", required="PolicyDocument",
    replaced_by="ManagedPolicyName Path Description"
)
class ManagedPolicy:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        made = context.call(
            "iam",
            "create_policy",
            PolicyName=properties.get("ManagedPolicyName") or context.name(128),
            PolicyDocument=document(properties["PolicyDocument"]),
            **given(properties, "Path", "Description"),
        )["Policy"]
        for role in properties.get("Roles", []):
            context.call("iam", "attach_role_policy", RoleName=role, PolicyArn=made["Arn"])
        return made["Arn"], {"PolicyArn": made["Arn"], "PolicyId": made["PolicyId"]}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        if properties["PolicyDocument"] != before["PolicyDocument"]:
            context.call(
                "iam", "create_policy_version", PolicyArn=physical_id, PolicyDocument=document(properties["PolicyDocument"]),
                SetAsDefault=True
            )
        _attach(context, physical_id, set(properties.get("Roles", [])), set(before.get("Roles", [])))

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        _attach(context, physical_id, set(), set(properties.get("Roles", [])))
        for version in context.call("iam", "list_policy_versions", PolicyArn=physical_id)["Versions"]:
            if not version["IsDefaultVersion"]:
                context.call("iam", "delete_policy_version", PolicyArn=physical_id, VersionId=version["VersionId"])
        context.call("iam", "delete_policy", PolicyArn=physical_id)


def _attach(context: Context, arn: str, wanted: set[str], had: set[str]) -> None:
    for role in sorted(wanted - had):
        context.call("iam", "attach_role_policy", RoleName=role, PolicyArn=arn)
    for role in sorted(had - wanted):
        context.call("iam", "detach_role_policy", RoleName=role, PolicyArn=arn)
