## Biroja vārdi, pārbaudot rādījumus, latviski.

review-title = Pārbaudāmie rādījumi
review-counted = { $count ->
    [zero] Gaida { $count } rādījumu
    [one] Gaida { $count } rādījums
   *[other] Gaida { $count } rādījumi
 }
review-counted-more = Gaida vairāk nekā { $count } rādījumu
review-empty = Nekas negaida. Jauni rādījumi šeit parādās paši, kad par tiem jālemj.
review-none-found = Šādai izvēlei neatbilst neviens rādījums.
review-choose = Izvēlieties rādījumu no saraksta.
review-more = Rādīt vēl
review-list = Gaidošie rādījumi, vecākie vispirms
review-back = Uz sarakstu
review-filter-kind = Iemesls
review-filter-service = Pakalpojums
review-filter-building = Māja
review-filter-period = Mēnesis
review-filter-all = Visi
review-filter-mine = Tikai tie, par kuriem es jautāju

review-kind-rollover = Pāri nullei?
review-kind-conflict = Divi rādījumi
review-kind-impossible = Neiespējams patēriņš
review-kind-unusual = Neparasts patēriņš
review-kind-time = Laiks nav drošs
review-kind-late = Nokavēts
review-kind-replaced = Skaitītājs nomainīts?
review-kind-withdrawn = Labo atsauktu
review-kind-verification = Beigusies verificēšana
review-kind-kiosk = No kioska
review-kind-other = Jāpārbauda

review-asked = Gaida iedzīvotāja atbildi
review-answered = Iedzīvotājs ir atbildējis

### Viens rādījums

review-of = { $service }, { $period }
review-why = Kāpēc tas gaida
review-now = Ko noteikumi saka šodien
review-values = Vērtības
review-previous-at = Iepriekšējais, { $period }
review-installed = Uzstādot
review-new = Nodotais
review-difference = Patēriņš
review-usual = Parasts mēnesis
review-next = Nākamais, { $period }
review-meter = Skaitītājs
review-place = Vieta
review-verified = Verificēts līdz
review-verified-unknown = nav norādīts
review-source = Nodevis
review-source-resident = iedzīvotājs
review-source-kiosk = kiosks
review-source-office = birojs
review-source-billing = norēķinu fails
review-slip = Kioska apstiprinājums
review-contact = Kā sazināties
review-contact-none = nekas nav atstāts
review-language = Valoda
review-captured = Kad nolasīts
review-captured-exact = { $at }
review-captured-between = apmēram { $best }; droši starp { $earliest } un { $latest }
review-captured-before = apmēram { $best }; droši pirms { $latest }
review-received = Saņemts
review-window = Nodošanas dienas
review-window-days = { $from } – { $until }
review-claims = Iedzīvotājs saka
review-claim-rollover = skaitītājs pārgājis pāri nullei
review-claim-confirmed = neparastais patēriņš ir pareizs
review-claim-replaced = skaitītājs ir nomainīts
review-adjusts-locked = Mēnesis norēķiniem ir slēgts. Ja šo rādījumu pieņemsiet, norēķini to saņems kā labojumu, kad rādījumus nodos nākamreiz.
review-adjusts-billed = Norēķinos par šo mēnesi jau ir rādījums, un tas paliek. Ja pieņemsiet šo, norēķini to saņems kā labojumu, kad rādījumus nodos nākamreiz.
review-unread = Neviens no šī klienta portālu nelieto, tāpēc tur neviens neizlasīs, ko izlemsiet. Pasakiet paši:
review-unread-no-contact = Kā sazināties, nav zināms. Atliek vēstule vai zīmīte pie durvīm.
review-photo = Skaitītāja fotoattēls
review-question = Jautāts { $at }
review-question-open = Iedzīvotāja atbilde gaida sarakstē.
review-beside = Tā paša mēneša rādījumi
review-this = Šis
review-history = Agrākie un vēlākie rādījumi
review-history-none = Šim skaitītājam citu rādījumu nav.
review-decided = Iepriekš izlemts par šo skaitītāju
review-month = Mēnesis
review-reading = Rādījums
review-state = Stāvoklis

review-state-accepted = pieņemts
review-state-billed = iekļauts aprēķinā
review-state-review = gaida
review-state-late = nokavēts
review-state-late-accepted = pieņemts kā labojums
review-state-superseded = aizstāts
review-state-withdrawn = atsaukts
review-state-refused = noraidīts

### Lēmumi

