"""Prompts as authors and composers write them: who, with what, where and when."""

from __future__ import annotations

from engine.box.painter import understand
from engine.box.painter.wish import Worn

STYLE = "children's book illustration, soft watercolor, warm colors, gentle light"
HEDGEHOG = "(small brown hedgehog, red scarf, round friendly face:1.2)"


def test_a_composed_prompt() -> None:
    wish = understand(f"{STYLE}, {HEDGEHOG}, a small hedgehog looks at a tiny glowing star in the autumn leaves, forest at night, medium shot, eye level")  # fmt: skip  # noqa: E501
    (hedgehog,) = wish.figures
    (star,) = wish.things
    assert (hedgehog.kind, hedgehog.colour, hedgehog.size, hedgehog.worn) == (
        "hedgehog",
        "brown",
        "small",
        (Worn("scarf", "red"),),
    )
    assert (star.kind, star.where) == ("star", "ground")
    assert (wish.place, wish.time, wish.style, wish.palette) == ("forest", "night", "watercolor", "warm")


def test_words_of_the_style_are_nobody_and_nothing() -> None:
    for words in (STYLE, "children's book illustration, colored pencil, visible strokes, textured paper, eye level"):
        wish = understand(words)
        assert (wish.figures, wish.things, wish.place, wish.time) == ((), (), "", "")


def test_each_block_is_somebody_and_the_sentence_speaks_of_them() -> None:
    wish = understand("(small hedgehog, red scarf:1.2), (old grey hedgehog, round glasses:1.2), (green frog:1.1), a hedgehog waves to a frog")  # fmt: skip  # noqa: E501
    assert [(figure.kind, figure.colour) for figure in wish.figures] == [
        ("hedgehog", ""),
        ("hedgehog", "grey"),
        ("frog", "green"),
    ]
    assert [figure.worn for figure in wish.figures] == [(Worn("scarf", "red"),), (Worn("glasses"),), ()]


def test_moods_poses_and_numbers_belong_to_their_figure() -> None:
    wish = understand("a small hedgehog hugs a tiny star, an owl sleeps, two surprised frogs jump")
    hedgehog, owl, frogs = wish.figures
    assert (hedgehog.pose, owl.pose, frogs.pose) == ("holding", "sleeping", "jumping")
    assert (frogs.mood, frogs.count, owl.mood) == ("surprised", 2, "")
    assert wish.things[0].where == "held"


def test_what_follows_the_figures_block_is_theirs() -> None:
    wish = understand(
        "(tiny snail with yellow house:1.2), long happy feelers, (little green frog:1.2), blue cap, a snail in the rain"
    )
    snail, frog = wish.figures
    assert snail.colour == "yellow"
    assert frog.worn == (Worn("cap", "blue"),)
    assert wish.weather == "rain"
    assert wish.things == ()


def test_stars_in_the_sky_bring_the_night_and_one_star_may_be_held_up() -> None:
    wish = understand("a hedgehog stands on a hill and holds up a glowing star, big moon, many stars")
    assert {(thing.kind, thing.where) for thing in wish.things} == {("star", "raised"), ("star", "sky"), ("moon", "")}
    assert (wish.time, wish.place) == ("night", "hill")


def test_what_must_not_be_seen() -> None:
    wish = understand("a fox and a girl with a ball, no dog", "embedding:BadDream, people, ball")
    assert [figure.kind for figure in wish.figures] == ["fox"]
    assert wish.things == ()


def test_plurals_and_inflections() -> None:
    wish = understand("three mice carrying baskets, foxes running, children laughing")
    assert [(f.kind, f.count, f.pose) for f in wish.figures] == [
        ("mouse", 3, "holding"),
        ("fox", 3, "running"),
        ("child", 3, ""),
    ]


def test_no_animals_at_all() -> None:
    assert understand("a girl and a dog, a cat", "animals").figures == understand("a girl").figures
