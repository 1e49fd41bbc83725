"""The network as ONNX graphs, built from onnxruntime's fused operators.

Two graphs. `encoder.onnx`: word pieces of a batch of windows to word vectors for the parts head
and start logits. `parts.onnx`: one row a statement start to part logits and medium logits.
Written by hand and not exported from torch: the graph is then exactly the fused one that
onnxruntime runs fastest (com.microsoft Attention, SkipLayerNormalization, BiasGelu), and it
can be read. tests/training/test_graph.py holds both against torch.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.network import FARTHEST_FOCUS, Shape, bucket
from wortlaut.encoder.labels import ACTS, CERTAINTIES, EDGES, KINDS, MEDIA, PARTS, POLARITIES, TYPES

Array = NDArray[np.float32]
MICROSOFT = "com.microsoft"


class Graph:
    """Collects nodes and constants; every method adds one node and returns its output's name."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: NDArray[Any] | np.generic) -> str:
        self.constants.append(numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def node(self, op: str, *inputs: str, out: str, domain: str = "", **attributes: Any) -> str:
        self.nodes.append(
            helper.make_node(op, list(inputs), [out], name=out, domain=domain, **attributes)
        )
        return out

    def linear(self, x: str, weights: Mapping[str, Array], name: str, bias: bool = True) -> str:
        """x @ W.T + b; x is divided and W multiplied by `name.smooth` if there is one."""
        weight = weights[f"{name}.weight"]
        if (smooth := weights.get(f"{name}.smooth")) is not None:
            weight = weight * smooth
            inverse = self.constant(f"{name}.smooth", 1 / smooth)
            x = self.node("Mul", x, inverse, out=f"{name}.smoothed")
        out = self.node(
            "MatMul", x, self.constant(f"{name}.weight", weight.T), out=f"{name}.product"
        )
        if not bias:
            return out
        return self.node(
            "Add", out, self.constant(f"{name}.bias", weights[f"{name}.bias"]), out=f"{name}.out"
        )

    def gelu(self, x: str, weights: Mapping[str, Array], name: str) -> str:
        """gelu(x @ W.T + b)"""
        product = self.linear(x, weights, name, bias=False)
        bias = self.constant(f"{name}.bias", weights[f"{name}.bias"])
        return self.node("BiasGelu", product, bias, out=f"{name}.gelu", domain=MICROSOFT)

    def attention(self, x: str, weights: Mapping[str, Array], name: str, heads: int) -> str:
        """Softmax attention; without a mask, which lets onnxruntime take its blocked kernel."""
        packed = self.linear(x, weights, name)
        outputs = [f"{name}.{part}" for part in ("queries", "keys", "values")]
        self.nodes.append(helper.make_node("Split", [packed], outputs, axis=-1, num_outputs=3))
        return self.node(
            "MultiHeadAttention",
            *outputs,
            out=f"{name}.context",
            domain=MICROSOFT,
            num_heads=heads,
        )

    def norm(self, x: str, weights: Mapping[str, Array], name: str, epsilon: float) -> str:
        scale = self.constant(f"{name}.weight", weights[f"{name}.weight"])
        bias = self.constant(f"{name}.bias", weights[f"{name}.bias"])
        return self.node(
            "LayerNormalization", x, scale, bias, out=f"{name}.out", axis=-1, epsilon=epsilon
        )

    def add_norm(
        self, x: str, skip: str, weights: Mapping[str, Array], norm: str, epsilon: float
    ) -> str:
        """norm(x + skip). Two nodes: the fused one takes twice the time of both."""
        return self.norm(self.node("Add", x, skip, out=f"{norm}.sum"), weights, norm, epsilon)

    def model(
        self, name: str, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]
    ) -> onnx.ModelProto:
        graph = helper.make_graph(self.nodes, name, inputs, outputs, self.constants)
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
        onnx.checker.check_model(model)
        return model


