## Kioska vārdi latviski: planšete birojā.

### Ietvars

kiosk-language = Valoda
kiosk-large = Lielāki burti
kiosk-contrast = Balts uz melna
kiosk-offline = Nav savienojuma. Rādījumus var nodot tāpat.
kiosk-waiting = { $count ->
    [zero] Šeit gaida { $count } cilvēku nodotie rādījumi; tie tiks nosūtīti paši.
    [one] Šeit gaida { $count } cilvēka nodotie rādījumi; tie tiks nosūtīti paši.
   *[other] Šeit gaida { $count } cilvēku nodotie rādījumi; tie tiks nosūtīti paši.
 }
kiosk-waiting-refused = { $count ->
    [zero] Birojam: { $count } cilvēku nodotos rādījumus nevarēja nolasīt.
    [one] Birojam: { $count } cilvēka nodotos rādījumus nevarēja nolasīt.
   *[other] Birojam: { $count } cilvēku nodotos rādījumus nevarēja nolasīt.
 }
kiosk-help = Palīdzība
kiosk-help-title = Palīdzība
kiosk-help-what = Šeit varat nodot skaitītāju rādījumus un apskatīt savus rēķinus arī bez sava tālruņa.
kiosk-help-desk = Lūdzu, jautājiet darbiniekam. Jums labprāt palīdzēs.
kiosk-help-call = Vai zvaniet:
kiosk-help-private = Kad būsiet beiguši, šajā ekrānā nekas no Jūsu datiem nepaliks.
kiosk-help-close = Turpināt
kiosk-anew = Sākt no jauna
kiosk-anew-title = Vai sākt no jauna?
kiosk-anew-text = Viss, ko šeit ierakstījāt un vēl nenodevāt, tiks izdzēsts.
kiosk-anew-yes = Sākt no jauna
kiosk-anew-no = Turpināt šeit
kiosk-anew-bills-title = Vai beigt skatīt rēķinus?
kiosk-anew-bills-text = Jūsu rēķini tiks noņemti no ekrāna, un, lai tos redzētu vēlreiz, būs no jauna jāpieslēdzas.
kiosk-anew-bills-yes = Iziet
kiosk-moment = Vienu mirkli…
kiosk-still-title = Vai Jūs vēl esat šeit?
kiosk-still-text = Lai turpinātu, pieskarieties ekrānam. Citādi viss tajā tiks izdzēsts, lai neviens to neredzētu.
kiosk-still-text-guarded = Tas, kas bija ekrānā, tagad ir paslēpts. Ja tas ir Jūsu, nospiediet “Jā, turpināt”. Ja tikko pienācāt, nospiediet “Beigt”: tad viss tiks izdzēsts.
kiosk-still-seconds = { $seconds ->
    [zero] sekunžu
    [one] sekunde
   *[other] sekundes
 }
kiosk-still-yes = Jā, turpināt
kiosk-still-done = Beigt
kiosk-ending = Jūsu laiks šeit beigsies pēc { $seconds ->
    [zero] { $seconds } sekundēm
    [one] { $seconds } sekundes
   *[other] { $seconds } sekundēm
 }.
kiosk-more-time = Vairāk laika

### Planšetes iestatīšana

