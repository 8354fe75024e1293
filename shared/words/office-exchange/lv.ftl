## Faili no norēķiniem un norēķiniem.

problem-file_applied = Šis fails jau ir ievadīts ({ $at }). Vispirms apskatiet, kas no tā iznāca.
problem-undo_refused = { $why ->
    [batch_running] Tas vēl tiek ievadīts.
    [batch_undone] Tas jau ir atsaukts.
    [batch_undoing] To jau atsauc.
    [batch_billed] Norēķini par šiem rādījumiem jau ir atbildējuši: kas iekļauts aprēķinā, tas paliek.
   *[batch_too_old] Tas ir pārāk sens: toreiz netika pierakstīts, ko tas mainīja.
 }

exchange-title = Faili un norēķini
exchange-bring-in = Ievadīt
exchange-give-out = Nodot rādījumus norēķiniem
exchange-give-out-text = Mēneša rādījumi kā fails norēķiniem. Vispirms redzams, kas tajā būs un kā nebūs.
exchange-to-give-out = Uz mēneša rādījumiem
exchange-answer-hint = Kad norēķini ir atbildējuši, ievadiet viņu failu tāpat kā citus.
exchange-drop = Ievelciet failu šeit
exchange-choose = Izvēlēties failu…
exchange-drop-hint = XLSX, CSV vai JSON; rēķinu PDF – kā ZIP. Līdz 200 MB. Nekas netiek mainīts, pirms to esat apskatījis.
exchange-one-file = Lūdzu, pa vienam failam.
exchange-too-large = Fails ir lielāks par { $size }. Sadaliet to.
exchange-sending = { $name } tiek nosūtīts…
exchange-cancel = Atcelt
exchange-save = Saglabāt
exchange-more = Rādīt vēl

exchange-under-way = Notiek
exchange-last = Pēdējie darbi
exchange-job = Darbs ar failu
exchange-import-trial = izmēģinājums
exchange-import-real = ievadīšana
exchange-undo-trial = atsaukšanas izmēģinājums
exchange-undo-real = atsaukšana
exchange-state-waiting = gaida
exchange-state-running = notiek
exchange-state-done = pabeigts
exchange-state-failed = neizdevās
exchange-state-cancelled = atcelts
exchange-by-program = ne no šīs lapas
exchange-batches = Viss ievadītais un nodotais
exchange-no-batches = Vēl nekas nav ievadīts vai nodots.
exchange-batch = Partija
exchange-what = Kas
exchange-when = Kad
exchange-who = Kurš
exchange-file = Fails
exchange-in-file = Failā
exchange-why = Kāpēc
exchange-number = Partijas numurs
exchange-readings = Rādījumi
exchange-difference = Izmaiņas
exchange-batch-running = Tiek ievadīts
exchange-batch-undoing = Tiek atsaukts
exchange-batch-undone = Atsaukts
exchange-so-many-created = jauni: { $what }
exchange-so-many-changed = mainīti: { $what }
exchange-so-many-unchanged = nemainīti: { $what }
exchange-so-many-refused = noraidīts: { $what }

exchange-kind-accounts = Klienti
exchange-kind-meters = Skaitītāji
exchange-kind-readings = Agrākie rādījumi
exchange-kind-acknowledgement = Norēķinu atbilde
exchange-kind-statements = Rēķini
exchange-kind-ledger = Klienta pārskats
exchange-kind-payments = Maksājumi
exchange-kind-pdfs = Rēķinu PDF
exchange-kind-readings-out = Rādījumi norēķiniem
exchange-things-accounts = klienti
exchange-things-meters = skaitītāji
exchange-things-readings = rādījumi
exchange-things-acknowledgement = rādījumi
exchange-things-statements = rēķini
exchange-things-ledger = pārskata mēneši
exchange-things-payments = maksājumi
exchange-things-pdfs = PDF
exchange-counted-rows = { $count ->
    [zero] { $number } rindu
    [one] { $number } rinda
   *[other] { $number } rindas
 }
