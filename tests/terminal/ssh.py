"""An sshd of our own on loopback: its own keys, a free port, started and stopped by whoever uses it."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SLOW_LINE = Path(__file__).with_name("slow_line.py")


@dataclass(frozen=True)
class Server:
    """A running sshd."""

    port: int
    folder: Path

    def command(self, remote: str, *, delay: float = 0.0, rate: float = 0.0) -> list[str]:
        """The ssh command that runs `remote` in a terminal over a line with that delay (seconds) and rate (bytes/s)."""
        proxy = f"{sys.executable} {SLOW_LINE} 127.0.0.1 {self.port} {delay} {rate}"
        options = {
            "IdentityFile": str(self.folder / "client"),
            "IdentitiesOnly": "yes",
            "UserKnownHostsFile": "/dev/null",
            "StrictHostKeyChecking": "no",
            "LogLevel": "ERROR",
            "ProxyCommand": proxy,
        }
        flags = [part for name, value in options.items() for part in ("-o", f"{name}={value}")]
        return ["ssh", "-F", "/dev/null", "-tt", *flags, "-p", str(self.port), f"{getpass.getuser()}@127.0.0.1", remote]


def missing_tool() -> str:
    """The first tool of those an sshd test needs that is not installed; empty where all are."""
    return next((tool for tool in ("ssh", "ssh-keygen", "sshd") if _tool(tool) is None), "")


@contextmanager
def sshd(folder: Path) -> Iterator[Server]:
    """Run an sshd whose keys and settings live in a folder."""
    for name in ("host", "client"):
        command = [_needed("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(command, check=True)
    shutil.copy(folder / "client.pub", folder / "authorized_keys")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (folder / "sshd_config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder / 'host'}\n"
        f"AuthorizedKeysFile {folder / 'authorized_keys'}\nPidFile {folder / 'sshd.pid'}\n"
        "StrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\nPrintMotd no\nPrintLastLog no\n"
    )
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    command = [_needed("sshd"), "-D", "-e", "-f", str(folder / "sshd_config")]
    with (folder / "sshd.log").open("wb") as log:
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=log)
    try:
        _wait_for_port(port, server, folder)
        yield Server(port, folder)
    finally:
        server.terminate()
        server.wait(10)


def _wait_for_port(port: int, server: subprocess.Popen[bytes], folder: Path) -> None:
    until = time.monotonic() + 10
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"sshd did not start: {(folder / 'sshd.log').read_text()}")


def _tool(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin")


def _needed(name: str) -> str:
    found = _tool(name)
    if found is None:
        raise FileNotFoundError(name)
    return found
