"""A password with a button that reveals it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ringodesk_qt.ui.theme import Theme
from ringodesk_qt.ui.views.icon_button import IconButton


class SecretField(QWidget):
    """A password with a button that reveals it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(name)
        self._reveal = IconButton(theme, "reveal", self.tr("Reveal"), self, edge=36)
        self._reveal.clicked.connect(self._on_reveal_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self._reveal)
        self.setFocusProxy(self.line)

    def _on_reveal_clicked(self) -> None:
        is_hidden = self.line.echoMode() == QLineEdit.EchoMode.Password
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if is_hidden else QLineEdit.EchoMode.Password)
        self._reveal.set_icon_name("conceal" if is_hidden else "reveal")
        self._reveal.set_name(self.tr("Conceal") if is_hidden else self.tr("Reveal"))
