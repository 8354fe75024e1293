## Слова офиса о ходе месяца, о тех, кто не передал показания, и о сроках поверки, по-русски.

progress-title = Ход месяца
progress-month = Месяц
progress-counting = Считаем в первый раз. Минутку…
progress-as-of = На { $moment }
progress-so-far = Получено показаний
progress-nothing-expected = В этом месяце не было приборов, с которых снимают показания.
progress-state-ahead = Приём открывается { $day }.
progress-state-open = Приём закрывается { $day }.
progress-state-grace = Приём закрылся { $day }; снятое вовремя ещё поступает до { $time } { $until }.
progress-state-closed = Приём закрылся { $day }.
progress-state-locked = Месяц закрыт ({ $moment }).
progress-sentence-read = Получено показаний: { $read } из { $expected }.
progress-sentence-waiting = { $count ->
    [one] { $count } показание ждёт проверки.
    [few] { $count } показания ждут проверки.
   *[many] { $count } показаний ждут проверки.
 }
progress-sentence-export = Закрыть месяц и передать его в расчёты можно с { $time } { $day }.
progress-sentence-export-now = Месяц можно закрыть и передать в расчёты.
progress-read = Передано
progress-missing = Не передано
progress-waiting = Ждут проверки
progress-estimated = Только по среднему
progress-expected = Всего
progress-of = { $read } из { $expected } шкал
progress-meters = { $count ->
    [one] { $count } прибор
    [few] { $count } прибора
   *[many] { $count } приборов
 }
progress-compared = К тому же дню приёма: в прошлом месяце { $month }, год назад { $year }
progress-then = { $period }, к тому же дню
progress-share = Доля
progress-registers = Шкалы
progress-day = День
progress-chart-title = Показания, полученные за { $period }, по дням
progress-chart-sum = Всего к этому дню
progress-chart-came = За день
progress-chart-table = В виде таблицы
progress-sources = Откуда получены
progress-source = Откуда
progress-source-resident = От жителей
progress-source-kiosk = Киоск
progress-source-office = Офис
progress-source-billing = Из расчётов
progress-source-estimate = По среднему, не переданы
progress-work = Что ждёт
progress-work-review = Показания на проверку
progress-work-late = Опоздавшие показания
progress-work-refused = Отклонённые показания
progress-work-conversations = Сообщения, ждущие ответа
progress-work-missing = Лицевые счета, по которым не передано
progress-work-verifications = Поверка заканчивается или закончилась
progress-work-jobs = Работы, которые идут сейчас
progress-reminding = Пишутся напоминания.
progress-buildings = По домам
progress-building = Дом
progress-no-buildings = Показать нечего: домов нет.
progress-to-missing = Кто не передал
progress-more = Показать ещё
progress-back = Ход месяца

progress-missing-title = Кто не передал показания за { $period }
progress-search = Счёт, ФИО, адрес, прибор
progress-print = Список для обхода
progress-remind = Напомнить по почте…
progress-nobody-missing = Здесь переданы все показания.
progress-none-found = Не нашлось никого, кто ещё должен передать.
progress-count = { $count ->
    [one] { $count } лицевой счёт
    [few] { $count } лицевых счёта
   *[many] { $count } лицевых счетов
 }
progress-first = { $count ->
    [one] Первый { $count } лицевой счёт, есть ещё
    [few] Первые { $count } лицевых счёта, есть ещё
   *[many] Первые { $count } лицевых счетов, есть ещё
 }
progress-account = Лицевой счёт
progress-address = Адрес
progress-meter = Прибор учёта
progress-last = Последнее показание
progress-never-read = показаний не было
progress-estimate = по среднему
progress-reach = Как связаться
progress-now-read = Показание сейчас
progress-by-mail = Можно напомнить по почте
progress-reminded = Напомнили { $moment }

progress-remind-title = Напомнить по почте
progress-remind-count = { $count ->
    [0] Никто не получил бы письма: все, с кем можно связаться, передали показания или уже получили напоминание.
    [one] Письмо придёт по { $count } лицевому счёту, где пользуются порталом и ещё не передали показания.
    [few] Письма придут по { $count } лицевым счетам, где пользуются порталом и ещё не передали показания.
   *[many] Письма придут по { $count } лицевым счетам, где пользуются порталом и ещё не передали показания.
 }
progress-remind-building = Письмо получат все в этом доме, кто пользуется порталом и ещё не передал показания: { $building }.
progress-remind-once = По каждому лицевому счёту напоминают не чаще раза в месяц. Кто успеет передать показания, письма не получит.
progress-remind-verifications = { $count ->
    [0] Никто не получил бы письма: все, с кем можно связаться, уже предупреждены.
    [one] Письмо о своих приборах придёт по { $count } лицевому счёту, где пользуются порталом.
    [few] Письма о своих приборах придут по { $count } лицевым счетам, где пользуются порталом.
   *[many] Письма о своих приборах придут по { $count } лицевым счетам, где пользуются порталом.
 }
progress-remind-verifications-many = Письма о своих приборах придут больше чем по { $count } лицевым счетам, где пользуются порталом.
progress-remind-verifications-once = Одно и то же предупреждение дважды не посылают: по одному за 60, 30 и 7 дней и одно после окончания срока.
progress-remind-send = Отправить письма
progress-remind-cancel = Не отправлять
progress-remind-begun = Письма пишутся и понемногу отправляются.

progress-verifications-title = Поверка
progress-verifications-lead = Приборы, у которых срок поверки заканчивается в ближайшие 60 дней или уже закончился; сначала самые срочные.
progress-verifications-none = Таких приборов нет.
progress-step = Срок
progress-step-all = Все
progress-step-ended = Закончился
progress-step-7 = В ближайшие 7 дней
progress-step-30 = Через 8–30 дней
progress-step-60 = Через 31–60 дней
progress-service = Услуга
progress-service-all = Все
progress-csv = Файлом (CSV)
progress-until = Действует до
progress-days-left = { $days ->
    [0] сегодня последний день
    [one] остался { $days } день
    [few] осталось { $days } дня
   *[many] осталось { $days } дней
 }
progress-days-over = { $days ->
    [one] закончилась { $days } день назад
    [few] закончилась { $days } дня назад
   *[many] закончилась { $days } дней назад
 }
progress-meters-count = { $count ->
    [one] { $count } прибор
    [few] { $count } прибора
   *[many] { $count } приборов
 }
progress-meters-first = { $count ->
    [one] Первый { $count } прибор, есть ещё
    [few] Первые { $count } прибора, есть ещё
   *[many] Первые { $count } приборов, есть ещё
 }
