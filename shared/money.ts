/** B1: money is whole minor units (cents, kopecks) of the company's one currency. Both shipped currencies have two decimals. */
export type Money = number;

export const currencies = ['EUR', 'RUB'] as const;
export type Currency = (typeof currencies)[number];

export const minorUnits: Readonly<Record<Currency, number>> = { EUR: 2, RUB: 2 };
