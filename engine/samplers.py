"""Samplers and schedulers: ComfyUI's names, the names other programs use for them, and which of them converge."""

from __future__ import annotations

import difflib
import re
from typing import NamedTuple

SAMPLERS = frozenset((
    "euler", "euler_cfg_pp", "euler_ancestral", "euler_ancestral_cfg_pp", "heun", "heunpp2", "dpm_2",
    "dpm_2_ancestral", "lms", "dpm_fast", "dpm_adaptive", "dpmpp_2s_ancestral", "dpmpp_2s_ancestral_cfg_pp",
    "dpmpp_sde", "dpmpp_sde_gpu", "dpmpp_2m", "dpmpp_2m_cfg_pp", "dpmpp_2m_sde", "dpmpp_2m_sde_gpu",
    "dpmpp_2m_sde_heun", "dpmpp_2m_sde_heun_gpu", "dpmpp_3m_sde", "dpmpp_3m_sde_gpu", "ddpm", "lcm", "ipndm",
    "ipndm_v", "deis", "res_multistep", "res_multistep_cfg_pp", "res_multistep_ancestral",
    "res_multistep_ancestral_cfg_pp", "gradient_estimation", "gradient_estimation_cfg_pp", "er_sde", "seeds_2",
    "seeds_3", "sa_solver", "sa_solver_pece", "ddim", "uni_pc", "uni_pc_bh2",
))  # fmt: skip
"""ComfyUI 0.3.64."""

SCHEDULERS = frozenset((
    "simple", "sgm_uniform", "karras", "exponential", "ddim_uniform", "beta", "normal", "linear_quadratic",
    "kl_optimal",
))  # fmt: skip
"""ComfyUI 0.3.64."""

CONVERGENT = frozenset((
    "euler", "heun", "heunpp2", "dpm_2", "lms", "dpmpp_2m", "ipndm", "ipndm_v", "deis", "res_multistep", "ddim",
    "uni_pc", "uni_pc_bh2",
))  # fmt: skip
"""More steps work the same picture out further; all others draw new noise on the way, and another number of steps is
another picture."""

_ELSEWHERE = {
    # AUTOMATIC1111's names without the schedule
    "dpm++2m": "dpmpp_2m",
    "dpm++2msde": "dpmpp_2m_sde",
    "dpm++2msdeheun": "dpmpp_2m_sde_heun",
    "dpm++sde": "dpmpp_sde",
    "dpm++3msde": "dpmpp_3m_sde",
    "dpm++2sa": "dpmpp_2s_ancestral",
    "eulera": "euler_ancestral",
    "dpm2": "dpm_2",
    "dpm2a": "dpm_2_ancestral",
    "dpmfast": "dpm_fast",
    "dpmadaptive": "dpm_adaptive",
    "unipc": "uni_pc",
}
_SCHEDULES = {
    "sgmuniform": "sgm_uniform",
    "ddimuniform": "ddim_uniform",
    "karras": "karras",
    "exponential": "exponential",
    "simple": "simple",
    "normal": "normal",
    "beta": "beta",
}
_USUAL_SCHEDULE = {"ddim": "ddim_uniform", "lcm": "sgm_uniform"}
_NOT_IN_COMFYUI = {"restart": "dpmpp_2m", "plms": "lms"}
"""Samplers of other programs without a counterpart, and what comes nearest."""

_TRIFLES = re.compile(r"[\s_.-]+")


class Sampling(NamedTuple):
    """A sampler and a scheduler in ComfyUI's names."""

    sampler: str
    scheduler: str


def understood(name: str, scheduler: str = "") -> Sampling:
    """Return a sampler by whatever name it goes, with the schedule its name ends in unless one is given.

    Names of ComfyUI pass through; those of AUTOMATIC1111 are translated. Case, blanks and underscores do not count.

    Raises:
        ValueError: nobody knows it; the message names what comes nearest.

    >>> understood("DPM++ 2M Karras")
    Sampling(sampler='dpmpp_2m', scheduler='karras')
    >>> understood("Euler a")
    Sampling(sampler='euler_ancestral', scheduler='normal')
    """
    schedule = _scheduler(scheduler) if scheduler.strip() else ""
    plain = name.strip().casefold()
    if plain in SAMPLERS:
        return Sampling(plain, schedule or _USUAL_SCHEDULE.get(plain, "normal"))
    squeezed = _TRIFLES.sub("", plain).replace("dpmpp", "dpm++")
    for ending, named in _SCHEDULES.items():
        if squeezed.endswith(ending) and squeezed != ending:
            squeezed, schedule = squeezed.removesuffix(ending), schedule or named
            break
    if squeezed in _NOT_IN_COMFYUI:
        raise ValueError(f"ComfyUI has no sampler {name!r}; {_NOT_IN_COMFYUI[squeezed]} comes nearest")
    by_plain = {_TRIFLES.sub("", known).replace("dpmpp", "dpm++"): known for known in SAMPLERS}
    found = _ELSEWHERE.get(squeezed) or by_plain.get(squeezed)
    if found is None:
        raise ValueError(f"there is no sampler {name!r}{_near(squeezed, {**by_plain, **_ELSEWHERE})}")
    return Sampling(found, schedule or _USUAL_SCHEDULE.get(found, "normal"))


def _scheduler(name: str) -> str:
    plain = name.strip().casefold()
    if plain in SCHEDULERS:
        return plain
    squeezed = _TRIFLES.sub("", plain)
    known = {_TRIFLES.sub("", scheduler): scheduler for scheduler in SCHEDULERS}
    if squeezed not in known:
        raise ValueError(f"there is no scheduler {name!r}{_near(squeezed, known)}")
    return known[squeezed]


def _near(wanted: str, known: dict[str, str]) -> str:
    close = difflib.get_close_matches(wanted, known, n=1)
    return f"; did you mean {known[close[0]]}?" if close else ""
