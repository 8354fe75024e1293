## Words of the kiosk, English: the tablet in the office.

### The frame

kiosk-language = Language
kiosk-large = Larger letters
kiosk-contrast = White on black
kiosk-offline = No connection. Readings can be handed in all the same.
kiosk-waiting = { $count ->
    [one] One slip waits here and is sent by itself.
   *[other] { $count } slips wait here and are sent by themselves.
 }
kiosk-waiting-refused = { $count ->
    [one] For the office: one slip could not be read.
   *[other] For the office: { $count } slips could not be read.
 }
kiosk-help = Help
kiosk-help-title = Help
kiosk-help-what = Here you can hand in meter readings and look at your bills, without a phone of your own.
kiosk-help-desk = Please ask at the desk. The people there are glad to help.
kiosk-help-call = Or call:
kiosk-help-private = When you are done, nothing of yours is left on this screen.
kiosk-help-close = Go on
kiosk-anew = Start again
kiosk-anew-title = Start again?
kiosk-anew-text = What you typed here and have not handed in will be gone.
kiosk-anew-yes = Start again
kiosk-anew-no = Go on here
kiosk-anew-bills-title = Leave your bills?
kiosk-anew-bills-text = You are signed out here, and your bills are taken from the screen.
kiosk-anew-bills-yes = Sign out
kiosk-moment = One moment…
kiosk-still-title = Are you still there?
kiosk-still-text = Touch the screen to go on. Otherwise everything on it is cleared, so that nobody sees it.
kiosk-still-text-guarded = What was on the screen is hidden now. If it is yours, press “Yes, go on”. If you have only just come, press “I am done”: then everything is cleared.
kiosk-still-seconds = { $seconds ->
    [one] second
   *[other] seconds
 }
kiosk-still-yes = Yes, go on
kiosk-still-done = I am done
kiosk-ending = Your time here is over in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
 }.
kiosk-more-time = More time

### Making a tablet a kiosk

kiosk-enrol-title = Set up this tablet
kiosk-enrol-lead = A manager adds a kiosk in the office, on the page “Kiosks”, and types here the code that is shown there.
kiosk-enrol-code = Code of the office
kiosk-enrol-hint = Eight letters and digits, for example ACDE-FGHJ
kiosk-enrol-do = Set up
kiosk-enrol-working = One moment…
kiosk-enrol-empty = Please type the code.
kiosk-enrol-wrong = This code is not right, or its time is over. Have a new one made in the office.
kiosk-enrol-offline = There is no connection. The tablet needs it to be set up.
kiosk-enrol-ended = This tablet is no kiosk any more. Residents: please ask at the desk.
kiosk-enrol-was = Until now this tablet was the kiosk “{ $name }”.
kiosk-enrol-waiting = { $count ->
    [one] One sealed slip waits on it. Once the tablet is set up it is handed in; if it becomes another kiosk, the people in the office look at it first.
   *[other] { $count } sealed slips wait on it. Once the tablet is set up they are handed in; if it becomes another kiosk, the people in the office look at them first.
 }

### Problems

problem-kiosk_locked = Too many wrong numbers were typed for this account number, so it is locked here. Please ask at the desk.
problem-serial_useless = This number shows nothing: it is too short, has no digits, or is the same sign over and over.
problem-serial_spread = This serial number was tried for many account numbers today.

### The first screen

kiosk-start-title = What would you like to do?
kiosk-start-readings = Hand in meter readings
kiosk-start-readings-how = With your bill and the serial number of a meter; no password needed
kiosk-start-bills = My bills
kiosk-start-bills-how = With your password or your phone
kiosk-start-bills-offline = Not possible just now: there is no connection
kiosk-start-bills-refused = Bills cannot be shown just now, because there is no connection. Readings can be handed in all the same.
kiosk-start-ease = Easier to read

### Whose meters