exchange-counted-files = { $count ->
    [zero] { $number } failu
    [one] { $number } fails
   *[other] { $number } faili
 }
exchange-counted-accounts = { $count ->
    [zero] { $number } klientu
    [one] { $number } klients
   *[other] { $number } klienti
 }
exchange-counted-meters = { $count ->
    [zero] { $number } skaitītāju
    [one] { $number } skaitītājs
   *[other] { $number } skaitītāji
 }
exchange-counted-readings = { $count ->
    [zero] { $number } rādījumu
    [one] { $number } rādījums
   *[other] { $number } rādījumi
 }
exchange-counted-acknowledgement = { $count ->
    [zero] { $number } rādījumu
    [one] { $number } rādījums
   *[other] { $number } rādījumi
 }
exchange-counted-statements = { $count ->
    [zero] { $number } rēķinu
    [one] { $number } rēķins
   *[other] { $number } rēķini
 }
exchange-counted-ledger = { $count ->
    [zero] { $number } pārskata mēnešu
    [one] { $number } pārskata mēnesis
   *[other] { $number } pārskata mēneši
 }
exchange-counted-payments = { $count ->
    [zero] { $number } maksājumu
    [one] { $number } maksājums
   *[other] { $number } maksājumi
 }
exchange-counted-pdfs = { $count ->
   *[other] { $number } PDF
 }

