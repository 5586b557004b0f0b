"""The papers for clients and families say nothing in English when they are Spanish, and are written to "usted"."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_desktop import text
from recovery_desktop.assets import resources
from recovery_desktop.dates import long_date, weekday_date
from recovery_desktop.desk.papers import PAPERS
from recovery_desktop.documents.paper import Paper
from recovery_desktop.records.aftercare import FOLLOW_UP_KINDS
from recovery_desktop.records.family import SESSION_KINDS
from recovery_desktop.records.person import PLACES
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import PERIODS
from recovery_desktop.text import _, in_language
from tests.catalogs import Heard, make_catalogs
from tests.documents.client_papers import KINDS, PRINTED, document, filled
from tests.plans.client_papers import CLIENTS, CODES, TODAY, made, record

ROOT = Path(__file__).resolve().parents[2] / "recovery_desktop"
NAME = "recovery_desktop_documents"
FOLDER = resources() / "languages" / "es" / "LC_MESSAGES"
SOURCES = [
    *(ROOT / "documents" / f"{name}.py" for name in ("large_type", "my_plan", "release", "aftercare_plan")),
    *(ROOT / "documents" / f"{name}.py" for name in ("wallet_card", "family_copy", "furniture", "signatures", "voice")),
    *(ROOT / "plans" / "papers" / f"{name}.py" for name in ("my_plan", "release", "aftercare", "family_copy")),
    *(ROOT / "plans" / "papers" / f"{name}.py" for name in ("calendar", "family_advice", "who_helps")),
    ROOT / "dates.py",
    ROOT / "plans" / "phrases.py",
]
LABELS = (PLACES, PERIODS, SESSION_KINDS, FOLLOW_UP_KINDS)
THE_LAW_S = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
SAME = {THE_LAW_S, "Crisis", "“{words}”", "{weekday}, {date}"}
"""What reads alike in both languages, or has to."""


def catalog() -> dict[str, str]:
    translations: dict[str, str] = make_catalogs().messages_of((FOLDER / f"{NAME}.po").read_text(encoding="utf-8"))
    return translations


def written_in_the_code() -> Iterator[str]:
    """Every text that the modules of these papers translate or mark, reached or not."""
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("_", "N_", "ngettext")
            ):
                texts = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                if texts:
                    yield "\0".join(texts)


def heard_while_setting(store: Store) -> set[str]:
    """What is asked for while the papers of the sample clients, and filled and empty ones, are made."""
    heard = Heard()
    token = text._here.set(heard)
    try:
        for name in CLIENTS:
            client = record(store, name)
            releases = [row for row in client.rows("releases") if row.ref("person")]
            for code in CODES:
                for release in releases if code in ("release", "family") else [None]:
                    paper = made(code, client, release=release, on=TODAY)
                    PAPERS[code].build(paper, Paper.LETTER, PRINTED, "es-US")
        for kind in KINDS:
            for count in (0, 1):
                document(filled(kind, lambda name: name, count))
                document(filled(kind, lambda name: "", count))
    finally:
        text._here.reset(token)
    return heard.messages


def test_nothing_is_said_in_english(store: Store) -> None:
    known = catalog()
    known |= {one.split("\0")[0]: other.split("\0")[0] for one, other in known.items()}  # gettext finds these as well
    labels = {label for choices in LABELS for label in choices.values()}
    asked = {*written_in_the_code(), *heard_while_setting(store), *labels}
    assert sorted(asked - known.keys()) == []
    assert {message for message in asked if known[message] == message} <= SAME


def test_the_compiled_catalog_is_that_of_its_source() -> None:
    assert (FOLDER / f"{NAME}.mo").read_bytes() == make_catalogs().compiled(catalog())


def test_every_translation_keeps_what_is_filled_in() -> None:
    for message, spanish in catalog().items():
        for one, other in zip(message.split("\0"), spanish.split("\0"), strict=True):
            assert set(re.findall(r"\{[^}]*\}", one)) == set(re.findall(r"\{[^}]*\}", other))


def test_the_reader_is_addressed_with_respect() -> None:
    familiar = re.compile(r"\b(tú|tu|tus|tienes|puedes|debes|llama|pregunta|vos|contigo|te)\b", re.IGNORECASE)
    assert [spanish for spanish in catalog().values() if familiar.search(spanish)] == []


def test_dates_read_as_dates_do_in_spanish() -> None:
    with in_language("es"):
        assert long_date(TODAY) == "14 de octubre de 2026"
        assert weekday_date(TODAY) == "miércoles, 14 de octubre de 2026"


def test_the_law_s_line_stays_english() -> None:
    with in_language("es"):
        assert _(THE_LAW_S) == THE_LAW_S


@pytest.mark.parametrize("name", CLIENTS)
def test_a_spanish_plan_of_each_sample_client_speaks_spanish(store: Store, name: str) -> None:
    with in_language("es"):
        plan = made("my_plan", record(store, name))
        assert PAPERS["my_plan"].title == "Mi plan"
        assert any("semana" in one.when for one in plan.calendar)
        assert any("988" in text for text in plan.crisis)
