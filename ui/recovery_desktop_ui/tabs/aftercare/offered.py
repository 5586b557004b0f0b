"""What the record offers for a list of this page: taken as a row that is open at once, or left aside."""

from collections.abc import Sequence

from recovery_desktop.plans.offers import Offer, left_aside
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.aftercare import AftercareStep
from recovery_desktop.records.client import Episode
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.dose import dose_words
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.parts.offers import Offered, Offers
from recovery_desktop_ui.tabs.aftercare.steps import against_offer, months


class OffersOf(Offers):
    """The offers below a list."""

    def __init__(self, rows: RecordList, name: str) -> None:
        super().__init__(f"{name}.offers")
        self._rows, self._keeper = rows, rows.keeper
        self._offers: dict[str, Offer] = {}
        self._aside: tuple[int, ...] = ()
        self.take.connect(self._take)
        self.leave.connect(self._leave)
        self.again.connect(self._offer_again)

    def tell(self, episode: Entry, offers: Sequence[Offer], part: str, rows: Sequence[Entry]) -> None:
        """Shows what is offered now to a part of the page that has these rows."""
        aside = left_aside(episode, part, today())
        self._offers = {one.key: one for one in offers}
        self._aside = tuple(row.number for row in aside)
        lines = [self._line_of(one, episode) for one in offers]
        self.show_offers(lines, len(aside), has_rows=bool(rows))

    def _line_of(self, offer: Offer, episode: Entry) -> Offered:
        """The offer as it is read: what the row would say, and its source; of a step also what speaks against it."""
        made = self._rows.model(**offer.values)
        if isinstance(made, AftercareStep):
            says = joined([dose_words(made), months(made), offer.source], " · ")
            return Offered(offer.key, offer.words, says, against_offer(offer, episode))
        return Offered(offer.key, offer.words, joined([offer.values["phone"], offer.source], " · "))

    def _episode(self) -> Episode | None:
        owner = self._rows.owner
        return owner if isinstance(owner, Episode) else None

    def _take(self, key: str) -> None:
        """Enters it, and opens its row to be reworded; one step to undo."""
        offer, model = self._offers[key], self._rows.model
        if not self._keeper.flush():
            return
        refs = {name: model.refs()[name].rel_model.get_by_id(number) for name, number in offer.points_at.items()}
        made = self._keeper.attempt(lambda: self._keeper.add(model, self._episode(), **offer.values, **refs))
        if made is not None:
            self._rows.refresh()
            self._rows.open_row(made.id)

    def _leave(self, key: str) -> None:
        episode = self._episode()
        if episode is not None and self._keeper.flush():
            self._keeper.attempt(lambda: self._keeper.add(SetAside, episode, what=key, set_aside_on=today()))

    def _offer_again(self) -> None:
        """From today on what was left aside of this list is offered again; one step to undo."""
        if self._keeper.flush():
            self._keeper.attempt(self._end_leaving)

    def _end_leaving(self) -> None:
        with self._keeper.history.group(_("offer again what was left aside")):
            for row in SetAside.select().where(SetAside.id.in_(self._aside)):
                self._keeper.save(row, until=today())
