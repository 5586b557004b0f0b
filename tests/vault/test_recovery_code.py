"""The printed recovery code: every slip of the pen is noticed before the slow work begins."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_desktop.vault import MistypedRecoveryCode, VaultMissing, groups_of, is_group, recover_key
from recovery_desktop.vault.recovery_code import code_for, new_code, secret_of

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE = code_for(bytes(range(20)))


def _is_refused(code: str) -> bool:
    try:
        secret_of(code)
    except MistypedRecoveryCode:
        return True
    return False


@given(st.binary(min_size=20, max_size=20))
def test_code_gives_its_secret_back(secret: bytes) -> None:
    assert secret_of(code_for(secret)) == secret


def test_code_has_eight_groups_of_four_and_a_check_of_six() -> None:
    assert [len(group) for group in new_code().split("-")] == [4] * 8 + [6]
    assert new_code() != new_code()


def test_every_wrong_character_is_caught() -> None:
    tried = 0
    for place, right in enumerate(_CODE):
        for wrong in _ALPHABET:
            if right not in ("-", wrong):
                tried += 1
                assert _is_refused(_CODE[:place] + wrong + _CODE[place + 1 :])
    assert tried == 38 * 31


def test_every_swap_of_neighbours_is_caught() -> None:
    plain = _CODE.replace("-", "")
    for place in range(len(plain) - 1):
        swapped = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
        assert swapped == plain or _is_refused(swapped)


def test_every_lost_or_doubled_character_is_caught() -> None:
    plain = _CODE.replace("-", "")
    for place in range(len(plain)):
        assert _is_refused(plain[:place] + plain[place + 1 :])
        assert _is_refused(plain[:place] + plain[place] + plain[place:])


@pytest.mark.parametrize(
    "change", [str.lower, lambda code: code.replace("0", "O"), lambda code: code.replace("1", "l")]
)
def test_look_alikes_and_small_letters_are_forgiven(change: object) -> None:
    secret = bytes.fromhex("08421084210000000000" * 2)  # many noughts and ones
    code = code_for(secret)
    assert callable(change)
    assert change(code) != code
    assert secret_of(change(code)) == secret
    assert secret_of(code.replace("1", "I").replace("-", "  ") + "\n") == secret


@given(st.binary(min_size=20, max_size=20), st.integers(1, 9))
def test_a_group_is_known_however_it_is_typed_and_no_other_passes(secret: bytes, number: int) -> None:
    code = code_for(secret)
    group = groups_of(code)[number - 1]
    assert "-".join(groups_of(code)) == code
    typed = group.lower().replace("0", "o").replace("1", "l")
    for way in (group, typed, f" {typed[:2]} {typed[2:]}\n", group.replace("1", "I"), f"{group}-"):
        assert is_group(code, number, way)
    wrong = ("2" if group[0] != "2" else "3") + group[1:]
    for way in ("", group[:-1], group + group[0], wrong, "ñ" + group[1:], code):
        assert not is_group(code, number, way)


def test_slip_is_told_before_any_vault_is_looked_at(tmp_path: Path) -> None:
    with pytest.raises(MistypedRecoveryCode):
        recover_key(tmp_path, _CODE[:-1] + ("0" if _CODE[-1] != "0" else "1"))
    with pytest.raises(VaultMissing):
        recover_key(tmp_path, _CODE)
