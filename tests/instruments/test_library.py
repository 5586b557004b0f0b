"""Which questionnaires come with the program, in which languages, on what terms; and how a broken file is told."""

import re
import tomllib
from pathlib import Path

import pytest

from recovery_desktop.assets import resources
from recovery_desktop.instruments import available, instrument, library
from recovery_desktop.instruments.definitions import Instrument
from recovery_desktop.instruments.reading import (
    BadDefinition,
    _beginning,
    read_listed,
    read_translation,
    read_whole,
)
from tests.instruments.valid_answers import IDS

FOLDER = resources() / "instruments"
SHIPPED = (
    "phq-9 phq-2 gad-7 asq audit audit-c dast-10 cows ciwa-ar bam barc-10 pc-ptsd-5 pcl-5 socrates-8a socrates-8d "
    "hark peg ace tea pacs ftnd assist tcuds-5 cage-aid"
)
SCORE_ENTRY_ONLY = ["ftnd", "assist", "tcuds-5", "cage-aid"]
NOT_FOR_PROFIT = ["audit", "dast-10", "tea", "peg", *SCORE_ENTRY_ONLY]
NEVER_SHIPPED = (
    *("C-SSRS", "Columbia", "MoCA", "Montreal Cognitive", "Mini-Cog", "SLUMS", "Saint Louis University", "WHODAS"),
    *("MDQ", "Mood Disorder Questionnaire", "PROMIS", "ORS", "SRS", "Outcome Rating", "Session Rating", "PSS"),
    *("Perceived Stress", "URICA", "LOCUS", "CALOCUS", "ASAM Criteria", "DSM-5-TR"),
)
UNKIND = r"\b(addict(s|ed)?|abus\w*|alcoholics?|users?|junk\w*|clean|dirty|drunks?|sufferers?|victims?)\b"
TRANSLATED = [(form.id, language) for form in available() for language in form.languages if language != "en"]


def own_sentences(form: Instrument) -> list[str]:
    """What the program says of a result, in its own words."""
    means = [cut.means for bands in form.bands for cut in bands.cuts] + [each.means for each in form.outcomes]
    return means + [flag.says for flag in form.flags] + [note.text for note in form.notes]


def test_all_that_are_shipped() -> None:
    assert sorted(form.id for form in available()) == sorted(SHIPPED.split())
    names = [form.name.casefold() for form in available()]
    assert names == sorted(names)


@pytest.mark.parametrize("form_id", IDS)
def test_what_is_listed_is_what_the_form_says(form_id: str) -> None:
    listed = next(each for each in available() if each.id == form_id)
    form = instrument(form_id)
    assert (listed.name, listed.title, listed.measures) == (form.name, form.title, form.measures)
    assert (listed.items_shown, listed.license) == (form.items_shown, form.license)
    files = {file.name for file in FOLDER.glob(f"{form_id}.*.toml")}
    assert {f"{form_id}.{language}.toml" for language in listed.languages} == files
    assert listed.languages[0] == "en"


def test_the_list_reads_no_questionnaire_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []
    monkeypatch.setattr(library, "read_whole", lambda file, _other: read.append(file))
    for kept in (library._listed, library._read):
        kept.cache_clear()
    try:
        assert len(available()) == len(IDS) and read == []
    finally:
        library._read.cache_clear()


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.toml")), ids=lambda file: file.name)
def test_a_file_begins_with_what_the_list_needs(file: Path) -> None:
    whole = tomllib.loads(file.read_text(encoding="utf-8"))
    beginning = tomllib.loads(_beginning(file.read_text(encoding="utf-8")))
    assert beginning["license"] == whole["license"]
    own = {name: value for name, value in whole.items() if not isinstance(value, (dict, list)) or name == "uses"}
    assert beginning == {**own, "license": whole["license"]}


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('name = "HARK"', ""),
        ('name = "HARK"', "name = "),
        ("[license]", "[licence]"),
        ('holder = "Hardip Sohal, Sandra Eldridge and Gene Feder"', ""),
    ],
)
def test_a_broken_file_is_named_in_the_list_too(tmp_path: Path, good: str, bad: str) -> None:
    broken = broken_copy(tmp_path, "hark.en.toml", good, bad)
    with pytest.raises(BadDefinition, match=re.escape(broken.name)):
        read_listed(broken, ("en",))


@pytest.mark.parametrize("form_id", SCORE_ENTRY_ONLY)
def test_the_wording_of_forms_without_a_free_licence_is_not_shipped(form_id: str) -> None:
    assert not instrument(form_id).items_shown


@pytest.mark.parametrize("form_id", IDS)
def test_forms_that_a_commercial_practice_may_not_use_are_marked(form_id: str) -> None:
    assert instrument(form_id).license.commercial_use == (form_id not in NOT_FOR_PROFIT)


@pytest.mark.parametrize("name", NEVER_SHIPPED)
def test_forms_whose_owners_do_not_allow_it_are_absent(name: str) -> None:
    assert not [file.name for file in FOLDER.iterdir() if name.casefold() in file.stem.casefold().split(".")]
    for file in FOLDER.glob("*.toml"):
        assert not re.search(rf"\b{re.escape(name)}\b", file.read_text(encoding="utf-8")), file.name


@pytest.mark.parametrize("form_id", IDS)
def test_own_sentences_put_the_person_first_and_diagnose_nothing(form_id: str) -> None:
    for said in own_sentences(instrument(form_id)):
        assert said[0].isupper() and said.endswith(".") and "\n" not in said
        assert not re.search(UNKIND, said, re.IGNORECASE), said
        assert "diagnos" not in said.casefold().replace("not a diagnosis", ""), said


