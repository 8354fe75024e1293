## Reģistrācijas, saišu un lietotāja paša konta vārdi latviski. Tie nāk līdz ar ekrāniem, kuros tos lieto.

### Registering

register-title = Reģistrācija
register-lead = Ievadiet to, kas norādīts Jūsu rēķinā. Mēs nosūtīsim saiti, ar kuru Jūs izvēlēsieties paroli.
register-holder = Klienta vārds un uzvārds
register-number = Klienta kods
register-number-hint = Tas ir norādīts katrā rēķinā, piemēram, { $example }.
register-phone = Tālrunis
register-email = E-pasts
register-email-hint = Uz šo adresi nosūtīsim saiti.
register-proof = Viena Jūsu skaitītāja numurs
register-proof-hint = Tas ir uzdrukāts uz skaitītāja. Tas apliecina, ka Jūs tur dzīvojat.
register-total = Pēdējā rēķina summa
register-total-hint = Piemēram, 45,20. Tā apliecina, ka rēķins ir pie Jums.
register-total-wrong = Tā nav summa. Piemērs: 45,20.
register-empty = Lūdzu, aizpildiet šo lauku.
register-line-wrong = Te ir zīmes, ko nevar nolasīt. Lūdzu, ievadiet vēlreiz.
register-number-wrong = Mūsu klienta kodi izskatās citādi, piemēram, { $example }.
register-email-wrong = Šī e-pasta adrese nav pilnīga. Piemērs: vards@piemers.lv.
register-phone-wrong = Tas nav tālruņa numurs. Piemērs: { $example }.
register-refused = Tā to pieņemt nevar. Lūdzu, pārbaudiet.
register-have = Jau esat reģistrējies?

### Forgotten password

forgot-password-title = Jauna parole
forgot-password-lead = Ievadiet e-pasta adresi, ar kuru reģistrējāties. Mēs nosūtīsim saiti, ar kuru Jūs izvēlēsieties jaunu paroli.
forgot-password-none = E-pasta pie mums nav vai tagad tas ir cits? Reģistrējieties vēlreiz vai piezvaniet mums.

### The letter is on its way

letter-send = Nosūtīt saiti
letter-sending = Sūta…
letter-title = Ieskatieties savā e-pastā
letter-register = Ja ievadītais sakrīt ar rēķinu, saite jau ir ceļā uz { $email }.
letter-password = Ja ar šo adresi esat reģistrējies, saite jau ir ceļā uz { $email }.
letter-time = Tas var ilgt līdz trim minūtēm. Saiti var izmantot vienu reizi.
letter-nothing = Nekas nav pienācis?
letter-spam = Ieskatieties mēstuļu (“Spam”) mapē.
letter-check = Pārbaudiet, vai ievadītais ir pareizs.
letter-change = Labot ievadīto
letter-again = Sūtīt vēlreiz
letter-sent-again = Nosūtīts vēlreiz { $at }.
letter-call = Joprojām nekā? Zvaniet mums:

### Links from letters

link-opening = Atver saiti…
link-which = Ja tā pienāca pēc reģistrācijas, reģistrējieties vēlreiz. Ja tā bija jaunai parolei, pieprasiet citu.
link-request = Pieprasīt jaunu paroli
link-register = Reģistrēties vēlreiz
link-used-next = Ja to darījāt Jūs, pieslēdzieties ar izvēlēto paroli.
link-used-in = Te ir pieslēdzies lietotājs { $name }. Ja tas esat Jūs, vairāk nekas nav jādara.
link-other-user = Šajā { $device ->
    [phone] tālrunī
   *[computer] datorā
 } tagad ir pieslēdzies lietotājs { $name }. Kad saglabāsiet paroli, šis lietotājs te tiks atslēgts.

### Choosing a password

set-password-title = Izvēlieties paroli
set-password-label = Jaunā parole
set-password-hint = Vismaz 8 zīmes. Vairākus vārdus pēc kārtas ir viegli atcerēties un grūti uzminēt.
set-password-long = Pietiekami gara
set-password-end-others = Atslēgt manas pārējās ierīces
set-password-end-others-hint = Noderīgi, ja veco paroli, iespējams, zina kāds cits.
set-password-save = Saglabāt un pieslēgties
set-password-working = Saglabā…

### Confirming an e-mail address

confirm-email-title = Apstipriniet e-pastu
confirm-email-lead = Mūsu vēstules sūtīsim uz { $email }, un ar šo adresi varēsiet pieslēgties.
confirm-email-do = Apstiprināt
confirm-email-working = Apstiprina…
confirm-email-done-title = E-pasts ir apstiprināts
confirm-email-done = Turpmāk mūsu vēstules sūtīsim uz { $email }.
confirm-email-on = Turpināt
confirm-email-used = Ja adresi jau apstiprinājāt, viss ir kārtībā. Ja ne, vēlreiz nomainiet e-pastu sadaļā “Mans profils”.
confirm-email-anew = Lai saņemtu citu saiti, vēlreiz nomainiet e-pastu sadaļā “Mans profils”.

### What can go wrong

