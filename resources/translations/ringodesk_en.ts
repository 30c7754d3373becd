<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%Ln new messages from {name}</source>
        <translation>
            <numerusform>%Ln new message from {name}</numerusform>
            <numerusform>%Ln new messages from {name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArchiveRow</name>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln unread</numerusform>
            <numerusform>%Ln unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Archived (%Ln)</source>
        <translation>
            <numerusform>Archived (%Ln)</numerusform>
            <numerusform>Archived (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message numerus="yes">
        <source>{count} of %Ln files were not attached:</source>
        <translation>
            <numerusform>{count} of %Ln files were not attached:</numerusform>
            <numerusform>{count} of %Ln files were not attached:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Away</name>
    <message numerus="yes">
        <source>%Ln chats</source>
        <translation>
            <numerusform>%Ln chat</numerusform>
            <numerusform>%Ln chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages in {chats} while you were away</source>
        <translation>
            <numerusform>%Ln message in {chats} while you were away</numerusform>
            <numerusform>%Ln messages in {chats} while you were away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %Ln more</source>
        <translation>
            <numerusform>{names} and %Ln more</numerusform>
            <numerusform>{names} and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatRow</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln unread</numerusform>
            <numerusform>%Ln unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln characters</source>
        <translation>
            <numerusform>more than %Ln character</numerusform>
            <numerusform>more than %Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeleteHistoryDialog</name>
    <message numerus="yes">
        <source>%Ln messages were deleted.</source>
        <translation>
            <numerusform>%Ln message was deleted.</numerusform>
            <numerusform>%Ln messages were deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Destination</name>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln unread</numerusform>
            <numerusform>%Ln unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%Ln messages were written to {path}.</source>
        <translation>
            <numerusform>%Ln message was written to {path}.</numerusform>
            <numerusform>%Ln messages were written to {path}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportedPage</name>
    <message numerus="yes">
        <source>%Ln chats</source>
        <translation>
            <numerusform>%Ln chat</numerusform>
            <numerusform>%Ln chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>%Ln time</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileTray</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gap</name>
    <message numerus="yes">
        <source>Not reachable %Ln times, until {when}</source>
        <translation>
            <numerusform>Not reachable %Ln time, until {when}</numerusform>
            <numerusform>Not reachable %Ln times, until {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not reachable %Ln times, {when}</source>
        <translation>
            <numerusform>Not reachable %Ln time, {when}</numerusform>
            <numerusform>Not reachable %Ln times, {when}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentityPage</name>
    <message numerus="yes">
        <source>{organization} answers: %n people.</source>
        <translation>
            <numerusform>{organization} answers: %n person.</numerusform>
            <numerusform>{organization} answers: %n people.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln cannot be sent and are passed over.</source>
        <translation>
            <numerusform>%Ln cannot be sent and is passed over.</numerusform>
            <numerusform>%Ln cannot be sent and are passed over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be sent and were passed over</source>
        <translation>
            <numerusform>%Ln cannot be sent and was passed over</numerusform>
            <numerusform>%Ln cannot be sent and were passed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln colleagues will see a new chat.</source>
        <translation>
            <numerusform>%Ln colleague will see a new chat.</numerusform>
            <numerusform>%Ln colleagues will see a new chat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are sent as a text with their name and link.</source>
        <translation>
            <numerusform>%Ln file is sent as a text with its name and link.</numerusform>
            <numerusform>%Ln files are sent as a text with their name and link.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages come from an organization that is set up here: they are kept here only.</source>
        <translation>
            <numerusform>%Ln message comes from an organization that is set up here: it is kept here only.</numerusform>
            <numerusform>%Ln messages come from an organization that is set up here: they are kept here only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages will be sent to Ringotel; that takes about {time}.</source>
        <translation>
            <numerusform>%Ln message will be sent to Ringotel; that takes about {time}.</numerusform>
            <numerusform>%Ln messages will be sent to Ringotel; that takes about {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of an earlier import may have arrived.</source>
        <translation>
            <numerusform>%Ln of an earlier import may have arrived.</numerusform>
            <numerusform>%Ln of an earlier import may have arrived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them were deleted here and come back.</source>
        <translation>
            <numerusform>%Ln of them was deleted here and comes back.</numerusform>
            <numerusform>%Ln of them were deleted here and come back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them were deleted here and stay deleted.</source>
        <translation>
            <numerusform>%Ln of them was deleted here and stays deleted.</numerusform>
            <numerusform>%Ln of them were deleted here and stay deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln restored here</source>
        <translation>
            <numerusform>%Ln restored here</numerusform>
            <numerusform>%Ln restored here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sent to Ringotel</source>
        <translation>
            <numerusform>%Ln sent to Ringotel</numerusform>
            <numerusform>%Ln sent to Ringotel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay deleted</source>
        <translation>
            <numerusform>%Ln stays deleted</numerusform>
            <numerusform>%Ln stay deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that may have arrived</source>
        <translation>
            <numerusform>%Ln that may have arrived</numerusform>
            <numerusform>%Ln that may have arrived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were imported before.</source>
        <translation>
            <numerusform>%Ln was imported before.</numerusform>
            <numerusform>%Ln were imported before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were there already</source>
        <translation>
            <numerusform>%Ln was there already</numerusform>
            <numerusform>%Ln were there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>And %Ln more.</numerusform>
            <numerusform>And %Ln more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %Ln messages, {first} to {last}</source>
        <translation>
            <numerusform>{name}: %Ln message, {first} to {last}</numerusform>
            <numerusform>{name}: %Ln messages, {first} to {last}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %Ln messages, {first} to {last}; they will see a new chat</source>
        <translation>
            <numerusform>{name}: %Ln message, {first} to {last}; they will see a new chat</numerusform>
            <numerusform>{name}: %Ln messages, {first} to {last}; they will see a new chat</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message numerus="yes">
        <source>{name}, %Ln unread</source>
        <translation>
            <numerusform>{name}, %Ln unread</numerusform>
            <numerusform>{name}, %Ln unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message numerus="yes">
        <source>Delete %Ln messages?</source>
        <translation>
            <numerusform>Delete %Ln message?</numerusform>
            <numerusform>Delete %Ln messages?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message numerus="yes">
        <source>%Ln d ago</source>
        <translation>
            <numerusform>%Ln d ago</numerusform>
            <numerusform>%Ln d ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <translation>
            <numerusform>%Ln h ago</numerusform>
            <numerusform>%Ln h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>%Ln min ago</numerusform>
            <numerusform>%Ln min ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln messages</source>
        <translation>
            <numerusform>More than %Ln message</numerusform>
            <numerusform>More than %Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextRow</name>
    <message numerus="yes">
        <source>Copy all %Ln characters</source>
        <translation>
            <numerusform>Copy all %Ln character</numerusform>
            <numerusform>Copy all %Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>Ringodesk: %Ln unread</source>
        <translation>
            <numerusform>Ringodesk: %Ln unread</numerusform>
            <numerusform>Ringodesk: %Ln unread</numerusform>
        </translation>
    </message>
</context>
</TS>
