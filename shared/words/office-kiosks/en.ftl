kiosks-title = Kiosks
kiosks-lead = Tablets in the foyer or at the desk, at which residents hand in readings without a phone of their own.
kiosks-add = Add a kiosk
kiosks-none-title = There is no kiosk yet
kiosks-none = Add one, and type its code on the tablet.
kiosks-name = Name
kiosks-name-hint = Where it stands, such as “Foyer, Rīgas iela 1”
kiosks-name-empty = Please type a name.
kiosks-state = State
kiosks-state-waiting = waits for its code
kiosks-state-lapsed = needs a new code
kiosks-state-enrolled = in use
kiosks-state-revoked = revoked
kiosks-code-until = code until { $time }
kiosks-seen = Last contact
kiosks-seen-never = none yet
kiosks-version = version { $version }
kiosks-actions = What to do
kiosks-rename = Rename
kiosks-renew = New code
kiosks-revoke = Revoke
kiosks-of = { $name }: { $what }
kiosks-cancel = Leave it as it is
kiosks-add-cancel = Cancel
kiosks-add-do = Add and show the code
kiosks-rename-title = Rename { $name }
kiosks-rename-do = Rename
kiosks-renamed = It is now called { $name }.
kiosks-renew-title = A new code for { $name }?
kiosks-renew-text = For a tablet that was reset or replaced. The one in use goes on working until the new code is typed somewhere.
kiosks-renew-text-first = No tablet is this kiosk yet. A code that was made before is void with the new one.
kiosks-renew-do = Show a new code
kiosks-revoke-title = Revoke { $name }?
kiosks-revoke-text = From now on nothing of it is entered by itself: what is still sealed on its tablet comes here, and waits for a decision. This cannot be taken back: to use the tablet again, add it as a new kiosk.
kiosks-revoked = { $name } is revoked.
kiosks-code-title = Code for { $name }
kiosks-code-lead = On the tablet open this address and type the code.
kiosks-code-once = It works once, until { $time }, and is shown only now.
kiosks-code-over = The time of this code is over. Close this and have a new one made.
kiosks-code-used = The kiosk is in use now.
kiosks-code-close = Close
kiosks-revoked-ones = Revoked before
kiosks-reused = On { $at } somebody else seems to have used its credential: perhaps it was copied. Give the tablet a new code.
kiosks-takes-in-until = what it still holds is taken in until { $day }
kiosks-closed = nothing more is taken in from it
kiosks-close = Take in nothing more
kiosks-close-title = Take in nothing more from { $name }?
kiosks-close-text = What is still sealed on its tablet is never taken in after this: whoever left it would have to hand it in again. Do this if nothing of it can be believed, such as after a theft. It cannot be taken back.
kiosks-close-do = Take in nothing more
kiosks-closed-now = Nothing more is taken in from { $name }.

### Printing

kiosks-prints = may print
kiosks-print-on = Let it print
kiosks-print-on-title = Let { $name } print?
kiosks-print-on-text = Only if a printer is connected and the browser of the tablet prints without asking (started with --kiosk-printing). Otherwise a printing window stays open, which the kiosk cannot close, and the next person sees the receipt or the bill of the one before.
kiosks-print-on-do = It prints without asking
kiosks-print-off = Do not let it print
kiosks-print-off-title = { $name }: no printing any more?
kiosks-print-off-text = Its buttons for printing go. Receipts and bills are shown on the screen; whoever needs them on paper asks at the desk.
kiosks-print-off-do = Do not let it print
kiosks-print-set = { $name }: changed. The tablet is told at its next contact, within five minutes.

### What waits

kiosks-holds = Waited on the tablet at the last contact
kiosks-holds-nothing = nothing
kiosks-holds-unknown = not known yet
kiosks-holds-some = { $count ->
    [one] One slip
   *[other] { $count } slips
 }
kiosks-holds-since = since { $at }
kiosks-holds-refused = { $count ->
    [one] one of them cannot be opened
   *[other] { $count } of them cannot be opened
 }
kiosks-wrong-proofs = { $more ->
    [yes] { $count } wrong serial numbers or more in 24 hours
   *[no] { $count ->
        [one] one wrong serial number in 24 hours
       *[other] { $count } wrong serial numbers in 24 hours
     }
 }
