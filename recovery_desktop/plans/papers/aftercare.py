"""The aftercare plan from a snapshot: steps in the order of their dates, hard times, what goes on the wallet card."""

import datetime
from collections.abc import Iterator

from recovery_desktop.dates import long_date
from recovery_desktop.documents.aftercare_plan import AftercarePlan
from recovery_desktop.documents.calendar import Doing
from recovery_desktop.documents.plan_answers import RelapsePrevention
from recovery_desktop.documents.wallet_card import Panel, WalletCard
from recovery_desktop.plans.assessed import standing
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.follow_up_days import CONTACTS, counted_from, to_come
from recovery_desktop.plans.papers.client_head import client_head
from recovery_desktop.plans.papers.occasion import Occasion, Part
from recovery_desktop.plans.phrases import how_long, how_often, joined, lower_first, said
from recovery_desktop.plans.plan_answers import months, relapse_prevention
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import N_, _

PARTS = (
    Part("steps", N_("What goes on, and when"), ("aftercare",)),
    Part("hard", N_("Hard times"), ("aftercare",)),
    Part("card", N_("Card for the wallet"), ("aftercare",)),
)
_MONTH = 365.25 / 12
_LIFELINE = "988"


def aftercare_plan(client: Entry, practice: Entry, occasion: Occasion) -> AftercarePlan:
    """The aftercare plan of the last episode. Raises LookupError without an episode of care."""
    episode = running_episode(client)
    if episode is None:
        raise LookupError("no episode of care to plan")
    hard = relapse_prevention(client, episode, practice)
    naloxone = naloxone_kept(episode, hard)
    has = occasion.has
    return AftercarePlan(
        **client_head(client, practice, occasion, is_draft=False),
        steps=tuple(steps(episode, occasion.on)) if has("steps") else (),
        hard=hard if has("hard") else RelapsePrevention(),
        naloxone=naloxone if has("hard") else "",
        card=_card(hard, practice, naloxone) if has("card") else None,
    )


def steps(episode: Entry, on: datetime.date) -> Iterator[Doing]:
    """What continues and the contacts that are to come, the earliest first."""
    listed = [(_begins(row, episode, on), _step(row)) for row in episode.rows("aftercare_steps")]
    contacts = [row for row in to_come(episode, on) if row["kind"] in CONTACTS]
    listed += [(row["due_on"], Doing(long_date(row["due_on"]), row["what"] or row.shown("kind"))) for row in contacts]
    yield from (step for _day, step in sorted(listed, key=lambda one: one[0]))


def _begins(step: Entry, episode: Entry, on: datetime.date) -> datetime.date:
    """When a step begins, by its date or by the month of care."""
    begun = counted_from(episode, on)[0]
    day: datetime.date = step["starts_on"] or begun + datetime.timedelta((step["from_month"] or 0) * _MONTH)
    return day


def _step(row: Entry) -> Doing:
    from_day = _("from {day}").format(day=long_date(row["starts_on"])) if row["starts_on"] else ""
    when = joined([from_day, months(None if from_day else row["from_month"], row["until_month"])])
    who = joined([row["where_or_who"], lower_first(said(row, "places"))])
    return Doing(when[:1].upper() + when[1:], row["what"], joined([how_often(row), how_long(row), who]))


def naloxone_kept(episode: Entry, hard: RelapsePrevention) -> str:
    """Where naloxone is kept, unless an entry for hard times says so."""
    assessment = standing(episode)
    use = assessment.one("substance_use") if assessment else None
    told = any("nalox" in text.casefold() for text in (*hard.if_i_slip, *hard.overdose, *hard.crisis))
    return "" if told or use is None else str(use["naloxone_kept"])


def _card(hard: RelapsePrevention, practice: Entry, naloxone: str) -> WalletCard:
    """The card says no diagnosis and no kind of practice; whoever finds it learns of neither."""

    def unnamed(*texts: str) -> tuple[str, ...]:
        name = practice["name"].strip()
        return tuple(text.replace(name, _("Office")) if name else text for text in texts)

    people = [joined([one.name, one.phone], " · ") for one in hard.people]
    lifeline = _("In crisis, any hour: call or text {number}").format(number=_LIFELINE)
    own = practice["crisis_line"]
    office = _("Office {number}").format(number=own) if own and not any(own in one for one in people) else ""
    kept = _("Naloxone: {place}").format(place=naloxone) if naloxone else ""
    spoken = [text for text in hard.overdose if "nalox" in text.casefold()]
    return WalletCard(
        signs=Panel(_("My signs"), unnamed(*hard.early_signs, *hard.triggers)),
        people=Panel(_("People"), unnamed(*people), tuple(filter(None, (office, lifeline)))),
        what_helps=Panel(_("What helps"), unnamed(*hard.what_helps)),
        if_i_slip=Panel(_("If I slip"), unnamed(*_numbered(hard.if_i_slip), *spoken), (kept,) if kept else ()),
    )


def _numbered(texts: tuple[str, ...]) -> Iterator[str]:
    return (f"{number}  {text}" for number, text in enumerate(texts, 1))
