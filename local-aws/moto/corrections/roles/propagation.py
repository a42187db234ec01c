"""A new role, and a new trust policy, reach the other services some seconds late."""

import time
from typing import Any

from moto.iam.models import IAMBackend, Role

import settings
from corrections.replacing import replaces


@replaces(Role, "__init__")
def create(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    """Lambda does not know a role that was made a moment ago."""
    original(self, *args, **kwargs)
    _hold_back(self, None)


@replaces(IAMBackend)
def update_assume_role_policy(original: Any, self: Any, role_name: str, policy_document: str) -> None:
    """For a moment Lambda goes by the trust policy that the role had before."""
    role = self.get_role(role_name)
    known, before = known_trust(role), role.assume_role_policy_document
    original(self, role_name, policy_document)
    if role.assume_role_policy_document != before:
        _hold_back(role, known)


def _hold_back(role: Any, known: str | None) -> None:
    role.known_trust, role.known_from = known, time.monotonic() + settings.ROLE_SECONDS


def known_trust(role: Any) -> str | None:
    """The trust policy that Lambda goes by; None while it does not know the role."""
    return role.assume_role_policy_document if time.monotonic() >= role.known_from else role.known_trust


def know(role: Any) -> None:
    """For those who try again until Lambda knows the role, such as CloudFormation."""
    role.known_from = 0.0
