## Words of entering, correcting and looking at readings, Latvian. They come with the screens that say them.

### Where a reading stands

estimate = Aprēķināts vidēji
estimate-void = { estimate }, aizstāts ar īsto rādījumu
refused-reading = Nav pieņemts: { $service }, { $period }
refused-withdrawal = Nav atsaukts: { $service }, { $period }
refused-unknown = Nav pieņemts
refused-again = Apskatīt

### Entering readings

readings-for = Rādījumi par { $forPeriod }
readings-last = Pēdējie rādījumi
reading-of = { $meter }, jaunais rādījums, { $unit }
reading-hint = Ievadiet ciparus tā, kā tie ir skaitītājā. Pirms sarkanajiem – komats vai punkts.
reading-hint-whole = Ievadiet ciparus tā, kā tie ir skaitītājā.
reading-previous-of = Iepriekšējais, { $period }
reading-initial = Uzstādot
reading-use = Patēriņš
reading-use-months = Patēriņš { $months ->
    [one] { $months } mēnesī
   *[other] { $months } mēnešos
 }
source-kiosk = Nodots birojā, planšetē.
reading-reason = Birojs: “{ $reason }”
reading-adjusted = Pieņemts. Starpību nokārtos ar kādu no nākamajiem rēķiniem.
reading-use-none = –
reading-use-below = mazāk nekā iepriekš
reading-usual = Parasti ap { $use } { $unit } mēnesī
reading-save = Saglabāt
reading-saving = Saglabā…
reading-correct = Labot
reading-correcting = Rādījuma labošana
reading-withdraw = Atsaukt
reading-withdraw-title = Vai atsaukt šo rādījumu?
reading-withdraw-text = { $service }, { $period }. Uzņēmums to vairs neņems vērā. Jaunu varēs ievadīt līdz { $day }.
reading-withdraw-yes = Atsaukt
reading-withdraw-no = Paturēt
reading-keep = Atstāt, kā ir
confirm-title = Vai tiešām tik daudz?
confirm-text = { $register }: { $use } { $unit }. Parasti ir ap { $usual } { $unit } mēnesī. { $does ->
    [on] Lūdzu, salīdziniet ar to, ko pierakstījāt vai nofotografējāt.
   *[save] Lūdzu, vēlreiz apskatiet skaitītāju.
 }
confirm-yes = { $does ->
    [on] Jā, tā rāda skaitītājs
   *[save] Jā, tā rāda skaitītājs – saglabāt
 }
confirm-no = Labot rādījumu
problem-choose = Kas ir noticis?
problem-dismiss = Izlasīts
explanation-rollover = { $does ->
    [on] Skaitītājs sāka no nulles
   *[save] Skaitītājs sāka no nulles – saglabāt
 }
explanation-registers_swapped = Sajaucu { $register } un { $with } – apmainīt vietām
explanation-decimal_slip = Komats nebija vietā – mainīt uz { $value }
explanation-consumption_not_reading = Ievadīju patēriņu – mainīt uz { $value }
explanation-meter_replaced = { $does ->
    [on] Skaitītājs ir nomainīts
   *[save] Skaitītājs ir nomainīts – saglabāt
 }

### History: periods, one period, one meter

period-waiting = Gaida biroja lēmumu
period-decided = Ko izlēma birojs

### Problems, by their code

problem-value_empty = Ievadiet to, ko rāda skaitītājs.
problem-value_not_a_number = Lūdzu, tikai ciparus un vienu komatu.
problem-too_many_digits = { $digits ->
    [zero] Šim skaitītājam pirms komata ir { $digits } ciparu.
    [one] Šim skaitītājam pirms komata ir { $digits } cipars.
   *[other] Šim skaitītājam pirms komata ir { $digits } cipari.
 } Komats jāliek tur, kur sākas sarkanie cipari.
