## Файлы из расчётов и для расчётов.

problem-file_applied = Этот файл уже внесён ({ $at }). Сначала посмотрите, что из него вышло.
problem-undo_refused = { $why ->
    [batch_running] Он ещё вносится.
    [batch_undone] Он уже отменён.
    [batch_undoing] Его уже отменяют.
    [batch_billed] Расчёты уже ответили об этих показаниях: учтённое в расчёте остаётся.
   *[batch_too_old] Он слишком давний: тогда не записывалось, что он изменил.
 }

exchange-title = Файлы и расчёты
exchange-bring-in = Внести
exchange-give-out = Передать показания в расчёты
exchange-give-out-text = Показания за месяц файлом для расчётов. Сначала видно, что в нём будет и чего не будет.
exchange-to-give-out = К показаниям за месяц
exchange-answer-hint = Когда расчёты ответят, внесите их файл, как любой другой.
exchange-drop = Перетащите файл сюда
exchange-choose = Выбрать файл…
exchange-drop-hint = XLSX, CSV или JSON; PDF квитанций – в ZIP. До 200 МБ. Ничего не меняется, пока Вы не посмотрели.
exchange-one-file = По одному файлу, пожалуйста.
exchange-too-large = Файл больше { $size }. Разделите его.
exchange-sending = { $name } отправляется…
exchange-cancel = Отмена
exchange-save = Сохранить
exchange-more = Показать ещё

exchange-under-way = Выполняется
exchange-last = Последние работы
exchange-job = Работа с файлом
exchange-import-trial = проба
exchange-import-real = внесение
exchange-undo-trial = проба отмены
exchange-undo-real = отмена
exchange-state-waiting = ждёт
exchange-state-running = выполняется
exchange-state-done = готово
exchange-state-failed = не получилось
exchange-state-cancelled = прервано
exchange-by-program = не с этой страницы
exchange-batches = Всё внесённое и переданное
exchange-no-batches = Пока ничего не внесено и не передано.
exchange-batch = Пакет
exchange-what = Что
exchange-when = Когда
exchange-who = Кто
exchange-file = Файл
exchange-in-file = В файле
exchange-why = Почему
exchange-number = Номер пакета
exchange-readings = Показания
exchange-difference = Изменения
exchange-batch-running = Вносится
exchange-batch-undoing = Отменяется
exchange-batch-undone = Отменён
exchange-so-many-created = новые: { $what }
exchange-so-many-changed = изменены: { $what }
exchange-so-many-unchanged = без изменений: { $what }
exchange-so-many-refused = отклонены: { $what }

exchange-kind-accounts = Лицевые счета
exchange-kind-meters = Приборы учёта
exchange-kind-readings = Прежние показания
exchange-kind-acknowledgement = Ответ расчётов
exchange-kind-statements = Квитанции
exchange-kind-ledger = Ведомость
exchange-kind-payments = Платежи
exchange-kind-pdfs = PDF квитанций
exchange-kind-readings-out = Показания для расчётов
exchange-things-accounts = лицевые счета
exchange-things-meters = приборы учёта
exchange-things-readings = показания
exchange-things-acknowledgement = показания
exchange-things-statements = квитанции
exchange-things-ledger = месяцы ведомости
exchange-things-payments = платежи
exchange-things-pdfs = PDF
exchange-counted-rows = { $count ->
    [one] { $number } строка
    [few] { $number } строки
   *[many] { $number } строк
 }
exchange-counted-files = { $count ->
    [one] { $number } файл
    [few] { $number } файла
   *[many] { $number } файлов
 }
exchange-counted-accounts = { $count ->
    [one] { $number } лицевой счёт
    [few] { $number } лицевых счёта
   *[many] { $number } лицевых счетов
 }
exchange-counted-meters = { $count ->
    [one] { $number } прибор учёта
    [few] { $number } прибора учёта
   *[many] { $number } приборов учёта
 }
exchange-counted-readings = { $count ->
    [one] { $number } показание
    [few] { $number } показания
   *[many] { $number } показаний
 }
exchange-counted-acknowledgement = { $count ->
    [one] { $number } показание
    [few] { $number } показания
   *[many] { $number } показаний
 }
exchange-counted-statements = { $count ->
    [one] { $number } квитанция
    [few] { $number } квитанции
   *[many] { $number } квитанций
 }
exchange-counted-ledger = { $count ->
    [one] { $number } месяц ведомости
    [few] { $number } месяца ведомости
   *[many] { $number } месяцев ведомости
 }
