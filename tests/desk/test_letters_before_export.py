"""From the record to every document: names of other alphabets arrive as typed, and what no face has is named before."""

from recovery_desktop.documents.fonts import MISSING_SIGN
from recovery_desktop.records.store import Store
from tests.desk.sample_documents import EVERY_ONE, document_of, living_client
from tests.documents.reading import spoken


def test_a_client_s_name_arrives_in_every_document(store: Store) -> None:
    client = living_client(store, "priya-shah")
    store.save(client, legal_given="Nguyễn 😀", legal_family="Щукина", preferred_name="Ελένη 😀")
    for code, lang in EVERY_ONE:
        prepared = document_of(client, code, lang)
        assert prepared.missing_letters() == ("😀",), code
        said = " ".join(spoken(prepared.pdf()))
        assert f"Ελένη {MISSING_SIGN}" in said or f"Nguyễn {MISSING_SIGN} Щукина" in said, code
        assert "Priya Shah" not in said
