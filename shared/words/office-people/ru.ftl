people-title = Пользователи
people-person = Пользователь
people-back = Все пользователи
people-search = Найти пользователя
people-search-hint = По имени, электронной почте, телефону или лицевому счёту
people-found = Найденные
people-none = По запросу «{ $text }» никого не найдено.
people-nobody-yet = Личным кабинетом пока никто не пользуется.
people-newest = Самые новые
people-count = { $count ->
    [one] { $count } пользователь
    [few] { $count } пользователя
   *[other] { $count } пользователей
 }
people-first = Первые { $count }
people-more = Показать ещё
people-no-email = нет электронной почты
people-no-accounts = Нет лицевых счетов
people-state-invited = пароля ещё нет
people-state-merged = объединён
people-state-deleted = удалён
people-is-invited = Этот пользователь ещё не выбрал пароль.
people-is-merged = Эта регистрация объединена с другой.
people-merged-where = Открыть её
people-is-deleted = Пользователь удалён по его просьбе. То, что требует закон, хранится при лицевом счёте.
people-deleted-name = удалённый пользователь { $id }
people-name = Фамилия и имя
people-name-hint = Как в заявлении
people-name-empty = Введите имя.
people-address = Адрес
people-address-hint = Как в заявлении; можно не заполнять
people-contact = Связь
people-email = Электронная почта
people-email-hint = Можно не заполнять: тогда доступ даёт письмо на бумаге
people-email-new = Новый адрес электронной почты
people-email-wrong = Это не адрес электронной почты.
people-email-same = Этот адрес уже указан, или адреса нет.
people-email-taken = Этот адрес уже у другого пользователя.
people-email-belongs = Этот адрес уже у пользователя:
people-field-wrong = Здесь что-то не так. Проверьте, пожалуйста.
people-phone = Телефон
people-language = Язык писем
people-registered = Регистрация
people-passkeys = Ключи доступа
people-none-given = не указано
people-accounts = Лицевые счета
people-account-number = Номер лицевого счёта
people-account-example = Например, { $example }
people-accounts-hint = Например, { $example }; несколько – через запятую
people-account-empty = Введите номер лицевого счёта.
people-account-unknown = Лицевого счёта с таким номером нет.
people-account-linked = Этот лицевой счёт уже привязан.
people-holder = Владелец и адрес
people-linked = Привязан
people-others = Также:
people-unlink-number = Отвязать лицевой счёт { $number }
people-by-self = сам пользователь
people-by-other = кем, не отмечено
people-devices = Устройства
people-no-devices = Вход нигде не выполнен.
people-device = Устройство
people-device-unknown = Неизвестное устройство
people-since = Вход выполнен
people-seen = Последнее использование
people-paper = Неиспользованные письма на бумаге
people-paper-one = Написано { $when } ({ $by }), действует до { $until }
people-mails = Отправленные письма
people-mails-none = За последний месяц нет.
people-mail-about = О чём
people-mail-state = Состояние
people-mail-asked = Когда
people-mail-is-waiting = ждёт отправки
people-mail-is-sent = отправлено
people-mail-is-dropped = не отправлено: нет адреса
people-mail-is-failed = не удалось доставить
people-mail-registration = Регистрация
people-mail-password-reset = Забытый пароль
people-mail-activation = Ссылка для пароля
people-mail-account-linked = Привязан кто-то ещё
people-mail-office-wrote = Ответ офиса
people-mail-email-change = Подтверждение нового адреса
people-mail-email-changed = Адрес изменён (на старый)
people-mail-email-set = Адрес указан офисом
people-mail-users-merged = Регистрации объединены
people-mail-phone-changed = Телефон изменён
people-mail-password-changed = Пароль изменён
people-mail-passkey-added = Добавлен ключ доступа
people-mail-other = Другое
people-conversations = Переписка
people-talk = лицевой счёт { $number }, { $when }
people-acts = Что можно сделать
people-cancel = Отмена
people-close = Закрыть
people-act-link = Привязать лицевой счёт
people-act-unlink = Отвязать
people-act-end-device = Завершить вход
people-act-end-devices = Завершить вход везде
people-act-send-link = Отправить ссылку для пароля
people-act-print-letter = Напечатать письмо
people-act-change-email = Изменить адрес почты
people-act-merge = Объединить с другой регистрацией
people-act-data = Данные пользователя (файл)
people-act-data-hint = Всё, что личный кабинет хранит об этом человеке, для выдачи по запросу. Об этом остаётся запись.
people-act-delete = Удалить по просьбе
people-ask-link = Привязать лицевой счёт: { $name }
people-about-link = Делайте это, только если убедились, что этот человек вправе видеть лицевой счёт. Всем, кому он уже привязан, придёт письмо.
people-do-link = Привязать
people-done-link = Лицевой счёт привязан.
people-ask-unlink = Отвязать лицевой счёт?
people-about-unlink = { $name } больше не увидит лицевой счёт { $number }. Показания и квитанции остаются при лицевом счёте.
people-do-unlink = Отвязать
people-done-unlink = Лицевой счёт отвязан.
people-ask-end-device = Завершить вход на этом устройстве?
people-about-end-device = { $device }: то, что там сохранено и ещё не передано, останется на устройстве, пока { $name } снова не войдёт.
people-do-end-device = Завершить вход
people-done-end-device = Вход на устройстве завершён.
people-ask-end-devices = Завершить вход везде?
people-about-end-devices = { $count ->
    [one] Вход будет завершён на { $count } устройстве ({ $name }).
    [few] Вход будет завершён на { $count } устройствах ({ $name }).
   *[other] Вход будет завершён на { $count } устройствах ({ $name }).
 } То, что там сохранено и ещё не передано, останется на устройстве, пока { $name } снова не войдёт.
