## Words of the letters, Russian. The keys and their variables are the same in every language; a test holds them together.
## An empty line begins a paragraph. `-subject` is the headline as well.

### In every letter

greeting = Здравствуйте, { $name }!
greeting-nobody = Здравствуйте!
link-lasts = Ссылка действует один раз, в течение { $hours ->
    [one] { $hours } часа
   *[other] { $hours } часов
 }.
link-plain = Кнопка не работает? Скопируйте этот адрес в браузер:
help = Есть вопросы? Позвоните нам:
automatic = Это письмо составлено автоматически.
fact-account = Номер лицевого счёта
fact-address = Адрес
fact-when = Когда

### Registered: a link to set a password

registration-subject = Завершите регистрацию
registration-text = Вы зарегистрировались в личном кабинете { $company }. Остался один шаг: придумайте пароль.
registration-button = Придумать пароль
registration-expired = Если она больше не действует, зарегистрируйтесь ещё раз.
registration-not-you = Это были не Вы? Тогда ничего не делайте. Без этой ссылки никто не войдёт.

### Registered, and a user already

known-subject = Вы уже зарегистрированы
known-text = Кто-то, скорее всего Вы, регистрировался в личном кабинете { $company } с этим адресом эл. почты. Он уже зарегистрирован: просто войдите с ним и своим паролем.

 Забыли пароль? Придумайте новый здесь.
known-add = Хотите видеть ещё одно помещение? Сначала войдите, затем откройте «Ещё», «Мой профиль» и добавьте его там.
known-button = Придумать новый пароль
known-expired = Если она больше не действует, запросите новую на странице входа.
known-not-you = Это были не Вы? Тогда ничего не делайте. Ваш пароль не изменится.

### Forgotten the password

password-reset-subject = Новый пароль
password-reset-text = Вы просили новый пароль для личного кабинета { $company }. Придумайте его здесь. До этого действует старый.
password-reset-button = Придумать новый пароль
password-reset-expired = Если она больше не действует, запросите новую на странице входа.
password-reset-not-you = Это были не Вы? Тогда ничего не делайте. Ваш пароль не изменится.

### The office has opened the portal for somebody

activation-subject = Ваш личный кабинет
activation-text = С этим письмом Вы можете начать пользоваться личным кабинетом { $company }: передавать показания приборов учёта и видеть уже переданные. Придумайте пароль здесь. После этого входите с номером лицевого счёта или с этим адресом эл. почты.
activation-button = Придумать пароль
activation-expired = Если она больше не действует, запросите новую на странице входа.
activation-not-you = Ничего не знаете о таком личном кабинете? Пожалуйста, позвоните нам.

### Another person was linked to the same account

account-linked-subject = Ваше помещение добавил другой человек
account-linked-text = Другой человек добавил это помещение в личном кабинете { $company }: он знал номер лицевого счёта и ФИО из квитанции. Теперь он, как и Вы, видит показания приборов учёта и может их передавать.
account-linked-not-you = Возможно, это кто-то из Вашей семьи. Если Вы не знаете, кто это, пожалуйста, позвоните нам.

### The e-mail address

email-change-subject = Подтвердите адрес эл. почты
email-change-text = Вы хотите использовать этот адрес эл. почты в личном кабинете { $company }. Подтвердите его здесь. До этого действует старый.
email-change-button = Подтвердить адрес
email-change-expired = Если она больше не действует, введите адрес в личном кабинете ещё раз.
email-change-not-you = Это были не Вы? Тогда ничего не делайте. Без подтверждения этот адрес использоваться не будет.
email-changed-subject = Ваш адрес эл. почты изменён
email-changed-text = В личном кабинете { $company } вместо этого адреса теперь указан другой. Письма будут приходить туда, а с этим адресом войти больше нельзя.
email-changed-not-you = Это были не Вы? Пожалуйста, сразу же позвоните нам.

### Phone, password, passkey

phone-changed-subject = Ваш номер телефона изменён
phone-changed-text = В личном кабинете { $company } изменён Ваш номер телефона.
phone-changed-not-you = Это были не Вы? Сразу же придумайте новый пароль в личном кабинете и позвоните нам.
password-changed-subject = Ваш пароль изменён
password-changed-text = В личном кабинете { $company } для Вас установлен новый пароль. Теперь входите с ним.
password-changed-not-you = Это были не Вы? Сразу же запросите новый пароль на странице входа и позвоните нам.
passkey-added-subject = Новый способ входа
passkey-added-text = В личном кабинете { $company } для Вас добавлен ключ доступа. С ним можно войти без пароля: по отпечатку пальца, лицу или коду устройства.
passkey-added-not-you = Это были не Вы? Сразу же удалите этот ключ в личном кабинете, придумайте новый пароль и позвоните нам.
