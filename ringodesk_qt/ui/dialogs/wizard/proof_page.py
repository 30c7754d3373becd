"""The live proof: a message of theirs, seen at each hop on its way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ringodesk_qt.core.proof import Hop, HopSeen
from ringodesk_qt.ui.dialogs.wizard.page import Progress, WizardPage
from ringodesk_qt.ui.sentences import translated
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.url_field import UrlField
from ringodesk_qt.ui.views.words import plain_label, set_role

if TYPE_CHECKING:
    from ringodesk_qt.core.proof import Proof

_SIGN = 22


class ProofPage(WizardPage):
    """Five hops. Everything is saved by now: it may be left at any time, and found again under Health."""

    def __init__(self, proof: Proof, theme: Theme, progress: Progress, parent: QWidget | None = None) -> None:
        super().__init__(progress, parent)
        self._proof = proof
        self.heading = self.tr("Proof")
        self.sentence = self.tr("Send us a message from Ringotel: each step turns green as it is seen.")
        self.rows = [HopRow(theme, self.hop_words(hop), self) for hop in Hop]
        for row in self.rows:
            self.column.addWidget(row)
        self._outcome = plain_label(role="accent", is_wrapped=True)
        self.column.addWidget(self._outcome)
        self.url = UrlField("", self)
        self.url.hide()
        self.column.addWidget(self.url)
        self.column.addStretch(1)
        self._end = proof.on_changed(self._show_hops)
        self.destroyed.connect(self._end)

    def hop_words(self, hop: Hop) -> str:
        """What a hop is called."""
        return {
            Hop.TUNNEL: self.tr("Ringotel calls the URL"),
            Hop.RECEIVER: self.tr("Ringodesk answers"),
            Hop.KEY: self.tr("The API key is right"),
            Hop.STORE: self.tr("The message is kept"),
            Hop.WINDOW: self.tr("The message is in the window"),
        }[hop]

    def show_url(self, url: str) -> None:
        """What the portal has to call, once more."""
        self.url.set_url(url)
        self.url.setVisible(bool(url))

    def enter(self) -> None:
        """Waits for a message from now on."""
        self._proof.begin()

    @property
    def action_words(self) -> str:
        """Nothing is left to be saved."""
        return self.tr("Done") if self._proof.is_complete else self.tr("Skip")

    def _show_hops(self) -> None:
        hops = self._proof.hops
        waits_for = next((one.hop for one in hops if one.state != "passed"), None)
        for row, seen in zip(self.rows, hops, strict=True):
            row.show_hop(seen, is_next=seen.hop is waits_for)
        has_key, has_store = hops[2].state == "passed", hops[3].state == "passed"
        if self._proof.is_complete:
            self._outcome.setText(self.tr("Messages arrive. Everything works."))
        elif has_key and not has_store:
            self._outcome.setText(self.tr("Notifications arrive. Now the message itself is waited for."))
        else:
            self._outcome.setText("")
        self._outcome.setVisible(bool(self._outcome.text()))
        self.changed.emit()


class HopRow(QWidget):
    """A sign, what the hop is, how long it took; and what is wrong with it."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = title
        self._sign = _Sign(theme, self)
        self._words = plain_label(title)
        self._took = plain_label(role="faint")
        self._sentence = plain_label(role="danger", is_wrapped=True)
        line = QHBoxLayout()
        line.setSpacing(SPACE + 4)
        line.addWidget(self._sign)
        line.addWidget(self._words, 1)
        line.addWidget(self._took)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._sentence)
        self.show_hop(HopSeen(hop=Hop.TUNNEL), is_next=False)

    def show_hop(self, seen: HopSeen, *, is_next: bool) -> None:
        """Shows how far it is; the words say it too, for who does not see the sign."""
        self._sign.show_state(seen.state, is_next=is_next)
        took = self.tr("{count} ms").format(count=seen.took_ms) if seen.took_ms else ""
        self._took.setText(took)
        self._sentence.setText(translated(seen.sentence))
        self._sentence.setVisible(bool(seen.sentence))
        set_role(self._sentence, "danger" if seen.state == "trouble" else "faint")
        state = {
            "passed": self.tr("seen"),
            "trouble": self.tr("something is wrong"),
            "waiting": self.tr("waited for"),
        }[seen.state]
        said = ", ".join(word for word in (self._title, state, took) if word)
        self._words.setAccessibleName(said)
        set_role(self._words, "faint" if seen.state == "waiting" and not is_next else "")


class _Sign(QWidget):
    """A ring that waits, a tick, or an exclamation mark."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = "waiting"
        self._is_next = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_state(self, state: str, *, is_next: bool) -> None:
        """Shows another."""
        self._state, self._is_next = state, is_next
        self.update()

    def sizeHint(self) -> QSize:
        """A circle."""
        return QSize(_SIGN, _SIGN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints it."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self._state == "waiting":
            painter.setPen(QPen(colours.accent if self._is_next else colours.line, 2))
            painter.drawEllipse(circle)
            painter.end()
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent if self._state == "passed" else colours.danger)
        painter.drawEllipse(circle)
        ink = colours.text_on_accent if self._state == "passed" else colours.mark_text
        pen = QPen(ink, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        middle = circle.center()
        if self._state == "passed":
            from_left = middle.x() - 4.5
            painter.drawPolyline(
                [
                    QPointF(from_left, middle.y() + 0.5),
                    QPointF(middle.x() - 1, middle.y() + 4),
                    QPointF(middle.x() + 4.5, middle.y() - 3.5),
                ]
            )
        else:
            painter.drawLine(QPointF(middle.x(), middle.y() - 4.5), QPointF(middle.x(), middle.y() + 1))
            painter.drawPoint(QPointF(middle.x(), middle.y() + 5))
        painter.end()
