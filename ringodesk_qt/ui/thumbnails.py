"""Small pictures of picture files: decoded by other processes, kept while there is room.

Pictures come from strangers. Only five formats are decoded, told by their first bytes and not by their name, after
the size in the header was found sane, and never in this process: see `picture_decoder`.
"""

from __future__ import annotations

import logging
from collections import OrderedDict

from PySide6.QtCore import QObject, QRunnable, QSize, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QImage

from ringodesk_qt.ui.picture_decoder import BROKEN, PROCESSES, Picture, PictureDecoders

log = logging.getLogger(__name__)

CACHE_BYTES = 96 * 1024 * 1024
REST_MS = 30_000
"""How long after the last picture the processes that decode are kept."""


class _Decoding(QRunnable):
    """One file's way through the pool."""

    def __init__(self, owner: Thumbnails, decoders: PictureDecoders, path: str, edge_px: int) -> None:
        super().__init__()
        self._owner = owner
        self._decoders = decoders
        self._path = path
        self._edge_px = edge_px

    def run(self) -> None:
        """Decodes and reports; the signal carries the result to the main thread."""
        try:
            picture = self._decoders.decode(self._path, self._edge_px)
        except Exception:  # a pool thread's border: the row must leave its waiting state
            log.exception("a picture could not be decoded")
            picture = BROKEN
        self._owner.decoded.emit(self._path, self._edge_px, picture)


class Thumbnails(QObject):
    """The pictures of a conversation. `ready(path)` says that a file asked for is decoded or known to be broken."""

    ready = Signal(str)
    decoded = Signal(str, int, object)
    """Internal: a pool thread's result, on its way to the main thread."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        cache_bytes: int = CACHE_BYTES,
        decoders: PictureDecoders | None = None,
        rest_ms: int = REST_MS,
    ) -> None:
        super().__init__(parent)
        self._decoders = decoders or PictureDecoders()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(PROCESSES)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(self._decoders.rest)
        self._pictures: OrderedDict[tuple[str, int], Picture] = OrderedDict()
        self._sizes: dict[str, QSize] = {}
        self._waiting: set[tuple[str, int]] = set()
        self._bytes = 0
        self._cache_bytes = cache_bytes
        self._is_stopped = False
        self.decoded.connect(self._on_decoded, Qt.ConnectionType.QueuedConnection)

    def full_size(self, path: str) -> QSize | None:
        """The picture's own size in pixels, None while unknown, an empty size when it is broken. Never forgotten."""
        return self._sizes.get(path)

    def image(self, path: str, edge_px: int) -> QImage | None:
        """The picture scaled to fit a square of `edge_px`; None if broken, or asked for now: then `ready` follows."""
        key = (path, edge_px)
        picture = self._pictures.get(key)
        if picture is not None:
            self._pictures.move_to_end(key)
            return picture.image
        self._ask(key)
        return None

    def kept(self, path: str) -> QImage | None:
        """The largest there is of the file now; nothing is decoded for it."""
        images = [picture.image for key, picture in self._pictures.items() if key[0] == path and picture.image]
        return max(images, key=lambda image: image.width(), default=None)

    def decode(self, path: str, edge_px: int) -> Picture:
        """The picture scaled to fit a square, for who wants it once. Blocks: call it in a thread."""
        return self._decoders.decode(path, edge_px)

    def request(self, path: str, edge_px: int) -> None:
        """Has it decoded if it is not yet."""
        if (path, edge_px) not in self._pictures:
            self._ask((path, edge_px))

    @property
    def is_decoding(self) -> bool:
        """Whether a picture that was asked for is yet to come."""
        return bool(self._waiting)

    def is_broken(self, path: str) -> bool:
        """Whether the file is known to be no picture that can be shown."""
        size = self._sizes.get(path)
        return size is not None and size.isEmpty()

    def forget(self, path: str) -> None:
        """Looks at the file anew the next time: it has come, or is another."""
        self._sizes.pop(path, None)
        for key in [key for key in self._pictures if key[0] == path]:
            self._drop(key)

    def clear(self) -> None:
        """Lets all pictures go; what is known of their sizes stays."""
        self._pictures.clear()
        self._bytes = 0

    def sibling(self, *, cache_bytes: int) -> Thumbnails:
        """Another one with pictures of its own, decoded by the same processes. It ends with this one."""
        return Thumbnails(self, cache_bytes=cache_bytes, decoders=self._decoders, rest_ms=self._rest.interval())

    def stop(self) -> None:
        """Gives up what waits and what is under way, ends the processes and joins the pool's threads."""
        siblings = [one for one in self.children() if isinstance(one, Thumbnails)]
        for one in (self, *siblings):
            one.give_up()
        self._decoders.stop()
        for one in (self, *siblings):
            one.join()

    def give_up(self) -> None:
        """Takes no more work and drops what waits."""
        self._is_stopped = True
        self._rest.stop()
        self._pool.clear()

    def join(self) -> None:
        """Waits for what is under way."""
        self._pool.waitForDone()

    def _ask(self, key: tuple[str, int]) -> None:
        if key in self._waiting or self._is_stopped or self.is_broken(key[0]):
            return
        self._waiting.add(key)
        self._pool.start(_Decoding(self, self._decoders, *key))

    def _on_decoded(self, path: str, edge_px: int, picture: Picture) -> None:
        key = (path, edge_px)
        self._waiting.discard(key)
        if not self._is_stopped:
            self._rest.start()
        self._sizes[path] = picture.full_size
        if picture.image is not None:
            self._keep(key, picture)
        self.ready.emit(path)

    def _keep(self, key: tuple[str, int], picture: Picture) -> None:
        self._pictures[key] = picture
        self._bytes += _bytes_of(picture)
        while self._bytes > self._cache_bytes and len(self._pictures) > 1:
            self._drop(next(iter(self._pictures)))

    def _drop(self, key: tuple[str, int]) -> None:
        self._bytes -= _bytes_of(self._pictures.pop(key))


def _bytes_of(picture: Picture) -> int:
    return int(picture.image.sizeInBytes()) if picture.image is not None else 0
