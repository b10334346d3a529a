"""The site as a plain web server gives it: gzip, connections kept open, nothing else."""

import gzip
import http.server
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

_PACKED = (".html", ".css", ".js", ".svg", ".json")


@lru_cache(maxsize=1024)
def _answer(file: Path) -> tuple[bytes, bool]:
    """Return what is sent for a file, and whether it is gzipped."""
    data = file.read_bytes()
    return (gzip.compress(data, 9, mtime=0), True) if file.suffix in _PACKED else (data, False)


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a folder on this machine; yields the address, without a slash at its end."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            file = site / unquote(urlsplit(self.path).path).lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            known = file.is_file() and ".." not in file.parts
            body, packed = _answer(file) if known else (b"", False)
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            self.send_response(200 if known else 404)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(body)))
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
