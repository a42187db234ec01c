"""Code bundles: where they come from and what they must be."""

import io
import os
import zipfile
from typing import Any

from moto.awslambda import models
from moto.awslambda.models import LambdaBackend, LambdaFunction, LayerVersion
from moto.s3.exceptions import MissingBucket
from moto.s3.models import FakeKey, s3_backends
from moto.utilities.utils import get_partition

from corrections.functions.errors import invalid
from corrections.replacing import replaces

MAX_UNZIPPED = 262_144_000


_sizes: dict[str, int] = {}


def _unzipped(digest: str, content: bytes) -> int:
    if digest not in _sizes:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as bundle:
                entries = bundle.infolist()
        except zipfile.BadZipFile:
            raise invalid("Could not unzip uploaded file. Please check your file, then try to upload again.") from None
        if not entries:
            raise invalid("Uploaded file must be a non-empty zip")
        _sizes[digest] = sum(entry.file_size for entry in entries)
    return _sizes[digest]


def unzipped_size(bundle: Any) -> int:
    """Of a function or a layer version."""
    return _unzipped(bundle.code_sha_256, bundle.code_bytes) if bundle.code_bytes else 0


def _checked(parts: tuple[bytes, int, str, str]) -> tuple[bytes, int, str, str]:
    content, _, digest, _ = parts
    if not content:
        raise invalid("Uploaded file must be a non-empty zip")
    if _unzipped(digest, content) > MAX_UNZIPPED:
        raise invalid(f"Unzipped size must be smaller than {MAX_UNZIPPED} bytes")
    return parts


@replaces(models)
def _zipfile_content(original: Any, zipfile_content: str | bytes) -> tuple[bytes, int, str, str]:
    """A bundle in the request must be a zip file, not an empty one, and at most 250 MB unzipped."""
    return _checked(original(zipfile_content))


@replaces(models)
def _s3_content(original: Any, key: Any) -> tuple[bytes, int, str, str]:
    """A bundle in S3 must be a zip file, not an empty one, and at most 250 MB unzipped."""
    return _checked(original(key))


@replaces(models)
def _validate_s3_bucket_and_key(original: Any, account_id: str, partition: str, data: dict[str, Any]) -> Any:
    """A bundle that is not in S3 is refused, bucket and key alike; S3ObjectVersion picks the version."""
    failure = "Error occurred while GetObject. S3 Error Code: {}. S3 Error Message: {}"
    try:
        key = s3_backends[account_id][partition].get_object(data["S3Bucket"], data["S3Key"], data.get("S3ObjectVersion"))
    except MissingBucket:
        raise invalid(failure.format("NoSuchBucket", "The specified bucket does not exist")) from None
    # A marker of a deletion is no object.
    if not isinstance(key, FakeKey):
        raise invalid(failure.format("NoSuchKey", "The specified key does not exist."))
    return key


def read(account: str, region: str, spec: dict[str, Any]) -> tuple[bytes, int, str, str]:
    """Bytes, size and digests of the bundle that a request names."""
    if "ZipFile" in spec:
        return models._zipfile_content(spec["ZipFile"])
    if "S3Bucket" in spec and "S3Key" in spec:
        return models._s3_content(models._validate_s3_bucket_and_key(account, get_partition(region), spec))
    raise invalid("Please provide a source for function code.")


@replaces(LambdaFunction)
def _set_function_code(original: Any, self: Any, updated_spec: dict[str, Any]) -> None:
    """New code replaces the old only when it can be read; a published version keeps the code it was published with."""
    if "ImageUri" in updated_spec:
        original(self, updated_spec)
        return
    parts = read(self.account_id, self.region, updated_spec)
    self.code_bytes, self.code_size, self.code_sha_256, self.code_digest = parts
    # A new dict: the versions published so far hold the old one.
    self.code = {"S3Key": f"{self.function_name}-{self.code_digest}"}


@replaces(LambdaBackend)
def update_function_code(original: Any, self: Any, function_name: str, qualifier: str | None, body: dict[str, Any]) -> dict[str, Any]:
    """DryRun checks the request and changes nothing; Publish publishes once and answers with the version."""
    function = self._lambdas.get_function_by_name_or_arn_forbid_qualifier(function_name)
    if body.get("DryRun"):
        read(function.account_id, function.region, body)
        return function.get_configuration()
    function.update_function_code(body)
    if body.get("Publish"):
        function = self.publish_version(function_name)
    return function.get_configuration()


@replaces(LambdaFunction)
def get_code(original: Any, self: Any) -> dict[str, Any]:
    """Code.Location of GetFunction is a link from which the code of this very version can be downloaded."""
    answer = original(self)
    if self.package_type == "Zip":
        query = f"region={self.region}&name={self.function_name}&version={self.version}"
        answer["Code"] = {"RepositoryType": "S3", "Location": _link(f"code?{query}")}
    return answer


@replaces(LayerVersion)
def get_layer_version(original: Any, self: Any) -> dict[str, Any]:
    """Content.Location of GetLayerVersion is a link from which the layer can be downloaded; Description is always there."""
    answer = original(self)
    answer["Content"]["Location"] = _link(f"layer?region={self.region}&arn={self.arn}")
    answer.setdefault("Description", "")
    return answer


def _link(route: str) -> str:
    return f"http://127.0.0.1:{os.environ['MOTO_PORT']}/moto-api/local/{route}"
