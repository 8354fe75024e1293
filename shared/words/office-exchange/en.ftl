## Files from billing and for billing.

problem-file_applied = This file was brought in already ({ $at }). Look at what came of it first.
problem-undo_refused = { $why ->
    [batch_running] It is still being brought in.
    [batch_undone] It is taken back already.
    [batch_undoing] It is being taken back already.
    [batch_billed] Billing has answered about these readings: what is billed stays.
   *[batch_too_old] It is too old: what it changed was not noted at that time.
 }

exchange-title = Files and billing
exchange-bring-in = Bring in
exchange-give-out = Give out readings
exchange-give-out-text = The readings of a month as a file for billing. You see first what is in it and what is not.
exchange-to-give-out = To the readings of a month
exchange-answer-hint = When billing has answered, bring its file in like any other.
exchange-drop = Drop a file here
exchange-choose = Choose a file…
exchange-drop-hint = XLSX, CSV or JSON; the PDFs of bills as a ZIP. Up to 200 MB. Nothing is changed before you have seen it.
exchange-one-file = One file at a time, please.
exchange-too-large = The file is larger than { $size }. Split it up.
exchange-sending = { $name } is on its way…
exchange-cancel = Cancel
exchange-save = Save
exchange-more = Show more

exchange-under-way = Under way
exchange-last = Last done
exchange-job = Work on a file
exchange-import-trial = tried out
exchange-import-real = bringing in
exchange-undo-trial = taking back, tried out
exchange-undo-real = taking back
exchange-state-waiting = waits
exchange-state-running = is running
exchange-state-done = done
exchange-state-failed = did not work
exchange-state-cancelled = cancelled
exchange-by-program = not from this page
exchange-batches = Everything brought in and given out
exchange-no-batches = Nothing has been brought in or given out yet.
exchange-batch = Batch
exchange-what = What
exchange-when = When
exchange-who = Who
exchange-file = File
exchange-in-file = In the file
exchange-why = Why
exchange-number = Batch number
exchange-readings = Readings
exchange-difference = Difference
exchange-batch-running = Is being brought in
exchange-batch-undoing = Is being taken back
exchange-batch-undone = Taken back
exchange-so-many-created = new: { $what }
exchange-so-many-changed = changed: { $what }
exchange-so-many-unchanged = unchanged: { $what }
exchange-so-many-refused = refused: { $what }

exchange-kind-accounts = Accounts
exchange-kind-meters = Meters
exchange-kind-readings = Earlier readings
exchange-kind-acknowledgement = Answer of billing
exchange-kind-statements = Bills
exchange-kind-ledger = Ledger
exchange-kind-payments = Payments
exchange-kind-pdfs = PDFs of bills
exchange-kind-readings-out = Readings for billing
exchange-things-accounts = accounts
exchange-things-meters = meters
exchange-things-readings = readings
exchange-things-acknowledgement = readings
exchange-things-statements = bills
exchange-things-ledger = months of the ledger
exchange-things-payments = payments
exchange-things-pdfs = PDFs
exchange-counted-rows = { $count ->
    [one] { $number } row
   *[other] { $number } rows
 }
exchange-counted-files = { $count ->
    [one] { $number } file
   *[other] { $number } files
 }
exchange-counted-accounts = { $count ->
    [one] { $number } account
   *[other] { $number } accounts
 }
exchange-counted-meters = { $count ->
    [one] { $number } meter
   *[other] { $number } meters
 }
exchange-counted-readings = { $count ->
    [one] { $number } reading
   *[other] { $number } readings
 }
exchange-counted-acknowledgement = { $count ->
    [one] { $number } reading
   *[other] { $number } readings
 }
exchange-counted-statements = { $count ->
    [one] { $number } bill
   *[other] { $number } bills
 }
exchange-counted-ledger = { $count ->
    [one] { $number } month of the ledger
   *[other] { $number } months of the ledger
 }