@pytest.mark.parametrize(("form_id", "language"), TRANSLATED)
def test_a_translation_has_every_word_and_scores_alike(form_id: str, language: str) -> None:
    english, translated = instrument(form_id), instrument(form_id, language)
    assert translated.language == language and translated.measures != english.measures
    for name in ("given", "items_shown", "scales", "bands", "skips", "outcomes", "flags", "notes"):
        assert getattr(translated, name) == getattr(english, name)
    for ours, theirs in zip(english.items, translated.items, strict=True):
        assert theirs.text and theirs.text != ours.text
        assert (theirs.key, theirs.scored) == (ours.key, ours.scored)
        for one, other in zip(ours.answers, theirs.answers, strict=True):
            assert (one.value, one.points, one.also) == (other.value, other.points, other.also)
            assert bool(one.label) == bool(other.label)
    said = tomllib.loads((FOLDER / f"{form_id}.{language}.toml").read_text(encoding="utf-8"))
    printed = tomllib.loads((FOLDER / f"{form_id}.en.toml").read_text(encoding="utf-8"))
    assert printed.get("uses") == said.get("uses")
    own, theirs_own = (file.get("options", {}).values() for file in (printed, said))
    for rows, theirs_rows in zip(own, theirs_own, strict=True):
        assert [row["answer"] for row in rows] == [row["answer"] for row in theirs_rows]


@pytest.mark.parametrize(("short", "long", "keys"), [("phq-2", "phq-9", "12"), ("audit-c", "audit", "123")])
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_short_form_has_the_words_of_the_long_one(short: str, long: str, keys: str, language: str) -> None:
    whole, part = instrument(long, language), instrument(short, language)
    assert (part.language, whole.language) == (language, language)
    assert part.items == tuple(whole.item(key) for key in keys)
    assert (part.instruction, part.period) == (whole.instruction, whole.period)
    assert (part.compared_with, part.compared_note) == (whole.compared_with, whole.compared_note)


def test_the_spanish_words_are_on_the_terms_of_the_form_they_are_from() -> None:
    """The English AUDIT-C is called public domain by an American agency, of the Spanish words nobody says so."""
    for short, long in (("phq-2", "phq-9"), ("audit-c", "audit")):
        ours, theirs = instrument(short, "es").license, instrument(long, "es").license
        assert (ours.status, ours.holder, ours.notice) == (theirs.status, theirs.holder, theirs.notice)
        assert ours.commercial_use == theirs.commercial_use == (short == "phq-2")


def test_a_language_without_a_copy_is_given_in_english() -> None:
    assert instrument("cows", "es") is instrument("cows")
    assert instrument("phq-9", "es") is not instrument("phq-9")


def broken_copy(folder: Path, name: str, good: str, bad: str) -> Path:
    """A copy of a data file in which something good is replaced by something bad."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert good in text
    copy = folder / f"broken-{name}"
    copy.write_text(text.replace(good, bad), encoding="utf-8")
    return copy


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('id = "hark"', "id = "),
        ('id = "hark"', 'id = "hark"\nid = "hark"'),
        ('name = "HARK"', ""),
        ("[license]", "[licence]"),
        ('holder = "Hardip Sohal, Sandra Eldridge and Gene Feder"', ""),
        ('options = "yes_no"', 'options = "no_yes"'),
        ("[[options.yes_no]]", "[options.yes_no]"),
        ("points = 1", ""),
        ('method = "sum"', 'method = "product"'),
        ("low = 0", ""),
        ("from = 1", "form = 1"),
        ("when = {", "wenn = {"),
        ("[[flags]]", "[flags]"),
        ("[compared]", "[[compared]]"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, good: str, bad: str) -> None:
    broken = broken_copy(tmp_path, "hark.en.toml", good, bad)
    with pytest.raises(BadDefinition, match=re.escape(broken.name)):
        read_whole(broken, instrument)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.en.toml"
    broken.write_bytes(b'id = "\xff"')
    with pytest.raises(BadDefinition, match=re.escape("broken.en.toml")):
        read_whole(broken, instrument)


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('key = "3"', 'key = "33"'),
        ('text = "Dificultad para relajarse"', ""),
        ('answer = 3\nlabel = "Casi todos los días"', 'answer = 4\nlabel = "Casi todos los días"'),
        ("[[options.often]]", "[[options.frequency]]"),
    ],
)
def test_a_broken_translation_is_named(tmp_path: Path, good: str, bad: str) -> None:
    broken = broken_copy(tmp_path, "gad-7.es.toml", good, bad)
    with pytest.raises(BadDefinition, match=re.escape(broken.name)):
        read_translation(broken, instrument("gad-7"), _in_spanish)


def _in_spanish(form_id: str) -> Instrument:
    return instrument(form_id, "es")


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('items = ["1", "2"]', 'items = ["2", "1"]'),
        ('items = ["1", "2"]', 'items = ["1"]'),
        ('items = ["1", "2"]', 'items = ["1", "22"]'),
        ('instrument = "phq-9"', 'instrument = "phq-99"'),
        ('instrument = "phq-9"', 'instrument = "cows"'),
    ],
)
def test_a_broken_translation_of_a_short_form_is_named(tmp_path: Path, good: str, bad: str) -> None:
    broken = broken_copy(tmp_path, "phq-2.es.toml", good, bad)
    with pytest.raises(BadDefinition, match=re.escape(broken.name)):
        read_translation(broken, instrument("phq-2"), _in_spanish)
