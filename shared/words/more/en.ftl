## Words of "More" and of signing out, English. They come with the screens that say them.

### More

more-title = More
more-account = Account
more-holder = Holder
more-address = Address
more-number = Account number
more-sending = Handing in
more-storage = Storage
more-storage-kept = Your saved readings are kept safely on this { $device ->
    [phone] phone
   *[computer] computer
 }.
more-storage-evictable = The browser may clear unsent readings when space runs out. Allow the app to keep them.
more-storage-unknown = It is not known yet whether the browser keeps your saved readings.
more-storage-keep = Keep them safely
more-storage-refused = The browser did not allow it. It usually does once the app is on the home screen. Until then, hand in soon what you save.
more-install = On the home screen
more-install-text = Put the app on the home screen: it opens at once, also without signal.
more-install-button = Put it there
more-install-ios = Tap the Share button below, then “Add to Home Screen”.
more-contact = Questions
more-messages = Messages to the office
more-mail = Write to { $address }
more-version = Version { $version }
more-sign-out = Sign out
sign-out-title = Sign out?
sign-out-plain = Your meters will be removed from this { $device ->
    [phone] phone
   *[computer] computer
 }. When you sign in, they are back.
sign-out-unsent-title = Not everything is handed in
sign-out-unsent = { $count ->
    [one] One reading waits on this { $device ->
        [phone] phone
       *[computer] computer
     }.
   *[other] { $count } readings wait on this { $device ->
        [phone] phone
       *[computer] computer
     }.
 } What would you like to do?
sign-out-send-first = Hand in, then sign out
sign-out-keep = Sign out and keep them here
sign-out-keep-hint = They are handed in when you sign in here again.
sign-out-export = Save them as a file
sign-out-export-hint = A table that you can read, and that our office can take in as it is.
sign-out-exported = Saved as “{ $file }”.
sign-out-left = Readings that cannot be written into a file and stay here: { $count }.
sign-out-withdrawals = Withdrawals cannot be taken along in a file.
sign-out-messages = { $count ->
    [one] One message to the office is not handed in yet.
   *[other] { $count } messages to the office are not handed in yet.
 }
sign-out-messages-stay = Messages wait here as well, and cannot be taken along in a file.
file-captured = Read on
sign-out-stay = Stay signed in
sign-out-not-sent = They could not be handed in now. Try again later, or choose another way.
