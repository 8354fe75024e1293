## Words of registering, links and the user's own account, English. They come with the screens that say them.

### Registering

register-title = Register
register-lead = Type what stands on your bill. We send you a link, and with it you choose a password.
register-holder = Name of the holder
register-number = Account number
register-number-hint = It stands on every bill, for example { $example }.
register-phone = Phone
register-email = E-mail
register-email-hint = The link goes to this address.
register-proof = Serial number of one of your meters
register-proof-hint = It is printed on the meter. It shows that you live there.
register-total = Total of your newest bill
register-total-hint = For example 45.20. It shows that you have the bill.
register-total-wrong = This is no amount. An example: 45.20.
register-empty = Please fill this in.
register-line-wrong = This contains signs that cannot be read. Please type it anew.
register-number-wrong = This is not how our account numbers look. An example: { $example }.
register-email-wrong = This e-mail address is not complete. An example: name@example.com.
register-phone-wrong = This is no phone number. An example: { $example }.
register-refused = This cannot be taken as it is. Please check it.
register-have = Registered already?

### Forgotten password

forgot-password-title = New password
forgot-password-lead = Type the e-mail address with which you registered. We send you a link, and with it you choose a new password.
forgot-password-none = No e-mail with us, or another one now? Register again, or call us.

### The letter is on its way

letter-send = Send me the link
letter-sending = Sending…
letter-title = Look into your mailbox
letter-register = If what you typed is as on the bill, a link is on its way to { $email }.
letter-password = If you are registered with this address, a link is on its way to { $email }.
letter-time = It takes up to three minutes. The link can be used once.
letter-nothing = Nothing has come?
letter-spam = Look into the spam folder.
letter-check = Check whether what you typed is right.
letter-change = Change what I typed
letter-again = Send again
letter-sent-again = Sent again at { $at }.
letter-call = Still nothing? Call us:

### Links from letters

link-opening = Opening the link…
link-which = If it came after registering, register again. If it was for a new password, ask for another one.
link-request = Ask for a new password
link-register = Register again
link-used-next = If that was you, sign in with the password that you chose.
link-used-in = { $name } is signed in here. If that is you, there is nothing more to do.
link-other-user = { $name } is signed in on this { $device ->
    [phone] phone
   *[computer] computer
 } now, and will be signed out here when you save your password.

### Choosing a password

set-password-title = Choose a password
set-password-label = New password
set-password-hint = At least 8 characters. Several words in a row are easy to remember and hard to guess.
set-password-long = Long enough
set-password-end-others = Sign out my other devices
set-password-end-others-hint = Good to do if somebody else may know the old password.
set-password-save = Save and sign in
set-password-working = Saving…

### Confirming an e-mail address

confirm-email-title = Confirm your e-mail
confirm-email-lead = Our letters will go to { $email }, and you can sign in with this address.
confirm-email-do = Confirm
confirm-email-working = Confirming…
confirm-email-done-title = Your e-mail is confirmed
confirm-email-done = From now on our letters go to { $email }.
confirm-email-on = Continue
confirm-email-used = If you have confirmed the address already, all is done. If not, change your e-mail in “My account” once more.
confirm-email-anew = To get another link, change your e-mail in “My account” once more.

### What can go wrong

access-offline = { $why ->
    [no-network] No connection. This needs the internet; what you typed is still here.
   *[unanswered] The company does not answer now. What you typed is still here; please try again later.
 }
access-offline-pressed = { $why ->
    [no-network] No connection. This needs the internet.
   *[unanswered] The company does not answer now. Please try again later.
 }
problem-link_unknown = This link opens nothing. Perhaps it was cut off when it was copied; open it from the letter once more.
problem-link_used = This link was used already.
problem-link_expired = This link is too old.
problem-password_refused = { $why ->
    [password_too_short] At least 8 characters, please.
    [password_too_long] At most 256 characters, please.
    [password_is_account] Not your account number, please: it would be tried first.
    [password_is_email] Not your e-mail address, please: it would be tried first.
   *[password_common] Very many people use this password, so it would be tried first. Please choose another one.
 }
problem-password_wrong = The present password is not right.
problem-email_taken = Somebody uses this e-mail address here already. If that is you, sign in with it.
problem-account_mismatch = What you typed is not as on the bill. Please compare.
problem-account_linked = This account is yours already.

### My account

account-unread = { $why ->
    [no-network] No connection. E-mail, phone, password and devices can be seen and changed as soon as there is one.
    [unanswered] The company does not answer now. E-mail, phone, password and devices can be seen and changed later.
    [signed-out] To see and change this, please sign in again.
   *[refused] This could not be read now. Please try again later.
 }
account-reach = How we reach you
account-entrance = Signing in
account-none = none yet
account-present = Now
account-current = Your present password
account-save = Save
account-saved = Saved
account-working = One moment…
account-remove = Remove
account-remove-yes = Remove
account-remove-no = Keep