kiosks-came-since = { $count ->
    [one] one slip came after it was revoked
   *[other] { $count } slips came after it was revoked
 }
kiosks-came-held = { $count ->
    [one] one of them waits for a decision
   *[other] { $count } of them wait for a decision
 }
kiosks-work-look = Look at what was left
kiosks-work-none = Nothing waits for the office to decide.
kiosks-work-office = { $more ->
    [yes] { $count } slips or more wait for the office, because not all readings on them could be entered.
   *[no] { $count ->
        [one] One slip waits for the office, because not all readings on it could be entered.
       *[other] { $count } slips wait for the office, because not all readings on them could be entered.
     }
 }
kiosks-work-held = { $more ->
    [yes] { $count } slips or more came from a tablet out of use.
   *[no] { $count ->
        [one] One slip came from a tablet out of use.
       *[other] { $count } slips came from a tablet out of use.
     }
 }
kiosks-more = Show more

### Slips

kiosks-slips-title = Left at kiosks
kiosks-slips-lead = What a resident hands in at one visit is a slip. Whatever of it could not be entered by itself waits here.
kiosks-slips-which = Show
kiosks-slips-of-office = what waits for the office
kiosks-slips-of-held = from tablets out of use
kiosks-slips-of-all = all slips, the newest first
kiosks-slips-number = Number on the receipt
kiosks-slips-number-hint = The resident’s receipt has it: eight signs, such as 1A2B-3C4D.
kiosks-slips-several = Several slips end in this number: { $count }. Name and time tell which one is meant.
kiosks-slips-none-office = Nothing waits: all readings left at kiosks were entered, or are settled.
kiosks-slips-none-else = Nothing else waits.
kiosks-slips-show-held = Show what came
kiosks-slips-none-held = Nothing came from tablets out of use.
kiosks-slips-none-all = Nothing was left at a kiosk yet.
kiosks-slips-none-number = Nothing with the number { $number } has come. It may still wait on the tablet.
kiosks-slips-back = All slips
kiosks-slip-number = Slip { $number }
kiosks-slip-no-account = { $typed }: no such account
kiosks-slip-nobodys = No such account
kiosks-slip-left = { $count ->
    [one] One reading
   *[other] { $count } readings
 }{ $left ->
    [0] {""}
    [one] , one not entered
   *[other] , { $left } not entered
 }
kiosks-slip-holds = { $count ->
    [one] One reading
   *[other] { $count } readings
 }
kiosks-slip-is-entered = entered
kiosks-slip-is-review = entered, waits for review
kiosks-slip-is-office = waits for the office
kiosks-slip-is-held = from a tablet out of use
kiosks-slip-is-settled = settled
kiosks-slip-held-why = When this came, the tablet was not this kiosk any more: the kiosk had been revoked, or the tablet replaced or set up as another kiosk. So nothing of it was entered. Whoever had the tablet may have made it up.
kiosks-slip-shut-out = Kiosks do not open this account now: it is locked, or the number of one of its meters is.
kiosks-slip-account = Account
kiosks-slip-typed-account = Account number as typed
kiosks-slip-serial = Serial number as typed
kiosks-slip-no-serial = none was typed
kiosks-slip-unnumbered = no number
kiosks-slip-contact = How to reach them
kiosks-slip-no-contact = nothing was left
kiosks-slip-contact-gone = not kept here: nothing on it waits any more
kiosks-slip-known = Known of the account
kiosks-slip-emptied = What was typed is not kept any more: it is deleted 90 days after nothing on a slip waits.
kiosks-slip-language = Language
kiosks-slip-saved = Handed in
kiosks-slip-received = Came here
kiosks-slip-brought = Brought by the tablet of
kiosks-slip-readings = Readings for { $period }
kiosks-slip-reading = Reading
kiosks-slip-outcome-accepted = entered
kiosks-slip-outcome-review = entered, waits for review
kiosks-slip-outcome-reviewed = entered, reviewed
kiosks-slip-outcome-office = not entered
kiosks-slip-outcome-by-office = entered by the office
kiosks-slip-by-office = Entered by { $name }, { $at }
kiosks-slip-enter = Enter it by hand
kiosks-slip-which-meter = Which meter is it?
kiosks-slip-find = It can be entered on the page of the right account, once you know which that is; then settle the slip here.
kiosks-slip-leave = Leave it
kiosks-slip-settled-by = Settled by { $name }, { $at }
kiosks-settle = Settle
kiosks-settle-note = What was done
kiosks-settle-hint = Such as “called, read anew” or “nobody of this number”. It stays in the office.
kiosks-settle-missing = Please write what was done.
kiosks-settle-do = It is settled
kiosks-settled = The slip is settled.
kiosks-take-in = Take in
kiosks-take-in-lead = If you are sure that residents left this before the tablet was lost, it can be entered as if it had come in time.
kiosks-held-who = A manager decides about it: whether it is entered as if it had come in time, or put away.
kiosks-take-in-do = Enter it
kiosks-take-in-title = Enter what came from a tablet out of use?
kiosks-take-in-text = The readings are checked as always. What does not fit waits for the office.
kiosks-taken-in-entered = All readings of the slip are entered.
kiosks-taken-in-office = Not all of it could be entered: look at what is left.
kiosks-problem-account_unknown = There is no account of this number.
kiosks-problem-account_mismatch = The serial number is of no meter of this account, so nothing was entered. Ask before you enter it.
kiosks-problem-kiosk_locked = The account was locked for kiosks when this came, so nothing was entered. Ask before you enter it.
kiosks-problem-serial_useless = { $why ->
    [none] No serial number was typed
    [nothing] What was typed as the serial number is none
    [short] What was typed as the serial number proves nothing, because it is too short
    [one-sign] What was typed as the serial number proves nothing, because it is the same sign over and over
    [no-digit] What was typed as the serial number proves nothing, because it has no digits
   *[unknown] What was typed as the serial number proves nothing
 }, so nothing was entered. Ask before you enter it.
