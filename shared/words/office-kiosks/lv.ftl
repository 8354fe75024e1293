kiosks-title = Kioski
kiosks-lead = Planšetes foajē vai pie apkalpošanas galda, kurās iedzīvotāji nodod rādījumus bez sava tālruņa.
kiosks-add = Pievienot kiosku
kiosks-none-title = Vēl nav neviena kioska
kiosks-none = Pievienojiet to un ievadiet tā kodu planšetē.
kiosks-name = Nosaukums
kiosks-name-hint = Kur tas atrodas, piemēram, “Foajē, Rīgas iela 1”
kiosks-name-empty = Lūdzu, ierakstiet nosaukumu.
kiosks-state = Stāvoklis
kiosks-state-waiting = gaida kodu
kiosks-state-lapsed = vajag jaunu kodu
kiosks-state-enrolled = darbojas
kiosks-state-revoked = atvienots
kiosks-code-until = kods līdz { $time }
kiosks-seen = Pēdējā saziņa
kiosks-seen-never = vēl nav bijusi
kiosks-version = versija { $version }
kiosks-actions = Ko darīt
kiosks-rename = Pārdēvēt
kiosks-renew = Jauns kods
kiosks-revoke = Atvienot
kiosks-of = { $name }: { $what }
kiosks-cancel = Atstāt, kā ir
kiosks-add-cancel = Atcelt
kiosks-add-do = Pievienot un parādīt kodu
kiosks-rename-title = Pārdēvēt: { $name }
kiosks-rename-do = Pārdēvēt
kiosks-renamed = Tagad nosaukums ir { $name }.
kiosks-renew-title = { $name }: jauns kods?
kiosks-renew-text = Planšetei, kas ir atiestatīta vai nomainīta. Tagadējā turpina darboties, līdz jaunais kods kaut kur ir ievadīts.
kiosks-renew-text-first = Neviena planšete vēl nav šis kiosks. Agrāk izveidots kods līdz ar jauno vairs neder.
kiosks-renew-do = Parādīt jaunu kodu
kiosks-revoke-title = { $name }: atvienot?
kiosks-revoke-text = Turpmāk no tā nekas netiks ierakstīts uzreiz: kas vēl palicis planšetē, nonāks šeit un gaidīs lēmumu. To nevar atsaukt: lai planšeti lietotu atkal, pievienojiet to kā jaunu kiosku.
kiosks-revoked = { $name } ir atvienots.
kiosks-code-title = { $name }: kods
kiosks-code-lead = Atveriet planšetē šo adresi un ievadiet kodu.
kiosks-code-once = Tas der vienu reizi, līdz { $time }, un ir redzams tikai tagad.
kiosks-code-over = Šī koda laiks ir beidzies. Aizveriet un izveidojiet jaunu.
kiosks-code-used = Kiosks tagad darbojas.
kiosks-code-close = Aizvērt
kiosks-revoked-ones = Agrāk atvienotie
kiosks-reused = { $at } tā piekļuves datus, šķiet, lietojis kāds cits, varbūt tie nokopēti. Ievadiet planšetē jaunu kodu.
kiosks-takes-in-until = tajā palikušo pieņem līdz { $day }
kiosks-closed = no tā vairs neko nepieņem
kiosks-close = Vairs neko nepieņemt
kiosks-close-title = { $name }: vairs neko nepieņemt?
kiosks-close-text = Kas vēl palicis tā planšetē, pēc tam vairs nekad netiks pieņemts: iedzīvotājiem tas būtu jānodod no jauna. Dariet to, ja tam nevar ticēt, piemēram, pēc zādzības. To nevar atsaukt.
kiosks-close-do = Vairs neko nepieņemt
kiosks-closed-now = { $name }: vairs neko nepieņem.

### Drukāšana

kiosks-prints = drukāšana atļauta
kiosks-print-on = Ļaut drukāt
kiosks-print-on-title = { $name }: ļaut drukāt?
kiosks-print-on-text = Tikai tad, ja ir pievienots printeris un planšetes pārlūks drukā bez jautāšanas (palaists ar --kiosk-printing). Citādi paliek atvērts drukāšanas logs, ko kiosks nevar aizvērt, un nākamais redz iepriekšējā apstiprinājumu vai rēķinu.
kiosks-print-on-do = Tas drukā bez jautāšanas
kiosks-print-off = Neļaut drukāt
kiosks-print-off-title = { $name }: vairs neļaut drukāt?
kiosks-print-off-text = Drukāšanas pogu vairs nebūs. Apstiprinājumus un rēķinus rāda ekrānā; kam vajag uz papīra, jautā darbiniekam.
kiosks-print-off-do = Neļaut drukāt
kiosks-print-set = { $name }: mainīts. Planšete to uzzinās nākamajā saziņā, piecu minūšu laikā.

