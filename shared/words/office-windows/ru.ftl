## Слова офиса о сроках приёма, исключениях и закрытии, по-русски.

windows-title = Сроки приёма
windows-intro = Когда жители могут передать показания, по месяцам.
windows-back = Все месяцы
windows-for = Показать
windows-everybody = Вся компания
windows-rule = Обычно: с { $from }-го по { $until ->
    [31] последнее число
   *[other] { $until }-е число
 } месяца.
windows-rule-over = Обычно: с { $from }-го по { $until }-е число следующего месяца.
windows-rule-grace = { $hours ->
    [one] Ещё { $hours } час принимается то, что пришло позже.
    [few] Ещё { $hours } часа принимается то, что пришло позже.
   *[other] Ещё { $hours } часов принимается то, что пришло позже.
 }
windows-rule-shift = Если последний день выпадает на выходной или праздник, он переносится на следующий рабочий.
windows-holidays = Праздники: { $days }
windows-no-holidays = Праздники не внесены.
windows-month = Месяц
windows-days = Приём
windows-lockable = Можно закрыть с
windows-read = Снято
windows-read-of = { $read } из { $expected }
windows-now = этот месяц
windows-open-now = Открыт
windows-locked = Закрыт
windows-changed = Исключение
windows-others = { $count ->
    [one] { $count } исключение в другом месте
    [few] { $count } исключения в других местах
   *[other] { $count } исключений в других местах
 }
windows-opens = Открывается
windows-closes = Закрывается
windows-grace = Пришедшее позже учтём до
windows-locked-at = Закрыт
windows-locked-why = Причина
windows-locked-exported = Передан в расчёты
windows-given = Передано в расчёты
windows-batch = { $readings ->
    [one] { $readings } показание
    [few] { $readings } показания
   *[other] { $readings } показаний
 }
windows-waiting = Ждут офиса
windows-late = Опоздали
windows-exceptions = Другие дни в этом месяце
windows-none = Нет: действуют обычные дни.
windows-made = { $name }, { $day }
windows-made-unknown = { $day }
windows-except = Назначить другие дни…
windows-change = Изменить…
windows-end = Вернуть обычные дни…
windows-lock = Закрыть месяц…
windows-unlock = Снять закрытие…
windows-form-title = Дни приёма: { $period }
windows-form-building = Дом
windows-form-building-hint = Пусто: все дома
windows-form-building-wrong = Такого дома нет. Выберите из списка.
windows-form-service = Услуга
windows-form-service-all = Все услуги
windows-form-usual = Обычно: с { $from } по { $until }.
windows-form-opens = Открывается
windows-form-closes = Закрывается
windows-form-days-wrong = Открывается в этом месяце, а закрывается в тот же день или позже, но не позже { $day }.
windows-form-reason = Причина, как её прочтут жители
windows-form-reason-hint = Например: Из-за праздников приём продлён
windows-form-reason-wrong = Напишите причину.
windows-form-left = Свои дни остаются: { $places }.
windows-form-late = Показания, не принятые из-за прежних дней, будут проверены снова.
windows-form-exists = Для них уже назначены другие дни. Измените их.
windows-save = Сохранить
windows-cancel = Отмена
windows-end-title = Вернуть обычные дни?
windows-end-text = { $place }: снова с { $from } по { $until }. Принятое остаётся.
windows-why = Причина
windows-lock-title = Закрыть: { $period }?
windows-lock-text = Всё, чего в расчётах ещё нет, будет передано. Показания, пришедшие после этого, хранятся отдельно как опоздавшие.
windows-lock-waiting = { $count ->
    [one] { $count } показание ждёт офиса и передано не будет.
    [few] { $count } показания ждут офиса и переданы не будут.
   *[other] { $count } показаний ждут офиса и переданы не будут.
 }
windows-lock-early = Показания ещё могут прийти; окончание: { $until }. Всё равно закрыть
windows-lock-early-wrong = Отметьте, чтобы закрыть раньше срока.
windows-lock-confirm = Закрыть
windows-unlock-title = Снять закрытие: { $period }?
windows-unlock-text = Опоздавшие показания проверяются снова и учитываются, если ничто не против. Переданное в расчёты остаётся переданным.
windows-unlock-confirm = Снять закрытие
windows-done-again = { $accepted ->
    [0] Сохранено. Показаний, ждавших этих дней, не было.
    [one] Сохранено. Теперь учтено { $accepted } показание, бывшее вне прежних дней.
    [few] Сохранено. Теперь учтены { $accepted } показания, бывшие вне прежних дней.
   *[other] Сохранено. Теперь учтено { $accepted } показаний, бывших вне прежних дней.
 }
windows-done-review = { $review ->
    [one] Ещё { $review } ждёт офиса.
    [few] Ещё { $review } ждут офиса.
   *[other] Ещё { $review } ждут офиса.
 }
windows-done-ended = Снова действуют обычные дни.
windows-done-locked = { $readings ->
    [0] Закрыт. В расчётах уже было всё.
    [one] Закрыт. Передано { $readings } показание.
    [few] Закрыт. Передано { $readings } показания.
   *[other] Закрыт. Передано { $readings } показаний.
 }
windows-done-unlocked = Закрытие снято. Теперь учтено: { $accepted }, ждут офиса: { $review }.
windows-preview = Что видят жители
windows-preview-day = В день
windows-preview-building = В доме
windows-preview-service = По услуге
windows-locked-first = Месяц закрыт. Сначала снимите закрытие.
problem-window_day_begun = Пропал бы день { $day }: тогда жители уже могли передавать. Начавшиеся дни остаются.
problem-window_open = Показания ещё могут прийти; окончание: { $until }.
problem-period_billed = { $readings ->
    [one] В расчёте уже есть { $readings } показание этого месяца ({ $period }), поэтому он остаётся закрытым.
    [few] В расчёте уже есть { $readings } показания этого месяца ({ $period }), поэтому он остаётся закрытым.
   *[other] В расчёте уже есть { $readings } показаний этого месяца ({ $period }), поэтому он остаётся закрытым.
 }
