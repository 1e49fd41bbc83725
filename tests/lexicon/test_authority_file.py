"""The file of names: what may stand in it, and what is said of a broken one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.errors import AuthorityError
from wortlaut.lexicon.authority_file import LONGEST_CELL, Term, parse, read_file, shipped
from wortlaut.lexicon.tables import table

HEADER = "id,name,aliases,kind,role,state,since,until,source"
MERKEL = (
    "wikidata:Q567,Angela Merkel,Angela Dorothea Merkel,person,head of government,DE,"
    "2005-11-22,2021-12-08,https://www.wikidata.org/wiki/Q567"
)


def file(*lines: str, header: str = HEADER) -> bytes:
    return "\n".join([header, *lines]).encode()


def test_a_row_is_an_entry() -> None:
    [merkel] = parse(file(MERKEL), "names.csv")
    assert merkel.names == ("Angela Merkel", "Angela Dorothea Merkel")
    assert (merkel.id, merkel.kind) == ("wikidata:Q567", "person")
    assert merkel.terms == (Term("head of government", "DE", "2005-11-22", "2021-12-08"),)


def test_four_columns_are_enough_in_any_order() -> None:
    data = b"name,kind,id,aliases\nHafenamt Nordersiel,organisation,bote:hafenamt,Hafenamt|HAN\n"
    [entry] = parse(data, "names.csv")
    assert entry.aliases == ("Hafenamt", "HAN")
    assert entry.terms == ()


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + file(MERKEL),  # a byte order mark, as Excel writes it
        file(MERKEL).replace(b"\n", b"\r\n"),
        b"\n\n" + file(MERKEL) + b"\n\n\n",
        file(MERKEL, ",,,,,,,,").replace(b"\n", b"\n\n"),
        file(MERKEL).replace(b",", b";"),  # German Excel
        file(MERKEL.replace("Angela Merkel", '"Angela Merkel"')),
    ],
)
def test_programs_write_csv_in_many_ways(data: bytes) -> None:
    assert [entry.name for entry in parse(data, "names.csv")] == ["Angela Merkel"]


def test_commas_and_quotation_marks_may_stand_in_names() -> None:
    data = file('x:1,"Weber, Klein & Co","Die ""Firma""",organisation,,,,,')
    [entry] = parse(data, "names.csv")
    assert entry.names == ("Weber, Klein & Co", 'Die "Firma"')


def test_who_held_several_offices_has_a_row_for_each() -> None:
    [putin] = parse(
        file(
            "wikidata:Q7747,Wladimir Putin,,person,head of state,RU,2000-05-07,2008-05-07,",
            "wikidata:Q7747,Wladimir Putin,Putin,person,head of government,RU,2008-05-08,2012,",
        ),
        "names.csv",
    )
    assert [term.role for term in putin.terms] == ["head of state", "head of government"]
    assert putin.aliases == ("Putin",)


ROW = "x:1,Ute Brinkmann,,person,mayor,DE,2019,2024-05,"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "names.csv: is empty"),
        (b"\n \n", "names.csv: is empty"),
        (b"id,name,kind\n", "names.csv:1: has no column 'aliases'"),
        (file(ROW, header=HEADER.replace("source", "name")), "has two columns 'name'"),
        (
            file(ROW, "x:2,Jörg Thomsen,,person,,,,,").decode().encode("cp1252"),
            "names.csv:3: is not",
        ),
        (file(ROW).decode().encode("utf-16"), "is not UTF-8"),
        (file(ROW, "x:2,Jörg\0,,person,,,,,"), "names.csv:3: holds a NUL"),
        (file(ROW.replace("x:1", "Q 1")), "names.csv:2: 'Q 1' is no id"),
        (file(ROW.replace("Ute Brinkmann", "-")), "names.csv:2: has no name"),
        (file(ROW.replace("person", "human")), "'human' is no kind; known: person, organisation"),
        (file(ROW.replace("DE", "Germany")), "'GERMANY' is no state"),
        (file(ROW.replace("2019", "1.5.2019")), "'1.5.2019' is not a date"),
        (file(ROW.replace("2019", "2019-13")), "'2019-13' is not a date"),
        (file(ROW.replace("2019", "2025")), "ends (2024-05) before it begins (2025)"),
        (file(ROW, ROW), "names.csv:3: x:1 is already in line 2"),
        (
            file(ROW, ROW.replace("Ute", "Uta")),
            "'Uta Brinkmann' here and 'Ute Brinkmann' in line 2",
        ),
        (file(ROW + ",more"), "names.csv:2: has 10 cells, the first line 9"),
        (file('x:1,"Ute Brinkmann,,person'), "is no CSV: unexpected end of data"),
        (file("x:1,a" + "b" * 1_000_000 + ",,person"), "names.csv:2: "),
        (file("x:1,Ute Brinkmann,," + "," * 1_000_000 + "x"), "names.csv:2: has 1000004 cells"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(data: bytes, told: str) -> None:
    with pytest.raises(AuthorityError) as error:
        parse(data, "names.csv")
    assert told in str(error.value)
    assert error.value.advice
    assert "\n" not in str(error.value)


def test_a_long_cell_is_refused_by_its_length() -> None:
    with pytest.raises(AuthorityError, match="a cell has more than"):
        parse(file("x:1," + "b" * (LONGEST_CELL + 1) + ",,person"), "names.csv")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match=r"none\.csv: cannot be read: No such file"):
        read_file(tmp_path / "none.csv")
    with pytest.raises(AuthorityError, match="cannot be read: Is a directory"):
        read_file(tmp_path)


@given(st.one_of(st.binary(max_size=300), st.text('x:1,"|;\n\rperson2019-', max_size=200)))
def test_nothing_else_is_raised(data: bytes | str) -> None:
    body = data if isinstance(data, bytes) else f"{HEADER}\n{data}".encode()
    with suppress(AuthorityError):
        parse(body, "names.csv")


def test_brackets_tell_namesakes_apart_and_are_no_part_of_a_name() -> None:
    [paper] = parse(file("x:1,Bild (Zeitung),bild.de,medium,newspaper,DE,,,"), "names.csv")
    assert paper.names == ("Bild", "bild.de")
    assert paper.is_ambiguous
    assert paper.states == {"DE"}


def test_states_that_are_no_more_may_have_their_old_code() -> None:
    [entry] = parse(file("x:1,Vojislav Koštunica,,person,head of state,YU,2000,2003,"), "names.csv")
    assert entry.states == {"YUCS"}


def test_what_ships_can_be_read_and_every_role_of_the_offices_is_in_it() -> None:
    roles = {term.role for entry in shipped() for term in entry.terms}
    assert len(shipped()) > 1_000
    assert {row[0] for row in table("offices")} <= roles