exchange-counted-payments = { $count ->
    [one] { $number } payment
   *[other] { $number } payments
 }
exchange-counted-pdfs = { $count ->
    [one] { $number } PDF
   *[other] { $number } PDFs
 }

exchange-holds = The file holds
exchange-choose-kind = Please choose
exchange-kind-unknown = Nothing in the file says what it holds. Choose it above.
exchange-pdfs-text = Each PDF goes to the bill that names it. First it is tried out which of them find theirs.
exchange-applied = { $kind }: brought in already, { $at }, { $who }.
exchange-being-applied = { $kind }: { $who } is bringing in the same file right now ({ $at }).
exchange-look = Look at it
exchange-profile = How it is read
exchange-profile-ours = By our own column names
exchange-profile-fresh = Columns chosen by hand
exchange-profile-keep = Save the changes
exchange-profile-save = Save for next time…
exchange-profile-rename = Rename…
exchange-profile-remove = Remove…
exchange-profile-save-title = Save how this file is read
exchange-profile-rename-title = Rename
exchange-profile-remove-title = Remove?
exchange-profile-remove-text = “{ $name }” will not be offered any more. What was brought in with it stays.
exchange-profile-name = Name
exchange-profile-nameless = Give it a name.
exchange-proposed-ours = The file has our own column names.
exchange-proposed-last = Read as the last file of this kind was.
exchange-proposed-saved = A saved way of reading fits this file.
exchange-proposed-guess = This is a proposal by what stands in the file. Compare both tables below, and save it if it is right.
exchange-encoding = Letters
exchange-encoding-utf-8 = UTF-8
exchange-encoding-windows-1257 = Windows, Baltic (1257)
exchange-encoding-windows-1251 = Windows, Cyrillic (1251)
exchange-by-content = By the content
exchange-by-content-found = By the content ({ $found })
exchange-columns = Columns
exchange-separator = Between the columns
exchange-tab = Tab
exchange-sheet = Sheet
exchange-first-sheet = The first one
exchange-names-line = The names of the columns stand in line
exchange-first-line = The table begins in line
exchange-header = The columns have names
exchange-rows-hint = Say at a row what it is. That holds for all rows like it.
exchange-row-mark = What it is
exchange-row-mark-of = Line { $line }: what it is
exchange-row-title = Above the table
exchange-row-names = Names of the columns
exchange-row-row = Row of the table
exchange-row-block = Begins a block
exchange-row-out = Left out
exchange-row-empty = Empty
exchange-total = Total
exchange-test-column = In the column
exchange-test-is = The cell
exchange-test-beginning = begins with
exchange-test-equal = is
exchange-test-containing = contains
exchange-test-empty = is empty
exchange-test-filled = is not empty
exchange-test-text = Words
exchange-in-no-line = None of the lines above.
exchange-in-lines = Lines: { $lines }.
exchange-blocks = Blocks
exchange-blocks-text = A block begins with a row like this. What it says holds for all rows below it, up to the next block.
exchange-block-says = What the first row of a block says
exchange-block-says-more = It also says
exchange-block-says-not = It does not say it
exchange-choose-field = Please choose
exchange-after = Without the words before it
exchange-after-of = { $field }: without the words before it
exchange-blocks-none = There are no blocks
exchange-left-out = Rows left out
exchange-left-out-text = Totals and other rows that are none of the table. Empty rows are left out anyway.
exchange-left-out-rule = Rows left out, { $number }
exchange-left-out-more = Leave out more rows
exchange-left-out-not = Do not leave these out
exchange-groups-start = Several beside each other in one row
exchange-groups = Several beside each other in one row
exchange-groups-text = For example the readings of T1 and T2 in columns of their own: each becomes a row of its own. One that is empty is left out.
exchange-groups-repeated = What is there several times
exchange-group = No. { $number }
exchange-group-remove = Remove No. { $number }
exchange-groups-more = One more beside them
exchange-groups-none = There is only one in each row
exchange-dates = Days are written like
exchange-numbers = Numbers are written like
exchange-needed = must be there
exchange-optional = may be missing
exchange-not-there = Not in the file
exchange-from-block = In the first row of the block
exchange-from-groups = Several in one row, see below
exchange-constant = The same for all rows…
exchange-constant-of = { $field }: the same for all rows
exchange-lost = { $column }: not in this file
exchange-replace = Replace words…
exchange-replaced = { $count ->
    [one] { $count } word replaced
   *[other] { $count } words replaced
 }
