"""Keys of services: from the environment, the system's keyring, or a file that nobody else can read.

A key is never part of the settings, so that no dump of them, no book and no journal can hold one.
"""

from __future__ import annotations

import os
import stat
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from engine.errors import FibelError
from engine.settings import key_folder

SERVICE = "fibel"
"""What the keyring files our keys under: `keyring set fibel mistral`."""

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class _Keyring(Protocol):
    def get_password(self, service_name: str, username: str) -> str | None: ...


def find_key(name: str, variable: str) -> str | None:
    """Return a service's key, None if there is none anywhere. Reads files and may ask the desktop: not on a loop.

    Args:
        name: the service or host, as the keyring and the file call it.
        variable: of the environment.

    Raises:
        FibelError: `key_exposed` if the file can be read by others, `key_missing` if it cannot be read by us.
    """
    return os.environ.get(variable, "").strip() or _from_keyring(name) or _from_file(key_folder() / f"{name}.key")


def where_to_put(name: str, variable: str) -> str:
    """Return in words where a key is looked for."""
    return f"{variable}, the keyring (`keyring set {SERVICE} {name}`) and {key_folder() / f'{name}.key'}"


def _from_keyring(name: str) -> str | None:
    """Ask the system's keyring if the library for it is installed; one that is locked or absent has no key."""
    try:
        keyring = cast(_Keyring, import_module("keyring"))
        broken = cast(type[Exception], import_module("keyring.errors").KeyringError)
    except ImportError:
        return None
    try:
        return (keyring.get_password(SERVICE, name) or "").strip() or None
    except broken:
        return None


def _from_file(path: Path) -> str | None:
    try:
        with path.open(encoding="utf-8") as file:
            if os.fstat(file.fileno()).st_mode & _OTHERS:
                raise FibelError("key_exposed", f"{path}: `chmod 600 {path}`.")
            return file.read().strip() or None
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise FibelError("key_missing", f"{path}: {error}.") from error
