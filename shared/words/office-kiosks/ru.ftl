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
kiosks-state-lapsed = срок кода истёк
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
kiosks-add-do = Добавить и показать код
kiosks-rename-title = Переименовать: { $name }
kiosks-rename-do = Переименовать
kiosks-renamed = Теперь он называется { $name }.
kiosks-renew-title = { $name }: новый код?
kiosks-renew-text = Для планшета, который сброшен или заменён. Нынешний работает, пока новый код где-нибудь не введут.
kiosks-renew-do = Показать новый код
kiosks-revoke-title = { $name }: отключить?
kiosks-revoke-text = С этого момента от него ничего не принимается. Вернуть это нельзя: чтобы снова пользоваться планшетом, добавьте его как новый киоск.
kiosks-revoked = { $name } отключён.
kiosks-code-title = { $name }: код
kiosks-code-lead = Откройте на планшете этот адрес и введите код.
kiosks-code-once = Он действует один раз, до { $time }, и виден только сейчас.
kiosks-code-over = Срок этого кода истёк. Закройте окно и создайте новый.
kiosks-code-used = Киоск теперь работает.
kiosks-code-close = Закрыть
kiosks-revoked-ones = Отключённые раньше

### Что ждёт

kiosks-holds = Ждёт в планшете
kiosks-holds-nothing = ничего
kiosks-holds-some = { $count ->
    [one] { $count } листок
    [few] { $count } листка
   *[many] { $count } листков
 }
kiosks-holds-since = самый ранний: { $at }
kiosks-holds-refused = { $count ->
    [one] { $count } из них не открывается
    [few] { $count } из них не открываются
   *[many] { $count } из них не открываются
 }
kiosks-came-since = { $count ->
    [one] после отключения пришёл { $count } листок
    [few] после отключения пришло { $count } листка
   *[many] после отключения пришло { $count } листков
 }
kiosks-came-held = { $count ->
    [one] { $count } из них ждёт решения
    [few] { $count } из них ждут решения
   *[many] { $count } из них ждут решения
 }
kiosks-work-look = Посмотреть оставленное
kiosks-work-none = Ничего не ждёт офиса.
kiosks-work-office = { $more ->
    [yes] Офиса ждут { $count } листков или больше: не все показания удалось внести.
   *[no] { $count ->
        [one] Офиса ждёт { $count } листок: не все показания удалось внести.
        [few] Офиса ждут { $count } листка: не все показания удалось внести.
       *[many] Офиса ждут { $count } листков: не все показания удалось внести.
     }
 }
kiosks-work-held = { $more ->
    [yes] Из отключённого киоска пришло { $count } листков или больше.
   *[no] { $count ->
        [one] Из отключённого киоска пришёл { $count } листок.
        [few] Из отключённого киоска пришло { $count } листка.
       *[many] Из отключённого киоска пришло { $count } листков.
     }
 }
kiosks-more = Показать ещё

### Листки

kiosks-slips-title = Оставлено в киосках
kiosks-slips-lead = То, что житель передаёт за один раз, — листок. Здесь ждёт то, что не удалось внести сразу.
kiosks-slips-which = Показать
kiosks-slips-of-office = то, что ждёт офиса
kiosks-slips-of-held = из отключённых киосков
kiosks-slips-of-all = все листки, сначала новые
kiosks-slips-none-office = Ничего не ждёт: всё, что оставлено в киосках, внесено или разобрано.
kiosks-slips-none-held = Из отключённых киосков ничего не пришло.
kiosks-slips-none-all = В киосках пока ничего не оставили.
kiosks-slips-back = Все листки
kiosks-slip-number = Листок { $number }
kiosks-slip-no-account = { $typed }: такого счёта нет
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
kiosks-slip-is-entered = внесён
kiosks-slip-is-office = ждёт офиса
kiosks-slip-is-held = из отключённого киоска
kiosks-slip-is-settled = разобран
kiosks-slip-held-why = Киоск был отключён до того, как это пришло, поэтому ничего не внесено. Это мог придумать и тот, у кого оказался планшет.
kiosks-slip-account = Лицевой счёт
kiosks-slip-typed-account = Введённый лицевой счёт
kiosks-slip-serial = Введённый номер прибора
kiosks-slip-contact = Как связаться
kiosks-slip-no-contact = ничего не оставлено
kiosks-slip-language = Язык
kiosks-slip-saved = Передано
kiosks-slip-received = Пришло
kiosks-slip-readings = Показания: { $period }
kiosks-slip-outcome-accepted = внесено
kiosks-slip-outcome-review = внесено, ждёт проверки
kiosks-slip-outcome-office = не внесено
kiosks-slip-enter = Внести вручную
kiosks-slip-leave = Оставить
kiosks-slip-settled-by = Разобрано: { $name }, { $at }
kiosks-settle = Разобрать
kiosks-settle-note = Что сделано
kiosks-settle-hint = Например, «позвонили, сняли заново» или «такого счёта нет». Это остаётся в офисе.
kiosks-settle-missing = Пожалуйста, напишите, что сделано.
kiosks-settle-do = Разобрано
kiosks-settled = Листок разобран.
kiosks-take-in = Принять
kiosks-take-in-lead = Если вы уверены, что жители оставили это до пропажи планшета, показания можно внести так, как если бы они пришли вовремя.
kiosks-take-in-who = Руководитель может внести это так, как если бы оно пришло вовремя.
kiosks-take-in-do = Внести
kiosks-take-in-title = Внести то, что пришло из отключённого киоска?
kiosks-take-in-text = Показания проверяются как всегда. То, что не подойдёт, будет ждать офиса.
kiosks-taken-in-entered = Все показания листка внесены.
kiosks-taken-in-office = Удалось внести не всё: посмотрите, что осталось.
kiosks-problem-account_unknown = Лицевого счёта с таким номером нет.
kiosks-problem-account_mismatch = Такого номера нет ни у одного прибора этого счёта, поэтому ничего не внесено. Прежде чем вносить, спросите жителя.
kiosks-problem-kiosk_locked = Лицевой счёт в тот момент был заблокирован в киосках, поэтому ничего не внесено. Прежде чем вносить, спросите жителя.
kiosks-problem-meter_unknown = У этого счёта нет прибора с таким номером.
kiosks-problem-meter_unclear = Такой номер у нескольких приборов этого счёта.
kiosks-problem-id_reused = Его не удалось отличить от другого показания.
kiosks-problem-stream_reused = Киоск прислал под этим порядковым номером другое показание.

### Блокировки

kiosks-locks-title = Заблокированные счета
kiosks-locks-lead = После пяти неверных номеров прибора счёт больше нельзя открыть в киосках, что бы ни вводили.
kiosks-locks-none = Ни один счёт не заблокирован.
kiosks-locked-at = Заблокирован
kiosks-locks-last = Последняя попытка
kiosks-locks-at = { $kiosk }, { $at }
kiosks-release = Разблокировать
kiosks-release-title = Разблокировать { $number }?
kiosks-release-text = Убедитесь, что ошибся сам житель. После этого счёт снова можно будет открыть в киосках.
kiosks-released = Счёт { $number } разблокирован.

### Ключи

kiosks-keys-title = Ключи киосков
kiosks-keys-lead = Киоск запечатывает оставленное жителями новейшим ключом, чтобы в планшете этого никто не прочитал. Каждый месяц сам создаётся новый.
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
kiosks-keys-renew-text = Киоски перейдут на него при следующей связи. Запечатанное раньше по-прежнему можно открыть.
kiosks-keys-renewed = Новый ключ создан.
