## Слова регистрации, ссылок и собственной учётной записи, по-русски. Они приходят с экранами, которые их говорят.

### Registering

register-title = Регистрация
register-lead = Укажите данные из Вашей квитанции. Мы пришлём ссылку, по которой Вы придумаете пароль.
register-holder = ФИО
register-number = Номер лицевого счёта
register-number-hint = Он указан в каждой квитанции, например { $example }.
register-phone = Телефон
register-email = Электронная почта
register-email-hint = На этот адрес придёт ссылка.
register-proof = Заводской номер одного из Ваших приборов учёта
register-proof-hint = Он напечатан на самом приборе и подтверждает, что Вы там живёте.
register-total = Сумма последней квитанции
register-total-hint = Например, 4520,00. Она подтверждает, что квитанция у Вас.
register-total-wrong = Это не сумма. Пример: 4520,00.
register-empty = Заполните это поле.
register-line-wrong = Здесь есть знаки, которые нельзя прочитать. Введите заново.
register-number-wrong = Номера наших лицевых счетов выглядят иначе, например { $example }.
register-email-wrong = Адрес электронной почты неполный. Пример: imya@primer.ru.
register-phone-wrong = Это не номер телефона. Пример: { $example }.
register-refused = В таком виде это не принимается. Проверьте.
register-have = Уже зарегистрированы?

### Forgotten password

forgot-password-title = Новый пароль
forgot-password-lead = Укажите адрес электронной почты, с которым Вы регистрировались. Мы пришлём ссылку, по которой Вы придумаете новый пароль.
forgot-password-none = Почту не указывали или она теперь другая? Зарегистрируйтесь ещё раз или позвоните нам.

### The letter is on its way

letter-send = Прислать ссылку
letter-sending = Отправляется…
letter-title = Загляните в свою почту
letter-register = Если всё указано как в квитанции, ссылка уже отправлена на { $email }.
letter-password = Если Вы регистрировались с этим адресом, ссылка уже отправлена на { $email }.
letter-time = Это занимает до трёх минут. По ссылке можно перейти один раз.
letter-nothing = Ничего не пришло?
letter-spam = Загляните в папку «Спам».
letter-check = Проверьте, верно ли всё указано.
letter-change = Исправить указанное
letter-again = Отправить ещё раз
letter-sent-again = Отправлено ещё раз в { $at }.
letter-call = Всё равно ничего? Позвоните нам:

### Links from letters

link-opening = Ссылка открывается…
link-which = Если она пришла после регистрации, зарегистрируйтесь ещё раз. Если она была для нового пароля, запросите другую.
link-request = Запросить новый пароль
link-register = Зарегистрироваться ещё раз
link-used-next = Если это были Вы, войдите с паролем, который придумали.
link-used-in = Здесь выполнен вход: { $name }. Если это Вы, больше ничего делать не нужно.
link-other-user = Сейчас на этом { $device ->
    [phone] телефоне
   *[computer] компьютере
 } выполнен вход: { $name }. Когда Вы сохраните пароль, этот вход здесь завершится.

### Choosing a password

set-password-title = Придумайте пароль
set-password-label = Новый пароль
set-password-hint = Не меньше 8 знаков. Несколько слов подряд легко запомнить и трудно угадать.
set-password-long = Длина достаточная
set-password-end-others = Завершить вход на других моих устройствах
set-password-end-others-hint = Полезно, если старый пароль мог узнать кто-то ещё.
set-password-save = Сохранить и войти
set-password-working = Сохраняется…

### Confirming an e-mail address

confirm-email-title = Подтвердите почту
confirm-email-lead = Наши письма будут приходить на { $email }, и с этим адресом можно будет входить.
confirm-email-do = Подтвердить
confirm-email-working = Подтверждается…
confirm-email-done-title = Почта подтверждена
confirm-email-done = Теперь наши письма приходят на { $email }.
confirm-email-on = Продолжить
confirm-email-used = Если Вы уже подтвердили адрес, всё в порядке. Если нет, ещё раз смените почту в разделе «Мой профиль».
confirm-email-anew = Чтобы получить другую ссылку, ещё раз смените почту в разделе «Мой профиль».

### What can go wrong

access-offline = { $why ->
    [no-network] Нет связи. Здесь нужен интернет; введённое сохранилось.
   *[unanswered] Компания сейчас не отвечает. Введённое сохранилось; попробуйте позже.
 }
