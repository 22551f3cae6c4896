"""Sets the project up on this computer, then runs or checks it: python3 installer/dev.py run | test.

Nothing but a bare Python is needed. This file keeps to words that an older Python understands as well, so that one
can say what is missing; the work is in the other modules of this folder.
"""

import os
import signal
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - these lines are for exactly those who have an older one
    found = ".".join(str(number) for number in sys.version_info[:3])
    sys.exit(
        "Loyalty Desk needs Python 3.11 or newer, and " + sys.executable + " is Python " + found + ". "
        "Install a newer one and start this command with it."
    )

# The project's folder takes the place of this one, so that nothing here hides another module of the same name.
sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - older Pythons

from installer.commands import main  # noqa: E402 - only a Python that is new enough gets this far

if __name__ == "__main__":
    # Being told to end then ends what was started from here as well, just as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(main(sys.argv[1:]))
