## Words of Meterbook, Russian. The keys and their variables are the same in every language; a test holds them together.

### Places in the app

nav-readings = Показания
nav-bills = Квитанции
nav-ledger = Ведомость
nav-more = Ещё
nav-label = Главное меню
skip-to-content = К содержанию
emergency = Аварийная служба

### Services, units, registers

service-cold-water = Холодная вода (ХВС)
service-hot-water = Горячая вода (ГВС)
service-gas = Газ
service-liquefied-gas = Сжиженный газ
service-electricity = Электроэнергия
service-heating = Отопление
unit-m3 = м³
unit-kWh = кВт·ч
unit-MWh = МВт·ч
unit-Gcal = Гкал
unit-kg = кг
register-B = Показание
register-T1 = Т1 · день
register-T2 = Т2 · ночь
register-T3 = Т3
register-T4 = Т4
meter-serial = № { $serial }

### Languages, each in its own words

language-en = English
language-lv = Latviešu
language-ru = Русский

### Days and months inside sentences

day-on = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
 }
day-from = { day-on }
day-until = { day-on }
month = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
 }
period = { month } { $year } г.
period-for = { month } { $year } года
date = { $date }
moment-day = { day-on }, { $time }
moment-year = { day-on } { $year } г., { $time }
moment-full = { moment-year }

### Signing in

sign-in-title = Вход
sign-in-lead = Передавайте показания даже там, где нет связи.
sign-in-name = Номер лицевого счёта или эл. почта
sign-in-name-hint = Номер лицевого счёта указан в каждой квитанции, например { $example }.
sign-in-password = Пароль
sign-in-show-password = Показать пароль
sign-in-hide-password = Скрыть пароль
sign-in-button = Войти
sign-in-working = Выполняется вход…
sign-in-passkey = Войти с ключом доступа
sign-in-forgot = Забыли пароль?
sign-in-new = Вы здесь впервые?
sign-in-register = Зарегистрироваться
sign-in-name-empty = Введите номер лицевого счёта или адрес эл. почты.
sign-in-password-empty = Введите пароль.
sign-in-offline = { $why ->
    [no-network] Нет связи. Для входа нужен интернет, потом всё работает и без него.
   *[unanswered] Компания сейчас не отвечает. Попробуйте позже.
 }
sign-in-help = Есть вопросы? Позвоните нам:
sign-in-again = Пожалуйста, войдите ещё раз. Всё, что Вы сохранили, по-прежнему на этом { $device ->
    [phone] телефоне
   *[computer] компьютере
 }.
sign-in-others = На этом { $device ->
    [phone] телефоне
   *[computer] компьютере
 } { $count ->
    [one] ждёт { $count } сохранённое показание. Оно будет передано, когда войдёт тот, кто его сохранил.
    [few] ждут { $count } сохранённых показания. Они будут переданы, когда войдёт тот, кто их сохранил.
   *[other] ждут { $count } сохранённых показаний. Они будут переданы, когда войдёт тот, кто их сохранил.
 }
sign-in-demo = Для пробного входа
sign-in-demo-use = Подставить { $number }

### Windows

window-open = Приём до { $day }
window-left = { $days ->
    [0] Сегодня последний день
    [1] После сегодняшнего ещё один день
    [one] Остался { $days } день
    [few] Осталось { $days } дня
   *[other] Осталось { $days } дней
 }
window-for = Показания за { $forPeriod }
window-closed = Приём с { $day }
window-closed-hint = Показания за { $forPeriod } принимаются с { $from } по { $until }.
window-done = Всё передано
window-done-hint = За { $forPeriod } больше ничего делать не нужно. Исправить показания можно до { $day }.
window-read = Показания всех приборов сняты
window-read-hint = Сохранённое будет передано само, как только появится связь. Исправить показания можно до { $day }.
window-checking-hint = Офис проверяет показание за { $forPeriod }. Больше ничего делать не нужно; исправить его можно до { $day }.
window-over = По часам этого { $device ->
    [phone] телефона
   *[computer] компьютера
 } приём закончился { $day }. Если дата на { $device ->
    [phone] телефоне
   *[computer] компьютере
 } неверна, всё равно передайте показания; офис их проверит.

