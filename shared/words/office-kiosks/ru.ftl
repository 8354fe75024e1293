kiosks-title = Киоски
kiosks-lead = Планшеты в холле или у стойки, на которых жители передают показания без своего телефона.
kiosks-add = Добавить киоск
kiosks-none-title = Киосков пока нет
kiosks-none = Добавьте киоск и введите его код на планшете.
kiosks-name = Название
kiosks-name-hint = Где он стоит, например «Холл, ул. Мира, 1»
kiosks-name-empty = Пожалуйста, введите название.
kiosks-state = Состояние
kiosks-state-waiting = ждёт кода
kiosks-state-lapsed = нужен новый код
kiosks-state-enrolled = работает
kiosks-state-revoked = отключён
kiosks-code-until = код до { $time }
kiosks-seen = Последняя связь
kiosks-seen-never = ещё не было
kiosks-version = версия { $version }
kiosks-actions = Что сделать
kiosks-rename = Переименовать
kiosks-renew = Новый код
kiosks-revoke = Отключить
kiosks-of = { $name }: { $what }
kiosks-cancel = Оставить как есть
kiosks-add-cancel = Отмена
kiosks-add-do = Добавить и показать код
kiosks-rename-title = Переименовать: { $name }
kiosks-rename-do = Переименовать
kiosks-renamed = Теперь он называется { $name }.
kiosks-renew-title = { $name }: новый код?
kiosks-renew-text = Для планшета, который сброшен или заменён. Нынешний работает, пока новый код где-нибудь не введут.
kiosks-renew-text-first = Ни один планшет ещё не стал этим киоском. Код, созданный раньше, с новым перестанет действовать.
kiosks-renew-do = Показать новый код
kiosks-revoke-title = { $name }: отключить?
kiosks-revoke-text = С этого момента из него ничего не вносится само: то, что ещё осталось в планшете, придёт сюда и будет ждать решения. Вернуть это нельзя: чтобы снова пользоваться планшетом, добавьте его как новый киоск.
kiosks-revoked = { $name } отключён.
kiosks-code-title = { $name }: код
kiosks-code-lead = Откройте на планшете этот адрес и введите код.
kiosks-code-once = Он действует один раз, до { $time }, и виден только сейчас.
kiosks-code-over = Срок этого кода истёк. Закройте окно и создайте новый.
kiosks-code-used = Киоск теперь работает.
kiosks-code-close = Закрыть
kiosks-revoked-ones = Отключённые раньше
kiosks-reused = { $at } его данными доступа, похоже, воспользовался кто-то другой: возможно, они скопированы. Введите на планшете новый код.
kiosks-takes-in-until = оставшееся в нём принимается до { $day }
kiosks-closed = из него больше ничего не принимается
kiosks-close = Больше не принимать
kiosks-close-title = { $name }: больше ничего не принимать?
kiosks-close-text = То, что ещё осталось в его планшете, после этого уже никогда не будет принято: жителям пришлось бы передать это заново. Сделайте так, если этому нельзя верить, например, после кражи. Вернуть это нельзя.
kiosks-close-do = Больше не принимать
kiosks-closed-now = { $name }: больше ничего не принимается.

### Печать

kiosks-prints = печать разрешена
kiosks-print-on = Разрешить печать
kiosks-print-on-title = { $name }: разрешить печать?
kiosks-print-on-text = Только если подключён принтер и браузер планшета печатает без вопросов (запущен с --kiosk-printing). Иначе остаётся открытым окно печати, которое киоск не может закрыть, и следующий видит подтверждение или квитанцию предыдущего.
kiosks-print-on-do = Он печатает без вопросов
kiosks-print-off = Запретить печать
kiosks-print-off-title = { $name }: запретить печать?
kiosks-print-off-text = Кнопок печати больше не будет. Подтверждения и квитанции видны на экране; кому нужно на бумаге, спросит у сотрудника.
kiosks-print-off-do = Запретить печать
kiosks-print-set = { $name }: изменено. Планшет узнает об этом при следующей связи, в течение пяти минут.