kiosk-enrol-title = Iestatīt šo planšeti
kiosk-enrol-lead = Vadītājs biroja lapā “Kioski” pievieno kiosku un šeit ieraksta tur parādīto kodu.
kiosk-enrol-code = Biroja kods
kiosk-enrol-hint = Astoņi burti un cipari, piemēram, ACDE-FGHJ
kiosk-enrol-do = Iestatīt
kiosk-enrol-working = Vienu mirkli…
kiosk-enrol-empty = Lūdzu, ierakstiet kodu.
kiosk-enrol-wrong = Kods nav pareizs vai tā laiks ir beidzies. Lūdziet birojā izveidot jaunu.
kiosk-enrol-offline = Nav savienojuma. Lai planšeti iestatītu, tas ir vajadzīgs.
kiosk-enrol-ended = Šī planšete vairs nav kiosks. Iedzīvotāji, lūdzu, jautājiet darbiniekam.
kiosk-enrol-was = Līdz šim šī planšete bija kiosks “{ $name }”.
kiosk-enrol-waiting = { $count ->
    [zero] Tajā gaida { $count } cilvēku nodotie rādījumi. Pēc iestatīšanas tie tiks nosūtīti; ja planšete kļūs par citu kiosku, vispirms tos apskatīs birojā.
    [one] Tajā gaida { $count } cilvēka nodotie rādījumi. Pēc iestatīšanas tie tiks nosūtīti; ja planšete kļūs par citu kiosku, vispirms tos apskatīs birojā.
   *[other] Tajā gaida { $count } cilvēku nodotie rādījumi. Pēc iestatīšanas tie tiks nosūtīti; ja planšete kļūs par citu kiosku, vispirms tos apskatīs birojā.
 }

### Problems

problem-kiosk_locked = Šim klienta kodam pārāk daudz reižu ievadīts nepareizs numurs, tāpēc šeit tas ir bloķēts. Lūdzu, vērsieties pie darbinieka.
problem-serial_useless = Šāds numurs neko neapliecina: tas ir par īsu, bez cipariem, vai tajā atkārtojas viena un tā pati zīme.
problem-serial_spread = Šis skaitītāja numurs šodien mēģināts daudziem klientu kodiem.

### Pirmais ekrāns

kiosk-start-title = Ko vēlaties darīt?
kiosk-start-readings = Nodot skaitītāju rādījumus
kiosk-start-readings-how = Ar rēķinu un skaitītāja numuru; parole nav vajadzīga
kiosk-start-bills = Mani rēķini
kiosk-start-bills-how = Ar paroli vai savu tālruni
kiosk-start-bills-offline = Pašlaik nav iespējams: nav savienojuma
kiosk-start-bills-refused = Pašlaik rēķinus nevar parādīt, jo nav savienojuma. Rādījumus tomēr var nodot.
kiosk-start-ease = Vieglāk lasīt

### Kura skaitītāji

