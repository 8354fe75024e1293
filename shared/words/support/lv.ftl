## Words of the messages between residents and the office, Latvian. They come with the screens that say them.

support-title = Ziņas
conversation-title = Sarakste ar biroju
new-conversation-title = Rakstīt birojam
support-new = Rakstīt birojam
support-empty-title = Ziņu vēl nav
support-empty = Ir jautājums par rādījumu, skaitītāju vai rēķinu? Rakstiet mums šeit. Šeit atradīsiet arī atbildi.
support-offline = Šobrīd nav savienojuma. Rakstīt var tik un tā: ziņa tiks saglabāta šajā { $device ->
    [phone] tālrunī
   *[computer] datorā
 } un nodota pati.
support-unread = Jauna atbilde
support-state-open = Birojs vēl nav atbildējis
support-state-answered = Atbildēts
support-state-closed = Slēgta
support-topic = Par ko ir jautājums?
support-topic-readings = Rādījumi
support-topic-meter = Skaitītājs
support-topic-bill = Rēķins
support-topic-payment = Maksājums
support-topic-account = Mans profils
support-topic-other = Cits jautājums
support-text = Jūsu ziņa
support-answer = Jūsu atbilde
support-left = { $count ->
    [zero] Vēl var rakstīt { $count } zīmes
    [one] Vēl var rakstīt { $count } zīmi
   *[other] Vēl var rakstīt { $count } zīmes
 }
support-too-long = { $count ->
    [zero] Par { $count } zīmēm par garu
    [one] Par { $count } zīmi par garu
   *[other] Par { $count } zīmēm par garu
 }
support-nothing = Uzrakstiet kaut ko vai pievienojiet fotoattēlu.
support-no-topic = Izvēlieties, par ko ir jautājums.
support-send = Sūtīt
support-photo-add = Pievienot fotoattēlu
support-photo-number = { $number }. fotoattēls
support-photo-remove = Noņemt { $number }. fotoattēlu
support-photo-open = Atvērt { $number }. fotoattēlu
support-photo-unreadable = Šo failu kā fotoattēlu šeit nevar nolasīt. Izvēlieties citu.
support-photo-waiting = Fotoattēls vēl nav nodots
support-photo-refused = Fotoattēls nav pieņemts
support-photo-close = Aizvērt
support-photo-away = Fotoattēlu varēs redzēt, tiklīdz būs savienojums.
support-you = Jūs
support-office = Birojs
support-question = Birojs jautā par šo rādījumu
support-question-about = { $service }, { $period }
support-question-look = Skatīt skaitītāju
support-closed = Šī sarakste ir slēgta. Ja uzrakstīsiet, tā atkal būs atvērta.
support-unknown-title = Šīs sarakstes šeit nav
support-unknown = Varbūt tā ir par citām telpām, vai arī kopš tās sākuma nav bijis savienojuma.
support-home = { $count ->
    [zero] Birojs Jums ir uzrakstījis: { $count } sarakstes
    [one] Birojs Jums ir uzrakstījis
   *[other] Birojs Jums ir uzrakstījis: { $count } sarakstes
 }
support-home-question = Birojam ir jautājums par rādījumu
problem-conversation_unknown = Šādas sarakstes vairs nav. Lūdzu, sāciet jaunu.
problem-photo_refused = Fotoattēlu nevarēja nolasīt. Lūdzu, nofotografējiet vēlreiz.
