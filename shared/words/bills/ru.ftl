### What the screens of bills, the ledger, the debt and paying say.

bills-title = Квитанции
bill-title = Квитанция
ledger-title = Ведомость
debt-title = Задолженность
pay-title = Оплата

### Квитанции

bills-loading = Получаем Ваши квитанции…
bills-offline-title = Ваших квитанций пока нет на этом { $device ->
    [phone] телефоне
   *[computer] компьютере
 }
bills-empty-title = Квитанций пока нет
bills-empty = Ваши квитанции появятся здесь, как только компания их пришлёт.
bills-earlier = { $year } ({ $count })
bills-balance-owed = К оплате
bills-balance-ahead = Переплата
bills-balance-none = Долга нет
bills-balance-unknown = Здесь неизвестно, сколько нужно заплатить
bills-arrears = { $months ->
    [one] Просрочка { $months } месяц
    [few] Просрочка { $months } месяца
   *[other] Просрочка { $months } месяцев
 }
bills-coming = { $amount } в пути
bills-debt = Задолженность и платежи
bill-pay = Оплатить
bill-number = № { $number }
bill-issued-on = выставлена { $day }
bill-on-device = PDF есть на этом { $device ->
    [phone] телефоне
   *[computer] компьютере
 }
bill-state-paid = Оплачена
bill-state-partly = Осталось { $left }, оплатить до { $day }
bill-state-open = Оплатить до { $day }
bill-state-overdue = Срок был { $day }, осталось { $left }
bill-state-none = Платить не нужно
bill-state-unknown = Здесь неизвестно, оплачена ли
bill-newest = Последняя квитанция
bill-home-owed = Всего к оплате { $amount }

### Одна квитанция

bill-for = Квитанция за { $forPeriod }
bill-unknown-title = Этой квитанции здесь нет
bill-unknown = Возможно, она относится к другому помещению или ещё не пришла.
bill-total = Итого
bill-fact-number = Номер
bill-fact-issued = Выставлена
bill-fact-due = Оплатить до
bill-others = Другие квитанции
bill-open = Открыть PDF
bill-print = Распечатать
bill-share = Поделиться
bill-download = Сохранить
bill-print-page = Распечатать эту страницу
bill-lines = Из чего она складывается
bill-service = Услуга
bill-volume = Объём
bill-tariff = Тариф
bill-method = Расчёт
bill-charged = Начислено
bill-recalculated = Перерасчёт
bill-benefit = Льгота
bill-penalty = Пеня
bill-amount = Сумма
bill-method-meter = по прибору учёта
bill-method-average = по среднему
bill-method-norm = по нормативу
bill-about-meter = Взят расход по Вашему прибору учёта: показание минус предыдущее.
bill-about-average = Показаний не было, поэтому взят Ваш обычный расход. Разницу обычно учитывают, когда появляются показания.
bill-about-norm = Взято количество, установленное для всех, как бывает там, где нет прибора учёта.
bill-about-close = Закрыть
bill-changes = По сравнению с квитанцией за { $forPeriod }
bill-changes-more = на { $amount } больше
bill-changes-less = на { $amount } меньше
bill-changes-equal = Та же сумма
bill-changes-none = Все строки остались прежними.
bill-changes-same = { $count ->
    [one] Без изменений { $count } строка: { $amount }.
    [few] Без изменений { $count } строки, вместе { $amount }.
   *[other] Без изменений { $count } строк, вместе { $amount }.
 }
bill-change-new = новая в квитанции
bill-change-ended = больше нет в квитанции
bill-why-volume = Объём: с { $from } до { $to }
bill-why-tariff = Тариф: с { $from } до { $to }
bill-why-method = Расчёт { $to }, раньше { $from }
bill-why-charged = Начислено: с { $from } до { $to }
bill-why-recalculated = Перерасчёт: с { $from } до { $to }
bill-why-benefit = Льгота: с { $from } до { $to }
bill-why-penalty = Пеня: с { $from } до { $to }

### The ledger

ledger-label = Ведомость по месяцам и услугам
ledger-month = Месяц
ledger-service = Услуга
ledger-total = ИТОГО
ledger-opening = Сальдо нач.
ledger-charged = Начислено
ledger-paid = Оплачено
ledger-recalculated = Перерасчёт
ledger-closing = Сальдо кон.
ledger-year = Год
ledger-all-years = Все годы
ledger-adds-up = Проверено на этом { $device ->
    [phone] телефоне
   *[computer] компьютере
 }: всё сходится.
