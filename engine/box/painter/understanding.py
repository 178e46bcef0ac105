"""From a prompt to what is to be drawn: who, with what on and in the hands, where, when, in which weather."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from engine.box.painter import words
from engine.box.painter.people import PEOPLE
from engine.box.painter.reading import Mention, read
from engine.box.painter.things import HANDY
from engine.box.painter.wish import Figure, Thing, Wish, Worn

MOST_FIGURES = 5
"""More would stand on each other's feet."""

_SETTING = ("place", "time", "weather", "season", "framing", "angle", "style", "palette")


@dataclass
class _Said:
    """What has been read so far."""

    setting: dict[str, str] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)
    owner: int | None = None
    """The figure spoken of last."""
    thing: int | None = None
    """The thing spoken of last, if nobody has been spoken of since."""
    fresh: bool = True
    """Whether this piece of the sentence has not named anybody yet."""
    colours: list[str] = field(default_factory=list)
    size: str = ""
    pattern: str = ""
    count: int = 0
    glowing: bool = False
    grip: str = ""
    states: list[tuple[str, str]] = field(default_factory=list)
    """Moods and poses waiting for their figure."""
    clothes: list[Worn] = field(default_factory=list)
    banned: set[str] = field(default_factory=set)
    denied: bool = False


def understand(positive: str, negative: str = "") -> Wish:
    """Read a prompt; words that are not known are passed over.

    Args:
        negative: what must not be seen: figures, things, garments and weathers named there are left out.
    """
    said = _Said()
    for mention in read(positive):
        _take(said, mention)
    _end_of_piece(said, ended=True)
    for mention in read(negative):
        said.banned |= _meant(mention)
    return _settled(said)


def _meant(m: Mention) -> set[str]:
    """Return what a mention forbids when it stands behind a "no"."""
    match m.group:
        case "figure" | "thing" | "worn" | "weather":
            return {m.meaning}
        case "people":
            return set(PEOPLE)
        case "animals":
            return set(words.table("figure")) - set(PEOPLE)
    return set()


def _take(said: _Said, m: Mention) -> None:
    if said.denied and _meant(m):
        said.banned |= _meant(m)
        said.denied = False
        return
    match m.group:
        case "mark":
            _end_of_piece(said, ended=m.meaning in ".;!?\n")
        case "colour":
            said.colours.append(m.meaning)
        case "size":
            said.size = m.meaning
        case "pattern":
            said.pattern = m.meaning
        case "number":
            said.count = words.NUMBERS[m.word]
        case "glow":
            said.glowing = True
        case "not":
            said.denied = True
        case "figure":
            _figure(said, m)
        case "worn":
            _worn(said, m)
        case "thing":
            _thing(said, m)
        case "mood" | "pose":
            _state(said, m)
        case "hold" | "raise":
            said.grip = "raised" if m.group == "raise" else "held"
        case "hands" | "aloft" | "grounded" | "up":
            _whereabouts(said, m)
            if m.word.endswith("leaves"):
                said.setting.setdefault("season", "autumn")
            elif m.word.endswith("snow"):
                said.setting.setdefault("weather", "snow")
        case "part":
            _forget_adjectives(said)
        case "cover":
            _cover(said, m)
        case group if group in _SETTING:
            said.setting.setdefault(group, m.meaning)
            if m.group == "place":
                _forget_adjectives(said)
            if m.word in ("in the night sky", "into the night sky"):
                _whereabouts(said, m)
        case _:
            return


def _forget_adjectives(said: _Said) -> None:
    said.colours, said.size, said.pattern, said.count, said.glowing = [], "", "", 0, False


def _end_of_piece(said: _Said, *, ended: bool) -> None:
    """A comma or a full stop: a pose nobody was named with is that of the last figure, a mood that of all."""
    if said.owner is not None:
        for kind, value in said.states:
            for at in range(len(said.figures)) if kind == "mood" else (said.owner,):
                if kind == "pose" or not said.figures[at].mood:
                    _give_state(said, at, kind, value)
        said.states = []
    _forget_adjectives(said)
    said.grip, said.fresh, said.denied = "", True, False
    if ended:
        said.thing = None


def _figure(said: _Said, m: Mention) -> None:
    colour = said.colours[0] if said.colours else ""
    count = said.count if said.count > 1 else 3 if m.plural else 1
    new = Figure(m.meaning, colour, tuple(said.clothes), size=said.size, pattern=said.pattern, count=count)
    said.clothes = []
    at = None if said.count == -1 else _same(said, new, m.block)
    if at is None:
        said.figures.append(new)
        said.blocks.append(m.block)
        at = len(said.figures) - 1
    else:
        old = said.figures[at]
        said.figures[at] = replace(
            old,
            colour=old.colour or colour,
            worn=old.worn + new.worn,
            size=old.size or new.size,
            count=max(old.count, count),
        )
    said.owner, said.thing, said.fresh = at, None, False
    for kind, value in said.states:
        _give_state(said, at, kind, value)
    said.states, said.grip = [], ""
    _forget_adjectives(said)


