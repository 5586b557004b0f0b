"""Old pages, each sealed by the key and true in its day, are put back into the file: whatever of the audit or of what
was signed they take back shows, by the seals inside or against the end of the chain kept beside the file."""

import random
from collections.abc import Iterable
from pathlib import Path

import pytest

from recovery_desktop.desk.sealing import faults
from recovery_desktop.records.disclosing import Disclosure
from recovery_desktop.records.store import Store, open_store
from recovery_desktop.vault import VaultError, layout, unlock_key
from tests.people import sample
from tests.practices import PASSPHRASE, new_practice
from tests.signing import NOW, sign

PAGE = layout.PAGE


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, bytes]:
    """A closed practice, its file before and after a plan was signed, handed over, and much was noted in the audit."""
    folder = tmp_path_factory.mktemp("practice") / "vault"
    store = new_practice(folder)
    client = sample(store, "priya-shah")
    store.close()
    before = (folder / layout.DATABASE).read_bytes()
    store = open_store(folder, unlock_key(folder, PASSPHRASE), ballast=0)
    sign(store, client.id)
    values = {"document": "plan", "content": "all parts", "purpose": "care", "basis": "audit", "recipient": "A clinic"}
    store.add(Disclosure, client, told_on=NOW.date(), **values)
    store.vault.write(lambda: [store.vault.audit.append("export", f"client/{n}/plan") for n in range(100)])
    store.close()
    return folder, before, (folder / layout.DATABASE).read_bytes()


def named(folder: Path) -> list[str]:
    """What opening the practice and checking it says."""
    try:
        store: Store = open_store(folder, unlock_key(folder, PASSPHRASE), ballast=0)
    except VaultError as error:
        return [error.cause]
    try:
        return [*store.vault.findings, *store.vault.check(), *faults(store.vault.database)]
    except VaultError as error:
        return [error.cause]
    finally:
        store.vault.release()  # without the last word that would make the state of now the one to compare with


def with_pages(before: bytes, after: bytes, pages: Iterable[int]) -> bytes:
    content = bytearray(after)
    for page in pages:
        content[page * PAGE : (page + 1) * PAGE] = before[page * PAGE : (page + 1) * PAGE]
    return bytes(content)


def changed(before: bytes, after: bytes) -> list[int]:
    numbers = range(min(len(before), len(after)) // PAGE)
    return [n for n in numbers if before[n * PAGE : (n + 1) * PAGE] != after[n * PAGE : (n + 1) * PAGE]]


def try_pages(states: tuple[Path, bytes, bytes], choices: Iterable[Iterable[int]]) -> None:
    folder, before, after = states
    state = (folder / layout.STATE).read_bytes()
    for pages in choices:
        (folder / layout.DATABASE).write_bytes(with_pages(before, after, pages))
        (folder / layout.STATE).write_bytes(state)
        assert named(folder), f"pages {list(pages)}"
    (folder / layout.DATABASE).write_bytes(after)
    (folder / layout.STATE).write_bytes(state)
    assert named(folder) == []


def test_single_pages(states: tuple[Path, bytes, bytes]) -> None:
    pages = changed(*states[1:])
    assert len(pages) > 10
    try_pages(states, [[page] for page in pages[:: len(pages) // 8]])


def test_the_whole_file(states: tuple[Path, bytes, bytes]) -> None:
    folder, before, after = states
    (folder / layout.DATABASE).write_bytes(before)
    assert any("older than when it was last closed" in words for words in named(folder))
    (folder / layout.DATABASE).write_bytes(after)


@pytest.mark.long
def test_every_page_and_300_handfuls(states: tuple[Path, bytes, bytes]) -> None:
    pages, chance = changed(*states[1:]), random.Random(1)
    some = [chance.sample(pages, chance.randrange(2, len(pages))) for _each in range(300)]
    try_pages(states, [[page] for page in pages] + some)
