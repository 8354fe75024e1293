import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { batchFile } from '../../../server/exchange/export-readings.ts';
import { formatQuantity } from '../../../shared/quantity.ts';
import { forEachEngine } from '../../support/databases.ts';
import { newBatch, openBillingOffice, refusals, residentReads } from './billing-office.ts';

interface GivenMeter {
  digits: number;
  decimals: number;
  registers: number;
  /** Shares of the face's capacity. */
  before: number[];
  now: number[];
}

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const meter: fc.Arbitrary<GivenMeter> = fc.record({
  digits: fc.integer({ min: 1, max: 9 }),
  decimals: fc.integer({ min: 0, max: 6 }),
  registers: fc.integer({ min: 1, max: 4 }),
  before: fc.array(share, { minLength: 4, maxLength: 4 }),
  now: fc.array(share, { minLength: 4, maxLength: 4 }),
});

const codesOf = ({ registers }: GivenMeter) => (registers === 1 ? ['B'] : ['T1', 'T2', 'T3', 'T4'].slice(0, registers));

const valuesOf = (given: GivenMeter, shares: number[]) =>
  Object.fromEntries(
    codesOf(given).map((code, at) => [code, Math.floor((shares[at] ?? 0) * 10 ** (given.digits + given.decimals))]),
  );

forEachEngine((engine) => {
  test('values that are exported and imported again are the same values, on every face', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(meter, { minLength: 1, maxLength: 8 }), async (meters) => {
        const office = await openBillingOffice(engine);
        await office.bring('accounts', 'account,holder,address,premises\n10427,Anna,Rīga,1\n20315,Jānis,Rīga,2\n');
        // The same meters twice: one account reads, the other one gets what was exported.
        const head = 'account,service,serial,register,unit,digits,decimals,installedOn,initial\n';
        const rows = ['10427', '20315'].flatMap((account) =>
          meters.flatMap((given, at) =>
            codesOf(given).map(
              (code) =>
                `${account},electricity,${account}-${at},${code},kWh,${given.digits},${given.decimals},2020-01-01,0\n`,
            ),
          ),
        );
        assert.deepEqual(refusals(await office.bring('meters', head + rows.join(''))), []);
        for (const [at, given] of meters.entries()) {
          await residentReads(office, `10427-${at}`, { period: '2026-09', values: valuesOf(given, given.before) });
          await residentReads(office, `10427-${at}`, { period: '2026-10', values: valuesOf(given, given.now) });
        }

        const batch = await newBatch(office.exporting, { period: '2026-10' });
        let text = '';
        for await (const piece of batchFile(office.db, batch.id)) text += piece;
        const out = parse(text, { columns: true }) as Record<string, string>[];
        assert.equal(
          out.length,
          meters.reduce((sum, { registers }) => sum + registers, 0),
        );
        for (const row of out) {
          const given = meters[Number(row.serial?.split('-')[1])] as GivenMeter;
          const before = valuesOf(given, given.before)[row.register ?? ''] ?? 0;
          const now = valuesOf(given, given.now)[row.register ?? ''] ?? 0;
          assert.equal(row.previous, formatQuantity(before, given.decimals));
          assert.equal(row.consumption, now >= before ? formatQuantity(now - before, given.decimals) : '');
        }

        const back = out.map((row) => ({
          account: '20315',
          serial: row.serial?.replace('10427', '20315'),
          register: row.register,
          period: row.period,
          value: row.value,
          takenOn: row.capturedAt?.slice(0, 10),
          kind: 'actual',
          source: 'billing',
        }));
        const report = await office.bring('readings', stringify(back, { header: true, delimiter: ';' }));
        assert.deepEqual(refusals(report), []);
        const readings = await office.readings();
        for (const [at, given] of meters.entries()) {
          const copy = readings.find(({ serial }) => serial === `20315-${at}`);
          assert.deepEqual(JSON.parse(copy?.register_values ?? '{}'), valuesOf(given, given.now));
        }
      }),
      { numRuns: engine.name === 'sqlite' ? 40 : 8 },
    );
  });
});
