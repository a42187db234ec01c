"""botocore's descriptions of the services, from which moto reads requests, writes answers and makes clients."""

import functools
import os
from typing import Any

import boto3
import botocore.session
import moto.core.utils
from botocore.exceptions import DataNotFoundError
from botocore.loaders import Loader, instance_cache
from moto.core.loaders import Loader as MotoLoader
from moto.core.loaders import moto_root


class _Direct(Loader):
    @instance_cache
    def load_service_model(self, service_name: str, type_name: str, api_version: str | None = None) -> Any:
        """Reads the one that is wanted. botocore first looks through the folders of all 400 services, for each kind of model."""
        try:
            version = api_version or self.determine_latest_version(service_name, type_name)
            model = self.load_data(os.path.join(service_name, version, type_name))
        except DataNotFoundError:
            # It knows which ones there are.
            return super().load_service_model(service_name, type_name, api_version)
        self._extras_processor.process(model, self._find_extras(service_name, type_name, version))
        return model


class _Shared(_Direct, MotoLoader):
    def load_service_model(self, service_name: str, type_name: str, api_version: str | None = None) -> Any:
        """A model to which neither moto nor botocore adds anything is read once for both."""
        try:
            version = api_version or self.determine_latest_version(service_name, type_name)
        except DataNotFoundError:
            return super().load_service_model(service_name, type_name, api_version)
        own = any(True for loader in (self, clients) for _ in loader._find_extras(service_name, type_name, version))
        return (super() if own else clients).load_service_model(service_name, type_name, version)


clients = _Direct()
# One session for all clients, and for who wants to know what a service's model says.
session = botocore.session.get_session()
session.register_component("data_loader", clients)


def apply() -> None:
    boto3.setup_default_session(botocore_session=session)
    moto.core.utils.create_loader = functools.cache(lambda: _Shared(extra_search_paths=[moto_root]))  # type: ignore[attr-defined]
