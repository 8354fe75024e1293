problem-last_administrator = Šis ir vienīgais administrators, kas var pieslēgties. Vispirms ieceliet par administratoru vēl kādu.

staff-title = Biroja darbinieki
staff-lead = Kas var pieslēgties un ko katrs drīkst.
staff-roles = Darbinieks strādā ar rādījumiem un iedzīvotājiem. Vadītājs lemj arī par periodiem un nodošanas laikiem. Administrators pārvalda arī darbiniekus, atslēgas un žurnālu.
staff-invite = Uzaicināt darbinieku
staff-name = Vārds, uzvārds
staff-email = E-pasts
staff-role = Loma
staff-language = Vēstuļu valoda
staff-name-empty = Lūdzu, ierakstiet vārdu un uzvārdu.
staff-email-taken = Kādam no biroja jau ir šāda adrese.
staff-invite-send = Nosūtīt uzaicinājumu
staff-invite-hint = Uz šo adresi aizies vēstule ar saiti paroles izvēlei. Paroli Jūs neredzēsiet.
staff-invited = Uzaicinājums nosūtīts: { $name }. Vēstule ir ceļā uz { $email }.
staff-state = Stāvoklis
staff-state-active = var pieslēgties
staff-state-invited = uzaicinājums nosūtīts
staff-state-disabled = piekļuve slēgta
staff-seen = Pēdējoreiz
staff-seen-never = nav pieslēguma
staff-you = Jūs
staff-actions = Ko darīt
staff-change-role = { $name }: loma
staff-disable = Slēgt piekļuvi
staff-enable = Atkal atļaut
staff-reset = Jauns tālrunis
staff-invite-again = Uzaicināt vēlreiz
staff-cancel = Atstāt, kā ir
staff-disable-title = { $name }: slēgt piekļuvi?
staff-disable-text = Atvērtais darbs visās ierīcēs beidzas tūlīt. { $name }: viss līdz šim paveiktais paliek žurnālā. Vēlāk piekļuvi var atkal atļaut.
staff-reset-title = { $name }: sākt no jauna?
staff-reset-text = Tam, kam pazudis tālrunis. Vecā tālruņa kodi un parole vairs neder, un uz { $email } aizies vēstule ar saiti jaunam sākumam.
staff-role-title = { $name }: turpmāk { $role }?
staff-role-text = Tas ir spēkā tūlīt, arī darbam, kas tagad ir atvērts.
staff-role-do = Mainīt lomu
staff-role-changed = { $name }: loma ir mainīta.
staff-disabled = { $name }: piekļuve ir slēgta.
staff-enabled = { $name } atkal var pieslēgties.
staff-reset-done = Vēstule jaunam sākumam ir ceļā uz { $email }.

access-title = Mana piekļuve
access-facts = Kas Jūs šeit esat
access-password-title = Parole
access-password-lead = Pēc maiņas šeit turpināsiet darbu, bet visur citur tas beigsies.
access-current = Tagadējā parole
access-current-empty = Lūdzu, ierakstiet tagadējo paroli.
access-new = Jaunā parole
access-password-change = Mainīt paroli
access-password-done = Jūsu parole ir mainīta.
access-phone-title = Tālrunis ar kodiem
access-phone-lead = Iestatiet citu tālruni, pirms šķiraties no vecā.
access-phone-begin = Iestatīt citu tālruni
access-phone-done = Turpmāk der jaunā tālruņa kodi.
access-codes-title = Rezerves kodi
access-codes-left = { $count ->
    [0] Jums vairs nav neviena. Izveidojiet jaunus.
    [zero] Jums ir atlikuši { $count } kodi.
    [one] Jums ir atlicis { $count } kods.
   *[other] Jums ir atlikuši { $count } kodi.
 }
access-codes-renew = Izveidot jaunus
access-codes-renewed = Vecie kodi vairs neder.
access-prove = Vispirms parādiet, ka tas esat Jūs.
