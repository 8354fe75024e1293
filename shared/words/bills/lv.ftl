### What the screens of bills, the ledger, the debt and paying say.

bills-title = Rēķini
bill-title = Rēķins
ledger-title = Klienta pārskats
debt-title = Parāds
pay-title = Maksāt