people-do-end-devices = Завершить вход везде
people-done-end-devices = Вход завершён на всех устройствах.
people-ask-send-link = Отправить ссылку для пароля?
people-about-send-link = { $name } получит ссылку на { $email } и выберет по ней пароль. Прежние ссылки и письма перестанут действовать; нынешний пароль остаётся до этого.
people-do-send-link = Отправить
people-done-send-link = Ссылка отправляется на { $email }.
people-ask-print-letter = Напечатать письмо?
people-about-print-letter = Письмо со ссылкой, по которой { $name } выберет пароль. Как только Вы его откроете, прежние ссылки и письма перестанут действовать. Отдайте его лично или отправьте по почте.
people-do-print-letter = Подготовить письмо
people-letter-ready = Письмо готово. Оно открывается один раз: напечатайте его там.
people-letter-open = Открыть письмо
people-done-print-letter = Письмо открыто на отдельной странице. Если оно не напечатано, подготовьте новое.
people-ask-change-email = Изменить адрес почты: { $name }
people-about-change-email = Если адрес указан с ошибкой. Сообщение придёт и на старый, и на новый адрес; ссылки, отправленные на старый, перестанут действовать.
people-do-change-email = Изменить
people-done-change-email = Адрес изменён. На оба адреса отправлено сообщение.
people-ask-merge = Объединить { $name } с другой регистрацией
people-merge-lead = Если один человек зарегистрирован дважды.
people-merge-search = Другая регистрация
people-merge-other = Выбрать другую
people-merge-which = Какая из двух остаётся?
people-merge-happens = Что произойдёт
people-merge-gains = Перейдут лицевые счета: { $numbers }
people-merge-shared = У обеих есть лицевые счета: { $numbers }
people-merge-takes-email = Будет взят адрес почты другой регистрации.
people-merge-takes-phone = Будет взят телефон другой регистрации.
people-merge-takes-language = Будет взят язык другой регистрации.
people-merge-takes-password = Будет взят пароль другой регистрации; его никто не видит.
people-merge-messages = { $count ->
    [one] Перейдёт { $count } сообщение.
    [few] Перейдут { $count } сообщения.
   *[other] Перейдут { $count } сообщений.
 }
people-merge-payments = { $count ->
    [one] Перейдёт { $count } платёж, начатый в личном кабинете.
    [few] Перейдут { $count } платежа, начатых в личном кабинете.
   *[other] Перейдут { $count } платежей, начатых в личном кабинете.
 }
people-merge-devices = { $count ->
    [one] Вход будет завершён на { $count } устройстве.
    [few] Вход будет завершён на { $count } устройствах.
   *[other] Вход будет завершён на { $count } устройствах.
 } Сохранённые там показания и сообщения сначала будут переданы, когда появится связь. Ещё не переданные фотографии останутся на устройстве.
people-merge-passkeys = { $count ->
    [one] Перестанет действовать { $count } ключ доступа.
    [few] Перестанут действовать { $count } ключа доступа.
   *[other] Перестанут действовать { $count } ключей доступа.
 }
people-merge-links = { $count ->
    [one] Перестанет действовать { $count } ссылка или письмо.
    [few] Перестанут действовать { $count } ссылки и письма.
   *[other] Перестанут действовать { $count } ссылок и писем.
 }
people-merge-told = На оба адреса придёт письмо.
people-merge-final = Отменить это нельзя.
people-do-merge = Объединить
people-done-merge = Регистрации объединены; остаётся { $name }.
people-ask-delete = Удалить: { $name }?
people-delete-goes = Что будет удалено
people-delete-profile = Имя, адрес почты, телефон, язык, пароль
people-delete-accounts = { $count ->
    [one] Привязка к { $count } лицевому счёту
    [few] Привязка к { $count } лицевым счетам
   *[other] Привязка к { $count } лицевым счетам
 }
