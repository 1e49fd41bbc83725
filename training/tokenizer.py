"""The tokenizer that ships: the starting one, with quotation marks cut off as pieces of their own.

The starting tokenizer joins a closing mark with what follows ('“,' is one piece), so that no
decision could be taken between them.
"""

from __future__ import annotations

import json
from pathlib import Path

from tokenizers import Tokenizer

ISOLATED = " ?[„“”‟\"»«›‹‚‘’'()\\[\\]]"


def build(source: Path) -> Tokenizer:
    """Read tokenizer.json of the starting weights and isolate marks and brackets."""
    spec = json.loads(source.read_text(encoding="utf8"))
    isolate = {
        "type": "Split",
        "pattern": {"Regex": ISOLATED},
        "behavior": "Isolated",
        "invert": False,
    }
    metaspace = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "first", "split": True}
    spec["pre_tokenizer"] = {"type": "Sequence", "pretokenizers": [isolate, metaspace]}
    return Tokenizer.from_str(json.dumps(spec, ensure_ascii=False))
