"""No document of the sample practice leaves without its mark: read back from every page of each, by every way."""

import datetime
import io
from collections.abc import Iterator

import pytest
from pypdf import PdfReader

from recovery_desktop.desk.disclosing import Prepared, prepare
from recovery_desktop.desk.earlier import frozen_before
from recovery_desktop.desk.papers import PAPERS
from recovery_desktop.desk.request import Request
from recovery_desktop.desk.reviewing import SCHEDULED, begin_review
from recovery_desktop.desk.signing import signed_copy
from recovery_desktop.documents.copies import encrypted
from recovery_desktop.exchange.sample import sample_practice
from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.records.client import Client
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.store import Store
from tests.signing import sign

NOW = datetime.datetime(2026, 11, 20, 9, 30, tzinfo=datetime.UTC)
MARK = {"en": "SAMPLE, nobody in it is real", "es": "EJEMPLO, nadie aquí es real"}
PASSWORD = "correct horse battery"


@pytest.fixture(scope="module")
def practice() -> Iterator[Store]:
    """The sample practice; the plan of each client is signed, and the draft of the next one begun."""
    with sample_practice() as store:
        for client in Client.select():
            signed = sign(store, client.id, NOW).version
            begin_review(store, signed.episode, SCHEDULED, "Dana Whitfield")
            store.add(PlanVersion, signed.episode, number=signed.number + 1, status="draft", dated_on=NOW.date())
        yield store


def made(client: Client, document: str, way: str = "record", lang: str = "en") -> Prepared:
    record = take(client.id)
    episode = running_episode(record)
    version = current_version(episode) if episode is not None else None
    assert episode is not None and version is not None
    request = Request(document, way=way, lang=lang, told_by="Dana Whitfield", before=frozen_before(episode, version))
    return prepare(request, record, take_practice(), NOW)


def pages(pdf: bytes, password: str = "") -> list[str]:
    return [
        " ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf), password=password or None).pages
    ]


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("document", PAPERS)
def test_every_page_of_every_document_says_sample(practice: Store, document: str, number: int) -> None:
    client = Client.select().order_by(Client.id)[number]
    for lang in PAPERS[document].languages:
        found = pages(made(client, document, lang=lang).pdf())
        assert found and [at for at, page in enumerate(found) if MARK[lang] not in page] == []


def test_what_the_client_takes_away_says_sample(practice: Store) -> None:
    for page in pages(made(Client.get(), "my_plan", way="client").pdf()):
        assert MARK["en"] in page


def test_a_signed_plan_and_an_encrypted_copy_say_sample(practice: Store) -> None:
    signed = signed_copy(PlanVersion.get(PlanVersion.status == "signed").id)
    for found in (pages(signed.pdf), pages(encrypted(signed.pdf, PASSWORD), PASSWORD)):
        assert found and all(MARK["en"] in page for page in found)
