"""What the presets say fits where."""

from __future__ import annotations

import pytest

from engine.box.hardware import MIB, CardPreset, Kind, card, models
from engine.errors import FibelError
from engine.settings import BoxSettings, WriterSettings
from engine.units import Bytes

USUAL = "dreamshaper_8.safetensors"
GIB = 1024 * MIB
SMALL, MIDDLE, LARGE = "gtx-1660-super", "rtx-4060-ti-16gb", "rtx-pro-6000-96gb"


def rooms(hardware: CardPreset) -> tuple[Bytes, Bytes, Bytes]:
    """What the card has, and what the writer's and the painter's model want of it."""
    text = models(Kind.TEXT)[WriterSettings().model]
    image = models(Kind.IMAGE)[USUAL]
    return (
        (hardware.total_mib - hardware.others_mib) * MIB,
        text.weights(hardware) + text.working(context=WriterSettings().context),
        image.weights(hardware) + image.working(pixels=512 * 768),
    )


@pytest.mark.parametrize("name", [SMALL, MIDDLE, LARGE])
def test_six_gigabytes_hold_one_model_and_sixteen_both(name: str) -> None:
    room, text, image = rooms(card(name))
    assert max(text, image) < room
    assert (text + image < room) == (name != SMALL)


def test_the_small_card_is_the_default_and_as_large_as_models_are_there() -> None:
    hardware = card(BoxSettings().card)
    assert hardware == card(SMALL)
    _, text, image = rooms(hardware)
    assert 5.3 * GIB < text < 5.5 * GIB
    assert 3.9 * GIB < image < 4.4 * GIB


def test_half_precision_halves_the_weights_where_the_card_can() -> None:
    image = models(Kind.IMAGE)["dreamshaper_8.safetensors"]
    assert image.weights(card(SMALL)) == 2 * image.weights(card(MIDDLE))
    large = models(Kind.IMAGE)["sd_xl_base_1.0.safetensors"]
    assert large.weights(card(SMALL)) == large.weights(card(MIDDLE)), "kept in half precision, computed in full"


def test_pace() -> None:
    text, image = models(Kind.TEXT)["llama3.1:8b"], models(Kind.IMAGE)["dreamshaper_8.safetensors"]
    small, large = card(SMALL), card(LARGE)
    assert 20 < 25 * image.step(small, 512 * 768, 0) + image.decoding(small, 512 * 768) < 30, "a picture takes 26 s"
    assert image.step(small, 2 * 512 * 768, 0) == 2 * image.step(small, 512 * 768, 0)
    assert image.step(small, 512 * 768, GIB) > image.step(small, 512 * 768, 0)
    assert text.token(small, GIB) > text.token(small, 0) > text.token(large, 0)
    assert small.read_mib_s < large.read_mib_s
    assert image.working(pixels=1024 * 1536) > image.working(pixels=512 * 768) == image.working(pixels=64 * 64)


def test_an_unknown_card_is_named_with_those_there_are() -> None:
    with pytest.raises(FibelError, match=rf"preset_unknown.*{SMALL}"):
        card("voodoo-2")