exchange-holds = Failā ir
exchange-choose-kind = Lūdzu, izvēlieties
exchange-kind-unknown = No faila nevar saprast, kas tajā ir. Izvēlieties augstāk.
exchange-pdfs-text = Katrs PDF nonāk pie rēķina, kas to nosauc. Vispirms tiek izmēģināts, kuri savu rēķinu atrod.
exchange-applied = { $kind }: jau ievadīts, { $at }, { $who }.
exchange-being-applied = { $kind }: { $who } šobrīd ievada to pašu failu ({ $at }).
exchange-look = Apskatīt
exchange-profile = Kā to lasīt
exchange-profile-ours = Pēc mūsu kolonnu nosaukumiem
exchange-profile-fresh = Kolonnas izvēlētas ar roku
exchange-profile-keep = Saglabāt izmaiņas
exchange-profile-save = Saglabāt nākamajai reizei…
exchange-profile-rename = Pārdēvēt…
exchange-profile-remove = Dzēst…
exchange-profile-save-title = Saglabāt, kā šis fails tiek lasīts
exchange-profile-rename-title = Pārdēvēt
exchange-profile-remove-title = Vai dzēst?
exchange-profile-remove-text = “{ $name }” vairs netiks piedāvāts. Kas ar to ievadīts, tas paliek.
exchange-profile-name = Nosaukums
exchange-profile-nameless = Dodiet tam nosaukumu.
exchange-proposed-ours = Failā ir mūsu kolonnu nosaukumi.
exchange-proposed-last = Tiek lasīts tāpat kā pēdējais šāds fails.
exchange-proposed-saved = Šim failam der saglabāts lasīšanas veids.
exchange-proposed-guess = Šis ir priekšlikums pēc tā, kas ir failā. Salīdziniet abas tabulas zemāk un saglabājiet, ja tas ir pareizs.
exchange-encoding = Burti
exchange-encoding-utf-8 = UTF-8
exchange-encoding-windows-1257 = Windows, Baltijas (1257)
exchange-encoding-windows-1251 = Windows, kirilica (1251)
exchange-by-content = Pēc satura
exchange-by-content-found = Pēc satura ({ $found })
exchange-columns = Kolonnas
exchange-separator = Starp kolonnām
exchange-tab = Tabulators
exchange-sheet = Lapa
exchange-first-sheet = Pirmā
exchange-names-line = Kolonnu nosaukumi ir rindā
exchange-first-line = Tabula sākas rindā
exchange-header = Kolonnām ir nosaukumi
exchange-rows-hint = Norādiet pie rindas, kas tā ir. Tas attieksies uz visām līdzīgajām rindām.
exchange-row-mark = Kas tā ir
exchange-row-mark-of = { $line }. rinda: kas tā ir
exchange-row-title = Virs tabulas
exchange-row-names = Kolonnu nosaukumi
exchange-row-row = Tabulas rinda
exchange-row-block = Sākas bloks
exchange-row-out = Izlaista
exchange-row-empty = Tukša
exchange-total = Kopā
exchange-test-column = Kolonnā
exchange-test-is = Šūna
exchange-test-beginning = sākas ar
exchange-test-equal = ir
exchange-test-containing = satur
exchange-test-empty = ir tukša
exchange-test-filled = nav tukša
exchange-test-text = Vārdi
exchange-in-no-line = Starp rindām augstāk tādas nav.
exchange-in-lines = Rindas: { $lines }.
exchange-blocks = Bloki
exchange-blocks-text = Bloks sākas ar šādu rindu. Tajā teiktais attiecas uz visām rindām zem tās līdz nākamajam blokam.
exchange-block-says = Kas teikts bloka pirmajā rindā
exchange-block-says-more = Tajā teikts arī
exchange-block-says-not = Tajā nav teikts
exchange-choose-field = Lūdzu, izvēlieties
exchange-after = Bez vārdiem pirms tā
exchange-after-of = { $field }: bez vārdiem pirms tā
exchange-blocks-none = Bloku nav
exchange-left-out = Izlaistās rindas
exchange-left-out-text = Kopsummas un citas rindas, kas nav tabulas daļa. Tukšas rindas tiek izlaistas tāpat.
exchange-left-out-rule = Izlaistās rindas, { $number }.
exchange-left-out-more = Izlaist vēl rindas
exchange-left-out-not = Šīs neizlaist
exchange-groups-start = Vienā rindā vairāki blakus
exchange-groups = Vienā rindā vairāki blakus
exchange-groups-text = Piemēram, T1 un T2 rādījumi katrs savā kolonnā: no katra top sava rinda. Tukšie tiek izlaisti.
exchange-groups-repeated = Kas tur ir vairākas reizes
exchange-group = { $number }.
exchange-group-remove = Noņemt { $number }.
exchange-groups-more = Vēl viens blakus
exchange-groups-none = Katrā rindā ir tikai viens
exchange-dates = Datumi rakstīti kā
exchange-numbers = Skaitļi rakstīti kā
exchange-needed = jābūt
exchange-optional = var nebūt
exchange-not-there = Failā nav
exchange-from-block = Bloka pirmajā rindā
exchange-from-groups = Vienā rindā vairāki, sk. zemāk
exchange-constant = Visām rindām viens un tas pats…
exchange-constant-of = { $field }: visām rindām viens un tas pats
exchange-lost = { $column }: šajā failā nav
exchange-replace = Aizstāt vārdus…
exchange-replaced = { $count ->
    [zero] Aizstāti { $count } vārdi
    [one] Aizstāts { $count } vārds
   *[other] Aizstāti { $count } vārdi
 }
exchange-replace-hint = Katrā rindā viens: vārds failā = mūsu vārds
exchange-as-it-stands = Fails, kāds tas ir
exchange-as-read = Kā tas tiek lasīts
exchange-line = Rinda
exchange-row = Saturs
exchange-ignored = Netiek izmantots: { $columns }
exchange-missing = Vēl trūkst: { $fields }.
exchange-try = Izmēģināt
exchange-try-hint = Parāda, kas notiktu ar katru rindu. Nekas netiek mainīts.

