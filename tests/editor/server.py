"""The real yaml-language-server, spoken to as an editor does (LSP 3.17 over standard input and output)."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).parents[2]
SERVER = ROOT / "tests" / "node" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


class Server:
    """A running server with `folder` open, set as the project's .vscode/settings.json says."""

    def __init__(self, process: "subprocess.Popen[bytes]", folder: Path) -> None:
        assert process.stdin and process.stdout
        self._to: IO[bytes] = process.stdin
        self._from: IO[bytes] = process.stdout
        self._folder = folder
        self._settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
        self._last = 0
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}},
        }
        folders = [{"uri": folder.as_uri(), "name": "qingdan"}]
        self.ask("initialize", processId=None, rootUri=folder.as_uri(), workspaceFolders=folders,
                 capabilities=capabilities)  # fmt: skip
        self._send(method="initialized", params={})
        self._send(method="workspace/didChangeConfiguration", params={"settings": {}})
        while self._next().get("method") != "workspace/configuration":
            pass

    def complete(self, name: str, text: str) -> dict[str, str]:
        """Return what is offered at the `|` in a file's text: labels with their documentation."""
        found = self._at(name, text, "textDocument/completion")
        items = found["items"] if isinstance(found, dict) else found
        return {item["label"]: _words(item.get("documentation")) for item in items}

    def hover(self, name: str, text: str) -> str:
        """Return what is shown at the `|` in a file's text."""
        found = self._at(name, text, "textDocument/hover")
        return _words(found["contents"]) if found else ""

    def diagnose(self, name: str, text: str) -> list[str]:
        """Return what is marked as wrong in a file."""
        uri = self._open(name, text)
        while True:
            message = self._next()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return [found["message"] for found in message["params"]["diagnostics"]]

    def _at(self, name: str, text: str, method: str) -> Any:
        before, mark, after = text.partition("|")
        assert mark
        uri = self._open(name, before + after)
        lines = before.split("\n")
        place = {"line": len(lines) - 1, "character": len(lines[-1])}
        return self.ask(method, textDocument={"uri": uri}, position=place)

    def _open(self, name: str, text: str) -> str:
        uri = (self._folder / name).as_uri()
        self._last += 1
        document = {"uri": uri, "languageId": "yaml", "version": self._last, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        return uri

    def ask(self, method: str, **params: Any) -> Any:
        """Send a request and return its result, answering what the server asks meanwhile."""
        self._last += 1
        number = self._last
        self._send(id=number, method=method, params=params)
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _next(self) -> Any:
        """Return the next message; a request of the server is answered here."""
        length = 0
        while line := self._from.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the server stopped"
        message = json.loads(self._from.read(length))
        if "id" in message and "method" in message:
            self._send(id=message["id"], result=self._answer(message))
        return message

    def _answer(self, message: Any) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        return [self._section(item.get("section", "")) for item in message["params"]["items"]]

    def _section(self, section: str) -> dict[str, Any]:
        head = f"{section}."
        nested: dict[str, Any] = {}
        for key, value in self._settings.items():
            if key.startswith(head):
                *folders, last = key.removeprefix(head).split(".")
                inner = nested
                for folder in folders:
                    inner = inner.setdefault(folder, {})
                inner[last] = value
        return nested

    def _send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._to.flush()


def _words(said: Any) -> str:
    return str(said.get("value", "")) if isinstance(said, dict) else str(said or "")


@contextmanager
def language_server(folder: Path) -> Iterator[Server]:
    """Run the server with `folder` open."""
    command = ["node", str(SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            yield Server(process, folder)
        finally:
            process.kill()
