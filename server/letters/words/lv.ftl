## Vēstule, ar kuru lietotājs izveido paroli, uz papīra.

letter-title = Jūsu piekļuve portālam { $site }
letter-intro = Jūs lūdzāt piekļuvi mūsu klientu portālam. Tajā Jūs nododat skaitītāju rādījumus un apskatāt agrākos – no tālruņa vai datora.
letter-name = Vārds
letter-account = Klienta kods
letter-email = E-pasts
letter-more-accounts = { $count ->
    [zero] un vēl { $count } klienta kodu
    [one] un vēl { $count } klienta kods
   *[other] un vēl { $count } klienta kodi
 }
letter-steps = Kas jādara
letter-step-open = Pavērsiet tālruņa kameru pret kvadrātveida kodu un pieskarieties adresei, kas parādās. Vai arī ierakstiet pārlūkprogrammā adresi, kas norādīta zemāk rāmītī.
letter-step-password = Izdomājiet paroli ar vismaz { $characters } rakstzīmēm – tādu, kuru neizmantojat nekur citur. To zināsiet tikai Jūs, pat mēs ne.
letter-step-sign-in = Turpmāk pieslēdzieties portālā { $site } ar savu klienta kodu un šo paroli.
letter-step-sign-in-email = Turpmāk pieslēdzieties portālā { $site } ar savu klienta kodu vai e-pasta adresi un šo paroli.
letter-qr = QR kods ar adresi, kurā izveidot paroli
letter-valid = Pēdējā derīguma diena: { $day }
letter-address = Adrese: vienā rindā, bez atstarpēm, ar mazajiem burtiem
letter-care-title = Lūdzu, sargājiet šo vēstuli
letter-care = Ikviens, kura rokās tā nonāk, var iekļūt Jūsu kontā. Tā derīga tikai vienu reizi; pēc tam saplēsiet to. Ja esat saņēmis vairākas šādas vēstules, derīga ir tikai jaunākā.
letter-not-you = Jūs to nelūdzāt vai tā nedarbojas? Lūdzu, piezvaniet mums: { $phone }.
