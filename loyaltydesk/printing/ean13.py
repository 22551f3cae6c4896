"""The modules of an EAN-13, and of it and EAN-8 what they say, read back as a proof (ISO/IEC 15420)."""

GUARD, MIDDLE = "101", "01010"
_LEFT_ODD = "0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011".split()
_FLIPPED = str.maketrans("01", "10")
_RIGHT = [each.translate(_FLIPPED) for each in _LEFT_ODD]
_LEFT_EVEN = [each[::-1] for each in _RIGHT]

# Which of the six digits on the left are of the even set; together they tell the first digit, which has no bars.
_FIRST = "000000 001011 001101 001110 010011 011001 011100 010101 010110 011010".split()

_LEFT = {pattern: ("0", str(digit)) for digit, pattern in enumerate(_LEFT_ODD)} | {
    pattern: ("1", str(digit)) for digit, pattern in enumerate(_LEFT_EVEN)
}
# The six digits on the left for each first digit: what each of them is drawn as.
_BY_SET = [dict(zip("0123456789", each, strict=True)) for each in (_LEFT_ODD, _LEFT_EVEN)]
_LEFT_SETS = {str(first): [_BY_SET[int(even)] for even in evens] for first, evens in enumerate(_FIRST)}
_RIGHT_ROW = {ord("0") + digit: modules for digit, modules in enumerate(_RIGHT)}


def modules_of(code: str) -> str:
    """The row of 95 modules (1 is a bar) of thirteen digits with their check digit."""
    left = "".join([modules[digit] for modules, digit in zip(_LEFT_SETS[code[0]], code[1:7], strict=True)])
    return f"{GUARD}{left}{MIDDLE}{code[7:].translate(_RIGHT_ROW)}{GUARD}"


def text_of(modules: str) -> str:
    """The thirteen digits of a row of 95 modules (1 is a bar). Raises ValueError for modules that are no EAN-13."""
    left, right = modules[3:45], modules[50:92]
    if len(modules) != 95 or (modules[:3], modules[45:50], modules[92:]) != (GUARD, MIDDLE, GUARD):
        raise ValueError(f"no EAN-13: {modules}")
    try:
        sets, digits = zip(*(_LEFT[each] for each in _sevens(left)), strict=True)
        first = _FIRST.index("".join(sets))
        return "".join((str(first), *digits, *(str(_RIGHT.index(each)) for each in _sevens(right))))
    except KeyError as error:
        raise ValueError(f"no digit of EAN-13: {error}") from error


def text_of_eight(modules: str) -> str:
    """The eight digits of a row of 67 modules. Raises ValueError for modules that are no EAN-8."""
    left, right = modules[3:31], modules[36:64]
    if len(modules) != 67 or (modules[:3], modules[31:36], modules[64:]) != (GUARD, MIDDLE, GUARD):
        raise ValueError(f"no EAN-8: {modules}")
    return "".join(
        str(digits.index(each)) for digits, half in ((_LEFT_ODD, left), (_RIGHT, right)) for each in _sevens(half)
    )


def _sevens(modules: str) -> list[str]:
    return [modules[at : at + 7] for at in range(0, len(modules), 7)]
