"""What somebody does with a freshly installed Ringodesk, by what they see: accessible names, menus, notices."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from artefacts import Artefact
from machine import HOME, LANGUAGE, ROOT_PATH, Machine, SmokeError
from steps import step

TESTS = Path(__file__).resolve().parents[2] / "tests" / "desktop"
sys.path.insert(0, str(TESTS))

from desktop import Desktop  # noqa: E402 - found by the line above
from notice_recorder import NoticeRecorder  # noqa: E402
from programs import WindowProcess  # noqa: E402
from screen_reader import Node, ScreenReader  # noqa: E402
from tray_host import TrayHost  # noqa: E402

NUMBER, LENA, PORT = "2075550100", "501", "8420"
DATA = f"{HOME}/.local/share/ringodesk"
PATIENCE_S = 60.0
SCREEN = ("DISPLAY", "XAUTHORITY")
SESSION = (
    *SCREEN,
    "DBUS_SESSION_BUS_ADDRESS",
    "XDG_RUNTIME_DIR",
    "XDG_SESSION_TYPE",
    "QT_LINUX_ACCESSIBILITY_ALWAYS_ON",
)
FIELD_CODES = re.compile(r"%[fFuUick]")
ALLOWED = Path(__file__).with_name("allowed-stderr.txt")


class Story:
    """One artefact on one machine, beside one desktop."""

    def __init__(self, artefact: Artefact, machine: Machine, desktop: Desktop, shots: Path) -> None:
        self.artefact = artefact
        self.machine = machine
        self.desktop = desktop
        self.shots = shots
        self.meant = allowed_lines()
        machine.lend(desktop.folder, str(desktop.folder))
        machine.lend(Path("/tmp/.X11-unix"), "/tmp/.X11-unix")

    # ------------------------------------------------------------ its programs

    def surroundings(self, names: tuple[str, ...] = SESSION, language: str = "C.UTF-8") -> dict[str, str]:
        """What a desktop's programs find in their environment."""
        return {name: self.desktop.env[name] for name in names} | {"LANG": language}

    def menu_command(self, *more: str) -> list[str]:
        """What the desktop runs when the menu entry is chosen."""
        lines = self.machine.at(self.artefact.entry).read_text("utf-8").splitlines()
        values = dict(line.split("=", 1) for line in reversed(lines) if "=" in line)  # the first group's count
        starts = shlex.split(FIELD_CODES.sub("", values["Exec"]).replace("%%", "%"))
        self._check_icon(values["Icon"])
        if "TryExec" in values:
            self.machine.run("test", "-x", values["TryExec"])
        return [*starts, *more]

    def _check_icon(self, name: str) -> None:
        places = [self.machine.at(one) for one in (f"{HOME}/.local/share/icons", "/usr/share/icons")]
        found = [path for place in places for path in place.glob(f"hicolor/*/apps/{name}.*")]
        if len(found) < 5:
            raise SmokeError(f"The menu's icon {name} is there in {len(found)} sizes only: {found}")

    @contextmanager
    def window(
        self,
        reader: ScreenReader,
        *,
        language: str = "C.UTF-8",
        names: tuple[str, ...] = SESSION,
        arguments: tuple[str, ...] = (),
        ends_with: int = 0,
        says: str = r"(?!)",
    ) -> Iterator[WindowProcess]:
        """The program, started from the menu. It must end by itself within this, so, and say nothing else."""
        env = self.surroundings(names, language)
        logs = Path(self.desktop.folder) / f"logs-{time.monotonic_ns()}"
        logs.mkdir()
        command = self.machine.command(*self.menu_command(*arguments), env=env)
        process = WindowProcess(command, {"PATH": ROOT_PATH}, reader, logs)
        try:
            yield process
            process.wait_end(PATIENCE_S)
        except BaseException:
            print(f"\n{process.stderr}", flush=True)
            self.picture("failed")
            raise
        finally:
            process.stop(meant=f"{self.meant}|{says}", ends_with=ends_with)

    def quit(self) -> None:
        """Ends it by `ringodesk --quit`."""
        self.machine.quiet(*self.menu_command("--quit"), env=self.surroundings())

    def picture(self, name: str) -> None:
        """Keeps what is on the screen."""
        self.desktop.screenshot(self.shots / f"{name}.png")

    def type(self, *keys: str) -> None:
        """Presses keys."""
        subprocess.run(["xdotool", "key", *keys], env=self.desktop.env, check=True)

    # ------------------------------------------------------------ what is told

    def on_a_bare_screen(self) -> None:
        """No session bus, no key store, no window manager's help: it starts, shows itself, and ends."""
        with ScreenReader(self.desktop.env) as reader, self.window(reader, names=SCREEN) as process:
            self.wait_until(lambda: self.on_screen("Set up Ringodesk") or not process.is_running, "its first page")
            self.picture("bare-screen")
            self.machine.quiet(*self.menu_command("--quit"), env=self.surroundings(SCREEN))

    def on_screen(self, title: str) -> bool:
        """Whether a window with this title is shown."""
        look = ["xdotool", "search", "--onlyvisible", "--name", f"^{title}"]
        return bool(subprocess.run(look, env=self.desktop.env, capture_output=True, check=False).stdout.split())

    def first_run_and_talk(self) -> None:
        """The wizard, a message in, one out, the tray and back, `--quit`."""
        with self.helpers() as (reader, notices, tray), self.simulator() as simulator, self.window(reader) as process:
            with step("first run, a page a step"):
                self.set_up(reader, process, simulator)
            with step("a message comes in, with a notice; an answer goes out"):
                self.talk(reader, process, simulator, notices)
            with step("closed to the tray and back"):
                self.to_tray_and_back(reader, process, tray)
            with step("ringodesk-cli doctor, messages"):
                self.ask_command_line()
            with step("ringodesk --quit"):
                self.quit()

    @contextmanager
    def helpers(self) -> Iterator[tuple[ScreenReader, NoticeRecorder, TrayHost]]:
        """Who looks at the screen, shows notices, and has a tray."""
        bus = self.desktop.bus_address
        with ScreenReader(self.desktop.env) as reader, NoticeRecorder(bus) as notices, TrayHost(bus) as tray:
            yield reader, notices, tray

    @contextmanager
    def simulator(self) -> Iterator[Simulator]:
        """The one that was installed, as `ringodesk-cli simulate`."""
        command = self.machine.command(self.artefact.cli, "simulate", "--json", "--silent", "--pace", "0")
        with (
            tempfile.TemporaryFile("w+") as said,
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, text=True) as process,
        ):
            assert process.stdout is not None
            try:
                yield Simulator(json.loads(process.stdout.readline()))
            finally:
                process.terminate()
                process.stdout.read()
            said.seek(0)
            if told := said.read():
                raise SmokeError(f"`ringodesk-cli simulate` said on standard error: {told}")

    def set_up(self, reader: ScreenReader, process: WindowProcess, simulator: Simulator) -> None:
        """From the key to the proof."""
        process.wait_window(PATIENCE_S)
        dialog = reader.find("dialog", pid=process.pid)
        self.picture("first-start")
        dialog.find("check box", "Advanced").press()
        dialog.find("text", "API URL").set_text(simulator.api_url)
        dialog.find("password text", "API key").set_text(simulator.key)
        go_on(reader, dialog, "Organization")
        go_on(reader, dialog, "Who you are")
        dialog.find("text", "Number or sender id").set_text(NUMBER)
        go_on(reader, dialog, "Reachable")
        dialog.find("combo box", "Send only").press()
        self.type("End", "Return")  # the last choice: at a public URL of my own
        dialog.find("text", "Public URL").set_text(f"http://127.0.0.1:{PORT}")
        dialog.find("text", "Port on this computer").set_text(PORT)
        dialog.find("push button", "Test").press()
        url = reader.wait_for(lambda field: "/hook/" in field.text, "text", "Public URL", within=dialog).text
        simulator.tell("webhook", url=url)
        dialog.find("push button", "Save").press()
        reader.wait_for(lambda label: label.name == "Proof", "label", within=dialog)
        simulator.tell("say", extension=LENA, to=NUMBER, text="Is this thing on?")
        dialog.find("push button", "Done").press()

    def talk(self, reader: ScreenReader, process: WindowProcess, simulator: Simulator, notices: NoticeRecorder) -> None:
        """One message each way."""
        window = process.wait_receiving()
        simulator.tell("say", extension=LENA, to=NUMBER, text="The parcel is here")
        notice = notices.wait_for(lambda one: "The parcel is here" in one.body)
        notices.invoke(notice)
        rows = window.find("list", "Messages")
        reader.wait_for(lambda row: "The parcel is here" in row.name, "list item", within=rows)
        window.find("text", "Message").set_text("On my way 🚲")
        reader.wait_for(lambda one: "enabled" in one.states, "push button", "Send", within=window).press()
        reader.wait_for(lambda row: "On my way" in row.name and "sent" in row.name.lower(), "list item", within=rows)
        simulator.tell("settle", timeout_s=10)
        assert "On my way 🚲" in json.dumps(simulator.ask("state"), ensure_ascii=False)
        self.picture("conversation")

    def to_tray_and_back(self, reader: ScreenReader, process: WindowProcess, tray: TrayHost) -> None:
        """By the title bar's button, and a click on the icon."""
        icon = tray.wait_for_icon()
        assert any(any(picture) for picture in icon.pictures.values()), "the tray's icon has no pixels"
        subprocess.run(["wmctrl", "-c", "Ringodesk"], env=self.desktop.env, check=True)
        self.wait_until(lambda: not is_showing(reader, process), "the window to hide")
        assert process.is_running
        icon.activate()
        process.wait_window()

    def ask_command_line(self) -> None:
        """What the doctor finds, and what was written."""
        env = self.surroundings()
        verdicts = [*map(json.loads, self.machine.quiet(self.artefact.cli, "doctor", "--json", env=env).splitlines())]
        assert len(verdicts) >= 5, verdicts
        told = self.machine.quiet(self.artefact.cli, "messages", LENA, "--json", env=env)
        assert "The parcel is here" in told
        assert "On my way" in told

    def open_settings(self, reader: ScreenReader, process: WindowProcess) -> None:
        """A part of the window that was not needed before, opened and closed."""
        process.wait_window().find("push button", "Settings").press()
        reader.find("dialog", "Settings", pid=process.pid)
        self.type("Escape")
        reader.wait_until_gone("dialog", "Settings")

    def in_german(self) -> None:
        """The second start: everything is there, in another language; ended by the tray's menu."""
        with self.helpers() as (reader, _notices, tray), self.window(reader, language=LANGUAGE) as process:
            window = process.wait_window(PATIENCE_S)
            window.find("push button", "Einstellungen")
            chats = window.find("list", "Chats")
            reader.wait_for(lambda row: "Lena Hoffmann" in row.name, "list item", within=chats)
            icon = tray.wait_for_icon(lambda one: "Beenden" in one.labels())
            self.picture("german")
            icon.choose("Beenden")

    def with_its_history(self) -> None:
        """Started once more: what was written is there."""
        with self.helpers() as (reader, _notices, _tray), self.window(reader) as process:
            chats = process.wait_window(PATIENCE_S).find("list", "Chats")
            reader.wait_for(lambda row: "On my way" in row.name, "list item", within=chats)
            self.quit()

    def wait_until(self, condition: Callable[[], bool], what: str) -> None:
        """Waits for what is to happen. Raises SmokeError."""
        end = time.monotonic() + PATIENCE_S
        while not condition():
            if time.monotonic() > end:
                raise SmokeError(f"Waited {PATIENCE_S:g} s for {what}.")
            time.sleep(0.05)


class Simulator:
    """What the simulator said of itself, and its control surface."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.api_url, self.key = str(told["api_url"]), str(told["key"])
        self._control = str(told["control_url"])

    def tell(self, what: str, **fields: object) -> Any:
        """Has it do something."""
        return self._answer(f"{self._control}/{what}", json.dumps(fields).encode())

    def ask(self, what: str) -> Any:
        """What it holds."""
        return self._answer(f"{self._control}/{what}", None)

    def _answer(self, url: str, body: bytes | None) -> Any:
        request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)


def go_on(reader: ScreenReader, dialog: Node, heading: str) -> None:
    """Presses the button that goes on; the page with this heading is there when this returns."""
    dialog.find("push button", "Next").press()
    reader.wait_for(lambda label: label.name == heading, "label", within=dialog)


def is_showing(reader: ScreenReader, process: WindowProcess) -> bool:
    """Whether its window is on the screen."""
    return any("showing" in node.states for node in reader.find_all("frame", pid=process.pid))


def allowed_lines() -> str:
    """What may be said on standard error, as one regular expression."""
    lines = [line.split("  #")[0] for line in ALLOWED.read_text("utf-8").splitlines()]
    return "|".join(line for line in lines if line and not line.startswith("#")) or r"(?!)"
