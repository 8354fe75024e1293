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
sign-in-at-kiosk = Sign in, and then you can show your bills on the tablet at which you stand.
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
home-history = All readings
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
sending-messages = { $count ->
    [one] One message is not handed in yet
   *[other] { $count } messages are not handed in yet
 }
sending-now = Hand in now
sending-tried = { $at }: { silence }. Everything is kept here and is handed in by itself.
sending-last = Last contact with the company: { $at }
sending-never = No contact with the company yet
sending-own-accord = What you save is handed in by itself as soon as there is a connection.

### Entering readings

readings-title = Readings
reading-previous = Previous

### History: periods, one period, one meter

history-title = History
periods-period = Month
period-meter = Meter
period-serial = Serial number
meter-verified-until = Verified until { $day }
meter-verified-expired = Verification ended on { $day }
meter-verified-soon = { $days ->
    [one] Verification ends tomorrow
   *[other] Verification ends in { $days } days
 }

### More

more-language = Language
account-title = My account

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

problem-period_locked = { $period } was given to billing. A reading handed in later is kept, and the office will settle the difference.
problem-account_unknown = This account is not linked to you any more.
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
