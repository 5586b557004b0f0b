"""Signed versions: what each froze, who signed, what was added since; opened, checked, added to, never changed."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.desk.sealing import faults_of
from recovery_desktop.desk.signing import shown_hash
from recovery_desktop.plans.episodes import signed_versions
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.signers import Signer, awaited, signers
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.plan import SIGNING_ROLES
from recovery_desktop.records.signed import SignedPlan
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.practice_profile import practice_profile
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import Flow, col, hold
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.parts.opening_list import Block, Line, OpeningList
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.work import begin
from recovery_desktop_ui.tabs.plan.adding import Adding
from recovery_desktop_ui.tabs.plan.signed_words import addendum_line, signature_line


class SignedVersions(QWidget):
    """A line a version, the one in force first."""

    open_document = Signal(int)  # the number of the row of the version

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper = keeper
        self._client: Entry | None = None
        self._episode: Entry | None = None
        self._list = OpeningList("signed_version", may_leave=keeper.flush)
        self._list.setObjectName("signed_versions")
        self.setLayout(col(self._list, gap=0))

    def show_episode(self, client: Entry, episode: Entry) -> None:
        """Shows the signed versions of an episode."""
        self._client, self._episode = client, episode
        versions = signed_versions(episode)
        frozen = {
            row.version_id: row
            for row in SignedPlan.select(
                SignedPlan.id, SignedPlan.version, SignedPlan.signed_at, SignedPlan.author, SignedPlan.content_hash
            ).where(SignedPlan.version.in_([version.number for version in versions]))
        }
        lines = tuple(self._line(version, frozen.get(version.number), not at) for at, version in enumerate(versions))
        self._list.show_blocks([Block("", lines)] if lines else [])
        self.setVisible(bool(versions))

    def reveal(self, number: int) -> bool:
        """Opens the version whose row has that number; False when it is none of these."""
        if self._episode is None or number not in {version.number for version in signed_versions(self._episode)}:
            return False
        self._list.go_to_line(f"v{number}")
        return True

    def _line(self, version: Entry, frozen: SignedPlan | None, in_force: bool) -> Line:
        waits = self._awaited(version) if in_force else ""
        words = RowWords(
            _("Version {n}").format(n=version["number"]),
            joined([_("In force") if in_force else _("Earlier"), version.shown("reason"), waits], " · "),
            _("signed {day}").format(day=short_date(_day_of(frozen) if frozen else version["dated_on"])),
            "care" if waits else "done",
            dim=not in_force,
        )
        shows = (len(version.rows("signatures")), len(version.rows("addenda")))
        return Line(f"v{version.number}", words, lambda: self._details(version, frozen), shows)

    def _details(self, version: Entry, frozen: SignedPlan | None) -> Sequence[QWidget]:
        if frozen is None:
            elsewhere = _("Signed elsewhere: the document that was signed did not come along.")
            return [text(words, wrap=True) for words in (elsewhere, *map(signature_line, version.rows("signatures")))]
        said = Message()
        facts = [
            _("Written by {author}. Fingerprint {code}.").format(
                author=frozen.author, code=shown_hash(frozen.content_hash)
            ),
            *map(signature_line, version.rows("signatures")),
            *map(addendum_line, version.rows("addenda")),
        ]
        presses = Flow(
            self._press("open", _("Open the document"), "file-text", lambda: self.open_document.emit(version.number)),
            self._press("verify", _("Check that it is unchanged"), "check", lambda: self._verify(frozen, said)),
        )
        adding = Adding(self.keeper, version, self._wanted())
        return [hold(col(*(text(words, wrap=True) for words in facts), hold(presses), said, adding, gap=8))]

    def _wanted(self) -> Sequence[Signer]:
        assert self._client is not None and self._episode is not None
        return signers(self._client, self._episode, today(), practice_profile().rhythm.countersigners)

    def _awaited(self, version: Entry) -> str:
        """Whose signature the rules of the practice still wait for."""
        assert self._client is not None
        roles = awaited(self._client, version, today(), practice_profile().rhythm.countersigners)
        who = joined(lower_first(_(SIGNING_ROLES[role])) for role in roles)
        return _("not signed yet: {who}").format(who=who) if who else ""

    @staticmethod
    def _press(name: str, words: str, glyph: str, does: Callable[[], object]) -> QWidget:
        made = button(words, "plain", glyph, does=does)
        made.setObjectName(f"signed_version.{name}")
        return made

    def _verify(self, frozen: SignedPlan, said: Message) -> None:
        """Checks one version against its hashes, its seal and the audit, in another thread."""
        database, number = self.keeper.store.vault.database, frozen.id
        begin(
            self,
            lambda _task: faults_of(database, number),
            lambda faults: _tell(said, faults),
            said.show_error,
            said.clear,
        )


def _day_of(frozen: SignedPlan) -> datetime.date:
    return datetime.datetime.fromisoformat(frozen.signed_at).astimezone().date()


def _tell(said: Message, faults: Sequence[str]) -> None:
    if faults:
        said.show_words("trouble", _("This version is not as it was signed."), *faults)
    else:
        said.show_words("good", _("Unchanged: record, document, signatures and date are as they were signed."))
