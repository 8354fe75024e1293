## Words of Meterbook, Latvian. The keys and their variables are the same in every language; a test holds them together.

### Places in the app

nav-readings = Rādījumi
nav-bills = Rēķini
nav-ledger = Pārskats
nav-more = Vairāk
nav-label = Galvenā izvēlne
skip-to-content = Uz saturu
emergency = Avārijas dienests

### Services, units, registers

service-cold-water = Aukstais ūdens
service-hot-water = Karstais ūdens
service-gas = Gāze
service-liquefied-gas = Sašķidrinātā gāze
service-electricity = Elektrība
service-heating = Apkure
unit-m3 = m³
unit-kWh = kWh
unit-MWh = MWh
unit-Gcal = Gcal
unit-kg = kg
register-B = Rādījums
register-T1 = T1 · diena
register-T2 = T2 · nakts
register-T3 = T3
register-T4 = T4
meter-serial = Nr. { $serial }

### Languages, each in its own words

language-en = English
language-lv = Latviešu
language-ru = Русский

### Days and months inside sentences

day-on = { $day }. { $month ->
    [1] janvārī
    [2] februārī
    [3] martā
    [4] aprīlī
    [5] maijā
    [6] jūnijā
    [7] jūlijā
    [8] augustā
    [9] septembrī
    [10] oktobrī
    [11] novembrī
   *[12] decembrī
 }
day-from = { $day }. { $month ->
    [1] janvāra
    [2] februāra
    [3] marta
    [4] aprīļa
    [5] maija
    [6] jūnija
    [7] jūlija
    [8] augusta
    [9] septembra
    [10] oktobra
    [11] novembra
   *[12] decembra
 }
day-until = { $day }. { $month ->
    [1] janvārim
    [2] februārim
    [3] martam
    [4] aprīlim
    [5] maijam
    [6] jūnijam
    [7] jūlijam
    [8] augustam
    [9] septembrim
    [10] oktobrim
    [11] novembrim
   *[12] decembrim
 }
month = { $month ->
    [1] janvāris
    [2] februāris
    [3] marts
    [4] aprīlis
    [5] maijs
    [6] jūnijs
    [7] jūlijs
    [8] augusts
    [9] septembris
    [10] oktobris
    [11] novembris
   *[12] decembris
 }
period = { $year }. g. { month }
period-for = { $year }. gada { $month ->
    [1] janvāri
    [2] februāri
    [3] martu
    [4] aprīli
    [5] maiju
    [6] jūniju
    [7] jūliju
    [8] augustu
    [9] septembri
    [10] oktobri
    [11] novembri
   *[12] decembri
 }
date = { $date }
moment-day = { day-on } { $time }
moment-year = { $year }. gada { day-on } { $time }
moment-full = { $year }. gada { $day }. { month } { $time }

### Signing in

sign-in-title = Pieslēgties
sign-in-lead = Nododiet skaitītāju rādījumus arī tur, kur nav tīkla.
sign-in-at-kiosk = Pieslēdzieties, tad varēsiet parādīt savus rēķinus planšetē, pie kuras stāvat.
sign-in-name = Klienta kods vai e-pasts
sign-in-name-hint = Klienta kods ir norādīts katrā rēķinā, piemēram, { $example }.
sign-in-password = Parole
sign-in-show-password = Rādīt paroli
sign-in-hide-password = Slēpt paroli
sign-in-button = Pieslēgties
sign-in-working = Pieslēdzas…
sign-in-passkey = Pieslēgties ar piekļuves atslēgu
sign-in-forgot = Aizmirsāt paroli?
sign-in-new = Esat šeit pirmo reizi?
sign-in-register = Reģistrēties
sign-in-name-empty = Lūdzu, ievadiet klienta kodu vai e-pastu.
sign-in-password-empty = Lūdzu, ievadiet paroli.
sign-in-offline = { $why ->
    [no-network] Nav savienojuma. Lai pieslēgtos, vajadzīgs internets; pēc tam viss darbojas arī bez tā.
   *[unanswered] Uzņēmums pašlaik neatbild. Lūdzu, mēģiniet vēlāk.
 }
sign-in-help = Ir jautājumi? Zvaniet mums:
sign-in-again = Lūdzu, pieslēdzieties vēlreiz. Viss, ko saglabājāt, joprojām ir šajā { $device ->
    [phone] tālrunī
   *[computer] datorā
 }.
sign-in-others = Šajā { $device ->
    [phone] tālrunī
   *[computer] datorā
 } { $count ->
    [zero] gaida { $count } saglabātu rādījumu. Tie tiks nodoti, kad pieslēgsies tas, kurš tos saglabāja.
    [one] gaida { $count } saglabāts rādījums. Tas tiks nodots, kad pieslēgsies tas, kurš to saglabāja.
   *[other] gaida { $count } saglabāti rādījumi. Tie tiks nodoti, kad pieslēgsies tas, kurš tos saglabāja.
 }
