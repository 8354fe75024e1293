## Слова офиса при проверке показаний, по-русски.

review-title = Показания на проверке
review-counted = { $count ->
    [one] Ждёт { $count } показание
    [few] Ждут { $count } показания
   *[other] Ждут { $count } показаний
 }
review-counted-more = Ждут более { $count } показаний
review-empty = Ничего не ждёт. Новые показания появятся здесь сами, когда по ним понадобится решение.
review-none-found = Под этот выбор не подходит ни одно показание.
review-choose = Выберите показание из списка.
review-more = Показать ещё
review-list = Ожидающие показания, сначала старые
review-back = К списку
review-filter-kind = Причина
review-filter-service = Услуга
review-filter-building = Дом
review-filter-period = Месяц
review-filter-all = Все
review-filter-mine = Только с моим вопросом

review-kind-rollover = Переход через ноль?
review-kind-conflict = Два показания
review-kind-impossible = Невозможный расход
review-kind-unusual = Необычный расход
review-kind-time = Время не точно
review-kind-late = Опоздало
review-kind-replaced = Прибор заменён?
review-kind-withdrawn = Исправляет отозванное
review-kind-verification = Поверка закончилась
review-kind-kiosk = Из киоска
review-kind-other = На проверку

review-asked = Ждёт ответа жителя
review-answered = Житель ответил

### Одно показание

review-of = { $service }, { $period }
review-why = Почему ждёт
review-now = Что правила говорят сегодня
review-values = Значения
review-previous-at = Предыдущее, { $period }
review-installed = При установке
review-new = Передано
review-difference = Расход
review-usual = Обычный месяц
review-next = Следующее, { $period }
review-meter = Прибор учёта
review-place = Место
review-verified = Поверен до
review-verified-unknown = не указано
review-source = Передал
review-source-resident = житель
review-source-kiosk = киоск
review-source-office = офис
review-source-billing = файл расчётов
review-slip = Подтверждение киоска
review-contact = Как связаться
review-contact-none = ничего не оставлено
review-language = Язык
review-captured = Когда снято
review-captured-exact = { $at }
review-captured-between = примерно { $best }; точно между { $earliest } и { $latest }
review-captured-before = примерно { $best }; точно до { $latest }
review-received = Получено
review-window = Дни приёма
review-window-days = { $from } – { $until }
review-claims = Житель сообщает
review-claim-rollover = прибор перешёл через ноль
review-claim-confirmed = необычный расход верен
review-claim-replaced = прибор заменён
review-adjusts-locked = Месяц закрыт для расчётов. Если принять это показание, расчёты получат его как корректировку при следующей передаче.
review-adjusts-billed = В расчётах за этот месяц уже есть показание, и оно остаётся. Если принять это, расчёты получат его как корректировку при следующей передаче.
review-unread = По этому счёту порталом никто не пользуется, поэтому Ваше решение там никто не прочитает. Сообщите сами:
review-unread-no-contact = Как связаться, неизвестно. Остаётся письмо или записка у двери.
review-photo = Фото прибора
review-question = Спрошено { $at }
review-question-open = Ответ жителя ждёт в переписке.
review-beside = Показания того же месяца
review-this = Это
review-history = Прежние и следующие показания
review-history-none = Других показаний этого прибора нет.
review-decided = Прежние решения по этому прибору
review-month = Месяц
review-reading = Показание
review-state = Состояние

review-state-accepted = принято
review-state-billed = учтено в расчёте
review-state-review = ждёт
review-state-late = опоздало
review-state-late-accepted = принято как корректировка
review-state-superseded = заменено
review-state-withdrawn = отозвано
review-state-refused = отклонено

### Решения