kiosk-identify-title = Your account number
kiosk-identify-lead = Hold the square code of your bill in front of the camera, or type the account number.
kiosk-identify-account = Account number
kiosk-identify-account-hint = It is on your bill, for example { $example }
kiosk-identify-account-empty = Please type the account number.
kiosk-identify-account-wrong = This is no account number. It looks like { $example }.
kiosk-identify-not-ours = This is no bill of { $company }. Please show another one, or type the account number.
kiosk-identify-next = Next
kiosk-identify-back = Back
kiosk-identify-serial-title = The serial number of one of your meters
kiosk-identify-serial-lead = It shows us that these are your meters. Any one of them will do.
kiosk-identify-serial = Serial number of a meter
kiosk-identify-serial-hint = It stands on the front of the meter, often below the digits or beside a barcode, and on your bill.
kiosk-identify-serial-empty = Please type the serial number of a meter.
kiosk-identify-picture = A meter: the serial number stands below the digits, after “No”.
kiosk-identify-wrong = The account number and the serial number do not belong together. Please compare both with your bill.
kiosk-identify-last = Only one more try is left: then it is locked here, and you have to go to the desk.
kiosk-identify-serial-nothing = This is no number of a meter: there is neither a digit nor a letter in it.
kiosk-identify-serial-short = This cannot show us that the meter is yours: it is too short. It takes at least four letters or digits.
kiosk-identify-serial-one-sign = This cannot show us that the meter is yours: it is the same sign over and over.
kiosk-identify-serial-no-digit = This cannot be the number of a meter: it has no digits.
kiosk-identify-no-number = There is none
kiosk-identify-no-other = I have no other number
kiosk-identify-without-title = Go on without a number?
kiosk-identify-without = If your meters have no number, or it is right and still does not work, you can hand in your readings all the same: say which meters they are, and what they show. The office will look at it, and calls you if something does not fit.
kiosk-identify-offline = There is no connection just now. You can hand in your readings all the same: they are kept here, sealed, and go out by themselves. The office calls you if something does not fit.
kiosk-identify-unanswered-title = We could not look it up
kiosk-identify-busy-title = It cannot be looked up here just now
kiosk-identify-busy = Too many wrong numbers have been typed. You can hand in your readings all the same: type what your meters show. The office will look at it, and calls you if something does not fit.
kiosk-identify-go-on = Go on without it
kiosk-identify-try-again = Try again
kiosk-identify-locked-title = Please go to the desk
kiosk-identify-locked = Too many wrong numbers were typed for this account number. So that nobody guesses, it is locked here until the people at the desk release it. They will also take your readings.
kiosk-identify-end = All right
kiosk-identify-where = Where is it?

### Where the numbers stand

kiosk-where-title = Where do I find them?
kiosk-where-bill = The account number stands at the top of your bill, the square code further down.
kiosk-where-bill-picture = A bill: the account number at the top right, the square code below on the left.
kiosk-where-meter = The serial number of a meter stands on its front, often below the digits or beside a barcode.

### The camera

kiosk-scan-picture = What the camera sees
kiosk-scan-refused = The camera may not be used. Please type the account number.
kiosk-scan-absent = There is no camera here. Please type the account number.
kiosk-scan-busy = The camera gives no picture. Please type the account number.
kiosk-scan-unreadable = This camera cannot read codes just now. Please type the account number.
kiosk-scan-again = Try the camera again
kiosk-scan-other-camera = Use the other camera

### The keys of the screen

kiosk-keys = Keys
kiosk-keys-back = Delete the last one
kiosk-keys-clear = Clear
kiosk-keys-space = Space
kiosk-keys-shift = Capital letters
kiosk-keys-to-digits = 123
kiosk-keys-to-digits-label = Digits
kiosk-keys-to-letters = ABC
kiosk-keys-to-letters-label = Letters
kiosk-keys-to-latin = ABC
kiosk-keys-to-latin-label = Latin letters
kiosk-keys-to-latvian = ĀČĒ
kiosk-keys-to-latvian-label = Latvian letters
kiosk-keys-to-cyrillic = АБВ
kiosk-keys-to-cyrillic-label = Cyrillic letters
kiosk-keys-to-signs = #+=
kiosk-keys-to-signs-label = Signs
kiosk-keys-comma = Comma
kiosk-keys-point = Point
kiosk-keys-hyphen = Hyphen
kiosk-keys-slash = Slash
kiosk-keys-underscore = Underscore
kiosk-keys-at = At sign

### Typing readings

