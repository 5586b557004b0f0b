"""Other forms of each document: encrypted with AES-256 of revision 6, and with the record attached as PDF/A-3a."""

import datetime
import io
import json

import pikepdf
import pytest

from recovery_desktop.desk.disclosing import Prepared, prepare
from recovery_desktop.desk.papers import PAPERS
from recovery_desktop.desk.refusals import NotDisclosed
from recovery_desktop.desk.request import Request
from recovery_desktop.documents.copies import encrypted, with_file
from recovery_desktop.exchange.reading import read_client_file
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from tests.people import TODAY, sample

NOW = datetime.datetime.combine(TODAY, datetime.time(9, 30)).astimezone()


@pytest.fixture
def client(store: Store) -> Client:
    return sample(store, "priya-shah")


def for_the_record(client: Client, document: str) -> Prepared:
    try:
        return prepare(Request(document), take(client.id), take_practice(), NOW)
    except (NotDisclosed, LookupError) as why:
        pytest.skip(f"needs more than a record: {why}")


def to_the_physician(client: Client) -> Prepared:
    release = next(row for row in take(client.id).rows("releases") if "Abara" in row["recipient"])
    request = Request("plan", "release", release=release, with_record=True)
    return prepare(request, take(client.id), take_practice(), NOW)


@pytest.mark.parametrize("document", PAPERS)
def test_each_document_is_encrypted_with_aes_256(client: Client, document: str) -> None:
    copy = encrypted(for_the_record(client, document).pdf(), "violet harbor")
    assert b"Priya" not in copy
    for wrong in ("", "Violet harbor"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(copy), password=wrong)
    with pikepdf.open(io.BytesIO(copy), password="violet harbor") as opened:
        method = opened.encryption
        assert (method.V, method.R, method.bits) == (5, 6, 256)
        assert {method.stream_method, method.string_method} == {pikepdf.models.encryption.EncryptionMethod.aesv3}
        assert opened.check_pdf_syntax() == []
        assert not method.user_password or method.user_password == b"violet harbor"
        assert b"pdfaid:part" not in opened.Root.Metadata.read_bytes()  # it is no archive file and does not say so


@pytest.mark.parametrize("password", ["", "   ", "ж" * 64])
def test_a_password_that_protects_nothing_makes_no_copy(client: Client, password: str) -> None:
    with pytest.raises(ValueError, match="no password"):
        encrypted(for_the_record(client, "plan").pdf(), password)


def test_the_record_goes_along_within_the_same_limits(client: Client) -> None:
    prepared = to_the_physician(client)
    with pikepdf.open(io.BytesIO(prepared.pdf())) as opened:
        assert list(opened.attachments) == ["client-file.json"]
        content = opened.attachments["client-file.json"].get_file().read_bytes()
        assert opened.Root.AF[0].AFRelationship == "/Source"
        assert b"<pdfaid:part>3</pdfaid:part>" in opened.Root.Metadata.read_bytes()
    record = json.loads(content)["client"]
    assert read_client_file(content).client.values["record_number"] == "RD-000123"  # another practice can take it in
    episode = record["episodes"][0]
    assert episode["diagnoses"] and episode["test_results"]
    for name in ("goals", "needs", "services", "assessments", "administrations", "contacts", "counseling_notes"):
        assert name not in episode
    assert "support_people" not in record and "releases" not in record


def test_the_same_document_and_file_give_the_same_bytes(client: Client) -> None:
    prepared = to_the_physician(client)
    assert prepared.pdf() == prepared.pdf()
    assert prepared.attached is not None
    assert with_file(for_the_record(client, "plan").pdf(), prepared.attached).startswith(b"%PDF-1.7")
