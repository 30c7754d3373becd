<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutSection</name>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Diagnostics…</source>
        <translation>Diagnose…</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Of Ringodesk and of what it is made with.</source>
        <translation>Von Ringodesk und von allem, woraus es gemacht ist.</translation>
    </message>
    <message>
        <source>Ringodesk {version}</source>
        <translation>Ringodesk {version}</translation>
    </message>
    <message>
        <source>Set-up, every feature, and what to do when something is wrong.</source>
        <translation>Einrichtung, alle Funktionen, und was zu tun ist, wenn etwas nicht geht.</translation>
    </message>
    <message>
        <source>What helps to find a fault, without secrets, to read and to save.</source>
        <translation>Was hilft, einen Fehler zu finden, ohne Geheimnisse, zum Lesen und Speichern.</translation>
    </message>
    <message>
        <source>With Qt {qt} and Python {python}.</source>
        <translation>Mit Qt {qt} und Python {python}.</translation>
    </message>
</context>
<context>
    <name>AccountsSection</name>
    <message>
        <source>API key, name, number or sender id</source>
        <translation>API-Schlüssel, Name, Nummer oder Absender-ID</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Konto hinzufügen…</translation>
    </message>
    <message>
        <source>Add identity…</source>
        <translation>Identität hinzufügen…</translation>
    </message>
    <message>
        <source>Another organization, in the same window.</source>
        <translation>Eine weitere Organisation, im selben Fenster.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name} ändern</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>New API key…</source>
        <translation>Neuer API-Schlüssel…</translation>
    </message>
    <message>
        <source>No account is set up yet.</source>
        <translation>Es ist noch kein Konto eingerichtet.</translation>
    </message>
    <message>
        <source>Proof…</source>
        <translation>Probe…</translation>
    </message>
    <message>
        <source>Receiving…</source>
        <translation>Empfangen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>See a message arrive, step by step.</source>
        <translation>Eine Nachricht Schritt für Schritt ankommen sehen.</translation>
    </message>
    <message>
        <source>ngrok, a public URL of your own, or send only. The history stays.</source>
        <translation>ngrok, eine eigene öffentliche URL oder nur senden. Der Verlauf bleibt.</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%Ln new messages from {name}</source>
        <translation>
            <numerusform>%Ln neue Nachricht von {name}</numerusform>
            <numerusform>%Ln neue Nachrichten von {name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Beside the size that the system has for text.</source>
        <translation>Zusätzlich zur Textgröße des Systems.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Language, from the next start</source>
        <translation>Sprache, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Nothing moves or fades</source>
        <translation>Keine Bewegungen und Überblendungen</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Where the system wants no motion there is none anyway.</source>
        <translation>Wo das System keine Bewegung wünscht, gibt es ohnehin keine.</translation>
    </message>
</context>
<context>
    <name>ArchiveRow</name>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln ungelesen</numerusform>
            <numerusform>%Ln ungelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Archived (%Ln)</source>
        <translation>
            <numerusform>Archiviert (%Ln)</numerusform>
            <numerusform>Archiviert (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the chats</source>
        <translation>Zurück zu den Chats</translation>
    </message>
</context>
<context>
    <name>AttachedFile</name>
    <message>
        <source>{size} · making it smaller…</source>
        <translation>{size} · wird verkleinert…</translation>
    </message>
    <message>
        <source>{size}, was {former}</source>
        <translation>{size}, vorher {former}</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>The files are attached, and shown when you have done with the edit.</source>
        <translation>Die Dateien sind angehängt und werden angezeigt, sobald Sie mit der Bearbeitung fertig sind.</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln files were not attached:</source>
        <translation>
            <numerusform>{count} von %Ln Datei wurden nicht angehängt:</numerusform>
            <numerusform>{count} von %Ln Dateien wurden nicht angehängt:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Away</name>
    <message numerus="yes">
        <source>%Ln chats</source>
        <translation>
            <numerusform>%Ln Chat</numerusform>
            <numerusform>%Ln Chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages in {chats} while you were away</source>
        <translation>
            <numerusform>%Ln Nachricht in {chats}, während Sie weg waren</numerusform>
            <numerusform>%Ln Nachrichten in {chats}, während Sie weg waren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %Ln more</source>
        <translation>
            <numerusform>{names} und %Ln weiterer</numerusform>
            <numerusform>{names} und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrokenSettingsDialog</name>
    <message>
        <source>Nothing was changed. If you start with other settings, your file is kept under another name.</source>
        <translation>Es wurde nichts geändert. Wenn Sie mit anderen Einstellungen starten, wird Ihre Datei unter anderem Namen aufbewahrt.</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Start with settings as they come</source>
        <translation>Mit Standardeinstellungen starten</translation>
    </message>
    <message>
        <source>Start with the former settings</source>
        <translation>Mit den vorigen Einstellungen starten</translation>
    </message>
    <message>
        <source>The settings cannot be read</source>
        <translation>Die Einstellungen können nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>It arrived</source>
        <translation>Ist angekommen</translation>
    </message>
    <message>
        <source>It waits, and is sent by itself. {reason}</source>
        <translation>Wartet und wird von selbst gesendet. {reason}</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Unread messages</source>
        <translation>Ungelesene Nachrichten</translation>
    </message>
    <message>
        <source>edited {time}</source>
        <translation>bearbeitet {time}</translation>
    </message>
</context>
<context>
    <name>CallRow</name>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Transcription: {name}</source>
        <translation>Transkript: {name}</translation>
    </message>
</context>
<context>
    <name>ChatListPane</name>
    <message>
        <source>Begin one with anybody in the organization, or wait until somebody writes.</source>
        <translation>Beginnen Sie einen mit jemandem aus der Organisation, oder warten Sie, bis jemand schreibt.</translation>
    </message>
    <message>
        <source>Filter chats</source>
        <translation>Chats filtern</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>No chat matches</source>
        <translation>Kein passender Chat</translation>
    </message>
    <message>
        <source>No chats yet</source>
        <translation>Noch keine Chats</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Alle Nachrichten durchsuchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What you look for may stand in a message.</source>
        <translation>Was Sie suchen, steht vielleicht in einer Nachricht.</translation>
    </message>
</context>
<context>
    <name>ChatListView</name>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
</context>
<context>
    <name>ChatMenu</name>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Copy extension</source>
        <translation>Durchwahl kopieren</translation>
    </message>
    <message>
        <source>Delete history…</source>
        <translation>Verlauf löschen…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>Für eine Stunde</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>Als gelesen markiert</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>Als ungelesen markiert</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stummgeschaltet</translation>
    </message>
    <message>
        <source>No longer muted</source>
        <translation>Nicht mehr stumm</translation>
    </message>
    <message>
        <source>No longer pinned</source>
        <translation>Nicht mehr angeheftet</translation>
    </message>
    <message>
        <source>Out of the archive</source>
        <translation>Aus dem Archiv geholt</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Stummschaltung aufheben</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Loslösen</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Bis morgen</translation>
    </message>
</context>
<context>
    <name>ChatRow</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln ungelesen</numerusform>
            <numerusform>%Ln ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Draft: </source>
        <translation>Entwurf: </translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Noch keine Nachrichten</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>You: </source>
        <translation>Sie: </translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <source>marked as unread</source>
        <translation>als ungelesen markiert</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stummgeschaltet</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>something was not sent</source>
        <translation>etwas wurde nicht gesendet</translation>
    </message>
    <message>
        <source>typing…</source>
        <translation>schreibt…</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Home folder</source>
        <translation>Programmordner</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identitäten</translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation>Schlüssel akzeptiert</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Rechtschreibung</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Infobereich</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>Tunnel</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Edit quick replies…</source>
        <translation>Schnellantworten bearbeiten…</translation>
    </message>
    <message>
        <source>Emoji suggestions</source>
        <translation>Emoji-Vorschläge</translation>
    </message>
    <message>
        <source>New quick reply…</source>
        <translation>Neue Schnellantwort…</translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation>Schnellantworten</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln Zeichen</numerusform>
            <numerusform>%Ln Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Edit: {text}</source>
        <translation>Bearbeiten: {text}</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Leave the edit</source>
        <translation>Bearbeitung verlassen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation>Schnellantworten</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>The message you were changing cannot be changed any more. Your words are kept here.</source>
        <translation>Die Nachricht, die Sie geändert haben, kann nicht mehr geändert werden. Ihr Text bleibt hier erhalten.</translation>
    </message>
    <message>
        <source>The pasted text is too long for a message. It is attached as a file.</source>
        <translation>Der eingefügte Text ist zu lang für eine Nachricht. Er wurde als Datei angehängt.</translation>
    </message>
    <message>
        <source>You are changing another message. Send that first, or press Escape.</source>
        <translation>Eine andere Nachricht wird gerade geändert. Erst diese Änderung senden, oder Esc drücken.</translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln characters</source>
        <translation>
            <numerusform>mehr als %Ln Zeichen</numerusform>
            <numerusform>mehr als %Ln Zeichen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationHeader</name>
    <message>
        <source>Back to the chats</source>
        <translation>Zurück zu den Chats</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Jump to date…</source>
        <translation>Zu Datum springen…</translation>
    </message>
    <message>
        <source>Log a call…</source>
        <translation>Anruf eintragen…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Search in this chat</source>
        <translation>In diesem Chat suchen</translation>
    </message>
    <message>
        <source>Send link…</source>
        <translation>Link senden…</translation>
    </message>
    <message>
        <source>as {identity}</source>
        <translation>als {identity}</translation>
    </message>
    <message>
        <source>extension {number}</source>
        <translation>Durchwahl {number}</translation>
    </message>
    <message>
        <source>typing…</source>
        <translation>schreibt…</translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>Choose a chat</source>
        <translation>Wählen Sie einen Chat</translation>
    </message>
    <message>
        <source>Messages to and from your organization&apos;s people appear here. F1 opens the guide.</source>
        <translation>Nachrichten von und an Personen Ihrer Organisation erscheinen hier. F1 öffnet das Handbuch.</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Or begin a new one. Files can be dropped on any chat in the list.</source>
        <translation>Oder beginnen Sie einen neuen. Dateien können auf jeden Chat der Liste gezogen werden.</translation>
    </message>
    <message>
        <source>That message does not exist any more.</source>
        <translation>Diese Nachricht gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Welcome to Ringodesk</source>
        <translation>Willkommen bei Ringodesk</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>{count} messages copied</source>
        <translation>{count} Nachrichten kopiert</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>A clock that leapt ahead by more than a week has to agree with the server first.</source>
        <translation>Eine Uhr, die um mehr als eine Woche vorgesprungen ist, muss erst mit dem Server übereinstimmen.</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Ein Monat</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Ein Jahr</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>As a page to read, or as JSON lines to import again.</source>
        <translation>Als Seite zum Lesen oder als JSON-Zeilen zum erneuten Import.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Delete messages older than</source>
        <translation>Nachrichten löschen, die älter sind als</translation>
    </message>
    <message>
        <source>Delete now…</source>
        <translation>Jetzt löschen…</translation>
    </message>
    <message>
        <source>Export history…</source>
        <translation>Verlauf exportieren…</translation>
    </message>
    <message>
        <source>Folder of Ringodesk&apos;s data</source>
        <translation>Ordner mit den Daten von Ringodesk</translation>
    </message>
    <message>
        <source>For good, with their files: here, not at the server. What is on its way stays.</source>
        <translation>Endgültig, mit ihren Dateien: hier, nicht auf dem Server. Was unterwegs ist, bleibt.</translation>
    </message>
    <message>
        <source>From a CSV or JSON lines file.</source>
        <translation>Aus einer Datei mit CSV oder JSON-Zeilen.</translation>
    </message>
    <message>
        <source>Half a year</source>
        <translation>Ein halbes Jahr</translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>Wie lange aufbewahrt wird</translation>
    </message>
    <message>
        <source>Import history…</source>
        <translation>Verlauf importieren…</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>Ein und aus</translation>
    </message>
    <message>
        <source>Log: {size}</source>
        <translation>Protokoll: {size}</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen…</translation>
    </message>
    <message>
        <source>Messages and search: {size}</source>
        <translation>Nachrichten und Suche: {size}</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Pasted pictures: {size}</source>
        <translation>Eingefügte Bilder: {size}</translation>
    </message>
    <message>
        <source>Received files: {size}</source>
        <translation>Empfangene Dateien: {size}</translation>
    </message>
    <message>
        <source>Remove Ringodesk&apos;s data…</source>
        <translation>Daten von Ringodesk entfernen…</translation>
    </message>
    <message>
        <source>Says what would go, and asks.</source>
        <translation>Sagt, was gelöscht würde, und fragt nach.</translation>
    </message>
    <message>
        <source>The space they took is given back bit by bit.</source>
        <translation>Der Platz, den sie belegt haben, wird nach und nach frei.</translation>
    </message>
    <message>
        <source>Three months</source>
        <translation>Drei Monate</translation>
    </message>
    <message>
        <source>Two years</source>
        <translation>Zwei Jahre</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Wo sie liegen</translation>
    </message>
    <message>
        <source>With the keys. Says what would go, and asks.</source>
        <translation>Mit den Schlüsseln. Sagt, was entfernt würde, und fragt nach.</translation>
    </message>
    <message>
        <source>With the settings file, settings.json, in it.</source>
        <translation>Darin liegt auch die Einstellungsdatei settings.json.</translation>
    </message>
</context>
<context>
    <name>Day</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>DayChip</name>
    <message>
        <source>Jump to date, {day}</source>
        <translation>Zu Datum springen, {day}</translation>
    </message>
</context>
<context>
    <name>DayPicker</name>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Earlier month</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Jump to date</source>
        <translation>Zu Datum springen</translation>
    </message>
    <message>
        <source>Later month</source>
        <translation>Nächster Monat</translation>
    </message>
</context>
<context>
    <name>DeleteHistoryDialog</name>
    <message numerus="yes">
        <source>%Ln messages were deleted.</source>
        <translation>
            <numerusform>%Ln Nachricht wurde gelöscht.</numerusform>
            <numerusform>%Ln Nachrichten wurden gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Alle Nachrichten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete from all chats?</source>
        <translation>Aus allen Chats löschen?</translation>
    </message>
    <message>
        <source>Delete from the chat with {name}?</source>
        <translation>Aus dem Chat mit {name} löschen?</translation>
    </message>
    <message>
        <source>Delete history</source>
        <translation>Verlauf löschen</translation>
    </message>
    <message>
        <source>How old</source>
        <translation>Wie alt</translation>
    </message>
    <message>
        <source>It goes for good, with its files: here, not at the server. What is on its way stays.</source>
        <translation>Wird samt Dateien endgültig gelöscht: hier, nicht auf dem Server. Was noch unterwegs ist, bleibt.</translation>
    </message>
    <message>
        <source>Looking what would go…</source>
        <translation>Es wird nachgesehen, was gelöscht würde…</translation>
    </message>
    <message>
        <source>Older than a month</source>
        <translation>Älter als ein Monat</translation>
    </message>
    <message>
        <source>Older than a year</source>
        <translation>Älter als ein Jahr</translation>
    </message>
    <message>
        <source>Older than half a year</source>
        <translation>Älter als ein halbes Jahr</translation>
    </message>
    <message>
        <source>Older than three months</source>
        <translation>Älter als drei Monate</translation>
    </message>
    <message>
        <source>Older than two years</source>
        <translation>Älter als zwei Jahre</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
</context>
<context>
    <name>DesktopApp</name>
    <message>
        <source>This could not be removed:</source>
        <translation>Das konnte nicht entfernt werden:</translation>
    </message>
</context>
<context>
    <name>DesktopSection</name>
    <message>
        <source>A link opens a chat; it never sends.</source>
        <translation>Ein Link öffnet einen Chat; er sendet nie etwas.</translation>
    </message>
    <message>
        <source>At login, begin in the tray without a window</source>
        <translation>Bei der Anmeldung ohne Fenster im Infobereich starten</translation>
    </message>
    <message>
        <source>Closing the window keeps Ringodesk in the tray</source>
        <translation>Beim Schließen des Fensters bleibt Ringodesk im Infobereich</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>Links of other programs</source>
        <translation>Links aus anderen Programmen</translation>
    </message>
    <message>
        <source>Open links to telephone numbers (tel:)</source>
        <translation>Links zu Telefonnummern öffnen (tel:)</translation>
    </message>
    <message>
        <source>Open links to text messages (sms:)</source>
        <translation>Links zu Textnachrichten öffnen (sms:)</translation>
    </message>
    <message>
        <source>Show the tray icon</source>
        <translation>Symbol im Infobereich anzeigen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Bei der Anmeldung starten</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Infobereich</translation>
    </message>
    <message>
        <source>Where there is no tray, closing the window ends it.</source>
        <translation>Wo es keinen Infobereich gibt, beendet das Schließen des Fensters das Programm.</translation>
    </message>
</context>
<context>
    <name>Destination</name>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln ungelesen</numerusform>
            <numerusform>%Ln ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Extension {number}</source>
        <translation>Durchwahl {number}</translation>
    </message>
    <message>
        <source>Files and pictures</source>
        <translation>Dateien und Bilder</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stummgeschaltet</translation>
    </message>
    <message>
        <source>Muted until {when}</source>
        <translation>Stummgeschaltet bis {when}</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Presence not known</source>
        <translation>Anwesenheit nicht bekannt</translation>
    </message>
    <message>
        <source>You write as {identity}</source>
        <translation>Sie schreiben als {identity}</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Text of the part</source>
        <translation>Text des Teils</translation>
    </message>
    <message>
        <source>This helps to find a fault. Keys, names, numbers and messages have been taken out of it. What you see here is all that is saved: read it before you give it to anybody.</source>
        <translation>Das hilft, einen Fehler zu finden. Schlüssel, Namen, Nummern und Nachrichten wurden entfernt. Was Sie hier sehen, ist alles, was gespeichert wird: Lesen Sie es, bevor Sie es jemandem geben.</translation>
    </message>
</context>
<context>
    <name>DoNotDisturbRow</name>
    <message>
        <source>For 1 hour</source>
        <translation>Für 1 Stunde</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Until I turn it off</source>
        <translation>Bis ich es ausschalte</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Bis morgen</translation>
    </message>
    <message>
        <source>Until {time}</source>
        <translation>Bis {time}</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop files for {name}</source>
        <translation>Dateien für {name} hier ablegen</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} Std.</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} Std. {minutes} Min.</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} Min.</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} Min. {seconds} Sek.</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} Sek.</translation>
    </message>
</context>
<context>
    <name>EditHistoryDialog</name>
    <message>
        <source>Edit history</source>
        <translation>Bearbeitungsverlauf</translation>
    </message>
    <message>
        <source>What the message said before, newest first.</source>
        <translation>Was die Nachricht zuvor sagte, das Neueste zuerst.</translation>
    </message>
    <message>
        <source>What this message said before is not known on this computer.</source>
        <translation>Was diese Nachricht zuvor sagte, ist auf diesem Computer nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>EmojiGrid</name>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
</context>
<context>
    <name>EmojiPicker</name>
    <message>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>Animals and nature</source>
        <translation>Tiere und Natur</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Find emoji</source>
        <translation>Emoji suchen</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flaggen</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>Essen und Trinken</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Medium dark</source>
        <translation>Mitteldunkel</translation>
    </message>
    <message>
        <source>Medium light</source>
        <translation>Mittelhell</translation>
    </message>
    <message>
        <source>No emoji of this name</source>
        <translation>Kein Emoji mit diesem Namen</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Gegenstände</translation>
    </message>
    <message>
        <source>People and body</source>
        <translation>Menschen und Körper</translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Skin tone</source>
        <translation>Hautton</translation>
    </message>
    <message>
        <source>Smileys and emotion</source>
        <translation>Smileys und Gefühle</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>Travel and places</source>
        <translation>Reisen und Orte</translation>
    </message>
</context>
<context>
    <name>EmptyCard</name>
    <message>
        <source>No messages with {name} yet</source>
        <translation>Noch keine Nachrichten mit {name}</translation>
    </message>
    <message>
        <source>Write below, or drop files here. Calls are logged from the menu above.</source>
        <translation>Schreiben Sie unten oder legen Sie Dateien hier ab. Anrufe werden über das Menü oben eingetragen.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%Ln messages were written to {path}.</source>
        <translation>
            <numerusform>%Ln Nachricht wurde in {path} geschrieben.</numerusform>
            <numerusform>%Ln Nachrichten wurden in {path} geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>A page to read and print (HTML)</source>
        <translation>Eine Seite zum Lesen und Drucken (HTML)</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>Alle Chats</translation>
    </message>
    <message>
        <source>All chats of all accounts</source>
        <translation>Alle Chats aller Konten</translation>
    </message>
    <message>
        <source>All chats of {name}</source>
        <translation>Alle Chats von {name}</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>Verlauf exportieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Lines that can be imported again (JSON)</source>
        <translation>Zeilen, die wieder importiert werden können (JSON)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The chat with {name}</source>
        <translation>Der Chat mit {name}</translation>
    </message>
    <message>
        <source>The file holds what was written, unprotected: keep it where only you can read it.</source>
        <translation>Die Datei enthält ungeschützt, was geschrieben wurde: Bewahren Sie sie dort auf, wo nur Sie sie lesen können.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
</context>
<context>
    <name>ExportedPage</name>
    <message numerus="yes">
        <source>%Ln chats</source>
        <translation>
            <numerusform>%Ln Chat</numerusform>
            <numerusform>%Ln Chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>%Ln Mal</numerusform>
            <numerusform>%Ln Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>A message that cannot be shown</source>
        <translation>Eine Nachricht, die nicht angezeigt werden kann</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Exported by Ringodesk on {when} ({zone}). Times are those of the place it was made in.</source>
        <translation>Exportiert von Ringodesk am {when} ({zone}). Die Zeiten sind die des Ortes, an dem die Seite entstand.</translation>
    </message>
    <message>
        <source>Not reachable from {begin} until {end}: what was sent then is lost</source>
        <translation>Nicht erreichbar von {begin} bis {end}: was dann gesendet wurde, ist verloren</translation>
    </message>
    <message>
        <source>Not reachable until {end}: what was sent then is lost</source>
        <translation>Nicht erreichbar bis {end}: was dann gesendet wurde, ist verloren</translation>
    </message>
    <message>
        <source>This message was deleted</source>
        <translation>Diese Nachricht wurde gelöscht</translation>
    </message>
    <message>
        <source>With {ours}, at {organization}</source>
        <translation>Mit {ours}, bei {organization}</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>with {ours}: {messages}, {period}</source>
        <translation>mit {ours}: {messages}, {period}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>has left, waiting for the answer</source>
        <translation>ist abgeschickt, wartet auf die Antwort</translation>
    </message>
</context>
<context>
    <name>FileTray</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Make pictures smaller</source>
        <translation>Bilder verkleinern</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>it may take long to send</source>
        <translation>das Senden kann lange dauern</translation>
    </message>
    <message>
        <source>{name} may take long to send</source>
        <translation>{name}: Das Senden kann lange dauern</translation>
    </message>