problem-too_many_decimals = { $decimals ->
    [0] Šim skaitītājam aiz komata ciparu nav.
    [zero] Šim skaitītājam aiz komata ir { $decimals } ciparu.
    [one] Šim skaitītājam aiz komata ir { $decimals } cipars.
   *[other] Šim skaitītājam aiz komata ir { $decimals } cipari.
 }
problem-register_missing = Vēl trūkst “{ $register }”.
problem-register_unknown = Šim skaitītājam nav “{ $register }”.
problem-below_previous = { $since ->
    [start] Mazāk nekā uzstādot: { $previous }.
   *[period] Mazāk nekā par { $forPeriod }: { $previous }.
 }
problem-above_next = Vairāk nekā vēlākais rādījums par { $forPeriod }: { $next }.
problem-rollover = Skaitītājs sāka no nulles: patēriņš { $use }.
problem-rollover_unlikely = { $cause ->
    [far] Pēdējais rādījums bija { $previous } – līdz skaitītāja lielākajam rādījumam vēl tālu.
    [use] Ja skaitītājs sācis no nulles, patēriņš būtu { $use } – vairāk, nekā šajā laikā iespējams.
   *[next] Vēlākais rādījums neliecina, ka skaitītājs sācis no nulles.
 } Birojs to pārbaudīs.
problem-meter_replaced = Jūs norādījāt, ka skaitītājs ir nomainīts. Birojs ievadīs jauno.
problem-meter_retired = Šis skaitītājs noņemts { $day }, un rādījumi tam vairs nav jānodod.
problem-unusual_high = { $use } ir daudz vairāk nekā parasti – ap { $usual } mēnesī.
problem-impossible_use = { $use } ir vairāk, nekā šajā laikā iespējams – { $possible }. Birojs to pārbaudīs.
problem-still_zero = { $periods ->
    [zero] Patēriņa nav bijis { $periods } mēnešus.
    [one] Patēriņa nav bijis { $periods } mēnesi.
   *[other] Patēriņa nav bijis { $periods } mēnešus.
 } Ja šeit kāds dzīvo, skaitītājs, iespējams, ir apstājies.
problem-outside_window = Šajā dienā rādījumus nepieņem. Nākamā reize: no { $from } līdz { $until }.
problem-window_unsure = Nav droši zināms, vai rādījums nolasīts laikā. Birojs to pārbaudīs.
problem-verification_expired = Šī skaitītāja verificēšanas termiņš beidzās { $day }.
problem-time_uncertain = Pulkstenis šeit nav precīzs. Rādījums tomēr tiek ņemts vērā.
problem-corrects_withdrawn = Rādījums, ko šis labo, pa to laiku ir atsaukts. Birojs izlems.
problem-concurrent_reading = Par to pašu mēnesi no citas ierīces saņemts cits rādījums. Birojs izlems, kurš ir spēkā.
problem-superseded_by_later = To ir aizstājis vēlāks rādījums.
problem-malformed = Kaut ko tajā nevarēja nolasīt. Lūdzu, piezvaniet mums.
problem-hash_mismatch = Tas pienāca bojāts. Lūdzu, ievadiet rādījumu vēlreiz.
problem-id_reused = To nevarēja atšķirt no cita rādījuma. Lūdzu, ievadiet to vēlreiz.
problem-stream_reused = To nevarēja sakārtot starp citiem Jūsu rādījumiem. Lūdzu, ievadiet to vēlreiz.
problem-kind_unknown = Uzņēmuma pusē to vēl nepazīst. Lūdzu, piezvaniet mums.
problem-meter_unknown = Šis skaitītājs nepieder Jūsu klienta kodam.
problem-meter_unclear = Šāds numurs ir vairākiem skaitītājiem, un nav skaidrs, kurš ir domāts.
problem-reading_unknown = Rādījums, ko tas maina, nav saņemts.
problem-reading_not_current = Rādījums pa to laiku ir mainīts. Apskatiet to vēlreiz.
problem-reading_billed = Rādījums jau ir nodots aprēķinam, un to mainīt nevar. Lūdzu, piezvaniet mums.
