<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="el" sourcelanguage="en">
<context>
    <name>AboutSection</name>
    <message>
        <source>About</source>
        <translation>Πληροφορίες</translation>
    </message>
    <message>
        <source>Diagnostics…</source>
        <translation>Διαγνωστικά…</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Οδηγός</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Άδειες χρήσης</translation>
    </message>
    <message>
        <source>Of Ringodesk and of what it is made with.</source>
        <translation>Του Ringodesk και όσων χρησιμοποιεί.</translation>
    </message>
    <message>
        <source>Ringodesk {version}</source>
        <translation>Ringodesk {version}</translation>
    </message>
    <message>
        <source>Set-up, every feature, and what to do when something is wrong.</source>
        <translation>Ρύθμιση, όλες οι λειτουργίες, και τι να κάνετε όταν κάτι δεν πάει καλά.</translation>
    </message>
    <message>
        <source>What helps to find a fault, without secrets, to read and to save.</source>
        <translation>Ό,τι βοηθά να βρεθεί ένα σφάλμα, χωρίς μυστικά, για ανάγνωση και αποθήκευση.</translation>
    </message>
    <message>
        <source>With Qt {qt} and Python {python}.</source>
        <translation>Με Qt {qt} και Python {python}.</translation>
    </message>
</context>
<context>
    <name>AccountsSection</name>
    <message>
        <source>API key, name, number or sender id</source>
        <translation>Κλειδί API, όνομα, αριθμός ή αναγνωριστικό αποστολέα</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Λογαριασμοί</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Προσθήκη λογαριασμού…</translation>
    </message>
    <message>
        <source>Add identity…</source>
        <translation>Προσθήκη ταυτότητας…</translation>
    </message>
    <message>
        <source>Another organization, in the same window.</source>
        <translation>Άλλος οργανισμός, στο ίδιο παράθυρο.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Αλλαγή</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>Αλλαγή: {name}</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Επεξεργασία…</translation>
    </message>
    <message>
        <source>New API key…</source>
        <translation>Νέο κλειδί API…</translation>
    </message>
    <message>
        <source>No account is set up yet.</source>
        <translation>Δεν έχει ρυθμιστεί λογαριασμός ακόμη.</translation>
    </message>
    <message>
        <source>Proof…</source>
        <translation>Δοκιμή…</translation>
    </message>
    <message>
        <source>Receiving…</source>
        <translation>Λήψη…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Αφαίρεση</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Αφαίρεση…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Μετονομασία…</translation>
    </message>
    <message>
        <source>See a message arrive, step by step.</source>
        <translation>Δείτε ένα μήνυμα να φτάνει, βήμα βήμα.</translation>
    </message>
    <message>
        <source>ngrok, a public URL of your own, or send only. The history stays.</source>
        <translation>ngrok, δικό σας δημόσιο URL ή μόνο αποστολή. Το ιστορικό μένει.</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%Ln new messages from {name}</source>
        <translation>
            <numerusform>%Ln νέο μήνυμα: {name}</numerusform>
            <numerusform>%Ln νέα μηνύματα: {name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Εμφάνιση</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Όπως το σύστημα</translation>
    </message>
    <message>
        <source>Beside the size that the system has for text.</source>
        <translation>Επιπλέον του μεγέθους κειμένου του συστήματος.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Χρώματα</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Αντίθεση</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Σκούρο</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Υψηλή</translation>
    </message>
    <message>
        <source>Language, from the next start</source>
        <translation>Γλώσσα, από την επόμενη εκκίνηση</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Ανοιχτό</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Κανονική</translation>
    </message>
    <message>
        <source>Nothing moves or fades</source>
        <translation>Χωρίς κινήσεις και σταδιακές αλλαγές</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Μέγεθος κειμένου</translation>
    </message>
    <message>
        <source>Where the system wants no motion there is none anyway.</source>
        <translation>Όπου το σύστημα δεν θέλει κίνηση, δεν υπάρχει έτσι κι αλλιώς.</translation>
    </message>
</context>
<context>
    <name>ArchiveRow</name>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln μη αναγνωσμένο</numerusform>
            <numerusform>%Ln μη αναγνωσμένα</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Archived (%Ln)</source>
        <translation>
            <numerusform>Αρχειοθετημένες (%Ln)</numerusform>
            <numerusform>Αρχειοθετημένες (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the chats</source>
        <translation>Πίσω στις συνομιλίες</translation>
    </message>
</context>
<context>
    <name>AttachedFile</name>
    <message>
        <source>{size} · making it smaller…</source>
        <translation>{size} · γίνεται σμίκρυνση…</translation>
    </message>
    <message>
        <source>{size}, was {former}</source>
        <translation>{size}, πριν {former}</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>The files are attached, and shown when you have done with the edit.</source>
        <translation>Τα αρχεία επισυνάφθηκαν και θα εμφανιστούν μόλις τελειώσετε με την επεξεργασία.</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln files were not attached:</source>
        <translation>
            <numerusform>{count} από %Ln αρχείο δεν επισυνάφθηκαν:</numerusform>
            <numerusform>{count} από %Ln αρχεία δεν επισυνάφθηκαν:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Away</name>
    <message numerus="yes">
        <source>%Ln chats</source>
        <translation>
            <numerusform>%Ln συνομιλία</numerusform>
            <numerusform>%Ln συνομιλίες</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages in {chats} while you were away</source>
        <translation>
            <numerusform>%Ln μήνυμα σε {chats} όσο λείπατε</numerusform>
            <numerusform>%Ln μηνύματα σε {chats} όσο λείπατε</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %Ln more</source>
        <translation>
            <numerusform>{names} και %Ln ακόμη</numerusform>
            <numerusform>{names} και %Ln ακόμη</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrokenSettingsDialog</name>
    <message>
        <source>Nothing was changed. If you start with other settings, your file is kept under another name.</source>
        <translation>Δεν άλλαξε τίποτα. Αν ξεκινήσετε με άλλες ρυθμίσεις, το αρχείο σας φυλάσσεται με άλλο όνομα.</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Άνοιγμα του αρχείου</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ρυθμίσεις</translation>
    </message>
    <message>
        <source>Start with settings as they come</source>
        <translation>Εκκίνηση με τις προεπιλογές</translation>
    </message>
    <message>
        <source>Start with the former settings</source>
        <translation>Εκκίνηση με τις προηγούμενες ρυθμίσεις</translation>
    </message>
    <message>
        <source>The settings cannot be read</source>
        <translation>Οι ρυθμίσεις δεν διαβάζονται</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Νέα προσπάθεια</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>It arrived</source>
        <translation>Έφτασε</translation>
    </message>
    <message>
        <source>It waits, and is sent by itself. {reason}</source>
        <translation>Περιμένει και στέλνεται από μόνο του. {reason}</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Επανάληψη</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Αποστολή ξανά</translation>
    </message>
    <message>
        <source>Unread messages</source>
        <translation>Μη αναγνωσμένα μηνύματα</translation>
    </message>
    <message>
        <source>edited {time}</source>
        <translation>επεξεργασμένο {time}</translation>
    </message>
</context>
<context>
    <name>CallRow</name>
    <message>
        <source>Call</source>
        <translation>Κλήση</translation>
    </message>
    <message>
        <source>Transcription: {name}</source>
        <translation>Απομαγνητοφώνηση: {name}</translation>
    </message>
</context>
<context>
    <name>ChatListPane</name>
    <message>
        <source>Begin one with anybody in the organization, or wait until somebody writes.</source>
        <translation>Ξεκινήστε μία με κάποιον από τον οργανισμό ή περιμένετε μέχρι να γράψει κάποιος.</translation>
    </message>
    <message>
        <source>Filter chats</source>
        <translation>Φίλτρο λίστας</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Νέα συνομιλία</translation>
    </message>
    <message>
        <source>No chat matches</source>
        <translation>Καμία συνομιλία δεν ταιριάζει</translation>
    </message>
    <message>
        <source>No chats yet</source>
        <translation>Δεν υπάρχουν συνομιλίες ακόμη</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Αναζήτηση σε όλα τα μηνύματα</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ρυθμίσεις</translation>
    </message>
    <message>
        <source>What you look for may stand in a message.</source>
        <translation>Αυτό που ψάχνετε ίσως βρίσκεται σε ένα μήνυμα.</translation>
    </message>
</context>
<context>
    <name>ChatListView</name>
    <message>
        <source>Chats</source>
        <translation>Συνομιλίες</translation>
    </message>
</context>
<context>
    <name>ChatMenu</name>
    <message>
        <source>Always</source>
        <translation>Πάντα</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Αρχειοθέτηση</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Αρχειοθετήθηκε</translation>
    </message>
    <message>
        <source>Copy extension</source>
        <translation>Αντιγραφή εσωτερικού</translation>
    </message>
    <message>
        <source>Delete history…</source>
        <translation>Διαγραφή ιστορικού…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Εξαγωγή…</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>Για μία ώρα</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Σήμανση ως αναγνωσμένο</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Σήμανση ως μη αναγνωσμένο</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>Σημειώθηκε ως αναγνωσμένο</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>Σημειώθηκε ως μη αναγνωσμένο</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Σίγαση</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Σε σίγαση</translation>
    </message>
    <message>
        <source>No longer muted</source>
        <translation>Δεν είναι πια σε σίγαση</translation>
    </message>
    <message>
        <source>No longer pinned</source>
        <translation>Δεν είναι πια καρφιτσωμένο</translation>
    </message>
    <message>
        <source>Out of the archive</source>
        <translation>Βγήκε από το αρχείο</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Καρφίτσωμα</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Καρφιτσώθηκε</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Κατάργηση αρχειοθέτησης</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Κατάργηση σίγασης</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Ξεκαρφίτσωμα</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Μέχρι αύριο</translation>
    </message>
</context>
<context>
    <name>ChatRow</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln αρχείο</numerusform>
            <numerusform>%Ln αρχεία</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln μη αναγνωσμένο</numerusform>
            <numerusform>%Ln μη αναγνωσμένα</numerusform>
        </translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Αρχειοθετημένη</translation>
    </message>
    <message>
        <source>Draft: </source>
        <translation>Πρόχειρο: </translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Δεν υπάρχουν μηνύματα ακόμη</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Χθες</translation>
    </message>
    <message>
        <source>You: </source>
        <translation>Εσείς: </translation>
    </message>
    <message>
        <source>archived</source>
        <translation>αρχειοθετημένη</translation>
    </message>
    <message>
        <source>marked as unread</source>
        <translation>σημειωμένη ως μη αναγνωσμένη</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>σε σίγαση</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>καρφιτσωμένη</translation>
    </message>
    <message>
        <source>something was not sent</source>
        <translation>κάτι δεν στάλθηκε</translation>
    </message>
    <message>
        <source>typing…</source>
        <translation>πληκτρολογεί…</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>API key</source>
        <translation>Κλειδί API</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Λογαριασμός</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Ρολόι</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Βάση δεδομένων</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Δίσκος</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>Επεξεργασίες</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Αρχεία</translation>
    </message>
    <message>
        <source>Home folder</source>
        <translation>Φάκελος προγράμματος</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Ταυτότητες</translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation>Το κλειδί έγινε δεκτό</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Δίκτυο</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Ειδοποιήσεις επιφάνειας εργασίας</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Ειδοποιήσεις</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Οργανισμός</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Άλλα</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Εξερχόμενα</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Απόρρητο</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Δέκτης</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Διακομιστής</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ρυθμίσεις</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Ορθογραφία</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Εικονίδιο</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>Σήραγγα</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Edit quick replies…</source>
        <translation>Επεξεργασία γρήγορων απαντήσεων…</translation>
    </message>
    <message>
        <source>Emoji suggestions</source>
        <translation>Προτάσεις emoji</translation>
    </message>
    <message>
        <source>New quick reply…</source>
        <translation>Νέα γρήγορη απάντηση…</translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation>Γρήγορες απαντήσεις</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln χαρακτήρας</numerusform>
            <numerusform>%Ln χαρακτήρες</numerusform>
        </translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Επισύναψη αρχείων</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Λεζάντα</translation>
    </message>
    <message>
        <source>Edit: {text}</source>
        <translation>Επεξεργασία: {text}</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Leave the edit</source>
        <translation>Έξοδος από την επεξεργασία</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Μήνυμα</translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation>Γρήγορες απαντήσεις</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Αποστολή</translation>
    </message>
    <message>
        <source>The message you were changing cannot be changed any more. Your words are kept here.</source>
        <translation>Το μήνυμα που αλλάζατε δεν μπορεί πια να αλλάξει. Το κείμενό σας διατηρείται εδώ.</translation>
    </message>
    <message>
        <source>The pasted text is too long for a message. It is attached as a file.</source>
        <translation>Το κείμενο που επικολλήθηκε είναι πολύ μεγάλο για μήνυμα. Επισυνάφθηκε ως αρχείο.</translation>
    </message>
    <message>
        <source>You are changing another message. Send that first, or press Escape.</source>
        <translation>Αλλάζετε ένα άλλο μήνυμα. Στείλτε πρώτα εκείνη την αλλαγή ή πατήστε Esc.</translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln characters</source>
        <translation>
            <numerusform>περισσότεροι από %Ln χαρακτήρα</numerusform>
            <numerusform>περισσότεροι από %Ln χαρακτήρες</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationHeader</name>
    <message>
        <source>Back to the chats</source>
        <translation>Πίσω στις συνομιλίες</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Λεπτομέρειες</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Εξαγωγή…</translation>
    </message>
    <message>
        <source>Jump to date…</source>
        <translation>Μετάβαση σε ημερομηνία…</translation>
    </message>
    <message>
        <source>Log a call…</source>
        <translation>Καταγραφή κλήσης…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Περισσότερα</translation>
    </message>
    <message>
        <source>Search in this chat</source>
        <translation>Αναζήτηση στη συνομιλία</translation>
    </message>
    <message>
        <source>Send link…</source>
        <translation>Αποστολή συνδέσμου…</translation>
    </message>
    <message>
        <source>as {identity}</source>
        <translation>ως {identity}</translation>
    </message>
    <message>
        <source>extension {number}</source>
        <translation>εσωτερικό {number}</translation>
    </message>
    <message>
        <source>typing…</source>
        <translation>πληκτρολογεί…</translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>Choose a chat</source>
        <translation>Επιλέξτε συνομιλία</translation>
    </message>
    <message>
        <source>Messages to and from your organization&apos;s people appear here. F1 opens the guide.</source>
        <translation>Τα μηνύματα από και προς άτομα του οργανισμού σας εμφανίζονται εδώ. Το F1 ανοίγει τον οδηγό.</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Νέα συνομιλία</translation>
    </message>
    <message>
        <source>Or begin a new one. Files can be dropped on any chat in the list.</source>
        <translation>Ή ξεκινήστε μια νέα. Μπορείτε να αφήσετε αρχεία πάνω σε οποιαδήποτε συνομιλία της λίστας.</translation>
    </message>
    <message>
        <source>That message does not exist any more.</source>
        <translation>Αυτό το μήνυμα δεν υπάρχει πια.</translation>
    </message>
    <message>
        <source>Welcome to Ringodesk</source>
        <translation>Καλώς ήρθατε στο Ringodesk</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Copied</source>
        <translation>Αντιγράφηκε</translation>
    </message>
    <message>
        <source>{count} messages copied</source>
        <translation>Αντιγράφηκαν {count} μηνύματα</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>A clock that leapt ahead by more than a week has to agree with the server first.</source>
        <translation>Ένα ρολόι που πήδηξε πάνω από μία εβδομάδα μπροστά πρέπει πρώτα να συμφωνήσει με τον διακομιστή.</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Ένας μήνας</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Ένα έτος</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Όλα</translation>
    </message>
    <message>
        <source>As a page to read, or as JSON lines to import again.</source>
        <translation>Ως σελίδα για ανάγνωση ή ως γραμμές JSON για νέα εισαγωγή.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Δεδομένα</translation>
    </message>
    <message>
        <source>Delete messages older than</source>
        <translation>Διαγραφή μηνυμάτων παλαιότερων από</translation>
    </message>
    <message>
        <source>Delete now…</source>
        <translation>Διαγραφή τώρα…</translation>
    </message>
    <message>
        <source>Export history…</source>
        <translation>Εξαγωγή ιστορικού…</translation>
    </message>
    <message>
        <source>Folder of Ringodesk&apos;s data</source>
        <translation>Φάκελος δεδομένων του Ringodesk</translation>
    </message>
    <message>
        <source>For good, with their files: here, not at the server. What is on its way stays.</source>
        <translation>Οριστικά, με τα αρχεία τους: εδώ, όχι στον διακομιστή. Ό,τι είναι καθ’ οδόν μένει.</translation>
    </message>
    <message>
        <source>From a CSV or JSON lines file.</source>
        <translation>Από αρχείο CSV ή γραμμών JSON.</translation>
    </message>
    <message>
        <source>Half a year</source>
        <translation>Μισό έτος</translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>Πόσο διατηρούνται</translation>
    </message>
    <message>
        <source>Import history…</source>
        <translation>Εισαγωγή ιστορικού…</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>Εισαγωγή και εξαγωγή</translation>
    </message>
    <message>
        <source>Log: {size}</source>
        <translation>Αρχείο καταγραφής: {size}</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Μέτρηση…</translation>
    </message>
    <message>
        <source>Messages and search: {size}</source>
        <translation>Μηνύματα και αναζήτηση: {size}</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Ποτέ</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Άνοιγμα φακέλου</translation>
    </message>
    <message>
        <source>Pasted pictures: {size}</source>
        <translation>Επικολλημένες εικόνες: {size}</translation>
    </message>
    <message>
        <source>Received files: {size}</source>
        <translation>Αρχεία που λήφθηκαν: {size}</translation>
    </message>
    <message>
        <source>Remove Ringodesk&apos;s data…</source>
        <translation>Αφαίρεση δεδομένων του Ringodesk…</translation>
    </message>
    <message>
        <source>Says what would go, and asks.</source>
        <translation>Δείχνει τι θα διαγραφεί και ρωτά.</translation>
    </message>
    <message>
        <source>The space they took is given back bit by bit.</source>
        <translation>Ο χώρος που έπιαναν ελευθερώνεται σταδιακά.</translation>
    </message>
    <message>
        <source>Three months</source>
        <translation>Τρεις μήνες</translation>
    </message>
    <message>
        <source>Two years</source>
        <translation>Δύο έτη</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Πού βρίσκονται</translation>
    </message>
    <message>
        <source>With the keys. Says what would go, and asks.</source>
        <translation>Μαζί με τα κλειδιά. Δείχνει τι θα αφαιρεθεί και ρωτά.</translation>
    </message>
    <message>
        <source>With the settings file, settings.json, in it.</source>
        <translation>Περιέχει και το αρχείο ρυθμίσεων settings.json.</translation>
    </message>
</context>
<context>
    <name>Day</name>
    <message>
        <source>Today</source>
        <translation>Σήμερα</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Χθες</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation>dddd, d MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>DayChip</name>
    <message>
        <source>Jump to date, {day}</source>
        <translation>Μετάβαση σε ημερομηνία, {day}</translation>
    </message>
</context>
<context>
    <name>DayPicker</name>
    <message>
        <source>Days</source>
        <translation>Ημέρες</translation>
    </message>
    <message>
        <source>Earlier month</source>
        <translation>Προηγούμενος μήνας</translation>
    </message>
    <message>
        <source>Jump to date</source>
        <translation>Μετάβαση σε ημερομηνία</translation>
    </message>
    <message>
        <source>Later month</source>
        <translation>Επόμενος μήνας</translation>
    </message>
</context>
<context>
    <name>DeleteHistoryDialog</name>
    <message numerus="yes">
        <source>%Ln messages were deleted.</source>
        <translation>
            <numerusform>Διαγράφηκε %Ln μήνυμα.</numerusform>
            <numerusform>Διαγράφηκαν %Ln μηνύματα.</numerusform>
        </translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Όλα τα μηνύματα</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Άκυρο</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Διαγραφή</translation>
    </message>
    <message>
        <source>Delete from all chats?</source>
        <translation>Διαγραφή από όλες τις συνομιλίες;</translation>
    </message>
    <message>
        <source>Delete from the chat with {name}?</source>
        <translation>Διαγραφή από τη συνομιλία με {name};</translation>
    </message>
    <message>
        <source>Delete history</source>
        <translation>Διαγραφή ιστορικού</translation>
    </message>
    <message>
        <source>How old</source>
        <translation>Παλαιότητα</translation>
    </message>
    <message>
        <source>It goes for good, with its files: here, not at the server. What is on its way stays.</source>
        <translation>Διαγράφονται οριστικά, μαζί με τα αρχεία τους: εδώ, όχι στον διακομιστή. Ό,τι αποστέλλεται μένει.</translation>
    </message>
    <message>
        <source>Looking what would go…</source>
        <translation>Έλεγχος για το τι θα διαγραφεί…</translation>
    </message>
    <message>
        <source>Older than a month</source>
        <translation>Παλαιότερα από έναν μήνα</translation>
    </message>
    <message>
        <source>Older than a year</source>
        <translation>Παλαιότερα από έναν χρόνο</translation>
    </message>
    <message>
        <source>Older than half a year</source>
        <translation>Παλαιότερα από έξι μήνες</translation>
    </message>
    <message>
        <source>Older than three months</source>
        <translation>Παλαιότερα από τρεις μήνες</translation>
    </message>
    <message>
        <source>Older than two years</source>
        <translation>Παλαιότερα από δύο χρόνια</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Πρόοδος</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Διακοπή</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} έως {last}</translation>
    </message>
</context>
<context>
    <name>DesktopApp</name>
    <message>
        <source>This could not be removed:</source>
        <translation>Δεν ήταν δυνατό να αφαιρεθούν:</translation>
    </message>
</context>
<context>
    <name>DesktopSection</name>
    <message>
        <source>A link opens a chat; it never sends.</source>
        <translation>Ένας σύνδεσμος ανοίγει συνομιλία· δεν στέλνει ποτέ.</translation>
    </message>
    <message>
        <source>At login, begin in the tray without a window</source>
        <translation>Κατά τη σύνδεση, έναρξη στην περιοχή ειδοποιήσεων χωρίς παράθυρο</translation>
    </message>
    <message>
        <source>Closing the window keeps Ringodesk in the tray</source>
        <translation>Με το κλείσιμο του παραθύρου το Ringodesk μένει στην περιοχή ειδοποιήσεων</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Επιφάνεια εργασίας</translation>
    </message>
    <message>
        <source>Links of other programs</source>
        <translation>Σύνδεσμοι από άλλα προγράμματα</translation>
    </message>
    <message>
        <source>Open links to telephone numbers (tel:)</source>
        <translation>Άνοιγμα συνδέσμων προς αριθμούς τηλεφώνου (tel:)</translation>
    </message>
    <message>
        <source>Open links to text messages (sms:)</source>
        <translation>Άνοιγμα συνδέσμων προς μηνύματα κειμένου (sms:)</translation>
    </message>
    <message>
        <source>Show the tray icon</source>
        <translation>Εμφάνιση εικονιδίου στην περιοχή ειδοποιήσεων</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Εκκίνηση</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Εκκίνηση κατά τη σύνδεση</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Περιοχή ειδοποιήσεων</translation>
    </message>
    <message>
        <source>Where there is no tray, closing the window ends it.</source>
        <translation>Όπου δεν υπάρχει περιοχή ειδοποιήσεων, το κλείσιμο του παραθύρου το τερματίζει.</translation>
    </message>
</context>
<context>
    <name>Destination</name>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln μη αναγνωσμένο</numerusform>
            <numerusform>%Ln μη αναγνωσμένα</numerusform>
        </translation>
    </message>
    <message>
        <source>archived</source>
        <translation>αρχειοθετημένη</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln μήνυμα</numerusform>
            <numerusform>%Ln μηνύματα</numerusform>
        </translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Αρχειοθετημένη</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Κλείσιμο λεπτομερειών</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Λεπτομέρειες</translation>
    </message>
    <message>
        <source>Extension {number}</source>
        <translation>Εσωτερικό {number}</translation>
    </message>
    <message>
        <source>Files and pictures</source>
        <translation>Αρχεία και εικόνες</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Σε σίγαση</translation>
    </message>
    <message>
        <source>Muted until {when}</source>
        <translation>Σε σίγαση έως {when}</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Δεν υπάρχουν αρχεία ακόμη</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Καρφιτσωμένη</translation>
    </message>
    <message>
        <source>Presence not known</source>
        <translation>Άγνωστη παρουσία</translation>
    </message>
    <message>
        <source>You write as {identity}</source>
        <translation>Γράφετε ως {identity}</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>All files (*)</source>
        <translation>Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Διαγνωστικά</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Γίνεται έλεγχος…</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Μέρη</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Αποθήκευση διαγνωστικών</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Αποθηκεύτηκε ως {name}.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Αποθήκευση…</translation>
    </message>
    <message>
        <source>Text of the part</source>
        <translation>Κείμενο του μέρους</translation>
    </message>
    <message>
        <source>This helps to find a fault. Keys, names, numbers and messages have been taken out of it. What you see here is all that is saved: read it before you give it to anybody.</source>
        <translation>Αυτό βοηθά να βρεθεί ένα σφάλμα. Κλειδιά, ονόματα, αριθμοί και μηνύματα έχουν αφαιρεθεί. Ό,τι βλέπετε εδώ είναι όλα όσα αποθηκεύονται: διαβάστε τα πριν τα δώσετε σε κάποιον.</translation>
    </message>
</context>
<context>
    <name>DoNotDisturbRow</name>
    <message>
        <source>For 1 hour</source>
        <translation>Για 1 ώρα</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Ανενεργό</translation>
    </message>
    <message>
        <source>Until I turn it off</source>
        <translation>Μέχρι να το απενεργοποιήσω</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Μέχρι αύριο</translation>
    </message>
    <message>
        <source>Until {time}</source>
        <translation>Έως {time}</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln αρχείο</numerusform>
            <numerusform>%Ln αρχεία</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop files for {name}</source>
        <translation>Αφήστε εδώ αρχεία για {name}</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln ημέρα</numerusform>
            <numerusform>%Ln ημέρες</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} ώ.</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} ώ. {minutes} λ.</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} λ.</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} λ. {seconds} δ.</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} δ.</translation>
    </message>
</context>
<context>
    <name>EditHistoryDialog</name>
    <message>
        <source>Edit history</source>
        <translation>Ιστορικό επεξεργασίας</translation>
    </message>
    <message>
        <source>What the message said before, newest first.</source>
        <translation>Τι έλεγε το μήνυμα πριν, με το νεότερο πρώτο.</translation>
    </message>
    <message>
        <source>What this message said before is not known on this computer.</source>
        <translation>Το τι έλεγε πριν αυτό το μήνυμα δεν είναι γνωστό σε αυτόν τον υπολογιστή.</translation>
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
        <translation>Δραστηριότητες</translation>
    </message>
    <message>
        <source>Animals and nature</source>
        <translation>Ζώα και φύση</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Σκούρο</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Προεπιλογή</translation>
    </message>
    <message>
        <source>Find emoji</source>
        <translation>Εύρεση emoji</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Σημαίες</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>Φαγητό και ποτό</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Ανοιχτό</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Μεσαίο</translation>
    </message>
    <message>
        <source>Medium dark</source>
        <translation>Μεσαίο σκούρο</translation>
    </message>
    <message>
        <source>Medium light</source>
        <translation>Μεσαίο ανοιχτό</translation>
    </message>
    <message>
        <source>No emoji of this name</source>
        <translation>Δεν υπάρχει emoji με αυτό το όνομα</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Αντικείμενα</translation>
    </message>
    <message>
        <source>People and body</source>
        <translation>Άνθρωποι και σώμα</translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation>Πρόσφατα</translation>
    </message>
    <message>
        <source>Skin tone</source>
        <translation>Τόνος δέρματος</translation>
    </message>
    <message>
        <source>Smileys and emotion</source>
        <translation>Φατσούλες και συναισθήματα</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Σύμβολα</translation>
    </message>
    <message>
        <source>Travel and places</source>
        <translation>Ταξίδια και μέρη</translation>
    </message>
