"""screenshots.py FOLDER: makes the pictures of README and guide, light and dark: `make screenshots`.

The real window, on a home of its own with an invented history, against the simulator that ships with the app. What
would be another picture at each run is kept still: times are those of a morning, nothing moves, no caret blinks, and
the font is that of `debian-pictures.txt`, which is near to what today's desktops have.
Pretended is what needs somebody else's server: the tunnel that the wizard opens, and when things last worked.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage, QImageWriter, QPainter, QPen
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidget, QWidget

from ringodesk_qt import loop
from ringodesk_qt.core.events import MessageReceived
from ringodesk_qt.core.ports import Tables
from ringodesk_qt.core.proof import Proof
from ringodesk_qt.core.setup import Reached, SetupForm
from ringodesk_qt.demo import KEY, NUMBER, DemoVault
from ringodesk_qt.desktop import DesktopApp
from ringodesk_qt.engine import Engine
from ringodesk_qt.first_screen import FirstScreen, build_application
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.chat import MUTED_ALWAYS, Chat
from ringodesk_qt.models.draft import Draft
from ringodesk_qt.models.ids import MessageId, OrgId, UserId
from ringodesk_qt.models.message import Attachment, Direction, Kind, NewMessage, State
from ringodesk_qt.network import NetworkThread
from ringodesk_qt.paths import Home
from ringodesk_qt.simulator import PEOPLE, Organization, Person, Simulator, SimulatorConfig
from ringodesk_qt.simulator.pictures import floor_plan, harbour_evening
from ringodesk_qt.ui.application import Application
from ringodesk_qt.ui.dialogs.import_history import ImportDialog
from ringodesk_qt.ui.dialogs.wizard.wizard import SetupWizard
from ringodesk_qt.ui.views.overlay import Overlay

SIZE = 1000, 700
NARROW = 400
FONT = "Inter"
PATIENCE_S = 20.0
OURS = "Harbour Print"
URL = "https://harbour-print.ngrok-free.app/hook/3kq0Vw8ZbN2mY6tRzX1cLd9f"
MORNING = datetime.now().astimezone().replace(hour=9, minute=12, second=0, microsecond=0)
MORE_PEOPLE = (
    Person(userid=UserId("16287541154521992911"), extension="508", name="Zoë Laurent", state=1),
    Person(userid=UserId("16287541154521992926"), extension="509", name="Олена Шевченко", state=0),
)
COLLEAGUES = (*(person for person in PEOPLE if person.name != person.extension), *MORE_PEOPLE)
OTHERS = (Organization(id=OrgId("16287540703457500555"), domain="lighthouse", name="Lighthouse Hotel"),)


def main(folder: Path) -> None:
    """Makes every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    app = build_application()
    app.setCursorFlashTime(0)
    if FONT not in QFontDatabase.families():
        raise SystemExit(f"The pictures want the font {FONT}: packaging/debian-pictures.txt names its package.")
    app.setFont(QFont(FONT, app.font().pointSize()))
    with tempfile.TemporaryDirectory(prefix="ringodesk-pictures-") as place:
        loop.run(app, _main(app, Path(place), folder))


async def _main(app: Application, place: Path, folder: Path) -> int:
    thread = NetworkThread("simulator")
    thread.start()
    simulator = Simulator(SimulatorConfig(api_key=KEY, people=COLLEAGUES, others=OTHERS, has_tempers=False))
    try:
        await thread.run(simulator.start())
        await _with_simulator(app, place, folder, simulator)
        return 0
    finally:
        await thread.run(simulator.stop())
        await asyncio.to_thread(thread.stop)


async def _with_simulator(app: Application, place: Path, folder: Path, simulator: Simulator) -> None:
    home = Home(place / "home").make()
    await _fill(home, simulator)
    desktop = DesktopApp(FirstScreen(app, home), Engine(home, vault=DemoVault()))
    fresh = Engine(Home(place / "fresh").make(), vault=DemoVault())
    try:
        await desktop.open()
        await fresh.open()
        await Photographer(desktop, fresh, simulator.api_url, folder).run()
    finally:
        await fresh.stop()
        await desktop.close()


