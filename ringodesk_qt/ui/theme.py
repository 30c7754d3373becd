"""Every colour, radius and distance of the window, light and dark, each in high contrast too; and its text's size.

No other module names a colour. All of it follows the system, live, where no setting says otherwise; `Theme` is built
once in the composition root and passed to whatever paints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyle

if TYPE_CHECKING:
    from ringodesk_qt.core.settings import Settings


class Colours(NamedTuple):
    """The colours of one scheme, by what they are for."""

    window: QColor
    """Behind lists and bars."""
    conversation: QColor
    """Behind the bubbles."""
    text: QColor
    text_faint: QColor
    """Times, hints, secondary lines."""
    text_on_accent: QColor
    accent: QColor
    """Buttons, links, the selected row's mark, unread counts."""
    accent_soft: QColor
    """Selected row, drop target."""
    hover: QColor
    pressed: QColor
    """Behind a button that is held down, or of words under the pointer."""
    line: QColor
    """Hairlines between panes."""
    edge: QColor
    """Around bubbles, fields and rows that stand out. High contrast alone draws it: else their ground says enough."""
    bubble_in: QColor
    bubble_out: QColor
    bubble_in_text: QColor
    bubble_out_text: QColor
    bubble_in_faint: QColor
    bubble_out_faint: QColor
    bubble_edge: QColor
    """A hairline under a bubble that lifts it from the background."""
    code_in: QColor
    """Behind code, in their bubbles and in ours."""
    code_out: QColor
    chip: QColor
    """Behind day names and gap markers."""
    chip_text: QColor
    field: QColor
    """Behind the composer and filter boxes."""
    tick_read: QColor
    online: QColor
    away: QColor
    busy: QColor
    offline: QColor
    warning: QColor
    warning_soft: QColor
    danger: QColor
    muted_badge: QColor
    warning_mark: QColor
    """Filled behind the sign of a message that may or may not have arrived."""
    mark_text: QColor
    """Signs on `danger` and `warning_mark`."""
    row_selected: QColor
    """Behind a selected message's bubble."""
    bubble_out_link: QColor
    picture_shade: QColor
    """Behind times and signs that lie on a picture, and behind an emoji's time."""
    picture_text: QColor
    picture_tick: QColor
    viewer: QColor
    """Behind a picture that fills the window; dark in both schemes, as all around a picture is."""
    viewer_text: QColor
    viewer_faint: QColor
    viewer_hover: QColor
    clear_light: QColor
    """The two tones behind a picture that something shines through: one of them shows white in it, and black."""
    clear_dark: QColor
    file_ink: QColor
    """The signs of files."""
    avatar_text: QColor
    """Initials on each of `AVATARS`."""
    found: QColor
    """Behind the part of a text that was looked for."""
    accent_strong: QColor
    """A button under the pointer."""
    danger_soft: QColor
    """Behind a sentence that says what went wrong."""
    tray: QColor
    """The tray icon; the same in both schemes, since nobody knows the colour of the tray."""
    tray_muted: QColor
    tray_badge: QColor
    tray_badge_text: QColor
    tray_mark_text: QColor

    def file(self, kind: str) -> QColor:
        """Behind the sign of a kind of file; the same in both schemes, and readable under `file_ink`."""
        return _FILES.get(kind, _FILES["unknown"])

    def lamp(self, name: str) -> QColor:
        """The colour of a presence lamp: online, away, busy or offline."""
        return {"online": self.online, "away": self.away, "busy": self.busy}.get(name, self.offline)


def mixed(over: QColor, under: QColor, share: float) -> QColor:
    """What is seen where so much of one colour, from 0 to 1, lies over another."""
    channels = zip((over.red(), over.green(), over.blue()), (under.red(), under.green(), under.blue()), strict=True)
    return QColor(*(round(one * share + other * (1 - share)) for one, other in channels))


def _c(value: str) -> QColor:
    return QColor(value)


