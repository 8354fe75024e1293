office-unreachable = Нет связи с порталом. Проверьте подключение к интернету и попробуйте ещё раз.
office-loading = Загрузка…
office-not-found-title = Такой страницы нет
office-menu = Меню
office-of = { $company }, офис
problem-changed_meanwhile = Тем временем кто-то другой это изменил. Вот как обстоит дело сейчас.
