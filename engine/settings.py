"""Settings: flags over environment (`FIBEL_…`) over the author's YAML file over what ships.

`FIBEL_WRITER_URL` is `writer.url`, `FIBEL_BOX_LOG` is `box.log`, and so on.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from engine.clean import CleanLine
from engine.errors import FibelError
from engine.units import Seconds, Tokens

CONFIG_NAME = "config.yaml"
OLLAMA_URL = "http://127.0.0.1:11434"
"""Where Ollama listens unless told otherwise."""
COMFYUI_URL = "http://127.0.0.1:8188"
"""Where ComfyUI listens unless told otherwise."""


MISTRAL_URL = "https://api.eu.mistral.ai/v1"
"""Mistral's servers in the EU and EFTA; `https://api.mistral.ai` may compute anywhere."""
LLAMA_URL = "http://127.0.0.1:8080"
"""Where llama.cpp's server listens unless told otherwise."""


class WriterProvider(StrEnum):
    """`openai` is every server that speaks OpenAI's language: llama.cpp, vLLM, LM Studio, OpenAI itself."""

    AUTO = "auto"
    OLLAMA = "ollama"
    OPENAI = "openai"
    MISTRAL = "mistral"
    BOX = "box"


class IllustratorProvider(StrEnum):
    AUTO = "auto"
    COMFYUI = "comfyui"
    BOX = "box"


class CardPolicy(StrEnum):
    AUTO = "auto"
    SERIAL = "serial"
    WARM = "warm"


class Pictures(StrEnum):
    """How the screen shows pictures; `auto` asks the terminal and takes half blocks where it shows nothing finer."""

    AUTO = "auto"
    BLOCKS = "blocks"
    SIXEL = "sixel"
    KITTY = "kitty"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


_OLLAMA_USUAL: Mapping[str, JsonValue] = {"url": OLLAMA_URL, "model": "llama3.1:8b", "context": 4096}
_USUAL: Mapping[str, Mapping[str, JsonValue]] = {
    WriterProvider.OPENAI: {"url": LLAMA_URL, "model": "", "context": 4096},
    WriterProvider.MISTRAL: {"url": MISTRAL_URL, "model": "mistral-medium-latest", "context": 32_768},
}
"""What a provider's settings are where the author says nothing; that of Ollama goes for the others."""


class WriterSettings(_Part):
    """`auto` takes the server at `url` if it answers, else the box. What is not said depends on the provider.

    There is no key here: see :mod:`engine.writer.keys`. An empty model takes the only one a server has.
    """

    provider: WriterProvider = WriterProvider.AUTO
    url: CleanLine = ""
    model: CleanLine = ""
    context: Tokens = Field(default=4096, ge=512, le=262_144)

    @model_validator(mode="before")
    @classmethod
    def _usual(cls, said: object) -> object:
        if not isinstance(said, dict):
            return said
        usual = _USUAL.get(said.get("provider", ""), _OLLAMA_USUAL)
        return {**usual, **{name: value for name, value in said.items() if value != ""}}


class GuardSettings(_Part):
    """A model that reads along and says what is unsafe: in the writer's Ollama, else in the one of this machine."""

    model: CleanLine = ""
    """Such as `llama-guard3:1b`; empty: nobody reads along."""


class IllustratorSettings(_Part):
    provider: IllustratorProvider = IllustratorProvider.AUTO
    url: CleanLine = COMFYUI_URL
    checkpoint: CleanLine = ""
    """Empty takes DreamShaper 8, or the first suitable model of the server."""
    workflow: CleanLine = ""
    """The author's own workflow for plain pictures; empty takes that of the model's family."""
    vision: Path | None = None
    """A vision model (ONNX) by which likeness is judged; without one colours and lines are compared."""

    @field_validator("vision")
    @classmethod
    def _vision_at_home(cls, path: Path | None) -> Path | None:
        return path and path.expanduser()


class CardSettings(_Part):
    """How the graphics card is shared."""

    policy: CardPolicy = CardPolicy.AUTO
    idle: Literal["auto", "immediate", "never"] | Annotated[float, Field(ge=0, le=86_400)] = "auto"
    """When a model is unloaded that nobody uses: as the policy suggests, at once, never, or after so many seconds."""
    gpu: CleanLine = ""
    """Which card the servers use, where there are several: UUID, PCI address or number; empty: found out."""

    @property
    def stay(self) -> Seconds | None:
        """How long an unused model stays; negative: for ever; None: as the policy suggests."""
        named: dict[object, Seconds | None] = {"auto": None, "immediate": 0.0, "never": -1.0}
        return named[self.idle] if isinstance(self.idle, str) else self.idle

    @field_validator("gpu", mode="before")
    @classmethod
    def _number(cls, gpu: object) -> object:
        return str(gpu) if isinstance(gpu, int) else gpu