kiosk-identify-title = Jūsu klienta kods
kiosk-identify-lead = Turiet rēķina kvadrātveida kodu kameras priekšā vai ierakstiet klienta kodu.
kiosk-identify-account = Klienta kods
kiosk-identify-account-hint = Tas ir Jūsu rēķinā, piemēram, { $example }
kiosk-identify-account-empty = Lūdzu, ierakstiet klienta kodu.
kiosk-identify-account-wrong = Tas nav klienta kods. Tas izskatās kā { $example }.
kiosk-identify-not-ours = Tas nav { $company } rēķins. Lūdzu, parādiet citu vai ierakstiet klienta kodu.
kiosk-identify-next = Tālāk
kiosk-identify-back = Atpakaļ
kiosk-identify-serial-title = Viena Jūsu skaitītāja numurs
kiosk-identify-serial-lead = Tas mums parāda, ka šie ir Jūsu skaitītāji. Der jebkurš no tiem.
kiosk-identify-serial = Skaitītāja numurs
kiosk-identify-serial-hint = Tas ir skaitītāja priekšpusē, bieži zem cipariem vai pie svītrkoda, un Jūsu rēķinā.
kiosk-identify-serial-empty = Lūdzu, ierakstiet skaitītāja numuru.
kiosk-identify-picture = Skaitītājs: tā numurs ir zem cipariem, aiz “No”.
kiosk-identify-wrong = Klienta kods un skaitītāja numurs nesader kopā. Lūdzu, salīdziniet abus ar rēķinu.
kiosk-identify-last = Palicis viens mēģinājums: pēc tam kods šeit tiks bloķēts, un būs jāiet pie darbinieka.
kiosk-identify-serial-nothing = Tas nav skaitītāja numurs: tajā nav ne ciparu, ne burtu.
kiosk-identify-serial-short = Tas mums neparāda, ka skaitītājs ir Jūsu: tas ir par īsu. Vajag vismaz četrus ciparus vai burtus.
kiosk-identify-serial-one-sign = Tas mums neparāda, ka skaitītājs ir Jūsu: tajā atkārtojas viena un tā pati zīme.
kiosk-identify-serial-no-digit = Tas nevar būt skaitītāja numurs: tajā nav ciparu.
kiosk-identify-no-number = Numura nav
kiosk-identify-no-other = Man nav cita numura
kiosk-identify-without-title = Vai turpināt bez numura?
kiosk-identify-without = Ja Jūsu skaitītājiem nav numura vai tas ir pareizs un tomēr neder, rādījumus tomēr varat nodot: pasakiet, kuri skaitītāji tie ir un ko tie rāda. Birojs to izskatīs un Jums piezvanīs, ja kaut kas nesaderēs.
kiosk-identify-offline = Pašlaik nav savienojuma. Rādījumus tomēr varat nodot: tie droši glabāsies šeit un nonāks uzņēmumā paši. Birojs Jums piezvanīs, ja kaut kas nesaderēs.
kiosk-identify-unanswered-title = Neizdevās pārbaudīt
kiosk-identify-busy-title = Pašlaik šeit nevar pārbaudīt
kiosk-identify-busy = Pārāk daudz reižu ierakstīts nepareizs numurs. Rādījumus tomēr varat nodot: ierakstiet, ko rāda skaitītāji. Birojs to izskatīs un Jums piezvanīs, ja kaut kas nesaderēs.
kiosk-identify-go-on = Turpināt bez pārbaudes
kiosk-identify-try-again = Mēģināt vēlreiz
kiosk-identify-locked-title = Lūdzu, ejiet pie darbinieka
kiosk-identify-locked = Šim klienta kodam pārāk daudz reižu ievadīts nepareizs numurs. Lai neviens to neuzminētu, šeit tas ir bloķēts, līdz darbinieks to atbloķēs. Darbinieks pieņems arī Jūsu rādījumus.
kiosk-identify-end = Labi
kiosk-identify-where = Kur tas ir?

### Kur ir numuri

kiosk-where-title = Kur tos atrast?
kiosk-where-bill = Klienta kods ir rēķina augšā, kvadrātveida kods – zemāk.
kiosk-where-bill-picture = Rēķins: klienta kods ir augšā pa labi, kvadrātveida kods – zemāk pa kreisi.
kiosk-where-meter = Skaitītāja numurs ir tā priekšpusē, bieži zem cipariem vai pie svītrkoda.

### Kamera

kiosk-scan-picture = Ko redz kamera
kiosk-scan-refused = Kameru nav atļauts izmantot. Lūdzu, ierakstiet klienta kodu.
kiosk-scan-absent = Šeit nav kameras. Lūdzu, ierakstiet klienta kodu.
kiosk-scan-busy = Kamera nerāda attēlu. Lūdzu, ierakstiet klienta kodu.
kiosk-scan-unreadable = Šī kamera pašlaik nevar nolasīt kodus. Lūdzu, ierakstiet klienta kodu.
kiosk-scan-again = Mēģināt kameru vēlreiz
kiosk-scan-other-camera = Izmantot otru kameru

### Ekrāna taustiņi

kiosk-keys = Taustiņi
kiosk-keys-back = Dzēst pēdējo
kiosk-keys-clear = Notīrīt
kiosk-keys-space = Atstarpe
kiosk-keys-shift = Lielie burti
kiosk-keys-to-digits = 123
kiosk-keys-to-digits-label = Cipari
kiosk-keys-to-letters = ABC
kiosk-keys-to-letters-label = Burti
kiosk-keys-to-latin = ABC
kiosk-keys-to-latin-label = Latīņu burti
kiosk-keys-to-latvian = ĀČĒ
kiosk-keys-to-latvian-label = Latviešu burti
kiosk-keys-to-cyrillic = АБВ
kiosk-keys-to-cyrillic-label = Kirilicas burti
kiosk-keys-to-signs = #+=
kiosk-keys-to-signs-label = Zīmes
kiosk-keys-comma = Komats
kiosk-keys-point = Punkts
kiosk-keys-hyphen = Defise
kiosk-keys-slash = Slīpsvītra
kiosk-keys-underscore = Pasvītra
kiosk-keys-at = Zīme “et”

