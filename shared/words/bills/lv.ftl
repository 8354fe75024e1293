### What the screens of bills, the ledger, the debt and paying say.

bills-title = Rēķini
bill-title = Rēķins
ledger-title = Klienta pārskats
debt-title = Parāds
pay-title = Maksāt

### Rēķini

bills-loading = Saņemam Jūsu rēķinus…
bills-offline-title = Jūsu rēķini vēl nav šajā { $device ->
    [phone] tālrunī
   *[computer] datorā
 }
bills-empty-title = Rēķinu vēl nav
bills-empty = Jūsu rēķini būs redzami šeit, tiklīdz uzņēmums tos atsūtīs.
bills-earlier = { $year } ({ $count })
bills-balance-owed = Jāmaksā
bills-balance-ahead = Pārmaksa
bills-balance-none = Parāda nav
bills-balance-unknown = Šeit nav zināms, cik jāmaksā
bills-arrears = { $months ->
    [zero] Kavēti { $months } mēneši
    [one] Kavēts { $months } mēnesis
   *[other] Kavēti { $months } mēneši
 }
bills-coming = { $amount } ir ceļā
bills-debt = Parāds un maksājumi
bill-pay = Samaksāt
bill-number = Nr. { $number }
bill-issued-on = izrakstīts { $day }
bill-on-device = PDF ir šajā { $device ->
    [phone] tālrunī
   *[computer] datorā
 }
bill-state-paid = Apmaksāts
bill-state-partly = Vēl { $left } jāmaksā līdz { $day }
bill-state-open = Jāmaksā līdz { $day }
bill-state-overdue = Termiņš bija { $day }, vēl jāmaksā { $left }
bill-state-none = Nav jāmaksā
bill-state-unknown = Šeit nav zināms, vai apmaksāts
bill-newest = Jaunākais rēķins
bill-home-owed = Kopā jāmaksā { $amount }

### Viens rēķins

bill-for = Rēķins par { $forPeriod }
bill-unknown-title = Šī rēķina te nav
bill-unknown = Varbūt tas ir par citām telpām vai vēl nav atnācis.
bill-total = Kopā
bill-fact-number = Numurs
bill-fact-issued = Izrakstīts
bill-fact-due = Apmaksāt līdz
bill-others = Citi rēķini
bill-open = Atvērt PDF
bill-print = Drukāt
bill-share = Kopīgot
bill-download = Saglabāt
bill-print-page = Drukāt šo lapu
bill-lines = No kā tas sastāv
bill-service = Pakalpojums
bill-volume = Apjoms
bill-tariff = Tarifs
bill-method = Aprēķins
bill-charged = Aprēķināts
bill-recalculated = Pārrēķins
bill-benefit = Atvieglojums
bill-penalty = Līgumsods
bill-amount = Summa
bill-method-meter = pēc skaitītāja
bill-method-average = pēc vidējā patēriņa
bill-method-norm = pēc normas
bill-about-meter = Norēķinos ņemts vērā Jūsu skaitītāja patēriņš: rādījums mīnus iepriekšējais.
bill-about-average = Rādījuma nebija, tāpēc norēķinos ņemts Jūsu parastais patēriņš. Starpību parasti izlīdzina, kad ir rādījums.
bill-about-norm = Norēķinos ņemts visiem noteiktais daudzums, kā tas ir, ja nav skaitītāja.
bill-about-close = Aizvērt
bill-changes = Salīdzinot ar rēķinu par { $forPeriod }
bill-changes-more = par { $amount } vairāk
bill-changes-less = par { $amount } mazāk
bill-changes-equal = Tā pati summa
bill-changes-none = Visas rindas ir kā iepriekš.
bill-changes-same = { $count ->
    [zero] { $count } rindas ir kā iepriekš, kopā { $amount }.
    [one] { $count } rinda ir kā iepriekš: { $amount }.
   *[other] { $count } rindas ir kā iepriekš, kopā { $amount }.
 }
