"""What became of one row between two versions: which change it is, what is different, and what the row says of why."""

from collections.abc import Iterator

from recovery_desktop.plans.answered import NOT_PRINTED
from recovery_desktop.plans.changes.change import Detail
from recovery_desktop.plans.changes.watched import WATCHED, called, is_free_text, label, shown, state
from recovery_desktop.plans.phrases import in_quotes, joined, lower_first
from recovery_desktop.plans.short import goal_title, short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _

_TAKEN = "accepted"


def differences(then: Entry, now: Entry) -> tuple[Detail, ...]:
    """What of a row is different, in the order of its fields; a state that is no end comes first."""
    return (*_state(then, now), *_fields(then, now))


def _state(then: Entry, now: Entry) -> Iterator[Detail]:
    watched = WATCHED[now.model._meta.table_name]
    was, is_now = state(then), state(now)
    if was != is_now and is_now not in watched.ends and not (watched.part == "services" and is_now == _TAKEN):
        yield Detail(_("Status"), *(lower_first(row.shown(watched.state)) for row in (then, now)))


def _fields(then: Entry, now: Entry) -> Iterator[Detail]:
    for name in WATCHED[now.model._meta.table_name].fields:
        was, is_now = shown(then, name), shown(now, name)
        if was != is_now and not (name == "instrument" and {was.casefold(), is_now.casefold()} & set(NOT_PRINTED)):
            quote = in_quotes if is_free_text(now, name) else str
            yield Detail(label(now, name), quote(was), quote(is_now))


def kind_of(then: Entry, now: Entry, details: tuple[Detail, ...]) -> str:
    """Which change it is; empty for none."""
    table = now.model._meta.table_name
    watched = WATCHED[table]
    was, is_now = state(then), state(now)
    if was != is_now and is_now in watched.ends:
        return watched.ends[is_now]
    if table == "service" and was != is_now and is_now == _TAKEN:
        return "added"
    if table == "service" and now["ends_on"] and not then["ends_on"]:
        return "ended"
    if table == "release" and now["revoked_on"] and not then["revoked_on"]:
        return "ended"
    return "changed" if details else ""


def is_over(row: Entry) -> bool:
    """Whether a row had come to its end already: nobody misses it, and one that begins so was never in a plan."""
    return state(row) in WATCHED[row.model._meta.table_name].ends


def is_in_plan(row: Entry) -> bool:
    """Whether a row is part of the plan: somebody in the client's life only once they have a part in it, a release only
    once it is signed."""
    table = row.model._meta.table_name
    if table == "support_person":
        return any(row[name] for name in ("client_wants", "role_in_plan", "aims", "boundaries"))
    return bool(row["signed_on"]) if table == "release" else True


def reason_in_row(then: Entry | None, now: Entry, kind: str) -> str:
    """Why, as far as the row says so itself: words that were there before do not explain what is new."""
    for name in WATCHED[now.model._meta.table_name].reasons:
        words = str(now[name]).strip()
        if words and (then is None or words != str(then[name]).strip()):
            return words
    return _by_table(then, now, kind)


def _by_table(then: Entry | None, now: Entry, kind: str) -> str:
    table = now.model._meta.table_name
    if table == "goal" and then is not None and kind != "changed":
        return _noted(then, now)
    if table == "service" and kind == "added":
        return str(now["reason"] or now["because_of"])
    if table == "need" and then is not None and state(now) in ("addressed", "referred") and state(then) != state(now):
        return _answers(now)
    return ""


def _noted(then: Entry, now: Entry) -> str:
    """What was noted on the day on which a goal got its state."""
    before = {(row["noted_on"], row["note"]) for row in then.rows("progress")}
    new = [row for row in now.rows("progress") if (row["noted_on"], row["note"]) not in before]
    return next((row["note"] for row in reversed(new) if row["goal_status"] == now["status"] and row["note"]), "")


def _answers(need: Entry) -> str:
    """What answers a need by now."""
    names = [
        *(goal_title(goal) for goal in need.tied("goals")),
        *(service["name"] for service in need.tied("services") if service["decision"] == _TAKEN),
        *(called(referral) for referral in need.tied("referrals")),
    ]
    said = joined(dict.fromkeys(short(name) for name in names), "; ")
    return _("It is answered by {what}.").format(what=said) if said else ""
