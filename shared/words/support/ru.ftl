## Words of the messages between residents and the office, Russian. They come with the screens that say them.

support-title = Сообщения
conversation-title = Переписка с офисом
new-conversation-title = Написать в офис
support-new = Написать в офис
support-empty-title = Сообщений пока нет
support-empty = Есть вопрос о показании, приборе учёта или квитанции? Напишите нам здесь. Ответ придёт сюда же.
support-offline = Сейчас нет связи. Написать всё равно можно: сообщение сохранится на этом { $device ->
    [phone] телефоне
   *[computer] компьютере
 } и будет передано само.
support-unread = Новый ответ
support-state-open = Офис ещё не ответил
support-state-answered = Есть ответ
support-state-closed = Закрыто
support-topic = О чём вопрос?
support-topic-readings = Показания
support-topic-meter = Прибор учёта
support-topic-bill = Квитанция
support-topic-payment = Оплата
support-topic-account = Мои данные
support-topic-other = Другое
support-text = Ваше сообщение
support-answer = Ваш ответ
support-left = { $count ->
    [one] Остался { $count } знак
    [few] Осталось { $count } знака
   *[other] Осталось { $count } знаков
 }
support-too-long = { $count ->
    [one] Длиннее на { $count } знак
    [few] Длиннее на { $count } знака
   *[other] Длиннее на { $count } знаков
 }
support-nothing = Напишите что-нибудь или добавьте фото.
support-no-topic = Выберите, о чём вопрос.
support-send = Отправить
support-photo-add = Добавить фото
support-photo-number = Фото { $number }
support-photo-remove = Убрать фото { $number }
support-photo-open = Открыть фото { $number }
support-photo-unreadable = Этот файл нельзя прочитать как фото. Выберите другой.
support-photo-waiting = Фото ещё не передано
support-photo-refused = Фото не принято
support-photo-close = Закрыть
support-photo-away = Фото будет видно, как только появится связь.
support-you = Вы
support-office = Офис
support-question = Офис спрашивает об этом показании
support-question-about = { $service }, { $period }
support-question-look = Посмотреть прибор учёта
support-closed = Эта переписка закрыта. Если написать, она снова откроется.
support-unknown-title = Этой переписки здесь нет
support-unknown = Возможно, она относится к другому помещению, или с тех пор не было связи.
support-home = { $count ->
    [one] Вам написали из офиса
    [few] Вам написали из офиса: { $count } переписки
   *[other] Вам написали из офиса: { $count } переписок
 }
support-home-question = У офиса есть вопрос о показании
problem-conversation_unknown = Этой переписки больше нет. Пожалуйста, начните новую.
problem-photo_refused = Фото не удалось прочитать. Пожалуйста, сделайте другое.
