problem-last_administrator = Это единственный администратор, который может войти. Сначала назначьте администратором кого-нибудь ещё.

staff-title = Сотрудники офиса
staff-lead = Кто может войти и что каждому разрешено.
staff-roles = Сотрудник работает с показаниями и жителями. Руководитель также решает о периодах и сроках приёма. Администратор, кроме того, ведёт сотрудников, ключи и журнал.
staff-invite = Пригласить сотрудника
staff-name = Имя и фамилия
staff-email = Эл. почта
staff-role = Роль
staff-language = Язык писем
staff-name-empty = Пожалуйста, введите имя и фамилию.
staff-email-taken = У кого-то из офиса уже есть такой адрес.
staff-invite-send = Отправить приглашение
staff-invite-hint = На этот адрес уйдёт письмо со ссылкой для выбора пароля. Пароля Вы не увидите.
staff-invited = Приглашение отправлено: { $name }. Письмо в пути на { $email }.
staff-state = Состояние
staff-state-active = может войти
staff-state-invited = приглашение отправлено
staff-state-disabled = доступ закрыт
staff-seen = Последний раз
staff-seen-never = вход не выполнен
staff-you = Вы
staff-actions = Что сделать
staff-change-role = { $name }: роль
staff-disable = Закрыть доступ
staff-enable = Снова открыть
staff-reset = Новый телефон
staff-invite-again = Пригласить ещё раз
staff-cancel = Оставить как есть
staff-disable-title = { $name }: закрыть доступ?
staff-disable-text = Открытая работа на всех устройствах завершится сразу. { $name }: всё сделанное до сих пор останется в журнале. Позже доступ можно снова открыть.
staff-reset-title = { $name }: начать заново?
staff-reset-text = Для того, кто потерял телефон. Коды старого телефона и пароль больше ничего не откроют, а на { $email } уйдёт письмо со ссылкой для нового начала.
staff-role-title = { $name }: теперь { $role }?
staff-role-text = Это действует сразу, также для работы, которая сейчас открыта.
staff-role-do = Изменить роль
staff-role-changed = { $name }: роль изменена.
staff-disabled = { $name }: доступ закрыт.
staff-enabled = { $name }: доступ снова открыт.
staff-reset-done = Письмо для нового начала в пути на { $email }.

access-title = Мой доступ
access-facts = Кто Вы здесь
access-password-title = Пароль
access-password-lead = После смены здесь работа продолжится, а везде ещё вход завершится.
access-current = Нынешний пароль
access-current-empty = Пожалуйста, введите нынешний пароль.
access-new = Новый пароль
access-password-change = Сменить пароль
access-password-done = Ваш пароль изменён.
access-phone-title = Телефон с кодами
access-phone-lead = Настройте другой телефон прежде, чем расстанетесь со старым.
access-phone-begin = Настроить другой телефон
access-phone-done = Теперь действуют коды нового телефона.
access-codes-title = Запасные коды
access-codes-left = { $count ->
    [0] У Вас не осталось ни одного. Создайте новые.
    [one] У Вас остался { $count } код.
    [few] У Вас осталось { $count } кода.
   *[many] У Вас осталось { $count } кодов.
 }
access-codes-renew = Создать новые
access-codes-renewed = Старые коды больше ничего не откроют.
access-prove = Сначала подтвердите, что это Вы.
