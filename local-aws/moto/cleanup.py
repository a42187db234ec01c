"""Ends what the local AWS started and removes what it wrote."""

import os
import shutil
import signal
import time

DEADLINE_SECONDS = 5


def end_processes(mark: str) -> None:
    """Kills every process that carries LOCAL_AWS_ID=<mark> in its environment, until none is left."""
    if not mark:
        return
    deadline = time.monotonic() + DEADLINE_SECONDS
    # A process may start another one while we look, so look again until nothing is found.
    while (found := _marked(mark)) and time.monotonic() < deadline:
        for pid in found:
            _kill(pid)
        time.sleep(0.01)


def remove_folder(path: str) -> None:
    if path and os.path.basename(path).startswith("local-aws-"):
        shutil.rmtree(path, ignore_errors=True)


def _marked(mark: str) -> list[int]:
    wanted = f"LOCAL_AWS_ID={mark}".encode()
    return [pid for pid in _processes() if pid != os.getpid() and wanted in _environment(pid)]


def _processes() -> list[int]:
    try:
        return [int(name) for name in os.listdir("/proc") if name.isdigit()]
    except OSError:
        # No /proc (macOS): the gateway ends its own children there.
        return []


def _environment(pid: int) -> list[bytes]:
    try:
        with open(f"/proc/{pid}/environ", "rb") as file:
            return file.read().split(b"\0")
    except OSError:
        return []


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except OSError:
        pass
