import { amountOf, type Statement, type StatementLine } from '../../shared/bill.ts';
import type { Company, Language } from '../../shared/company.ts';
import { readWords, type Say } from '../words.ts';
import { drawPayment } from './draw-payment.ts';
import { type Figures, figuresOf } from './figures.ts';
import { mm, Paper, quiet, type Style, tint } from './paper.ts';
import { drawFacts, drawSender, margin, type PrintedAccount } from './parts.ts';
import { type Cell, type Column, Table } from './table.ts';

export type PrintedStatement = Pick<
  Statement,
  'period' | 'issuedOn' | 'number' | 'description' | 'due' | 'total' | 'lines'
>;

const words = readWords('documents/words', { isolating: false });

/** Of the page, for what stands at its foot. */
const foot = margin.bottom + 8;

/**
 * A bill for which billing made no PDF: what it is for, what to pay until when, and how, with the payment code of the
 * company's scheme. The same bill is the same file, byte by byte.
 */
export function drawStatement(
  statement: PrintedStatement,
  account: PrintedAccount,
  company: Company,
  language: Language,
): Promise<Uint8Array> {
  const say = words[language];
  const figures = figuresOf(language, company.currency);
  const title = say('bill-number', { number: statement.number });
  const paper = new Paper({
    title: `${title}, ${account.number}, ${figures.month(statement.period)}`,
    author: company.name,
    language,
    day: statement.issuedOn,
    layout: 'portrait',
  });
  paper.addPage();
  let y = drawSender(paper, company, language);
  y = drawHead(paper, { statement, account, company, say, figures, title, y });
  y = drawLines(paper, { statement, say, figures, y });
  drawPayment(paper, { statement, account, company, say, figures, y, bottom: paper.height - foot });
  return paper.end((page, pages) => say('page', { page, pages }), { right: margin.right, bottom: margin.bottom });
}

interface Drawn {
  statement: PrintedStatement;
  say: Say;
  figures: Figures;
  y: number;
}

/** What it is and whose, and beside it the sum in large. */
function drawHead(
  paper: Paper,
  {
    statement,
    account,
    company,
    say,
    figures,
    title,
    y,
  }: Drawn & { account: PrintedAccount; company: Company; title: string },
): number {
  const inner = paper.width - margin.left - margin.right;
  const box = { width: 56 * mm, x: paper.width - margin.right - 56 * mm };
  const width = inner - box.width - 8 * mm;
  let at = y;
  paper.tag('H1', () => {
    at += paper.text(title, margin.left, y, width, { size: 19, weight: 'bold' });
  });
  if (statement.description !== '') {
    paper.tag('P', () => {
      at += paper.text(statement.description, margin.left, at, width, { size: 9.5, colour: quiet });
    });
  }
  at += 7;
  at += drawFacts(
    paper,
    [
      [say('account'), account.number],
      [say('holder'), account.holder],
      [say('address'), account.address],
      [say('period'), figures.month(statement.period)],
      [say('issued'), figures.day(statement.issuedOn)],
      [say('due'), figures.day(statement.due)],
    ],
    { x: margin.left, y: at, width, nameWidth: 27 * mm },
  );

  const sum = figures.money(statement.total);
  const inside = box.width - 8 * mm;
  const size = Math.min(24, (24 * inside) / paper.widthOf(sum, { size: 24, weight: 'bold' }));
  const until = statement.total > 0 ? say('until', { day: figures.day(statement.due) }) : '';
  const boxHeight = 3 * mm + 13 + size * 1.35 + (until === '' ? 0 : 14) + 2 * mm;
  paper.artifact('Layout', () => {
    paper.doc.roundedRect(box.x, y + 3, box.width, boxHeight, 4).fill(tint);
    paper.doc.rect(box.x, y + 3, 2.2, boxHeight).fill(company.accent.light);
  });
  let inBox = y + 3 + 3 * mm;
  const left = box.x + 4 * mm;
  const put = (text: string, style: Style, gap = 0) =>
    paper.tag('P', () => {
      inBox += paper.text(text, left, inBox, inside + 2, style) + gap;
    });
  put(say('to-pay'), { size: 9.5, colour: quiet }, 1);
  put(sum, { size, weight: 'bold' });
  if (until !== '') put(until, { size: 9.5 });
  return Math.max(at, y + 3 + boxHeight) + 12;
}

