"""The structure of a document, collected while its pages are drawn: what a screen reader reads, in which order.

Nothing here is shared between documents: each has its own `Tags`, so two can be built at the same time.
"""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas

Box = tuple[float, float, float, float]  # left, bottom, right, top in points


@dataclass(eq=False, slots=True)
class Element:
    """A structure element: its kind, its kids, and where on the pages its content stands."""

    tag: str
    scope: str = ""  # of a table heading: "Row" or "Column"
    alt: str = ""  # of a figure, in words
    box: Box | None = None  # of a figure
    kids: list["Element"] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)  # (page from 1, number of the mark on it)


class Tags:
    """Elements under construction. A piece of a page is either marked as part of an element or an artifact."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._known: dict[Hashable, Element] = {}
        self._path: list[Element] = []
        self._next_mark: dict[int, int] = {}
        self._marking = False  # marks never nest: what is drawn inside one belongs to it
        self.top: list[Element] = []

    @contextmanager
    def element(self, key: Hashable, tag: str, scope: str = "") -> Iterator[None]:
        """What is drawn inside becomes part of the element of this key; it is made where it is first met."""
        if self._marking:
            yield
            return
        self._path.append(self._find(key, tag, scope))
        yield
        self._path.pop()

    @contextmanager
    def marked(self, key: Hashable, tag: str) -> Iterator[Element | None]:
        """Draws content of the element of this key, a leaf. Inside another mark there is no element: None."""
        if self._marking:
            yield None
            return
        element = self._find(key, tag)
        page = self._canvas.getPageNumber()
        mark = self._next_mark.get(page, 0)
        self._next_mark[page] = mark + 1
        element.marks.append((page, mark))
        with self._mark(f"/{tag} <</MCID {mark}>> BDC"):
            yield element

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Draws what a screen reader passes over: lines, page heads and feet, repeated table headings."""
        if self._marking:
            yield
            return
        with self._mark("/Artifact BMC"):
            yield

    @contextmanager
    def _mark(self, begin: str) -> Iterator[None]:
        self._canvas.addLiteral(begin)
        self._marking = True
        yield
        self._marking = False
        self._canvas.addLiteral("EMC")

    def _find(self, key: Hashable, tag: str, scope: str = "") -> Element:
        element = self._known.get(key)
        if element is None:
            element = self._known[key] = Element(tag, scope)
            (self._path[-1].kids if self._path else self.top).append(element)
        return element
