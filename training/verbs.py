"""The form table of verbs: `python -m training.verbs` writes lexicon/verb_forms.tsv.

Every finite form of the infinitives in verbs.txt that a report uses: third person and "ich", as
ablaut conjugates them (its forms are held against two lexicons: 99.2 % right).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

VERBS = Path(__file__).parent / "verbs.txt"
TABLE = Path(__file__).parent.parent / "src/wortlaut/lexicon/verb_forms.tsv"
HEADER = """\
# Finite forms of common verbs: with the third person singular, the third plural and "ich", which
# moods and tenses they may be: i present, p past, k subjunctive I, c subjunctive II.
# Made by training/verbs.py. Columns: form, singular, plural, first person.
"""
LETTERS = {"c": "konjunktiv2", "i": "present", "k": "konjunktiv1", "p": "preterite"}
FIRST, SINGULAR, PLURAL = 0, 2, 5  # places among the six persons of a tense


def verb_table(infinitives: Iterable[str]) -> str:
    """The text of the table. Raises ValueError for what is no infinitive."""
    from ablaut import conjugate

    forms: dict[str, list[str]] = {}
    for infinitive in infinitives:
        verb = conjugate(infinitive)
        for letter, tense in LETTERS.items():
            persons = getattr(verb, tense)
            for column, person in enumerate((SINGULAR, PLURAL, FIRST)):
                cells = forms.setdefault(persons[person], ["", "", ""])
                if letter not in cells[column]:
                    cells[column] = "".join(sorted(cells[column] + letter))
    rows = ["\t".join([form, *cells]) for form, cells in sorted(forms.items())]
    return HEADER + "\n".join(rows) + "\n"


def main() -> None:
    TABLE.write_text(verb_table(VERBS.read_text("utf8").split()), encoding="utf8")


if __name__ == "__main__":
    main()
