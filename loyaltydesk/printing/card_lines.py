"""Sets the smaller words of a card in as few lines as they can be read in."""

from loyaltydesk.printing.scene import Text
from loyaltydesk.printing.typeset import paragraph, wrap


def few_lines(text: Text, most: int) -> list[Text]:
    """`text` (with its `width`) in at most `most` lines; in fewer where it fits them when it is set smaller.

    A last line of one word looks like a mistake.
    """
    ems = (text.width or 0) / (text.size * text.smallest)
    for count in range(1, most):
        if len(wrap(text.text, text.role, ems=ems, most=count + 1)) <= count:
            return paragraph(text, count)
    return paragraph(text, most)
