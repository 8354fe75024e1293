## Слова киоска по-русски: планшет в офисе.

### Рамка

kiosk-language = Язык
kiosk-large = Крупные буквы
kiosk-contrast = Белое на чёрном
kiosk-offline = Нет связи. Показания всё равно можно передать.
kiosk-waiting = { $count ->
    [one] Здесь ждут показания, переданные { $count } человеком; они будут отправлены сами.
    [few] Здесь ждут показания, переданные { $count } людьми; они будут отправлены сами.
   *[many] Здесь ждут показания, переданные { $count } людьми; они будут отправлены сами.
 }
kiosk-waiting-refused = { $count ->
    [one] Для офиса: показания, переданные { $count } человеком, прочитать не удалось.
    [few] Для офиса: показания, переданные { $count } людьми, прочитать не удалось.
   *[many] Для офиса: показания, переданные { $count } людьми, прочитать не удалось.
 }
kiosk-help = Помощь
kiosk-help-title = Помощь
kiosk-help-what = Здесь можно передать показания приборов учёта и посмотреть свои квитанции без своего телефона.
kiosk-help-desk = Спросите у сотрудника. Вам с радостью помогут.
kiosk-help-call = Или позвоните:
kiosk-help-private = Когда Вы закончите, на этом экране ничего Вашего не останется.
kiosk-help-close = Продолжить
kiosk-anew = Начать заново
kiosk-anew-title = Начать заново?
kiosk-anew-text = Всё, что Вы здесь ввели и ещё не передали, пропадёт.
kiosk-anew-yes = Начать заново
kiosk-anew-no = Продолжить здесь
kiosk-anew-bills-title = Закончить с квитанциями?
kiosk-anew-bills-text = Ваши квитанции исчезнут с экрана, и, чтобы снова их увидеть, нужно будет войти ещё раз.
kiosk-anew-bills-yes = Выйти
kiosk-moment = Минутку…
kiosk-still-title = Вы ещё здесь?
kiosk-still-text = Чтобы продолжить, коснитесь экрана. Иначе всё на нём будет стёрто, чтобы никто этого не увидел.
kiosk-still-text-guarded = То, что было на экране, сейчас скрыто. Если это Ваше, нажмите «Да, продолжить». Если Вы только что подошли, нажмите «Закончить»: тогда всё будет стёрто.
kiosk-still-seconds = { $seconds ->
    [one] секунда
    [few] секунды
   *[many] секунд
 }
kiosk-still-yes = Да, продолжить
kiosk-still-done = Закончить
kiosk-ending = Ваше время здесь закончится через { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунды
   *[many] { $seconds } секунд
 }.
kiosk-more-time = Ещё время

### Настройка планшета

kiosk-enrol-title = Настроить этот планшет
kiosk-enrol-lead = Руководитель добавляет киоск в офисе, на странице «Киоски», и вводит здесь код, который там показан.
kiosk-enrol-code = Код из офиса
kiosk-enrol-hint = Восемь букв и цифр, например ACDE-FGHJ
kiosk-enrol-do = Настроить
kiosk-enrol-working = Минутку…
kiosk-enrol-empty = Введите код.
kiosk-enrol-wrong = Код неверен или его время вышло. Попросите в офисе новый.
kiosk-enrol-offline = Нет связи. Чтобы настроить планшет, она нужна.
kiosk-enrol-ended = Этот планшет больше не киоск. Жители, пожалуйста, обратитесь к сотруднику.
kiosk-enrol-was = До сих пор этот планшет был киоском «{ $name }».
kiosk-enrol-waiting = { $count ->
    [one] На нём ждут показания, переданные { $count } человеком. После настройки они будут отправлены; если планшет станет другим киоском, сначала их посмотрят в офисе.
    [few] На нём ждут показания, переданные { $count } людьми. После настройки они будут отправлены; если планшет станет другим киоском, сначала их посмотрят в офисе.
   *[many] На нём ждут показания, переданные { $count } людьми. После настройки они будут отправлены; если планшет станет другим киоском, сначала их посмотрят в офисе.
 }

### Problems

