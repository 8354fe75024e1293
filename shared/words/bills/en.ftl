### What the screens of bills, the ledger, the debt and paying say.

bills-title = Bills
bill-title = Bill
ledger-title = Ledger
debt-title = What is owed
pay-title = Pay

### Bills

bills-loading = Getting your bills…
bills-offline-title = Your bills are not on this { $device ->
    [phone] phone
   *[computer] computer
 } yet
bills-empty-title = No bills yet
bills-empty = Your bills will be listed here as soon as the company has sent them.
bills-earlier = { $year } ({ $count })
bills-balance-owed = To pay
bills-balance-ahead = Paid in advance
bills-balance-none = Nothing is owed
bills-balance-unknown = What is owed is not known here
bills-arrears = { $months ->
    [one] One month in arrears
   *[other] { $months } months in arrears
 }
bills-coming = { $amount } is on its way
bills-debt = Debt and payments
bill-pay = Pay
bill-number = No. { $number }
bill-issued-on = issued { $day }
bill-on-device = PDF on this { $device ->
    [phone] phone
   *[computer] computer
 }
bill-state-paid = Paid
bill-state-partly = { $left } left to pay by { $day }
bill-state-open = To pay by { $day }
bill-state-overdue = Was due on { $day }, { $left } left
bill-state-none = Nothing to pay
bill-state-unknown = Not known here whether it is paid
bill-newest = Newest bill
bill-home-owed = { $amount } is owed altogether

### One bill

bill-for = Bill for { $forPeriod }
bill-unknown-title = This bill is not here
bill-unknown = It may belong to other premises, or it has not come yet.
bill-total = Total
bill-fact-number = Number
bill-fact-issued = Issued
bill-fact-due = Pay by
bill-others = Other bills
bill-open = Open the PDF
bill-print = Print
bill-share = Share
bill-download = Save
bill-print-page = Print this page
bill-lines = What it is made of
bill-service = Service
bill-volume = Volume
bill-tariff = Tariff
bill-method = Calculated
bill-charged = Charged
bill-recalculated = Recalculation
bill-benefit = Benefit
bill-penalty = Penalty
bill-amount = Amount
bill-method-meter = by meter
bill-method-average = by average
bill-method-norm = by norm
bill-about-meter = Billing took what your meter used: its reading less the one before.
bill-about-average = Billing had no reading and took what you usually use. The difference is usually settled once there is a reading.
bill-about-norm = Billing took the amount that is set for everybody, as it does where there is no meter.
bill-about-close = Close
bill-changes = Compared with the bill for { $forPeriod }
bill-changes-more = { $amount } more
bill-changes-less = { $amount } less
bill-changes-equal = The same amount
bill-changes-none = Every line is as it was.
bill-changes-same = { $count ->
    [one] One line is as it was: { $amount }.
   *[other] { $count } lines are as they were, together { $amount }.
 }
bill-change-new = new on the bill
bill-change-ended = no longer on the bill
bill-why-volume = Volume: from { $from } to { $to }
bill-why-tariff = Tariff: from { $from } to { $to }
bill-why-method = Calculated { $to }, before that { $from }
bill-why-charged = Charged: from { $from } to { $to }
bill-why-recalculated = Recalculation: from { $from } to { $to }
bill-why-benefit = Benefit: from { $from } to { $to }
bill-why-penalty = Penalty: from { $from } to { $to }

### The ledger

ledger-label = Ledger by months and services
ledger-month = Month
ledger-service = Service
ledger-total = Total
ledger-opening = Opening
ledger-charged = Charged
ledger-paid = Paid
ledger-recalculated = Recalculated
ledger-closing = Closing
ledger-year = Year
ledger-all-years = All years
ledger-adds-up = Checked on this { $device ->
    [phone] phone
   *[computer] computer
 }: everything adds up.
ledger-missing = These months are missing here, so the months next to them could not be compared: { $months }
ledger-faults = { $count ->
    [one] One figure does not add up
   *[other] { $count } figures do not add up
 }
ledger-faults-all = Show all { $count }
ledger-faults-ask = They stand here as billing sent them. Please call us and name the month.
ledger-fault-mark = Does not add up:
ledger-fault-sum = { $month }, { $service }: opening, charged, paid and recalculated come to { $expected }, but the closing balance is { $found }.
ledger-fault-total = { $month }, total, “{ $column }”: the services come to { $expected }, but { $found } stands there.
ledger-fault-carried = { $month }, { $service }: the opening balance is { $found }, but the month before closed with { $expected }.
ledger-owed = { $amount } is owed now
ledger-advance = { $amount } is paid in advance
ledger-nothing-owed = Nothing is owed
ledger-empty-title = No ledger yet
ledger-empty = Your ledger will be here as soon as billing has sent it.
ledger-loading = Getting your ledger…
ledger-offline-title = Your ledger is not on this { $device ->
    [phone] phone
   *[computer] computer
 } yet
ledger-print = Print
ledger-download = Download
ledger-download-xlsx = Excel
ledger-download-xlsx-about = The table, and the payments beside it
ledger-download-csv = CSV
ledger-download-csv-about = For other programs
ledger-download-pdf = PDF
ledger-download-pdf-about = For printing and for the files
ledger-download-working = One moment…
ledger-downloaded = Saved as { $file }
ledger-downloaded-older = Saved as { $file }. It is older than what stands here; there is no newer one to be had now.
ledger-download-failed = { $why ->
    [no-network] No connection. The PDF is not on this { $device ->
        [phone] phone
       *[computer] computer
     } yet; Excel and CSV work without a connection.
    [unanswered] The company does not answer now. Please try again later; Excel and CSV work without it.
   *[other] The file could not be made. Please try again later.
 }
