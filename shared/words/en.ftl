## Words of Meterbook, English. The keys and their variables are the same in every language; a test holds them together.

### Places in the app

nav-readings = Readings
nav-bills = Bills
nav-ledger = Ledger
nav-more = More
nav-label = Main menu
skip-to-content = Go to the content
emergency = Emergency

### Services, units, registers

service-cold-water = Cold water
service-hot-water = Hot water
service-gas = Gas
service-liquefied-gas = Liquefied gas
service-electricity = Electricity
service-heating = Heating
unit-m3 = m³
unit-kWh = kWh
unit-MWh = MWh
unit-Gcal = Gcal
unit-kg = kg
register-B = Reading
register-T1 = T1 · day
register-T2 = T2 · night
register-T3 = T3
register-T4 = T4
meter-serial = No. { $serial }

### Languages, each in its own words

language-en = English
language-lv = Latviešu
language-ru = Русский

### Days and months inside sentences

month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 }
day-on = { $day } { month }
day-from = { day-on }
day-until = { day-on }
period = { month } { $year }
period-for = { period }
date = { $day } { $short } { $year }
moment-day = { $day } { $short }, { $time }
moment-year = { day-on } { $year }, { $time }
moment-full = { moment-year }

### Signing in

sign-in-title = Sign in
sign-in-lead = Hand in your meter readings, even where there is no signal.
sign-in-name = Account number or e-mail
sign-in-name-hint = The account number stands on every bill, for example { $example }.
sign-in-password = Password
sign-in-show-password = Show the password
sign-in-hide-password = Hide the password
sign-in-button = Sign in
sign-in-working = Signing in…
sign-in-passkey = Sign in with a passkey
sign-in-forgot = Forgot your password?
sign-in-new = New here?
sign-in-register = Register
sign-in-name-empty = Please type your account number or e-mail.
sign-in-password-empty = Please type your password.
sign-in-offline = { $why ->
    [no-network] No connection. Signing in needs the internet; after that the app works without it.
   *[unanswered] The company does not answer now. Please try again later.
 }
sign-in-help = Questions? Call us:
sign-in-again = Please sign in again. Everything you saved is still on this { $device ->
    [phone] phone
   *[computer] computer
 }.
sign-in-others = { $count ->
    [one] One saved reading waits on this { $device ->
        [phone] phone
       *[computer] computer
     }. It is handed in when the person who saved it signs in.
   *[other] { $count } saved readings wait on this { $device ->
        [phone] phone
       *[computer] computer
     }. They are handed in when the person who saved them signs in.
 }
sign-in-demo = Sign-ins for trying out
sign-in-demo-use = Use { $number }

### Windows

window-open = Open until { $day }
window-left = { $days ->
    [0] Today is the last day
    [1] One more day after today
   *[other] { $days } days left
 }
window-for = Readings for { $forPeriod }
window-closed = Opens on { $day }
window-closed-hint = Readings for { $forPeriod } can be handed in from { $from } to { $until }.
window-done = Everything is handed in
window-done-hint = Nothing more to do for { $forPeriod }. You can still correct a reading until { $day }.
window-read = All meters are read
window-read-hint = What you saved is handed in by itself as soon as there is a connection. You can correct a reading until { $day }.
window-checking-hint = The office is checking a reading for { $forPeriod }. There is nothing more to do; you can correct it until { $day }.
window-over = By this { $device ->
    [phone] phone's
   *[computer] computer's
 } clock the window closed on { $day }. If the date on the { $device ->
    [phone] phone
   *[computer] computer
 } is wrong, hand the reading in all the same; the office will look at it.

### Home

home-title = Home
home-account = Account { $number }
home-meters = Meters
home-enter = Enter readings
home-continue = Continue
home-look = See readings
home-progress = { $read } of { $all } read
home-old-meters = Meters taken out
home-loading = Getting your meters…
home-loading-rows = { $count ->
    [one] One row so far
   *[other] { $count } rows so far
 }
home-empty-title = No meters here yet
home-empty = The company has not entered any meters for this account. If you have one, please call us.
home-offline-title = Your meters are not on this { $device ->
    [phone] phone
   *[computer] computer
 } yet