LIGHT = Colours(
    window=_c("#ffffff"),
    conversation=_c("#eef2f5"),
    text=_c("#16202a"),
    text_faint=_c("#5b6975"),
    text_on_accent=_c("#ffffff"),
    accent=_c("#14716b"),
    accent_soft=_c("#dcefed"),
    hover=_c("#f1f5f7"),
    pressed=_c("#dde3e8"),
    line=_c("#dde3e8"),
    edge=_c("#00000000"),
    bubble_in=_c("#ffffff"),
    bubble_out=_c("#d3efe6"),
    bubble_in_text=_c("#16202a"),
    bubble_out_text=_c("#10231f"),
    bubble_in_faint=_c("#5b6975"),
    bubble_out_faint=_c("#3f655c"),
    bubble_edge=_c("#d5dde3"),
    code_in=_c("#eef2f5"),
    code_out=_c("#bfe3d8"),
    chip=_c("#d9e1e7"),
    chip_text=_c("#43515d"),
    field=_c("#f1f4f6"),
    tick_read=_c("#0b746b"),
    online=_c("#27945a"),
    away=_c("#b0760c"),
    busy=_c("#d9483b"),
    offline=_c("#76838d"),
    warning=_c("#8a5a00"),
    warning_soft=_c("#fdf1d3"),
    danger=_c("#b52f26"),
    muted_badge=_c("#6b7883"),
    warning_mark=_c("#b87a08"),
    mark_text=_c("#ffffff"),
    row_selected=_c("#d1e7ef"),
    bubble_out_link=_c("#0b5f8a"),
    picture_shade=_c("#9c101820"),
    picture_text=_c("#ffffff"),
    picture_tick=_c("#8ff0e0"),
    viewer=_c("#101418"),
    viewer_text=_c("#f1f4f6"),
    viewer_faint=_c("#5f6b75"),
    viewer_hover=_c("#38434c"),
    clear_light=_c("#eef1f4"),
    clear_dark=_c("#b9c3cb"),
    file_ink=_c("#ffffff"),
    avatar_text=_c("#ffffff"),
    found=_c("#ffe08a"),
    accent_strong=_c("#0f5b56"),
    danger_soft=_c("#fdeceb"),
    tray=_c("#1f9a8f"),
    tray_muted=_c("#7d8790"),
    tray_badge=_c("#d9382c"),
    tray_badge_text=_c("#ffffff"),
    tray_mark_text=_c("#1b1d22"),
)

DARK = Colours(
    window=_c("#161c21"),
    conversation=_c("#0f1418"),
    text=_c("#e7edf1"),
    text_faint=_c("#93a2ae"),
    text_on_accent=_c("#06201d"),
    accent=_c("#4cc2b3"),
    accent_soft=_c("#1c3a38"),
    hover=_c("#1e262c"),
    pressed=_c("#28323a"),
    line=_c("#28323a"),
    edge=_c("#00000000"),
    bubble_in=_c("#222b32"),
    bubble_out=_c("#17504a"),
    bubble_in_text=_c("#e7edf1"),
    bubble_out_text=_c("#e6f6f2"),
    bubble_in_faint=_c("#93a2ae"),
    bubble_out_faint=_c("#9fcbc2"),
    bubble_edge=_c("#0c1013"),
    code_in=_c("#171e23"),
    code_out=_c("#103d38"),
    chip=_c("#28323a"),
    chip_text=_c("#b4c0c9"),
    field=_c("#20282f"),
    tick_read=_c("#6fe0d0"),
    online=_c("#3fc27d"),
    away=_c("#e7b54a"),
    busy=_c("#ee6a5f"),
    offline=_c("#7b8993"),
    warning=_c("#f0c674"),
    warning_soft=_c("#3a301a"),
    danger=_c("#ff8177"),
    muted_badge=_c("#8593a0"),
    warning_mark=_c("#f0c674"),
    mark_text=_c("#101418"),
    row_selected=_c("#12394a"),
    bubble_out_link=_c("#8fd6ff"),
    picture_shade=_c("#a0080c10"),
    picture_text=_c("#ffffff"),
    picture_tick=_c("#8ff0e0"),
    viewer=_c("#101418"),
    viewer_text=_c("#f1f4f6"),
    viewer_faint=_c("#5f6b75"),
    viewer_hover=_c("#38434c"),
    clear_light=_c("#66727c"),
    clear_dark=_c("#49545d"),
    file_ink=_c("#ffffff"),
    avatar_text=_c("#ffffff"),
    found=_c("#544410"),
    accent_strong=_c("#6fd6c9"),
    danger_soft=_c("#3b2222"),
    tray=_c("#1f9a8f"),
    tray_muted=_c("#7d8790"),
    tray_badge=_c("#d9382c"),
    tray_badge_text=_c("#ffffff"),
    tray_mark_text=_c("#1b1d22"),
)