def encoder_graph(weights: Mapping[str, Array], shape: Shape) -> onnx.ModelProto:
    """Inputs: pieces, marks (batch, pieces) int64, all of them real; words (batch, words)
    int64, index of each word's first piece. Outputs: `vectors` (batch, words, hidden),
    `projected` (batch, words, projected_width), `starts` (batch, words, types) logits, `mentions`
    (batch, words, 7) logits and `pairs` (batch, words, pair_columns)."""
    g = Graph()
    w = {k.removeprefix("encoder."): v for k, v in weights.items() if k.startswith("encoder.")}
    x = _embeddings(g, w)
    for i in range(shape.layers):
        layer = f"layers.{i}"
        context = g.attention(x, w, f"{layer}.qkv", shape.heads)
        attended = g.linear(context, w, f"{layer}.attended")
        x = g.add_norm(attended, x, w, f"{layer}.attended_norm", 1e-12)
        narrow = g.linear(g.gelu(x, w, f"{layer}.widen"), w, f"{layer}.narrow")
        x = g.add_norm(narrow, x, w, f"{layer}.norm", 1e-12)
    ones = {
        "unit.weight": np.ones(shape.hidden, np.float32),
        "unit.bias": np.zeros(shape.hidden, np.float32),
    }
    x = g.norm(x, ones, "unit", 1e-5)
    # Gather the first piece of every word: batch index and piece index side by side.
    vectors = _gather_words(g, x)
    hidden = g.gelu(vectors, weights, "starts.inner")
    starts = g.linear(hidden, weights, "starts.out")
    projected = g.node(
        "Concat",
        g.linear(vectors, weights, "parts.words"),
        g.linear(vectors, weights, "parts.acts.senses"),
        out="projected.both",
        axis=-1,
    )
    mentions = g.linear(g.gelu(vectors, weights, "mentions.inner"), weights, "mentions.out")
    pairs = g.linear(vectors, with_new(weights), "mentions.pairs")
    g.node("Identity", vectors, out="vectors")
    g.node("Identity", starts, out="starts")
    g.node("Identity", projected, out="projected")
    g.node("Identity", mentions, out="mentions")
    g.node("Identity", pairs, out="pairs")
    integer = TensorProto.INT64
    value = helper.make_tensor_value_info
    return g.model(
        "encoder",
        [
            value("pieces", integer, ["batch", "pieces"]),
            value("marks", integer, ["batch", "pieces"]),
            value("words", integer, ["batch", "words"]),
        ],
        [
            value("vectors", TensorProto.FLOAT, ["batch", "words", shape.hidden]),
            value("projected", TensorProto.FLOAT, ["batch", "words", projected_width(shape)]),
            value("starts", TensorProto.FLOAT, ["batch", "words", len(TYPES)]),
            value("mentions", TensorProto.FLOAT, ["batch", "words", len(EDGES) + len(KINDS)]),
            value("pairs", TensorProto.FLOAT, ["batch", "words", 4 * shape.pairs_width + 2]),
        ],
    )


def projected_width(shape: Shape) -> int:
    """What the parts graph is given of every word."""
    return shape.parts_width + shape.acts_width + shape.acts_looks


def with_new(weights: Mapping[str, Array]) -> dict[str, Array]:
    """The product of the pair vectors with two more columns: how likely a mention is a new one,
    from its first word and from its last; both are to be added, as the vectors are."""
    rows, bias = weights["mentions.pairs.weight"], weights["mentions.pairs.bias"]
    new = weights["mentions.new.weight"]
    first, last = slice(0, new.shape[1]), slice(new.shape[1], 2 * new.shape[1])
    more = np.concatenate([new @ rows[first], new @ rows[last]])
    constant = [new @ bias[first] + weights["mentions.new.bias"], new @ bias[last]]
    return {
        "mentions.pairs.weight": np.concatenate([rows, more]),
        "mentions.pairs.bias": np.concatenate([bias, *constant]),
    }


def _embeddings(g: Graph, w: Mapping[str, Array]) -> str:
    """Word vectors are kept as int8 with one scale a row: a quarter of the size, no product."""
    table = w["pieces.weight"]
    scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
    g.constant("pieces.int8", np.round(table / scale).astype(np.int8))
    g.constant("pieces.scale", scale.astype(np.float32))
    g.constant("positions.weight", w["positions.weight"])
    g.constant("marks.weight", w["marks.weight"])
    small = g.node("Gather", "pieces.int8", "pieces", out="pieces.rows")
    wide = g.node("Cast", small, out="pieces.float", to=TensorProto.FLOAT)
    scales = g.node("Gather", "pieces.scale", "pieces", out="pieces.scales")
    exact = g.node("Mul", wide, scales, out="pieces.vectors")
    places = g.node("Gather", "positions.weight", _count(g, "pieces", 1), out="positions.rows")
    marks = g.node("Gather", "marks.weight", "marks", out="marks.rows")
    placed = g.node("Add", exact, places, out="positions.added")
    return g.norm(g.node("Add", placed, marks, out="marks.added"), w, "norm", 1e-12)


