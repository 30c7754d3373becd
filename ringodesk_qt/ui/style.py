"""The window's one style sheet, made from the theme's colours."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor

from ringodesk_qt.ui.theme import Colours

_SHEET = Template("""
QToolTip { background: $chip; color: $chip_text; border: 1px solid $line; padding: 4px 6px; }
QDialog, #pane, #header, #popover { background: $window; }
#popover { border: 1px solid $line; border-radius: 10px; }
#hairline { background: $line; border: none; }
#viewer, #viewerBar { background: $viewer; }
#viewerBar QLabel { color: $viewer_text; }
QSplitter::handle { background: $line; }

QLabel { color: $text; background: transparent; }
QLabel[role="faint"] { color: $text_faint; }
QLabel[role="accent"] { color: $accent; }
QLabel[role="danger"] { color: $danger; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="title"] { font-weight: 600; }
QLabel[role="heading"] { font-weight: 600; font-size: ${heading_pt}pt; }
QLabel[size="small"], QAbstractButton[size="small"] { font-size: ${small_pt}pt; }
QLabel[role="section"] { font-weight: 600; color: $accent; }
QLabel[role="key"] { background: $field; border: 1px solid $line; border-radius: 6px; padding: 2px 8px; }

QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox {
    background: $field; color: $text; border: 1px solid $edge; border-radius: 8px;
    padding: 6px 10px; min-height: 20px; selection-background-color: $accent; selection-color: $text_on_accent;
    placeholder-text-color: $text_faint;
}
QLineEdit:hover, QComboBox:hover { border-color: $line; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus {
    border: 2px solid $accent; padding: 5px 9px; background: $window;
}
QLineEdit:disabled, QComboBox:disabled { color: $text_faint; }
QComboBox::drop-down { border: none; width: 24px; }
QAbstractSpinBox QLineEdit { background: transparent; border: none; border-radius: 0; padding: 0; min-height: 0; }
QAbstractSpinBox QLineEdit:focus { border: none; padding: 0; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QTimeEdit::up-button { width: 0; border: none; }
QSpinBox::down-button, QDoubleSpinBox::down-button, QTimeEdit::down-button { width: 0; border: none; }
QDateTimeEdit, QDialog QPlainTextEdit {
    background: $field; color: $text; border: 1px solid $edge; border-radius: 8px;
    padding: 6px 8px; selection-background-color: $accent; selection-color: $text_on_accent;
    placeholder-text-color: $text_faint;
}
QDateTimeEdit { min-height: 20px; }
QDateTimeEdit:focus, QDialog QPlainTextEdit:focus {
    border: 2px solid $accent; padding: 5px 7px; background: $window;
}
QDateTimeEdit::drop-down { border: none; width: 20px; }
QComboBox QAbstractItemView {
    background: $window; color: $text; border: 1px solid $line; outline: none; padding: 4px;
    selection-background-color: $accent_soft; selection-color: $text;
}

QCalendarWidget QWidget#qt_calendar_navigationbar { background: $window; }
QCalendarWidget QToolButton {
    background: transparent; color: $text; border: none; border-radius: 6px; padding: 5px 8px; font-weight: 600;
}
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus { background: $hover; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QAbstractItemView {
    background: $window; alternate-background-color: $window; color: $text; border: none; outline: none;
    selection-background-color: $accent; selection-color: $text_on_accent;
    placeholder-text-color: $text_faint;
}
QCalendarWidget QAbstractItemView:disabled { color: $line; }

QPushButton {
    background: $field; color: $text; border: 1px solid $edge; border-radius: 8px;
    padding: 6px 16px; min-height: 20px; font-weight: 500;
}
QPushButton:hover { background: $pressed; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 15px; }
QPushButton:disabled { color: $text_faint; }
QPushButton[role="primary"] { background: $accent; color: $text_on_accent; }
QPushButton[role="primary"]:hover { background: $accent_strong; }
QPushButton[role="primary"]:focus { border-color: $accent; outline: none; }
QPushButton[role="primary"]:disabled { background: $pressed; color: $text_faint; }
QPushButton[role="chip"] { padding: 2px 8px; min-height: 18px; color: $accent; font-weight: 400; }
QPushButton[role="chip"]:checked { background: $accent; color: $text_on_accent; }
QPushButton[role="chip"]:focus { padding: 1px 7px; }
QPushButton[role="link"] { background: transparent; color: $accent; padding: 4px 8px; text-align: left; }
QPushButton[role="link"]:focus { padding: 3px 7px; }
QPushButton[role="link"]:hover { background: $hover; }
QPushButton[role="danger"] { background: $danger; color: $mark_text; }
QPushButton[role="danger"]:focus { border-color: $danger; outline: none; }
QPushButton[role="danger"]:disabled { background: $pressed; color: $text_faint; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }

QMenu { background: $window; color: $text; border: 1px solid $line; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $text_faint; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }

QScrollArea { background: transparent; border: none; }
QScrollArea#reading { border: 2px solid transparent; border-radius: 8px; }
QTextBrowser#reading { border: 1px solid transparent; background: $window; }
QScrollArea#reading:focus, QTextBrowser#reading:focus { border-color: $accent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; border: none; }
QScrollBar::handle { background: $handle; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $handle_hover; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }

QAbstractItemView { background: $window; border: none; outline: none; }

QDialog QListWidget { background: $field; border: 1px solid $edge; border-radius: 8px; padding: 3px; }
QDialog QListWidget::item { padding: 5px 7px; border: 1px solid transparent; border-radius: 6px; }
QDialog QListWidget::item:selected { background: $accent_soft; border-color: $edge; color: $text; }

QDialog #sections, QDialog #foundSettings { background: transparent; border: none; padding: 0; }
QDialog #sections::item { padding: 8px 9px; margin: 1px 0; }
QDialog #sections::item:hover { background: $hover; }
QDialog #sections::item:selected { background: $accent_soft; color: $text; }
QDialog #sections::item:selected:focus { border-color: $accent; }

#emojiGrid::item { border: 2px solid transparent; border-radius: 8px; }
#emojiGrid::item:hover { background: $hover; }
#emojiGrid::item:selected { background: $accent_soft; }
#emojiGrid::item:focus { border-color: $accent; }
QToolButton#emoji { background: transparent; border: none; border-radius: 8px; padding: 0; }
QToolButton#emoji:hover { background: $hover; }
QToolButton#emoji:checked { background: $accent_soft; }
QToolButton#emoji:focus { border: 2px solid $accent; }
QToolButton#emoji::menu-indicator { image: none; }

#field { background: $field; border: 1px solid $edge; border-radius: 20px; }
#field[has_focus="true"] { border: 2px solid $accent; background: $window; }
#field QTextEdit { background: transparent; border: none; color: $text;
    selection-background-color: $accent; selection-color: $text_on_accent;
    placeholder-text-color: $text_faint; }
#sentence { background: $danger_soft; border: none; border-radius: 8px; }
#sentence[role="news"] { background: $field; }
#reasons, QDialog #reasons { background: transparent; border: none; color: $danger; padding: 0; border-radius: 0; }
#reasons::item { padding: 2px 4px; border-radius: 4px; border: 1px solid transparent; }
#reasons::item:selected { background: transparent; color: $danger; }
#reasons::item:selected:focus { border-color: $danger; }
#repair { background: $warning_soft; border: none; }
#repairCard { background: $warning_soft; border: none; border-radius: 8px; }
#banner { background: $window; border: none; }
QProgressBar { background: $field; border: none; }
QProgressBar::chunk { background: $accent; }
QDialog QProgressBar, QDialog QProgressBar::chunk { border-radius: 3px; }
#chip { background: $field; border: 1px solid $edge; border-radius: 8px; }
#sentenceField { background: $field; border: 1px solid $edge; border-radius: 8px; padding: 1px; }
#sentenceField:focus { border: 2px solid $accent; background: $window; padding: 0; }
""")


def style_sheet(colours: Colours, *, text_pt: float = 10) -> str:
    """The style sheet of the window and of everything that opens over it; `text_pt` is the size of plain text."""
    named = {name: _css(getattr(colours, name)) for name in colours._fields}
    named["handle"] = _css(_translucent(colours.text_faint, 0.4))
    named["handle_hover"] = _css(_translucent(colours.text_faint, 0.75))
    return _SHEET.substitute(named, heading_pt=_points(text_pt * 1.5), small_pt=_points(text_pt * 0.88))


def _points(size: float) -> str:
    return f"{size:.2f}"


def _translucent(colour: QColor, alpha: float) -> QColor:
    other = QColor(colour)
    other.setAlphaF(alpha)
    return other


def _css(colour: QColor) -> str:
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"
