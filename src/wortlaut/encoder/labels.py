"""Order of the labels in the model's outputs. Changing it needs a new training."""

TYPES = ("Direct", "Indirect", "Reported", "FreeIndirect", "IndirectFreeIndirect")
MEDIA = ("Speech", "Thought", "Writing", "ST", "SW", "TW", "none")
PARTS = ("content", "speaker", "cue", "addressee", "frame")
ACTS = (
    "assertion",
    "denial",
    "accusation",
    "demand",
    "commitment",
    "threat",
    "prediction",
    "evaluation",
    "question",
)
POLARITIES = ("+", "-")
CERTAINTIES = ("certain", "probable", "possible")
KINDS = ("person", "organisation", "state", "group", "medium")
EDGES = ("begin", "end")
