"""What a plan has once: how much care was decided last, the plan for hard times kind by kind, the next review."""

from collections.abc import Iterator, Mapping, Sequence

from recovery_desktop.dates import long_date
from recovery_desktop.plans.changes.change import Change, Detail, key_of
from recovery_desktop.plans.changes.in_sight import InSight, entry_in_sight
from recovery_desktop.plans.changes.pairs import pairs
from recovery_desktop.plans.changes.words import sentence_of
from recovery_desktop.plans.due import next_review
from recovery_desktop.plans.phrases import in_quotes, joined, lower_first
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.aftercare import ENTRY_KINDS
from recovery_desktop.text import _

Reasons = Mapping[str, str]
_DECIDED = ("chosen", "withdrawal_chosen", "arrangement")


def level_of_care(then: Entry, now: Entry, reasons: Reasons) -> Iterator[Change]:
    """The decision on how much care that stands now, beside the one that stood then; of what a decision leaves open it
    says nothing."""
    decision = _last(now)
    if decision is None or not decision["chosen"]:
        return
    before = _last(then)
    was = before if before is not None and before["chosen"] else None
    details = tuple(_decided(was, decision))
    if not details:
        return
    kind = "changed" if was is not None else "added"
    words = lower_first(decision.shown("chosen"))
    key = key_of("level_of_care", "", was["chosen"] if was is not None else "", kind)
    why = str(decision["reason_for_difference"]).strip()
    if was is not None and why == was["reason_for_difference"].strip():
        why = ""
    said = sentence_of("level_of_care", kind, words, details)
    says, why = bool(why), why or reasons.get(key, "")
    yield Change(key, kind, "services", "level_of_care", words, details, said, why, says, True, decision, False, None)


def _last(episode: Entry) -> Entry | None:
    decisions = episode.rows("levels_of_care")
    return decisions[-1] if decisions else None


def _decided(was: Entry | None, decision: Entry) -> Iterator[Detail]:
    for name in _DECIDED:
        before, after = was.shown(name) if was is not None else "", decision.shown(name)
        if after and before != after and (was is not None or name == "chosen"):
            label = "" if name == "chosen" else decision.field(name).label
            yield Detail(label, *((lower_first(each) if name != "arrangement" else each) for each in (before, after)))


def hard_times(then: Entry, now: Entry, may_be_told: InSight, reasons: Reasons) -> Iterator[Change]:
    """The plan for hard times: all that is different under one of its headings is one change."""
    for kind in ENTRY_KINDS:
        before, after = (_entries(episode, kind, may_be_told) for episode in (then, now))
        details = tuple(_lines(before, after))
        if details:
            words = after[0].shown("kind") if after else before[0].shown("kind")
            key = key_of("prevention_entry", "", kind, "changed")
            said = sentence_of("prevention_entry", "changed", words, details)
            entry, why = (after or before)[0], reasons.get(key, "")
            told = (key, "changed", "aftercare", "prevention_entry", words, details, said, why)
            yield Change(*told, False, True, entry, not after, None)


def _entries(episode: Entry, kind: str, may_be_told: InSight) -> list[Entry]:
    rows = episode.rows("prevention_entries")
    return [row for row in rows if row["kind"] == kind and entry_in_sight(row, may_be_told)]


def _lines(before: Sequence[Entry], after: Sequence[Entry]) -> Iterator[Detail]:
    both = pairs(before, after, _line)
    new = joined((in_quotes(_line(now)) for then, now in both if then is None and now is not None))
    gone = joined((in_quotes(_line(then)) for then, now in both if now is None and then is not None))
    if new:
        yield Detail(_("New:"), "", new)
    for then, now in both:
        if then is not None and now is not None and _line(then) != _line(now):
            yield Detail("", in_quotes(_line(then)), in_quotes(_line(now)))
    if gone:
        yield Detail(_("Left out:"), gone, "")


def _line(row: Entry) -> str:
    return joined([row["entry"], row["phone"]])


def next_review_day(then: Entry, now: Entry, reasons: Reasons) -> Iterator[Change]:
    """When the plan is reviewed next. That it moves on once a review was held needs no other reason, nor does the first
    day that is set."""
    before, after = (next_review(episode) for episode in (then, now))
    was, is_now = (found[0][found[1]] if found is not None else None for found in (before, after))
    if was == is_now:
        return
    kind = "changed" if was and is_now else "added" if is_now else "dropped"
    details = (Detail("", long_date(was), long_date(is_now)),)
    found = after or before
    assert found is not None
    entry, key = found[0], key_of("plan_review", "", "", kind)
    why = _held(then, now) if kind == "changed" else ""
    said = sentence_of("plan_review", kind, "", details, day=long_date(is_now or was))
    says, why = bool(why), why or reasons.get(key, "")
    asks = kind != "added"
    yield Change(key, kind, "reviews", "plan_review", "", details, said, why, says, asks, entry, after is None, None)


def _held(then: Entry, now: Entry) -> str:
    """The review that was held in between."""
    days = [
        {row["held_on"] for row in episode.rows("follow_ups") if row["kind"] == "plan_review"}
        for episode in (then, now)
    ]
    new = max((day for day in days[1] - days[0] if day), default=None)
    return _("The review of {day} was held.").format(day=long_date(new)) if new else ""