def _count(g: Graph, tensor: str, axis: int) -> str:
    """0, 1, 2, … up to the tensor's size along `axis`."""
    shape = g.node("Shape", tensor, out=f"{tensor}.shape")
    size = g.node(
        "Gather", shape, g.constant(f"{tensor}.axis", np.int64(axis)), out=f"{tensor}.size"
    )
    zero, one = g.constant(f"{tensor}.0", np.int64(0)), g.constant(f"{tensor}.1", np.int64(1))
    return g.node("Range", zero, size, one, out=f"{tensor}.range")


def _gather_words(g: Graph, x: str) -> str:
    """Vectors of every word's first piece."""
    axis = g.constant("words.last", np.array([-1]))
    index = g.node("Unsqueeze", "words", axis, out="words.index")
    return g.node("GatherND", x, index, out="words.vectors", batch_dims=1)


def parts_graph(weights: Mapping[str, Array], shape: Shape) -> onnx.ModelProto:
    """Inputs: projected (rows, words, projected_width), all words real; start (rows, hidden);
    place, kind (rows,) int64. Outputs: `parts` (rows, words, 5), `media` (rows, 7) and `verdict`
    (rows,), all probabilities, and `acts` (rows, 14) logits."""
    g = Graph()
    w = {k.removeprefix("parts."): v for k, v in weights.items() if k.startswith("parts.")}
    x = _conditioned(g, w, _split_projected(g, shape))
    for i in range(shape.parts_blocks):
        block = f"blocks.{i}"
        normed = g.norm(x, w, f"{block}.norm", 1e-5)
        context = g.attention(normed, w, f"{block}.qkv", 4)
        attended = g.linear(context, w, f"{block}.attended")
        x = g.node("Add", x, attended, out=f"{block}.seen")
        inner = g.gelu(g.norm(x, w, f"{block}.inner_norm", 1e-5), w, f"{block}.widen")
        x = g.node("Add", x, g.linear(inner, w, f"{block}.narrow"), out=f"{block}.done")
    x = g.norm(x, w, "out_norm", 1e-5)
    g.node("Sigmoid", g.linear(x, w, "parts"), out="parts")
    seen = _seen(g, x)
    g.node("Identity", g.linear(_acts(g, w, seen, shape), w, "acts.out"), out="acts")
    summary = g.gelu(seen, w, "summary")
    g.node("Softmax", g.linear(summary, w, "medium"), out="media", axis=-1)
    verdict = g.node("Sigmoid", g.linear(summary, w, "verdict"), out="verdict.wide")
    g.node("Squeeze", verdict, g.constant("verdict.axis", np.array([1])), out="verdict")
    integer, real = TensorProto.INT64, TensorProto.FLOAT
    value = helper.make_tensor_value_info
    return g.model(
        "parts",
        [
            value("projected", real, ["rows", "words", projected_width(shape)]),
            value("start", real, ["rows", shape.hidden]),
            value("place", integer, ["rows"]),
            value("kind", integer, ["rows"]),
        ],
        [
            value("parts", real, ["rows", "words", len(PARTS)]),
            value("media", real, ["rows", len(MEDIA)]),
            value("verdict", real, ["rows"]),
            value("acts", real, ["rows", len(ACTS) + len(POLARITIES) + len(CERTAINTIES)]),
        ],
    )


def _split_projected(g: Graph, shape: Shape) -> str:
    """`projected` into what the parts, the values and the focus of the acts are read from."""
    widths = g.constant(
        "projected.widths",
        np.array([shape.parts_width, shape.acts_width, shape.acts_looks]),
    )
    outputs = ["words.seen", "values", "focus"]
    g.nodes.append(helper.make_node("Split", ["projected", widths], outputs, axis=-1))
    return outputs[0]