problem-kiosk_locked = Для этого номера лицевого счёта слишком много раз ввели неверный номер, поэтому здесь он заблокирован. Обратитесь, пожалуйста, к сотруднику.
problem-serial_useless = Такой номер ничего не подтверждает: он слишком короткий, без цифр, или в нём повторяется один и тот же знак.
problem-serial_spread = Этот заводской номер сегодня пробовали для многих лицевых счетов.

### Первый экран

kiosk-start-title = Что Вы хотите сделать?
kiosk-start-readings = Передать показания
kiosk-start-readings-how = По квитанции и заводскому номеру прибора; пароль не нужен
kiosk-start-bills = Мои квитанции
kiosk-start-bills-how = С паролем или своим телефоном
kiosk-start-bills-offline = Сейчас нельзя: нет связи
kiosk-start-bills-refused = Сейчас квитанции показать нельзя: нет связи. Показания передать всё же можно.
kiosk-start-ease = Чтобы легче читать

### Чьи приборы учёта

kiosk-identify-title = Номер Вашего лицевого счёта
kiosk-identify-lead = Поднесите квадратный код квитанции к камере или наберите номер лицевого счёта.
kiosk-identify-account = Номер лицевого счёта
kiosk-identify-account-hint = Он есть в квитанции, например { $example }
kiosk-identify-account-empty = Наберите номер лицевого счёта.
kiosk-identify-account-wrong = Это не номер лицевого счёта. Он выглядит так: { $example }.
kiosk-identify-not-ours = Это не квитанция компании { $company }. Покажите другую или наберите номер лицевого счёта.
kiosk-identify-next = Дальше
kiosk-identify-back = Назад
kiosk-identify-serial-title = Заводской номер одного из Ваших приборов учёта
kiosk-identify-serial-lead = Так мы увидим, что это Ваши приборы. Подойдёт любой из них.
kiosk-identify-serial = Заводской номер прибора
kiosk-identify-serial-hint = Он стоит на лицевой стороне прибора, часто под цифрами или у штрихкода, и в квитанции.
kiosk-identify-serial-empty = Наберите заводской номер прибора.
kiosk-identify-picture = Прибор учёта: заводской номер стоит под цифрами, после «No».
kiosk-identify-wrong = Номер лицевого счёта и заводской номер прибора не подходят друг к другу. Сверьте оба с квитанцией.
kiosk-identify-last = Осталась одна попытка: потом счёт здесь заблокируют, и придётся подойти к сотруднику.
kiosk-identify-serial-nothing = Это не заводской номер прибора: в нём нет ни цифр, ни букв.
kiosk-identify-serial-short = По нему мы не увидим, что прибор Ваш: он слишком короткий. Нужно хотя бы четыре цифры или буквы.
kiosk-identify-serial-one-sign = По нему мы не увидим, что прибор Ваш: в нём повторяется один и тот же знак.
kiosk-identify-serial-no-digit = Это не может быть заводским номером прибора: в нём нет цифр.
kiosk-identify-no-number = Номера нет
kiosk-identify-no-other = Другого номера нет
kiosk-identify-without-title = Продолжить без номера?
kiosk-identify-without = Если на Ваших приборах нет номера или он верный и всё же не подходит, показания передать всё же можно: укажите, какие это приборы и что они показывают. Офис на это посмотрит и позвонит Вам, если что-то не сойдётся.
kiosk-identify-offline = Сейчас нет связи. Показания передать всё же можно: они надёжно сохранятся здесь и уйдут сами. Офис позвонит Вам, если что-то не сойдётся.
kiosk-identify-unanswered-title = Проверить не получилось
kiosk-identify-busy-title = Сейчас здесь проверить нельзя
kiosk-identify-busy = Слишком много раз набирали неверный номер. Показания передать всё же можно: наберите, что показывают приборы. Офис на это посмотрит и позвонит Вам, если что-то не сойдётся.
kiosk-identify-go-on = Продолжить без проверки
kiosk-identify-try-again = Попробовать ещё раз
kiosk-identify-locked-title = Подойдите к сотруднику
kiosk-identify-locked = Для этого номера лицевого счёта слишком много раз ввели неверный номер. Чтобы никто его не подобрал, здесь он заблокирован, пока сотрудник его не разблокирует. Показания у Вас тоже примет сотрудник.
kiosk-identify-end = Хорошо
kiosk-identify-where = Где это?

