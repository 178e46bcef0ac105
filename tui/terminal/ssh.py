"""This machine as the author's own reaches it, where they sit at the other end of an SSH line."""

from __future__ import annotations

import getpass
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Reached:
    """How to call this machine from where the author sits."""

    user: str
    host: str
    port: str = "22"

    def forward(self, port: int) -> str:
        """Return the command that brings a port of this machine's loopback to the author's.

        >>> Reached("mia", "192.0.2.1", "2222").forward(4711)
        'ssh -N -L 4711:127.0.0.1:4711 -p 2222 mia@192.0.2.1'
        """
        return f"ssh -N -L {port}:{LOOPBACK}:{port}{self._port('-p')} {self.user}@{self.host}"

    def fetch(self, file: Path) -> str:
        """Return the command that copies a file to where the author sits.

        >>> Reached("mia", "2001:db8::1").fetch(Path("/home/mia/Mein Buch.pdf"))
        "scp 'mia@[2001:db8::1]:/home/mia/Mein Buch.pdf' ."
        """
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"scp{self._port('-P')} {shlex.quote(f'{self.user}@{host}:{file}')} ."

    def _port(self, option: str) -> str:
        return f" {option} {self.port}" if self.port != "22" else ""


def reached(environment: Mapping[str, str]) -> Reached | None:
    """Return how this machine is reached, or None where the author sits at it.

    `SSH_CONNECTION` holds the client's address and port and the server's address and port (ssh(1)).

    >>> reached({"SSH_CONNECTION": "192.0.2.7 50000 192.0.2.1 22", "USER": "mia"})
    Reached(user='mia', host='192.0.2.1', port='22')
    """
    _client, _client_port, host, port = [*environment.get("SSH_CONNECTION", "").split(), "", "", "", ""][:4]
    if not host:
        return None
    return Reached(environment.get("USER") or getpass.getuser(), host, port if port.isdecimal() else "22")