</context>
<context>
    <name>EmptyCard</name>
    <message>
        <source>No messages with {name} yet</source>
        <translation>Δεν υπάρχουν μηνύματα με {name} ακόμη</translation>
    </message>
    <message>
        <source>Write below, or drop files here. Calls are logged from the menu above.</source>
        <translation>Γράψτε παρακάτω ή αφήστε αρχεία εδώ. Οι κλήσεις καταγράφονται από το μενού επάνω.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%Ln messages were written to {path}.</source>
        <translation>
            <numerusform>%Ln μήνυμα γράφτηκε στο {path}.</numerusform>
            <numerusform>%Ln μηνύματα γράφτηκαν στο {path}.</numerusform>
        </translation>
    </message>
    <message>
        <source>A page to read and print (HTML)</source>
        <translation>Σελίδα για ανάγνωση και εκτύπωση (HTML)</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>Όλες οι συνομιλίες</translation>
    </message>
    <message>
        <source>All chats of all accounts</source>
        <translation>Όλες οι συνομιλίες όλων των λογαριασμών</translation>
    </message>
    <message>
        <source>All chats of {name}</source>
        <translation>Όλες οι συνομιλίες: {name}</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>Εξαγωγή ιστορικού</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Εξαγωγή…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Μορφή</translation>
    </message>
    <message>
        <source>Lines that can be imported again (JSON)</source>
        <translation>Γραμμές που εισάγονται ξανά (JSON)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Πρόοδος</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Εμφάνιση στον φάκελο</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Διακοπή</translation>
    </message>
    <message>
        <source>The chat with {name}</source>
        <translation>Η συνομιλία με {name}</translation>
    </message>
    <message>
        <source>The file holds what was written, unprotected: keep it where only you can read it.</source>
        <translation>Το αρχείο περιέχει όσα γράφτηκαν, χωρίς προστασία: κρατήστε το εκεί όπου μόνο εσείς μπορείτε να το διαβάσετε.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Τι</translation>
    </message>
</context>
<context>
    <name>ExportedPage</name>
    <message numerus="yes">
        <source>%Ln chats</source>
        <translation>
            <numerusform>%Ln συνομιλία</numerusform>
            <numerusform>%Ln συνομιλίες</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln μήνυμα</numerusform>
            <numerusform>%Ln μηνύματα</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>%Ln φορά</numerusform>
            <numerusform>%Ln φορές</numerusform>
        </translation>
    </message>
    <message>
        <source>A message that cannot be shown</source>
        <translation>Ένα μήνυμα που δεν μπορεί να εμφανιστεί</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Κλήση</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Συνομιλίες</translation>
    </message>
    <message>
        <source>Exported by Ringodesk on {when} ({zone}). Times are those of the place it was made in.</source>
        <translation>Εξήχθη από το Ringodesk στις {when} ({zone}). Οι ώρες είναι του τόπου όπου δημιουργήθηκε.</translation>
    </message>
    <message>
        <source>Not reachable from {begin} until {end}: what was sent then is lost</source>
        <translation>Μη διαθέσιμο από {begin} έως {end}: ό,τι στάλθηκε τότε χάθηκε</translation>
    </message>
    <message>
        <source>Not reachable until {end}: what was sent then is lost</source>
        <translation>Μη διαθέσιμο έως {end}: ό,τι στάλθηκε τότε χάθηκε</translation>
    </message>
    <message>
        <source>This message was deleted</source>
        <translation>Αυτό το μήνυμα διαγράφηκε</translation>
    </message>
    <message>
        <source>With {ours}, at {organization}</source>
        <translation>Με {ours}, στον οργανισμό {organization}</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>επεξεργασμένο</translation>
    </message>
    <message>
        <source>with {ours}: {messages}, {period}</source>
        <translation>με {ours}: {messages}, {period}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} έως {last}</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>Download</source>
        <translation>Λήψη</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Αναπαραγωγή</translation>
    </message>
    <message>
        <source>has left, waiting for the answer</source>
        <translation>στάλθηκε, αναμονή απάντησης</translation>
    </message>
</context>
<context>
    <name>FileTray</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln αρχείο</numerusform>
            <numerusform>%Ln αρχεία</numerusform>
        </translation>
    </message>
    <message>
        <source>Make pictures smaller</source>
        <translation>Σμίκρυνση εικόνων</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Αφαίρεση όλων</translation>
    </message>
    <message>
        <source>it may take long to send</source>
        <translation>η αποστολή ίσως αργήσει</translation>
    </message>
    <message>
        <source>{name} may take long to send</source>
        <translation>{name}: η αποστολή ίσως αργήσει</translation>
    </message>
</context>
<context>
    <name>FilesView</name>
    <message>
        <source>Files to send</source>
        <translation>Αρχεία προς αποστολή</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Αφαίρεση</translation>
    </message>
    <message>
        <source>Send earlier</source>
        <translation>Αποστολή νωρίτερα</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>Αποστολή αργότερα</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>After a day, month or year</source>
        <translation>Μετά από ημέρα, μήνα ή έτος</translation>
    </message>
    <message>
        <source>Before a day, month or year</source>
        <translation>Πριν από ημέρα, μήνα ή έτος</translation>
    </message>
    <message>
        <source>In which chat: a name or an extension</source>
        <translation>Σε ποια συνομιλία: όνομα ή εσωτερικό</translation>
    </message>
    <message>
        <source>On a day, or in a month or year</source>
        <translation>Σε μια ημέρα ή σε μήνα ή έτος</translation>
    </message>
    <message>
        <source>What it has: file, picture, link or call</source>
        <translation>Τι περιέχει: αρχείο, εικόνα, σύνδεσμο ή κλήση</translation>
    </message>
    <message>
        <source>Who wrote it: me, a name or an extension</source>
        <translation>Ποιος το έγραψε: εγώ, όνομα ή εσωτερικό</translation>
    </message>
</context>
<context>
    <name>FilterCompletion</name>
    <message>
        <source>Names for the search</source>
        <translation>Ονόματα για την αναζήτηση</translation>
    </message>
    <message>
        <source>Values for the filter</source>
        <translation>Τιμές για το φίλτρο</translation>
    </message>
    <message>
        <source>what you wrote</source>
        <translation>όσα γράψατε εσείς</translation>
    </message>
</context>
<context>
    <name>FilterGuide</name>
    <message>
        <source>Search all messages</source>
        <translation>Αναζήτηση σε όλα τα μηνύματα</translation>
    </message>
    <message>
        <source>Words or parts of them, in any language.</source>
        <translation>Λέξεις ή μέρη τους, σε κάθε γλώσσα.</translation>
    </message>
    <message>
        <source>a day; or 2026-03-31, 2026-03, 2026</source>
        <translation>μια ημέρα· ή 2026-03-31, 2026-03, 2026</translation>
    </message>
    <message>
        <source>a file; or a picture, a link, a call</source>
        <translation>αρχείο· ή εικόνα, σύνδεσμος, κλήση</translation>
    </message>
    <message>
        <source>these words together</source>
        <translation>αυτές οι λέξεις μαζί</translation>
    </message>
    <message>
        <source>what you wrote; or a name, an extension</source>
        <translation>όσα γράψατε εσείς· ή όνομα, εσωτερικό</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>Checked</source>
        <translation>Ελέγχθηκε</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Γίνεται έλεγχος…</translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message>
        <source>Search results</source>
        <translation>Αποτελέσματα αναζήτησης</translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>Call</source>
        <translation>Κλήση</translation>
    </message>
    <message>
        <source>You → {name}</source>
        <translation>Εσείς → {name}</translation>
    </message>
</context>
<context>
    <name>FoundSettings</name>
    <message>
        <source>Found settings</source>
        <translation>Ρυθμίσεις που βρέθηκαν</translation>
    </message>