review-accept = Pieņemt
review-correct = Labot
review-refuse = Noraidīt
review-ask = Jautāt iedzīvotājam
review-keys = Taustiņi
review-keys-title = Taustiņi sarakstā un pie lēmuma
review-key-move = J un K vai bultiņas: nākamais un iepriekšējais rādījums
review-key-open = Enter: atvērt rādījumu
review-key-accept = A: pieņemt
review-key-correct = C: labot
review-key-refuse = R: noraidīt
review-key-ask = Q: jautāt iedzīvotājam
review-key-help = ?: šis saraksts
review-keys-close = Aizvērt
review-cancel = Atcelt
review-rolled = Vai skaitītājs pārgāja pāri nullei?
review-rolled-yes = Jā: patēriņu skaita pāri nullei
review-rolled-no = Nē: vērtība kritusies cita iemesla dēļ
review-reason = Iemesls
review-reason-hint = To lasīs iedzīvotājs.
review-reason-unread = Neviens no šī klienta portālu nelieto: pasakiet paši.
review-reason-optional = Piezīme iedzīvotājam, ja vajag
review-question-text = Jautājums iedzīvotājam
review-question-hint = Iedzīvotājs to redzēs tālrunī un varēs atbildēt. Rādījums turpina gaidīt.
review-ask-unread = Jautājumu portālā neviens no šī klienta neatrastu. Pajautājiet, kā norādīts iepriekš; rādījums tikmēr gaida.
review-value-of = { $register }, { $unit }
review-value = Vērtība, { $unit }
review-override = Esmu pārbaudījis: tas tomēr ir pareizi
review-objections = Noteikumi ir pret to
review-stops = Skaitītājs to nevar parādīt. Lūdzu, pārbaudiet vērtības.
review-reason-missing = Lūdzu, uzrakstiet iemeslu.
review-question-missing = Lūdzu, uzrakstiet jautājumu.
review-override-missing = Atzīmējiet šo, lai turpinātu, vai mainiet vērtības.
review-working = Saglabā…
review-done-accepted = Izdarīts: pieņemts. { $what }
review-done-adjustment = Izdarīts: pieņemts kā labojums norēķiniem. { $what }
review-done-corrected = Izdarīts: izlabots. { $what }
review-done-refused = Izdarīts: noraidīts. { $what }
review-done-asked = Izdarīts: iedzīvotājam pajautāts. { $what }
review-tell = Portālā to neviens neizlasīs. Pasakiet paši: { $reach }.
review-tell-no-contact = Portālā to neviens neizlasīs, un kā sazināties, nav zināms.
review-what = { $service }, { $number }, { $period }

### Kas pamanīts, kā to lasa birojs

review-finding-rollover_unlikely = { $cause ->
    [far] Norādīts, ka skaitītājs pārgājis pāri nullei, bet iepriekšējais rādījums { $previous } ir tālu no skalas beigām. Patēriņš būtu { $use }.
    [use] Norādīts, ka skaitītājs pārgājis pāri nullei, bet patēriņš būtu { $use }: vairāk, nekā iespējams.
   *[next] Norādīts, ka skaitītājs pārgājis pāri nullei, bet vēlāks rādījums to neapstiprina. Patēriņš būtu { $use }.
 }
review-finding-rollover = Pārgājis pāri nullei; patēriņš { $use }.
review-finding-concurrent_reading = No citas ierīces saņemts cits tā paša mēneša rādījums. Pēc laika nevar noteikt, kurš ir pareizais.
review-finding-impossible_use = Patēriņš { $use }: vairāk, nekā šajās dienās iespējams ({ $possible }).
review-finding-unusual_high = Patēriņš { $use }, parasti apmēram { $usual } mēnesī.{ $confirmed ->
    [yes] {" "}Iedzīvotājs to apstiprinājis.
    [no] {" "}Iedzīvotājs to nav apstiprinājis.
   *[unknown] {""}
 }
review-finding-still_zero = Patēriņa nav { $periods ->
    [zero] { $periods } mēnešus
    [one] { $periods } mēnesi
   *[other] { $periods } mēnešus
 } pēc kārtas.
review-finding-window_unsure = Nevar noteikt, vai tas nolasīts nodošanas dienās: ierīces pulkstenis bija neprecīzs, vai rādījums pienāca vēlāk.
review-finding-time_uncertain = Ierīces pulkstenis nav pilnīgi drošs; visticamāk, nolasīts nodošanas dienās.
review-finding-period_locked = Saņemts pēc tam, kad mēnesis norēķiniem bija slēgts: { $period }.
review-finding-meter_replaced = Iedzīvotājs saka, ka skaitītājs ir nomainīts. Birojā nomaiņas vēl nav.
review-finding-corrects_withdrawn = Tas labo rādījumu, kas tikmēr citā ierīcē ir atsaukts.
review-finding-superseded_by_later = To aizstājis vēlāks tā paša mēneša rādījums.
review-finding-verification_expired = Skaitītāja verificēšanas termiņš beidzies { $day }.
review-finding-below_previous = { $since ->
    [start] Zemāks nekā uzstādot: { $previous }.
   *[period] Zemāks nekā rādījums par { $forPeriod }: { $previous }.
 }
review-finding-above_next = Augstāks nekā rādījums par { $forPeriod }: { $next }.
review-finding-meter_retired = Skaitītājs noņemts { $day }: par šo mēnesi rādījumu tam vairs nav.

### Rādījuma ievade

review-enter = Ievadīt rādījumu
review-enter-month = Mēnesis
review-enter-day = Nolasīts
review-enter-day-wrong = Izvēlieties dienu, ne vēlāku par šodienu.
review-enter-save = Saglabāt rādījumu
review-enter-rolled = Skaitītājs pārgāja pāri nullei
review-enter-present = Par šo mēnesi jau ir:
review-enter-done = Rādījums ir saglabāts.
review-enter-done-adjustment = Rādījums ir saglabāts. Norēķini to saņems kā labojumu, kad rādījumus nodos nākamreiz.
