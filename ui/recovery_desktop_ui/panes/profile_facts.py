"""What a rule profile says of itself: what it is for, when things are due, where it is from, what is not verified."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from recovery_desktop.dates import long_date
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.profile import STRICTNESS, DueDate, Profile, Rule, Source
from recovery_desktop.records.plan import SIGNING_ROLES
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import clear, col
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text


class ProfileFacts(QWidget):
    """Sentences one below the other; the rules are folded."""

    def __init__(self) -> None:
        super().__init__()
        self._profile: Profile | None = None
        self._facts, self._rules = QVBoxLayout(), QVBoxLayout()
        for lines in (self._facts, self._rules):
            lines.setSpacing(4)
        self._fold = button("", "link", "chevron-right", does=self._turn)
        self._fold.setObjectName("profile.rules")
        self._shows_rules = False
        self.setLayout(col(self._facts, self._fold, self._rules, gap=6))

    def show_profile(self, profile: Profile) -> None:
        """Shows another profile, or the same one after its text was changed."""
        if profile != self._profile:
            self._profile = profile
            self._fill(profile)

    def _turn(self) -> None:
        self._shows_rules = not self._shows_rules
        if self._profile is not None:
            self._fill(self._profile)

    def _fill(self, profile: Profile) -> None:
        clear(self._facts)
        for label in _facts(profile):
            self._facts.addWidget(label)
        clear(self._rules)
        for rule in profile.rules if self._shows_rules else ():
            self._rules.addWidget(_quiet(f"– {_rule_words(rule)}", tip=_sources(rule.sources)))
        words = _counted(profile)
        self._fold.setText(words)
        self._fold.setAccessibleName(words)
        self._fold.setProperty("glyph", "chevron-down" if self._shows_rules else "chevron-right")
        self._fold.setAccessibleDescription(_("open") if self._shows_rules else _("closed: press Enter to open"))
        self._fold.setVisible(bool(profile.rules))
        tab_in_reading_order(self)


def _facts(profile: Profile) -> Iterator[QLabel]:
    for problem in profile.problems:
        yield text(str(problem), "body", "care", wrap=True)
    if profile.about:
        yield text(profile.about, "body", wrap=True)
    for due in profile.due:
        yield _quiet(f"– {_due_words(due)}", tip=_sources(due.sources))
    if profile.signers:
        who = joined(lower_first(_(SIGNING_ROLES[one])) for one in profile.signers)
        yield _quiet(_("Signed by: {who}.").format(who=who))
    if profile.looked_at is not None:
        words = _("Edition: {edition}. Looked at on {day}.")
        yield _quiet(words.format(edition=profile.edition, day=long_date(profile.looked_at)))
    for source in profile.sources:
        yield _quiet(_("Source: {source}").format(source=_source_words(source)), tip=source.link)


def _quiet(words: str, tip: str = "") -> QLabel:
    label = text(words, "body", "quiet", wrap=True)
    label.setToolTip(tip)
    return label


def _source_words(source: Source) -> str:
    return joined([source.words, urlsplit(source.link).netloc.removeprefix("www.")], " · ")


def _sources(sources: Iterable[Source]) -> str:
    return "\n".join(one.words for one in sources)


def _unsure(words: str, unverified: bool) -> str:
    return _("{words} (not verified)").format(words=words) if unverified else words


def _due_words(due: DueDate) -> str:
    return _unsure(due.words, due.unverified)


def _rule_words(rule: Rule) -> str:
    is_required = rule.strictness == "must"
    words = rule.words if is_required else _("{rule} ({strictness})")
    said = words if is_required else words.format(rule=rule.words, strictness=_(STRICTNESS[rule.strictness]))
    return _unsure(said, rule.unverified)


def _counted(profile: Profile) -> str:
    """“31 rules, 12 of them not verified”"""
    count, unsure = len(profile.rules), sum(1 for rule in profile.rules if rule.unverified)
    words = ngettext("{count} rule", "{count} rules", count).format(count=count)
    not_verified = ngettext("{count} of them not verified", "{count} of them not verified", unsure)
    return joined([words, not_verified.format(count=unsure) if unsure else ""])