</context>
<context>
    <name>Gap</name>
    <message>
        <source>Not reachable</source>
        <translation>Εκτός σύνδεσης</translation>
    </message>
    <message numerus="yes">
        <source>Not reachable %Ln times, until {when}</source>
        <translation>
            <numerusform>Εκτός σύνδεσης %Ln φορά, έως {when}</numerusform>
            <numerusform>Εκτός σύνδεσης %Ln φορές, έως {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not reachable %Ln times, {when}</source>
        <translation>
            <numerusform>Εκτός σύνδεσης %Ln φορά, {when}</numerusform>
            <numerusform>Εκτός σύνδεσης %Ln φορές, {when}</numerusform>
        </translation>
    </message>
    <message>
        <source>Not reachable since {when}</source>
        <translation>Εκτός σύνδεσης από {when}</translation>
    </message>
    <message>
        <source>Not reachable until {when}</source>
        <translation>Εκτός σύνδεσης έως {when}</translation>
    </message>
    <message>
        <source>Not reachable {when}</source>
        <translation>Εκτός σύνδεσης {when}</translation>
    </message>
    <message>
        <source>What was sent to you meanwhile is lost. Ask for it again.</source>
        <translation>Ό,τι σας στάλθηκε στο μεταξύ χάθηκε. Ζητήστε να σταλεί ξανά.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>σήμερα</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>χθες</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>The page {page} of the guide cannot be read: {why}. Install Ringodesk again.</source>
        <translation>Η σελίδα {page} του οδηγού δεν μπορεί να διαβαστεί: {why}. Εγκαταστήστε ξανά το Ringodesk.</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>Back</source>
        <translation>Πίσω</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Οδηγός</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Σελίδες</translation>
    </message>
    <message>
        <source>The guide is in English.</source>
        <translation>Ο οδηγός είναι στα αγγλικά.</translation>
    </message>
</context>
<context>
    <name>HealthBar</name>
    <message>
        <source>Receiving</source>
        <translation>Λήψη</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Αποστολή</translation>
    </message>
</context>
<context>
    <name>HealthPopover</name>
    <message>
        <source>Check now</source>
        <translation>Έλεγχος τώρα</translation>
    </message>
    <message>
        <source>Diagnostics…</source>
        <translation>Διαγνωστικά…</translation>
    </message>
    <message>
        <source>Follow a message from Ringotel hop by hop.</source>
        <translation>Παρακολουθήστε βήμα βήμα ένα μήνυμα από το Ringotel.</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Κατάσταση</translation>
    </message>
    <message>
        <source>Paste this under Menu, Integrations, API Settings. It replaces whatever received before.</source>
        <translation>Επικολλήστε το στο Menu, Integrations, API Settings. Αντικαθιστά ό,τι λάμβανε μέχρι τώρα.</translation>
    </message>
    <message>
        <source>Proof…</source>
        <translation>Δοκιμή…</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Λήψη</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Αποστολή</translation>
    </message>
    <message>
        <source>Sending and receiving, step by step</source>
        <translation>Αποστολή και λήψη, βήμα βήμα</translation>
    </message>
    <message>
        <source>Through ngrok</source>
        <translation>Μέσω ngrok</translation>
    </message>
</context>
<context>
    <name>HistoryImport</name>
    <message>
        <source>Import the file again to go on where it stopped.</source>
        <translation>Εισαγάγετε ξανά το αρχείο για να συνεχίσει από εκεί που σταμάτησε.</translation>
    </message>
    <message>
        <source>The import was stopped. Import the file again to go on where it stopped.</source>
        <translation>Η εισαγωγή διακόπηκε. Εισαγάγετε ξανά το αρχείο για να συνεχίσει από εκεί που σταμάτησε.</translation>
    </message>
</context>
<context>
    <name>HopRow</name>
    <message>
        <source>seen</source>
        <translation>εντοπίστηκε</translation>
    </message>
    <message>
        <source>something is wrong</source>
        <translation>κάτι δεν πάει καλά</translation>
    </message>
    <message>
        <source>waited for</source>
        <translation>σε αναμονή</translation>
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
        <translation>Επιλέξτε ποιος γράφει</translation>
    </message>
    <message>
        <source>as {identity}</source>
        <translation>ως {identity}</translation>
    </message>
</context>
<context>
    <name>IdentityDialog</name>
    <message>
        <source>Change {name}</source>
        <translation>Αλλαγή: {name}</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Όνομα</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Τηλέφωνο</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Αποθήκευση</translation>
    </message>
</context>
<context>
    <name>IdentityPage</name>
    <message>
        <source>A number</source>
        <translation>Αριθμός</translation>
    </message>
    <message>
        <source>A sender id</source>
        <translation>Αναγνωριστικό αποστολέα</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Προσθήκη άλλης</translation>
    </message>
    <message>
        <source>Another identity</source>
        <translation>Άλλη ταυτότητα</translation>
    </message>
    <message>
        <source>Choose the organization first.</source>
        <translation>Επιλέξτε πρώτα τον οργανισμό.</translation>
    </message>
    <message>
        <source>Kind of identity</source>
        <translation>Είδος ταυτότητας</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Όνομα</translation>
    </message>
    <message>
        <source>Number or sender id</source>
        <translation>Αριθμός ή αναγνωριστικό αποστολέα</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Προαιρετικό</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Τηλέφωνο</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Αφαίρεση</translation>
    </message>
    <message>
        <source>Remove {identity}</source>
        <translation>Αφαίρεση {identity}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Αποθήκευση</translation>
    </message>
    <message>
        <source>Shown to them</source>
        <translation>Ορατό σε εκείνους</translation>
    </message>
    <message>
        <source>What you write comes from this number or name.</source>
        <translation>Όσα γράφετε έρχονται από αυτόν τον αριθμό ή το όνομα.</translation>
    </message>
    <message>
        <source>Who you are</source>
        <translation>Ποιοι είστε</translation>
    </message>
    <message>
        <source>You write as</source>
        <translation>Γράφετε ως</translation>
    </message>
    <message numerus="yes">
        <source>{organization} answers: %n people.</source>
        <translation>
            <numerusform>Ο οργανισμός {organization} απαντά: %n άτομο.</numerusform>
            <numerusform>Ο οργανισμός {organization} απαντά: %n άτομα.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln cannot be sent and are passed over.</source>
        <translation>
            <numerusform>%Ln δεν μπορεί να σταλεί και παραλείπεται.</numerusform>
            <numerusform>%Ln δεν μπορούν να σταλούν και παραλείπονται.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be sent and were passed over</source>
        <translation>
            <numerusform>%Ln δεν στέλνεται και παραλείφθηκε</numerusform>
            <numerusform>%Ln δεν στέλνονται και παραλείφθηκαν</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln colleagues will see a new chat.</source>
        <translation>
            <numerusform>%Ln συνάδελφος θα δει νέα συνομιλία.</numerusform>
            <numerusform>%Ln συνάδελφοι θα δουν νέα συνομιλία.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are sent as a text with their name and link.</source>
        <translation>
            <numerusform>%Ln αρχείο στέλνεται ως κείμενο με το όνομα και τον σύνδεσμό του.</numerusform>
            <numerusform>%Ln αρχεία στέλνονται ως κείμενο με το όνομα και τον σύνδεσμό τους.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages come from an organization that is set up here: they are kept here only.</source>
        <translation>
            <numerusform>%Ln μήνυμα προέρχεται από οργανισμό που έχει ρυθμιστεί εδώ: διατηρείται μόνο εδώ.</numerusform>
            <numerusform>%Ln μηνύματα προέρχονται από οργανισμό που έχει ρυθμιστεί εδώ: διατηρούνται μόνο εδώ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages will be sent to Ringotel; that takes about {time}.</source>
        <translation>
            <numerusform>%Ln μήνυμα θα σταλεί στο Ringotel· διαρκεί περίπου {time}.</numerusform>
            <numerusform>%Ln μηνύματα θα σταλούν στο Ringotel· διαρκεί περίπου {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of an earlier import may have arrived.</source>
        <translation>
            <numerusform>%Ln από προηγούμενη εισαγωγή ίσως έφτασε.</numerusform>
            <numerusform>%Ln από προηγούμενη εισαγωγή ίσως έφτασαν.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them were deleted here and come back.</source>
        <translation>
            <numerusform>%Ln από αυτά διαγράφηκε εδώ και επανέρχεται.</numerusform>
            <numerusform>%Ln από αυτά διαγράφηκαν εδώ και επανέρχονται.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them were deleted here and stay deleted.</source>
        <translation>
            <numerusform>%Ln από αυτά διαγράφηκε εδώ και παραμένει διαγραμμένο.</numerusform>
            <numerusform>%Ln από αυτά διαγράφηκαν εδώ και παραμένουν διαγραμμένα.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln απορρίφθηκε</numerusform>
            <numerusform>%Ln απορρίφθηκαν</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln restored here</source>
        <translation>
            <numerusform>%Ln αποκαταστάθηκε εδώ</numerusform>
            <numerusform>%Ln αποκαταστάθηκαν εδώ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sent to Ringotel</source>
        <translation>
            <numerusform>%Ln στάλθηκε στο Ringotel</numerusform>
            <numerusform>%Ln στάλθηκαν στο Ringotel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay deleted</source>
        <translation>
            <numerusform>%Ln παραμένει διαγραμμένο</numerusform>
            <numerusform>%Ln παραμένουν διαγραμμένα</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that may have arrived</source>
        <translation>
            <numerusform>%Ln που ίσως έφτασε</numerusform>
            <numerusform>%Ln που ίσως έφτασαν</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were imported before.</source>
        <translation>
            <numerusform>%Ln έχει εισαχθεί ήδη.</numerusform>
            <numerusform>%Ln έχουν εισαχθεί ήδη.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were there already</source>
        <translation>
            <numerusform>%Ln υπήρχε ήδη</numerusform>
            <numerusform>%Ln υπήρχαν ήδη</numerusform>
        </translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Όλα τα αρχεία (*)</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>Και %Ln ακόμη.</numerusform>
            <numerusform>Και %Ln ακόμη.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back what was deleted here</source>
        <translation>Επαναφορά όσων διαγράφηκαν εδώ</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Επιλογή αρχείου…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>History (*.csv *.jsonl *.ndjson *.json *.txt)</source>
        <translation>Ιστορικό (*.csv *.jsonl *.ndjson *.json *.txt)</translation>
    </message>
    <message>
        <source>Import history</source>
        <translation>Εισαγωγή ιστορικού</translation>
    </message>
    <message>
        <source>Importing {name}: {done} of {total} lines. You may close this.</source>
        <translation>Εισαγωγή {name}: {done} από {total} γραμμές. Μπορείτε να κλείσετε αυτό το παράθυρο.</translation>
    </message>
    <message>
        <source>Leave them alone</source>
        <translation>Να μείνουν ως έχουν</translation>
    </message>
    <message>
        <source>Lines that may have arrived</source>
        <translation>Γραμμές που ίσως έφτασαν</translation>
    </message>
    <message>
        <source>May have arrived; look in Ringotel, then decide:</source>
        <translation>Ίσως έφτασαν· δείτε στο Ringotel και μετά αποφασίστε:</translation>
    </message>
    <message>
        <source>Old messages, with their times, from CSV or JSON lines. First you see what would happen.</source>
        <translation>Παλιά μηνύματα με τις ώρες τους, από CSV ή γραμμές JSON. Πρώτα βλέπετε τι θα συμβεί.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Πρόοδος</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Ανάγνωση {name}…</translation>
    </message>
    <message>
        <source>Refused; import the file again to try once more:</source>
        <translation>Απορρίφθηκαν· εισαγάγετε ξανά το αρχείο για νέα προσπάθεια:</translation>
    </message>
    <message>
        <source>Send them again: they may arrive twice</source>
        <translation>Αποστολή ξανά: ίσως φτάσουν δύο φορές</translation>
    </message>
    <message>
        <source>Start import</source>
        <translation>Έναρξη εισαγωγής</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Διακοπή</translation>
    </message>
    <message>
        <source>The import has ended: {words}.</source>
        <translation>Η εισαγωγή ολοκληρώθηκε: {words}.</translation>
    </message>
    <message>
        <source>There is nothing to do: all of it was imported before.</source>
        <translation>Δεν υπάρχει κάτι να γίνει: όλα έχουν ήδη εισαχθεί.</translation>
    </message>
    <message>
        <source>They arrived</source>
        <translation>Έφτασαν</translation>
    </message>
    <message>
        <source>This file cannot be imported as it is. Nothing was sent.</source>
        <translation>Αυτό το αρχείο δεν μπορεί να εισαχθεί όπως είναι. Δεν στάλθηκε τίποτα.</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Τι θα συμβεί</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>τίποτα να γίνει</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %Ln messages, {first} to {last}</source>
        <translation>
            <numerusform>{name}: %Ln μήνυμα, {first} έως {last}</numerusform>
            <numerusform>{name}: %Ln μηνύματα, {first} έως {last}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %Ln messages, {first} to {last}; they will see a new chat</source>
        <translation>
            <numerusform>{name}: %Ln μήνυμα, {first} έως {last}· θα εμφανιστεί νέα συνομιλία</numerusform>
            <numerusform>{name}: %Ln μηνύματα, {first} έως {last}· θα εμφανιστεί νέα συνομιλία</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportLine</name>
    <message>
        <source>Importing {name}: {done} of {total}</source>
        <translation>Εισαγωγή {name}: {done} από {total}</translation>
    </message>
    <message>
        <source>Show import</source>
        <translation>Προβολή εισαγωγής</translation>
    </message>
    <message>
        <source>{name} was imported</source>
        <translation>Το {name} εισάχθηκε</translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Jump to latest</source>
        <translation>Μετάβαση στο πιο πρόσφατο</translation>
    </message>
    <message numerus="yes">
        <source>{name}, %Ln unread</source>
        <translation>
            <numerusform>{name}, %Ln μη αναγνωσμένο</numerusform>
            <numerusform>{name}, %Ln μη αναγνωσμένα</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>API URL</source>
        <translation>URL του API</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Κλειδί API</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Για προχωρημένους</translation>
    </message>
    <message>
        <source>Chat with the people of a Ringotel organization. Nothing is saved before it works.</source>
        <translation>Συνομιλήστε με τα άτομα ενός οργανισμού Ringotel. Τίποτα δεν αποθηκεύεται πριν λειτουργήσει.</translation>
    </message>
    <message>
        <source>Find it in the Ringotel portal: Menu, Integrations, API Settings. Copy it and paste it here.</source>
        <translation>Θα το βρείτε στην πύλη του Ringotel: Menu, Integrations, API Settings. Αντιγράψτε το και επικολλήστε το εδώ.</translation>
    </message>
    <message>
        <source>No account at hand? The demo needs none: its people answer by themselves.</source>
        <translation>Δεν έχετε λογαριασμό; Το demo δεν χρειάζεται: τα άτομά του απαντούν μόνα τους.</translation>
    </message>
    <message>
        <source>RINGODESK_API_KEY is set: a key that you enter here is used until Ringodesk ends, and is not stored.</source>
        <translation>Το RINGODESK_API_KEY είναι ορισμένο: το κλειδί που εισάγετε εδώ ισχύει μέχρι να τερματίσει το Ringodesk και δεν αποθηκεύεται.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Δοκιμή του demo</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Πλήκτρα</translation>
    </message>
</context>
<context>
    <name>KeyboardSection</name>
    <message>
        <source>All keys…</source>
        <translation>Όλα τα πλήκτρα…</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter begins a line</source>
        <translation>Το Enter στέλνει, το Shift+Enter αλλάζει γραμμή</translation>
    </message>
    <message>
        <source>Everything that can be done without a mouse.</source>
        <translation>Όλα όσα γίνονται χωρίς ποντίκι.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Πληκτρολόγιο</translation>
    </message>
    <message>
        <source>Off: Enter begins a line, Shift+Enter sends.</source>
        <translation>Ανενεργό: το Enter αλλάζει γραμμή, το Shift+Enter στέλνει.</translation>
    </message>
</context>
<context>
    <name>LogCallDialog</name>
    <message>
        <source>Began</source>
        <translation>Έναρξη</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Καλούμενος</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Καλών</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Σχόλιο</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Διάρκεια</translation>
    </message>
    <message>
        <source>It began at</source>
        <translation>Ξεκίνησε στις</translation>
    </message>
    <message>
        <source>It has just ended</source>
        <translation>Μόλις τελείωσε</translation>
    </message>
    <message>
        <source>Log a call with {name}</source>
        <translation>Καταγραφή κλήσης με {name}</translation>
    </message>
    <message>
        <source>Log call</source>
        <translation>Καταγραφή κλήσης</translation>
    </message>
    <message>
        <source>Minutes and seconds, as 2:30</source>
        <translation>Λεπτά και δευτερόλεπτα, όπως 2:30</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Θέμα</translation>
    </message>
    <message>
        <source>Swap caller and called</source>
        <translation>Εναλλαγή καλούντος και καλούμενου</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Πότε</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>1 byte</source>
        <translation>1 byte</translation>
    </message>
    <message>
        <source>A message that cannot be shown</source>
        <translation>Ένα μήνυμα που δεν μπορεί να εμφανιστεί</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Κλήση</translation>
    </message>
    <message>
        <source>Deleted {when}</source>
        <translation>Διαγράφηκε {when}</translation>
    </message>
    <message>
        <source>Delivered {when}</source>
        <translation>Παραδόθηκε {when}</translation>
    </message>
    <message>
        <source>Edited {when}</source>
        <translation>Επεξεργασία {when}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Αρχείο</translation>
    </message>
    <message>
        <source>File {name}</source>
        <translation>Αρχείο {name}</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Το μήνυμα διαγράφηκε</translation>
    </message>
    <message>
        <source>Picture {name}</source>
        <translation>Εικόνα {name}</translation>
    </message>
    <message>
        <source>Read {when}</source>
        <translation>Διαβάστηκε {when}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Εσείς</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>επεξεργασμένο</translation>
    </message>
    <message>
        <source>not downloaded: {why}</source>
        <translation>δεν έγινε λήψη: {why}</translation>
    </message>
    <message>
        <source>transcription {name}</source>
        <translation>απομαγνητοφώνηση {name}</translation>
    </message>
    <message>
        <source>{caller} called {called}</source>
        <translation>Κλήση από {caller} προς {called}</translation>
    </message>
    <message>
        <source>{name} is typing</source>
        <translation>{name}: πληκτρολογεί</translation>
    </message>
</context>
<context>
    <name>MessageDetailsDialog</name>
    <message>
        <source>Address</source>
        <translation>Διεύθυνση</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Αντιγραφή όλων</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Διαγράφηκε</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Παραδόθηκε</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Επεξεργασία</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Αρχείο</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Από</translation>
    </message>
    <message>
        <source>Message details</source>
        <translation>Λεπτομέρειες μηνύματος</translation>
    </message>
    <message>
        <source>Message id</source>
        <translation>Αναγνωριστικό μηνύματος</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Σε αυτόν τον υπολογιστή</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Διαβάστηκε</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ελήφθη</translation>
    </message>
    <message>
        <source>Sending began</source>
        <translation>Έναρξη αποστολής</translation>
    </message>
    <message>
        <source>Session id</source>
        <translation>Αναγνωριστικό συνεδρίας</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Μέγεθος</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Κατάσταση</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Προς</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Τύπος</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Γιατί</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Γράφτηκε</translation>
    </message>
</context>
<context>
    <name>MessageEdit</name>
    <message>
        <source>Message</source>
        <translation>Μήνυμα</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>Cancel download</source>
        <translation>Ακύρωση λήψης</translation>
    </message>
    <message>
        <source>Code copied</source>
        <translation>Ο κώδικας αντιγράφηκε</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Αντιγράφηκε</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Αντιγραφή</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Αντιγραφή κώδικα</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>Αντιγραφή διεύθυνσης συνδέσμου</translation>
    </message>
    <message>
        <source>Copy marked text</source>
        <translation>Αντιγραφή επιλεγμένου κειμένου</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Αντιγραφή εικόνας</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Διαγραφή</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln messages?</source>
        <translation>
            <numerusform>Διαγραφή %Ln μηνύματος;</numerusform>
            <numerusform>Διαγραφή %Ln μηνυμάτων;</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete this message?</source>
        <translation>Διαγραφή αυτού του μηνύματος;</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Λήψη</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Επεξεργασία</translation>
    </message>
    <message>
        <source>Edit history…</source>
        <translation>Ιστορικό επεξεργασίας…</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>Έφτασε</translation>
    </message>
    <message>
        <source>It is taken back for both sides.</source>
        <translation>Ανακαλείται και για τις δύο πλευρές.</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Ο σύνδεσμος αντιγράφηκε</translation>
    </message>
    <message>
        <source>Message details…</source>
        <translation>Λεπτομέρειες μηνύματος…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Άνοιγμα συνδέσμου</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>Άνοιγμα με άλλο πρόγραμμα</translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation>Η εικόνα αντιγράφηκε</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Επανάληψη</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Αποθήκευση ως…</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Επιλογή</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Αποστολή ξανά</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Εμφάνιση στον φάκελο</translation>
    </message>
    <message>
        <source>They are taken back for both sides.</source>
        <translation>Ανακαλούνται και για τις δύο πλευρές.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Προβολή</translation>
    </message>
</context>
<context>
    <name>NewChatDialog</name>
    <message>
        <source>Ask the server again</source>
        <translation>Ρωτήστε ξανά τον διακομιστή</translation>
    </message>
    <message>
        <source>Ask the server for the contacts again</source>
        <translation>Νέα ερώτηση στον διακομιστή για τις επαφές</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Επαφές</translation>
    </message>
    <message>
        <source>Filter contacts</source>
        <translation>Φιλτράρισμα επαφών</translation>
    </message>
    <message>
        <source>Name or extension</source>
        <translation>Όνομα ή εσωτερικό</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Νέα συνομιλία</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>Κανείς δεν ταιριάζει</translation>
    </message>
    <message>
        <source>Nobody is known yet</source>
        <translation>Κανείς δεν είναι ακόμη γνωστός</translation>
    </message>
    <message>
        <source>Start chat</source>
        <translation>Έναρξη συνομιλίας</translation>
    </message>
    <message>
        <source>The server is asked for the organization&apos;s people when it is reached.</source>
        <translation>Ο διακομιστής θα ερωτηθεί για τα άτομα του οργανισμού μόλις γίνει προσβάσιμος.</translation>
    </message>
    <message>
        <source>Whoever is new appears when the server is asked again.</source>
        <translation>Όποιος είναι νέος εμφανίζεται όταν ερωτηθεί ξανά ο διακομιστής.</translation>
    </message>
    <message>
        <source>Write as</source>
        <translation>Γράφω ως</translation>
    </message>
    <message>
        <source>as {identity}</source>
        <translation>ως {identity}</translation>
    </message>
</context>
<context>
    <name>NewKeyPage</name>
    <message>
        <source>API key</source>
        <translation>Κλειδί API</translation>
    </message>
    <message>
        <source>Find it in the Ringotel portal: Menu, Integrations, API Settings.</source>
        <translation>Θα το βρείτε στην πύλη του Ringotel: Menu, Integrations, API Settings.</translation>
    </message>
    <message>
        <source>New API key</source>
        <translation>Νέο κλειδί API</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Οργανισμός</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Αποθήκευση</translation>
    </message>
    <message>
        <source>Your history stays as it is. What waits to be sent goes out with the new key.</source>
        <translation>Το ιστορικό σας μένει όπως είναι. Ό,τι περιμένει να σταλεί φεύγει με το νέο κλειδί.</translation>
    </message>
</context>
<context>
    <name>NoAnswerDialog</name>
    <message>
        <source>End it and start anew</source>
        <translation>Τερματισμός και νέα εκκίνηση</translation>
    </message>
    <message>
        <source>It is running already, and something holds it up. Wait a moment, then try again. If that does not help, end it in the system&apos;s task manager: what was typed, sent and received is kept.</source>
        <translation>Εκτελείται ήδη και κάτι το καθυστερεί. Περιμένετε λίγο και δοκιμάστε ξανά. Αν αυτό δεν βοηθήσει, τερματίστε το από τη διαχείριση εργασιών του συστήματος: ό,τι γράφτηκε, στάλθηκε και λήφθηκε διατηρείται.</translation>
    </message>
    <message>
        <source>It is running already, and something holds it up. Wait a moment, then try again. If that does not help, end it: what was typed, sent and received is kept.</source>
        <translation>Εκτελείται ήδη και κάτι το καθυστερεί. Περιμένετε λίγο και δοκιμάστε ξανά. Αν αυτό δεν βοηθήσει, τερματίστε το: ό,τι γράφτηκε, στάλθηκε και λήφθηκε διατηρείται.</translation>
    </message>
    <message>
        <source>Ringodesk does not answer</source>
        <translation>Το Ringodesk δεν απαντά</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Δοκιμάστε ξανά</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Mark as read</source>
        <translation>Σήμανση ως αναγνωσμένο</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Απάντηση</translation>
    </message>
</context>
<context>
    <name>NoticesSection</name>
    <message>
        <source>Days on which they begin</source>
        <translation>Ημέρες που αρχίζουν</translation>
    </message>
    <message>
        <source>Desktop notices</source>
        <translation>Ειδοποιήσεις στην επιφάνεια εργασίας</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Μην ενοχλείτε</translation>
    </message>
    <message>
        <source>Else one notice tells afterwards how many messages came.</source>
        <translation>Αλλιώς μία ειδοποίηση λέει μετά πόσα μηνύματα ήρθαν.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Από</translation>
    </message>
    <message>
        <source>Name and text</source>
        <translation>Όνομα και κείμενο</translation>
    </message>
    <message>
        <source>Name only</source>
        <translation>Μόνο όνομα</translation>
    </message>
    <message>
        <source>Neither name nor text</source>
        <translation>Ούτε όνομα ούτε κείμενο</translation>
    </message>
    <message>
        <source>No notices at certain hours; one tells afterwards how many messages came.</source>
        <translation>Χωρίς ειδοποιήσεις ορισμένες ώρες· μία λέει μετά πόσα μηνύματα ήρθαν.</translation>
    </message>
    <message>
        <source>No notices until then. The desktop&apos;s own switch for this holds too, where it tells of it.</source>
        <translation>Χωρίς ειδοποιήσεις έως τότε. Ισχύει και ο διακόπτης της επιφάνειας εργασίας, όπου τον γνωστοποιεί.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Καμία</translation>
    </message>
    <message>
        <source>Of the next day, where it is the earlier time.</source>
        <translation>Της επόμενης ημέρας, αν είναι η νωρίτερη ώρα.</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Ησυχία</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ώρες ησυχίας</translation>
    </message>
    <message>
        <source>Show them while the screen is locked</source>
        <translation>Εμφάνιση ενώ η οθόνη είναι κλειδωμένη</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ήχος</translation>
    </message>
    <message>
        <source>The desktop&apos;s own for a new message.</source>
        <translation>Ο ήχος της επιφάνειας εργασίας για νέο μήνυμα.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Έως</translation>
    </message>
    <message>
        <source>What is shown of a message that comes while its chat is not in view.</source>
        <translation>Τι φαίνεται από ένα μήνυμα που έρχεται ενώ η συνομιλία του δεν είναι ορατή.</translation>
    </message>
    <message>
        <source>Your desktop&apos;s own do not disturb is on: no notices until it is off.</source>
        <translation>Το «Μην ενοχλείτε» της επιφάνειας εργασίας είναι ενεργό: καμία ειδοποίηση μέχρι να απενεργοποιηθεί.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>None of your contacts has the extension or number {number}.</source>
        <translation>Καμία από τις επαφές σας δεν έχει το εσωτερικό ή τον αριθμό {number}.</translation>
    </message>
    <message>
        <source>Send files to</source>
        <translation>Αποστολή αρχείων σε</translation>
    </message>
    <message>
        <source>Send {count} files to: name or extension</source>
        <translation>Αποστολή {count} αρχείων σε: όνομα ή εσωτερικό</translation>
    </message>
    <message>
        <source>Send {name} to: name or extension</source>
        <translation>Αποστολή {name} σε: όνομα ή εσωτερικό</translation>
    </message>
    <message>
        <source>Several of your contacts have the extension or number {number}: choose one yourself.</source>
        <translation>Πολλές επαφές σας έχουν το εσωτερικό ή τον αριθμό {number}: επιλέξτε εσείς μία.</translation>
    </message>
    <message>
        <source>There are no contacts yet: set up your account, then open the link again.</source>
        <translation>Δεν υπάρχουν επαφές ακόμη: ρυθμίστε τον λογαριασμό σας και μετά ανοίξτε ξανά τον σύνδεσμο.</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>That did not work because of a mistake in Ringodesk. The log says more.</source>
        <translation>Αυτό δεν πέτυχε, λόγω σφάλματος στο Ringodesk. Το αρχείο καταγραφής λέει περισσότερα.</translation>
    </message>
</context>
<context>
    <name>OrganizationPage</name>
    <message>
        <source>Id or domain</source>
        <translation>Αναγνωριστικό ή domain</translation>
    </message>
    <message>
        <source>Its id or domain</source>
        <translation>Το αναγνωριστικό ή το domain του</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Οργανισμός</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Οργανισμοί</translation>
    </message>
    <message>
        <source>The API key reaches these. Choose one.</source>
        <translation>Το κλειδί API δίνει πρόσβαση σε αυτούς. Επιλέξτε έναν.</translation>
    </message>
    <message>
        <source>The server does not tell what this key reaches: copy the organization&apos;s id from the portal.</source>
        <translation>Ο διακομιστής δεν λέει πού δίνει πρόσβαση αυτό το κλειδί: αντιγράψτε το αναγνωριστικό του οργανισμού από την πύλη.</translation>
    </message>
    <message>
        <source>Whose people you write with.</source>
        <translation>Με τα άτομα του οποίου γράφετε.</translation>
    </message>
</context>
<context>
    <name>Others</name>
    <message>
        <source>This computer</source>
        <translation>Αυτός ο υπολογιστής</translation>
    </message>
</context>
<context>
    <name>PastedPictures</name>
    <message>
        <source>Picture</source>
        <translation>Εικόνα</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Κείμενο</translation>
    </message>
    <message>
        <source>The picture could not be saved in {folder}. Is the disk full?</source>
        <translation>Η εικόνα δεν αποθηκεύτηκε στο {folder}. Μήπως ο δίσκος είναι γεμάτος;</translation>
    </message>
    <message>
        <source>The text could not be saved in {folder}. Is the disk full?</source>
        <translation>Το κείμενο δεν αποθηκεύτηκε στο {folder}. Μήπως ο δίσκος είναι γεμάτος;</translation>
    </message>
    <message>
        <source>What was copied is no picture that can be sent. Save it as a file, and attach that.</source>
        <translation>Αυτό που αντιγράφηκε δεν είναι εικόνα που μπορεί να σταλεί. Αποθηκεύστε το ως αρχείο και επισυνάψτε το.</translation>
    </message>
</context>
<context>
    <name>PictureCopy</name>
    <message>
        <source>This picture cannot be copied: it is damaged, too large, or not where it was.</source>
        <translation>Αυτή η εικόνα δεν μπορεί να αντιγραφεί: είναι κατεστραμμένη, πολύ μεγάλη ή δεν βρίσκεται στη θέση της.</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>Close the viewer</source>
        <translation>Κλείσιμο προβολής</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Αντιγραφή εικόνας</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Λήψη</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>Γίνεται λήψη…</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Επόμενη εικόνα</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>Άνοιγμα με άλλο πρόγραμμα</translation>
    </message>
    <message>
        <source>Picture viewer</source>
        <translation>Προβολή εικόνων</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Προηγούμενη εικόνα</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Αποθήκευση ως…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Εμφάνιση στον φάκελο</translation>
    </message>
    <message>
        <source>This picture cannot be shown: it is damaged, too large, or not where it was. You can still try another program.</source>
        <translation>Αυτή η εικόνα δεν μπορεί να εμφανιστεί: είναι κατεστραμμένη, πολύ μεγάλη ή δεν βρίσκεται στη θέση της. Μπορείτε να δοκιμάσετε άλλο πρόγραμμα.</translation>
    </message>
    <message>
        <source>This picture is not on this computer yet.</source>
        <translation>Αυτή η εικόνα δεν είναι ακόμη σε αυτόν τον υπολογιστή.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Εσείς</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Μεγέθυνση</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Σμίκρυνση</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} από {count}</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message numerus="yes">
        <source>%Ln d ago</source>
        <translation>
            <numerusform>πριν από %Ln ημέρα</numerusform>
            <numerusform>πριν από %Ln ημέρες</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <translation>
            <numerusform>πριν από %Ln ώρα</numerusform>
            <numerusform>πριν από %Ln ώρες</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>πριν από %Ln λ.</numerusform>
            <numerusform>πριν από %Ln λ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>As they come. All other files are fetched when you ask for them.</source>
        <translation>Μόλις έρθουν. Όλα τα άλλα αρχεία κατεβαίνουν όταν τα ζητήσετε.</translation>
    </message>
    <message>
        <source>Fetch pictures from the account&apos;s own server</source>
        <translation>Λήψη εικόνων από τον διακομιστή του λογαριασμού</translation>
    </message>
    <message>
        <source>Only of what was in view in a window that had the focus.</source>
        <translation>Μόνο για όσα ήταν ορατά σε ενεργό παράθυρο.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Απόρρητο</translation>
    </message>
    <message>
        <source>Show when they are typing</source>
        <translation>Να φαίνεται πότε πληκτρολογούν</translation>
    </message>
    <message>
        <source>Show who is online, busy or away</source>
        <translation>Να φαίνεται ποιος είναι συνδεδεμένος, απασχολημένος ή απών</translation>
    </message>
    <message>
        <source>Tell them when I am typing</source>
        <translation>Να βλέπουν πότε πληκτρολογώ</translation>
    </message>
    <message>
        <source>Tell them when I have read a message</source>
        <translation>Να βλέπουν πότε διάβασα ένα μήνυμα</translation>
    </message>
    <message>
        <source>Tell them when a message has arrived here</source>
        <translation>Να βλέπουν πότε έφτασε εδώ ένα μήνυμα</translation>
    </message>
    <message>
        <source>What they learn</source>
        <translation>Τι μαθαίνουν οι άλλοι</translation>
    </message>
    <message>
        <source>What you see</source>
        <translation>Τι βλέπετε εσείς</translation>
    </message>
</context>
<context>
    <name>ProofPage</name>
    <message>
        <source>Done</source>
        <translation>Τέλος</translation>
    </message>
    <message>
        <source>Messages arrive. Everything works.</source>
        <translation>Τα μηνύματα φτάνουν. Όλα λειτουργούν.</translation>
    </message>
    <message>
        <source>Notifications arrive. Now the message itself is waited for.</source>
        <translation>Οι ειδοποιήσεις φτάνουν. Τώρα αναμένεται το ίδιο το μήνυμα.</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Δοκιμή</translation>
    </message>
    <message>
        <source>Ringodesk answers</source>
        <translation>Το Ringodesk απαντά</translation>
    </message>
    <message>
        <source>Ringotel calls the URL</source>
        <translation>Το Ringotel καλεί το URL</translation>
    </message>
    <message>
        <source>Send us a message from Ringotel: each step turns green as it is seen.</source>
        <translation>Στείλτε εδώ ένα μήνυμα από το Ringotel: κάθε βήμα γίνεται πράσινο μόλις εντοπιστεί.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Παράλειψη</translation>
    </message>
    <message>
        <source>The API key is right</source>
        <translation>Το κλειδί API είναι σωστό</translation>
    </message>
    <message>
        <source>The message is in the window</source>
        <translation>Το μήνυμα είναι στο παράθυρο</translation>
    </message>
    <message>
        <source>The message is kept</source>
        <translation>Το μήνυμα αποθηκεύτηκε</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>Επιλογή ό&amp;λων</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>&amp;Αύξηση</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>&amp;Μείωση</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Choose</source>
        <translation>Επι&amp;λογή</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Διαγραφή</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>&amp;Νέος φάκελος</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ά&amp;νοιγμα</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Μετονομασία</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Αποθήκευση</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Πίσω</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Υπολογιστής</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Δημιουργία νέου φακέλου</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Λεπτομερής προβολή</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Κατάλογος:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>Ό&amp;νομα αρχείου:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Τύπος αρχείων:</translation>
    </message>
    <message>
        <source>Find Directory</source>
        <translation>Εύρεση καταλόγου</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Μπροστά</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Προβολή λίστας</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>Αναζήτηση σε:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Γονικός κατάλογος</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Αποθήκευση ως</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>Εμφάνιση &amp;κρυφών αρχείων</translation>
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
        <translation>&amp;Αντιγραφή</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Επικόλληση</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Επανά&amp;ληψη</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Ανα&amp;ίρεση</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Απο&amp;κοπή</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Διαγραφή</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Επιλογή όλων</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>&amp;No</source>
        <translation>Ό&amp;χι</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ναι</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Εφαρμογή</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Απόρριψη</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Επαναφορά</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Νέα προσπάθεια</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Αποθήκευση</translation>
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
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Κάτω</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
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
        <translation>Home</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Ins</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Αριστερά</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Meta</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>PgDown</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Δεξιά</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Διάστημα</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Πάνω</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Αντιγραφή</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Επικόλληση</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Επανά&amp;ληψη</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Ανα&amp;ίρεση</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>Αντιγραφή &amp;διεύθυνσης συνδέσμου</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Απο&amp;κοπή</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Διαγραφή</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Επιλογή όλων</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code of the URL</source>
        <translation>Κωδικός QR του URL</translation>
    </message>
</context>
<context>
    <name>QuickRepliesDialog</name>
    <message>
        <source>Add</source>
        <translation>Προσθήκη</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>Filled in: {variables}</source>
        <translation>Συμπληρώνονται: {variables}</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Κάτω</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Πάνω</translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation>Γρήγορες απαντήσεις</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Αφαίρεση</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Αποθήκευση</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Συντόμευση</translation>
    </message>
    <message>
        <source>Shortcut, typed after /</source>
        <translation>Συντόμευση, μετά από /</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Κείμενο</translation>
    </message>
    <message>
        <source>The quick reply /{shortcut} has no text.</source>
        <translation>Η γρήγορη απάντηση /{shortcut} δεν έχει κείμενο.</translation>
    </message>
    <message>
        <source>The shortcut of “{text}” must be one word, without spaces.</source>
        <translation>Η συντόμευση του «{text}» πρέπει να είναι μία λέξη, χωρίς κενά.</translation>
    </message>
    <message>
        <source>There are two quick replies with the shortcut /{shortcut}. Change one of them.</source>
        <translation>Υπάρχουν δύο γρήγορες απαντήσεις με τη συντόμευση /{shortcut}. Αλλάξτε τη μία.</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Τι είναι λάθος</translation>
    </message>
</context>
<context>
    <name>Quiet</name>
    <message>
        <source>Do not disturb</source>
        <translation>Μην ενοχλείτε</translation>
    </message>
    <message>
        <source>Do not disturb until {time}</source>
        <translation>Μην ενοχλείτε έως {time}</translation>
    </message>
    <message>
        <source>Do not disturb, until turned off</source>
        <translation>Μην ενοχλείτε, μέχρι να απενεργοποιηθεί</translation>
    </message>
    <message>
        <source>No notices while the screen is locked</source>
        <translation>Χωρίς ειδοποιήσεις όσο η οθόνη είναι κλειδωμένη</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ώρες ησυχίας</translation>
    </message>
    <message>
        <source>The desktop does not want to be disturbed</source>
        <translation>Η επιφάνεια εργασίας δεν θέλει ενόχληση</translation>
    </message>
</context>
<context>
    <name>ReachablePage</name>
    <message>
        <source>At a public URL of my own</source>
        <translation>Σε δικό μου δημόσιο URL</translation>
    </message>
    <message>
        <source>Give the port on this computer that your server passes notifications to: 1 to 65535.</source>
        <translation>Δώστε τη θύρα αυτού του υπολογιστή όπου ο διακομιστής σας προωθεί τις ειδοποιήσεις: 1 έως 65535.</translation>
    </message>
    <message>
        <source>Messages for you come as calls from Ringotel to a URL that leads to this computer.</source>
        <translation>Τα μηνύματα προς εσάς έρχονται ως κλήσεις του Ringotel σε ένα URL που οδηγεί σε αυτόν τον υπολογιστή.</translation>
    </message>
    <message>
        <source>Port on this computer</source>
        <translation>Θύρα σε αυτόν τον υπολογιστή</translation>
    </message>
    <message>
        <source>Public URL</source>
        <translation>Δημόσιο URL</translation>
    </message>
    <message>
        <source>Reachable</source>
        <translation>Προσβάσιμο</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Λήψη</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Αποθήκευση</translation>
    </message>
    <message>
        <source>Send only</source>
        <translation>Μόνο αποστολή</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Δοκιμή</translation>
    </message>
    <message>
        <source>The saved one</source>
        <translation>Το αποθηκευμένο</translation>
    </message>
    <message>
        <source>Through ngrok</source>
        <translation>Μέσω ngrok</translation>
    </message>
    <message>
        <source>Token and domain are on ngrok&apos;s dashboard: Your Authtoken, and Domains. A stable domain keeps the URL the same after a restart.</source>
        <translation>Το token και το domain είναι στον πίνακα του ngrok: Your Authtoken και Domains. Με σταθερό domain το URL μένει ίδιο μετά από επανεκκίνηση.</translation>
    </message>
    <message>
        <source>You can write; answers are not received. This can be changed later in the settings.</source>
        <translation>Μπορείτε να γράφετε· οι απαντήσεις δεν λαμβάνονται. Αυτό αλλάζει αργότερα στις ρυθμίσεις.</translation>
    </message>
    <message>
        <source>Your own server or router passes what comes to that URL on to this port of this computer.</source>
        <translation>Ο δικός σας διακομιστής ή δρομολογητής προωθεί ό,τι έρχεται σε εκείνο το URL σε αυτή τη θύρα αυτού του υπολογιστή.</translation>
    </message>
    <message>
        <source>ngrok domain</source>
        <translation>domain του ngrok</translation>
    </message>
    <message>
        <source>ngrok token</source>
        <translation>token του ngrok</translation>
    </message>
</context>
<context>
    <name>ReceivedFiles</name>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>Open it only if you expected it and trust who sent it.</source>
        <translation>Ανοίξτε το μόνο αν το περιμένατε και εμπιστεύεστε τον αποστολέα.</translation>
    </message>
    <message>
        <source>Open this file?</source>
        <translation>Άνοιγμα αυτού του αρχείου;</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Αποθήκευση ως</translation>
    </message>
    <message>
        <source>The desktop found no browser for this link.</source>
        <translation>Δεν βρέθηκε πρόγραμμα περιήγησης για αυτόν τον σύνδεσμο.</translation>
    </message>
    <message>
        <source>The desktop has no program to open {name} with.</source>
        <translation>Δεν υπάρχει πρόγραμμα για το άνοιγμα του {name}.</translation>
    </message>
    <message>
        <source>The file could not be saved as {path}: {why}.</source>
        <translation>Το αρχείο δεν αποθηκεύτηκε ως {path}: {why}.</translation>
    </message>
    <message>
        <source>The file {name} is not there any more.</source>
        <translation>Το αρχείο {name} δεν υπάρχει πια.</translation>
    </message>
    <message>
        <source>{name} may run a program on this computer.</source>
        <translation>Το {name} ενδέχεται να εκτελέσει πρόγραμμα σε αυτόν τον υπολογιστή.</translation>
    </message>
</context>
<context>
    <name>ReceivingSection</name>
    <message>
        <source>How many the ngrok plan allows, to be warned in time; 0 is no limit.</source>
        <translation>Πόσα επιτρέπει το πρόγραμμα ngrok, για έγκαιρη προειδοποίηση· 0 σημαίνει χωρίς όριο.</translation>
    </message>
    <message>
        <source>On which notifications are received, from the next start; 0 takes any that is free.</source>
        <translation>Όπου λαμβάνονται οι ειδοποιήσεις, από την επόμενη εκκίνηση· 0 σημαίνει όποια είναι ελεύθερη.</translation>
    </message>
    <message>
        <source>Pause receiving</source>
        <translation>Παύση λήψης</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Θύρα</translation>
    </message>
    <message>
        <source>Public URL</source>
        <translation>Δημόσιο URL</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Λήψη</translation>
    </message>
    <message>
        <source>Receiving: {words}</source>
        <translation>Λήψη: {words}</translation>
    </message>
    <message>
        <source>Requests a month</source>
        <translation>Αιτήματα τον μήνα</translation>
    </message>
    <message>
        <source>Until you turn this off again. What is sent to you meanwhile is lost.</source>
        <translation>Μέχρι να το απενεργοποιήσετε ξανά. Ό,τι σας σταλεί στο μεταξύ χάνεται.</translation>
    </message>
    <message>
        <source>What the portal calls with each message.</source>
        <translation>Αυτό που καλεί η πύλη με κάθε μήνυμα.</translation>
    </message>
</context>
<context>
    <name>RemoveAccountDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>Nothing is sent or received for this account any more. What waits to be sent is not sent. The API key was given with RINGODESK_API_KEY: the key store is not touched.</source>
        <translation>Δεν στέλνεται και δεν λαμβάνεται πια τίποτα για αυτόν τον λογαριασμό. Ό,τι περιμένει αποστολή δεν στέλνεται. Το κλειδί API δόθηκε με το RINGODESK_API_KEY: η κλειδοθήκη δεν αγγίζεται.</translation>
    </message>
    <message>
        <source>Remove an account</source>
        <translation>Αφαίρεση λογαριασμού</translation>
    </message>
    <message>
        <source>Remove and keep history</source>
        <translation>Αφαίρεση, διατήρηση ιστορικού</translation>
    </message>
    <message>
        <source>Remove with history</source>
        <translation>Αφαίρεση με ιστορικό</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Αφαίρεση {name};</translation>
    </message>
    <message>
        <source>The API key leaves the key store, and nothing is sent or received for this account any more. What waits to be sent is not sent.</source>
        <translation>Το κλειδί API φεύγει από την κλειδοθήκη και τίποτα πια δεν στέλνεται ή λαμβάνεται για αυτόν τον λογαριασμό. Ό,τι περιμένει να σταλεί δεν στέλνεται.</translation>
    </message>
    <message>
        <source>With its history, all its chats, messages and received files are removed from this computer.</source>
        <translation>Μαζί με το ιστορικό αφαιρούνται από αυτόν τον υπολογιστή όλες οι συνομιλίες, τα μηνύματα και τα αρχεία του.</translation>
    </message>
</context>
<context>
    <name>RemoveDataDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Άκυρο</translation>
    </message>
    <message>
        <source>Remove Ringodesk&apos;s data</source>
        <translation>Αφαίρεση δεδομένων του Ringodesk</translation>
    </message>
    <message>
        <source>Remove and end Ringodesk</source>
        <translation>Αφαίρεση και τερματισμός</translation>
    </message>
    <message>
        <source>Remove everything from this computer?</source>
        <translation>Αφαίρεση όλων από αυτόν τον υπολογιστή;</translation>
    </message>
    <message>
        <source>There is no way back. At the server nothing changes; other files in the folder stay.</source>
        <translation>Η ενέργεια δεν αναιρείται. Στον διακομιστή δεν αλλάζει τίποτα· τα άλλα αρχεία του φακέλου μένουν.</translation>
    </message>
    <message>
        <source>Type “{word}” to confirm:</source>
        <translation>Πληκτρολογήστε «{word}» για επιβεβαίωση:</translation>
    </message>
    <message>
        <source>remove</source>
        <comment>The word to type; one word, in small letters.</comment>
        <translation>αφαίρεση</translation>
    </message>
    <message>
        <source>• All messages, contacts, received files, pasted pictures, settings and the log in {folder}</source>
        <translation>• Όλα τα μηνύματα, οι επαφές, τα αρχεία που λήφθηκαν, οι επικολλημένες εικόνες, οι ρυθμίσεις και το αρχείο καταγραφής στον φάκελο {folder}</translation>
    </message>
    <message>
        <source>• The API keys and the tunnel&apos;s token in the key store</source>
        <translation>• Τα κλειδιά API και το token της σήραγγας στην κλειδοθήκη</translation>
    </message>
    <message>
        <source>• The menu entry, the start at login and the links Ringodesk opens</source>
        <translation>• Η καταχώριση στο μενού, η εκκίνηση κατά τη σύνδεση και οι σύνδεσμοι που ανοίγει το Ringodesk</translation>
    </message>
</context>
<context>
    <name>RenameAccountDialog</name>
    <message>
        <source>Name</source>
        <translation>Όνομα</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Μετονομασία</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>Μετονομασία: {name}</translation>
    </message>
</context>
<context>
    <name>RepairRow</name>
    <message>
        <source>Help</source>
        <translation>Βοήθεια</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Αγνόηση</translation>
    </message>
    <message>
        <source>It stays listed under Health, and comes back when it gets worse or comes anew.</source>
        <translation>Μένει στη λίστα κάτω από την Κατάσταση και επανέρχεται αν χειροτερέψει ή ξανασυμβεί.</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Υπενθύμιση</translation>
    </message>
    <message>
        <source>What the guide says to this.</source>
        <translation>Τι λέει ο οδηγός γι’ αυτό.</translation>
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
        <translation>Μηνύματα</translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln μήνυμα</numerusform>
            <numerusform>%Ln μηνύματα</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Εκκαθάριση αναζήτησης</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Κλείσιμο αναζήτησης</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln messages</source>
        <translation>
            <numerusform>Περισσότερα από %Ln μήνυμα</numerusform>
            <numerusform>Περισσότερα από %Ln μηνύματα</numerusform>
        </translation>
    </message>
    <message>
        <source>No message has all of that. Try fewer letters or words, or take a filter away.</source>
        <translation>Κανένα μήνυμα δεν τα έχει όλα αυτά. Δοκιμάστε λιγότερα γράμματα ή λέξεις ή αφαιρέστε ένα φίλτρο.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Δεν βρέθηκε τίποτα</translation>
    </message>
    <message>
        <source>Nothing found yet</source>
        <translation>Δεν βρέθηκε τίποτα ακόμη</translation>
    </message>
    <message>
        <source>Older messages are still being made searchable: {percent} %</source>
        <translation>Παλιότερα μηνύματα γίνονται ακόμη αναζητήσιμα: {percent} %</translation>
    </message>
    <message>
        <source>Search in all chats</source>
        <translation>Αναζήτηση σε όλες τις συνομιλίες</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>Αναζήτηση μηνυμάτων</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Αναζήτηση…</translation>
    </message>
    <message>
        <source>What is found in older messages will appear here.</source>
        <translation>Ό,τι βρεθεί σε παλιότερα μηνύματα θα εμφανιστεί εδώ.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Conceal</source>
        <translation>Απόκρυψη</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Εμφάνιση</translation>
    </message>
</context>
<context>
    <name>SeekField</name>
    <message>
        <source>Clear</source>
        <translation>Εκκαθάριση</translation>
    </message>
</context>
<context>
    <name>SelectedMessages</name>
    <message>
        <source>Only messages of yours that were sent can be deleted. Select no others.</source>
        <translation>Μόνο δικά σας μηνύματα που στάλθηκαν μπορούν να διαγραφούν. Μην επιλέξετε άλλα.</translation>
    </message>
    <message>
        <source>So many messages cannot be taken back at once. Select those that are to go.</source>
        <translation>Τόσα μηνύματα δεν μπορούν να ανακληθούν μαζί. Επιλέξτε εκείνα που πρέπει να φύγουν.</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln επιλεγμένο</numerusform>
            <numerusform>%Ln επιλεγμένα</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Αντιγραφή</translation>
    </message>
    <message>
        <source>Copying… {percent} %</source>
        <translation>Αντιγραφή… {percent} %</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Διαγραφή</translation>
    </message>
</context>
<context>
    <name>SendLinkDialog</name>
    <message>
        <source>Caption</source>
        <translation>Λεζάντα</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Σύνδεσμος</translation>
    </message>
    <message>
        <source>Optional, sent as a text after it</source>
        <translation>Προαιρετικό, στέλνεται μετά ως κείμενο</translation>
    </message>
    <message>
        <source>Ringotel fetches the file itself: the address must be one that everybody can reach.</source>
        <translation>Το Ringotel κατεβάζει μόνο του το αρχείο: η διεύθυνση πρέπει να είναι προσβάσιμη σε όλους.</translation>
    </message>
    <message>
        <source>Send a link to {name}</source>
        <translation>Αποστολή συνδέσμου σε {name}</translation>
    </message>
    <message>
        <source>Send link</source>
        <translation>Αποστολή συνδέσμου</translation>
    </message>
</context>
<context>
    <name>SentenceBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Απόρριψη</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Λόγοι</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>, {least} or more</source>
        <translation>, {least} ή περισσότερο</translation>
    </message>
    <message>
        <source>, {most} or less</source>
        <translation>, {most} ή λιγότερο</translation>
    </message>
    <message>
        <source>1 action waits to be sent.</source>
        <translation>1 ενέργεια περιμένει να σταλεί.</translation>
    </message>
    <message>
        <source>A call of {duration_s} seconds is longer than a week. Give the duration in seconds.</source>
        <translation>Μια κλήση {duration_s} δευτερολέπτων διαρκεί πάνω από εβδομάδα. Δώστε τη διάρκεια σε δευτερόλεπτα.</translation>
    </message>
    <message>
        <source>A colon is missing.</source>
        <translation>Λείπει μια άνω και κάτω τελεία.</translation>
    </message>
    <message>
        <source>A comma or a closing brace is missing.</source>
        <translation>Λείπει ένα κόμμα ή μια αγκύλη (}) που κλείνει.</translation>
    </message>
    <message>
        <source>A file&apos;s link can be sent as a number only. Send the link as a text, or upload the file.</source>
        <translation>Ο σύνδεσμος αρχείου στέλνεται μόνο ως αριθμός. Στείλτε τον σύνδεσμο ως κείμενο ή μεταφορτώστε το αρχείο.</translation>
    </message>
    <message>
        <source>A link must begin with http:// or https:// and name a host that Ringotel can reach.</source>
        <translation>Ο σύνδεσμος πρέπει να αρχίζει με http:// ή https:// και να έχει όνομα που το Ringotel μπορεί να προσεγγίσει.</translation>
    </message>
    <message>
        <source>A list in square brackets of objects with {names} must stand there.</source>
        <translation>Εκεί πρέπει να υπάρχει μια λίστα σε ορθογώνιες αγκύλες με αντικείμενα που έχουν {names} μέσα τους.</translation>
    </message>
    <message>
        <source>A list in square brackets with any of {values} must stand there.</source>
        <translation>Εκεί πρέπει να υπάρχει μια λίστα σε ορθογώνιες αγκύλες με όσα από τα {values} χρειάζονται.</translation>
    </message>
    <message>
        <source>A message is from you or from them: leave one “from:” out.</source>
        <translation>Ένα μήνυμα είναι δικό σας ή δικό τους: αφαιρέστε ένα «from:».</translation>
    </message>
    <message>
        <source>A message of this account is on its way. Try again in a moment.</source>
        <translation>Ένα μήνυμα αυτού του λογαριασμού είναι καθ’ οδόν. Δοκιμάστε ξανά σε λίγο.</translation>
    </message>
    <message>
        <source>A message that cannot be shown</source>
        <translation>Ένα μήνυμα που δεν μπορεί να εμφανιστεί</translation>
    </message>
    <message>
        <source>A name in double quotes, or a closing brace, is missing.</source>
        <translation>Λείπει ένα όνομα σε διπλά εισαγωγικά ή μια αγκύλη (}) που κλείνει.</translation>
    </message>
    <message>
        <source>A notification came and could not be stored. See whether the disk is full.</source>
        <translation>Ήρθε μια ειδοποίηση και δεν αποθηκεύτηκε. Δείτε μήπως ο δίσκος είναι γεμάτος.</translation>
    </message>
    <message>
        <source>A notification came under another host name than the public URL&apos;s. Enter the URL that Ringotel calls, and have a proxy of your own pass the Host header on.</source>
        <translation>Μια ειδοποίηση ήρθε με άλλο όνομα από αυτό του δημόσιου URL. Δώστε το URL που καλεί το Ringotel, και αν έχετε proxy να μεταβιβάζει την κεφαλίδα Host.</translation>
    </message>
    <message>
        <source>A notification came with another API key than the saved one. Copy the key from the portal anew: Menu, Integrations, API Settings.</source>
        <translation>Μια ειδοποίηση ήρθε με άλλο κλειδί API από το αποθηκευμένο. Αντιγράψτε ξανά το κλειδί από την πύλη: Menu, Integrations, API Settings.</translation>
    </message>
    <message>
        <source>A number from {least} to {most} must stand there.</source>
        <translation>Εκεί πρέπει να υπάρχει ένας αριθμός από {least} έως {most} και τίποτε άλλο.</translation>
    </message>
    <message>
        <source>A number has too many digits.</source>
        <translation>Ένας αριθμός έχει πάρα πολλά ψηφία.</translation>
    </message>
    <message>
        <source>A number or sender id has a line break or another character that cannot be shown.</source>
        <translation>Ένας αριθμός ή αναγνωριστικό αποστολέα έχει αλλαγή γραμμής ή άλλον χαρακτήρα που δεν εμφανίζεται.</translation>
    </message>
    <message>
        <source>A setting is not right: {error}.</source>
        <translation>Μια ρύθμιση δεν είναι σωστή: {error}.</translation>
    </message>
    <message>
        <source>A text has no double quote at its end.</source>
        <translation>Από ένα κείμενο λείπουν τα διπλά εισαγωγικά στο τέλος.</translation>
    </message>
    <message>
        <source>A timeout must be a number of seconds, more than 0.</source>
        <translation>Ο χρόνος αναμονής πρέπει να είναι αριθμός δευτερολέπτων, πάνω από 0.</translation>
    </message>
    <message>
        <source>A value is missing.</source>
        <translation>Λείπει μια τιμή.</translation>
    </message>
    <message>
        <source>A whole number from {least} to {most} must stand there.</source>
        <translation>Εκεί πρέπει να υπάρχει ένας ακέραιος από {least} έως {most} και τίποτε άλλο.</translation>
    </message>
    <message>
        <source>A whole number of {least} or more must stand there.</source>
        <translation>Εκεί πρέπει να υπάρχει ένας ακέραιος από {least} και πάνω.</translation>
    </message>
    <message>
        <source>Add one in the settings, or with `ringodesk-cli identity add`.</source>
        <translation>Προσθέστε ένα στις ρυθμίσεις ή με `ringodesk-cli identity add`.</translation>
    </message>
    <message>
        <source>All {limit} requests that the ngrok plan allows this month have been used: ngrok may refuse notifications until the next month begins (UTC).</source>
        <translation>Και τα {limit} αιτήματα που επιτρέπει το πρόγραμμα ngrok αυτόν τον μήνα έχουν χρησιμοποιηθεί: το ngrok ίσως αρνείται ειδοποιήσεις μέχρι να αρχίσει ο επόμενος μήνας (UTC).</translation>
    </message>
    <message>
        <source>An account needs a number or a sender id. Add another one first.</source>
        <translation>Ένας λογαριασμός χρειάζεται αριθμό ή αναγνωριστικό αποστολέα. Προσθέστε πρώτα άλλο.</translation>
    </message>
    <message>
        <source>An empty chat can be opened as a number only, not as a sender id.</source>
        <translation>Μια κενή συνομιλία ανοίγει μόνο ως αριθμός, όχι ως αναγνωριστικό αποστολέα.</translation>
    </message>
    <message>
        <source>An import is running.</source>
        <translation>Εκτελείται εισαγωγή.</translation>
    </message>
    <message>
        <source>An opening brace is missing at the beginning.</source>
        <translation>Στην αρχή λείπει μια αγκύλη ({) που ανοίγει.</translation>
    </message>
    <message>
        <source>An organization&apos;s own Webhook integration calls this URL. Messages come through the other one: Menu, Integrations, API Settings.</source>
        <translation>Το Webhook ενός οργανισμού καλεί αυτό το URL. Τα μηνύματα έρχονται από το άλλο: Menu, Integrations, API Settings.</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>Και {count} ακόμη.</translation>
    </message>
    <message>
        <source>Another Ringodesk on this home receives already. Close it, then try again.</source>
        <translation>Ένα άλλο Ringodesk με αυτόν τον φάκελο λαμβάνει ήδη. Κλείστε το και δοκιμάστε ξανά.</translation>
    </message>
    <message>
        <source>Another Ringodesk on this home receives. What it receives is shown here too.</source>
        <translation>Λαμβάνει ένα άλλο Ringodesk με αυτόν τον φάκελο. Ό,τι λαμβάνει φαίνεται και εδώ.</translation>
    </message>
    <message>
        <source>Another import is running on this home. Wait for its end.</source>
        <translation>Μια άλλη εισαγωγή εκτελείται ήδη. Περιμένετε να τελειώσει.</translation>
    </message>
    <message>
        <source>Another process on this home</source>
        <translation>Άλλη διεργασία σε αυτόν τον φάκελο</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>Στο γραφείο</translation>
    </message>
    <message>
        <source>Available on the PBX</source>
        <translation>Διαθέσιμος στο τηλεφωνικό κέντρο</translation>
    </message>
    <message>
        <source>Away / available</source>
        <translation>Απών / διαθέσιμος</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Απασχολημένος</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Κλήση</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>Καλεί</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Νέος έλεγχος</translation>
    </message>
    <message>
        <source>Check its id in the portal.</source>
        <translation>Ελέγξτε το αναγνωριστικό του στην πύλη.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Έλεγχος τώρα</translation>
    </message>
    <message>
        <source>Check the API URL.</source>
        <translation>Ελέγξτε το URL του API.</translation>
    </message>
    <message>
        <source>Check the file&apos;s link.</source>
        <translation>Ελέγξτε τον σύνδεσμο του αρχείου.</translation>
    </message>
    <message>
        <source>Check the organization&apos;s id in the portal.</source>
        <translation>Ελέγξτε το αναγνωριστικό του οργανισμού στην πύλη.</translation>
    </message>
    <message>
        <source>Choose Resume in the window, or turn pause_receiving off.</source>
        <translation>Επιλέξτε Συνέχιση στο παράθυρο ή απενεργοποιήστε το pause_receiving.</translation>
    </message>
    <message>
        <source>Choose Show the tray icon, under Desktop in the settings.</source>
        <translation>Επίλεξε «Εμφάνιση εικονιδίου στην περιοχή ειδοποιήσεων» στις ρυθμίσεις, στην «Επιφάνεια εργασίας».</translation>
    </message>
    <message>
        <source>Choose one for good in the settings, under Receiving (receiver_port).</source>
        <translation>Όρισε μία σταθερή στις ρυθμίσεις, στη «Λήψη» (receiver_port).</translation>
    </message>
    <message>
        <source>Choose what they tell, under Notices in the settings.</source>
        <translation>Επιλέξτε τι λένε, στις ρυθμίσεις, στις Ειδοποιήσεις.</translation>
    </message>
    <message>
        <source>Compare the webhook URL in the portal with yours, letter by letter.</source>
        <translation>Συγκρίνετε τη διεύθυνση webhook της πύλης με τη δική σας, γράμμα προς γράμμα.</translation>
    </message>
    <message>
        <source>Connect it to a network.</source>
        <translation>Συνδέστε τον σε ένα δίκτυο.</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>Αντιγραφή URL</translation>
    </message>
    <message>
        <source>Copy the current key from the portal: Menu, Integrations, API Settings.</source>
        <translation>Αντιγράψτε το τρέχον κλειδί από την πύλη: Menu, Integrations, API Settings.</translation>
    </message>
    <message>
        <source>Copy the token again from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.</source>
        <translation>Αντιγράψτε ξανά το token από το dashboard.ngrok.com (Your Authtoken) και αποθηκεύστε το στη ρύθμιση.</translation>
    </message>
    <message>
        <source>Correct it there and try again, or remove the file.</source>
        <translation>Διορθώστε το εκεί και δοκιμάστε ξανά ή αφαιρέστε το αρχείο.</translation>
    </message>
    <message>
        <source>Do not disturb is on.</source>
        <translation>Το «Μην ενοχλείτε» είναι ενεργό.</translation>
    </message>
    <message>
        <source>Each of these messages says why, under its text. Try again there, or write another message.</source>
        <translation>Κάτω από το κείμενο κάθε τέτοιου μηνύματος γράφεται ο λόγος. Δοκίμασε ξανά εκεί ή γράψε άλλο μήνυμα.</translation>
    </message>
    <message>
        <source>Edits and deletions come through, as far as the newest messages tell.</source>
        <translation>Οι επεξεργασίες και οι διαγραφές περνούν, όσο δείχνουν τα νεότερα μηνύματα.</translation>
    </message>
    <message>
        <source>Edits and deletions that were not carried out, or not surely: {refused}, of the newest messages.</source>
        <translation>Επεξεργασίες και διαγραφές που δεν έγιναν, ή όχι με βεβαιότητα: {refused}, στα νεότερα μηνύματα.</translation>
    </message>
    <message>
        <source>Edits of messages that never came: {strays}.</source>
        <translation>Επεξεργασίες μηνυμάτων που δεν ήρθαν ποτέ: {strays}.</translation>
    </message>
    <message>
        <source>Edits or deletions wait to be sent.</source>
        <translation>Επεξεργασίες ή διαγραφές περιμένουν να σταλούν.</translation>
    </message>
    <message>
        <source>Enter it in the window, or with `ringodesk-cli setup`.</source>
        <translation>Εισαγάγετέ το στο παράθυρο ή με `ringodesk-cli setup`.</translation>
    </message>
    <message>
        <source>Enter it under Settings, Accounts, Receiving, or with `ringodesk-cli setup --tunnel ngrok`.</source>
        <translation>Εισαγάγετέ το στις Ρυθμίσεις, Λογαριασμοί, Λήψη ή με `ringodesk-cli setup --tunnel ngrok`.</translation>
    </message>
    <message>
        <source>Enter the URL</source>
        <translation>Εισαγωγή URL</translation>
    </message>
    <message>
        <source>Enter the key</source>
        <translation>Εισαγωγή κλειδιού</translation>
    </message>
    <message>
        <source>Enter the key again</source>
        <translation>Νέα εισαγωγή κλειδιού</translation>
    </message>
    <message>
        <source>Enter the key that is valid now in the window, or with `ringodesk-cli setup`.</source>
        <translation>Εισαγάγετε το κλειδί που ισχύει τώρα στο παράθυρο ή με `ringodesk-cli setup`.</translation>
    </message>
    <message>
        <source>Install it from ngrok.com/download, or name it in the setting ngrok_path.</source>
        <translation>Εγκαταστήστε το από το ngrok.com/download ή δηλώστε το στη ρύθμιση ngrok_path.</translation>
    </message>
    <message>
        <source>Install ngrok 3.30 or later from ngrok.com/download, or name the program in the settings (ngrok_path).</source>
        <translation>Εγκαταστήστε το ngrok 3.30 ή νεότερο από το ngrok.com/download, ή ορίστε το πρόγραμμα στις ρυθμίσεις (ngrok_path).</translation>
    </message>
    <message>
        <source>Install one, or keep such a file with Save as….</source>
        <translation>Εγκατάστησε ένα, ή κράτησε ένα τέτοιο αρχείο με «Αποθήκευση ως…».</translation>
    </message>
    <message>
        <source>Install xdg-desktop-portal and log in anew. Save as… works without it.</source>
        <translation>Εγκατάστησε το xdg-desktop-portal και συνδέσου ξανά στον υπολογιστή. Η «Αποθήκευση ως…» λειτουργεί και χωρίς αυτό.</translation>
    </message>
    <message>
        <source>It goes with the server&apos;s.</source>
        <translation>Συμφωνεί με του διακομιστή.</translation>
    </message>
    <message>
        <source>It had not been sent when the history was written to a file.</source>
        <translation>Δεν είχε σταλεί όταν το ιστορικό γράφτηκε σε αρχείο.</translation>
    </message>
    <message>
        <source>It has no users.</source>
        <translation>Δεν έχει χρήστες.</translation>
    </message>
    <message>
        <source>It has {users} users.</source>
        <translation>Έχει {users} χρήστες.</translation>
    </message>
    <message>
        <source>It is in the key store.</source>
        <translation>Βρίσκεται στην κλειδοθήκη.</translation>
    </message>
    <message>
        <source>It is made when an account is set up.</source>
        <translation>Δημιουργείται όταν ρυθμιστεί ένας λογαριασμός.</translation>
    </message>
    <message>
        <source>It is one of the quiet hours.</source>
        <translation>Είναι ώρα ησυχίας.</translation>
    </message>
    <message>
        <source>It is too late to cancel: the message is on its way.</source>
        <translation>Είναι αργά για ακύρωση: το μήνυμα είναι καθ’ οδόν.</translation>
    </message>
    <message>
        <source>It is whole: schema {schema}, {size} MB.</source>
        <translation>Είναι ακέραιη: σχήμα {schema}, {size} MB.</translation>
    </message>
    <message>
        <source>It may have arrived.</source>
        <translation>Ίσως έφτασε.</translation>
    </message>
    <message>
        <source>It may have arrived: the answer did not come. Send it again, or say that it arrived.</source>
        <translation>Ίσως έφτασε: δεν ήρθε απάντηση. Στείλτε το ξανά ή δηλώστε ότι έφτασε.</translation>
    </message>
    <message>
        <source>It must be a moment, as 2026-03-01T08:00:00Z, or null.</source>
        <translation>Πρέπει να είναι μια χρονική στιγμή, όπως 2026-03-01T08:00:00Z, ή null.</translation>
    </message>
    <message>
        <source>It must be a text in double quotes.</source>
        <translation>Πρέπει να είναι ένα κείμενο σε διπλά εισαγωγικά.</translation>
    </message>
    <message>
        <source>It must be a time of day, as 22:30.</source>
        <translation>Πρέπει να είναι μια ώρα της ημέρας, όπως 22:30.</translation>
    </message>
    <message>
        <source>It must be a whole number.</source>
        <translation>Πρέπει να είναι ένας ακέραιος αριθμός.</translation>
    </message>
    <message>
        <source>It must be another value.</source>
        <translation>Πρέπει να είναι μια άλλη τιμή.</translation>
    </message>
    <message>
        <source>It must be true or false.</source>
        <translation>Πρέπει να είναι true ή false.</translation>
    </message>
    <message>
        <source>It was not deleted: {sentence}</source>
        <translation>Δεν διαγράφηκε: {sentence}</translation>
    </message>
    <message>
        <source>It went on as it was.</source>
        <translation>Συνέχισε όπως πριν.</translation>
    </message>
    <message>
        <source>Line {line}, column {column} of the settings file {path} has a mistake.</source>
        <translation>Η γραμμή {line}, στήλη {column} του αρχείου ρυθμίσεων {path} έχει ένα λάθος.</translation>
    </message>
    <message>
        <source>Look it up at dashboard.ngrok.com/domains and correct it in the set-up.</source>
        <translation>Δείτε το στο dashboard.ngrok.com/domains και διορθώστε το στη ρύθμιση.</translation>
    </message>
    <message>
        <source>Make room.</source>
        <translation>Ελευθερώστε χώρο.</translation>
    </message>
    <message>
        <source>Make room: what cannot be stored is not received.</source>
        <translation>Ελευθερώστε χώρο: ό,τι δεν αποθηκεύεται δεν λαμβάνεται.</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Το μήνυμα διαγράφηκε</translation>
    </message>
    <message>
        <source>Messages without an id from Ringotel: {without_id}. They cannot be edited or deleted.</source>
        <translation>Μηνύματα χωρίς αναγνωριστικό από το Ringotel: {without_id}. Δεν μπορούν να επεξεργαστούν ή να διαγραφούν.</translation>
    </message>
    <message>
        <source>Most of the requests that the ngrok plan allows this month have been used.</source>
        <translation>Τα περισσότερα αιτήματα που επιτρέπει το πρόγραμμα ngrok αυτόν τον μήνα έχουν χρησιμοποιηθεί.</translation>
    </message>
    <message>
        <source>Name another folder with --home.</source>
        <translation>Δηλώστε άλλον φάκελο με --home.</translation>
    </message>
    <message>
        <source>Name the account&apos;s own domain under Settings, Accounts, Receiving, or paste the URL into the portal each time.</source>
        <translation>Δηλώστε τον τομέα του λογαριασμού στις Ρυθμίσεις, Λογαριασμοί, Λήψη ή επικολλάτε τη διεύθυνση στην πύλη κάθε φορά.</translation>
    </message>
    <message>
        <source>Name the organization by its id or by its domain, one of the two.</source>
        <translation>Ορίστε τον οργανισμό με το αναγνωριστικό ή με το domain του, ένα από τα δύο.</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Νέο μήνυμα</translation>
    </message>
    <message>
        <source>No notification arrives before the next month. Upgrade it at dashboard.ngrok.com/billing, or use a public URL of your own.</source>
        <translation>Καμία ειδοποίηση δεν φτάνει πριν από τον επόμενο μήνα. Αναβαθμίστε στο dashboard.ngrok.com/billing ή χρησιμοποιήστε δικό σας δημόσιο URL.</translation>
    </message>
    <message>
        <source>No setting holds them back.</source>
        <translation>Καμία ρύθμιση δεν τις εμποδίζει.</translation>
    </message>
    <message>
        <source>Nobody else can look into it.</source>
        <translation>Κανείς άλλος δεν μπορεί να τον δει.</translation>
    </message>
    <message>
        <source>Nobody receives now; any free port is taken.</source>
        <translation>Κανείς δεν λαμβάνει τώρα· χρησιμοποιείται όποια θύρα είναι ελεύθερη.</translation>
    </message>
    <message>
        <source>Nobody receives now; port {port} is free.</source>
        <translation>Κανείς δεν λαμβάνει τώρα· η θύρα {port} είναι ελεύθερη.</translation>
    </message>
    <message>
        <source>None are expected: messages are sent only.</source>
        <translation>Δεν αναμένονται: τα μηνύματα μόνο στέλνονται.</translation>
    </message>
    <message>
        <source>None came in the last 30 days.</source>
        <translation>Δεν ήρθε καμία τις τελευταίες 30 ημέρες.</translation>
    </message>
    <message>
        <source>None: messages are sent, and received from this machine alone.</source>
        <translation>Καμία: τα μηνύματα στέλνονται και λαμβάνονται μόνο από αυτόν τον υπολογιστή.</translation>
    </message>
    <message>
        <source>Not where they were: {gone} of the last {kept} files.</source>
        <translation>Δεν είναι πια στη θέση τους: {gone} από τα τελευταία {kept} αρχεία.</translation>
    </message>
    <message>
        <source>Nothing answers at {host}: the connection was refused. {check}</source>
        <translation>Τίποτα δεν απαντά στο {host}: η σύνδεση απορρίφθηκε. {check}</translation>
    </message>
    <message>
        <source>Nothing can be written to {folder} ({errno}).</source>
        <translation>Δεν μπορεί να γραφτεί τίποτα στο {folder} ({errno}).</translation>
    </message>
    <message>
        <source>Nothing is set up yet. Start Ringodesk, which asks for all it needs, or see `ringodesk-cli setup --help`.</source>
        <translation>Δεν έχει ρυθμιστεί ακόμη τίποτα. Ξεκίνησε το Ringodesk, που ρωτά ό,τι χρειάζεται, ή δες `ringodesk-cli setup --help`.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Τίποτα δεν περιμένει να σταλεί.</translation>
    </message>
    <message>
        <source>Nothing was imported: {problems}.{more}</source>
        <translation>Δεν εισάχθηκε τίποτα: {problems}.{more}</translation>
    </message>
    <message>
        <source>Notifications come under another host name than the public URL&apos;s, and are refused. Enter the URL that Ringotel calls as the public URL, and have a proxy of your own pass the Host header on.</source>
        <translation>Οι ειδοποιήσεις έρχονται με άλλο όνομα από αυτό του δημόσιου URL και απορρίπτονται. Δώστε ως δημόσιο URL αυτό που καλεί το Ringotel, και αν έχετε proxy να μεταβιβάζει την κεφαλίδα Host.</translation>
    </message>
    <message>
        <source>Notifications come with another API key than the saved one. If the key was rotated, enter the new one.</source>
        <translation>Οι ειδοποιήσεις έρχονται με άλλο κλειδί API από το αποθηκευμένο. Αν το κλειδί άλλαξε, εισαγάγετε το νέο.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Εκτός σύνδεσης</translation>
    </message>
    <message>
        <source>On Debian: apt install libenchant-2-2 hunspell-en-us.</source>
        <translation>Στο Debian: apt install libenchant-2-2 hunspell-el.</translation>
    </message>
    <message>
        <source>On Debian: apt install xdg-utils. Save as… works without it.</source>
        <translation>Σε Debian: apt install xdg-utils. Η «Αποθήκευση ως…» λειτουργεί και χωρίς αυτό.</translation>
    </message>
    <message>
        <source>On GNOME install the extension “AppIndicator and KStatusNotifierItem Support”, or minimise the window.</source>
        <translation>Στο GNOME εγκατάστησε την επέκταση «AppIndicator and KStatusNotifierItem Support» ή ελαχιστοποίησε το παράθυρο.</translation>
    </message>
    <message>
        <source>On a call</source>
        <translation>Σε κλήση</translation>
    </message>
    <message>
        <source>One of {values} must stand there.</source>
        <translation>Εκεί πρέπει να υπάρχει ένα από τα {values} και τίποτε άλλο.</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Συνδεδεμένος</translation>
    </message>
    <message>
        <source>Only a number has a history that can be synchronized, not a sender id.</source>
        <translation>Μόνο ένας αριθμός έχει ιστορικό που συγχρονίζεται, όχι ένα αναγνωριστικό αποστολέα.</translation>
    </message>
    <message>
        <source>Only a text can be edited.</source>
        <translation>Μόνο κείμενο μπορεί να επεξεργαστεί.</translation>
    </message>
    <message>
        <source>Only messages of ours can be changed.</source>
        <translation>Μόνο τα δικά μας μηνύματα μπορούν να αλλάξουν.</translation>
    </message>
    <message>
        <source>Open ngrok&apos;s plans</source>
        <translation>Προγράμματα του ngrok</translation>
    </message>
    <message>
        <source>Open them in their chat: what came in is fetched again. Put back what you sent, or send it once more.</source>
        <translation>Άνοιξέ τα στη συνομιλία τους: ό,τι ελήφθη κατεβαίνει ξανά. Βάλε πίσω ό,τι έστειλες ή στείλε το ακόμη μία φορά.</translation>
    </message>
    <message>
        <source>Organization {account} at {api_url}.</source>
        <translation>Οργανισμός {account} στο {api_url}.</translation>
    </message>
    <message>
        <source>Others on this machine may look into {folder}.</source>
        <translation>Άλλοι σε αυτόν τον υπολογιστή μπορούν να δουν το {folder}.</translation>
    </message>
    <message>
        <source>Our number</source>
        <translation>Ο αριθμός μας</translation>
    </message>
    <message>
        <source>Our number is missing. Say which to write from.</source>
        <translation>Λείπει ο αριθμός μας. Ορίστε από ποιον γράφετε.</translation>
    </message>
    <message>
        <source>Parking slot, unavailable</source>
        <translation>Θέση στάθμευσης, μη διαθέσιμη</translation>
    </message>
    <message>
        <source>Port {port} is in use by another program.</source>
        <translation>Η θύρα {port} χρησιμοποιείται από άλλο πρόγραμμα.</translation>
    </message>
    <message>
        <source>Port {port} is in use by another program. Close that program, or choose another port for receiving (0 takes any that is free).</source>
        <translation>Η θύρα {port} χρησιμοποιείται από άλλο πρόγραμμα. Κλείστε το ή επιλέξτε άλλη θύρα για λήψη (0 σημαίνει όποια είναι ελεύθερη).</translation>
    </message>
    <message>
        <source>Process {pid} on this home</source>
        <translation>Η διεργασία {pid} σε αυτόν τον φάκελο</translation>
    </message>
    <message>
        <source>Programs may not be started from {folder} (it is mounted noexec). Name another home folder.</source>
        <translation>Δεν επιτρέπεται εκκίνηση προγραμμάτων από το {folder} (προσαρτημένο με noexec). Ορίστε άλλον φάκελο.</translation>
    </message>
    <message>
        <source>Quit Ringodesk, keep a copy of {folder}, then: `ringodesk-cli export --all -o history.jsonl`.</source>
        <translation>Κλείσε το Ringodesk, κράτησε ένα αντίγραφο του {folder} και μετά: `ringodesk-cli export --all -o history.jsonl`.</translation>
    </message>
    <message>
        <source>RINGODESK_API_KEY gives it, to this process alone.</source>
        <translation>Το δίνει το RINGODESK_API_KEY, μόνο σε αυτή τη διεργασία.</translation>
    </message>
    <message>
        <source>Receiving is paused. What is sent to you meanwhile is lost: Ringotel does not send it again.</source>
        <translation>Η λήψη είναι σε παύση. Ό,τι σας σταλεί στο μεταξύ χάνεται: το Ringotel δεν το στέλνει ξανά.</translation>
    </message>
    <message>
        <source>Receiving is paused: what is sent to you meanwhile is lost.</source>
        <translation>Η λήψη είναι σε παύση: ό,τι σας στέλνουν στο μεταξύ χάνεται.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Συνέχιση</translation>
    </message>
    <message>
        <source>Ringodesk does not open links that begin with {scheme}:.</source>
        <translation>Το Ringodesk δεν ανοίγει συνδέσμους που αρχίζουν με {scheme}:.</translation>
    </message>
    <message>
        <source>Ringotel does not accept the API key{words}. Copy the current key from the portal: Menu, Integrations, API Settings.</source>
        <translation>Το Ringotel δεν δέχεται το κλειδί API{words}. Αντιγράψτε το τρέχον κλειδί από την πύλη: Menu, Integrations, API Settings.</translation>
    </message>
    <message>
        <source>Ringotel gave this message no id, so it cannot be changed.</source>
        <translation>Το Ringotel δεν έδωσε αναγνωριστικό σε αυτό το μήνυμα, οπότε δεν μπορεί να αλλάξει.</translation>
    </message>
    <message>
        <source>Ringotel has given no id for this {what} yet: nothing can be done.</source>
        <translation>Το Ringotel δεν έχει δώσει ακόμη αναγνωριστικό ({what}): δεν γίνεται τίποτα.</translation>
    </message>
    <message>
        <source>Ringotel refused and gave no reason.</source>
        <translation>Το Ringotel αρνήθηκε χωρίς να δώσει λόγο.</translation>
    </message>
    <message>
        <source>Ringotel refused: {words}</source>
        <translation>Το Ringotel αρνήθηκε: {words}</translation>
    </message>
    <message>
        <source>Ringotel refuses line after line; the import was stopped. {error}</source>
        <translation>Το Ringotel απορρίπτει τη μία γραμμή μετά την άλλη· η εισαγωγή σταμάτησε. {error}</translation>
    </message>
    <message>
        <source>Ringotel takes no more requests for now (HTTP 429). {when} before trying again.</source>
        <translation>Το Ringotel δεν δέχεται άλλα αιτήματα προς το παρόν (HTTP 429). {when} πριν δοκιμάσετε ξανά.</translation>
    </message>
    <message>
        <source>Run: chmod 700 {folder}</source>
        <translation>Εκτελέστε: chmod 700 {folder}</translation>
    </message>
    <message>
        <source>Say who was {end}: the number is missing.</source>
        <translation>Δηλώστε ποιος ήταν ({end}): λείπει ο αριθμός.</translation>
    </message>
    <message>
        <source>Say who you are first: the account has no number or sender id.</source>
        <translation>Δηλώστε πρώτα ποιοι είστε: ο λογαριασμός δεν έχει αριθμό ή αναγνωριστικό αποστολέα.</translation>
    </message>
    <message>
        <source>Say who you are: a number, or a sender id.</source>
        <translation>Δηλώστε ποιοι είστε: αριθμό ή αναγνωριστικό αποστολέα.</translation>
    </message>
    <message>
        <source>Set it if it is wrong. No message is deleted for its age until the server agrees, or for 30 days.</source>
        <translation>Ρυθμίστε το αν είναι λάθος. Κανένα μήνυμα δεν διαγράφεται λόγω ηλικίας μέχρι να συμφωνήσει ο διακομιστής ή για 30 ημέρες.</translation>
    </message>
    <message>
        <source>Set it: the times of messages are this computer&apos;s.</source>
        <translation>Ρυθμίστε το: οι ώρες των μηνυμάτων είναι αυτού του υπολογιστή.</translation>
    </message>
    <message>
        <source>Set up again</source>
        <translation>Νέα ρύθμιση</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ρυθμίσεις</translation>
    </message>
    <message>
        <source>Somebody called, but not at the secret path. Copy the whole URL into the portal, to its end.</source>
        <translation>Κάποιος κάλεσε, αλλά όχι στη μυστική διαδρομή. Αντιγράψτε ολόκληρο το URL στην πύλη, ως το τέλος του.</translation>
    </message>
    <message>
        <source>Spelling is not checked: no dictionary is installed, for instance hunspell-en-us.</source>
        <translation>Δεν γίνεται έλεγχος ορθογραφίας: δεν είναι εγκατεστημένο λεξικό, για παράδειγμα hunspell-en-us.</translation>
    </message>
    <message>
        <source>Spelling is not checked: the Enchant library (libenchant-2) is not installed.</source>
        <translation>Δεν γίνεται έλεγχος ορθογραφίας: η βιβλιοθήκη Enchant (libenchant-2) δεν είναι εγκατεστημένη.</translation>
    </message>
    <message>
        <source>Start Ringodesk from the desktop&apos;s own menu, or from a terminal on the desktop.</source>
        <translation>Ξεκίνησε το Ringodesk από το μενού της επιφάνειας εργασίας ή από ένα τερματικό σε αυτήν.</translation>
    </message>
    <message>
        <source>Stop that, or choose another port in the settings, under Receiving (receiver_port).</source>
        <translation>Σταμάτησέ το, ή επίλεξε άλλη θύρα στις ρυθμίσεις, στη «Λήψη» (receiver_port).</translation>
    </message>
    <message>
        <source>That is not a web address.</source>
        <translation>Αυτό δεν είναι διεύθυνση ιστού.</translation>
    </message>
    <message>
        <source>The API URL</source>
        <translation>Το URL του API</translation>
    </message>
    <message>
        <source>The API URL holds a space, a backslash or a control character. Write https://shell.ringotel.co/api</source>
        <translation>Το URL του API περιέχει κενό, ανάστροφη κάθετο ή χαρακτήρα ελέγχου. Γράψτε https://shell.ringotel.co/api</translation>
    </message>
    <message>
        <source>The API URL is missing. Write https://shell.ringotel.co/api, or the address of your own server.</source>
        <translation>Λείπει το URL του API. Γράψτε https://shell.ringotel.co/api, ή τη διεύθυνση του δικού σας διακομιστή.</translation>
    </message>
    <message>
        <source>The API URL must begin with https://.</source>
        <translation>Το URL του API πρέπει να αρχίζει με https://.</translation>
    </message>
    <message>
        <source>The API URL must begin with https://. Write https://{rest}</source>
        <translation>Το URL του API πρέπει να αρχίζει με https://. Γράψτε https://{rest}</translation>
    </message>
    <message>
        <source>The API URL must not hold {what}. Write {scheme}://{parts}/api</source>
        <translation>Το URL του API δεν πρέπει να περιέχει {what}. Γράψτε {scheme}://{parts}/api</translation>
    </message>
    <message>
        <source>The API URL names no usable host. Write https://shell.ringotel.co/api</source>
        <translation>Το URL του API δεν έχει έγκυρο όνομα διακομιστή. Γράψτε https://shell.ringotel.co/api</translation>
    </message>
    <message>
        <source>The API URL {text} cannot be read ({exc}). Write https://shell.ringotel.co/api</source>
        <translation>Το URL του API {text} δεν διαβάζεται ({exc}). Γράψτε https://shell.ringotel.co/api</translation>
    </message>
    <message>
        <source>The API key holds a space, a line break or a letter no key has. Copy it once more.</source>
        <translation>Το κλειδί API περιέχει κενό, αλλαγή γραμμής ή χαρακτήρα που δεν έχει κανένα κλειδί. Αντιγράψτε το ξανά.</translation>
    </message>
    <message>
        <source>The API key is missing. Copy it from the portal: Menu, Integrations, API Settings.</source>
        <translation>Λείπει το κλειδί API. Αντιγράψτε το από την πύλη: Menu, Integrations, API Settings.</translation>
    </message>
    <message>
        <source>The API key is not allowed to do this{words}. Check that it belongs to this organization.</source>
        <translation>Το κλειδί API δεν έχει αυτό το δικαίωμα{words}. Ελέγξτε ότι ανήκει σε αυτόν τον οργανισμό.</translation>
    </message>
    <message>
        <source>The API key is not in the key store.</source>
        <translation>Το κλειδί API δεν βρίσκεται στην κλειδοθήκη.</translation>
    </message>
    <message>
        <source>The API key is not in the key store. Enter it again in the set-up.</source>
        <translation>Το κλειδί API δεν είναι στην κλειδοθήκη. Εισαγάγετέ το ξανά στη ρύθμιση.</translation>
    </message>
    <message>
        <source>The API key must not travel unprotected: write https://{parts} instead of http://. Plain http is only for this machine (127.0.0.1).</source>
        <translation>Το κλειδί API δεν πρέπει να ταξιδεύει απροστάτευτο: γράψτε https://{parts} αντί για http://. Το απλό http είναι μόνο για αυτόν τον υπολογιστή (127.0.0.1).</translation>
    </message>
    <message>
        <source>The API key reaches no organization with the domain “{domain}”. There is: {known}.</source>
        <translation>Το κλειδί API δεν δίνει πρόσβαση σε οργανισμό με domain «{domain}». Υπάρχουν: {known}.</translation>
    </message>
    <message>
        <source>The account has no number or sender id.</source>
        <translation>Ο λογαριασμός δεν έχει αριθμό ή αναγνωριστικό αποστολέα.</translation>
    </message>
    <message>
        <source>The address cannot be used. {check}</source>
        <translation>Η διεύθυνση δεν μπορεί να χρησιμοποιηθεί. {check}</translation>
    </message>
    <message>
        <source>The address cannot be used: it is no proper web address.</source>
        <translation>Η διεύθυνση δεν μπορεί να χρησιμοποιηθεί: δεν είναι έγκυρη διεύθυνση ιστού.</translation>
    </message>
    <message>
        <source>The answer of {host} cannot be read.</source>
        <translation>Η απάντηση του {host} δεν διαβάζεται.</translation>
    </message>
    <message>
        <source>The answer of {host} cannot be unpacked.</source>
        <translation>Η απάντηση του {host} δεν αποσυμπιέζεται.</translation>
    </message>
    <message>
        <source>The answer of {host} is far too large. {check}</source>
        <translation>Η απάντηση του {host} είναι υπερβολικά μεγάλη. {check}</translation>
    </message>
    <message>
        <source>The call&apos;s duration must be a whole number of seconds.</source>
        <translation>Η διάρκεια της κλήσης πρέπει να είναι ακέραιος αριθμός δευτερολέπτων.</translation>
    </message>
    <message>
        <source>The call&apos;s duration must not be less than 0 seconds.</source>
        <translation>Η διάρκεια της κλήσης δεν μπορεί να είναι κάτω από 0 δευτερόλεπτα.</translation>
    </message>
    <message>
        <source>The call&apos;s {what}</source>
        <translation>Στοιχείο της κλήσης ({what})</translation>
    </message>
    <message>
        <source>The call&apos;s {what} number</source>
        <translation>Αριθμός της κλήσης ({what})</translation>
    </message>
    <message>
        <source>The certificate of {host} cannot be trusted ({verify_message}). {check}</source>
        <translation>Το πιστοποιητικό του {host} δεν είναι αξιόπιστο ({verify_message}). {check}</translation>
    </message>
    <message>
        <source>The change was not made: {sentence}</source>
        <translation>Η αλλαγή δεν έγινε: {sentence}</translation>
    </message>
    <message>
        <source>The chat could not be opened at Ringotel: {cause}</source>
        <translation>Η συνομιλία δεν άνοιξε στο Ringotel: {cause}</translation>
    </message>
    <message>
        <source>The checks of network, server and key say what for; then they go by themselves.</source>
        <translation>Οι έλεγχοι δικτύου, διακομιστή και κλειδιού λένε τι περιμένουν· μετά φεύγουν μόνες τους.</translation>
    </message>
    <message>
        <source>The connection has been closed; nothing was sent.</source>
        <translation>Η σύνδεση έκλεισε· δεν στάλθηκε τίποτα.</translation>
    </message>
    <message>
        <source>The connection to ngrok was lost; messages sent meanwhile do not arrive.</source>
        <translation>Η σύνδεση με το ngrok χάθηκε· όσα μηνύματα σταλούν στο μεταξύ δεν φτάνουν.</translation>
    </message>
    <message>
        <source>The connection to {host} broke before the answer came.</source>
        <translation>Η σύνδεση με το {host} κόπηκε πριν έρθει η απάντηση.</translation>
    </message>
    <message>
        <source>The connection to {host} broke while it was being closed.</source>
        <translation>Η σύνδεση με το {host} κόπηκε ενώ έκλεινε.</translation>
    </message>
    <message>
        <source>The connection to {host} broke while the request was being sent.</source>
        <translation>Η σύνδεση με το {host} κόπηκε ενώ στελνόταν το αίτημα.</translation>
    </message>
    <message>
        <source>The connection to {host} broke.</source>
        <translation>Η σύνδεση με το {host} κόπηκε.</translation>
    </message>
    <message>
        <source>The connection to {host} failed.</source>
        <translation>Η σύνδεση με το {host} απέτυχε.</translation>
    </message>
    <message>
        <source>The connection to {host} got out of step.</source>
        <translation>Η σύνδεση με το {host} αποσυγχρονίστηκε.</translation>
    </message>
    <message>
        <source>The database is closed: Ringodesk is ending.</source>
        <translation>Η βάση δεδομένων έκλεισε: το Ringodesk τερματίζεται.</translation>
    </message>
    <message>
        <source>The database is damaged.</source>
        <translation>Η βάση δεδομένων έχει καταστραφεί.</translation>
    </message>
    <message>
        <source>The database {path} cannot be opened: check that its folder exists and is yours.</source>
        <translation>Η βάση δεδομένων {path} δεν ανοίγει: ελέγξτε ότι ο φάκελός της υπάρχει και είναι δικός σας.</translation>
    </message>
    <message>
        <source>The database {path} cannot be used: what lies beside it as {name} is no file. Move that away, and not the database, then start again. Nothing was changed.</source>
        <translation>Η βάση δεδομένων {path} δεν μπορεί να χρησιμοποιηθεί: αυτό που βρίσκεται δίπλα της ως {name} δεν είναι αρχείο. Μετακινήστε αυτό, όχι τη βάση δεδομένων, και ξεκινήστε ξανά. Τίποτα δεν άλλαξε.</translation>
    </message>
    <message>
        <source>The database {path} cannot be used: what lies there is no file. Move it away, or name another home with --home or RINGODESK_HOME.</source>
        <translation>Η βάση δεδομένων {path} δεν μπορεί να χρησιμοποιηθεί: αυτό που βρίσκεται εκεί δεν είναι αρχείο. Μετακινήστε το ή ορίστε άλλον φάκελο με --home ή RINGODESK_HOME.</translation>
    </message>
    <message>
        <source>The database {path} cannot be written: check the permissions of its folder.</source>
        <translation>Δεν γίνεται εγγραφή στη βάση δεδομένων {path}: ελέγξτε τα δικαιώματα του φακέλου της.</translation>
    </message>
    <message>
        <source>The database {path} could not be used ({error}).</source>
        <translation>Η βάση δεδομένων {path} δεν μπόρεσε να χρησιμοποιηθεί ({error}).</translation>
    </message>
    <message>
        <source>The database {path} is held by another program. Close it, or wait.</source>
        <translation>Η βάση δεδομένων {path} είναι δεσμευμένη από άλλο πρόγραμμα. Κλείστε το ή περιμένετε.</translation>
    </message>
    <message>
        <source>The database {path} must be copied before this version can use it, and the copy {target} could not be made ({error}). Make room and start again.</source>
        <translation>Η βάση δεδομένων {path} πρέπει να αντιγραφεί πριν τη χρησιμοποιήσει αυτή η έκδοση, και το αντίγραφο {target} δεν δημιουργήθηκε ({error}). Ελευθερώστε χώρο και ξεκινήστε ξανά.</translation>
    </message>
    <message>
        <source>The database {path} was made by a newer version of Ringodesk (schema {schema}, this one knows {known}). Install that version, or name another folder with --home. Nothing was changed.</source>
        <translation>Η βάση δεδομένων {path} έχει δημιουργηθεί από νεότερη έκδοση του Ringodesk (σχήμα {schema}, αυτή γνωρίζει το {known}). Εγκατάστησε εκείνη την έκδοση ή δώσε άλλον φάκελο με --home. Τίποτα δεν άλλαξε.</translation>
    </message>
    <message>
        <source>The desktop has a program for each kind of file that is here.</source>
        <translation>Για κάθε είδος αρχείου που υπάρχει εδώ, η επιφάνεια εργασίας έχει πρόγραμμα.</translation>
    </message>
    <message>
        <source>The desktop has a tray, of the kind StatusNotifier.</source>
        <translation>Η επιφάνεια εργασίας έχει περιοχή ειδοποιήσεων, τύπου StatusNotifier.</translation>
    </message>
    <message>
        <source>The desktop has a tray, of the kind XEmbed.</source>
        <translation>Η επιφάνεια εργασίας έχει περιοχή ειδοποιήσεων, τύπου XEmbed.</translation>
    </message>
    <message>
        <source>The desktop has no program for files of the kind {named}.</source>
        <translation>Η επιφάνεια εργασίας δεν έχει πρόγραμμα για αρχεία τύπου {named}.</translation>
    </message>
    <message>
        <source>The desktop has no tray: closing the window ends Ringodesk.</source>
        <translation>Η επιφάνεια εργασίας δεν έχει περιοχή ειδοποιήσεων: το κλείσιμο του παραθύρου τερματίζει το Ringodesk.</translation>
    </message>
    <message>
        <source>The desktop portal is missing, which opens files and links for a program in a sandbox.</source>
        <translation>Λείπει η πύλη της επιφάνειας εργασίας (desktop portal), που ανοίγει αρχεία και συνδέσμους για ένα απομονωμένο πρόγραμμα.</translation>
    </message>
    <message>
        <source>The desktop portal opens them.</source>
        <translation>Τα ανοίγει η πύλη της επιφάνειας εργασίας (desktop portal).</translation>
    </message>
    <message>
        <source>The desktop&apos;s session bus does not answer, and no tray of the older kind is there.</source>
        <translation>Ο δίαυλος συνεδρίας της επιφάνειας εργασίας δεν απαντά, και δεν υπάρχει περιοχή ειδοποιήσεων του παλιότερου τύπου.</translation>
    </message>
    <message>
        <source>The disk cannot be asked ({errno}).</source>
        <translation>Δεν μπορεί να ελεγχθεί ο δίσκος ({errno}).</translation>
    </message>
    <message>
        <source>The disk that holds {path} cannot be used: choose a local one with --home.</source>
        <translation>Ο δίσκος με το {path} δεν μπορεί να χρησιμοποιηθεί: επιλέξτε έναν τοπικό με --home.</translation>
    </message>
    <message>
        <source>The disk that holds {path} has a fault ({error}).</source>
        <translation>Ο δίσκος με το {path} έχει βλάβη ({error}).</translation>
    </message>
    <message>
        <source>The disk that holds {path} is full or failing: nothing of this was kept.</source>
        <translation>Ο δίσκος με το {path} είναι γεμάτος ή χαλάει: τίποτα από αυτά δεν διατηρήθηκε.</translation>
    </message>
    <message>
        <source>The disk that holds {path} is full. Free some space and try again.</source>
        <translation>Ο δίσκος με το {path} είναι γεμάτος. Ελευθερώστε χώρο και δοκιμάστε ξανά.</translation>
    </message>
    <message>
        <source>The duration is missing: whole seconds, or minutes and seconds as 2:30.</source>
        <translation>Λείπει η διάρκεια: ακέραια δευτερόλεπτα, ή λεπτά και δευτερόλεπτα όπως 2:30.</translation>
    </message>
    <message>
        <source>The duration {text} cannot be read: write whole seconds, 2:30 or 1:05:10.</source>
        <translation>Η διάρκεια {text} δεν διαβάζεται: γράψτε ακέραια δευτερόλεπτα, 2:30 ή 1:05:10.</translation>
    </message>
    <message>
        <source>The file comes too slowly; it was given up. Try again later.</source>
        <translation>Το αρχείο έρχεται πολύ αργά· η λήψη εγκαταλείφθηκε. Δοκιμάστε αργότερα.</translation>
    </message>
    <message>
        <source>The file holds one JSON array. Write one object a line instead, without brackets and commas.</source>
        <translation>Το αρχείο περιέχει έναν πίνακα JSON. Γράψτε αντ’ αυτού ένα αντικείμενο ανά γραμμή, χωρίς αγκύλες και κόμματα.</translation>
    </message>
    <message>
        <source>The file in this message is damaged: it cannot be decoded.</source>
        <translation>Το αρχείο σε αυτό το μήνυμα είναι κατεστραμμένο: δεν αποκωδικοποιείται.</translation>
    </message>
    <message>
        <source>The file is larger than the limit of {limit_bytes} MB; it was not kept.</source>
        <translation>Το αρχείο ξεπερνά το όριο των {limit_bytes} MB· δεν διατηρήθηκε.</translation>
    </message>
    <message>
        <source>The file is no longer there (HTTP {status}).</source>
        <translation>Το αρχείο δεν υπάρχει πια (HTTP {status}).</translation>
    </message>
    <message>
        <source>The file lies on another server than the account&apos;s; it is fetched only when asked for.</source>
        <translation>Το αρχείο βρίσκεται σε άλλον διακομιστή από του λογαριασμού· κατεβαίνει μόνο αν ζητηθεί.</translation>
    </message>
    <message>
        <source>The file {path} belongs to another program. Name another folder with --home.</source>
        <translation>Το αρχείο {path} ανήκει σε άλλο πρόγραμμα. Ορίστε άλλον φάκελο με --home.</translation>
    </message>
    <message>
        <source>The file {path} is not a Ringodesk database, or it is damaged. Move it away, or restore a backup.</source>
        <translation>Το αρχείο {path} δεν είναι βάση δεδομένων του Ringodesk ή είναι κατεστραμμένο. Μετακινήστε το ή επαναφέρετε αντίγραφο ασφαλείας.</translation>
    </message>
    <message>
        <source>The file&apos;s link holds a user name or password; it is not fetched.</source>
        <translation>Ο σύνδεσμος του αρχείου περιέχει όνομα χρήστη ή κωδικό· δεν γίνεται λήψη.</translation>
    </message>
    <message>
        <source>The file&apos;s link is no web address (https); it is not fetched.</source>
        <translation>Ο σύνδεσμος του αρχείου δεν είναι διεύθυνση ιστού (https)· δεν γίνεται λήψη.</translation>
    </message>
    <message>
        <source>The file&apos;s link is not protected (http, not https); it is not fetched.</source>
        <translation>Ο σύνδεσμος του αρχείου δεν είναι προστατευμένος (http, όχι https)· δεν γίνεται λήψη.</translation>
    </message>
    <message>
        <source>The file&apos;s link leads into a private network ({host}); it is not fetched.</source>
        <translation>Ο σύνδεσμος του αρχείου οδηγεί σε ιδιωτικό δίκτυο ({host})· δεν γίνεται λήψη.</translation>
    </message>
    <message>
        <source>The file&apos;s link redirects more than {MAX_REDIRECTS} times.</source>
        <translation>Ο σύνδεσμος του αρχείου ανακατευθύνει πάνω από {MAX_REDIRECTS} φορές.</translation>
    </message>
    <message>
        <source>The file&apos;s path cannot be used.</source>
        <translation>Η διαδρομή του αρχείου δεν μπορεί να χρησιμοποιηθεί.</translation>
    </message>
    <message>
        <source>The file&apos;s server failed (HTTP {status}). Try again later.</source>
        <translation>Ο διακομιστής του αρχείου απέτυχε (HTTP {status}). Δοκιμάστε αργότερα.</translation>
    </message>
    <message>
        <source>The file&apos;s type</source>
        <translation>Ο τύπος του αρχείου</translation>
    </message>
    <message>
        <source>The first line must name the columns; {names} {missing} missing. It has: {found}.</source>
        <translation>Η πρώτη γραμμή πρέπει να ονομάζει τις στήλες· λείπουν: {names} ({missing}). Έχει: {found}.</translation>
    </message>
    <message>
        <source>The folder {filename} cannot be used: what lies there is no folder. Move it away, or name another home with --home or RINGODESK_HOME.</source>
        <translation>Ο φάκελος {filename} δεν μπορεί να χρησιμοποιηθεί: αυτό που βρίσκεται εκεί δεν είναι φάκελος. Μετακίνησέ το ή δώσε άλλον με --home ή RINGODESK_HOME.</translation>
    </message>
    <message>
        <source>The folder {folder} belongs to another user ({owner}). Start Ringodesk as that user, or name another folder with --home or RINGODESK_HOME.</source>
        <translation>Ο φάκελος {folder} ανήκει σε άλλον χρήστη ({owner}). Εκκινήστε το Ringodesk ως εκείνος ο χρήστης ή ορίστε άλλον φάκελο με --home ή RINGODESK_HOME.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used ({errno}). Name another with --home or RINGODESK_HOME.</source>
        <translation>Ο φάκελος {folder} δεν μπορεί να χρησιμοποιηθεί ({errno}). Ορίστε άλλον με --home ή RINGODESK_HOME.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used for ngrok ({errno}).</source>
        <translation>Ο φάκελος {folder} δεν μπορεί να χρησιμοποιηθεί για το ngrok ({errno}).</translation>
    </message>
    <message>
        <source>The home cannot be looked at ({errno}).</source>
        <translation>Ο φάκελος δεν μπορεί να ελεγχθεί ({errno}).</translation>
    </message>
    <message>
        <source>The icon is switched off.</source>
        <translation>Το εικονίδιο είναι απενεργοποιημένο.</translation>
    </message>
    <message>
        <source>The key store could not be opened. Log in to the desktop again or unlock it, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation>Η κλειδοθήκη δεν άνοιξε. Συνδεθείτε ξανά στην επιφάνεια εργασίας ή ξεκλειδώστε την, ή ορίστε το RINGODESK_API_KEY για να χρησιμοποιηθεί ένα κλειδί σε μία διεργασία χωρίς αποθήκευση.</translation>
    </message>
    <message>
        <source>The key store did not answer within {timeout_s} seconds. Look for its password prompt, unlock it and try again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation>Η κλειδοθήκη δεν απάντησε σε {timeout_s} δευτερόλεπτα. Βρείτε το παράθυρο του κωδικού της, ξεκλειδώστε την και δοκιμάστε ξανά, ή ορίστε το RINGODESK_API_KEY για να χρησιμοποιηθεί ένα κλειδί σε μία διεργασία χωρίς αποθήκευση.</translation>
    </message>
    <message>
        <source>The key store did not keep what was saved. Try again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation>Η κλειδοθήκη δεν κράτησε ό,τι αποθηκεύτηκε. Δοκιμάστε ξανά, ή ορίστε το RINGODESK_API_KEY για να χρησιμοποιηθεί ένα κλειδί σε μία διεργασία χωρίς αποθήκευση.</translation>
    </message>
    <message>
        <source>The key store did not remove the key. Remove it with the desktop&apos;s own key manager.</source>
        <translation>Η κλειδοθήκη δεν αφαίρεσε το κλειδί. Αφαιρέστε το με τη διαχείριση κλειδιών της επιφάνειας εργασίας.</translation>
    </message>
    <message>
        <source>The key store failed ({name}). Try again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation>Η κλειδοθήκη απέτυχε ({name}). Δοκιμάστε ξανά, ή ορίστε το RINGODESK_API_KEY για να χρησιμοποιηθεί ένα κλειδί σε μία διεργασία χωρίς αποθήκευση.</translation>
    </message>
    <message>
        <source>The key store has not answered yet. If it shows a password prompt, unlock it there. What you send meanwhile is kept, and goes out then.</source>
        <translation>Η κλειδοθήκη δεν απάντησε ακόμη. Αν ζητά κωδικό, ξεκλειδώστε την εκεί. Ό,τι στείλετε στο μεταξύ φυλάσσεται και θα φύγει τότε.</translation>
    </message>
    <message>
        <source>The key store in use ({name}) writes keys to a readable file, so it is not used. Install gnome-keyring or KWallet, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation>Η κλειδοθήκη σε χρήση ({name}) γράφει κλειδιά σε αναγνώσιμο αρχείο, οπότε δεν χρησιμοποιείται. Εγκαταστήστε gnome-keyring ή KWallet, ή ορίστε το RINGODESK_API_KEY για να χρησιμοποιηθεί ένα κλειδί σε μία διεργασία χωρίς αποθήκευση.</translation>
    </message>
    <message>
        <source>The key store is locked. Unlock it and try again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation>Η κλειδοθήκη είναι κλειδωμένη. Ξεκλειδώστε την και δοκιμάστε ξανά, ή ορίστε το RINGODESK_API_KEY για να χρησιμοποιηθεί ένα κλειδί σε μία διεργασία χωρίς αποθήκευση.</translation>
    </message>
    <message>
        <source>The key store refused to answer. Let Ringodesk use it and try again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation>Η κλειδοθήκη αρνήθηκε να απαντήσει. Επιτρέψτε στο Ringodesk να τη χρησιμοποιεί και δοκιμάστε ξανά, ή ορίστε το RINGODESK_API_KEY για να χρησιμοποιηθεί ένα κλειδί σε μία διεργασία χωρίς αποθήκευση.</translation>
    </message>
    <message>
        <source>The key store refused to remove the key. Unlock it and try again.</source>
        <translation>Η κλειδοθήκη αρνήθηκε να αφαιρέσει το κλειδί. Ξεκλειδώστε την και δοκιμάστε ξανά.</translation>
    </message>
    <message>
        <source>The key store refused to save. Unlock it and try again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation>Η κλειδοθήκη αρνήθηκε να αποθηκεύσει. Ξεκλειδώστε την και δοκιμάστε ξανά, ή ορίστε το RINGODESK_API_KEY για να χρησιμοποιηθεί ένα κλειδί σε μία διεργασία χωρίς αποθήκευση.</translation>
    </message>
    <message>
        <source>The last one came on {latest_at}.</source>
        <translation>Η τελευταία ήρθε στις {latest_at}.</translation>
    </message>
    <message>
        <source>The link</source>
        <translation>Ο σύνδεσμος</translation>
    </message>
    <message>
        <source>The link must be a whole web address: it begins with https:// and has no spaces in it.</source>
        <translation>Ο σύνδεσμος πρέπει να είναι ολόκληρη διεύθυνση ιστού: αρχίζει με https:// και δεν έχει κενά.</translation>
    </message>
    <message>
        <source>The lock file {path} cannot be made ({errno}): check that its folder is yours.</source>
        <translation>Το αρχείο κλειδώματος {path} δεν δημιουργείται ({errno}): ελέγξτε ότι ο φάκελός του είναι δικός σας.</translation>
    </message>
    <message>
        <source>The log of the database {path} is in use and could not be emptied yet.</source>
        <translation>Το αρχείο καταγραφής της βάσης δεδομένων {path} χρησιμοποιείται και δεν άδειασε ακόμη.</translation>
    </message>
    <message>
        <source>The message</source>
        <translation>Το μήνυμα</translation>
    </message>
    <message>
        <source>The message is empty. Write something first.</source>
        <translation>Το μήνυμα είναι κενό. Γράψτε πρώτα κάτι.</translation>
    </message>
    <message>
        <source>The name {host} is not known. Check the network connection.</source>
        <translation>Το όνομα {host} δεν είναι γνωστό. Ελέγξτε τη σύνδεση δικτύου.</translation>
    </message>
    <message>
        <source>The name {host} is not known. Check the network connection. {check}</source>
        <translation>Το όνομα {host} δεν είναι γνωστό. Ελέγξτε τη σύνδεση δικτύου. {check}</translation>
    </message>
    <message>
        <source>The name {host} leads nowhere.</source>
        <translation>Το όνομα {host} δεν οδηγεί πουθενά.</translation>
    </message>
    <message>
        <source>The new text is empty. To take the message back, delete it.</source>
        <translation>Το νέο κείμενο είναι κενό. Για να ανακαλέσετε το μήνυμα, διαγράψτε το.</translation>
    </message>
    <message>
        <source>The ngrok account already runs as many agents as it may. Stop ngrok on the other machine (dashboard.ngrok.com/agents lists them); Ringodesk tries again by itself.</source>
        <translation>Ο λογαριασμός ngrok εκτελεί ήδη όσους agents επιτρέπεται. Σταματήστε το ngrok στον άλλο υπολογιστή (δείτε dashboard.ngrok.com/agents)· το Ringodesk δοκιμάζει ξανά μόνο του.</translation>
    </message>
    <message>
        <source>The ngrok account has used up its requests for this month. No notification arrives before the next month. Upgrade it at dashboard.ngrok.com/billing, or use a public URL of your own.</source>
        <translation>Ο λογαριασμός ngrok εξάντλησε τα αιτήματα αυτού του μήνα. Καμία ειδοποίηση δεν φτάνει πριν από τον επόμενο μήνα. Αναβαθμίστε στο dashboard.ngrok.com/billing ή χρησιμοποιήστε δικό σας δημόσιο URL.</translation>
    </message>
    <message>
        <source>The ngrok account has used up its traffic for this month. No notification arrives before the next month. Upgrade it at dashboard.ngrok.com/billing, or use a public URL of your own.</source>
        <translation>Ο λογαριασμός ngrok εξάντλησε τον όγκο δεδομένων αυτού του μήνα. Καμία ειδοποίηση δεν φτάνει πριν από τον επόμενο μήνα. Αναβαθμίστε στο dashboard.ngrok.com/billing ή χρησιμοποιήστε δικό σας δημόσιο URL.</translation>
    </message>
    <message>
        <source>The ngrok account&apos;s plan does not include a domain of one&apos;s own. Look it up at dashboard.ngrok.com/domains and correct it in the set-up.</source>
        <translation>Το πρόγραμμα του λογαριασμού ngrok δεν περιλαμβάνει δικό σας domain. Δείτε το στο dashboard.ngrok.com/domains και διορθώστε το στη ρύθμιση.</translation>
    </message>
    <message>
        <source>The ngrok account&apos;s plan has no domain of that name. Look it up at dashboard.ngrok.com/domains and correct it in the set-up.</source>
        <translation>Το πρόγραμμα του λογαριασμού ngrok δεν έχει domain με αυτό το όνομα. Δείτε το στο dashboard.ngrok.com/domains και διορθώστε το στη ρύθμιση.</translation>
    </message>
    <message>
        <source>The ngrok agent may not open another endpoint on this plan. Close the others and try again.</source>
        <translation>Ο agent του ngrok δεν μπορεί να ανοίξει άλλο endpoint σε αυτό το πρόγραμμα. Κλείστε τα άλλα και δοκιμάστε ξανά.</translation>
    </message>
    <message>
        <source>The ngrok domain belongs to another account. Look it up at dashboard.ngrok.com/domains and correct it in the set-up.</source>
        <translation>Το domain του ngrok ανήκει σε άλλον λογαριασμό. Δείτε το στο dashboard.ngrok.com/domains και διορθώστε το στη ρύθμιση.</translation>
    </message>
    <message>
        <source>The ngrok domain has a character that no domain has. Look it up at dashboard.ngrok.com/domains and correct it in the set-up.</source>
        <translation>Το domain του ngrok έχει χαρακτήρα που δεν έχει κανένα domain. Δείτε το στο dashboard.ngrok.com/domains και διορθώστε το στη ρύθμιση.</translation>
    </message>
    <message>
        <source>The ngrok domain is in use elsewhere: by another computer, or by an agent that has just ended. Stop ngrok there (dashboard.ngrok.com/endpoints says where); Ringodesk tries again by itself.</source>
        <translation>Το domain του ngrok χρησιμοποιείται αλλού: από άλλον υπολογιστή ή από agent που μόλις τερματίστηκε. Σταματήστε εκεί το ngrok (το dashboard.ngrok.com/endpoints λέει πού)· το Ringodesk δοκιμάζει ξανά μόνο του.</translation>
    </message>
    <message>
        <source>The ngrok domain is not a domain. It looks like name.ngrok-free.app; correct it in the set-up.</source>
        <translation>Το domain του ngrok δεν είναι domain. Μοιάζει με name.ngrok-free.app· διορθώστε το στη ρύθμιση.</translation>
    </message>
    <message>
        <source>The ngrok domain is not reserved for this account. Look it up at dashboard.ngrok.com/domains and correct it in the set-up.</source>
        <translation>Το domain του ngrok δεν είναι δεσμευμένο για αυτόν τον λογαριασμό. Δείτε το στο dashboard.ngrok.com/domains και διορθώστε το στη ρύθμιση.</translation>
    </message>
    <message>
        <source>The ngrok program could not be downloaded. {GET_NGROK}</source>
        <translation>Το πρόγραμμα ngrok δεν κατέβηκε. {GET_NGROK}</translation>
    </message>
    <message>
        <source>The ngrok program does not answer any more; it is being replaced.</source>
        <translation>Το πρόγραμμα ngrok δεν απαντά πια· αντικαθίσταται.</translation>
    </message>
    <message>
        <source>The ngrok program does not tell its version.</source>
        <translation>Το πρόγραμμα ngrok δεν λέει την έκδοσή του.</translation>
    </message>
    <message>
        <source>The ngrok program ended by itself.</source>
        <translation>Το πρόγραμμα ngrok τερματίστηκε μόνο του.</translation>
    </message>
    <message>
        <source>The ngrok program has closed the tunnel; it is being opened anew.</source>
        <translation>Το πρόγραμμα ngrok έκλεισε τη σήραγγα· ανοίγει ξανά.</translation>
    </message>
    <message>
        <source>The ngrok program was not found.</source>
        <translation>Το πρόγραμμα ngrok δεν βρέθηκε.</translation>
    </message>
    <message>
        <source>The ngrok program was not found. {GET_NGROK}</source>
        <translation>Το πρόγραμμα ngrok δεν βρέθηκε. {GET_NGROK}</translation>
    </message>
    <message>
        <source>The ngrok token has characters no token has. Copy it again from dashboard.ngrok.com.</source>
        <translation>Το token του ngrok έχει χαρακτήρες που δεν έχει κανένα token. Αντιγράψτε το ξανά από το dashboard.ngrok.com.</translation>
    </message>
    <message>
        <source>The ngrok token is no longer valid: it was reset or revoked. Copy the token again from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.</source>
        <translation>Το token του ngrok δεν ισχύει πια: έγινε επαναφορά ή ανάκληση. Αντιγράψτε ξανά το token από το dashboard.ngrok.com (Your Authtoken) και αποθηκεύστε το στη ρύθμιση.</translation>
    </message>
    <message>
        <source>The ngrok token is one of ngrok&apos;s first version. Copy the token again from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.</source>
        <translation>Το token του ngrok είναι της πρώτης έκδοσης του ngrok. Αντιγράψτε ξανά το token από το dashboard.ngrok.com (Your Authtoken) και αποθηκεύστε το στη ρύθμιση.</translation>
    </message>
    <message>
        <source>The number of tries must be a whole number, 1 or more; 1 is no retry.</source>
        <translation>Ο αριθμός προσπαθειών πρέπει να είναι ακέραιος, 1 ή μεγαλύτερος· 1 σημαίνει χωρίς επανάληψη.</translation>
    </message>
    <message>
        <source>The organization is missing. Choose it, or give its id or domain.</source>
        <translation>Λείπει ο οργανισμός. Επιλέξτε τον ή δώστε το αναγνωριστικό ή το domain του.</translation>
    </message>
    <message>
        <source>The organization {label} is set up here already. Choose another organization, or change its key and who you are there in the settings.</source>
        <translation>Ο οργανισμός {label} είναι ήδη ρυθμισμένος εδώ. Επιλέξτε άλλον, ή αλλάξτε στις ρυθμίσεις το κλειδί του και το ποιοι είστε εκεί.</translation>
    </message>
    <message>
        <source>The organization&apos;s domain</source>
        <translation>Το domain του οργανισμού</translation>
    </message>
    <message>
        <source>The organization&apos;s id</source>
        <translation>Το αναγνωριστικό του οργανισμού</translation>
    </message>
    <message>
        <source>The organization&apos;s id is needed for this: the API key may not look up the domain {domain}. Copy the id from the portal.</source>
        <translation>Χρειάζεται το αναγνωριστικό του οργανισμού: το κλειδί API δεν μπορεί να αναζητήσει το domain {domain}. Αντιγράψτε το αναγνωριστικό από την πύλη.</translation>
    </message>
    <message>
        <source>The organization&apos;s own Webhook integration called. Paste the URL under Menu, Integrations, API Settings instead: messages come through that one.</source>
        <translation>Κάλεσε το Webhook του οργανισμού. Επικολλήστε το URL στο Menu, Integrations, API Settings: τα μηνύματα έρχονται από εκεί.</translation>
    </message>
    <message>
        <source>The pace must be a number of requests a second, or 0 for no limit.</source>
        <translation>Ο ρυθμός πρέπει να είναι αριθμός αιτημάτων ανά δευτερόλεπτο, ή 0 για κανένα όριο.</translation>
    </message>
    <message>
        <source>The program ended before the answer came.</source>
        <translation>Το πρόγραμμα τερματίστηκε πριν έρθει η απάντηση.</translation>
    </message>
    <message>
        <source>The program xdg-open is missing, which opens files and links.</source>
        <translation>Λείπει το πρόγραμμα xdg-open, που ανοίγει αρχεία και συνδέσμους.</translation>
    </message>
    <message>
        <source>The proxy does not let us through to {host}. Check its settings.</source>
        <translation>Ο proxy δεν μας αφήνει να φτάσουμε στο {host}. Ελέγξτε τις ρυθμίσεις του.</translation>
    </message>
    <message>
        <source>The proxy set up on this machine cannot be used. Check the proxy settings.</source>
        <translation>Ο proxy αυτού του υπολογιστή δεν μπορεί να χρησιμοποιηθεί. Ελέγξτε τις ρυθμίσεις proxy.</translation>
    </message>
    <message>
        <source>The public URL cannot be read. Write it like https://chat.example.com.</source>
        <translation>Το δημόσιο URL δεν διαβάζεται. Γράψτε το όπως https://chat.example.com.</translation>
    </message>
    <message>
        <source>The public URL changed. Paste the new one in the portal (Menu, Integrations, API Settings): until then no notification arrives.</source>
        <translation>Το δημόσιο URL άλλαξε. Επικολλήστε το νέο στην πύλη (Menu, Integrations, API Settings): μέχρι τότε δεν φτάνει καμία ειδοποίηση.</translation>
    </message>
    <message>
        <source>The public URL holds a blank or a character no URL has. Copy it again.</source>
        <translation>Το δημόσιο URL περιέχει κενό ή χαρακτήρα που δεν έχει κανένα URL. Αντιγράψτε το ξανά.</translation>
    </message>
    <message>
        <source>The public URL must begin with https:// and name the host that Ringotel can reach.</source>
        <translation>Το δημόσιο URL πρέπει να αρχίζει με https:// και να έχει όνομα που το Ringotel μπορεί να προσεγγίσει.</translation>
    </message>
    <message>
        <source>The public URL must not carry a user name, a query or a fragment.</source>
        <translation>Το δημόσιο URL δεν πρέπει να έχει όνομα χρήστη, ερώτημα ή τμήμα.</translation>
    </message>
    <message>
        <source>The receiver cannot listen on port {port}: choose another port for receiving, or 0 for any.</source>
        <translation>Δεν γίνεται λήψη στη θύρα {port}: επιλέξτε άλλη θύρα για λήψη, ή 0 για οποιαδήποτε.</translation>
    </message>
    <message>
        <source>The receiver listens on this machine only (127.0.0.1), not on {host}.</source>
        <translation>Η λήψη γίνεται μόνο σε αυτόν τον υπολογιστή (127.0.0.1), όχι στο {host}.</translation>
    </message>
    <message>
        <source>The receiver&apos;s secret path needs at least 32 letters, digits, &apos;-&apos; or &apos;_&apos;.</source>
        <translation>Η μυστική διαδρομή λήψης χρειάζεται τουλάχιστον 32 γράμματα, ψηφία, &apos;-&apos; ή &apos;_&apos;.</translation>
    </message>
    <message>
        <source>The recipient&apos;s extension</source>
        <translation>Το εσωτερικό του παραλήπτη</translation>
    </message>
    <message>
        <source>The recipient&apos;s user id</source>
        <translation>Το αναγνωριστικό χρήστη του παραλήπτη</translation>
    </message>
    <message>
        <source>The request to {host} failed.</source>
        <translation>Το αίτημα προς το {host} απέτυχε.</translation>
    </message>
    <message>
        <source>The same number or sender id is named twice. Remove one of the two.</source>
        <translation>Ο ίδιος αριθμός ή αναγνωριστικό αποστολέα δίνεται δύο φορές. Αφαιρέστε ένα από τα δύο.</translation>
    </message>
    <message>
        <source>The sender id</source>
        <translation>Το αναγνωριστικό αποστολέα</translation>
    </message>
    <message>
        <source>The sender id is missing. Say which to write as.</source>
        <translation>Λείπει το αναγνωριστικό αποστολέα. Δηλώστε ως ποιο γράφετε.</translation>
    </message>
    <message>
        <source>The sender&apos;s mail address</source>
        <translation>Η διεύθυνση email του αποστολέα</translation>
    </message>
    <message>
        <source>The sender&apos;s name</source>
        <translation>Το όνομα του αποστολέα</translation>
    </message>
    <message>
        <source>The sender&apos;s phone number</source>
        <translation>Ο αριθμός τηλεφώνου του αποστολέα</translation>
    </message>
    <message>
        <source>The server accepts the key.</source>
        <translation>Ο διακομιστής δέχεται το κλειδί.</translation>
    </message>
    <message>
        <source>The server answered with {sort} instead of JSON (HTTP {status}). Check the API URL.</source>
        <translation>Ο διακομιστής απάντησε με {sort} αντί για JSON (HTTP {status}). Ελέγξτε το URL του API.</translation>
    </message>
    <message>
        <source>The server answered with {sort} instead of JSON (HTTP {status}). It may be down for a while; if this stays, check the API URL.</source>
        <translation>Ο διακομιστής απάντησε με {sort} αντί για JSON (HTTP {status}). Ίσως είναι για λίγο εκτός· αν συνεχιστεί, ελέγξτε το URL του API.</translation>
    </message>
    <message>
        <source>The server did not accept the API key the last time it was asked. Enter the one that is valid.</source>
        <translation>Ο διακομιστής δεν δέχτηκε το κλειδί API την τελευταία φορά. Εισαγάγετε αυτό που ισχύει.</translation>
    </message>
    <message>
        <source>The server did not say which chat it opened. Look in Ringotel before you repeat it.</source>
        <translation>Ο διακομιστής δεν είπε ποια συνομιλία άνοιξε. Δείτε στο Ringotel πριν το επαναλάβετε.</translation>
    </message>
    <message>
        <source>The server does not give the file to us (HTTP {status}).</source>
        <translation>Ο διακομιστής δεν μας δίνει το αρχείο (HTTP {status}).</translation>
    </message>
    <message>
        <source>The server failed (HTTP {status}). It may be down for a while.</source>
        <translation>Ο διακομιστής απέτυχε (HTTP {status}). Ίσως είναι για λίγο εκτός.</translation>
    </message>
    <message>
        <source>The server failed (HTTP {status}): {words}</source>
        <translation>Ο διακομιστής απέτυχε (HTTP {status}): {words}</translation>
    </message>
    <message>
        <source>The server forbids this (HTTP 403) with a web page: the API key is not allowed to do it, or a firewall or proxy on the way blocks it. Check the API URL.</source>
        <translation>Ο διακομιστής το απαγορεύει (HTTP 403) με μια ιστοσελίδα: το κλειδί API δεν έχει το δικαίωμα, ή το εμποδίζει ένα τείχος προστασίας ή proxy. Ελέγξτε το URL του API.</translation>
    </message>
    <message>
        <source>The server has no file to give (HTTP {status}).</source>
        <translation>Ο διακομιστής δεν έχει αρχείο να δώσει (HTTP {status}).</translation>
    </message>
    <message>
        <source>The server refused (HTTP {status}) and gave no reason.</source>
        <translation>Ο διακομιστής αρνήθηκε (HTTP {status}) χωρίς να δώσει λόγο.</translation>
    </message>
    <message>
        <source>The server refused with {sort} instead of JSON (HTTP {status}). The API URL may be wrong.</source>
        <translation>Ο διακομιστής αρνήθηκε με {sort} αντί για JSON (HTTP {status}). Το URL του API ίσως είναι λάθος.</translation>
    </message>
    <message>
        <source>The server says this is too large (HTTP 413). Send a smaller file, or a link to it.</source>
        <translation>Ο διακομιστής λέει ότι είναι πολύ μεγάλο (HTTP 413). Στείλτε μικρότερο αρχείο ή σύνδεσμο προς αυτό.</translation>
    </message>
    <message>
        <source>The server sends us to another address{host} (HTTP {status}), where the API key is not sent. Check the API URL.</source>
        <translation>Ο διακομιστής μας στέλνει σε άλλη διεύθυνση{host} (HTTP {status}), όπου το κλειδί API δεν στέλνεται. Ελέγξτε το URL του API.</translation>
    </message>
    <message>
        <source>The server&apos;s answer has no result in it (HTTP {status}). Check the API URL.</source>
        <translation>Η απάντηση του διακομιστή δεν έχει αποτέλεσμα (HTTP {status}). Ελέγξτε το URL του API.</translation>
    </message>
    <message>
        <source>The server&apos;s list of {what} cannot be read. Check the API URL.</source>
        <translation>Η λίστα του διακομιστή ({what}) δεν διαβάζεται. Ελέγξτε το URL του API.</translation>
    </message>
    <message>
        <source>The setting {name} does not take {value} as its value.</source>
        <translation>Η ρύθμιση {name} δεν δέχεται το {value} ως τιμή της.</translation>
    </message>
    <message>
        <source>The settings file {path} cannot be read ({said}). Make it yours again, or move it away.</source>
        <translation>Το αρχείο ρυθμίσεων {path} δεν μπορεί να διαβαστεί ({said}). Κάντε το ξανά δικό σας ή μετακινήστε το.</translation>
    </message>
    <message>
        <source>The settings file {path} cannot be used: what lies there is no file. Move it away.</source>
        <translation>Το αρχείο ρυθμίσεων {path} δεν μπορεί να χρησιμοποιηθεί: αυτό που βρίσκεται εκεί δεν είναι αρχείο. Μετακινήστε το.</translation>
    </message>
    <message>
        <source>The system has a place for icons.</source>
        <translation>Το σύστημα έχει θέση για εικονίδια.</translation>
    </message>
    <message>
        <source>The system keeps others out of it.</source>
        <translation>Το σύστημα κρατά τους άλλους έξω.</translation>
    </message>
    <message>
        <source>The system opens them.</source>
        <translation>Τα ανοίγει το σύστημα.</translation>
    </message>
    <message>
        <source>The time {at} has no time zone. Say which: for instance tzinfo=UTC.</source>
        <translation>Η ώρα {at} δεν έχει ζώνη ώρας. Δηλώστε ποια: για παράδειγμα tzinfo=UTC.</translation>
    </message>
    <message>
        <source>The time {at} is before September 2001. Check its date, and that seconds were not taken for milliseconds.</source>
        <translation>Η ώρα {at} είναι πριν από τον Σεπτέμβριο του 2001. Ελέγξτε την ημερομηνία και μήπως δόθηκαν δευτερόλεπτα αντί για χιλιοστά.</translation>
    </message>
    <message>
        <source>The time {at} lies in the future. Check its date, its time zone and its unit.</source>
        <translation>Η ώρα {at} είναι στο μέλλον. Ελέγξτε την ημερομηνία, τη ζώνη ώρας και τη μονάδα.</translation>
    </message>
    <message>
        <source>The time {value} is negative. Give milliseconds since 1970.</source>
        <translation>Η ώρα {value} είναι αρνητική. Δώστε χιλιοστά δευτερολέπτου από το 1970.</translation>
    </message>
    <message>
        <source>The time {value} is no whole number. Give milliseconds since 1970, without a fraction.</source>
        <translation>Η ώρα {value} δεν είναι ακέραιος. Δώστε χιλιοστά δευτερολέπτου από το 1970, χωρίς δεκαδικά.</translation>
    </message>
    <message>
        <source>The time {value} lies in the future. Give milliseconds since 1970, not microseconds.</source>
        <translation>Η ώρα {value} είναι στο μέλλον. Δώστε χιλιοστά δευτερολέπτου από το 1970, όχι εκατομμυριοστά.</translation>
    </message>
    <message>
        <source>The time {value} looks like seconds: as milliseconds it is before September 2001. Multiply it by 1000.</source>
        <translation>Η ώρα {value} μοιάζει με δευτερόλεπτα: ως χιλιοστά είναι πριν από τον Σεπτέμβριο του 2001. Πολλαπλασιάστε με 1000.</translation>
    </message>
    <message>
        <source>The tunnel could not be opened; the log says why.</source>
        <translation>Η σήραγγα δεν άνοιξε· το αρχείο καταγραφής λέει γιατί.</translation>
    </message>
    <message>
        <source>The tunnel is not open.</source>
        <translation>Η σήραγγα δεν είναι ανοιχτή.</translation>
    </message>
    <message>
        <source>The tunnel was closed while it was being opened.</source>
        <translation>Η σήραγγα έκλεισε ενώ άνοιγε.</translation>
    </message>
    <message>
        <source>The tunnel&apos;s program hangs; it is being replaced.</source>
        <translation>Το πρόγραμμα της σήραγγας κόλλησε· αντικαθίσταται.</translation>
    </message>
    <message>
        <source>The waits between tries must be numbers of seconds, 0 or more.</source>
        <translation>Οι αναμονές ανάμεσα στις προσπάθειες πρέπει να είναι αριθμοί δευτερολέπτων, 0 ή περισσότερα.</translation>
    </message>
    <message>
        <source>The {what}&apos;s id</source>
        <translation>Το αναγνωριστικό ({what})</translation>
    </message>
    <message>
        <source>There are chats with this number or sender id, so it stays.</source>
        <translation>Υπάρχουν συνομιλίες με αυτόν τον αριθμό ή αναγνωριστικό αποστολέα, οπότε μένει.</translation>
    </message>
    <message>
        <source>There are dictionaries for {spelling}.</source>
        <translation>Υπάρχουν λεξικά για {spelling}.</translation>
    </message>
    <message>
        <source>There are more than {MOST_RECORDS} messages in the file. Split it.</source>
        <translation>Το αρχείο έχει πάνω από {MOST_RECORDS} μηνύματα. Χωρίστε το.</translation>
    </message>
    <message>
        <source>There are too many brackets in each other.</source>
        <translation>Υπάρχουν πάρα πολλές αγκύλες η μία μέσα στην άλλη.</translation>
    </message>
    <message>
        <source>There is no API at this address (HTTP {status}). Check the API URL.</source>
        <translation>Δεν υπάρχει API σε αυτή τη διεύθυνση (HTTP {status}). Ελέγξτε το URL του API.</translation>
    </message>
    <message>
        <source>There is no chat with “{name}”. Give an extension, or a part of a name.</source>
        <translation>Δεν υπάρχει συνομιλία με «{name}». Δώστε εσωτερικό ή μέρος ονόματος.</translation>
    </message>
    <message>
        <source>There is no display here: ask once more from a terminal on the desktop.</source>
        <translation>Εδώ δεν υπάρχει οθόνη: ρώτησε ξανά από ένα τερματικό στην επιφάνεια εργασίας.</translation>
    </message>
    <message>
        <source>There is no filter “{name}:”. Filters are {one}; put it in quotes to search for the words.</source>
        <translation>Δεν υπάρχει φίλτρο «{name}:». Φίλτρα είναι {one}· βάλτε το σε εισαγωγικά για να αναζητήσετε τις λέξεις.</translation>
    </message>
    <message>
        <source>There is no folder {parent}. Make it, or name another place.</source>
        <translation>Δεν υπάρχει φάκελος {parent}. Δημιουργήστε τον ή ορίστε άλλη θέση.</translation>
    </message>
    <message>
        <source>There is no key store to keep the key in. Install one (on Debian: gnome-keyring or kwalletmanager) and log in to the desktop again, or set RINGODESK_API_KEY to use a key for one process without storing it.</source>
        <translation>Δεν υπάρχει κλειδοθήκη για το κλειδί. Εγκαταστήστε μία (σε Debian: gnome-keyring ή kwalletmanager) και συνδεθείτε ξανά στην επιφάνεια εργασίας, ή ορίστε το RINGODESK_API_KEY για να χρησιμοποιηθεί ένα κλειδί σε μία διεργασία χωρίς αποθήκευση.</translation>
    </message>
    <message>
        <source>There is no message in the file.</source>
        <translation>Δεν υπάρχει μήνυμα στο αρχείο.</translation>
    </message>
    <message>
        <source>There is no ngrok token.</source>
        <translation>Δεν υπάρχει διακριτικό ngrok.</translation>
    </message>
    <message>
        <source>There is no ngrok token. Copy it from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.</source>
        <translation>Δεν υπάρχει token του ngrok. Αντιγράψτε το από το dashboard.ngrok.com (Your Authtoken) και αποθηκεύστε το στη ρύθμιση.</translation>
    </message>
    <message>
        <source>There is no program at {named}. {GET_NGROK}</source>
        <translation>Δεν υπάρχει πρόγραμμα στο {named}. {GET_NGROK}</translation>
    </message>
    <message>
        <source>There is no session with {title} yet, and a sender id cannot open one. Wait until they have written.</source>
        <translation>Δεν υπάρχει ακόμη συνεδρία με {title} και ένα αναγνωριστικό αποστολέα δεν μπορεί να ανοίξει. Περιμένετε να σας γράψουν.</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>Δεν υπάρχει ακόμη.</translation>
    </message>
    <message>
        <source>There is nothing in the file.</source>
        <translation>Δεν υπάρχει τίποτα στο αρχείο.</translation>
    </message>
    <message>
        <source>There is nothing to export: no message is here yet.</source>
        <translation>Δεν υπάρχει κάτι για εξαγωγή: δεν υπάρχει ακόμη μήνυμα εδώ.</translation>
    </message>
    <message>
        <source>There is nothing to send: the message is empty.</source>
        <translation>Δεν υπάρχει κάτι για αποστολή: το μήνυμα είναι κενό.</translation>
    </message>
    <message>
        <source>There is something behind the last brace.</source>
        <translation>Υπάρχει κάτι μετά την τελευταία αγκύλη.</translation>
    </message>
    <message>
        <source>They are switched off.</source>
        <translation>Είναι απενεργοποιημένες.</translation>
    </message>
    <message>
        <source>They can be read.</source>
        <translation>Διαβάζονται.</translation>
    </message>
    <message>
        <source>They come afterwards; the settings have the hours.</source>
        <translation>Έρχονται μετά· οι ώρες είναι στις ρυθμίσεις.</translation>
    </message>
    <message>
        <source>They were written while Ringotel could not reach this computer: ask what the message said.</source>
        <translation>Γράφτηκαν όσο το Ringotel δεν μπορούσε να φτάσει σε αυτόν τον υπολογιστή: ρώτησε τι έλεγε το μήνυμα.</translation>
    </message>
    <message>
        <source>This account is not set up any more.</source>
        <translation>Αυτός ο λογαριασμός δεν είναι πια ρυθμισμένος.</translation>
    </message>
    <message>
        <source>This chat&apos;s account was removed. To write here, set it up again in the settings.</source>
        <translation>Ο λογαριασμός αυτής της συνομιλίας αφαιρέθηκε. Για να γράψετε εδώ, ρυθμίστε τον ξανά.</translation>
    </message>
    <message>
        <source>This computer has no network connection.</source>
        <translation>Αυτός ο υπολογιστής δεν έχει σύνδεση δικτύου.</translation>
    </message>
    <message>
        <source>This computer has no network connection. What you send waits, and goes out when there is one again.</source>
        <translation>Αυτός ο υπολογιστής δεν έχει σύνδεση δικτύου. Ό,τι στέλνετε περιμένει και φεύγει μόλις υπάρξει ξανά σύνδεση.</translation>
    </message>
    <message>
        <source>This computer was asleep; the tunnel is being opened anew.</source>
        <translation>Αυτός ο υπολογιστής ήταν σε αναστολή· η σήραγγα ανοίγει ξανά.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {span} ahead of the server&apos;s.</source>
        <translation>Το ρολόι αυτού του υπολογιστή είναι {span} μπροστά από του διακομιστή.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {span} ahead of when it was last known to be right.</source>
        <translation>Το ρολόι αυτού του υπολογιστή είναι {span} μπροστά από την τελευταία φορά που ήταν σίγουρα σωστό.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {span} behind the server&apos;s.</source>
        <translation>Το ρολόι αυτού του υπολογιστή είναι {span} πίσω από του διακομιστή.</translation>
    </message>
    <message>
        <source>This contact has no extension, and a number can only write to extensions.</source>
        <translation>Αυτή η επαφή δεν έχει εσωτερικό, και ένας αριθμός γράφει μόνο σε εσωτερικά.</translation>
    </message>
    <message>
        <source>This contact has no user id, and a sender id can only write to user ids.</source>
        <translation>Αυτή η επαφή δεν έχει αναγνωριστικό χρήστη, και ένα αναγνωριστικό αποστολέα γράφει μόνο σε τέτοια.</translation>
    </message>
    <message>
        <source>This contact is not known any more.</source>
        <translation>Αυτή η επαφή δεν είναι πια γνωστή.</translation>
    </message>
    <message>
        <source>This desktop shows no tray icons now, so closing the window ends Ringodesk.</source>
        <translation>Η επιφάνεια εργασίας δεν δείχνει τώρα εικονίδια στην περιοχή ειδοποιήσεων, οπότε το κλείσιμο του παραθύρου τερματίζει το Ringodesk.</translation>
    </message>
    <message>
        <source>This is no link that Ringodesk knows: {link}.</source>
        <translation>Αυτός δεν είναι σύνδεσμος που γνωρίζει το Ringodesk: {link}.</translation>
    </message>
    <message>
        <source>This is no text in UTF-8.</source>
        <translation>Αυτό δεν είναι κείμενο σε UTF-8.</translation>
    </message>
    <message>
        <source>This is not valid JSON: {words}.</source>
        <translation>Αυτό δεν είναι έγκυρο JSON: {words}.</translation>
    </message>
    <message>
        <source>This key is of {named}, not of {label}. Paste the key of {label2}, or close this and add the other organization as an account of its own in the settings.</source>
        <translation>Αυτό το κλειδί είναι του {named}, όχι του {label}. Επικολλήστε το κλειδί του {label2}, ή κλείστε αυτό και προσθέστε τον άλλον οργανισμό ως δικό του λογαριασμό στις ρυθμίσεις.</translation>
    </message>
    <message>
        <source>This link asks for something that Ringodesk does not know: {action}.</source>
        <translation>Αυτός ο σύνδεσμος ζητά κάτι που το Ringodesk δεν γνωρίζει: {action}.</translation>
    </message>
    <message>
        <source>This link has a line break where there can be none.</source>
        <translation>Αυτός ο σύνδεσμος έχει αλλαγή γραμμής εκεί που δεν επιτρέπεται.</translation>
    </message>
    <message>
        <source>This link has no number: {head}.</source>
        <translation>Αυτός ο σύνδεσμος δεν έχει αριθμό: {head}.</translation>
    </message>
    <message>
        <source>This link holds control characters; it is not opened.</source>
        <translation>Αυτός ο σύνδεσμος περιέχει χαρακτήρες ελέγχου· δεν ανοίγει.</translation>
    </message>
    <message>
        <source>This link is not text in UTF-8.</source>
        <translation>Αυτός ο σύνδεσμος δεν είναι κείμενο σε UTF-8.</translation>
    </message>
    <message>
        <source>This link is too long: {link} characters, where {MOST_CHARACTERS} are the most.</source>
        <translation>Αυτός ο σύνδεσμος είναι πολύ μεγάλος: {link} χαρακτήρες, με όριο τους {MOST_CHARACTERS}.</translation>
    </message>
    <message>
        <source>This link names nobody: an extension or number has {MOST_NAMED} characters at most.</source>
        <translation>Αυτός ο σύνδεσμος δεν ονομάζει κανέναν: ένα εσωτερικό ή αριθμός έχει έως {MOST_NAMED} χαρακτήρες.</translation>
    </message>
    <message>
        <source>This link says twice what its “{name}” is.</source>
        <translation>Αυτός ο σύνδεσμος ορίζει το «{name}» δύο φορές.</translation>
    </message>
    <message>
        <source>This message has no file.</source>
        <translation>Αυτό το μήνυμα δεν έχει αρχείο.</translation>
    </message>
    <message>
        <source>This message is not known.</source>
        <translation>Αυτό το μήνυμα δεν είναι γνωστό.</translation>
    </message>
    <message>
        <source>This message is not uncertain.</source>
        <translation>Αυτό το μήνυμα δεν είναι αβέβαιο.</translation>
    </message>
    <message>
        <source>This message is not waiting to be sent again.</source>
        <translation>Αυτό το μήνυμα δεν περιμένει να σταλεί ξανά.</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>Αυτό το μήνυμα διαγράφηκε.</translation>
    </message>
    <message>
        <source>This ngrok program is too old for the ngrok account. Update it with `ngrok update` or from ngrok.com/download.</source>
        <translation>Αυτό το πρόγραμμα ngrok είναι πολύ παλιό για τον λογαριασμό ngrok. Ενημερώστε το με `ngrok update` ή από το ngrok.com/download.</translation>
    </message>
    <message>
        <source>This ngrok program is too old for the ngrok service. Update it with `ngrok update` or from ngrok.com/download.</source>
        <translation>Αυτό το πρόγραμμα ngrok είναι πολύ παλιό για την υπηρεσία ngrok. Ενημερώστε το με `ngrok update` ή από το ngrok.com/download.</translation>
    </message>
    <message>
        <source>This process</source>
        <translation>Αυτή η διεργασία</translation>
    </message>
    <message>
        <source>This user may not listen on port {port}. Choose a port above 1023 for receiving, or 0 for any.</source>
        <translation>Αυτός ο χρήστης δεν μπορεί να λάβει στη θύρα {port}. Επιλέξτε θύρα πάνω από 1023 για λήψη, ή 0 για οποιαδήποτε.</translation>
    </message>
    <message>
        <source>Too many requests are under way already; this one was not begun.</source>
        <translation>Εκτελούνται ήδη πάρα πολλά αιτήματα· αυτό δεν ξεκίνησε.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Νέα προσπάθεια</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Δοκιμή τώρα</translation>
    </message>
    <message>
        <source>Turn it off in the tray&apos;s menu or in the settings.</source>
        <translation>Απενεργοποιήστε το από το μενού της περιοχής ειδοποιήσεων ή τις ρυθμίσεις.</translation>
    </message>
    <message>
        <source>Two columns mean “{twice}”. The first line has: {found}.</source>
        <translation>Δύο στήλες σημαίνουν «{twice}». Η πρώτη γραμμή έχει: {found}.</translation>
    </message>
    <message>
        <source>Unknown ({state})</source>
        <translation>Άγνωστη ({state})</translation>
    </message>
    <message>
        <source>Update it with `ngrok update` or from ngrok.com/download.</source>
        <translation>Ενημερώστε το με `ngrok update` ή από το ngrok.com/download.</translation>
    </message>
    <message>
        <source>Wait a little</source>
        <translation>Περιμένετε λίγο</translation>
    </message>
    <message>
        <source>Wait {wait_s} seconds</source>
        <translation>Περιμένετε {wait_s} δευτερόλεπτα</translation>
    </message>
    <message>
        <source>We write as {ours}.</source>
        <translation>Γράφουμε ως {ours}.</translation>
    </message>
    <message>
        <source>What came is no notification of Ringotel&apos;s. Check what else calls this URL.</source>
        <translation>Αυτό που ήρθε δεν είναι ειδοποίηση του Ringotel. Ελέγξτε τι άλλο καλεί αυτό το URL.</translation>
    </message>
    <message>
        <source>Whether it was deleted is not known.</source>
        <translation>Δεν είναι γνωστό αν διαγράφηκε.</translation>
    </message>
    <message>
        <source>Whether it was done is not known: look before you repeat it.</source>
        <translation>Δεν είναι γνωστό αν έγινε: ελέγξτε πριν το επαναλάβετε.</translation>
    </message>
    <message>
        <source>Whether the change arrived is not known.</source>
        <translation>Δεν είναι γνωστό αν η αλλαγή έφτασε.</translation>
    </message>
    <message>
        <source>Write another message instead.</source>
        <translation>Γράψε αντί γι&apos; αυτό άλλο μήνυμα.</translation>
    </message>
    <message>
        <source>a cell has more than {MOST_CELL} million characters: a quotation mark may be missing</source>
        <translation>ένα κελί έχει πάνω από {MOST_CELL} εκατομμύρια χαρακτήρες: ίσως λείπει εισαγωγικό</translation>
    </message>
    <message>
        <source>a fragment (#…)</source>
        <translation>τμήμα (#…)</translation>
    </message>
    <message>
        <source>a list, each of it {item_type}</source>
        <translation>μια λίστα, κάθε στοιχείο της {item_type}</translation>
    </message>
    <message>
        <source>a moment, as 2026-03-01T08:00:00Z</source>
        <translation>μια χρονική στιγμή, όπως 2026-03-01T08:00:00Z</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>ένας αριθμός</translation>
    </message>
    <message>
        <source>a query (?…)</source>
        <translation>ερώτημα (?…)</translation>
    </message>
    <message>
        <source>a quotation mark is followed by something that is neither the delimiter nor the end of the line</source>
        <translation>μετά από εισαγωγικό ακολουθεί κάτι που δεν είναι ούτε το διαχωριστικό ούτε το τέλος της γραμμής</translation>
    </message>
    <message>
        <source>a quotation mark that is opened here is never closed</source>
        <translation>ένα εισαγωγικό που ανοίγει εδώ δεν κλείνει ποτέ</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ένα κείμενο</translation>
    </message>
    <message>
        <source>a time of day, as 22:30</source>
        <translation>μια ώρα της ημέρας, όπως 22:30</translation>
    </message>
    <message>
        <source>a user name or password</source>
        <translation>όνομα χρήστη ή κωδικό</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>ιστοσελίδα</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>ένας ακέραιος</translation>
    </message>
    <message>
        <source>an object with</source>
        <translation>ένα αντικείμενο με</translation>
    </message>
    <message>
        <source>another Ringodesk on this home receives</source>
        <translation>λαμβάνει ένα άλλο Ringodesk με αυτόν τον φάκελο</translation>
    </message>
    <message>
        <source>another key</source>
        <translation>άλλο κλειδί</translation>
    </message>
    <message>
        <source>another one than the portal calls</source>
        <translation>άλλο από αυτό που καλεί η πύλη</translation>
    </message>
    <message>
        <source>another value</source>
        <translation>άλλη τιμή</translation>
    </message>
    <message>
        <source>arrive</source>
        <translation>φτάνουν</translation>
    </message>
    <message>
        <source>called by another name</source>
        <translation>κλήση με άλλο όνομα</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>δεν είναι προσβάσιμος</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>συνδεδεμένος</translation>
    </message>
    <message>
        <source>do not disturb</source>
        <translation>μην ενοχλείτε</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>δεν απαντά</translation>
    </message>
    <message>
        <source>does not listen</source>
        <translation>δεν λαμβάνει</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>αλλού</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>οριστικά</translation>
    </message>
    <message>
        <source>from {least} to {most}</source>
        <translation>από {least} έως {most}</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>εγκαταλείφθηκε</translation>
    </message>
    <message>
        <source>is ignored</source>
        <translation>αγνοείται</translation>
    </message>
    <message>
        <source>is ignored no more</source>
        <translation>δεν αγνοείται πια</translation>
    </message>
    <message>
        <source>is over</source>
        <translation>τελείωσε</translation>
    </message>
    <message>
        <source>it belongs to {name}, another account of this home, and is sent to nobody else</source>
        <translation>ανήκει στο {name}, άλλον λογαριασμό εδώ, και δεν στέλνεται σε κανέναν άλλον</translation>
    </message>
    <message>
        <source>it comes from the organization {orgid}, other lines of the file from another. Set up its account here first, or export one account at a time</source>
        <translation>προέρχεται από τον οργανισμό {orgid}, άλλες γραμμές του αρχείου από άλλον. Ρυθμίστε πρώτα εδώ τον λογαριασμό του ή εξάγετε έναν λογαριασμό τη φορά</translation>
    </message>
    <message>
        <source>it is not tried again by itself</source>
        <translation>δεν επαναλαμβάνεται αυτόματα</translation>
    </message>
    <message>
        <source>key store</source>
        <translation>κλειδοθήκη</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>τον προηγούμενο μήνα</translation>
    </message>
    <message>
        <source>last week</source>
        <translation>την προηγούμενη εβδομάδα</translation>
    </message>
    <message>
        <source>leads here</source>
        <translation>οδηγεί εδώ</translation>
    </message>
    <message>
        <source>line {line}: {sentence}</source>
        <translation>γραμμή {line}: {sentence}</translation>
    </message>
    <message>
        <source>listens</source>
        <translation>ακούει</translation>
    </message>
    <message>
        <source>locked screen</source>
        <translation>κλειδωμένη οθόνη</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>ταιριάζει</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>λείπει</translation>
    </message>
    <message>
        <source>more than {MAX_ANSWER_BYTES} bytes</source>
        <translation>πάνω από {MAX_ANSWER_BYTES} byte</translation>
    </message>
    <message>
        <source>needs repair</source>
        <translation>χρειάζεται διόρθωση</translation>
    </message>
    <message>
        <source>neither “from” ({sender}) nor “to” ({recipient}) is a number of ours</source>
        <translation>ούτε το «from» ({sender}) ούτε το «to» ({recipient}) είναι δικός μας αριθμός</translation>
    </message>
    <message>
        <source>next attempt in {delay_s} s</source>
        <translation>επόμενη προσπάθεια σε {delay_s} δ.</translation>
    </message>
    <message>
        <source>ngrok cannot reach the receiver on this machine. Stop and start receiving.</source>
        <translation>Το ngrok δεν φτάνει στη λήψη αυτού του υπολογιστή. Σταματήστε και ξεκινήστε ξανά τη λήψη.</translation>
    </message>
    <message>
        <source>ngrok could not be made ready within {limit_s} seconds. Try again.</source>
        <translation>Το ngrok δεν ετοιμάστηκε σε {limit_s} δευτερόλεπτα. Δοκιμάστε ξανά.</translation>
    </message>
    <message>
        <source>ngrok could not be run; the log says why.</source>
        <translation>Το ngrok δεν εκτελέστηκε· το αρχείο καταγραφής λέει γιατί.</translation>
    </message>
    <message>
        <source>ngrok could not be started.</source>
        <translation>Το ngrok δεν ξεκίνησε.</translation>
    </message>
    <message>
        <source>ngrok did not connect {within}. Check the network and try again.</source>
        <translation>Το ngrok δεν συνδέθηκε ({within}). Ελέγξτε το δίκτυο και δοκιμάστε ξανά.</translation>
    </message>
    <message>
        <source>ngrok did not open an https address; the tunnel was closed. Update ngrok and try again.</source>
        <translation>Το ngrok δεν άνοιξε διεύθυνση https· η σήραγγα έκλεισε. Ενημερώστε το ngrok και δοκιμάστε ξανά.</translation>
    </message>
    <message>
        <source>ngrok did not open the tunnel {within}. Try again.</source>
        <translation>Το ngrok δεν άνοιξε τη σήραγγα ({within}). Δοκιμάστε ξανά.</translation>
    </message>
    <message>
        <source>ngrok did not open the tunnel.</source>
        <translation>Το ngrok δεν άνοιξε τη σήραγγα.</translation>
    </message>
    <message>
        <source>ngrok does not accept connections from this IP address. Use a public URL of your own instead.</source>
        <translation>Το ngrok δεν δέχεται συνδέσεις από αυτή τη διεύθυνση IP. Χρησιμοποιήστε δικό σας δημόσιο URL.</translation>
    </message>
    <message>
        <source>ngrok does not recognise its token. Copy the token again from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.</source>
        <translation>Το ngrok δεν αναγνωρίζει το token του. Αντιγράψτε ξανά το token από το dashboard.ngrok.com (Your Authtoken) και αποθηκεύστε το στη ρύθμιση.</translation>
    </message>
    <message>
        <source>ngrok does not work through a proxy on this plan. Start Ringodesk without http_proxy set.</source>
        <translation>Το ngrok δεν λειτουργεί μέσω proxy σε αυτό το πρόγραμμα. Εκκινήστε το Ringodesk χωρίς το http_proxy.</translation>
    </message>
    <message>
        <source>ngrok ended as soon as it was started. Install ngrok 3.30 or later from ngrok.com/download, or name the program in the settings (ngrok_path).</source>
        <translation>Το ngrok τερματίστηκε μόλις ξεκίνησε. Εγκαταστήστε το ngrok 3.30 ή νεότερο από το ngrok.com/download, ή ορίστε το πρόγραμμα στις ρυθμίσεις (ngrok_path).</translation>
    </message>
    <message>
        <source>ngrok has suspended this account over a payment. Settle it at dashboard.ngrok.com/billing.</source>
        <translation>Το ngrok ανέστειλε αυτόν τον λογαριασμό λόγω πληρωμής. Τακτοποιήστε το στο dashboard.ngrok.com/billing.</translation>
    </message>
    <message>
        <source>ngrok has suspended this account. See dashboard.ngrok.com/billing, or write to ngrok&apos;s support.</source>
        <translation>Το ngrok ανέστειλε αυτόν τον λογαριασμό. Δείτε dashboard.ngrok.com/billing ή γράψτε στην υποστήριξη του ngrok.</translation>
    </message>
    <message>
        <source>ngrok keeps a copy of every notification, though it was told not to; the tunnel was closed. Update ngrok with `ngrok update`, or use a public URL of your own.</source>
        <translation>Το ngrok κρατά αντίγραφο κάθε ειδοποίησης, αν και του ζητήθηκε να μην το κάνει· η σήραγγα έκλεισε. Ενημερώστε το ngrok με `ngrok update` ή χρησιμοποιήστε δικό σας δημόσιο URL.</translation>
    </message>
    <message>
        <source>ngrok opened {hostname} instead of {domain}; the tunnel was closed. {LOOK_UP_DOMAIN}</source>
        <translation>Το ngrok άνοιξε το {hostname} αντί για το {domain}· η σήραγγα έκλεισε. {LOOK_UP_DOMAIN}</translation>
    </message>
    <message>
        <source>ngrok runs, but does not answer as Ringodesk needs it to. Install ngrok 3.30 or later from ngrok.com/download, or name the program in the settings (ngrok_path).</source>
        <translation>Το ngrok εκτελείται, αλλά δεν απαντά όπως χρειάζεται το Ringodesk. Εγκαταστήστε το ngrok 3.30 ή νεότερο από το ngrok.com/download, ή ορίστε το πρόγραμμα στις ρυθμίσεις (ngrok_path).</translation>
    </message>
    <message>
        <source>ngrok wants a token and has none. Copy the token again from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.</source>
        <translation>Το ngrok θέλει token και δεν έχει. Αντιγράψτε ξανά το token από το dashboard.ngrok.com (Your Authtoken) και αποθηκεύστε το στη ρύθμιση.</translation>
    </message>
    <message>
        <source>ngrok wants the account&apos;s e-mail address verified first: dashboard.ngrok.com/user/settings.</source>
        <translation>Το ngrok θέλει πρώτα επιβεβαιωμένη τη διεύθυνση email του λογαριασμού: dashboard.ngrok.com/user/settings.</translation>
    </message>
    <message>
        <source>ngrok {version}, with another URL at each start.</source>
        <translation>ngrok {version}, με άλλη διεύθυνση σε κάθε εκκίνηση.</translation>
    </message>
    <message>
        <source>ngrok {version}, with https://{ngrok_domain}.</source>
        <translation>ngrok {version}, με https://{ngrok_domain}.</translation>
    </message>
    <message>
        <source>ngrok&apos;s servers do not know of the tunnel; it is being opened anew.</source>
        <translation>Οι διακομιστές του ngrok δεν γνωρίζουν τη σήραγγα· ανοίγει ξανά.</translation>
    </message>
    <message>
        <source>no URL</source>
        <translation>καμία διεύθυνση</translation>
    </message>
    <message>
        <source>no network connection</source>
        <translation>χωρίς σύνδεση δικτύου</translation>
    </message>
    <message>
        <source>none</source>
        <translation>κανένα</translation>
    </message>
    <message>
        <source>not called yet</source>
        <translation>δεν έχει κληθεί ακόμη</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>δεν υπάρχει σύνδεση</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>άγνωστο</translation>
    </message>
    <message>
        <source>not open</source>
        <translation>όχι ανοιχτό</translation>
    </message>
    <message>
        <source>not open; trying again</source>
        <translation>δεν είναι ανοιχτό· γίνεται νέα προσπάθεια</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>μη προσβάσιμο</translation>
    </message>
    <message>
        <source>not reachable; trying again</source>
        <translation>μη προσβάσιμο· νέα προσπάθεια</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>δεν δοκιμάστηκε ακόμη</translation>
    </message>
    <message>
        <source>nothing came yet</source>
        <translation>δεν ήρθε κάτι ακόμη</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>τίποτα σε αναμονή</translation>
    </message>
    <message>
        <source>of more than 20 digits</source>
        <translation>με πάνω από 20 ψηφία</translation>
    </message>
    <message>
        <source>off</source>
        <translation>ανενεργό</translation>
    </message>
    <message>
        <source>on this machine only</source>
        <translation>μόνο σε αυτόν τον υπολογιστή</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ανοιχτό</translation>
    </message>
    <message>
        <source>or set RINGODESK_API_KEY to use a key for one process without storing it</source>
        <translation>ή ορίστε το RINGODESK_API_KEY για να χρησιμοποιηθεί ένα κλειδί σε μία διεργασία χωρίς αποθήκευση</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>σε παύση</translation>
    </message>
    <message>
        <source>quiet hours</source>
        <translation>ώρες ησυχίας</translation>
    </message>
    <message>
        <source>reachable again</source>
        <translation>ξανά προσβάσιμο</translation>
    </message>
    <message>
        <source>refused by the server</source>
        <translation>απορρίφθηκε από τον διακομιστή</translation>
    </message>
    <message>
        <source>sent again:</source>
        <translation>στάλθηκε ξανά:</translation>
    </message>
    <message>
        <source>sent again: {id}</source>
        <translation>στάλθηκε ξανά: {id}</translation>
    </message>
    <message>
        <source>server of account {account_id}</source>
        <translation>διακομιστής του λογαριασμού {account_id}</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>κάτι άλλο</translation>
    </message>
    <message>
        <source>the API key is refused</source>
        <translation>το κλειδί API απορρίπτεται</translation>
    </message>
    <message>
        <source>the call is missing</source>
        <translation>λείπει η κλήση</translation>
    </message>
    <message>
        <source>the call&apos;s duration must be whole seconds</source>
        <translation>η διάρκεια της κλήσης πρέπει να είναι ακέραια δευτερόλεπτα</translation>
    </message>
    <message>
        <source>the call&apos;s duration must not be less than 0 seconds</source>
        <translation>η διάρκεια της κλήσης δεν μπορεί να είναι κάτω από 0 δευτερόλεπτα</translation>
    </message>
    <message>
        <source>the contact is missing</source>
        <translation>λείπει η επαφή</translation>
    </message>
    <message>
        <source>the contact is missing: its userid, extension or name</source>
        <translation>λείπει η επαφή: το userid, extension ή name της</translation>
    </message>
    <message>
        <source>the database does not take this: {error}</source>
        <translation>η βάση δεδομένων δεν το δέχεται: {error}</translation>
    </message>
    <message>
        <source>the desktop&apos;s own do not disturb</source>
        <translation>το «Μην ενοχλείτε» της επιφάνειας εργασίας</translation>
    </message>
    <message>
        <source>the file has neither a name nor a link, so there is nothing that could be sent</source>
        <translation>το αρχείο δεν έχει ούτε όνομα ούτε σύνδεσμο, οπότε δεν υπάρχει κάτι να σταλεί</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>λείπει το αρχείο</translation>
    </message>
    <message>
        <source>the key store cannot be used</source>
        <translation>η κλειδοθήκη δεν χρησιμοποιείται</translation>
    </message>
    <message>
        <source>the line cannot be read as CSV ({words})</source>
        <translation>η γραμμή δεν διαβάζεται ως CSV ({words})</translation>
    </message>
    <message>
        <source>the line must be a JSON object</source>
        <translation>η γραμμή πρέπει να είναι αντικείμενο JSON</translation>
    </message>
    <message>
        <source>the name cannot be used</source>
        <translation>το όνομα δεν μπορεί να χρησιμοποιηθεί</translation>
    </message>
    <message>
        <source>the number of ours is missing, and this account has none</source>
        <translation>λείπει ο αριθμός μας, και αυτός ο λογαριασμός δεν έχει κανέναν</translation>
    </message>
    <message>
        <source>the organization is refused</source>
        <translation>ο οργανισμός απορρίπτεται</translation>
    </message>
    <message>
        <source>the packed answer is cut off</source>
        <translation>η συμπιεσμένη απάντηση είναι κομμένη</translation>
    </message>
    <message>
        <source>the server cannot be reached</source>
        <translation>ο διακομιστής δεν είναι προσβάσιμος</translation>
    </message>
    <message>
        <source>the server does not answer</source>
        <translation>ο διακομιστής δεν απαντά</translation>
    </message>
    <message>
        <source>the text is empty</source>
        <translation>το κείμενο είναι κενό</translation>
    </message>
    <message>
        <source>there are {row} cells and {header} columns: put texts in quotation marks</source>
        <translation>υπάρχουν {row} κελιά και {header} στήλες: βάλτε τα κείμενα σε εισαγωγικά</translation>
    </message>
    <message>
        <source>there is no API key</source>
        <translation>δεν υπάρχει κλειδί API</translation>
    </message>
    <message>
        <source>this is not valid JSON ({error})</source>
        <translation>αυτό δεν είναι έγκυρο JSON ({error})</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>αυτόν τον μήνα</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>αυτή την εβδομάδα</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true ή false</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>ενημερωμένο</translation>
    </message>
    <message>
        <source>waiting for the first notification</source>
        <translation>αναμονή της πρώτης ειδοποίησης</translation>
    </message>
    <message>
        <source>waiting for the key store</source>
        <translation>αναμονή της κλειδοθήκης</translation>
    </message>
    <message>
        <source>within {waited_s} seconds</source>
        <translation>μέσα σε {waited_s} δευτερόλεπτα</translation>
    </message>
    <message>
        <source>working</source>
        <translation>λειτουργεί</translation>
    </message>
    <message>
        <source>works</source>
        <translation>λειτουργεί</translation>
    </message>
    <message>
        <source>{address} is a sender id, and only a number has a history that can be imported</source>
        <translation>το {address} είναι αναγνωριστικό αποστολέα, και μόνο ένας αριθμός έχει ιστορικό που εισάγεται</translation>
    </message>
    <message>
        <source>{address} is there already. Change its name in the settings.</source>
        <translation>Το {address} υπάρχει ήδη. Αλλάξτε το όνομά του στις ρυθμίσεις.</translation>
    </message>
    <message>
        <source>{alive} other Ringodesk processes run on this home.{importing}</source>
        <translation>{alive} άλλες διεργασίες Ringodesk εκτελούνται σε αυτόν τον φάκελο.{importing}</translation>
    </message>
    <message>
        <source>{api_url} answers.</source>
        <translation>Το {api_url} απαντά.</translation>
    </message>
    <message>
        <source>{begin} Typing events count too. Upgrade the plan and set ngrok_requests_a_month in the settings file, or use a public URL of your own.</source>
        <translation>{begin} Μετρούν και τα σήματα πληκτρολόγησης. Αναβαθμίστε το πρόγραμμα και ορίστε το ngrok_requests_a_month στο αρχείο ρυθμίσεων, ή χρησιμοποιήστε δικό σας δημόσιο URL.</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} ημέρες</translation>
    </message>
    <message>
        <source>{fallback} ngrok says: {said}</source>
        <translation>{fallback} Το ngrok λέει: {said}</translation>
    </message>
    <message>
        <source>{file_name} could not be read to its end ({exc}); it was not sent.</source>
        <translation>Το {file_name} δεν διαβάστηκε μέχρι το τέλος ({exc})· δεν στάλθηκε.</translation>
    </message>
    <message>
        <source>{file_name} was changed while it was being sent; it was not sent. Try again.</source>
        <translation>Το {file_name} άλλαξε ενώ στελνόταν· δεν στάλθηκε. Δοκιμάστε ξανά.</translation>
    </message>
    <message>
        <source>{folder} can be written to.</source>
        <translation>Το {folder} είναι εγγράψιμο.</translation>
    </message>
    <message>
        <source>{free} MB are free.</source>
        <translation>{free} MB είναι ελεύθερα.</translation>
    </message>
    <message>
        <source>{given} cannot stand between cells. Give one character, or tab.</source>
        <translation>Το {given} δεν μπορεί να είναι ανάμεσα σε κελιά. Δώστε έναν χαρακτήρα, ή tab.</translation>
    </message>
    <message>
        <source>{host} answered with an error.</source>
        <translation>Το {host} απάντησε με σφάλμα.</translation>
    </message>
    <message>
        <source>{host} cannot be reached. Check the network connection.</source>
        <translation>Το {host} δεν είναι προσβάσιμο. Ελέγξτε τη σύνδεση δικτύου.</translation>
    </message>
    <message>
        <source>{host} cannot be reached: nothing answers there. Check the network.</source>
        <translation>Το {host} δεν είναι προσβάσιμο: τίποτα δεν απαντά εκεί. Ελέγξτε το δίκτυο.</translation>
    </message>
    <message>
        <source>{host} closed the connection without a whole answer.</source>
        <translation>Το {host} έκλεισε τη σύνδεση χωρίς πλήρη απάντηση.</translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation>Το {host} δεν απάντησε εγκαίρως.</translation>
    </message>
    <message>
        <source>{host} does not speak HTTP as it should. {check}</source>
        <translation>Το {host} δεν μιλά HTTP όπως πρέπει. {check}</translation>
    </message>
    <message>
        <source>{host} does not speak https as it should. {check}</source>
        <translation>Το {host} δεν μιλά https όπως πρέπει. {check}</translation>
    </message>
    <message>
        <source>{host} sends us round in circles. {check}</source>
        <translation>Το {host} μας στέλνει γύρω γύρω. {check}</translation>
    </message>
    <message>
        <source>{host} stopped taking the request.</source>
        <translation>Το {host} σταμάτησε να δέχεται το αίτημα.</translation>
    </message>
    <message>
        <source>{hours} hours</source>
        <translation>{hours} ώρες</translation>
    </message>
    <message>
        <source>{identity} is not one of our identities: {ours}.</source>
        <translation>Το {identity} δεν είναι από τις ταυτότητές μας: {ours}.</translation>
    </message>
    <message>
        <source>{identity} is not one of our numbers</source>
        <translation>το {identity} δεν είναι από τους αριθμούς μας</translation>
    </message>
    <message>
        <source>{lock} receives.</source>
        <translation>{lock} λαμβάνει.</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} λεπτά</translation>
    </message>
    <message>
        <source>{more} more unread</source>
        <translation>{more} ακόμη μη αναγνωσμένα</translation>
    </message>
    <message>
        <source>{name} cannot be read: you have no permission.</source>
        <translation>Το {name} δεν διαβάζεται: δεν έχετε δικαίωμα.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {errno}.</source>
        <translation>Το {name} δεν διαβάζεται: {errno}.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {exc}.</source>
        <translation>Το {name} δεν διαβάζεται: {exc}.</translation>
    </message>
    <message>
        <source>{name} could not be saved in {parent}: {reason}.</source>
        <translation>Το {name} δεν αποθηκεύτηκε στο {parent}: {reason}.</translation>
    </message>
    <message>
        <source>{name} has left already, and can no longer be cancelled. As soon as it is there, it can be deleted.</source>
        <translation>Το {name} έχει ήδη φύγει και δεν ακυρώνεται πια. Μόλις φτάσει, μπορεί να διαγραφεί.</translation>
    </message>
    <message>
        <source>{name} is a folder: send its files, or an archive of it.</source>
        <translation>Το {name} είναι φάκελος: στείλτε τα αρχεία του ή ένα συμπιεσμένο αρχείο του.</translation>
    </message>
    <message>
        <source>{name} is empty, so there is nothing to send.</source>
        <translation>Το {name} είναι κενό, οπότε δεν υπάρχει κάτι να σταλεί.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>Το {name} είναι κενό.</translation>
    </message>
    <message>
        <source>{name} is no longer there. Send it from where it is now.</source>
        <translation>Το {name} δεν βρίσκεται πια εκεί. Στείλτε το από όπου βρίσκεται τώρα.</translation>
    </message>
    <message>
        <source>{name} is no name of a file.</source>
        <translation>Το {name} δεν είναι όνομα αρχείου.</translation>
    </message>
    <message>
        <source>{name} is not a file that can be sent.</source>
        <translation>Το {name} δεν είναι αρχείο που μπορεί να σταλεί.</translation>
    </message>
    <message>
        <source>{name} is not an ordinary file and cannot be sent.</source>
        <translation>Το {name} δεν είναι συνηθισμένο αρχείο και δεν μπορεί να σταλεί.</translation>
    </message>
    <message>
        <source>{name} is not there.</source>
        <translation>Το {name} δεν υπάρχει.</translation>
    </message>
    <message>
        <source>{name} is not where it was ({path}).</source>
        <translation>Το {name} δεν είναι εκεί που ήταν ({path}).</translation>
    </message>
    <message>
        <source>{parent} is Ringodesk&apos;s own folder. Name a file in another.</source>
        <translation>Το {parent} είναι φάκελος του ίδιου του Ringodesk. Ορίστε αρχείο σε άλλον.</translation>
    </message>
    <message>
        <source>{path} is a folder. Send the files in it, or pack it into one.</source>
        <translation>Το {path} είναι φάκελος. Στείλτε τα αρχεία του ή συμπιέστε τον σε ένα.</translation>
    </message>
    <message>
        <source>{public_url} leads to a port, and the receiver takes another at each start.</source>
        <translation>Το {public_url} οδηγεί σε μια θύρα και ο δέκτης παίρνει άλλη σε κάθε εκκίνηση.</translation>
    </message>
    <message>
        <source>{public_url} must lead to 127.0.0.1:{receiver_port}.</source>
        <translation>Το {public_url} πρέπει να οδηγεί στο 127.0.0.1:{receiver_port}.</translation>
    </message>
    <message>
        <source>{sentence} Whether it was done is not known: look before you repeat it.</source>
        <translation>{sentence} Δεν είναι γνωστό αν έγινε: ελέγξτε πριν το επαναλάβετε.</translation>
    </message>
    <message>
        <source>{target} cannot be written: {reason}.</source>
        <translation>Δεν γίνεται εγγραφή στο {target}: {reason}.</translation>
    </message>
    <message>
        <source>{target} could not be written: {reason}. Nothing was left behind.</source>
        <translation>Δεν έγινε εγγραφή στο {target}: {reason}. Δεν έμεινε τίποτα.</translation>
    </message>
    <message>
        <source>{target} is a device or the like. Name an ordinary file.</source>
        <translation>Το {target} είναι συσκευή ή κάτι παρόμοιο. Ορίστε ένα συνηθισμένο αρχείο.</translation>
    </message>
    <message>
        <source>{target} is a folder. Name a file in it.</source>
        <translation>Το {target} είναι φάκελος. Ορίστε ένα αρχείο μέσα του.</translation>
    </message>
    <message>
        <source>{used} of the {limit} requests that the ngrok plan allows this month have been used. When all are, no notification arrives until the next month begins (UTC).</source>
        <translation>Χρησιμοποιήθηκαν {used} από τα {limit} αιτήματα που επιτρέπει το πρόγραμμα ngrok αυτόν τον μήνα. Όταν εξαντληθούν, δεν φτάνει ειδοποίηση μέχρι να αρχίσει ο επόμενος μήνας (UTC).</translation>
    </message>
    <message>
        <source>{used} of {limit} requests this month</source>
        <translation>{used} από {limit} αιτήματα αυτόν τον μήνα</translation>
    </message>
    <message>
        <source>{used} requests this month</source>
        <translation>{used} αιτήματα αυτόν τον μήνα</translation>
    </message>
    <message>
        <source>{waiting} actions wait to be sent.</source>
        <translation>{waiting} ενέργειες περιμένουν να σταλούν.</translation>
    </message>
    <message>
        <source>{waiting} waiting</source>
        <translation>{waiting} σε αναμονή</translation>
    </message>
    <message>
        <source>{what} holds a line break or a control character. Take it out.</source>
        <translation>{what}: περιέχει αλλαγή γραμμής ή χαρακτήρα ελέγχου. Αφαιρέστε τα.</translation>
    </message>
    <message>
        <source>{what} holds half a character, which cannot be sent. Type it anew.</source>
        <translation>{what}: περιέχει μισό χαρακτήρα, που δεν στέλνεται. Πληκτρολογήστε το ξανά.</translation>
    </message>
    <message>
        <source>“at” cannot be read as a time: {text}. Write 2024-05-31T09:15:00Z, or milliseconds since 1970</source>
        <translation>το «at» δεν διαβάζεται ως ώρα: {text}. Γράψτε 2024-05-31T09:15:00Z, ή χιλιοστά δευτερολέπτου από το 1970</translation>
    </message>
    <message>
        <source>“at” is missing: the time, as 2024-05-31T09:15:00Z or in milliseconds since 1970</source>
        <translation>λείπει το «at»: η ώρα, ως 2024-05-31T09:15:00Z ή σε χιλιοστά δευτερολέπτου από το 1970</translation>
    </message>
    <message>
        <source>“call” must be an object with duration, caller and called</source>
        <translation>το «call» πρέπει να είναι αντικείμενο με duration, caller και called</translation>
    </message>
    <message>
        <source>“contact” must be an object with userid, extension or name</source>
        <translation>το «contact» πρέπει να είναι αντικείμενο με userid, extension ή name</translation>
    </message>
    <message>
        <source>“direction” is missing: in or out</source>
        <translation>λείπει το «direction»: in ή out</translation>
    </message>
    <message>
        <source>“direction” must be in or out, not {word}</source>
        <translation>το «direction» πρέπει να είναι in ή out, όχι {word}</translation>
    </message>
    <message>
        <source>“file.size_bytes” must be a whole number</source>
        <translation>το «file.size_bytes» πρέπει να είναι ακέραιος</translation>
    </message>
    <message>
        <source>“file” is no address: {url}</source>
        <translation>το «file» δεν είναι διεύθυνση: {url}</translation>
    </message>
    <message>
        <source>“file” must be an object with name, url and size_bytes</source>
        <translation>το «file» πρέπει να είναι αντικείμενο με name, url και size_bytes</translation>
    </message>
    <message>
        <source>“from” and “to” are both numbers of ours: {sender}, {recipient}</source>
        <translation>τα «from» και «to» είναι και τα δύο δικοί μας αριθμοί: {sender}, {recipient}</translation>
    </message>
    <message>
        <source>“has:{value}” is not known. Use {value2}.</source>
        <translation>Το «has:{value}» δεν είναι γνωστό. Χρησιμοποιήστε {value2}.</translation>
    </message>
    <message>
        <source>“kind” must be text, file or call, not {word}</source>
        <translation>το «kind» πρέπει να είναι text, file ή call, όχι {word}</translation>
    </message>
    <message>
        <source>“{field}” must be text</source>
        <translation>το «{field}» πρέπει να είναι κείμενο</translation>
    </message>
    <message>
        <source>“{name}” is missing</source>
        <translation>λείπει το «{name}»</translation>
    </message>
    <message>
        <source>“{name}” is missing: in or out</source>
        <translation>λείπει το «{name}»: in ή out</translation>
    </message>
    <message>
        <source>“{name}” must be one of: {kind}</source>
        <translation>το «{name}» πρέπει να είναι ένα από: {kind}</translation>
    </message>
    <message>
        <source>“{value}” is not a date. Write 2026-03-31, 2026-03 or 2026, today, yesterday, or &quot;last week&quot;.</source>
        <translation>Το «{value}» δεν είναι ημερομηνία. Γράψτε 2026-03-31, 2026-03 ή 2026, today, yesterday ή &quot;last week&quot;.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>All sections</source>
        <translation>Όλες οι ενότητες</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Βρέθηκαν</translation>
    </message>
    <message>
        <source>No setting has “{text}” in it.</source>
        <translation>Καμία ρύθμιση δεν περιέχει «{text}».</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Αναζήτηση ρυθμίσεων</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Ενότητες</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ρυθμίσεις</translation>
    </message>
</context>
<context>
    <name>SetupWizard</name>
    <message>
        <source>Back</source>
        <translation>Πίσω</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Βοήθεια</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Αργότερα</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Επόμενο</translation>
    </message>
    <message>
        <source>Set up Ringodesk</source>
        <translation>Ρύθμιση του Ringodesk</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Βήμα {number} από {count}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Διακοπή</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Γίνεται δοκιμή…</translation>
    </message>
</context>
<context>
    <name>SharedFilesView</name>
    <message>
        <source>Files and pictures</source>
        <translation>Αρχεία και εικόνες</translation>
    </message>
</context>
<context>
    <name>SpellMenu</name>
    <message>
        <source>Add to the dictionary</source>
        <translation>Προσθήκη στο λεξικό</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Καμία πρόταση</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Ανενεργό</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Ορθογραφία</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>cancelled</source>
        <translation>ακυρώθηκε</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>παραδόθηκε</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>απέτυχε</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>σε αναμονή</translation>
    </message>
    <message>
        <source>read</source>
        <translation>διαβάστηκε</translation>
    </message>
    <message>
        <source>received</source>
        <translation>ελήφθη</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>στέλνεται</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>στάλθηκε</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>αβέβαιο</translation>
    </message>
</context>
<context>
    <name>Switcher</name>
    <message>
        <source>Chats and contacts</source>
        <translation>Συνομιλίες και επαφές</translation>
    </message>
    <message>
        <source>Go to chat</source>
        <translation>Μετάβαση σε συνομιλία</translation>
    </message>
    <message>
        <source>Go to chat: name or extension</source>
        <translation>Μετάβαση σε συνομιλία: όνομα ή εσωτερικό</translation>
    </message>
    <message>
        <source>Name or extension</source>
        <translation>Όνομα ή εσωτερικό</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>Κανείς δεν ταιριάζει</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Αναζήτηση σε όλα τα μηνύματα</translation>
    </message>
    <message>
        <source>What you look for may stand in a message.</source>
        <translation>Αυτό που ψάχνετε ίσως βρίσκεται σε ένα μήνυμα.</translation>
    </message>
</context>
<context>
    <name>TextRow</name>
    <message numerus="yes">
        <source>Copy all %Ln characters</source>
        <translation>
            <numerusform>Αντιγραφή του %Ln χαρακτήρα</numerusform>
            <numerusform>Αντιγραφή και των %Ln χαρακτήρων</numerusform>
        </translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Εμφάνιση περισσότερων</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>For 1 hour</source>
        <translation>Για 1 ώρα</translation>
    </message>
    <message>
        <source>Open Ringodesk</source>
        <translation>Άνοιγμα του Ringodesk</translation>
    </message>
    <message>
        <source>Pause receiving</source>
        <translation>Παύση λήψης</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Έξοδος</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Λήψη</translation>
    </message>
    <message>
        <source>Resume receiving</source>
        <translation>Συνέχιση λήψης</translation>
    </message>
    <message numerus="yes">
        <source>Ringodesk: %Ln unread</source>
        <translation>
            <numerusform>Ringodesk: %Ln μη αναγνωσμένο</numerusform>
            <numerusform>Ringodesk: %Ln μη αναγνωσμένα</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Αποστολή</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ρυθμίσεις</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Απενεργοποίηση</translation>
    </message>
    <message>
        <source>Until I turn it off</source>
        <translation>Μέχρι να το απενεργοποιήσω</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Μέχρι αύριο</translation>
    </message>
    <message>
        <source>receiving is paused</source>
        <translation>η λήψη είναι σε παύση</translation>
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
        <translation>Ακύρωση όλων</translation>
    </message>
    <message>
        <source>Uploading {number} of {count}</source>
        <translation>Μεταφόρτωση {number} από {count}</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} από {count}</translation>
    </message>