LIGHT_HIGH = LIGHT._replace(
    conversation=_c("#ffffff"),
    text=_c("#000000"),
    text_faint=_c("#262c31"),
    accent=_c("#00453f"),
    accent_soft=_c("#cfeae6"),
    accent_strong=_c("#002e2a"),
    hover=_c("#e8ecef"),
    pressed=_c("#d3dade"),
    line=_c("#4b565f"),
    edge=_c("#000000"),
    bubble_out=_c("#e2f5ef"),
    bubble_in_text=_c("#000000"),
    bubble_out_text=_c("#000000"),
    bubble_in_faint=_c("#262c31"),
    bubble_out_faint=_c("#1b332d"),
    bubble_edge=_c("#00000000"),
    code_in=_c("#e8ecef"),
    code_out=_c("#cdeae1"),
    chip=_c("#e8ecef"),
    chip_text=_c("#000000"),
    field=_c("#ffffff"),
    tick_read=_c("#00514a"),
    online=_c("#0a6334"),
    away=_c("#734900"),
    busy=_c("#9c1409"),
    offline=_c("#424c54"),
    warning=_c("#553600"),
    danger=_c("#8a0d07"),
    muted_badge=_c("#424c54"),
    warning_mark=_c("#734900"),
    bubble_out_link=_c("#00405f"),
    picture_shade=_c("#e0000000"),
    viewer=_c("#000000"),
    viewer_text=_c("#ffffff"),
    viewer_faint=_c("#b4bfc7"),
    row_selected=_c("#bfe0ec"),
    found=_c("#ffd84d"),
)

DARK_HIGH = DARK._replace(
    window=_c("#000000"),
    conversation=_c("#000000"),
    text=_c("#ffffff"),
    text_faint=_c("#d5dde3"),
    text_on_accent=_c("#000000"),
    accent=_c("#74f0e1"),
    accent_soft=_c("#0b3d39"),
    accent_strong=_c("#a9f7ee"),
    hover=_c("#232a2f"),
    pressed=_c("#333d44"),
    line=_c("#aab6bf"),
    edge=_c("#ffffff"),
    bubble_in=_c("#0c1013"),
    bubble_out=_c("#06302c"),
    bubble_in_text=_c("#ffffff"),
    bubble_out_text=_c("#ffffff"),
    bubble_in_faint=_c("#d5dde3"),
    bubble_out_faint=_c("#cdeae4"),
    bubble_edge=_c("#00000000"),
    code_in=_c("#232a2f"),
    code_out=_c("#0a4640"),
    chip=_c("#232a2f"),
    chip_text=_c("#ffffff"),
    field=_c("#000000"),
    tick_read=_c("#8ff5e8"),
    online=_c("#63e39c"),
    away=_c("#ffcf66"),
    busy=_c("#ff9a91"),
    offline=_c("#a5b1ba"),
    warning=_c("#ffdc8f"),
    warning_soft=_c("#2b2209"),
    danger=_c("#ffb5ae"),
    danger_soft=_c("#330f0c"),
    muted_badge=_c("#b7c2ca"),
    warning_mark=_c("#ffdc8f"),
    mark_text=_c("#000000"),
    row_selected=_c("#0a3445"),
    bubble_out_link=_c("#a9e2ff"),
    picture_shade=_c("#e0000000"),
    viewer=_c("#000000"),
    viewer_text=_c("#ffffff"),
    viewer_faint=_c("#b4bfc7"),
    found=_c("#5c4a00"),
)

AVATARS = tuple(
    _c(value) for value in ("#c15447", "#a4681c", "#57812c", "#2b846b", "#2b7ea6", "#5d6cc0", "#8d5bb5", "#b9527f")
)
"""Behind initials; chosen by the contact's id so that it stays. White text is readable on each."""

_FILES = {
    "document": _c("#2b7ea6"),
    "sheet": _c("#3c8449"),
    "archive": _c("#a06a1b"),
    "audio": _c("#8d5bb5"),
    "video": _c("#c15447"),
    "code": _c("#5d6cc0"),
    "picture": _c("#2b846b"),
    "unknown": _c("#62707d"),
}

SPACE = 8
"""The distance all others are multiples of, in device-independent pixels."""
BUBBLE_RADIUS = 14
_USUAL_DPI = 96
BUBBLE_MAX_WIDTH = 520


class Look(NamedTuple):
    """What the desktop wants: "dark" or "light", contrast, motion, and by how much text is larger than usual."""

    scheme: str | None = None
    is_high_contrast: bool = False
    moves: bool = True
    text_factor: float = 1.0


