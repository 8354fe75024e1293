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
sign-in-at-kiosk = Войдите, и тогда Вы сможете показать свои квитанции на планшете, у которого стоите.
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
home-history = Все показания
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
sending-messages = { $count ->
    [one] Ещё не передано { $count } сообщение
    [few] Ещё не переданы { $count } сообщения
   *[other] Ещё не передано { $count } сообщений
 }
sending-now = Передать сейчас
sending-tried = { $at }: { silence }. Всё остаётся здесь и будет передано само.
sending-last = Последняя связь с компанией: { $at }
sending-never = Связи с компанией ещё не было
sending-own-accord = Сохранённое будет передано само, как только появится связь.

### Entering readings

readings-title = Показания
reading-previous = Предыдущее

### History: periods, one period, one meter

history-title = История
periods-period = Период
period-meter = Прибор
period-serial = № прибора
meter-verified-until = Поверен до { $day }
meter-verified-expired = Срок поверки истёк { $day }
meter-verified-soon = { $days ->
    [1] Срок поверки истекает завтра
    [one] Срок поверки истекает через { $days } день
    [few] Срок поверки истекает через { $days } дня
   *[other] Срок поверки истекает через { $days } дней
 }

### More

more-language = Язык
account-title = Мой профиль

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

problem-period_locked = { $period } уже передан в расчёт. Показание, переданное позже, сохраняется, и офис учтёт разницу.
problem-account_unknown = Этот лицевой счёт больше к Вам не привязан.
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