### Что ждёт

kiosks-holds = Ждало в планшете при последней связи
kiosks-holds-nothing = ничего
kiosks-holds-unknown = пока неизвестно
kiosks-holds-some = { $count ->
    [one] { $count } передача
    [few] { $count } передачи
   *[many] { $count } передач
 }
kiosks-holds-since = самая ранняя: { $at }
kiosks-holds-refused = { $count ->
    [one] { $count } из них не открывается
    [few] { $count } из них не открываются
   *[many] { $count } из них не открываются
 }
kiosks-wrong-proofs = { $more ->
    [yes] за 24 часа { $count } неверных заводских номеров или больше
   *[no] { $count ->
        [one] за 24 часа { $count } неверный заводской номер
        [few] за 24 часа { $count } неверных заводских номера
       *[many] за 24 часа { $count } неверных заводских номеров
     }
 }
kiosks-came-since = { $count ->
    [one] после отключения пришла { $count } передача
    [few] после отключения пришли { $count } передачи
   *[many] после отключения пришло { $count } передач
 }
kiosks-came-held = { $count ->
    [one] { $count } из них ждёт решения
    [few] { $count } из них ждут решения
   *[many] { $count } из них ждут решения
 }
kiosks-work-look = Посмотреть оставленное
kiosks-work-none = Ничего не ждёт решения офиса.
kiosks-work-office = { $more ->
    [yes] Ждут разбора { $count } передач или больше: не все показания удалось внести.
   *[no] { $count ->
        [one] Ждёт разбора { $count } передача: не все показания удалось внести.
        [few] Ждут разбора { $count } передачи: не все показания удалось внести.
       *[many] Ждут разбора { $count } передач: не все показания удалось внести.
     }
 }
kiosks-work-held = { $more ->
    [yes] С отключённого планшета пришло { $count } передач или больше.
   *[no] { $count ->
        [one] С отключённого планшета пришла { $count } передача.
        [few] С отключённого планшета пришли { $count } передачи.
       *[many] С отключённого планшета пришло { $count } передач.
     }
 }
kiosks-more = Показать ещё

### Передачи

kiosks-slips-title = Оставлено в киосках
kiosks-slips-lead = То, что житель передаёт за один раз, здесь называется передачей. Здесь ждёт то, что не удалось внести сразу.
kiosks-slips-which = Показать
kiosks-slips-of-office = то, что ждёт разбора
kiosks-slips-of-held = с отключённых планшетов
kiosks-slips-of-all = все передачи, сначала новые
kiosks-slips-number = Номер на подтверждении
kiosks-slips-number-hint = Он стоит на подтверждении жителя: восемь знаков, например 1A2B-3C4D.
kiosks-slips-several = { $count ->
    [one] С этим номером { $count } передача. Какая из них нужна, видно по имени и времени.
    [few] С этим номером { $count } передачи. Какая из них нужна, видно по имени и времени.
   *[many] С этим номером { $count } передач. Какая из них нужна, видно по имени и времени.
 }
kiosks-slips-none-office = Ничего не ждёт: всё, что оставлено в киосках, внесено или разобрано.
kiosks-slips-none-else = Больше ничего не ждёт.
kiosks-slips-show-held = Показать
kiosks-slips-none-held = С отключённых планшетов ничего не пришло.
kiosks-slips-none-all = В киосках пока ничего не оставили.
kiosks-slips-none-number = С номером { $number } ничего не пришло. Возможно, оно ещё ждёт в планшете.
kiosks-slips-back = Все передачи
kiosks-slip-number = Передача { $number }
kiosks-slip-no-account = { $typed }: такого счёта нет
kiosks-slip-nobodys = Такого счёта нет
kiosks-slip-left = { $count ->
    [one] { $count } показание
    [few] { $count } показания
   *[many] { $count } показаний
 }{ $left ->
    [0] {""}
    [one] , { $left } не внесено
    [few] , { $left } не внесены
   *[many] , { $left } не внесено
 }
