"""Signing the draft: who signed so far, a place for the next signature, and the button that freezes the version."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.desk.signing import Prepared, keep, prepare
from recovery_desktop.errors import KnownError
from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.signers import ALWAYS_SIGN, signers
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.plan import SIGNING_ROLES, PlanVersion, Signature
from recovery_desktop.text import _
from recovery_desktop_ui.clock import now, today
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.practice_profile import practice_profile
from recovery_desktop_ui.parts.background import Task
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import OpenSheet
from recovery_desktop_ui.parts.layouts import clear, col, hold, row
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.parts.tab_order import focus_first, tab_in_reading_order
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.parts.waiting import Waiting
from recovery_desktop_ui.parts.work import begin
from recovery_desktop_ui.tabs.plan.signature_form import SignatureForm
from recovery_desktop_ui.tabs.plan.signed_words import signature_line


class Signing(QWidget):
    """Folded to one button until somebody wants to sign."""

    signed = Signal(int)  # the number of the row of the version that is signed now

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper = keeper
        self._client = 0
        self._version: Entry | None = None
        self._task: Task | None = None
        self._has_signed = False
        self._open = button("", "plain", "pencil", does=self._unfold)
        self._open.setObjectName("plan.sign")
        self._given = col(gap=2)
        self._waits = text("", "body", "quiet", wrap=True)
        self._waits.setObjectName("signature.waits")
        self._form = SignatureForm(keeper)
        self._form.given.connect(self._add)
        self._sign = button("", "primary", "lock", does=self._begin)
        self._sign.setObjectName("plan.sign_now")
        close = button(_("Later"), "link", does=self._fold)
        close.setObjectName("plan.sign_later")
        self._said, self._waiting = Message(), Waiting()
        self._waiting.cancelled.connect(self._cancel)
        final = text(
            _("A signed version is frozen: from then on it takes dated addenda, and changes make the next version."),
            "body",
            "quiet",
            wrap=True,
        )
        foot = row(self._sign, 16, close, None)
        self._sheet = OpenSheet(
            col(
                heading(_("Signatures")),
                self._given,
                self._waits,
                self._form,
                final,
                foot,
                gap=14,
                pad=(16, 14, 16, 16),
            )
        )
        self.setLayout(col(row(self._open, None), self._sheet, self._waiting, self._said, gap=8))
        self._sheet.hide()

    def show_client(self, client: int) -> None:
        """Shows the draft of a client's running episode; nothing when there is none to sign."""
        self._cancel()
        if client != self._client:
            self._client = client
            self._sheet.hide()
            self._said.clear()
        self._read()

    def _read(self) -> None:
        record = take(self._client)
        episode = running_episode(record)
        version = current_version(episode) if episode is not None else None
        self._version = version if version is not None and version["status"] == "draft" else None
        if self._version is not None and self._has_signed:
            self._has_signed = False
            self._said.clear()  # that the version before was signed
        self.setVisible(self._version is not None or bool(self._said.words()))
        self._open.setVisible(self._version is not None and self._sheet.isHidden())
        if self._version is None or episode is None:
            self._sheet.hide()
            return
        number = self._version["number"]
        for press, words in ((self._open, _("Sign version {number}…")), (self._sign, _("Sign version {number}"))):
            press.setText(words.format(number=number))
            press.setAccessibleName(press.text())
        self._show_given(self._version)
        wanted = signers(record, episode, today(), practice_profile().rhythm.countersigners)
        there = {one["role"] for one in self._version.rows("signatures")}
        missing = [one.role for one in wanted if one.role not in there]
        self._say_missing(missing)
        self._form.begin(self._version.number, wanted, next(iter(missing), ""))
        tab_in_reading_order(self)

    def _say_missing(self, roles: Sequence[str]) -> None:
        """Who is still expected to sign; without client and counselor there is no signing, others may come later."""
        who = joined(lower_first(_(SIGNING_ROLES[role])) for role in roles)
        later = _("Others than client and counselor may also sign later.") if set(roles) - set(ALWAYS_SIGN) else ""
        self._waits.setText(joined([_("Still to sign: {who}.").format(who=who), later], " ") if who else "")
        self._waits.setVisible(bool(who))

    def _show_given(self, version: Entry) -> None:
        clear(self._given)
        for at, one in enumerate(version.rows("signatures")):
            away = button(_("Remove"), "link", "x", name=_("Remove the signature of {name}").format(name=one["name"]))
            away.setObjectName(f"signature.remove{at}")
            away.clicked.connect(lambda _checked=False, number=one.number: self._take_away(number))
            self._given.addWidget(hold(row(text(signature_line(one), wrap=True), None, away, gap=12)))

    # -- signatures of the draft

    def _add(self, values: Mapping[str, Any]) -> None:
        if self._version is None or not self.keeper.flush():
            return
        version = PlanVersion.get_by_id(self._version.number)
        moment = now()
        at = {"signed_at": f"{moment:%H:%M}"} if values.get("signed_on") == moment.date() else {}
        self.keeper.attempt(lambda: self.keeper.add(Signature, version, **values, **at))
        self._read()
        focus_first(self._form)

    def _take_away(self, number: int) -> None:
        signature = Signature.get_by_id(number)
        if self.keeper.flush():
            self.keeper.attempt(lambda: self.keeper.remove(signature, _("Signature of {n}").format(n=signature.name)))
            self._read()

    # -- freezing

    def _unfold(self) -> None:
        self._said.clear()
        self._sheet.show()
        self._open.hide()
        focus_first(self._form)

    def _fold(self) -> None:
        self._sheet.hide()
        self._open.setVisible(self._version is not None)
        self._open.setFocus()

    def _begin(self) -> None:
        """Reads the record, and has its document set in another thread; nothing is signed before both are there."""
        if not self.keeper.flush():
            return
        try:
            prepared = prepare(self._client, practice_profile(), now())
        except KnownError as error:
            self._said.show_error(error)
            return
        self._said.clear()
        self._sign.setEnabled(False)
        self._waiting.begin(_("Signing the version…"), takes_cursor=False)
        self._task = begin(
            self, lambda _task: prepared.pdf(), lambda pdf: self._keep(prepared, pdf), self._refuse, self._end
        )

    def _keep(self, prepared: Prepared, pdf: bytes) -> None:
        self._end()
        if not self.keeper.flush():
            return
        try:
            self.keeper.for_good(lambda: _version_of(keep(self.keeper.store, prepared, pdf)))
        except KnownError as error:
            self._said.show_error(error)
            return
        self._has_signed = True
        self._said.show_words(
            "good",
            _("Version {number} is signed.").format(number=prepared.number),
            _("Its fingerprint: {code}. It stands below the signatures of the document.").format(
                code=prepared.fingerprint
            ),
        )
        self._sheet.hide()
        self.signed.emit(prepared.version)

    def _refuse(self, error: KnownError) -> None:
        self._end()
        self._said.show_error(error)

    def _end(self) -> None:
        self._task = None
        self._waiting.end()
        self._sign.setEnabled(True)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.let_go()
            self._end()


def _version_of(signed: Any) -> PlanVersion:
    version: PlanVersion = PlanVersion.get_by_id(signed.version_id)
    return version