### Home

home-title = Главная
home-account = Лицевой счёт { $number }
home-meters = Приборы учёта
home-enter = Ввести показания
home-continue = Продолжить
home-look = Посмотреть показания
home-progress = Снято { $read } из { $all }
home-old-meters = Выбывшие приборы
home-loading = Получаем Ваши приборы учёта…
home-loading-rows = { $count ->
    [one] Получена { $count } строка
    [few] Получены { $count } строки
   *[other] Получено { $count } строк
 }
home-empty-title = Приборов учёта пока нет
home-empty = К этому лицевому счёту не привязан ни один прибор учёта. Если он у Вас есть, позвоните нам.
home-offline-title = На этом { $device ->
    [phone] телефоне
   *[computer] компьютере
 } Ваших приборов пока нет
home-offline = Подключитесь к интернету один раз. После этого всё работает и без него.
home-no-account-title = К Вам не привязан ни один лицевой счёт
home-no-account = Позвоните нам, и мы его привяжем.
account-choose = Лицевой счёт

### Where a reading stands

state-none = Ещё не снято
state-draft = Начато, не сохранено
state-closed = Последнее показание: { $period }
state-never = Показаний пока нет
state-retired = Выбыл { $day }
stage-saved = Сохранено на этом { $device ->
    [phone] телефоне
   *[computer] компьютере
 }
stage-saved-hint = Будет передано само, как только появится связь.
stage-received = Получено { $at }
stage-review = Получено { $at } – проверяется в офисе
stage-late = Получено { $at } – после расчёта, офис учтёт разницу
stage-refused = Не принято
stage-billed = Учтено в расчёте
stage-withdrawing = Отзывается
stage-withdrawn = Отозвано { $at }
stage-superseded = Исправлено { $at }
stage-office = Внесено офисом
estimate = Рассчитано по среднему
estimate-void = { estimate }, заменено настоящим показанием

refused-reading = Не принято: { $service }, { $period }
refused-withdrawal = Не отозвано: { $service }, { $period }
refused-unknown = Не принято
refused-again = Посмотреть

### Sending

sending-idle = Всё сохранённое передано
sending-working = Передаётся…
sending-waiting = Следующая попытка в { $at }
sending-offline = Нет связи
sending-signed-out = Войдите, чтобы передать
sending-upgrade-required = Нужна новая версия приложения
sending-queued = { $count ->
    [0] Ничего не ждёт отправки
    [one] На этом { $device ->
        [phone] телефоне
       *[computer] компьютере
     } ждёт { $count } показание
    [few] На этом { $device ->
        [phone] телефоне
       *[computer] компьютере
     } ждут { $count } показания
   *[other] На этом { $device ->
        [phone] телефоне
       *[computer] компьютере
     } ждут { $count } показаний
 }
sending-now = Передать сейчас
sending-tried = { $at }: { silence }. Всё остаётся здесь и будет передано само.
sending-last = Последняя связь с компанией: { $at }
sending-never = Связи с компанией ещё не было
sending-own-accord = Сохранённое будет передано само, как только появится связь.

### Entering readings

readings-title = Показания
readings-for = Показания за { $forPeriod }
readings-last = Последние показания
reading-of = { $meter }, текущее показание, { $unit }
reading-hint = Введите цифры как на приборе. Перед красными – запятая или точка.
reading-hint-whole = Введите цифры как на приборе.
reading-previous = Предыдущее
reading-previous-of = Предыдущее, { $period }
reading-initial = При установке
reading-use = Расход
reading-use-months = Расход за { $months } мес.
reading-reason = Офис: «{ $reason }»
reading-use-none = –
reading-use-below = меньше предыдущего
use-with-old = вместе со старым прибором
reading-usual = Обычно около { $use } { $unit } в месяц
reading-save = Сохранить
reading-saving = Сохраняется…
reading-correct = Исправить
reading-correcting = Исправление показания
reading-withdraw = Отозвать
reading-withdraw-title = Отозвать это показание?
reading-withdraw-text = { $service }, { $period }. Компания больше не будет его учитывать. Новое можно ввести до { $day }.
reading-withdraw-yes = Отозвать
reading-withdraw-no = Оставить
reading-keep = Оставить как есть
confirm-title = Такой большой расход?
confirm-text = { $register }: { $use } { $unit }. Обычно около { $usual } { $unit } в месяц. Пожалуйста, посмотрите на прибор ещё раз.
confirm-yes = Да, так на приборе – сохранить
confirm-no = Изменить показание
problem-choose = Что произошло?
problem-dismiss = Прочитано

