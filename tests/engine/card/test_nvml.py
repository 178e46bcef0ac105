"""NVIDIA's driver is asked through its own library, and what it answers is the whole card."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.engine.card.driver import FakeDriver, build

MIB = 1024**2

MEASURE = """
import json
from engine.card.gauge import find_gauges, pick
(gauge,) = find_gauges()
reading = gauge.measure()
print(json.dumps({
    "name": gauge.name, "ids": sorted(gauge.ids), "total": reading.total, "free": reading.free,
    "source": reading.source, "holders": [str(holder) for holder in gauge.holders()],
    "picked": [pick([gauge], wanted, None) is gauge for wanted in ("", "0", gauge.uuid.upper(), "1")],
}))
"""


@pytest.fixture
def driver(tmp_path: Path) -> FakeDriver:
    return build(tmp_path)


def test_free_memory_and_its_holders_are_read(driver: FakeDriver) -> None:
    driver.write(total=6144 * MIB, reserved=200 * MIB, held={os.getpid(): 300 * MIB, 2**22 + 7: 5000 * MIB})
    told = json.loads(driver.run(MEASURE))
    assert told["name"] == "NVIDIA GeForce GTX 1660 SUPER"
    assert (told["total"], told["free"], told["source"]) == (6144 * MIB, 644 * MIB, "nvml")
    largest, smaller = told["holders"]
    assert largest == f"a process (pid {2**22 + 7}) 5000 MiB"
    assert f"(pid {os.getpid()}) 300 MiB" in smaller
    assert "py" in smaller.split(" (pid")[0]


def test_the_settings_may_name_a_card_by_number_or_uuid(driver: FakeDriver) -> None:
    driver.write(total=6144 * MIB)
    assert json.loads(driver.run(MEASURE))["picked"] == [True, True, True, False]


def test_without_a_driver_there_is_no_gauge(driver: FakeDriver) -> None:
    assert driver.run("from engine.card import nvml; print(nvml.gauges())").strip() == "[]"
