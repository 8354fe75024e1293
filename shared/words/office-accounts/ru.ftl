## Офис: лицевые счета и приборы учёта, по-русски.

### Finding an account

accounts-title = Лицевые счета
accounts-search = Найти лицевой счёт
accounts-search-hint = Номер счёта, фамилия, адрес или заводской номер прибора. Достаточно начала слова. Enter открывает счёт, если он один или набран его номер.
accounts-found-label = Найденные счета
accounts-recent = Открытые недавно
accounts-count = { $count ->
    [one] { $count } счёт
    [few] { $count } счёта
   *[many] { $count } счетов
 }
accounts-first = { $count ->
    [0] Пока ничего, есть где искать ещё.
    [one] Первый { $count } счёт
    [few] Первые { $count } счёта
   *[many] Первые { $count } счетов
 }
accounts-none = По запросу «{ $text }» ничего не найдено. Попробуйте начало слова или меньше слов.
accounts-receipt = Передача { $number } из киоска
accounts-more = Показать ещё
accounts-taken-out = выбыл

### One account

accounts-one = Лицевой счёт
accounts-print = Печать
accounts-cancel = Отмена
accounts-whose = Чей это счёт
accounts-holder = Владелец
accounts-address = Адрес
accounts-email = Эл. почта
accounts-phone = Телефон
accounts-none-known = не указано
accounts-billing-owns = Владелец и адрес приходят из программы расчётов и исправляются там. Её следующий файл может принести и другие почту и телефон.
accounts-contacts-change = Изменить почту или телефон
accounts-contacts-send = Сохранить
accounts-wrong-email = Это не адрес электронной почты.
accounts-wrong-phone = Это не номер телефона.
accounts-users = Кто пользуется им в портале
accounts-no-users = Этот счёт ещё никто не привязал.
accounts-linked = с { $day }
accounts-conversations = Переписка
accounts-no-conversations = Переписки нет.
accounts-log = Что здесь делали
accounts-actor-resident = житель
accounts-actor-other = автоматически или из файла
accounts-done = { $action ->
    [view-account] Счёт открыт
    [view-conversation] Переписка открыта
    [set-contacts] Изменены почта или телефон
    [replace-meter] Прибор заменён
    [retire-meter] Прибор выбыл
    [verify-meter] Внесена поверка
    [correct-meter] Данные прибора исправлены
    [add-meter] Прибор добавлен
    [enter-reading] Показание внесено
    [accept-reading] Показание принято
    [correct-reading] Показание исправлено
    [refuse-reading] Показание отклонено
    [ask-about-reading] У жителя спросили о показании
    [link-account] Счёт привязан к пользователю
    [unlink-account] Счёт отвязан от пользователя
    [kiosk-look-up] Открыт в киоске
    [kiosk-look-up-refused] Попытка открыть в киоске во время блокировки
    [kiosk-proof-wrong] В киоске введён неверный заводской номер
    [kiosk-account-locked] Заблокирован в киоске
    [kiosk-account-locked-everywhere] Заблокирован во всех киосках
    [kiosk-serial-refused] Заводской номер в киоске отклонён: его пробовали для многих счетов
    [kiosk-account-released] Разблокирован в киосках
   *[other] Сделано что-то другое
 }
accounts-older = { $count ->
    [one] Ещё { $count }
    [few] Ещё { $count }
   *[many] Ещё { $count }
 }
accounts-nothing = Пока ничего нет.

### Money

accounts-owed-since = Самая старая часть – за { $period }.
accounts-bills = Квитанции
accounts-ledger = Ведомость
accounts-payments = Платежи
accounts-table = Таблица
accounts-month = Месяц
accounts-day = День
accounts-amount = Сумма
accounts-state = Состояние
accounts-payment-source = Через
accounts-bill-state = { $state ->
    [paid] оплачена
    [none] платить нечего
    [partly] осталось { $left }, до { $day }
    [open] оплатить до { $day }
    [overdue] просрочено { $left } с { $day }
   *[unknown] до { $day }
 }
accounts-ledger-opening = Сальдо нач.
accounts-ledger-charged = Начислено
accounts-ledger-recalculated = Перерасчёт
accounts-ledger-paid = Оплачено
accounts-ledger-closing = Сальдо кон.

### Readings