sign-in-demo = Pieslēgšanās izmēģināšanai
sign-in-demo-use = Izmantot { $number }

### Windows

window-open = Atvērts līdz { $day }
window-left = { $days ->
    [0] Šodien ir pēdējā diena
    [1] Pēc šodienas vēl viena diena
    [zero] Atlikušas { $days } dienas
    [one] Atlikusi { $days } diena
   *[other] Atlikušas { $days } dienas
 }
window-for = Rādījumi par { $forPeriod }
window-closed = Atvērsies { $day }
window-closed-hint = Rādījumus par { $forPeriod } varēs nodot no { $from } līdz { $until }.
window-done = Viss ir nodots
window-done-hint = Par { $forPeriod } vairs nekas nav jādara. Rādījumu var labot līdz { $day }.
window-read = Visi skaitītāji ir nolasīti
window-read-hint = Saglabātais tiks nodots pats, tiklīdz būs savienojums. Rādījumu var labot līdz { $day }.
window-checking-hint = Birojs pārbauda rādījumu par { $forPeriod }. Vairs nekas nav jādara; labot to var līdz { $day }.
window-over = Pēc šī { $device ->
    [phone] tālruņa
   *[computer] datora
 } pulksteņa rādījumu nodošana beidzās { $day }. Ja datums { $device ->
    [phone] tālrunī
   *[computer] datorā
 } ir nepareizs, tik un tā nododiet rādījumu; birojs to pārbaudīs.

### Home

home-title = Sākums
home-account = Klienta kods { $number }
home-meters = Skaitītāji
home-enter = Ievadīt rādījumus
home-continue = Turpināt
home-look = Skatīt rādījumus
home-progress = Nolasīti { $read } no { $all }
home-history = Visi rādījumi
home-old-meters = Noņemtie skaitītāji
home-loading = Saņemam Jūsu skaitītājus…
home-loading-rows = { $count ->
    [zero] Saņemtas { $count } rindas
    [one] Saņemta { $count } rinda
   *[other] Saņemtas { $count } rindas
 }
home-empty-title = Skaitītāju vēl nav
home-empty = Šim klienta kodam nav ievadīts neviens skaitītājs. Ja Jums tāds ir, lūdzu, piezvaniet mums.
home-offline-title = Šajā { $device ->
    [phone] tālrunī
   *[computer] datorā
 } Jūsu skaitītāju vēl nav
home-offline = Vienu reizi pieslēdzieties internetam. Pēc tam viss darbosies arī bez tā.
home-no-account-title = Jums nav piesaistīts neviens klienta kods
home-no-account = Lūdzu, piezvaniet mums, un mēs to piesaistīsim.
account-choose = Klienta kods

### Where a reading stands

state-none = Vēl nav nolasīts
state-draft = Iesākts, nav saglabāts
state-closed = Pēdējais rādījums: { $period }
state-never = Rādījumu vēl nav
state-retired = Noņemts { $day }
stage-saved = Saglabāts šajā { $device ->
    [phone] tālrunī
   *[computer] datorā
 }
stage-saved-hint = Tiks nodots pats, tiklīdz būs savienojums.
stage-received = Saņemts { $at }
stage-review = Saņemts { $at } – birojs to pārbauda
stage-late = Saņemts { $at } – pēc aprēķina, birojs to nokārtos
stage-refused = Nav pieņemts
stage-billed = Iekļauts aprēķinā
stage-withdrawing = Tiek atsaukts
stage-withdrawn = Atsaukts { $at }
stage-superseded = Labots { $at }
stage-office = Ievadījis birojs

### Sending

sending-idle = Viss saglabātais ir nodots
sending-working = Nodod…
sending-waiting = Nākamais mēģinājums { $at }
sending-offline = Nav savienojuma
sending-signed-out = Lai nodotu, pieslēdzieties
sending-upgrade-required = Vajadzīga jauna lietotnes versija
sending-queued = { $count ->
    [0] Nekas negaida
    [zero] Šajā { $device ->
        [phone] tālrunī
       *[computer] datorā
     } gaida { $count } rādījumu
    [one] Šajā { $device ->
        [phone] tālrunī
       *[computer] datorā
     } gaida { $count } rādījums
   *[other] Šajā { $device ->
        [phone] tālrunī
       *[computer] datorā
     } gaida { $count } rādījumi
 }
sending-messages = { $count ->
    [zero] Vēl nav nodotas { $count } ziņas
    [one] Vēl nav nodota { $count } ziņa
   *[other] Vēl nav nodotas { $count } ziņas
 }