access-offline = { $why ->
    [no-network] Nav savienojuma. Tam vajadzīgs internets; ievadītais joprojām ir šeit.
   *[unanswered] Uzņēmums pašlaik neatbild. Ievadītais joprojām ir šeit; lūdzu, mēģiniet vēlāk.
 }
access-offline-pressed = { $why ->
    [no-network] Nav savienojuma. Tam vajadzīgs internets.
   *[unanswered] Uzņēmums pašlaik neatbild. Lūdzu, mēģiniet vēlāk.
 }
problem-link_unknown = Šī saite neko neatver. Varbūt tā kopējot tika aprauta; atveriet to vēlreiz no vēstules.
problem-link_used = Šī saite jau ir izmantota.
problem-link_expired = Šī saite ir pārāk veca.
problem-password_refused = { $why ->
    [password_too_short] Lūdzu, vismaz 8 zīmes.
    [password_too_long] Lūdzu, ne vairāk kā 256 zīmes.
    [password_is_account] Lūdzu, ne klienta kodu: to mēģinātu vispirms.
    [password_is_email] Lūdzu, ne e-pasta adresi: to mēģinātu vispirms.
   *[password_common] Šo paroli lieto ļoti daudzi, tāpēc to mēģinātu vispirms. Lūdzu, izvēlieties citu.
 }
problem-password_wrong = Pašreizējā parole nav pareiza.
problem-email_taken = Šo e-pasta adresi šeit jau kāds lieto. Ja tas esat Jūs, pieslēdzieties ar to.
problem-account_mismatch = Ievadītais nesakrīt ar rēķinu. Lūdzu, salīdziniet.
problem-account_linked = Šis klienta kods Jums jau ir piesaistīts.

### My account

account-unread = { $why ->
    [no-network] Nav savienojuma. E-pastu, tālruni, paroli un ierīces varēs redzēt un mainīt, tiklīdz tas būs.
    [unanswered] Uzņēmums pašlaik neatbild. E-pastu, tālruni, paroli un ierīces varēs redzēt un mainīt vēlāk.
    [signed-out] Lai to redzētu un mainītu, lūdzu, pieslēdzieties vēlreiz.
   *[refused] To pašlaik neizdevās nolasīt. Lūdzu, mēģiniet vēlāk.
 }
account-reach = Kā ar Jums sazināties
account-entrance = Pieslēgšanās
account-none = vēl nav
account-present = Pašlaik
account-current = Pašreizējā parole
account-save = Saglabāt
account-saved = Saglabāts
account-working = Mirklīti…
account-remove = Noņemt
account-remove-yes = Noņemt
account-remove-no = Paturēt

account-email = E-pasts
account-email-new = Jaunais e-pasts
account-email-hint = Uz turieni nosūtīsim saiti. Kamēr tā nav atvērta, nekas nemainās.
account-email-send = Nosūtīt saiti
account-email-sent = Uz { $email } ir ceļā saite. Tā pienāk līdz trim minūtēm, un to var izmantot vienu reizi 24 stundu laikā.
account-email-until = Kamēr tā nav atvērta, paliek līdzšinējā adrese.
account-email-help = Nekas nav pienācis? Ieskatieties mēstuļu (“Spam”) mapē un pārbaudiet ievadīto adresi.
account-phone = Tālrunis
account-phone-new = Jaunais numurs
account-phone-send = Saglabāt
account-phone-remove = Noņemt numuru
account-phone-removed = Jūsu tālruņa numura pie mums vairs nav.
account-language = Mūsu vēstuļu valoda

account-password = Parole
account-password-line = Mainīt
account-password-changed = Parole ir nomainīta
account-password-others = { $others ->
    [ended] Visās pārējās Jūsu ierīcēs darbs ir beigts.
   *[left] Pārējās Jūsu ierīces paliek pieslēgtas.
 }

account-premises = Telpas
account-premises-line = Pievienot vai noņemt
account-add = Pievienot telpas
account-add-lead = Ievadiet to, kas rakstīts šo telpu rēķinā.
account-add-another = Pievienot vēl
account-added = Pievienotas telpas: { $address }
account-added-switch = { $here ->
    [yes] No vienām telpām uz citām var pāriet ekrāna augšā.
   *[no] Tās parādīsies, tiklīdz būs savienojums.
 }
account-added-show = Parādīt
account-remove-title = Vai noņemt { $address }?
account-remove-text = Šo telpu skaitītāji un rādījumi no Jūsu ierīcēm tiks noņemti. Nodotais paliek uzņēmumā. Ar rēķinu telpas varēs pievienot atkal.
account-remove-waiting = Šajā { $device ->
    [phone] tālrunī
   *[computer] datorā
 } { $count ->
    [zero] gaida { $count } šo telpu rādījumu
    [one] gaida { $count } šo telpu rādījums
   *[other] gaida { $count } šo telpu rādījumi
 }. Vispirms nododiet to, kas gaida: pēc tam tas vairs nebūs iespējams.
account-remove-last = Citu telpu Jums nav, tāpēc šīs noņemt nevar.
account-removed = Noņemtas telpas: { $address }