people-delete-devices = { $count ->
    [one] Вход будет завершён на { $count } устройстве
    [few] Вход будет завершён на { $count } устройствах
   *[other] Вход будет завершён на { $count } устройствах
 }
people-delete-passkeys = { $count ->
    [one] { $count } ключ доступа
    [few] { $count } ключа доступа
   *[other] { $count } ключей доступа
 }
people-delete-links = { $count ->
    [one] { $count } ещё действующая ссылка или письмо
    [few] { $count } ещё действующие ссылки и письма
   *[other] { $count } ещё действующих ссылок и писем
 }
people-delete-mails = { $count ->
    [one] Запись о { $count } отправленном письме
    [few] Записи о { $count } отправленных письмах
   *[other] Записи о { $count } отправленных письмах
 }
people-delete-messages = { $count ->
    [one] { $count } сообщение, и его текст в учёте отправленного с устройств
    [few] { $count } сообщения, и их тексты в учёте отправленного с устройств
   *[other] { $count } сообщений, и их тексты в учёте отправленного с устройств
 }
people-delete-conversations = { $count ->
    [one] { $count } переписка целиком, вместе с ответами офиса
    [few] { $count } переписки целиком, вместе с ответами офиса
   *[other] { $count } переписок целиком, вместе с ответами офиса
 }
people-delete-photos = { $count ->
    [one] { $count } фотография
    [few] { $count } фотографии
   *[other] { $count } фотографий
 }
people-delete-slips = { $count ->
    [one] Введённое в { $count } передаче из киоска; если она ещё ждёт – только то, как связаться
    [few] Введённое в { $count } передачах из киоска; в тех, что ещё ждут, – только то, как связаться
   *[other] Введённое в { $count } передачах из киоска; в тех, что ещё ждут, – только то, как связаться
 }
people-delete-stays = Что закон обязывает хранить
people-delete-instead = При лицевом счёте, вместо имени – «{ $replacement }»:
people-delete-kept-readings = { $count ->
    [one] { $count } переданное показание
    [few] { $count } переданных показания
   *[other] { $count } переданных показаний
 } и учёт отправленного с устройств (числа и время): { $years ->
    [one] { $years } год
    [few] { $years } года
   *[other] { $years } лет
 }
people-delete-kept-bills = Квитанции лицевого счёта ({ $bills ->
    [one] { $bills } год
    [few] { $bills } года
   *[other] { $bills } лет
 }) и ведомость ({ $ledger ->
    [one] { $ledger } год
    [few] { $ledger } года
   *[other] { $ledger } лет
 }), с именем владельца, как в расчётах
people-delete-kept-payments = { $count ->
    [one] { $count } платёж, начатый в личном кабинете
    [few] { $count } платежа, начатых в личном кабинете
   *[other] { $count } платежей, начатых в личном кабинете
 }: { $years ->
    [one] { $years } год
    [few] { $years } года
   *[other] { $years } лет
 }
people-delete-kept-log = Журнал о том, кто что делал, без имён: { $years ->
    [one] { $years } год
    [few] { $years } года
   *[other] { $years } лет
 }
people-delete-devices-note = Устройства забудут то, что показывают, когда появится связь. То, что там сохранено и не передано, останется на устройстве и никогда не будет отправлено. Файлы из расчётов и резервные копии не изменяются.
people-delete-type = Для подтверждения введите имя: { $name }
people-delete-typed-wrong = Это не то имя, что указано здесь.
people-do-delete = Удалить навсегда
people-done-delete = Пользователь удалён.
people-application = Заявление на бумаге
people-application-lead = Введите то, что написано в заявлении. Прежде чем что-то создать, это сравнивается с данными расчётов.
people-compare = Сравнить
people-check-account = Лицевой счёт { $number }
people-check-unknown = Лицевого счёта { $number } нет.
people-check-holder = Имя совпадает с именем владельца: { $holder }
people-check-other-holder = Другое имя: владелец – { $holder }
people-check-address = Адрес совпадает: { $address }
people-check-other-address = Другой адрес: в расчётах – { $address }
people-check-address-open = Адрес: { $address }
people-check-linked = Уже привязан:
people-check-fits = Всё совпадает. Как пользователь получит ссылку для пароля?
people-check-decide = Совпадает не всё. Продолжайте, только если видели документы, которые это объясняют. Как пользователь получит ссылку для пароля?
people-create-by-mail = Создать пользователя и отправить письмо
people-create-by-letter = Создать пользователя, затем напечатать письмо
people-letters = Неиспользованные письма
people-letters-lead = Письма на бумаге, по которым ещё никто не выбрал пароль. Новое письмо тому же пользователю отменяет прежнее.
people-letters-none = Все письма использованы, или их срок истёк.
people-written = Написано
people-written-by = Кем
people-valid-until = Действует до