def _same(said: _Said, new: Figure, block: int) -> int | None:
    """Return which figure already known is meant: each parenthesis speaks of its own, the rest of those named there."""
    for at, old in enumerate(said.figures):
        if old.kind != new.kind or (block and said.blocks[at] != block):
            continue
        if not said.blocks[at] and new.colour and old.colour and new.colour != old.colour:
            continue
        return at
    return None


def _worn(said: _Said, m: Mention) -> None:
    worn = Worn(m.meaning, said.colours[0] if said.colours else "", said.pattern)
    _forget_adjectives(said)
    if said.owner is None:
        said.clothes.append(worn)
        return
    owner = said.figures[said.owner]
    if all(old.kind != worn.kind for old in owner.worn):
        said.figures[said.owner] = replace(owner, worn=(*owner.worn, worn))


def _thing(said: _Said, m: Mention) -> None:
    owner = said.figures[said.owner].kind if said.owner is not None else ""
    if m.meaning in ("house", "shell") and owner in ("snail", "turtle"):
        _cover(said, m)
        return
    where = said.grip if said.grip and m.meaning in HANDY else ""
    count = said.count if said.count > 1 else 4 if m.plural else 1
    thing = Thing(m.meaning, said.colours[0] if said.colours else "", said.size, where, count, said.glowing)
    known = next(
        (i for i, old in enumerate(said.things) if old.kind == m.meaning and (old.count > 1) == (count > 1)), None
    )
    if known is None:
        said.things.append(thing)
        known = len(said.things) - 1
    else:
        old = said.things[known]
        said.things[known] = replace(
            old, colour=old.colour or thing.colour, where=old.where or where, count=max(old.count, count)
        )
    if where and said.owner is not None:
        _give_state(said, said.owner, "pose", "raising" if where == "raised" else "holding")
    said.thing, said.grip = known, ""
    _forget_adjectives(said)


def _state(said: _Said, m: Mention) -> None:
    if m.meaning == "flying" and said.thing is not None:
        said.things[said.thing] = replace(said.things[said.thing], where="sky")
    elif said.fresh or said.owner is None:
        said.states.append((m.group, m.meaning))
    else:
        _give_state(said, said.owner, m.group, m.meaning)


def _give_state(said: _Said, at: int, kind: str, value: str) -> None:
    figure = said.figures[at]
    if kind == "pose":
        if figure.pose != "sleeping":
            said.figures[at] = replace(figure, pose=value)
    else:
        said.figures[at] = replace(figure, mood=value)


def _whereabouts(said: _Said, m: Mention) -> None:
    if m.group == "up":
        if said.owner is not None:
            said.figures[said.owner] = replace(said.figures[said.owner], looks_up=True)
        return
    if said.thing is None:
        return
    thing = said.things[said.thing]
    if m.group == "hands":
        said.things[said.thing] = replace(thing, where=thing.where or "held")
        if said.owner is not None:
            _give_state(said, said.owner, "pose", "holding")
    elif m.group == "grounded":
        said.things[said.thing] = replace(thing, where=thing.where or "ground")
    elif thing.where != "held":
        said.things[said.thing] = replace(thing, where=thing.where or "sky")


def _cover(said: _Said, m: Mention) -> None:
    if said.owner is not None and (said.colours or said.pattern):
        figure = said.figures[said.owner]
        said.figures[said.owner] = replace(
            figure, colour=figure.colour or next(iter(said.colours), ""), pattern=figure.pattern or said.pattern
        )
    _forget_adjectives(said)


def _settled(said: _Said) -> Wish:
    """Draw the conclusions."""
    left = dict(said.states)
    figures = []
    for figure in said.figures:
        if figure.kind in said.banned:
            continue
        worn = tuple(worn for worn in figure.worn if worn.kind not in said.banned)
        figures.append(
            replace(
                figure, worn=worn, mood=figure.mood or left.get("mood", ""), pose=figure.pose or left.get("pose", "")
            )
        )
    things = [thing for thing in said.things if thing.kind not in said.banned]
    if not figures:
        things += [Thing(worn.kind, worn.colour) for worn in said.clothes]
    setting = said.setting
    nightly = {"star", "moon", "comet"} & {thing.kind for thing in things if thing.where != "held"}
    if nightly and "time" not in setting and setting.get("weather") != "sun":
        setting = setting | {"time": "night"}
    if setting.get("weather") in said.banned:
        setting = {key: value for key, value in setting.items() if key != "weather"}
    if "place" not in setting and any(thing.kind == "bed" for thing in things):
        setting = setting | {"place": "bedroom"}
    return Wish(
        figures=tuple(figures)[:MOST_FIGURES],
        things=tuple(_placed(thing, bool(figures)) for thing in things),
        **{group: setting.get(group, "") for group in _SETTING},
    )


def _placed(thing: Thing, peopled: bool) -> Thing:
    """Say where a thing is that nobody said it of: stars are in the sky unless they are tiny and close."""
    if thing.where in ("held", "raised") and not peopled:
        return replace(thing, where="ground")
    if thing.kind == "star" and not thing.where:
        near = (thing.size == "small" or thing.glowing) and thing.count == 1
        return replace(thing, where="ground" if near else "sky")
    return thing
