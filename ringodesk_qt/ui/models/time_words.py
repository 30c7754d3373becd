"""Times and days in words, as this machine's locale writes them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from PySide6.QtCore import QDate, QLocale, QTime

from ringodesk_qt.ui.language import translate


def time_words(at: datetime) -> str:
    """The time of day as this machine's locale writes it, without seconds."""
    local = local_minute(at)
    return _time_words(QLocale().name(), local.hour, local.minute)


def local_minute(at: datetime) -> datetime:
    """The minute it was by this machine's clock, looked up once for all that happened in it."""
    return _local_minute(int(at.timestamp() // 60))


def today() -> date:
    """The day on the user's wall. Python's own `date.today` imports a module at each call, past Qt's hook on that."""
    return datetime.now().date()  # noqa: DTZ005


@lru_cache(maxsize=2048)
def _local_minute(number: int) -> datetime:
    return datetime.fromtimestamp(60 * number).astimezone()


@lru_cache(maxsize=24 * 60)
def _time_words(_locale: str, hour: int, minute: int) -> str:
    pattern = QLocale().timeFormat(QLocale.FormatType.ShortFormat).replace(":ss", "")
    return QLocale().toString(QTime(hour, minute), pattern)


def day_words(day: date, today: date) -> str:
    """What a day is called in the chip above it."""
    if day == today:
        return translate("Day", "Today")
    if day == today - timedelta(days=1):
        return translate("Day", "Yesterday")
    q_day = QDate(day.year, day.month, day.day)
    if today - timedelta(days=7) < day < today:
        return QLocale().dayName(q_day.dayOfWeek())
    return QLocale().toString(
        q_day, translate("Day", "d MMMM") if day.year == today.year else translate("Day", "d MMMM yyyy")
    )