ledger-missing = Здесь не хватает месяцев, поэтому соседние с ними не сравнивались: { $months }
ledger-faults = { $count ->
    [one] Не сходится { $count } число
    [few] Не сходятся { $count } числа
   *[many] Не сходится { $count } чисел
 }
ledger-faults-all = Показать все ({ $count })
ledger-faults-ask = Они стоят здесь так, как их прислала расчётная система. Пожалуйста, позвоните нам и назовите месяц.
ledger-fault-mark = Не сходится:
ledger-fault-sum = { $month }, { $service }: начальное сальдо, начислено, оплачено и перерасчёт дают { $expected }, а конечное сальдо — { $found }.
ledger-fault-total = { $month }, ИТОГО, «{ $column }»: услуги вместе дают { $expected }, а указано { $found }.
ledger-fault-carried = { $month }, { $service }: начальное сальдо — { $found }, а предыдущий месяц закрыт с сальдо { $expected }.
ledger-owed = Долг сейчас: { $amount }
ledger-advance = Переплата: { $amount }
ledger-nothing-owed = Долга нет
ledger-empty-title = Ведомости пока нет
ledger-empty = Ваша ведомость появится здесь, как только её пришлёт расчётная система.
ledger-loading = Получаем Вашу ведомость…
ledger-offline-title = Вашей ведомости на этом { $device ->
    [phone] телефоне
   *[computer] компьютере
 } ещё нет
ledger-print = Распечатать
ledger-download = Скачать
ledger-download-xlsx = Excel
ledger-download-xlsx-about = Таблица и рядом с ней оплаты
ledger-download-csv = CSV
ledger-download-csv-about = Для других программ
ledger-download-pdf = PDF
ledger-download-pdf-about = Для печати и хранения
ledger-download-working = Одну минуту…
ledger-downloaded = Сохранено: { $file }
ledger-downloaded-older = Сохранено: { $file }. Этот файл старше того, что показано здесь; более новый сейчас получить нельзя.
ledger-download-failed = { $why ->
    [no-network] Нет связи. PDF на этом { $device ->
        [phone] телефоне
       *[computer] компьютере
     } ещё нет; Excel и CSV скачиваются без связи.
    [unanswered] Компания сейчас не отвечает. Попробуйте позже; Excel и CSV скачиваются и без неё.
   *[other] Файл не получился. Пожалуйста, попробуйте позже.
 }
ledger-payments = Оплаты
ledger-payment-date = Дата
ledger-payment-amount = Сумма
ledger-payment-number = Номер
ledger-payment-source = Через кого

### What is owed, and what was paid

debt-oldest = { $months ->
    [0] Это начислено за { $forPeriod }.
    [one] Самая старая часть – за { $forPeriod }, { $months } месяц назад.
    [few] Самая старая часть – за { $forPeriod }, { $months } месяца назад.
   *[other] Самая старая часть – за { $forPeriod }, { $months } месяцев назад.
 }
debt-oldest-before = Самая старая часть – за время до начала этой ведомости ({ $month }).
debt-agree = Если не можете заплатить сразу, позвоните нам: договоримся, как это сделать.
debt-advance = Она пойдёт в счёт следующих квитанций.
debt-unknown = Ведомость из расчётной системы ещё не поступила, поэтому задолженность здесь пока неизвестна.
debt-as-of = По состоянию на { $moment }. О том, что было позже, здесь ещё неизвестно.
debt-pay = Оплатить
debt-pay-advance = Заплатить заранее
debt-coming = { $amount } в пути с { $day }. Расчётная система платёж ещё не учла.
debt-coming-rest = Кроме этого, остаётся заплатить { $amount }.
debt-coming-all = Этого хватает на всю задолженность.
debt-parts = Из чего она складывается
debt-parts-note = Платежи сначала погашают самые старые месяцы.
debt-parts-month = Месяц
debt-parts-charged = Начислено
debt-parts-owed = Не оплачено
debt-parts-earlier = Ранее
debt-online = Оплата картой
debt-online-begun = { $amount }, начато { $moment }: прошла ли оплата, пока неизвестно.
debt-online-failed = { $amount }, { $moment }: оплата не прошла.
debt-online-refunded = { $amount }, { $moment }: вся сумма Вам возвращена.
debt-online-partly = { $amount }, { $moment }: из этой суммы Вам возвращено { $refunded }.
debt-online-reference = Номер платежа { $reference }
debt-look = Проверить ещё раз
debt-looking = Проверяем…
debt-looked = { $why ->
    [no-network] { $time }: Нет связи.
    [unanswered] { $time }: Компания сейчас не отвечает.
   *[looked] { $time }: Это всё, что известно.
 }
