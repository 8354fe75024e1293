## Birojs: klienti un skaitītāji, latviski.

### Finding an account

accounts-title = Klienti
accounts-search = Atrast klientu
accounts-search-hint = Klienta kods, vārds, adrese vai skaitītāja numurs. Pietiek ar vārda sākumu. Enter atver klientu, ja tas ir vienīgais vai ierakstīts tā kods.
accounts-found-label = Atrastie klienti
accounts-recent = Pēdējie atvērtie
accounts-count = { $count ->
    [zero] { $count } klientu
    [one] { $count } klients
   *[other] { $count } klienti
 }
accounts-first = { $count ->
    [0] Pagaidām nekā, ir vēl, kur meklēt.
    [zero] Pirmie { $count } klienti
    [one] Pirmais { $count } klients
   *[other] Pirmie { $count } klienti
 }
accounts-none = Pēc “{ $text }” nekas nav atrasts. Mēģiniet vārda sākumu vai mazāk vārdu.
accounts-receipt = Kioskā atstātā lapiņa { $number }
accounts-more = Rādīt vēl
accounts-taken-out = noņemts

### One account

accounts-one = Klients
accounts-print = Drukāt
accounts-cancel = Atcelt
accounts-whose = Klienta dati
accounts-holder = Klients
accounts-address = Adrese
accounts-email = E-pasts
accounts-phone = Tālrunis
accounts-none-known = nav zināms
accounts-billing-owns = Vārds un adrese nāk no norēķinu programmas, un tos labo tur. Nākamais tās fails var atnest arī citu e-pastu un tālruni.
accounts-contacts-change = Mainīt e-pastu vai tālruni
accounts-contacts-send = Saglabāt
accounts-wrong-email = Tā nav e-pasta adrese.
accounts-wrong-phone = Tas nav tālruņa numurs.
accounts-users = Kas to lieto portālā
accounts-no-users = Šim klientam vēl neviens nav pieslēdzies portālā.
accounts-linked = kopš { $day }
accounts-conversations = Sarakste
accounts-no-conversations = Sarakstes nav.
accounts-log = Kas te darīts
accounts-actor-resident = iedzīvotājs
accounts-actor-other = automātiski vai no faila
accounts-done = { $action ->
    [view-account] Klients atvērts
    [view-conversation] Sarakste atvērta
    [set-contacts] Mainīts e-pasts vai tālrunis
    [replace-meter] Skaitītājs nomainīts
    [retire-meter] Skaitītājs noņemts
    [verify-meter] Ievadīta verificēšana
    [correct-meter] Skaitītāja dati izlaboti
    [add-meter] Skaitītājs pievienots
    [enter-reading] Rādījums ievadīts
    [accept-reading] Rādījums pieņemts
    [correct-reading] Rādījums izlabots
    [refuse-reading] Rādījums noraidīts
    [ask-about-reading] Iedzīvotājam pajautāts par rādījumu
    [link-account] Klients piesaistīts lietotājam
    [unlink-account] Klients atsaistīts no lietotāja
    [kiosk-look-up] Atvērts kioskā
    [kiosk-look-up-refused] Mēģināts atvērt kioskā, kad bija bloķēts
    [kiosk-proof-wrong] Kioskā ievadīts nepareizs skaitītāja numurs
    [kiosk-account-locked] Bloķēts kioskā
    [kiosk-account-locked-everywhere] Bloķēts visos kioskos
    [kiosk-serial-refused] Skaitītāja numurs kioskā noraidīts: mēģināts daudziem klientu kodiem
    [kiosk-account-released] Atbloķēts kioskos
   *[other] Darīts kas cits
 }
accounts-older = { $count ->
    [zero] Vēl { $count }
    [one] Vēl { $count }
   *[other] Vēl { $count }
 }
accounts-nothing = Pagaidām nekā nav.

### Money

accounts-owed-since = Vecākā daļa ir par mēnesi: { $period }.
accounts-bills = Rēķini
accounts-ledger = Klienta pārskats
accounts-payments = Maksājumi
accounts-table = Tabula
accounts-month = Mēnesis
accounts-day = Diena
accounts-amount = Summa
accounts-state = Stāvoklis
accounts-payment-source = Caur
accounts-bill-state = { $state ->
    [paid] apmaksāts
    [none] nav jāmaksā
    [partly] atlicis { $left }, līdz { $day }
    [open] jāmaksā līdz { $day }
    [overdue] { $left } kavēts kopš { $day }
   *[unknown] līdz { $day }
 }
accounts-ledger-opening = Sākumā
accounts-ledger-charged = Aprēķināts
accounts-ledger-recalculated = Pārrēķins
accounts-ledger-paid = Apmaksāts
accounts-ledger-closing = Beigās

### Readings

accounts-readings = Rādījumi
accounts-no-readings = Pēdējos divos gados neviens šī klienta skaitītājs nav nolasīts.
accounts-locked = slēgts norēķiniem
accounts-all-months = Rādīt visus mēnešus ({ $count })
accounts-by-resident = iedzīvotājs
accounts-by-kiosk = kioskā
accounts-by-office = birojs
accounts-by-billing = norēķini
accounts-exported = nodots norēķiniem
accounts-rejected = nav pieņemts
accounts-reason = Iemesls: { $reason }

### Meters