exchange-counted-payments = { $count ->
    [one] { $number } платёж
    [few] { $number } платежа
   *[many] { $number } платежей
 }
exchange-counted-pdfs = { $count ->
   *[other] { $number } PDF
 }

exchange-holds = В файле
exchange-choose-kind = Выберите
exchange-kind-unknown = По файлу не понять, что в нём. Выберите выше.
exchange-pdfs-text = Каждый PDF попадает к квитанции, которая его называет. Сначала проба: какие из них находят свою.
exchange-applied = { $kind }: уже внесено, { $at }, { $who }.
exchange-being-applied = { $kind }: { $who } прямо сейчас вносит тот же файл ({ $at }).
exchange-look = Посмотреть
exchange-profile = Как его читать
exchange-profile-ours = По нашим названиям столбцов
exchange-profile-fresh = Столбцы выбраны вручную
exchange-profile-keep = Сохранить изменения
exchange-profile-save = Сохранить на будущее…
exchange-profile-rename = Переименовать…
exchange-profile-remove = Удалить…
exchange-profile-save-title = Сохранить, как читается этот файл
exchange-profile-rename-title = Переименовать
exchange-profile-remove-title = Удалить?
exchange-profile-remove-text = «{ $name }» больше не будет предлагаться. Внесённое с ним остаётся.
exchange-profile-name = Название
exchange-profile-nameless = Дайте название.
exchange-proposed-ours = В файле наши названия столбцов.
exchange-proposed-last = Читается так же, как прошлый файл этого вида.
exchange-proposed-saved = Этому файлу подходит сохранённый способ чтения.
exchange-proposed-guess = Это предложение по тому, что есть в файле. Сравните обе таблицы ниже и сохраните, если всё верно.
exchange-encoding = Буквы
exchange-encoding-utf-8 = UTF-8
exchange-encoding-windows-1257 = Windows, балтийская (1257)
exchange-encoding-windows-1251 = Windows, кириллица (1251)
exchange-by-content = По содержанию
exchange-by-content-found = По содержанию ({ $found })
exchange-columns = Столбцы
exchange-separator = Между столбцами
exchange-tab = Табуляция
exchange-sheet = Лист
exchange-first-sheet = Первый
exchange-names-line = Названия столбцов в строке
exchange-first-line = Таблица начинается со строки
exchange-header = У столбцов есть названия
exchange-rows-hint = Укажите у строки, что это. Это будет относиться ко всем похожим строкам.
exchange-row-mark = Что это
exchange-row-mark-of = Строка { $line }: что это
exchange-row-title = Над таблицей
exchange-row-names = Названия столбцов
exchange-row-row = Строка таблицы
exchange-row-block = Начало блока
exchange-row-out = Пропускается
exchange-row-empty = Пустая
exchange-total = Итого
exchange-test-column = В столбце
exchange-test-is = Ячейка
exchange-test-beginning = начинается с
exchange-test-equal = равна
exchange-test-containing = содержит
exchange-test-empty = пустая
exchange-test-filled = не пустая
exchange-test-text = Слова
exchange-in-no-line = Среди строк выше таких нет.
exchange-in-lines = Строки: { $lines }.
exchange-blocks = Блоки
exchange-blocks-text = Блок начинается с такой строки. Сказанное в ней относится ко всем строкам под ней, до следующего блока.
exchange-block-says = Что сказано в первой строке блока
exchange-block-says-more = В ней также сказано
exchange-block-says-not = Там этого нет
exchange-choose-field = Выберите
exchange-after = Без слов перед ним
exchange-after-of = { $field }: без слов перед ним
exchange-blocks-none = Блоков нет
exchange-left-out = Пропускаемые строки
exchange-left-out-text = Итоги и другие строки, которые не относятся к таблице. Пустые строки пропускаются и так.
exchange-left-out-rule = Пропускаемые строки, { $number }
exchange-left-out-more = Пропускать ещё строки
exchange-left-out-not = Эти не пропускать
exchange-groups-start = Несколько рядом в одной строке
exchange-groups = Несколько рядом в одной строке
exchange-groups-text = Например, показания Т1 и Т2 в своих столбцах: из каждого получится своя строка. Пустые пропускаются.
exchange-groups-repeated = Что там повторяется
exchange-group = № { $number }
exchange-group-remove = Убрать № { $number }
exchange-groups-more = Ещё одно рядом
exchange-groups-none = В каждой строке только одно
exchange-dates = Даты написаны как
exchange-numbers = Числа написаны как
exchange-needed = обязательно
exchange-optional = может не быть
exchange-not-there = Нет в файле
exchange-from-block = В первой строке блока
exchange-from-groups = Несколько в одной строке, см. ниже
exchange-constant = Одно и то же для всех строк…
exchange-constant-of = { $field }: одно и то же для всех строк
exchange-lost = { $column }: нет в этом файле
exchange-replace = Заменить слова…
exchange-replaced = { $count ->
    [one] Заменено { $count } слово
    [few] Заменено { $count } слова
    [many] Заменено { $count } слов
   *[other] Заменено { $count } слова
 }