exchange-waiting = Tūlīt sāksies…
exchange-ahead = { $ahead ->
    [zero] Gaida savu kārtu: pirms tā ir { $ahead } citi darbi.
    [one] Gaida savu kārtu: pirms tā ir { $ahead } cits darbs.
   *[other] Gaida savu kārtu: pirms tā ir { $ahead } citi darbi.
 }
exchange-ending = Tiek apturēts…
exchange-trying = Tiek izmēģināts…
exchange-bringing = Tiek ievadīts…
exchange-undo-trying = Tiek skatīts, kas tiktu atsaukts…
exchange-undoing = Tiek atsaukts…
exchange-done = Rindas līdz šim: { $done }
exchange-done-of = Rindas: { $done } no { $total }
exchange-goes-on = Šo lapu var aizvērt. Darbs turpinās, un to atradīsiet sadaļā “{ exchange-title }”.
exchange-cancel-import = Apturēt un atsaukt
exchange-title-trial = { $what }: izmēģinājums
exchange-title-import = { $what }: ievadīšana
exchange-title-undo-trial = { $what }: kas tiktu atsaukts
exchange-title-undo = { $what }: atsaukšana
exchange-would = Tā notiktu. Vēl nekas nav mainīts.
exchange-did = Ievadīts.
exchange-did-nothing = Nekas nav mainīts: viss jau bija vai tika noraidīts.
exchange-strict-refused = Nekas nav ievadīts, jo ir noraidītas rindas.
exchange-failed-nothing = No faila nekas nav ievadīts.
exchange-cancelled = Atcelts. Nekas nav mainīts.
exchange-cancelled-undone = Apturēts, un ievadītais ir atsaukts.
exchange-nothing-right = No faila nevar ievadīt nevienu rindu. Izlabojiet noraidītās rindas un ievadiet tās no jauna.
exchange-nothing-new = Viss, kas ir šajā failā, jau ir: nav ko ievadīt.
exchange-for-manager = Ievadīt drīkst vadītājs. Šī lapa visiem birojā rāda to pašu.
exchange-again = Tomēr ievadīt vēlreiz
exchange-strict = Neievadīt neko, ja tiek noraidīta kaut viena rinda
exchange-bring-all = Ievadīt: { $what }
exchange-bring-others = Ievadīt bez noraidītā: { $what }
exchange-back-to-file = Atpakaļ pie faila
exchange-to-batch = Uz partiju

exchange-count-rows = Rindas failā
exchange-count-files = Faili
exchange-count-created = Jauni { $things }
exchange-count-changed = Mainīti { $things }
exchange-count-unchanged = Nemainīti { $things }
exchange-count-late = Par vēlu slēgtam mēnesim
exchange-count-falls = Mazāks nekā iepriekš
exchange-count-carried = Atlikums nav pārnests
exchange-count-pdfs-waiting = Rēķini vēl bez PDF
exchange-refused = Noraidītās rindas
exchange-examples = Piemēri
exchange-refused-files = Noraidītie faili
exchange-refused-hint = Failā ir vēl viena kolonna, kas pasaka, kāpēc. Izlabojiet rindas tajā un ievadiet to.
exchange-refused-xlsx = XLSX
exchange-refused-csv = CSV
exchange-rest = … un vēl { $count }
exchange-formulas = Formulas, kam ņemta saglabātā vērtība: { $count }.
exchange-looks-like = Fails izskatās pēc { $encoding }. Pārbaudiet burtus tabulā.
exchange-falls-title = Rādījumi, kas mazāki par iepriekšējo
exchange-before = Iepriekš
exchange-carried-title = Mēneši, kas nesākas ar iepriekšējā beigu atlikumu
exchange-carried-closed = Beigu atlikums

