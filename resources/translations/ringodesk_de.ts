<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ArchiveRow</name>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Archived (%Ln)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the chats</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachedFile</name>
    <message>
        <source>{size} · making it smaller…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}, was {former}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The files are attached, and shown when you have done with the edit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln files were not attached:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>It arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallRow</name>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcription: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatListPane</name>
    <message>
        <source>Begin one with anybody in the organization, or wait until somebody writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chat matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chats yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatListView</name>
    <message>
        <source>Chats</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatMenu</name>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatRow</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked as unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something was not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typing…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Edit quick replies…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emoji suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New quick reply…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message you were changing cannot be changed any more. Your words are kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pasted text is too long for a message. It is attached as a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln characters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationHeader</name>
    <message>
        <source>Back to the chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log a call…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in this chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send link…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extension {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typing…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>Choose a chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages to and from your organization&apos;s people appear here, as soon as there are any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only messages of yours that were sent can be deleted. Select no others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or begin a new one. Files can be dropped on any chat in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That message does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Ringodesk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} messages copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Day</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayChip</name>
    <message>
        <source>Jump to date, {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayPicker</name>
    <message>
        <source>Earlier month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Destination</name>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as {identity}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extension {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted until {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presence not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You write as {identity}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Drop files for {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditHistoryDialog</name>
    <message>
        <source>Edit history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the message said before, newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this message said before is not known on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmojiGrid</name>
    <message>
        <source>Emoji</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmojiPicker</name>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find emoji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No emoji of this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skin tone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyCard</name>
    <message>
        <source>No messages with {name} yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write below, or drop files here. Calls are logged from the menu above.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%Ln messages were written to {path}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A page to read and print (HTML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All chats of all accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All chats of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that can be imported again (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chat with {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds what was written, unprotected: keep it where only you can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileTray</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Make pictures smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it may take long to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} may take long to send</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesView</name>
    <message>
        <source>Files to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>After a day, month or year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before a day, month or year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which chat: a name or an extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a day, or in a month or year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it has: file, picture, link or call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who wrote it: me, a name or an extension</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterCompletion</name>
    <message>
        <source>Names for the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values for the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what you wrote</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterGuide</name>
    <message>
        <source>Search all messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words or parts of them, in any language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day; or 2026-03-31, 2026-03, 2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file; or a picture, a link, a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these words together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what you wrote; or a name, an extension</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRunDialog</name>
    <message>
        <source>Chat with the people of a Ringotel organization. Nothing is saved before it works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up Ringodesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Ringodesk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You → {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gap</name>
    <message>
        <source>Not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not reachable %Ln times, until {when}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not reachable %Ln times, {when}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not reachable since {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reachable until {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reachable {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sent to you meanwhile is lost. Ask for it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HealthBar</name>
    <message>
        <source>Receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HealthPopover</name>
    <message>
        <source>Paste it under Menu, Integrations, API Settings. It replaces whatever received before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through ngrok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URL for the portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryImport</name>
    <message>
        <source>Import the file again to go on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was stopped. Import the file again to go on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdentityButton</name>
    <message>
        <source>Choose who writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as {identity}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln cannot be sent and are passed over.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be sent and were passed over</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln colleagues will see a new chat.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are sent as a text with their name and link.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages come from an organization that is set up here: they are kept here only.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages will be sent to Ringotel; that takes about {time}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of an earlier import may have arrived.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln restored here</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sent to Ringotel</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that may have arrived</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were imported before.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were there already</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History (*.csv *.jsonl *.ndjson *.json *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {name}: {done} of {total} lines. You may close this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that may have arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May have arrived; look in Ringotel, then decide:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old messages, with their times, from CSV or JSON lines. First you see what would happen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused; import the file again to try once more:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send them again: they may arrive twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import has ended: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to do: all of it was imported before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be imported as it is. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name}: %Ln messages, {first} to {last}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %Ln messages, {first} to {last}; they will see a new chat</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportLine</name>
    <message>
        <source>Importing {name}: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was imported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Jump to latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name}, %Ln unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogCallDialog</name>
    <message>
        <source>Began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It began at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has just ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log a call with {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes and seconds, as 2:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap caller and called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>A message that cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not downloaded: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transcription {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{caller} called {called}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is typing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageDetailsDialog</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageEdit</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy marked text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln messages?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Delete this message?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is taken back for both sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are taken back for both sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewChatDialog</name>
    <message>
        <source>Ask the server for the contacts again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is known yet: the server is asked for the organization&apos;s people when it is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as {identity}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Mark as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>None of your contacts has the extension or number {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send files to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send {count} files to: name or extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send {name} to: name or extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no contacts yet: set up your account, then open the link again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>That did not work because of a mistake in Ringodesk. The log says more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrganizationField</name>
    <message>
        <source>Asks the server which organizations the key reaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id (20 digits) or domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastedPictures</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be saved in {folder}. Is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text could not be saved in {folder}. Is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was copied is no picture that can be sent. Save it as a file, and attach that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureCopy</name>
    <message>
        <source>This picture cannot be copied: it is damaged, too large, or not where it was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>Close the viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be shown: it is damaged, too large, or not where it was. You can still try another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is not on this computer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message numerus="yes">
        <source>%Ln d ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find Directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save As</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QGuiApplication</name>
    <message>
        <source>QT_LAYOUT_DIRECTION</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>&amp;No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Alt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickRepliesDialog</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in: {variables}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcut, typed after /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quick reply /{shortcut} has no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shortcut of “{text}” must be one word, without spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are two quick replies with the shortcut /{shortcut}. Change one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceivedFiles</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it only if you expected it and trust who sent it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop found no browser for this link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop has no program to open {name} with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be saved as {path}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} may run a program on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln messages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No message has all of that. Try fewer letters or words, or take a filter away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older messages are still being made searchable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Conceal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} of those loaded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendLinkDialog</name>
    <message>
        <source>Caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional, sent as a text after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringotel fetches the file itself: the address must be one that everybody can reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a link to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SentenceBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>&apos; ringodesk-agent &quot;$owner&quot; {program} &quot;$@&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call of {duration_s} seconds is longer than a week. Give the duration in seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file&apos;s link can be sent as a number only. Send the link as a text, or upload the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link must begin with http:// or https:// and name a host that Ringotel can reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message is from you or from them: leave one “from:” out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message that cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A setting in {path} is not right: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A timeout must be a number of seconds, more than 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {limit} requests that the ngrok plan allows this month have been used: ngrok may refuse notifications until the next month begins (UTC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty chat can be opened as a number only, not as a sender id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An organization&apos;s own Webhook integration calls this URL. Messages come through the other one: Menu, Integrations, API Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another import is running on this home. Wait for its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available on the PBX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away / available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the API URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the file&apos;s link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the current key from the portal: Menu, Integrations, API Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the token again from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the key again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install ngrok 3.30 or later from ngrok.com/download, or name the program in the settings (ngrok_path).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It had not been sent when the history was written to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too late to cancel: the message is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have arrived: the answer did not come. Send it again, or say that it arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not deleted: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look it up at dashboard.ngrok.com/domains and correct it in the set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the organization by its id or by its domain, one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notification arrives before the next month. Upgrade it at dashboard.ngrok.com/billing, or use a public URL of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers at {host}: the connection was refused. {check}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported: {problems}.{more}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications come under another host name than the public URL&apos;s, and are refused. Enter the URL that Ringotel calls as the public URL, and have a proxy of your own pass the Host header on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications come with another API key than the saved one. If the key was rotated, enter the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a number has a history that can be synchronized, not a sender id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a text can be edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only messages of ours can be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our number is missing. Say which to write from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parking slot, unavailable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {port} is in use by another program. Close that program, or choose another port for receiving (0 takes any that is free).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs may not be started from {folder} (it is mounted noexec). Name another home folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringodesk does not open links that begin with {scheme}:.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringotel does not accept the API key{words}. Copy the current key from the portal: Menu, Integrations, API Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringotel gave this message no id, so it cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringotel has given no id for this {what} yet: nothing can be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringotel refused and gave no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringotel refused: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringotel refuses line after line; the import was stopped. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringotel takes no more requests for now (HTTP 429). {when} before trying again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who was {end}: the number is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who you are first: the account has no number or sender id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who you are: a number, or a sender id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spelling is not checked: no dictionary is installed, for instance hunspell-en-us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spelling is not checked: the Enchant library (libenchant-2) is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not a web address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API URL holds a space, a backslash or a control character. Write https://shell.ringotel.co/api</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API URL is missing. Write https://shell.ringotel.co/api, or the address of your own server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API URL must begin with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API URL must begin with https://. Write https://{rest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API URL must not hold {what}. Write {scheme}://{parts}/api</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API URL names no usable host. Write https://shell.ringotel.co/api</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API URL {text} cannot be read ({exc}). Write https://shell.ringotel.co/api</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key holds a space, a line break or a letter no key has. Copy it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key is missing. Copy it from the portal: Menu, Integrations, API Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key is not allowed to do this{words}. Check that it belongs to this organization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key is not in the key store. Enter it again in the set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key must not travel unprotected: write https://{parts} instead of http://. Plain http is only for this machine (127.0.0.1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key reaches no organization with the domain “{domain}”. There is: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address cannot be used. {check}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address cannot be used: it is no proper web address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of {host} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of {host} cannot be unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of {host} is far too large. {check}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call&apos;s duration must be a whole number of seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call&apos;s duration must not be less than 0 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call&apos;s {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call&apos;s {what} number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {host} cannot be trusted ({verify_message}). {check}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change was not made: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chat could not be opened at Ringotel: {cause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection has been closed; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to ngrok was lost; messages sent meanwhile do not arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} broke before the answer came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} broke while it was being closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} broke while the request was being sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} broke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} got out of step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is closed: Ringodesk is ending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {path} cannot be opened: check that its folder exists and is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {path} cannot be written: check the permissions of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {path} could not be used ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {path} is held by another program. Close it, or wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {path} must be copied before this version can use it, and the copy {target} could not be made ({error}). Make room and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {path} was made by a newer version of Ringodesk (schema {present}, this one knows {newest}). Install that version, or name another folder with --home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds {path} cannot be used: choose a local one with --home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds {path} has a fault ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds {path} is full or failing: nothing of this was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds {path} is full. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The duration is missing: whole seconds, or minutes and seconds as 2:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The duration {text} cannot be read: write whole seconds, 2:30 or 1:05:10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file comes too slowly; it was given up. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds one JSON array. Write one object a line instead, without brackets and commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file in this message is damaged: it cannot be decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than the limit of {limit_bytes} MB; it was not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no longer there (HTTP {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file lies on another server than the account&apos;s; it is fetched only when asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} belongs to another program. Name another folder with --home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} is not a Ringodesk database, or it is damaged. Move it away, or restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s link holds a user name or password; it is not fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s link is no web address (https); it is not fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s link is not protected (http, not https); it is not fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s link leads into a private network ({host}); it is not fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s link redirects more than {MAX_REDIRECTS} times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s path cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s server failed (HTTP {status}). Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first line must name the columns; {names} {missing} missing. It has: {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} belongs to another user ({owner}). Start Ringodesk as that user, or name another folder with --home or RINGODESK_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used ({errno}). Name another with --home or RINGODESK_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used for ngrok ({errno}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key store could not be opened. Log in to the desktop again or unlock it, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key store did not answer within {timeout_s} seconds. Look for its password prompt, unlock it and try again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key store did not keep what was saved. Try again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key store did not remove the key. Remove it with the desktop&apos;s own key manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key store failed ({name}). Try again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key store has not answered yet. If it shows a password prompt, unlock it there. What you send meanwhile is kept, and goes out then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key store in use ({name}) writes keys to a readable file, so it is not used. Install gnome-keyring or KWallet, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key store is locked. Unlock it and try again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key store refused to answer. Let Ringodesk use it and try again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key store refused to remove the key. Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key store refused to save. Unlock it and try again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link must be a whole web address: it begins with https:// and has no spaces in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lock file {path} cannot be made ({errno}): check that its folder is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is empty. Write something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {host} is not known. Check the network connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {host} is not known. Check the network connection. {check}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {host} leads nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new text is empty. To take the message back, delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok account already runs as many agents as it may. Stop ngrok on the other machine (dashboard.ngrok.com/agents lists them); Ringodesk tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok account has used up its requests for this month. No notification arrives before the next month. Upgrade it at dashboard.ngrok.com/billing, or use a public URL of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok account has used up its traffic for this month. No notification arrives before the next month. Upgrade it at dashboard.ngrok.com/billing, or use a public URL of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok account&apos;s plan does not include a domain of one&apos;s own. Look it up at dashboard.ngrok.com/domains and correct it in the set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok account&apos;s plan has no domain of that name. Look it up at dashboard.ngrok.com/domains and correct it in the set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok agent may not open another endpoint on this plan. Close the others and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok domain belongs to another account. Look it up at dashboard.ngrok.com/domains and correct it in the set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok domain has a character that no domain has. Look it up at dashboard.ngrok.com/domains and correct it in the set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok domain is in use elsewhere: by another computer, or by an agent that has just ended. Stop ngrok there (dashboard.ngrok.com/endpoints says where); Ringodesk tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok domain is not a domain. It looks like name.ngrok-free.app; correct it in the set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok domain is not reserved for this account. Look it up at dashboard.ngrok.com/domains and correct it in the set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok program could not be downloaded. {GET_NGROK}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok program does not answer any more; it is being replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok program ended by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok program has closed the tunnel; it is being opened anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok program was not found. {GET_NGROK}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok token has characters no token has. Copy it again from dashboard.ngrok.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok token is no longer valid: it was reset or revoked. Copy the token again from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok token is one of ngrok&apos;s first version. Copy the token again from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of tries must be a whole number, 1 or more; 1 is no retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organization is missing. Choose it, or give its id or domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organization&apos;s domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organization&apos;s id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organization&apos;s id is needed for this: the API key may not look up the domain {domain}. Copy the id from the portal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pace must be a number of requests a second, or 0 for no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended before the answer came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy does not let us through to {host}. Check its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy set up on this machine cannot be used. Check the proxy settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public URL cannot be read. Write it like https://chat.example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public URL changed. Paste the new one in the portal (Menu, Integrations, API Settings): until then no notification arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public URL holds a blank or a character no URL has. Copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public URL must begin with https:// and name the host that Ringotel can reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public URL must not carry a user name, a query or a fragment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver cannot listen on port {port}: choose another port for receiving, or 0 for any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver listens on this machine only (127.0.0.1), not on {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver&apos;s secret path needs at least 32 letters, digits, &apos;-&apos; or &apos;_&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipient&apos;s extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipient&apos;s user id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request to {host} failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender id is missing. Say which to write as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender&apos;s mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender&apos;s phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered with {sort} instead of JSON (HTTP {status}). Check the API URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered with {sort} instead of JSON (HTTP {status}). It may be down for a while; if this stays, check the API URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not say which chat it opened. Look in Ringotel before you repeat it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not give the file to us (HTTP {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server failed (HTTP {status}). It may be down for a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server failed (HTTP {status}): {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server forbids this (HTTP 403) with a web page: the API key is not allowed to do it, or a firewall or proxy on the way blocks it. Check the API URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no file to give (HTTP {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused (HTTP {status}) and gave no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused with {sort} instead of JSON (HTTP {status}). The API URL may be wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server says this is too large (HTTP 413). Send a smaller file, or a link to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sends us to another address{host} (HTTP {status}), where the API key is not sent. Check the API URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s answer has no result in it (HTTP {status}). Check the API URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s list of {what} cannot be read. Check the API URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file {path} is not valid JSON ({error}). Correct or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time {at} has no time zone. Say which: for instance tzinfo=UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time {at} is before September 2001. Check its date, and that seconds were not taken for milliseconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time {at} lies in the future. Check its date, its time zone and its unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time {value} is negative. Give milliseconds since 1970.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time {value} is no whole number. Give milliseconds since 1970, without a fraction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time {value} lies in the future. Give milliseconds since 1970, not microseconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time {value} looks like seconds: as milliseconds it is before September 2001. Multiply it by 1000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tunnel could not be opened; the log says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tunnel is not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tunnel was closed while it was being opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tunnel&apos;s program hangs; it is being replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The waits between tries must be numbers of seconds, 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {what}&apos;s id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than {MOST_RECORDS} messages in the file. Split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no API at this address (HTTP {status}). Check the API URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no chat with “{name}”. Give an extension, or a part of a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no filter “{name}:”. Filters are {one}; put it in quotes to search for the words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {parent}. Make it, or name another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key store to keep the key in. Install one (on Debian: gnome-keyring or kwalletmanager) and log in to the desktop again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no message in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ngrok token. Copy it from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no program at {named}. {GET_NGROK}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no session with {title} yet, and a sender id cannot open one. Wait until they have written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to export: no message is here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to send: the message is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is not set up any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer was asleep; the tunnel is being opened anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This contact has no extension, and a number can only write to extensions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This contact has no user id, and a sender id can only write to user ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This contact is not known any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no link that Ringodesk knows: {link}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link asks for something that Ringodesk does not know: {action}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link has a line break where there can be none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link has no number: {head}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link holds control characters; it is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link is not text in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link is too long: {link} characters, where {MOST_CHARACTERS} are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link names nobody: an extension or number has {MOST_NAMED} characters at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link says twice what its “{name}” is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message has no file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message is not uncertain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message is not waiting to be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This ngrok program is too old for the ngrok account. Update it with `ngrok update` or from ngrok.com/download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This ngrok program is too old for the ngrok service. Update it with `ngrok update` or from ngrok.com/download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may not listen on port {port}. Choose a port above 1023 for receiving, or 0 for any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests are under way already; this one was not begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two columns mean “{twice}”. The first line has: {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown ({state})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update it with `ngrok update` or from ngrok.com/download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait {wait_s} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it was deleted is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it was done is not known: look before you repeat it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the change arrived is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[ &quot;$PPID&quot; = &quot;$owner&quot; ] &amp;&amp; exec &quot;$@&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cell has more than {MOST_CELL} million characters: a quotation mark may be missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a fragment (#…)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a query (?…)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quotation mark is followed by something that is neither the delimiter nor the end of the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quotation mark that is opened here is never closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a user name or password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another Ringodesk on this home receives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exec &lt; /dev/null 2&gt; /dev/null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exec &gt; /dev/null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exec setpriv --pdeathsig KILL -- /bin/sh -c &apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exec {program} &quot;$@&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id, action, chat_id, message_id, text, attempts, owner, not_before, created_at, began_at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id, chat_id, direction, kind, text, state, at, position, messageid, sessionid, error, edited_at, deleted_at, attachment, call, delivered_at, read_at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>if setpriv --pdeathsig KILL true; then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it belongs to {name}, another account of this home, and is sent to nobody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it comes from the organization {orgid}, other lines of the file from another. Set up its account here first, or export one account at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not tried again by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kill -0 &quot;$owner&quot; || exit 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kill -0 &quot;$owner&quot; || kill -KILL $$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {line}: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {MAX_ANSWER_BYTES} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither “from” ({sender}) nor “to” ({recipient}) is a number of ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next attempt in {delay_s} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok cannot reach the receiver on this machine. Stop and start receiving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok could not be made ready within {limit_s} seconds. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok could not be run; the log says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok did not connect {within}. Check the network and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok did not open an https address; the tunnel was closed. Update ngrok and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok did not open the tunnel {within}. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok did not open the tunnel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok does not accept connections from this IP address. Use a public URL of your own instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok does not recognise its token. Copy the token again from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok does not work through a proxy on this plan. Start Ringodesk without http_proxy set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok ended as soon as it was started. Install ngrok 3.30 or later from ngrok.com/download, or name the program in the settings (ngrok_path).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok has suspended this account over a payment. Settle it at dashboard.ngrok.com/billing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok has suspended this account. See dashboard.ngrok.com/billing, or write to ngrok&apos;s support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok keeps a copy of every notification, though it was told not to; the tunnel was closed. Update ngrok with `ngrok update`, or use a public URL of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok opened {hostname} instead of {domain}; the tunnel was closed. {LOOK_UP_DOMAIN}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok runs, but does not answer as Ringodesk needs it to. Install ngrok 3.30 or later from ngrok.com/download, or name the program in the settings (ngrok_path).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok wants a token and has none. Copy the token again from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok wants the account&apos;s e-mail address verified first: dashboard.ngrok.com/user/settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok&apos;s servers do not know of the tunnel; it is being opened anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reachable; trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number {uid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of more than 20 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this machine only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or set RINGODESK_API_KEY to use a key for one process without storing it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner=$1; shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printf &apos;%s\n&apos; &quot;${{noted:-$$}}&quot; &gt; {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reachable again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read -r noted 2&gt;/dev/null &lt; /proc/$$/stat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read -r owner &lt; {owner} || exit 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent again:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent again: {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the API key is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the call is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the call&apos;s duration must be whole seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the call&apos;s duration must not be less than 0 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the contact is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the contact is missing: its userid, extension or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database does not take this: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file has neither a name nor a link, so there is nothing that could be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key store cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line cannot be read as CSV ({words})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line must be a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of ours is missing, and this account has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the packed answer is cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are {row} cells and {header} columns: put texts in quotation marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not valid JSON ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unset {secrets}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the first notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the key store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while kill -0 &quot;$owner&quot; &amp;&amp; kill -0 $$; do sleep 1; done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within {waited_s} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} is a sender id, and only a number has a history that can be imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{begin} Typing events count too. Upgrade the plan and set ngrok_requests_a_month in the settings file, or use a public URL of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ended} AND not_before &lt;= ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fallback} ngrok says: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file_name} could not be read to its end ({exc}); it was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file_name} was changed while it was being sent; it was not sent. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{given} cannot stand between cells. Give one character, or tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answered with an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} cannot be reached. Check the network connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} cannot be reached: nothing answers there. Check the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} closed the connection without a whole answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not speak HTTP as it should. {check}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not speak https as it should. {check}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sends us round in circles. {check}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} stopped taking the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{identity} is not one of our identities: {ours}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{identity} is not one of our numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{more} more unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {exc}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be saved in {parent}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a folder: send its files, or an archive of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty, so there is nothing to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no longer there ({path}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a file that can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not an ordinary file and cannot be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not where it was ({path}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parent} is Ringodesk&apos;s own folder. Name a file in another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: you have no permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {errno}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder. Send the files in it, or pack it into one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence} Whether it was done is not known: look before you repeat it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target} cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target} could not be written: {reason}. Nothing was left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target} is a device or the like. Name an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target} is a folder. Name a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} of the {limit} requests that the ngrok plan allows this month have been used. When all are, no notification arrives until the next month begins (UTC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used}{limit} requests this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} holds a line break or a control character. Take it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} holds half a character, which cannot be sent. Type it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} or {words2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“at” cannot be read as a time: {text}. Write 2024-05-31T09:15:00Z, or milliseconds since 1970</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“at” is missing: the time, as 2024-05-31T09:15:00Z or in milliseconds since 1970</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“call” must be an object with duration, caller and called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“contact” must be an object with userid, extension or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“direction” is missing: in or out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“direction” must be in or out, not {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“file.size_bytes” must be a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“file” is no address: {url}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“file” must be an object with name, url and size_bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“from” and “to” are both numbers of ours: {sender}, {recipient}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“has:{value}” is not known. Use {value2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“kind” must be text, file or call, not {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is missing: in or out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” must be one of: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a date. Write 2026-03-31, 2026-03 or 2026, today, yesterday, or &quot;last week&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{within}{name}” must be text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance and keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the window keeps Ringodesk in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter begins a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch pictures from the account&apos;s own server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language, from the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account is set up yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick replies…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the tray icon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show when they are typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show who is online, busy or away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell them when I am typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell them when I have read a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell them when a message has arrived here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetupFields</name>
    <message>
        <source>A number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sender id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a public URL of my own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number or sender id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portal: Menu, Integrations, API Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through ngrok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who you are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You write as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharedFilesView</name>
    <message>
        <source>Files and pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpellMenu</name>
    <message>
        <source>Add to the dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Switcher</name>
    <message>
        <source>Chats and contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to chat: name or extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextRow</name>
    <message numerus="yes">
        <source>Copy all %Ln characters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open Ringodesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Ringodesk: %Ln unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({count})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UploadBar</name>
    <message>
        <source>Cancel all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploading {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UrlField</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public URL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowKeys</name>
    <message>
        <source>All that can be done with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another day of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive it, or no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the last message, in an empty field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the chats, or search in this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a chat or contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave an edit, a search, a selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark it as read, or unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute it, or no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the first nine chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its file, picture or link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin it, or no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringodesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chat above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chat below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chat that is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chat that was open before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message that is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next that was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one found before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, on keyboards without that key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Version</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the text of {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced {moment}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
