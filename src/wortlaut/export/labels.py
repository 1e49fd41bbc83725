"""The words of the page about statements, in German and English; the format's own are English."""

from __future__ import annotations

from typing import NamedTuple

from wortlaut.document import Act, Certainty, Medium, RelationName, Type


class Label(NamedTuple):
    """The same in two languages."""

    de: str
    en: str


# German terms follow the guidelines of the annotated data and school grammar, as far as they meet.
TYPES: dict[Type, Label] = {
    "Direct": Label("wörtlich", "direct"),
    "Indirect": Label("indirekt", "indirect"),
    "IndirectFreeIndirect": Label("indirekt, frei stehend", "indirect, free-standing"),
    "FreeIndirect": Label("erlebte Rede", "free indirect"),
    "Reported": Label("berichtet", "reported"),
}

MEDIA: dict[Medium, Label] = {
    "Speech": Label("gesprochen", "spoken"),
    "Writing": Label("geschrieben", "written"),
    "Thought": Label("gedacht", "thought"),
    "SW": Label("gesprochen oder geschrieben", "spoken or written"),
    "ST": Label("gesprochen oder gedacht", "spoken or thought"),
    "TW": Label("gedacht oder geschrieben", "thought or written"),
    "none": Label("", ""),
}

ACTS: dict[Act, Label] = {
    "assertion": Label("Behauptung", "assertion"),
    "denial": Label("Zurückweisung", "denial"),
    "accusation": Label("Vorwurf", "accusation"),
    "demand": Label("Forderung", "demand"),
    "commitment": Label("Ankündigung", "commitment"),
    "threat": Label("Drohung", "threat"),
    "prediction": Label("Vorhersage", "prediction"),
    "evaluation": Label("Bewertung", "evaluation"),
    "question": Label("Frage", "question"),
}

CERTAINTIES: dict[Certainty, Label] = {
    "certain": Label("", ""),
    "probable": Label("wahrscheinlich", "probable"),
    "possible": Label("möglich", "possible"),
}

CONDITIONS: dict[str, Label] = {
    "if": Label("wenn", "if"),
    "only_if": Label("nur wenn", "only if"),
    "unless": Label("es sei denn", "unless"),
}

RELATIONS: dict[RelationName, Label] = {
    "holds_office": Label("hat ein Amt in", "holds office in"),
    "member_of": Label("gehört zu", "member of"),
    "ally_of": Label("verbündet mit", "ally of"),
    "depends_on": Label("abhängig von", "depends on"),
    "supports": Label("unterstützt", "supports"),
    "opposes": Label("Gegner von", "opposes"),
    "met": Label("traf", "met"),
}