accounts-readings = Показания
accounts-no-readings = За последние два года показаний по этому счёту нет.
accounts-locked = закрыт для расчётов
accounts-all-months = Показать все месяцы ({ $count })
accounts-by-resident = житель
accounts-by-kiosk = в киоске
accounts-by-office = офис
accounts-by-billing = из расчётов
accounts-exported = передано в расчёты
accounts-rejected = не принято
accounts-reason = Причина: { $reason }

### Meters

accounts-meters = Приборы учёта
accounts-no-meters = У этого счёта нет приборов учёта.
accounts-former-meters = Выбывшие приборы ({ $count })
accounts-not-read = показания ещё нет
accounts-waits = { $count ->
    [one] { $count } показание ждёт проверки
    [few] { $count } показания ждут проверки
   *[many] { $count } показаний ждут проверки
 }
accounts-previous = Предыдущее, { $period }
accounts-initial = При установке
accounts-use = Расход
accounts-do-read = Внести показание
accounts-do-replace = Заменить
accounts-do-verify = Поверка
accounts-do-correct = Исправить
accounts-do-retire = Снять
accounts-add = Добавить прибор

accounts-meter-service = Услуга
accounts-meter-serial = Заводской номер
accounts-meter-place = Где установлен
accounts-meter-verified = Поверен до
accounts-meter-unit = Единица
accounts-meter-ratio = Расход умножается на
accounts-meter-registers = Шкалы
accounts-registers = { $count ->
    [1] одна
    [2] день и ночь
    [3] три тарифа
   *[other] четыре тарифа
 }
accounts-meter-digits = Цифр до запятой
accounts-meter-decimals = Цифр после запятой
accounts-meter-initial = Начальное показание
accounts-meter-fixed = По прибору уже есть показания: шкалы, единица и начальное показание остаются, на них держатся показания. Если это другой прибор, оформите замену.

accounts-replace-title = Замена прибора учёта
accounts-replace-lead = Одна запись на оба прибора: что показывал старый в конце и с чем установлен новый. Расход месяца складывается из обоих.
accounts-replace-day = Дата замены
accounts-replace-new = Новый прибор
accounts-replace-send = Заменить
accounts-replace-done = Прибор заменён. Житель увидит это, когда телефон в следующий раз свяжется с порталом.
accounts-finals = Конечное показание старого прибора
accounts-rollover = С последнего показания он перешёл через ноль
accounts-waiting = Житель { $at } передал это и сообщил о замене прибора. Принять как показание нового прибора:
accounts-retire-title = Снять прибор учёта
accounts-retire-lead = Другой на его место не ставится. Его показания остаются видны.
accounts-retire-day = Дата выбытия
accounts-retire-unread = Конечное показание никто не снял; расход до конца останется неизвестным
accounts-retire-send = Снять
accounts-retire-done = Прибор снят.
accounts-verify-title = Поверка
accounts-verify-day = Дата следующей поверки
accounts-verify-send = Сохранить
accounts-verify-done = Поверка сохранена.
accounts-correct-title = Исправить данные прибора
accounts-correct-send = Сохранить
accounts-correct-done = Данные прибора исправлены.
accounts-add-title = Добавить прибор учёта
accounts-add-day = Дата установки
accounts-add-send = Добавить
accounts-add-done = Прибор добавлен.
accounts-reason-label = Причина
accounts-reason-read = Житель прочитает её рядом с конечным показанием.
accounts-reason-kept = Она хранится вместе с Вашим именем.
accounts-override = Всё верно, внести так
accounts-wrong-day = Выберите день.
accounts-wrong-reason = Напишите причину.
accounts-wrong-empty = Заполните это поле.
accounts-wrong-text = Это не читается как текст.
accounts-wrong-whole = Целое число от { $least } до { $most }.

### What stands against it

problem-serial_taken = У этого счёта уже есть прибор этой услуги с таким номером. Посмотрите и среди выбывших.
problem-meter_has_readings = По прибору тем временем переданы показания: шкалы, единицу, коэффициент, начальное показание и дату установки изменить уже нельзя.
problem-day_in_future = Этот день ещё не наступил.
problem-day_before_installed = Прибор установлен { $day }: выберите этот день или более поздний.
problem-day_before_reading = Показание снято { $day }, значит прибор ещё стоял. Выберите этот день или более поздний либо сначала проверьте то показание.
problem-month_given = { $how ->
    [billed] В расчётах уже есть показание этого прибора за месяц ({ $period }), и оно остаётся. Выберите день следующего месяца.
   *[locked] Месяц ({ $period }) закрыт для расчётов. Руководитель может снять закрытие в разделе «Сроки приёма»; или выберите день открытого месяца.
 }
