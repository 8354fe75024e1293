import type { Company, Language } from '../../shared/company.ts';
import { mm, type Paper, quiet } from './paper.ts';

export const margin = { left: 18 * mm, right: 18 * mm, top: 15 * mm, bottom: 14 * mm };

/** The account whose document it is, as it stands on it. */
export interface PrintedAccount {
  number: string;
  holder: string;
  address: string;
}

/** Who sends it, and whom to ask, above a line in the company's colour; answers with where the content begins. */
export function drawSender(paper: Paper, company: Company, language: Language, x = margin): number {
  const { left, right, top } = x;
  const inner = paper.width - left - right;
  const half = inner * 0.58;
  const colour = company.accent.light;
  let y = top;
  paper.tag('P', () => {
    y += paper.text(company.name, left, top, half, { size: 11, weight: 'bold', colour });
  });
  const phones = company.phones.map(({ label, number }) => `${label[language] ?? ''} ${unbroken(number)}`);
  let phoneY = top;
  for (const phone of phones) {
    paper.tag('P', () => {
      phoneY += paper.text(phone, left + half + 10, phoneY, inner - half - 10, {
        size: 8.5,
        colour: quiet,
        align: 'right',
      });
    });
  }
  const ends = Math.max(y, phoneY) + 5;
  paper.line(left, ends, paper.width - right, { colour, width: 1.4 });
  return ends + 14;
}

/** A telephone number that stays on one line; the font has no other hyphen. */
const unbroken = (number: string): string => number.replaceAll(' ', '\u00a0');

/** Names and what they name, one below the other; answers with their height. */
export function drawFacts(
  paper: Paper,
  facts: readonly (readonly [name: string, value: string])[],
  { x, y, width, nameWidth, size = 9.5 }: { x: number; y: number; width: number; nameWidth: number; size?: number },
): number {
  const table = paper.group('Table');
  let at = y;
  for (const [name, value] of facts) {
    const row = paper.group('TR', table);
    const valueX = x + nameWidth;
    let height = 0;
    paper.cell(
      'Row',
      () => {
        height = paper.text(name, x, at, nameWidth - 6, { size, colour: quiet });
      },
      row,
    );
    paper.cell(
      'data',
      () => {
        height = Math.max(height, paper.text(value, valueX, at, width - nameWidth, { size }));
      },
      row,
    );
    at += height + 2.2;
  }
  return at - y;
}
