"""Writes the stand-ins of the AWSSDK packages: python3 compat/generator/generate.py [--check] [package…]

Each package folder's Generated/ is rewritten; what stands beside it is written by hand. --check only compares.
Needs botocore (it comes with moto and boto3), whose service models are the ones AWS generates its SDKs from.
"""

import re
import shutil
import sys
from collections import defaultdict
from pathlib import Path

import emit
from model import Model
from services import SERVICES

ROOT = Path(__file__).resolve().parent.parent


class Package:
    def __init__(self, service):
        self.service, self.model = service, Model(service)
        self.file_of = {op: file for file, ops in service.files.items() for op in ops.split()}
        self.operations = sorted(self.file_of)

    def shapes_by_file(self):
        """Structures and enums that operations and their errors lead to, each in the file of its only user, else in Common."""
        users = defaultdict(set)
        for op in self.operations:
            described = self.model.operations[op]
            for root in [*(described[side] for side in ("input", "output") if side in described), *described.get("errors", [])]:
                for shape in self.model.reachable(root["shape"]) - {root["shape"]}:
                    users[shape].add(self.file_of[op])
        return self._split(users)

    def errors_by_file(self):
        users = defaultdict(set)
        for op in self.operations:
            for error in self.model.operations[op].get("errors", []):
                users[error["shape"]].add(self.file_of[op])
        return self._split(users)

    def _split(self, users):
        files = defaultdict(list)
        for shape in sorted(users):
            own = next((file for file, pattern in self.service.shape_files.items() if re.search(pattern, shape)), None)
            files[own or (users[shape].copy().pop() if len(users[shape]) == 1 else "Common")].append(shape)
        return files

    def sources(self):
        """Path below Generated/ -> text."""
        model, namespace, service = self.model, self.service.namespace, self.service
        base, name = f"Amazon{service.client}", f"Amazon{service.client}Request"
        shapes, errors = self.shapes_by_file(), self.errors_by_file()
        texts = {}
        model_usings = {"Amazon.Runtime", "Compat.Aws"}
        parts = defaultdict(list)
        for op in self.operations:
            described = model.operations[op]
            request, response = (described.get(side, {}).get("shape") for side in ("input", "output"))
            parts[self.file_of[op]] += [
                emit.structure(model, request, f"{op}Request", name, "request"),
                emit.structure(model, response, f"{op}Response", "AmazonWebServiceResponse"),
            ]
        for file, names in shapes.items():
            parts[file] += [emit.structure(model, s) for s in names if model.shapes[s]["type"] == "structure"]
            constants = [emit.constant(model, s) for s in model.enum_as_constant(names)]
            if constants:
                texts[f"Constants/{file}.g.cs"] = emit.source({"Amazon.Runtime"}, namespace, constants)
        for file, found in parts.items():
            if found:
                texts[f"Model/{file}.g.cs"] = emit.source(model_usings, f"{namespace}.Model", found)
        texts[f"Model/{name}.g.cs"] = emit.source(
            {"Amazon.Runtime"}, f"{namespace}.Model", [f"public partial class {name} : AmazonWebServiceRequest;\n"]
        )
        for file, names in errors.items():
            usings = {"System.Net", "Amazon.Runtime", "Compat.Aws"}
            texts[f"Exceptions/{file}.g.cs"] = emit.source(usings, f"{namespace}.Model", [emit.service_exception(model, s) for s in names])
        texts[f"{base}Exception.g.cs"] = emit.source(
            {"System.Net", "Amazon.Runtime"}, namespace, [emit.exception(f"{base}Exception", "AmazonServiceException")])
        texts[f"{base}Config.g.cs"] = emit.source({"Compat.Aws"}, namespace, [emit.config(model)])
        texts[f"{service.client}Service.g.cs"] = emit.source(
            {f"{namespace}.Model", "Amazon.Runtime", "Compat.Aws", "Compat.Aws.Protocols"}, namespace,
            [emit.service_model(model, sorted({s for names in errors.values() for s in names}))])
        calls = {f"{namespace}.Model", "Amazon.Runtime"}
        texts[f"I{base}.g.cs"] = emit.source(calls | {"Amazon.Runtime.Endpoints"}, namespace, [emit.interface(model, self.operations)])
        texts[f"{base}Client.g.cs"] = emit.source(calls | {"Compat.Aws"}, namespace, [emit.client(model, self.operations)])
        return texts

    def write(self):
        folder = ROOT / self.service.package / "Generated"
        shutil.rmtree(folder, ignore_errors=True)
        for path, text in self.sources().items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")

    def differences(self):
        folder = ROOT / self.service.package / "Generated"
        wanted = self.sources()
        present = {str(p.relative_to(folder)): p.read_text(encoding="utf-8") for p in folder.rglob("*.cs")}
        return sorted(f"{self.service.package}/Generated/{p}" for p in wanted.keys() | present.keys() if wanted.get(p) != present.get(p))


def main(arguments):
    names = [a for a in arguments if not a.startswith("-")]
    packages = [Package(s) for s in SERVICES if not names or s.package in names]
    if "--check" not in arguments:
        for package in packages:
            package.write()
        return 0
    differences = [d for package in packages for d in package.differences()]
    print("\n".join(differences))
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
