"""What may stand on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.publish.profile import Profile, profiles

STUDIO = "studio"
"""The command that is meant when none is named."""


@dataclass(frozen=True, slots=True)
class Globals:
    """Options that may stand before or after the command."""

    box: bool
    config: Path | None
    json: bool
    verbose: bool
    speed: float | None
    """How much faster than the real card the box is."""
    leaves_machine: bool = False
    """Whether the author agrees that the book's texts go to a writer that is not on this machine."""


def parse(arguments: Sequence[str]) -> tuple[Globals, argparse.Namespace]:
    """Split the command line into the global options and those of the command.

    Ends the process with code 2 and a message if it makes no sense, and with 0 after `--help` or `--version`.
    """
    shared = _globals_parser()
    found, rest = shared.parse_known_args(_before_double_dash(arguments))
    rest += _after_double_dash(arguments)
    options = Globals(
        box=found.box,
        config=found.config,
        json=found.json,
        verbose=found.verbose,
        speed=found.speed,
        leaves_machine=found.leaves_machine,
    )
    if rest and rest[0] in {*_COMMANDS, "-h", "--help", "--version"}:
        return options, _commands_parser(shared).parse_args(rest)
    return options, _studio_parser(shared).parse_args(rest)


def commands_parser() -> argparse.ArgumentParser:
    """Return the parser of every command, for those who want to read it."""
    return _commands_parser(_globals_parser())


def _before_double_dash(arguments: Sequence[str]) -> list[str]:
    return list(arguments[: arguments.index("--")]) if "--" in arguments else list(arguments)


def _after_double_dash(arguments: Sequence[str]) -> list[str]:
    return list(arguments[arguments.index("--") :]) if "--" in arguments else []


def _globals_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    group = parser.add_argument_group("everywhere")
    group.add_argument("--box", action="store_true", help="work on the embedded machine: no server, no model, no GPU")
    group.add_argument("--speed", type=float, metavar="N", help="the box: N times as fast as the real card (1 = real)")
    group.add_argument("--config", type=Path, metavar="FILE", help="settings in place of your own config file")
    group.add_argument(
        "--yes-leaves-machine",
        dest="leaves_machine",
        action="store_true",
        help="agree that this book's texts go to a writer that is not on this machine; the book remembers it",
    )
    group.add_argument("--json", action="store_true", help="one JSON object, or one event a line")
    group.add_argument("-v", "--verbose", action="store_true", help="say more; show where an error came from")
    return parser


def _studio_parser(shared: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="fibel", parents=[shared], allow_abbrev=False)
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="a book; without one: the library")
    parser.set_defaults(command=STUDIO)
    return parser


def _commands_parser(shared: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="fibel",
        usage="fibel [DIR] | fibel COMMAND …",
        description="From an idea to an illustrated children's book. Without a command: the studio, on the screen.",
        epilog="Exit codes: 0 done, 1 failed, 2 usage, 3 server unreachable, 4 refused by a check, "
        "5 locked by another process, 130 interrupted.",
        parents=[shared],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_TellVersion, nargs=0, help="say which Fibel this is")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands")
    for name, (describe, add) in _COMMANDS.items():
        add(commands.add_parser(name, help=describe, description=describe, parents=[shared], allow_abbrev=False))
    return parser


def _folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="the book's folder")


def _pages(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pages", metavar="2-5,7", default="", help="page numbers; without: all that need it")


def _beginning(parser: argparse.ArgumentParser) -> None:
    _folder(parser)
    parser.add_argument("--idea", default="", metavar="TEXT", help="what the book is about, in a sentence or two")
    parser.add_argument("--from", dest="manuscript", type=Path, metavar="FILE", help="a manuscript: .md or .txt")
    parser.add_argument("--encoding", default="", metavar="NAME", help="of an old manuscript, such as cp1252 or cp1250")
    parser.add_argument("--title", default="", metavar="TEXT")
    parser.add_argument("--author", default="", metavar="NAME")
    parser.add_argument("--pages", dest="count", type=int, default=8, metavar="N", help="story pages (8)")
    parser.add_argument("--age", default="3-5", metavar="3-5", help="age profile (3-5)")
    parser.add_argument("--format", default="a5", metavar="NAME", help="trim size (a5)")
    parser.add_argument("--style", default="watercolor", metavar="NAME", help="how the pictures look (watercolor)")
    _names_file(parser)


def _new(parser: argparse.ArgumentParser) -> None:
    _beginning(parser)
    parser.add_argument(
        "--edition-of", type=Path, metavar="BOOK", help="another language of a book that is there, with its pictures"
    )
    parser.add_argument("--language", choices=["en", "de"], default="en", help="of the edition (en)")


def _names(parser: argparse.ArgumentParser) -> None:
    _folder(parser)
    parser.add_argument("name", nargs="?", metavar="NAME", help="the stand-in; the real name is asked for")
    parser.add_argument("--forget", action="store_true", help="forget the real name; the stand-in stays")
    _names_file(parser)


def _names_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--names",
        dest="names_file",
        type=Path,
        metavar="FILE",
        help="real names, one a line: `Lina = Emma`; they stay on this machine",
    )