exchange-replace-hint = По одному в строке: слово в файле = наше слово
exchange-as-it-stands = Файл как есть
exchange-as-read = Как он читается
exchange-line = Строка
exchange-row = Содержание
exchange-ignored = Не используется: { $columns }
exchange-missing = Ещё не хватает: { $fields }.
exchange-try = Проверить
exchange-try-hint = Показывает, что станет с каждой строкой. Ничего не меняется.

exchange-waiting = Сейчас начнётся…
exchange-ahead = { $ahead ->
    [one] Ждёт очереди: впереди { $ahead } работа.
    [few] Ждёт очереди: впереди { $ahead } работы.
    [many] Ждёт очереди: впереди { $ahead } работ.
   *[other] Ждёт очереди: впереди { $ahead } работы.
 }
exchange-ending = Останавливается…
exchange-trying = Проверяется…
exchange-bringing = Вносится…
exchange-undo-trying = Смотрим, что будет отменено…
exchange-undoing = Отменяется…
exchange-done = Строк пока: { $done }
exchange-done-of = Строк: { $done } из { $total }
exchange-goes-on = Страницу можно закрыть. Работа продолжится, Вы найдёте её в разделе «{ exchange-title }».
exchange-cancel-import = Остановить и отменить
exchange-title-trial = { $what }: проба
exchange-title-import = { $what }: внесение
exchange-title-undo-trial = { $what }: что будет отменено
exchange-title-undo = { $what }: отмена
exchange-would = Вот что произойдёт. Пока ничего не изменено.
exchange-did = Внесено.
exchange-did-nothing = Ничего не изменено: всё уже было или отклонено.
exchange-strict-refused = Ничего не внесено, потому что есть отклонённые строки.
exchange-failed-nothing = Из файла ничего не внесено.
exchange-cancelled = Прервано. Ничего не изменено.
exchange-cancelled-undone = Остановлено, внесённое отменено.
exchange-nothing-right = Ни одну строку файла внести нельзя. Исправьте отклонённые строки и внесите их снова.
exchange-nothing-new = Всё из этого файла уже есть: вносить нечего.
exchange-for-manager = Внести может руководитель. Эта страница показывает всем в офисе одно и то же.
exchange-again = Всё равно внести ещё раз
exchange-strict = Не вносить ничего, если отклонена хоть одна строка
exchange-bring-all = Внести: { $what }
exchange-bring-others = Внести без отклонённого: { $what }
exchange-back-to-file = Назад к файлу
exchange-to-batch = К пакету

exchange-count-rows = Строки в файле
exchange-count-files = Файлы
exchange-count-created = Новые { $things }
exchange-count-changed = Изменённые { $things }
exchange-count-unchanged = Неизменённые { $things }
exchange-count-late = Поздно: месяц закрыт
exchange-count-falls = Меньше прежнего
exchange-count-carried = Сальдо не перенесено
exchange-count-pdfs-waiting = Квитанции ещё без PDF
exchange-refused = Отклонённые строки
exchange-examples = Примеры
exchange-refused-files = Отклонённые файлы
exchange-refused-hint = В файле на один столбец больше: он говорит, почему. Исправьте строки в нём и внесите его.
exchange-refused-xlsx = XLSX
exchange-refused-csv = CSV
exchange-rest = … и ещё { $count }
exchange-formulas = Формул, у которых взято сохранённое значение: { $count }.
exchange-looks-like = Файл похож на { $encoding }. Проверьте буквы в таблице.
exchange-falls-title = Показания меньше предыдущего
exchange-before = Предыдущее
exchange-carried-title = Месяцы, которые начинаются не с прежнего сальдо
exchange-carried-closed = Сальдо конечное

