"""A disk that loses power: what a program does to it is recorded, then the disk is built as any moment may leave it.

Strict rules: written bytes are sure after fsync of the file, a new, renamed or removed name after fsync of its folder
(a rename between two folders after fsync of both). All else may be dropped, kept, or torn: bytes by sectors of 512, a
folder's changes from some point on.
"""

import random
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
STATES = ("dropped", "kept", "torn")


@dataclass(frozen=True)
class Change:
    """One change: `folders` and `names` for a change of names, `inode` for one of content, `told` for what was said."""

    kind: str
    inode: int = 0
    folders: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    offset: int = 0
    data: bytes = b""


@dataclass
class Tree:
    """Folders and files by number; folder 0 is the root."""

    folders: dict[int, dict[str, int]] = field(default_factory=lambda: {0: {}})
    files: dict[int, bytearray] = field(default_factory=dict)

    def copy(self) -> "Tree":
        """A tree that can be changed without this one."""
        folders = {number: dict(names) for number, names in self.folders.items()}
        return Tree(folders, {number: bytearray(content) for number, content in self.files.items()})

    @classmethod
    def of(cls, root: Path) -> "Tree":
        """What lies in `root` now, all of it sure."""
        tree = cls()
        for path in sorted(root.rglob("*")):
            number = len(tree.folders) + len(tree.files)
            if path.is_dir():
                tree.folders[number] = {}
            else:
                tree.files[number] = bytearray(path.read_bytes())
            folder, name = tree.find(path.relative_to(root).parts)
            tree.folders[folder][name] = number
        return tree

    def find(self, parts: tuple[str, ...]) -> tuple[int, str]:
        """The folder in which the last of `parts` lies or would lie, and its name."""
        folder = 0
        for name in parts[:-1]:
            folder = self.folders[folder][name]
        return folder, parts[-1]

    def apply(self, change: Change) -> None:
        """Does what the program did; a change of something that got lost does nothing."""
        for folder in change.folders:
            self.folders.setdefault(folder, {})  # one whose own name got lost: nobody will see what is in it
        if change.kind == "mkdir":
            self.folders[change.folders[0]][change.names[0]] = change.inode
            self.folders.setdefault(change.inode, {})
        elif change.kind == "link":
            self.folders[change.folders[0]][change.names[0]] = change.inode
            self.files.setdefault(change.inode, bytearray())
        elif change.kind == "rename":
            moved = self.folders[change.folders[0]].pop(change.names[0], None)
            if moved is not None:
                self.folders[change.folders[-1]][change.names[1]] = moved
        elif change.kind == "remove":
            self.folders[change.folders[0]].pop(change.names[0], None)
        elif change.kind == "write":
            content = self.files.setdefault(change.inode, bytearray())
            content.extend(bytes(max(0, change.offset + len(change.data) - len(content))))
            content[change.offset : change.offset + len(change.data)] = change.data
        elif change.kind == "truncate":
            content = self.files.setdefault(change.inode, bytearray())
            content.extend(bytes(max(0, change.offset - len(content))))
            del content[change.offset :]

    def write_out(self, target: Path, folder: int = 0) -> None:
        """Makes real files of it in the new folder `target`."""
        target.mkdir()
        for name, number in self.folders[folder].items():
            if number in self.folders:
                self.write_out(target / name, number)
            else:
                (target / name).write_bytes(self.files.get(number, b""))


def left_by(before: Tree, changes: list[Change], state: str, chance: random.Random) -> Tree:
    """The disk after `changes` when power fails: `state` says what becomes of all that was not sure."""
    tree = before.copy()
    sure = _sure(changes)
    broken_folders: set[int] = set()
    for number, change in enumerate(changes):
        if number in sure or state == "kept":
            tree.apply(change)
        elif state == "torn":
            _apply_by_chance(tree, change, broken_folders, chance)
    return tree


def _sure(changes: list[Change]) -> set[int]:
    synced_later: set[int] = set()
    sure = set()
    for number in reversed(range(len(changes))):
        change = changes[number]
        if change.kind == "sync":
            synced_later.add(change.inode)
        elif synced_later.issuperset(change.folders or (change.inode,)):
            sure.add(number)
    return sure


def _apply_by_chance(tree: Tree, change: Change, broken_folders: set[int], chance: random.Random) -> None:
    if change.folders:
        if broken_folders.isdisjoint(change.folders) and chance.random() < 0.5:
            tree.apply(change)
        else:
            broken_folders.update(change.folders)
    elif change.kind == "write":
        for start in range(0, len(change.data), SECTOR):
            if chance.random() < 0.5:
                part = change.data[start : start + SECTOR]
                tree.apply(Change("write", change.inode, offset=change.offset + start, data=part))
    elif chance.random() < 0.5:
        tree.apply(change)