class ScreenSettings(_Part):
    """What the studio takes its terminal for."""

    pictures: Pictures = Pictures.AUTO


class BoxSettings(_Part):
    """The embedded machine: which card it has, and how much faster than the real one it is."""

    card: CleanLine = "gtx-1660-super"
    speed: float = Field(default=20.0, gt=0, le=100_000)
    lag: Literal["fast", "typical", "slow", "stuck"] = "typical"
    log: Path | None = None


class Settings(BaseSettings):
    """All settings of one run."""

    model_config = SettingsConfigDict(
        frozen=True, env_prefix="FIBEL_", env_nested_delimiter="_", env_nested_max_split=1, extra="forbid"
    )
    writer: WriterSettings = Field(default_factory=WriterSettings)
    illustrator: IllustratorSettings = IllustratorSettings()
    guard: GuardSettings = GuardSettings()
    card: CardSettings = CardSettings()
    box: BoxSettings = BoxSettings()
    screen: ScreenSettings = ScreenSettings()
    library: Path = Field(default_factory=lambda: platformdirs.user_documents_path() / "Fibel")
    """Where new books go and where the library looks for them."""

    theme: CleanLine = ""
    """Colours of the studio: lamp, day, contrast, sixteen; empty lets the terminal decide."""
    keys: dict[CleanLine, CleanLine] = Field(default_factory=dict)
    """Keys of the author's own, by the name of what they do: `review.reroll: ctrl+r`. `fibel keys` lists the names."""

    @field_validator("library")
    @classmethod
    def _at_home(cls, path: Path) -> Path:
        return path.expanduser()


def config_file() -> Path:
    """Return where the author's own settings lie on this platform."""
    return platformdirs.user_config_path("fibel") / CONFIG_NAME


def state_folder() -> Path:
    """Return where Fibel keeps what it learned (durations), apart from any book."""
    return platformdirs.user_state_path("fibel")


def key_folder() -> Path:
    """Return where the author may keep keys of services, each in a file that nobody else can read."""
    return config_file().parent


def private_folder() -> Path:
    """Return where Fibel keeps what only this machine may know, apart from any book."""
    return platformdirs.user_data_path("fibel") / "names"


def preset_folders() -> tuple[Path, ...]:
    """Return the author's own preset folders; they lie over the shipped presets."""
    return (config_file().parent / "presets",)


def prompt_folders() -> tuple[Path, ...]:
    """Return where the author's own prompts for the writer lie; they lie over the shipped ones."""
    return (config_file().parent / "prompts",)


def workflow_folders() -> tuple[Path, ...]:
    """Return the author's own folders of workflows; they lie over the shipped ones."""
    return (config_file().parent / "workflows",)


def load_settings(config: Path | None = None, **flags: dict[str, object]) -> Settings:
    """Read the settings.

    Args:
        config: the file given with `--config`; None takes the platform's file, which need not exist.
        flags: parts given on the command line, e.g. `writer={"provider": "box"}`.

    Raises:
        FibelError: `config_broken`, naming file and field.
    """
    path = config or config_file()
    found = _read(path) if config is not None or path.is_file() else {}

    class Layered(Settings):
        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,
            file_secret_settings: PydanticBaseSettingsSource,
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            return (
                InitSettingsSource(settings_cls, dict(flags)),
                env_settings,
                InitSettingsSource(settings_cls, found),
            )

    try:
        return Layered()
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise FibelError("config_broken", f"{path}, or FIBEL_…: {where}: {first['msg']}.") from error
    except SettingsError as error:
        raise FibelError("config_broken", f"FIBEL_…: {error}.") from error


def _read(path: Path) -> dict[str, object]:
    import yaml

    try:
        content = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise FibelError("config_broken", f"{path}: {error}") from error
    if content is None:
        return {}
    if not isinstance(content, dict):
        raise FibelError("config_broken", f"{path}: sections such as `writer:` were expected.")
    return {str(key): value for key, value in content.items()}
