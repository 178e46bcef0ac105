"""What a picture will want is known before it is painted, and no input makes the figure absurd."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.card.estimate import (
    ADAPTERS,
    CONTEXT,
    GIB,
    MIB,
    VISIONS,
    Estimate,
    enlarging,
    estimate,
    family_facts,
    image_model,
    largest_that_fits,
    refuse_if_too_large,
    text_model,
)
from engine.card.tenant import VramReading
from engine.errors import FibelError
from engine.family import NATIVE, Family
from engine.presets import FormatPreset, PresetKind, load_all

GB = 1000**3
TURING = VramReading(6144 * MIB, 5824 * MIB, "nvml", device="NVIDIA GeForce GTX 1660 SUPER")
AMPERE = VramReading(24 * GIB, 23 * GIB, "nvml", device="NVIDIA GeForce RTX 3090")

SIDES = st.integers(min_value=64, max_value=4096)
NAMES = st.sampled_from(
    [
        "dreamshaper_8.safetensors",
        "sd_xl_base_1.0.safetensors",
        "sd3.5_medium.safetensors",
        "sd3.5_large_fp8_scaled.safetensors",
        "flux1-dev-Q4_K_S.gguf",
        "flux1-schnell-fp8.safetensors",
    ]
)
CARDS = st.sampled_from([None, TURING, AMPERE])


def of(name: str, width: int, height: int, card: VramReading | None = None) -> Estimate:
    return estimate(image_model(name, card=card), width, height)


def test_sdxl_at_its_own_size() -> None:
    assert 8 * GB < of("sd_xl_base_1.0.safetensors", 1024, 1024).whole < 9 * GB
    assert 8 * GIB < of("sd_xl_base_1.0.safetensors", 1024, 1024).whole < 9 * GIB


def test_a_page_of_sd15_fits_a_gtx_1660_super() -> None:
    wanted = of("dreamshaper_8.safetensors", 512, 768, TURING)
    assert 4 * GIB < wanted.whole < TURING.free - 256 * MIB


def test_the_gtx_16_series_computes_in_full_precision() -> None:
    """Half precision is broken there: weights and decoder take twice the room, and larger models stay in half."""
    half = image_model("dreamshaper_8.safetensors", card=AMPERE)
    full = image_model("dreamshaper_8.safetensors", card=TURING)
    assert full.painter == 2 * half.painter
    assert full.encoder == 0
    assert 3.15 * GIB < full.painter < 3.25 * GIB
    assert 3.1 * GIB < estimate(full, 512, 768).least - full.decoder - CONTEXT < 3.3 * GIB
    assert image_model("sd_xl_base_1.0.safetensors", card=TURING).painter < 4.8 * GIB


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("dreamshaper_8.safetensors", 3, 4),
        ("flux1-dev.safetensors", 31, 36),
        ("flux1-dev-fp8.safetensors", 16, 20),
        ("sd3.5_medium.safetensors", 15, 18),
    ],
)
def test_other_families_come_out_where_their_owners_see_them(name: str, low: int, high: int) -> None:
    assert low * GIB < of(name, 1024 if "dream" not in name else 512, 1024 if "dream" not in name else 768).whole
    assert of(name, 1024 if "dream" not in name else 512, 1024 if "dream" not in name else 768).whole < high * GIB


@given(NAMES, SIDES, SIDES, SIDES, CARDS)
def test_larger_pictures_never_want_less(name: str, width: int, height: int, more: int, card: VramReading) -> None:
    small, large = of(name, width, height, card), of(name, width + more, height, card)
    assert (small.whole, small.alone, small.least) <= (large.whole, large.alone, large.least)


@given(NAMES, st.integers(-10, 10**9), st.integers(-10, 10**9), CARDS, st.integers(-3, 64))
def test_no_input_gives_an_absurd_figure(name: str, width: int, height: int, card: VramReading, batch: int) -> None:
    wanted = estimate(image_model(name, card=card), width, height, batch)
    assert 0 < wanted.least <= wanted.alone <= wanted.whole < 2**50


@given(NAMES, SIDES, SIDES, CARDS)
def test_plausible_pictures_want_plausible_memory(name: str, width: int, height: int, card: VramReading) -> None:
    wanted = of(name, width, height, card)
    assert wanted.least > GIB
    assert wanted.whole < 320 * GIB


@given(st.integers(-10, 10**12), st.none() | st.integers(-10, 10**12), st.integers(-10, 262_144))
def test_text_models_want_their_file_and_their_context(file: int, a_token: int | None, context: int) -> None:
    assert max(0, file) <= text_model(file, a_token, context) <= 1.1 * max(0, file) + 8 * MIB * 262_144 + GIB


def test_a_text_model_of_eight_billion() -> None:
    assert 5.3 * GIB < text_model(4_920_000_000, 131_072, 4096) < 5.5 * GIB


def test_a_picture_that_cannot_be_painted_is_refused_with_an_offer() -> None:
    weights = image_model("dreamshaper_8.safetensors", card=TURING)
    refuse_if_too_large(weights, Family.SD15, 512, 768, TURING.free)
    with pytest.raises(FibelError) as caught:
        refuse_if_too_large(weights, Family.SD15, 1024, 1536, TURING.free)
    assert caught.value.code == "picture_too_large"
    assert "1024 × 1536 wants" in caught.value.details
    assert " × " in caught.value.details.split("for it. ")[1]
    assert "tiles" in caught.value.details
    assert "fits." in caught.value.details


@given(NAMES, SIDES, SIDES, CARDS)
def test_tiles_never_want_more(name: str, width: int, height: int, card: VramReading) -> None:
    weights = image_model(name, card=card)
    whole, tiled = estimate(weights, width, height), estimate(weights, width, height, tiled=True)
    assert tiled.whole <= whole.whole
    assert tiled.least <= whole.least


def test_every_shipped_format_can_be_painted_on_a_gtx_1660_super() -> None:
    weights = image_model("dreamshaper_8.safetensors", card=TURING)
    for format in load_all(PresetKind.FORMATS, FormatPreset).values():
        refuse_if_too_large(weights, Family.SD15, format.picture_width, format.picture_height, TURING.free)


@given(st.sampled_from(Family), SIDES, SIDES, st.integers(1, 96))
def test_what_is_offered_fits(family: Family, width: int, height: int, room: int) -> None:
    weights = image_model("", family)
    offered = largest_that_fits(weights, width, height, family, room * GIB)
    if offered is not None:
        assert estimate(weights, *offered).least <= room * GIB
        assert all(side % NATIVE[family].step == 0 for side in offered)
        assert max(offered) <= max(width, height)


@pytest.mark.parametrize("name", ["dreamshaper_8.safetensors", "sd_xl_base_1.0.safetensors"])
def test_a_likeness_wants_more_by_its_adapter_and_what_looks_at_the_reference(name: str) -> None:
    plain, likened = (estimate(image_model(name, beside=beside), 512, 768) for beside in ((), (ADAPTERS, VISIONS)))
    assert 1.2 * GIB < likened.whole - plain.whole < 2 * GIB
    assert likened.least <= likened.alone <= likened.whole
    assert image_model(name, beside=("loras",)) == image_model(name)


def test_on_the_gtx_16_series_the_processor_looks_at_references() -> None:
    likened = image_model("dreamshaper_8.safetensors", card=TURING, beside=(ADAPTERS, VISIONS))
    assert likened.vision == 0
    assert estimate(likened, 512, 768).whole < TURING.free - 256 * MIB


def test_enlarging_has_a_card_of_six_gigabytes_to_itself_and_makes_do_with_less() -> None:
    assert 4.5 * GIB < enlarging().whole < TURING.free - 256 * MIB
    assert enlarging().least < GIB


def test_every_family_has_its_facts() -> None:
    assert all(family_facts(family).painter_millions for family in Family)