bill-change-new = jauns rēķinā
bill-change-ended = rēķinā vairs nav
bill-why-volume = Apjoms: no { $from } uz { $to }
bill-why-tariff = Tarifs: no { $from } uz { $to }
bill-why-method = Aprēķins { $to }, iepriekš { $from }
bill-why-charged = Aprēķināts: no { $from } uz { $to }
bill-why-recalculated = Pārrēķins: no { $from } uz { $to }
bill-why-benefit = Atvieglojums: no { $from } uz { $to }
bill-why-penalty = Līgumsods: no { $from } uz { $to }

### The ledger

ledger-label = Pārskats pa mēnešiem un pakalpojumiem
ledger-month = Mēnesis
ledger-service = Pakalpojums
ledger-total = Kopā
ledger-opening = Sākuma atlikums
ledger-charged = Aprēķināts
ledger-paid = Apmaksāts
ledger-recalculated = Pārrēķins
ledger-closing = Beigu atlikums
ledger-year = Gads
ledger-all-years = Visi gadi
ledger-adds-up = Pārbaudīts šajā { $device ->
    [phone] tālrunī
   *[computer] datorā
 }: viss sakrīt.
ledger-missing = Šeit trūkst mēnešu, tāpēc mēneši ap tiem nav salīdzināti: { $months }
ledger-faults = { $count ->
    [zero] Nesakrīt { $count } skaitļi
    [one] Nesakrīt { $count } skaitlis
   *[other] Nesakrīt { $count } skaitļi
 }
ledger-faults-all = Rādīt visus ({ $count })
ledger-faults-ask = Tie ir tādi, kādus tos nosūtīja norēķinu sistēma. Lūdzu, piezvaniet mums un nosauciet mēnesi.
ledger-fault-mark = Nesakrīt:
ledger-fault-sum = { $month }, { $service }: sākuma atlikums, aprēķinātais, apmaksātais un pārrēķins kopā dod { $expected }, bet beigu atlikums ir { $found }.
ledger-fault-total = { $month }, kopā, “{ $column }”: pakalpojumi kopā dod { $expected }, bet norādīts { $found }.
ledger-fault-carried = { $month }, { $service }: sākuma atlikums ir { $found }, bet iepriekšējais mēnesis noslēgts ar { $expected }.
ledger-owed = Pašlaik parāds: { $amount }
ledger-advance = Pārmaksa: { $amount }
ledger-nothing-owed = Parāda nav
ledger-empty-title = Pārskata vēl nav
ledger-empty = Jūsu pārskats būs šeit, tiklīdz norēķinu sistēma to nosūtīs.
ledger-loading = Saņemam Jūsu pārskatu…
ledger-offline-title = Jūsu pārskata šajā { $device ->
    [phone] tālrunī
   *[computer] datorā
 } vēl nav
ledger-print = Drukāt
ledger-download = Lejupielādēt
ledger-download-xlsx = Excel
ledger-download-xlsx-about = Tabula un blakus tai maksājumi
ledger-download-csv = CSV
ledger-download-csv-about = Citām programmām
ledger-download-pdf = PDF
ledger-download-pdf-about = Drukāšanai un glabāšanai
ledger-download-working = Vienu mirkli…
ledger-downloaded = Saglabāts kā { $file }
ledger-downloaded-older = Saglabāts kā { $file }. Tas ir vecāks par šeit redzamo; jaunāku pašlaik nevar saņemt.
ledger-download-failed = { $why ->
    [no-network] Nav savienojuma. PDF šajā { $device ->
        [phone] tālrunī
       *[computer] datorā
     } vēl nav; Excel un CSV var lejupielādēt bez savienojuma.
    [unanswered] Uzņēmums pašlaik neatbild. Lūdzu, mēģiniet vēlāk; Excel un CSV var lejupielādēt bez tā.
   *[other] Failu neizdevās izveidot. Lūdzu, mēģiniet vēlāk.
 }
ledger-payments = Maksājumi
ledger-payment-date = Datums
ledger-payment-amount = Summa
ledger-payment-number = Numurs
ledger-payment-source = Ar ko maksāts

