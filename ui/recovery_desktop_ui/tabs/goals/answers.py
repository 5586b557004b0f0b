"""What the buttons of the goals do to the record: each is one step that can be taken back."""

import datetime
from typing import Any

from recovery_desktop.plans.golden_thread import no_need_of
from recovery_desktop.plans.proposed_findings import ASIDE, Proposal
from recovery_desktop.plans.short import goal_title, short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.base import Link, Record
from recovery_desktop.records.client import Episode
from recovery_desktop.records.family import Referral
from recovery_desktop.records.goals import (
    Finding,
    Goal,
    GoalNeed,
    Need,
    NeedFinding,
    NeedReferral,
    NeedSafetyStep,
    NeedService,
)
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.records.therapies import SafetyStep
from recovery_desktop.text import _
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.pointers import row_words
from recovery_desktop_ui.tabs.goals.rows import Key

NEED_LINKS: tuple[type[Link], ...] = (NeedFinding, GoalNeed, NeedService, NeedReferral, NeedSafetyStep)
"""All threads that lead to or from a need."""


_OF_STATUS = ("status", "status_reason", "look_again_on", "look_again_when")


def by_goal(keeper: Keeper, need: Need, goal: Goal) -> None:
    """A goal answers a need. Raises what the disk has to say."""
    with keeper.history.group(_("answer a need with a goal")):
        keeper.tie(GoalNeed, goal, need, True)
        keeper.save(need, status="addressed")


def by_referral(keeper: Keeper, need: Need) -> Record:
    """A new referral for what the need says. Raises what the disk has to say."""
    with keeper.history.group(_("answer a need with a referral")):
        referral = keeper.add(Referral, need.episode, reason=need.statement)
        keeper.tie(NeedReferral, need, referral, True)
        keeper.save(need, status="referred")
    return referral


def need_of(keeper: Keeper, finding: Finding, episode: Episode | None) -> Record:
    """A new need that says what a finding says. Raises what the disk has to say."""
    with keeper.history.group(_("make a finding a need")):
        need = keeper.add(Need, episode, statement=finding.statement, domain=finding.domain)
        keeper.tie(NeedFinding, need, finding, True)
    return need


def taken(keeper: Keeper, proposal: Proposal, assessment: Assessment) -> Record:
    """What the record proposes, as a finding that rests on it and a need that comes of it; one step to undo. Raises
    what the disk has to say."""
    rests_on = {name: Finding.refs()[name].rel_model.get_by_id(n) for name, n in proposal.rests_on.items()}
    with keeper.history.group(_("take a finding from the record")):
        finding = keeper.add(Finding, assessment, domain=proposal.domain, statement=proposal.statement, **rests_on)
        need = need_of(keeper, finding, assessment.episode)
        if proposal.step:
            keeper.tie(NeedSafetyStep, need, SafetyStep.get_by_id(proposal.step), True)
        return need


def no_need(keeper: Keeper, episode: Episode, finding: Entry, today: datetime.date) -> Record:
    """Says that a finding leads to no need. Raises what the disk has to say."""
    with keeper.history.group(_("say that no need comes of a finding")):
        return keeper.add(SetAside, episode, what=no_need_of(finding), set_aside_on=today)


def set_aside(keeper: Keeper, what: str, episode: Episode, today: datetime.date) -> Record:
    """Leaves a proposal aside for good. Raises what the disk has to say."""
    with keeper.history.group(_("leave a proposal aside")):
        return keeper.add(SetAside, episode, what=what, set_aside_on=today)


def propose_again(keeper: Keeper, episode: Episode) -> None:
    """Brings back all proposals that were set aside. Raises what the disk has to say."""
    left = SetAside.select().where((SetAside.episode == episode) & SetAside.what.startswith(ASIDE))
    with keeper.history.group(_("propose again what was left aside")):
        for row in list(left):
            keeper.remove(row, "")


def merged(keeper: Keeper, need: Need, into: Need) -> bool:
    """Ties all threads of a need to another one, and takes it away. Raises what the disk has to say."""
    with keeper.history.group(_("merge two needs")):
        for link in NEED_LINKS:
            is_far = link.owner().rel_model is not Need
            mine, other = (link.target(), link.owner()) if is_far else (link.owner(), link.target())
            for end in [getattr(tie, other.name) for tie in link.select().where(mine == need)]:
                keeper.tie(link, end if is_far else into, into if is_far else end, True)
        keeper.save(into, **_carried(need, into))
        keeper.remove(need, called(need))
    return True


def _carried(need: Need, into: Need) -> dict[str, Any]:
    """What a need says that goes into another one: its words below the other's, the rest where that has none."""
    said = into.statement if need.statement in into.statement else f"{into.statement}\n{need.statement}"
    found = {name: getattr(need, name) for name in ("domain", *_OF_STATUS) if not getattr(into, name)}
    return {**found, "statement": said}


def siblings(key: Key) -> list[int]:
    """The numbers of all rows of a row's list, in their order."""
    model, number = key
    owner = model.owner()
    assert owner is not None
    above = getattr(model.get_by_id(number), f"{owner.name}_id")
    query = model.select(model.id).where(owner == above).order_by(model.position, model.id)
    return [each.id for each in query]


def called(row: Record) -> str:
    """A row as it is called when it was taken away."""
    return goal_title(as_entry(row)) if isinstance(row, Goal) else short(row_words(row))
