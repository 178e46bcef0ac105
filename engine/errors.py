"""Every error an author can meet: its code, what it means, what to do next, and the exit code it leaves.

A test checks the registry both ways: each code raised anywhere is registered here, each code here is raised somewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from engine.clean import clean


class Exit(IntEnum):
    """The documented exit codes of the command line."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    UNREACHABLE = 3
    REFUSED = 4
    LOCKED = 5
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class ErrorCode:
    """One entry of the registry.

    `meaning` is shown before the details, `hint` after them; `retryable` says that the same wish may succeed later.
    """

    meaning: str
    hint: str
    exit: Exit = Exit.FAILED
    retryable: bool = False


REGISTRY: dict[str, ErrorCode] = {
    # the author's input
    "usage": ErrorCode("The command was not understood.", "See `fibel --help`.", Exit.USAGE),
    "idea_empty": ErrorCode(
        "The idea is empty.",
        'Say in one sentence what the book is about: --idea "Ein Igel findet einen Stern".',
        Exit.USAGE,
    ),
    "manuscript_unreadable": ErrorCode(
        "The manuscript cannot be read.",
        "Give a text or Markdown file in UTF-8 (`--encoding` names another), one page per blank-line block or `---`.",
        Exit.USAGE,
    ),
    "manuscript_empty": ErrorCode("The manuscript holds no text.", "Write at least one page into it.", Exit.USAGE),
    "page_unknown": ErrorCode("There is no such page in this book.", "`fibel status DIR` lists the pages.", Exit.USAGE),
    "preset_unknown": ErrorCode("There is no preset of that name.", "`fibel presets` lists them.", Exit.USAGE),
    "preset_broken": ErrorCode("A preset file cannot be used.", "Mend the line named, or remove the file.", Exit.USAGE),
    "config_broken": ErrorCode(
        "The settings cannot be used.", "Mend the line named; `fibel --help` lists what may stand there.", Exit.USAGE
    ),
    "key_unknown": ErrorCode(
        "The settings give a key to something Fibel does not know.",
        "Mend the line under `keys:`; `fibel keys` lists the names, and a key is `r`, `ctrl+r` or `f5`.",
        Exit.USAGE,
    ),
    "key_taken": ErrorCode(
        "The settings give two things the same key.",
        "Fibel's own key stays until one of them has another under `keys:`; `fibel keys` lists them.",
        Exit.USAGE,
    ),
    # the book's folder
    "book_missing": ErrorCode(
        "There is no book in this folder.", "Begin one with `fibel new DIR --idea TEXT`.", Exit.USAGE
    ),
    "book_exists": ErrorCode(
        "There is a book in this folder already.",
        "Open it with `fibel DIR`, or choose another folder.",
        Exit.USAGE,
    ),
    "book_broken": ErrorCode(
        "book.yaml cannot be read.",
        "Nothing was changed. Mend the line named, or copy the newest file of backup/ over it.",
    ),
    "book_newer": ErrorCode(
        "This book was made by a newer Fibel.",
        "Nothing was changed; update Fibel to open it.",
        Exit.REFUSED,
    ),
    "book_read_only": ErrorCode("This book is open for reading only.", "Open it for writing first."),
    "book_too_large": ErrorCode(
        "The book has grown too large to be saved.",
        "Shorten its longest texts; what was saved before is intact.",
    ),
    "book_locked": ErrorCode(
        "Another process works on this book.", "Close it there first.", Exit.LOCKED, retryable=True
    ),
    "file_unreadable": ErrorCode(
        "A file of the book cannot be read.", "Check the folder's permissions and the disk; nothing was changed."
    ),
    "disk_full": ErrorCode(
        "The disk is full.", "Free some space and try again; what was saved before is intact.", retryable=True
    ),
    "write_failed": ErrorCode(
        "A file could not be written.",
        "Check the folder's permissions and the disk; what was saved before is intact.",
    ),
    "take_missing": ErrorCode(
        "A picture named by the book is not on disk.",
        "Paint the page again, or restore the file into takes/.",
    ),
    "take_broken": ErrorCode("A picture cannot be read.", "Paint the page again."),
    "names_broken": ErrorCode(
        "The real names of this book cannot be read.",
        "Nothing was sent. Mend the file or its permissions, or remove it and give the names again.",
    ),
    # the servers
    "server_unreachable": ErrorCode(
        "The server does not answer.",
        "Is it running? Check its address in the settings, or try `--box`.",
        Exit.UNREACHABLE,
        retryable=True,
    ),
    "server_lost": ErrorCode(
        "The server went away in the middle of the work.",
        "Start it again; the job stays in the list.",
        Exit.UNREACHABLE,
        retryable=True,
    ),
    "server_unexpected": ErrorCode(
        "The server answers, but not as expected.",
        "Check the port: another program may be listening there.",
        Exit.UNREACHABLE,
    ),
    "port_in_use": ErrorCode("The port is in use already.", "Choose another port, or end the program that holds it."),
    "model_missing": ErrorCode(
        "The server does not have this model.", "Install it there, or name another one in the settings."
    ),
    "key_missing": ErrorCode(
        "The service wants a key, and there is none.",
        "Put yours where it was looked for; the job stays in the list.",
        Exit.UNREACHABLE,
    ),
    "key_refused": ErrorCode(
        "The service refused the key.",
        "Look whether it is complete and still valid; the job stays in the list.",
        Exit.UNREACHABLE,
    ),
    "key_exposed": ErrorCode(
        "Others on this machine can read the file with the key.",
        "Run the command named above; a key that others may have read is better made anew.",
        Exit.UNREACHABLE,
    ),
    "rate_limited": ErrorCode(
        "The service has no more time for us now.",
        "Wait a while, or look at your limits there; the job stays in the list.",
        Exit.UNREACHABLE,
        retryable=True,
    ),
    "consent_missing": ErrorCode(
        "The writer is not on this machine, and nobody has agreed that this book's texts may leave it.",
        "Agree with `--yes-leaves-machine`, or name a writer on this machine in the settings.",
        Exit.REFUSED,
    ),
    "pull_failed": ErrorCode(
        "The model could not be fetched.",
        "Read the message above; what has come so far is kept.",
        retryable=True,
    ),
    "text_refused": ErrorCode("The writer refused the request.", "Read its message above.", Exit.FAILED),
    "text_failed": ErrorCode(
        "The writer failed while writing.",
        "Read its message above; the job stays in the list.",
        retryable=True,
    ),
    "text_too_long": ErrorCode(
        "The book has become longer than the writer can keep in view.",
        "Raise `writer: context:` in the settings, or shorten the idea and the outline.",
    ),
    "text_cut": ErrorCode(
        "The writer's answer ended too early.",
        "Try again; fewer pages at once need less room.",
        retryable=True,
    ),
    "text_invalid": ErrorCode(
        "The writer's answer does not have the agreed form.",
        "Try again, or choose a larger model.",
        retryable=True,
    ),
    "prompt_rejected": ErrorCode(
        "The illustrator refused the workflow.", "The field named above has a value the server does not know."
    ),
    "paint_failed": ErrorCode(
        "The illustrator failed while painting.",
        "Read its message above; the job stays in the list.",
        retryable=True,
    ),
    "paint_interrupted": ErrorCode("Somebody else interrupted the picture.", "Paint it again.", retryable=True),
    "job_lost": ErrorCode(
        "The server no longer knows the job.",
        "It was restarted; paint the page again.",
        Exit.UNREACHABLE,
        retryable=True,
    ),
    "picture_black": ErrorCode(
        "The picture is entirely black.",
        "The card computes half precision wrongly: start ComfyUI without --force-fp16.",
    ),
    "picture_broken": ErrorCode(
        "The server sent something that is not the picture asked for.",
        "Paint the page again.",
        retryable=True,
    ),
    "workflow_unknown": ErrorCode(
        "There is no workflow of that name.", "`workflows/` holds those that ship with Fibel.", Exit.USAGE
    ),
    "workflow_invalid": ErrorCode(
        "The workflow cannot be used.",
        "Export it from ComfyUI with `Export (API)` and check its manifest.",
        Exit.USAGE,
    ),
    "workflow_editor_format": ErrorCode(
        "The workflow is in the format of ComfyUI's editor; it cannot be run from outside.",
        "In ComfyUI, open it and choose Workflow > Export (API), then give that file.",
        Exit.USAGE,
    ),
    "nodes_missing": ErrorCode(
        "The server lacks nodes that this workflow is made of.",
        "Install the package named above with ComfyUI's Manager, and restart the server.",
    ),
    "family_mismatch": ErrorCode(
        "This model does not go together with what was asked of it.",
        "Choose a checkpoint, a preset and adapters of one family: SD 1.5, SDXL, SD3 or FLUX.",
    ),
    "sampler_unknown": ErrorCode(
        "There is no sampler or scheduler of that name.",
        "Choose another preset, or mend the preset's file; `fibel presets` lists them.",
    ),
    "embedding_missing": ErrorCode(
        "The prompt uses an embedding that the server does not have.",
        "Put the file named above into ComfyUI's models/embeddings, or take the word out of the prompt.",
    ),
    "paint_stalled": ErrorCode(
        "The illustrator has not moved for a long time.",
        "Look at its window; restart it, then resume the list: the job stays in it.",
        Exit.UNREACHABLE,
        retryable=True,
    ),
    "load_stalled": ErrorCode(
        "The model does not get on with loading.",
        "Look at its server's window and at the disk; restart it, then resume the list: the job stays in it.",
        Exit.UNREACHABLE,
        retryable=True,
    ),
    "server_denied": ErrorCode(
        "The server does not let us in.",
        "It stands behind a password or another gate; open it for this machine, or use a tunnel.",
        Exit.UNREACHABLE,
    ),
    # the card
    "out_of_memory": ErrorCode(
        "The graphics card ran out of memory.",
        "Close other programs that use the card, or choose a smaller size.",
        retryable=True,
    ),
    "picture_too_large": ErrorCode(
        "The picture is too large for the graphics card.",
        "Choose the size named above, or another model; nothing was changed.",
    ),
    "vram_not_released": ErrorCode(
        "The memory of the graphics card was not released.",
        "Restart the server named above, then try again.",
        retryable=True,
    ),
    "not_for_children": ErrorCode(
        "This does not belong into a children's book: it is neither painted nor exported.",
        "Change the words named; where they are harmless here, say so in your own `presets/safety/`.",
        Exit.REFUSED,
    ),
    "vision_unusable": ErrorCode(
        "The vision model cannot be used.",
        "`illustrator: vision:` in the settings names an ONNX file; without it colours and lines are compared.",
    ),
    # publishing
    "export_incomplete": ErrorCode(
        "The book is not ready to be published.",
        "`fibel check DIR` names what is missing; `--force` exports all the same.",
        Exit.REFUSED,
    ),
    "export_cancelled": ErrorCode(
        "The export was cancelled.",
        "No file was written; one that was there before is as it was.",
        Exit.INTERRUPTED,
    ),
    "export_failed": ErrorCode(
        "The file could not be written.", "Check the path and the free space; the previous file is intact."
    ),
    "typeface_unusable": ErrorCode(
        "No book can be set in this typeface.", "Choose another TrueType file, or leave the book in Andika."
    ),
    "extra_missing": ErrorCode(
        "This needs a part of Fibel that is not installed here.", "Install it with the command above."
    ),
    # the program
    "engine_stopped": ErrorCode("The engine has ended.", "Start Fibel again; what was saved is intact."),
    "engine_broken": ErrorCode(
        "Something went wrong inside Fibel.",
        "Nothing saved is lost. Open the book again, and please report the line above.",
    ),
    "editor_missing": ErrorCode(
        "Your text editor could not be started.", "Name one that is installed in EDITOR, or press t to write here."
    ),
    "editor_failed": ErrorCode(
        "Your text editor ended with an error; the text is as it was.", "Press t to write here, or try again."
    ),
    "cancelled": ErrorCode("Cancelled.", "Nothing was lost.", Exit.INTERRUPTED),
}


class FibelError(Exception):
    """An error with a registered code.

    Args:
        code: a key of :data:`REGISTRY`.
        details: what happened here, in plain words (cleaned, for it may quote a server).
    """

    def __init__(self, code: str, details: str = "") -> None:
        self.code = code
        self.entry = REGISTRY[code]
        self.details = clean(details).strip()
        super().__init__(f"{code}: {self.message}")

    @property
    def message(self) -> str:
        """What it means and what happened, on one or more lines, without the hint."""
        return f"{self.entry.meaning} {self.details}".strip()

    @property
    def hint(self) -> str:
        return self.entry.hint

    @property
    def exit(self) -> Exit:
        return self.entry.exit

    @property
    def retryable(self) -> bool:
        return self.entry.retryable