review-accept = Принять
review-correct = Исправить
review-refuse = Отклонить
review-ask = Спросить жителя
review-keys = Клавиши
review-keys-title = Клавиши в списке и при решении
review-key-move = J и K или стрелки: следующее и предыдущее показание
review-key-open = Enter: открыть показание
review-key-accept = A: принять
review-key-correct = C: исправить
review-key-refuse = R: отклонить
review-key-ask = Q: спросить жителя
review-key-help = ?: этот список
review-keys-close = Закрыть
review-cancel = Отмена
review-rolled = Прибор перешёл через ноль?
review-rolled-yes = Да: расход считается через ноль
review-rolled-no = Нет: значение упало по другой причине
review-reason = Причина
review-reason-hint = Её прочтёт житель.
review-reason-unread = По этому счёту порталом никто не пользуется: сообщите сами.
review-reason-optional = Примечание жителю, если нужно
review-question-text = Вопрос жителю
review-question-hint = Житель увидит его в телефоне и сможет ответить. Показание продолжает ждать.
review-ask-unread = Вопрос на портале по этому счёту никто не найдёт. Спросите так, как сказано выше; показание тем временем ждёт.
review-value-of = { $register }, { $unit }
review-value = Значение, { $unit }
review-override = Проверено: всё равно верно
review-objections = Правила против
review-stops = Прибор не может такого показать. Проверьте значения.
review-reason-missing = Напишите причину.
review-question-missing = Напишите вопрос.
review-override-missing = Отметьте это, чтобы продолжить, или измените значения.
review-working = Сохраняется…
review-done-accepted = Готово: принято. { $what }
review-done-adjustment = Готово: принято как корректировка для расчётов. { $what }
review-done-corrected = Готово: исправлено. { $what }
review-done-refused = Готово: отклонено. { $what }
review-done-asked = Готово: жителю задан вопрос. { $what }
review-tell = На портале этого никто не прочитает. Сообщите сами: { $reach }.
review-tell-no-contact = На портале этого никто не прочитает, а как связаться, неизвестно.
review-what = { $service }, { $number }, { $period }

### Что замечено, как это читает офис

review-finding-rollover_unlikely = { $cause ->
    [far] Сообщено о переходе через ноль, но предыдущее показание { $previous } далеко от конца шкалы. Расход был бы { $use }.
    [use] Сообщено о переходе через ноль, но расход был бы { $use }: больше возможного.
   *[next] Сообщено о переходе через ноль, но более позднее показание этого не подтверждает. Расход был бы { $use }.
 }
review-finding-rollover = Перешёл через ноль; расход { $use }.
review-finding-concurrent_reading = С другого устройства пришло другое показание за тот же месяц. По времени не понять, какое из них верное.
review-finding-impossible_use = Расход { $use }: больше возможного за эти дни ({ $possible }).
review-finding-unusual_high = Расход { $use }, обычно около { $usual } в месяц.{ $confirmed ->
    [yes] {" "}Житель его подтвердил.
    [no] {" "}Житель его не подтвердил.
   *[unknown] {""}
 }
review-finding-still_zero = Без расхода { $periods ->
    [one] { $periods } месяц
    [few] { $periods } месяца
   *[other] { $periods } месяцев
 } подряд.
review-finding-window_unsure = Неясно, снято ли показание в дни приёма: часы устройства шли неверно, или оно пришло позже.
review-finding-time_uncertain = Часы устройства не совсем точны; скорее всего, снято в дни приёма.
review-finding-period_locked = Пришло после закрытия месяца для расчётов: { $period }.
review-finding-meter_replaced = Житель сообщает, что прибор заменён. В офисе замены ещё нет.
review-finding-corrects_withdrawn = Исправляет показание, которое тем временем отозвано на другом устройстве.
review-finding-superseded_by_later = Его заменило более позднее показание за тот же месяц.
review-finding-verification_expired = Срок поверки прибора закончился { $day }.
review-finding-below_previous = { $since ->
    [start] Ниже, чем при установке: { $previous }.
   *[period] Ниже показания за { $forPeriod }: { $previous }.
 }
review-finding-above_next = Выше показания за { $forPeriod }: { $next }.
review-finding-meter_retired = Прибор снят { $day }: за этот месяц он показаний не принимает.

### Ввод показания

review-enter = Внести показание
review-enter-month = Месяц
review-enter-day = Снято
review-enter-day-wrong = Выберите день, не позже сегодняшнего.
review-enter-save = Сохранить показание
review-enter-rolled = Прибор перешёл через ноль
review-enter-present = За этот месяц уже есть:
review-enter-done = Показание сохранено.
review-enter-done-adjustment = Показание сохранено. Расчёты получат его как корректировку при следующей передаче.
