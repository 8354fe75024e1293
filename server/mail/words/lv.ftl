## Words of the letters, Latvian. The keys and their variables are the same in every language; a test holds them together.
## An empty line begins a paragraph. `-subject` is the headline as well.

### In every letter

greeting = Labdien, { $name }!
greeting-nobody = Labdien!
link-lasts = Saite ir derīga vienu reizi, { $hours ->
    [zero] { $hours } stundas
    [one] { $hours } stundu
   *[other] { $hours } stundas
 }.
link-sign-in = Vispirms, kā parasti, būs jāpieslēdzas.
link-plain = Poga nedarbojas? Iekopējiet šo adresi pārlūkā:
help = Ir jautājumi? Zvaniet mums:
automatic = Šī vēstule ir sagatavota automātiski.
fact-account = Klienta kods
fact-address = Adrese
fact-when = Laiks
fact-until = Pieņemam līdz
fact-meter = Skaitītājs
fact-verified-until = Verificēšana derīga līdz

### Registered: a link to set a password

registration-subject = Konta aktivizācija
registration-text = Jūs reģistrējāties { $company } portālā. Atlicis viens solis: izvēlieties paroli.
registration-button = Izvēlēties paroli
registration-expired = Ja tā vairs nedarbojas, lūdzu, reģistrējieties vēlreiz.
registration-not-you = Tas nebijāt Jūs? Tad nedariet neko. Bez šīs saites neviens netiks iekšā.

### Registered, and a user already

known-subject = Šī adrese jau ir reģistrēta
known-text = Kāds, visticamāk, Jūs, reģistrējās { $company } portālā ar šo e-pasta adresi. Tā jau ir reģistrēta, tāpēc vienkārši pieslēdzieties ar to un savu paroli.

 Aizmirsāt paroli? Šeit varat izvēlēties jaunu.
known-add = Vai vēlaties redzēt vēl citas telpas? Vispirms pieslēdzieties, tad atveriet “Vairāk”, “Mans profils” un pievienojiet tās.
known-button = Izvēlēties jaunu paroli
known-expired = Ja tā vairs nedarbojas, lūdziet jaunu saiti pieslēgšanās lapā.
known-not-you = Tas nebijāt Jūs? Tad nedariet neko. Jūsu parole nemainās.

### Forgotten the password

password-reset-subject = Jauna parole
password-reset-text = Jūs lūdzāt jaunu paroli { $company } portālam. Izvēlieties to šeit. Līdz tam derīga ir vecā.
password-reset-button = Izvēlēties jaunu paroli
password-reset-expired = Ja tā vairs nedarbojas, lūdziet jaunu saiti pieslēgšanās lapā.
password-reset-not-you = Tas nebijāt Jūs? Tad nedariet neko. Jūsu parole nemainās.

### The office has opened the portal for somebody

activation-subject = Konta aktivizācija
activation-text = Ar šo vēstuli Jūs varat sākt lietot { $company } portālu: nodot skaitītāju rādījumus un redzēt jau nodotos. Izvēlieties paroli šeit. Pēc tam varēsiet pieslēgties ar klienta kodu vai šo e-pasta adresi.
activation-button = Izvēlēties paroli
activation-expired = Ja tā vairs nedarbojas, lūdziet jaunu saiti pieslēgšanās lapā.
activation-not-you = Neko nezināt par šādu portālu? Lūdzu, piezvaniet mums.

### Another person was linked to the same account

account-linked-subject = Jūsu telpas ir pievienojusi vēl viena persona
account-linked-text = Cita persona { $company } portālā ir pievienojusi šīs telpas un zināja klienta kodu un vārdu rēķinā. Tagad arī šī persona var redzēt skaitītāju rādījumus un nodot tos.
account-linked-not-you = Varbūt tas ir kāds no Jūsu ģimenes. Ja nezināt, kas tas ir, lūdzu, piezvaniet mums.

### The e-mail address

email-change-subject = Apstipriniet savu e-pasta adresi
email-change-text = Jūs vēlaties { $company } portālā izmantot šo e-pasta adresi. Apstipriniet to šeit. Līdz tam paliek vecā.
email-change-button = Apstiprināt adresi
email-change-expired = Ja tā vairs nedarbojas, ievadiet adresi portālā vēlreiz.
email-change-not-you = Tas nebijāt Jūs? Tad nedariet neko. Bez apstiprinājuma šī adrese netiks izmantota.
email-changed-subject = Jūsu e-pasta adrese ir mainīta
email-changed-text = { $company } portālā šīs adreses vietā tagad ir cita e-pasta adrese. Turpmāk vēstules pienāks tur, un ar šo adresi pieslēgties vairs nevar.
email-changed-not-you = Tas nebijāt Jūs? Lūdzu, nekavējoties piezvaniet mums.

### Phone, password, passkey