exchange-replace-hint = One on each line: word in the file = our word
exchange-as-it-stands = The file as it stands
exchange-as-read = As it is read
exchange-line = Line
exchange-row = Row
exchange-ignored = Not used: { $columns }
exchange-missing = Still missing: { $fields }.
exchange-try = Try it out
exchange-try-hint = Shows what would become of every row. Nothing is changed.

exchange-waiting = Begins in a moment…
exchange-ahead = { $ahead ->
    [one] Waits its turn: { $ahead } other is before it.
   *[other] Waits its turn: { $ahead } others are before it.
 }
exchange-ending = Is being stopped…
exchange-trying = Is being tried out…
exchange-bringing = Is being brought in…
exchange-undo-trying = Looking at what would be taken back…
exchange-undoing = Is being taken back…
exchange-done = Rows so far: { $done }
exchange-done-of = Rows: { $done } of { $total }
exchange-goes-on = You can close this page. It goes on, and you find it under “{ exchange-title }”.
exchange-cancel-import = Stop and take back
exchange-title-trial = { $what }: trial
exchange-title-import = { $what }: bringing in
exchange-title-undo-trial = { $what }: what would be taken back
exchange-title-undo = { $what }: taking back
exchange-would = This is what would happen. Nothing has been changed yet.
exchange-did = Brought in.
exchange-did-nothing = Nothing was changed: everything was there already or was refused.
exchange-strict-refused = Nothing was brought in, because rows are refused.
exchange-failed-nothing = Nothing of the file was brought in.
exchange-cancelled = Cancelled. Nothing was changed.
exchange-cancelled-undone = Stopped, and what had been brought in was taken back.
exchange-nothing-right = No row of the file can be brought in. Put the refused rows right and bring them in again.
exchange-nothing-new = Everything in this file is there already: there is nothing to bring in.
exchange-for-manager = A manager has to bring it in. This page shows the same to everybody in the office.
exchange-again = Bring it in once more all the same
exchange-strict = Bring in nothing if a single row is refused
exchange-bring-all = Bring in { $what }
exchange-bring-others = Bring in { $what } without what is refused
exchange-back-to-file = Back to the file
exchange-to-batch = To the batch

exchange-count-rows = Rows in the file
exchange-count-files = Files
exchange-count-created = New { $things }
exchange-count-changed = Changed { $things }
exchange-count-unchanged = Unchanged { $things }
exchange-count-late = Too late for a locked month
exchange-count-falls = Lower than before
exchange-count-carried = Balance not carried over
exchange-count-pdfs-waiting = Bills still without their PDF
exchange-refused = Refused rows
exchange-examples = Examples
exchange-refused-files = Refused files
exchange-refused-hint = The file has one more column that says why. Put the rows right in it and bring it in.
exchange-refused-xlsx = XLSX
exchange-refused-csv = CSV
exchange-rest = … and { $count } more
exchange-formulas = Formulas taken by their saved value: { $count }.
exchange-looks-like = The file looks like { $encoding }. Check the letters in the table.
exchange-falls-title = Readings lower than the one before
exchange-before = Before
exchange-carried-title = Months that do not open where the one before closed
exchange-carried-closed = Closed with

