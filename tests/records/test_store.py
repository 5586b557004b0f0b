"""Records are kept, changed, tied and removed through one door, and each change leaves its audit row."""

import datetime
from pathlib import Path

import pytest

from recovery_desktop.records.checks import NotKept
from recovery_desktop.records.client import Client, ContactPoint, Episode
from recovery_desktop.records.family import Release, SupportPerson
from recovery_desktop.records.goals import Goal, GoalNeed, Need, Objective
from recovery_desktop.records.practice import Staff
from recovery_desktop.records.schema import SCHEMA
from recovery_desktop.records.store import Store, open_store
from recovery_desktop.vault import create, unlock_key
from tests.practices import CHEAP, PASSPHRASE, new_practice, reopened


@pytest.fixture
def client(store: Store) -> Client:
    return store.add(Client, record_number="RD-000001", legal_given="Zoë", legal_family="Doe")


def audit_rows(store: Store) -> list[tuple[str, str]]:
    return store.vault.connection().execute("SELECT action, object FROM audit ORDER BY seq").fetchall()


def test_what_was_saved_is_there_after_unlocking_again(store: Store, client: Client) -> None:
    store.save(client, birth_date=datetime.date(1997, 5, 4), preferred_name="Zo")
    again = reopened(store)
    kept = Client.get(Client.record_number == "RD-000001")
    assert (kept.birth_date, kept.preferred_name, kept.legal_given) == (datetime.date(1997, 5, 4), "Zo", "Zoë")
    again.close()


def test_what_cannot_be_kept_is_refused_and_the_row_is_as_before(store: Store, client: Client) -> None:
    with pytest.raises(NotKept) as refused:
        store.save(client, birth_date="yesterday", sex="sometimes", preferred_name="Z")
    assert set(refused.value.problems) == {"birth_date", "sex"}
    assert client.birth_date is None and client.preferred_name == ""
    assert Client.get().preferred_name == ""


def test_a_required_field_cannot_be_emptied_or_left_out(store: Store, client: Client) -> None:
    with pytest.raises(NotKept):
        store.save(client, legal_family="")
    with pytest.raises(NotKept) as refused:
        store.add(Client, legal_family="Roe")
    assert "record_number" in refused.value.problems


def test_a_number_that_another_client_has_is_refused_with_words(store: Store, client: Client) -> None:
    other = store.add(Client, record_number="RD-000002", legal_family="Roe")
    with pytest.raises(NotKept) as refused:
        store.save(client, record_number="RD-000002")
    assert refused.value.remedy.startswith("Record number: ")
    store.save(other, record_number="RD-000002", preferred_name="R")
    assert client.record_number == "RD-000001"