account-email = E-mail
account-email-new = New e-mail
account-email-hint = We send a link there. Until you open it, nothing changes.
account-email-send = Send the link
account-email-sent = A link is on its way to { $email }. It takes up to three minutes, and can be used once, within 24 hours.
account-email-until = Until you open it, the old address stays.
account-email-help = Nothing has come? Look into the spam folder, and check the address that you typed.
account-phone = Phone
account-phone-new = New number
account-phone-send = Save
account-phone-remove = Remove the number
account-phone-removed = We have no telephone number of yours any more.
account-language = Language of our letters

account-password = Password
account-password-line = Change
account-password-changed = Your password is changed
account-password-others = { $others ->
    [ended] All your other devices are signed out.
   *[left] Your other devices stay signed in.
 }

account-premises = Premises
account-premises-line = Add or remove
account-add = Add premises
account-add-lead = Type what stands on their bill.
account-add-another = Add more
account-added = Added: { $address }
account-added-switch = { $here ->
    [yes] You change between your premises at the top of the screen.
   *[no] They appear as soon as there is a connection.
 }
account-added-show = Show
account-remove-title = Remove { $address }?
account-remove-text = The meters and readings of these premises go from your devices. What you have handed in stays with the company. With a bill you can add them again.
account-remove-waiting = { $count ->
    [one] One reading of these premises waits
   *[other] { $count } readings of these premises wait
 } on this { $device ->
    [phone] phone
   *[computer] computer
 }. Hand in first what waits: afterwards it would not be possible.
account-remove-last = You have no other premises, so these cannot be removed.
account-removed = Removed: { $address }

account-devices = Devices
account-devices-count = { $count ->
    [one] One device
   *[other] { $count } devices
 }
account-devices-lead = You are signed in on these. If you do not know one of them, sign it out and change your password.
account-devices-end = Sign out all others
account-devices-end-title = Sign out all other devices?
account-devices-ended = All other devices are signed out.
account-device = { $known ->
    [both] { $browser } on { $system }
    [browser] { $browser }
    [system] { $system }
   *[nothing] Unknown device
 }
account-device-own = This { $device ->
    [phone] phone
   *[computer] computer
 }
account-device-used = { $when ->
    [today] Used today
    [yesterday] Used yesterday
   *[earlier] Used { $day }
 }
account-device-since = { $when ->
    [today] signed in today
    [yesterday] signed in yesterday
   *[earlier] signed in { $day }
 }
account-device-end = Sign out
account-device-end-title = Sign out { $name }?
account-device-end-text = What is stored there stays. Nothing new comes and nothing is handed in until you sign in there again.
account-device-leave = Leave it
account-device-ended = Signed out: { $name }

account-passkeys = Passkeys
account-passkeys-count = { $count ->
    [0] None yet
    [one] One passkey
   *[other] { $count } passkeys
 }
account-passkeys-lead = With a passkey you sign in by your fingerprint, your face or the code of your device: nothing to remember, nothing that somebody could guess or trick you out of.
account-passkey-add = Add a passkey
account-passkey-added = Added. You can sign in with it next time.
account-passkey-made = { $when ->
    [today] Added today
    [yesterday] Added yesterday
   *[earlier] Added { $day }
 }
account-passkey-used = { $when ->
    [today] used today
    [yesterday] used yesterday
   *[earlier] used { $day }
 }
account-passkey-unused = not used yet
account-passkey-cannot = This browser cannot use passkeys.
account-passkey-cancelled = No passkey was added.
account-passkey-already-there = This device has a passkey of yours already.
account-passkey-remove-title = Remove this passkey?
account-passkey-remove-text = { $name }: you can no longer sign in with it. Your password stays.
account-passkey-removed = The passkey is removed.

### At the kiosk: showing one's bills on the tablet of the office

at-kiosk-title = Your bills at the kiosk
at-kiosk-ask = The tablet “{ $kiosk }” would show your bills: your addresses, what you owe, and what for. Whoever stands at it would see them.
at-kiosk-only = Go on only if you stand there yourself. Nobody of ours asks for this number by phone or message.
at-kiosk-which = Which number is on the tablet now?
at-kiosk-none = None of these: show nothing
at-kiosk-missing = There is no number on the tablet? Press “My bills” there once more, and scan the new code.
at-kiosk-working = One moment…
at-kiosk-declined-title = Your bills are not shown
at-kiosk-declined-number = That is not the number on the tablet, so it shows nothing. If you do stand there, have a new code shown, and scan it.
at-kiosk-declined-no = The tablet shows nothing. Did somebody send you this code? Then please tell us.
at-kiosk-shown-title = The tablet may show your bills
at-kiosk-shown = Your bills are on the screen of “{ $kiosk }” as soon as you say there that it is you.
at-kiosk-shown-end = When you are finished, press “Done” there, or end it here. After a few minutes they go by themselves.
at-kiosk-end = End it
at-kiosk-ended-title = Your bills are shown no more
at-kiosk-ended = In a few seconds nothing of yours is on the screen of “{ $kiosk }”.
at-kiosk-home = To the start page
at-kiosk-over = This code does not hold any more.
at-kiosk-scan = The code on the tablet holds for a few minutes, and once. Have a new one shown there, and scan it with the camera of your phone.
