# The bundle and its installer, on Windows 10 or 11 with Python 3.11 or later and Inno Setup 6.
# HAS NEVER BEEN RUN: see README.md beside it. `-Python python` takes the one in the PATH, not the launcher's newest.
param([string]$Python = "py")
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

& $Python -m venv .venv
if ($LASTEXITCODE) { exit $LASTEXITCODE }
.\.venv\Scripts\python -m pip install --require-hashes -r requirements-dev.lock
if ($LASTEXITCODE) { exit $LASTEXITCODE }
.\.venv\Scripts\python -m pip install --no-deps --no-build-isolation -e .
if ($LASTEXITCODE) { exit $LASTEXITCODE }
.\.venv\Scripts\python packaging\package.py          # dist\ringodesk-VERSION-windows-AMD64.zip
if ($LASTEXITCODE) { exit $LASTEXITCODE }

$version = .\.venv\Scripts\python -c "import ringodesk_qt; print(ringodesk_qt.__version__)"
$iscc = Join-Path ${env:ProgramFiles(x86)} "Inno Setup 6\ISCC.exe"
& $iscc "/DVersion=$version" "/DBundle=$PWD\build\package\bundle\ringodesk" packaging\windows\ringodesk.iss
if ($LASTEXITCODE) { exit $LASTEXITCODE }

# Signing, where there is a certificate: programs first, then the installer.
# signtool sign /fd SHA256 /tr http://timestamp.digicert.com /td SHA256 /n "NAME" build\package\bundle\ringodesk\*.exe
# signtool sign /fd SHA256 /tr http://timestamp.digicert.com /td SHA256 /n "NAME" dist\ringodesk-$version-windows-setup.exe