</context>
<context>
    <name>UrlField</name>
    <message>
        <source>Copied</source>
        <translation>Αντιγράφηκε</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>Αντιγραφή URL</translation>
    </message>
    <message>
        <source>Public URL</source>
        <translation>Δημόσιο URL</translation>
    </message>
</context>
<context>
    <name>Way</name>
    <message>
        <source>API key</source>
        <translation>Κλειδί API</translation>
    </message>
    <message>
        <source>Applied to the chats</source>
        <translation>Εφαρμόστηκε στις συνομιλίες</translation>
    </message>
    <message>
        <source>Key in notifications</source>
        <translation>Κλειδί στις ειδοποιήσεις</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Δίκτυο</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Ειδοποιήσεις</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Οργανισμός</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Εξερχόμενα</translation>
    </message>
    <message>
        <source>Public URL</source>
        <translation>Δημόσιο URL</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Δέκτης</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Διακομιστής</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>Σήραγγα</translation>
    </message>
</context>
<context>
    <name>WholeChatText</name>
    <message>
        <source>That is too much text for the clipboard. Export the chat to a file instead.</source>
        <translation>Το κείμενο είναι πολύ μεγάλο για το πρόχειρο. Εξαγάγετε τη συνομιλία σε αρχείο.</translation>
    </message>
