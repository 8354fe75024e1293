problem-last_administrator = This is the only administrator who can sign in. Let somebody else become administrator first.

staff-title = People of the office
staff-lead = Who may sign in, and what each may do.
staff-roles = A clerk works with readings and residents. A manager also decides on periods and windows. An administrator also manages people, keys and the log.
staff-invite = Invite somebody
staff-name = Name
staff-email = E-mail
staff-role = Role
staff-language = Language of letters
staff-name-empty = Please type the name.
staff-email-taken = Somebody of the office has this address already.
staff-invite-send = Send the invitation
staff-invite-hint = A letter goes to this address with a link for choosing a password. You never see the password.
staff-invited = { $name } is invited. The letter is on its way to { $email }.
staff-state = State
staff-state-active = can sign in
staff-state-invited = invited
staff-state-disabled = shut out
staff-seen = Last seen
staff-seen-never = not signed in
staff-you = you
staff-actions = What to do
staff-change-role = Role of { $name }
staff-disable = Shut out
staff-enable = Let in again
staff-reset = New phone
staff-invite-again = Invite again
staff-cancel = Leave it
staff-disable-title = Shut { $name } out?
staff-disable-text = Work that is open on any device ends at once. What { $name } has done stays in the log. You can let them in again later.
staff-reset-title = Let { $name } begin anew?
staff-reset-text = For somebody whose phone is lost. The codes of the old phone and the password open nothing any more, and a letter with a link for a new start goes to { $email }.
staff-role-title = Make { $name } { $role }?
staff-role-text = This holds at once, also for work that is open now.
staff-role-do = Change the role
staff-role-changed = The role of { $name } is changed.
staff-disabled = { $name } is shut out.
staff-enabled = { $name } can sign in again.
staff-reset-done = A letter for a new start is on its way to { $email }.

access-title = My access
access-facts = Who you are here
access-password-title = Password
access-password-lead = After a change you stay signed in here, and are signed out everywhere else.
access-current = Present password
access-current-empty = Please type your present password.
access-new = New password
access-password-change = Change the password
access-password-done = Your password is changed.
access-phone-title = Phone with codes
access-phone-lead = Set up another phone before you part with the old one.
access-phone-begin = Set up another phone
access-phone-done = From now on the codes of the new phone count.
access-codes-title = Recovery codes
access-codes-left = { $count ->
    [0] You have none left. Make new ones.
    [one] You have one left.
   *[other] You have { $count } left.
 }
access-codes-renew = Make new ones
access-codes-renewed = The old codes open nothing any more.
access-prove = First show that it is you.