### What is owed, and what was paid

debt-oldest = { $months ->
    [0] Tas ir par { $forPeriod }.
    [zero] Vecākā daļa ir par { $forPeriod }, pirms { $months } mēnešiem.
    [one] Vecākā daļa ir par { $forPeriod }, pirms { $months } mēneša.
   *[other] Vecākā daļa ir par { $forPeriod }, pirms { $months } mēnešiem.
 }
debt-oldest-before = Vecākā daļa radusies, pirms sākas šis klienta pārskats ({ $month }).
debt-agree = Ja nevarat samaksāt uzreiz, piezvaniet mums: vienosimies, kā to izdarīt.
debt-advance = Tā tiks ieskaitīta nākamajos rēķinos.
debt-unknown = Norēķinu sistēma klienta pārskatu vēl nav atsūtījusi, tāpēc parāds šeit nav zināms.
debt-as-of = Jaunākie dati saņemti { $moment }. Kas noticis vēlāk, šeit vēl nav zināms.
debt-pay = Maksāt
debt-pay-advance = Maksāt avansā
debt-coming = { $amount } ir ceļā kopš { $day }. Norēķinu sistēmā maksājums vēl nav iegrāmatots.
debt-coming-rest = Bez tā vēl jāmaksā { $amount }.
debt-coming-all = Ar to pietiek visam parādam.
debt-parts = No kā parāds veidojas
debt-parts-note = Maksājumi vispirms sedz vecākos mēnešus.
debt-parts-month = Mēnesis
debt-parts-charged = Aprēķināts
debt-parts-owed = Nav apmaksāts
debt-parts-earlier = Agrāk
debt-online = Maksājumi ar karti
debt-online-begun = { $amount }, sākts { $moment }: vai nauda samaksāta, vēl nav zināms.
debt-online-failed = { $amount }, { $moment }: nekas nav samaksāts.
debt-online-refunded = { $amount }, { $moment }: visa summa Jums atmaksāta.
debt-online-partly = { $amount }, { $moment }: no tā Jums atmaksāts { $refunded }.
debt-online-reference = Atsauce { $reference }
debt-look = Pārbaudīt vēlreiz
debt-looking = Pārbauda…
debt-looked = { $why ->
    [no-network] { $time }: Nav savienojuma.
    [unanswered] { $time }: Uzņēmums pašlaik neatbild.
   *[looked] { $time }: Tas ir viss, kas zināms.
 }
debt-payments = Maksājumi
debt-payments-none = Norēķinu sistēma maksājumus vēl nav atsūtījusi.
debt-payments-all = Rādīt visus { $count }
debt-payment-date = Datums
debt-payment-through = Kur maksāts
debt-payment-number = Nr. { $number }
debt-payment-amount = Summa
debt-questions = Vai ir jautājumi?

### Paying

pay-what = Ko vēlaties apmaksāt?
pay-all = Visu parādu
pay-bill = Rēķins par { $forPeriod }
pay-bill-facts = Nr. { $number }, apmaksas termiņš { $date }
pay-other = Citu summu
pay-own = Summa { $currency ->
    [EUR] eiro
   *[RUB] rubļos
 }