exchange-undo = Atsaukt…
exchange-undo-look = Atsaukt…
exchange-undo-look-hint = Vispirms parāda, kas tiktu atsaukts.
exchange-undo-title = Vai atsaukt partiju?
exchange-undo-confirm = Atsaukt
exchange-undo-text = Tiek pierakstīts, kurš un kāpēc to atsauca.
exchange-undo-would = Tas tiktu atsaukts. Vēl nekas nav mainīts.
exchange-undo-did = Atsaukts.
exchange-undo-removed = Noņemti
exchange-undo-restored = Atkal kā iepriekš
exchange-undo-left = Paliek, kā ir
exchange-undone-by = Atsaukts { $at }, { $who }.
exchange-left-title = Tas paliek, kā ir
exchange-left-what = Kas
exchange-left-changed_since = Pēc tam mainījis birojs vai iedzīvotājs
exchange-left-changed_by_batch = Pēc tam mainījis cits fails
exchange-left-billed = Jau iekļauts aprēķinā
exchange-left-exported = Pēc tam nodots norēķiniem
exchange-left-has_pdf = Tam ir PDF
exchange-left-paid_online = Apmaksāts portālā
exchange-left-has_readings = Tam ir rādījumi
exchange-left-in_use = Tam pieder vēl kas cits
exchange-left-file_taken = Tā faila nosaukums tagad pieder citam rēķinam
exchange-left-other_stands = Tā vietā ir cits rādījums
exchange-left-period_billed = Cita šī mēneša partija ir iekļauta aprēķinā: mēnesis paliek slēgts
exchange-row-accounts = Klients
exchange-row-meters = Skaitītājs
exchange-row-readings = Rādījums
exchange-row-statements = Rēķins
exchange-row-ledger = Pārskats
exchange-row-payments = Maksājums
exchange-row-online-payments = Maksājums portālā
exchange-row-files = PDF
exchange-row-locks = Slēgšana
exchange-locked = Mēnesis slēgts
exchange-no-report = Atskaites par to vairs nav.

exchange-form-xlsx = XLSX
exchange-form-csv = CSV
exchange-form-excel = CSV programmai Excel
exchange-form-json = JSON
exchange-answered = Norēķinu atbilde
exchange-answered-billed = Iekļauti aprēķinā
exchange-answered-refused = Norēķini noraidīja
exchange-answered-waiting = Vēl nav atbildes
exchange-answered-gone = Pēc tam aizstāti
exchange-given = { $readings ->
    [0] Nebija nekā jauna, ko nodot.
    [zero] Failā ir { $readings } rādījumu.
    [one] Failā ir { $readings } rādījums.
   *[other] Failā ir { $readings } rādījumi.
 }
exchange-given-locked = Mēnesis ir slēgts.
exchange-out-ready = Gatavi failam
exchange-out-adjustments = Agrāku mēnešu labojumi
exchange-out-review = Gaida biroju
exchange-out-late = Nodoti par vēlu
exchange-out-unread = Nenolasīti rādītāji
exchange-out-review-text = { $count ->
    [zero] { $count } rādījumu nav nevienā failā, kamēr nav izlemts.
    [one] { $count } rādījuma nav nevienā failā, kamēr nav izlemts.
   *[other] { $count } rādījumu nav nevienā failā, kamēr nav izlemts.
 }
exchange-out-unread-text = Bez rādījuma: { $unread } no { $registers }. Tos norēķini novērtē paši.
exchange-out-locked = Mēnesis ir slēgts kopš { $at }.
exchange-out-open = Rādījumus vēl var nodot līdz { $until }.
exchange-out-lockable = Rādījumus vairs nevar nodot: mēnesi var slēgt.
exchange-out-manager = Rādījumus norēķiniem drīkst nodot vadītājs. Kas nonāktu failā, redz visi birojā.
exchange-out-nothing = Nav nekā jauna, ko nodot.
exchange-out-batches = Nodots par šo mēnesi
exchange-give-and-lock = Nodot un slēgt mēnesi
exchange-give-only = Nodot bez slēgšanas
exchange-give-rest = Nodot jauno
exchange-lock-text = { $ready ->
    [zero] Failā nonāk { $ready } rādījumu. Kas nāk pēc tam, tiek turēts atsevišķi kā nokavēts.
    [one] Failā nonāk { $ready } rādījums. Kas nāk pēc tam, tiek turēts atsevišķi kā nokavēts.
   *[other] Failā nonāk { $ready } rādījumi. Kas nāk pēc tam, tiek turēts atsevišķi kā nokavēts.
 }

