"""How a paper for the client or the family reads, for the counselor alone: a school grade, what is long, what would be
plainer.

Only what the counselor put into words is looked at. The client's own words are never scored.
"""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from recovery_desktop.plain_language import plainer_words, reading_of
from recovery_desktop.plans.phrases import in_quotes, joined
from recovery_desktop.plans.short import short
from recovery_desktop.text import _

AIM = 6  # the school grade that most people read with ease
MOST = 8
_LONG_SHOWN, _PLAINER_SHOWN, _SENTENCES_SHOWN = 6, 4, 2
_SENTENCE = 60  # letters that are shown of a long sentence


@runtime_checkable
class WrittenForTheClient(Protocol):
    """A paper that says which of its texts were written for the reader."""

    def written_for_the_client(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class ReadingHint:
    """What to tell the counselor; it never stops anything."""

    grade: float | None  # None while there is too little to judge
    long_words: tuple[str, ...]
    plainer: dict[str, str]  # a hard word, and what could be said
    sentences: tuple[str, ...]

    @property
    def is_hard(self) -> bool:
        """Whether many readers will not understand it."""
        return self.grade is not None and self.grade > MOST


def reading_hint(content: WrittenForTheClient, language: str = "en") -> ReadingHint:
    """How the paper reads in the language that it is written in."""
    texts = content.written_for_the_client()
    reading = reading_of(texts, language)
    plainer = plainer_words(texts, language)
    says = [_grade(reading.grade)]
    if reading.long_sentences:
        found = [in_quotes(short(said, _SENTENCE)) for said in reading.long_sentences[:_SENTENCES_SHOWN]]
        says.append(_("Long sentences: {sentences}.").format(sentences=joined(found, "; ")))
    if reading.long_words:
        says.append(_("Long words: {words}.").format(words=joined(reading.long_words[:_LONG_SHOWN])))
    if plainer:
        pairs = (_("“{hard}”: {plain}").format(hard=hard, plain=plain) for hard, plain in plainer.items())
        says.append(_("Plainer: {words}.").format(words=joined(list(pairs)[:_PLAINER_SHOWN], "; ")))
    return ReadingHint(reading.grade, reading.long_words, plainer, tuple(filter(None, says)))


def _grade(grade: float | None) -> str:
    if grade is None:
        return ""
    reads = _("What you wrote reads like school grade {grade:.0f}.").format(grade=max(grade, 1))
    if grade <= AIM:
        return reads
    return f"{reads} {_('Most people read grade {aim} with ease.').format(aim=AIM)}"
