"""The kinds of field a record is made of; each describes itself once for form, check, document and client file.

A field's `label`, `help` and `choices` are marked texts: they are translated where they are shown. Every kind knows
its empty value ("not asked" is empty, never "no"), what it accepts, its JSON form and its printed form.
"""

import copy
import datetime
import json
import math
import re
from collections.abc import Mapping
from typing import Any, ClassVar

import peewee

from recovery_desktop import dates
from recovery_desktop.figures import figure
from recovery_desktop.text import N_, _

Choices = Mapping[str, str]

ASKED: Choices = {
    "yes": N_("Yes"),
    "no": N_("No"),
    "unknown": N_("Not known"),
    "declined": N_("Client declines to say"),
}
WEEKDAYS: Choices = dict(zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), dates.WEEKDAYS, strict=True))

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_CONTROL = r"[\x00-\x1f\x7f-\x9f\u2028\u2029]"  # line breaks and what steers a terminal or a printer
_MOST_LETTERS = {"line": 500, "text": 2_000_000}


class HandedDown:
    """A field that several kinds of record have from one base. peewee copies it for each, with all that hangs on it;
    what belongs to the one kind it binds anew, so the field alone is enough."""

    def __deepcopy__(self, _memo: dict[int, Any]) -> Any:
        return copy.copy(self)


class Described(HandedDown, peewee.Field):  # type: ignore[misc, unused-ignore]
    """A field with a label, a help text and a unit; the base of all kinds below."""

    json_type: ClassVar[dict[str, Any]] = {"type": "string"}

    def __init__(self, label: str, *, help: str = "", unit: str = "", required: bool = False, **options: Any) -> None:
        super().__init__(verbose_name=label, help_text=help, **options)
        self.unit = unit
        self.required = required

    @property
    def label(self) -> str:
        """The translated label."""
        return _(str(self.verbose_name))

    @property
    def help(self) -> str:
        """The translated help text; empty when the label says it all."""
        return _(str(self.help_text or ""))

    @property
    def empty(self) -> Any:
        """The value that means "nothing entered yet"."""
        return "" if not self.null else None

    def is_empty(self, value: Any) -> bool:
        return bool(value == self.empty)

    def problem(self, value: Any) -> str:
        """Why a value cannot be kept, as a sentence that says what to do; empty when it can."""
        if self.is_empty(value):
            return _("Enter something here.") if self.required else ""
        return self._problem(value)

    def _problem(self, value: Any) -> str:
        raise TypeError(f"{type(self).__name__} does not check its values")

    def to_plain(self, value: Any) -> Any:
        """The JSON form of a value that is not empty."""
        return value

    def from_plain(self, plain: Any) -> Any:
        """The value for a JSON form; raises ValueError with what to do when it is not one, or is empty."""
        if plain is None or self.is_empty(plain):
            raise ValueError(
                _("Enter something here.") if self.required else _("Leave the field out when it is empty.")
            )
        if problem := self.problem(plain):
            raise ValueError(problem)
        return plain

    def shown(self, value: Any) -> str:
        """The value as it is read on the screen and on paper, in the chosen language; empty stays empty."""
        if self.is_empty(value):
            return ""
        return f"{value} {_(self.unit)}" if self.unit else str(value)

    def json_schema(self) -> dict[str, Any]:
        """The JSON Schema of the field's plain form."""
        described = {"title": str(self.verbose_name)}
        if self.help_text:
            described["description"] = str(self.help_text)
        return {**self.json_type, **described}


class _Written(Described):
    field_type = "TEXT"
    most_letters: ClassVar[int]

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, default="", **options)

    def is_empty(self, value: Any) -> bool:
        return isinstance(value, str) and not value.strip()

    def _problem(self, value: Any) -> str:
        if not isinstance(value, str):
            return _("Write text here.")
        if len(value) > self.most_letters:
            return _("This text is too long: keep it under {most} letters.").format(most=self.most_letters)
        if not _is_whole(value):
            return _("This text holds half a character. Type it anew where the odd sign stands.")
        return _("Remove the NUL character.") if "\0" in value else ""

    def json_schema(self) -> dict[str, Any]:
        return {**super().json_schema(), "maxLength": self.most_letters, "pattern": r"\S"}