ledger-payments = Payments
ledger-payment-date = Date
ledger-payment-amount = Amount
ledger-payment-number = Number
ledger-payment-source = Through

### What is owed, and what was paid

debt-oldest = { $months ->
    [0] It is for { $forPeriod }.
    [one] The oldest part is for { $forPeriod }, one month ago.
   *[other] The oldest part is for { $forPeriod }, { $months } months ago.
 }
debt-oldest-before = The oldest part is from before the ledger here begins ({ $month }).
debt-agree = If you cannot pay at once, call us: we will agree how.
debt-advance = It goes towards your next bills.
debt-unknown = Billing has not sent your ledger yet, so what is owed is not known here.
debt-as-of = As of { $moment }. What happened later is not known here yet.
debt-pay = Pay
debt-pay-advance = Pay in advance
debt-coming = { $amount } is on its way since { $day }. Billing has not booked it yet.
debt-coming-rest = Besides that, { $amount } is left to pay.
debt-coming-all = It covers all that is owed.
debt-parts = What it is made of
debt-parts-note = Payments settle the oldest months first.
debt-parts-month = Month
debt-parts-charged = Charged
debt-parts-owed = Not paid
debt-parts-earlier = Earlier
debt-online = Paid by card
debt-online-begun = { $amount }, begun { $moment }: whether it was paid is not known yet.
debt-online-failed = { $amount }, { $moment }: nothing was paid.
debt-online-refunded = { $amount }, { $moment }: all of it went back to you.
debt-online-partly = { $amount }, { $moment }: { $refunded } of it went back to you.
debt-online-reference = Reference { $reference }
debt-look = Look again
debt-looking = Looking…
debt-looked = { $why ->
    [no-network] { $time }: No connection.
    [unanswered] { $time }: The company does not answer now.
   *[looked] { $time }: This is all that is known.
 }
debt-payments = Payments
debt-payments-none = Billing has sent no payments yet.
debt-payments-all = Show all { $count }
debt-payment-date = Date
debt-payment-through = Through
debt-payment-number = No. { $number }
debt-payment-amount = Amount
debt-questions = Questions?

### Paying

pay-what = What do you want to pay?
pay-all = All that is owed
pay-bill = Bill for { $forPeriod }
pay-bill-facts = No. { $number }, to be paid until { $date }
pay-other = Another amount
pay-own = Amount in { $currency ->
    [EUR] euros
   *[RUB] roubles
 }
pay-own-empty = Type the amount that you want to pay.
pay-own-zero = The amount must be more than zero.
pay-own-not_an_amount = Only digits and one comma, please, for example { $example }.
pay-own-amount_too_precise = Two digits after the comma at most, please.
pay-own-amount_too_large = This is more than can be paid at once.
pay-waits = The payment code appears as soon as the amount is there.
pay-coming = { $amount } is on its way since { $day }, and is taken off here.
pay-begun = You began to pay { $amount } by card on { $moment }: whether it was paid is not known yet.
pay-begun-look = Look again
pay-asked-paid = This bill is paid.
pay-asked-none = There is nothing to pay on this bill.
pay-asked-coming = What is on its way covers this bill.
pay-asked-unknown = This bill is not here.
pay-sum = To pay
pay-for-bill = Bill { $number } for { $forPeriod }
pay-for-account = Account { $number }
pay-card = Pay by card
pay-card-working = One moment…
pay-card-hint = You go on to the page of a payment service. Your card stays unknown to us.
pay-card-offline = Paying by card needs the internet. The code below works without it.
pay-card-failed = { $why ->
    [no-network] No connection. Paying by card needs the internet; the code below works without it.
   *[unanswered] The company does not answer now. Please try again later, or pay by the code below.
 }
pay-transfer = By bank transfer
pay-code-alt = Payment code: { $amount } to { $payee }. The same stands below as text.
pay-code-how = { $device ->
    [phone] On this phone: save the code as a picture and open it in your bank’s app, or copy the text. From another phone: scan it.
   *[computer] Scan the code with your bank’s app, or copy the text.
 }
pay-code-none = There is no code for this payment: it would hold too much. Please copy the text.
pay-code-save = Save as picture
pay-code-share = Share
pay-code-file = Payment { $date }
pay-code-saved = Saved as { $file }
pay-code-failed = This browser could not make the picture. Please copy the text.
pay-print = Print
pay-fields = The same as text
pay-field-payee = Payee
pay-field-inn = Tax number (INN)
pay-field-kpp = KPP
pay-field-iban = IBAN
pay-field-personal-account = Account of the payee
pay-field-bank = Bank
pay-field-bic = BIC
pay-field-correspondent-account = Correspondent account
pay-field-amount = Amount
pay-field-purpose = Details
pay-field-account = Your account number
pay-field-period = Month
pay-copy = Copy
pay-copy-done = Copied
pay-copied = Copied: { $field }
pay-copy-marked = { $field } is marked. Copy it by the keys or the menu of your device.

### Payments by card that cannot begin

problem-payment_off = Paying by card is not possible here. Please pay by bank transfer.
problem-payment_unavailable = Paying by card does not work at the moment, and nothing was paid. Please try again later, or pay by bank transfer.

### Documents: the PDFs of bills and of the ledger

document-fetching = Getting the document…
document-silence = This document is not on this { $device ->
    [phone] phone
   *[computer] computer
 } yet. { $why ->
    [no-network] It needs a connection once.
   *[unanswered] The company does not answer now. Please try again later.
 }
document-outdated = This document is older than what you see here. The new one can be had as soon as there is a connection.
document-press-again = The document is here now. Please press once more.
