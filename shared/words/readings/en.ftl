## Words of entering, correcting and looking at readings, English. They come with the screens that say them.

### Where a reading stands

estimate = Estimated
estimate-void = { estimate }, replaced by the real reading
refused-reading = Not accepted: { $service }, { $period }
refused-withdrawal = Not withdrawn: { $service }, { $period }
refused-unknown = Not accepted
refused-again = Look at it

### Entering readings

readings-for = Readings for { $forPeriod }
readings-last = What was read last
reading-of = { $meter }, new reading in { $unit }
reading-hint = Type the digits as on the meter. A comma or a point before the red ones.
reading-hint-whole = Type the digits as on the meter.
reading-previous-of = Previous, { $period }
reading-initial = At installation
reading-use = Use
reading-use-months = Use in { $months ->
    [one] one month
   *[other] { $months } months
 }
source-kiosk = Handed in at the office’s tablet.
reading-reason = The office: “{ $reason }”
reading-adjusted = Accepted. The difference is settled with a later bill.
reading-use-none = –
reading-use-below = lower than before
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
confirm-text = { $register }: { $use } { $unit }. Usually it is about { $usual } { $unit } a month. { $does ->
    [on] Please compare it with what you wrote down or photographed.
   *[save] Please look at the meter once more.
 }
confirm-yes = { $does ->
    [on] Yes, the meter shows this
   *[save] Yes, the meter shows this – save
 }
confirm-no = Change the reading
problem-choose = What happened?
problem-dismiss = I have read this
explanation-rollover = { $does ->
    [on] The meter went round to zero
   *[save] The meter went round to zero – save
 }
explanation-registers_swapped = I swapped { $register } and { $with } – swap them
explanation-decimal_slip = The comma slipped – change to { $value }
explanation-consumption_not_reading = I typed the use – change to { $value }
explanation-meter_replaced = { $does ->
    [on] The meter was replaced
   *[save] The meter was replaced – save
 }

### History: periods, one period, one meter

period-waiting = Waits for the office
period-decided = What the office decided

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
problem-meter_unknown = This meter does not belong to your account.
problem-meter_unclear = Several meters have this serial number, and it is not clear which one is meant.
problem-reading_unknown = The reading that this changes was never received.
problem-reading_not_current = The reading was changed in the meantime. Look at it again.
problem-reading_billed = The reading was given to billing and cannot be changed. Please call us.
