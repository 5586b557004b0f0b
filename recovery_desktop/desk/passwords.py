"""The password of an encrypted copy: an empty one is refused, and of a weak one it is said."""

from recovery_desktop.desk.refusals import NotDisclosed
from recovery_desktop.text import _
from recovery_desktop.vault import Strength, strength


def check_password(password: str) -> None:
    """Raises NotDisclosed for a password that protects nothing, or that readers would cut."""
    from recovery_desktop.documents.copies import is_usable

    if not password.strip():
        raise NotDisclosed(
            _("An encrypted copy needs a password; without one everybody could open it."),
            _("Type a password, and tell it to the recipient by phone, not in the same message."),
        )
    if not is_usable(password):
        raise NotDisclosed(
            _("This password is longer than readers of PDF files look at."), _("Choose one of at most 100 letters.")
        )


def password_words(password: str) -> str:
    """What can be said of a password while it is typed."""
    if not password.strip():
        return ""
    judged = strength(password)
    if judged is Strength.STRONG:
        return judged.words
    return _("Weak: whoever gets the file can try as often as they like. A few unrelated words are better.")