kiosks-slip-holds = { $count ->
    [one] { $count } показание
    [few] { $count } показания
   *[many] { $count } показаний
 }
kiosks-slip-is-entered = внесено
kiosks-slip-is-review = внесено, ждёт проверки
kiosks-slip-is-office = ждёт разбора
kiosks-slip-is-held = с отключённого планшета
kiosks-slip-is-settled = разобрано
kiosks-slip-held-why = Когда это пришло, планшет уже не был этим киоском: киоск отключили либо планшет заменили или настроили как другой киоск. Поэтому ничего не внесено. Это мог придумать и тот, у кого оказался планшет.
kiosks-slip-shut-out = Сейчас киоски не открывают этот счёт: заблокирован он сам или заводской номер одного из его приборов.
kiosks-slip-account = Лицевой счёт
kiosks-slip-typed-account = Введённый лицевой счёт
kiosks-slip-serial = Введённый заводской номер
kiosks-slip-no-serial = не набран
kiosks-slip-unnumbered = без номера
kiosks-slip-contact = Как связаться
kiosks-slip-no-contact = ничего не оставлено
kiosks-slip-contact-gone = здесь не хранится: больше ничего не ждёт
kiosks-slip-known = Контакты лицевого счёта
kiosks-slip-emptied = Введённое больше не хранится: оно удаляется через 90 дней после того, как из переданного больше ничего не ждёт.
kiosks-slip-language = Язык
kiosks-slip-saved = Передано
kiosks-slip-received = Пришло
kiosks-slip-brought = Прислал планшет
kiosks-slip-readings = Показания: { $period }
kiosks-slip-reading = Показание
kiosks-slip-outcome-accepted = внесено
kiosks-slip-outcome-review = внесено, ждёт проверки
kiosks-slip-outcome-reviewed = внесено, проверено
kiosks-slip-outcome-office = не внесено
kiosks-slip-outcome-by-office = внёс офис
kiosks-slip-by-office = Внесено: { $name }, { $at }
kiosks-slip-enter = Внести вручную
kiosks-slip-which-meter = Какой это прибор?
kiosks-slip-find = Когда станет ясно, чей это лицевой счёт, показание можно внести на его странице; потом отметьте здесь, что сделано.
kiosks-slip-leave = Оставить
kiosks-slip-settled-by = Разобрано: { $name }, { $at }
kiosks-settle = Разобрать
kiosks-settle-note = Что сделано
kiosks-settle-hint = Например, «позвонили, сняли заново» или «такого счёта нет». Это остаётся в офисе.
kiosks-settle-missing = Пожалуйста, напишите, что сделано.
kiosks-settle-do = Разобрано
kiosks-settled = Отмечено как разобранное.
kiosks-take-in = Принять
kiosks-take-in-lead = Если вы уверены, что жители оставили это до пропажи планшета, показания можно внести так, как если бы они пришли вовремя.
kiosks-held-who = Решает руководитель: внести так, как если бы оно пришло вовремя, или разобрать, не внося.
kiosks-take-in-do = Внести
kiosks-take-in-title = Внести то, что пришло с отключённого планшета?
kiosks-take-in-text = Показания проверяются как всегда. То, что не подойдёт, будет ждать разбора.
kiosks-taken-in-entered = Все показания внесены.
kiosks-taken-in-office = Удалось внести не всё: посмотрите, что осталось.
kiosks-problem-account_unknown = Лицевого счёта с таким номером нет.
kiosks-problem-account_mismatch = Такого заводского номера нет ни у одного прибора этого счёта, поэтому ничего не внесено. Прежде чем вносить, спросите жителя.
kiosks-problem-kiosk_locked = Лицевой счёт в тот момент был заблокирован в киосках, поэтому ничего не внесено. Прежде чем вносить, спросите жителя.
kiosks-problem-serial_useless = { $why ->
    [none] Заводской номер не набран
    [nothing] Набранное – не заводской номер
    [short] Набранный заводской номер ничего не подтверждает, потому что слишком короткий
    [one-sign] Набранный заводской номер ничего не подтверждает, потому что в нём повторяется один и тот же знак
    [no-digit] Набранный заводской номер ничего не подтверждает, потому что в нём нет цифр
   *[unknown] Набранный заводской номер ничего не подтверждает
 }, поэтому ничего не внесено. Прежде чем вносить, спросите жителя.