explanation-rollover = Счётчик прошёл через ноль – сохранить
explanation-registers_swapped = { $register } и { $with } перепутаны – поменять местами
explanation-decimal_slip = Запятая не на месте – исправить на { $value }
explanation-consumption_not_reading = Это был расход – исправить на { $value }
explanation-meter_replaced = Прибор заменили – сохранить

### History: periods, one period, one meter

history-title = История
history-periods = По месяцам
history-meters = По приборам
history-empty-title = Показаний пока нет
history-empty = Здесь по месяцам будут Ваши показания.
periods-period = Период
periods-changed = Дата изменения
periods-billed = Учтено в расчёте
periods-billed-all = Да
periods-billed-some = Частично
periods-billed-none = Ещё нет
periods-add = Добавить показания
periods-edit = Редактировать
periods-withdraw-title = Отозвать все показания за { $forPeriod }?
periods-withdraw-text = Компания больше не будет их учитывать. Новые можно ввести до { $day }.
period-table = Показания за { $forPeriod }
period-meter = Прибор
period-serial = № прибора
period-retired = Дата выбытия
period-unit = Ед. изм.
period-previous = Предыдущее
period-current = Текущее
period-difference = Разница
period-print = Печать
period-empty = В этом месяце показания не снимались.
period-unknown = За этот месяц ничего нет.
period-future = Этот месяц ещё не начался.
period-waiting = Ждёт решения офиса
meter-chart = Расход за двенадцать месяцев
meter-chart-last-year = Тот же месяц годом раньше
meter-chart-this-year = Последние двенадцать месяцев
meter-chart-estimate = Среднее за несколько месяцев
meter-chart-empty = График появится после двух показаний.
meter-chart-table = Показать таблицей
meter-chart-month = Месяц
meter-history = Все показания
meter-former = Показать исправленные и отозванные
meter-before = Было
meter-verified = Дата следующей поверки
meter-verified-none = неизвестна
meter-verified-until = Поверен до { $day }
meter-verified-expired = Срок поверки истёк { $day }
meter-verified-soon = { $days ->
    [1] Срок поверки истекает завтра
    [one] Срок поверки истекает через { $days } день
    [few] Срок поверки истекает через { $days } дня
   *[other] Срок поверки истекает через { $days } дней
 }
meter-installed = Установлен
meter-retired = Дата выбытия
meter-replaced = Заменён на
meter-replaces = Вместо прибора
meter-unknown-title = Этого прибора здесь нет
meter-unknown = Возможно, он относится к другому лицевому счёту.

### More

more-title = Ещё
more-language = Язык
more-account = Лицевой счёт
account-title = Мой профиль
more-holder = ФИО
more-address = Адрес
more-number = Номер лицевого счёта
more-sending = Передача
more-storage = Хранение
more-storage-kept = Сохранённые показания надёжно хранятся на этом { $device ->
    [phone] телефоне
   *[computer] компьютере
 }.
more-storage-evictable = Если места не хватит, браузер может удалить ещё не переданные показания. Разрешите их хранить.
more-storage-unknown = Пока неизвестно, будет ли браузер хранить сохранённые показания.
more-storage-keep = Хранить надёжно
more-storage-refused = Браузер не разрешил. Обычно он разрешает, когда приложение на главном экране. До тех пор передавайте сохранённое поскорее.
more-install = На главном экране
more-install-text = Добавьте приложение на главный экран: оно открывается сразу и без связи.
more-install-button = Добавить
more-install-ios = Нажмите внизу кнопку «Поделиться», затем «На экран „Домой“».
more-contact = Вопросы
more-mail = Написать на { $address }
more-version = Версия { $version }
more-sign-out = Выйти
sign-out-title = Выйти?
sign-out-plain = Ваши приборы будут убраны с этого { $device ->
    [phone] телефона
   *[computer] компьютера
 }. Когда Вы войдёте, они снова будут здесь.