access-offline-pressed = { $why ->
    [no-network] Нет связи. Здесь нужен интернет.
   *[unanswered] Компания сейчас не отвечает. Попробуйте позже.
 }
problem-link_unknown = Эта ссылка ничего не открывает. Возможно, при копировании она оборвалась; откройте её из письма ещё раз.
problem-link_used = Эта ссылка уже использована.
problem-link_expired = Эта ссылка устарела.
problem-password_refused = { $why ->
    [password_too_short] Нужно не меньше 8 знаков.
    [password_too_long] Нужно не больше 256 знаков.
    [password_is_account] Только не номер лицевого счёта: его попробуют первым.
    [password_is_email] Только не адрес почты: его попробуют первым.
   *[password_common] Этот пароль у очень многих, поэтому его попробуют первым. Выберите другой.
 }
problem-password_wrong = Нынешний пароль неверный.
problem-email_taken = Этот адрес почты здесь уже кто-то использует. Если это Вы, войдите с ним.
problem-account_mismatch = Указанное не совпадает с квитанцией. Сравните ещё раз.
problem-account_linked = Этот лицевой счёт уже Ваш.

### My account

account-unread = { $why ->
    [no-network] Нет связи. Эл. почту, телефон, пароль и устройства можно будет увидеть и изменить, как только она появится.
    [unanswered] Компания сейчас не отвечает. Эл. почту, телефон, пароль и устройства можно будет увидеть и изменить позже.
    [signed-out] Чтобы увидеть и изменить это, войдите ещё раз.
   *[refused] Сейчас это не удалось получить. Попробуйте позже.
 }
account-reach = Как с Вами связаться
account-entrance = Вход
account-none = пока нет
account-present = Сейчас
account-current = Нынешний пароль
account-save = Сохранить
account-saved = Сохранено
account-working = Секунду…
account-remove = Убрать
account-remove-yes = Убрать
account-remove-no = Оставить

account-email = Эл. почта
account-email-new = Новый адрес эл. почты
account-email-hint = Мы отправим туда ссылку. Пока Вы её не откроете, ничего не изменится.
account-email-send = Отправить ссылку
account-email-sent = Ссылка отправлена на { $email }. Письмо идёт до трёх минут; ссылкой можно воспользоваться один раз в течение 24 часов.
account-email-until = Пока Вы её не откроете, остаётся прежний адрес.
account-email-help = Ничего не пришло? Загляните в папку «Спам» и проверьте введённый адрес.
account-phone = Телефон
account-phone-new = Новый номер
account-phone-send = Сохранить
account-phone-remove = Убрать номер
account-phone-removed = Вашего номера телефона у нас больше нет.
account-language = Язык наших писем

account-password = Пароль
account-password-line = Изменить
account-password-changed = Пароль изменён
account-password-others = { $others ->
    [ended] На всех других Ваших устройствах выполнен выход.
   *[left] На других Ваших устройствах вход сохранён.
 }

account-premises = Помещения
account-premises-line = Добавить или убрать
account-add = Добавить помещение
account-add-lead = Введите то, что указано в его квитанции.
account-add-another = Добавить ещё
account-added = Добавлено: { $address }
account-added-switch = { $here ->
    [yes] Переключаться между помещениями можно вверху экрана.
   *[no] Оно появится, как только будет связь.
 }
account-added-show = Показать
account-remove-title = Убрать { $address }?
account-remove-text = Приборы и показания этого помещения исчезнут с Ваших устройств. Переданное остаётся у компании. По квитанции помещение можно добавить снова.
account-remove-waiting = На этом { $device ->
    [phone] телефоне
   *[computer] компьютере
 } { $count ->
    [one] ждёт { $count } показание этого помещения
    [few] ждут { $count } показания этого помещения
   *[other] ждут { $count } показаний этого помещения
 }. Сначала передайте то, что ждёт: потом это будет невозможно.
account-remove-last = Других помещений у Вас нет, поэтому это убрать нельзя.
account-removed = Убрано: { $address }

account-devices = Устройства
account-devices-count = { $count ->
    [one] { $count } устройство
    [few] { $count } устройства
   *[other] { $count } устройств
 }
