import type { StatementLine } from '../../shared/bill.ts';

/** The lines of bills fill most of the database; the names of their fields would be more than half of them. */
type Stored = readonly [
  service: string,
  volume: string | null,
  unit: string | null,
  tariff: string | null,
  method: StatementLine['method'],
  charged: number,
  recalculated: number,
  benefit: number,
  penalty: number,
];

/** How the lines of a bill stand in the database: the same lines always give the same text. */
export const storeLines = (lines: readonly StatementLine[]): string =>
  JSON.stringify(
    lines.map(
      ({ service, volume, unit, tariff, method, charged, recalculated, benefit, penalty }): Stored => [
        service,
        volume,
        unit,
        tariff,
        method,
        charged,
        recalculated,
        benefit,
        penalty,
      ],
    ),
  );

export const readLines = (stored: string): StatementLine[] =>
  (JSON.parse(stored) as Stored[]).map(
    ([service, volume, unit, tariff, method, charged, recalculated, benefit, penalty]) => ({
      service,
      volume,
      unit,
      tariff,
      method,
      charged,
      recalculated,
      benefit,
      penalty,
    }),
  );
