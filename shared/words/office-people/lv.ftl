people-title = Lietotāji
people-person = Lietotājs
people-back = Visi lietotāji
people-search = Meklēt lietotāju
people-search-hint = Pēc vārda, e-pasta, tālruņa vai klienta koda
people-found = Atrastie
people-none = Pēc “{ $text }” neviens nav atrasts.
people-nobody-yet = Portālu vēl neviens nelieto.
people-newest = Jaunākie
people-count = { $count ->
    [zero] { $count } lietotāju
    [one] { $count } lietotājs
   *[other] { $count } lietotāji
 }
people-first = Pirmie { $count }
people-more = Rādīt vēl
people-no-email = nav e-pasta
people-no-accounts = Nav klienta kodu
people-state-invited = vēl nav paroles
people-state-merged = apvienots
people-state-deleted = dzēsts
people-is-invited = Šis lietotājs vēl nav izvēlējies paroli.
people-is-merged = Šī reģistrācija ir apvienota ar citu.
people-merged-where = Atvērt to
people-is-deleted = Lietotājs dzēsts pēc paša lūguma. Likumā noteiktais tiek glabāts pie klienta koda.
people-deleted-name = dzēsts lietotājs { $id }
people-name = Vārds, uzvārds
people-name-hint = Kā rakstīts iesniegumā
people-name-empty = Lūdzu, ierakstiet vārdu.
people-address = Adrese
people-address-hint = Kā rakstīts iesniegumā; var atstāt tukšu
people-contact = Saziņa
people-email = E-pasts
people-email-hint = Var atstāt tukšu: tad piekļuvi dod vēstule uz papīra
people-email-new = Jaunais e-pasts
people-email-wrong = Tā nav e-pasta adrese.
people-email-same = Šī adrese jau ir ierakstīta, vai arī adreses nav.
people-email-taken = Šī adrese jau ir citam lietotājam.
people-email-belongs = Šis e-pasts jau ir lietotājam:
people-field-wrong = Te kaut kas nav pareizi. Lūdzu, pārbaudiet.
people-phone = Tālrunis
people-language = Vēstuļu valoda
people-registered = Reģistrācija
people-passkeys = Piekļuves atslēgas
people-none-given = nav norādīts
people-accounts = Klienta kodi
people-account-number = Klienta kods
people-account-example = Piemēram, { $example }
people-accounts-hint = Piemēram, { $example }; vairākus atdaliet ar komatu
people-account-empty = Lūdzu, ierakstiet klienta kodu.
people-account-unknown = Tāda klienta koda nav.
people-account-linked = Šis klienta kods jau ir piesaistīts.
people-holder = Klients un adrese
people-linked = Piesaistīts
people-others = Vēl arī:
people-unlink-number = Atsaistīt klienta kodu { $number }
people-by-self = pats lietotājs
people-by-other = nav atzīmēts, kas
people-devices = Ierīces
people-no-devices = Nekur nav pieslēdzies.
people-device = Ierīce
people-device-unknown = Nezināma ierīce
people-since = Pieslēdzies
people-seen = Pēdējoreiz lietota
people-paper = Vēl neizmantotas vēstules uz papīra
people-paper-one = Rakstīta { $when } ({ $by }), derīga līdz { $until }
people-mails = Nosūtītie e-pasti
people-mails-none = Pēdējā mēnesī nav neviena.
people-mail-about = Par ko
people-mail-state = Stāvoklis
people-mail-asked = Kad
people-mail-is-waiting = gaida
people-mail-is-sent = nosūtīts
people-mail-is-dropped = nav sūtīts: nav adreses
people-mail-is-failed = neizdevās piegādāt
people-mail-registration = Reģistrācija
people-mail-password-reset = Aizmirsta parole
people-mail-activation = Saite parolei
people-mail-account-linked = Pievienojies vēl kāds
people-mail-office-wrote = Biroja atbilde
people-mail-email-change = Jaunas adreses apstiprināšana
people-mail-email-changed = Adrese mainīta (uz veco)
people-mail-email-set = Adresi ievadīja birojs
people-mail-users-merged = Reģistrācijas apvienotas
people-mail-phone-changed = Mainīts tālrunis
people-mail-password-changed = Mainīta parole
people-mail-passkey-added = Pievienota piekļuves atslēga
people-mail-other = Cits
people-conversations = Sarakste
people-talk = klienta kods { $number }, { $when }
people-acts = Ko var darīt
people-cancel = Atcelt
people-close = Aizvērt
people-act-link = Piesaistīt klienta kodu
people-act-unlink = Atsaistīt
people-act-end-device = Atslēgt
people-act-end-devices = Atslēgt visur
people-act-send-link = Nosūtīt saiti parolei
people-act-print-letter = Drukāt vēstuli
people-act-change-email = Mainīt e-pastu
people-act-merge = Apvienot ar citu reģistrāciju
people-act-data = Lietotāja dati (fails)
people-act-data-hint = Viss, ko portāls glabā par šo cilvēku, izsniegšanai pēc lūguma. Par to paliek atzīme.
people-act-delete = Dzēst pēc lūguma
people-ask-link = Piesaistīt klienta kodu: { $name }
people-about-link = Dariet to tikai tad, ja ir pārbaudīts, ka šis cilvēks drīkst redzēt šo klienta kodu. Visiem, kam tas jau piesaistīts, par to paziņos pa e-pastu.
people-do-link = Piesaistīt
people-done-link = Klienta kods ir piesaistīts.
people-ask-unlink = Atsaistīt klienta kodu?
people-about-unlink = { $name } vairs neredzēs klienta kodu { $number }. Rādījumi un rēķini paliek pie klienta koda.
people-do-unlink = Atsaistīt
people-done-unlink = Klienta kods ir atsaistīts.
people-ask-end-device = Atslēgt šo ierīci?
people-about-end-device = { $device }: kas tur saglabāts un vēl nav nodots, paliek ierīcē, līdz { $name } pieslēgsies no jauna.
people-do-end-device = Atslēgt
people-done-end-device = Ierīce ir atslēgta.
people-ask-end-devices = Atslēgt visur?
people-about-end-devices = { $count ->
    [zero] Tiks atslēgtas { $count } ierīces ({ $name }).
    [one] Tiks atslēgta { $count } ierīce ({ $name }).
   *[other] Tiks atslēgtas { $count } ierīces ({ $name }).
 } Kas tur saglabāts un vēl nav nodots, paliek ierīcē, līdz { $name } pieslēgsies no jauna.