home-offline = Connect to the internet once. After that everything works without it.
home-no-account-title = No account is linked to you
home-no-account = Please call us, and we will link your account.
account-choose = Account

### Where a reading stands

state-none = Not read yet
state-draft = Begun, not saved
state-closed = Last reading { $period }
state-never = No readings yet
state-retired = Taken out { $day }
stage-saved = Saved on this { $device ->
    [phone] phone
   *[computer] computer
 }
stage-saved-hint = It will be handed in by itself as soon as there is a connection.
stage-received = Received { $at }
stage-review = Received { $at } – the office is checking it
stage-late = Received { $at } – after billing, the office will settle it
stage-refused = Not accepted
stage-billed = In billing
stage-withdrawing = Being withdrawn
stage-withdrawn = Withdrawn { $at }
stage-superseded = Corrected { $at }
stage-office = Entered by the office
estimate = Estimated
estimate-void = { estimate }, replaced by the real reading

refused-reading = Not accepted: { $service }, { $period }
refused-withdrawal = Not withdrawn: { $service }, { $period }
refused-unknown = Not accepted
refused-again = Look at it

### Sending

sending-idle = Everything you saved is handed in
sending-working = Handing in…
sending-waiting = Next attempt at { $at }
sending-offline = No connection
sending-signed-out = Sign in to hand in
sending-upgrade-required = A new version of the app is needed
sending-queued = { $count ->
    [0] Nothing is waiting
    [one] One reading waits on this { $device ->
        [phone] phone
       *[computer] computer
     }
   *[other] { $count } readings wait on this { $device ->
        [phone] phone
       *[computer] computer
     }
 }
sending-now = Hand in now
sending-tried = { $at }: { silence }. Everything is kept here and is handed in by itself.
sending-last = Last contact with the company: { $at }
sending-never = No contact with the company yet
sending-own-accord = What you save is handed in by itself as soon as there is a connection.

### Entering readings

readings-title = Readings
readings-for = Readings for { $forPeriod }
readings-last = What was read last
reading-of = { $meter }, new reading in { $unit }
reading-hint = Type the digits as on the meter. A comma or a point before the red ones.
reading-hint-whole = Type the digits as on the meter.
reading-previous = Previous
reading-previous-of = Previous, { $period }
reading-initial = At installation
reading-use = Use
reading-use-months = Use in { $months ->
    [one] one month
   *[other] { $months } months
 }
reading-reason = The office: “{ $reason }”
reading-use-none = –
reading-use-below = lower than before
use-with-old = old meter included
reading-usual = Usually about { $use } { $unit } a month
reading-save = Save
reading-saving = Saving…
reading-correct = Correct
reading-correcting = Correcting the reading
reading-withdraw = Withdraw
reading-withdraw-title = Withdraw this reading?
reading-withdraw-text = { $service }, { $period }. The company will no longer count it. You can enter a new one until { $day }.
reading-withdraw-yes = Withdraw
reading-withdraw-no = Keep
reading-keep = Leave as it is
confirm-title = So much used?
confirm-text = { $register }: { $use } { $unit }. Usually it is about { $usual } { $unit } a month. Please look at the meter once more.
confirm-yes = Yes, the meter shows this – save
confirm-no = Change the reading
problem-choose = What happened?
problem-dismiss = I have read this

explanation-rollover = The meter went round to zero – save
explanation-registers_swapped = I swapped { $register } and { $with } – swap them
explanation-decimal_slip = The comma slipped – change to { $value }
explanation-consumption_not_reading = I typed the use – change to { $value }
explanation-meter_replaced = The meter was replaced – save

### History: periods, one period, one meter