### Kas gaida

kiosks-holds = Gaidīja planšetē pēdējā saziņā
kiosks-holds-nothing = nekas
kiosks-holds-unknown = vēl nav zināms
kiosks-holds-some = { $count ->
    [zero] { $count } lapiņu
    [one] { $count } lapiņa
   *[other] { $count } lapiņas
 }
kiosks-holds-since = vecākā: { $at }
kiosks-holds-refused = { $count ->
    [zero] { $count } no tām nevar atvērt
    [one] { $count } no tām nevar atvērt
   *[other] { $count } no tām nevar atvērt
 }
kiosks-wrong-proofs = { $more ->
    [yes] 24 stundās { $count } nepareizi skaitītāja numuri vai vairāk
   *[no] { $count ->
        [zero] 24 stundās { $count } nepareizu skaitītāja numuru
        [one] 24 stundās { $count } nepareizs skaitītāja numurs
       *[other] 24 stundās { $count } nepareizi skaitītāja numuri
     }
 }
kiosks-came-since = { $count ->
    [zero] pēc atvienošanas saņemts { $count } lapiņu
    [one] pēc atvienošanas saņemta { $count } lapiņa
   *[other] pēc atvienošanas saņemtas { $count } lapiņas
 }
kiosks-came-held = { $count ->
    [zero] { $count } no tām gaida lēmumu
    [one] { $count } no tām gaida lēmumu
   *[other] { $count } no tām gaida lēmumu
 }
kiosks-work-look = Skatīt atstāto
kiosks-work-none = Nekas negaida biroja lēmumu.
kiosks-work-office = { $more ->
    [yes] Biroja lēmumu gaida { $count } lapiņas vai vairāk, jo ne visus rādījumus izdevās ierakstīt.
   *[no] { $count ->
        [zero] Biroja lēmumu gaida { $count } lapiņu, jo ne visus rādījumus izdevās ierakstīt.
        [one] Biroja lēmumu gaida { $count } lapiņa, jo ne visus rādījumus izdevās ierakstīt.
       *[other] Biroja lēmumu gaida { $count } lapiņas, jo ne visus rādījumus izdevās ierakstīt.
     }
 }
kiosks-work-held = { $more ->
    [yes] No atvienotas planšetes saņemtas { $count } lapiņas vai vairāk.
   *[no] { $count ->
        [zero] No atvienotas planšetes saņemts { $count } lapiņu.
        [one] No atvienotas planšetes saņemta { $count } lapiņa.
       *[other] No atvienotas planšetes saņemtas { $count } lapiņas.
     }
 }
kiosks-more = Rādīt vēl

### Lapiņas

kiosks-slips-title = Atstāts kioskos
kiosks-slips-lead = Ko iedzīvotājs nodod vienā reizē, ir lapiņa. Šeit gaida tas, ko no tās neizdevās ierakstīt uzreiz.
kiosks-slips-which = Rādīt
kiosks-slips-of-office = to, kas gaida biroja lēmumu
kiosks-slips-of-held = no atvienotām planšetēm
kiosks-slips-of-all = visas lapiņas, jaunākās vispirms
kiosks-slips-number = Numurs uz apstiprinājuma
kiosks-slips-number-hint = Tas ir iedzīvotāja apstiprinājumā: astoņas zīmes, piemēram, 1A2B-3C4D.
kiosks-slips-several = { $count ->
    [zero] Ar šo numuru ir { $count } lapiņu. Pēc vārda un laika var noteikt, kura ir īstā.
    [one] Ar šo numuru ir { $count } lapiņa. Pēc vārda un laika var noteikt, kura ir īstā.
   *[other] Ar šo numuru ir { $count } lapiņas. Pēc vārda un laika var noteikt, kura ir īstā.
 }
kiosks-slips-none-office = Nekas negaida: viss kioskos atstātais ir ierakstīts vai nokārtots.
kiosks-slips-none-else = Nekas cits negaida.
kiosks-slips-show-held = Parādīt
kiosks-slips-none-held = No atvienotām planšetēm nekas nav saņemts.
kiosks-slips-none-all = Kioskos vēl nekas nav atstāts.
kiosks-slips-none-number = Nekas ar numuru { $number } nav saņemts. Varbūt tas vēl gaida planšetē.
kiosks-slips-back = Visas lapiņas
kiosks-slip-number = Lapiņa { $number }
kiosks-slip-no-account = { $typed }: tāda klienta nav
kiosks-slip-nobodys = Tāda klienta nav
kiosks-slip-left = { $count ->
    [zero] { $count } rādījumu
    [one] { $count } rādījums
   *[other] { $count } rādījumi
 }{ $left ->
    [0] {""}
    [zero] , { $left } nav ierakstīti
    [one] , { $left } nav ierakstīts
   *[other] , { $left } nav ierakstīti
 }
