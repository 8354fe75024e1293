## Words of the letters, English. The keys and their variables are the same in every language; a test holds them together.
## An empty line begins a paragraph. `-subject` is the headline as well.

### In every letter

greeting = Hello, { $name }!
greeting-nobody = Hello!
link-lasts = The link works once, for { $hours ->
    [one] one hour
   *[other] { $hours } hours
 }.
link-plain = The button does not work? Copy this address into your browser:
help = Questions? Call us:
automatic = This letter was written automatically.
fact-account = Account number
fact-address = Address
fact-when = When

### Registered: a link to set a password

registration-subject = Finish your registration
registration-text = You have registered for the portal of { $company }. One step is left: choose a password.
registration-button = Choose a password
registration-expired = If it no longer works, please register once more.
registration-not-you = Was this not you? Then do nothing. Nobody gets in without this link.

### Registered, and a user already

known-subject = You are registered already
known-text = Somebody, probably you, has registered for the portal of { $company } with this e-mail address. It is registered already: simply sign in with it and your password.

 Forgotten the password? Choose a new one here.
known-add = Would you like to see other premises as well? Sign in first, open “More”, then “My account”, and add them there.
known-button = Choose a new password
known-expired = If it no longer works, ask for a new link on the sign-in page.
known-not-you = Was this not you? Then do nothing. Your password stays as it is.

### Forgotten the password

password-reset-subject = Choose a new password
password-reset-text = You have asked for a new password for the portal of { $company }. Choose it here. Until you do, the old one stays.
password-reset-button = Choose a new password
password-reset-expired = If it no longer works, ask for a new link on the sign-in page.
password-reset-not-you = Was this not you? Then do nothing. Your password stays as it is.

### The office has opened the portal for somebody

activation-subject = Your way into the portal
activation-text = With this letter you can use the portal of { $company }: hand in meter readings and see what you have handed in. Choose a password here. After that you sign in with your account number or this e-mail address.
activation-button = Choose a password
activation-expired = If it no longer works, ask for a new link on the sign-in page.
activation-not-you = You know nothing of this portal? Please call us.

### Another person was linked to the same account

account-linked-subject = Another person has added your premises
account-linked-text = Another person has added these premises in the portal of { $company } and knew the account number and the name on the bill. That person can now see the meter readings and hand some in, as you can.
account-linked-not-you = Perhaps it is somebody of your family. If you do not know who it is, please call us.

### The e-mail address

email-change-subject = Confirm your e-mail address
email-change-text = You would like to use this e-mail address for the portal of { $company }. Confirm it here. Until you do, the old one stays.
email-change-button = Confirm the address
email-change-expired = If it no longer works, enter the address in the portal once more.
email-change-not-you = Was this not you? Then do nothing. This address is not used unless you confirm it.
email-changed-subject = Your e-mail address has changed
email-changed-text = In the portal of { $company } another e-mail address has taken the place of this one. Letters go there from now on, and this address no longer signs you in.
email-changed-not-you = Was this not you? Please call us at once.

### Phone, password, passkey

phone-changed-subject = Your phone number has changed
phone-changed-text = Your phone number was changed in the portal of { $company }.
phone-changed-not-you = Was this not you? Choose a new password in the portal straight away, and call us.
password-changed-subject = Your password has changed
password-changed-text = A new password was set for you in the portal of { $company }. From now on you sign in with it.
password-changed-not-you = Was this not you? Ask for a new password on the sign-in page straight away, and call us.
passkey-added-subject = A new way to sign in
passkey-added-text = A passkey was added for you in the portal of { $company }. With it you sign in by fingerprint, face or the code of your device, without a password.
passkey-added-not-you = Was this not you? Remove the passkey in the portal straight away, choose a new password, and call us.
