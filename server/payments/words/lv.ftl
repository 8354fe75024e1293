## Par ko ir maksājums, maksājumu pakalpojuma lapā.

payment-account = Klienta kods { $number }
payment-bill = Rēķins { $bill }, klienta kods { $number }
