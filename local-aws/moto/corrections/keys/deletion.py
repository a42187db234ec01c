"""Keys are named by their id or their ARN, also where they are to be deleted or switched off."""

from typing import Any

from moto.kms.models import KmsBackend

from corrections.replacing import replaces


@replaces(KmsBackend)
def schedule_key_deletion(original: Any, self: KmsBackend, key_id: str, pending_window_in_days: int) -> float:
    """The ARN of a key names it as well: https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html"""
    return original(self, self.get_key_id(key_id), pending_window_in_days)


@replaces(KmsBackend)
def cancel_key_deletion(original: Any, self: KmsBackend, key_id: str) -> None:
    """The ARN of a key names it as well: https://docs.aws.amazon.com/kms/latest/APIReference/API_CancelKeyDeletion.html"""
    original(self, self.get_key_id(key_id))


@replaces(KmsBackend)
def disable_key(original: Any, self: KmsBackend, key_id: str) -> None:
    """The ARN of a key names it as well: https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKey.html"""
    original(self, self.get_key_id(key_id))


@replaces(KmsBackend)
def enable_key(original: Any, self: KmsBackend, key_id: str) -> None:
    """The ARN of a key names it as well: https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKey.html"""
    original(self, self.get_key_id(key_id))