def test_a_save_that_fails_leaves_the_row_in_hand_as_it_was(
    store: Store, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError("the disk is gone")

    with monkeypatch.context() as broken, pytest.raises(OSError, match="gone"):
        broken.setattr(store.vault, "write", fails)
        store.save(client, legal_family="Roe")
    assert (client.legal_family, client.search_key) == ("Doe", "zoe doe rd-000001")
    store.save(client, preferred_name="still works")
    assert Client.get_by_id(client.id).preferred_name == "still works"


def test_a_name_that_is_no_field_is_our_mistake(store: Store, client: Client) -> None:
    with pytest.raises(TypeError, match="best_tyme"):
        store.add(ContactPoint, client, value="555-0170", best_tyme="evenings")
    with pytest.raises(TypeError, match="nickname"):
        store.save(client, nickname="Zo")


def test_text_of_blanks_is_empty(store: Store, client: Client) -> None:
    store.save(client, preferred_name="   ")
    assert Client.get().preferred_name == ""


def test_a_list_changed_in_hand_is_written(store: Store, client: Client) -> None:
    goal = store.add(Goal, store.add(Episode, client), own_words="Rest", domains=["work"])
    goal.domains.append("money")
    store.save(goal, domains=goal.domains)
    assert Goal.get().domains == ["work", "money"]


def test_nothing_points_into_another_client_s_record(store: Store, client: Client) -> None:
    other = store.add(Client, record_number="RD-000002", legal_family="Roe")
    theirs = store.add(SupportPerson, other, name="Ana")
    with pytest.raises(ValueError, match="another client"):
        store.add(Release, client, person=theirs)
    need = store.add(Need, store.add(Episode, other), statement="Sleep")
    goal = store.add(Goal, store.add(Episode, client), own_words="Sleep")
    with pytest.raises(ValueError, match="another client"):
        store.link(GoalNeed, goal, need)


def test_a_practice_opened_later_does_not_get_the_writes_of_the_first(store: Store, tmp_path: Path) -> None:
    later = new_practice(tmp_path / "later")
    with pytest.raises(RuntimeError):
        store.add(Client, record_number="RD-1", legal_family="Doe")
    assert later.add(Client, record_number="RD-1", legal_family="Doe").id == 1
    later.close()


def test_a_vault_that_was_never_named_gets_a_practice(tmp_path: Path) -> None:
    create(tmp_path / "bare", PASSPHRASE, SCHEMA, user="U", cost=CHEAP, ballast=0).vault.close()
    bare = open_store(tmp_path / "bare", unlock_key(tmp_path / "bare", PASSPHRASE))
    assert bare.practice().name
    bare.close()


def test_equal_values_are_not_written_again(store: Store, client: Client) -> None:
    before = audit_rows(store)
    store.save(client, legal_given="Zoë")
    assert audit_rows(store) == before


def test_each_change_has_its_audit_row_without_the_text(store: Store, client: Client) -> None:
    point = store.add(ContactPoint, client, value="555-0170")
    store.save(point, best_time="mornings")
    store.remove(point)
    rows = audit_rows(store)
    assert [row for row in rows if row[1] == f"contact_point/{point.id}"] == [
        ("add", f"contact_point/{point.id}"),
        ("edit", f"contact_point/{point.id}"),
        ("remove", f"contact_point/{point.id}"),
    ]
    dump = str(store.vault.connection().execute("SELECT * FROM audit").fetchall())
    assert "555-0170" not in dump and "mornings" not in dump
    assert store.vault.audit.verify() == []


def test_names_are_found_whatever_the_accents(store: Store, client: Client) -> None:
    assert Client.select().where(Client.search_key.contains("zoe doe")).count() == 1
    store.save(client, legal_family="Müller-Łuk")
    assert Client.select().where(Client.search_key.contains("muller")).count() == 1
    assert Client.select().where(Client.search_key.contains("doe")).count() == 0


def test_rows_keep_their_order(store: Store, client: Client) -> None:
    points = [store.add(ContactPoint, client, value=value) for value in ("first", "second", "third")]
    store.remove(points[0])
    store.add(ContactPoint, client, value="last")
    values = [point.value for point in client.contact_points.order_by(ContactPoint.position)]
    assert values == ["second", "third", "last"]


@pytest.mark.parametrize(
    ("which", "to", "values"), [(0, 1, "bac"), (2, 0, "cab"), (0, 9, "bca"), (1, -3, "bac"), (1, 1, "abc")]
)
def test_a_row_takes_another_place(store: Store, client: Client, which: int, to: int, values: str) -> None:
    points = [store.add(ContactPoint, client, value=value) for value in "_abc"]
    store.remove(points.pop(0))  # leaves a gap in the numbers
    before = audit_rows(store)
    store.move(points[which], to)
    rows = client.contact_points.order_by(ContactPoint.position)
    assert [(row.position, row.value) for row in rows] == list(enumerate(values))
    assert audit_rows(store)[len(before) :] == [("move", f"contact_point/{points[which].id}")]
    store.move(points[which], to)
    assert len(audit_rows(store)) == len(before) + 1


def test_what_all_clients_share_has_an_order_too(store: Store) -> None:
    for name in ("Dana Whitfield", "Rafael Okafor"):
        store.add(Staff, name=name)
    store.move(Staff.get(name="Rafael Okafor"), 0)
    store.add(Staff, name="Claudia Reinoso")
    names = [row.name for row in Staff.select().order_by(Staff.position)]
    assert names == ["Rafael Okafor", "Dana Whitfield", "Claudia Reinoso"]


def test_removing_a_row_removes_what_belongs_to_it_and_unties_the_rest(store: Store, client: Client) -> None:
    counselor = store.add(Staff, name="Dana Whitfield")
    episode = store.add(Episode, client, counselor=counselor)
    need = store.add(Need, episode, statement="Sleep")
    goal = store.add(Goal, episode, own_words="Sleep")
    objective = store.add(Objective, goal, statement="Seven hours")
    store.link(GoalNeed, goal, need)
    store.link(GoalNeed, goal, need)
    assert GoalNeed.select().count() == 1
    store.remove(counselor)
    assert Episode.get_by_id(episode.id).counselor is None
    store.remove(goal)
    assert not Objective.select().where(Objective.id == objective.id).exists()
    assert not GoalNeed.select().exists()
    assert Need.get_by_id(need.id).statement == "Sleep"


def test_threads_can_be_untied(store: Store, client: Client) -> None:
    episode = store.add(Episode, client)
    need, goal = store.add(Need, episode, statement="Sleep"), store.add(Goal, episode, own_words="Sleep")
    store.link(GoalNeed, goal, need)
    store.unlink(GoalNeed, goal, need)
    assert not GoalNeed.select().exists()


def test_a_change_of_a_row_that_is_gone_is_not_called_saved(store: Store, client: Client) -> None:
    Client.delete().execute()
    before = audit_rows(store)
    with pytest.raises(LookupError):
        store.save(client, preferred_name="Nobody")
    with pytest.raises(LookupError):
        store.remove(client)
    assert audit_rows(store) == before