people-do-end-devices = Atslēgt visur
people-done-end-devices = Visas ierīces ir atslēgtas.
people-ask-send-link = Nosūtīt saiti parolei?
people-about-send-link = { $name } saņems saiti uz { $email } un tur izvēlēsies paroli. Agrāk dotās saites un vēstules vairs nederēs; līdz tam paliek tagadējā parole.
people-do-send-link = Nosūtīt
people-done-send-link = Saite tiek sūtīta uz { $email }.
people-ask-print-letter = Drukāt vēstuli?
people-about-print-letter = Vēstule ar saiti, ar kuru { $name } izvēlēsies paroli. Tiklīdz to atvērsiet, agrāk dotās saites un vēstules vairs nederēs. Izsniedziet to personīgi vai sūtiet pa pastu.
people-do-print-letter = Sagatavot vēstuli
people-letter-ready = Vēstule ir gatava. To var atvērt vienreiz: izdrukājiet to tur.
people-letter-open = Atvērt vēstuli
people-done-print-letter = Vēstule atvērta atsevišķā lapā. Ja tā netika izdrukāta, sagatavojiet jaunu.
people-ask-change-email = Mainīt e-pastu: { $name }
people-about-change-email = Ja adrese ierakstīta kļūdaini. Paziņos gan uz veco, gan jauno adresi; uz veco sūtītās saites vairs nederēs.
people-do-change-email = Mainīt
people-done-change-email = E-pasts ir mainīts. Abām adresēm ir paziņots.
people-ask-merge = Apvienot { $name } ar citu reģistrāciju
people-merge-lead = Ja viens cilvēks reģistrējies divreiz.
people-merge-search = Otra reģistrācija
people-merge-other = Izvēlēties citu
people-merge-which = Kura no abām paliek?
people-merge-happens = Kas notiks
people-merge-gains = Pārnāks šie klienta kodi: { $numbers }
people-merge-shared = Abām ir šie klienta kodi: { $numbers }
people-merge-takes-email = Tiks pārņemts otras reģistrācijas e-pasts.
people-merge-takes-phone = Tiks pārņemts otras reģistrācijas tālrunis.
people-merge-takes-language = Tiks pārņemta otras reģistrācijas valoda.
people-merge-takes-password = Tiks pārņemta otras reģistrācijas parole; to neviens neredz.
people-merge-messages = { $count ->
    [zero] Pārnāks { $count } ziņu.
    [one] Pārnāks { $count } ziņa.
   *[other] Pārnāks { $count } ziņas.
 }