class Line(_Written):
    """One line of text, without line breaks and other control characters."""

    most_letters = _MOST_LETTERS["line"]

    def _problem(self, value: Any) -> str:
        if problem := super()._problem(value):
            return problem
        return _("Write this on one line, without line breaks and tabs.") if re.search(_CONTROL, value) else ""

    def json_schema(self) -> dict[str, Any]:
        return {**super().json_schema(), "pattern": rf"^(?![\s\S]*{_CONTROL})[\s\S]*\S"}


class Text(_Written):
    """Text of any length, with line breaks."""

    most_letters = _MOST_LETTERS["text"]


class Words(Text):
    """The client's own words: printed as said, never corrected, never scored."""


class Code(Text):
    """Text that the program reads, such as rules: no language, so its spelling is not checked."""


class Choice(_Written):
    """One of a fixed set of codes; empty means "not asked". `choices` maps each code to its label."""

    most_letters = _MOST_LETTERS["line"]

    def __init__(self, label: str, choices: Choices, **options: Any) -> None:
        super().__init__(label, choices=list(choices.items()), **options)
        self.labels = choices

    def _problem(self, value: Any) -> str:
        if isinstance(value, str) and value in self.labels:
            return ""
        return _("Choose one of: {choices}.").format(choices=", ".join(self.labels))

    def shown(self, value: Any) -> str:
        return _(self.labels[value]) if value else ""

    def json_schema(self) -> dict[str, Any]:
        described = Described.json_schema(self)
        return {**described, "enum": list(self.labels)}


class Asked(Choice):
    """Yes, no, not known or declined; empty means "not asked"."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, ASKED, **options)


class Several(Described):
    """Any number of codes of a fixed set, each at most once, in the order chosen; kept as a JSON list."""

    field_type = "TEXT"

    def __init__(self, label: str, choices: Choices, **options: Any) -> None:
        super().__init__(label, default=list, **options)
        self.labels = choices

    @property
    def empty(self) -> list[str]:
        return []

    def db_value(self, value: Any) -> str:
        return json.dumps(list(value or []))

    def python_value(self, value: Any) -> list[str]:
        return list(json.loads(value)) if value else []

    def _problem(self, value: Any) -> str:
        if isinstance(value, list) and all(isinstance(one, str) and one in self.labels for one in value):
            return "" if len(set(value)) == len(value) else _("Name each choice once.")
        return _("Choose from: {choices}.").format(choices=", ".join(self.labels))

    def shown(self, value: Any) -> str:
        return ", ".join(_(self.labels[one]) for one in value)

    def json_schema(self) -> dict[str, Any]:
        items = {"type": "string", "enum": list(self.labels)}
        return {**super().json_schema(), "type": "array", "items": items, "uniqueItems": True, "minItems": 1}


class Day(Described):
    """A date without a time, which may be empty."""

    field_type = "TEXT"
    json_type: ClassVar[dict[str, Any]] = {"type": "string", "format": "date"}

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, null=True, **options)

    def db_value(self, value: datetime.date | None) -> str | None:
        return value.isoformat() if isinstance(value, datetime.date) else value

    def python_value(self, value: str | None) -> datetime.date | None:
        return datetime.date.fromisoformat(value) if value else None

    def _problem(self, value: Any) -> str:
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return "" if 1870 <= value.year <= 2200 else _("Check the year.")
        return _("Enter a date such as 2026-09-10.")

    def to_plain(self, value: datetime.date) -> str:
        return value.isoformat()

    def from_plain(self, plain: Any) -> datetime.date:
        if isinstance(plain, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", plain, re.ASCII):
            try:
                value = datetime.date.fromisoformat(plain)
            except ValueError:
                raise ValueError(_("This day does not exist in the calendar.")) from None
            if problem := self.problem(value):
                raise ValueError(problem)
            return value
        raise ValueError(_("Enter a date such as 2026-09-10."))

    def shown(self, value: datetime.date | None) -> str:
        return dates.long_date(value)


class Clock(_Written):
    """A time of day, 00:00 to 23:59; empty when not known."""

    most_letters = 5

    def _problem(self, value: Any) -> str:
        return "" if isinstance(value, str) and _CLOCK.fullmatch(value) else _("Enter a time such as 09:30.")

    def json_schema(self) -> dict[str, Any]:
        return {**super().json_schema(), "pattern": f"^({_CLOCK.pattern})$"}


class _Figure(Described):
    def __init__(self, label: str, *, low: float, high: float, **options: Any) -> None:
        super().__init__(label, null=True, **options)
        self.low, self.high = low, high

    def _outside(self, value: float) -> str:
        if self.low <= value <= self.high:
            return ""
        return _("Enter a number from {low} to {high}.").format(low=self.low, high=self.high)

    def json_schema(self) -> dict[str, Any]:
        return {**super().json_schema(), "minimum": self.low, "maximum": self.high}


class Whole(_Figure):
    """A whole number between `low` and `high`, which may be empty."""

    field_type = "INTEGER"
    json_type: ClassVar[dict[str, Any]] = {"type": "integer"}

    def _problem(self, value: Any) -> str:
        if isinstance(value, int) and not isinstance(value, bool):
            return self._outside(value)
        return _("Enter a whole number.")


class Scale(Whole):
    """A rating from 0 to 10."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, low=0, high=10, **options)