sign-out-unsent-title = Передано ещё не всё
sign-out-unsent = { $count ->
    [one] На этом { $device ->
        [phone] телефоне
       *[computer] компьютере
     } ждёт { $count } показание.
    [few] На этом { $device ->
        [phone] телефоне
       *[computer] компьютере
     } ждут { $count } показания.
   *[other] На этом { $device ->
        [phone] телефоне
       *[computer] компьютере
     } ждут { $count } показаний.
 } Что Вы хотите сделать?
sign-out-send-first = Передать и выйти
sign-out-keep = Выйти и оставить здесь
sign-out-keep-hint = Они будут переданы, когда Вы снова войдёте здесь.
sign-out-export = Сохранить в файл
sign-out-export-hint = Таблица, которую Вы можете прочитать, а наш офис – принять как есть.
sign-out-exported = Сохранено в файл «{ $file }».
sign-out-left = Показаний, которые нельзя записать в файл и которые остаются здесь: { $count }.
sign-out-withdrawals = Отзывы нельзя взять с собой в файле.
file-captured = Снято
sign-out-stay = Не выходить
sign-out-not-sent = Сейчас передать не удалось. Попробуйте позже или выберите другой способ.

### Notices over every screen

notice-update = Готова новая версия приложения.
notice-update-button = Обновить
notice-reload = Эта страница устарела. Чтобы продолжить, обновите её; введённое не пропадёт.
notice-storage-title = Здесь нельзя ничего сохранить
notice-storage = Этот браузер не даёт приложению места. Так бывает в приватных окнах: откройте приложение в обычном окне.
notice-demo = Пробная версия. Её часы показывают { $at }.
notice-offline = { silence }. Можно продолжать – всё сохраняется здесь.
silence = { $why ->
    [no-network] Нет связи
   *[unanswered] Компания сейчас не отвечает
 }
notice-signed-out = Чтобы передать сохранённое, войдите ещё раз.
notice-signed-out-idle = Чтобы увидеть новое, войдите ещё раз.
notice-upgrade = Эта версия приложения слишком старая для передачи. Обновите её.
not-found-title = Такой страницы нет
not-found = Адрес мог устареть или содержать ошибку.
not-found-home = На главную
failed-title = Страница не открылась
failed = Проверьте связь и попробуйте ещё раз. Введённое не пропало.
failed-again = Попробовать ещё раз

### Problems, by their code

problem-value_empty = Введите то, что показывает прибор.
problem-value_not_a_number = Пожалуйста, только цифры и одна запятая.
problem-too_many_digits = { $digits ->
    [one] До запятой у этого прибора { $digits } цифра.
    [few] До запятой у этого прибора { $digits } цифры.
   *[other] До запятой у этого прибора { $digits } цифр.
 } Запятая ставится там, где начинаются красные цифры.
problem-too_many_decimals = { $decimals ->
    [0] После запятой у этого прибора цифр нет.
    [one] После запятой у этого прибора { $decimals } цифра.
    [few] После запятой у этого прибора { $decimals } цифры.
   *[other] После запятой у этого прибора { $decimals } цифр.
 }
problem-register_missing = Не хватает: «{ $register }».
problem-register_unknown = У этого прибора нет «{ $register }».
problem-below_previous = { $since ->
    [start] Меньше, чем при установке: { $previous }.
   *[period] Меньше, чем за { $forPeriod }: { $previous }.
 }
problem-above_next = Больше, чем более позднее показание за { $forPeriod }: { $next }.
problem-rollover = Счётчик прошёл через ноль: расход { $use }.
problem-rollover_unlikely = { $cause ->
    [far] Предыдущее показание было { $previous } – до наибольшего показания счётчика ещё далеко.
    [use] Если счётчик прошёл через ноль, расход составил бы { $use } – больше, чем возможно за это время.
   *[next] По более позднему показанию не видно, что счётчик прошёл через ноль.
 } Офис это проверит.
