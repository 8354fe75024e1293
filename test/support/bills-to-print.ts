import type { PrintedStatement } from '../../server/documents/draw-statement.ts';
import { type StatementLine, sumOfLines } from '../../shared/bill.ts';

const services = {
  lv: ['Aukstais ūdens', 'Karstais ūdens', 'Kanalizācija', 'Apsaimniekošana', 'Siltumenerģija', 'Lifta apkope'],
  ru: ['ХВС', 'ГВС (ХВС на ГВС)', 'Водоотведение', 'Содержание жилого помещения', 'Отопление', 'Электроэнергия ОДН'],
} as const;

/** So many lines of a bill, no two alike. */
export const linesToPrint = (count: number, language: keyof typeof services): StatementLine[] =>
  Array.from({ length: count }, (_, at) => ({
    service: `${services[language][at % 6]}${at < 6 ? '' : ` ${at}`}`,
    volume: `${at + 3}.125`,
    unit: language === 'ru' ? 'м³' : 'm³',
    tariff: '43.68',
    method: (['meter', 'average', 'norm'] as const)[at % 3] ?? null,
    charged: 26_208 + 1_000 * at,
    recalculated: 0,
    benefit: 0,
    penalty: 0,
  }));

/** A bill of June 2017 that adds up (B5). */
export function billToPrint(lines: readonly StatementLine[], change: Partial<PrintedStatement> = {}): PrintedStatement {
  return {
    period: '2017-06',
    issuedOn: '2017-06-30',
    number: '679/30-06',
    description: 'Квитанция 679/30 Моск. области 3492',
    due: '2017-07-10',
    total: sumOfLines(lines),
    lines,
    ...change,
  };
}
