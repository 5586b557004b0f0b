"""Numbers, typed with or without commas; the unit stands at the end of the line."""

import re
from decimal import Decimal
from typing import Any

from recovery_desktop.figures import figure
from recovery_desktop.records.fields import Number, Whole
from recovery_desktop.text import _
from recovery_desktop_ui.parts.editors.entry import Entry
from recovery_desktop_ui.parts.editors.line import TypedEditor
from recovery_desktop_ui.parts.tokens import px

_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3}){1,9}(\.\d{0,400})?")
_THOUSANDS_BY_POINT = re.compile(r"[+-]?\d{1,3}(\.\d{3}){1,9},\d{1,20}")
_PLAIN = re.compile(r"[+-]?(\d{1,30}([.,]\d{0,400})?|[.,]\d{1,400})")
_LARGE_STEP = 10


def number_of(text: str) -> Decimal | None:
    """The number that a text shows, or None: 1,200.5 and 1.5 and 1,5 and −2."""
    words = re.sub(r"[\s']", "", text).replace("−", "-")
    if _THOUSANDS.fullmatch(words):
        return Decimal(words.replace(",", ""))
    if _THOUSANDS_BY_POINT.fullmatch(words):
        return Decimal(words.replace(".", "").replace(",", "."))
    return Decimal(words.replace(",", ".")) if _PLAIN.fullmatch(words) else None


class _FigureEditor(TypedEditor):
    """What whole and other numbers share: a unit, and steps by arrow (1) and page keys (10) within the bounds."""

    field: Whole | Number

    def __init__(self, field: Whole | Number, *, look: str | None = None) -> None:
        super().__init__(field, Entry(look, "", self._step))
        self._unit = _(field.unit)
        if self._unit:
            self._entry.keep_for(self._unit)
            self._entry.setMinimumWidth(self._entry.textMargins().right() + px(56))
        if look != "row":
            self._entry.setMaximumWidth(px(160) + self._entry.textMargins().right())
        self.describe()

    def spoken(self) -> str:
        return self._unit

    def _number(self) -> Decimal | None:
        words = self._entry.text().strip()
        return number_of(words.removesuffix(self._unit) if self._unit else words)

    def _step(self, steps: int, is_large: bool) -> None:
        low, high = Decimal(str(self.field.low)), Decimal(str(self.field.high))
        now = self._number()
        if now is None and self._entry.text().strip():
            return
        following = Decimal(0) if now is None else now + steps * (_LARGE_STEP if is_large else 1)
        self._show(self._write(self._as_kept(min(max(following, low), high))))
        self.edited.emit()

    def _read(self, text: str) -> Any:
        if not text.strip():
            return None
        number = self._number()
        return text.strip() if number is None else self._as_kept(number)

    def _as_kept(self, number: Decimal) -> Any:
        """A number as the field holds it."""
        raise NotImplementedError


class WholeEditor(_FigureEditor):
    """A whole number."""

    def _as_kept(self, number: Decimal) -> int | str:
        return int(number) if number == number.to_integral_value() else str(number)

    def _write(self, value: int | None) -> str:
        return "" if value is None else str(value)


class NumberEditor(_FigureEditor):
    """A number with or without decimals."""

    def _as_kept(self, number: Decimal) -> float:
        return float(number)

    def _write(self, value: float | None) -> str:
        short = figure(value)
        if value is None or number_of(short) == Decimal(str(value)):
            return short
        return format(Decimal(str(value)), "f")  # all its digits