account-devices-lead = На этих устройствах выполнен вход под Вашим именем. Если какое-то Вам незнакомо, выполните на нём выход и смените пароль.
account-devices-end = Выйти на всех остальных
account-devices-end-title = Выйти на всех остальных устройствах?
account-devices-ended = На всех остальных устройствах выполнен выход.
account-device = { $known ->
    [both] { $browser }, { $system }
    [browser] { $browser }
    [system] { $system }
   *[nothing] Неизвестное устройство
 }
account-device-own = { $device ->
    [phone] Этот телефон
   *[computer] Этот компьютер
 }
account-device-used = { $when ->
    [today] Использовалось сегодня
    [yesterday] Использовалось вчера
   *[earlier] Использовалось { $day }
 }
account-device-since = { $when ->
    [today] вход сегодня
    [yesterday] вход вчера
   *[earlier] вход { $day }
 }
account-device-end = Выйти
account-device-end-title = Выйти на устройстве «{ $name }»?
account-device-end-text = Сохранённое там останется. Ничего нового не придёт и ничего не будет передано, пока Вы снова не войдёте там.
account-device-leave = Не выходить
account-device-ended = Выход выполнен: { $name }

account-passkeys = Ключи доступа
account-passkeys-count = { $count ->
    [0] Пока нет
    [one] { $count } ключ
    [few] { $count } ключа
   *[other] { $count } ключей
 }
account-passkeys-lead = С ключом доступа Вы входите по отпечатку пальца, лицу или коду устройства: ничего не нужно помнить, и никто не сможет его угадать или выманить.
account-passkey-add = Добавить ключ доступа
account-passkey-added = Добавлен. В следующий раз можно войти с ним.
account-passkey-made = { $when ->
    [today] Добавлен сегодня
    [yesterday] Добавлен вчера
   *[earlier] Добавлен { $day }
 }
account-passkey-used = { $when ->
    [today] использован сегодня
    [yesterday] использован вчера
   *[earlier] использован { $day }
 }
account-passkey-unused = ещё не использовался
account-passkey-cannot = В этом браузере ключи доступа не работают.
account-passkey-cancelled = Ключ доступа не добавлен.
account-passkey-already-there = На этом устройстве уже есть Ваш ключ доступа.
account-passkey-remove-title = Убрать этот ключ доступа?
account-passkey-remove-text = { $name }: войти с ним больше будет нельзя. Пароль остаётся.
account-passkey-removed = Ключ доступа убран.

### У киоска: свои квитанции на планшете в офисе

at-kiosk-title = Ваши квитанции в киоске
at-kiosk-ask = Планшет «{ $kiosk }» покажет Ваши квитанции: адреса, долг и то, за что платить. Их увидит тот, кто у него стоит.
at-kiosk-only = Продолжайте, только если у него стоите Вы. Наши сотрудники не спрашивают это число ни по телефону, ни в сообщениях.
at-kiosk-which = Какое число сейчас на планшете?
at-kiosk-none = Ни одно из этих: не показывать
at-kiosk-missing = На планшете нет числа? Нажмите там ещё раз «Мои квитанции» и отсканируйте новый код.
at-kiosk-working = Минутку…
at-kiosk-declined-title = Ваши квитанции не показаны
at-kiosk-declined-number = На планшете другое число, поэтому он ничего не показывает. Если Вы действительно стоите у него, пусть там покажут новый код; отсканируйте его.
at-kiosk-declined-no = Планшет ничего не показывает. Этот код Вам кто-то прислал? Тогда, пожалуйста, сообщите нам.
at-kiosk-shown-title = Планшет может показать Ваши квитанции
at-kiosk-shown = Ваши квитанции появятся на экране планшета «{ $kiosk }», как только Вы скажете там, что это Вы.
at-kiosk-shown-end = Когда закончите, нажмите там «Готово» или прекратите показ здесь. Через несколько минут они исчезнут сами.
at-kiosk-end = Прекратить показ
at-kiosk-ended-title = Ваши квитанции больше не показываются
at-kiosk-ended = Через несколько секунд на экране планшета «{ $kiosk }» ничего Вашего не будет.
at-kiosk-home = На главную
at-kiosk-over = Этот код больше не действует.
at-kiosk-scan = Код на планшете действует несколько минут и один раз. Пусть там покажут новый; наведите на него камеру телефона.
