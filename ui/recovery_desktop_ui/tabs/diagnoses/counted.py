"""What the assessment's topics come to, substance by substance, beside the diagnoses on record; a clinician decides."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.plans.use_disorders import Counted, counted, open_words
from recovery_desktop.records.diagnoses import Diagnosis
from recovery_desktop.records.substances import Substance, UseTopics
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.sheet import Sheet
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.groups import groups, listed
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import Flow, beside, clear, col, hold, row
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.diagnoses.following import EpisodeFollowed, EpisodeJudged


class CountedSheet(Sheet):
    """A card for each substance whose topics were asked."""

    go_to = Signal(object)  # Place

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        about = text(
            _(
                "The topics of the assessment, counted. The program makes no diagnosis: what you add is provisional "
                "until a licensed clinician has confirmed it."
            ),
            "body",
            "quiet",
            wrap=True,
        )
        self._empty = text(
            _("No topics were asked yet. They stand in the assessment, below each substance."), wrap=True
        )
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self.setLayout(groups(listed(_("From the assessment"), about, self._empty, self._cards)))
        self._followed = EpisodeFollowed(self, (Diagnosis, Substance, UseTopics))
        self._followed.turned.connect(self._clear)
        EpisodeJudged(self._followed, counted).found.connect(self._show)

    def _clear(self) -> None:
        clear(self._cards)
        self._empty.hide()

    def _show(self, rows: list[Counted]) -> None:
        clear(self._cards)
        for each in rows:
            self._cards.addWidget(self._card(each))
        self._empty.setVisible(not rows)
        tab_in_reading_order(self)

    def _card(self, one: Counted) -> Card:
        title, *below = _lines(one)
        head = beside(text(title[0], "strong", wrap=True), hold(Flow(*self._at_right(one), gap=16)))
        says = hold(col(head, *(text(words, "body", tone, wrap=True) for words, tone in below), gap=4))
        mark = Icon("circle-check" if one.is_recorded else "circle", "accent" if one.is_recorded else "quiet")
        line = row(hold(col(5, mark, None, gap=0)), says, gap=12, pad=(16, 8, 16, 12))
        line.setStretch(1, 1)
        card = Card(line, "canvas")
        card.setObjectName(f"counted.{one.substance.number}")
        return card

    def _at_right(self, one: Counted) -> list[QWidget]:
        """Whether it is on record, or the button that puts it there, and the way to the topics."""
        name, stem = _substance(one), f"counted.{one.substance.number}"
        made: list[QWidget] = []
        if one.is_recorded:
            made.append(text(_("On record"), "body", "accent"))
        elif one.found is not None and one.found.code:
            is_new = one.recorded is None
            words = _("Add to diagnoses") if is_new else _("Bring up to date")
            does = partial(self._add if is_new else self._update, one)
            made.append(button(words, "plain", "plus" if is_new else "refresh-cw", name=f"{words}: {name}", does=does))
            made[-1].setObjectName(f"{stem}.take")
        place = Place("assessment", "", UseTopics, one.topics.number)
        words = _("Topics")
        made.append(button(words, "link", name=f"{words}: {name}", does=lambda: self.go_to.emit(place)))
        made[-1].setObjectName(f"{stem}.topics")
        return made

    def _add(self, one: Counted) -> None:
        """As provisional: it is entered, not yet diagnosed."""
        values = {**one.fields(), "provisional": "yes", "entered_on": today(), "substance": one.substance.number}
        if self.keeper.flush():
            self.keeper.attempt(lambda: self.keeper.add(Diagnosis, self._followed.episode, **values))

    def _update(self, one: Counted) -> None:
        assert one.recorded is not None
        found = Diagnosis.get_or_none(Diagnosis.id == one.recorded.number)
        if found is not None and self.keeper.flush():
            with self.keeper.history.group(_("bring a diagnosis up to date")):
                self.keeper.attempt(lambda: self.keeper.save(found, **one.fields()))


def _lines(one: Counted) -> list[tuple[str, str]]:
    """What the card says: the words and the tone of each line, its title first."""
    found = one.found
    if found is None:
        return [(_substance(one), "ink"), (one.problem, "care")]
    if found.code is None:
        title = _("{substance}: no use disorder by these topics") if not one.open_topics else _("{substance}: open")
        return [(title.format(substance=_substance(one)), "ink"), (found.explanation, "quiet"), *_open(one)]
    title = joined([f"{found.code}  {one.fields()['name']}", *_course(one)])
    lines = [(title, "ink"), (found.explanation, "quiet"), *_open(one)]
    if one.recorded is not None and not one.is_recorded:
        lines.append((_("On record otherwise: {recorded}").format(recorded=_recorded(one.recorded)), "care"))
    return lines


def _open(one: Counted) -> list[tuple[str, str]]:
    words = open_words(one.open_topics)
    return [(words, "care")] if words else []


def _substance(one: Counted) -> str:
    return one.substance["name"] or one.substance.shown("substance_class")


def _course(one: Counted) -> list[str]:
    assert one.found is not None
    return one.found.display.removeprefix(one.found.name).strip(", ").split(", ")


def _recorded(entry: Entry) -> str:
    return joined(
        [entry["code"], entry["name"], lower_first(entry.shown("severity")), lower_first(entry.shown("remission"))]
    )