### Rādījumu ievade

kiosk-readings-place = { $at }. skaitītājs no { $of }
kiosk-readings-whose = { $whose }. Vai pareizi?
kiosk-readings-not-mine = Tas nav mans
kiosk-readings-back = Atpakaļ
kiosk-readings-next = Tālāk
kiosk-readings-skip = Izlaist šo skaitītāju
kiosk-readings-finish = Beigt
kiosk-readings-given = Rādījums par { $forPeriod } jau ir nodots.
kiosk-readings-closed = Rādījumus par { $forPeriod } pieņem no { $from } līdz { $until }.
kiosk-readings-elsewhen = Šim skaitītājam vajadzīgs rādījums par { $forPeriod }. Lūdzu, vispirms nododiet pārējos un tad sāciet no jauna.
kiosk-readings-closed-title = Rādījumus pašlaik nepieņem
kiosk-readings-no-meters = Nav neviena skaitītāja
kiosk-readings-done-title = Viss ir nodots
kiosk-readings-done = Par { $forPeriod } vairs nekas nav jādara.
kiosk-readings-skipped-title = Nav ievadīts neviens rādījums
kiosk-readings-skipped = Jūs izlaidāt visus skaitītājus, tāpēc nekas nav nodots.
kiosk-readings-typed-title = Skaitītājs Nr. { $serial }
kiosk-readings-another-title = { $at }. skaitītājs
kiosk-readings-another = Vēl viens skaitītājs
kiosk-readings-leave-out = Nepievienot
kiosk-readings-unsure = Nav zināms, vai rādījumus par { $forPeriod } vēl pieņem. Varat tos tik un tā nodot; birojs tos izskatīs.
kiosk-readings-serial = Skaitītāja numurs
kiosk-readings-serial-hint = Tas ir uz skaitītāja.
kiosk-readings-serial-empty = Lūdzu, ierakstiet skaitītāja numuru.
kiosk-readings-serial-twice = Šis skaitītājs jau ir ievadīts.
kiosk-readings-serial-useless = Pēc šāda numura skaitītāju nevar atšķirt. Cita numura nav? Tad spiediet “Šim skaitītājam nav numura”.
kiosk-readings-service = Kurš skaitītājs tas ir?
kiosk-readings-service-empty = Lūdzu, nospiediet, kurš skaitītājs tas ir.
kiosk-readings-where = Kur tas atrodas?
kiosk-readings-where-hint = Piemēram, vannasistabā. Var arī nerakstīt.
kiosk-readings-where-wrong = Tekstā ir zīme, kuru nevar redzēt. Lūdzu, ierakstiet no jauna.
kiosk-readings-no-number = bez numura
kiosk-readings-without-number = Šim skaitītājam nav numura
kiosk-readings-with-number = Šim skaitītājam ir numurs
kiosk-readings-value = Ko rāda skaitītājs
kiosk-readings-value-hint = Rakstiet ciparus kā uz skaitītāja, pirms sarkanajiem cipariem lieciet komatu.
kiosk-readings-value-too-long = Neviens skaitītājs nerāda tik daudz ciparu.
kiosk-readings-day-and-night = Tas rāda dienu un nakti
kiosk-readings-tariff-more = Tas rāda vēl vienu skaitli
kiosk-readings-tariff-less = Tas rāda par vienu skaitli mazāk

### Pārlasīšana

