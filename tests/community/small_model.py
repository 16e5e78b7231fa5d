"""A model of sentence embeddings that tests make themselves: a table of word vectors.

It knows that "castelet" and "marionnettes" are nearly the same, which no thesaurus tells it.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

NEAR = ("castelet", "marionnettes", "puppets")
OTHERS = ("comptabilité", "plongée", "poterie", "[PAD]", "[UNK]", "query", ":")
SIZE = 64


def make(folder: Path, *, takes_first: bool = False, name: str = "onnx/model.onnx") -> Path:
    """Write the model and its tokenizer; needs onnx and tokenizers."""
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    words = {word: number for number, word in enumerate((*NEAR, *OTHERS))}
    tokenizer = Tokenizer(WordLevel(words, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    _save(folder / name, _vectors())
    (folder / "1_Pooling").mkdir()
    told = {"pooling_mode_cls_token": takes_first, "pooling_mode_mean_tokens": not takes_first}
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(told))
    return folder


def _vectors() -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Random ones, but for the words that are near to each other and those that say nothing."""
    dice = np.random.default_rng(4)
    made = dice.normal(size=(len(NEAR) + len(OTHERS), SIZE)).astype(np.float32)
    made[: len(NEAR)] = made[0] + 0.3 * made[: len(NEAR)]
    made[len(NEAR) + OTHERS.index("[PAD]")] = 9
    return made


def _save(file: Path, table: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> None:
    from onnx import TensorProto, helper, numpy_helper, save

    shape = ["texts", "tokens"]
    inputs = [helper.make_tensor_value_info(each, TensorProto.INT64, shape)
              for each in ("input_ids", "attention_mask")]  # fmt: skip
    output = helper.make_tensor_value_info(
        "last_hidden_state", TensorProto.FLOAT, [*shape, table.shape[1]]
    )
    look_up = helper.make_node("Gather", ["table", "input_ids"], ["last_hidden_state"])
    graph = helper.make_graph(
        [look_up], "small", inputs, [output], [numpy_helper.from_array(table, "table")]
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    save(made, str(file))