class Number(_Figure):
    """A number with or without decimals between `low` and `high`, which may be empty."""

    field_type = "REAL"
    json_type: ClassVar[dict[str, Any]] = {"type": "number"}

    def python_value(self, value: float | None) -> float | None:
        return float(value) if value is not None else None

    def _problem(self, value: Any) -> str:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return self._outside(value)
        return _("Enter a number.")

    def from_plain(self, plain: Any) -> float:
        return float(super().from_plain(plain))

    def to_plain(self, value: float) -> float | int:
        return int(value) if value == int(value) else value

    def shown(self, value: float | None) -> str:
        return super().shown(figure(value) if value is not None else None)


class Answers(Described):
    """The raw answers of an instrument: item key to the answer as given, kept as a JSON object, never rescored."""

    field_type = "TEXT"
    json_type: ClassVar[dict[str, Any]] = {
        "type": "object",
        "additionalProperties": {"type": ["string", "integer", "number", "null"]},
        "minProperties": 1,
        "maxProperties": 400,
    }

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, default=dict, **options)

    @property
    def empty(self) -> dict[str, Any]:
        return {}

    def db_value(self, value: Any) -> str:
        return json.dumps(value or {}, ensure_ascii=False)

    def python_value(self, value: Any) -> dict[str, Any]:
        return dict(json.loads(value)) if value else {}

    def _problem(self, value: Any) -> str:
        if not isinstance(value, dict) or len(value) > 400:
            return _("Give the answers as item key and answer.")
        if all(_is_item(key) and _is_answer(answer) for key, answer in value.items()):
            return ""
        return _("Answer each item with a number or a word.")


def _is_item(key: Any) -> bool:
    return isinstance(key, str) and len(key) <= 100 and _is_whole(key)


def _is_answer(answer: Any) -> bool:
    """Whether an answer is nothing, a number that JSON knows, or words of a sensible length."""
    if isinstance(answer, str):
        return len(answer) <= 5000 and _is_whole(answer)
    if isinstance(answer, float):
        return math.isfinite(answer)
    return answer is None or (isinstance(answer, int) and not isinstance(answer, bool))


def _is_whole(text: str) -> bool:
    """Whether no half of a character stands alone in a text, which no file could keep."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
