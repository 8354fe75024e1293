import type { Words } from '../words/words.ts';

/** Marks a cell that does not add up: not by its colour alone, and said to those who hear the table. */
export function markFault(cell: HTMLElement, note: string, words: Words): void {
  cell.classList.add('fault');
  cell.title = note;
  const icon = document.createElement('mb-icon');
  icon.name = 'warning';
  const said = document.createElement('span');
  said.className = 'visually-hidden';
  said.textContent = `${words.text('ledger-fault-mark')} `;
  cell.prepend(icon, said);
}