kiosks-problem-serial_spread = Этот заводской номер в тот день пробовали для нескольких лицевых счетов, поэтому ничего не внесено. Прежде чем вносить, спросите жителя.
kiosks-problem-meter_unknown = { $why ->
    [none] Житель указал, что на этом приборе нет номера.
   *[unknown] У этого счёта нет прибора с таким заводским номером.
 }
kiosks-problem-meter_unclear = Такой заводской номер у нескольких приборов этого счёта.
kiosks-problem-id_reused = Его не удалось отличить от другого показания.
kiosks-problem-stream_reused = Киоск прислал под этим порядковым номером другое показание.

### Блокировки

kiosks-locks-title = Заблокированные счета
kiosks-locks-lead = После пяти неверных заводских номеров в одном киоске счёт там больше нельзя открыть, что бы ни вводили; после десяти в нескольких киосках – ни в одном.
kiosks-locks-none = Ни один счёт не заблокирован.
kiosks-locked-at = Заблокирован
kiosks-locked-where = Где
kiosks-locked-everywhere = во всех киосках
kiosks-locks-last = Последняя попытка
kiosks-locks-at = { $kiosk }, { $at }
kiosks-release = Разблокировать
kiosks-release-title = Разблокировать { $number }?
kiosks-release-text = Убедитесь, что ошибся сам житель. После этого счёт снова можно будет открыть во всех киосках.
kiosks-released = Счёт { $number } разблокирован.
kiosks-lockers-of = { $more ->
    [yes] { $kiosk }: там заблокировано { $count } счетов или больше.
   *[no] { $count ->
        [one] { $kiosk }: там заблокирован { $count } счёт.
        [few] { $kiosk }: там заблокировано { $count } счёта.
       *[many] { $kiosk }: там заблокировано { $count } счетов.
     }
 }
kiosks-release-all = Разблокировать все
kiosks-release-all-title = { $kiosk }: разблокировать все счета?
kiosks-release-all-text = Делайте так, если кто-то стоял у киоска и вводил чужие номера. Все счета, заблокированные там, снова можно будет открыть; каждый отмечается в журнале.
kiosks-released-all = { $count ->
    [one] Разблокирован { $count } счёт.
    [few] Разблокировано { $count } счёта.
   *[many] Разблокировано { $count } счетов.
 }

### Ключи

kiosks-keys-title = Ключи киосков
kiosks-keys-lead = Киоск шифрует оставленное жителями новейшим ключом, чтобы в планшете этого никто не прочитал. Каждый месяц сам создаётся новый.
kiosks-keys-none = Ключа пока нет: первый создаётся, когда киоск впервые выходит на связь.
kiosks-keys-newest = Используется ключ { $number }, создан { $at }
kiosks-keys-one = Ключ { $number }, создан { $at }
kiosks-keys-older = { $count ->
    [one] { $count } прежний ключ: хранится для планшетов, которые вернутся позже
    [few] { $count } прежних ключа: хранятся для планшетов, которые вернутся позже
   *[many] { $count } прежних ключей: хранятся для планшетов, которые вернутся позже
 }
kiosks-keys-renew = Создать новый ключ
kiosks-keys-renew-title = Создать новый ключ?
kiosks-keys-renew-text = Киоски перейдут на него при следующей связи. Зашифрованное раньше по-прежнему можно открыть.
kiosks-keys-renewed = Новый ключ создан.
