"""Bring a book of an earlier schema up to today's, one pure step for each number.

A step takes and returns plain trees and keeps what it does not know, so that the model can name it. A step is never
changed once released; the golden file of every old schema stays in the tests.
"""

from __future__ import annotations

from collections.abc import Callable

from pydantic import JsonValue

from engine.book.model import fingerprint

Tree = dict[str, JsonValue]


def migrate(tree: Tree, number: int) -> Tree:
    """Return the tree of schema `number` in the newest schema; the argument stays as it is."""
    for step in STEPS[number:]:
        tree = step(tree)
    return tree


def from_0_to_1(old: Tree) -> Tree:
    """Schema 0 was a flat list of scenes with one picture each, and characters by name.

    Pages got ids of their own, pictures became takes with a recipe, and an approval says of what.
    """
    new = {key: value for key, value in old.items() if key not in ("characters", "scenes")}
    new["schema"] = 1
    characters = old.get("characters") or {}
    if isinstance(characters, dict):
        new["cast"] = [{"name": name, "block": block} for name, block in characters.items()]
    else:
        new["characters"] = characters
    scenes = old.get("scenes") or []
    if isinstance(scenes, list):
        pages = [_page_from_0(number, scene) for number, scene in enumerate(scenes, start=1)]
        new |= {"pages": pages, "pages_made": len(pages), "outline_settled": bool(pages)}
    else:
        new["scenes"] = scenes
    return new


def _page_from_0(number: int, scene: JsonValue) -> JsonValue:
    if not isinstance(scene, dict):
        return scene
    page: Tree = {
        key: scene[key] for key in scene if key not in ("text", "prompt", "camera", "alt", "approved", "picture")
    }
    page["id"] = f"p{number:03d}"
    renamed = {"text": "text", "prompt": "action", "camera": "framing", "alt": "alt"}
    page["scene"] = {new: scene[old] for old, new in renamed.items() if scene.get(old) is not None}
    if scene.get("approved") is True:
        page["text_approval"] = {"of": fingerprint(str(scene.get("text") or ""))}
    picture = scene.get("picture")
    if isinstance(picture, dict):
        take = _take_from_0(picture)
        page |= {"takes": [take], "chosen": take["id"]}
    elif picture is not None:
        page["picture"] = picture
    return page


def _take_from_0(picture: Tree) -> Tree:
    """The recipe lay beside the file name; the size was a word like "512x768"."""
    width, _, height = str(picture.get("size", "")).partition("x")
    size: Tree = {"width": int(width), "height": int(height)} if width.isdecimal() and height.isdecimal() else {}
    file = str(picture.get("file", ""))
    recipe = {key: value for key, value in picture.items() if key not in ("file", "made", "size")}
    return {
        "id": file.removesuffix(".png")[-12:],
        "file": file,
        "at": picture.get("made", ""),
        "recipe": recipe | size,
        **size,
    }


STEPS: tuple[Callable[[Tree], Tree], ...] = (from_0_to_1,)
"""The step at index n leads from schema n to n + 1."""
