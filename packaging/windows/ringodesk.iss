; Inno Setup 6: the installer of the bundle, for the user who runs it, without administrator's rights.
; Written from Inno Setup's documentation. IT HAS NEVER BEEN COMPILED OR RUN: see README.md beside it.
;
;   iscc /DVersion=0.1.0 /DBundle=..\..\build\package\bundle\ringodesk packaging\windows\ringodesk.iss
;
; build.ps1 beside it calls it so, with the version from ringodesk_qt/__init__.py: it is in no other place.

#ifndef Version
  #error Give the version: iscc /DVersion=…
#endif
#ifndef Bundle
  #error Give the folder of the bundle: iscc /DBundle=…
#endif
#define ApplicationId "io.github.ringodesk.Ringodesk"

[Setup]
; Never changed: an installer with the same AppId takes the place of the version before it.
AppId={#ApplicationId}
AppName=Ringodesk
AppVersion={#Version}
AppVerName=Ringodesk {#Version}
AppPublisher=The Ringodesk developers
VersionInfoVersion={#Version}
PrivilegesRequired=lowest
DefaultDirName={autopf}\Ringodesk
DisableProgramGroupPage=yes
DisableDirPage=auto
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir=..\..\dist
OutputBaseFilename=ringodesk-{#Version}-windows-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
SetupIconFile=..\..\build\package\ringodesk.ico
UninstallDisplayIcon={app}\ringodesk.exe
LicenseFile=..\..\LICENSE
; An upgrade asks the running program to end; what is typed and under way is kept, as when Windows ends.
CloseApplications=yes
RestartApplications=no
ChangesAssociations=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "el"; MessagesFile: "compiler:Languages\Greek.isl"

[CustomMessages]
en.AtLogin=Start Ringodesk at login, in the tray
de.AtLogin=Ringodesk bei der Anmeldung starten, im Infobereich
el.AtLogin=Εκκίνηση του Ringodesk κατά τη σύνδεση, στην περιοχή ειδοποιήσεων

[Tasks]
Name: "atlogin"; Description: "{cm:AtLogin}"; Flags: unchecked

[InstallDelete]
; Libraries of the version before, which this one may not have.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
; The id is what the program names itself by as well: window, taskbar and notices belong together by it.
Name: "{autoprograms}\Ringodesk"; Filename: "{app}\ringodesk.exe"; AppUserModelID: "{#ApplicationId}"

[Registry]
; Links: ringodesk:chat?to=502
Root: HKA; Subkey: "Software\Classes\ringodesk"; ValueType: string; ValueData: "URL:Ringodesk"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\ringodesk"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\ringodesk\DefaultIcon"; ValueType: string; ValueData: """{app}\ringodesk.exe"",0"
Root: HKA; Subkey: "Software\Classes\ringodesk\shell\open\command"; ValueType: string; ValueData: """{app}\ringodesk.exe"" ""%1"""
; The same value that the setting "Start at login" writes and removes (ringodesk_qt/system/autostart.py).
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: string; ValueName: "{#ApplicationId}"; ValueData: "{app}\ringodesk.exe --minimized"; Tasks: atlogin
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: none; ValueName: "{#ApplicationId}"; Flags: dontcreatekey uninsdeletevalue

[Run]
Filename: "{app}\ringodesk.exe"; Description: "{cm:LaunchProgram,Ringodesk}"; Flags: nowait postinstall skipifsilent

[UninstallRun]
; What is under way is brought to its end first. What was written stays in %LOCALAPPDATA%\ringodesk: nothing is asked.
Filename: "{app}\ringodesk.exe"; Parameters: "--quit"; RunOnceId: "quit"; Flags: runhidden
