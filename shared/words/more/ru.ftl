## Words of "More" and of signing out, Russian. They come with the screens that say them.

### More

more-title = Ещё
more-account = Лицевой счёт
more-holder = ФИО
more-address = Адрес
more-number = Номер лицевого счёта
more-sending = Передача
more-storage = Хранение
more-storage-kept = Сохранённые показания надёжно хранятся на этом { $device ->
    [phone] телефоне
   *[computer] компьютере
 }.
more-storage-evictable = Если места не хватит, браузер может удалить ещё не переданные показания. Разрешите их хранить.
more-storage-unknown = Пока неизвестно, будет ли браузер хранить сохранённые показания.
more-storage-keep = Хранить надёжно
more-storage-refused = Браузер не разрешил. Обычно он разрешает, когда приложение на главном экране. До тех пор передавайте сохранённое поскорее.
more-install = На главном экране
more-install-text = Добавьте приложение на главный экран: оно открывается сразу и без связи.
more-install-button = Добавить
more-install-ios = Нажмите внизу кнопку «Поделиться», затем «На экран „Домой“».
more-contact = Вопросы
more-messages = Сообщения в офис
more-mail = Написать на { $address }
more-version = Версия { $version }
more-sign-out = Выйти
sign-out-title = Выйти?
sign-out-plain = Ваши приборы будут убраны с этого { $device ->
    [phone] телефона
   *[computer] компьютера
 }. Когда Вы войдёте, они снова будут здесь.
sign-out-unsent-title = Передано ещё не всё
sign-out-unsent = { $count ->
    [one] На этом { $device ->
        [phone] телефоне
       *[computer] компьютере
     } ждёт { $count } показание.
    [few] На этом { $device ->
        [phone] телефоне
       *[computer] компьютере
     } ждут { $count } показания.
   *[other] На этом { $device ->
        [phone] телефоне
       *[computer] компьютере
     } ждут { $count } показаний.
 } Что Вы хотите сделать?
sign-out-send-first = Передать и выйти
sign-out-keep = Выйти и оставить здесь
sign-out-keep-hint = Они будут переданы, когда Вы снова войдёте здесь.
sign-out-export = Сохранить в файл
sign-out-export-hint = Таблица, которую Вы можете прочитать, а наш офис – принять как есть.
sign-out-exported = Сохранено в файл «{ $file }».
sign-out-left = Показаний, которые нельзя записать в файл и которые остаются здесь: { $count }.
sign-out-withdrawals = Отзывы нельзя взять с собой в файле.
sign-out-messages = { $count ->
    [one] Ещё не передано { $count } сообщение в офис.
    [few] Ещё не переданы { $count } сообщения в офис.
   *[other] Ещё не передано { $count } сообщений в офис.
 }
sign-out-messages-stay = Здесь ждут и сообщения; в файле их взять с собой нельзя.
file-captured = Снято
sign-out-stay = Не выходить
sign-out-not-sent = Сейчас передать не удалось. Попробуйте позже или выберите другой способ.