</context>
<context>
    <name>WindowKeys</name>
    <message>
        <source>All that can be done with it</source>
        <translation>Όλα όσα μπορούν να γίνουν με αυτό</translation>
    </message>
    <message>
        <source>Another day of it</source>
        <translation>Άλλη ημέρα της</translation>
    </message>
    <message>
        <source>Archive it, or no more</source>
        <translation>Αρχειοθέτηση ή κατάργησή της</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Επισύναψη αρχείων</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Πίσω</translation>
    </message>
    <message>
        <source>Begin a chat</source>
        <translation>Έναρξη συνομιλίας</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Κλείσιμο παραθύρου</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Αντιγραφή</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Διαγραφή</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Επεξεργασία</translation>
    </message>
    <message>
        <source>Edit the last message, in an empty field</source>
        <translation>Επεξεργασία του τελευταίου μηνύματος, σε κενό πεδίο</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Filter the chats, or search in this one</source>
        <translation>Φιλτράρισμα συνομιλιών ή αναζήτηση σε αυτήν</translation>
    </message>
    <message>
        <source>Go to a chat or contact</source>
        <translation>Μετάβαση σε συνομιλία ή επαφή</translation>
    </message>
    <message>
        <source>Going about</source>
        <translation>Μετακίνηση</translation>
    </message>
    <message>
        <source>Its details</source>
        <translation>Οι λεπτομέρειές του</translation>
    </message>
    <message>
        <source>Leave an edit, a search, a selection</source>
        <translation>Έξοδος από επεξεργασία, αναζήτηση, επιλογή</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>Καταγραφή κλήσης</translation>
    </message>
    <message>
        <source>Mark it as read, or unread</source>
        <translation>Σήμανση ως αναγνωσμένη ή μη</translation>
    </message>
    <message>
        <source>Mute it, or no more</source>
        <translation>Σίγαση ή κατάργησή της</translation>
    </message>
    <message>
        <source>One of the first nine chats</source>
        <translation>Μία από τις πρώτες εννέα συνομιλίες</translation>
    </message>
    <message>
        <source>Open its file, picture or link</source>
        <translation>Άνοιγμα αρχείου, εικόνας ή συνδέσμου</translation>
    </message>
    <message>
        <source>Pin it, or no more</source>
        <translation>Καρφίτσωμα ή κατάργησή του</translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation>Γρήγορες απαντήσεις</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Έξοδος</translation>
    </message>
    <message>
        <source>Ringodesk</source>
        <translation>Ringodesk</translation>
    </message>
    <message>
        <source>Save its file</source>
        <translation>Αποθήκευση του αρχείου του</translation>
    </message>
    <message>
        <source>Search in everything</source>
        <translation>Αναζήτηση παντού</translation>
    </message>
    <message>
        <source>Send a link</source>
        <translation>Αποστολή συνδέσμου</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ρυθμίσεις</translation>
    </message>
    <message>
        <source>The chat above</source>
        <translation>Η συνομιλία από πάνω</translation>
    </message>
    <message>
        <source>The chat below</source>
        <translation>Η συνομιλία από κάτω</translation>
    </message>
    <message>
        <source>The chat that is open</source>
        <translation>Η ανοιχτή συνομιλία</translation>
    </message>
    <message>
        <source>The chat that was open before</source>
        <translation>Η συνομιλία που ήταν ανοιχτή πριν</translation>
    </message>
    <message>
        <source>The guide</source>
        <translation>Ο οδηγός</translation>
    </message>
    <message>
        <source>The message that is selected</source>
        <translation>Το επιλεγμένο μήνυμα</translation>
    </message>
    <message>
        <source>The next that was found</source>
        <translation>Το επόμενο εύρημα</translation>
    </message>
    <message>
        <source>The one found before</source>
        <translation>Το προηγούμενο εύρημα</translation>
    </message>
    <message>
        <source>The same, backwards</source>
        <translation>Το ίδιο, αντίστροφα</translation>
    </message>
    <message>
        <source>The same, on keyboards without that key</source>
        <translation>Το ίδιο, σε πληκτρολόγια χωρίς αυτό το πλήκτρο</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Αυτά τα πλήκτρα</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Γραφή</translation>
    </message>
