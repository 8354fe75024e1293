### What the screens of bills, the ledger, the debt and paying say.

bills-title = Bills
bill-title = Bill
ledger-title = Ledger
debt-title = What is owed
pay-title = Pay
