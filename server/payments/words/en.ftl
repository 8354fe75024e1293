## What a payment is for, on the provider's page.

payment-account = Account { $number }
payment-bill = Bill { $bill }, account { $number }