exchange-undo = Отменить…
exchange-undo-look = Отменить…
exchange-undo-look-hint = Сначала показывает, что будет отменено.
exchange-undo-title = Отменить пакет?
exchange-undo-confirm = Отменить
exchange-undo-text = Записывается, кто и почему его отменил.
exchange-undo-would = Вот что будет отменено. Пока ничего не изменено.
exchange-undo-did = Отменено.
exchange-undo-removed = Убраны
exchange-undo-restored = Снова как прежде
exchange-undo-left = Остаются как есть
exchange-undone-by = Отменён { $at }, { $who }.
exchange-left-title = Это остаётся как есть
exchange-left-what = Что
exchange-left-changed_since = С тех пор изменено офисом или жителем
exchange-left-changed_by_batch = С тех пор изменено другим файлом
exchange-left-billed = Уже учтено в расчёте
exchange-left-exported = С тех пор передано в расчёты
exchange-left-has_pdf = У неё есть PDF
exchange-left-paid_online = Оплачено в портале
exchange-left-has_readings = У него есть показания
exchange-left-in_use = К нему относится и другое
exchange-left-file_taken = Имя его файла теперь у другой квитанции
exchange-left-other_stands = На его месте другое показание
exchange-left-period_billed = Другой пакет за месяц учтён в расчёте: месяц остаётся закрытым
exchange-row-accounts = Лицевой счёт
exchange-row-meters = Прибор учёта
exchange-row-readings = Показание
exchange-row-statements = Квитанция
exchange-row-ledger = Ведомость
exchange-row-payments = Платёж
exchange-row-online-payments = Платёж в портале
exchange-row-files = PDF
exchange-row-locks = Закрытие
exchange-locked = Месяц закрыт
exchange-no-report = Отчёта о нём больше нет.

exchange-form-xlsx = XLSX
exchange-form-csv = CSV
exchange-form-excel = CSV для Excel
exchange-form-json = JSON
exchange-answered = Ответ расчётов
exchange-answered-billed = Учтены в расчёте
exchange-answered-refused = Отклонены расчётами
exchange-answered-waiting = Ещё без ответа
exchange-answered-gone = С тех пор заменены
exchange-given = { $readings ->
    [0] Нового для передачи не было.
    [one] В файле { $readings } показание.
    [few] В файле { $readings } показания.
    [many] В файле { $readings } показаний.
   *[other] В файле { $readings } показания.
 }
exchange-given-locked = Месяц закрыт.
exchange-out-ready = Готовы для файла
exchange-out-adjustments = Корректировки прежних месяцев
exchange-out-review = Ждут офиса
exchange-out-late = Пришли поздно
exchange-out-unread = Шкалы без показаний
exchange-out-review-text = { $count ->
    [one] { $count } показание не попадёт ни в один файл, пока не решено.
    [few] { $count } показания не попадут ни в один файл, пока не решено.
    [many] { $count } показаний не попадут ни в один файл, пока не решено.
   *[other] { $count } показания не попадут ни в один файл, пока не решено.
 }
exchange-out-unread-text = Без показаний: { $unread } из { $registers }. Их расчёты оценивают сами.
exchange-out-locked = Месяц закрыт с { $at }.
exchange-out-open = Показания ещё принимаются до { $until }.
exchange-out-lockable = Показания больше не принимаются: месяц можно закрыть.
exchange-out-manager = Передать показания может руководитель. Что войдёт в файл, видят все в офисе.
exchange-out-nothing = Нового для передачи нет.
exchange-out-batches = Передано за этот месяц
exchange-give-and-lock = Передать и закрыть месяц
exchange-give-only = Передать, не закрывая
exchange-give-rest = Передать новое
exchange-lock-text = { $ready ->
    [one] В файл попадёт { $ready } показание. Что придёт после, хранится отдельно как опоздавшее.
    [few] В файл попадут { $ready } показания. Что придёт после, хранится отдельно как опоздавшее.
    [many] В файл попадут { $ready } показаний. Что придёт после, хранится отдельно как опоздавшее.
   *[other] В файл попадут { $ready } показания. Что придёт после, хранится отдельно как опоздавшее.
 }

