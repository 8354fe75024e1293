/**
 * The one page without the app's own words: at a first visit without network there is no company and no catalogue yet.
 * So it speaks all languages at once.
 */
export function showNoStart(): void {
  const again = document.createElement('button');
  again.textContent = 'Mēģināt vēlreiz · Повторить · Try again';
  again.addEventListener('click', () => location.reload());
  const main = document.createElement('main');
  main.className = 'no-start';
  main.append(
    ...[
      ['lv', 'Lapu neizdevās atvērt. Pārbaudiet interneta savienojumu.'],
      ['ru', 'Не удалось открыть страницу. Проверьте подключение к интернету.'],
      ['en', 'The page could not be opened. Check the internet connection.'],
    ].map(([lang = '', text = '']) => {
      const line = document.createElement('p');
      line.lang = lang;
      line.textContent = text;
      return line;
    }),
    again,
  );
  document.body.replaceChildren(main);
}