interface LineColumn extends Omit<Column, 'width'> {
  cell(line: StatementLine): string;
  /** What stands in the row of the sum. */
  sum: string;
}

/** The lines of the bill. A column that is empty in all of them is left out, and the name of the service gets its room. */
function drawLines(paper: Paper, { statement, say, figures, y }: Drawn): number {
  const { lines } = statement;
  const sumOf = (value: (line: StatementLine) => number) => lines.reduce((sum, line) => sum + value(line), 0);
  const money = (key: 'charged' | 'recalculated' | 'benefit' | 'penalty', sign = 1): LineColumn => ({
    head: say(key),
    align: 'right',
    cell: (line) => (line[key] === 0 ? '' : figures.amount(sign * line[key])),
    sum: figures.amount(sign * sumOf((line) => line[key])),
  });
  const all: LineColumn[] = [
    { head: say('service'), align: 'left', cell: ({ service }) => service, sum: say('sum') },
    { head: say('volume'), align: 'right', cell: (line) => volumeOf(line, figures), sum: '' },
    {
      head: say('tariff'),
      align: 'right',
      cell: ({ tariff }) => (tariff === null ? '' : figures.decimal(tariff)),
      sum: '',
    },
    {
      head: say('method'),
      align: 'left',
      cell: ({ method }) => (method === null ? '' : say(`method-${method}`)),
      sum: '',
    },
    money('charged'),
    money('recalculated'),
    money('benefit', -1),
    money('penalty'),
    {
      head: say('amount'),
      align: 'right',
      cell: (line) => figures.amount(amountOf(line)),
      sum: figures.amount(statement.total),
    },
  ];
  const last = all.length - 1;
  const kept = all.filter(({ cell }, at) => at === 0 || at === last || lines.some((line) => cell(line) !== ''));
  const size = { cell: 9, head: 8 };
  const padding = { x: 3, y: 2.6 };
  const widths = kept.map(({ head, cell, sum }) => {
    const texts = [...lines.map(cell), sum];
    const cells = Math.max(...texts.map((text) => paper.widthOf(text, { size: size.cell, weight: 'bold' })));
    const words = Math.max(...head.split(' ').map((word) => paper.widthOf(word, { size: size.head })));
    return Math.ceil(Math.max(cells, words) + 2 * padding.x + 1);
  });
  const others = widths.slice(1).reduce((sum, width) => sum + width, 0);
  const inner = paper.width - margin.left - margin.right;
  const columns = kept.map(({ head, align }, at) => ({
    head,
    align,
    width: at === 0 ? inner - others : (widths[at] ?? 0),
  }));

  paper.tag('H2', () => {
    y += paper.text(say('lines-title'), margin.left, y, inner, { size: 12, weight: 'bold' }) + 3;
  });
  const table = new Table(paper, {
    x: margin.left,
    y,
    columns,
    size,
    padding,
    bottom: paper.height - foot,
    top: margin.top,
  });
  lines.forEach((line, row) => {
    const cells = kept.map(({ cell }, at): Cell => ({ text: cell(line), head: at === 0 }));
    table.row(cells, { rule: row === lines.length - 1 ? 'ink' : 'hair' });
  });
  table.row(kept.map(({ sum }, at): Cell => ({ text: sum, weight: 'bold', head: at === 0 })));
  return table.y + 14;
}

const volumeOf = ({ volume, unit }: StatementLine, figures: Figures): string =>
  volume === null ? '' : [figures.decimal(volume), unit].filter((part) => part !== null).join('\u00a0');
