"""Proves layers by importing what is asked for. A finding is an answer, never an exception."""
import importlib
import os
import platform

# The folder of the layers.
ROOT = os.path.realpath(os.environ["PROBE_ROOT"])


def handler(event, context):
    loaded, failed = [], []
    entries = [(name, load) for name in event.get("imports") or []] + [(name, find) for name in event.get("files") or []]
    for name, prove in entries:
        # If the process dies now, the log says of what.
        print(f"Loading {name}", flush=True)
        try:
            loaded.append({"name": name, **prove(name)})
        # SystemExit and the like too: an import that ends the process would end every function that imports it.
        except BaseException as error:
            failed.append({"name": name, "error": f"{type(error).__name__}: {error}"})
    return {"loaded": loaded, "failed": failed, "interpreter": f"python {platform.python_version()}", "machine": platform.machine()}


def load(entry):
    name, _, attribute = entry.partition(":")
    module = importlib.import_module(name)
    path = path_of(module)
    if not os.path.realpath(path).startswith(ROOT + os.sep):
        raise ImportError(f"{name} is part of the runtime ({path}), it does not come from a layer")
    value = module
    for part in filter(None, attribute.split(".")):
        value = getattr(value, part)
    version = getattr(module, "__version__", None)
    return {"version": None if version is None else str(version), "path": path}


def path_of(module):
    if getattr(module, "__file__", None):
        return module.__file__
    # A namespace package has folders instead of a file; what is built in has neither.
    return next(iter(getattr(module, "__path__", [])), "built in")


def find(entry):
    path = os.path.join(ROOT, entry.lstrip("/"))
    if not os.path.isfile(path):
        raise FileNotFoundError(f"there is no {path}")
    if os.path.getsize(path) == 0:
        raise ValueError(f"{path} is empty")
    return {"version": None, "path": path}