</context>
<context>
    <name>FilesView</name>
    <message>
        <source>Files to send</source>
        <translation>Zu sendende Dateien</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Send earlier</source>
        <translation>Früher senden</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>Später senden</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>After a day, month or year</source>
        <translation>Nach einem Tag, Monat oder Jahr</translation>
    </message>
    <message>
        <source>Before a day, month or year</source>
        <translation>Vor einem Tag, Monat oder Jahr</translation>
    </message>
    <message>
        <source>In which chat: a name or an extension</source>
        <translation>In welchem Chat: ein Name oder eine Durchwahl</translation>
    </message>
    <message>
        <source>On a day, or in a month or year</source>
        <translation>An einem Tag oder in einem Monat oder Jahr</translation>
    </message>
    <message>
        <source>What it has: file, picture, link or call</source>
        <translation>Was sie enthält: Datei, Bild, Link oder Anruf</translation>
    </message>
    <message>
        <source>Who wrote it: me, a name or an extension</source>
        <translation>Wer sie geschrieben hat: ich, ein Name oder eine Durchwahl</translation>
    </message>
</context>
<context>
    <name>FilterCompletion</name>
    <message>
        <source>Names for the search</source>
        <translation>Namen für die Suche</translation>
    </message>
    <message>
        <source>Values for the filter</source>
        <translation>Werte für den Filter</translation>
    </message>
    <message>
        <source>what you wrote</source>
        <translation>was Sie geschrieben haben</translation>
    </message>
</context>
<context>
    <name>FilterGuide</name>
    <message>
        <source>Search all messages</source>
        <translation>Alle Nachrichten durchsuchen</translation>
    </message>
    <message>
        <source>Words or parts of them, in any language.</source>
        <translation>Wörter oder Teile davon, in jeder Sprache.</translation>
    </message>
    <message>
        <source>a day; or 2026-03-31, 2026-03, 2026</source>
        <translation>ein Tag; oder 2026-03-31, 2026-03, 2026</translation>
    </message>
    <message>
        <source>a file; or a picture, a link, a call</source>
        <translation>eine Datei; oder ein Bild, ein Link, ein Anruf</translation>
    </message>
    <message>
        <source>these words together</source>
        <translation>diese Wörter zusammen</translation>
    </message>
    <message>
        <source>what you wrote; or a name, an extension</source>
        <translation>was Sie geschrieben haben; oder ein Name, eine Durchwahl</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>You → {name}</source>
        <translation>Sie → {name}</translation>
    </message>
</context>
<context>
    <name>FoundSettings</name>
    <message>
        <source>Found settings</source>
        <translation>Gefundene Einstellungen</translation>
    </message>
</context>
<context>
    <name>Gap</name>
    <message>
        <source>Not reachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message numerus="yes">
        <source>Not reachable %Ln times, until {when}</source>
        <translation>
            <numerusform>Nicht erreichbar %Ln-mal, bis {when}</numerusform>
            <numerusform>Nicht erreichbar %Ln-mal, bis {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not reachable %Ln times, {when}</source>
        <translation>
            <numerusform>Nicht erreichbar %Ln-mal, {when}</numerusform>
            <numerusform>Nicht erreichbar %Ln-mal, {when}</numerusform>
        </translation>
    </message>
    <message>
        <source>Not reachable since {when}</source>
        <translation>Nicht erreichbar seit {when}</translation>
    </message>
    <message>
        <source>Not reachable until {when}</source>
        <translation>Nicht erreichbar bis {when}</translation>
    </message>
    <message>
        <source>Not reachable {when}</source>
        <translation>Nicht erreichbar {when}</translation>
    </message>
    <message>
        <source>What was sent to you meanwhile is lost. Ask for it again.</source>
        <translation>Was Ihnen in dieser Zeit gesendet wurde, ist verloren. Bitten Sie darum, es erneut zu senden.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>The page {page} of the guide cannot be read: {why}. Install Ringodesk again.</source>
        <translation>Die Seite {page} des Handbuchs kann nicht gelesen werden: {why}. Installieren Sie Ringodesk neu.</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>The guide is in English.</source>
        <translation>Das Handbuch ist auf Englisch.</translation>
    </message>
</context>
<context>
    <name>HealthBar</name>
    <message>
        <source>Receiving</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
</context>
<context>
    <name>HealthPopover</name>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Diagnostics…</source>
        <translation>Diagnose…</translation>
    </message>
    <message>
        <source>Follow a message from Ringotel hop by hop.</source>
        <translation>Eine Nachricht aus Ringotel Schritt für Schritt verfolgen.</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Paste this under Menu, Integrations, API Settings. It replaces whatever received before.</source>
        <translation>Fügen Sie dies unter Menu, Integrations, API Settings ein. Es ersetzt, was zuvor empfangen hat.</translation>
    </message>
    <message>
        <source>Proof…</source>
        <translation>Probe…</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Sending and receiving, step by step</source>
        <translation>Senden und Empfangen, Schritt für Schritt</translation>
    </message>
    <message>
        <source>Through ngrok</source>
        <translation>Über ngrok</translation>
    </message>
</context>
<context>
    <name>HistoryImport</name>
    <message>
        <source>Import the file again to go on where it stopped.</source>
        <translation>Importieren Sie die Datei erneut, um dort fortzufahren, wo der Import anhielt.</translation>
    </message>
    <message>
        <source>The import was stopped. Import the file again to go on where it stopped.</source>
        <translation>Der Import wurde angehalten. Importieren Sie die Datei erneut, um dort fortzufahren, wo er anhielt.</translation>
    </message>
</context>
<context>
    <name>HopRow</name>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>something is wrong</source>
        <translation>etwas stimmt nicht</translation>
    </message>
    <message>
        <source>waited for</source>
        <translation>wird erwartet</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} ms</translation>
    </message>
</context>
<context>
    <name>IdentityButton</name>
    <message>
        <source>Choose who writes</source>
        <translation>Auswählen, wer schreibt</translation>
    </message>
    <message>
        <source>as {identity}</source>
        <translation>als {identity}</translation>
    </message>
