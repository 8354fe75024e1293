## Words of entering, correcting and looking at readings, Russian. They come with the screens that say them.

### Where a reading stands

estimate = Рассчитано по среднему
estimate-void = { estimate }, заменено настоящим показанием
refused-reading = Не принято: { $service }, { $period }
refused-withdrawal = Не отозвано: { $service }, { $period }
refused-unknown = Не принято
refused-again = Посмотреть

### Entering readings

readings-for = Показания за { $forPeriod }
readings-last = Последние показания
reading-of = { $meter }, текущее показание, { $unit }
reading-hint = Введите цифры как на приборе. Перед красными – запятая или точка.
reading-hint-whole = Введите цифры как на приборе.
reading-previous-of = Предыдущее, { $period }
reading-initial = При установке
reading-use = Расход
reading-use-months = Расход за { $months } мес.
source-kiosk = Передано в офисе, на планшете.
reading-reason = Офис: «{ $reason }»
reading-adjusted = Принято. Разницу учтут в одной из следующих квитанций.
reading-use-none = –
reading-use-below = меньше предыдущего
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
confirm-text = { $register }: { $use } { $unit }. Обычно около { $usual } { $unit } в месяц. { $does ->
    [on] Пожалуйста, сравните с тем, что Вы записали или сфотографировали.
   *[save] Пожалуйста, посмотрите на прибор ещё раз.
 }
confirm-yes = { $does ->
    [on] Да, так на приборе
   *[save] Да, так на приборе – сохранить
 }
confirm-no = Изменить показание
problem-choose = Что произошло?
problem-dismiss = Прочитано
explanation-rollover = { $does ->
    [on] Счётчик прошёл через ноль
   *[save] Счётчик прошёл через ноль – сохранить
 }
explanation-registers_swapped = { $register } и { $with } перепутаны – поменять местами
explanation-decimal_slip = Запятая не на месте – исправить на { $value }
explanation-consumption_not_reading = Это был расход – исправить на { $value }
explanation-meter_replaced = { $does ->
    [on] Прибор заменили
   *[save] Прибор заменили – сохранить
 }

### History: periods, one period, one meter

period-waiting = Ждёт решения офиса
period-decided = Что решил офис

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
problem-meter_unknown = Этот прибор не относится к Вашему лицевому счёту.
problem-meter_unclear = Такой номер у нескольких приборов, и неясно, какой из них имеется в виду.
problem-reading_unknown = Показание, которое Вы меняете, не было получено.
problem-reading_not_current = Показание тем временем изменилось. Посмотрите на него ещё раз.
problem-reading_billed = Показание уже передано в расчёт, изменить его нельзя. Позвоните нам.
