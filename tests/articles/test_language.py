"""German is told from other languages, however short, and in doubt it is German."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from wortlaut.articles.language import other_language

OTHERS = {
    "en": [
        "Police said the man was arrested.",
        "The prime minister said on Monday that the government would not raise taxes. Opposition "
        "leaders accused him of hiding the true cost of the plan.",
        "German Chancellor Olaf Scholz and Finance Minister Christian Lindner met in Berlin to "
        "discuss the budget, according to the Frankfurter Allgemeine Zeitung.",
    ],
    "fr": [
        "Le président a refusé de commenter.",
        "La ministre allemande Annalena Baerbock s'est rendue à Berlin pour rencontrer Scholz.",
    ],
    "nl": [
        "De minister wilde niet reageren op vragen.",
        "De Duitse bondskanselier Angela Merkel sprak in Berlijn met de pers over de hulp aan "
        "Griekenland.",
    ],
    "da": [
        "Ministeren ville ikke kommentere sagen.",
        "Forbundskansler Merkel mødtes med den danske statsminister for at tale om grænsen.",
    ],
    "lb": [
        "De Minister wollt sech net zu där Fro äusseren.",
        "D'Chamber huet de Gesetzprojet mat de Stëmmen vun der Majoritéit ugeholl, sou de "
        "Pressedéngscht vun der Regierung.",
    ],
    "sv": ["Statsministern sade på måndagen att regeringen inte kommer att höja skatterna."],
    "it": ["Il primo ministro ha detto lunedì che il governo non aumenterà le tasse."],
    "pl": ["Premier powiedział w poniedziałek, że rząd nie podniesie podatków."],
    "tr": ["Başbakan pazartesi günü hükümetin vergileri artırmayacağını söyledi."],
    "ru": ["Премьер-министр заявил, что правительство не будет повышать налоги."],
}
GERMAN = [
    "Der Minister sagte, er trete zurück.",
    "Das Kabinett hat das Gesetz beschlossen.",
    "Scholz sagt Nein zu Taurus-Lieferung.",
    "NEW YORK TIMES BERICHTET ÜBER GEHEIMTREFFEN IN GENF",
    "Manchester United schlug Real Madrid 3:1; Cristiano Ronaldo und Ryan Giggs trafen.",
    "Laut CNN traf Joe Biden in Washington Benjamin Netanjahu, Emmanuel Macron, Rishi Sunak.",
    "„Make America great again“, rief Trump in Greensboro, North Carolina, den Anhängern zu.",
    "New York (dpa) - Apple, Microsoft, Amazon und Alphabet schlossen an der Nasdaq fester.",
    "Xi Jinping, Wang Yi und Li Qiang empfingen Anwar Ibrahim in Peking.",
    "Mir händ geschter im Radio ghört, dass es morn söll schneie.",
]


@pytest.mark.parametrize(
    ("language", "text"), [(name, text) for name, texts in OTHERS.items() for text in texts]
)
def test_other_languages_are_told(language: str, text: str) -> None:
    assert other_language(text) == language


@pytest.mark.parametrize("text", GERMAN)
def test_short_texts_full_of_names_are_german(text: str) -> None:
    assert other_language(text) is None


def test_real_articles_are_german(sample: list[dict[str, Any]]) -> None:
    texts = [article["originalText"] for article in sample]
    assert [text for text in texts if other_language(text)] == []
    paragraphs = [p for text in texts for p in text.split("\n") if len(p.split()) >= 5]
    assert [p for p in paragraphs if other_language(p)] == []


def test_a_long_article_may_begin_in_another_language() -> None:
    english = "Cookies help us to deliver our services. By using them you agree to their use. "
    german = "Der Minister sagte, er werde nicht zurücktreten, und das sei auch richtig so. "
    assert other_language(english * 10 + german * 100) is None
    assert other_language(english * 100 + german) == "en"


def test_nothing_is_no_language() -> None:
    assert other_language("") is None
    assert other_language("12 345 678 !!!") is None


def test_plain_german_needs_no_identifier() -> None:
    """It takes most of a second to load, on every start."""
    program = (
        "import sys; from wortlaut.articles.language import other_language;"
        "assert other_language('Sie hatte das nicht gesagt, und er hatte es auch nicht') is None;"
        "sys.exit('py3langid' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
