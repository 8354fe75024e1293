office-unreachable = Нет связи с порталом. Проверьте подключение к интернету и попробуйте ещё раз.
office-loading = Загрузка…
office-not-found-title = Такой страницы нет
office-menu = Меню
office-of = { $company }, офис
