## Words of "More" and of signing out, Latvian. They come with the screens that say them.

### More

more-title = Vairāk
more-account = Klienta kods
more-holder = Klients
more-address = Adrese
more-number = Klienta kods
more-sending = Nodošana
more-storage = Glabāšana
more-storage-kept = Saglabātie rādījumi ir drošībā šajā { $device ->
    [phone] tālrunī
   *[computer] datorā
 }.
more-storage-evictable = Ja pietrūks vietas, pārlūks var izdzēst vēl nenodotos rādījumus. Atļaujiet tos paturēt.
more-storage-unknown = Vēl nav zināms, vai pārlūks paturēs saglabātos rādījumus.
more-storage-keep = Glabāt droši
more-storage-refused = Pārlūks to neatļāva. Parasti tas atļauj, kad lietotne ir sākuma ekrānā. Līdz tam saglabāto nododiet drīz.
more-install = Sākuma ekrānā
more-install-text = Pievienojiet lietotni sākuma ekrānam: tā atvērsies uzreiz, arī bez tīkla.
more-install-button = Pievienot
more-install-ios = Pieskarieties kopīgošanas pogai apakšā, tad “Pievienot sākuma ekrānam”.
more-contact = Jautājumi
more-messages = Ziņas birojam
more-mail = Rakstīt uz { $address }
more-version = Versija { $version }
more-sign-out = Beigt darbu
sign-out-title = Vai beigt darbu?
sign-out-plain = Jūsu skaitītāji no šī { $device ->
    [phone] tālruņa
   *[computer] datora
 } tiks noņemti. Kad pieslēgsieties, tie atkal būs šeit.
sign-out-unsent-title = Ne viss vēl ir nodots
sign-out-unsent = { $count ->
    [zero] Šajā { $device ->
        [phone] tālrunī
       *[computer] datorā
     } gaida { $count } rādījumu.
    [one] Šajā { $device ->
        [phone] tālrunī
       *[computer] datorā
     } gaida { $count } rādījums.
   *[other] Šajā { $device ->
        [phone] tālrunī
       *[computer] datorā
     } gaida { $count } rādījumi.
 } Ko vēlaties darīt?
sign-out-send-first = Nodot un tad beigt
sign-out-keep = Beigt, bet paturēt tos šeit
sign-out-keep-hint = Tie tiks nodoti, kad šeit atkal pieslēgsieties.
sign-out-export = Saglabāt failā
sign-out-export-hint = Tabula, ko varat izlasīt un ko mūsu birojs var pieņemt tādu, kāda tā ir.
sign-out-exported = Saglabāts failā “{ $file }”.
sign-out-left = Rādījumi, kurus failā ierakstīt nevar un kuri paliek šeit: { $count }.
sign-out-withdrawals = Atsaukumus failā paņemt līdzi nevar.
sign-out-messages = { $count ->
    [zero] Vēl nav nodotas { $count } ziņas birojam.
    [one] Vēl nav nodota { $count } ziņa birojam.
   *[other] Vēl nav nodotas { $count } ziņas birojam.
 }
sign-out-messages-stay = Šeit gaida arī ziņas; failā tās paņemt līdzi nevar.
file-captured = Nolasīts
sign-out-stay = Palikt
sign-out-not-sent = Pašlaik nodot neizdevās. Mēģiniet vēlāk vai izvēlieties citu veidu.
