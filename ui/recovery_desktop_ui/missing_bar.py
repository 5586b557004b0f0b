"""A bar at the foot of the page that says what is missing before the plan is signed, one after the other by F8: what
the rules ask for, then the changes of which nobody said why."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from recovery_desktop.desk.ready import without_reason
from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.readiness import readiness
from recovery_desktop.plans.readiness_checks.looked import Gap, said_of, without
from recovery_desktop.plans.short import short
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.plan import LookedAt
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.gap_places import place_of
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.practice_profile import practice_profile
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import paint_as, row
from recovery_desktop_ui.parts.message import announce
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.page_of_table import page_of


class MissingBar(QWidget):
    """Hidden until somebody asks; gone with the client, and when what it says is mended."""

    def __init__(self) -> None:
        super().__init__()
        self._client, self._at = 0, -1
        self._last: Gap | None = None
        self._sign = Icon("triangle-alert", "care")
        self._words = text("", wrap=True)
        self._words.setObjectName("missing.words")
        close = button(_("Close"), "link", "x", name=_("Close what is missing"), does=self.hide)
        close.setObjectName("missing.close")
        line = row(self._sign, self._words, text("F8", "caption", "quiet"), close, gap=10, pad=(32, 6, 16, 6))
        line.setStretch(1, 1)
        self.setLayout(line)
        paint_as(self, "care_soft")
        self.hide()

    def show_client(self, client: int) -> None:
        """Begins anew with another client."""
        if client != self._client:
            self._client, self._at, self._last = client, -1, None
            self.hide()

    def follow(self, record: Entry) -> None:
        """Goes once what it says is not so any more."""
        episode = running_episode(record)
        if self.isVisible() and (episode is None or self._last not in {gap for _rule, gap in _gaps(record, episode)}):
            self.hide()

    def step(self) -> Place:
        """Says what is missing next, from the first again after the last, and gives where it is mended; where the plan
        is signed when nothing is."""
        record = take(self._client)
        episode = running_episode(record)
        found = () if episode is None else _gaps(record, episode)
        if not found:
            self._say(_("Nothing that the rules ask for is missing."), is_good=True)
            return Place("plan", field="plan.sign")
        mended = self._last is not None and self._last not in {gap for _rule, gap in found}
        self._at = (self._at if mended else self._at + 1) % len(found)
        rule, self._last = found[self._at]
        told = _("{at} of {count}: {words} {rule}")
        self._say(told.format(at=self._at + 1, count=len(found), words=self._last.sentence, rule=rule))
        return place_of(self._last, page_of(self._last.model))

    def _say(self, words: str, *, is_good: bool = False) -> None:
        self._sign.show_as(*(("circle-check", "accent") if is_good else ("triangle-alert", "care")))
        self._words.setText(words)
        self.show()
        announce(self, words)


def _gaps(record: Entry, episode: Entry) -> tuple[tuple[str, Gap], ...]:
    """Everything that is missing, with the words of its rule; what several rules miss is named once."""
    lines = readiness(record, episode, practice_profile(), today()).open
    of = {gap: line.rule.words for line in reversed(lines) for gap in reversed(line.gaps)}
    return (*((words, gap) for gap, words in reversed(of.items())), *_unexplained(record, episode))


def _unexplained(record: Entry, episode: Entry) -> Iterator[tuple[str, Gap]]:
    """The changes in the draft of which nobody said why; each is known by its key."""
    version = current_version(episode)
    if version is not None and version["status"] == "draft":
        for change in without_reason(record, episode, version):
            words = said_of(short(change.sentence), _("not said why"))
            yield _("Each change since the version before has a reason."), without(LookedAt, words, change.key)
