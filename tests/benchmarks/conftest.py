"""Prints what every benchmark is about: ours against the floor measured in the same run, beside what is wanted.

Two benchmarks of one `group` belong together; the one whose name ends in `floor`, but for its parameters, is the floor.
The other may say what is wanted in `benchmark.extra_info`: `at_most` times the floor, `milliseconds`, and as
`worst_hundredth` how many of these one in a hundred may take.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from recovery_desktop_ui.parts.collecting import Collector


@pytest.fixture(autouse=True)
def _collected_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """Where there is a window, cycles are collected on its thread alone, as in the program."""
    if "qapp" not in request.fixturenames:
        yield
        return
    collecting = Collector(request.getfixturevalue("qapp"))
    yield
    collecting.stop()


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    session = getattr(config, "_benchmarksession", None)
    measured = [bench for bench in session.benchmarks if bench.stats.rounds] if session else []
    if not measured:
        return
    terminalreporter.section("ours against the floor (medians)")
    for group in dict.fromkeys(bench.group for bench in measured):
        of_group = [bench for bench in measured if bench.group == group]
        floor = next((bench for bench in of_group if bench.name.partition("[")[0].endswith("floor")), None)
        for bench in of_group:
            if bench is not floor:
                terminalreporter.write_line(said(bench, floor))


def said(bench: Any, floor: Any) -> str:
    """One line: "saved field: 0.95 ms, 1.4 x the floor of 0.68 ms (wanted: at most 2 x)"."""
    words = f"{bench.group}: {bench.stats.median * 1e3:.2f} ms"
    wanted = []
    if floor is not None:
        words += f", {bench.stats.median / floor.stats.median:.2f} x the floor of {floor.stats.median * 1e3:.2f} ms"
        if times := bench.extra_info.get("at_most"):
            wanted.append(f"at most {times} x")
    if most := bench.extra_info.get("milliseconds"):
        wanted.append(f"at most {most} ms")
    if worst := bench.extra_info.get("worst_hundredth"):
        times = bench.stats.sorted_data
        words += f", one in a hundred {times[len(times) * 99 // 100] * 1e3:.2f} ms"
        wanted.append(f"one in a hundred {worst} ms")
    return words + (f" (wanted: {', '.join(wanted)})" if wanted else "")
