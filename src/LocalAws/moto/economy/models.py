"""botocore's descriptions of the services, from which moto reads requests, writes answers and makes clients."""

import functools

import boto3
import botocore.session
import moto.core.utils
from moto.core.loaders import create_loader

# One for all clients, and for who wants to know what a service's model says.
session = botocore.session.get_session()


def apply() -> None:
    boto3.setup_default_session(botocore_session=session)
    # A new loader would look through the folders of all 400 services before it reads the one that it wants.
    moto.core.utils.create_loader = functools.cache(create_loader)  # type: ignore[attr-defined]
