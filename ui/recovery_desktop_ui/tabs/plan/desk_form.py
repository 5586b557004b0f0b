"""What is asked before a document is set: which one, on what paper, for whom, which parts, in which form."""

import datetime
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.desk.about import rows_about, words_about
from recovery_desktop.desk.earlier import frozen_versions
from recovery_desktop.desk.papers import PAPERS
from recovery_desktop.desk.parts import offered
from recovery_desktop.desk.passwords import password_words
from recovery_desktop.desk.request import Request
from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.practice import LANGUAGES, PAPER
from recovery_desktop.text import N_, _
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.editors.picker import Picker
from recovery_desktop_ui.parts.layouts import Columns, col, hold
from recovery_desktop_ui.parts.secret_field import SecretField, show_link
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.plan.ground import Ground, under
from recovery_desktop_ui.tabs.plan.part_chips import PartChips

FILE_FORMS = {"file": N_("Archive file (PDF/A)"), "encrypted": N_("Encrypted copy")}


class DeskForm(QWidget):
    """The questions in one column."""

    changed = Signal()  # something that the document itself depends on

    def __init__(self, user: str) -> None:
        """`user` is the professional who hands documents over."""
        super().__init__()
        self._user = user
        self._document = Picker(_("Document"), "desk.document")
        self._document.activated.connect(lambda _at: self._take_document())
        self._document.show_words({kind.code: kind.title for kind in PAPERS.values()})
        self._version = self._picker(_("Version"), "desk.version")
        self._version_row = under(_("Version"), self._version)
        self._about = self._picker(_("About"), "desk.about")
        self._about_row = under(_("About"), self._about)
        self._client: Entry | None = None
        self._in_force = 0  # the number of the row of the version in force; 0 while another one is a draft
        self._language = self._picker(_("Language"), "desk.language")
        self._paper = self._picker(_("Paper"), "desk.paper")
        self._paper.show_words({code: _(words) for code, words in PAPER.items()})
        self._language_row = under(_("Language"), self._language)
        self.ground = Ground()
        self.ground.changed.connect(self._renew)
        self._parts = PartChips()
        self._parts.changed.connect(self.changed)
        self._form = Picker(_("File"), "desk.form")
        self._form.show_words({code: _(words) for code, words in FILE_FORMS.items()})
        self._form.activated.connect(lambda _at: self._turn())
        self._reads = text("", "caption", "quiet", wrap=True)
        self._reads.setObjectName("desk.reads")
        self._reads.hide()
        self._compose()

    def _picker(self, name: str, object_name: str) -> Picker:
        made = Picker(name, object_name)
        made.activated.connect(lambda _at: self._renew())
        return made

    def _compose(self) -> None:
        self._password = SecretField(_("Password of the encrypted copy"), _("Password"))
        self._password.setObjectName("desk.password")
        self._password.textChanged.connect(lambda _text: self._turn())
        shows = show_link(self._password)
        self._strength = text("", "caption", "quiet", wrap=True)
        self._strength.setObjectName("desk.strength")
        self._secret = hold(col(self._password, shows, self._strength, gap=4))
        self._with_record = button(_("Attach the record as data"), "chip", "plus")
        self._with_record.setCheckable(True)
        self._with_record.setObjectName("desk.with_record")
        self._with_record.toggled.connect(self._attach)
        self._file_words = text("", "caption", "quiet", wrap=True)
        paper = Columns(under(_("Paper"), self._paper), self._language_row, least=110, gap=12)
        self.setLayout(
            col(
                under(_("Document"), self._document),
                self._about_row,
                self._version_row,
                paper,
                self._reads,
                self.ground,
                self._parts,
                under(_("File"), self._form),
                self._secret,
                self._with_record,
                self._file_words,
                None,
                gap=12,
                pad=(16, 12, 16, 16),
            )
        )

    def show_record(self, client: Entry, practice: Entry, on: datetime.date) -> None:
        """Begins anew for a client: the treatment plan, for the record, on the practice's paper."""
        self._client = client
        self._version.show_words(_versions(client))
        self._paper.choose("a4" if practice["paper"] == "a4" else "letter")
        self._form.choose("file")
        self._password.clear()
        self._with_record.setChecked(False)
        self.ground.show_record(client, on)

    def begin_with(self, document: str, way: str, version: int | None = None) -> None:
        """Begins with a document and one of the ways it goes; `version` is the number of a signed version's row, 0 for
        the record as it is now. Where none is said it is the one that such a document is usually of."""
        self._document.choose(document)
        self._version.choose(str(self._version_meant() if version is None else version))
        self.ground.take(way)
        self._follow()

    def _take_document(self) -> None:
        self._version.choose(str(self._version_meant()))
        self._renew()

    def say_reading(self, sentences: Sequence[str]) -> None:
        """Says how hard the document that stands there is to read, where it is one for a client or a family."""
        self._reads.setText("\n".join(sentences))
        self._reads.setVisible(bool(sentences))

    def password(self) -> str:
        """What protects the encrypted copy; empty for an archive file."""
        return self._password.text() if self.is_encrypted else ""

    @property
    def file_form(self) -> str:
        """The form of the file, a code of `records.disclosing.FORMS`."""
        return self._form.code()

    @property
    def is_encrypted(self) -> bool:
        """Whether the file is to be an encrypted copy."""
        return self.file_form == "encrypted"

    def request(self) -> Request:
        """What is asked for now."""
        bare = self._bare()
        parts = self._parts.picked() if PAPERS[bare.document].parts else None
        return Request(
            **{
                **bare.__dict__,
                "parts": parts,
                "with_record": self._with_record.isChecked() and bare.goes_outside,
            }
        )

    def _bare(self) -> Request:
        return Request(
            document=self._document.code(),
            version=int(self._version.code() or 0),
            about=int(self._about.code() or 0),
            told_by=self._user,
            lang=self._language.code() or "en",
            paper=self._paper.code(),
            **self.ground.answers(),
        )

    def _version_meant(self) -> int:
        """What was agreed is told as it was signed last, unless a draft goes on from it; all else as it is now."""
        if not PAPERS[self._document.code()].is_of_the_plan:
            return 0
        episode = running_episode(self._client) if self._client is not None else None
        frozen = frozen_versions(episode) if episode is not None else []
        return frozen[0].number if episode is not None and frozen and frozen[0] is current_version(episode) else 0

    def _renew(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """Brings what depends on document and recipient up to date."""
        rows = rows_about(self._document.code(), self._client) if self._client is not None else []
        self._about.show_words({str(row.number): words_about(row) for row in rows})
        self._about_row.setVisible(bool(rows))
        kind = PAPERS[self._document.code()]
        self._version_row.setVisible(kind.has_versions and self._version.count() > 1)
        self._language.show_words({code: _(LANGUAGES[code]) for code in kind.languages if code in LANGUAGES})
        self._language_row.setVisible(len(kind.languages) > 1)
        bare = self._bare()
        self._parts.show_parts(offered(kind, bare))
        self._with_record.setVisible(bare.goes_outside)
        self._turn()

    def _attach(self, on: bool) -> None:
        self._with_record.setProperty("glyph", "check" if on else "plus")
        self._with_record.updateGeometry()
        self.changed.emit()
        self._turn()

    def _turn(self) -> None:
        """What is said of the file."""
        self._secret.setVisible(self.is_encrypted)
        self._strength.setText(password_words(self._password.text()))
        self._strength.setVisible(bool(self._strength.text()))
        if self.is_encrypted:
            words = _("Opens with the password alone (AES-256). Encrypted copies are no archive files.")
        elif self._with_record.isChecked() and not self._with_record.isHidden():
            words = _("PDF/A-3: the record goes along as data, within the same limits. Not encrypted.")
        else:
            words = _("PDF/A-2, to be kept for good. Not encrypted: whoever has the file can open it.")
        self._file_words.setText(words)


def _versions(client: Entry) -> dict[str, str]:
    """The record as it is now, and the signed versions of the running episode, the newest first."""
    episode = running_episode(client)
    signed = frozen_versions(episode) if episode is not None else []
    words = _("Version {n}, signed")
    return {"0": _("As the record is now")} | {str(one.number): words.format(n=one["number"]) for one in signed}
