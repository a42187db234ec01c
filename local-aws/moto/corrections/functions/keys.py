"""The customer's key that a function's environment variables are encrypted with."""

from typing import Any

from moto.kms.models import kms_backends

# As the errors of Invoke say it (KMSDisabledException and the like); the codes are those of LastUpdateStatusReasonCode.
_REASONS = {
    "DisabledKMSKey": "the KMS key used is disabled",
    "InvalidStateKMSKey": "the state of the KMS key used is not valid for Decrypt",
    "KMSKeyNotFound": "the KMS key was not found",
}
_CODES = {"Disabled": "DisabledKMSKey", "Enabled": None}


def failure(function: Any) -> dict[str, str] | None:
    """Why Lambda cannot encrypt the environment variables with the function's key, as LastUpdateStatus shows it."""
    key = function.kept.get("KMSKeyArn")
    code = _code(function, key) if key and function.environment_vars else None
    if code is None:
        return None
    reason = f"Lambda couldn't decrypt the environment variables because {_REASONS[code]}. Check the function's KMS key settings."
    return {"LastUpdateStatus": "Failed", "LastUpdateStatusReason": reason, "LastUpdateStatusReasonCode": code}


def _code(function: Any, arn: str) -> str | None:
    keys = kms_backends[function.account_id][function.region]
    key = keys.keys.get(keys.get_key_id(arn))
    return _CODES.get(key.key_state, "InvalidStateKMSKey") if key else "KMSKeyNotFound"