# ---------------------------------------------------------------- the history


async def _fill(home: Home, simulator: Simulator) -> None:
    engine = Engine(home, vault=DemoVault())
    try:
        await engine.open()
        form = SetupForm(key=KEY, address=NUMBER, name=OURS, orgid=simulator.orgid, api_url=simulator.api_url)
        await engine.setup.run(form, stores_key=False)
        await engine.settings.change(language="en", reduces_motion=True, close_to_tray=False)
        files = {"harbour.png": harbour_evening(), "floor-plan.png": floor_plan()}
        for name, data in files.items():
            (home.files / name).write_bytes(data)
        await engine.store.write(lambda tables: History(tables, home.files).tell())
    finally:
        await engine.stop()


class History:
    """What was said, as a morning leaves it."""

    def __init__(self, tables: Tables, files: Path) -> None:
        self._tables = tables
        self._files = files
        account = tables.accounts.all()[0]
        tables.accounts.rename(account.id, "Harbour Books")
        identity = tables.accounts.identities(account.id)[0]
        self._chats: dict[str, Chat] = {}
        for person in COLLEAGUES:
            contact = tables.contacts.ensure(
                account.id, userid=person.userid, extension=person.extension, name=person.name
            )
            self._chats[person.extension] = tables.chats.ensure(identity.id, contact.id)

    def tell(self) -> None:
        """All of it."""
        self._quick_ones()
        self._with_eleni()
        chats = self._tables.chats
        for extension, chat in self._chats.items():
            if extension not in {"501", "503"}:
                chats.mark_read(chat.id, 2**53)
        chats.set_pinned(self._chats["502"].id, True)  # noqa: FBT003 - the table's own signature
        chats.set_muted_until(self._chats["505"].id, MUTED_ALWAYS)
        self._tables.drafts.set(self._chats["506"].id, Draft(text="The proofs are ready, shall I"))

    def _quick_ones(self) -> None:
        self._say("501", -31, "Good morning! Is the reading room sign printed?")
        self._say("501", -29, "It is. Shall I bring it at noon?", is_ours=True)
        self._say("501", -4, "Yes please. And ten more of the flyers.")
        self._say("501", -3, "The blue ones 😊")
        self._say("503", -50, "متى يصل الطلب؟")
        self._say("508", -75, "The menus look great, merci 🙏")
        self._say("505", -1500, "Danke, bis morgen!")
        self._say("506", -1620, "When can I see the proofs?")
        self._say("504", -1690, "Call me when you have a minute, it is about the invoice for May.")
        self._call("504", -1680)
        self._say("509", -1900, "Дякую! Плакати вже на місці.")

    def _with_eleni(self) -> None:
        self._say("502", -95, "Could you send me the floor plan, please?", is_ours=True)
        self._picture("502", -92, "floor-plan.png")
        self._say("502", -91, "Here it is. The reading room is the big one by the water.")
        self._file("502", -90, "opening-hours.pdf", 182_400)
        self._say("502", -89, "And our opening hours, for the poster.")
        self._say("502", -40, "Thanks! The posters are on their way, about 40 × 60 cm.", is_ours=True)
        self._say("502", -12, "They look wonderful ❤️", state=State.RECEIVED)
        self._say("502", -8, "The invoice follows this afternoon.", is_ours=True, state=State.DELIVERED)

    def _say(
        self, extension: str, minutes: int, text: str, *, is_ours: bool = False, state: State = State.READ
    ) -> None:
        self._add(extension, minutes, Kind.TEXT, text=text, is_ours=is_ours, state=state)

    def _picture(self, extension: str, minutes: int, name: str) -> None:
        path = self._files / name
        size = QImage(str(path)).size()
        attachment = Attachment(
            name=name,
            mime="image/png",
            size_bytes=path.stat().st_size,
            path=str(path),
            width_px=size.width(),
            height_px=size.height(),
        )
        self._add(extension, minutes, Kind.FILE, attachment=attachment)

    def _file(self, extension: str, minutes: int, name: str, size_bytes: int) -> None:
        url = f"https://files.example.org/{name}"
        self._add(extension, minutes, Kind.FILE, attachment=Attachment(name=name, size_bytes=size_bytes, url=url))

    def _call(self, extension: str, minutes: int) -> None:
        call: dict[str, object] = {"duration": 372, "caller": NUMBER, "called": extension, "subject": "Invoice for May"}
        self._add(extension, minutes, Kind.CALL, call=call, is_ours=True)

    def _add(
        self,
        extension: str,
        minutes: int,
        kind: Kind,
        *,
        is_ours: bool = False,
        state: State = State.READ,
        text: str = "",
        attachment: Attachment | None = None,
        call: dict[str, object] | None = None,
    ) -> None:
        self._tables.messages.add(
            NewMessage(
                chat_id=self._chats[extension].id,
                direction=Direction.OUTGOING if is_ours else Direction.INCOMING,
                kind=kind,
                state=state if is_ours else State.RECEIVED,
                at=(MORNING + timedelta(minutes=minutes)).astimezone(UTC),
                text=text,
                messageid=MessageId(f"{extension}{minutes}"),
                attachment=attachment,
                call=call,
            )
        )