pay-own-empty = Ievadiet summu, ko vēlaties maksāt.
pay-own-zero = Summai jābūt lielākai par nulli.
pay-own-not_an_amount = Lūdzu, tikai ciparus un vienu komatu, piemēram, { $example }.
pay-own-amount_too_precise = Lūdzu, ne vairāk kā divus ciparus aiz komata.
pay-own-amount_too_large = Tik daudz vienā reizē samaksāt nevar.
pay-waits = Maksājuma kods parādīsies, tiklīdz būs ievadīta summa.
pay-coming = { $amount } ir ceļā kopš { $day } un šeit jau ir atskaitīts.
pay-begun = { $moment } Jūs sākāt maksāt { $amount } ar karti: vai nauda samaksāta, vēl nav zināms.
pay-begun-look = Pārbaudīt vēlreiz
pay-asked-paid = Šis rēķins ir apmaksāts.
pay-asked-none = Par šo rēķinu nekas nav jāmaksā.
pay-asked-coming = Maksājums, kas ir ceļā, sedz šo rēķinu.
pay-asked-unknown = Šāda rēķina šeit nav.
pay-sum = Jāmaksā
pay-for-bill = Rēķins { $number } par { $forPeriod }
pay-for-account = Klienta kods { $number }
pay-card = Maksāt ar karti
pay-card-working = Vienu brīdi…
pay-card-hint = Jūs pāriesiet uz maksājumu pakalpojuma lapu. Jūsu kartes datus mēs neuzzinām.
pay-card-offline = Lai maksātu ar karti, vajadzīgs internets. Tālāk redzamais kods darbojas bez tā.
pay-card-failed = { $why ->
    [no-network] Nav savienojuma. Lai maksātu ar karti, vajadzīgs internets; tālāk redzamais kods darbojas bez tā.
   *[unanswered] Uzņēmums pašlaik neatbild. Lūdzu, mēģiniet vēlāk vai maksājiet ar tālāk redzamo kodu.
 }
pay-transfer = Ar bankas pārskaitījumu
pay-code-alt = Maksājuma kods: { $amount }, saņēmējs { $payee }. Tas pats tālāk ir teksta veidā.
pay-code-how = { $device ->
    [phone] Šajā tālrunī: saglabājiet kodu kā attēlu un atveriet to bankas lietotnē vai kopējiet tekstu. No cita tālruņa: noskenējiet kodu.
   *[computer] Noskenējiet kodu ar bankas lietotni vai kopējiet tekstu.
 }
pay-code-none = Šim maksājumam koda nav: tajā visu nevar ietilpināt. Lūdzu, kopējiet tekstu.
pay-code-save = Saglabāt kā attēlu
pay-code-share = Kopīgot
pay-code-file = Maksājums { $date }
pay-code-saved = Saglabāts kā { $file }
pay-code-failed = Šis pārlūks nevarēja izveidot attēlu. Lūdzu, kopējiet tekstu.
pay-print = Drukāt
pay-fields = Tas pats teksta veidā
pay-field-payee = Saņēmējs
pay-field-inn = Nodokļu maksātāja numurs (INN)
pay-field-kpp = KPP
pay-field-iban = IBAN
pay-field-personal-account = Saņēmēja konts
pay-field-bank = Banka
pay-field-bic = BIC
pay-field-correspondent-account = Korespondentkonts
pay-field-amount = Summa
pay-field-purpose = Maksājuma mērķis
pay-field-account = Jūsu klienta kods
pay-field-period = Mēnesis
pay-copy = Kopēt
pay-copy-done = Nokopēts
pay-copied = Nokopēts: { $field }
pay-copy-marked = { $field }: iezīmēts. Kopējiet ar taustiņiem vai ierīces izvēlni.

### Maksājumi ar karti, kurus nevar sākt

problem-payment_off = Šeit nevar maksāt ar karti. Lūdzu, maksājiet ar bankas pārskaitījumu.
problem-payment_unavailable = Ar karti pašlaik nevar samaksāt, un nekas nav samaksāts. Lūdzu, mēģiniet vēlāk vai maksājiet ar bankas pārskaitījumu.

### Documents: the PDFs of bills and of the ledger

document-fetching = Saņemam dokumentu…
document-silence = Šī dokumenta { $device ->
    [phone] šajā tālrunī
   *[computer] šajā datorā
 } vēl nav. { $why ->
    [no-network] Vienreiz ir vajadzīgs savienojums.
   *[unanswered] Uzņēmums pašlaik neatbild. Lūdzu, mēģiniet vēlāk.
 }
document-outdated = Šis dokuments ir vecāks par to, ko redzat šeit. Jaunais būs pieejams, tiklīdz būs savienojums.
document-press-again = Dokuments nu ir šeit. Lūdzu, nospiediet vēlreiz.
