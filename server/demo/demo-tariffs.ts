import type { Service } from '../../shared/meter.ts';

/** What an invented flat is billed for beside its meters, and how its people pay. */
export interface DemoBilling {
  /** m² */
  area: number;
  people: number;
  /** on-time: the whole bill, a month later. together: two bills at once. ahead: somewhat more. stopped: nothing for five months. */
  pays: 'on-time' | 'together' | 'ahead' | 'stopped';
  /** A benefit takes half of the maintenance off. */
  benefit?: boolean;
  /** Billing found the maintenance too dear so many months before the first start. */
  recalculatedMonthsAgo?: number;
}

/** What something costs, in major units, in the year that began with this month of 2026; a year later it is dearer. */
export interface Price {
  price: number;
  from: number;
}

interface MeteredCharge {
  name: string;
  unit: string;
  /** The meters whose use is charged: sewerage is charged for all water. */
  of: readonly Service[];
  register?: 'T1' | 'T2';
  cost: Price;
}

interface FlatCharge {
  name: string;
  unit: string;
  by: 'area' | 'people';
  /** In these months of the year; in all where it is missing. */
  months?: readonly number[];
  method?: 'norm';
  cost: Price;
}

/** What an invented company charges, in its own words. */
export interface DemoTariffs {
  metered: readonly MeteredCharge[];
  flat: readonly FlatCharge[];
  maintenance: string;
  penalty: string;
  /** From the bill's month: `[1, 5]` is the 5th of the next one; a day that the month does not have is its last. */
  issued: readonly [months: number, day: number];
  due: readonly [months: number, day: number];
  description: (account: string) => string;
  paidThrough: readonly string[];
}

const winter = [10, 11, 12, 1, 2, 3, 4];

export const ddzksuTariffs: DemoTariffs = {
  metered: [
    { name: 'Aukstais ūdens', unit: 'm³', of: ['cold-water'], cost: { price: 1.29, from: 5 } },
    { name: 'Karstais ūdens', unit: 'm³', of: ['hot-water'], cost: { price: 8.41, from: 10 } },
    { name: 'Kanalizācija', unit: 'm³', of: ['cold-water', 'hot-water'], cost: { price: 1.74, from: 5 } },
    { name: 'Sašķidrinātā gāze', unit: 'm³', of: ['liquefied-gas'], cost: { price: 4.35, from: 1 } },
    {
      name: 'Elektroenerģija, diena',
      unit: 'kWh',
      of: ['electricity'],
      register: 'T1',
      cost: { price: 0.1642, from: 1 },
    },
    {
      name: 'Elektroenerģija, nakts',
      unit: 'kWh',
      of: ['electricity'],
      register: 'T2',
      cost: { price: 0.1183, from: 1 },
    },
  ],
  flat: [
    { name: 'Apsaimniekošana', unit: 'm²', by: 'area', cost: { price: 0.58, from: 1 } },
    { name: 'Apkure', unit: 'm²', by: 'area', months: winter, method: 'norm', cost: { price: 1.46, from: 9 } },
    { name: 'Atkritumu izvešana', unit: 'pers.', by: 'people', cost: { price: 3.12, from: 1 } },
  ],
  maintenance: 'Apsaimniekošana',
  penalty: 'Līgumsods',
  issued: [1, 5],
  due: [1, 25],
  description: () => 'Rēķins par komunālajiem pakalpojumiem',
  paidThrough: ['Swedbank', 'SEB banka', 'Latvijas Pasts'],
};

export const dgservicTariffs: DemoTariffs = {
  metered: [
    { name: 'ХВС', unit: 'м³', of: ['cold-water'], cost: { price: 61.14, from: 7 } },
    { name: 'ГВС (ХВС на ГВС)', unit: 'м³', of: ['hot-water'], cost: { price: 61.14, from: 7 } },
    { name: 'Подогрев воды', unit: 'м³', of: ['hot-water'], cost: { price: 214.3, from: 7 } },
    { name: 'Водоотведение', unit: 'м³', of: ['cold-water', 'hot-water'], cost: { price: 52.87, from: 7 } },
    { name: 'Газоснабжение', unit: 'м³', of: ['gas'], cost: { price: 8.94, from: 7 } },
    { name: 'Электричество Т1', unit: 'кВт·ч', of: ['electricity'], register: 'T1', cost: { price: 7.98, from: 7 } },
    { name: 'Электричество Т2', unit: 'кВт·ч', of: ['electricity'], register: 'T2', cost: { price: 3.41, from: 7 } },
  ],
  flat: [
    { name: 'Содержание жилого помещения', unit: 'м²', by: 'area', cost: { price: 46.82, from: 7 } },
    { name: 'Отопление', unit: 'м²', by: 'area', months: winter, method: 'norm', cost: { price: 52.4, from: 7 } },
    { name: 'Обращение с ТКО', unit: 'чел.', by: 'people', cost: { price: 168.3, from: 1 } },
  ],
  maintenance: 'Содержание жилого помещения',
  penalty: 'Пеня',
  issued: [0, 31],
  due: [1, 10],
  description: (account) => `Квитанция ${account.replace('-', '/')} Моск. области`,
  paidThrough: ['Сбербанк', 'Почта России', 'ВТБ'],
};