people-merge-payments = { $count ->
    [zero] Pārnāks { $count } portālā sāktu maksājumu.
    [one] Pārnāks { $count } portālā sākts maksājums.
   *[other] Pārnāks { $count } portālā sākti maksājumi.
 }
people-merge-devices = { $count ->
    [zero] Tiks atslēgtas { $count } ierīces.
    [one] Tiks atslēgta { $count } ierīce.
   *[other] Tiks atslēgtas { $count } ierīces.
 } Tur saglabātie rādījumi un ziņas vispirms tiks nodoti, kad ierīcē nākamreiz būs savienojums. Vēl nenodotie fotoattēli paliek ierīcē.
people-merge-passkeys = { $count ->
    [zero] Vairs nederēs { $count } piekļuves atslēgu.
    [one] Vairs nederēs { $count } piekļuves atslēga.
   *[other] Vairs nederēs { $count } piekļuves atslēgas.
 }
people-merge-links = { $count ->
    [zero] Vairs nederēs { $count } saišu un vēstuļu.
    [one] Vairs nederēs { $count } saite vai vēstule.
   *[other] Vairs nederēs { $count } saites un vēstules.
 }
people-merge-told = Par to paziņos uz abām e-pasta adresēm.
people-merge-final = To nevar atsaukt.
people-do-merge = Apvienot
people-done-merge = Reģistrācijas ir apvienotas; paliek { $name }.
people-ask-delete = Dzēst: { $name }?
people-delete-goes = Kas tiks dzēsts
people-delete-profile = Vārds, e-pasts, tālrunis, valoda, parole
people-delete-accounts = { $count ->
    [zero] Piesaiste { $count } klienta kodiem
    [one] Piesaiste { $count } klienta kodam
   *[other] Piesaiste { $count } klienta kodiem
 }
people-delete-devices = { $count ->
    [zero] Tiks atslēgtas { $count } ierīces
    [one] Tiks atslēgta { $count } ierīce
   *[other] Tiks atslēgtas { $count } ierīces
 }
people-delete-passkeys = { $count ->
    [zero] { $count } piekļuves atslēgu
    [one] { $count } piekļuves atslēga
   *[other] { $count } piekļuves atslēgas
 }
people-delete-links = { $count ->
    [zero] { $count } vēl derīgu saišu un vēstuļu
    [one] { $count } vēl derīga saite vai vēstule
   *[other] { $count } vēl derīgas saites un vēstules
 }
people-delete-mails = { $count ->
    [zero] Atzīmes par { $count } e-pastiem
    [one] Atzīme par { $count } e-pastu
   *[other] Atzīmes par { $count } e-pastiem
 }
people-delete-messages = { $count ->
    [zero] { $count } ziņu, arī to teksts ierīču sūtījumu uzskaitē
    [one] { $count } ziņa, arī tās teksts ierīču sūtījumu uzskaitē
   *[other] { $count } ziņas, arī to teksts ierīču sūtījumu uzskaitē
 }
people-delete-conversations = { $count ->
    [zero] { $count } visu sarakšu kopā ar biroja atbildēm
    [one] { $count } visa sarakste kopā ar biroja atbildēm
   *[other] { $count } visas sarakstes kopā ar biroja atbildēm
 }