### Где стоят номера

kiosk-where-title = Где их найти?
kiosk-where-bill = Номер лицевого счёта стоит вверху квитанции, квадратный код – ниже.
kiosk-where-bill-picture = Квитанция: номер лицевого счёта вверху справа, квадратный код ниже слева.
kiosk-where-meter = Заводской номер прибора стоит на его лицевой стороне, часто под цифрами или у штрихкода.

### Камера

kiosk-scan-picture = Что видит камера
kiosk-scan-refused = Камерой пользоваться не разрешено. Наберите номер лицевого счёта.
kiosk-scan-absent = Камеры здесь нет. Наберите номер лицевого счёта.
kiosk-scan-busy = Камера не показывает. Наберите номер лицевого счёта.
kiosk-scan-unreadable = Эта камера сейчас не может прочитать код. Наберите номер лицевого счёта.
kiosk-scan-again = Включить камеру ещё раз
kiosk-scan-other-camera = Другая камера

### Клавиши на экране

kiosk-keys = Клавиши
kiosk-keys-back = Стереть последнее
kiosk-keys-clear = Стереть всё
kiosk-keys-space = Пробел
kiosk-keys-shift = Заглавные буквы
kiosk-keys-to-digits = 123
kiosk-keys-to-digits-label = Цифры
kiosk-keys-to-letters = АБВ
kiosk-keys-to-letters-label = Буквы
kiosk-keys-to-latin = ABC
kiosk-keys-to-latin-label = Латинские буквы
kiosk-keys-to-latvian = ĀČĒ
kiosk-keys-to-latvian-label = Латышские буквы
kiosk-keys-to-cyrillic = АБВ
kiosk-keys-to-cyrillic-label = Русские буквы
kiosk-keys-to-signs = #+=
kiosk-keys-to-signs-label = Знаки
kiosk-keys-comma = Запятая
kiosk-keys-point = Точка
kiosk-keys-hyphen = Дефис
kiosk-keys-slash = Косая черта
kiosk-keys-underscore = Подчёркивание
kiosk-keys-at = Собака

### Ввод показаний

kiosk-readings-place = Прибор { $at } из { $of }
kiosk-readings-whose = { $whose }. Всё верно?
kiosk-readings-not-mine = Это не я
kiosk-readings-back = Назад
kiosk-readings-next = Дальше
kiosk-readings-skip = Пропустить этот прибор
kiosk-readings-finish = Закончить
kiosk-readings-given = Показание за { $forPeriod } уже передано.
kiosk-readings-closed = Показания за { $forPeriod } принимают с { $from } по { $until }.
kiosk-readings-elsewhen = По этому прибору нужно показание за { $forPeriod }. Сначала передайте остальные, потом начните заново.
kiosk-readings-closed-title = Сейчас показания не принимают
kiosk-readings-no-meters = Нет ни одного прибора
kiosk-readings-done-title = Всё передано
kiosk-readings-done = За { $forPeriod } больше ничего делать не нужно.
kiosk-readings-skipped-title = Ни одно показание не введено
kiosk-readings-skipped = Вы пропустили все приборы, поэтому ничего не передано.
kiosk-readings-typed-title = Прибор № { $serial }
kiosk-readings-another-title = Прибор { $at }
kiosk-readings-another = Ещё один прибор
kiosk-readings-leave-out = Не добавлять
kiosk-readings-unsure = Неизвестно, принимают ли ещё показания за { $forPeriod }. Вы всё равно можете их передать: офис на них посмотрит.
kiosk-readings-serial = Заводской номер прибора
kiosk-readings-serial-hint = Он написан на приборе.
kiosk-readings-serial-empty = Введите заводской номер прибора.
kiosk-readings-serial-twice = Этот прибор уже введён.
kiosk-readings-serial-useless = По такому номеру прибор не отличить. Другого номера нет? Тогда нажмите «На этом приборе нет номера».
kiosk-readings-service = Какой это прибор?
kiosk-readings-service-empty = Нажмите, какой это прибор.
kiosk-readings-where = Где он стоит?
kiosk-readings-where-hint = Например, в ванной. Можно не указывать.
kiosk-readings-where-wrong = В тексте есть знак, которого не видно. Наберите его заново.
kiosk-readings-no-number = без номера
kiosk-readings-without-number = На этом приборе нет номера
kiosk-readings-with-number = На этом приборе есть номер
kiosk-readings-value = Что показывает прибор
kiosk-readings-value-hint = Вводите цифры как на приборе, перед красными цифрами ставьте запятую.
kiosk-readings-value-too-long = Столько цифр ни один прибор не показывает.
kiosk-readings-day-and-night = Он показывает день и ночь
kiosk-readings-tariff-more = Он показывает ещё одно число
kiosk-readings-tariff-less = Он показывает на одно число меньше