exchange-field-account = Номер лицевого счёта
exchange-field-holder = Владелец
exchange-field-address = Адрес
exchange-field-premises = Квартира
exchange-field-email = Эл. почта
exchange-field-phone = Телефон
exchange-field-service = Услуга
exchange-field-serial = Заводской номер
exchange-field-place = Место
exchange-field-register = Шкала
exchange-field-unit = Единица измерения
exchange-field-digits = Знаков до запятой
exchange-field-decimals = Знаков после запятой
exchange-field-ratio = Коэффициент
exchange-field-installedOn = Дата установки
exchange-field-verifiedUntil = Поверен до
exchange-field-retiredOn = Дата выбытия
exchange-field-initial = Начальное показание
exchange-field-replaces = Вместо прибора
exchange-field-period = Месяц
exchange-field-value = Показание
exchange-field-takenOn = Снято
exchange-field-kind = Фактическое или расчётное
exchange-field-source = Источник
exchange-field-batch = Номер пакета
exchange-field-state = Состояние
exchange-field-reason = Причина
exchange-field-issuedOn = Выставлена
exchange-field-number = Номер
exchange-field-description = Описание
exchange-field-due = Срок оплаты
exchange-field-total = Итого
exchange-field-file = Файл PDF
exchange-field-volume = Количество
exchange-field-tariff = Тариф
exchange-field-method = Способ расчёта
exchange-field-charged = Начислено
exchange-field-recalculated = Перерасчёт
exchange-field-benefit = Льгота
exchange-field-penalty = Пеня
exchange-field-opening = Сальдо начальное
exchange-field-paid = Оплачено
exchange-field-closing = Сальдо конечное
exchange-field-date = День
exchange-field-amount = Сумма

exchange-problem-cells_missing = ячеек { $found } из { $expected } – файл обрезан?
exchange-problem-cells_surplus = ячеек { $found } вместо { $expected }
exchange-problem-cell_error = это ошибка формулы { $text }
exchange-problem-formula_without_value = это формула без значения: откройте файл в программе таблиц и сохраните снова
exchange-problem-number_cut = больше цифр, чем хранит таблица: запишите текстом
exchange-problem-day_not_in_style = { $fits ->
    [none] это не дата вида { $style }
   *[other] это не дата вида { $style } (похоже на { $fits })
 }
exchange-problem-period_not_in_style = это не месяц вида { $style }
exchange-problem-number_not_in_style = это не число вида { $style }
exchange-problem-not_replaced = стоит «{ $text }», а нашего слова для этого не дано
exchange-problem-heading_missing = должно стоять в строке выше, но такой нет
exchange-problem-cell_empty = пусто
exchange-problem-value_empty = пусто
exchange-problem-cell_too_long = длиннее { $most } знаков
exchange-problem-control_character = содержит знак, который нельзя показать
exchange-problem-not_a_day = это не дата вида 2026-03-31
exchange-problem-not_a_period = это не месяц вида 2026-03
exchange-problem-day_in_future = это в будущем
exchange-problem-retired_before_installed = раньше дня установки
exchange-problem-not_a_whole_number = это не целое число от { $least } до { $most }
exchange-problem-not_one_of = нет среди: { $allowed }
exchange-problem-not_an_email = это не адрес эл. почты
exchange-problem-account_number_shape = это не номер лицевого счёта вида { $example }
exchange-problem-row_repeated = говорит то же, что строка { $firstLine }
exchange-problem-named_twice = { $name } уже есть в строке { $firstLine } с другим содержанием
exchange-problem-differs_from_row = расходится со строкой { $firstLine }, с которой связано
exchange-problem-contradicts_row = говорит о той же шкале другое, чем строка { $otherLine }: не взята ни одна
exchange-problem-rows_apart = связано со строкой { $firstLine }, но стоит не рядом с ней
exchange-problem-part_refused = связано со строкой { $otherLine }, которая отклонена
exchange-problem-too_many_together = связанных строк больше { $most }
exchange-problem-not_an_amount = это не сумма вида 1234.56
exchange-problem-amount_too_precise = больше двух знаков после запятой
exchange-problem-amount_too_large = больше любой квитанции
exchange-problem-amount_sign = { $least ->
    [0] меньше 0
   *[other] не больше 0
 }
exchange-problem-not_a_decimal = это не число, в котором цифр не больше { $digits }, из них после запятой { $decimals }
exchange-problem-not_a_file_name = это не имя файла PDF вида 2026-03-10427.pdf
exchange-problem-file_taken = это уже файл квитанции { $number } лицевого счёта { $account }
exchange-problem-due_before_issued = раньше дня выставления
exchange-problem-sum_differs = стоит { $found }, а остальные дают { $expected }
exchange-problem-registers_mixed = шкала B рядом с тарифными шкалами
exchange-problem-meter_has_readings = уже нельзя изменить: у прибора есть показания
exchange-problem-meter_ambiguous = подходит к нескольким приборам счёта; столбец должен назвать услугу ({ $services })
exchange-problem-replaced_meter_unknown = это не прибор той же услуги этого счёта
exchange-problem-replaces_itself = это сам прибор или тот, которым он заменён
exchange-problem-actual_stands = это расчётное показание, а уже есть фактическое
exchange-problem-reading_differs = расходится с имеющимся, { $standing } ({ $source ->
    [resident] от жителя
    [kiosk] из киоска
    [office] от офиса
   *[other] из расчётов
 })
