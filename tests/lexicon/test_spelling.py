"""One name in two spellings, and names that only look so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.lexicon.spelling import LONGEST, alike, given_alike, keys, plain, same_word

# The German spelling, then others: English, scientific, from Ukrainian or Belarusian.
ONE_NAME = [
    "Lukaschenko Lukaschenka Lukashenko Lukashenka Lukašenko",
    "Selenskyj Selenski Selenskij Zelensky Zelenskyy Zelenskiy",
    "Putin",
    "Jelzin Yeltsin Eltsin",
    "Timoschenko Tymoschenko Tymoshenko Timoshenko",
    "Chodorkowski Khodorkovsky Chodorkowskij",
    "Gorbatschow Gorbachev Gorbatschew",
    "Chruschtschow Khrushchev",
    "Medwedew Medvedev Medwedjew",
    "Lawrow Lavrov",
    "Juschtschenko Yushchenko",
    "Janukowitsch Yanukovych Janukowytsch Yanukovich",
    "Nawalny Navalny Nawalnyj",
    "Poroschenko Poroshenko",
    "Saakaschwili Saakashvili",
    "Kutschma Kuchma",
    "Nasarbajew Nazarbayev Nazarbaev",
    "Alijew Aliyev Aliev",
    "Kadyrow Kadyrov",
    "Prigoschin Prigozhin",
    "Breschnew Brezhnev",
    "Nemzow Nemtsov",
    "Politkowskaja Politkovskaya",
    "Beresowski Berezovsky",
    "Schewardnadse Shevardnadze",
    "Schirinowski Zhirinovsky",
    "Sjuganow Zyuganov",
    "Sacharowa Zakharova",
    "Kusnezow Kuznetsov",
    "Tschernomyrdin Chernomyrdin",
    "Paschinjan Pashinyan",
    "Klitschko Klychko",
    "Jazenjuk Yatsenyuk",
    "Solschenizyn Solzhenitsyn",
    "Schtscherbakow Shcherbakov",
    "Erdoğan Erdogan",
    "Orbán Orban",
    "Müller Mueller",
]
TWO_NAMES = [
    "Iwanow Iwanowa",
    "Iwanow Iwanenko",
    "Nawalny Nawalnaja",
    "Janukowitsch Janukowski",
    "Putin Rasputin",
    "Juschtschenko Jaschtschenko",
    "Timoschenko Timtschenko",
    "Lukaschenko Lukaschewitsch",
    "Gontscharow Gontscharenko",
    "Petrow Petrowitsch",
    "Romanow Roman",
    "Alijew Alimow",
    "Kasparow Karpow",
    "Sokolow Sokolowski",
    "Levin Lewinski",
    "Schmidt Smith",
    "Fischer Fisher",
    "Schulz Schultz",
    "Schell Shell",
    "Weber Veber",
    "Maier Meier",
    "Becker Bäcker",
    "Zeman Seman",
    "Merkel Markel",
    "Müller Miller",
    "Stein Steiner",
]


@pytest.mark.parametrize("spellings", ONE_NAME)
def test_spellings_of_one_name_are_one(spellings: str) -> None:
    german, *others = spellings.split()
    for other in others:
        assert alike(german, other)
        assert alike(other, german)
        assert keys(german) & keys(other), "so that it is found in an index"


@pytest.mark.parametrize("names", TWO_NAMES)
def test_other_names_are_others(names: str) -> None:
    a, b = names.split()
    assert not alike(a, b)
    assert not alike(b, a)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Alexander", "Aljaksandr", True),
        ("Wladimir", "Volodymyr", True),
        ("Julija", "Yulia", True),
        ("Sergej", "Sergey", True),
        ("Michail", "Mikhail", True),
        ("Alexander", "Alexej", False),
        ("Wladimir", "Wladislaw", False),
        ("Julia", "Julian", False),
        ("Hans", "Heinz", False),
    ],
)
def test_given_names_have_forms_in_each_language(a: str, b: str, same: bool) -> None:
    assert given_alike(a, b) is same


def test_a_genitive_is_the_same_word() -> None:
    assert same_word("Selenskyjs", "Zelensky")
    assert same_word("Straus’", "Straus")
    assert same_word("Hans", "Hans")
    assert not same_word("Jens", "Jen")  # too short to lose a letter


def test_plain_letters() -> None:
    assert plain("Ş̧ahin") == "sahin"
    assert plain("N’Djamena") == "ndjamena"
    assert plain("Groß") == "gross"


@given(st.text(max_size=80))
def test_any_word_is_itself(word: str) -> None:
    assert alike(word, word)


@given(st.text("abcijyekzsvwtshno’", max_size=30), st.text("abcijyekzsvwtshno’", max_size=30))
def test_neither_word_goes_first(a: str, b: str) -> None:
    assert alike(a, b) is alike(b, a)
    assert not alike(a, b) or keys(a) & keys(b)


def test_a_word_as_long_as_a_book_is_compared_at_once() -> None:
    long = "ij" * 500_000 + "ow"
    assert alike(long, long)
    assert not alike(long, long + "a")
    assert len(long) > LONGEST
