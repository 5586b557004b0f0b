"""Each document of the sample clients is no longer than somebody reads: how many pages, on Letter and on A4."""

import io

import pypdf
import pytest

from recovery_desktop.desk.papers import PAPERS
from recovery_desktop.records.store import Store
from tests.desk.sample_documents import EVERY_ONE, SAMPLES, document_of, living_client

LONGEST = {
    "plan": 17,
    "my_plan": 3,
    "assessment": 4,
    "review": 3,
    "changes": 2,
    "family": 4,
    "referral": 1,
    "release": 1,
    "aftercare": 3,
    "discharge": 3,
    "accounting": 1,
}
"""Pages; of the aftercare plan the last one is the card."""


@pytest.mark.parametrize("name", SAMPLES)
def test_no_document_of_a_sample_client_is_longer_than_it_may_be(store: Store, name: str) -> None:
    assert LONGEST.keys() == PAPERS.keys()
    client = living_client(store, name)
    found = {
        (code, lang, paper): len(pypdf.PdfReader(io.BytesIO(document_of(client, code, lang, paper).pdf())).pages)
        for code, lang in EVERY_ONE
        for paper in ("letter", "a4")
    }
    assert {each: pages for each, pages in found.items() if pages > LONGEST[each[0]]} == {}