exchange-field-account = Klienta kods
exchange-field-holder = Klients
exchange-field-address = Adrese
exchange-field-premises = Dzīvoklis
exchange-field-email = E-pasts
exchange-field-phone = Tālrunis
exchange-field-service = Pakalpojums
exchange-field-serial = Skaitītāja numurs
exchange-field-place = Vieta
exchange-field-register = Rādītājs
exchange-field-unit = Mērvienība
exchange-field-digits = Cipari pirms komata
exchange-field-decimals = Cipari aiz komata
exchange-field-ratio = Koeficients
exchange-field-installedOn = Uzstādīts
exchange-field-verifiedUntil = Verificēts līdz
exchange-field-retiredOn = Noņemts
exchange-field-initial = Sākuma rādījums
exchange-field-replaces = Aizstāj skaitītāju
exchange-field-period = Mēnesis
exchange-field-value = Rādījums
exchange-field-takenOn = Nolasīts
exchange-field-kind = Faktiskais vai aprēķinātais
exchange-field-source = Avots
exchange-field-batch = Partijas numurs
exchange-field-state = Stāvoklis
exchange-field-reason = Iemesls
exchange-field-issuedOn = Izrakstīts
exchange-field-number = Numurs
exchange-field-description = Apraksts
exchange-field-due = Apmaksas termiņš
exchange-field-total = Kopā
exchange-field-file = PDF fails
exchange-field-volume = Daudzums
exchange-field-tariff = Tarifs
exchange-field-method = Kā aprēķināts
exchange-field-charged = Aprēķināts
exchange-field-recalculated = Pārrēķins
exchange-field-benefit = Atvieglojums
exchange-field-penalty = Līgumsods
exchange-field-opening = Sākuma atlikums
exchange-field-paid = Apmaksāts
exchange-field-closing = Beigu atlikums
exchange-field-date = Diena
exchange-field-amount = Summa

exchange-problem-cells_missing = ir { $found } šūnas no { $expected } – vai fails ir nogriezts?
exchange-problem-cells_surplus = šūnu skaits ir { $found }, nevis { $expected }
exchange-problem-cell_error = ir formulas kļūda { $text }
exchange-problem-formula_without_value = ir formula bez vērtības: atveriet failu izklājlapu programmā un saglabājiet vēlreiz
exchange-problem-number_cut = ir vairāk ciparu, nekā tabula glabā: rakstiet kā tekstu
exchange-problem-day_not_in_style = { $fits ->
    [none] nav datums, kas rakstīts kā { $style }
   *[other] nav datums, kas rakstīts kā { $style } (izskatās pēc { $fits })
 }