people-delete-photos = { $count ->
    [zero] { $count } fotoattēlu
    [one] { $count } fotoattēls
   *[other] { $count } fotoattēli
 }
people-delete-slips = { $count ->
    [zero] Ievadītais { $count } kioskā atstātās lapiņās; no tām, kas vēl gaida, tikai tas, kā sazināties
    [one] Ievadītais { $count } kioskā atstātā lapiņā; ja tā vēl gaida, tikai tas, kā sazināties
   *[other] Ievadītais { $count } kioskā atstātās lapiņās; no tām, kas vēl gaida, tikai tas, kā sazināties
 }
people-delete-stays = Kas pēc likuma jāglabā
people-delete-instead = Pie klienta koda, vārda vietā “{ $replacement }”:
people-delete-kept-readings = { $count ->
    [zero] { $count } nodotu rādījumu
    [one] { $count } nodots rādījums
   *[other] { $count } nodoti rādījumi
 } un ierīču sūtījumu uzskaite (skaitļi un laiki): { $years ->
    [zero] { $years } gadu
    [one] { $years } gads
   *[other] { $years } gadi
 }
people-delete-kept-bills = Klienta koda rēķini ({ $bills ->
    [zero] { $bills } gadu
    [one] { $bills } gads
   *[other] { $bills } gadi
 }) un klienta pārskats ({ $ledger ->
    [zero] { $ledger } gadu
    [one] { $ledger } gads
   *[other] { $ledger } gadi
 }), ar klienta vārdu, kāds tas ir norēķinos
people-delete-kept-payments = { $count ->
    [zero] { $count } portālā sāktu maksājumu
    [one] { $count } portālā sākts maksājums
   *[other] { $count } portālā sākti maksājumi
 }: { $years ->
    [zero] { $years } gadu
    [one] { $years } gads
   *[other] { $years } gadi
 }
people-delete-kept-log = Žurnāls par to, kas ko darījis, bez vārdiem: { $years ->
    [zero] { $years } gadu
    [one] { $years } gads
   *[other] { $years } gadi
 }
people-delete-devices-note = Ierīces aizmirsīs rādīto, kad tām nākamreiz būs savienojums. Kas tur saglabāts un nav nodots, paliek ierīcē un netiks nosūtīts nekad. Norēķinu faili un drošības kopijas nemainās.
people-delete-type = Lai apstiprinātu, ierakstiet vārdu: { $name }
people-delete-typed-wrong = Tas nav vārds, kāds te rakstīts.
people-do-delete = Dzēst pavisam
people-done-delete = Lietotājs ir dzēsts.
people-application = Iesniegums uz papīra
people-application-lead = Ierakstiet, kas rakstīts iesniegumā. Pirms kaut ko izveido, tas tiek salīdzināts ar norēķinu datiem.
people-compare = Salīdzināt
people-check-account = Klienta kods { $number }
people-check-unknown = Klienta koda { $number } nav.
people-check-holder = Vārds sakrīt ar klienta vārdu: { $holder }
people-check-other-holder = Cits vārds: klients ir { $holder }
people-check-address = Adrese sakrīt: { $address }
people-check-other-address = Cita adrese: norēķinos ir { $address }
people-check-address-open = Adrese: { $address }
people-check-linked = Jau piesaistīts:
people-check-fits = Viss sakrīt. Kā lietotājs saņems saiti parolei?
people-check-decide = Viss nesakrīt. Turpiniet tikai tad, ja to izskaidro uzrādītie dokumenti. Kā lietotājs saņems saiti parolei?
people-create-by-mail = Izveidot lietotāju un sūtīt e-pastu
people-create-by-letter = Izveidot lietotāju, tad drukāt vēstuli
people-letters = Neizmantotas vēstules
people-letters-lead = Vēstules uz papīra, ar kurām vēl neviens nav izvēlējies paroli. Jauna vēstule tam pašam lietotājam padara iepriekšējo nederīgu.
people-letters-none = Visas vēstules ir izmantotas, vai to termiņš ir beidzies.
people-written = Rakstīta
people-written-by = Kas rakstīja
people-valid-until = Derīga līdz