kiosk-readings-place = Meter { $at } of { $of }
kiosk-readings-whose = { $whose }. Is this right?
kiosk-readings-not-mine = Not mine
kiosk-readings-back = Back
kiosk-readings-next = Next
kiosk-readings-skip = Skip this meter
kiosk-readings-finish = Finish
kiosk-readings-given = The reading for { $forPeriod } is handed in already.
kiosk-readings-closed = Readings for { $forPeriod } are taken from { $from } to { $until }.
kiosk-readings-elsewhen = Of this meter the reading for { $forPeriod } is wanted. Please hand in the others first, and then begin again.
kiosk-readings-closed-title = Readings are not taken now
kiosk-readings-no-meters = There is no meter to read
kiosk-readings-done-title = Everything is handed in
kiosk-readings-done = There is nothing more to do for { $forPeriod }.
kiosk-readings-skipped-title = No reading was typed
kiosk-readings-skipped = You have skipped every meter, so nothing is handed in.
kiosk-readings-typed-title = Meter No. { $serial }
kiosk-readings-another-title = Meter { $at }
kiosk-readings-another = Another meter
kiosk-readings-leave-out = Leave it out
kiosk-readings-unsure = It is not certain that readings for { $forPeriod } are still taken. You can hand them in all the same; the office will look at them.
kiosk-readings-serial = Serial number of the meter
kiosk-readings-serial-hint = It stands on the meter.
kiosk-readings-serial-empty = Please type the serial number of the meter.
kiosk-readings-serial-twice = This meter is typed already.
kiosk-readings-serial-useless = One cannot tell a meter by this. Has it no other number? Then press “This meter has no number”.
kiosk-readings-service = Which meter is it?
kiosk-readings-service-empty = Please press which meter it is.
kiosk-readings-where = Where is it?
kiosk-readings-where-hint = For example, bathroom. You may leave it out.
kiosk-readings-where-wrong = There is a sign in it that cannot be seen. Please type it anew.
kiosk-readings-no-number = no number
kiosk-readings-without-number = This meter has no number
kiosk-readings-with-number = This meter has a number
kiosk-readings-value = What the meter shows
kiosk-readings-value-hint = Type the digits as on the meter, with a point before the red digits.
kiosk-readings-value-too-long = No meter shows so many digits.
kiosk-readings-day-and-night = It shows day and night
kiosk-readings-tariff-more = It shows one number more
kiosk-readings-tariff-less = It shows one number fewer

### Reading them once more

kiosk-summary-title = Is everything right?
kiosk-summary-lead = Please read it once more. Then press “Hand in”.
kiosk-summary-account = Account number
kiosk-summary-proof = Meter named as proof
kiosk-summary-proof-typed = Meter’s number as typed
kiosk-summary-proof-none = none
kiosk-summary-month = Month
kiosk-summary-meter = Meter
kiosk-summary-contact = Your telephone number or e-mail
kiosk-summary-contact-hint = You may leave it out. It is for the office, if something is not right.
kiosk-summary-contact-blind = Please leave it: whether everything fits is known only later, and without it the office cannot call you.
kiosk-summary-contact-missing = Without a telephone number or e-mail the office cannot ask you if something does not fit. Please type one, or press “Hand in” once more.
kiosk-summary-contact-wrong = This is neither a telephone number nor an e-mail address. Please correct it or clear it.
kiosk-summary-change = Change
kiosk-summary-hand-in = Hand in
kiosk-summary-working = Handing in…
kiosk-summary-not-saved = It could not be saved on this tablet. What you typed is still here. Please press “Hand in” once more, or ask at the desk.

### The receipt

kiosk-receipt-title-received = { $count ->
    [one] Your reading is received
   *[other] Your { $count } readings are received
 }
kiosk-receipt-title-office = { $count ->
    [one] Your reading is here
   *[other] Your { $count } readings are here
 }
kiosk-receipt-title-kept = { $count ->
    [one] Your reading is kept on this tablet
   *[other] Your { $count } readings are kept on this tablet
 }
kiosk-receipt-title-refused = { $count ->
    [one] Your reading did not arrive
   *[other] Your { $count } readings did not arrive
 }
