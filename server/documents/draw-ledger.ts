import type { Company, Language } from '../../shared/company.ts';
import { type LedgerCells, type LedgerColumn, type LedgerMonth, ledgerColumns } from '../../shared/ledger.ts';
import { inColumns, type LedgerTable, ledgerTable } from '../../shared/ledger-table.ts';
import type { Day, Period } from '../../shared/period.ts';
import { readWords, type Say } from '../words.ts';
import { type Figures, figuresOf } from './figures.ts';
import { columnGroups, gapOf, type LedgerSizes, sizesFor } from './ledger-layout.ts';
import { mm, Paper, quiet } from './paper.ts';
import { drawSender, type PrintedAccount } from './parts.ts';
import { type Cell, Table } from './table.ts';

const words = readWords('documents/words', { isolating: false });

const margin = { left: 10 * mm, right: 10 * mm, top: 10 * mm, bottom: 10 * mm };
const foot = margin.bottom + 6;

/** A month under the columns: the total's cells, and those of each service; undefined where it does not name one. */
interface Month {
  period: Period;
  columns: readonly (LedgerCells | undefined)[];
}

/**
 * The whole ledger of an account, the newest month first: five rows a month, the total, a column a service, penalties last; a
 * cell is empty where there is nothing. Services that have no room beside the others follow on further pages for the same
 * months. `day`: as of when.
 */
export function drawLedger(
  account: PrintedAccount,
  months: readonly LedgerMonth[],
  company: Company,
  { language, day }: { language: Language; day: Day },
): Promise<Uint8Array> {
  const say = words[language];
  const figures = figuresOf(language, company.currency);
  const title = say('ledger-title');
  const paper = new Paper({
    title: `${title}, ${account.number}`,
    author: company.name,
    language,
    day,
    layout: 'landscape',
  });
  paper.addPage();
  const ledger = ledgerTable(months);
  const top = drawTop(paper, { account, months: ledger.months, company, language, say, figures, title, day });
  drawMonths(paper, ledger, { say, figures, top });
  return paper.end((page, pages) => say('page', { page, pages }), { right: margin.right, bottom: margin.bottom });
}

interface Top {
  account: PrintedAccount;
  months: readonly Pick<LedgerMonth, 'period'>[];
  company: Company;
  language: Language;
  say: Say;
  figures: Figures;
  title: string;
  day: Day;
}

function drawTop(paper: Paper, { account, months, company, language, say, figures, title, day }: Top): number {
  const inner = paper.width - margin.left - margin.right;
  let y = drawSender(paper, company, language, margin) - 4;
  const put = (tag: 'H1' | 'P', text: string, size: number, colour?: string) =>
    paper.tag(tag, () => {
      const weight = tag === 'H1' ? 'bold' : 'regular';
      y += paper.text(text, margin.left, y, inner, { size, weight, ...(colour && { colour }) });
    });
  put('H1', `${title} ${account.number}`, 16);
  put('P', `${account.holder}, ${account.address}`, 9.5);
  const [newest, oldest] = [months[0], months.at(-1)];
  const range =
    newest && oldest
      ? `${say('ledger-months', { from: figures.month(oldest.period), to: figures.month(newest.period) })}. `
      : `${say('ledger-empty')} `;
  put('P', `${range}${say('ledger-state', { day: figures.day(day) })}`, 9, quiet);
  return y + 6;
}

/** As many whole months on a page as have room, and for them as many pages as their services need. */
function drawMonths(
  paper: Paper,
  ledger: LedgerTable,
  { say, figures, top }: { say: Say; figures: Figures; top: number },
): void {
  if (ledger.months.length === 0) return;
  const heads = [say('ledger-total'), ...ledger.services];
  const months = ledger.months.map(
    (month): Month => ({ period: month.period, columns: [month.total, ...inColumns(ledger.services, month)] }),
  );
  const rows = {
    head: say('ledger-row'),
    cells: [
      ...ledgerColumns.map((column) => say(`ledger-${column}`)),
      ...months.map(({ period }) => figures.month(period)),
    ],
  };
  const columns = heads.map((head, at) => ({
    head,
    cells: months.flatMap((month) => ledgerColumns.map((row) => shown(month.columns[at], row, figures))),
  }));
  const room = paper.width - margin.left - margin.right;
  const sizes = sizesFor(paper, { rows, columns, room });
  const groups = columnGroups(sizes, room);
  const bottom = paper.height - foot;
  let y = top;
  let left = months;
  while (left.length > 0) {
    const fit = Math.max(1, Math.floor((bottom - y - sizes.headHeight) / sizes.monthHeight));
    for (const [at, group] of groups.entries()) {
      if (at > 0) y = margin.top;
      if (y === margin.top) paper.addPage();
      drawPart(paper, left.slice(0, fit), { heads, group, sizes, say, figures, y, bottom });
    }
    left = left.slice(fit);
    y = margin.top;
  }
}

interface Part {
  heads: readonly string[];
  /** The places of this page's columns among all. */
  group: readonly number[];
  sizes: LedgerSizes;
  say: Say;
  figures: Figures;
  y: number;
  bottom: number;
}

function drawPart(
  paper: Paper,
  months: readonly Month[],
  { heads, group, sizes, say, figures, y, bottom }: Part,
): void {
  const gap = gapOf(group, sizes, paper.width - margin.left - margin.right);
  const table = new Table(paper, {
    x: margin.left,
    y,
    columns: [
      { head: say('ledger-row'), width: sizes.rowWidth, align: 'left' },
      ...group.map((at) => ({
        head: heads[at] ?? '',
        width: (sizes.widths[at] ?? 0) + gap,
        align: 'right' as const,
      })),
    ],
    size: sizes.size,
    padding: sizes.padding,
    bottom,
    top: margin.top,
  });
  const none = group.map((): Cell => ({ text: '' }));
  for (const { period, columns } of months) {
    table.row([{ text: figures.month(period), weight: 'bold', head: true }, ...none]);
    for (const row of ledgerColumns) {
      const closing = row === 'closing';
      const cells = group.map(
        (at): Cell => ({
          text: shown(columns[at], row, figures),
          ...((at === 0 || closing) && { weight: 'bold' as const }),
        }),
      );
      const name: Cell = { text: say(`ledger-${row}`), head: true, ...(closing ? {} : { colour: quiet }) };
      table.row([name, ...cells], closing ? { rule: 'hair' } : {});
    }
  }
}

/** A cell that is nothing is empty, as in billing's own ledgers. */
const shown = (cells: LedgerCells | undefined, row: LedgerColumn, figures: Figures): string =>
  cells && cells[row] !== 0 ? figures.amount(cells[row]) : '';
