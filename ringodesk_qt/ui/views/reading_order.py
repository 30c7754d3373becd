"""Where Tab goes: in the order in which one reads, whatever was built or has come when.

Qt goes in the order in which widgets were made, so that what comes later, as a repair above the conversation, would be
last. Here the layouts tell, at each press of the key; they are mirrored as the window is.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QSplitter, QWidget


class InReadingOrder:
    """For a window, or a panel that keeps Tab within itself: named before QDialog and the like among the bases."""

    def focusNextPrevChild(self: QWidget, is_forward: bool, /) -> bool:  # type: ignore[misc]
        """Goes to the next stop, or the one before; after the last comes the first."""
        places, focused = list(stops(self)), self.window().focusWidget()
        if not places:
            return False
        step = 1 if is_forward else -1
        place = places.index(focused) + step if focused in places else min(0, step)
        _enter(places[place % len(places)], is_forward=is_forward)
        return True


def stops(root: QWidget) -> Iterator[QWidget]:
    """What Tab stops at now in a widget, in reading order."""
    for child in _children(root):
        if child.isWindow() or not child.isVisibleTo(root):
            continue
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isEnabled() and child.focusProxy() is None:
            yield child
        if not isinstance(child, QAbstractScrollArea) or isinstance(child, QScrollArea):
            yield from stops(child)


def _children(widget: QWidget) -> list[QWidget]:
    """Those in the layout as they stand there; what floats over one of them comes right after it."""
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        return [inside] if inside is not None else []
    if isinstance(widget, QSplitter):
        return [part for number in range(widget.count()) if (part := widget.widget(number)) is not None]
    layout = widget.layout()
    laid = list(_laid_out(layout)) if layout is not None else []
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child not in laid:
            before = [place for place, one in enumerate(laid) if one.y() <= child.y() and one.isVisibleTo(widget)]
            laid.insert(before[-1] + 1 if before else len(laid), child)
    return laid


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _enter(widget: QWidget, *, is_forward: bool) -> None:
    reason = Qt.FocusReason.TabFocusReason if is_forward else Qt.FocusReason.BacktabFocusReason
    widget.setFocus(reason)
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
