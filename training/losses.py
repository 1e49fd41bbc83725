"""What the network is trained to make small: one loss a head."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from training.batches import Batch
from training.network import Network
from training.recipe import Recipe
from wortlaut.encoder.labels import ACTS, CERTAINTIES, EDGES, POLARITIES


def loss_of(network: Network, batch: Batch, recipe: Recipe) -> dict[str, Tensor]:
    """One loss a head, each per gold statement, so that all batches weigh alike."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=recipe.bf16):
        words = network.read(batch.pieces, batch.marks, batch.lengths, batch.words).float()
        start_logits = network.starts(words).float()
    statements = max(len(batch.row), 1)
    bits = F.binary_cross_entropy_with_logits(start_logits, batch.starts, reduction="none")
    losses = {"starts": (bits * batch.owned[..., None]).sum() / statements}
    row, place, kind = with_rivals(batch, start_logits)
    losses |= mention_losses(network, words, batch, recipe)
    if not len(row):
        return losses
    # The parts head stays in fp32: for 16 bits the matrix library compiles a kernel for every
    # new number of rows, which takes longer than the product itself.
    counts = batch.word_counts[row]
    projected = network.parts.project(words)[row]
    logits, media, verdicts, acts = network.parts(projected, words[row, place], place, kind, counts)
    right = (torch.arange(len(row)) < len(batch.row)).float()
    bits = F.binary_cross_entropy_with_logits(verdicts, right, reduction="none")
    losses["verdict"] = recipe.verdict_weight * bits.sum() / statements
    gold = slice(len(batch.row))
    real = (torch.arange(words.shape[1])[None, :] < counts[gold, None]).float()[..., None]
    bits = F.binary_cross_entropy_with_logits(logits[gold], batch.parts, reduction="none")
    losses["parts"] = recipe.parts_weight * (bits * real).sum() / statements
    bits = F.cross_entropy(
        media[gold], batch.medium, label_smoothing=recipe.medium_smoothing, reduction="sum"
    )
    losses["medium"] = recipe.medium_weight * bits / statements
    losses["acts"] = recipe.acts_weight * acts_loss(acts[gold], batch.acts, recipe) / statements
    return losses


def acts_loss(logits: Tensor, gold: Tensor, recipe: Recipe) -> Tensor:
    """Summed cross entropy of act, polarity and certainty; what is not annotated costs nothing.

    logits: (rows, 14); gold: (rows, 3) indices, -1 where there is none.
    """
    total = logits.new_zeros(())
    sizes = (len(ACTS), len(POLARITIES), len(CERTAINTIES))
    for one, right in zip(logits.split(sizes, -1), gold.unbind(-1), strict=True):
        known = right >= 0
        total = total + F.cross_entropy(
            one[known], right[known], label_smoothing=recipe.acts_smoothing, reduction="sum"
        )
    return total


def mention_losses(
    network: Network, words: Tensor, batch: Batch, recipe: Recipe
) -> dict[str, Tensor]:
    """Where mentions begin and end, their kinds, and which of the earlier ones they go on."""
    windows = torch.nonzero(batch.mentioned)[:, 0].tolist()
    if not any(batch.mentions[b] for b in windows):
        return {}
    logits, pairs = network.mentions(words[windows])
    edges, kinds = logits[..., : len(EDGES)], logits[..., len(EDGES) :]
    bits = F.binary_cross_entropy_with_logits(edges, batch.edges[windows], reduction="none")
    inside = torch.arange(words.shape[1])[None, :] < batch.word_counts[windows, None]
    edge_loss = (bits * inside[..., None]).sum()
    kind_loss = same_loss = words.new_zeros(())
    for i, b in enumerate(windows):
        if not batch.mentions[b]:
            continue
        first, last, actor, kind = torch.tensor(
            [(m.first, m.last - 1, m.actor, m.kind) for m in batch.mentions[b]]
        ).unbind(1)
        kind_loss = kind_loss + F.cross_entropy(kinds[i, last], kind, reduction="sum")
        scores = network.mentions.compare(pairs[i], first, last)
        same_loss = same_loss + antecedent_loss(scores, actor)
    count = sum(len(batch.mentions[b]) for b in windows)
    # A batch with few annotated windows must not weigh as much as one full of them.
    share = len(windows) / len(batch.mentions)
    return {
        "edges": recipe.edges_weight * share * edge_loss / count,
        "kinds": recipe.edges_weight * share * kind_loss / count,
        "same": recipe.same_weight * share * same_loss / count,
    }


def antecedent_loss(scores: Tensor, actor: Tensor) -> Tensor:
    """Minus the log probability of all right antecedents together, summed over the mentions.

    scores: (n, n + 1), first that the mention is a new one; actor: (n,).
    """
    n = len(actor)
    earlier = torch.ones(n, n, dtype=torch.bool).tril(-1)
    same = (actor[:, None] == actor[None, :]) & earlier
    allowed = torch.cat([torch.ones(n, 1, dtype=torch.bool), earlier], 1)
    right = torch.cat([~same.any(1, keepdim=True), same], 1)
    lost = -1e4
    total = scores.masked_fill(~allowed, lost).logsumexp(1)
    return (total - scores.masked_fill(~right, lost).logsumexp(1)).sum()


RIVALS = 4  # a window; as many wrong starts as there are right ones, more or less
LEAST_RIVAL = 0.02


def with_rivals(batch: Batch, start_logits: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """(row, place, kind) of the batch's starts and, after them, of the likeliest wrong ones.

    On those the verdict learns what a statement is not.
    """
    chances = torch.sigmoid(start_logits.detach()) * batch.owned[..., None]
    chances = chances.masked_fill(batch.starts > 0, 0.0)
    best, where = chances.flatten(1).topk(min(RIVALS, chances[0].numel()))
    window, rank = torch.nonzero(best > LEAST_RIVAL, as_tuple=True)
    at = where[window, rank]
    types = start_logits.shape[2]
    return (
        torch.cat([batch.row, window]),
        torch.cat([batch.place, at // types]),
        torch.cat([batch.kind, at % types]),
    )