def _paint(parser: argparse.ArgumentParser) -> None:
    _folder(parser)
    _pages(parser)
    parser.add_argument("--preset", default="", metavar="NAME", help="sampler preset in place of the book's")
    parser.add_argument("--seed", type=int, metavar="N", help="seed in place of a new one")
    parser.add_argument(
        "--size", default="", metavar="SIZE", help="S, M or L, with 1:1 … 16:9 if not as the page is; or 640x896"
    )
    parser.add_argument(
        "--upscale", action="store_true", help="paint nothing: enlarge the chosen pictures fourfold, for the press"
    )


def _write(parser: argparse.ArgumentParser) -> None:
    _folder(parser)
    _pages(parser)


def _approve(parser: argparse.ArgumentParser) -> None:
    _folder(parser)
    parser.add_argument("--text", action="store_true", help="texts only")
    parser.add_argument("--pictures", action="store_true", help="pictures only")
    parser.add_argument("--drafts", action="store_true", help="first take the writer's drafts over as the texts")
    _pages(parser)


def _export(parser: argparse.ArgumentParser) -> None:
    _folder(parser)
    parser.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="FILE",
        help="FILE.pdf, .epub, .cbz, .zip: the pictures, .md or .docx: the words",
    )
    parser.add_argument("--format", default=None, metavar="NAME", help="trim size in place of the book's")
    _profile(parser)
    parser.add_argument("--soft", action="store_true", help="print pictures that look soft on paper")
    parser.add_argument("--force", action="store_true", help="go past preflight errors")


def _check(parser: argparse.ArgumentParser) -> None:
    _folder(parser)
    parser.add_argument("--format", default=None, metavar="NAME", help="trim size in place of the book's")
    _profile(parser)


def _profile(parser: argparse.ArgumentParser) -> None:
    choices = [profile.value for profile in Profile]
    kinds = ", ".join(f"{suffix}: {' '.join(profiles(suffix))}" for suffix in (".pdf", ".epub", ".md"))
    parser.add_argument("--profile", default=None, choices=choices, metavar="NAME", help=f"what it is for ({kinds})")


def _make(parser: argparse.ArgumentParser) -> None:
    _beginning(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="FILE.pdf", help="the finished book")
    parser.add_argument("--force", action="store_true", help="go past preflight errors")


def _lint(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="one sentence or paragraph a line; - reads from stdin")
    parser.add_argument("--age", default="3-5", metavar="3-5", help="age profile (3-5)")


def _pull(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("model", nargs="?", default="", metavar="MODEL", help="its name; without: that of the settings")


def _workflows(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["check"])
    parser.add_argument("file", type=Path, metavar="FILE", help="a workflow in ComfyUI's API format")


def _completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=["bash", "zsh", "fish"])


def _doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--warm", action="store_true", help="load the models too and leave them loaded, as before a workshop"
    )


def _prompts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", default="", metavar="NAME", help="print this one; without: list them")
    parser.add_argument(
        "--model", default="", metavar="NAME", help="as this model is told; without: that of the settings"
    )


def _nothing(parser: argparse.ArgumentParser) -> None:
    del parser


_COMMANDS = {
    "demo": ("the studio on the box, with a sample book", _nothing),
    "new": ("begin a book from an idea, a manuscript, or another book", _new),
    "outline": ("have the outline written", _folder),
    "write": ("have the scenes written", _write),
    "paint": ("have pictures painted", _paint),
    "approve": ("say yes to texts and pictures", _approve),
    "check": ("preflight: what a reader or printer would stumble over", _check),
    "names": ("stand-ins for the names of real children", _names),
    "lint": ("read German as a child would: length, commas, clauses, passive, tense", _lint),
    "export": ("publish: PDF, EPUB, CBZ, pictures, manuscript", _export),
    "make": ("everything from the idea to the file, unattended; goes on where it stopped", _make),
    "status": ("where a book stands", _folder),
    "doctor": ("is everything there?", _doctor),
    "pull": ("have Ollama fetch a model", _pull),
    "presets": ("list samplers, styles, formats, ages", _nothing),
    "prompts": ("what the writer is told; put your own words in its place", _prompts),
    "workflows": ("check a ComfyUI workflow", _workflows),
    "keys": ("list the keys of the studio, and the names under which the settings change them", _nothing),
    "completion": ("print what lets your shell complete these commands", _completion),
}


class _TellVersion(argparse.Action):
    """Look the version up when it is asked for; that reads what every start would have to wait for."""

    def __call__(self, parser: argparse.ArgumentParser, *_rest: Any) -> None:
        print(f"fibel {_version()}")  # noqa: T201 - the result of a command
        parser.exit()


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("fibel")
    except PackageNotFoundError:
        return "(from a checkout)"