history-title = History
history-periods = Months
history-meters = Meters
history-empty-title = No readings yet
history-empty = Your readings will be listed here, month by month.
periods-period = Month
periods-changed = Last change
periods-billed = Taken into billing
periods-billed-all = Yes
periods-billed-some = In part
periods-billed-none = Not yet
periods-add = Add readings
periods-edit = Edit
periods-withdraw-title = Withdraw all readings for { $forPeriod }?
periods-withdraw-text = The company will no longer count them. You can enter new ones until { $day }.
period-table = Readings for { $forPeriod }
period-meter = Meter
period-serial = Serial number
period-retired = Taken out
period-unit = Unit
period-previous = Previous
period-current = Current
period-difference = Difference
period-print = Print
period-empty = No meter was read in this month.
period-unknown = There is nothing for this month.
period-future = This month has not begun yet.
period-waiting = Waits for the office
meter-chart = Use in the last twelve months
meter-chart-last-year = The same month a year before
meter-chart-this-year = Last twelve months
meter-chart-estimate = Average of several months
meter-chart-empty = The chart appears after two readings.
meter-chart-table = Show as a table
meter-chart-month = Month
meter-history = All readings
meter-former = Show what was corrected or withdrawn
meter-before = Before
meter-verified = Verification valid until
meter-verified-none = not known
meter-verified-until = Verified until { $day }
meter-verified-expired = Verification ended on { $day }
meter-verified-soon = { $days ->
    [one] Verification ends tomorrow
   *[other] Verification ends in { $days } days
 }
meter-installed = Installed
meter-retired = Taken out
meter-replaced = Replaced by
meter-replaces = In place of
meter-unknown-title = This meter is not here
meter-unknown = It may belong to another account.

### More

more-title = More
more-language = Language
more-account = Account
account-title = My account
more-holder = Holder
more-address = Address
more-number = Account number
more-sending = Handing in
more-storage = Storage
more-storage-kept = Your saved readings are kept safely on this { $device ->
    [phone] phone
   *[computer] computer
 }.
more-storage-evictable = The browser may clear unsent readings when space runs out. Allow the app to keep them.
more-storage-unknown = It is not known yet whether the browser keeps your saved readings.
more-storage-keep = Keep them safely
more-storage-refused = The browser did not allow it. It usually does once the app is on the home screen. Until then, hand in soon what you save.
more-install = On the home screen
more-install-text = Put the app on the home screen: it opens at once, also without signal.
more-install-button = Put it there
more-install-ios = Tap the Share button below, then “Add to Home Screen”.
more-contact = Questions
more-mail = Write to { $address }
more-version = Version { $version }
more-sign-out = Sign out
sign-out-title = Sign out?
sign-out-plain = Your meters will be removed from this { $device ->
    [phone] phone
   *[computer] computer
 }. When you sign in, they are back.
sign-out-unsent-title = Not everything is handed in
sign-out-unsent = { $count ->
    [one] One reading waits on this { $device ->
        [phone] phone
       *[computer] computer
     }.
   *[other] { $count } readings wait on this { $device ->
        [phone] phone
       *[computer] computer
     }.
 } What would you like to do?
sign-out-send-first = Hand in, then sign out
sign-out-keep = Sign out and keep them here
sign-out-keep-hint = They are handed in when you sign in here again.
sign-out-export = Save them as a file
sign-out-export-hint = A table that you can read, and that our office can take in as it is.
sign-out-exported = Saved as “{ $file }”.
sign-out-left = Readings that cannot be written into a file and stay here: { $count }.
sign-out-withdrawals = Withdrawals cannot be taken along in a file.
file-captured = Read on
sign-out-stay = Stay signed in
sign-out-not-sent = They could not be handed in now. Try again later, or choose another way.

### Notices over every screen

notice-update = A new version of the app is ready.
notice-update-button = Reload
notice-reload = This page is out of date. Reload it to go on; nothing you typed is lost.
notice-storage-title = Nothing can be saved here
notice-storage = This browser gives the app no storage. Private windows often do that: please open the app in a normal window.
notice-demo = Trial version. Its clock stands at { $at }.
notice-offline = { silence }. You can go on; everything is kept here.
silence = { $why ->
    [no-network] No connection
   *[unanswered] The company does not answer now
 }
notice-signed-out = To hand in what you saved, please sign in again.
notice-signed-out-idle = To see what is new, please sign in again.
notice-upgrade = This version of the app is too old to hand in. Please reload it.
not-found-title = There is no such page
not-found = The address may be old or mistyped.
not-found-home = To the start
failed-title = This page did not open
failed = Check the connection and try once more. Nothing you typed is lost.
failed-again = Try again

### Problems, by their code

