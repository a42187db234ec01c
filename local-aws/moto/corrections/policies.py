"""IAM policies: those that AWS manages exist in every account, and a document needs no Version."""

import functools
import json
from typing import Any

from moto.iam.aws_managed_policies import aws_managed_policies_data
from moto.iam.models import AWSManagedPolicy, IAMBackend
from moto.iam.policy_validation import BaseIAMPolicyValidator

from corrections.replacing import replaces

PREFIX = "arn:aws:iam::aws:policy/"


@functools.cache
def names() -> dict[str, str]:
    """ARN of each policy by its name."""
    return {name: _arn(name, policy) for name, policy in json.loads(aws_managed_policies_data).items()}


def _arn(name: str, policy: dict[str, Any]) -> str:
    return f"{PREFIX}{policy['Path'].lstrip('/')}{name}"


def _document(name: str) -> dict[str, Any] | None:
    # One at a time: reading all of them (1,500) takes longer than a small stack, for the two or three that a template names.
    at = aws_managed_policies_data.find(f'\n "{name}":')
    return _decoder.raw_decode(aws_managed_policies_data, aws_managed_policies_data.index("{", at))[0] if at >= 0 else None


_decoder = json.JSONDecoder()


def _know(backend: IAMBackend, arn: str) -> None:
    if not arn.startswith(PREFIX) or arn in backend.managed_policies:
        return
    name = arn.rpartition("/")[2]
    data = _document(name)
    if data and _arn(name, data) == arn:
        backend.managed_policies[arn] = AWSManagedPolicy.from_data(name, backend.account_id, backend.region_name, data)


@replaces(IAMBackend)
def attach_role_policy(original: Any, self: IAMBackend, policy_arn: str, role_name: str) -> None:
    """A managed policy of AWS can be attached to a role."""
    _know(self, policy_arn)
    original(self, policy_arn, role_name)


@replaces(IAMBackend)
def get_policy(original: Any, self: IAMBackend, policy_arn: str) -> Any:
    """A managed policy of AWS can be read."""
    _know(self, policy_arn)
    return original(self, policy_arn)


@replaces(IAMBackend)
def get_policy_version(original: Any, self: IAMBackend, policy_arn: str, version_id: str) -> Any:
    """The document of a managed policy of AWS can be read."""
    _know(self, policy_arn)
    return original(self, policy_arn, version_id)


@replaces(BaseIAMPolicyValidator)
def _validate_version(_: Any, self: BaseIAMPolicyValidator) -> None:
    """Version may be left out; then it is 2008-10-17. SAM's policy templates leave it out."""
    assert self._policy_json.get("Version", "2008-10-17") in ("2008-10-17", "2012-10-17")