exchange-undo = Take it back…
exchange-undo-look = Take back…
exchange-undo-look-hint = Shows first what would be taken back.
exchange-undo-title = Take the batch back?
exchange-undo-confirm = Take back
exchange-undo-text = It is noted with the reason who has taken it back.
exchange-undo-would = This is what would be taken back. Nothing has been changed yet.
exchange-undo-did = Taken back.
exchange-undo-removed = Taken away
exchange-undo-restored = As before again
exchange-undo-left = Stay as they are
exchange-undone-by = Taken back { $at }, { $who }.
exchange-left-title = These stay as they are
exchange-left-what = What
exchange-left-changed_since = Changed since by the office or a resident
exchange-left-changed_by_batch = Changed since by another file
exchange-left-billed = Billed already
exchange-left-exported = Given to billing since
exchange-left-has_pdf = Has its PDF
exchange-left-paid_online = Paid in the portal
exchange-left-has_readings = Has readings
exchange-left-in_use = Something else belongs to it
exchange-left-file_taken = The name of its file belongs to another bill now
exchange-left-other_stands = Another reading stands in its place
exchange-left-period_billed = Another batch of the month is billed: it stays locked
exchange-row-accounts = Account
exchange-row-meters = Meter
exchange-row-readings = Reading
exchange-row-statements = Bill
exchange-row-ledger = Ledger
exchange-row-payments = Payment
exchange-row-online-payments = Payment in the portal
exchange-row-files = PDF
exchange-row-locks = Lock
exchange-locked = Month locked
exchange-no-report = There is no report of it any more.

exchange-form-xlsx = XLSX
exchange-form-csv = CSV
exchange-form-excel = CSV for Excel
exchange-form-json = JSON
exchange-answered = Answer of billing
exchange-answered-billed = In billing
exchange-answered-refused = Refused by billing
exchange-answered-waiting = No answer yet
exchange-answered-gone = Replaced since
exchange-given = { $readings ->
    [0] There was nothing new to give.
    [one] { $readings } reading is in the file.
   *[other] { $readings } readings are in the file.
 }
exchange-given-locked = The month is locked.
exchange-out-ready = Ready for the file
exchange-out-adjustments = Adjustments of earlier months
exchange-out-review = Wait for the office
exchange-out-late = Came too late
exchange-out-unread = Registers not read
exchange-out-review-text = { $count ->
    [one] { $count } reading is in no file until it is decided.
   *[other] { $count } readings are in no file until they are decided.
 }
exchange-out-unread-text = { $unread } of { $registers } registers have no reading. Billing estimates those itself.
exchange-out-locked = The month is locked since { $at }.
exchange-out-open = Readings can still come in until { $until }.
exchange-out-lockable = No more readings can come in: the month can be locked.
exchange-out-manager = A manager gives readings to billing. What would be in the file is shown to everybody in the office.
exchange-out-nothing = There is nothing new to give.
exchange-out-batches = Given for this month
exchange-give-and-lock = Give out and lock the month
exchange-give-only = Give out without locking
exchange-give-rest = Give out what is new
exchange-lock-text = { $ready ->
    [one] { $ready } reading goes into the file. What comes after this is kept apart as too late.
   *[other] { $ready } readings go into the file. What comes after this is kept apart as too late.
 }

exchange-field-account = Account number
exchange-field-holder = Holder
exchange-field-address = Address
exchange-field-premises = Flat
exchange-field-email = E-mail
exchange-field-phone = Phone
exchange-field-service = Service
exchange-field-serial = Serial number
exchange-field-place = Place
exchange-field-register = Register
exchange-field-unit = Unit
exchange-field-digits = Digits before the mark
exchange-field-decimals = Digits after the mark
exchange-field-ratio = Factor
exchange-field-installedOn = Installed on
exchange-field-verifiedUntil = Verified until
exchange-field-retiredOn = Taken out on
exchange-field-initial = First value
exchange-field-replaces = Replaces the meter
exchange-field-period = Month
exchange-field-value = Reading
exchange-field-takenOn = Read on
exchange-field-kind = Actual or estimate
exchange-field-source = Source
exchange-field-batch = Batch number
exchange-field-state = State
exchange-field-reason = Reason
exchange-field-issuedOn = Issued on
exchange-field-number = Number
exchange-field-description = Description
exchange-field-due = Due on
exchange-field-total = Total
exchange-field-file = PDF file
exchange-field-volume = Quantity
exchange-field-tariff = Tariff
exchange-field-method = How calculated
exchange-field-charged = Charged
exchange-field-recalculated = Recalculated
exchange-field-benefit = Benefit
exchange-field-penalty = Penalty
exchange-field-opening = Opening balance
exchange-field-paid = Paid
exchange-field-closing = Closing balance
exchange-field-date = Day
exchange-field-amount = Amount