kiosks-problem-serial_spread = This serial number had been tried for several accounts that day, so nothing was entered. Ask before you enter it.
kiosks-problem-meter_unknown = { $why ->
    [none] The resident says that this meter has no number.
   *[unknown] The account has no meter with this serial number.
 }
kiosks-problem-meter_unclear = Several meters of the account have this serial number.
kiosks-problem-id_reused = It could not be told apart from another reading.
kiosks-problem-stream_reused = The kiosk sent another reading under the same number.

### Locks

kiosks-locks-title = Locked accounts
kiosks-locks-lead = After five wrong serial numbers at a kiosk an account can no longer be opened there, whatever is typed; after ten at several kiosks it can be opened at none.
kiosks-locks-none = No account is locked.
kiosks-locked-at = Locked
kiosks-locked-where = Where
kiosks-locked-everywhere = at all kiosks
kiosks-locks-last = Last try
kiosks-locks-at = { $kiosk }, { $at }
kiosks-release = Release
kiosks-release-title = Release { $number }?
kiosks-release-text = Be sure that it was the resident who mistyped. Then the account can be opened at all kiosks again.
kiosks-released = { $number } is released.
kiosks-lockers-of = { $more ->
    [yes] { $kiosk }: { $count } accounts or more were locked there.
   *[no] { $kiosk }: { $count } accounts were locked there.
 }
kiosks-release-all = Release all of them
kiosks-release-all-title = { $kiosk }: release all accounts?
kiosks-release-all-text = Do this where somebody stood at a kiosk and typed numbers of others. All accounts that were locked there can then be opened again; each is noted in the log.
kiosks-released-all = { $count ->
    [one] One account is released.
   *[other] { $count } accounts are released.
 }

### Keys

kiosks-keys-title = Keys of the kiosks
kiosks-keys-lead = Kiosks seal what residents leave with the newest key, so that nobody can read it on the tablet. Every month a new one is made by itself.
kiosks-keys-none = There is no key yet: the first one is made when a kiosk is first heard of.
kiosks-keys-newest = In use: key { $number }, made { $at }
kiosks-keys-one = Key { $number }, made { $at }
kiosks-keys-older = { $count ->
    [one] One older key, kept for tablets that come back later
   *[other] { $count } older keys, kept for tablets that come back later
 }
kiosks-keys-renew = Make a new key
kiosks-keys-renew-title = Make a new key?
kiosks-keys-renew-text = Kiosks use it from their next contact on. What was sealed before can still be opened.
kiosks-keys-renewed = The new key is made.
