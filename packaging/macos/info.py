"""What macOS is told of the app: its Info.plist, as a mapping that ringodesk.spec gives to PyInstaller."""

from __future__ import annotations

from ringodesk_qt import APPLICATION_ID, __version__

INFO = {
    "CFBundleIdentifier": APPLICATION_ID,
    "CFBundleName": "Ringodesk",
    "CFBundleDisplayName": "Ringodesk",
    "CFBundleExecutable": "ringodesk",
    "CFBundlePackageType": "APPL",
    "CFBundleShortVersionString": __version__,
    "CFBundleVersion": __version__,
    "CFBundleDevelopmentRegion": "en",
    "CFBundleLocalizations": ["en", "de", "el"],
    "LSApplicationCategoryType": "public.app-category.social-networking",
    "LSMinimumSystemVersion": "13.0",
    # An app with a window, a Dock icon and menus, which stays in the menu bar when the window is closed. Without an
    # icon in the Dock it could not be found again where the menu bar is full, nor take files that are dropped on it.
    "LSUIElement": False,
    "LSMultipleInstancesProhibited": False,  # homes (--home) have windows of their own; the program sees to the rest
    "NSHighResolutionCapable": True,
    "NSSupportsAutomaticTermination": False,  # it receives in the background
    "NSSupportsSuddenTermination": False,  # drafts are written at the end
    "CFBundleURLTypes": [
        {
            "CFBundleURLName": APPLICATION_ID,
            "CFBundleTypeRole": "Viewer",
            "CFBundleURLSchemes": ["ringodesk"],
        }
    ],
    "NSHumanReadableCopyright": "Copyright 2026 The Ringodesk developers. MIT licence.",
}
