## За что платёж, на странице платёжной системы.

payment-account = Лицевой счёт { $number }
payment-bill = Квитанция { $bill }, лицевой счёт { $number }
