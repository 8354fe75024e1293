### What the screens of bills, the ledger, the debt and paying say.

bills-title = Квитанции
bill-title = Квитанция
ledger-title = Ведомость
debt-title = Задолженность
pay-title = Оплата
