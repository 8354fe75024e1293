## Words of the letters, English. The keys and their variables are the same in every language; a test holds them together.
## An empty line begins a paragraph. `-subject` is the headline as well.

### In every letter

greeting = Hello, { $name }!
greeting-nobody = Hello!
link-lasts = The link works once, for { $hours ->
    [one] one hour
   *[other] { $hours } hours
 }.
link-sign-in = You are asked to sign in, as always.
link-plain = The button does not work? Copy this address into your browser:
help = Questions? Call us:
automatic = This letter was written automatically.
fact-account = Account number
fact-address = Address
fact-when = When
fact-until = Open until
fact-meter = Meter
fact-verified-until = Verification valid until

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

### The office has written

office-wrote-subject = The office has written to you
office-wrote-text = A message from the office of { $company } waits for you in the portal. You can read and answer it there.
office-wrote-button = Read the message
office-wrote-not-you = You do not use the portal? Please call us.

### The office

staff-invitation-subject = Your way into the office
staff-invitation-text = You have been given access to the office of { $company }, where readings and accounts are worked on. Choose a password here. Then you set up your phone, which shows the codes for signing in: have it at hand.
staff-invitation-button = Choose a password
staff-invitation-expired = If it no longer works, ask your administrator for a new link.
staff-invitation-not-you = You know nothing of this? Then do nothing and tell us.
staff-password-reset-subject = Choose a new password for the office
staff-password-reset-text = You have asked for a new password for the office of { $company }. Choose it here. Until you do, the old one stays. For signing in you still need a code from your phone as well.
staff-password-reset-button = Choose a new password
staff-password-reset-expired = If it no longer works, ask for a new link on the sign-in page of the office.
staff-password-reset-not-you = Was this not you? Then do nothing, and tell your administrator. Your password stays as it is.
staff-password-changed-subject = Your password for the office has changed
staff-password-changed-text = A new password was set for you in the office of { $company }. Wherever you were signed in, you were signed out.
staff-password-changed-not-you = Was this not you? Tell your administrator at once.
staff-second-factor-changed-subject = The codes for signing in come from another app
staff-second-factor-changed-text = In the office of { $company } another app was set up for your codes. Codes from the old one no longer sign you in.
staff-second-factor-changed-not-you = Was this not you? Tell your administrator at once.

### The office has mended something

email-set-subject = Your e-mail address was entered
email-set-text = Our office has entered this e-mail address for you in the portal of { $company }. Letters go here from now on, and with it you can sign in.
email-set-not-you = Did you not ask for this, or do you know nothing of this portal? Please call us.
users-merged-subject = Your two registrations are one now
users-merged-text = You were registered twice in the portal of { $company }. Our office has made one registration of the two, with all your premises. Sign in with your account number or with the e-mail address of the registration that stays, and its password. Devices on which the other one was signed in ask you to sign in again.
users-merged-not-you = Did you not ask for this? Please call us.

### Reminders

reading-reminder-subject = Please hand in your meter readings
reading-reminder-text = For this month we do not have all readings of your meters yet. You can hand them in to { $company } until the day below.
reading-reminder-button = Hand in readings
reading-reminder-not-you = Have you handed them in meanwhile? Then there is nothing left to do.
verification-reminder-subject = The verification of your meter ends
verification-reminder-text = For the meters below the verification ends soon or has ended. After that { $company } may not be able to bill by the meter. Please arrange for a verification or a new meter in good time.
verification-reminder-button = See my meters
verification-reminder-not-you = Have you arranged it already? Then send us the document, or call us.
