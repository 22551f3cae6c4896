"""Lines of keys in a TOML text."""

import pytest

from loyaltydesk.rules.toml_places import Path, path_of, place

TEXT = '''# a comment with [brackets] = and equals
[programme]           # the head
name = "x"  # [points]
  currency = "EUR"
note = """
[[earn]]
id = "not a key"
"""
[ points ]
"quoted key" = 1
'single' = 2
a.b.c = 3

[[earn]]
id = "first"
of = { sku = ["a"] }

[[earn]]
id = "second"
[earn.of]
sku = [
  "a",
]
[[earn.more]]
x = 1
[[earn.more]]
x = 2
'''


@pytest.mark.parametrize(
    ("path", "where"),
    [
        (("programme",), "line 2: programme"), (("programme", "name"), "line 3: programme.name"),
        (("programme", "currency"), "line 4: programme.currency"), (("points",), "line 9: points"),
        (("points", "quoted key"), "line 10: points.quoted key"), (("points", "single"), "line 11: points.single"),
        (("points", "a", "b", "c"), "line 12: points.a.b.c"), (("earn", 0), "line 14: earn[0]"),
        (("earn", 0, "id"), "line 15: earn[0].id"), (("earn", 0, "of", "sku", 0), "line 16: earn[0].of.sku[0]"),
        (("earn", 1, "id"), "line 19: earn[1].id"), (("earn", 1, "of"), "line 20: earn[1].of"),
        (("earn", 1, "of", "sku"), "line 21: earn[1].of.sku"), (("earn", 1, "more", 1, "x"),
        "line 27: earn[1].more[1].x"),
        (("earn", 1, "per"), "line 18: earn[1].per"), (("earn", 2), "earn[2]"), (("tiers",), "tiers"),
        (("earn",), "line 14: earn"),
    ],
)  # fmt: skip
def test_a_path_is_found_where_it_is_written(path: Path, where: str) -> None:
    assert place(TEXT, path) == where


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("$", ()),
        ("", ()),
        ("$.earn[0].of", ("earn", 0, "of")),
        ("$.programme.name", ("programme", "name")),
        ("$[2]", (2,)),
    ],
)
def test_a_path_is_read_from_its_written_form(written: str, path: Path) -> None:
    assert path_of(written) == path


def test_only_what_ends_a_line_of_toml_is_counted() -> None:
    assert place('a = "\u2028\x85\x0c"\r\n[b]\r\nc = 1\r\n', ("b", "c")) == "line 3: b.c"
