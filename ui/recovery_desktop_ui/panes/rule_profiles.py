"""What plans of this practice are checked against before they are signed: a profile with its sources, or own rules."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.profiles import DEFAULT, shipped_profiles
from recovery_desktop.records.base import Record
from recovery_desktop.records.history import History
from recovery_desktop.records.practice import OwnProfile, Practice
from recovery_desktop.text import _
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.practice_profile import own_profiles, practice_profile
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.panes.own_profiles import OwnProfileForm, own_profile_words
from recovery_desktop_ui.panes.profile_facts import ProfileFacts
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.editors.names import NamesEditor
from recovery_desktop_ui.parts.layouts import col, hold, row
from recovery_desktop_ui.parts.texts import text


class RuleProfiles(QWidget):
    """The choice in the practice's own form, what the chosen profile says of itself, and the practice's own."""

    def __init__(self, keeper: Keeper, form: Form) -> None:
        """`form` is that of the practice."""
        super().__init__()
        self._keeper = keeper
        shipped = {one.key: one.name for one in shipped_profiles()}
        self._shipped = {key: name for key, name in shipped.items() if key != DEFAULT}
        self._choice = NamesEditor(Practice.described()["rule_profile"], shipped[DEFAULT])
        field = form.field("rule_profile", editor=self._choice)
        self._facts = ProfileFacts()
        changes = button(_("Change these rules…"), "plain", "pencil", does=self._copy)
        changes.setObjectName("profile.copy")
        self._own = RecordList(
            keeper,
            OwnProfile,
            OwnProfileForm,
            own_profile_words,
            add=_("Add rules of our own for plans"),
            order="name",
            brief=True,
        )
        law = text(_("Not legal advice: ask your licensing body what applies to you."), "caption", "quiet", wrap=True)
        own = hold(col(text(_("Our own rules for plans"), "strong"), self._own, gap=4))
        self.setLayout(col(field, self._facts, law, hold(row(changes, None)), own, gap=12))
        form.saved.connect(lambda name: self._say() if name == "rule_profile" else None)
        keeper.changed.connect(self._follow)

    def refresh(self) -> None:
        """Shows what the disk has now."""
        self._own.show_rows(None)
        self._say()

    def _say(self) -> None:
        names = [*own_profiles()]
        self._choice.set_names(self._shipped | {name: _("{name} (our own)").format(name=name) for name in names})
        self._facts.show_profile(practice_profile())

    def _follow(self, model: type[Record], _number: int) -> None:
        if model is OwnProfile:
            self._choice.put(Practice.get().rule_profile)  # its name may have changed with it
            self._say()

    def _copy(self) -> None:
        """Opens the text of the practice's own profile; one of the program's becomes its own first, and is chosen."""
        chosen = practice_profile()
        if not self._keeper.flush():
            return
        if not chosen.is_own:
            name = _free_name(_("{name}, changed by us").format(name=chosen.name))

            def copy(history: History) -> Sequence[Record]:
                made = history.add(OwnProfile, None, name=name, profile=chosen.text)
                return [made, history.save(Practice.get(), rule_profile=name)]

            self._keeper.attempt(lambda: self._keeper.at_once(_("change rules for plans"), copy))
            self._choice.put(Practice.get().rule_profile)
            self.refresh()
        opened = OwnProfile.get_or_none(OwnProfile.name == Practice.get().rule_profile)
        if opened is not None:
            self._own.open_row(opened.id)


def _free_name(name: str) -> str:
    """The name, with a number where there is one of it already."""
    taken, at = own_profiles(), 2
    free = name
    while free in taken:
        free, at = f"{name} {at}", at + 1
    return free
