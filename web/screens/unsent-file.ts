import { neutralise } from '../../shared/formula.ts';
import type { Day } from '../../shared/period.ts';
import { localDay } from '../../shared/window.ts';
import type { AccountRows } from '../store/account-view.ts';
import { type Unsent, type UnsentReading, unsent } from '../store/views-unsent.ts';
import { valueText } from '../words/problem-words.ts';
import { registerName } from '../words/register-name.ts';
import type { Words } from '../words/words.ts';

/** What of the unsent can be taken along: readings in a file; of the rest there is only the number. */
export interface UnsentFile extends Omit<Unsent, 'readings'> {
  /** Null where no reading waits that could be written. */
  file: File | null;
}

/**
 * The readings that only this device has, as a table for a person, in the language shown, and beside it for the office:
 * the columns of the neutral format "readings in", as `meterbook import readings` takes them. CSV as the spreadsheets of
 * these languages open it: UTF-8 with its mark, semicolons, the language's decimal mark. One line a register (V4).
 */
export function unsentFile(accounts: readonly AccountRows[], words: Words, today: Day): UnsentFile {
  const { readings, ...rest } = unsent(accounts);
  const rows = readings.flatMap((reading) => rowsOf(reading, words));
  if (rows.length === 0) return { file: null, ...rest };
  const text = [header(words), ...rows].map((row) => `${row.map(cell).join(';')}\r\n`).join('');
  const name = `${words.text('readings-title')} ${today}.csv`;
  return { file: new File([`\ufeff${text}`], name, { type: 'text/csv' }), ...rest };
}

/** The importer goes by the English names and leaves the others aside. */
const header = (words: Words): string[] => [
  ...[
    'more-number',
    'more-address',
    'period-meter',
    'period-serial',
    'periods-period',
    'register-B',
    'file-captured',
  ].map((key) => words.text(key)),
  ...['account', 'service', 'serial', 'register', 'period', 'value', 'takenOn', 'kind', 'source'],
];

function rowsOf({ account, meter, entry }: UnsentReading, words: Words): string[][] {
  const { period, capturedAt, kind, source } = entry;
  return meter.registers.flatMap(({ code, decimals }) => {
    const value = entry.values[code];
    if (value === undefined) return [];
    const register = code === 'B' ? '' : registerName(words, code);
    return [
      [
        account.number,
        account.address,
        [words.service(meter.service), meter.place, register].filter(Boolean).join(', '),
        meter.serial,
        words.period(period),
        valueText(words, value, code, meter),
        words.fullMoment(capturedAt),
        account.number,
        meter.service,
        meter.serial,
        code,
        period,
        words.quantity(value, decimals),
        localDay(capturedAt, words.timeZone),
        kind,
        source,
      ],
    ];
  });
}

/** RFC 4180, and nothing that a spreadsheet takes for a formula. */
function cell(text: string): string {
  const safe = neutralise(text.replaceAll('\u00a0', ' '));
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
