"""Each kind of paper is read back from its PDF: as it is printed, in one bit, blurred and turned."""

import pytest

from tests.bench.papers import Paper, papers
from tests.bench.reading import rates

STOCKS = ("Avery C32011", "Avery 5371", "A4 thirds", "A6")  # one of each size; the bench looks at all of them
PAPERS = [paper for paper in papers() if ", " not in paper.name or not paper.name.startswith(("cards, ", "vouchers, "))]
PAPERS += [paper for paper in papers() if paper.name.endswith(STOCKS)]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_code_is_read_as_it_is_printed_in_one_bit_blurred_and_turned(paper: Paper) -> None:
    (rate,) = rates(1, dpis=(300,), some=[paper], second=False)
    assert rate.missed == []
