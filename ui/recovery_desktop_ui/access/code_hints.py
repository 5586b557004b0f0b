"""Finds the group of a mistyped recovery code in which the slip is, where there is only one slip."""

from recovery_desktop.vault import MistypedRecoveryCode
from recovery_desktop.vault.recovery_code import secret_of
from recovery_desktop_ui.access.code_groups import LENGTHS

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_FORGIVEN = "OIL"


def wrong_groups(groups: list[str]) -> set[int]:
    """The numbers, from 1, of the groups that cannot be right: too short, too long, or with a letter no code has.

    Where every group could be right and one other letter or one swap of neighbours would make the code whole, the group
    of that place; nothing where it cannot be told.
    """
    odd = {number for number, group in enumerate(groups, 1) if not _could_be(number, group)}
    return odd or _slip("".join(groups))


def _could_be(number: int, group: str) -> bool:
    return len(group) == LENGTHS[number - 1] and set(group) <= set(_LETTERS + _FORGIVEN)


def _slip(code: str) -> set[int]:
    if _is_whole(code):
        return set()
    for place in range(len(code)):
        swapped = code[:place] + code[place : place + 2][::-1] + code[place + 2 :]
        others = (code[:place] + letter + code[place + 1 :] for letter in _LETTERS)
        if _is_whole(swapped) or any(map(_is_whole, others)):
            return {_group_of(place)}
    return set()


def _is_whole(code: str) -> bool:
    try:
        secret_of(code)
    except MistypedRecoveryCode:
        return False
    return True


def _group_of(place: int) -> int:
    for number, length in enumerate(LENGTHS, 1):
        if place < length:
            return number
        place -= length
    raise IndexError(place)
