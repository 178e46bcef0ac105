"""Books of every kind, for properties: sound ids, and texts that are hard on a text format."""

from __future__ import annotations

from hypothesis import strategies as st

from engine.book.model import (
    Approval,
    Approver,
    Book,
    Character,
    Dismissal,
    Draft,
    Judgement,
    ModelFile,
    OutlineLine,
    Page,
    Recipe,
    Region,
    Role,
    Scene,
    Shape,
    Take,
)

AWKWARD = (
    "",
    "null",
    "~",
    "no",
    "True",
    "1",
    "1e5",
    "0x1f",
    "1_000",
    "2024-12-24",
    "12:30:45",
    ".inf",
    "---",
    "--- # Titel",
    "...",
    "- Igel",
    "-",
    "? was",
    "key: value",
    "Titel:",
    "# kein Kommentar",
    "Stern # auch keiner",
    "&anker *stern !tag",
    "%YAML 1.1",
    "@ `",
    "| >",
    "'einzeln' \"doppelt\" „unten“ »so«",
    "back\\slash \\n",
    "{a: b} [c, d]",
    "Grüße, Übermut, Füße, ßẞ",
    "🦔🌟👩‍👧 é ë",
    " vorn und hinten ",
    "Satz mit Blank am Ende \nnächster",
    "\n\nvorn leer",
    "hinten leer\n\n\n",
    "mitten\n\n\nleer",
    "   eingerückt\nnicht",
    "nicht\n   eingerückt",
    "nur Blanks zuletzt\n   ",
    "   \nBlanks zuerst",
    "\tTab\tund\t",
    "a\n\tTab",
    "\n",
    " ",
    "   \n  \n",
    "\u3000breit",
    "\xa0fest",
    "\ufffe\uffff\U0001ffff",
    "lang " * 400,
)

texts = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(max_size=60),
    st.text(alphabet="ab \n\t:#-'\"|>%&*!?{}[],\\", max_size=40),
    st.lists(st.sampled_from(AWKWARD), max_size=4).map("\n".join),
)
lines = texts.map(lambda text: text[:1_900])
hexes = st.text(alphabet="0123456789abcdef", min_size=12, max_size=12)
page_ids = st.integers(1, 1_200).map(lambda number: f"p{number:03d}")
sizes = st.integers(16, 16_384)
moments = st.sampled_from(("", "2026-01-31T18:20:00+00:00"))
fractions = st.floats(0, 1)
regions = st.builds(
    Region,
    left=fractions,
    top=fractions,
    width=st.floats(0, 1, exclude_min=True),
    height=st.floats(0, 1, exclude_min=True),
    shape=st.sampled_from(Shape),
)

recipes = st.builds(
    Recipe,
    workflow=lines,
    checkpoint=lines,
    positive=texts,
    negative=texts,
    seed=st.integers(0, 2**64 - 1),
    sampler=lines,
    scheduler=lines,
    steps=st.integers(1, 10_000),
    cfg=st.floats(0, 100),
    width=sizes,
    height=sizes,
    preset=lines,
    reference=st.none() | hexes,
    reference_part=st.none() | regions,
    likeness=st.none() | fractions,
    source=st.none() | hexes,
    denoise=st.none() | fractions,
    mask=st.lists(regions, max_size=2).map(tuple),
    files=st.lists(st.builds(ModelFile, part=lines, name=lines), max_size=2).map(tuple),
)


@st.composite
def takes(draw: st.DrawFn) -> Take:
    name = draw(hexes)
    return Take(
        id=name,
        file=f"takes/{draw(page_ids)}-{name}.png",
        recipe=draw(recipes),
        width=draw(sizes),
        height=draw(sizes),
        at=draw(moments),
        seconds=draw(st.floats(0, 1e9) | st.just(1e-9) | st.just(1e22)),
        job=draw(lines),
        sketch=draw(st.booleans()),
        discarded=draw(st.booleans()),
    )


approvals = st.builds(Approval, of=hexes, by=st.sampled_from(Approver), at=moments)
outline_lines = st.builds(OutlineLine, who=lines, where=lines, what=lines, feeling=lines)
scenes = st.builds(
    Scene,
    text=texts,
    action=lines,
    framing=lines,
    alt=lines,
    action_of=st.just("") | hexes,
    characters=st.lists(lines, max_size=2).map(tuple),
)
characters = st.builds(
    Character,
    name=lines,
    block=lines,
    reference=st.none() | hexes,
    reference_part=st.none() | regions,
    likeness=st.none() | fractions,
    weight=st.none() | st.floats(0.5, 1.6),
)
pages = st.builds(
    Page,
    id=page_ids,
    role=st.sampled_from(Role),
    outline=outline_lines,
    scene=scenes,
    draft=st.none() | st.builds(Draft, text=texts, job=lines, instruction=lines),
    judgement=st.none()
    | st.builds(Judgement, of=hexes, fear=st.booleans(), danger=st.booleans(), unkind=st.booleans(), because=lines),
    dismissed=st.lists(st.builds(Dismissal, rule=lines, of=hexes), max_size=2).map(tuple),
    text_approval=st.none() | approvals,
    picture_approval=st.none() | approvals,
    takes=st.lists(takes(), max_size=2).map(tuple),
    chosen=st.none() | hexes,
)


@st.composite
def books(draw: st.DrawFn) -> Book:
    chosen = tuple(draw(st.lists(pages, max_size=3, unique_by=lambda page: page.id)))
    return Book(
        title=draw(lines),
        author=draw(lines),
        idea=draw(texts),
        language=draw(st.sampled_from(("de", "en"))),
        age=draw(lines),
        format=draw(lines),
        style=draw(lines),
        preset=draw(lines),
        cast=tuple(draw(st.lists(characters, max_size=2))),
        pages=chosen,
        outline_settled=draw(st.booleans()),
        pages_made=max((int(page.id[1:]) for page in chosen), default=0) + draw(st.integers(0, 3)),
    )