</context>
<context>
    <name>IdentityDialog</name>
    <message>
        <source>Change {name}</source>
        <translation>{name} ändern</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>IdentityPage</name>
    <message>
        <source>A number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>A sender id</source>
        <translation>Absender-ID</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Weitere hinzufügen</translation>
    </message>
    <message>
        <source>Another identity</source>
        <translation>Weitere Identität</translation>
    </message>
    <message>
        <source>Choose the organization first.</source>
        <translation>Wählen Sie zuerst die Organisation.</translation>
    </message>
    <message>
        <source>Kind of identity</source>
        <translation>Art der Identität</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Number or sender id</source>
        <translation>Nummer oder Absender-ID</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {identity}</source>
        <translation>{identity} entfernen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Shown to them</source>
        <translation>Für andere sichtbar</translation>
    </message>
    <message>
        <source>What you write comes from this number or name.</source>
        <translation>Was Sie schreiben, kommt von dieser Nummer oder diesem Namen.</translation>
    </message>
    <message>
        <source>Who you are</source>
        <translation>Wer Sie sind</translation>
    </message>
    <message>
        <source>You write as</source>
        <translation>Sie schreiben als</translation>
    </message>
    <message numerus="yes">
        <source>{organization} answers: %n people.</source>
        <translation>
            <numerusform>{organization} antwortet: %n Person.</numerusform>
            <numerusform>{organization} antwortet: %n Personen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln cannot be sent and are passed over.</source>
        <translation>
            <numerusform>%Ln kann nicht gesendet werden und wird übergangen.</numerusform>
            <numerusform>%Ln können nicht gesendet werden und werden übergangen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be sent and were passed over</source>
        <translation>
            <numerusform>%Ln nicht sendbar und übergangen</numerusform>
            <numerusform>%Ln nicht sendbar und übergangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln colleagues will see a new chat.</source>
        <translation>
            <numerusform>%Ln Kollege sieht dann einen neuen Chat.</numerusform>
            <numerusform>%Ln Kollegen sehen dann einen neuen Chat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are sent as a text with their name and link.</source>
        <translation>
            <numerusform>%Ln Datei wird als Text mit ihrem Namen und Link gesendet.</numerusform>
            <numerusform>%Ln Dateien werden als Text mit ihrem Namen und Link gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages come from an organization that is set up here: they are kept here only.</source>
        <translation>
            <numerusform>%Ln Nachricht kommt aus einer Organisation, die hier eingerichtet ist: Sie wird nur hier aufbewahrt.</numerusform>
            <numerusform>%Ln Nachrichten kommen aus einer Organisation, die hier eingerichtet ist: Sie werden nur hier aufbewahrt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages will be sent to Ringotel; that takes about {time}.</source>
        <translation>
            <numerusform>%Ln Nachricht wird an Ringotel gesendet; das dauert etwa {time}.</numerusform>
            <numerusform>%Ln Nachrichten werden an Ringotel gesendet; das dauert etwa {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of an earlier import may have arrived.</source>
        <translation>
            <numerusform>%Ln aus einem früheren Import ist vielleicht angekommen.</numerusform>
            <numerusform>%Ln aus einem früheren Import sind vielleicht angekommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them were deleted here and come back.</source>
        <translation>
            <numerusform>%Ln davon wurde hier gelöscht und kommt zurück.</numerusform>
            <numerusform>%Ln davon wurden hier gelöscht und kommen zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them were deleted here and stay deleted.</source>
        <translation>
            <numerusform>%Ln davon wurde hier gelöscht und bleibt es.</numerusform>
            <numerusform>%Ln davon wurden hier gelöscht und bleiben es.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln restored here</source>
        <translation>
            <numerusform>%Ln hier wiederhergestellt</numerusform>
            <numerusform>%Ln hier wiederhergestellt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sent to Ringotel</source>
        <translation>
            <numerusform>%Ln an Ringotel gesendet</numerusform>
            <numerusform>%Ln an Ringotel gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay deleted</source>
        <translation>
            <numerusform>%Ln bleibt gelöscht</numerusform>
            <numerusform>%Ln bleiben gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that may have arrived</source>
        <translation>
            <numerusform>%Ln vielleicht angekommen</numerusform>
            <numerusform>%Ln vielleicht angekommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were imported before.</source>
        <translation>
            <numerusform>%Ln wurde schon früher importiert.</numerusform>
            <numerusform>%Ln wurden schon früher importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were there already</source>
        <translation>
            <numerusform>%Ln war schon da</numerusform>
            <numerusform>%Ln waren schon da</numerusform>
        </translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>Und %Ln weitere.</numerusform>
            <numerusform>Und %Ln weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back what was deleted here</source>
        <translation>Hier Gelöschtes zurückholen</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei auswählen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>History (*.csv *.jsonl *.ndjson *.json *.txt)</source>
        <translation>Verlauf (*.csv *.jsonl *.ndjson *.json *.txt)</translation>
    </message>
    <message>
        <source>Import history</source>
        <translation>Verlauf importieren</translation>
    </message>
    <message>
        <source>Importing {name}: {done} of {total} lines. You may close this.</source>
        <translation>{name} wird importiert: {done} von {total} Zeilen. Sie können dieses Fenster schließen.</translation>
    </message>
    <message>
        <source>Leave them alone</source>
        <translation>So belassen</translation>
    </message>
    <message>
        <source>Lines that may have arrived</source>
        <translation>Zeilen, die vielleicht angekommen sind</translation>
    </message>
    <message>
        <source>May have arrived; look in Ringotel, then decide:</source>
        <translation>Vielleicht angekommen; sehen Sie in Ringotel nach und entscheiden Sie dann:</translation>
    </message>
    <message>
        <source>Old messages, with their times, from CSV or JSON lines. First you see what would happen.</source>
        <translation>Alte Nachrichten mit ihren Zeiten, aus CSV oder JSON-Zeilen. Zuerst sehen Sie, was geschehen würde.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>{name} wird gelesen…</translation>
    </message>
    <message>
        <source>Refused; import the file again to try once more:</source>
        <translation>Abgelehnt; importieren Sie die Datei erneut, um es noch einmal zu versuchen:</translation>
    </message>
    <message>
        <source>Send them again: they may arrive twice</source>
        <translation>Erneut senden: sie kommen dann vielleicht doppelt an</translation>
    </message>
    <message>
        <source>Start import</source>
        <translation>Import starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The import has ended: {words}.</source>
        <translation>Der Import ist beendet: {words}.</translation>
    </message>
    <message>
        <source>There is nothing to do: all of it was imported before.</source>
        <translation>Es gibt nichts zu tun: Alles wurde schon importiert.</translation>
    </message>
    <message>
        <source>They arrived</source>
        <translation>Sie sind angekommen</translation>
    </message>
    <message>
        <source>This file cannot be imported as it is. Nothing was sent.</source>
        <translation>Diese Datei kann so nicht importiert werden. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>nichts zu tun</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %Ln messages, {first} to {last}</source>
        <translation>
            <numerusform>{name}: %Ln Nachricht, {first} bis {last}</numerusform>
            <numerusform>{name}: %Ln Nachrichten, {first} bis {last}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %Ln messages, {first} to {last}; they will see a new chat</source>
        <translation>
            <numerusform>{name}: %Ln Nachricht, {first} bis {last}; dort erscheint ein neuer Chat</numerusform>
            <numerusform>{name}: %Ln Nachrichten, {first} bis {last}; dort erscheint ein neuer Chat</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportLine</name>
    <message>
        <source>Importing {name}: {done} of {total}</source>
        <translation>{name} wird importiert: {done} von {total}</translation>
    </message>
    <message>
        <source>Show import</source>
        <translation>Import anzeigen</translation>
    </message>
    <message>
        <source>{name} was imported</source>
        <translation>{name} wurde importiert</translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Jump to latest</source>
        <translation>Zum Neuesten springen</translation>
    </message>
    <message numerus="yes">
        <source>{name}, %Ln unread</source>
        <translation>
            <numerusform>{name}, %Ln ungelesen</numerusform>
            <numerusform>{name}, %Ln ungelesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>API URL</source>
        <translation>API-URL</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Chat with the people of a Ringotel organization. Nothing is saved before it works.</source>
        <translation>Chatten Sie mit den Personen einer Ringotel-Organisation. Gespeichert wird erst, wenn es funktioniert.</translation>
    </message>
    <message>
        <source>Find it in the Ringotel portal: Menu, Integrations, API Settings. Copy it and paste it here.</source>
        <translation>Sie finden ihn im Ringotel-Portal: Menu, Integrations, API Settings. Kopieren Sie ihn und fügen Sie ihn hier ein.</translation>
    </message>
    <message>
        <source>No account at hand? The demo needs none: its people answer by themselves.</source>
        <translation>Kein Konto zur Hand? Die Demo braucht keines: Ihre Personen antworten von selbst.</translation>
    </message>
    <message>
        <source>RINGODESK_API_KEY is set: a key that you enter here is used until Ringodesk ends, and is not stored.</source>
        <translation>RINGODESK_API_KEY ist gesetzt: Ein Schlüssel, den Sie hier eingeben, gilt bis zum Ende von Ringodesk und wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>KeyboardSection</name>
    <message>
        <source>All keys…</source>
        <translation>Alle Tasten…</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter begins a line</source>
        <translation>Eingabetaste sendet, Umschalt+Eingabe beginnt eine Zeile</translation>
    </message>
    <message>
        <source>Everything that can be done without a mouse.</source>
        <translation>Alles, was ohne Maus getan werden kann.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Off: Enter begins a line, Shift+Enter sends.</source>
        <translation>Aus: Eingabe beginnt eine Zeile, Umschalt+Eingabe sendet.</translation>
    </message>
</context>
<context>
    <name>LogCallDialog</name>
    <message>
        <source>Began</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Angerufen</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>It began at</source>
        <translation>Er begann um</translation>
    </message>
    <message>
        <source>It has just ended</source>
        <translation>Er ist gerade zu Ende</translation>
    </message>
    <message>
        <source>Log a call with {name}</source>
        <translation>Anruf mit {name} eintragen</translation>
    </message>
    <message>
        <source>Log call</source>
        <translation>Anruf eintragen</translation>
    </message>
    <message>
        <source>Minutes and seconds, as 2:30</source>
        <translation>Minuten und Sekunden, wie 2:30</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Swap caller and called</source>
        <translation>Anrufer und Angerufenen tauschen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>A message that cannot be shown</source>
        <translation>Eine Nachricht, die nicht angezeigt werden kann</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Deleted {when}</source>
        <translation>Gelöscht: {when}</translation>
    </message>
    <message>
        <source>Delivered {when}</source>
        <translation>Zugestellt: {when}</translation>
    </message>
    <message>
        <source>Edited {when}</source>
        <translation>Bearbeitet: {when}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File {name}</source>
        <translation>Datei {name}</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Nachricht gelöscht</translation>
    </message>
    <message>
        <source>Picture {name}</source>
        <translation>Bild {name}</translation>
    </message>
    <message>
        <source>Read {when}</source>
        <translation>Gelesen: {when}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>not downloaded: {why}</source>
        <translation>nicht heruntergeladen: {why}</translation>
    </message>
    <message>
        <source>transcription {name}</source>
        <translation>Transkript {name}</translation>
    </message>
    <message>
        <source>{caller} called {called}</source>
        <translation>{caller} rief {called} an</translation>
    </message>
    <message>
        <source>{name} is typing</source>
        <translation>{name} schreibt</translation>
    </message>
</context>
<context>
    <name>MessageDetailsDialog</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Message details</source>
        <translation>Nachrichtendetails</translation>
    </message>
    <message>
        <source>Message id</source>
        <translation>Nachrichten-ID</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sending began</source>
        <translation>Senden begonnen</translation>
    </message>
    <message>
        <source>Session id</source>
        <translation>Sitzungs-ID</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
</context>
<context>
    <name>MessageEdit</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel download</source>
        <translation>Herunterladen abbrechen</translation>
    </message>
    <message>
        <source>Code copied</source>
        <translation>Code kopiert</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>Linkadresse kopieren</translation>
    </message>
    <message>
        <source>Copy marked text</source>
        <translation>Markierten Text kopieren</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln messages?</source>
        <translation>
            <numerusform>%Ln Nachricht löschen?</numerusform>
            <numerusform>%Ln Nachrichten löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete this message?</source>
        <translation>Diese Nachricht löschen?</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit history…</source>
        <translation>Bearbeitungsverlauf…</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>Ist angekommen</translation>
    </message>
    <message>
        <source>It is taken back for both sides.</source>
        <translation>Sie wird auf beiden Seiten zurückgenommen.</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Link kopiert</translation>
    </message>
    <message>
        <source>Message details…</source>
        <translation>Nachrichtendetails…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>Mit anderem Programm öffnen</translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation>Bild kopiert</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>They are taken back for both sides.</source>
        <translation>Sie werden auf beiden Seiten zurückgenommen.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>NewChatDialog</name>
    <message>
        <source>Ask the server again</source>
        <translation>Server erneut fragen</translation>
    </message>
    <message>
        <source>Ask the server for the contacts again</source>
        <translation>Die Kontakte erneut vom Server abrufen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Filter contacts</source>
        <translation>Kontakte filtern</translation>
    </message>
    <message>
        <source>Name or extension</source>
        <translation>Name oder Durchwahl</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>Niemand passt</translation>
    </message>
    <message>
        <source>Nobody is known yet</source>
        <translation>Noch ist niemand bekannt</translation>
    </message>
    <message>
        <source>Start chat</source>
        <translation>Chat beginnen</translation>
    </message>
    <message>
        <source>The server is asked for the organization&apos;s people when it is reached.</source>
        <translation>Der Server wird nach den Personen der Organisation gefragt, sobald er erreicht wird.</translation>
    </message>
    <message>
        <source>Whoever is new appears when the server is asked again.</source>
        <translation>Wer neu ist, erscheint, wenn der Server erneut gefragt wird.</translation>
    </message>
    <message>
        <source>Write as</source>
        <translation>Schreiben als</translation>
    </message>
    <message>
        <source>as {identity}</source>
        <translation>als {identity}</translation>
    </message>
</context>
<context>
    <name>NewKeyPage</name>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Find it in the Ringotel portal: Menu, Integrations, API Settings.</source>
        <translation>Sie finden ihn im Ringotel-Portal: Menu, Integrations, API Settings.</translation>
    </message>
    <message>
        <source>New API key</source>
        <translation>Neuer API-Schlüssel</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Your history stays as it is. What waits to be sent goes out with the new key.</source>
        <translation>Ihr Verlauf bleibt, wie er ist. Was auf das Senden wartet, geht mit dem neuen Schlüssel hinaus.</translation>
    </message>
</context>
<context>
    <name>NoAnswerDialog</name>
    <message>
        <source>End it and start anew</source>
        <translation>Beenden und neu starten</translation>
    </message>
    <message>
        <source>It is running already, and something holds it up. Wait a moment, then try again. If that does not help, end it in the system&apos;s task manager: what was typed, sent and received is kept.</source>
        <translation>Es läuft bereits, und etwas hält es auf. Warten Sie einen Moment und versuchen Sie es dann erneut. Wenn das nicht hilft, beenden Sie es in der Prozessverwaltung des Systems: Was getippt, gesendet und empfangen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>It is running already, and something holds it up. Wait a moment, then try again. If that does not help, end it: what was typed, sent and received is kept.</source>
        <translation>Es läuft bereits, und etwas hält es auf. Warten Sie einen Moment und versuchen Sie es dann erneut. Wenn das nicht hilft, beenden Sie es: Was getippt, gesendet und empfangen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Ringodesk does not answer</source>
        <translation>Ringodesk antwortet nicht</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>NoticesSection</name>
    <message>
        <source>Days on which they begin</source>
        <translation>Tage, an denen sie beginnen</translation>
    </message>
    <message>
        <source>Desktop notices</source>
        <translation>Desktop-Hinweise</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Else one notice tells afterwards how many messages came.</source>
        <translation>Sonst sagt danach ein Hinweis, wie viele Nachrichten kamen.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Name and text</source>
        <translation>Name und Text</translation>
    </message>
    <message>
        <source>Name only</source>
        <translation>Nur Name</translation>
    </message>
    <message>
        <source>Neither name nor text</source>
        <translation>Weder Name noch Text</translation>
    </message>
    <message>
        <source>No notices at certain hours; one tells afterwards how many messages came.</source>
        <translation>Keine Hinweise zu bestimmten Zeiten; danach sagt einer, wie viele Nachrichten kamen.</translation>
    </message>
    <message>
        <source>No notices until then. The desktop&apos;s own switch for this holds too, where it tells of it.</source>
        <translation>Bis dahin keine Hinweise. Auch der Schalter des Desktops dafür gilt, wo dieser ihn mitteilt.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Of the next day, where it is the earlier time.</source>
        <translation>Am nächsten Tag, wenn es die frühere Uhrzeit ist.</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>Show them while the screen is locked</source>
        <translation>Bei gesperrtem Bildschirm anzeigen</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>The desktop&apos;s own for a new message.</source>
        <translation>Der des Desktops für eine neue Nachricht.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>What is shown of a message that comes while its chat is not in view.</source>
        <translation>Was von einer Nachricht gezeigt wird, deren Chat gerade nicht zu sehen ist.</translation>
    </message>
    <message>
        <source>Your desktop&apos;s own do not disturb is on: no notices until it is off.</source>
        <translation>„Bitte nicht stören“ des Desktops ist an: keine Benachrichtigungen, bis es aus ist.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>None of your contacts has the extension or number {number}.</source>
        <translation>Keiner Ihrer Kontakte hat die Durchwahl oder Nummer {number}.</translation>
    </message>
    <message>
        <source>Send files to</source>
        <translation>Dateien senden an</translation>
    </message>
    <message>
        <source>Send {count} files to: name or extension</source>
        <translation>{count} Dateien senden an: Name oder Durchwahl</translation>
    </message>
    <message>
        <source>Send {name} to: name or extension</source>
        <translation>{name} senden an: Name oder Durchwahl</translation>
    </message>
    <message>
        <source>Several of your contacts have the extension or number {number}: choose one yourself.</source>
        <translation>Mehrere Ihrer Kontakte haben die Durchwahl oder Nummer {number}: Wählen Sie selbst einen aus.</translation>
    </message>
    <message>
        <source>There are no contacts yet: set up your account, then open the link again.</source>
        <translation>Es gibt noch keine Kontakte: Richten Sie Ihr Konto ein und öffnen Sie den Link dann erneut.</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>That did not work because of a mistake in Ringodesk. The log says more.</source>
        <translation>Das gelang nicht, wegen eines Fehlers in Ringodesk. Das Protokoll sagt mehr dazu.</translation>
    </message>
</context>
<context>
    <name>OrganizationPage</name>
    <message>
        <source>Id or domain</source>
        <translation>ID oder Domain</translation>
    </message>
    <message>
        <source>Its id or domain</source>
        <translation>Ihre ID oder Domain</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>The API key reaches these. Choose one.</source>
        <translation>Der API-Schlüssel erreicht diese. Wählen Sie eine.</translation>
    </message>
    <message>
        <source>The server does not tell what this key reaches: copy the organization&apos;s id from the portal.</source>
        <translation>Der Server sagt nicht, was dieser Schlüssel erreicht: Kopieren Sie die ID der Organisation aus dem Portal.</translation>
    </message>
    <message>
        <source>Whose people you write with.</source>
        <translation>Mit deren Personen Sie schreiben.</translation>
    </message>
</context>
<context>
    <name>Others</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
</context>
<context>
    <name>PastedPictures</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The picture could not be saved in {folder}. Is the disk full?</source>
        <translation>Das Bild konnte nicht in {folder} gespeichert werden. Ist der Datenträger voll?</translation>
    </message>
    <message>
        <source>The text could not be saved in {folder}. Is the disk full?</source>
        <translation>Der Text konnte nicht in {folder} gespeichert werden. Ist der Datenträger voll?</translation>
    </message>
    <message>
        <source>What was copied is no picture that can be sent. Save it as a file, and attach that.</source>
        <translation>Was kopiert wurde, ist kein Bild, das gesendet werden kann. Speichern Sie es als Datei und hängen Sie diese an.</translation>
    </message>
</context>
<context>
    <name>PictureCopy</name>
    <message>
        <source>This picture cannot be copied: it is damaged, too large, or not where it was.</source>
        <translation>Dieses Bild kann nicht kopiert werden: Es ist beschädigt, zu groß oder nicht mehr an seinem Ort.</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>Close the viewer</source>
        <translation>Bildansicht schließen</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>Wird heruntergeladen…</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>Mit anderem Programm öffnen</translation>
    </message>
    <message>
        <source>Picture viewer</source>
        <translation>Bildansicht</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>This picture cannot be shown: it is damaged, too large, or not where it was. You can still try another program.</source>
        <translation>Dieses Bild kann nicht angezeigt werden: Es ist beschädigt, zu groß oder nicht mehr an seinem Ort. Sie können noch ein anderes Programm versuchen.</translation>
    </message>
    <message>
        <source>This picture is not on this computer yet.</source>
        <translation>Dieses Bild ist noch nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message numerus="yes">
        <source>%Ln d ago</source>
        <translation>
            <numerusform>vor %Ln Tag</numerusform>
            <numerusform>vor %Ln Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <translation>
            <numerusform>vor %Ln Std.</numerusform>
            <numerusform>vor %Ln Std.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>vor %Ln Min.</numerusform>
            <numerusform>vor %Ln Min.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>As they come. All other files are fetched when you ask for them.</source>
        <translation>Sobald sie kommen. Alle anderen Dateien werden auf Ihren Wunsch abgerufen.</translation>
    </message>
    <message>
        <source>Fetch pictures from the account&apos;s own server</source>
        <translation>Bilder vom eigenen Server des Kontos abrufen</translation>
    </message>
    <message>
        <source>Only of what was in view in a window that had the focus.</source>
        <translation>Nur von dem, was in einem aktiven Fenster zu sehen war.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Show when they are typing</source>
        <translation>Anzeigen, wenn andere schreiben</translation>
    </message>
    <message>
        <source>Show who is online, busy or away</source>
        <translation>Anzeigen, wer online, beschäftigt oder abwesend ist</translation>
    </message>
    <message>
        <source>Tell them when I am typing</source>
        <translation>Anderen mitteilen, wenn ich schreibe</translation>
    </message>
    <message>
        <source>Tell them when I have read a message</source>
        <translation>Anderen mitteilen, wenn ich eine Nachricht gelesen habe</translation>
    </message>
    <message>
        <source>Tell them when a message has arrived here</source>
        <translation>Anderen mitteilen, wenn eine Nachricht hier angekommen ist</translation>
    </message>
    <message>
        <source>What they learn</source>
        <translation>Was andere erfahren</translation>
    </message>
    <message>
        <source>What you see</source>
        <translation>Was Sie sehen</translation>
    </message>
</context>
<context>
    <name>ProofPage</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Messages arrive. Everything works.</source>
        <translation>Nachrichten kommen an. Alles funktioniert.</translation>
    </message>
    <message>
        <source>Notifications arrive. Now the message itself is waited for.</source>
        <translation>Benachrichtigungen kommen an. Jetzt wird auf die Nachricht selbst gewartet.</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Ringodesk answers</source>
        <translation>Ringodesk antwortet</translation>
    </message>
    <message>
        <source>Ringotel calls the URL</source>
        <translation>Ringotel ruft die URL auf</translation>
    </message>
    <message>
        <source>Send us a message from Ringotel: each step turns green as it is seen.</source>
        <translation>Senden Sie von Ringotel eine Nachricht hierher: Jeder Schritt wird grün, sobald er zu sehen ist.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>The API key is right</source>
        <translation>Der API-Schlüssel stimmt</translation>
    </message>
    <message>
        <source>The message is in the window</source>
        <translation>Die Nachricht ist im Fenster</translation>
    </message>
    <message>
        <source>The message is kept</source>
        <translation>Die Nachricht ist gespeichert</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>&amp;Inkrementieren</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>&amp;Dekrementieren</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Auswählen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>&amp;Neues Verzeichnis</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>S&amp;peichern</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Neuen Ordner erstellen</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Verzeichnis:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>Datei&amp;name:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Dateien des Typs:</translation>
    </message>
    <message>
        <source>Find Directory</source>
        <translation>Verzeichnis suchen</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>Suchen in:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Übergeordnetes Verzeichnis</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>&amp;Versteckte Dateien anzeigen</translation>
    </message>
</context>
<context>
    <name>QGuiApplication</name>
    <message>
        <source>QT_LAYOUT_DIRECTION</source>
        <translation>LTR</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Einf&amp;ügen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nein</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Herunter</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Meta</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Bild abwärts</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild aufwärts</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hoch</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Einf&amp;ügen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>&amp;Link-Adresse kopieren</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code of the URL</source>
        <translation>QR-Code der URL</translation>
    </message>
</context>
<context>
    <name>QuickRepliesDialog</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Filled in: {variables}</source>
        <translation>Wird ausgefüllt: {variables}</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation>Schnellantworten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Shortcut, typed after /</source>
        <translation>Kürzel, nach / eingegeben</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The quick reply /{shortcut} has no text.</source>
        <translation>Die Schnellantwort /{shortcut} hat keinen Text.</translation>
    </message>
    <message>
        <source>The shortcut of “{text}” must be one word, without spaces.</source>
        <translation>Das Kürzel von „{text}“ muss ein Wort ohne Leerzeichen sein.</translation>
    </message>
    <message>
        <source>There are two quick replies with the shortcut /{shortcut}. Change one of them.</source>
        <translation>Es gibt zwei Schnellantworten mit dem Kürzel /{shortcut}. Ändern Sie eine davon.</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
</context>
<context>
    <name>Quiet</name>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Do not disturb until {time}</source>
        <translation>Nicht stören bis {time}</translation>
    </message>
    <message>
        <source>Do not disturb, until turned off</source>
        <translation>Nicht stören, bis es ausgeschaltet wird</translation>
    </message>
    <message>
        <source>No notices while the screen is locked</source>
        <translation>Keine Hinweise, solange der Bildschirm gesperrt ist</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>The desktop does not want to be disturbed</source>
        <translation>Der Desktop möchte nicht gestört werden</translation>
    </message>
</context>
<context>
    <name>ReachablePage</name>
    <message>
        <source>At a public URL of my own</source>
        <translation>An einer eigenen öffentlichen URL</translation>
    </message>
    <message>
        <source>Give the port on this computer that your server passes notifications to: 1 to 65535.</source>
        <translation>Geben Sie den Port dieses Computers an, an den Ihr Server Benachrichtigungen weitergibt: 1 bis 65535.</translation>
    </message>
    <message>
        <source>Messages for you come as calls from Ringotel to a URL that leads to this computer.</source>
        <translation>Nachrichten an Sie kommen als Aufrufe von Ringotel an eine URL, die zu diesem Computer führt.</translation>
    </message>
    <message>
        <source>Port on this computer</source>
        <translation>Port auf diesem Computer</translation>
    </message>
    <message>
        <source>Public URL</source>
        <translation>Öffentliche URL</translation>
    </message>
    <message>
        <source>Reachable</source>
        <translation>Erreichbar</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Send only</source>
        <translation>Nur senden</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>The saved one</source>
        <translation>Das gespeicherte</translation>
    </message>
    <message>
        <source>Through ngrok</source>
        <translation>Über ngrok</translation>
    </message>
    <message>
        <source>Token and domain are on ngrok&apos;s dashboard: Your Authtoken, and Domains. A stable domain keeps the URL the same after a restart.</source>
        <translation>Token und Domain stehen im Dashboard von ngrok: Your Authtoken und Domains. Mit einer festen Domain bleibt die URL nach einem Neustart dieselbe.</translation>
    </message>
    <message>
        <source>You can write; answers are not received. This can be changed later in the settings.</source>
        <translation>Sie können schreiben; Antworten werden nicht empfangen. Das lässt sich später in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>Your own server or router passes what comes to that URL on to this port of this computer.</source>
        <translation>Ihr eigener Server oder Router gibt weiter, was an diese URL kommt, an diesen Port dieses Computers.</translation>
    </message>
    <message>
        <source>ngrok domain</source>
        <translation>ngrok-Domain</translation>
    </message>
    <message>
        <source>ngrok token</source>
        <translation>ngrok-Token</translation>
    </message>
</context>
<context>
    <name>ReceivedFiles</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open it only if you expected it and trust who sent it.</source>
        <translation>Öffnen Sie sie nur, wenn Sie sie erwartet haben und dem Absender vertrauen.</translation>
    </message>
    <message>
        <source>Open this file?</source>
        <translation>Diese Datei öffnen?</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>The desktop found no browser for this link.</source>
        <translation>Der Desktop fand keinen Browser für diesen Link.</translation>
    </message>
    <message>
        <source>The desktop has no program to open {name} with.</source>
        <translation>Der Desktop hat kein Programm, um {name} zu öffnen.</translation>
    </message>
    <message>
        <source>The file could not be saved as {path}: {why}.</source>
        <translation>Die Datei konnte nicht als {path} gespeichert werden: {why}.</translation>
    </message>
    <message>
        <source>The file {name} is not there any more.</source>
        <translation>Die Datei {name} ist nicht mehr da.</translation>
    </message>
    <message>
        <source>{name} may run a program on this computer.</source>
        <translation>{name} könnte ein Programm auf diesem Computer ausführen.</translation>
    </message>
</context>
<context>
    <name>ReceivingSection</name>
    <message>
        <source>How many the ngrok plan allows, to be warned in time; 0 is no limit.</source>
        <translation>Wie viele der ngrok-Tarif erlaubt, um rechtzeitig gewarnt zu werden; 0 heißt ohne Grenze.</translation>
    </message>
    <message>
        <source>On which notifications are received, from the next start; 0 takes any that is free.</source>
        <translation>Auf dem Benachrichtigungen empfangen werden, ab dem nächsten Start; 0 nimmt einen freien.</translation>
    </message>
    <message>
        <source>Pause receiving</source>
        <translation>Empfangen anhalten</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Public URL</source>
        <translation>Öffentliche URL</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Receiving: {words}</source>
        <translation>Empfangen: {words}</translation>
    </message>
    <message>
        <source>Requests a month</source>
        <translation>Anfragen im Monat</translation>
    </message>
    <message>
        <source>Until you turn this off again. What is sent to you meanwhile is lost.</source>
        <translation>Bis Sie dies wieder ausschalten. Was Ihnen inzwischen gesendet wird, ist verloren.</translation>
    </message>
    <message>
        <source>What the portal calls with each message.</source>
        <translation>Was das Portal bei jeder Nachricht aufruft.</translation>
    </message>
</context>
<context>
    <name>RemoveAccountDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing is sent or received for this account any more. What waits to be sent is not sent. The API key was given with RINGODESK_API_KEY: the key store is not touched.</source>
        <translation>Für dieses Konto wird nichts mehr gesendet oder empfangen. Was auf das Senden wartet, wird nicht gesendet. Der API-Schlüssel kam aus RINGODESK_API_KEY: Der Schlüsselbund bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Remove an account</source>
        <translation>Ein Konto entfernen</translation>
    </message>
    <message>
        <source>Remove and keep history</source>
        <translation>Entfernen, Verlauf behalten</translation>
    </message>
    <message>
        <source>Remove with history</source>
        <translation>Mit Verlauf entfernen</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>{name} entfernen?</translation>
    </message>
    <message>
        <source>The API key leaves the key store, and nothing is sent or received for this account any more. What waits to be sent is not sent.</source>
        <translation>Der API-Schlüssel wird aus dem Schlüsselbund entfernt, und für dieses Konto wird nichts mehr gesendet oder empfangen. Was auf das Senden wartet, wird nicht gesendet.</translation>
    </message>
    <message>
        <source>With its history, all its chats, messages and received files are removed from this computer.</source>
        <translation>Mit dem Verlauf werden alle seine Chats, Nachrichten und empfangenen Dateien von diesem Computer entfernt.</translation>
    </message>
</context>
<context>
    <name>RemoveDataDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove Ringodesk&apos;s data</source>
        <translation>Daten von Ringodesk entfernen</translation>
    </message>
    <message>
        <source>Remove and end Ringodesk</source>
        <translation>Entfernen und Ringodesk beenden</translation>
    </message>
    <message>
        <source>Remove everything from this computer?</source>
        <translation>Alles von diesem Computer entfernen?</translation>
    </message>
    <message>
        <source>There is no way back. At the server nothing changes; other files in the folder stay.</source>
        <translation>Das lässt sich nicht rückgängig machen. Auf dem Server ändert sich nichts; andere Dateien im Ordner bleiben.</translation>
    </message>
    <message>
        <source>Type “{word}” to confirm:</source>
        <translation>Zum Bestätigen „{word}“ eingeben:</translation>
    </message>
    <message>
        <source>remove</source>
        <comment>The word to type; one word, in small letters.</comment>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>• All messages, contacts, received files, pasted pictures, settings and the log in {folder}</source>
        <translation>• Alle Nachrichten, Kontakte, empfangenen Dateien, eingefügten Bilder, Einstellungen und das Protokoll in {folder}</translation>
    </message>
    <message>
        <source>• The API keys and the tunnel&apos;s token in the key store</source>
        <translation>• Die API-Schlüssel und das Token des Tunnels im Schlüsselbund</translation>
    </message>
    <message>
        <source>• The menu entry, the start at login and the links Ringodesk opens</source>
        <translation>• Der Menüeintrag, der Start bei der Anmeldung und die Links, die Ringodesk öffnet</translation>
    </message>
</context>
<context>
    <name>RenameAccountDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>{name} umbenennen</translation>
    </message>
</context>
<context>
    <name>RepairRow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>It stays listed under Health, and comes back when it gets worse or comes anew.</source>
        <translation>Es bleibt unter Zustand aufgeführt und kommt wieder, wenn es schlimmer wird oder neu auftritt.</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Erinnern</translation>
    </message>
    <message>
        <source>What the guide says to this.</source>
        <translation>Was das Handbuch dazu sagt.</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>settings.json: {field}</source>
        <translation>settings.json: {field}</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln messages</source>
        <translation>
            <numerusform>Mehr als %Ln Nachricht</numerusform>
            <numerusform>Mehr als %Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>No message has all of that. Try fewer letters or words, or take a filter away.</source>
        <translation>Keine Nachricht enthält all das. Versuchen Sie weniger Buchstaben oder Wörter oder entfernen Sie einen Filter.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing found yet</source>
        <translation>Noch nichts gefunden</translation>
    </message>
    <message>
        <source>Older messages are still being made searchable: {percent} %</source>
        <translation>Ältere Nachrichten werden noch durchsuchbar gemacht: {percent} %</translation>
    </message>
    <message>
        <source>Search in all chats</source>
        <translation>In allen Chats suchen</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>Nachrichten durchsuchen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>What is found in older messages will appear here.</source>
        <translation>Was in älteren Nachrichten gefunden wird, erscheint hier.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Conceal</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>SeekField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>SelectedMessages</name>
    <message>
        <source>Only messages of yours that were sent can be deleted. Select no others.</source>
        <translation>Nur eigene Nachrichten, die gesendet wurden, können gelöscht werden. Wählen Sie keine anderen aus.</translation>
    </message>
    <message>
        <source>So many messages cannot be taken back at once. Select those that are to go.</source>
        <translation>So viele Nachrichten können nicht auf einmal zurückgenommen werden. Wählen Sie die aus, die gelöscht werden sollen.</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copying… {percent} %</source>
        <translation>Wird kopiert… {percent} %</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>SendLinkDialog</name>
    <message>
        <source>Caption</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Optional, sent as a text after it</source>
        <translation>Optional, wird danach als Text gesendet</translation>
    </message>
    <message>
        <source>Ringotel fetches the file itself: the address must be one that everybody can reach.</source>
        <translation>Ringotel ruft die Datei selbst ab: Die Adresse muss für alle erreichbar sein.</translation>
    </message>
    <message>
        <source>Send a link to {name}</source>
        <translation>Einen Link an {name} senden</translation>
    </message>
    <message>
        <source>Send link</source>
        <translation>Link senden</translation>
    </message>
</context>
<context>
    <name>SentenceBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>, {least} or more</source>
        <translation>, {least} oder mehr</translation>
    </message>
    <message>
        <source>, {most} or less</source>
        <translation>, {most} oder weniger</translation>
    </message>
    <message>
        <source>1 action waits to be sent.</source>
        <translation>1 Vorgang wartet darauf, gesendet zu werden.</translation>
    </message>
    <message>
        <source>A call of {duration_s} seconds is longer than a week. Give the duration in seconds.</source>
        <translation>Ein Anruf von {duration_s} Sekunden ist länger als eine Woche. Geben Sie die Dauer in Sekunden an.</translation>
    </message>
    <message>
        <source>A colon is missing.</source>
        <translation>Es fehlt ein Doppelpunkt.</translation>
    </message>
    <message>
        <source>A comma or a closing brace is missing.</source>
        <translation>Es fehlt ein Komma oder eine schließende geschweifte Klammer.</translation>
    </message>
    <message>
        <source>A file&apos;s link can be sent as a number only. Send the link as a text, or upload the file.</source>
        <translation>Ein Link zu einer Datei kann nur als Nummer gesendet werden. Senden Sie den Link als Text oder laden Sie die Datei hoch.</translation>
    </message>
    <message>
        <source>A link must begin with http:// or https:// and name a host that Ringotel can reach.</source>
        <translation>Ein Link muss mit http:// oder https:// beginnen und einen Host nennen, den Ringotel erreichen kann.</translation>
    </message>
    <message>
        <source>A list in square brackets of objects with {names} must stand there.</source>
        <translation>Dort muss eine Liste in eckigen Klammern aus Objekten mit {names} stehen.</translation>
    </message>
    <message>
        <source>A list in square brackets with any of {values} must stand there.</source>
        <translation>Dort muss eine Liste in eckigen Klammern mit beliebigen der Werte {values} stehen.</translation>
    </message>
    <message>
        <source>A message is from you or from them: leave one “from:” out.</source>
        <translation>Eine Nachricht ist von Ihnen oder von anderen: Lassen Sie ein „from:“ weg.</translation>
    </message>
    <message>
        <source>A message of this account is on its way. Try again in a moment.</source>
        <translation>Eine Nachricht dieses Kontos ist unterwegs. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>A message that cannot be shown</source>
        <translation>Eine Nachricht, die nicht angezeigt werden kann</translation>
    </message>
    <message>
        <source>A name in double quotes, or a closing brace, is missing.</source>
        <translation>Es fehlt ein Name in doppelten Anführungszeichen oder eine schließende geschweifte Klammer.</translation>
    </message>
    <message>
        <source>A notification came and could not be stored. See whether the disk is full.</source>
        <translation>Eine Benachrichtigung kam und konnte nicht gespeichert werden. Sehen Sie nach, ob der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>A notification came under another host name than the public URL&apos;s. Enter the URL that Ringotel calls, and have a proxy of your own pass the Host header on.</source>
        <translation>Eine Benachrichtigung kam unter einem anderen Hostnamen als dem der öffentlichen URL. Geben Sie die URL ein, die Ringotel aufruft, und lassen Sie einen eigenen Proxy den Host-Header durchreichen.</translation>
    </message>
    <message>
        <source>A notification came with another API key than the saved one. Copy the key from the portal anew: Menu, Integrations, API Settings.</source>
        <translation>Eine Benachrichtigung kam mit einem anderen API-Schlüssel als dem gespeicherten. Kopieren Sie den Schlüssel erneut aus dem Portal: Menu, Integrations, API Settings.</translation>
    </message>
    <message>
        <source>A number from {least} to {most} must stand there.</source>
        <translation>Dort muss eine Zahl von {least} bis {most} stehen.</translation>
    </message>
    <message>
        <source>A number has too many digits.</source>
        <translation>Eine Zahl hat zu viele Ziffern.</translation>
    </message>
    <message>
        <source>A number or sender id has a line break or another character that cannot be shown.</source>
        <translation>Eine Nummer oder Absender-ID enthält einen Zeilenumbruch oder ein anderes Zeichen, das nicht gezeigt werden kann.</translation>
    </message>
    <message>
        <source>A setting is not right: {error}.</source>
        <translation>Eine Einstellung stimmt nicht: {error}.</translation>
    </message>
    <message>
        <source>A text has no double quote at its end.</source>
        <translation>Einem Text fehlt am Ende das doppelte Anführungszeichen.</translation>
    </message>
    <message>
        <source>A timeout must be a number of seconds, more than 0.</source>
        <translation>Eine Wartezeit muss eine Zahl von Sekunden sein, mehr als 0.</translation>
    </message>
    <message>
        <source>A value is missing.</source>
        <translation>Es fehlt ein Wert.</translation>
    </message>
    <message>
        <source>A whole number from {least} to {most} must stand there.</source>
        <translation>Dort muss eine ganze Zahl von {least} bis {most} stehen.</translation>
    </message>
    <message>
        <source>A whole number of {least} or more must stand there.</source>
        <translation>Dort muss eine ganze Zahl ab {least} stehen.</translation>
    </message>
    <message>
        <source>Add one in the settings, or with `ringodesk-cli identity add`.</source>
        <translation>Fügen Sie in den Einstellungen eine hinzu, oder mit `ringodesk-cli identity add`.</translation>
    </message>
    <message>
        <source>All {limit} requests that the ngrok plan allows this month have been used: ngrok may refuse notifications until the next month begins (UTC).</source>
        <translation>Alle {limit} Anfragen, die der ngrok-Tarif diesen Monat erlaubt, sind verbraucht: ngrok weist Benachrichtigungen vielleicht ab, bis der nächste Monat beginnt (UTC).</translation>
    </message>
    <message>
        <source>An account needs a number or a sender id. Add another one first.</source>
        <translation>Ein Konto braucht eine Nummer oder eine Absender-ID. Fügen Sie zuerst eine andere hinzu.</translation>
    </message>
    <message>
        <source>An empty chat can be opened as a number only, not as a sender id.</source>
        <translation>Ein leerer Chat kann nur als Nummer geöffnet werden, nicht als Absender-ID.</translation>
    </message>
    <message>
        <source>An import is running.</source>
        <translation>Ein Import läuft.</translation>
    </message>
    <message>
        <source>An opening brace is missing at the beginning.</source>
        <translation>Am Anfang fehlt eine öffnende geschweifte Klammer.</translation>
    </message>
    <message>
        <source>An organization&apos;s own Webhook integration calls this URL. Messages come through the other one: Menu, Integrations, API Settings.</source>
        <translation>Die eigene Webhook-Integration einer Organisation ruft diese URL auf. Nachrichten kommen über die andere: Menu, Integrations, API Settings.</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>Und {count} weitere.</translation>
    </message>
    <message>
        <source>Another Ringodesk on this home receives already. Close it, then try again.</source>
        <translation>Ein anderes Ringodesk mit diesem Ordner empfängt schon. Schließen Sie es und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Another Ringodesk on this home receives. What it receives is shown here too.</source>
        <translation>Ein anderes Ringodesk mit diesem Ordner empfängt. Was es empfängt, wird auch hier gezeigt.</translation>
    </message>
    <message>
        <source>Another import is running on this home. Wait for its end.</source>
        <translation>In diesem Profil läuft schon ein anderer Import. Warten Sie, bis er fertig ist.</translation>
    </message>
    <message>
        <source>Another process on this home</source>
        <translation>Ein anderer Prozess mit diesem Ordner</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>Am Platz</translation>
    </message>
    <message>
        <source>Available on the PBX</source>
        <translation>An der Telefonanlage verfügbar</translation>
    </message>
    <message>
        <source>Away / available</source>
        <translation>Abwesend / verfügbar</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>Ruft an</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Check its id in the portal.</source>
        <translation>Prüfen Sie ihre ID im Portal.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Check the API URL.</source>
        <translation>Prüfen Sie die API-URL.</translation>
    </message>
    <message>
        <source>Check the file&apos;s link.</source>
        <translation>Prüfen Sie den Link der Datei.</translation>
    </message>
    <message>
        <source>Check the organization&apos;s id in the portal.</source>
        <translation>Prüfen Sie die ID der Organisation im Portal.</translation>
    </message>
    <message>
        <source>Choose Resume in the window, or turn pause_receiving off.</source>
        <translation>Wählen Sie im Fenster Fortsetzen, oder schalten Sie pause_receiving aus.</translation>
    </message>
    <message>
        <source>Choose Show the tray icon, under Desktop in the settings.</source>
        <translation>Schalte „Symbol im Infobereich anzeigen“ in den Einstellungen unter „Desktop“ ein.</translation>
    </message>
    <message>
        <source>Choose one for good in the settings, under Receiving (receiver_port).</source>
        <translation>Lege einen fest, in den Einstellungen unter „Empfangen“ (receiver_port).</translation>
    </message>
    <message>
        <source>Choose what they tell, under Notices in the settings.</source>
        <translation>Wählen Sie in den Einstellungen unter Hinweise, was sie sagen.</translation>
    </message>
    <message>
        <source>Compare the webhook URL in the portal with yours, letter by letter.</source>
        <translation>Vergleichen Sie die Webhook-URL im Portal Zeichen für Zeichen mit Ihrer.</translation>
    </message>
    <message>
        <source>Connect it to a network.</source>
        <translation>Verbinden Sie ihn mit einem Netzwerk.</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>URL kopieren</translation>
    </message>
    <message>
        <source>Copy the current key from the portal: Menu, Integrations, API Settings.</source>
        <translation>Kopieren Sie den aktuellen Schlüssel aus dem Portal: Menu, Integrations, API Settings.</translation>
    </message>
    <message>
        <source>Copy the token again from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.</source>
        <translation>Kopieren Sie das Token erneut von dashboard.ngrok.com (Your Authtoken) und speichern Sie es in der Einrichtung.</translation>
    </message>
    <message>
        <source>Correct it there and try again, or remove the file.</source>
        <translation>Dort berichtigen und erneut versuchen, oder die Datei entfernen.</translation>
    </message>
    <message>
        <source>Do not disturb is on.</source>
        <translation>Nicht stören ist an.</translation>
    </message>
    <message>
        <source>Each of these messages says why, under its text. Try again there, or write another message.</source>
        <translation>Unter dem Text jeder dieser Nachrichten steht der Grund. Versuche es dort noch einmal, oder schreibe eine neue Nachricht.</translation>
    </message>
    <message>
        <source>Edits and deletions come through, as far as the newest messages tell.</source>
        <translation>Änderungen und Löschungen kommen an, soweit es die neuesten Nachrichten zeigen.</translation>
    </message>
    <message>
        <source>Edits and deletions that were not carried out, or not surely: {refused}, of the newest messages.</source>
        <translation>Änderungen und Löschungen, die nicht oder nicht sicher ausgeführt wurden: {refused}, unter den neuesten Nachrichten.</translation>
    </message>
    <message>
        <source>Edits of messages that never came: {strays}.</source>
        <translation>Änderungen an Nachrichten, die nie ankamen: {strays}.</translation>
    </message>
    <message>
        <source>Edits or deletions wait to be sent.</source>
        <translation>Änderungen oder Löschungen warten darauf, gesendet zu werden.</translation>
    </message>
    <message>
        <source>Enter it in the window, or with `ringodesk-cli setup`.</source>
        <translation>Geben Sie ihn im Fenster ein, oder mit `ringodesk-cli setup`.</translation>
    </message>
    <message>
        <source>Enter it under Settings, Accounts, Receiving, or with `ringodesk-cli setup --tunnel ngrok`.</source>
        <translation>Geben Sie es unter Einstellungen, Konten, Empfangen ein, oder mit `ringodesk-cli setup --tunnel ngrok`.</translation>
    </message>
    <message>
        <source>Enter the URL</source>
        <translation>URL eingeben</translation>
    </message>
    <message>
        <source>Enter the key</source>
        <translation>Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Enter the key again</source>
        <translation>Schlüssel neu eingeben</translation>
    </message>
    <message>
        <source>Enter the key that is valid now in the window, or with `ringodesk-cli setup`.</source>
        <translation>Geben Sie den jetzt gültigen Schlüssel im Fenster ein, oder mit `ringodesk-cli setup`.</translation>
    </message>
    <message>
        <source>Install it from ngrok.com/download, or name it in the setting ngrok_path.</source>
        <translation>Installieren Sie es von ngrok.com/download, oder nennen Sie es in der Einstellung ngrok_path.</translation>
    </message>
    <message>
        <source>Install ngrok 3.30 or later from ngrok.com/download, or name the program in the settings (ngrok_path).</source>
        <translation>Installieren Sie ngrok 3.30 oder neuer von ngrok.com/download, oder nennen Sie das Programm in den Einstellungen (ngrok_path).</translation>
    </message>
    <message>
        <source>Install one, or keep such a file with Save as….</source>
        <translation>Installiere eines, oder bewahre eine solche Datei mit „Speichern unter…“ auf.</translation>
    </message>
    <message>
        <source>Install xdg-desktop-portal and log in anew. Save as… works without it.</source>
        <translation>Installiere xdg-desktop-portal und melde dich neu an. „Speichern unter…“ geht auch ohne.</translation>
    </message>
    <message>
        <source>It goes with the server&apos;s.</source>
        <translation>Sie geht wie die des Servers.</translation>
    </message>
    <message>
        <source>It had not been sent when the history was written to a file.</source>
        <translation>Sie war noch nicht gesendet, als der Verlauf in eine Datei geschrieben wurde.</translation>
    </message>
    <message>
        <source>It has no users.</source>
        <translation>Sie hat keine Benutzer.</translation>
    </message>
    <message>
        <source>It has {users} users.</source>
        <translation>Sie hat {users} Benutzer.</translation>
    </message>
    <message>
        <source>It is in the key store.</source>
        <translation>Er liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>It is made when an account is set up.</source>
        <translation>Sie entsteht, wenn ein Konto eingerichtet wird.</translation>
    </message>
    <message>
        <source>It is one of the quiet hours.</source>
        <translation>Es ist Ruhezeit.</translation>
    </message>
    <message>
        <source>It is too late to cancel: the message is on its way.</source>
        <translation>Zum Abbrechen ist es zu spät: Die Nachricht ist unterwegs.</translation>
    </message>
    <message>
        <source>It is whole: schema {schema}, {size} MB.</source>
        <translation>Sie ist heil: Schema {schema}, {size} MB.</translation>
    </message>
    <message>
        <source>It may have arrived.</source>
        <translation>Sie ist vielleicht angekommen.</translation>
    </message>
    <message>
        <source>It may have arrived: the answer did not come. Send it again, or say that it arrived.</source>
        <translation>Sie ist vielleicht angekommen: Die Antwort blieb aus. Senden Sie sie erneut, oder geben Sie an, dass sie angekommen ist.</translation>
    </message>
    <message>
        <source>It must be a moment, as 2026-03-01T08:00:00Z, or null.</source>
        <translation>Es muss ein Zeitpunkt sein, wie 2026-03-01T08:00:00Z, oder null.</translation>
    </message>
    <message>
        <source>It must be a text in double quotes.</source>
        <translation>Es muss ein Text in doppelten Anführungszeichen sein.</translation>
    </message>
    <message>
        <source>It must be a time of day, as 22:30.</source>
        <translation>Es muss eine Uhrzeit sein, wie 22:30.</translation>
    </message>
    <message>
        <source>It must be a whole number.</source>
        <translation>Es muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>It must be another value.</source>
        <translation>Es muss ein anderer Wert sein.</translation>
    </message>
    <message>
        <source>It must be true or false.</source>
        <translation>Es muss true oder false sein.</translation>
    </message>
    <message>
        <source>It was not deleted: {sentence}</source>
        <translation>Sie wurde nicht gelöscht: {sentence}</translation>
    </message>
    <message>
        <source>It went on as it was.</source>
        <translation>Sie ging weiter wie bisher.</translation>
    </message>
    <message>
        <source>Line {line}, column {column} of the settings file {path} has a mistake.</source>
        <translation>Zeile {line}, Spalte {column} der Einstellungsdatei {path} hat einen Fehler.</translation>
    </message>
    <message>
        <source>Look it up at dashboard.ngrok.com/domains and correct it in the set-up.</source>
        <translation>Sehen Sie unter dashboard.ngrok.com/domains nach und berichtigen Sie sie in der Einrichtung.</translation>
    </message>
    <message>
        <source>Make room.</source>
        <translation>Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>Make room: what cannot be stored is not received.</source>
        <translation>Schaffen Sie Platz: Was nicht gespeichert werden kann, wird nicht empfangen.</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Nachricht gelöscht</translation>
    </message>
    <message>
        <source>Messages without an id from Ringotel: {without_id}. They cannot be edited or deleted.</source>
        <translation>Nachrichten ohne Kennung von Ringotel: {without_id}. Sie lassen sich weder ändern noch löschen.</translation>
    </message>
    <message>
        <source>Most of the requests that the ngrok plan allows this month have been used.</source>
        <translation>Die meisten Anfragen, die der ngrok-Tarif diesen Monat erlaubt, sind verbraucht.</translation>
    </message>
    <message>
        <source>Name another folder with --home.</source>
        <translation>Nennen Sie mit --home einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Name the account&apos;s own domain under Settings, Accounts, Receiving, or paste the URL into the portal each time.</source>
        <translation>Nennen Sie unter Einstellungen, Konten, Empfangen die eigene Domain des ngrok-Kontos, oder fügen Sie die URL jedes Mal im Portal ein.</translation>
    </message>
    <message>
        <source>Name the organization by its id or by its domain, one of the two.</source>
        <translation>Nennen Sie die Organisation mit ihrer ID oder mit ihrer Domain, einem von beidem.</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Neue Nachricht</translation>
    </message>
    <message>
        <source>No notification arrives before the next month. Upgrade it at dashboard.ngrok.com/billing, or use a public URL of your own.</source>
        <translation>Vor dem nächsten Monat kommt keine Benachrichtigung an. Wechseln Sie den Tarif unter dashboard.ngrok.com/billing, oder verwenden Sie eine eigene öffentliche URL.</translation>
    </message>
    <message>
        <source>No setting holds them back.</source>
        <translation>Keine Einstellung hält sie zurück.</translation>
    </message>
    <message>
        <source>Nobody else can look into it.</source>
        <translation>Niemand sonst kann hineinsehen.</translation>
    </message>
    <message>
        <source>Nobody receives now; any free port is taken.</source>
        <translation>Niemand empfängt jetzt; genommen wird irgendein freier Port.</translation>
    </message>
    <message>
        <source>Nobody receives now; port {port} is free.</source>
        <translation>Niemand empfängt jetzt; Port {port} ist frei.</translation>
    </message>
    <message>
        <source>None are expected: messages are sent only.</source>
        <translation>Es werden keine erwartet: Nachrichten werden nur gesendet.</translation>
    </message>
    <message>
        <source>None came in the last 30 days.</source>
        <translation>In den letzten 30 Tagen kamen keine.</translation>
    </message>
    <message>
        <source>None: messages are sent, and received from this machine alone.</source>
        <translation>Keiner: Nachrichten werden gesendet, und nur von diesem Computer empfangen.</translation>
    </message>
    <message>
        <source>Not where they were: {gone} of the last {kept} files.</source>
        <translation>Nicht mehr an ihrem Ort: {gone} der letzten {kept} Dateien.</translation>
    </message>
    <message>
        <source>Nothing answers at {host}: the connection was refused. {check}</source>
        <translation>Auf {host} antwortet nichts: Die Verbindung wurde abgewiesen. {check}</translation>
    </message>
    <message>
        <source>Nothing can be written to {folder} ({errno}).</source>
        <translation>In {folder} kann nichts geschrieben werden ({errno}).</translation>
    </message>
    <message>
        <source>Nothing is set up yet. Start Ringodesk, which asks for all it needs, or see `ringodesk-cli setup --help`.</source>
        <translation>Noch ist nichts eingerichtet. Starte Ringodesk, das nach allem fragt, was es braucht, oder siehe `ringodesk-cli setup --help`.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Nichts wartet darauf, gesendet zu werden.</translation>
    </message>
    <message>
        <source>Nothing was imported: {problems}.{more}</source>
        <translation>Es wurde nichts importiert: {problems}.{more}</translation>
    </message>
    <message>
        <source>Notifications come under another host name than the public URL&apos;s, and are refused. Enter the URL that Ringotel calls as the public URL, and have a proxy of your own pass the Host header on.</source>
        <translation>Benachrichtigungen kommen unter einem anderen Hostnamen als dem der öffentlichen URL und werden abgewiesen. Geben Sie die URL, die Ringotel aufruft, als öffentliche URL ein, und lassen Sie einen eigenen Proxy den Host-Header durchreichen.</translation>
    </message>
    <message>
        <source>Notifications come with another API key than the saved one. If the key was rotated, enter the new one.</source>
        <translation>Benachrichtigungen kommen mit einem anderen API-Schlüssel als dem gespeicherten. Wurde der Schlüssel erneuert, geben Sie den neuen ein.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>On Debian: apt install libenchant-2-2 hunspell-en-us.</source>
        <translation>Unter Debian: apt install libenchant-2-2 hunspell-de-de.</translation>
    </message>
    <message>
        <source>On Debian: apt install xdg-utils. Save as… works without it.</source>
        <translation>Auf Debian: apt install xdg-utils. „Speichern unter…“ geht auch ohne.</translation>
    </message>
    <message>
        <source>On GNOME install the extension “AppIndicator and KStatusNotifierItem Support”, or minimise the window.</source>
        <translation>Installiere unter GNOME die Erweiterung „AppIndicator and KStatusNotifierItem Support“, oder minimiere das Fenster.</translation>
    </message>
    <message>
        <source>On a call</source>
        <translation>Im Gespräch</translation>
    </message>
    <message>
        <source>One of {values} must stand there.</source>
        <translation>Dort muss einer der Werte {values} stehen.</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Only a number has a history that can be synchronized, not a sender id.</source>
        <translation>Nur eine Nummer hat einen Verlauf, der abgeglichen werden kann, keine Absender-ID.</translation>
    </message>
    <message>
        <source>Only a text can be edited.</source>
        <translation>Nur ein Text kann bearbeitet werden.</translation>
    </message>
    <message>
        <source>Only messages of ours can be changed.</source>
        <translation>Nur eigene Nachrichten können geändert werden.</translation>
    </message>
    <message>
        <source>Open ngrok&apos;s plans</source>
        <translation>Tarife von ngrok öffnen</translation>
    </message>
    <message>
        <source>Open them in their chat: what came in is fetched again. Put back what you sent, or send it once more.</source>
        <translation>Öffne sie in ihrem Chat: Empfangenes wird neu geholt. Lege zurück, was du gesendet hast, oder sende es noch einmal.</translation>
    </message>
    <message>
        <source>Organization {account} at {api_url}.</source>
        <translation>Organisation {account} bei {api_url}.</translation>
    </message>
    <message>
        <source>Others on this machine may look into {folder}.</source>
        <translation>Andere auf diesem Computer können in {folder} hineinsehen.</translation>
    </message>
    <message>
        <source>Our number</source>
        <translation>Unsere Nummer</translation>
    </message>
    <message>
        <source>Our number is missing. Say which to write from.</source>
        <translation>Unsere Nummer fehlt. Geben Sie an, von welcher geschrieben wird.</translation>
    </message>
    <message>
        <source>Parking slot, unavailable</source>
        <translation>Parkplatz, nicht verfügbar</translation>
    </message>
    <message>
        <source>Port {port} is in use by another program.</source>
        <translation>Port {port} wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>Port {port} is in use by another program. Close that program, or choose another port for receiving (0 takes any that is free).</source>
        <translation>Port {port} wird von einem anderen Programm verwendet. Schließen Sie dieses, oder wählen Sie einen anderen Port zum Empfangen (0 nimmt einen freien).</translation>
    </message>
    <message>
        <source>Process {pid} on this home</source>
        <translation>Prozess {pid} mit diesem Ordner</translation>
    </message>
    <message>
        <source>Programs may not be started from {folder} (it is mounted noexec). Name another home folder.</source>
        <translation>Aus {folder} dürfen keine Programme gestartet werden (mit noexec eingehängt). Nennen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Quit Ringodesk, keep a copy of {folder}, then: `ringodesk-cli export --all -o history.jsonl`.</source>
        <translation>Beende Ringodesk, bewahre eine Kopie von {folder} auf, dann: `ringodesk-cli export --all -o history.jsonl`.</translation>
    </message>
    <message>
        <source>RINGODESK_API_KEY gives it, to this process alone.</source>
        <translation>RINGODESK_API_KEY gibt ihn vor, nur für diesen Prozess.</translation>
    </message>
    <message>
        <source>Receiving is paused. What is sent to you meanwhile is lost: Ringotel does not send it again.</source>
        <translation>Das Empfangen ist angehalten. Was Ihnen inzwischen gesendet wird, ist verloren: Ringotel sendet es nicht erneut.</translation>
    </message>
    <message>
        <source>Receiving is paused: what is sent to you meanwhile is lost.</source>
        <translation>Das Empfangen ist angehalten: Was Ihnen inzwischen gesendet wird, geht verloren.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Ringodesk does not open links that begin with {scheme}:.</source>
        <translation>Ringodesk öffnet keine Links, die mit {scheme}: beginnen.</translation>
    </message>
    <message>
        <source>Ringotel does not accept the API key{words}. Copy the current key from the portal: Menu, Integrations, API Settings.</source>
        <translation>Ringotel akzeptiert den API-Schlüssel nicht{words}. Kopieren Sie den aktuellen Schlüssel aus dem Portal: Menu, Integrations, API Settings.</translation>
    </message>
    <message>
        <source>Ringotel gave this message no id, so it cannot be changed.</source>
        <translation>Ringotel gab dieser Nachricht keine ID, darum kann sie nicht geändert werden.</translation>
    </message>
    <message>
        <source>Ringotel has given no id for this {what} yet: nothing can be done.</source>
        <translation>Ringotel hat noch keine ID vergeben ({what}): Es kann nichts getan werden.</translation>
    </message>
    <message>
        <source>Ringotel refused and gave no reason.</source>
        <translation>Ringotel lehnte ab und nannte keinen Grund.</translation>
    </message>
    <message>
        <source>Ringotel refused: {words}</source>
        <translation>Ringotel lehnte ab: {words}</translation>
    </message>
    <message>
        <source>Ringotel refuses line after line; the import was stopped. {error}</source>
        <translation>Ringotel lehnt Zeile um Zeile ab; der Import wurde angehalten. {error}</translation>
    </message>
    <message>
        <source>Ringotel takes no more requests for now (HTTP 429). {when} before trying again.</source>
        <translation>Ringotel nimmt zurzeit keine weiteren Anfragen an (HTTP 429). {when} bis zum nächsten Versuch.</translation>
    </message>
    <message>
        <source>Run: chmod 700 {folder}</source>
        <translation>Führen Sie aus: chmod 700 {folder}</translation>
    </message>
    <message>
        <source>Say who was {end}: the number is missing.</source>
        <translation>Geben Sie an, wer beteiligt war ({end}): Die Nummer fehlt.</translation>
    </message>
    <message>
        <source>Say who you are first: the account has no number or sender id.</source>
        <translation>Geben Sie zuerst an, wer Sie sind: Das Konto hat keine Nummer oder Absender-ID.</translation>
    </message>
    <message>
        <source>Say who you are: a number, or a sender id.</source>
        <translation>Geben Sie an, wer Sie sind: eine Nummer oder eine Absender-ID.</translation>
    </message>
    <message>
        <source>Set it if it is wrong. No message is deleted for its age until the server agrees, or for 30 days.</source>
        <translation>Stellen Sie sie, wenn sie falsch geht. Bis der Server zustimmt, oder 30 Tage lang, wird keine Nachricht wegen ihres Alters gelöscht.</translation>
    </message>
    <message>
        <source>Set it: the times of messages are this computer&apos;s.</source>
        <translation>Stellen Sie sie: Die Zeiten der Nachrichten sind die dieses Computers.</translation>
    </message>
    <message>
        <source>Set up again</source>
        <translation>Neu einrichten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Somebody called, but not at the secret path. Copy the whole URL into the portal, to its end.</source>
        <translation>Jemand rief auf, aber nicht den geheimen Pfad. Kopieren Sie die ganze URL bis zu ihrem Ende ins Portal.</translation>
    </message>
    <message>
        <source>Spelling is not checked: no dictionary is installed, for instance hunspell-en-us.</source>
        <translation>Die Rechtschreibung wird nicht geprüft: Es ist kein Wörterbuch installiert, zum Beispiel hunspell-en-us.</translation>
    </message>
    <message>
        <source>Spelling is not checked: the Enchant library (libenchant-2) is not installed.</source>
        <translation>Die Rechtschreibung wird nicht geprüft: Die Enchant-Bibliothek (libenchant-2) ist nicht installiert.</translation>
    </message>
    <message>
        <source>Start Ringodesk from the desktop&apos;s own menu, or from a terminal on the desktop.</source>
        <translation>Starte Ringodesk aus dem Menü des Desktops oder aus einem Terminal auf dem Desktop.</translation>
    </message>
    <message>
        <source>Stop that, or choose another port in the settings, under Receiving (receiver_port).</source>
        <translation>Beende jenes, oder wähle einen anderen Port in den Einstellungen unter „Empfangen“ (receiver_port).</translation>
    </message>
    <message>
        <source>That is not a web address.</source>
        <translation>Das ist keine Webadresse.</translation>
    </message>
    <message>
        <source>The API URL</source>
        <translation>Die API-URL</translation>
    </message>
    <message>
        <source>The API URL holds a space, a backslash or a control character. Write https://shell.ringotel.co/api</source>
        <translation>Die API-URL enthält ein Leerzeichen, einen umgekehrten Schrägstrich oder ein Steuerzeichen. Schreiben Sie https://shell.ringotel.co/api</translation>
    </message>
    <message>
        <source>The API URL is missing. Write https://shell.ringotel.co/api, or the address of your own server.</source>
        <translation>Die API-URL fehlt. Schreiben Sie https://shell.ringotel.co/api, oder die Adresse Ihres eigenen Servers.</translation>
    </message>
    <message>
        <source>The API URL must begin with https://.</source>
        <translation>Die API-URL muss beginnen mit https://.</translation>
    </message>
    <message>
        <source>The API URL must begin with https://. Write https://{rest}</source>
        <translation>Die API-URL muss beginnen mit https://. Schreiben Sie https://{rest}</translation>
    </message>
    <message>
        <source>The API URL must not hold {what}. Write {scheme}://{parts}/api</source>
        <translation>Die API-URL darf {what} nicht enthalten. Schreiben Sie {scheme}://{parts}/api</translation>
    </message>
    <message>
        <source>The API URL names no usable host. Write https://shell.ringotel.co/api</source>
        <translation>Die API-URL nennt keinen brauchbaren Host. Schreiben Sie https://shell.ringotel.co/api</translation>
    </message>
    <message>
        <source>The API URL {text} cannot be read ({exc}). Write https://shell.ringotel.co/api</source>
        <translation>Die API-URL {text} kann nicht gelesen werden ({exc}). Schreiben Sie https://shell.ringotel.co/api</translation>
    </message>
    <message>
        <source>The API key holds a space, a line break or a letter no key has. Copy it once more.</source>
        <translation>Der API-Schlüssel enthält ein Leerzeichen, einen Zeilenumbruch oder ein Zeichen, das kein Schlüssel hat. Kopieren Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>The API key is missing. Copy it from the portal: Menu, Integrations, API Settings.</source>
        <translation>Der API-Schlüssel fehlt. Kopieren Sie ihn aus dem Portal: Menu, Integrations, API Settings.</translation>
    </message>
    <message>
        <source>The API key is not allowed to do this{words}. Check that it belongs to this organization.</source>
        <translation>Der API-Schlüssel darf das nicht{words}. Prüfen Sie, ob er zu dieser Organisation gehört.</translation>
    </message>
    <message>
        <source>The API key is not in the key store.</source>
        <translation>Der API-Schlüssel ist nicht im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The API key is not in the key store. Enter it again in the set-up.</source>
        <translation>Der API-Schlüssel ist nicht im Schlüsselbund. Geben Sie ihn in der Einrichtung neu ein.</translation>
    </message>
    <message>
        <source>The API key must not travel unprotected: write https://{parts} instead of http://. Plain http is only for this machine (127.0.0.1).</source>
        <translation>Der API-Schlüssel darf nicht ungeschützt übertragen werden: Schreiben Sie https://{parts} statt http://. Einfaches http ist nur für diesen Rechner (127.0.0.1).</translation>
    </message>
    <message>
        <source>The API key reaches no organization with the domain “{domain}”. There is: {known}.</source>
        <translation>Der API-Schlüssel erreicht keine Organisation mit der Domain „{domain}“. Es gibt: {known}.</translation>
    </message>
    <message>
        <source>The account has no number or sender id.</source>
        <translation>Das Konto hat keine Nummer oder Absender-ID.</translation>
    </message>
    <message>
        <source>The address cannot be used. {check}</source>
        <translation>Die Adresse kann nicht verwendet werden. {check}</translation>
    </message>
    <message>
        <source>The address cannot be used: it is no proper web address.</source>
        <translation>Die Adresse kann nicht verwendet werden: Sie ist keine richtige Webadresse.</translation>
    </message>
    <message>
        <source>The answer of {host} cannot be read.</source>
        <translation>Die Antwort von {host} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The answer of {host} cannot be unpacked.</source>
        <translation>Die Antwort von {host} kann nicht entpackt werden.</translation>
    </message>
    <message>
        <source>The answer of {host} is far too large. {check}</source>
        <translation>Die Antwort von {host} ist viel zu groß. {check}</translation>
    </message>
    <message>
        <source>The call&apos;s duration must be a whole number of seconds.</source>
        <translation>Die Dauer des Anrufs muss eine ganze Zahl von Sekunden sein.</translation>
    </message>
    <message>
        <source>The call&apos;s duration must not be less than 0 seconds.</source>
        <translation>Die Dauer des Anrufs darf nicht kleiner als 0 Sekunden sein.</translation>
    </message>
    <message>
        <source>The call&apos;s {what}</source>
        <translation>Angabe zum Anruf ({what})</translation>
    </message>
    <message>
        <source>The call&apos;s {what} number</source>
        <translation>Nummer zum Anruf ({what})</translation>
    </message>
    <message>
        <source>The certificate of {host} cannot be trusted ({verify_message}). {check}</source>
        <translation>Dem Zertifikat von {host} kann nicht vertraut werden ({verify_message}). {check}</translation>
    </message>
    <message>
        <source>The change was not made: {sentence}</source>
        <translation>Die Änderung wurde nicht vorgenommen: {sentence}</translation>
    </message>
    <message>
        <source>The chat could not be opened at Ringotel: {cause}</source>
        <translation>Der Chat konnte bei Ringotel nicht geöffnet werden: {cause}</translation>
    </message>
    <message>
        <source>The checks of network, server and key say what for; then they go by themselves.</source>
        <translation>Die Prüfungen von Netzwerk, Server und Schlüssel sagen, worauf; danach gehen sie von selbst hinaus.</translation>
    </message>
    <message>
        <source>The connection has been closed; nothing was sent.</source>
        <translation>Die Verbindung wurde geschlossen; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The connection to ngrok was lost; messages sent meanwhile do not arrive.</source>
        <translation>Die Verbindung zu ngrok ging verloren; Nachrichten, die inzwischen gesendet werden, kommen nicht an.</translation>
    </message>
    <message>
        <source>The connection to {host} broke before the answer came.</source>
        <translation>Die Verbindung zu {host} brach ab, bevor die Antwort kam.</translation>
    </message>
    <message>
        <source>The connection to {host} broke while it was being closed.</source>
        <translation>Die Verbindung zu {host} brach ab, während sie geschlossen wurde.</translation>
    </message>
    <message>
        <source>The connection to {host} broke while the request was being sent.</source>
        <translation>Die Verbindung zu {host} brach ab, während die Anfrage gesendet wurde.</translation>
    </message>
    <message>
        <source>The connection to {host} broke.</source>
        <translation>Die Verbindung zu {host} brach ab.</translation>
    </message>
    <message>
        <source>The connection to {host} failed.</source>
        <translation>Die Verbindung zu {host} schlug fehl.</translation>
    </message>
    <message>
        <source>The connection to {host} got out of step.</source>
        <translation>Die Verbindung zu {host} geriet aus dem Takt.</translation>
    </message>
    <message>
        <source>The database is closed: Ringodesk is ending.</source>
        <translation>Die Datenbank ist geschlossen: Ringodesk wird beendet.</translation>
    </message>
    <message>
        <source>The database is damaged.</source>
        <translation>Die Datenbank ist beschädigt.</translation>
    </message>
    <message>
        <source>The database {path} cannot be opened: check that its folder exists and is yours.</source>
        <translation>Die Datenbank {path} kann nicht geöffnet werden: Prüfen Sie, ob ihr Ordner vorhanden ist und Ihnen gehört.</translation>
    </message>
    <message>
        <source>The database {path} cannot be used: what lies beside it as {name} is no file. Move that away, and not the database, then start again. Nothing was changed.</source>
        <translation>Die Datenbank {path} kann nicht benutzt werden: Was neben ihr als {name} liegt, ist keine Datei. Verschieben Sie das, nicht die Datenbank, und starten Sie dann neu. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The database {path} cannot be used: what lies there is no file. Move it away, or name another home with --home or RINGODESK_HOME.</source>
        <translation>Die Datenbank {path} kann nicht benutzt werden: Was dort liegt, ist keine Datei. Verschieben Sie es, oder nennen Sie mit --home oder RINGODESK_HOME einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The database {path} cannot be written: check the permissions of its folder.</source>
        <translation>Die Datenbank {path} kann nicht geschrieben werden: Prüfen Sie die Rechte ihres Ordners.</translation>
    </message>
    <message>
        <source>The database {path} could not be used ({error}).</source>
        <translation>Die Datenbank {path} konnte nicht verwendet werden ({error}).</translation>
    </message>
    <message>
        <source>The database {path} is held by another program. Close it, or wait.</source>
        <translation>Die Datenbank {path} wird von einem anderen Programm belegt. Schließen Sie es oder warten Sie.</translation>
    </message>
    <message>
        <source>The database {path} must be copied before this version can use it, and the copy {target} could not be made ({error}). Make room and start again.</source>
        <translation>Die Datenbank {path} muss kopiert werden, bevor diese Version sie verwenden kann, und die Kopie {target} konnte nicht angelegt werden ({error}). Schaffen Sie Platz und starten Sie neu.</translation>
    </message>
    <message>
        <source>The database {path} was made by a newer version of Ringodesk (schema {schema}, this one knows {known}). Install that version, or name another folder with --home. Nothing was changed.</source>
        <translation>Die Datenbank {path} wurde von einer neueren Version von Ringodesk angelegt (Schema {schema}, diese kennt {known}). Installiere jene Version, oder nenne mit --home einen anderen Ordner. Nichts wurde verändert.</translation>
    </message>
    <message>
        <source>The desktop has a program for each kind of file that is here.</source>
        <translation>Für jede Art von Datei, die hier liegt, hat der Desktop ein Programm.</translation>
    </message>
    <message>
        <source>The desktop has a tray, of the kind StatusNotifier.</source>
        <translation>Der Desktop hat einen Infobereich, von der Art StatusNotifier.</translation>
    </message>
    <message>
        <source>The desktop has a tray, of the kind XEmbed.</source>
        <translation>Der Desktop hat einen Infobereich, von der Art XEmbed.</translation>
    </message>
    <message>
        <source>The desktop has no program for files of the kind {named}.</source>
        <translation>Der Desktop hat kein Programm für Dateien der Art {named}.</translation>
    </message>
    <message>
        <source>The desktop has no tray: closing the window ends Ringodesk.</source>
        <translation>Der Desktop hat keinen Infobereich: Wer das Fenster schließt, beendet Ringodesk.</translation>
    </message>
    <message>
        <source>The desktop portal is missing, which opens files and links for a program in a sandbox.</source>
        <translation>Das Desktop-Portal fehlt, das für ein abgeschottetes Programm Dateien und Links öffnet.</translation>
    </message>
    <message>
        <source>The desktop portal opens them.</source>
        <translation>Das Desktop-Portal öffnet sie.</translation>
    </message>
    <message>
        <source>The desktop&apos;s session bus does not answer, and no tray of the older kind is there.</source>
        <translation>Der Sitzungsbus des Desktops antwortet nicht, und ein Infobereich der älteren Art ist nicht da.</translation>
    </message>
    <message>
        <source>The disk cannot be asked ({errno}).</source>
        <translation>Die Festplatte kann nicht befragt werden ({errno}).</translation>
    </message>
    <message>
        <source>The disk that holds {path} cannot be used: choose a local one with --home.</source>
        <translation>Der Datenträger mit {path} kann nicht verwendet werden: Wählen Sie einen lokalen mit --home.</translation>
    </message>
    <message>
        <source>The disk that holds {path} has a fault ({error}).</source>
        <translation>Der Datenträger mit {path} hat einen Fehler ({error}).</translation>
    </message>
    <message>
        <source>The disk that holds {path} is full or failing: nothing of this was kept.</source>
        <translation>Der Datenträger mit {path} ist voll oder defekt: Nichts davon wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>The disk that holds {path} is full. Free some space and try again.</source>
        <translation>Der Datenträger mit {path} ist voll. Geben Sie Platz frei und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The duration is missing: whole seconds, or minutes and seconds as 2:30.</source>
        <translation>Die Dauer fehlt: ganze Sekunden, oder Minuten und Sekunden wie 2:30.</translation>
    </message>
    <message>
        <source>The duration {text} cannot be read: write whole seconds, 2:30 or 1:05:10.</source>
        <translation>Die Dauer {text} kann nicht gelesen werden: Schreiben Sie ganze Sekunden, 2:30 oder 1:05:10.</translation>
    </message>
    <message>
        <source>The file comes too slowly; it was given up. Try again later.</source>
        <translation>Die Datei kommt zu langsam; der Versuch wurde aufgegeben. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The file holds one JSON array. Write one object a line instead, without brackets and commas.</source>
        <translation>Die Datei enthält ein einziges JSON-Array. Schreiben Sie stattdessen ein Objekt je Zeile, ohne Klammern und Kommas.</translation>
    </message>
    <message>
        <source>The file in this message is damaged: it cannot be decoded.</source>
        <translation>Die Datei in dieser Nachricht ist beschädigt: Sie kann nicht entschlüsselt werden.</translation>
    </message>
    <message>
        <source>The file is larger than the limit of {limit_bytes} MB; it was not kept.</source>
        <translation>Die Datei ist größer als die Grenze von {limit_bytes} MB; sie wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The file is no longer there (HTTP {status}).</source>
        <translation>Die Datei ist nicht mehr da (HTTP {status}).</translation>
    </message>
    <message>
        <source>The file lies on another server than the account&apos;s; it is fetched only when asked for.</source>
        <translation>Die Datei liegt auf einem anderen Server als dem des Kontos; sie wird nur auf Wunsch abgerufen.</translation>
    </message>
    <message>
        <source>The file {path} belongs to another program. Name another folder with --home.</source>
        <translation>Die Datei {path} gehört zu einem anderen Programm. Nennen Sie einen anderen Ordner mit --home.</translation>
    </message>
    <message>
        <source>The file {path} is not a Ringodesk database, or it is damaged. Move it away, or restore a backup.</source>
        <translation>Die Datei {path} ist keine Ringodesk-Datenbank oder ist beschädigt. Verschieben Sie sie, oder stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The file&apos;s link holds a user name or password; it is not fetched.</source>
        <translation>Der Link der Datei enthält einen Benutzernamen oder ein Passwort; sie wird nicht abgerufen.</translation>
    </message>
    <message>
        <source>The file&apos;s link is no web address (https); it is not fetched.</source>
        <translation>Der Link der Datei ist keine Webadresse (https); sie wird nicht abgerufen.</translation>
    </message>
    <message>
        <source>The file&apos;s link is not protected (http, not https); it is not fetched.</source>
        <translation>Der Link der Datei ist nicht geschützt (http statt https); sie wird nicht abgerufen.</translation>
    </message>
    <message>
        <source>The file&apos;s link leads into a private network ({host}); it is not fetched.</source>
        <translation>Der Link der Datei führt in ein privates Netz ({host}); sie wird nicht abgerufen.</translation>
    </message>
    <message>
        <source>The file&apos;s link redirects more than {MAX_REDIRECTS} times.</source>
        <translation>Der Link der Datei leitet mehr als {MAX_REDIRECTS}-mal weiter.</translation>
    </message>
    <message>
        <source>The file&apos;s path cannot be used.</source>
        <translation>Der Pfad der Datei kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The file&apos;s server failed (HTTP {status}). Try again later.</source>
        <translation>Der Server der Datei hatte einen Fehler (HTTP {status}). Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The file&apos;s type</source>
        <translation>Der Typ der Datei</translation>
    </message>
    <message>
        <source>The first line must name the columns; {names} {missing} missing. It has: {found}.</source>
        <translation>Die erste Zeile muss die Spalten nennen; es fehlen: {names} ({missing}). Vorhanden: {found}.</translation>
    </message>
    <message>
        <source>The folder {filename} cannot be used: what lies there is no folder. Move it away, or name another home with --home or RINGODESK_HOME.</source>
        <translation>Der Ordner {filename} ist nicht zu gebrauchen: Was dort liegt, ist kein Ordner. Räume es weg, oder nenne mit --home oder RINGODESK_HOME einen anderen.</translation>
    </message>
    <message>
        <source>The folder {folder} belongs to another user ({owner}). Start Ringodesk as that user, or name another folder with --home or RINGODESK_HOME.</source>
        <translation>Der Ordner {folder} gehört einem anderen Benutzer ({owner}). Starten Sie Ringodesk als dieser Benutzer, oder nennen Sie einen anderen Ordner mit --home oder RINGODESK_HOME.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used ({errno}). Name another with --home or RINGODESK_HOME.</source>
        <translation>Der Ordner {folder} kann nicht verwendet werden ({errno}). Nennen Sie einen anderen mit --home oder RINGODESK_HOME.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used for ngrok ({errno}).</source>
        <translation>Der Ordner {folder} kann nicht für ngrok verwendet werden ({errno}).</translation>
    </message>
    <message>
        <source>The home cannot be looked at ({errno}).</source>
        <translation>Der Ordner kann nicht angesehen werden ({errno}).</translation>
    </message>
    <message>
        <source>The icon is switched off.</source>
        <translation>Das Symbol ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>The key store could not be opened. Log in to the desktop again or unlock it, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation>Der Schlüsselbund konnte nicht geöffnet werden. Melden Sie sich neu am Desktop an oder entsperren Sie ihn, oder setzen Sie RINGODESK_API_KEY, um einen Schlüssel für einen Prozess zu verwenden, ohne ihn zu speichern.</translation>
    </message>
    <message>
        <source>The key store did not answer within {timeout_s} seconds. Look for its password prompt, unlock it and try again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation>Der Schlüsselbund antwortete nicht innerhalb von {timeout_s} Sekunden. Suchen Sie seine Passwortabfrage, entsperren Sie ihn und versuchen Sie es erneut, oder setzen Sie RINGODESK_API_KEY, um einen Schlüssel für einen Prozess zu verwenden, ohne ihn zu speichern.</translation>
    </message>
    <message>
        <source>The key store did not keep what was saved. Try again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation>Der Schlüsselbund behielt nicht, was gespeichert wurde. Versuchen Sie es erneut, oder setzen Sie RINGODESK_API_KEY, um einen Schlüssel für einen Prozess zu verwenden, ohne ihn zu speichern.</translation>
    </message>
    <message>
        <source>The key store did not remove the key. Remove it with the desktop&apos;s own key manager.</source>
        <translation>Der Schlüsselbund hat den Schlüssel nicht entfernt. Entfernen Sie ihn mit der Schlüsselverwaltung des Desktops.</translation>
    </message>
    <message>
        <source>The key store failed ({name}). Try again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation>Der Schlüsselbund hatte einen Fehler ({name}). Versuchen Sie es erneut, oder setzen Sie RINGODESK_API_KEY, um einen Schlüssel für einen Prozess zu verwenden, ohne ihn zu speichern.</translation>
    </message>
    <message>
        <source>The key store has not answered yet. If it shows a password prompt, unlock it there. What you send meanwhile is kept, and goes out then.</source>
        <translation>Der Schlüsselbund hat noch nicht geantwortet. Zeigt er eine Passwortabfrage, entsperren Sie ihn dort. Was Sie inzwischen senden, wird aufbewahrt und geht dann hinaus.</translation>
    </message>
    <message>
        <source>The key store in use ({name}) writes keys to a readable file, so it is not used. Install gnome-keyring or KWallet, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation>Der verwendete Schlüsselbund ({name}) schreibt Schlüssel in eine lesbare Datei, darum wird er nicht benutzt. Installieren Sie gnome-keyring oder KWallet, oder setzen Sie RINGODESK_API_KEY, um einen Schlüssel für einen Prozess zu verwenden, ohne ihn zu speichern.</translation>
    </message>
    <message>
        <source>The key store is locked. Unlock it and try again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn und versuchen Sie es erneut, oder setzen Sie RINGODESK_API_KEY, um einen Schlüssel für einen Prozess zu verwenden, ohne ihn zu speichern.</translation>
    </message>
    <message>
        <source>The key store refused to answer. Let Ringodesk use it and try again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation>Der Schlüsselbund verweigerte die Antwort. Erlauben Sie Ringodesk, ihn zu benutzen, und versuchen Sie es erneut, oder setzen Sie RINGODESK_API_KEY, um einen Schlüssel für einen Prozess zu verwenden, ohne ihn zu speichern.</translation>
    </message>
    <message>
        <source>The key store refused to remove the key. Unlock it and try again.</source>
        <translation>Der Schlüsselbund weigerte sich, den Schlüssel zu entfernen. Entsperren Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The key store refused to save. Unlock it and try again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation>Der Schlüsselbund weigerte sich zu speichern. Entsperren Sie ihn und versuchen Sie es erneut, oder setzen Sie RINGODESK_API_KEY, um einen Schlüssel für einen Prozess zu verwenden, ohne ihn zu speichern.</translation>
    </message>
    <message>
        <source>The last one came on {latest_at}.</source>
        <translation>Die letzte kam am {latest_at}.</translation>
    </message>
    <message>
        <source>The link</source>
        <translation>Der Link</translation>
    </message>
    <message>
        <source>The link must be a whole web address: it begins with https:// and has no spaces in it.</source>
        <translation>Der Link muss eine ganze Webadresse sein: Er beginnt mit https:// und enthält keine Leerzeichen.</translation>
    </message>
    <message>
        <source>The lock file {path} cannot be made ({errno}): check that its folder is yours.</source>
        <translation>Die Sperrdatei {path} kann nicht angelegt werden ({errno}): Prüfen Sie, ob ihr Ordner Ihnen gehört.</translation>
    </message>
    <message>
        <source>The log of the database {path} is in use and could not be emptied yet.</source>
        <translation>Das Protokoll der Datenbank {path} ist in Gebrauch und konnte noch nicht geleert werden.</translation>
    </message>
    <message>
        <source>The message</source>
        <translation>Die Nachricht</translation>
    </message>
    <message>
        <source>The message is empty. Write something first.</source>
        <translation>Die Nachricht ist leer. Schreiben Sie zuerst etwas.</translation>
    </message>
    <message>
        <source>The name {host} is not known. Check the network connection.</source>
        <translation>Der Name {host} ist nicht bekannt. Prüfen Sie die Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>The name {host} is not known. Check the network connection. {check}</source>
        <translation>Der Name {host} ist nicht bekannt. Prüfen Sie die Netzwerkverbindung. {check}</translation>
    </message>
    <message>
        <source>The name {host} leads nowhere.</source>
        <translation>Der Name {host} führt nirgendwohin.</translation>
    </message>
    <message>
        <source>The new text is empty. To take the message back, delete it.</source>
        <translation>Der neue Text ist leer. Um die Nachricht zurückzunehmen, löschen Sie sie.</translation>
    </message>
    <message>
        <source>The ngrok account already runs as many agents as it may. Stop ngrok on the other machine (dashboard.ngrok.com/agents lists them); Ringodesk tries again by itself.</source>
        <translation>Für das ngrok-Konto laufen schon so viele Agenten wie erlaubt. Beenden Sie ngrok auf dem anderen Rechner (dashboard.ngrok.com/agents zeigt sie); Ringodesk versucht es von selbst erneut.</translation>
    </message>
    <message>
        <source>The ngrok account has used up its requests for this month. No notification arrives before the next month. Upgrade it at dashboard.ngrok.com/billing, or use a public URL of your own.</source>
        <translation>Das ngrok-Konto hat seine Anfragen für diesen Monat verbraucht. Vor dem nächsten Monat kommt keine Benachrichtigung an. Wechseln Sie den Tarif unter dashboard.ngrok.com/billing, oder verwenden Sie eine eigene öffentliche URL.</translation>
    </message>
    <message>
        <source>The ngrok account has used up its traffic for this month. No notification arrives before the next month. Upgrade it at dashboard.ngrok.com/billing, or use a public URL of your own.</source>
        <translation>Das ngrok-Konto hat seinen Datenverkehr für diesen Monat verbraucht. Vor dem nächsten Monat kommt keine Benachrichtigung an. Wechseln Sie den Tarif unter dashboard.ngrok.com/billing, oder verwenden Sie eine eigene öffentliche URL.</translation>
    </message>
    <message>
        <source>The ngrok account&apos;s plan does not include a domain of one&apos;s own. Look it up at dashboard.ngrok.com/domains and correct it in the set-up.</source>
        <translation>Der Tarif des ngrok-Kontos enthält keine eigene Domain. Sehen Sie unter dashboard.ngrok.com/domains nach und berichtigen Sie sie in der Einrichtung.</translation>
    </message>
    <message>
        <source>The ngrok account&apos;s plan has no domain of that name. Look it up at dashboard.ngrok.com/domains and correct it in the set-up.</source>
        <translation>Der Tarif des ngrok-Kontos hat keine Domain dieses Namens. Sehen Sie unter dashboard.ngrok.com/domains nach und berichtigen Sie sie in der Einrichtung.</translation>
    </message>
    <message>
        <source>The ngrok agent may not open another endpoint on this plan. Close the others and try again.</source>
        <translation>Der ngrok-Agent darf mit diesem Tarif keinen weiteren Endpunkt öffnen. Schließen Sie die anderen und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The ngrok domain belongs to another account. Look it up at dashboard.ngrok.com/domains and correct it in the set-up.</source>
        <translation>Die ngrok-Domain gehört zu einem anderen Konto. Sehen Sie unter dashboard.ngrok.com/domains nach und berichtigen Sie sie in der Einrichtung.</translation>
    </message>
    <message>
        <source>The ngrok domain has a character that no domain has. Look it up at dashboard.ngrok.com/domains and correct it in the set-up.</source>
        <translation>Die ngrok-Domain enthält ein Zeichen, das keine Domain hat. Sehen Sie unter dashboard.ngrok.com/domains nach und berichtigen Sie sie in der Einrichtung.</translation>
    </message>
    <message>
        <source>The ngrok domain is in use elsewhere: by another computer, or by an agent that has just ended. Stop ngrok there (dashboard.ngrok.com/endpoints says where); Ringodesk tries again by itself.</source>
        <translation>Die ngrok-Domain wird anderswo benutzt: von einem anderen Computer oder von einem Agenten, der gerade geendet hat. Beenden Sie ngrok dort (dashboard.ngrok.com/endpoints sagt, wo); Ringodesk versucht es von selbst erneut.</translation>
    </message>
    <message>
        <source>The ngrok domain is not a domain. It looks like name.ngrok-free.app; correct it in the set-up.</source>
        <translation>Die ngrok-Domain ist keine Domain. Sie sieht aus wie name.ngrok-free.app; berichtigen Sie sie in der Einrichtung.</translation>
    </message>
    <message>
        <source>The ngrok domain is not reserved for this account. Look it up at dashboard.ngrok.com/domains and correct it in the set-up.</source>
        <translation>Die ngrok-Domain ist für dieses Konto nicht reserviert. Sehen Sie unter dashboard.ngrok.com/domains nach und berichtigen Sie sie in der Einrichtung.</translation>
    </message>
    <message>
        <source>The ngrok program could not be downloaded. {GET_NGROK}</source>
        <translation>Das ngrok-Programm konnte nicht heruntergeladen werden. {GET_NGROK}</translation>
    </message>
    <message>
        <source>The ngrok program does not answer any more; it is being replaced.</source>
        <translation>Das ngrok-Programm antwortet nicht mehr; es wird ersetzt.</translation>
    </message>
    <message>
        <source>The ngrok program does not tell its version.</source>
        <translation>Das Programm ngrok nennt seine Version nicht.</translation>
    </message>
    <message>
        <source>The ngrok program ended by itself.</source>
        <translation>Das ngrok-Programm hat sich selbst beendet.</translation>
    </message>
    <message>
        <source>The ngrok program has closed the tunnel; it is being opened anew.</source>
        <translation>Das ngrok-Programm hat den Tunnel geschlossen; er wird neu geöffnet.</translation>
    </message>
    <message>
        <source>The ngrok program was not found.</source>
        <translation>Das Programm ngrok wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The ngrok program was not found. {GET_NGROK}</source>
        <translation>Das ngrok-Programm wurde nicht gefunden. {GET_NGROK}</translation>
    </message>
    <message>
        <source>The ngrok token has characters no token has. Copy it again from dashboard.ngrok.com.</source>
        <translation>Das ngrok-Token enthält Zeichen, die kein Token hat. Kopieren Sie es erneut von dashboard.ngrok.com.</translation>
    </message>
    <message>
        <source>The ngrok token is no longer valid: it was reset or revoked. Copy the token again from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.</source>
        <translation>Das ngrok-Token ist nicht mehr gültig: Es wurde zurückgesetzt oder widerrufen. Kopieren Sie das Token erneut von dashboard.ngrok.com (Your Authtoken) und speichern Sie es in der Einrichtung.</translation>
    </message>
    <message>
        <source>The ngrok token is one of ngrok&apos;s first version. Copy the token again from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.</source>
        <translation>Das ngrok-Token ist eines der ersten ngrok-Version. Kopieren Sie das Token erneut von dashboard.ngrok.com (Your Authtoken) und speichern Sie es in der Einrichtung.</translation>
    </message>
    <message>
        <source>The number of tries must be a whole number, 1 or more; 1 is no retry.</source>
        <translation>Die Zahl der Versuche muss eine ganze Zahl sein, 1 oder mehr; 1 heißt keine Wiederholung.</translation>
    </message>
    <message>
        <source>The organization is missing. Choose it, or give its id or domain.</source>
        <translation>Die Organisation fehlt. Wählen Sie sie aus, oder geben Sie ihre ID oder Domain an.</translation>
    </message>
    <message>
        <source>The organization {label} is set up here already. Choose another organization, or change its key and who you are there in the settings.</source>
        <translation>Die Organisation {label} ist hier schon eingerichtet. Wählen Sie eine andere, oder ändern Sie in den Einstellungen ihren Schlüssel und wer Sie dort sind.</translation>
    </message>
    <message>
        <source>The organization&apos;s domain</source>
        <translation>Die Domain der Organisation</translation>
    </message>
    <message>
        <source>The organization&apos;s id</source>
        <translation>Die ID der Organisation</translation>
    </message>
    <message>
        <source>The organization&apos;s id is needed for this: the API key may not look up the domain {domain}. Copy the id from the portal.</source>
        <translation>Dafür wird die ID der Organisation gebraucht: Der API-Schlüssel darf die Domain {domain} nicht nachschlagen. Kopieren Sie die ID aus dem Portal.</translation>
    </message>
    <message>
        <source>The organization&apos;s own Webhook integration called. Paste the URL under Menu, Integrations, API Settings instead: messages come through that one.</source>
        <translation>Die eigene Webhook-Integration der Organisation rief auf. Fügen Sie die URL stattdessen unter Menu, Integrations, API Settings ein: Nachrichten kommen darüber.</translation>
    </message>
    <message>
        <source>The pace must be a number of requests a second, or 0 for no limit.</source>
        <translation>Das Tempo muss eine Zahl von Anfragen je Sekunde sein, oder 0 für keine Grenze.</translation>
    </message>
    <message>
        <source>The program ended before the answer came.</source>
        <translation>Das Programm endete, bevor die Antwort kam.</translation>
    </message>
    <message>
        <source>The program xdg-open is missing, which opens files and links.</source>
        <translation>Das Programm xdg-open fehlt, das Dateien und Links öffnet.</translation>
    </message>
    <message>
        <source>The proxy does not let us through to {host}. Check its settings.</source>
        <translation>Der Proxy lässt uns nicht zu {host} durch. Prüfen Sie seine Einstellungen.</translation>
    </message>
    <message>
        <source>The proxy set up on this machine cannot be used. Check the proxy settings.</source>
        <translation>Der auf diesem Rechner eingestellte Proxy kann nicht verwendet werden. Prüfen Sie die Proxy-Einstellungen.</translation>
    </message>
    <message>
        <source>The public URL cannot be read. Write it like https://chat.example.com.</source>
        <translation>Die öffentliche URL kann nicht gelesen werden. Schreiben Sie sie wie https://chat.example.com.</translation>
    </message>
    <message>
        <source>The public URL changed. Paste the new one in the portal (Menu, Integrations, API Settings): until then no notification arrives.</source>
        <translation>Die öffentliche URL hat sich geändert. Fügen Sie die neue im Portal ein (Menu, Integrations, API Settings): Bis dahin kommt keine Benachrichtigung an.</translation>
    </message>
    <message>
        <source>The public URL holds a blank or a character no URL has. Copy it again.</source>
        <translation>Die öffentliche URL enthält ein Leerzeichen oder ein Zeichen, das keine URL hat. Kopieren Sie sie erneut.</translation>
    </message>
    <message>
        <source>The public URL must begin with https:// and name the host that Ringotel can reach.</source>
        <translation>Die öffentliche URL muss beginnen mit https:// und den Host nennen, den Ringotel erreichen kann.</translation>
    </message>
    <message>
        <source>The public URL must not carry a user name, a query or a fragment.</source>
        <translation>Die öffentliche URL darf keinen Benutzernamen, keine Abfrage und kein Fragment enthalten.</translation>
    </message>
    <message>
        <source>The receiver cannot listen on port {port}: choose another port for receiving, or 0 for any.</source>
        <translation>Auf Port {port} kann nicht empfangen werden: Wählen Sie einen anderen Port zum Empfangen, oder 0 für einen beliebigen.</translation>
    </message>
    <message>
        <source>The receiver listens on this machine only (127.0.0.1), not on {host}.</source>
        <translation>Empfangen wird nur auf diesem Rechner (127.0.0.1), nicht auf {host}.</translation>
    </message>
    <message>
        <source>The receiver&apos;s secret path needs at least 32 letters, digits, &apos;-&apos; or &apos;_&apos;.</source>
        <translation>Der geheime Pfad zum Empfangen braucht mindestens 32 Buchstaben, Ziffern, &apos;-&apos; oder &apos;_&apos;.</translation>
    </message>
    <message>
        <source>The recipient&apos;s extension</source>
        <translation>Die Durchwahl des Empfängers</translation>
    </message>
    <message>
        <source>The recipient&apos;s user id</source>
        <translation>Die Benutzer-ID des Empfängers</translation>
    </message>
    <message>
        <source>The request to {host} failed.</source>
        <translation>Die Anfrage an {host} schlug fehl.</translation>
    </message>
    <message>
        <source>The same number or sender id is named twice. Remove one of the two.</source>
        <translation>Dieselbe Nummer oder Absender-ID ist zweimal angegeben. Entfernen Sie eine von beiden.</translation>
    </message>
    <message>
        <source>The sender id</source>
        <translation>Die Absender-ID</translation>
    </message>
    <message>
        <source>The sender id is missing. Say which to write as.</source>
        <translation>Die Absender-ID fehlt. Geben Sie an, als welche geschrieben wird.</translation>
    </message>
    <message>
        <source>The sender&apos;s mail address</source>
        <translation>Die E-Mail-Adresse des Absenders</translation>
    </message>
    <message>
        <source>The sender&apos;s name</source>
        <translation>Der Name des Absenders</translation>
    </message>
    <message>
        <source>The sender&apos;s phone number</source>
        <translation>Die Telefonnummer des Absenders</translation>
    </message>
    <message>
        <source>The server accepts the key.</source>
        <translation>Der Server akzeptiert den Schlüssel.</translation>
    </message>
    <message>
        <source>The server answered with {sort} instead of JSON (HTTP {status}). Check the API URL.</source>
        <translation>Der Server antwortete mit etwas anderem als JSON (HTTP {status}): {sort}. Prüfen Sie die API-URL.</translation>
    </message>
    <message>
        <source>The server answered with {sort} instead of JSON (HTTP {status}). It may be down for a while; if this stays, check the API URL.</source>
        <translation>Der Server antwortete mit etwas anderem als JSON (HTTP {status}): {sort}. Er ist vielleicht eine Weile gestört; bleibt es so, prüfen Sie die API-URL.</translation>
    </message>
    <message>
        <source>The server did not accept the API key the last time it was asked. Enter the one that is valid.</source>
        <translation>Der Server akzeptierte den API-Schlüssel bei der letzten Anfrage nicht. Geben Sie den gültigen ein.</translation>
    </message>
    <message>
        <source>The server did not say which chat it opened. Look in Ringotel before you repeat it.</source>
        <translation>Der Server sagte nicht, welchen Chat er geöffnet hat. Sehen Sie in Ringotel nach, bevor Sie es wiederholen.</translation>
    </message>
    <message>
        <source>The server does not give the file to us (HTTP {status}).</source>
        <translation>Der Server gibt uns die Datei nicht (HTTP {status}).</translation>
    </message>
    <message>
        <source>The server failed (HTTP {status}). It may be down for a while.</source>
        <translation>Der Server hatte einen Fehler (HTTP {status}). Er ist vielleicht eine Weile gestört.</translation>
    </message>
    <message>
        <source>The server failed (HTTP {status}): {words}</source>
        <translation>Der Server hatte einen Fehler (HTTP {status}): {words}</translation>
    </message>
    <message>
        <source>The server forbids this (HTTP 403) with a web page: the API key is not allowed to do it, or a firewall or proxy on the way blocks it. Check the API URL.</source>
        <translation>Der Server verbietet das (HTTP 403) mit einer Webseite: Der API-Schlüssel darf das nicht, oder eine Firewall oder ein Proxy auf dem Weg sperrt es. Prüfen Sie die API-URL.</translation>
    </message>
    <message>
        <source>The server has no file to give (HTTP {status}).</source>
        <translation>Der Server hat keine Datei zu geben (HTTP {status}).</translation>
    </message>
    <message>
        <source>The server refused (HTTP {status}) and gave no reason.</source>
        <translation>Der Server lehnte ab (HTTP {status}) und nannte keinen Grund.</translation>
    </message>
    <message>
        <source>The server refused with {sort} instead of JSON (HTTP {status}). The API URL may be wrong.</source>
        <translation>Der Server lehnte ab, mit etwas anderem als JSON (HTTP {status}): {sort}. Die API-URL ist vielleicht falsch.</translation>
    </message>
    <message>
        <source>The server says this is too large (HTTP 413). Send a smaller file, or a link to it.</source>
        <translation>Der Server sagt, das sei zu groß (HTTP 413). Senden Sie eine kleinere Datei oder einen Link zu ihr.</translation>
    </message>
    <message>
        <source>The server sends us to another address{host} (HTTP {status}), where the API key is not sent. Check the API URL.</source>
        <translation>Der Server schickt uns an eine andere Adresse{host} (HTTP {status}), wohin der API-Schlüssel nicht gesendet wird. Prüfen Sie die API-URL.</translation>
    </message>
    <message>
        <source>The server&apos;s answer has no result in it (HTTP {status}). Check the API URL.</source>
        <translation>Die Antwort des Servers enthält kein Ergebnis (HTTP {status}). Prüfen Sie die API-URL.</translation>
    </message>
    <message>
        <source>The server&apos;s list of {what} cannot be read. Check the API URL.</source>
        <translation>Die Liste des Servers ({what}) kann nicht gelesen werden. Prüfen Sie die API-URL.</translation>
    </message>
    <message>
        <source>The setting {name} does not take {value} as its value.</source>
        <translation>Die Einstellung {name} nimmt {value} nicht als Wert an.</translation>
    </message>
    <message>
        <source>The settings file {path} cannot be read ({said}). Make it yours again, or move it away.</source>
        <translation>Die Einstellungsdatei {path} kann nicht gelesen werden ({said}). Machen Sie sie wieder zu Ihrer, oder verschieben Sie sie.</translation>
    </message>
    <message>
        <source>The settings file {path} cannot be used: what lies there is no file. Move it away.</source>
        <translation>Die Einstellungsdatei {path} kann nicht benutzt werden: Was dort liegt, ist keine Datei. Verschieben Sie es.</translation>
    </message>
    <message>
        <source>The system has a place for icons.</source>
        <translation>Das System hat einen Platz für Symbole.</translation>
    </message>
    <message>
        <source>The system keeps others out of it.</source>
        <translation>Das System hält andere davon fern.</translation>
    </message>
    <message>
        <source>The system opens them.</source>
        <translation>Das System öffnet sie.</translation>
    </message>
    <message>
        <source>The time {at} has no time zone. Say which: for instance tzinfo=UTC.</source>
        <translation>Die Zeit {at} hat keine Zeitzone. Geben Sie an, welche: zum Beispiel tzinfo=UTC.</translation>
    </message>
    <message>
        <source>The time {at} is before September 2001. Check its date, and that seconds were not taken for milliseconds.</source>
        <translation>Die Zeit {at} liegt vor September 2001. Prüfen Sie ihr Datum und ob Sekunden für Millisekunden genommen wurden.</translation>
    </message>
    <message>
        <source>The time {at} lies in the future. Check its date, its time zone and its unit.</source>
        <translation>Die Zeit {at} liegt in der Zukunft. Prüfen Sie ihr Datum, ihre Zeitzone und ihre Einheit.</translation>
    </message>
    <message>
        <source>The time {value} is negative. Give milliseconds since 1970.</source>
        <translation>Die Zeit {value} ist negativ. Geben Sie Millisekunden seit 1970 an.</translation>
    </message>
    <message>
        <source>The time {value} is no whole number. Give milliseconds since 1970, without a fraction.</source>
        <translation>Die Zeit {value} ist keine ganze Zahl. Geben Sie Millisekunden seit 1970 an, ohne Nachkommastellen.</translation>
    </message>
    <message>
        <source>The time {value} lies in the future. Give milliseconds since 1970, not microseconds.</source>
        <translation>Die Zeit {value} liegt in der Zukunft. Geben Sie Millisekunden seit 1970 an, nicht Mikrosekunden.</translation>
    </message>
    <message>
        <source>The time {value} looks like seconds: as milliseconds it is before September 2001. Multiply it by 1000.</source>
        <translation>Die Zeit {value} sieht nach Sekunden aus: Als Millisekunden liegt sie vor September 2001. Multiplizieren Sie sie mit 1000.</translation>
    </message>
    <message>
        <source>The tunnel could not be opened; the log says why.</source>
        <translation>Der Tunnel konnte nicht geöffnet werden; das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>The tunnel is not open.</source>
        <translation>Der Tunnel ist nicht offen.</translation>
    </message>
    <message>
        <source>The tunnel was closed while it was being opened.</source>
        <translation>Der Tunnel wurde geschlossen, während er geöffnet wurde.</translation>
    </message>
    <message>
        <source>The tunnel&apos;s program hangs; it is being replaced.</source>
        <translation>Das Programm des Tunnels hängt; es wird ersetzt.</translation>
    </message>
    <message>
        <source>The waits between tries must be numbers of seconds, 0 or more.</source>
        <translation>Die Wartezeiten zwischen den Versuchen müssen Zahlen von Sekunden sein, 0 oder mehr.</translation>
    </message>
    <message>
        <source>The {what}&apos;s id</source>
        <translation>Die ID ({what})</translation>
    </message>
    <message>
        <source>There are chats with this number or sender id, so it stays.</source>
        <translation>Mit dieser Nummer oder Absender-ID gibt es Chats, darum bleibt sie.</translation>
    </message>
    <message>
        <source>There are dictionaries for {spelling}.</source>
        <translation>Es gibt Wörterbücher für {spelling}.</translation>
    </message>
    <message>
        <source>There are more than {MOST_RECORDS} messages in the file. Split it.</source>
        <translation>Die Datei enthält mehr als {MOST_RECORDS} Nachrichten. Teilen Sie sie auf.</translation>
    </message>
    <message>
        <source>There are too many brackets in each other.</source>
        <translation>Es sind zu viele Klammern ineinander.</translation>
    </message>
    <message>
        <source>There is no API at this address (HTTP {status}). Check the API URL.</source>
        <translation>Unter dieser Adresse gibt es keine API (HTTP {status}). Prüfen Sie die API-URL.</translation>
    </message>
    <message>
        <source>There is no chat with “{name}”. Give an extension, or a part of a name.</source>
        <translation>Es gibt keinen Chat mit „{name}“. Geben Sie eine Durchwahl oder einen Teil eines Namens an.</translation>
    </message>
    <message>
        <source>There is no display here: ask once more from a terminal on the desktop.</source>
        <translation>Hier gibt es keinen Bildschirm: Frage noch einmal aus einem Terminal auf dem Desktop.</translation>
    </message>
    <message>
        <source>There is no filter “{name}:”. Filters are {one}; put it in quotes to search for the words.</source>
        <translation>Es gibt keinen Filter „{name}:“. Filter sind {one}; setzen Sie es in Anführungszeichen, um nach den Wörtern zu suchen.</translation>
    </message>
    <message>
        <source>There is no folder {parent}. Make it, or name another place.</source>
        <translation>Es gibt keinen Ordner {parent}. Legen Sie ihn an, oder nennen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>There is no key store to keep the key in. Install one (on Debian: gnome-keyring or kwalletmanager) and log in to the desktop again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation>Es gibt keinen Schlüsselbund für den Schlüssel. Installieren Sie einen (unter Debian: gnome-keyring oder kwalletmanager) und melden Sie sich neu am Desktop an, oder setzen Sie RINGODESK_API_KEY, um einen Schlüssel für einen Prozess zu verwenden, ohne ihn zu speichern.</translation>
    </message>
    <message>
        <source>There is no message in the file.</source>
        <translation>Die Datei enthält keine Nachricht.</translation>
    </message>
    <message>
        <source>There is no ngrok token.</source>
        <translation>Es gibt kein ngrok-Token.</translation>
    </message>
    <message>
        <source>There is no ngrok token. Copy it from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.</source>
        <translation>Es gibt kein ngrok-Token. Kopieren Sie es von dashboard.ngrok.com (Your Authtoken) und speichern Sie es in der Einrichtung.</translation>
    </message>
    <message>
        <source>There is no program at {named}. {GET_NGROK}</source>
        <translation>Unter {named} gibt es kein Programm. {GET_NGROK}</translation>
    </message>
    <message>
        <source>There is no session with {title} yet, and a sender id cannot open one. Wait until they have written.</source>
        <translation>Mit {title} gibt es noch keine Sitzung, und eine Absender-ID kann keine öffnen. Warten Sie, bis Ihnen geschrieben wurde.</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>Es gibt noch keine.</translation>
    </message>
    <message>
        <source>There is nothing in the file.</source>
        <translation>Die Datei enthält nichts.</translation>
    </message>
    <message>
        <source>There is nothing to export: no message is here yet.</source>
        <translation>Es gibt nichts zu exportieren: Hier ist noch keine Nachricht.</translation>
    </message>
    <message>
        <source>There is nothing to send: the message is empty.</source>
        <translation>Es gibt nichts zu senden: Die Nachricht ist leer.</translation>
    </message>
    <message>
        <source>There is something behind the last brace.</source>
        <translation>Hinter der letzten geschweiften Klammer steht noch etwas.</translation>
    </message>
    <message>
        <source>They are switched off.</source>
        <translation>Sie sind ausgeschaltet.</translation>
    </message>
    <message>
        <source>They can be read.</source>
        <translation>Sie lassen sich lesen.</translation>
    </message>
    <message>
        <source>They come afterwards; the settings have the hours.</source>
        <translation>Sie kommen danach; die Zeiten stehen in den Einstellungen.</translation>
    </message>
    <message>
        <source>They were written while Ringotel could not reach this computer: ask what the message said.</source>
        <translation>Sie wurden geschrieben, während Ringotel diesen Computer nicht erreichen konnte: Frage nach, was in der Nachricht stand.</translation>
    </message>
    <message>
        <source>This account is not set up any more.</source>
        <translation>Dieses Konto ist nicht mehr eingerichtet.</translation>
    </message>
    <message>
        <source>This chat&apos;s account was removed. To write here, set it up again in the settings.</source>
        <translation>Das Konto dieses Chats wurde entfernt. Um hier zu schreiben, richten Sie es in den Einstellungen neu ein.</translation>
    </message>
    <message>
        <source>This computer has no network connection.</source>
        <translation>Dieser Computer hat keine Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>This computer has no network connection. What you send waits, and goes out when there is one again.</source>
        <translation>Dieser Computer hat keine Netzwerkverbindung. Was Sie senden, wartet und geht hinaus, sobald wieder eine besteht.</translation>
    </message>
    <message>
        <source>This computer was asleep; the tunnel is being opened anew.</source>
        <translation>Dieser Computer war im Ruhezustand; der Tunnel wird neu geöffnet.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {span} ahead of the server&apos;s.</source>
        <translation>Die Uhr dieses Computers geht gegenüber der des Servers {span} vor.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {span} ahead of when it was last known to be right.</source>
        <translation>Die Uhr dieses Computers ist {span} weiter als zu der Zeit, zu der sie zuletzt sicher richtig ging.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {span} behind the server&apos;s.</source>
        <translation>Die Uhr dieses Computers geht gegenüber der des Servers {span} nach.</translation>
    </message>
    <message>
        <source>This contact has no extension, and a number can only write to extensions.</source>
        <translation>Dieser Kontakt hat keine Durchwahl, und eine Nummer kann nur an Durchwahlen schreiben.</translation>
    </message>
    <message>
        <source>This contact has no user id, and a sender id can only write to user ids.</source>
        <translation>Dieser Kontakt hat keine Benutzer-ID, und eine Absender-ID kann nur an Benutzer-IDs schreiben.</translation>
    </message>
    <message>
        <source>This contact is not known any more.</source>
        <translation>Dieser Kontakt ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>This desktop shows no tray icons now, so closing the window ends Ringodesk.</source>
        <translation>Dieser Desktop zeigt zurzeit keine Symbole im Infobereich, darum beendet das Schließen des Fensters Ringodesk.</translation>
    </message>
    <message>
        <source>This is no link that Ringodesk knows: {link}.</source>
        <translation>Das ist kein Link, den Ringodesk kennt: {link}.</translation>
    </message>
    <message>
        <source>This is no text in UTF-8.</source>
        <translation>Das ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>This is not valid JSON: {words}.</source>
        <translation>Das ist kein gültiges JSON: {words}.</translation>
    </message>
    <message>
        <source>This key is of {named}, not of {label}. Paste the key of {label2}, or close this and add the other organization as an account of its own in the settings.</source>
        <translation>Dieser Schlüssel gehört zu {named}, nicht zu {label}. Fügen Sie den Schlüssel von {label2} ein, oder schließen Sie dies und legen Sie die andere Organisation in den Einstellungen als eigenes Konto an.</translation>
    </message>
    <message>
        <source>This link asks for something that Ringodesk does not know: {action}.</source>
        <translation>Dieser Link verlangt etwas, das Ringodesk nicht kennt: {action}.</translation>
    </message>
    <message>
        <source>This link has a line break where there can be none.</source>
        <translation>Dieser Link hat einen Zeilenumbruch, wo keiner sein darf.</translation>
    </message>
    <message>
        <source>This link has no number: {head}.</source>
        <translation>Dieser Link hat keine Nummer: {head}.</translation>
    </message>
    <message>
        <source>This link holds control characters; it is not opened.</source>
        <translation>Dieser Link enthält Steuerzeichen; er wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>This link is not text in UTF-8.</source>
        <translation>Dieser Link ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>This link is too long: {link} characters, where {MOST_CHARACTERS} are the most.</source>
        <translation>Dieser Link ist zu lang: {link} Zeichen, höchstens {MOST_CHARACTERS} sind erlaubt.</translation>
    </message>
    <message>
        <source>This link names nobody: an extension or number has {MOST_NAMED} characters at most.</source>
        <translation>Dieser Link nennt niemanden: Eine Durchwahl oder Nummer hat höchstens {MOST_NAMED} Zeichen.</translation>
    </message>
    <message>
        <source>This link says twice what its “{name}” is.</source>
        <translation>Dieser Link gibt „{name}“ zweimal an.</translation>
    </message>
    <message>
        <source>This message has no file.</source>
        <translation>Diese Nachricht hat keine Datei.</translation>
    </message>
    <message>
        <source>This message is not known.</source>
        <translation>Diese Nachricht ist nicht bekannt.</translation>
    </message>
    <message>
        <source>This message is not uncertain.</source>
        <translation>Diese Nachricht ist nicht ungewiss.</translation>
    </message>
    <message>
        <source>This message is not waiting to be sent again.</source>
        <translation>Diese Nachricht wartet nicht darauf, erneut gesendet zu werden.</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>Diese Nachricht wurde gelöscht.</translation>
    </message>
    <message>
        <source>This ngrok program is too old for the ngrok account. Update it with `ngrok update` or from ngrok.com/download.</source>
        <translation>Dieses ngrok-Programm ist zu alt für das ngrok-Konto. Aktualisieren Sie es mit `ngrok update` oder von ngrok.com/download.</translation>
    </message>
    <message>
        <source>This ngrok program is too old for the ngrok service. Update it with `ngrok update` or from ngrok.com/download.</source>
        <translation>Dieses ngrok-Programm ist zu alt für den ngrok-Dienst. Aktualisieren Sie es mit `ngrok update` oder von ngrok.com/download.</translation>
    </message>
    <message>
        <source>This process</source>
        <translation>Dieser Prozess</translation>
    </message>
    <message>
        <source>This user may not listen on port {port}. Choose a port above 1023 for receiving, or 0 for any.</source>
        <translation>Dieser Benutzer darf auf Port {port} nicht empfangen. Wählen Sie zum Empfangen einen Port über 1023, oder 0 für einen beliebigen.</translation>
    </message>
    <message>
        <source>Too many requests are under way already; this one was not begun.</source>
        <translation>Es laufen schon zu viele Anfragen; diese wurde nicht begonnen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Turn it off in the tray&apos;s menu or in the settings.</source>
        <translation>Schalten Sie es im Menü des Infobereichs oder in den Einstellungen aus.</translation>
    </message>
    <message>
        <source>Two columns mean “{twice}”. The first line has: {found}.</source>
        <translation>Zwei Spalten bedeuten „{twice}“. Die erste Zeile enthält: {found}.</translation>
    </message>
    <message>
        <source>Unknown ({state})</source>
        <translation>Unbekannt ({state})</translation>
    </message>
    <message>
        <source>Update it with `ngrok update` or from ngrok.com/download.</source>
        <translation>Aktualisieren Sie es mit `ngrok update` oder von ngrok.com/download.</translation>
    </message>
    <message>
        <source>Wait a little</source>
        <translation>Warten Sie ein wenig</translation>
    </message>
    <message>
        <source>Wait {wait_s} seconds</source>
        <translation>Warten Sie {wait_s} Sekunden</translation>
    </message>
    <message>
        <source>We write as {ours}.</source>
        <translation>Wir schreiben als {ours}.</translation>
    </message>
    <message>
        <source>What came is no notification of Ringotel&apos;s. Check what else calls this URL.</source>
        <translation>Was kam, ist keine Benachrichtigung von Ringotel. Prüfen Sie, was diese URL sonst aufruft.</translation>
    </message>
    <message>
        <source>Whether it was deleted is not known.</source>
        <translation>Ob sie gelöscht wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Whether it was done is not known: look before you repeat it.</source>
        <translation>Ob es ausgeführt wurde, ist nicht bekannt: Sehen Sie nach, bevor Sie es wiederholen.</translation>
    </message>
    <message>
        <source>Whether the change arrived is not known.</source>
        <translation>Ob die Änderung ankam, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Write another message instead.</source>
        <translation>Schreibe stattdessen eine neue Nachricht.</translation>
    </message>
    <message>
        <source>a cell has more than {MOST_CELL} million characters: a quotation mark may be missing</source>
        <translation>eine Zelle hat mehr als {MOST_CELL} Millionen Zeichen: vielleicht fehlt ein Anführungszeichen</translation>
    </message>
    <message>
        <source>a fragment (#…)</source>
        <translation>ein Fragment (#…)</translation>
    </message>
    <message>
        <source>a list, each of it {item_type}</source>
        <translation>eine Liste, jedes Element {item_type}</translation>
    </message>
    <message>
        <source>a moment, as 2026-03-01T08:00:00Z</source>
        <translation>ein Zeitpunkt, wie 2026-03-01T08:00:00Z</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a query (?…)</source>
        <translation>eine Abfrage (?…)</translation>
    </message>
    <message>
        <source>a quotation mark is followed by something that is neither the delimiter nor the end of the line</source>
        <translation>auf ein Anführungszeichen folgt etwas, das weder das Trennzeichen noch das Zeilenende ist</translation>
    </message>
    <message>
        <source>a quotation mark that is opened here is never closed</source>
        <translation>ein Anführungszeichen, das hier geöffnet wird, wird nie geschlossen</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a time of day, as 22:30</source>
        <translation>eine Uhrzeit, wie 22:30</translation>
    </message>
    <message>
        <source>a user name or password</source>
        <translation>einen Benutzernamen oder ein Passwort</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>eine Webseite</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>an object with</source>
        <translation>ein Objekt mit</translation>
    </message>
    <message>
        <source>another Ringodesk on this home receives</source>
        <translation>ein anderes Ringodesk mit diesem Ordner empfängt</translation>
    </message>
    <message>
        <source>another key</source>
        <translation>ein anderer Schlüssel</translation>
    </message>
    <message>
        <source>another one than the portal calls</source>
        <translation>eine andere, als das Portal aufruft</translation>
    </message>
    <message>
        <source>another value</source>
        <translation>ein anderer Wert</translation>
    </message>
    <message>
        <source>arrive</source>
        <translation>treffen ein</translation>
    </message>
    <message>
        <source>called by another name</source>
        <translation>unter anderem Namen aufgerufen</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>do not disturb</source>
        <translation>nicht stören</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>does not listen</source>
        <translation>empfängt nicht</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>anderswo</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>endgültig</translation>
    </message>
    <message>
        <source>from {least} to {most}</source>
        <translation>von {least} bis {most}</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>is ignored</source>
        <translation>wird ignoriert</translation>
    </message>
    <message>
        <source>is ignored no more</source>
        <translation>wird nicht mehr ignoriert</translation>
    </message>
    <message>
        <source>is over</source>
        <translation>ist vorbei</translation>
    </message>
    <message>
        <source>it belongs to {name}, another account of this home, and is sent to nobody else</source>
        <translation>gehört zu {name}, einem anderen Konto hier, und wird niemand anderem gesendet</translation>
    </message>
    <message>
        <source>it comes from the organization {orgid}, other lines of the file from another. Set up its account here first, or export one account at a time</source>
        <translation>kommt aus der Organisation {orgid}, andere Zeilen der Datei aus einer anderen. Richten Sie zuerst deren Konto hier ein, oder exportieren Sie ein Konto nach dem anderen</translation>
    </message>
    <message>
        <source>it is not tried again by itself</source>
        <translation>wird nicht von selbst erneut versucht</translation>
    </message>
    <message>
        <source>key store</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>voriger Monat</translation>
    </message>
    <message>
        <source>last week</source>
        <translation>vorige Woche</translation>
    </message>
    <message>
        <source>leads here</source>
        <translation>führt hierher</translation>
    </message>
    <message>
        <source>line {line}: {sentence}</source>
        <translation>Zeile {line}: {sentence}</translation>
    </message>
    <message>
        <source>listens</source>
        <translation>lauscht</translation>
    </message>
    <message>
        <source>locked screen</source>
        <translation>gesperrter Bildschirm</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>more than {MAX_ANSWER_BYTES} bytes</source>
        <translation>mehr als {MAX_ANSWER_BYTES} Byte</translation>
    </message>
    <message>
        <source>needs repair</source>
        <translation>braucht Abhilfe</translation>
    </message>
    <message>
        <source>neither “from” ({sender}) nor “to” ({recipient}) is a number of ours</source>
        <translation>weder „from“ ({sender}) noch „to“ ({recipient}) ist eine unserer Nummern</translation>
    </message>
    <message>
        <source>next attempt in {delay_s} s</source>
        <translation>nächster Versuch in {delay_s} s</translation>
    </message>
    <message>
        <source>ngrok cannot reach the receiver on this machine. Stop and start receiving.</source>
        <translation>ngrok erreicht den Empfang auf diesem Rechner nicht. Beenden Sie das Empfangen und starten Sie es neu.</translation>
    </message>
    <message>
        <source>ngrok could not be made ready within {limit_s} seconds. Try again.</source>
        <translation>ngrok konnte nicht innerhalb von {limit_s} Sekunden bereitgemacht werden. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>ngrok could not be run; the log says why.</source>
        <translation>ngrok konnte nicht ausgeführt werden; das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>ngrok could not be started.</source>
        <translation>ngrok konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>ngrok did not connect {within}. Check the network and try again.</source>
        <translation>ngrok hat keine Verbindung hergestellt ({within}). Prüfen Sie das Netzwerk und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>ngrok did not open an https address; the tunnel was closed. Update ngrok and try again.</source>
        <translation>ngrok hat keine https-Adresse geöffnet; der Tunnel wurde geschlossen. Aktualisieren Sie ngrok und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>ngrok did not open the tunnel {within}. Try again.</source>
        <translation>ngrok hat den Tunnel nicht geöffnet ({within}). Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>ngrok did not open the tunnel.</source>
        <translation>ngrok hat den Tunnel nicht geöffnet.</translation>
    </message>
    <message>
        <source>ngrok does not accept connections from this IP address. Use a public URL of your own instead.</source>
        <translation>ngrok nimmt von dieser IP-Adresse keine Verbindungen an. Verwenden Sie stattdessen eine eigene öffentliche URL.</translation>
    </message>
    <message>
        <source>ngrok does not recognise its token. Copy the token again from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.</source>
        <translation>ngrok erkennt sein Token nicht. Kopieren Sie das Token erneut von dashboard.ngrok.com (Your Authtoken) und speichern Sie es in der Einrichtung.</translation>
    </message>
    <message>
        <source>ngrok does not work through a proxy on this plan. Start Ringodesk without http_proxy set.</source>
        <translation>ngrok arbeitet in diesem Tarif nicht über einen Proxy. Starten Sie Ringodesk, ohne dass http_proxy gesetzt ist.</translation>
    </message>
    <message>
        <source>ngrok ended as soon as it was started. Install ngrok 3.30 or later from ngrok.com/download, or name the program in the settings (ngrok_path).</source>
        <translation>ngrok endete, sobald es gestartet war. Installieren Sie ngrok 3.30 oder neuer von ngrok.com/download, oder nennen Sie das Programm in den Einstellungen (ngrok_path).</translation>
    </message>
    <message>
        <source>ngrok has suspended this account over a payment. Settle it at dashboard.ngrok.com/billing.</source>
        <translation>ngrok hat dieses Konto wegen einer Zahlung gesperrt. Regeln Sie das unter dashboard.ngrok.com/billing.</translation>
    </message>
    <message>
        <source>ngrok has suspended this account. See dashboard.ngrok.com/billing, or write to ngrok&apos;s support.</source>
        <translation>ngrok hat dieses Konto gesperrt. Siehe dashboard.ngrok.com/billing, oder schreiben Sie an den Support von ngrok.</translation>
    </message>
    <message>
        <source>ngrok keeps a copy of every notification, though it was told not to; the tunnel was closed. Update ngrok with `ngrok update`, or use a public URL of your own.</source>
        <translation>ngrok behält von jeder Benachrichtigung eine Kopie, obwohl das abgestellt war; der Tunnel wurde geschlossen. Aktualisieren Sie ngrok mit `ngrok update`, oder verwenden Sie eine eigene öffentliche URL.</translation>
    </message>
    <message>
        <source>ngrok opened {hostname} instead of {domain}; the tunnel was closed. {LOOK_UP_DOMAIN}</source>
        <translation>ngrok öffnete {hostname} statt {domain}; der Tunnel wurde geschlossen. {LOOK_UP_DOMAIN}</translation>
    </message>
    <message>
        <source>ngrok runs, but does not answer as Ringodesk needs it to. Install ngrok 3.30 or later from ngrok.com/download, or name the program in the settings (ngrok_path).</source>
        <translation>ngrok läuft, antwortet aber nicht so, wie Ringodesk es braucht. Installieren Sie ngrok 3.30 oder neuer von ngrok.com/download, oder nennen Sie das Programm in den Einstellungen (ngrok_path).</translation>
    </message>
    <message>
        <source>ngrok wants a token and has none. Copy the token again from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.</source>
        <translation>ngrok verlangt ein Token und hat keines. Kopieren Sie das Token erneut von dashboard.ngrok.com (Your Authtoken) und speichern Sie es in der Einrichtung.</translation>
    </message>
    <message>
        <source>ngrok wants the account&apos;s e-mail address verified first: dashboard.ngrok.com/user/settings.</source>
        <translation>ngrok will zuerst die E-Mail-Adresse des Kontos bestätigt haben: dashboard.ngrok.com/user/settings.</translation>
    </message>
    <message>
        <source>ngrok {version}, with another URL at each start.</source>
        <translation>ngrok {version}, bei jedem Start mit einer anderen URL.</translation>
    </message>
    <message>
        <source>ngrok {version}, with https://{ngrok_domain}.</source>
        <translation>ngrok {version}, mit https://{ngrok_domain}.</translation>
    </message>
    <message>
        <source>ngrok&apos;s servers do not know of the tunnel; it is being opened anew.</source>
        <translation>Die Server von ngrok kennen den Tunnel nicht; er wird neu geöffnet.</translation>
    </message>
    <message>
        <source>no URL</source>
        <translation>keine URL</translation>
    </message>
    <message>
        <source>no network connection</source>
        <translation>keine Netzwerkverbindung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>not called yet</source>
        <translation>noch nicht aufgerufen</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not open</source>
        <translation>nicht offen</translation>
    </message>
    <message>
        <source>not open; trying again</source>
        <translation>nicht offen; neuer Versuch</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>not reachable; trying again</source>
        <translation>nicht erreichbar; neuer Versuch läuft</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>noch nicht versucht</translation>
    </message>
    <message>
        <source>nothing came yet</source>
        <translation>noch nichts gekommen</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>nichts wartet</translation>
    </message>
    <message>
        <source>of more than 20 digits</source>
        <translation>mit mehr als 20 Ziffern</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on this machine only</source>
        <translation>nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>or set RINGODESK_API_KEY to use a key for one process without storing it</source>
        <translation>oder setzen Sie RINGODESK_API_KEY, um einen Schlüssel für einen Prozess zu verwenden, ohne ihn zu speichern</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>reachable again</source>
        <translation>wieder erreichbar</translation>
    </message>
    <message>
        <source>refused by the server</source>
        <translation>vom Server abgelehnt</translation>
    </message>
    <message>
        <source>sent again:</source>
        <translation>erneut gesendet:</translation>
    </message>
    <message>
        <source>sent again: {id}</source>
        <translation>erneut gesendet: {id}</translation>
    </message>
    <message>
        <source>server of account {account_id}</source>
        <translation>Server des Kontos {account_id}</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>the API key is refused</source>
        <translation>der API-Schlüssel wird abgelehnt</translation>
    </message>
    <message>
        <source>the call is missing</source>
        <translation>der Anruf fehlt</translation>
    </message>
    <message>
        <source>the call&apos;s duration must be whole seconds</source>
        <translation>die Dauer des Anrufs muss ganze Sekunden sein</translation>
    </message>
    <message>
        <source>the call&apos;s duration must not be less than 0 seconds</source>
        <translation>die Dauer des Anrufs darf nicht kleiner als 0 Sekunden sein</translation>
    </message>
    <message>
        <source>the contact is missing</source>
        <translation>der Kontakt fehlt</translation>
    </message>
    <message>
        <source>the contact is missing: its userid, extension or name</source>
        <translation>der Kontakt fehlt: seine userid, extension oder name</translation>
    </message>
    <message>
        <source>the database does not take this: {error}</source>
        <translation>die Datenbank nimmt das nicht an: {error}</translation>
    </message>
    <message>
        <source>the desktop&apos;s own do not disturb</source>
        <translation>„Nicht stören“ des Desktops</translation>
    </message>
    <message>
        <source>the file has neither a name nor a link, so there is nothing that could be sent</source>
        <translation>die Datei hat weder Namen noch Link, es gibt also nichts zu senden</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>die Datei fehlt</translation>
    </message>
    <message>
        <source>the key store cannot be used</source>
        <translation>der Schlüsselbund ist nicht benutzbar</translation>
    </message>
    <message>
        <source>the line cannot be read as CSV ({words})</source>
        <translation>die Zeile kann nicht als CSV gelesen werden ({words})</translation>
    </message>
    <message>
        <source>the line must be a JSON object</source>
        <translation>die Zeile muss ein JSON-Objekt sein</translation>
    </message>
    <message>
        <source>the name cannot be used</source>
        <translation>der Name kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>the number of ours is missing, and this account has none</source>
        <translation>unsere Nummer fehlt, und dieses Konto hat keine</translation>
    </message>
    <message>
        <source>the organization is refused</source>
        <translation>die Organisation wird abgelehnt</translation>
    </message>
    <message>
        <source>the packed answer is cut off</source>
        <translation>die gepackte Antwort ist abgeschnitten</translation>
    </message>
    <message>
        <source>the server cannot be reached</source>
        <translation>der Server ist nicht erreichbar</translation>
    </message>
    <message>
        <source>the server does not answer</source>
        <translation>der Server antwortet nicht</translation>
    </message>
    <message>
        <source>the text is empty</source>
        <translation>der Text ist leer</translation>
    </message>
    <message>
        <source>there are {row} cells and {header} columns: put texts in quotation marks</source>
        <translation>es gibt {row} Zellen und {header} Spalten: setzen Sie Texte in Anführungszeichen</translation>
    </message>
    <message>
        <source>there is no API key</source>
        <translation>es gibt keinen API-Schlüssel</translation>
    </message>
    <message>
        <source>this is not valid JSON ({error})</source>
        <translation>das ist kein gültiges JSON ({error})</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>dieser Monat</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>diese Woche</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>waiting for the first notification</source>
        <translation>wartet auf die erste Benachrichtigung</translation>
    </message>
    <message>
        <source>waiting for the key store</source>
        <translation>wartet auf den Schlüsselbund</translation>
    </message>
    <message>
        <source>within {waited_s} seconds</source>
        <translation>innerhalb von {waited_s} Sekunden</translation>
    </message>
    <message>
        <source>working</source>
        <translation>funktioniert</translation>
    </message>
    <message>
        <source>works</source>
        <translation>geht</translation>
    </message>
    <message>
        <source>{address} is a sender id, and only a number has a history that can be imported</source>
        <translation>{address} ist eine Absender-ID, und nur eine Nummer hat einen Verlauf, der importiert werden kann</translation>
    </message>
    <message>
        <source>{address} is there already. Change its name in the settings.</source>
        <translation>{address} ist schon da. Ändern Sie den Namen in den Einstellungen.</translation>
    </message>
    <message>
        <source>{alive} other Ringodesk processes run on this home.{importing}</source>
        <translation>{alive} weitere Ringodesk-Prozesse laufen mit diesem Ordner.{importing}</translation>
    </message>
    <message>
        <source>{api_url} answers.</source>
        <translation>{api_url} antwortet.</translation>
    </message>
    <message>
        <source>{begin} Typing events count too. Upgrade the plan and set ngrok_requests_a_month in the settings file, or use a public URL of your own.</source>
        <translation>{begin} Auch Schreibhinweise zählen. Wechseln Sie den Tarif und setzen Sie ngrok_requests_a_month in der Einstellungsdatei, oder verwenden Sie eine eigene öffentliche URL.</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} Tage</translation>
    </message>
    <message>
        <source>{fallback} ngrok says: {said}</source>
        <translation>{fallback} ngrok sagt: {said}</translation>
    </message>
    <message>
        <source>{file_name} could not be read to its end ({exc}); it was not sent.</source>
        <translation>{file_name} konnte nicht bis zum Ende gelesen werden ({exc}); die Datei wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>{file_name} was changed while it was being sent; it was not sent. Try again.</source>
        <translation>{file_name} wurde geändert, während die Datei gesendet wurde; sie wurde nicht gesendet. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>{folder} can be written to.</source>
        <translation>In {folder} kann geschrieben werden.</translation>
    </message>
    <message>
        <source>{free} MB are free.</source>
        <translation>{free} MB sind frei.</translation>
    </message>
    <message>
        <source>{given} cannot stand between cells. Give one character, or tab.</source>
        <translation>{given} kann nicht zwischen Zellen stehen. Geben Sie ein Zeichen an, oder tab.</translation>
    </message>
    <message>
        <source>{host} answered with an error.</source>
        <translation>{host} antwortete mit einem Fehler.</translation>
    </message>
    <message>
        <source>{host} cannot be reached. Check the network connection.</source>
        <translation>{host} ist nicht erreichbar. Prüfen Sie die Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>{host} cannot be reached: nothing answers there. Check the network.</source>
        <translation>{host} ist nicht erreichbar: Dort antwortet nichts. Prüfen Sie das Netzwerk.</translation>
    </message>
    <message>
        <source>{host} closed the connection without a whole answer.</source>
        <translation>{host} schloss die Verbindung ohne vollständige Antwort.</translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation>{host} antwortete nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>{host} does not speak HTTP as it should. {check}</source>
        <translation>{host} spricht HTTP nicht, wie es sollte. {check}</translation>
    </message>
    <message>
        <source>{host} does not speak https as it should. {check}</source>
        <translation>{host} spricht https nicht, wie es sollte. {check}</translation>
    </message>
    <message>
        <source>{host} sends us round in circles. {check}</source>
        <translation>{host} schickt uns im Kreis. {check}</translation>
    </message>
    <message>
        <source>{host} stopped taking the request.</source>
        <translation>{host} nahm die Anfrage nicht weiter an.</translation>
    </message>
    <message>
        <source>{hours} hours</source>
        <translation>{hours} Stunden</translation>
    </message>
    <message>
        <source>{identity} is not one of our identities: {ours}.</source>
        <translation>{identity} ist keine unserer Identitäten: {ours}.</translation>
    </message>
    <message>
        <source>{identity} is not one of our numbers</source>
        <translation>{identity} ist keine unserer Nummern</translation>
    </message>
    <message>
        <source>{lock} receives.</source>
        <translation>{lock} empfängt.</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} Minuten</translation>
    </message>
    <message>
        <source>{more} more unread</source>
        <translation>{more} weitere ungelesen</translation>
    </message>
    <message>
        <source>{name} cannot be read: you have no permission.</source>
        <translation>{name} kann nicht gelesen werden: Ihnen fehlt die Berechtigung.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {errno}.</source>
        <translation>{name} kann nicht gelesen werden: {errno}.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {exc}.</source>
        <translation>{name} kann nicht gelesen werden: {exc}.</translation>
    </message>
    <message>
        <source>{name} could not be saved in {parent}: {reason}.</source>
        <translation>{name} konnte nicht in {parent} gespeichert werden: {reason}.</translation>
    </message>
    <message>
        <source>{name} has left already, and can no longer be cancelled. As soon as it is there, it can be deleted.</source>
        <translation>{name} ist schon abgeschickt und lässt sich nicht mehr abbrechen. Sobald es angekommen ist, kann es gelöscht werden.</translation>
    </message>
    <message>
        <source>{name} is a folder: send its files, or an archive of it.</source>
        <translation>{name} ist ein Ordner: Senden Sie seine Dateien oder ein Archiv davon.</translation>
    </message>
    <message>
        <source>{name} is empty, so there is nothing to send.</source>
        <translation>{name} ist leer, es gibt also nichts zu senden.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} ist leer.</translation>
    </message>
    <message>
        <source>{name} is no longer there. Send it from where it is now.</source>
        <translation>{name} ist nicht mehr da. Senden Sie die Datei von dort, wo sie jetzt ist.</translation>
    </message>
    <message>
        <source>{name} is no name of a file.</source>
        <translation>{name} ist kein Dateiname.</translation>
    </message>
    <message>
        <source>{name} is not a file that can be sent.</source>
        <translation>{name} ist keine Datei, die gesendet werden kann.</translation>
    </message>
    <message>
        <source>{name} is not an ordinary file and cannot be sent.</source>
        <translation>{name} ist keine gewöhnliche Datei und kann nicht gesendet werden.</translation>
    </message>
    <message>
        <source>{name} is not there.</source>
        <translation>{name} ist nicht da.</translation>
    </message>
    <message>
        <source>{name} is not where it was ({path}).</source>
        <translation>{name} ist nicht mehr an seinem Ort ({path}).</translation>
    </message>
    <message>
        <source>{parent} is Ringodesk&apos;s own folder. Name a file in another.</source>
        <translation>{parent} ist Ringodesks eigener Ordner. Nennen Sie eine Datei in einem anderen.</translation>
    </message>
    <message>
        <source>{path} is a folder. Send the files in it, or pack it into one.</source>
        <translation>{path} ist ein Ordner. Senden Sie die Dateien darin, oder packen Sie ihn in eine.</translation>
    </message>
    <message>
        <source>{public_url} leads to a port, and the receiver takes another at each start.</source>
        <translation>{public_url} führt zu einem Port, und der Empfänger nimmt bei jedem Start einen anderen.</translation>
    </message>
    <message>
        <source>{public_url} must lead to 127.0.0.1:{receiver_port}.</source>
        <translation>{public_url} muss zu 127.0.0.1:{receiver_port} führen.</translation>
    </message>
    <message>
        <source>{sentence} Whether it was done is not known: look before you repeat it.</source>
        <translation>{sentence} Ob es ausgeführt wurde, ist nicht bekannt: Sehen Sie nach, bevor Sie es wiederholen.</translation>
    </message>
    <message>
        <source>{target} cannot be written: {reason}.</source>
        <translation>{target} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{target} could not be written: {reason}. Nothing was left behind.</source>
        <translation>{target} konnte nicht geschrieben werden: {reason}. Es blieb nichts davon zurück.</translation>
    </message>
    <message>
        <source>{target} is a device or the like. Name an ordinary file.</source>
        <translation>{target} ist ein Gerät oder Ähnliches. Nennen Sie eine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>{target} is a folder. Name a file in it.</source>
        <translation>{target} ist ein Ordner. Nennen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>{used} of the {limit} requests that the ngrok plan allows this month have been used. When all are, no notification arrives until the next month begins (UTC).</source>
        <translation>{used} der {limit} Anfragen, die der ngrok-Tarif diesen Monat erlaubt, sind verbraucht. Sind es alle, kommt keine Benachrichtigung an, bis der nächste Monat beginnt (UTC).</translation>
    </message>
    <message>
        <source>{used} of {limit} requests this month</source>
        <translation>{used} von {limit} Anfragen diesen Monat</translation>
    </message>
    <message>
        <source>{used} requests this month</source>
        <translation>{used} Anfragen diesen Monat</translation>
    </message>
    <message>
        <source>{waiting} actions wait to be sent.</source>
        <translation>{waiting} Vorgänge warten darauf, gesendet zu werden.</translation>
    </message>
    <message>
        <source>{waiting} waiting</source>
        <translation>{waiting} warten</translation>
    </message>
    <message>
        <source>{what} holds a line break or a control character. Take it out.</source>
        <translation>{what} enthält einen Zeilenumbruch oder ein Steuerzeichen. Nehmen Sie es heraus.</translation>
    </message>
    <message>
        <source>{what} holds half a character, which cannot be sent. Type it anew.</source>
        <translation>{what} enthält ein halbes Zeichen, das nicht gesendet werden kann. Geben Sie es neu ein.</translation>
    </message>
    <message>
        <source>“at” cannot be read as a time: {text}. Write 2024-05-31T09:15:00Z, or milliseconds since 1970</source>
        <translation>„at“ kann nicht als Zeit gelesen werden: {text}. Schreiben Sie 2024-05-31T09:15:00Z, oder Millisekunden seit 1970</translation>
    </message>
    <message>
        <source>“at” is missing: the time, as 2024-05-31T09:15:00Z or in milliseconds since 1970</source>
        <translation>„at“ fehlt: die Zeit, als 2024-05-31T09:15:00Z oder in Millisekunden seit 1970</translation>
    </message>
    <message>
        <source>“call” must be an object with duration, caller and called</source>
        <translation>„call“ muss ein Objekt mit duration, caller und called sein</translation>
    </message>
    <message>
        <source>“contact” must be an object with userid, extension or name</source>
        <translation>„contact“ muss ein Objekt mit userid, extension oder name sein</translation>
    </message>
    <message>
        <source>“direction” is missing: in or out</source>
        <translation>„direction“ fehlt: in oder out</translation>
    </message>
    <message>
        <source>“direction” must be in or out, not {word}</source>
        <translation>„direction“ muss in oder out sein, nicht {word}</translation>
    </message>
    <message>
        <source>“file.size_bytes” must be a whole number</source>
        <translation>„file.size_bytes“ muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>“file” is no address: {url}</source>
        <translation>„file“ ist keine Adresse: {url}</translation>
    </message>
    <message>
        <source>“file” must be an object with name, url and size_bytes</source>
        <translation>„file“ muss ein Objekt mit name, url und size_bytes sein</translation>
    </message>
    <message>
        <source>“from” and “to” are both numbers of ours: {sender}, {recipient}</source>
        <translation>„from“ und „to“ sind beide unsere Nummern: {sender}, {recipient}</translation>
    </message>
    <message>
        <source>“has:{value}” is not known. Use {value2}.</source>
        <translation>„has:{value}“ ist nicht bekannt. Verwenden Sie {value2}.</translation>
    </message>
    <message>
        <source>“kind” must be text, file or call, not {word}</source>
        <translation>„kind“ muss text, file oder call sein, nicht {word}</translation>
    </message>
    <message>
        <source>“{field}” must be text</source>
        <translation>„{field}“ muss Text sein</translation>
    </message>
    <message>
        <source>“{name}” is missing</source>
        <translation>„{name}“ fehlt</translation>
    </message>
    <message>
        <source>“{name}” is missing: in or out</source>
        <translation>„{name}“ fehlt: in oder out</translation>
    </message>
    <message>
        <source>“{name}” must be one of: {kind}</source>
        <translation>„{name}“ muss eines sein von: {kind}</translation>
    </message>
    <message>
        <source>“{value}” is not a date. Write 2026-03-31, 2026-03 or 2026, today, yesterday, or &quot;last week&quot;.</source>
        <translation>„{value}“ ist kein Datum. Schreiben Sie 2026-03-31, 2026-03 oder 2026, today, yesterday oder &quot;last week&quot;.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>All sections</source>
        <translation>Alle Abschnitte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>No setting has “{text}” in it.</source>
        <translation>Keine Einstellung enthält „{text}“.</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>SetupWizard</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Set up Ringodesk</source>
        <translation>Ringodesk einrichten</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Schritt {number} von {count}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird geprüft…</translation>
    </message>