kiosk-receipt-lead-received = Thank you. There is nothing more to do.
kiosk-receipt-lead-office = Thank you. The office will look at what is marked below.
kiosk-receipt-lead-kept = There is no connection now. What you handed in goes to the company by itself as soon as there is one.
kiosk-receipt-lead-asked-to-wait = The company cannot take readings in at this moment. What you handed in goes there by itself a little later.
kiosk-receipt-lead-on-its-way = What you handed in goes to the company by itself, in a moment.
kiosk-receipt-proven = You need not come again.
kiosk-receipt-unproven = The office calls you if something does not fit.
kiosk-receipt-unproven-silent = Please keep the number of the receipt: with it you can ask at the desk whether everything fits.
kiosk-receipt-lead-refused = Please go to the desk and say this number.
kiosk-receipt-title-arrived = { $count ->
    [one] Your reading is saved with us
   *[other] Your { $count } readings are saved with us
 }
kiosk-receipt-lead-arrived = Thank you. Whether all of it was accepted could not be told here in time. If something is not right, the office will look at it; with this number you can ask at the desk.
kiosk-receipt-received = Received
kiosk-receipt-office = The office will look at it
kiosk-receipt-kept = Kept on this tablet, goes out by itself
kiosk-receipt-refused = Not received
kiosk-receipt-arrived = Saved with us
kiosk-receipt-number = Receipt
kiosk-receipt-code = QR code of the receipt { $number }
kiosk-receipt-at = Typed
kiosk-receipt-print = Print
kiosk-receipt-paper = You may note this number or take a picture of it. For a copy on paper, say it at the desk.
kiosk-receipt-done = Done

### Signing in for the bills

kiosk-sign-in-title = Your bills
kiosk-sign-in-phone = With your phone
kiosk-sign-in-phone-scan = Point the camera of your phone at the square code.
kiosk-sign-in-phone-open = Open the page that it offers, and sign in there if it asks you to.
kiosk-sign-in-phone-number = Press the number there that appears here.
kiosk-sign-in-code = Square code to scan with your phone
kiosk-sign-in-over = The time of this code is over.
kiosk-sign-in-anew = Show a new code
kiosk-sign-in-silent = There is no code just now, because there is no connection.
kiosk-sign-in-number = On your phone, press this number
kiosk-sign-in-number-why = Is it not your phone? Then press “Back”.
kiosk-sign-in-declined = Another number was pressed on the phone, or none. Nothing is shown.
kiosk-sign-in-off = You are typing, so the square code is put away.
kiosk-sign-in-show = Use my phone instead
kiosk-sign-in-password = With your password
kiosk-sign-in-forgot = You do not know it? Please ask at the desk.
kiosk-sign-in-do = Show my bills
kiosk-sign-in-back = Back
kiosk-sign-in-offline = Bills cannot be shown just now, because there is no connection. Please try again later.

### Whose bills a phone shows

kiosk-whose-title = { $name }, is this you?
kiosk-whose-text = Somebody wants to show their bills here with a phone. If it is you, they appear on this screen.
kiosk-whose-yes = Yes, show my bills
kiosk-whose-no = No, it is somebody else
kiosk-whose-over-title = Nothing is shown
kiosk-whose-over = It was ended on the phone, or the time for it is over.

### The bills

kiosk-bills-title = Your bills
kiosk-bills-premises = Which address?
kiosk-bills-account = Account number { $number }
kiosk-bills-no-premises = There are no premises with bills for you here. Please ask at the desk.
kiosk-bills-list = Bills by month
kiosk-bills-done = Done

### One bill

kiosk-bill-back = All bills
kiosk-bill-again = Try again
kiosk-bill-unanswered = The bill could not be fetched, because there is no connection.
kiosk-bill-pay = Pay with your phone
kiosk-bill-pay-how = Scan this square code with the app of your bank: everything is filled in there.
kiosk-bill-print = Print
kiosk-bill-paper = If you would like this bill on paper, please ask at the desk.

### The time with the bills is over

kiosk-over-title = Your time here is over
kiosk-over-text = The bills were taken from the screen, so that nobody else sees them. To see them again, sign in once more.
kiosk-over-end = All right