accounts-meters = Skaitītāji
accounts-no-meters = Šim klientam nav neviena skaitītāja.
accounts-former-meters = Noņemtie skaitītāji ({ $count })
accounts-not-read = vēl nav nolasīts
accounts-waits = { $count ->
    [zero] { $count } rādījumu gaida pārbaudi
    [one] { $count } rādījums gaida pārbaudi
   *[other] { $count } rādījumi gaida pārbaudi
 }
accounts-previous = Iepriekš, { $period }
accounts-initial = Uzstādot
accounts-use = Patēriņš
accounts-do-read = Ievadīt rādījumu
accounts-do-replace = Nomainīt
accounts-do-verify = Verificēšana
accounts-do-correct = Labot
accounts-do-retire = Noņemt
accounts-add = Pievienot skaitītāju

accounts-meter-service = Pakalpojums
accounts-meter-serial = Skaitītāja numurs
accounts-meter-place = Kur atrodas
accounts-meter-verified = Verificēts līdz
accounts-meter-unit = Mērvienība
accounts-meter-ratio = Patēriņu reizina ar
accounts-meter-registers = Rādītāji
accounts-registers = { $count ->
    [1] viens
    [2] diena un nakts
    [3] trīs tarifi
   *[other] četri tarifi
 }
accounts-meter-digits = Cipari pirms komata
accounts-meter-decimals = Cipari aiz komata
accounts-meter-initial = Sākuma rādījums
accounts-meter-fixed = Skaitītājs jau ir nolasīts: rādītāji, mērvienība un sākuma rādījums paliek, jo uz tiem balstās rādījumi. Ja tas ir cits skaitītājs, noformējiet nomaiņu.

accounts-replace-title = Skaitītāja nomaiņa
accounts-replace-lead = Viens ieraksts abiem skaitītājiem: ko beigās rādīja vecais un ar ko uzstādīts jaunais. Mēneša patēriņu veido abi kopā.
accounts-replace-day = Nomainīts
accounts-replace-new = Jaunais skaitītājs
accounts-replace-send = Nomainīt
accounts-replace-done = Skaitītājs ir nomainīts. Iedzīvotājs to redzēs, kad tālrunis nākamreiz sazināsies ar portālu.
accounts-finals = Vecā skaitītāja beigu rādījums
accounts-rollover = Kopš pēdējā rādījuma tas ir pārgājis pāri nullei
accounts-waiting = Iedzīvotājs { $at } nodeva šo un teica, ka skaitītājs ir nomainīts. Ņemt to par jaunā skaitītāja rādījumu:
accounts-retire-title = Noņemt skaitītāju
accounts-retire-lead = Cits tā vietā nenāk. Tā rādījumi paliek redzami.
accounts-retire-day = Noņemts
accounts-retire-unread = Beigu rādījumu neviens nenolasīja; patēriņš līdz beigām paliek nezināms
accounts-retire-send = Noņemt
accounts-retire-done = Skaitītājs ir noņemts.
accounts-verify-title = Verificēšana
accounts-verify-day = Tagad verificēts līdz
accounts-verify-send = Saglabāt
accounts-verify-done = Verificēšanas termiņš ir saglabāts.
accounts-correct-title = Labot skaitītāja datus
accounts-correct-send = Saglabāt
accounts-correct-done = Skaitītāja dati ir izlaboti.
accounts-add-title = Pievienot skaitītāju
accounts-add-day = Uzstādīts
accounts-add-send = Pievienot
accounts-add-done = Skaitītājs ir pievienots.
accounts-reason-label = Iemesls
accounts-reason-read = Iedzīvotājs to izlasīs pie beigu rādījuma.
accounts-reason-kept = Tas tiek glabāts kopā ar Jūsu vārdu.
accounts-override = Tā ir pareizi, tomēr ievadīt
accounts-wrong-day = Lūdzu, izvēlieties dienu.
accounts-wrong-reason = Lūdzu, uzrakstiet iemeslu.
accounts-wrong-empty = Lūdzu, aizpildiet šo lauku.
accounts-wrong-text = To nevar izlasīt kā tekstu.
accounts-wrong-whole = Vesels skaitlis no { $least } līdz { $most }.

### What stands against it

problem-serial_taken = Šim klientam jau ir šī pakalpojuma skaitītājs ar tādu numuru. Paskatieties arī starp noņemtajiem.
problem-meter_has_readings = Skaitītājs pa to laiku ir nolasīts: rādītājus, mērvienību, koeficientu, sākuma rādījumu un uzstādīšanas dienu vairs nevar mainīt.
problem-day_in_future = Šī diena vēl nav pienākusi.
problem-day_before_installed = Skaitītājs uzstādīts { $day }: izvēlieties šo vai vēlāku dienu.
problem-day_before_reading = Skaitītājs nolasīts { $day }, tātad tobrīd vēl bija vietā. Izvēlieties šo vai vēlāku dienu, vai vispirms pārbaudiet to rādījumu.
problem-month_given = { $how ->
    [billed] Norēķinos šim skaitītājam jau ir rādījums par mēnesi ({ $period }), un tas paliek. Izvēlieties nākamā mēneša dienu.
   *[locked] Mēnesis ({ $period }) ir slēgts norēķiniem. Vadītājs to var atslēgt sadaļā “Nodošanas laiki”; vai izvēlieties dienu mēnesī, kas ir atvērts.
 }
