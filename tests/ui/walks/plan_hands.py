"""Hands that take a draft to a signed version by keys alone, along what F8 names; and what was frozen by that."""

import io
from collections.abc import Mapping
from typing import Any

from pypdf import PdfReader
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.tabs.plan.signing import Signing

from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.signed import SignedPlan
from tests.ui.walks.entering import fill
from tests.ui.walks.keyboard import Keyboard, Lost
from tests.ui.windows import settle

Answers = Mapping[str, Mapping[str, Any]]
"""By the field that F8 leads to: what is entered there, by field."""
_SIGNERS = ("client", "counselor")
_NO_ANSWERS: Answers = {}
_MOST = 40  # things that are missing


class PlanHands:
    """Whoever signs knows the client: `answers` by field are entered where F8 leads there, any other rule and change
    gets a reason."""

    def __init__(self, qtbot: QtBot, keyboard: Keyboard, answers: Answers = _NO_ANSWERS) -> None:
        self._qtbot, self.keyboard, self._answers = qtbot, keyboard, answers
        self.reached: list[str] = []  # the fields that F8 led to, in their order

    def make_ready(self, reason: str) -> None:
        """Presses F8 until nothing is missing: mends what can be mended, and says why for the rest."""
        for _step in range(_MOST):
            self.keyboard.press("F8")
            here = self.keyboard.here()
            if here == "plan.sign":
                return
            self.reached.append(here)
            if here in self._answers:
                fill(self.keyboard, self._answers[here])
            elif here.startswith("change"):
                self.keyboard.type(reason)
            else:
                self._sign_all_the_same(reason)
        raise AssertionError(f"F8 leads in circles: {self.reached}")

    def _sign_all_the_same(self, reason: str) -> None:
        """Gives a reason for the first rule that needs attention."""
        asked = self.keyboard.window.findChild(QLabel, "missing.words")
        assert asked is not None
        said = f"F8 said “{asked.text()}” and led to {self.reached[-1] or 'nothing'}"
        self.keyboard.press("Ctrl+8")
        try:
            self.keyboard.tab_to("ready.override")
        except Lost as lost:
            raise AssertionError(said) from lost
        self.keyboard.press("Space")
        self.keyboard.type(reason)
        self.keyboard.press("Return")

    def sign(self) -> None:
        """Both signatures as typed names, then the version; the cursor stands where F8 left it."""
        assert self.keyboard.here() == "plan.sign"
        self.keyboard.press("Space")
        for role in _SIGNERS:
            fill(self.keyboard, {"signature.role": role, "signature.manner": "typed"})
            self.keyboard.tab_to("signature.add")
            self.keyboard.press("Space")
        self.keyboard.tab_to("plan.sign_now")
        signing = self.keyboard.window.findChild(Signing)
        assert signing is not None
        with self._qtbot.waitSignal(signing.signed, timeout=20_000, raising=False) as signed:
            self.keyboard.press("Space")
        assert signed.signal_triggered, [each.words() for each in signing.findChildren(Message)]
        settle()


def frozen(number: int) -> SignedPlan:
    """What the version of that number froze."""
    signed: SignedPlan = SignedPlan.select().join(PlanVersion).where(PlanVersion.number == number).get()
    return signed


def read(signed: SignedPlan) -> str:
    """The document that was signed."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(bytes(signed.pdf))).pages)
