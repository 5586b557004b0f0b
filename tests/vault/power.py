"""A disk that loses power: what a program does to it is recorded, then the disk is built as any moment may leave it.

Strict rules: written bytes are sure after fsync of the file, a new, renamed or removed name after fsync of its folder
(a rename between two folders after fsync of both). All else may be dropped, kept, or torn: bytes by sectors of 512, a
folder's changes from some point on.
"""

import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.vault.doing import TOLD

SECTOR = 512
STATES = ("dropped", "kept", "torn")
_CALLS = "openat,close,write,writev,pwrite64,ftruncate,fsync,fdatasync,rename,unlink,unlinkat,mkdir,rmdir,lseek"
_LINE = re.compile(r"\d+ +(\w+)\((.*)\) += (-?\d+)")
_HEX = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


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


def record(operation: str, root: Path, log: Path) -> tuple[Tree, list[Change]]:
    """Runs the prepared operation under strace: the tree before, and all changes in their order."""
    before = Tree.of(root)
    command = ["strace", "-f", "--seccomp-bpf", "-xx", "-s", "100000000", "-o", str(log), "-e", f"trace={_CALLS}"]
    subprocess.run([*command, sys.executable, "-m", "tests.vault.doing", operation, str(root)], check=True)
    return before, list(_Reader(before.copy(), root).changes(log))


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


class _Reader:
    """Turns strace's lines into changes of the tree below `root`."""

    def __init__(self, tree: Tree, root: Path) -> None:
        self.tree = tree
        self.root = root
        self.open_files: dict[int, int] = {}  # descriptor to inode
        self.folder_paths: dict[int, Path] = {}  # descriptor to path
        self.places: dict[int, int] = {}  # descriptor to position
        self.next = len(tree.folders) + len(tree.files)

    def changes(self, log: Path) -> Iterator[Change]:
        for line in log.read_text().splitlines():
            assert "unfinished" not in line, "more than one thread at the disk"
            match = _LINE.match(line)
            if match and int(match[3]) >= 0:
                texts = [bytes.fromhex(text.replace("\\x", "")) for text in _HEX.findall(match[2])]
                reader: Callable[..., Change | None] | None = getattr(self, "_" + match[1], None)
                for change in self._read(reader, match[2], texts, int(match[3])):
                    self.tree.apply(change)
                    yield change

    def _read(
        self, reader: Callable[..., Change | None] | None, rest: str, texts: list[bytes], result: int
    ) -> Iterator[Change]:
        change = reader(rest, texts, result) if reader else None
        if change is not None:
            yield change
            if change.kind == "link" and "O_TRUNC" in rest:
                yield Change("truncate", change.inode)

    def _base(self, rest: str) -> Path:
        """What a path is relative to: the folder of a descriptor before it, or where the program was started."""
        descriptor = re.match(r"(\d+), ", rest)
        return self.folder_paths.get(int(descriptor[1]), Path("/outside")) if descriptor else Path.cwd()

    def _place(self, rest: str, text: bytes) -> tuple[int, str] | None:
        """Folder and name of a path argument; None for one outside of the root."""
        path = self._base(rest) / text.decode()
        if path == self.root or not path.is_relative_to(self.root):
            return None
        return self.tree.find(path.relative_to(self.root).parts)

    def _openat(self, rest: str, texts: list[bytes], result: int) -> Change | None:
        path = self._base(rest) / texts[0].decode()
        self.open_files.pop(result, None)
        self.folder_paths.pop(result, None)
        self.places[result] = 0
        if path == self.root:
            self.open_files[result], self.folder_paths[result] = 0, path
            return None
        place = self._place(rest, texts[0])
        if place is None:
            return None
        folder, name = place
        known = self.tree.folders[folder].get(name)
        if known in self.tree.folders:
            self.folder_paths[result] = path
        self.open_files[result] = self.next if known is None else known
        if known is None:
            self.next += 1
            return Change("link", self.open_files[result], (folder,), (name,))
        return Change("truncate", known) if "O_TRUNC" in rest else None

    def _close(self, rest: str, _texts: list[bytes], _result: int) -> None:
        self.open_files.pop(int(rest), None)
        self.folder_paths.pop(int(rest), None)

    def _lseek(self, rest: str, _texts: list[bytes], result: int) -> None:
        self.places[int(rest.split(",")[0])] = result

    def _write(self, rest: str, texts: list[bytes], result: int) -> Change | None:
        descriptor = int(rest.split(",")[0])
        if descriptor not in self.open_files:
            return None
        offset = self.places[descriptor]
        self.places[descriptor] = offset + result
        return Change("write", self.open_files[descriptor], offset=offset, data=texts[0][:result])

    def _writev(self, _rest: str, texts: list[bytes], _result: int) -> Change | None:
        text = texts[0].decode().strip()
        return Change("told", names=(text.removeprefix(TOLD),)) if text.startswith(TOLD) else None

    def _pwrite64(self, rest: str, texts: list[bytes], result: int) -> Change | None:
        inode = self.open_files.get(int(rest.split(",")[0]))
        offset = int(rest.rsplit(",", 1)[1])
        return None if inode is None else Change("write", inode, offset=offset, data=texts[0][:result])

    def _ftruncate(self, rest: str, _texts: list[bytes], _result: int) -> Change | None:
        descriptor, size = rest.split(",")
        inode = self.open_files.get(int(descriptor))
        return None if inode is None else Change("truncate", inode, offset=int(size))

    def _fsync(self, rest: str, _texts: list[bytes], _result: int) -> Change | None:
        inode = self.open_files.get(int(rest))
        return None if inode is None else Change("sync", inode)

    _fdatasync = _fsync

    def _rename(self, rest: str, texts: list[bytes], _result: int) -> Change | None:
        source, target = self._place("", texts[0]), self._place("", texts[1])
        if source is None or target is None:
            return None
        folders = (source[0],) if source[0] == target[0] else (source[0], target[0])
        return Change("rename", folders=folders, names=(source[1], target[1]))

    def _unlink(self, rest: str, texts: list[bytes], _result: int) -> Change | None:
        place = self._place(rest, texts[0])
        return None if place is None else Change("remove", folders=(place[0],), names=(place[1],))

    _unlinkat = _unlink
    _rmdir = _unlink

    def _mkdir(self, _rest: str, texts: list[bytes], _result: int) -> Change | None:
        place = self._place("", texts[0])
        if place is None:
            return None
        self.next += 1
        return Change("mkdir", self.next - 1, (place[0],), (place[1],))