class Theme(QObject):
    """The colours and the size of text in force. `changed` is emitted when they become others."""

    changed = Signal()

    def __init__(self, app: QApplication, *, scheme: str = "system") -> None:
        """`scheme` is "system", "light" or "dark"."""
        super().__init__(app)
        self._app = app
        self._scheme = scheme
        self._contrast = "system"
        self._text_percent = 100
        self._reduces_motion = False
        self._look = Look()
        self._system_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._base_font = QFont(app.font())
        self._colours = self._wanted()
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._follow)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._follow)

    @property
    def colours(self) -> Colours:
        """The colours to paint with now; ask again after `changed`."""
        return self._colours

    @property
    def is_dark(self) -> bool:
        """Whether a dark scheme is in force."""
        return self._colours is DARK or self._colours is DARK_HIGH

    @property
    def text_pt(self) -> float:
        """The size of plain text, in points."""
        return self._app.font().pointSizeF()

    @property
    def is_motion_wanted(self) -> bool:
        """Whether things may move and fade: the setting and the system both can ask for none."""
        return self._look.moves and not self._reduces_motion and self._style_moves

    @property
    def _style_moves(self) -> bool:
        return self._app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0

    def set_scheme(self, scheme: str) -> None:
        """Changes to "system", "light" or "dark"."""
        self._scheme = scheme
        self._follow()

    def apply(self, settings: Settings) -> None:
        """Takes over what the user chose."""
        self._scheme, self._contrast = settings.scheme, settings.contrast
        self._reduces_motion = settings.reduces_motion
        is_resized = settings.text_percent != self._text_percent
        self._text_percent = settings.text_percent
        if is_resized:
            self._apply_font()
        self._follow(is_resized=is_resized)

    def follow_look(self, look: Look) -> None:
        """What the desktop itself wants, beside what Qt says of it."""
        former, self._look = self._look, look
        is_resized = look.text_factor != former.text_factor
        if is_resized:
            self._apply_font()
        self._follow(is_resized=is_resized)

    def follow_font(self) -> None:
        """The system's font may be another now."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        if font != self._system_font:
            self._system_font = self._base_font = font
            self._apply_font()
            self.changed.emit()

    def _wanted(self) -> Colours:
        hints, schemes = self._app.styleHints(), Qt.ColorScheme
        systems = hints.colorScheme()
        is_system_dark = systems == schemes.Dark or (systems == schemes.Unknown and self._look.scheme == "dark")
        is_dark = is_system_dark if self._scheme == "system" else self._scheme == "dark"
        is_high_to_qt = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        preferred = is_high_to_qt or self._look.is_high_contrast
        is_high = preferred if self._contrast == "system" else self._contrast == "high"
        return (DARK_HIGH if is_high else DARK) if is_dark else (LIGHT_HIGH if is_high else LIGHT)

    def _follow(self, *_changed: object, is_resized: bool = False) -> None:
        wanted = self._wanted()
        if wanted is not self._colours:
            self._colours = wanted
            self._apply()
        elif not is_resized:
            return
        self.changed.emit()

    def _apply_font(self) -> None:
        font, percent = QFont(self._base_font), self._text_percent * self._desktop_factor
        if font.pixelSize() > 0:
            font.setPixelSize(round(font.pixelSize() * percent / 100))
        else:
            font.setPointSizeF(font.pointSizeF() * percent / 100)
        self._app.setFont(font)

    @property
    def _desktop_factor(self) -> float:
        """How much larger the desktop wants text. X11's desktops have it in the screen's density already."""
        screen = self._app.primaryScreen()
        is_told_by_screen = screen is not None and round(screen.logicalDotsPerInch()) != _USUAL_DPI
        return 1.0 if is_told_by_screen else self._look.text_factor

    def _apply(self) -> None:
        self._app.setPalette(self._palette())

    def _palette(self) -> QPalette:
        colours = self.colours
        palette = QPalette()
        role = QPalette.ColorRole
        for which, colour in (
            (role.Window, colours.window),
            (role.Base, colours.window),
            (role.AlternateBase, colours.field),
            (role.Button, colours.field),
            (role.WindowText, colours.text),
            (role.Text, colours.text),
            (role.ButtonText, colours.text),
            (role.PlaceholderText, colours.text_faint),
            (role.Highlight, colours.accent),
            (role.HighlightedText, colours.text_on_accent),
            (role.Link, colours.accent),
            (role.ToolTipBase, colours.chip),
            (role.ToolTipText, colours.chip_text),
            (role.Mid, colours.line),
        ):
            palette.setColor(which, colour)
        for which in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, which, colours.text_faint)
        return palette
