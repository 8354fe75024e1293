## What the office says of the progress of a month, of who has not read, and of verifications that end.

progress-title = Progress of the month
progress-month = Month
progress-counting = It is being counted for the first time. One moment…
progress-as-of = As of { $moment }
progress-so-far = Readings so far
progress-nothing-expected = There was no meter to be read in this month.
progress-state-ahead = The window opens on { $day }.
progress-state-open = The window closes on { $day }.
progress-state-grace = The window closed on { $day }; what was read in time still comes in until { $time } on { $until }.
progress-state-closed = The window closed on { $day }.
progress-state-locked = The month is locked ({ $moment }).
progress-sentence-read = { $read } of { $expected } registers are read.
progress-sentence-waiting = { $count ->
    [one] { $count } reading waits to be checked.
   *[other] { $count } readings wait to be checked.
 }
progress-sentence-export = The month can be locked and given to billing from { $time } on { $day }.
progress-sentence-export-now = The month can be locked and given to billing now.
progress-read = Read
progress-missing = Not read
progress-waiting = Waiting to be checked
progress-estimated = Estimate only
progress-expected = To be read
progress-of = { $read } of { $expected } registers
progress-meters = { $count ->
    [one] { $count } meter
   *[other] { $count } meters
 }
progress-compared = By the same day of the window: last month { $month }, last year { $year }
progress-then = { $period }, by the same day
progress-share = Share
progress-registers = Registers
progress-day = Day
progress-chart-title = Readings received for { $period }, by day
progress-chart-sum = Read so far
progress-chart-came = On the day
progress-chart-table = As a table
progress-sources = Where they came from
progress-source = From
progress-source-resident = Residents
progress-source-kiosk = Kiosk
progress-source-office = Office
progress-source-billing = Billing
progress-source-estimate = Estimate, not read
progress-work = What waits
progress-work-review = Readings to check
progress-work-late = Late readings
progress-work-refused = Refused readings
progress-work-conversations = Messages to be answered
progress-work-missing = Accounts with a meter not read
progress-work-verifications = Verifications that end or have ended
progress-work-jobs = Work in progress
progress-reminding = Reminders are being written.
progress-buildings = By building
progress-building = Building
progress-no-buildings = There are no buildings to show.
progress-to-missing = Who has not read
progress-more = Show more
progress-back = Progress of the month

progress-missing-title = Who has not read for { $period }
progress-search = Number, holder, address, meter
progress-print = List for the doors
progress-remind = Remind by mail…
progress-nobody-missing = Everything is read here.
progress-none-found = Nobody found who still has to read.
progress-count = { $count ->
    [one] { $count } account
   *[other] { $count } accounts
 }
progress-first = { $count ->
    [one] The first account; there are more
   *[other] The first { $count } accounts; there are more
 }
progress-account = Account
progress-address = Address
progress-meter = Meter
progress-last = Last reading
progress-never-read = never read
progress-estimate = estimate
progress-reach = How to reach them
progress-now-read = Reading now
progress-by-mail = Can be reminded by mail
progress-reminded = Reminded { $moment }

progress-remind-title = Remind by mail
progress-remind-count = { $count ->
    [0] Nobody would get a letter: everybody who can be reached has read, or was reminded already.
    [one] { $count } account with somebody who uses the portal and has not read yet gets a letter.
   *[other] { $count } accounts with somebody who uses the portal and has not read yet get a letter.
 }
progress-remind-building = Everybody in this building who uses the portal and has not read yet gets a letter: { $building }.
progress-remind-once = Each account is reminded once a month at the most. Whoever reads before the letter goes out gets none.
progress-remind-verifications = { $count ->
    [0] Nobody would get a letter: everybody who can be reached was warned already.
    [one] { $count } account with somebody who uses the portal gets a letter about its meters.
   *[other] { $count } accounts with somebody who uses the portal get a letter about their meters.
 }
progress-remind-verifications-many = More than { $count } accounts with somebody who uses the portal get a letter about their meters.
progress-remind-verifications-once = Nobody gets the same warning twice: one 60, one 30 and one 7 days ahead, and one after the end.
progress-remind-send = Send the letters
progress-remind-cancel = Do not send
progress-remind-begun = The letters are being written. They go out bit by bit.

progress-verifications-title = Verifications
progress-verifications-lead = Meters whose verification ends within 60 days or has ended, the most urgent first.
progress-verifications-none = There is no such meter.
progress-step = Ends
progress-step-all = All
progress-step-ended = Has ended
progress-step-7 = Within 7 days
progress-step-30 = In 8 to 30 days
progress-step-60 = In 31 to 60 days
progress-service = Service
progress-service-all = All
progress-csv = As a file (CSV)
progress-until = Valid until
progress-days-left = { $days ->
    [0] today is the last day
    [one] { $days } day left
   *[other] { $days } days left
 }
progress-days-over = { $days ->
    [one] ended { $days } day ago
   *[other] ended { $days } days ago
 }
progress-meters-count = { $count ->
    [one] { $count } meter
   *[other] { $count } meters
 }
progress-meters-first = { $count ->
    [one] The first meter; there are more
   *[other] The first { $count } meters; there are more
 }
