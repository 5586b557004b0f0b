"""What leaves is logged and what is logged left: the file, the disclosure and the audit come about together or not."""

import datetime
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from recovery_desktop.desk import handing
from recovery_desktop.desk.disclosing import Prepared, prepare
from recovery_desktop.desk.laid import Laid, NotTakenBack, lay_ready
from recovery_desktop.desk.refusals import NotDisclosed
from recovery_desktop.desk.request import Request, Way
from recovery_desktop.exchange.files_out import FolderNotWritable
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.records.client import Client
from recovery_desktop.records.disclosing import Disclosure
from recovery_desktop.records.family import Release, SupportPerson
from recovery_desktop.records.store import SignedStays, Store
from recovery_desktop.vault import DiskFull
from tests.people import TODAY, day, sample
from tests.plans.test_consent import WHOLE

NOW = datetime.datetime.combine(TODAY, datetime.time(9, 30)).astimezone()
CONTENT = b"%PDF-1.7 what was set"


@pytest.fixture
def client(store: Store) -> Client:
    return sample(store, "priya-shah")


def prepared_for(store: Store, client: Client, way: Way) -> Prepared:
    release = None
    if way == "release":
        store.add(Release, client, **(WHOLE | {"scope": ["diagnoses"], "expires_on": day(90)}))
        release = take(client.id).rows("releases")[-1]
    request = Request("plan", way, release=release, told_by="Dana Whitfield")
    return prepare(request, take(client.id), take_practice(), NOW)


def audit(store: Store) -> list[str]:
    rows = store.vault.connection().execute("SELECT action, object FROM audit ORDER BY seq").fetchall()
    return [f"{action} {name}" for action, name in rows]


