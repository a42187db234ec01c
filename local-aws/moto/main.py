"""The launcher: moto with AWS's rules restored, as a child process of the gateway.

It binds a free port on 127.0.0.1, prints one line `{"port": N}` when it can be used, and lives as long as its
standard input stays open. When the parent is gone, by whatever means, it ends every process that the local AWS
started and removes the state folder.

Environment: LOCAL_AWS_ID (mark of this local AWS in every child), LOCAL_AWS_STATE (state folder),
LOCAL_AWS_GATEWAY (endpoint for calls that the interpreter makes), LOCAL_AWS_REGION, LOCAL_AWS_PENDING_MS,
LOCAL_AWS_UPDATE_MS, LOCAL_AWS_ROLE_MS, LOCAL_AWS_METRIC_DELAY_S, LOCAL_AWS_WAIT_SCALE, LOCAL_AWS_RETRY_SCALE, and
LOCAL_AWS_PLAIN=1 for moto without corrections.
"""

import json
import os
import signal
import sys
from typing import Any

import cleanup
import settings
import stackroom
import startup


@stackroom.roomy
def main() -> None:
    # Ctrl-C reaches the whole process group; the parent decides when the launcher goes, by closing its input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: leave())
    stackroom.for_all_threads()
    startup.prepare()
    listener = _listen()
    os.environ["MOTO_PORT"] = str(listener.port)
    print(json.dumps({"port": listener.port}), flush=True)
    # Nobody reads a second line, and moto prints now and then: a full pipe would stop it.
    sys.stdout = sys.stderr
    while os.read(sys.stdin.fileno(), 4096):
        pass
    leave()


def _listen() -> Any:
    # moto must not be imported before startup has prepared it.
    import application
    import loopback
    import server

    answering = loopback.serve(application.Application())
    startup.look_for_garbage_rarely()
    return server.start(answering)


def leave() -> None:
    cleanup.end_processes(settings.ID)
    cleanup.remove_folder(settings.STATE)
    # Interpreter threads of running executions must not hold the process.
    os._exit(0)


if __name__ == "__main__":
    main()
