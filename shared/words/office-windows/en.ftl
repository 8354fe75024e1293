## What the office says of windows, exceptions and locks.

windows-title = Windows
windows-intro = When residents can hand in readings, month by month.
windows-back = All months
windows-for = Shown for
windows-everybody = The whole company
windows-rule = By rule: from day { $from } to { $until ->
    [31] the last day
   *[other] day { $until }
 } of the month.
windows-rule-over = By rule: from day { $from } to day { $until } of the next month.
windows-rule-grace = { $hours ->
    [one] What comes up to { $hours } hour late still counts.
   *[other] What comes up to { $hours } hours late still counts.
 }
windows-rule-shift = A closing day on a weekend or a holiday moves to the next working day.
windows-holidays = Holidays: { $days }
windows-no-holidays = No holidays are entered.
windows-month = Month
windows-days = Open
windows-lockable = Can be locked from
windows-read = Read
windows-read-of = { $read } of { $expected }
windows-now = this month
windows-open-now = Open
windows-locked = Locked
windows-changed = By exception
windows-others = { $count ->
    [one] Exception elsewhere
   *[other] { $count } exceptions elsewhere
 }
windows-opens = Opens
windows-closes = Closes
windows-grace = What comes late counts until
windows-locked-at = Locked
windows-locked-why = Why
windows-locked-exported = Given to billing
windows-given = Given to billing
windows-batch = { $readings ->
    [one] { $readings } reading
   *[other] { $readings } readings
 }
windows-waiting = Waiting for the office
windows-late = Too late
windows-exceptions = Other days this month
windows-none = None: the usual days hold.
windows-made = { $name }, { $day }
windows-made-unknown = { $day }
windows-except = Set other days…
windows-change = Change…
windows-end = Back to the usual days…
windows-lock = Lock the month…
windows-unlock = Unlock the month…
windows-form-title = Days for { $period }
windows-form-building = Building
windows-form-building-hint = Empty: every building
windows-form-building-wrong = There is no such building. Choose one from the list.
windows-form-service = Service
windows-form-service-all = All services
windows-form-usual = By rule: { $from } to { $until }.
windows-form-opens = Opens
windows-form-closes = Closes
windows-form-days-wrong = It opens in this month, and closes on that day or later, by { $day } at the latest.
windows-form-reason = Reason, as residents will read it
windows-form-reason-hint = For example: Open longer because of the holidays
windows-form-reason-wrong = Write a reason.
windows-form-left = They keep their own days: { $places }.
windows-form-late = Readings that were not taken because of the old days are checked again.
windows-form-exists = There are other days for them already. Change those.
windows-save = Save
windows-cancel = Cancel
windows-end-title = Back to the usual days?
windows-end-text = { $place }: { $from } to { $until } again. What was taken stays.
windows-why = Reason
windows-lock-title = Lock { $period }?
windows-lock-text = Everything that billing has not got yet goes into a batch. Readings that come after this are kept apart as too late.
windows-lock-waiting = { $count ->
    [one] { $count } reading waits for the office and stays out.
   *[other] { $count } readings wait for the office and stay out.
 }
windows-lock-early = Readings can still come in until { $until }. Lock all the same
windows-lock-early-wrong = Tick this to lock the month early.
windows-lock-confirm = Lock
windows-unlock-title = Unlock { $period }?
windows-unlock-text = Readings that came too late are checked again and count where nothing stands against them. What billing was given stays given.
windows-unlock-confirm = Unlock
windows-done-again = { $accepted ->
    [0] Saved. No reading was waiting for these days.
    [one] Saved. { $accepted } reading that was outside the old days counts now.
   *[other] Saved. { $accepted } readings that were outside the old days count now.
 }
windows-done-review = { $review ->
    [one] { $review } more is waiting for the office.
   *[other] { $review } more are waiting for the office.
 }
windows-done-ended = The usual days hold again.
windows-done-locked = { $readings ->
    [0] Locked. Billing had everything already.
    [one] Locked. { $readings } reading went into a batch.
   *[other] Locked. { $readings } readings went into a batch.
 }
windows-done-unlocked = Unlocked. Counting now: { $accepted }, waiting for the office: { $review }.
windows-preview = What residents see
windows-preview-day = On the day
windows-preview-building = In the building
windows-preview-service = For
windows-locked-first = The month is locked. Unlock it first.
problem-window_day_begun = { $day } would be lost: residents could already hand in on that day. Days that have begun stay.
problem-window_open = Readings can still come in until { $until }.
problem-period_billed = { $readings ->
    [one] Billing has billed { $readings } reading of this month ({ $period }), so it stays locked.
   *[other] Billing has billed { $readings } readings of this month ({ $period }), so it stays locked.
 }