def test_the_file_and_its_entry_come_about_together(store: Store, client: Client, tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    prepared = prepared_for(store, client, "release")
    laid = lay_ready(CONTENT, target)
    assert not target.exists() and Disclosure.select().count() == 0
    entry = handing.hand_over(store, prepared, laid, NOW)
    assert target.read_bytes() == CONTENT
    assert list(tmp_path.glob(".*")) == []
    assert entry is not None
    assert entry.fingerprint == hashlib.sha256(CONTENT).hexdigest()
    assert (entry.told_on, entry.told_at, entry.recipient) == (TODAY, "09:30", "A clinic")
    assert (entry.basis, entry.scope, entry.form) == ("consent", ["diagnoses"], "file")
    assert entry.content == "Treatment plan: Diagnoses"
    assert entry.release == Release.get(Release.recipient == "A clinic")
    told = audit(store)[-3:]
    assert told == [
        f"about-to-leave client/{client.id}/plan",
        f"export client/{client.id}/plan",
        f"add disclosure/{entry.id}",
    ]
    assert store.vault.audit.verify() == []


def test_what_goes_into_the_record_is_noted_in_the_audit_alone(store: Store, client: Client, tmp_path: Path) -> None:
    prepared = prepared_for(store, client, "record")
    assert handing.hand_over(store, prepared, lay_ready(CONTENT, tmp_path / "plan.pdf"), NOW) is None
    assert Disclosure.select().count() == 0
    assert audit(store)[-1] == f"export client/{client.id}/plan"


def test_the_clients_own_copy_is_logged_without_a_release(store: Store, client: Client, tmp_path: Path) -> None:
    prepared = prepared_for(store, client, "client")
    entry = handing.hand_over(store, prepared, lay_ready(CONTENT, tmp_path / "plan.pdf"), NOW)
    assert entry is not None and (entry.basis, entry.recipient, entry.release) == ("client", "The client", None)


def test_a_folder_that_takes_no_file_logs_nothing(store: Store, client: Client, tmp_path: Path) -> None:
    before = audit(store)
    with pytest.raises(FolderNotWritable):
        lay_ready(CONTENT, tmp_path / "gone" / "plan.pdf")
    assert audit(store) == before


def test_a_file_that_gets_no_name_is_not_logged(store: Store, client: Client, tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    prepared = prepared_for(store, client, "client")
    laid = lay_ready(CONTENT, target)
    target.mkdir()  # nothing can be renamed over a folder
    with pytest.raises(FolderNotWritable):
        handing.hand_over(store, prepared, laid, NOW)
    assert Disclosure.select().count() == 0
    assert [path.name for path in tmp_path.iterdir() if path.name != "vault"] == ["plan.pdf"]
    assert audit(store)[-1].startswith("about-to-leave")


OLD = b"%PDF-1.7 what lay there before"


def fails_to_commit(monkeypatch: pytest.MonkeyPatch, store: Store, target: Path) -> None:
    """The disk is full in the very moment the transaction of a handing over is to be kept."""
    real = type(store.vault)._commit

    def full(vault: object, work: object) -> object:
        def fails() -> object:
            result = work()  # type: ignore[operator]
            if isinstance(result, Disclosure):
                assert target.read_bytes() == CONTENT
                raise DiskFull
            return result

        return real(vault, fails)  # type: ignore[arg-type]

    monkeypatch.setattr(type(store.vault), "_commit", full)


@pytest.mark.parametrize("links", [True, False], ids=["links", "a drive without links"])
@pytest.mark.parametrize("before", [None, OLD], ids=["new", "over an old file"])
def test_a_log_that_cannot_be_written_leaves_all_as_it_was(
    store: Store, client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bytes | None, links: bool
) -> None:
    target = tmp_path / "plan.pdf"
    if before is not None:
        target.write_bytes(before)
    there = set(tmp_path.iterdir())
    prepared = prepared_for(store, client, "client")
    laid = lay_ready(CONTENT, target)
    fails_to_commit(monkeypatch, store, target)
    if not links:
        monkeypatch.setattr("os.link", no_links)
    with pytest.raises(DiskFull):
        handing.hand_over(store, prepared, laid, NOW)
    assert set(tmp_path.iterdir()) == there
    assert before is None or target.read_bytes() == before
    assert Disclosure.select().count() == 0


def no_links(*_each: object) -> None:
    raise PermissionError("this drive knows no links")


@pytest.mark.parametrize("links", [True, False], ids=["links", "a drive without links"])
def test_an_old_file_stays_when_the_new_one_gets_no_name(
    store: Store, client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """Such as on Windows, while somebody looks at it."""
    target = tmp_path / "plan.pdf"
    target.write_bytes(OLD)
    there = set(tmp_path.iterdir())
    prepared = prepared_for(store, client, "client")
    laid = lay_ready(CONTENT, target)
    refuse_renaming(monkeypatch, laid.hidden)
    if not links:
        monkeypatch.setattr("os.link", no_links)
    with pytest.raises(FolderNotWritable):
        handing.hand_over(store, prepared, laid, NOW)
    assert target.read_bytes() == OLD and set(tmp_path.iterdir()) == there
    assert Disclosure.select().count() == 0


def refuse_renaming(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    real = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if path in paths:
            raise PermissionError(13, "somebody holds it")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)


def test_the_new_file_takes_the_place_of_the_old_one(store: Store, client: Client, tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(OLD)
    there = set(tmp_path.iterdir())
    prepared = prepared_for(store, client, "client")
    assert handing.hand_over(store, prepared, lay_ready(CONTENT, target), NOW) is not None
    assert target.read_bytes() == CONTENT and set(tmp_path.iterdir()) == there


def test_what_cannot_be_taken_back_is_said(
    store: Store, client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(OLD)
    prepared = prepared_for(store, client, "client")
    laid = lay_ready(CONTENT, target)
    fails_to_commit(monkeypatch, store, target)
    refuse_renaming(monkeypatch, laid.before)
    with pytest.raises(NotTakenBack) as told:
        handing.hand_over(store, prepared, laid, NOW)
    assert "not in the log" in told.value.kept and told.value.remedy
    assert laid.before.read_bytes() == OLD
    assert Disclosure.select().count() == 0


def test_what_could_not_even_be_announced_leaves_no_file(
    store: Store, client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = prepared_for(store, client, "client")
    there = set(tmp_path.iterdir())
    laid: Laid = lay_ready(CONTENT, tmp_path / "plan.pdf")
    monkeypatch.setattr(type(store.vault.audit), "append", lambda *_each: raise_full())
    with pytest.raises(DiskFull):
        handing.hand_over(store, prepared, laid, NOW)
    assert set(tmp_path.iterdir()) == there


def raise_full() -> None:
    raise DiskFull


def test_paper_is_logged_when_the_printer_has_it(store: Store, client: Client) -> None:
    prepared = prepared_for(store, client, "release")
    handing.announce_printing(store, prepared, CONTENT, NOW)
    assert Disclosure.select().count() == 0
    entry = handing.log_printed(store, prepared, CONTENT, NOW)
    assert entry is not None and entry.form == "printed"


def test_an_entry_is_never_changed(store: Store, client: Client, tmp_path: Path) -> None:
    prepared = prepared_for(store, client, "client")
    entry = handing.hand_over(store, prepared, lay_ready(CONTENT, tmp_path / "plan.pdf"), NOW)
    assert entry is not None
    with pytest.raises(SignedStays):
        store.save(entry, recipient="Nobody")
    with pytest.raises(SignedStays):
        store.remove(entry)


def test_a_file_nobody_wants_any_more_is_taken_away(tmp_path: Path) -> None:
    lay_ready(CONTENT, tmp_path / "plan.pdf", lambda: False)
    assert list(tmp_path.iterdir()) == []


def revoked(store: Store, client: Client) -> None:
    store.save(Release.get(Release.recipient == "A clinic"), revoked_on=TODAY)


def narrowed(store: Store, client: Client) -> None:
    store.save(Release.get(Release.recipient == "A clinic"), scope=["attendance"])


def removed(store: Store, client: Client) -> None:
    store.remove(Release.get(Release.recipient == "A clinic"))


def frightened(store: Store, client: Client) -> None:
    store.save(SupportPerson.get(SupportPerson.name.startswith("Anjali")), feels_unsafe="yes")


@pytest.mark.parametrize("change", [revoked, narrowed, removed, frightened])
def test_what_changed_since_it_was_made_stops_it(
    store: Store, client: Client, tmp_path: Path, change: Callable[[Store, Client], None]
) -> None:
    """The document stands on the screen, and on another tab the client takes back what was agreed."""
    prepared = prepared_for(store, client, "release")
    laid = lay_ready(CONTENT, tmp_path / "plan.pdf")
    change(store, client)
    there = audit(store)
    with pytest.raises(NotDisclosed):
        handing.announce_printing(store, prepared, CONTENT, NOW)
    with pytest.raises(NotDisclosed):
        handing.hand_over(store, prepared, laid, NOW)
    assert [path.name for path in tmp_path.iterdir()] == ["vault"]
    assert audit(store) == there and Disclosure.select().count() == 0


def test_a_release_that_ended_at_midnight_stops_it(store: Store, client: Client, tmp_path: Path) -> None:
    prepared = prepared_for(store, client, "release")
    laid = lay_ready(CONTENT, tmp_path / "plan.pdf")
    with pytest.raises(NotDisclosed, match="ended on"):
        handing.hand_over(store, prepared, laid, NOW + datetime.timedelta(91))
    assert not (tmp_path / "plan.pdf").exists()


def test_other_changes_do_not_stop_it(store: Store, client: Client, tmp_path: Path) -> None:
    prepared = prepared_for(store, client, "release")
    store.save(client, payer="another plan")
    assert handing.hand_over(store, prepared, lay_ready(CONTENT, tmp_path / "plan.pdf"), NOW) is not None
