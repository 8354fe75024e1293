people-title = People
people-person = Person
people-back = All people
people-search = Find a person
people-search-hint = By name, e-mail, phone or account number
people-found = Who was found
people-none = Nobody is found by “{ $text }”.
people-nobody-yet = Nobody uses the portal yet.
people-newest = The newest
people-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
 }
people-first = The first { $count }
people-more = Show more
people-no-email = no e-mail
people-no-accounts = No accounts
people-state-invited = no password yet
people-state-merged = merged
people-state-deleted = deleted
people-is-invited = This person has not chosen a password yet.
people-is-merged = This registration was merged with another one.
people-merged-where = Open that one
people-is-deleted = This person was deleted on request. What the law requires is kept under the account.
people-deleted-name = deleted user { $id }
people-name = Name
people-name-hint = As the applicant wrote it
people-name-empty = Please type the name.
people-address = Address
people-address-hint = As the applicant wrote it; may be left empty
people-contact = Contact
people-email = E-mail
people-email-hint = May be left empty: then the letter on paper is the way in
people-email-new = New e-mail
people-email-wrong = This is not an e-mail address.
people-email-same = This is the address that is there already, or none at all.
people-email-taken = Another person has this address already.
people-email-belongs = This e-mail belongs to somebody already:
people-field-wrong = This is not right. Please look again.
people-phone = Phone
people-language = Language of letters
people-registered = Registered
people-passkeys = Passkeys
people-none-given = not given
people-accounts = Accounts
people-account-number = Account number
people-account-example = Like { $example }
people-accounts-hint = Like { $example }; several with commas between them
people-account-empty = Please type the account number.
people-account-unknown = There is no account of this number.
people-account-linked = This account is linked already.
people-holder = Holder and address
people-linked = Linked
people-others = Also:
people-unlink-number = Unlink account { $number }
people-by-self = by the person
people-by-other = not noted by whom
people-devices = Devices
people-no-devices = Signed in nowhere.
people-device = Device
people-device-unknown = Unknown device
people-since = Signed in
people-seen = Last used
people-paper = Letters on paper, not used yet
people-paper-one = Written { $when } ({ $by }), good until { $until }
people-mails = E-mails sent
people-mails-none = None in the last month.
people-mail-about = About
people-mail-state = State
people-mail-asked = When
people-mail-is-waiting = waiting
people-mail-is-sent = sent
people-mail-is-dropped = not sent: no address
people-mail-is-failed = could not be delivered
people-mail-registration = Registration
people-mail-password-reset = Forgotten password
people-mail-activation = Link for a password
people-mail-account-linked = Somebody else was linked
people-mail-office-wrote = Answer of the office
people-mail-email-change = Confirming a new address
people-mail-email-changed = Address changed (to the old one)
people-mail-email-set = Address entered by the office
people-mail-users-merged = Registrations merged
people-mail-phone-changed = Phone changed
people-mail-password-changed = Password changed
people-mail-passkey-added = Passkey added
people-mail-other = Something else
people-conversations = Conversations
people-talk = account { $number }, { $when }
people-acts = What can be done
people-cancel = Cancel
people-close = Close
people-act-link = Link an account
people-act-unlink = Unlink
people-act-end-device = Sign out
people-act-end-devices = Sign out everywhere
people-act-send-link = Send a link for a password
people-act-print-letter = Print a letter
people-act-change-email = Change the e-mail
people-act-merge = Merge with another registration
people-act-data = Data of the person (file)
people-act-data-hint = Everything the portal keeps about the person, to be handed over on request. That it was made is noted.
people-act-delete = Delete on request
people-ask-link = Link an account to { $name }
people-about-link = Do this only when you have seen that the person may see this account. Everybody linked to it already is told by e-mail.
people-do-link = Link
people-done-link = The account is linked.
people-ask-unlink = Unlink the account?
people-about-unlink = { $name } will no longer see account { $number }. Readings and bills stay with the account.
people-do-unlink = Unlink
people-done-unlink = The account is unlinked.
people-ask-end-device = Sign this device out?
people-about-end-device = { $device }: what is saved there and not handed in yet stays on the device until { $name } signs in again.
people-do-end-device = Sign out
people-done-end-device = The device is signed out.
people-ask-end-devices = Sign out everywhere?
people-about-end-devices = { $count ->
    [one] One device of { $name } is signed out.
   *[other] { $count } devices of { $name } are signed out.
 } What is saved there and not handed in yet stays on the device until { $name } signs in again.