</context>
<context>
    <name>SharedFilesView</name>
    <message>
        <source>Files and pictures</source>
        <translation>Dateien und Bilder</translation>
    </message>
</context>
<context>
    <name>SpellMenu</name>
    <message>
        <source>Add to the dictionary</source>
        <translation>Zum Wörterbuch hinzufügen</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Keine Vorschläge</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Rechtschreibung</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>in der Warteschlange</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>ungewiss</translation>
    </message>
</context>
<context>
    <name>Switcher</name>
    <message>
        <source>Chats and contacts</source>
        <translation>Chats und Kontakte</translation>
    </message>
    <message>
        <source>Go to chat</source>
        <translation>Zu Chat gehen</translation>
    </message>
    <message>
        <source>Go to chat: name or extension</source>
        <translation>Zu Chat gehen: Name oder Durchwahl</translation>
    </message>
    <message>
        <source>Name or extension</source>
        <translation>Name oder Durchwahl</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>Niemand passt</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Alle Nachrichten durchsuchen</translation>
    </message>
    <message>
        <source>What you look for may stand in a message.</source>
        <translation>Was Sie suchen, steht vielleicht in einer Nachricht.</translation>
    </message>
</context>
<context>
    <name>TextRow</name>
    <message numerus="yes">
        <source>Copy all %Ln characters</source>
        <translation>
            <numerusform>Alle %Ln Zeichen kopieren</numerusform>
            <numerusform>Alle %Ln Zeichen kopieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr anzeigen</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>For 1 hour</source>
        <translation>Für 1 Stunde</translation>
    </message>
    <message>
        <source>Open Ringodesk</source>
        <translation>Ringodesk öffnen</translation>
    </message>
    <message>
        <source>Pause receiving</source>
        <translation>Empfangen anhalten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Resume receiving</source>
        <translation>Empfangen fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>Ringodesk: %Ln unread</source>
        <translation>
            <numerusform>Ringodesk: %Ln ungelesen</numerusform>
            <numerusform>Ringodesk: %Ln ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Until I turn it off</source>
        <translation>Bis ich es ausschalte</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Bis morgen</translation>
    </message>
    <message>
        <source>receiving is paused</source>
        <translation>Empfangen angehalten</translation>
    </message>
    <message>
        <source>{name} ({count})</source>
        <translation>{name} ({count})</translation>
    </message>