kiosks-slip-holds = { $count ->
    [zero] { $count } rādījumu
    [one] { $count } rādījums
   *[other] { $count } rādījumi
 }
kiosks-slip-is-entered = ierakstīta
kiosks-slip-is-review = ierakstīta, gaida pārbaudi
kiosks-slip-is-office = gaida biroja lēmumu
kiosks-slip-is-held = no atvienotas planšetes
kiosks-slip-is-settled = nokārtota
kiosks-slip-held-why = Kad tas tika saņemts, planšete vairs nebija šis kiosks: kiosks bija atvienots vai planšete nomainīta vai iestatīta kā cits kiosks. Tāpēc nekas nav ierakstīts. To varēja izdomāt arī tas, pie kā planšete nonākusi.
kiosks-slip-shut-out = Kioski šo klienta kodu tagad neatver: bloķēts pats kods vai kāda tā skaitītāja numurs.
kiosks-slip-account = Klients
kiosks-slip-typed-account = Ievadītais klienta kods
kiosks-slip-serial = Ievadītais skaitītāja numurs
kiosks-slip-no-serial = nav ierakstīts
kiosks-slip-unnumbered = bez numura
kiosks-slip-contact = Kā sazināties
kiosks-slip-no-contact = nekas nav atstāts
kiosks-slip-contact-gone = šeit netiek glabāts: no lapiņas vairs nekas negaida
kiosks-slip-known = Klienta kontakti
kiosks-slip-emptied = Ievadītais vairs netiek glabāts: to dzēš 90 dienas pēc tam, kad no lapiņas vairs nekas negaida.
kiosks-slip-language = Valoda
kiosks-slip-saved = Nodots
kiosks-slip-received = Saņemts
kiosks-slip-brought = Iesūtīja planšete
kiosks-slip-readings = Rādījumi: { $period }
kiosks-slip-reading = Rādījums
kiosks-slip-outcome-accepted = ierakstīts
kiosks-slip-outcome-review = ierakstīts, gaida pārbaudi
kiosks-slip-outcome-reviewed = ierakstīts, pārbaudīts
kiosks-slip-outcome-office = nav ierakstīts
kiosks-slip-outcome-by-office = ierakstīja birojs
kiosks-slip-by-office = Ierakstīja { $name }, { $at }
kiosks-slip-enter = Ierakstīt ar roku
kiosks-slip-which-meter = Kurš skaitītājs tas ir?
kiosks-slip-find = Kad zināms īstais klients, rādījumu var ierakstīt klienta lapā; tad nokārtojiet lapiņu šeit.
kiosks-slip-leave = Atstāt
kiosks-slip-settled-by = Nokārtoja { $name }, { $at }
kiosks-settle = Nokārtot
kiosks-settle-note = Kas izdarīts
kiosks-settle-hint = Piemēram, “piezvanīts, nolasīts vēlreiz” vai “tāda klienta nav”. Tas paliek birojā.
kiosks-settle-missing = Lūdzu, ierakstiet, kas izdarīts.
kiosks-settle-do = Nokārtots
kiosks-settled = Lapiņa ir nokārtota.
kiosks-take-in = Pieņemt
kiosks-take-in-lead = Ja esat pārliecināti, ka iedzīvotāji to atstājuši, pirms planšete pazuda, to var ierakstīt tā, it kā tas būtu saņemts laikā.
kiosks-held-who = Par to lemj vadītājs: ierakstīt tā, it kā tas būtu saņemts laikā, vai nokārtot bez ierakstīšanas.
kiosks-take-in-do = Ierakstīt
kiosks-take-in-title = Ierakstīt to, kas saņemts no atvienotas planšetes?
kiosks-take-in-text = Rādījumi tiek pārbaudīti kā vienmēr. Kas neder, gaidīs biroja lēmumu.
kiosks-taken-in-entered = Visi lapiņas rādījumi ir ierakstīti.
kiosks-taken-in-office = Ne visu izdevās ierakstīt: apskatiet, kas palicis.
kiosks-problem-account_unknown = Klienta ar šādu kodu nav.
kiosks-problem-account_mismatch = Šāda numura nav nevienam šī klienta skaitītājam, tāpēc nekas nav ierakstīts. Pirms ierakstāt, pajautājiet.
kiosks-problem-kiosk_locked = Klienta kods tobrīd kioskos bija bloķēts, tāpēc nekas nav ierakstīts. Pirms ierakstāt, pajautājiet.
kiosks-problem-serial_useless = { $why ->
    [none] Skaitītāja numurs nav ierakstīts
    [nothing] Ierakstītais nav skaitītāja numurs
    [short] Ierakstītais skaitītāja numurs neko neapliecina, jo ir par īsu
    [one-sign] Ierakstītais skaitītāja numurs neko neapliecina, jo tajā atkārtojas viena un tā pati zīme
    [no-digit] Ierakstītais skaitītāja numurs neko neapliecina, jo tajā nav ciparu
   *[unknown] Ierakstītais skaitītāja numurs neko neapliecina
 }, tāpēc nekas nav ierakstīts. Pirms ierakstāt, pajautājiet.
