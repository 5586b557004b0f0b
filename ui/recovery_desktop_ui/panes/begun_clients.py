"""Clients whose adding was begun, and what was typed of them."""

import json

from recovery_desktop.text import _
from recovery_desktop_ui.editing.keeper import Keeper

NEW_CLIENT = "new client "


def begun_clients(keeper: Keeper) -> list[tuple[int, str]]:
    """Clients whose adding was begun: number and name as typed so far, the newest first."""
    found: dict[int, str] = {}
    for draft in keeper.store.vault.drafts.names():
        if not draft.startswith(NEW_CLIENT):
            continue
        number = int(draft.removeprefix(NEW_CLIENT).split(" ")[0])
        kept = json.loads(keeper.draft(draft) or "{}")
        name = " ".join(filter(None, (kept.get("legal_given"), kept.get("legal_family"))))
        found[number] = name or found.get(number, "")
    return [(number, name or _("no name yet")) for number, name in found.items()]


def names_from(typed: str) -> dict[str, str]:
    """First and last name of what was typed into the search: “Ana Maria Lopez”, “Lopez, Ana”."""
    words = " ".join(typed.split())
    if not words or any(letter.isdigit() for letter in words):
        return {}
    if "," in words:
        family, _comma, given = words.partition(",")
    else:
        given, _space, family = words.rpartition(" ")
    named = {"legal_given": given.strip(), "legal_family": family.strip()}
    return {name: value for name, value in named.items() if value}