</context>
<context>
    <name>UploadBar</name>
    <message>
        <source>Cancel all</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message>
        <source>Uploading {number} of {count}</source>
        <translation>{number} von {count} wird hochgeladen</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
</context>
<context>
    <name>UrlField</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>URL kopieren</translation>
    </message>
    <message>
        <source>Public URL</source>
        <translation>Öffentliche URL</translation>
    </message>
</context>
<context>
    <name>Way</name>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Applied to the chats</source>
        <translation>In die Chats übernommen</translation>
    </message>
    <message>
        <source>Key in notifications</source>
        <translation>Schlüssel in Benachrichtigungen</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Public URL</source>
        <translation>Öffentliche URL</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>Tunnel</translation>
    </message>
</context>
<context>
    <name>WholeChatText</name>
    <message>
        <source>That is too much text for the clipboard. Export the chat to a file instead.</source>
        <translation>Das ist zu viel Text für die Zwischenablage. Exportieren Sie den Chat stattdessen in eine Datei.</translation>
    </message>
</context>
<context>
    <name>WindowKeys</name>
    <message>
        <source>All that can be done with it</source>
        <translation>Alles, was damit getan werden kann</translation>
    </message>
    <message>
        <source>Another day of it</source>
        <translation>Ein anderer Tag darin</translation>
    </message>
    <message>
        <source>Archive it, or no more</source>
        <translation>Archivieren oder nicht mehr</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Begin a chat</source>
        <translation>Einen Chat beginnen</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit the last message, in an empty field</source>
        <translation>Die letzte Nachricht bearbeiten, im leeren Feld</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Filter the chats, or search in this one</source>
        <translation>Chats filtern oder in diesem suchen</translation>
    </message>
    <message>
        <source>Go to a chat or contact</source>
        <translation>Zu einem Chat oder Kontakt gehen</translation>
    </message>
    <message>
        <source>Going about</source>
        <translation>Sich bewegen</translation>
    </message>
    <message>
        <source>Its details</source>
        <translation>Ihre Details</translation>
    </message>
    <message>
        <source>Leave an edit, a search, a selection</source>
        <translation>Bearbeitung, Suche, Auswahl verlassen</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>Einen Anruf eintragen</translation>
    </message>
    <message>
        <source>Mark it as read, or unread</source>
        <translation>Als gelesen oder ungelesen markieren</translation>
    </message>
    <message>
        <source>Mute it, or no more</source>
        <translation>Stummschalten oder nicht mehr</translation>
    </message>
    <message>
        <source>One of the first nine chats</source>
        <translation>Einer der ersten neun Chats</translation>
    </message>
    <message>
        <source>Open its file, picture or link</source>
        <translation>Datei, Bild oder Link öffnen</translation>
    </message>
    <message>
        <source>Pin it, or no more</source>
        <translation>Anheften oder nicht mehr</translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation>Schnellantworten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Ringodesk</source>
        <translation>Ringodesk</translation>
    </message>
    <message>
        <source>Save its file</source>
        <translation>Datei speichern</translation>
    </message>
    <message>
        <source>Search in everything</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Send a link</source>
        <translation>Einen Link senden</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The chat above</source>
        <translation>Der Chat darüber</translation>
    </message>
    <message>
        <source>The chat below</source>
        <translation>Der Chat darunter</translation>
    </message>
    <message>
        <source>The chat that is open</source>
        <translation>Der geöffnete Chat</translation>
    </message>
    <message>
        <source>The chat that was open before</source>
        <translation>Der zuvor geöffnete Chat</translation>
    </message>
    <message>
        <source>The guide</source>
        <translation>Das Handbuch</translation>
    </message>
    <message>
        <source>The message that is selected</source>
        <translation>Die ausgewählte Nachricht</translation>
    </message>
    <message>
        <source>The next that was found</source>
        <translation>Der nächste Treffer</translation>
    </message>
    <message>
        <source>The one found before</source>
        <translation>Der vorige Treffer</translation>
    </message>
    <message>
        <source>The same, backwards</source>
        <translation>Dasselbe, rückwärts</translation>
    </message>
    <message>
        <source>The same, on keyboards without that key</source>
        <translation>Dasselbe, auf Tastaturen ohne diese Taste</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Diese Tasten</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