</context>
<context>
    <name>WritingSection</name>
    <message>
        <source>A file is large from</source>
        <translation>Ένα αρχείο είναι μεγάλο από</translation>
    </message>
    <message>
        <source>As far as that can be done.</source>
        <translation>Όσο αυτό είναι δυνατό.</translation>
    </message>
    <message>
        <source>Check spelling</source>
        <translation>Έλεγχος ορθογραφίας</translation>
    </message>
    <message>
        <source>Files you send</source>
        <translation>Αρχεία που στέλνετε</translation>
    </message>
    <message>
        <source>How many the server is sent at most.</source>
        <translation>Πόσα στέλνονται το πολύ στον διακομιστή.</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Make pictures smaller before they are sent</source>
        <translation>Σμίκρυνση εικόνων πριν την αποστολή</translation>
    </message>
    <message>
        <source>Quick replies…</source>
        <translation>Γρήγορες απαντήσεις…</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>Αιτήματα ανά δευτερόλεπτο</translation>
    </message>
    <message>
        <source>Texts that “/” offers while you write.</source>
        <translation>Κείμενα που προτείνει το «/» ενώ γράφετε.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Γραφή</translation>
    </message>
    <message>
        <source>You are told that it will take long; 0 is never.</source>
        <translation>Ενημερώνεστε ότι θα αργήσει· 0 σημαίνει ποτέ.</translation>
    </message>