kiosk-summary-title = Vai viss ir pareizi?
kiosk-summary-lead = Lūdzu, izlasiet vēlreiz. Tad spiediet “Nodot”.
kiosk-summary-account = Klienta kods
kiosk-summary-proof = Apliecināts ar skaitītāju
kiosk-summary-proof-typed = Ievadītais skaitītāja numurs
kiosk-summary-proof-none = nav
kiosk-summary-month = Mēnesis
kiosk-summary-meter = Skaitītājs
kiosk-summary-contact = Jūsu tālrunis vai e-pasts
kiosk-summary-contact-hint = Var arī nerakstīt. Tas vajadzīgs birojam, ja kaut kas nav kārtībā.
kiosk-summary-contact-blind = Lūdzu, ierakstiet: vai viss sader, zināsim tikai vēlāk, un citādi birojs Jums nevarēs piezvanīt.
kiosk-summary-contact-missing = Bez tālruņa vai e-pasta birojs nevarēs Jums pajautāt, ja kaut kas nesaderēs. Lūdzu, ierakstiet vai vēlreiz nospiediet “Nodot”.
kiosk-summary-contact-wrong = Tas nav ne tālruņa numurs, ne e-pasta adrese. Lūdzu, izlabojiet vai izdzēsiet.
kiosk-summary-change = Labot
kiosk-summary-hand-in = Nodot
kiosk-summary-working = Nododam…
kiosk-summary-not-saved = Šajā planšetē to neizdevās saglabāt. Viss, ko ierakstījāt, vēl ir šeit. Lūdzu, vēlreiz spiediet “Nodot” vai jautājiet darbiniekam.

### Apstiprinājums

kiosk-receipt-title-received = { $count ->
    [zero] Saņemti { $count } rādījumi
    [one] Saņemts { $count } rādījums
   *[other] Saņemti { $count } rādījumi
 }
kiosk-receipt-title-office = { $count ->
    [zero] { $count } rādījumi ir pie mums
    [one] { $count } rādījums ir pie mums
   *[other] { $count } rādījumi ir pie mums
 }
kiosk-receipt-title-kept = { $count ->
    [zero] { $count } rādījumi glabājas šajā planšetē
    [one] { $count } rādījums glabājas šajā planšetē
   *[other] { $count } rādījumi glabājas šajā planšetē
 }
kiosk-receipt-title-refused = { $count ->
    [zero] { $count } rādījumi netika saņemti
    [one] { $count } rādījums netika saņemts
   *[other] { $count } rādījumi netika saņemti
 }
kiosk-receipt-lead-received = Paldies! Vairāk nekas nav jādara.
kiosk-receipt-lead-office = Paldies! Birojs izskatīs to, kas atzīmēts zemāk.
kiosk-receipt-lead-kept = Pašlaik nav savienojuma. Tiklīdz tas būs, viss nonāks uzņēmumā pats.
kiosk-receipt-lead-asked-to-wait = Uzņēmums šobrīd rādījumus nevar pieņemt. Nedaudz vēlāk viss nonāks tur pats.
kiosk-receipt-lead-on-its-way = Pēc brīža viss nonāks uzņēmumā pats.
kiosk-receipt-proven = Jums vēlreiz nav jānāk.
kiosk-receipt-unproven = Birojs Jums piezvanīs, ja kaut kas nesaderēs.
kiosk-receipt-unproven-silent = Lūdzu, saglabājiet apstiprinājuma numuru: ar to varat pajautāt darbiniekam, vai viss sader.
kiosk-receipt-lead-refused = Lūdzu, dodieties pie darbinieka un nosauciet šo numuru.
kiosk-receipt-title-arrived = { $count ->
    [zero] Pie mums saglabāti { $count } rādījumi
    [one] Pie mums saglabāts { $count } rādījums
   *[other] Pie mums saglabāti { $count } rādījumi
 }
kiosk-receipt-lead-arrived = Paldies! Vai viss ir pieņemts, šeit nepaspējām parādīt. Ja kaut kas nebūs kārtībā, birojs to izskatīs; ar šo numuru varat jautāt darbiniekam.
kiosk-receipt-received = Saņemts
kiosk-receipt-office = Birojs to izskatīs
kiosk-receipt-kept = Glabājas šajā planšetē, tiks nosūtīts pats
kiosk-receipt-refused = Nav saņemts
kiosk-receipt-arrived = Saglabāts pie mums
kiosk-receipt-number = Apstiprinājums
kiosk-receipt-code = Apstiprinājuma { $number } QR kods
kiosk-receipt-at = Ievadīts
kiosk-receipt-print = Drukāt
kiosk-receipt-paper = Šo numuru varat pierakstīt vai nofotografēt. Ja vajag uz papīra, nosauciet to darbiniekam.
kiosk-receipt-done = Gatavs

