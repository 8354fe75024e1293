## The letter with which a user sets a password, on paper. The keys and their variables are the same in every language.

letter-title = Your access to { $site }
letter-intro = You asked us for access to the portal for our residents. There you send us your meter readings and look at earlier ones, from a phone or a computer.
letter-name = Name
letter-account = Account number
letter-email = E-mail
letter-more-accounts = { $count ->
    [one] and one more account
   *[other] and { $count } more accounts
 }
letter-steps = What to do
letter-step-open = Point the camera of your phone at the square pattern and tap the address that appears. Or type the address from the box below into your browser.
letter-step-password = Choose a password of at least { $characters } characters, one that you use nowhere else. Nobody but you will know it, not even we.
letter-step-sign-in = From then on you sign in at { $site } with your account number and this password.
letter-step-sign-in-email = From then on you sign in at { $site } with your account number or your e-mail address and this password.
letter-qr = QR code with the address for setting your password
letter-valid = Can be used until the end of { $day }
letter-address = The address: in one line, without spaces, in small letters
letter-care-title = Please take care of this letter
letter-care = Whoever holds it can get into your account. It works only once; tear it up when you are done. If you were given several such letters, only the newest works.
letter-not-you = You did not ask for it, or it does not work? Please call us: { $phone }.
