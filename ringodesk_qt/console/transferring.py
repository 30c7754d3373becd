"""The verbs that bring history in and give it out: import, export."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from ringodesk_qt.console.find import find_chat, shortened
from ringodesk_qt.console.output import Fields, Output
from ringodesk_qt.console.progress import Progress
from ringodesk_qt.console.services import stop_signals
from ringodesk_qt.console.work import Work
from ringodesk_qt.core.transfer.export import ExportProgress
from ringodesk_qt.core.transfer.importing import ImportProgress, ImportReport
from ringodesk_qt.core.transfer.plan import ImportOptions, ImportPlan, PlannedChat
from ringodesk_qt.core.transfer.problems import ImportFileError
from ringodesk_qt.errors import InputError, RingodeskError
from ringodesk_qt.models.times import rfc3339

if TYPE_CHECKING:
    from ringodesk_qt.models.ids import ChatId

PROBLEMS_SHOWN = 20
PROGRESS_S = 1.0
INTERRUPTED = 130
SOME_REFUSED, SOME_UNCERTAIN = 1, 5

_GO_ON = "Stopped. What is done is kept: run the same again to go on."
_FORMS: dict[str, Literal["html", "jsonl"]] = {
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
}


# ---------------------------------------------------------------- import


async def bring_in(work: Work) -> int:
    """Imports a file, or says what importing it would do. Raises InputError, a WireError, EnvironmentProblemError."""
    args, settings = work.args, work.engine.settings
    if args.rate is not None:  # for this process alone: nothing is written
        settings.current = msgspec.structs.replace(settings.current, requests_per_second=args.rate)
    options = ImportOptions(
        account_id=work.account.id,
        identity=args.identity or "",
        delimiter=args.delimiter,
        encoding=args.encoding,
        uncertain=args.uncertain,
        place="here" if args.here_only else "ringotel" if args.to_ringotel else "auto",
        with_deleted=args.with_deleted,
    )
    try:
        plan = await work.engine.importer.plan(Path(args.file), options)
    except ImportFileError as error:
        return _put_bad_file(work.out, args.file, error)
    if args.dry_run:
        _put_plan(work.out, args.file, plan)
        return 0
    return await _import(work, plan)


def _put_bad_file(out: Output, name: str, error: ImportFileError) -> int:
    """Names what is wrong with the file, the first problems of it; nothing was sent."""
    shown = error.problems[:PROBLEMS_SHOWN]
    for problem in shown:
        out.say(f"{shortened(name)}, {problem}")
    more = error.count - len(shown)
    out.say(f"Nothing was imported: {error.count} problems{f', {more} more than are shown' if more else ''}.")
    return 2


def _put_plan(out: Output, name: str, plan: ImportPlan) -> None:
    fields: Fields = {
        "event": "plan",
        "file": name,
        "orgid": plan.account.orgid,
        "lines": len(plan.lines),
        "to_send": plan.to_send,
        "to_restore": plan.to_restore,
        "deleted": plan.deleted,
        "already": plan.already,
        "uncertain_before": plan.uncertain_before,
        "not_sent": plan.not_sent,
        "as_text": plan.as_text,
        "sessions_to_open": plan.sessions_to_open,
        "chats": len(plan.chats),
        "seconds": round(plan.seconds, 1),
    }
    out.put(
        fields,
        f"{len(plan.lines)} lines: {plan.to_send} to send, {plan.to_restore} to restore here, {_deleted(plan)}, "
        f"{plan.already} done "
        f"before, {plan.uncertain_before} uncertain since an earlier run, {plan.not_sent} that cannot be sent; "
        f"{plan.sessions_to_open} sessions to open; at least {_time(plan.seconds)}",
    )
    for chat in plan.chats:
        _put_planned_chat(out, chat)


def _deleted(plan: ImportPlan) -> str:
    became = "brought back" if plan.options.with_deleted else "left out"
    return f"{plan.deleted} deleted here for good and {became}"


def _put_planned_chat(out: Output, chat: PlannedChat) -> None:
    fields: Fields = {
        "event": "chat",
        "contact": chat.contact,
        "identity": chat.identity,
        "count": chat.count,
        "first_at": rfc3339(chat.first_at),
        "last_at": rfc3339(chat.last_at),
        "opens_session": chat.opens_session,
    }
    when = f"{chat.first_at.astimezone():%Y-%m-%d} to {chat.last_at.astimezone():%Y-%m-%d}"
    out.put(fields, f"  {chat.contact}: {chat.count} lines, {when}{', a new chat' if chat.opens_session else ''}")


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"


async def _import(work: Work, plan: ImportPlan) -> int:
    with _ImportLines(work.out) as lines, stop_signals() as stop:
        running = asyncio.create_task(work.engine.importer.run(plan, on_progress=lines.show), name="import")
        stopping = asyncio.create_task(stop.wait(), name="stop signal")
        try:
            await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            running.cancel()  # which finishes the request that is on its way
            stopping.cancel()
            await asyncio.gather(running, stopping, return_exceptions=True)
        lines.clear()
        return _put_end(work.out, running, lines)


def _put_end(out: Output, running: asyncio.Task[ImportReport], lines: _ImportLines) -> int:
    if running.cancelled():
        lines.put("imported", is_complete=False)
        out.say(_GO_ON)
        return INTERRUPTED
    error = running.exception()
    if error is not None:
        if isinstance(error, RingodeskError):
            lines.put("imported", is_complete=False)
        raise error
    report = running.result()
    for state, problems in (("refused", report.refused), ("uncertain", report.uncertain)):
        for problem in problems:
            fields: Fields = {"event": "line", "line": problem.line, "state": state, "sentence": problem.sentence}
            out.put(fields, f"line {problem.line} {state}: {problem.sentence}")
    lines.show(report.progress)
    lines.put("imported", is_complete=True)
    if report.progress.uncertain:
        return SOME_UNCERTAIN
    return SOME_REFUSED if report.progress.refused else 0


class _ImportLines:
    """Prints how far an import is: a line that is written over on a terminal, an object a second with --json."""

    def __init__(self, out: Output) -> None:
        self._out = out
        self._line = Progress()
        self._put_at = time.monotonic()
        self._progress = ImportProgress(total=0)

    def __enter__(self) -> _ImportLines:
        return self

    def __exit__(self, *_args: object) -> None:
        self.clear()

    def clear(self) -> None:
        """Takes the terminal's line away."""
        self._line.clear()

    def show(self, progress: ImportProgress) -> None:
        """Notes how far it is, and says so where somebody looks."""
        self._progress = progress
        self._line.show(f"{progress.done} of {progress.total}: {_counts(progress)}")
        if self._out.is_json and time.monotonic() - self._put_at >= PROGRESS_S:
            self._put_at = time.monotonic()
            self.put("progress")

    def put(self, event: str, **more: object) -> None:
        """Prints the counts as they are now."""
        counts = msgspec.to_builtins(self._progress)
        self._out.put({"event": event, **counts, **more}, f"{event}: {_counts(self._progress)}")


