## Biroja vārdi par nodošanas laikiem, izņēmumiem un slēgšanu, latviski.

windows-title = Nodošanas laiki
windows-intro = Kad iedzīvotāji var nodot rādījumus, pa mēnešiem.
windows-back = Visi mēneši
windows-for = Rādīt
windows-everybody = Viss uzņēmums
windows-rule = Kā parasti: no mēneša { $from }. datuma līdz { $until ->
    [31] pēdējai dienai
   *[other] { $until }. datumam
 }.
windows-rule-over = Kā parasti: no { $from }. datuma līdz nākamā mēneša { $until }. datumam.
windows-rule-grace = { $hours ->
    [zero] Vēl { $hours } stundu pieņem to, kas pienāk vēlāk.
    [one] Vēl { $hours } stundu pieņem to, kas pienāk vēlāk.
   *[other] Vēl { $hours } stundas pieņem to, kas pienāk vēlāk.
 }
windows-rule-shift = Ja pēdējā diena ir brīvdiena vai svētku diena, to pārceļ uz nākamo darbdienu.
windows-holidays = Svētku dienas: { $days }
windows-no-holidays = Svētku dienas nav ievadītas.
windows-month = Mēnesis
windows-days = Atvērts
windows-lockable = Var slēgt no
windows-read = Nolasīti
windows-read-of = { $read } no { $expected }
windows-now = šis mēnesis
windows-open-now = Atvērts
windows-locked = Slēgts
windows-changed = Izņēmums
windows-others = { $count ->
    [zero] { $count } izņēmumu citur
    [one] Izņēmums citur
   *[other] { $count } izņēmumi citur
 }
windows-opens = Atveras
windows-closes = Beidzas
windows-grace = Vēlāk pienācis der līdz
windows-locked-at = Slēgts
windows-locked-why = Iemesls
windows-locked-exported = Nodots norēķiniem
windows-given = Nodoti norēķiniem
windows-batch = { $readings ->
    [zero] { $readings } rādījumu
    [one] { $readings } rādījums
   *[other] { $readings } rādījumi
 }
windows-waiting = Gaida biroju
windows-late = Nokavēti
windows-exceptions = Šim mēnesim citas dienas
windows-none = Nav: spēkā parastās dienas.
windows-made = { $name }, { $day }
windows-made-unknown = { $day }
windows-except = Noteikt citas dienas…
windows-change = Mainīt…
windows-end = Atpakaļ uz parastajām dienām…
windows-lock = Slēgt mēnesi…
windows-unlock = Atslēgt mēnesi…
windows-form-title = Dienas: { $period }
windows-form-building = Māja
windows-form-building-hint = Tukšs: visas mājas
windows-form-building-wrong = Tādas mājas nav. Izvēlieties no saraksta.
windows-form-service = Pakalpojums
windows-form-service-all = Visi pakalpojumi
windows-form-usual = Parasti: no { $from } līdz { $until }.
windows-form-opens = Atveras
windows-form-closes = Beidzas
windows-form-days-wrong = Atveras šajā mēnesī un beidzas tajā pašā dienā vai vēlāk, bet ne vēlāk kā { $day }.
windows-form-reason = Iemesls, kā to lasīs iedzīvotāji
windows-form-reason-hint = Piemēram: Svētku dēļ atvērts ilgāk
windows-form-reason-wrong = Uzrakstiet iemeslu.
windows-form-left = Savas dienas paliek: { $places }.
windows-form-late = Rādījumi, kas līdzšinējo dienu dēļ nav pieņemti, tiks pārbaudīti vēlreiz.
windows-form-exists = Citas dienas jau ir noteiktas. Mainiet tās.
windows-save = Saglabāt
windows-cancel = Atcelt
windows-end-title = Atpakaļ uz parastajām dienām?
windows-end-text = { $place }: atkal no { $from } līdz { $until }. Pieņemtais paliek.
windows-why = Iemesls
windows-lock-title = Slēgt: { $period }?
windows-lock-text = Viss, kas vēl nav nodots norēķiniem, tiek nodots. Rādījumus, kas pienāk pēc tam, glabā atsevišķi kā nokavētus.
windows-lock-waiting = { $count ->
    [zero] { $count } rādījumu gaida biroju un netiek nodoti.
    [one] { $count } rādījums gaida biroju un netiek nodots.
   *[other] { $count } rādījumi gaida biroju un netiek nodoti.
 }
windows-lock-early = Rādījumi vēl var pienākt; beigas: { $until }. Tomēr slēgt
windows-lock-early-wrong = Atzīmējiet, lai slēgtu pirms laika.
windows-lock-confirm = Slēgt
windows-unlock-title = Atslēgt: { $period }?
windows-unlock-text = Nokavētos rādījumus pārbauda vēlreiz, un tie tiek pieņemti, ja nekas nav pretī. Norēķiniem nodotais paliek nodots.
windows-unlock-confirm = Atslēgt
windows-done-again = { $accepted ->
    [0] Saglabāts. Neviens rādījums uz šīm dienām negaidīja.
    [zero] Saglabāts. Tagad pieņemti { $accepted } rādījumu, kas bija ārpus līdzšinējām dienām.
    [one] Saglabāts. Tagad pieņemts { $accepted } rādījums, kas bija ārpus līdzšinējām dienām.
   *[other] Saglabāts. Tagad pieņemti { $accepted } rādījumi, kas bija ārpus līdzšinējām dienām.
 }
windows-done-review = { $review ->
    [zero] Vēl { $review } gaida biroju.
    [one] Vēl { $review } gaida biroju.
   *[other] Vēl { $review } gaida biroju.
 }
windows-done-ended = Atkal spēkā parastās dienas.
windows-done-locked = { $readings ->
    [0] Slēgts. Norēķiniem jau bija viss.
    [zero] Slēgts. Nodoti { $readings } rādījumu.
    [one] Slēgts. Nodots { $readings } rādījums.
   *[other] Slēgts. Nodoti { $readings } rādījumi.
 }
windows-done-unlocked = Atslēgts. Tagad pieņemti: { $accepted }, gaida biroju: { $review }.
windows-preview = Ko redz iedzīvotāji
windows-preview-day = Dienā
windows-preview-building = Mājā
windows-preview-service = Par
windows-locked-first = Mēnesis ir slēgts. Vispirms atslēdziet to.
problem-window_day_begun = Zustu { $day }: tajā dienā iedzīvotāji jau varēja nodot. Iesāktās dienas paliek.
problem-window_open = Rādījumi vēl var pienākt; beigas: { $until }.
problem-period_billed = { $readings ->
    [zero] Norēķinos jau ir { $readings } šī mēneša rādījumu ({ $period }), tāpēc tas paliek slēgts.
    [one] Norēķinos jau ir { $readings } šī mēneša rādījums ({ $period }), tāpēc tas paliek slēgts.
   *[other] Norēķinos jau ir { $readings } šī mēneša rādījumi ({ $period }), tāpēc tas paliek slēgts.
 }
