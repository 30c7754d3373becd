#!/usr/bin/env bash
# build.sh: the app and its disk image, on macOS 13 or later with Xcode's command line tools and Python 3.11 or later.
# HAS NEVER BEEN RUN: see README.md beside it.
#
# SIGN_AS="Developer ID Application: NAME (TEAM)" signs; NOTARY_PROFILE, made once by
# `xcrun notarytool store-credentials`, notarizes as well. Without them the app runs on the machine that made it.
set -euo pipefail
cd "$(dirname "$0")/../.."

make package
version=$(.venv/bin/python -c 'import ringodesk_qt; print(ringodesk_qt.__version__)')
app=build/package/bundle/Ringodesk.app
image=dist/ringodesk-$version-macos-$(uname -m).dmg

if [ -n "${SIGN_AS:-}" ]; then
  # From the inside out: libraries, then the programs, then the app with what it may do.
  find "$app/Contents" -type f \( -name '*.so' -o -name '*.dylib' \) -print0 |
    xargs -0 codesign --force --timestamp --options runtime --sign "$SIGN_AS"
  codesign --force --timestamp --options runtime --entitlements packaging/macos/entitlements.plist \
    --sign "$SIGN_AS" "$app/Contents/MacOS/ringodesk-cli"
  codesign --force --timestamp --options runtime --entitlements packaging/macos/entitlements.plist \
    --sign "$SIGN_AS" "$app"
  codesign --verify --deep --strict --verbose=2 "$app"
fi

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -volname "Ringodesk $version" -srcfolder "$stage" -fs HFS+ -format UDZO -ov "$image"

if [ -n "${SIGN_AS:-}" ]; then
  codesign --timestamp --sign "$SIGN_AS" "$image"
fi
if [ -n "${NOTARY_PROFILE:-}" ]; then
  xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
  xcrun stapler staple "$image"
  spctl --assess --type open --context context:primary-signature --verbose "$image"
fi