kiosks-problem-serial_spread = Šis skaitītāja numurs tajā dienā bija mēģināts vairākiem klientu kodiem, tāpēc nekas nav ierakstīts. Pirms ierakstāt, pajautājiet.
kiosks-problem-meter_unknown = { $why ->
    [none] Iedzīvotājs saka, ka šim skaitītājam nav numura.
   *[unknown] Klientam nav skaitītāja ar šādu numuru.
 }
kiosks-problem-meter_unclear = Šāds numurs ir vairākiem klienta skaitītājiem.
kiosks-problem-id_reused = To nevarēja atšķirt no cita rādījuma.
kiosks-problem-stream_reused = Kiosks ar to pašu kārtas numuru nosūtījis citu rādījumu.

### Bloķētie

kiosks-locks-title = Bloķētie klientu kodi
kiosks-locks-lead = Pēc pieciem nepareiziem skaitītāja numuriem vienā kioskā klienta kodu tur vairs nevar atvērt, lai ko ievadītu; pēc desmit vairākos kioskos – nevienā.
kiosks-locks-none = Neviens klienta kods nav bloķēts.
kiosks-locked-at = Bloķēts
kiosks-locked-where = Kur
kiosks-locked-everywhere = visos kioskos
kiosks-locks-last = Pēdējais mēģinājums
kiosks-locks-at = { $kiosk }, { $at }
kiosks-release = Atbloķēt
kiosks-release-title = Atbloķēt { $number }?
kiosks-release-text = Pārliecinieties, ka kļūdījies pats iedzīvotājs. Tad klienta kodu atkal varēs atvērt visos kioskos.
kiosks-released = { $number } ir atbloķēts.
kiosks-lockers-of = { $more ->
    [yes] { $kiosk }: tur bloķēti { $count } klientu kodi vai vairāk.
   *[no] { $count ->
        [zero] { $kiosk }: tur bloķēti { $count } klientu kodi.
        [one] { $kiosk }: tur bloķēts { $count } klienta kods.
       *[other] { $kiosk }: tur bloķēti { $count } klientu kodi.
     }
 }
kiosks-release-all = Atbloķēt visus
kiosks-release-all-title = { $kiosk }: atbloķēt visus klientu kodus?
kiosks-release-all-text = Dariet tā, ja kāds pie kioska ievadījis svešus kodus. Visus tur bloķētos klientu kodus atkal varēs atvērt; katrs tiek ierakstīts žurnālā.
kiosks-released-all = { $count ->
    [zero] Atbloķēti { $count } klientu kodi.
    [one] Atbloķēts { $count } klienta kods.
   *[other] Atbloķēti { $count } klientu kodi.
 }

### Atslēgas

kiosks-keys-title = Kiosku atslēgas
kiosks-keys-lead = Ko iedzīvotāji nodod, kiosks šifrē ar jaunāko atslēgu, lai planšetē to neviens nevarētu izlasīt. Katru mēnesi jauna izveidojas pati.
kiosks-keys-none = Atslēgas vēl nav: pirmā rodas, kad pirmo reizi saņemta ziņa no kioska.
kiosks-keys-newest = Lieto: { $number }. atslēga, izveidota { $at }
kiosks-keys-one = { $number }. atslēga, izveidota { $at }
kiosks-keys-older = { $count ->
    [zero] { $count } vecāku atslēgu; tās glabā planšetēm, kas atgriežas vēlāk
    [one] { $count } vecāka atslēga; to glabā planšetēm, kas atgriežas vēlāk
   *[other] { $count } vecākas atslēgas; tās glabā planšetēm, kas atgriežas vēlāk
 }
kiosks-keys-renew = Izveidot jaunu atslēgu
kiosks-keys-renew-title = Izveidot jaunu atslēgu?
kiosks-keys-renew-text = Kioski to lieto no nākamās saziņas reizes. Agrāk šifrēto joprojām var atvērt.
kiosks-keys-renewed = Jaunā atslēga ir izveidota.