def _acts(g: Graph, w: Mapping[str, Array], seen: str, shape: Shape) -> str:
    """The inner vector of ActsHead, from the chances of content and frame that `_seen` took."""
    far = np.float32(FARTHEST_FOCUS)
    focus = g.node(
        "Clip",
        "focus",
        g.constant("focus.low", -far),
        g.constant("focus.high", far),
        out="focus.in",
    )
    half = [shape.acts_looks // 2]
    chances = g.node(
        "Concat",
        *["content.chances"] * half[0],
        *["frame.chances"] * half[0],
        out="looks.chances",
        axis=-1,
    )
    weights = g.node("Mul", g.node("Exp", focus, out="focus.exp"), chances, out="looks")
    turned = g.node("Transpose", weights, out="looks.turned", perm=[0, 2, 1])
    total = g.node("MatMul", turned, "values", out="looks.sum")
    weight = g.node("ReduceSum", turned, "last", out="looks.weight", keepdims=1)
    mean = g.node("Div", total, g.node("Add", weight, "one", out="looks.more"), out="looks.mean")
    flat = g.constant("looks.flat", np.array([0, shape.acts_looks * shape.acts_width]))
    pooled = g.node("Reshape", mean, flat, out="looks.pooled")
    both = g.node("Concat", pooled, seen, out="acts.seen", axis=-1)
    return g.gelu(both, w, "acts.inner")


def _conditioned(g: Graph, w: Mapping[str, Array], words: str) -> str:
    """norm(projected * (1 + scale) + shift + distance): the words as seen from this start."""
    g.constant("kind.weight", w["kind.weight"])
    g.constant("distance.table", distance_table(w["distance.weight"]))
    kind = g.node("Gather", "kind.weight", "kind", out="kind.rows")
    both = g.node("Add", g.linear("start", w, "start"), kind, out="start.both")
    middle = g.constant("middle", np.array([1]))
    wide = g.node("Unsqueeze", both, middle, out="start.wide")
    halves = g.constant("halves", np.array([w["words.weight"].shape[0]] * 2))
    g.nodes.append(helper.make_node("Split", [wide, halves], ["scale", "shift"], axis=-1))
    factor = g.node("Add", "scale", g.constant("one", np.float32(1)), out="scale.factor")
    delta = g.node(
        "Sub",
        _count(g, "projected", 1),
        g.node("Unsqueeze", "place", middle, out="place.wide"),
        out="delta",
    )
    far = np.int64(FARTHEST)
    clipped = g.node(
        "Clip", delta, g.constant("low", -far), g.constant("high", far), out="delta.in"
    )
    row = g.node("Add", clipped, "high", out="delta.row")
    distance = g.node("Gather", "distance.table", row, out="distance")
    moved = g.node("Add", g.node("Mul", words, factor, out="x.scaled"), "shift", out="x.moved")
    return g.norm(g.node("Add", moved, distance, out="x.placed"), w, "norm", 1e-5)


FARTHEST = 512  # words; all farther ones share a bucket


def distance_table(buckets: Array) -> Array:
    """One row for every distance -512 .. 512: the bucket's vector, looked up beforehand."""
    distances = torch.arange(-FARTHEST, FARTHEST + 1)
    return buckets[bucket(distances).numpy()]


def _seen(g: Graph, x: str) -> str:
    """Mean vectors of frame and content beside the start's vector, as in PartsHead."""
    last = g.constant("last", np.array([-1]))
    framing = g.constant("frame.parts", np.array([PARTS.index("cue"), PARTS.index("frame")]))
    both = g.node("Gather", "parts", framing, out="frame.both", axis=-1)
    frame = g.node("ReduceSum", both, last, out="frame.chances", keepdims=1)
    content_part = g.constant("content.part", np.array([PARTS.index("content")]))
    content = g.node("Gather", "parts", content_part, out="content.chances", axis=-1)
    place = g.node("Unsqueeze", "place", last, out="place.index")
    at_start = g.node("GatherND", x, place, out="start.vector", batch_dims=1)
    means = [_weighted_mean(g, x, frame, "frame"), _weighted_mean(g, x, content, "content")]
    return g.node("Concat", *means, at_start, out="seen", axis=-1)


def _weighted_mean(g: Graph, x: str, weights: str, name: str) -> str:
    weighted = g.node("Mul", x, weights, out=f"{name}.weighted")
    total = g.node("ReduceSum", weighted, "middle", out=f"{name}.sum", keepdims=0)
    weight = g.node("ReduceSum", weights, "middle", out=f"{name}.weight", keepdims=0)
    return g.node(
        "Div", total, g.node("Add", weight, "one", out=f"{name}.more"), out=f"{name}.mean"
    )