</context>
<context>
    <name>_Opened</name>
    <message>
        <source>It is open and leads to Ringodesk.</source>
        <translation>Είναι ανοιχτό και οδηγεί στο Ringodesk.</translation>
    </message>
    <message>
        <source>Paste it in the portal: Menu, Integrations, API Settings. It replaces whatever received messages there before.</source>
        <translation>Επικολλήστε το στην πύλη: Menu, Integrations, API Settings. Αντικαθιστά ό,τι λάμβανε εκεί μηνύματα μέχρι τώρα.</translation>
    </message>
    <message>
        <source>Ringodesk listens. This computer could not reach itself at that URL, which many networks do not allow: the next page shows whether Ringotel can.</source>
        <translation>Το Ringodesk λαμβάνει. Αυτός ο υπολογιστής δεν έφτασε στον εαυτό του σε αυτό το URL, κάτι που πολλά δίκτυα δεν επιτρέπουν: η επόμενη σελίδα δείχνει αν μπορεί το Ringotel.</translation>
    </message>
</context>
<context>
    <name>_Version</name>
    <message>
        <source>Copy</source>
        <translation>Αντιγραφή</translation>
    </message>
    <message>
        <source>Copy the text of {moment}</source>
        <translation>Αντιγραφή κειμένου: {moment}</translation>
    </message>
    <message>
        <source>Text of {moment}</source>
        <translation>Κείμενο: {moment}</translation>
    </message>
    <message>
        <source>replaced {moment}</source>
        <translation>αντικαταστάθηκε {moment}</translation>
    </message>
</context>
</TS>
