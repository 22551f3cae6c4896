"""The desk for another program: one request a line in, one answer a line out, until the input ends."""

import json
import logging
from typing import Any, BinaryIO

from loyaltydesk.cli import requests as asked
from loyaltydesk.cli.answers import Answer
from loyaltydesk.cli.verbs import ASKING, VERBS, answers_of
from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import BadRequest, Refused
from loyaltydesk.words import tr

_log = logging.getLogger(__name__)


class Link:
    """Answers requests on one open shop."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def serve(self, lines: BinaryIO, answers: BinaryIO) -> None:
        """Answers every line in order, each answer flushed, until there are no more."""
        while line := lines.readline(asked.LARGEST_LINE + 1):
            if len(line) > asked.LARGEST_LINE and not line.endswith(b"\n"):
                _skip_rest(lines)
            answers.write(self.answer(line).encode() + b"\n")
            answers.flush()

    def answer(self, line: bytes) -> str:
        """The answer to one line: a refusal changes nothing, and so does a fault of ours."""
        try:
            with self._desk.asking():
                return self._answer(asked.parsed(line))
        except Refused as refused:
            return _json(answers_of(self._desk).refused(refused))
        except Exception:  # noqa: BLE001 - the link goes on, whatever one request ran into
            _log.exception("a request failed")
            message = tr("This is a fault of the program; nothing was recorded.")
            return _json({"ok": False, "refused": "Fault", "message": message})

    def _answer(self, said: dict[str, Any]) -> str:
        verb = said.get("do")
        if not isinstance(verb, str):
            raise BadRequest("do", "missing")
        if verb not in VERBS:
            raise BadRequest(verb[:60], "unknown_verb")
        kind, carry_out = VERBS[verb]
        request = asked.typed(said, kind)
        stamp = self._desk.stamp(asked.moment(request.at), staff=request.staff, till=request.till, key=request.key)

        def do() -> tuple[str, str | None]:
            answer = {"ok": True, **carry_out(self._desk, request, stamp)}
            customer = answer.get("customer")
            return _json(answer), customer if isinstance(customer, str) else None

        return self._desk.once(request.key, do) if request.key and changes(verb, request) else do()[0]


def changes(verb: str, request: asked.Request) -> bool:
    """Whether a request changes anything, so that its key stands for it; what only asks is asked anew each time."""
    return verb not in ASKING and getattr(request, "action", "") not in ("show", "list")


def _skip_rest(lines: BinaryIO) -> None:
    while (more := lines.readline(asked.LARGEST_LINE)) and not more.endswith(b"\n"):
        pass


def _json(answer: Answer) -> str:
    return json.dumps(answer, ensure_ascii=False)
