## Words of accounts and meters in the office, English.

### Finding an account

accounts-title = Accounts
accounts-search = Find an account
accounts-search-hint = Account number, name, address or serial number of a meter. The beginning of a word is enough. Enter opens an account that is the only one, or whose number is typed.
accounts-found-label = Accounts found
accounts-recent = Opened last
accounts-count = { $count ->
    [one] One account
   *[other] { $count } accounts
 }
accounts-first = { $count ->
    [0] Nothing yet, there is more to look through.
    [one] The first account
   *[other] The first { $count } accounts
 }
accounts-none = Nothing is found for “{ $text }”. Try the beginning of a word, or fewer words.
accounts-receipt = Slip { $number } left at a kiosk
accounts-more = Show more
accounts-taken-out = taken out

### One account

accounts-one = Account
accounts-print = Print
accounts-cancel = Cancel
accounts-whose = Whose it is
accounts-holder = Holder
accounts-address = Address
accounts-email = E-mail
accounts-phone = Phone
accounts-none-known = not known
accounts-billing-owns = Holder and address come from billing: what is wrong there is put right in billing. Its next file may also bring another e-mail and phone.
accounts-contacts-change = Change e-mail or phone
accounts-contacts-send = Save
accounts-wrong-email = This is not an e-mail address.
accounts-wrong-phone = This is not a phone number.
accounts-users = Who uses it in the portal
accounts-no-users = Nobody has linked this account yet.
accounts-linked = since { $day }
accounts-conversations = Conversations
accounts-no-conversations = There are none.
accounts-log = What was done here
accounts-actor-resident = the resident
accounts-actor-other = by itself or by a file
accounts-done = { $action ->
    [view-account] Account opened
    [view-conversation] Conversation opened
    [set-contacts] E-mail or phone changed
    [replace-meter] Meter replaced
    [retire-meter] Meter taken out
    [verify-meter] Verification entered
    [correct-meter] Meter corrected
    [add-meter] Meter added
    [enter-reading] Reading entered
    [accept-reading] Reading accepted
    [correct-reading] Reading corrected
    [refuse-reading] Reading refused
    [ask-about-reading] Resident asked about a reading
    [link-account] Account linked to a user
    [unlink-account] Account taken from a user
    [kiosk-look-up] Looked up at a kiosk
    [kiosk-look-up-refused] Tried at a kiosk while it was locked
    [kiosk-proof-wrong] Wrong serial number at a kiosk
    [kiosk-account-locked] Locked at a kiosk
    [kiosk-account-locked-everywhere] Locked at all kiosks
    [kiosk-serial-refused] Serial number refused at a kiosk: tried for many accounts
    [kiosk-account-released] Released for kiosks
   *[other] Something else was done
 }
accounts-older = { $count ->
    [one] One more
   *[other] { $count } more
 }
accounts-nothing = There is nothing yet.

### Money

accounts-owed-since = The oldest of it is for { $period }.
accounts-bills = Bills
accounts-ledger = Ledger
accounts-payments = Payments
accounts-table = Table
accounts-month = Month
accounts-day = Day
accounts-amount = Amount
accounts-state = State
accounts-payment-source = Through
accounts-bill-state = { $state ->
    [paid] paid
    [none] nothing to pay
    [partly] { $left } open, until { $day }
    [open] open until { $day }
    [overdue] { $left } overdue since { $day }
   *[unknown] until { $day }
 }
accounts-ledger-opening = Opening
accounts-ledger-charged = Charged
accounts-ledger-recalculated = Recalculated
accounts-ledger-paid = Paid
accounts-ledger-closing = Closing

### Readings

accounts-readings = Readings
accounts-no-readings = No meter of this account was read in the last two years.
accounts-locked = closed for billing
accounts-all-months = Show all { $count } months
accounts-by-resident = resident
accounts-by-kiosk = at the kiosk
accounts-by-office = office
accounts-by-billing = billing
accounts-exported = given to billing
accounts-rejected = not taken
accounts-reason = Reason: { $reason }

### Meters

accounts-meters = Meters
accounts-no-meters = This account has no meter.
accounts-former-meters = Meters that were taken out ({ $count })
accounts-not-read = not read yet
accounts-waits = { $count ->
    [one] a reading waits to be checked
   *[other] { $count } readings wait to be checked
 }
accounts-previous = Before, { $period }
accounts-initial = When it came
accounts-use = Use
accounts-do-read = Enter a reading
accounts-do-replace = Replace
accounts-do-verify = Verification
accounts-do-correct = Correct
accounts-do-retire = Take out
accounts-add = Add a meter

accounts-meter-service = Service
accounts-meter-serial = Serial number
accounts-meter-place = Where it hangs
accounts-meter-verified = Verified until
accounts-meter-unit = Unit
accounts-meter-ratio = Use is multiplied by
accounts-meter-registers = Registers
accounts-registers = { $count ->
    [1] one
    [2] day and night
    [3] three tariffs
   *[other] four tariffs
 }
accounts-meter-digits = Digits before the mark
accounts-meter-decimals = Digits after it
accounts-meter-initial = First value
accounts-meter-fixed = The meter was read already: its registers, unit and first values stay, because the readings rest on them. If it is another meter, replace it.

accounts-replace-title = Replace the meter
accounts-replace-lead = One entry for both meters: what the old one showed at its end and what the new one came with. The use of the month is made of both.
accounts-replace-day = Replaced on
accounts-replace-new = The new meter
accounts-replace-send = Replace
accounts-replace-done = The meter is replaced. The resident sees it at the next contact.
accounts-finals = Final values of the old meter
accounts-rollover = It has passed zero since its last reading
accounts-waiting = The resident handed in this on { $at } and said that the meter was replaced. Take it as the new meter’s reading:
accounts-retire-title = Take the meter out
accounts-retire-lead = No other meter comes in its place. Its readings stay visible.
accounts-retire-day = Taken out on
accounts-retire-unread = Nobody read the final values; its use to the end stays unknown
accounts-retire-send = Take out
accounts-retire-done = The meter is taken out.
accounts-verify-title = Verification
accounts-verify-day = Now verified until
accounts-verify-send = Save
accounts-verify-done = The verification is saved.
accounts-correct-title = Correct the meter
accounts-correct-send = Save
accounts-correct-done = The meter is corrected.
accounts-add-title = Add a meter
accounts-add-day = Installed on
accounts-add-send = Add
accounts-add-done = The meter is added.
accounts-reason-label = Reason
accounts-reason-read = The resident reads it beside the final values.
accounts-reason-kept = It is kept with your name.
accounts-override = It is right, enter it all the same
accounts-wrong-day = Please choose a day.
accounts-wrong-reason = Please write the reason.
accounts-wrong-empty = Please fill this in.
accounts-wrong-text = This cannot be read as text.
accounts-wrong-whole = A whole number from { $least } to { $most }.

### What stands against it

problem-serial_taken = This account already has a meter of this service with this serial number. Look among those that were taken out.
problem-meter_has_readings = The meter was read meanwhile: its registers, unit, factor, first values and day of installation cannot be changed any more.
problem-day_in_future = This day has not come yet.
problem-day_before_installed = The meter was installed on { $day }: choose that day or a later one.
problem-day_before_reading = The meter was read on { $day }, so it still hung there. Choose that day or a later one, or check that reading first.
problem-month_given = { $how ->
    [billed] Billing already has a reading of this meter for { $period }, and it stays. Choose a day of the next month.
   *[locked] { $period } is closed for billing. A manager can unlock it under “Windows”; or choose a day of a month that is open.
 }