exchange-problem-cells_missing = has { $found } of { $expected } cells – was the file cut?
exchange-problem-cells_surplus = has { $found } cells instead of { $expected }
exchange-problem-cell_error = is the error { $text } of a formula
exchange-problem-formula_without_value = is a formula without its value: open the file in your spreadsheet program and save it again
exchange-problem-number_cut = has more digits than a workbook keeps: write it as text
exchange-problem-day_not_in_style = { $fits ->
    [none] is no day written as { $style }
   *[other] is no day written as { $style } (it looks like { $fits })
 }
exchange-problem-period_not_in_style = is no month written as { $style }
exchange-problem-number_not_in_style = is no number written as { $style }
exchange-problem-not_replaced = is “{ $text }”, and no word of ours is given for it
exchange-problem-heading_missing = should stand in the row above, and there is none
exchange-problem-cell_empty = is empty
exchange-problem-value_empty = is empty
exchange-problem-cell_too_long = is longer than { $most } characters
exchange-problem-control_character = contains a character that cannot be shown
exchange-problem-not_a_day = is not a day like 2026-03-31
exchange-problem-not_a_period = is not a month like 2026-03
exchange-problem-day_in_future = lies in the future
exchange-problem-retired_before_installed = lies before the day of installation
exchange-problem-not_a_whole_number = is not a whole number from { $least } to { $most }
exchange-problem-not_one_of = is none of: { $allowed }
exchange-problem-not_an_email = is not an e-mail address
exchange-problem-account_number_shape = is not an account number like { $example }
exchange-problem-row_repeated = says the same again as line { $firstLine }
exchange-problem-named_twice = { $name } stands in line { $firstLine } already, with other content
exchange-problem-differs_from_row = differs from line { $firstLine }, with which it belongs together
exchange-problem-contradicts_row = says something else about the same register than line { $otherLine }: neither is taken
exchange-problem-rows_apart = belongs together with line { $firstLine }, but does not stand beside it
exchange-problem-part_refused = belongs together with line { $otherLine }, which is refused
exchange-problem-too_many_together = is one of more than { $most } rows that belong together
exchange-problem-not_an_amount = is not an amount like 1234.56
exchange-problem-amount_too_precise = has more than two digits after the mark
exchange-problem-amount_too_large = is larger than any bill
exchange-problem-amount_sign = { $least ->
    [0] is below 0
   *[other] is not above 0
 }
exchange-problem-not_a_decimal = is not a number of at most { $digits } digits, { $decimals } of them after the mark
exchange-problem-not_a_file_name = is not the name of a PDF file, like 2026-03-10427.pdf
exchange-problem-file_taken = is the file of bill { $number } of account { $account } already
exchange-problem-due_before_issued = lies before the day of issue
exchange-problem-sum_differs = is { $found }, but the others come to { $expected }
exchange-problem-registers_mixed = is register B beside tariff registers
exchange-problem-meter_has_readings = cannot change any more, because the meter has readings
exchange-problem-meter_ambiguous = fits several meters of the account; a column must say the service ({ $services })
exchange-problem-replaced_meter_unknown = is no meter of the same service of this account
exchange-problem-replaces_itself = is the meter itself, or one that this meter was replaced by
exchange-problem-actual_stands = is an estimate, but an actual reading stands
exchange-problem-reading_differs = differs from what stands, { $standing } ({ $source ->
    [resident] from the resident
    [kiosk] from a kiosk
    [office] from the office
   *[other] from billing
 })