problem-value_empty = Type what the meter shows.
problem-value_not_a_number = Only digits and one comma, please.
problem-too_many_digits = { $digits ->
    [one] This meter has one digit before the comma.
   *[other] This meter has { $digits } digits before the comma.
 } Put the comma where the red digits begin.
problem-too_many_decimals = { $decimals ->
    [0] This meter has no digits after the comma.
    [one] This meter has one digit after the comma.
   *[other] This meter has { $decimals } digits after the comma.
 }
problem-register_missing = “{ $register }” is still missing.
problem-register_unknown = This meter has no “{ $register }”.
problem-below_previous = { $since ->
    [start] Lower than at installation: { $previous }.
   *[period] Lower than for { $forPeriod }: { $previous }.
 }
problem-above_next = Higher than the later reading for { $forPeriod }: { $next }.
problem-rollover = The meter went round to zero: { $use } used.
problem-rollover_unlikely = { $cause ->
    [far] The last reading was { $previous }, far from the highest that the meter can show.
    [use] If the meter went round to zero, { $use } would have been used: more than is possible in that time.
   *[next] The later reading does not show that the meter went round to zero.
 } The office will check it.
problem-meter_replaced = You told us that the meter was replaced. The office will enter the new one.
problem-meter_retired = This meter was taken out on { $day } and takes no more readings.
problem-unusual_high = { $use } is far more than usual – about { $usual } a month.
problem-impossible_use = { $use } is more than can flow through here in that time, { $possible }. The office will check it.
problem-still_zero = { $periods ->
    [one] No use for one month.
   *[other] No use for { $periods } months.
 } If somebody lives here, the meter may be stuck.
problem-outside_window = Readings are not accepted on this day. Next time: from { $from } to { $until }.
problem-window_unsure = It is not certain that the reading was taken in time. The office will check it.
problem-period_locked = { $period } was given to billing. A reading handed in later is kept, and the office will settle the difference.
problem-verification_expired = The verification of this meter ended on { $day }.
problem-time_uncertain = The clock here is not exact. The reading counts all the same.
problem-corrects_withdrawn = The reading that this one corrects was withdrawn meanwhile. The office will decide.
problem-concurrent_reading = Another reading for the same month came from another device. The office will decide which one counts.
problem-superseded_by_later = A later reading has taken its place.
problem-malformed = Something in it could not be read. Please call us.
problem-hash_mismatch = It arrived damaged. Please enter the reading again.
problem-id_reused = It could not be told apart from another reading. Please enter it again.
problem-stream_reused = It could not be put in order with your other readings. Please enter it again.
problem-kind_unknown = The company's side does not know this yet. Please call us.
problem-account_unknown = This account is not linked to you any more.
problem-meter_unknown = This meter does not belong to your account.
problem-reading_unknown = The reading that this changes was never received.
problem-reading_not_current = The reading was changed in the meantime. Look at it again.
problem-reading_billed = The reading was given to billing and cannot be changed. Please call us.
problem-try_again = It did not work this time. It is tried again by itself.
problem-storage_full = It could not be saved: the storage of this { $device ->
    [phone] phone
   *[computer] computer
 } did not take it. Free some space and press Save again; what you typed is still here.
problem-storage_unavailable = This browser does not let the app save anything. What you typed is still here; please do not close the page and call us.
problem-bad_input = Something in it is not right. Please check what you typed.
problem-signed_out = Please sign in again.
problem-sign_in_failed = The account number (or e-mail) or the password is not right.
problem-other_user = Somebody else is signed in here now. Please sign in again.
problem-forbidden = You are not allowed to do this.
problem-not_found = This is not here any more.
problem-too_large = This is too much at once.
problem-too_many = Too many attempts. { $count ->
    [0] Please wait a few minutes.
   *[other] Please try again in about { wait }.
 }
wait = { $unit ->
    [hours] { $count ->
        [one] one hour
       *[other] { $count } hours
     }
   *[minutes] { $count ->
        [one] one minute
       *[other] { $count } minutes
     }
 }
problem-passkey_refused = This passkey does not open anything here. Please sign in with your password.
problem-upgrade_required = This version of the app is too old. Please reload it.
problem-internal = Something went wrong at the company's side. Please try again later.
