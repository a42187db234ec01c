"""HTTP/1.1 in front of a WSGI application, one thread per connection, connections kept alive.

werkzeug's own handler closes the connection after each answer because it does not know whether the application read
the whole request. Here the request is read completely before the application sees it.
"""

import io
import socket
import threading
from typing import Any

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

BODILESS = {204, 304}


class Handler(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"
    # One packet per answer: header and body in two would wait for the peer's delayed acknowledgement.
    wbufsize = -1
    disable_nagle_algorithm = True

    def make_environ(self) -> dict[str, Any]:
        environ = super().make_environ()
        if environ.pop("wsgi.input_terminated", False):
            body = io.BufferedReader(environ["wsgi.input"]).read()
        else:
            body = self.rfile.read(int(environ.get("CONTENT_LENGTH") or 0))
        environ["wsgi.input"] = io.BytesIO(body)
        environ["CONTENT_LENGTH"] = str(len(body))
        environ.pop("HTTP_TRANSFER_ENCODING", None)
        return environ

    def run_wsgi(self) -> None:
        self.environ = environ = self.make_environ()
        answer: list[Any] = []

        def start_response(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
            answer[:] = [status, headers]

        chunks = self.server.app(environ, start_response)
        try:
            body = b"".join(chunks)
        finally:
            if hasattr(chunks, "close"):
                chunks.close()
        self._write(*answer, body)

    def _write(self, status: str, headers: list[tuple[str, str]], body: bytes) -> None:
        code, _, reason = status.partition(" ")
        self.send_response(int(code), reason)
        head = self.command == "HEAD"
        for name, value in headers:
            # The length of a HEAD answer is that of the object, not of this answer.
            if name.lower() not in ("connection", "transfer-encoding") and (head or name.lower() != "content-length"):
                self.send_header(name, value)
        if not head and int(code) not in BODILESS:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if not head and int(code) not in BODILESS:
            self.wfile.write(body)
        self.wfile.flush()

    def log_request(self, code: Any = "-", size: Any = "-") -> None:
        pass


class Listener(ThreadedWSGIServer):
    daemon_threads = True
    request_queue_size = 1024

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A client that went away is not worth a word; application errors are answered by the application.
        pass


def start(app: Any) -> Listener:
    """Listens on a free port of the loopback interface; serves until the process ends."""
    listener = Listener("127.0.0.1", 0, app, Handler)
    listener.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    threading.Thread(target=listener.serve_forever, name="listener", daemon=True).start()
    return listener
