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
kiosks-state-lapsed = koda laiks beidzies
kiosks-state-enrolled = darbojas
kiosks-state-revoked = atslēgts
kiosks-code-until = kods līdz { $time }
kiosks-seen = Pēdējā saziņa
kiosks-seen-never = vēl nav bijusi
kiosks-version = versija { $version }
kiosks-actions = Ko darīt
kiosks-rename = Pārdēvēt
kiosks-renew = Jauns kods
kiosks-revoke = Atslēgt
kiosks-of = { $name }: { $what }
kiosks-cancel = Atstāt, kā ir
kiosks-add-do = Pievienot un parādīt kodu
kiosks-rename-title = Pārdēvēt: { $name }
kiosks-rename-do = Pārdēvēt
kiosks-renamed = Tagad nosaukums ir { $name }.
kiosks-renew-title = { $name }: jauns kods?
kiosks-renew-text = Planšetei, kas ir atiestatīta vai nomainīta. Tagadējā turpina darboties, līdz jaunais kods kaut kur ir ievadīts.
kiosks-renew-do = Parādīt jaunu kodu
kiosks-revoke-title = { $name }: atslēgt?
kiosks-revoke-text = Turpmāk no tā nekas netiks pieņemts. To nevar atsaukt: lai planšeti lietotu atkal, pievienojiet to kā jaunu kiosku.
kiosks-revoked = { $name } ir atslēgts.
kiosks-code-title = { $name }: kods
kiosks-code-lead = Atveriet planšetē šo adresi un ievadiet kodu.
kiosks-code-once = Tas der vienu reizi, līdz { $time }, un ir redzams tikai tagad.
kiosks-code-over = Šī koda laiks ir beidzies. Aizveriet un izveidojiet jaunu.
kiosks-code-used = Kiosks tagad darbojas.
kiosks-code-close = Aizvērt
kiosks-revoked-ones = Agrāk atslēgtie

### Kas gaida

kiosks-holds = Gaida planšetē
kiosks-holds-nothing = nekas
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
kiosks-came-since = { $count ->
    [zero] pēc atslēgšanas saņemts { $count } lapiņu
    [one] pēc atslēgšanas saņemta { $count } lapiņa
   *[other] pēc atslēgšanas saņemtas { $count } lapiņas
 }
kiosks-came-held = { $count ->
    [zero] { $count } no tām gaida lēmumu
    [one] { $count } no tām gaida lēmumu
   *[other] { $count } no tām gaida lēmumu
 }
kiosks-work-look = Skatīt atstāto
kiosks-work-none = Nekas negaida biroju.
kiosks-work-office = { $more ->
    [yes] Biroju gaida { $count } lapiņas vai vairāk, jo ne visus rādījumus izdevās ierakstīt.
   *[no] { $count ->
        [zero] Biroju gaida { $count } lapiņu, jo ne visus rādījumus izdevās ierakstīt.
        [one] Biroju gaida { $count } lapiņa, jo ne visus rādījumus izdevās ierakstīt.
       *[other] Biroju gaida { $count } lapiņas, jo ne visus rādījumus izdevās ierakstīt.
     }
 }
kiosks-work-held = { $more ->
    [yes] No atslēgta kioska saņemtas { $count } lapiņas vai vairāk.
   *[no] { $count ->
        [zero] No atslēgta kioska saņemts { $count } lapiņu.
        [one] No atslēgta kioska saņemta { $count } lapiņa.
       *[other] No atslēgta kioska saņemtas { $count } lapiņas.
     }
 }
kiosks-more = Rādīt vēl

### Lapiņas