exchange-problem-reading_billed = изменило бы показание, учтённое в расчёте
exchange-problem-reading_exported = изменило бы показание, переданное в расчёты
exchange-problem-reading_not_current = { $state ->
    [review] о показании, по которому офис ещё не решил
    [withdrawn] об отозванном показании
    [refused] об отклонённом показании
   *[other] о показании, вместо которого теперь другое
 }
exchange-problem-reading_unknown = о показании, которого нет в этом пакете
exchange-problem-batch_unknown = это не пакет показаний
exchange-problem-value_not_a_number = это не показание
exchange-problem-too_many_digits = знаков до запятой больше { $digits }
exchange-problem-too_many_decimals = знаков после запятой больше { $decimals }
exchange-problem-register_missing = не хватает шкалы { $register }
exchange-problem-register_unknown = у этого прибора нет такой шкалы
exchange-problem-account_unknown = нет такого лицевого счёта
exchange-problem-meter_unknown = у этого счёта нет такого прибора

exchange-file-line = Строка { $line }: { $text }
exchange-file-file_empty = Файл пуст.
exchange-file-not_text = Это не таблица, которую можно прочесть: ни CSV, ни JSON, ни XLSX.
exchange-file-not_a_table = Это не таблица, а изображение, PDF, ZIP или файл OpenDocument, как бы он ни назывался. Сохраните как XLSX или CSV.
exchange-file-workbook_old = Таблица в старом виде (XLS или XLSB). Откройте её и сохраните как XLSX.
exchange-file-workbook_encrypted = У таблицы есть пароль. Сохраните её без пароля.
exchange-file-workbook_broken = Таблицу нельзя прочесть: она повреждена или обрезана.
exchange-file-workbook_too_large = Таблица слишком велика. Сохраните как CSV.
exchange-file-zip_bomb = Файл упакован так, что заполнил бы любую память. Он не читается.
exchange-file-zip_encrypted = У ZIP есть пароль. Сохраните его без пароля.
exchange-file-zip_broken = ZIP нельзя прочесть до конца: он повреждён или обрезан.
exchange-file-no_pdfs = В файле нет ни одного PDF.
exchange-file-encoding_unclear = Непонятно, какими буквами написан файл. Выберите их выше.
exchange-file-encoding_contradicts = Файл написан не теми буквами, которые выбраны.
exchange-file-encoding_broken = Файл написан этими буквами не от начала до конца.
exchange-file-column_missing = Нет обязательного столбца. Выберите столбцы вручную.
exchange-file-column_double = В файле один столбец дважды.
exchange-file-profile_column_missing = В файле есть не все столбцы, которые называет этот способ чтения.
exchange-file-sheet_unknown = В таблице нет листа с таким названием.
exchange-file-too_many_columns = В файле больше столбцов, чем в любой таблице расчётов.
exchange-file-too_many_refused = Отклонено больше 100 000 строк: вряд ли это тот файл.
exchange-file-row_too_long = У строки или ячейки нет конца.
exchange-file-quote_open = Здесь кавычка открыта и нигде не закрыта.
exchange-file-quote_misplaced = Кавычка стоит посреди ячейки.
exchange-file-json_cell = В ячейке ни текст, ни точное число.
exchange-file-json_broken = Начиная отсюда файл – не список строк JSON.
exchange-file-not_found = Файл больше не хранится. Внесите его снова.
exchange-file-no_room = Нет места, чтобы проверить. Сообщите тому, кто обслуживает портал.
exchange-file-gave_up = Работа несколько раз обрывалась. Внесённое отменено. Сообщите тому, кто обслуживает портал.
exchange-file-interrupted = Работа оборвалась. Внесённое отменено.
exchange-file-unexpected = Случилось непредвиденное. Сообщите тому, кто обслуживает портал.
exchange-pdf-not_a_pdf = Это не PDF
exchange-pdf-pdf_cut = Это PDF без конца – он обрезан?
exchange-pdf-pdf_too_large = Больше { $most } МБ
exchange-pdf-file_unknown = Ни одна квитанция не называет этот файл
exchange-pdf-file_twice = Есть дважды с разным содержанием: не взят ни один