### Проверка перед передачей

kiosk-summary-title = Всё правильно?
kiosk-summary-lead = Прочитайте ещё раз. Потом нажмите «Передать».
kiosk-summary-account = Лицевой счёт
kiosk-summary-proof = Подтверждён прибором
kiosk-summary-proof-typed = Введённый заводской номер
kiosk-summary-proof-none = нет
kiosk-summary-month = Месяц
kiosk-summary-meter = Прибор
kiosk-summary-contact = Ваш телефон или электронная почта
kiosk-summary-contact-hint = Можно не оставлять. Это для офиса, если что-то окажется не так.
kiosk-summary-contact-blind = Пожалуйста, оставьте: всё ли сходится, станет известно только потом, а иначе офис не сможет Вам позвонить.
kiosk-summary-contact-missing = Без телефона или почты офис не сможет спросить Вас, если что-то не сойдётся. Введите их или нажмите «Передать» ещё раз.
kiosk-summary-contact-wrong = Это не номер телефона и не адрес почты. Исправьте или сотрите.
kiosk-summary-change = Изменить
kiosk-summary-hand-in = Передать
kiosk-summary-working = Передаём…
kiosk-summary-not-saved = Сохранить на этом планшете не удалось. Всё, что Вы ввели, ещё здесь. Нажмите «Передать» ещё раз или обратитесь к сотруднику.

### Подтверждение

kiosk-receipt-title-received = { $count ->
    [one] Принято { $count } показание
    [few] Принято { $count } показания
   *[many] Принято { $count } показаний
 }
kiosk-receipt-title-office = { $count ->
    [one] У нас { $count } Ваше показание
    [few] У нас { $count } Ваших показания
   *[many] У нас { $count } Ваших показаний
 }
kiosk-receipt-title-kept = { $count ->
    [one] На этом планшете сохранено { $count } показание
    [few] На этом планшете сохранено { $count } показания
   *[many] На этом планшете сохранено { $count } показаний
 }
kiosk-receipt-title-refused = { $count ->
    [one] Не принято { $count } показание
    [few] Не принято { $count } показания
   *[many] Не принято { $count } показаний
 }
kiosk-receipt-lead-received = Спасибо. Больше ничего делать не нужно.
kiosk-receipt-lead-office = Спасибо. На то, что отмечено ниже, посмотрит офис.
kiosk-receipt-lead-kept = Сейчас нет связи. Как только она появится, всё уйдёт в компанию само.
kiosk-receipt-lead-asked-to-wait = Сейчас компания не может принять показания. Немного позже всё уйдёт туда само.
kiosk-receipt-lead-on-its-way = Через минуту всё уйдёт в компанию само.
kiosk-receipt-proven = Приходить ещё раз не нужно.
kiosk-receipt-unproven = Офис позвонит Вам, если что-то не сойдётся.
kiosk-receipt-unproven-silent = Сохраните номер подтверждения: с ним можно спросить у сотрудника, всё ли сошлось.
kiosk-receipt-lead-refused = Подойдите, пожалуйста, к сотруднику и назовите этот номер.
kiosk-receipt-title-arrived = { $count ->
    [one] У нас сохранено { $count } показание
    [few] У нас сохранены { $count } показания
   *[many] У нас сохранено { $count } показаний
 }