</context>
<context>
    <name>WritingSection</name>
    <message>
        <source>A file is large from</source>
        <translation>Eine Datei ist groß ab</translation>
    </message>
    <message>
        <source>As far as that can be done.</source>
        <translation>Soweit das möglich ist.</translation>
    </message>
    <message>
        <source>Check spelling</source>
        <translation>Rechtschreibung prüfen</translation>
    </message>
    <message>
        <source>Files you send</source>
        <translation>Dateien, die Sie senden</translation>
    </message>
    <message>
        <source>How many the server is sent at most.</source>
        <translation>Wie viele dem Server höchstens gesendet werden.</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Make pictures smaller before they are sent</source>
        <translation>Bilder vor dem Senden verkleinern</translation>
    </message>
    <message>
        <source>Quick replies…</source>
        <translation>Schnellantworten…</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>Texts that “/” offers while you write.</source>
        <translation>Texte, die „/“ beim Schreiben anbietet.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>You are told that it will take long; 0 is never.</source>
        <translation>Sie erfahren, dass es lange dauern wird; 0 heißt nie.</translation>
    </message>
</context>
<context>
    <name>_Opened</name>
    <message>
        <source>It is open and leads to Ringodesk.</source>
        <translation>Sie ist offen und führt zu Ringodesk.</translation>
    </message>
    <message>
        <source>Paste it in the portal: Menu, Integrations, API Settings. It replaces whatever received messages there before.</source>
        <translation>Fügen Sie sie im Portal ein: Menu, Integrations, API Settings. Sie ersetzt, was dort zuvor Nachrichten empfangen hat.</translation>
    </message>
    <message>
        <source>Ringodesk listens. This computer could not reach itself at that URL, which many networks do not allow: the next page shows whether Ringotel can.</source>
        <translation>Ringodesk empfängt. Dieser Computer konnte sich unter dieser URL nicht selbst erreichen, was viele Netze nicht zulassen: Die nächste Seite zeigt, ob Ringotel es kann.</translation>
    </message>
</context>
<context>
    <name>_Version</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the text of {moment}</source>
        <translation>Text von {moment} kopieren</translation>
    </message>
    <message>
        <source>Text of {moment}</source>
        <translation>Text von {moment}</translation>
    </message>
    <message>
        <source>replaced {moment}</source>
        <translation>ersetzt {moment}</translation>
    </message>
</context>
</TS>
