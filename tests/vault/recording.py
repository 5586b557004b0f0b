"""Records with strace what a program does to a folder, as changes that can be replayed."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.vault.doing import TOLD
from tests.vault.power import Change, Tree

_CALLS = "openat,close,write,writev,pwrite64,ftruncate,fsync,fdatasync,rename,unlink,unlinkat,mkdir,rmdir,lseek"
_LINE = re.compile(r"\d+ +(\w+)\((.*)\) += (-?\d+)")
_HEX = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def record(operation: str, root: Path, log: Path) -> tuple[Tree, list[Change]]:
    """Runs the prepared operation under strace: the tree before, and all changes in their order."""
    before = Tree.of(root)
    command = ["strace", "-f", "--seccomp-bpf", "-xx", "-s", "100000000", "-o", str(log), "-e", f"trace={_CALLS}"]
    subprocess.run([*command, sys.executable, "-m", "tests.vault.doing", operation, str(root)], check=True)
    return before, list(_Reader(before.copy(), root).changes(log))


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