def _add_identity(tables: Tables) -> None:
    tables.accounts.add_identity(
        tables.accounts.all()[0].id,
        kind=IdentityKind.SENDER,
        address="harbour-support",
        name="Print support",
        phone="2075550199",
        email="help@example.org",
    )


# ---------------------------------------------------------------- the pictures


class PretendedReach:
    """A way in that opens at once, for the wizard's picture."""

    async def try_out(self, form: SetupForm) -> Reached:
        """See `Reach`."""
        return Reached(url=URL if form.tunnel != "none" else "", is_answered=True)

    async def give_up(self) -> None:
        """Nothing was opened."""

    async def keep(self) -> None:
        """Likewise."""


class Photographer:
    """Drives the window from state to state, and takes each in both schemes."""

    def __init__(self, desktop: DesktopApp, fresh: Engine, api_url: str, folder: Path) -> None:
        self._desktop = desktop
        self._engine = desktop.engine
        self._window = desktop.window
        self._fresh = fresh
        self._api_url = api_url
        self._folder = folder

    async def run(self) -> None:
        """Every picture."""
        self._window.resize(*SIZE)
        await self._look_used()
        await self._open("502")
        await self._take("window")
        self._window.resize(NARROW, SIZE[1])
        await self._take("narrow")
        self._window.resize(*SIZE)
        for state in (self._files, self._switcher, self._details, self._search, self._health):
            await state()
            await self._close_all()
        await self._settings()
        await self._import()
        await self._wizard()

    async def _look_used(self) -> None:
        """As after a morning's work: something was sent and something came, through a tunnel."""
        health, now = self._engine.health, MORNING.astimezone(UTC)
        for account in await self._engine.desk.accounts():
            health.sending_worked(account.id)
        health.receiving_opened(URL, local_url="")
        health.url_answers()
        health.received(now)
        health.applied(now)
        await asyncio.sleep(0.5)

    async def _open(self, extension: str) -> None:
        chats = await self._engine.desk.chats()
        chat = next(one for one in chats if one.contact.extension == extension)
        self._window.select_chat(chat.id)
        conversation = self._window.conversation
        await _until(lambda: conversation.chat_id == chat.id and conversation.messages.is_opened)

    # ---- states of the window

    async def _files(self) -> None:
        conversation = self._window.conversation
        with tempfile.TemporaryDirectory() as place:
            for name, data in (("poster.png", harbour_evening()), ("invoice-may.pdf", b"%PDF" + bytes(48_000))):
                (Path(place) / name).write_bytes(data)
            conversation.add_files([Path(place) / "poster.png", Path(place) / "invoice-may.pdf"])
            conversation.composer.edit.insertPlainText("The poster and the invoice, as promised")
            await _settled(1.0)
            area = conversation.composer
            await self._take("files", area=QRect(area.mapTo(self._window, QPoint(0, 0)), area.size()))
            conversation.composer.edit.clear()
            conversation.composer.tray.clear_button.click()

    async def _switcher(self) -> None:
        self._window.go_to_chat()
        field = next(one for one in self._window.findChildren(QLineEdit) if one.accessibleName() == "Name or extension")
        field.setText("en")
        await self._take("switcher")

    async def _details(self) -> None:
        self._window.toggle_details()
        await _settled(0.8)
        await self._take("details")
        self._window.toggle_details()

    async def _search(self) -> None:
        self._window.searching.begin("poster")
        await _settled(1.0)
        await self._take("search")
        self._window.searching.close()

    async def _health(self) -> None:
        bar, state = self._window.health, self._engine.health.state
        at = MORNING.astimezone(UTC)
        hops = tuple(msgspec.structs.replace(hop, ok_at=at) for hop in state.hops)
        bar.open()
        bar.show_state(msgspec.structs.replace(state, hops=hops))
        await self._take("health")

    async def _settings(self) -> None:
        await self._add_account()
        await self._engine.settings.change(reduces_motion=False)  # as it comes
        self._window.show_settings()
        await _settled()
        dialog = self._dialog()
        names = dialog.findChild(QListWidget, "sections")
        assert names is not None
        for picture, section in (("accounts", "Accounts"), ("notices", "Desktop notices"), ("settings", "Appearance")):
            row = next(row for row in range(names.count()) if names.item(row).text() == section)
            names.setCurrentRow(row)
            await self._take(picture, widget=dialog)
        await self._close_all()
        await self._engine.settings.change(reduces_motion=True)

    async def _add_account(self) -> None:
        await self._engine.store.write(_add_identity)
        form = SetupForm(key=KEY, address=NUMBER, name=OURS, orgid=OTHERS[0].id, api_url=self._api_url)
        account = await self._engine.setup.run(form, stores_key=False)
        await self._engine.store.write(lambda tables: tables.accounts.rename(account.id, OTHERS[0].name))
        await self._engine.load_accounts()

    async def _import(self) -> None:
        lines = [f"2024-05-{day:02}T09:30:00Z,in,50{day % 3 + 1},Old message {day}" for day in range(1, 29)]
        with tempfile.TemporaryDirectory() as place:
            file = Path(place) / "old-chats.csv"
            file.write_text("\n".join(["at,direction,contact,text", *lines, ""]), encoding="utf-8")
            self._window.dialogs.show_import()
            dialog = self._dialog()
            assert isinstance(dialog, ImportDialog)
            dialog.choose(file)
            await _settled(1.5)
            await self._take("import", widget=dialog)
        await self._close_all()

    # ---- the wizard

    async def _wizard(self) -> None:
        proof = Proof(self._fresh.bus, clock=Ticking(0.06))
        wizard = SetupWizard(
            setup=self._fresh.setup,
            reach=PretendedReach(),
            proof=proof,
            settings=self._fresh.settings.current,
            operations=self._desktop.operations,
            theme=self._desktop.theme,
            parent=self._window,
        )
        wizard.open()
        wizard.key.key.line.setText(KEY)
        await self._take("wizard-key", widget=wizard)
        wizard.key.api_url.setText(self._api_url)
        await self._next(wizard, wizard.organization)
        wizard.organization.list.setCurrentRow(0)
        await self._take("wizard-organization", widget=wizard)
        await self._next(wizard, wizard.identity)
        wizard.identity.address.setText(NUMBER)
        wizard.identity.name.setText(OURS)
        await self._take("wizard-identity", widget=wizard)
        await self._next(wizard, wizard.reachable)
        await self._through_ngrok(wizard)
        await self._take("wizard-reachable", widget=wizard)
        await self._prove(wizard, proof)
        await self._take("wizard-proof", widget=wizard)
        await self._close_all()

    async def _next(self, wizard: SetupWizard, page: QWidget) -> None:
        wizard.next_button.click()
        await _until(lambda: wizard.page is page)

    async def _through_ngrok(self, wizard: SetupWizard) -> None:
        page = wizard.reachable
        page.tunnel.setCurrentIndex(page.tunnel.findData("ngrok"))
        page.ngrok_token.line.setText("2abcDEFghiJKLmnoPQRstuVWXyz")
        page.ngrok_domain.setText("harbour-print.ngrok-free.app")
        wizard.next_button.click()
        await _until(lambda: page.is_tested)

    async def _prove(self, wizard: SetupWizard, proof: Proof) -> None:
        wizard.proof.show_url(URL)
        wizard.reachable.saved = True
        wizard._show_page(len(wizard.pages) - 1)  # where *Save* leads; nothing is to be saved for a picture
        message = (await self._engine.desk.page((await self._engine.desk.chats())[0].id))[0]
        proof.request_seen("accepted")
        self._fresh.bus.publish([MessageReceived(chat_id=message.chat_id, message_id=message.id)])
        await _settled()
        proof.shown([message.id])

    # ---- taking one

    async def _take(self, name: str, *, widget: QWidget | None = None, area: QRect | None = None) -> None:
        for scheme in ("dark", "light"):
            self._desktop.theme.set_scheme(scheme)
            await _settled()
            self._window.grab()  # what it shows for the first time is asked for
            await _until(lambda: not self._desktop.thumbnails.is_decoding)
            await _settled()
            picture = (widget or self._window).grab(area) if area is not None else (widget or self._window).grab()
            image = _of_few_colours(self._with_edge(picture.toImage()))
            writer = QImageWriter(str(self._folder / f"{name}-{scheme}.png"), b"png")
            writer.setQuality(0)  # as small as can be
            if not writer.write(image):
                raise OSError(writer.errorString())

    def _with_edge(self, image: QImage) -> QImage:
        """On a page of its own colour a picture has no other end."""
        painter = QPainter(image)
        painter.setPen(QPen(self._desktop.theme.colours.line, 1))
        painter.drawRect(
            QRectF(0.5, 0.5, image.deviceIndependentSize().width() - 1, image.deviceIndependentSize().height() - 1)
        )
        painter.end()
        return image

    def _dialog(self) -> QDialog:
        return next(one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible())

    async def _close_all(self) -> None:
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog) and one.isVisible():
                one.reject()
        for overlay in self._window.findChildren(Overlay):
            overlay.close()
        await _settled()


def _of_few_colours(image: QImage) -> QImage:
    """With a palette of those that are most in it: a third of the size, and nobody sees it."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    most = Counter(memoryview(image.constBits()).cast("I")).most_common()
    alike: dict[int, int] = {}
    for mask, room in ((0xF8F8F8, 160), (0xC0C0C0, 256)):  # what there is much of, then a little of everything
        for colour, _count in most:
            if len(alike) < room:
                alike.setdefault(colour & mask, colour)
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, [*alike.values()], flags)


class Ticking:
    """A clock that goes on by the same step each time it is looked at."""

    def __init__(self, step_s: float) -> None:
        self._step_s = step_s
        self._now_s = 0.0

    def __call__(self) -> float:
        """The time now."""
        self._now_s += self._step_s
        return self._now_s


async def _settled(seconds: float = 0.4) -> None:
    """What has changed is drawn by then."""
    await asyncio.sleep(seconds)


async def _until(is_true: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not is_true():  # noqa: ASYNC110 - what is waited for is on the screen, not an event
            await asyncio.sleep(0.05)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
