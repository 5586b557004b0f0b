"""What counts as a passphrase, and as the same one typed on another keyboard."""

import unicodedata

from recovery_desktop.vault.errors import WeakPassphrase

LEAST_CHARACTERS = 12


def as_secret(passphrase: str) -> bytes:
    """The bytes that open the vault: the same for every way of typing the same letters.

    Composed and decomposed accents are equal (NFKC), and a space before or behind, which nobody sees, does not count.
    """
    return unicodedata.normalize("NFKC", passphrase).strip().encode("utf-8", "surrogatepass")


def check_new(passphrase: str) -> None:
    """Raises WeakPassphrase for a new passphrase of fewer than twelve characters."""
    if len(unicodedata.normalize("NFKC", passphrase).strip()) < LEAST_CHARACTERS:
        raise WeakPassphrase(least=LEAST_CHARACTERS)
