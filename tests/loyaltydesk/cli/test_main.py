"""The ways out of the command line: what the computer refuses is one sentence, and a bug stays a bug."""

import errno

import pytest
from click.testing import CliRunner, Result

from loyaltydesk.cli.main import Commands
from loyaltydesk.model.refusals import UnknownCard


def ended_by(error: Exception) -> Result:
    """How a command ends that meets this."""
    commands = Commands()

    @commands.command()
    def work() -> None:
        raise error

    return CliRunner().invoke(commands, ["work"])


def test_a_refusal_is_its_sentence() -> None:
    done = ended_by(UnknownCard("AB-99"))
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "Nobody has card AB-99.\n")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "full"), "The disk is full"),
        (OSError(errno.EDQUOT, "full", "cards.pdf"), "The disk is full"),
        (OSError(errno.EROFS, "read-only", "cards.pdf"), "cards.pdf cannot be written."),
        (OSError(errno.ENAMETOOLONG, "too long", "xxx"), "xxx cannot be written."),
        (PermissionError(errno.EACCES, "denied", "shop.db"), "shop.db cannot be written."),
    ],
)
def test_what_the_disk_refuses_is_a_sentence(error: OSError, said: str) -> None:
    done = ended_by(error)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "error",
    [FileNotFoundError(errno.ENOENT, "no such file", "theme.qss"), PermissionError(errno.EPERM, "no"), KeyError("x")],
)
def test_a_bug_is_not_put_down_to_the_disk(error: Exception) -> None:
    assert ended_by(error).exception is error


def test_whoever_stops_listening_hears_nothing() -> None:
    done = ended_by(BrokenPipeError(errno.EPIPE, "gone"))
    assert (done.exit_code, done.stderr) == (1, "")
