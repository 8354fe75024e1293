## Words of the office that checks readings, English.

review-title = Readings to check
review-counted = { $count ->
    [one] One reading waits
   *[other] { $count } readings wait
 }
review-counted-more = More than { $count } readings wait
review-empty = Nothing waits. New readings appear here by themselves when they need a decision.
review-none-found = No reading fits these choices.
review-choose = Choose a reading from the list.
review-more = Show more
review-list = Readings that wait, the oldest first
review-back = To the list
review-filter-kind = Reason
review-filter-service = Service
review-filter-building = Building
review-filter-period = Month
review-filter-all = All
review-filter-mine = Only those I asked about

review-kind-rollover = Went round to zero?
review-kind-conflict = Two readings
review-kind-impossible = Impossible use
review-kind-unusual = Unusual use
review-kind-time = Time not sure
review-kind-late = Late
review-kind-replaced = Meter replaced?
review-kind-withdrawn = Corrects one taken back
review-kind-verification = Verification ended
review-kind-kiosk = From a kiosk
review-kind-other = To be checked

review-asked = Waits for the resident’s answer
review-answered = The resident has answered

### One reading

review-of = { $service }, { $period }
review-why = Why it waits
review-now = What the rules say today
review-values = Values
review-previous-at = Previous, { $period }
review-installed = At installation
review-new = Handed in
review-difference = Use
review-usual = Usual month
review-next = Next, { $period }
review-meter = Meter
review-place = Place
review-verified = Verified until
review-verified-unknown = not stated
review-source = Handed in by
review-source-resident = the resident
review-source-kiosk = a kiosk
review-source-office = the office
review-source-billing = the billing file
review-slip = Receipt of the kiosk
review-contact = How to reach them
review-contact-none = nothing was left
review-language = Language
review-captured = When it was read
review-captured-exact = { $at }
review-captured-between = about { $best }; surely between { $earliest } and { $latest }
review-captured-before = about { $best }; surely before { $latest }
review-received = Received
review-window = Days for readings
review-window-days = { $from } – { $until }
review-claims = The resident says
review-claim-rollover = the meter went round to zero
review-claim-confirmed = the unusual use is right
review-claim-replaced = the meter was replaced
review-adjusts-locked = The month is closed for billing. If you accept this reading, billing gets it as an adjustment when readings are next given out.
review-adjusts-billed = Billing already has a reading for this month, and that one stays. If you accept this one, billing gets it as an adjustment when readings are next given out.
review-unread = Nobody of this account uses the portal, so nobody reads there what you decide. Tell them yourself:
review-unread-no-contact = How to reach them is not known. A letter or a note at the door remains.
review-photo = Photo of the meter
review-question = Asked on { $at }
review-question-open = The resident’s answer waits in the conversations.
review-beside = Readings of the same month
review-this = This one
review-history = Earlier and later readings
review-history-none = There are no other readings of this meter.
review-decided = Decided before about this meter
review-month = Month
review-reading = Reading
review-state = State

review-state-accepted = accepted
review-state-billed = in billing
review-state-review = waits
review-state-late = late
review-state-late-accepted = accepted as an adjustment
review-state-superseded = replaced
review-state-withdrawn = taken back
review-state-refused = refused

### Decisions

review-accept = Accept
review-correct = Correct
review-refuse = Refuse
review-ask = Ask the resident
review-keys = Keys
review-keys-title = Keys in the list and in the decision
review-key-move = J and K, or the arrows: next and previous reading
review-key-open = Enter: open the reading
review-key-accept = A: accept
review-key-correct = C: correct
review-key-refuse = R: refuse
review-key-ask = Q: ask the resident
review-key-help = ?: this list
review-keys-close = Close
review-cancel = Cancel
review-rolled = Did the meter go round to zero?
review-rolled-yes = Yes: the use is counted past zero
review-rolled-no = No: the value fell for another reason
review-reason = Reason
review-reason-hint = The resident reads this.
review-reason-unread = Nobody of the account uses the portal: tell them yourself.
review-reason-optional = Note to the resident, if needed
review-question-text = Question to the resident
review-question-hint = The resident finds it on the phone and can answer. The reading goes on waiting.
review-ask-unread = Nobody of this account would find a question in the portal. Ask them as is said above; the reading goes on waiting meanwhile.
review-value-of = { $register } in { $unit }
review-value = Value in { $unit }
review-override = I have checked it: it is right all the same
review-objections = The rules speak against it
review-stops = The meter cannot show this. Please check the values.
review-reason-missing = Please write the reason.
review-question-missing = Please write the question.
review-override-missing = Tick this to go on, or change the values.
review-working = Saving…
review-done-accepted = Done: accepted. { $what }
review-done-adjustment = Done: accepted as an adjustment for billing. { $what }
review-done-corrected = Done: corrected. { $what }
review-done-refused = Done: refused. { $what }
review-done-asked = Done: the resident was asked. { $what }
review-tell = Nobody reads this in the portal. Tell them: { $reach }.
review-tell-no-contact = Nobody reads this in the portal, and how to reach them is not known.
review-what = { $service }, { $number }, { $period }

### What was noticed, as the office reads it

review-finding-rollover_unlikely = { $cause ->
    [far] Said to have gone round to zero, but the previous value { $previous } is far from the end of the dial. The use would be { $use }.
    [use] Said to have gone round to zero, but the use would be { $use }: more than is possible.
   *[next] Said to have gone round to zero, but a later reading knows nothing of it. The use would be { $use }.
 }
review-finding-rollover = Went round to zero; use { $use }.
review-finding-concurrent_reading = Another reading of the same month came from another device. Which one is right cannot be told from the times.
review-finding-impossible_use = Use { $use }: more than is possible in these days ({ $possible }).
review-finding-unusual_high = Use { $use }, usually about { $usual } a month.{ $confirmed ->
    [yes] {" "}The resident has confirmed it.
    [no] {" "}The resident has not confirmed it.
   *[unknown] {""}
 }
review-finding-still_zero = No use for { $periods ->
    [one] one month
   *[other] { $periods } months
 } in a row.
review-finding-window_unsure = It cannot be told whether it was read on the days for readings: the device’s clock was off, or it arrived after them.
review-finding-time_uncertain = The device’s clock is not quite sure; it was probably read on the days for readings.
review-finding-period_locked = It came after { $period } was closed for billing.
review-finding-meter_replaced = The resident says that the meter was replaced. The office has no replacement yet.
review-finding-corrects_withdrawn = It corrects a reading that was taken back on another device meanwhile.
review-finding-superseded_by_later = A later reading of the same month took its place.
review-finding-verification_expired = The meter’s verification ended on { $day }.
review-finding-below_previous = { $since ->
    [start] Lower than at installation: { $previous }.
   *[period] Lower than the reading for { $forPeriod }: { $previous }.
 }
review-finding-above_next = Higher than the reading for { $forPeriod }: { $next }.
review-finding-meter_retired = The meter was taken out on { $day }: it takes no reading for this month.

### Entering a reading

review-enter = Enter a reading
review-enter-month = Month
review-enter-day = Read on
review-enter-day-wrong = Choose a day, today at the latest.
review-enter-save = Save the reading
review-enter-rolled = The meter went round to zero
review-enter-present = For this month there is already:
review-enter-done = The reading is saved.
review-enter-done-adjustment = The reading is saved. Billing gets it as an adjustment when readings are next given out.