def _counts(progress: ImportProgress) -> str:
    counts = msgspec.to_builtins(progress)
    told = [f"{count} {name}" for name, count in counts.items() if count and name != "total"]
    return ", ".join(told) or "nothing to do"


# ---------------------------------------------------------------- export


async def give_out(work: Work) -> int:
    """Writes a chat or everything to a file, whole or not at all. Raises InputError, EnvironmentProblemError."""
    args = work.args
    if (args.chat is None) == (not args.all):
        raise InputError("Name what to export: CHAT, or --all, one of the two.")
    form = _form(args.output, args.format)
    chat_ids = None if args.all else [(await find_chat(work, args.chat)).id]
    if args.output == "-":
        return await _export_to_stdout(work, chat_ids)
    chats, messages, path = await _export(work, _target(args.output), chat_ids, form)
    fields: Fields = {"event": "exported", "chats": chats, "messages": messages, "file": str(path), "format": form}
    work.out.put(fields, f"{messages} messages of {chats} chats in {path}")
    return 0


def _target(output: str) -> Path:
    return Path(output).absolute()


def _form(output: str, named: Literal["html", "jsonl"] | None) -> Literal["html", "jsonl"]:
    """What is written: as it was asked for, else by the file's ending. Raises InputError."""
    if output == "-":
        if named == "html":
            raise InputError("A page needs a file: name one with --output.")
        return "jsonl"
    form = named or _FORMS.get(Path(output).suffix.lower())
    if form is None:
        raise InputError(f"Say with --format what {shortened(output)} is to be: html or jsonl.")
    return form


async def _export_to_stdout(work: Work, chat_ids: list[ChatId] | None) -> int:
    with tempfile.TemporaryDirectory(prefix="ringodesk-export-") as folder:
        target = Path(folder) / "export.jsonl"
        await _export(work, target, chat_ids, "jsonl")
        await asyncio.to_thread(_copy_out, target)
    return 0


def _copy_out(path: Path) -> None:
    sys.stdout.flush()
    with path.open("rb") as file:
        shutil.copyfileobj(file, sys.stdout.buffer)
    sys.stdout.buffer.flush()


async def _export(
    work: Work, target: Path, chat_ids: list[ChatId] | None, form: Literal["html", "jsonl"]
) -> tuple[int, int, Path]:
    with Progress() as progress:

        def show(now: ExportProgress) -> None:
            progress.show(f"{now.done} of {now.total} messages")

        report = await work.engine.exporter.export(
            target, chat_ids=chat_ids, form=form, account_id=work.account.id, on_progress=show
        )
    return report.chats, report.messages, report.path