### Pieslēgšanās rēķiniem

kiosk-sign-in-title = Jūsu rēķini
kiosk-sign-in-phone = Ar savu tālruni
kiosk-sign-in-phone-scan = Pavērsiet tālruņa kameru pret kvadrātveida kodu.
kiosk-sign-in-phone-open = Atveriet lapu, ko tā piedāvā, un, ja vajag, pieslēdzieties tajā.
kiosk-sign-in-phone-number = Nospiediet tajā skaitli, kas parādīsies šeit.
kiosk-sign-in-code = Kvadrātveida kods, ko noskenēt ar tālruni
kiosk-sign-in-over = Šī koda laiks ir beidzies.
kiosk-sign-in-anew = Rādīt jaunu kodu
kiosk-sign-in-silent = Pašlaik koda nav, jo nav savienojuma.
kiosk-sign-in-number = Nospiediet savā tālrunī šo skaitli
kiosk-sign-in-number-why = Vai tas nav Jūsu tālrunis? Tad nospiediet “Atpakaļ”.
kiosk-sign-in-declined = Tālrunī tika nospiests cits skaitlis vai neviens. Nekas netiek rādīts.
kiosk-sign-in-off = Jūs rakstāt, tāpēc kvadrātveida kods ir paslēpts.
kiosk-sign-in-show = Labāk ar tālruni
kiosk-sign-in-password = Ar paroli
kiosk-sign-in-forgot = Nezināt to? Lūdzu, jautājiet darbiniekam.
kiosk-sign-in-do = Rādīt manus rēķinus
kiosk-sign-in-back = Atpakaļ
kiosk-sign-in-offline = Pašlaik rēķinus parādīt nevar, jo nav savienojuma. Lūdzu, mēģiniet vēlāk.

### Kura rēķinus rāda tālrunis

kiosk-whose-title = { $name }, vai tas esat Jūs?
kiosk-whose-text = Kāds ar tālruni grib šeit parādīt savus rēķinus. Ja tas esat Jūs, tie parādīsies šajā ekrānā.
kiosk-whose-yes = Jā, rādīt manus rēķinus
kiosk-whose-no = Nē, tas ir kāds cits
kiosk-whose-over-title = Nekas netiek rādīts
kiosk-whose-over = Rādīšana tika pārtraukta tālrunī, vai tās laiks ir beidzies.

### Rēķini

kiosk-bills-title = Jūsu rēķini
kiosk-bills-premises = Kurai adresei?
kiosk-bills-account = Klienta kods { $number }
kiosk-bills-no-premises = Šeit Jums nav telpu ar rēķiniem. Lūdzu, jautājiet darbiniekam.
kiosk-bills-list = Rēķini pa mēnešiem
kiosk-bills-done = Gatavs

### Viens rēķins

kiosk-bill-back = Visi rēķini
kiosk-bill-again = Mēģināt vēlreiz
kiosk-bill-unanswered = Rēķinu neizdevās saņemt, jo nav savienojuma.
kiosk-bill-pay = Samaksāt ar tālruni
kiosk-bill-pay-how = Noskenējiet šo kvadrātveida kodu ar savas bankas lietotni: tur viss būs aizpildīts.
kiosk-bill-print = Drukāt
kiosk-bill-paper = Ja vēlaties šo rēķinu uz papīra, lūdzu, jautājiet darbiniekam.

### Rēķinu laiks ir beidzies

kiosk-over-title = Jūsu laiks šeit ir beidzies
kiosk-over-text = Rēķini ir noņemti no ekrāna, lai neviens cits tos neredzētu. Lai tos redzētu atkal, pieslēdzieties vēlreiz.
kiosk-over-end = Labi
