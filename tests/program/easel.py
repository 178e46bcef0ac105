"""What a terminal that shows pictures makes of what it is sent: written from the protocols, not from our encoders."""

from __future__ import annotations

import base64
import io
import re
from dataclasses import dataclass, field

from PIL import Image

GRAPHICS = re.compile(
    rb"\x1b_G([^;\x1b]*);?([^\x1b]*)\x1b\\|\x1bP([\d;]*)q([^\x1b]*)\x1b\\|\x1b\[(\d+);(\d+)H|\x1b\[(2J)"
)


@dataclass
class Easel:
    """Follows the cursor from move to move, and keeps what hangs."""

    kept: dict[int, Image.Image] = field(default_factory=dict)
    """Kitty's pictures by number, whether shown or not."""
    hangs: dict[tuple[int, int], tuple[int, int, int, int]] = field(default_factory=dict)
    """Kitty's placements: column, row, columns and rows, by number and slot."""
    sixels: list[tuple[int, int, str]] = field(default_factory=list)
    """Column, row and sixels, in the order in which they were drawn."""
    bytes: int = 0
    """All that pictures have cost."""
    answers_wanted: bool = False
    """Whether a sequence allowed the terminal to answer."""
    _coming: tuple[int, bytes] | None = None

    def see(self, raw: bytes) -> Easel:
        at = (0, 0)
        for found in GRAPHICS.finditer(raw):
            if found[5]:
                at = int(found[6]) - 1, int(found[5]) - 1
            elif found[7]:
                self.sixels.clear()
            elif found[4] is not None:
                self.bytes += len(found[0])
                self.sixels.append((*at, found[4].decode()))
            elif b"a=q" not in found[1]:
                self.bytes += len(found[0])
                self._kitty(dict(pair.split("=") for pair in found[1].decode().split(",")), found[2], at)
        return self

    def _kitty(self, keys: dict[str, str], payload: bytes, at: tuple[int, int]) -> None:
        self.answers_wanted |= keys.get("q") != "2"
        number = int(keys.get("i", 0))
        match keys.get("a", "t"):
            case "t":
                number, before = self._coming or (number, b"")
                assert len(payload) <= 4_096
                self._coming = number, before + payload
                if keys.get("m") != "1":
                    self.kept[number] = Image.open(io.BytesIO(base64.b64decode(self._coming[1])))
                    self._coming = None
            case "p":
                assert number in self.kept
                assert keys["C"] == "1"
                self.hangs[number, int(keys["p"])] = (*at, int(keys["c"]), int(keys["r"]))
            case "d" if keys["d"] == "i":
                self.hangs.pop((number, int(keys["p"])), None)
            case "d":
                assert keys["d"] == "I"
                self.kept.pop(number, None)
                self.hangs = {place: area for place, area in self.hangs.items() if place[0] != number}


def sixel_picture(data: str) -> Image.Image:
    """Draw the sixels (DEC STD 070): letters are six pixels, `!` repeats, `#` names a colour, `$` and `-` return."""
    size = re.match(r'"1;1;(\d+);(\d+)', data)
    assert size is not None
    picture = Image.new("RGB", (int(size[1]), int(size[2])))
    colours: dict[int, tuple[int, int, int]] = {}
    x, top, colour = 0, 0, (0, 0, 0)
    for token in re.finditer(r"#(\d+);2;(\d+);(\d+);(\d+)|#(\d+)|!(\d+)([?-~])|([?-~])|(\$)|(-)", data[size.end() :]):
        if token[1]:
            red, green, blue = (round(int(part) * 255 / 100) for part in (token[2], token[3], token[4]))
            colours[int(token[1])] = red, green, blue
        elif token[5]:
            colour = colours[int(token[5])]
        elif token[9]:
            x = 0
        elif token[10]:
            x, top = 0, top + 6
        else:
            bits, times = ord(token[7] or token[8]) - 63, int(token[6] or 1)
            for row in (row for row in range(6) if bits >> row & 1):
                picture.paste(colour, (x, top + row, x + times, top + row + 1))
            x += times
    return picture


def unlike(one: Image.Image, other: Image.Image) -> float:
    """Return how far two pictures are apart: the mean difference of a channel, from 0 to 255."""
    from PIL import ImageChops, ImageStat

    small = [picture.convert("RGB").resize((48, 64), Image.Resampling.BOX) for picture in (one, other)]
    return sum(ImageStat.Stat(ImageChops.difference(*small)).mean) / 3