kiosks-slips-title = Atstāts kioskos
kiosks-slips-lead = Ko iedzīvotājs nodod vienā reizē, ir lapiņa. Šeit gaida tas, ko no tās neizdevās ierakstīt uzreiz.
kiosks-slips-which = Rādīt
kiosks-slips-of-office = to, kas gaida biroju
kiosks-slips-of-held = no atslēgtiem kioskiem
kiosks-slips-of-all = visas lapiņas, jaunākās vispirms
kiosks-slips-none-office = Nekas negaida: viss kioskos atstātais ir ierakstīts vai nokārtots.
kiosks-slips-none-held = No atslēgtiem kioskiem nekas nav saņemts.
kiosks-slips-none-all = Kioskos vēl nekas nav atstāts.
kiosks-slips-back = Visas lapiņas
kiosks-slip-number = Lapiņa { $number }
kiosks-slip-no-account = { $typed }: tāda klienta nav
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
kiosks-slip-is-office = gaida biroju
kiosks-slip-is-held = no atslēgta kioska
kiosks-slip-is-settled = nokārtota
kiosks-slip-held-why = Kiosks bija atslēgts, pirms tas tika saņemts, tāpēc nekas nav ierakstīts. To varēja izdomāt arī tas, pie kā planšete nonākusi.
kiosks-slip-account = Klients
kiosks-slip-typed-account = Ievadītais klienta kods
kiosks-slip-serial = Ievadītais skaitītāja numurs
kiosks-slip-contact = Kā sazināties
kiosks-slip-no-contact = nekas nav atstāts
kiosks-slip-language = Valoda
kiosks-slip-saved = Nodots
kiosks-slip-received = Saņemts
kiosks-slip-readings = Rādījumi: { $period }
kiosks-slip-outcome-accepted = ierakstīts
kiosks-slip-outcome-review = ierakstīts, gaida pārbaudi
kiosks-slip-outcome-office = nav ierakstīts
kiosks-slip-enter = Ierakstīt pašam
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
kiosks-take-in-who = Vadītājs to var ierakstīt tā, it kā tas būtu saņemts laikā.
kiosks-take-in-do = Ierakstīt
kiosks-take-in-title = Ierakstīt to, kas saņemts no atslēgta kioska?
kiosks-take-in-text = Rādījumi tiek pārbaudīti kā vienmēr. Kas neder, gaidīs biroju.
kiosks-taken-in-entered = Visi lapiņas rādījumi ir ierakstīti.
kiosks-taken-in-office = Ne visu izdevās ierakstīt: apskatiet, kas palicis.
kiosks-problem-account_unknown = Klienta ar šādu kodu nav.
kiosks-problem-account_mismatch = Šāda numura nav nevienam šī klienta skaitītājam, tāpēc nekas nav ierakstīts. Pirms ierakstāt, pajautājiet.
kiosks-problem-kiosk_locked = Klienta kods tobrīd kioskos bija bloķēts, tāpēc nekas nav ierakstīts. Pirms ierakstāt, pajautājiet.
kiosks-problem-meter_unknown = Klientam nav skaitītāja ar šādu numuru.
kiosks-problem-meter_unclear = Šāds numurs ir vairākiem klienta skaitītājiem.
kiosks-problem-id_reused = To nevarēja atšķirt no cita rādījuma.
kiosks-problem-stream_reused = Kiosks ar to pašu kārtas numuru nosūtījis citu rādījumu.

### Bloķētie

kiosks-locks-title = Bloķētie klientu kodi
kiosks-locks-lead = Pēc pieciem nepareiziem skaitītāja numuriem klienta kodu kioskos vairs nevar atvērt, lai ko ievadītu.
kiosks-locks-none = Neviens klienta kods nav bloķēts.
kiosks-locked-at = Bloķēts
kiosks-locks-last = Pēdējais mēģinājums
kiosks-locks-at = { $kiosk }, { $at }
kiosks-release = Atbloķēt
kiosks-release-title = Atbloķēt { $number }?
kiosks-release-text = Pārliecinieties, ka kļūdījies pats iedzīvotājs. Tad klienta kodu kioskos atkal varēs atvērt.
kiosks-released = { $number } ir atbloķēts.

### Atslēgas

kiosks-keys-title = Kiosku atslēgas
kiosks-keys-lead = Ko iedzīvotāji atstāj, kiosks aizzīmogo ar jaunāko atslēgu, lai planšetē to neviens nevarētu izlasīt. Katru mēnesi pati rodas jauna.
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
kiosks-keys-renew-text = Kioski to lieto no nākamās saziņas reizes. Agrāk aizzīmogoto joprojām var atvērt.
kiosks-keys-renewed = Jaunā atslēga ir izveidota.