exchange-problem-period_not_in_style = nav mēnesis, kas rakstīts kā { $style }
exchange-problem-number_not_in_style = nav skaitlis, kas rakstīts kā { $style }
exchange-problem-not_replaced = ir “{ $text }”, un tam nav norādīts mūsu vārds
exchange-problem-heading_missing = jābūt rindā augstāk, bet tādas nav
exchange-problem-cell_empty = ir tukšs
exchange-problem-value_empty = ir tukšs
exchange-problem-cell_too_long = ir garāks par { $most } zīmēm
exchange-problem-control_character = satur zīmi, ko nevar parādīt
exchange-problem-not_a_day = nav datums, piemēram, 2026-03-31
exchange-problem-not_a_period = nav mēnesis, piemēram, 2026-03
exchange-problem-day_in_future = ir nākotnē
exchange-problem-retired_before_installed = ir pirms uzstādīšanas dienas
exchange-problem-not_a_whole_number = nav vesels skaitlis no { $least } līdz { $most }
exchange-problem-not_one_of = nav neviens no: { $allowed }
exchange-problem-not_an_email = nav e-pasta adrese
exchange-problem-account_number_shape = nav klienta kods, piemēram, { $example }
exchange-problem-row_repeated = saka to pašu, ko { $firstLine }. rinda
exchange-problem-named_twice = { $name } jau ir { $firstLine }. rindā ar citu saturu
exchange-problem-differs_from_row = atšķiras no { $firstLine }. rindas, ar kuru ir saistīts
exchange-problem-contradicts_row = par to pašu rādītāju saka ko citu nekā { $otherLine }. rinda: neviena netiek ņemta
exchange-problem-rows_apart = ir saistīts ar { $firstLine }. rindu, bet nav tai blakus
exchange-problem-part_refused = ir saistīts ar { $otherLine }. rindu, kas ir noraidīta
exchange-problem-too_many_together = ir viena no vairāk nekā { $most } saistītām rindām
exchange-problem-not_an_amount = nav summa, piemēram, 1234.56
exchange-problem-amount_too_precise = ir vairāk nekā divi cipari aiz komata
exchange-problem-amount_too_large = ir lielāka par jebkuru rēķinu
exchange-problem-amount_sign = { $least ->
    [0] ir mazāka par 0
   *[other] nav lielāka par 0
 }
exchange-problem-not_a_decimal = nav skaitlis ar ne vairāk kā { $digits } cipariem, no tiem aiz komata { $decimals }
exchange-problem-not_a_file_name = nav PDF faila nosaukums, piemēram, 2026-03-10427.pdf
exchange-problem-file_taken = jau ir klienta { $account } rēķina { $number } fails
exchange-problem-due_before_issued = ir pirms izrakstīšanas dienas
exchange-problem-sum_differs = ir { $found }, bet pārējie kopā dod { $expected }
exchange-problem-registers_mixed = ir rādītājs B blakus tarifu rādītājiem
exchange-problem-meter_has_readings = vairs nevar mainīt, jo skaitītājam ir rādījumi
exchange-problem-meter_ambiguous = der vairākiem klienta skaitītājiem; kolonnai jāpasaka pakalpojums ({ $services })
exchange-problem-replaced_meter_unknown = nav šī klienta tā paša pakalpojuma skaitītājs
exchange-problem-replaces_itself = ir pats šis skaitītājs vai tāds, ar ko tas aizstāts
exchange-problem-actual_stands = ir aprēķināts rādījums, bet jau ir faktiskais
exchange-problem-reading_differs = atšķiras no esošā, { $standing } ({ $source ->
    [resident] no iedzīvotāja
    [kiosk] no kioska
    [office] no biroja
   *[other] no norēķiniem
 })
exchange-problem-reading_billed = mainītu rādījumu, kas iekļauts aprēķinā
exchange-problem-reading_exported = mainītu rādījumu, kas nodots norēķiniem
exchange-problem-reading_not_current = { $state ->
    [review] ir par rādījumu, par ko birojs vēl nav izlēmis
    [withdrawn] ir par atsauktu rādījumu
    [refused] ir par noraidītu rādījumu
   *[other] ir par rādījumu, kura vietā tagad ir cits
 }
exchange-problem-reading_unknown = ir par rādījumu, kura šajā partijā nav
exchange-problem-batch_unknown = nav rādījumu partija
exchange-problem-value_not_a_number = nav rādījuma vērtība
exchange-problem-too_many_digits = ir vairāk nekā { $digits } cipari pirms komata
exchange-problem-too_many_decimals = ir vairāk nekā { $decimals } cipari aiz komata
exchange-problem-register_missing = trūkst rādītāja { $register }
exchange-problem-register_unknown = nav šī skaitītāja rādītājs
exchange-problem-account_unknown = nav tāda klienta
exchange-problem-meter_unknown = nav šī klienta skaitītājs

