"""Every colour, radius and distance of the window, light and dark. No other module names a colour.

Colours follow the system's scheme; `Theme` is built once in the composition root and passed to whatever paints.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette


@dataclass(frozen=True, slots=True)
class Colours:
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
    line: QColor
    """Hairlines between panes."""
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
    viewer_paper: QColor
    """Behind what is transparent in a picture."""
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
    line=_c("#dde3e8"),
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
    online=_c("#2fa866"),
    away=_c("#c4840f"),
    busy=_c("#d9483b"),
    offline=_c("#87939d"),
    warning=_c("#8a5a00"),
    warning_soft=_c("#fdf1d3"),
    danger=_c("#c0362c"),
    muted_badge=_c("#6b7883"),
    warning_mark=_c("#b87a08"),
    mark_text=_c("#ffffff"),
    row_selected=_c("#b9d9e4"),
    bubble_out_link=_c("#0b5f8a"),
    picture_shade=_c("#90101820"),
    picture_text=_c("#ffffff"),
    picture_tick=_c("#8ff0e0"),
    viewer=_c("#101418"),
    viewer_text=_c("#f1f4f6"),
    viewer_faint=_c("#5f6b75"),
    viewer_hover=_c("#38434c"),
    viewer_paper=_c("#ffffff"),
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
    line=_c("#28323a"),
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
    offline=_c("#66737d"),
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
    viewer_paper=_c("#ffffff"),
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

AVATARS = tuple(
    _c(value) for value in ("#c2574a", "#b5731f", "#5d8a2f", "#2f8f74", "#2b7fa8", "#5d6cc0", "#8d5bb5", "#b9527f")
)
"""Behind initials; chosen by the contact's id so that it stays. White text is readable on each."""

_FILES = {
    "document": _c("#2b7fa8"),
    "sheet": _c("#3f8a4c"),
    "archive": _c("#a9701c"),
    "audio": _c("#8d5bb5"),
    "video": _c("#c2574a"),
    "code": _c("#5d6cc0"),
    "picture": _c("#2f8f74"),
    "unknown": _c("#62707d"),
}

SPACE = 8
"""The distance all others are multiples of, in device-independent pixels."""
BUBBLE_RADIUS = 14
BUBBLE_MAX_WIDTH = 520


class Theme(QObject):
    """The colours in force. `changed` is emitted when the scheme becomes another."""

    changed = Signal()

    def __init__(self, app: QGuiApplication, *, scheme: str = "system") -> None:
        """`scheme` is "system", "light" or "dark"."""
        super().__init__(app)
        self._app = app
        self._scheme = scheme
        self._is_dark = self._wants_dark()
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._on_style_hints_color_scheme_changed)

    @property
    def colours(self) -> Colours:
        """The colours to paint with now; ask again after `changed`."""
        return DARK if self._is_dark else LIGHT

    @property
    def is_dark(self) -> bool:
        """Whether the dark scheme is in force."""
        return self._is_dark

    def set_scheme(self, scheme: str) -> None:
        """Changes to "system", "light" or "dark"."""
        self._scheme = scheme
        self._follow()

    def _wants_dark(self) -> bool:
        if self._scheme != "system":
            return self._scheme == "dark"
        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _on_style_hints_color_scheme_changed(self) -> None:
        self._follow()

    def _follow(self) -> None:
        if self._wants_dark() is not self._is_dark:
            self._is_dark = not self._is_dark
            self._apply()
            self.changed.emit()

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
