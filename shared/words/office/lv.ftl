office-unreachable = Neizdodas sazināties ar portālu. Pārbaudiet interneta savienojumu un mēģiniet vēlreiz.
office-loading = Ielādē…
office-not-found-title = Tādas lapas nav
office-menu = Izvēlne
office-of = { $company }, birojs
problem-changed_meanwhile = Kāds cits to tikmēr ir mainījis. Šeit redzams, kā tas ir tagad.