debt-payments = Платежи
debt-payments-none = Платежи из расчётной системы ещё не поступили.
debt-payments-all = Показать все: { $count }
debt-payment-date = Дата
debt-payment-through = Где оплачено
debt-payment-number = № { $number }
debt-payment-amount = Сумма
debt-questions = Есть вопросы?

### Paying

pay-what = Что Вы хотите оплатить?
pay-all = Всю задолженность
pay-bill = Квитанция за { $forPeriod }
pay-bill-facts = № { $number }, оплатить до { $date }
pay-other = Другую сумму
pay-own = Сумма в { $currency ->
    [EUR] евро
   *[RUB] рублях
 }
pay-own-empty = Введите сумму, которую хотите заплатить.
pay-own-zero = Сумма должна быть больше нуля.
pay-own-not_an_amount = Только цифры и одна запятая, например { $example }.
pay-own-amount_too_precise = После запятой – не больше двух цифр.
pay-own-amount_too_large = Столько за один раз заплатить нельзя.
pay-waits = Код для оплаты появится, как только будет введена сумма.
pay-coming = { $amount } в пути с { $day }, здесь эта сумма уже вычтена.
pay-begun = Вы начали платить { $amount } картой { $moment }: прошла ли оплата, пока неизвестно.
pay-begun-look = Проверить ещё раз
pay-asked-paid = Эта квитанция оплачена.
pay-asked-none = По этой квитанции платить нечего.
pay-asked-coming = Платёж, который в пути, покрывает эту квитанцию.
pay-asked-unknown = Такой квитанции здесь нет.
pay-sum = К оплате
pay-for-bill = Квитанция { $number } за { $forPeriod }
pay-for-account = Лицевой счёт { $number }
pay-card = Оплатить картой
pay-card-working = Минутку…
pay-card-hint = Вы перейдёте на страницу платёжного сервиса. Данные Вашей карты нам не видны.
pay-card-offline = Для оплаты картой нужен интернет. Код ниже работает и без него.
pay-card-failed = { $why ->
    [no-network] Нет связи. Для оплаты картой нужен интернет; код ниже работает и без него.
   *[unanswered] Компания сейчас не отвечает. Попробуйте позже или оплатите по коду ниже.
 }
pay-transfer = Банковским переводом
pay-code-alt = Код для оплаты: { $amount }, получатель { $payee }. То же самое ниже написано текстом.
pay-code-how = { $device ->
    [phone] На этом телефоне: сохраните код как картинку и откройте её в приложении банка или скопируйте текст. С другого телефона: отсканируйте код.
   *[computer] Отсканируйте код приложением банка или скопируйте текст.
 }
pay-code-none = Для этого платежа кода нет: всё в него не помещается. Скопируйте текст.
pay-code-save = Сохранить как картинку
pay-code-share = Поделиться
pay-code-file = Оплата { $date }
pay-code-saved = Сохранено как { $file }
pay-code-failed = Этот браузер не смог создать картинку. Скопируйте текст.
pay-print = Распечатать
pay-fields = То же самое текстом
pay-field-payee = Получатель
pay-field-inn = ИНН
pay-field-kpp = КПП
pay-field-iban = IBAN
pay-field-personal-account = Расчётный счёт
pay-field-bank = Банк
pay-field-bic = БИК
pay-field-correspondent-account = Корр. счёт
pay-field-amount = Сумма
pay-field-purpose = Назначение платежа
pay-field-account = Ваш лицевой счёт
pay-field-period = Месяц
pay-copy = Копировать
pay-copy-done = Скопировано
pay-copied = Скопировано: { $field }
pay-copy-marked = { $field }: выделено. Скопируйте клавишами или через меню устройства.

### Оплата картой, которую не удаётся начать

problem-payment_off = Здесь нельзя оплатить картой. Пожалуйста, оплатите банковским переводом.
problem-payment_unavailable = Оплата картой сейчас не работает, ничего не списано. Попробуйте позже или оплатите банковским переводом.

### Documents: the PDFs of bills and of the ledger

document-fetching = Получаем документ…
document-silence = Этого документа { $device ->
    [phone] на этом телефоне
   *[computer] на этом компьютере
 } ещё нет. { $why ->
    [no-network] Для него один раз нужна связь.
   *[unanswered] Компания сейчас не отвечает. Пожалуйста, попробуйте позже.
 }
document-outdated = Этот документ старше того, что Вы видите здесь. Новый можно будет получить, как только появится связь.
document-press-again = Документ уже здесь. Пожалуйста, нажмите ещё раз.