problem-meter_replaced = Вы сообщили, что прибор заменён. Офис внесёт новый.
problem-meter_retired = Прибор выбыл { $day }, показания по нему больше не принимаются.
problem-unusual_high = { $use } – намного больше обычного: около { $usual } в месяц.
problem-impossible_use = { $use } – больше, чем возможно за это время: { $possible }. Офис это проверит.
problem-still_zero = { $periods ->
    [one] Расхода нет уже { $periods } месяц.
    [few] Расхода нет уже { $periods } месяца.
   *[other] Расхода нет уже { $periods } месяцев.
 } Если здесь кто-то живёт, прибор мог остановиться.
problem-outside_window = В этот день показания не принимаются. Следующий приём – с { $from } по { $until }.
problem-window_unsure = Точно не известно, снято ли показание вовремя. Офис это проверит.
problem-period_locked = { $period } уже передан в расчёт. Показание, переданное позже, сохраняется, и офис учтёт разницу.
problem-verification_expired = Срок поверки этого прибора истёк { $day }.
problem-time_uncertain = Часы здесь неточные. Показание всё равно учитывается.
problem-corrects_withdrawn = Показание, которое здесь исправлено, тем временем отозвано. Решит офис.
problem-concurrent_reading = За тот же месяц с другого устройства пришло другое показание. Какое из них верное, решит офис.
problem-superseded_by_later = Его заменило более позднее показание.
problem-malformed = Часть данных не удалось прочитать. Позвоните нам.
problem-hash_mismatch = Показание пришло повреждённым. Введите его ещё раз.
problem-id_reused = Показание не удалось отличить от другого. Введите его ещё раз.
problem-stream_reused = Показание не удалось поставить в ряд с остальными. Введите его ещё раз.
problem-kind_unknown = На стороне компании этого пока не знают. Позвоните нам.
problem-account_unknown = Этот лицевой счёт больше к Вам не привязан.
problem-meter_unknown = Этот прибор не относится к Вашему лицевому счёту.
problem-reading_unknown = Показание, которое Вы меняете, не было получено.
problem-reading_not_current = Показание тем временем изменилось. Посмотрите на него ещё раз.
problem-reading_billed = Показание уже передано в расчёт, изменить его нельзя. Позвоните нам.
problem-try_again = На этот раз не получилось. Скоро попытка повторится сама.
problem-storage_full = Сохранить не удалось: память этого { $device ->
    [phone] телефона
   *[computer] компьютера
 } не приняла запись. Освободите место и ещё раз нажмите «Сохранить»; введённое осталось здесь.
problem-storage_unavailable = Этот браузер не даёт ничего сохранить. Введённое осталось здесь; не закрывайте страницу и позвоните нам.
problem-bad_input = Что-то указано неверно. Проверьте введённое.
problem-signed_out = Пожалуйста, войдите ещё раз.
problem-sign_in_failed = Неверный номер лицевого счёта (или эл. почта) либо пароль.
problem-other_user = Здесь теперь вошёл другой человек. Войдите ещё раз.
problem-forbidden = Вам это не разрешено.
problem-not_found = Этого здесь больше нет.
problem-too_large = Это слишком много за один раз.
problem-too_many = Слишком много попыток. { $count ->
    [0] Подождите несколько минут.
   *[other] Попробуйте примерно через { wait }.
 }
wait = { $unit ->
    [hours] { $count ->
        [one] { $count } час
        [few] { $count } часа
       *[other] { $count } часов
     }
   *[minutes] { $count ->
        [one] { $count } минуту
        [few] { $count } минуты
       *[other] { $count } минут
     }
 }
problem-passkey_refused = С этим ключом доступа войти сюда нельзя. Войдите с паролем.
problem-upgrade_required = Эта версия приложения слишком старая. Обновите её.
problem-internal = На стороне компании произошла ошибка. Попробуйте позже.
