"""Plans of any size keep the rules of the page: nothing lost, no heading alone, signatures together."""

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from recovery_desktop.documents.letters import texts_of
from recovery_desktop.documents.paper import Paper, Signature
from recovery_desktop.documents.plan_content import TreatmentPlan
from recovery_desktop.documents.treatment_plan import build
from tests.documents.made_up import made_up, not_in_the_text
from tests.documents.priya import PRINTED
from tests.documents.reading import Piece, artifacts, structure

AS_FOUND = (Phase.explicit, Phase.reuse, Phase.generate)  # a seed says it all: looking for a smaller one takes minutes
LENGTHS = (0, 3, 12, 12, 40, 40, 120, 400, 2500)


def random_plan(seed: int, most: int, signers: int) -> TreatmentPlan:
    """A plan with lists of any length up to `most` and texts from none to half a page."""
    random = Random(seed)

    def text(name: str) -> str:
        if name in ("number", "initials", "record"):
            return f"R{random.randrange(100)}"
        length = random.choice(LENGTHS)
        words = [f"w{random.randrange(10 ** random.randrange(1, 8))}" for _ in range(length // 5)]
        return (random.choice((" ", " ", "\n")).join(words))[:length].strip()

    plan = made_up(text, lambda: random.randrange(most + 1))
    return replace(plan, signatures=tuple(Signature("Client", f"Signer {number}") for number in range(signers)))


SEEDS, SIGNERS, PAPERS = st.integers(0, 2**32), st.integers(0, 6), st.sampled_from(Paper)


@settings(max_examples=10, deadline=None, phases=AS_FOUND)
@given(SEEDS, st.integers(0, 4), SIGNERS, PAPERS)
def test_any_plan_keeps_the_rules_of_the_page(seed: int, most: int, signers: int, paper: Paper) -> None:
    check_plan(random_plan(seed, most, signers), paper)


@pytest.mark.long
@settings(max_examples=300, deadline=None, phases=AS_FOUND)
@given(SEEDS, st.integers(0, 9), SIGNERS, PAPERS)
def test_hundreds_of_plans_keep_the_rules_of_the_page(seed: int, most: int, signers: int, paper: Paper) -> None:
    check_plan(random_plan(seed, most, signers), paper)


def check_plan(plan: TreatmentPlan, paper: Paper) -> None:
    document = build(plan, paper, PRINTED)
    tree = structure(document)
    pages = artifacts(document)
    assert all(f"page {number} of {len(pages)}" in text for number, text in enumerate(pages, 1))
    check_everything_is_said(plan, tree)
    check_headings_are_not_alone(tree)
    check_tables_begin_with_a_row(tree)
    check_signatures_stay_together(plan, tree)


def check_everything_is_said(plan: TreatmentPlan, tree: Piece) -> None:
    said = "".join(piece.text for piece in tree.walk()).replace(" ", "")
    for text in set(texts_of(plan)) - not_in_the_text(plan):
        assert "".join(text.split()) in said


def check_headings_are_not_alone(tree: Piece) -> None:
    leaves = [piece for piece in tree.walk() if piece.pages]
    for before, after in pairwise(leaves):
        if before.tag in ("H2", "H3") and len(before.pages) == 1:
            assert after.pages[0] == before.pages[-1], f"{before.text!r} stands alone at the end of a page"


def check_tables_begin_with_a_row(tree: Piece) -> None:
    for table in (piece for piece in tree.walk() if piece.tag == "Table"):
        if table.kids[0].kids[0].scope == "Column":
            head = [page for piece in table.kids[0].walk() for page in piece.pages]
            first = [page for piece in table.kids[1].walk() for page in piece.pages]
            assert not first or first[0] == head[0], "a table heading stands alone"


def check_signatures_stay_together(plan: TreatmentPlan, tree: Piece) -> None:
    names = {signature.name for signature in plan.signatures}
    pages = {page for piece in tree.walk() if piece.text in names for page in piece.pages}
    assert len(pages) <= 1
