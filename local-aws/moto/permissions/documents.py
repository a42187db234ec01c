"""The policies of a role or user."""

from typing import Any

from moto.iam.models import iam_backends

import settings

Documents = list[tuple[str, Any]]


def role_of(arn: str) -> Any | None:
    """None when there is no such role."""
    return next((role for role in list(iam_backends[settings.ACCOUNT]["aws"].roles.values()) if role.arn == arn), None)


def arn_of(name: str) -> str | None:
    """The ARN of a role with its path; None when there is no such role."""
    return next((role.arn for role in list(iam_backends[settings.ACCOUNT]["aws"].roles.values()) if role.name == name), None)


def policies(principal: Any) -> Documents:
    """Inline and managed. A user keeps its inline policies by name as a role does."""
    managed = [(policy.name, default(policy)) for policy in list(principal.managed_policies.values())]
    return list(principal.policies.items()) + managed


def boundary(role: Any) -> Documents | None:
    """None when nothing bounds the role."""
    if not role.permissions_boundary_arn:
        return None
    policy = iam_backends[settings.ACCOUNT]["aws"].get_policy(role.permissions_boundary_arn)
    return [(policy.name, default(policy))]


def default(policy: Any) -> Any:
    return next(version.document for version in policy.versions if version.is_default)
