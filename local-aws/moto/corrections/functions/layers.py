"""Layers."""

import json
from typing import Any
from urllib.parse import unquote

from moto.awslambda.models import LambdaBackend, Layer, LayerStorage
from moto.awslambda.responses import LambdaResponse

from corrections.functions.errors import not_found, validation
from corrections.functions.paging import page
from corrections.functions.runtimes import KNOWN
from corrections.replacing import replaces


ARCHITECTURES = {"x86_64", "arm64"}


@replaces(LambdaBackend)
def publish_layer_version(original: Any, self: Any, spec: dict[str, Any]) -> Any:
    """PublishLayerVersion refuses unknown runtimes, more than 15 of them, unknown architectures, and too long a description or licence."""
    runtimes = spec.get("CompatibleRuntimes") or []
    if len(runtimes) > 15 or not set(runtimes) <= set(KNOWN):
        raise validation("compatibleRuntimes", runtimes, f"Member must be at most 15 of [{', '.join(KNOWN)}]")
    architectures = spec.get("CompatibleArchitectures") or []
    if len(architectures) > len(ARCHITECTURES) or not set(architectures) <= ARCHITECTURES:
        raise validation("compatibleArchitectures", architectures, "Member must satisfy enum value set: [x86_64, arm64]")
    if len(spec.get("LicenseInfo") or "") > 512:
        raise validation("licenseInfo", spec["LicenseInfo"], "Member must have length less than or equal to 512")
    if len(spec.get("Description") or "") > 256:
        raise validation("description", spec["Description"], "Member must have length less than or equal to 256")
    return original(self, spec)


@replaces(LambdaResponse)
def list_layers(original: Any, self: Any) -> str:
    """ListLayers filters and pages; with find=LayerVersion the same path is GetLayerVersionByArn."""
    if self.querystring.get("find", [""])[0] == "LayerVersion":
        return get_layer_version_by_arn(self)
    layers = [layer for layer in self.backend._layers._layers.values() if layer.layer_versions]
    newest = [(layer, _newest(layer.layer_versions.values(), self)) for layer in layers]
    shown, marker = page(self, [pair for pair in newest if pair[1]])
    return json.dumps({"Layers": [_entry(layer, version) for layer, version in shown]} | marker)


def get_layer_version_by_arn(response: Any) -> str:
    arn = response.querystring.get("Arn", [""])[0]
    version = response.backend.layers_versions_by_arn(arn) if arn.count(":") == 7 else None
    if version is None:
        raise not_found("The resource you requested does not exist.")
    return json.dumps(version.get_layer_version())


@replaces(LambdaResponse, "get_layer_version_by_arn")
def by_arn(original: Any, self: Any) -> str:
    """GetLayerVersionByArn exists, and answers 404 for an unknown version."""
    return get_layer_version_by_arn(self)


@replaces(LambdaResponse)
def list_layer_versions(original: Any, self: Any) -> str:
    """ListLayerVersions takes CompatibleRuntime and CompatibleArchitecture, and pages."""
    name = unquote(self.path.rsplit("/", 2)[-2]).rpartition(":")[2]
    versions = sorted(self.backend.list_layer_versions(name), key=lambda each: each.version, reverse=True)
    shown, marker = page(self, [each for each in versions if _compatible(each, self)])
    return json.dumps({"LayerVersions": [_without_content(each) for each in shown]} | marker)


@replaces(Layer)
def delete_version(original: Any, self: Any, layer_version: str) -> None:
    """Functions that use a deleted layer version keep it."""
    if (version := self.layer_versions.get(str(layer_version))) is not None:
        self.__dict__.setdefault("deleted_versions", {})[str(layer_version)] = version
    original(self, layer_version)


@replaces(LambdaResponse)
def delete_layer_version(original: Any, self: Any) -> Any:
    """DeleteLayerVersion answers 204, also when there is nothing to delete."""
    name = unquote(self.path.split("/")[-3]).rpartition(":")[2]
    if name in self.backend._layers._layers:
        self.backend.delete_layer_version(name, self.path.split("/")[-1])
    return 204, {"status": 204}, ""


@replaces(LayerStorage)
def get_layer_version(original: Any, self: Any, layer_name: str, layer_version: str) -> Any:
    """An unknown layer version is a ResourceNotFoundException; the version may be part of the ARN."""
    name = layer_name.rpartition(":layer:")[2]
    version = self._layers[name].layer_versions.get(str(layer_version)) if name in self._layers else None
    if version is None:
        raise not_found("The resource you requested does not exist.")
    return version


def _compatible(version: Any, response: Any) -> bool:
    runtime = response.querystring.get("CompatibleRuntime", [None])[0]
    architecture = response.querystring.get("CompatibleArchitecture", [None])[0]
    return (runtime is None or runtime in version.compatible_runtimes) and (
        architecture is None or architecture in version.compatible_architectures
    )


def _newest(versions: Any, response: Any) -> Any:
    return max((each for each in versions if _compatible(each, response)), key=lambda each: each.version, default=None)


def _entry(layer: Any, version: Any) -> dict[str, Any]:
    return {"LayerName": layer.name, "LayerArn": layer.layer_arn, "LatestMatchingVersion": _without_content(version)}


def _without_content(version: Any) -> dict[str, Any]:
    return {name: value for name, value in version.get_layer_version().items() if name not in ("Content", "LayerArn")}