kiosk-receipt-lead-arrived = Спасибо. Всё ли принято, здесь не успели показать. Если что-то не так, на это посмотрит офис; с этим номером можно спросить у сотрудника.
kiosk-receipt-received = Принято
kiosk-receipt-office = Посмотрит офис
kiosk-receipt-kept = Сохранено на этом планшете, уйдёт само
kiosk-receipt-refused = Не принято
kiosk-receipt-arrived = Сохранено у нас
kiosk-receipt-number = Подтверждение
kiosk-receipt-code = QR-код подтверждения { $number }
kiosk-receipt-at = Введено
kiosk-receipt-print = Напечатать
kiosk-receipt-paper = Этот номер можно записать или сфотографировать. Если нужно на бумаге, назовите его сотруднику.
kiosk-receipt-done = Готово

### Вход к квитанциям

kiosk-sign-in-title = Ваши квитанции
kiosk-sign-in-phone = С Вашим телефоном
kiosk-sign-in-phone-scan = Наведите камеру телефона на квадратный код.
kiosk-sign-in-phone-open = Откройте страницу, которую она предложит, и войдите там, если попросят.
kiosk-sign-in-phone-number = Нажмите там число, которое появится здесь.
kiosk-sign-in-code = Квадратный код, который сканируют телефоном
kiosk-sign-in-over = Время этого кода вышло.
kiosk-sign-in-anew = Показать новый код
kiosk-sign-in-silent = Сейчас кода нет, потому что нет связи.
kiosk-sign-in-number = Нажмите в своём телефоне это число
kiosk-sign-in-number-why = Это не Ваш телефон? Тогда нажмите «Назад».
kiosk-sign-in-declined = В телефоне нажали другое число или ни одного. Ничего не показано.
kiosk-sign-in-off = Вы вводите текст, поэтому квадратный код убран.
kiosk-sign-in-show = Лучше с телефоном
kiosk-sign-in-password = С паролем
kiosk-sign-in-forgot = Не знаете его? Обратитесь, пожалуйста, к сотруднику.
kiosk-sign-in-do = Показать мои квитанции
kiosk-sign-in-back = Назад
kiosk-sign-in-offline = Сейчас квитанции показать нельзя, потому что нет связи. Попробуйте позже.

### Чьи квитанции показывает телефон

kiosk-whose-title = { $name }, это Вы?
kiosk-whose-text = Кто-то хочет с телефона показать здесь свои квитанции. Если это Вы, они появятся на этом экране.
kiosk-whose-yes = Да, показать мои квитанции
kiosk-whose-no = Нет, это кто-то другой
kiosk-whose-over-title = Ничего не показано
kiosk-whose-over = Показ прекращён с телефона, или его время вышло.

### Квитанции

kiosk-bills-title = Ваши квитанции
kiosk-bills-premises = По какому адресу?
kiosk-bills-account = Лицевой счёт { $number }
kiosk-bills-no-premises = Здесь нет Ваших помещений с квитанциями. Обратитесь, пожалуйста, к сотруднику.
kiosk-bills-list = Квитанции по месяцам
kiosk-bills-done = Готово

### Одна квитанция

kiosk-bill-back = Все квитанции
kiosk-bill-again = Попробовать снова
kiosk-bill-unanswered = Квитанцию не удалось получить, потому что нет связи.
kiosk-bill-pay = Оплатить с телефона
kiosk-bill-pay-how = Наведите на этот квадратный код приложение Вашего банка: там всё будет заполнено.
kiosk-bill-print = Напечатать
kiosk-bill-paper = Если нужна эта квитанция на бумаге, спросите у сотрудника.

### Время квитанций вышло

kiosk-over-title = Ваше время здесь вышло
kiosk-over-text = Квитанции убраны с экрана, чтобы никто другой их не увидел. Чтобы увидеть их снова, войдите ещё раз.
kiosk-over-end = Хорошо