account-devices = Ierīces
account-devices-count = { $count ->
    [zero] { $count } ierīču
    [one] { $count } ierīce
   *[other] { $count } ierīces
 }
account-devices-lead = Šīs ierīces ir pieslēgtas Jūsu profilam. Ja kādu nepazīstat, beidziet tajā darbu un nomainiet paroli.
account-devices-end = Beigt darbu visās pārējās
account-devices-end-title = Vai beigt darbu visās pārējās ierīcēs?
account-devices-ended = Visās pārējās ierīcēs darbs ir beigts.
account-device = { $known ->
    [both] { $browser }, { $system }
    [browser] { $browser }
    [system] { $system }
   *[nothing] Nezināma ierīce
 }
account-device-own = { $device ->
    [phone] Šis tālrunis
   *[computer] Šis dators
 }
account-device-used = { $when ->
    [today] Lietota šodien
    [yesterday] Lietota vakar
   *[earlier] Lietota { $day }
 }
account-device-since = { $when ->
    [today] pieslēgta šodien
    [yesterday] pieslēgta vakar
   *[earlier] pieslēgta { $day }
 }
account-device-end = Beigt darbu
account-device-end-title = Vai beigt darbu šeit: { $name }?
account-device-end-text = Tur saglabātais paliek. Nekas jauns nepienāks un nekas netiks nodots, kamēr tur atkal nepieslēgsieties.
account-device-leave = Atstāt
account-device-ended = Darbs beigts: { $name }

account-passkeys = Piekļuves atslēgas
account-passkeys-count = { $count ->
    [0] Vēl nav
    [zero] { $count } atslēgu
    [one] { $count } atslēga
   *[other] { $count } atslēgas
 }
account-passkeys-lead = Ar piekļuves atslēgu pieslēdzas ar pirksta nospiedumu, seju vai ierīces kodu: nekas nav jāatceras, un neviens to nevar uzminēt vai izkrāpt.
account-passkey-add = Pievienot piekļuves atslēgu
account-passkey-added = Pievienota. Nākamreiz varat pieslēgties ar to.
account-passkey-made = { $when ->
    [today] Pievienota šodien
    [yesterday] Pievienota vakar
   *[earlier] Pievienota { $day }
 }
account-passkey-used = { $when ->
    [today] lietota šodien
    [yesterday] lietota vakar
   *[earlier] lietota { $day }
 }
account-passkey-unused = vēl nav lietota
account-passkey-cannot = Šajā pārlūkā piekļuves atslēgas lietot nevar.
account-passkey-cancelled = Piekļuves atslēga netika pievienota.
account-passkey-already-there = Šajā ierīcē Jums jau ir piekļuves atslēga.
account-passkey-remove-title = Vai noņemt šo piekļuves atslēgu?
account-passkey-remove-text = { $name }: ar to vairs nevarēs pieslēgties. Parole paliek.
account-passkey-removed = Piekļuves atslēga ir noņemta.

### Pie kioska: savi rēķini biroja planšetē

at-kiosk-title = Jūsu rēķini kioskā
at-kiosk-ask = Planšete “{ $kiosk }” parādīs Jūsu rēķinus: adreses, parādu un to, par ko jāmaksā. Tos redzēs tas, kurš pie tās stāv.
at-kiosk-only = Turpiniet tikai tad, ja pie tās stāvat Jūs. Mūsu darbinieki šo skaitli neprasa ne pa tālruni, ne ziņā.
at-kiosk-which = Kurš skaitlis tagad ir planšetē?
at-kiosk-none = Neviens no šiem: nerādīt
at-kiosk-missing = Planšetē nav skaitļa? Nospiediet tur vēlreiz “Mani rēķini” un noskenējiet jauno kodu.
at-kiosk-working = Vienu mirkli…
at-kiosk-declined-title = Jūsu rēķini netiek rādīti
at-kiosk-declined-number = Planšetē ir cits skaitlis, tāpēc tā neko nerāda. Ja tiešām stāvat pie tās, lieciet tur parādīt jaunu kodu un noskenējiet to.
at-kiosk-declined-no = Planšete neko nerāda. Vai šo kodu Jums kāds atsūtīja? Tad, lūdzu, pastāstiet mums.
at-kiosk-shown-title = Planšete drīkst rādīt Jūsu rēķinus
at-kiosk-shown = Jūsu rēķini parādīsies planšetes “{ $kiosk }” ekrānā, tiklīdz tur pateiksiet, ka tas esat Jūs.
at-kiosk-shown-end = Kad esat beiguši, nospiediet tur “Gatavs” vai beidziet rādīšanu šeit. Pēc dažām minūtēm tie pazudīs paši.
at-kiosk-end = Beigt rādīt
at-kiosk-ended-title = Jūsu rēķini vairs netiek rādīti
at-kiosk-ended = Pēc dažām sekundēm planšetes “{ $kiosk }” ekrānā vairs nebūs nekā no Jūsu datiem.
at-kiosk-home = Uz sākumu
at-kiosk-over = Šis kods vairs neder.
at-kiosk-scan = Kods planšetē der dažas minūtes un vienu reizi. Lieciet tur parādīt jaunu un noskenējiet to ar sava tālruņa kameru.