people-do-end-devices = Sign out everywhere
people-done-end-devices = All devices are signed out.
people-ask-send-link = Send a link for a password?
people-about-send-link = { $name } gets a link at { $email } and chooses a password there. Links and letters given before stop working; the present password stays until then.
people-do-send-link = Send
people-done-send-link = The link is on its way to { $email }.
people-ask-print-letter = Print a letter?
people-about-print-letter = A letter with a link, by which { $name } chooses a password. Links and letters given before stop working as soon as you open it. Hand it over in person or by post.
people-do-print-letter = Write the letter
people-letter-ready = The letter is ready. It opens once: print it there.
people-letter-open = Open the letter
people-done-print-letter = The letter was opened in a page of its own. If it was not printed, write another one.
people-ask-change-email = Change the e-mail of { $name }
people-about-change-email = For an address that was mistyped. The old and the new address are both told; links sent to the old one stop working.
people-do-change-email = Change
people-done-change-email = The e-mail is changed. Both addresses are told.
people-ask-merge = Merge { $name } with another registration
people-merge-lead = For one person who is registered twice.
people-merge-search = The other registration
people-merge-other = Choose another one
people-merge-which = Which of the two stays?
people-merge-happens = What will happen
people-merge-gains = These accounts come over: { $numbers }
people-merge-shared = Both have these accounts: { $numbers }
people-merge-takes-email = The e-mail of the other one is taken over.
people-merge-takes-phone = The phone of the other one is taken over.
people-merge-takes-language = The language of the other one is taken over.
people-merge-takes-password = The password of the other one is taken over; nobody sees it.
people-merge-messages = { $count ->
    [one] One message comes over.
   *[other] { $count } messages come over.
 }
people-merge-payments = { $count ->
    [one] One payment begun in the portal comes over.
   *[other] { $count } payments begun in the portal come over.
 }
people-merge-devices = { $count ->
    [one] One device is signed out. Readings and messages saved there are handed in at its next contact, before that.
   *[other] { $count } devices are signed out. Readings and messages saved there are handed in at their next contact, before that.
 } Photos that have not been handed in yet stay on the device.
people-merge-passkeys = { $count ->
    [one] One passkey stops working.
   *[other] { $count } passkeys stop working.
 }
people-merge-links = { $count ->
    [one] One link or letter stops working.
   *[other] { $count } links and letters stop working.
 }
people-merge-told = Both are told by e-mail.
people-merge-final = It cannot be undone.
people-do-merge = Merge
people-done-merge = The registrations are merged; { $name } stays.
people-ask-delete = Delete { $name }?
people-delete-goes = What goes
people-delete-profile = Name, e-mail, phone, language, password
people-delete-accounts = { $count ->
    [one] The link to one account
   *[other] The links to { $count } accounts
 }
people-delete-devices = { $count ->
    [one] One device is signed out
   *[other] { $count } devices are signed out
 }
people-delete-passkeys = { $count ->
    [one] One passkey
   *[other] { $count } passkeys
 }
people-delete-links = { $count ->
    [one] One link or letter that could still be used
   *[other] { $count } links and letters that could still be used
 }
people-delete-mails = { $count ->
    [one] The note of one e-mail
   *[other] The notes of { $count } e-mails
 }
people-delete-messages = { $count ->
    [one] One message, its text in the record of what devices sent as well
   *[other] { $count } messages, their texts in the record of what devices sent as well
 }
people-delete-conversations = { $count ->
    [one] One whole conversation, the office’s answers too
   *[other] { $count } whole conversations, the office’s answers too
 }
people-delete-photos = { $count ->
    [one] One photo
   *[other] { $count } photos
 }
people-delete-slips = { $count ->
    [one] What was typed on one slip left at a kiosk; if it still waits, only how to reach the person
   *[other] What was typed on { $count } slips left at kiosks; of those that still wait only how to reach the person
 }
people-delete-stays = What the law makes us keep
people-delete-instead = Under the account, with “{ $replacement }” in the place of the name:
people-delete-kept-readings = { $count ->
    [one] One reading
   *[other] { $count } readings
 } handed in and the record of what devices sent (numbers and times): { $years ->
    [one] one year
   *[other] { $years } years
 }
people-delete-kept-bills = The account’s bills ({ $bills ->
    [one] one year
   *[other] { $bills } years
 }) and ledger ({ $ledger ->
    [one] one year
   *[other] { $ledger } years
 }), with the holder’s name as billing has it
people-delete-kept-payments = { $count ->
    [one] One payment
   *[other] { $count } payments
 } begun in the portal: { $years ->
    [one] one year
   *[other] { $years } years
 }
people-delete-kept-log = The log of who did what, without names: { $years ->
    [one] one year
   *[other] { $years } years
 }
people-delete-devices-note = The devices forget what they show at their next contact. What was saved there and not handed in stays on the device and is never sent. Files that billing sent, and copies made for safety, are not touched.
people-delete-type = To confirm, type the name: { $name }
people-delete-typed-wrong = That is not the name as it stands here.
people-do-delete = Delete for good
people-done-delete = The person is deleted.
people-application = Application on paper
people-application-lead = Type what stands on the paper. It is compared with what billing knows before anything is made.
people-compare = Compare
people-check-account = Account { $number }
people-check-unknown = There is no account { $number }.
people-check-holder = The name is the holder’s: { $holder }
people-check-other-holder = Another name: the holder is { $holder }
people-check-address = The address fits: { $address }
people-check-other-address = Another address: billing has { $address }
people-check-address-open = Address: { $address }
people-check-linked = Linked already:
people-check-fits = Everything fits. How does the person get the link for a password?
people-check-decide = Not everything fits. Go on only when you have seen papers that explain it. How does the person get the link for a password?
people-create-by-mail = Make the user, send an e-mail
people-create-by-letter = Make the user, then print a letter
people-letters = Letters not used yet
people-letters-lead = Letters on paper by which nobody has chosen a password yet. A new letter for the same person makes the earlier one void.
people-letters-none = Every letter was used, or has run out.
people-written = Written
people-written-by = By
people-valid-until = Good until
