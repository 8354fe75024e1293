/** Bills of a town as its billing writes them, the same at every call; no two lines are alike. */
export interface TownBill {
  account: string;
  period: string;
  issuedOn: string;
  number: string;
  description: string;
  due: string;
  /** In minor units, as all amounts. */
  total: number;
  file: string;
  lines: {
    service: string;
    volume: string;
    unit: string;
    tariff: string;
    method: 'meter' | 'norm' | 'average';
    charged: number;
    recalculated: number;
    benefit: number;
    penalty: number;
  }[];
}

const services = [
  ['Холодная вода', 'м³', '43.68'],
  ['Горячая вода', 'м³', '205.15'],
  ['Водоотведение', 'м³', '32.02'],
  ['Отопление', 'Гкал', '2150.44'],
  ['Содержание жилья', 'м²', '28.15'],
  ['Капитальный ремонт', 'м²', '17.00'],
  ['Вывоз мусора', 'чел.', '96.40'],
  ['Электроэнергия, день', 'кВт·ч', '5.47'],
  ['Электроэнергия, ночь', 'кВт·ч', '1.65'],
  ['Лифт', 'м²', '2.10'],
  ['Домофон', 'шт.', '55.00'],
  ['Газ', 'м³', '7.15'],
] as const;
const methods = ['meter', 'norm', 'average'] as const;

export const linesOfBill = services.length;
export const accountsOfTown = 50_000;
export const accountNumber = (at: number): string => String(100_000 + at);

/** One bill an account and month. */
export function* billsOfTown(count: number): Generator<TownBill> {
  // Numerical Recipes' linear congruential generator; what matters is that it is the same everywhere.
  let state = 1;
  const below = (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  for (let at = 0; at < count; at++) {
    const account = accountNumber(at % accountsOfTown);
    const month = Math.floor(at / accountsOfTown);
    const period = `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    const lines = services.map(([service, unit, tariff]) => ({
      service,
      volume: `${below(200)}.${String(below(1000)).padStart(3, '0')}`,
      unit,
      tariff,
      method: methods[below(3)] as (typeof methods)[number],
      charged: below(300_000),
      recalculated: below(10) === 0 ? below(5000) - 2500 : 0,
      benefit: below(20) === 0 ? below(5000) : 0,
      penalty: below(30) === 0 ? below(500) : 0,
    }));
    yield {
      account,
      period,
      issuedOn: `${period}-28`,
      number: `${period}-${account}`,
      description: 'Квитанция за жилищно-коммунальные услуги',
      due: `${period}-28`,
      total: lines.reduce((sum, line) => sum + line.charged + line.recalculated - line.benefit + line.penalty, 0),
      file: `${period}-${account}.pdf`,
      lines,
    };
  }
}
