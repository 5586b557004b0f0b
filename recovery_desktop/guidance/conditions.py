"""Conditions of rules, such as `gad_7 >= anxiety_moderate and panic == "no"`.

They are Python's own comparisons, `and`, `or`, `not` and `in`, parsed and let through by a whitelist (the library
evalidate); nothing can be called, no attribute read, nothing computed. rule-engine, which knows types, takes a third of
a second to load, because it builds its parser each time. What a fact can say is checked here instead.

A condition that meets something not known does not hold, and says what it met: not known is neither yes nor no.
"""

import ast
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from recovery_desktop.guidance.vocabulary import Kind, kind_of, nearest
from recovery_desktop.text import _

_ALLOWED = [
    *("Expression", "Constant", "Name", "Load", "List", "BoolOp", "And", "Or", "UnaryOp", "Not"),
    *("Compare", "Eq", "NotEq", "Gt", "GtE", "Lt", "LtE", "In", "NotIn"),
]
_PARSING = threading.Lock()
"""Python 3.11 counts the depth of what it parses for all threads together, and fails when two parse at a time."""
_ORDER = (ast.Gt, ast.GtE, ast.Lt, ast.LtE)


class BadCondition(ValueError):
    """A condition that cannot be used; the text says why, for whoever wrote the rule."""


class NotKnown(LookupError):
    """A condition asked for something that is not known. No KeyError: Python would look for a global name then."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Known(dict[str, Any]):
    """Values by name; what is missing is not known."""

    def __missing__(self, name: str) -> Any:
        raise NotKnown(name)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition, ready to be tried. `reads` are the names of facts it asks for, in their order."""

    text: str
    reads: tuple[str, ...]
    expression: Any

    def holds(self, known: Known) -> bool:
        """Whether it holds; raises NotKnown when that depends on something not known."""
        from evalidate import ExecutionException

        try:
            return bool(self.expression.eval(None, known))
        except ExecutionException as failure:
            raise failure.exc from None


def condition(text: str, numbers: Mapping[str, float]) -> Condition:
    """The condition that a text says; `numbers` are the thresholds it may name. Raises BadCondition."""
    from evalidate import CompilationException, EvalModel, Expr, ValidationException

    try:
        with _PARSING:
            expression = Expr(text, EvalModel(nodes=_ALLOWED))
    except CompilationException as failure:
        raise BadCondition(_("the condition cannot be read: {why}").format(why=failure.exc.msg)) from None
    except ValidationException:
        raise BadCondition(_("a condition only compares: ==, !=, <, <=, >, >=, in, and, or, not")) from None
    names = list(_names(expression.node))
    for name in names:
        _check_name(name, numbers)
    for compared in (node for node in ast.walk(expression.node) if isinstance(node, ast.Compare)):
        _check_comparison(compared, numbers)
    _check_parts(expression.node.body)
    return Condition(text, tuple(dict.fromkeys(name for name in names if name not in numbers)), expression)


def _names(tree: ast.AST) -> Iterator[str]:
    return (node.id for node in ast.walk(tree) if isinstance(node, ast.Name))


def _check_name(name: str, numbers: Mapping[str, float]) -> None:
    if name not in numbers and kind_of(name) is None:
        guess = nearest(name, tuple(numbers))
        said = _("there is no fact “{name}”").format(name=name)
        raise BadCondition(said + (_("; “{guess}” is meant?").format(guess=guess) if guess else ""))


def _check_parts(node: ast.expr) -> None:
    """Whether every part says something by itself: a bare name would be "yes" and "no" alike."""
    if isinstance(node, ast.BoolOp):
        for part in node.values:
            _check_parts(part)
    elif isinstance(node, ast.UnaryOp):
        _check_parts(node.operand)
    elif not isinstance(node, ast.Compare):
        raise BadCondition(_("“{part}” has to be compared with something").format(part=ast.unparse(node)))


def _check_comparison(node: ast.Compare, numbers: Mapping[str, float]) -> None:
    if len(node.ops) != 1:
        raise BadCondition(_("write “{part}” as two comparisons joined by and").format(part=ast.unparse(node)))
    (operator,), left, (right,) = node.ops, node.left, node.comparators
    if isinstance(operator, ast.In | ast.NotIn):
        _check_membership(node, left, right, numbers)
        return
    sides = [_kind(side, numbers) for side in (left, right)]
    if any(kind.several for kind in sides) or sides[0].is_number != sides[1].is_number:
        raise BadCondition(_("“{part}” compares what cannot be compared").format(part=ast.unparse(node)))
    if isinstance(operator, _ORDER) and not sides[0].is_number:
        raise BadCondition(_("“{part}”: only numbers are more or less").format(part=ast.unparse(node)))
    fact, constant = sides if isinstance(left, ast.Name) else reversed(sides)
    _check_words(node, fact, constant)


def _check_membership(node: ast.Compare, left: ast.expr, right: ast.expr, numbers: Mapping[str, float]) -> None:
    own = _kind(left, numbers)
    if isinstance(right, ast.List):
        words = Kind(tuple(str(word) for each in right.elts for word in _kind(each, numbers).words))
        _check_words(node, own, words)
    elif (several := _kind(right, numbers)).several:
        _check_words(node, several, own)
    else:
        raise BadCondition(
            _("“{part}”: in needs a list, or a fact that holds several words").format(part=ast.unparse(node))
        )


def _check_words(node: ast.Compare, fact: Kind, constant: Kind) -> None:
    """What a fact is compared with has to be among what it can say."""
    wrong = [word for word in constant.words if word not in fact.words]
    if wrong:
        said = _("“{part}”: “{word}” is none of {words}")
        raise BadCondition(said.format(part=ast.unparse(node), word=wrong[0], words=", ".join(fact.words)))


def _kind(node: ast.expr, numbers: Mapping[str, float]) -> Kind:
    if isinstance(node, ast.Name):
        return (None if node.id in numbers else kind_of(node.id)) or Kind()
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return Kind((node.value,))
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return Kind()
    raise BadCondition(_("“{part}” cannot be compared").format(part=ast.unparse(node)))