phone-changed-subject = Jūsu tālruņa numurs ir mainīts
phone-changed-text = { $company } portālā ir mainīts Jūsu tālruņa numurs.
phone-changed-not-you = Tas nebijāt Jūs? Nekavējoties izvēlieties portālā jaunu paroli un piezvaniet mums.
password-changed-subject = Jūsu parole ir mainīta
password-changed-text = { $company } portālā Jums ir iestatīta jauna parole. Turpmāk pieslēdzieties ar to.
password-changed-not-you = Tas nebijāt Jūs? Nekavējoties lūdziet jaunu paroli pieslēgšanās lapā un piezvaniet mums.
passkey-added-subject = Jauns veids, kā pieslēgties
passkey-added-text = { $company } portālā Jums ir pievienota piekļuves atslēga. Ar to var pieslēgties bez paroles: ar pirksta nospiedumu, seju vai ierīces kodu.
passkey-added-not-you = Tas nebijāt Jūs? Nekavējoties noņemiet šo atslēgu portālā, izvēlieties jaunu paroli un piezvaniet mums.

### The office has written

office-wrote-subject = Jums ir ziņa no biroja
office-wrote-text = { $company } portālā Jūs gaida ziņa no biroja. Tur to var izlasīt un uz to atbildēt.
office-wrote-button = Lasīt ziņu
office-wrote-not-you = Jūs portālu nelietojat? Lūdzu, piezvaniet mums.

### Birojs

staff-invitation-subject = Piekļuve birojam
staff-invitation-text = Jums ir piešķirta piekļuve { $company } birojam, kur strādā ar rādījumiem un klientu kontiem. Izvēlieties paroli šeit. Pēc tam iestatīsiet tālruni, kas rāda pieslēgšanās kodus: turiet to pa rokai.
staff-invitation-button = Izvēlēties paroli
staff-invitation-expired = Ja tā vairs nedarbojas, lūdziet jaunu saiti administratoram.
staff-invitation-not-you = Neko par to nezināt? Tad nedariet neko un pastāstiet mums.
staff-password-reset-subject = Jauna parole birojam
staff-password-reset-text = Jūs lūdzāt jaunu paroli { $company } birojam. Izvēlieties to šeit. Līdz tam derīga ir vecā. Lai pieslēgtos, kā iepriekš vajadzīgs arī kods no tālruņa.
staff-password-reset-button = Izvēlēties jaunu paroli
staff-password-reset-expired = Ja tā vairs nedarbojas, lūdziet jaunu saiti biroja pieslēgšanās lapā.
staff-password-reset-not-you = Tas nebijāt Jūs? Tad nedariet neko un pastāstiet administratoram. Jūsu parole nemainās.
staff-password-changed-subject = Jūsu biroja parole ir mainīta
staff-password-changed-text = { $company } birojā Jums ir iestatīta jauna parole. Visur, kur bijāt pieslēdzies, darbs ir beigts.
staff-password-changed-not-you = Tas nebijāt Jūs? Nekavējoties pastāstiet administratoram.
staff-second-factor-changed-subject = Pieslēgšanās kodus tagad rāda cita lietotne
staff-second-factor-changed-text = { $company } birojā Jūsu kodiem ir iestatīta cita lietotne. Vecās lietotnes kodi vairs neder.
staff-second-factor-changed-not-you = Tas nebijāt Jūs? Nekavējoties pastāstiet administratoram.

### Birojs ir kaut ko izlabojis

email-set-subject = Ievadīta Jūsu e-pasta adrese
email-set-text = Mūsu birojs { $company } portālā Jums ir ievadījis šo e-pasta adresi. Turpmāk vēstules sūtīsim uz to, un ar to varat pieslēgties.
email-set-not-you = To nelūdzāt vai par šo portālu neko nezināt? Lūdzu, piezvaniet mums.
users-merged-subject = Jūsu abas reģistrācijas ir apvienotas
users-merged-text = { $company } portālā Jums bija divas reģistrācijas. Mūsu birojs tās ir apvienojis vienā, kurā ir visas Jūsu telpas. Pieslēdzieties ar klienta kodu vai ar tās reģistrācijas e-pasta adresi, kura paliek, un tās paroli. Ierīcēs, kurās bija pieslēgta otra reģistrācija, būs jāpieslēdzas no jauna.
users-merged-not-you = To nelūdzāt? Lūdzu, piezvaniet mums.

### Atgādinājumi

reading-reminder-subject = Lūdzu, nododiet skaitītāju rādījumus
reading-reminder-text = Par šo mēnesi mums vēl nav visu Jūsu skaitītāju rādījumu. { $company } tos pieņem līdz zemāk norādītajai dienai.
reading-reminder-button = Nodot rādījumus
reading-reminder-not-you = Ja pa šo laiku rādījumus jau nodevāt, nekas vairs nav jādara.
verification-reminder-subject = Skaitītājam beidzas verificēšanas termiņš
verification-reminder-text = Zemāk norādītajiem skaitītājiem verificēšanas derīguma termiņš drīz beigsies vai jau ir beidzies. Pēc tam { $company } var nebūt iespējams aprēķināt maksu pēc skaitītāja. Lūdzu, laikus piesakiet verificēšanu vai skaitītāja nomaiņu.
verification-reminder-button = Skatīt manus skaitītājus
verification-reminder-not-you = Ja tas jau ir izdarīts, atsūtiet mums dokumentu vai piezvaniet.
