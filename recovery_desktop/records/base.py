"""What every record has in common: its place in the client's tree, its description, its checks.

A record belongs to one owner (`Owner`), may point at others (`Ref`), and a `Link` is one thread between two records.
Client file, snapshot and forms walk this description; none of them names a record's fields again.
"""

import functools
from collections.abc import Collection
from typing import Any, ClassVar

import peewee

from recovery_desktop.records.fields import Described, HandedDown

practice_database = peewee.DatabaseProxy()


class _Far(peewee.ForeignKeyAccessor):
    """Reads the record at the far end by its number."""

    def get_rel_instance(self, instance: peewee.Model) -> Any:
        number = instance.__data__.get(self.name)
        if number is not None and self.name not in instance.__rel__:
            instance.__rel__[self.name] = self.rel_model.get_by_id(number)
        return super().get_rel_instance(instance)  # type: ignore[no-untyped-call]


class Owner(peewee.ForeignKeyField):
    """The record this one belongs to and goes with; `listed_as` names the list in the owner.

    With `only_one` the owner has at most one such row, and `listed_as` names that row.
    """

    accessor_class = _Far

    def __init__(self, model: type["Record"], listed_as: str, *, only_one: bool = False) -> None:
        super().__init__(model, backref=listed_as, on_delete="CASCADE", index=True, unique=only_one)
        self.listed_as = listed_as
        self.only_one = only_one


class Ref(peewee.ForeignKeyField):
    """A pointer to another record, which may be empty and is emptied when that record is removed."""

    accessor_class = _Far

    def __init__(self, label: str, model: "type[Record] | str", *, help: str = "") -> None:
        super().__init__(
            model, null=True, on_delete="SET NULL", backref="+", verbose_name=label, help_text=help, index=True
        )


class _Id(HandedDown, peewee.AutoField):
    pass


class _Position(HandedDown, peewee.IntegerField):
    pass


class Record(peewee.Model):
    """A row of the client's record; `position` keeps rows of one list in the order the counselor gave them."""

    id = _Id()
    position = _Position(default=0)

    title: ClassVar[str] = ""
    """What one such row is called, as a marked text."""

    class Meta:
        database = practice_database
        strict_tables = True
        legacy_table_names = False

    @classmethod
    def get_by_id(cls, number: int) -> Any:
        """The row of that number, without making the SQL for it anew each time. Raises DoesNotExist."""
        row = cls._meta.database.execute_sql(cls._by_number(), (number,)).fetchone()
        if row is None:
            raise cls.DoesNotExist(f"{cls.__name__} {number} is not there")  # type: ignore[attr-defined]
        values = zip(cls._meta.sorted_fields, row, strict=True)
        return cls(__no_default__=True, **{field.name: field.python_value(value) for field, value in values})

    @classmethod
    @functools.cache
    def _by_number(cls) -> str:
        columns = ", ".join(f'"{field.column_name}"' for field in cls._meta.sorted_fields)
        return f'SELECT {columns} FROM "{cls._meta.table_name}" WHERE "id" = ?'

    @classmethod
    @functools.cache
    def described(cls) -> dict[str, Described]:
        """The fields a counselor fills in, by name, in the order they are described. Made once for each class,
        as what follows: nobody changes it."""
        return {field.name: field for field in cls._meta.sorted_fields if isinstance(field, Described)}

    @classmethod
    @functools.cache
    def refs(cls) -> dict[str, Ref]:
        """The pointers to other records, by name."""
        return {field.name: field for field in cls._meta.sorted_fields if isinstance(field, Ref)}

    @classmethod
    @functools.cache
    def owner(cls) -> Owner | None:
        """The field that says whom a row belongs to; None for what the practice as a whole owns."""
        return next((field for field in cls._meta.sorted_fields if isinstance(field, Owner)), None)

    @classmethod
    def is_shared(cls) -> bool:
        """Whether rows of this kind belong to the practice as a whole, for every client's record to point at."""
        return False

    @classmethod
    def is_final(cls) -> bool:
        """Whether a row is never changed once it is written, as an entry of a log."""
        return False

    def settle(self, changed: Collection[str] = ()) -> dict[str, Any]:
        """Columns that follow from the described fields, or from which of them were `changed`; saved along with
        them."""
        return {}


class Link(peewee.Model):
    """One thread between two records: the first foreign key is the owner's, the second the other end's."""

    class Meta:
        database = practice_database
        strict_tables = True
        legacy_table_names = False

    @classmethod
    def owner(cls) -> Owner:
        """The end in whose list the link is written."""
        return next(field for field in cls._meta.sorted_fields if isinstance(field, Owner))

    @classmethod
    def target(cls) -> peewee.ForeignKeyField:
        """The end the link points at."""
        return next(field for field in cls._meta.sorted_fields if isinstance(field, To))


class To(peewee.ForeignKeyField):
    """The far end of a link; the link goes when either end goes."""

    def __init__(self, model: type[Record], listed_as: str) -> None:
        super().__init__(model, backref=listed_as, on_delete="CASCADE", index=True)
