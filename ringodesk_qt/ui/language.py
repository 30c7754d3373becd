"""The language of the window: which one it is, and the translations of it, ours and Qt's own.

Texts are English in the source and translated where they are shown: by `self.tr` in a widget, by `translate` where
there is none, by `sentences.translated` for what was said below the window. `docs/translating.md` tells how a
translation is made. The language holds from the start of the program to its end: what is on the screen was put into
words long before anybody chooses another one.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ringodesk_qt.paths import resources

SOURCE = "en"
"""What is in the source. It has a translation too, of the forms for one."""

translate = QCoreApplication.translate
"""`translate("Context", "text")`, and with a count `translate("Context", "%Ln texts", "", count)`."""


_installed: list[QTranslator] = []
"""The application's translators, which it does not tell: to look for them among its children takes a start 40 ms."""


def translations() -> Path:
    """The folder of the translations."""
    return resources() / "translations"


def languages(folder: Path | None = None) -> list[str]:
    """The tags of the languages there is a translation of, English first."""
    tags = {file.stem.partition("_")[2] for file in (folder or translations()).glob("ringodesk_*.qm")}
    return sorted(tags | {SOURCE}, key=lambda tag: (tag != SOURCE, tag))


def native_name(tag: str) -> str:
    """What those who speak a language call it."""
    name = QLocale(tag).nativeLanguageName() if tag != SOURCE else "English"
    return name[:1].upper() + name[1:]


def install(app: QCoreApplication, wanted: str = "", folder: Path | None = None) -> str:
    """Makes the program speak the language of this tag, or the system's, or English, and returns which.

    The direction of the layout follows it. Times and numbers are the system's, unless another language was asked for.
    """
    while _installed:
        app.removeTranslator(_installed.pop())
    folder = folder or translations()
    language = _chosen(wanted, languages(folder))
    QLocale.setDefault(_locale(language) if wanted else QLocale.system())
    qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    if language != SOURCE:
        _load(app, qt_folder / f"qtbase_{language}.qm")
    _load(app, folder / f"ringodesk_{language}.qm")  # the last is asked first: ours has the words of Qt it lacks
    app.setProperty("language", language)
    return language


def current() -> str:
    """The tag of the language that is spoken."""
    app = QCoreApplication.instance()
    return (app.property("language") if app is not None else None) or SOURCE


def _chosen(wanted: str, known: list[str]) -> str:
    """The first that is known of what is asked for: `de` for `de-AT`."""
    for tag in [wanted] if wanted else QLocale.system().uiLanguages():
        for candidate in (tag.replace("-", "_"), tag.replace("_", "-").partition("-")[0]):
            if candidate in known:
                return candidate
    return SOURCE


def _locale(language: str) -> QLocale:
    """The language as it is written where this machine is; else as it is written where most speak it."""
    named, system = QLocale(language), QLocale.system()
    here = QLocale.matchingLocales(named.language(), named.script(), system.territory())
    return here[0] if here and system.territory() != QLocale.Country.AnyCountry else named


def _load(app: QCoreApplication, file: Path) -> None:
    translator = QTranslator()
    if translator.load(str(file)):
        app.installTranslator(translator)
        _installed.append(translator)
