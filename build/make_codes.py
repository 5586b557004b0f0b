"""Makes `resources/codes/icd-10-cm.tsv.gz`, all codes of one release of ICD-10-CM, out of a package that keeps them.

usage: python build/make_codes.py "April 2026"      (needs simple-icd-10-cm, of that release)

One line a code: the code, "billable" or nothing, its title, and the names that the tabular list includes under it,
separated by "|". ICD-10-CM is made by the US National Center for Health Statistics (CDC) and in the public domain.
"""

import gzip
import sys
from pathlib import Path

import simple_icd_10_cm as icd

TARGET = Path(__file__).resolve().parent.parent / "resources" / "codes" / "icd-10-cm.tsv.gz"
SOURCE = "US National Center for Health Statistics (CDC), public domain; by way of simple-icd-10-cm"


def lines() -> list[str]:
    """A line for each code, in the order of the tabular list."""
    codes = [code for code in icd.get_all_codes(True) if not icd.is_chapter_or_block(code)]
    return ["\t".join(fields(code)) for code in codes]


def fields(code: str) -> tuple[str, str, str, str]:
    """The four parts of a line, with single spaces in them."""
    names = "|".join(icd.get_inclusion_term(code))
    found = (code, "billable" if icd.is_leaf(code) else "", icd.get_description(code), names)
    return tuple(" ".join(each.split()) for each in found)


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    head = [f"# ICD-10-CM {sys.argv[1]}", f"# {SOURCE}"]
    content = "\n".join([*head, *lines()]) + "\n"
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(gzip.compress(content.encode(), mtime=0))
    print(f"{TARGET.name}: {content.count(chr(10)) - len(head)} codes, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