exchange-file-line = { $line }. rinda: { $text }
exchange-file-file_empty = Fails ir tukšs.
exchange-file-not_text = Šī nav lasāma tabula: ne CSV, ne JSON, ne XLSX.
exchange-file-not_a_table = Šī nav tabula: tas ir attēls, PDF, ZIP vai OpenDocument fails, lai kā tas saucas. Saglabājiet kā XLSX vai CSV.
exchange-file-workbook_old = Tabula ir vecā formā (XLS vai XLSB). Atveriet to un saglabājiet kā XLSX.
exchange-file-workbook_encrypted = Tabulai ir parole. Saglabājiet to bez paroles.
exchange-file-workbook_broken = Tabulu nevar nolasīt: tā ir bojāta vai nogriezta.
exchange-file-workbook_too_large = Tabula ir pārāk liela. Saglabājiet kā CSV.
exchange-file-zip_bomb = Fails ir sapakots tā, ka aizpildītu jebkuru atmiņu. Tas netiek lasīts.
exchange-file-zip_encrypted = ZIP failam ir parole. Saglabājiet to bez paroles.
exchange-file-zip_broken = ZIP nevar nolasīt līdz galam: tas ir bojāts vai nogriezts.
exchange-file-no_pdfs = Failā nav neviena PDF.
exchange-file-encoding_unclear = Nevar saprast, kādiem burtiem fails rakstīts. Izvēlieties tos augstāk.
exchange-file-encoding_contradicts = Fails nav rakstīts izvēlētajiem burtiem.
exchange-file-encoding_broken = Fails nav rakstīts šiem burtiem no sākuma līdz beigām.
exchange-file-column_missing = Trūkst kolonnas, kurai jābūt. Izvēlieties kolonnas ar roku.
exchange-file-column_double = Failā viena kolonna ir divreiz.
exchange-file-profile_column_missing = Failā nav visu kolonnu, ko šis lasīšanas veids nosauc.
exchange-file-sheet_unknown = Tabulā nav lapas ar šādu nosaukumu.
exchange-file-too_many_columns = Failā ir vairāk kolonnu nekā jebkurā norēķinu tabulā.
exchange-file-too_many_refused = Noraidītas vairāk nekā 100 000 rindu: diez vai tas ir īstais fails.
exchange-file-row_too_long = Rindai vai šūnai nav beigu.
exchange-file-quote_open = Šeit pēdiņas ir atvērtas un nekad netiek aizvērtas.
exchange-file-quote_misplaced = Pēdiņas ir šūnas vidū.
exchange-file-json_cell = Šūna nav ne teksts, ne precīzs skaitlis.
exchange-file-json_broken = Sākot no šejienes, fails nav JSON rindu saraksts.
exchange-file-not_found = Fails vairs netiek glabāts. Ievadiet to no jauna.
exchange-file-no_room = Nav vietas, kur to izmēģināt. Pasakiet tam, kurš uztur portālu.
exchange-file-gave_up = Darbs vairākas reizes aprāvās. Ievadītais ir atsaukts. Pasakiet tam, kurš uztur portālu.
exchange-file-interrupted = Darbs aprāvās. Ievadītais ir atsaukts.
exchange-file-unexpected = Notika kas negaidīts. Pasakiet tam, kurš uztur portālu.
exchange-pdf-not_a_pdf = Nav PDF
exchange-pdf-pdf_cut = Ir PDF bez beigām – vai tas ir nogriezts?
exchange-pdf-pdf_too_large = Ir lielāks par { $most } MB
exchange-pdf-file_unknown = Neviens rēķins šo failu nenosauc
exchange-pdf-file_twice = Ir divreiz ar atšķirīgu saturu: neviens netiek ņemts