exchange-problem-reading_billed = would change a reading that is billed
exchange-problem-reading_exported = would change a reading that was given to billing
exchange-problem-reading_not_current = { $state ->
    [review] is about a reading that the office has not decided yet
    [withdrawn] is about a reading that was withdrawn
    [refused] is about a reading that was refused
   *[other] is about a reading that another one stands for now
 }
exchange-problem-reading_unknown = is about a reading that is not in this batch
exchange-problem-batch_unknown = is no batch of readings
exchange-problem-value_not_a_number = is not a value
exchange-problem-too_many_digits = has more than { $digits } digits before the mark
exchange-problem-too_many_decimals = has more than { $decimals } digits after the mark
exchange-problem-register_missing = is without its register { $register }
exchange-problem-register_unknown = is no register of this meter
exchange-problem-account_unknown = is no account
exchange-problem-meter_unknown = is no meter of this account

exchange-file-line = Line { $line }: { $text }
exchange-file-file_empty = The file is empty.
exchange-file-not_text = This is no table that can be read: neither CSV nor JSON nor XLSX.
exchange-file-not_a_table = This is not a table: it is a picture, a PDF, a ZIP or an OpenDocument file, whatever its name says. Save it as XLSX or CSV.
exchange-file-workbook_old = The workbook is in an old form (XLS or XLSB). Open it and save it as XLSX.
exchange-file-workbook_encrypted = The workbook has a password. Save it without one.
exchange-file-workbook_broken = The workbook cannot be read: it is damaged or was cut.
exchange-file-workbook_too_large = The workbook is too large. Save it as CSV.
exchange-file-zip_bomb = The file is packed so that it would fill any memory. It is not read.
exchange-file-zip_encrypted = The ZIP has a password. Save it without one.
exchange-file-zip_broken = The ZIP cannot be read to its end: it is damaged or was cut.
exchange-file-no_pdfs = There is no PDF in the file.
exchange-file-encoding_unclear = It cannot be told in which letters the file is written. Choose them above.
exchange-file-encoding_contradicts = The file is not in the letters that were chosen.
exchange-file-encoding_broken = The file is not in these letters from its beginning to its end.
exchange-file-column_missing = A column that must be there is missing. Choose the columns by hand.
exchange-file-column_double = The file has the same column twice.
exchange-file-profile_column_missing = The file has not all columns that this way of reading names.
exchange-file-sheet_unknown = The workbook has no sheet of this name.
exchange-file-too_many_columns = The file has more columns than any table of billing.
exchange-file-too_many_refused = More than 100,000 rows are refused: this is hardly the right file.
exchange-file-row_too_long = A row or a cell has no end.
exchange-file-quote_open = A quotation mark is opened here and never closed.
exchange-file-quote_misplaced = A quotation mark stands in the middle of a cell.
exchange-file-json_cell = A cell is neither a text nor an exact number.
exchange-file-json_broken = From here on the file is no list of rows in JSON.
exchange-file-not_found = The file is not kept any more. Bring it in again.
exchange-file-no_room = There is no room left to try it out. Tell whoever looks after the portal.
exchange-file-gave_up = It broke off several times. What had been brought in was taken back. Tell whoever looks after the portal.
exchange-file-interrupted = It was broken off. What had been brought in was taken back.
exchange-file-unexpected = Something unexpected happened. Tell whoever looks after the portal.
exchange-pdf-not_a_pdf = Is no PDF
exchange-pdf-pdf_cut = Is a PDF without its end – was it cut?
exchange-pdf-pdf_too_large = Is larger than { $most } MB
exchange-pdf-file_unknown = No bill names this file
exchange-pdf-file_twice = Is there twice, with other content: neither is taken
