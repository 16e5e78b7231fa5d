"""Sentence embeddings, for communities that have chosen a model: the extra `embeddings`.

A model is a folder, or a name on the Hugging Face hub, with what sentence-transformers puts there:
`tokenizer.json`, and `onnx/model.onnx` or `model.onnx`. `1_Pooling/config.json` says whether a
sentence is the mean of its tokens (else it is the first of them).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Floats = NDArray[np.float32]

USUAL = "intfloat/multilingual-e5-small"
"""The model that "default" stands for."""
QUERY = "query: "
"""What the e5 models want before a text that is compared with its like (their model card)."""
TOKENIZER, MODELS, POOLING = "tokenizer.json", ("onnx/model.onnx", "model.onnx"), "1_Pooling"
LONGEST = 128
"""Tokens that are looked at: a line of a profile has fewer."""

_E5 = re.compile(r"\be5\b")

_chosen: list[tuple[str, Path]] = []
"""The model's name and its folder, if there is one."""


class Unusable(ValueError):
    """A model that can't be used: `fault` is extra (not installed), model (no such) or files."""

    def __init__(self, fault: str, name: str) -> None:
        super().__init__(f"{name}: {fault}")
        self.fault, self.name = fault, name


def choose(name: str | None) -> None:
    """From now on the directory looks at this model too; raises Unusable.

    `name` is a folder, a name on the hub (fetched once, then kept), or "default".
    """
    told = USUAL if name == "default" else name
    chosen = [(told, _checked(told))] if told else []
    if _chosen != chosen:
        _chosen[:] = chosen
        encoder.cache_clear()


@lru_cache
def encoder() -> Encoder | None:
    """The chosen model, loaded when first needed."""
    for name, folder in _chosen:
        return Encoder(folder, prefix=QUERY if _E5.search(Path(name).name) else "")
    return None


def _checked(name: str) -> Path:
    if any(find_spec(module) is None for module in ("onnxruntime", "tokenizers")):
        raise Unusable("extra", name)
    folder = Path(name) if Path(name).is_dir() else _fetched(name)
    if not ((folder / TOKENIZER).is_file() and _model(folder)):
        raise Unusable("files", name)
    return folder


def _fetched(name: str) -> Path:
    """A model of the hub: as it was kept, else fetched now."""
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        return _kept(name, fetch=False)
    except LocalEntryNotFoundError:
        pass
    except HFValidationError:
        raise Unusable("model", name) from None
    try:
        return _kept(name, fetch=True)
    except (HfHubHTTPError, OSError):
        raise Unusable("model", name) from None


def _kept(name: str, *, fetch: bool) -> Path:
    from huggingface_hub import snapshot_download

    wanted = [TOKENIZER, *MODELS, *(f"{model}_data" for model in MODELS), f"{POOLING}/config.json"]
    return Path(snapshot_download(name, allow_patterns=wanted, local_files_only=not fetch))


def _model(folder: Path) -> Path | None:
    return next((folder / each for each in MODELS if (folder / each).is_file()), None)


class Encoder:
    """A model that makes vectors of length 1 out of texts, each behind a prefix."""

    def __init__(self, folder: Path, *, prefix: str = "") -> None:
        self._tokenizer, self._session = _tokenizer(folder), _session(folder)
        self._inputs = {each.name for each in self._session.get_inputs()}
        self._prefix, self._mean = prefix, _takes_the_mean(folder)

    def __call__(self, texts: Sequence[str]) -> Floats:
        """One row for each text."""
        read = self._tokenizer.encode_batch([self._prefix + text for text in texts])
        masks = np.array([each.attention_mask for each in read], dtype=np.int64)
        given = {
            "input_ids": np.array([each.ids for each in read], dtype=np.int64),
            "attention_mask": masks, "token_type_ids": np.zeros_like(masks),
        }  # fmt: skip
        taken = {name: each for name, each in given.items() if name in self._inputs}
        tokens = self._session.run(None, taken)[0]
        shares = (masks if self._mean else np.eye(1, masks.shape[1]))[:, :, None]
        vectors = (tokens * shares).sum(axis=1)
        lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        return np.asarray(vectors / lengths, dtype=np.float32)


def _tokenizer(folder: Path) -> Tokenizer:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding()
    return tokenizer


def _session(folder: Path) -> InferenceSession:
    from onnxruntime import InferenceSession

    return InferenceSession(str(_model(folder)), providers=["CPUExecutionProvider"])


def _takes_the_mean(folder: Path) -> bool:
    file = folder / POOLING / "config.json"
    if not file.is_file():
        return True
    told: dict[str, object] = json.loads(file.read_text(encoding="utf-8"))
    return not told.get("pooling_mode_cls_token")
