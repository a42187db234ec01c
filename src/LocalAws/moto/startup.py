"""What must happen before moto is imported."""

import logging
import os
from unittest import mock

import settings


def prepare() -> None:
    """boto3 inside moto finds a region and keys without looking anywhere; nothing but warnings is logged."""
    os.environ.setdefault("AWS_ACCESS_KEY_ID", "local")
    os.environ.setdefault("AWS_SECRET_ACCESS_KEY", "local")
    os.environ.setdefault("AWS_DEFAULT_REGION", settings.REGION)
    os.environ.setdefault("AWS_EC2_METADATA_DISABLED", "true")
    # A developer's profile must not reach into the local AWS.
    os.environ.pop("AWS_PROFILE", None)
    os.environ.pop("AWS_DEFAULT_PROFILE", None)
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")


def import_without_ec2_catalogues() -> None:
    """EC2's lists of regions and instance types are most of what moto reads at its start, and nothing here needs them."""
    import boto3
    import moto.utilities.utils

    regions = mock.patch.object(boto3.Session, "get_available_regions", lambda *_, **__: [settings.REGION])
    resources = mock.patch.object(moto.utilities.utils, "load_resource", lambda *_: {})
    with regions, resources:
        import moto.ec2.models  # noqa: F401


def remember_moto_modules() -> None:
    """moto looks through its own folder at every request, to see whether a service is one of its own."""
    import moto.backends

    modules = frozenset(moto.backends.list_of_moto_modules())
    moto.backends.list_of_moto_modules = lambda: modules