sending-now = Nodot tagad
sending-tried = { $at }: { silence }. Viss paliek šeit un tiks nodots pats.
sending-last = Pēdējā saziņa ar uzņēmumu: { $at }
sending-never = Saziņas ar uzņēmumu vēl nav bijis
sending-own-accord = Saglabātais tiks nodots pats, tiklīdz būs savienojums.

### Entering readings

readings-title = Rādījumi
reading-previous = Iepriekšējais

### History: periods, one period, one meter

history-title = Vēsture
periods-period = Mēnesis
period-meter = Skaitītājs
period-serial = Skaitītāja nr.
meter-verified-until = Verificēts līdz { $day }
meter-verified-expired = Verificēšanas termiņš beidzās { $day }
meter-verified-soon = { $days ->
    [1] Verificēšanas termiņš beidzas rīt
    [zero] Verificēšanas termiņš beidzas pēc { $days } dienām
    [one] Verificēšanas termiņš beidzas pēc { $days } dienas
   *[other] Verificēšanas termiņš beidzas pēc { $days } dienām
 }

### More

more-language = Valoda
account-title = Mans profils

### Notices over every screen

notice-update = Ir gatava jauna lietotnes versija.
notice-update-button = Pārlādēt
notice-reload = Šī lapa ir novecojusi. Lai turpinātu, pārlādējiet to; nekas no ievadītā nezudīs.
notice-storage-title = Šeit neko nevar saglabāt
notice-storage = Šis pārlūks lietotnei nedod vietu. Tā mēdz būt privātajos logos: lūdzu, atveriet lietotni parastā logā.
notice-demo = Izmēģinājuma versija. Tās pulkstenis: { $at }.
notice-offline = { silence }. Varat turpināt – viss tiek saglabāts šeit.
silence = { $why ->
    [no-network] Nav savienojuma
   *[unanswered] Uzņēmums pašlaik neatbild
 }
notice-signed-out = Lai nodotu saglabāto, lūdzu, pieslēdzieties vēlreiz.
notice-signed-out-idle = Lai redzētu jaunāko, lūdzu, pieslēdzieties vēlreiz.
notice-upgrade = Šī lietotnes versija ir pārāk veca, lai nodotu rādījumus. Lūdzu, pārlādējiet to.
not-found-title = Tādas lapas nav
not-found = Adrese var būt veca vai kļūdaina.
not-found-home = Uz sākumu
failed-title = Šī lapa neatvērās
failed = Pārbaudiet savienojumu un mēģiniet vēlreiz. Nekas no ievadītā nav zudis.
failed-again = Mēģināt vēlreiz

### Problems, by their code

problem-period_locked = { $period } jau ir nodots aprēķinam. Vēlāk nodots rādījums tiek saglabāts, un birojs starpību nokārtos.
problem-account_unknown = Šis klienta kods Jums vairs nav piesaistīts.
problem-try_again = Šoreiz neizdevās. Drīz tiks mēģināts vēlreiz.
problem-storage_full = Neizdevās saglabāt: šī { $device ->
    [phone] tālruņa
   *[computer] datora
 } atmiņa to nepieņēma. Atbrīvojiet vietu un vēlreiz nospiediet “Saglabāt”; ievadītais joprojām ir šeit.
problem-storage_unavailable = Šis pārlūks neļauj neko saglabāt. Ievadītais joprojām ir šeit; lūdzu, neaizveriet lapu un piezvaniet mums.
problem-bad_input = Kaut kas nav pareizi. Lūdzu, pārbaudiet ievadīto.
problem-signed_out = Lūdzu, pieslēdzieties vēlreiz.
problem-sign_in_failed = Klienta kods (vai e-pasts) vai parole nav pareiza.
problem-other_user = Šeit tagad ir pieslēdzies kāds cits. Lūdzu, pieslēdzieties vēlreiz.
problem-forbidden = Jums tas nav atļauts.
problem-not_found = Tā šeit vairs nav.
problem-too_large = Tas ir pārāk daudz vienā reizē.
problem-too_many = Pārāk daudz mēģinājumu. { $count ->
    [0] Lūdzu, pagaidiet dažas minūtes.
   *[other] Lūdzu, mēģiniet vēlreiz aptuveni pēc { wait }.
 }
wait = { $unit ->
    [hours] { $count ->
        [one] { $count } stundas
       *[other] { $count } stundām
     }
   *[minutes] { $count ->
        [one] { $count } minūtes
       *[other] { $count } minūtēm
     }
 }
problem-passkey_refused = Ar šo piekļuves atslēgu šeit pieslēgties nevar. Lūdzu, pieslēdzieties ar paroli.
problem-upgrade_required = Šī lietotnes versija ir pārāk veca. Lūdzu, pārlādējiet to.
problem-internal = Uzņēmuma pusē radās kļūme. Lūdzu, mēģiniet vēlāk.
