## Biroja vārdi par mēneša gaitu, par tiem, kas nav nodevuši, un par verificēšanas termiņiem, latviski.

progress-title = Mēneša gaita
progress-month = Mēnesis
progress-counting = Pirmo reizi saskaitām. Mirklīti…
progress-as-of = Uz { $moment }
progress-so-far = Saņemtie rādījumi
progress-nothing-expected = Šajā mēnesī nebija nolasāmu skaitītāju.
progress-state-ahead = Nodošana sākas { $day }.
progress-state-open = Nodošana beidzas { $day }.
progress-state-grace = Nodošana beidzās { $day }; laikus nolasītie vēl pienāk līdz { $until } plkst. { $time }.
progress-state-closed = Nodošana beidzās { $day }.
progress-state-locked = Mēnesis ir slēgts ({ $moment }).
progress-sentence-read = Nolasīti { $read } no { $expected } rādītājiem.
progress-sentence-waiting = { $count ->
    [zero] { $count } rādījumu gaida pārbaudi.
    [one] { $count } rādījums gaida pārbaudi.
   *[other] { $count } rādījumi gaida pārbaudi.
 }
progress-sentence-export = Mēnesi varēs slēgt un nodot norēķiniem { $day } no plkst. { $time }.
progress-sentence-export-now = Mēnesi var slēgt un nodot norēķiniem.
progress-read = Nolasīti
progress-missing = Nav nolasīti
progress-waiting = Gaida pārbaudi
progress-estimated = Tikai pēc vidējā
progress-expected = Jānolasa
progress-of = { $read } no { $expected } rādītājiem
progress-meters = { $count ->
    [zero] { $count } skaitītāju
    [one] { $count } skaitītājs
   *[other] { $count } skaitītāji
 }
progress-compared = Tajā pašā nodošanas dienā: pagājušajā mēnesī { $month }, pirms gada { $year }
progress-then = { $period }, tajā pašā dienā
progress-share = Daļa
progress-registers = Rādītāji
progress-day = Diena
progress-chart-title = Saņemtie rādījumi par { $period } pa dienām
progress-chart-sum = Nolasīti līdz šim
progress-chart-came = Šajā dienā
progress-chart-table = Tabulā
progress-sources = No kurienes saņemti
progress-source = No
progress-source-resident = Iedzīvotāji
progress-source-kiosk = Kiosks
progress-source-office = Birojs
progress-source-billing = Norēķini
progress-source-estimate = Pēc vidējā, nav nolasīti
progress-work = Kas gaida
progress-work-review = Pārbaudāmie rādījumi
progress-work-late = Nokavētie rādījumi
progress-work-refused = Noraidītie rādījumi
progress-work-conversations = Ziņas, kas gaida atbildi
progress-work-missing = Klienti, kas vēl nav nodevuši
progress-work-verifications = Verificēšana beidzas vai ir beigusies
progress-work-jobs = Notiekošie darbi
progress-reminding = Tiek rakstīti atgādinājumi.
progress-buildings = Pa mājām
progress-building = Māja
progress-no-buildings = Nav māju, ko rādīt.
progress-to-missing = Kas vēl nav nodevuši
progress-more = Rādīt vēl
progress-back = Mēneša gaita

progress-missing-title = Kas nav nodevuši rādījumus par { $period }
progress-search = Kods, vārds, adrese, skaitītājs
progress-print = Saraksts apgaitai
progress-remind = Atgādināt pa e-pastu…
progress-nobody-missing = Šeit viss ir nolasīts.
progress-none-found = Neatradām nevienu, kam vēl jānodod.
progress-count = { $count ->
    [zero] { $count } klientu
    [one] { $count } klients
   *[other] { $count } klienti
 }
progress-first = { $count ->
    [zero] Pirmie { $count } klientu, ir vēl
    [one] Pirmais { $count } klients, ir vēl
   *[other] Pirmie { $count } klienti, ir vēl
 }
progress-account = Klients
progress-address = Adrese
progress-meter = Skaitītājs
progress-last = Pēdējais rādījums
progress-never-read = nav nolasīts
progress-estimate = pēc vidējā
progress-reach = Kā sasniegt
progress-now-read = Rādījums tagad
progress-by-mail = Var atgādināt pa e-pastu
progress-reminded = Atgādināts { $moment }

progress-remind-title = Atgādināt pa e-pastu
progress-remind-count = { $count ->
    [0] Neviens vēstuli nesaņemtu: visi, kurus var sasniegt, ir nodevuši vai jau saņēmuši atgādinājumu.
    [zero] Vēstuli saņems { $count } klientu, kas lieto portālu un vēl nav nodevuši.
    [one] Vēstuli saņems { $count } klients, kas lieto portālu un vēl nav nodevis.
   *[other] Vēstuli saņems { $count } klienti, kas lieto portālu un vēl nav nodevuši.
 }
progress-remind-building = Vēstuli saņems visi šīs mājas klienti, kas lieto portālu un vēl nav nodevuši: { $building }.
progress-remind-once = Katram klientam atgādina ne vairāk kā reizi mēnesī. Kas pa to laiku rādījumus nodos, vēstuli nesaņems.
progress-remind-verifications = { $count ->
    [0] Neviens vēstuli nesaņemtu: visi, kurus var sasniegt, jau ir brīdināti.
    [zero] Vēstuli par saviem skaitītājiem saņems { $count } klientu, kas lieto portālu.
    [one] Vēstuli par saviem skaitītājiem saņems { $count } klients, kas lieto portālu.
   *[other] Vēstuli par saviem skaitītājiem saņems { $count } klienti, kas lieto portālu.
 }
progress-remind-verifications-many = Vēstuli par saviem skaitītājiem saņems vairāk nekā { $count } klientu, kas lieto portālu.
progress-remind-verifications-once = Vienu un to pašu brīdinājumu divreiz nesūta: pa vienam 60, 30 un 7 dienas iepriekš un viens pēc termiņa beigām.
progress-remind-send = Sūtīt vēstules
progress-remind-cancel = Nesūtīt
progress-remind-begun = Vēstules tiek rakstītas un pamazām izsūtītas.

progress-verifications-title = Verificēšana
progress-verifications-lead = Skaitītāji, kuru verificēšanas termiņš beidzas 60 dienu laikā vai jau ir beidzies; steidzamākie vispirms.
progress-verifications-none = Tādu skaitītāju nav.
progress-step = Termiņš
progress-step-all = Visi
progress-step-ended = Ir beidzies
progress-step-7 = 7 dienu laikā
progress-step-30 = Pēc 8 līdz 30 dienām
progress-step-60 = Pēc 31 līdz 60 dienām
progress-service = Pakalpojums
progress-service-all = Visi
progress-csv = Kā fails (CSV)
progress-until = Derīga līdz
progress-days-left = { $days ->
    [0] šodien pēdējā diena
    [zero] vēl { $days } dienu
    [one] vēl { $days } diena
   *[other] vēl { $days } dienas
 }
progress-days-over = { $days ->
    [zero] beidzās pirms { $days } dienām
    [one] beidzās pirms { $days } dienas
   *[other] beidzās pirms { $days } dienām
 }
progress-meters-count = { $count ->
    [zero] { $count } skaitītāju
    [one] { $count } skaitītājs
   *[other] { $count } skaitītāji
 }
progress-meters-first = { $count ->
    [zero] Pirmie { $count } skaitītāju, ir vēl
    [one] Pirmais { $count } skaitītājs, ir vēl
   *[other] Pirmie { $count } skaitītāji, ir vēl
 }
