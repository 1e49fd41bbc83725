"""Order of the labels in the model's outputs. Changing it needs a new training."""

TYPES = ("Direct", "Indirect", "Reported", "FreeIndirect", "IndirectFreeIndirect")
MEDIA = ("Speech", "Thought", "Writing", "ST", "SW", "TW", "none")
PARTS = ("content", "speaker", "cue", "addressee", "frame")
