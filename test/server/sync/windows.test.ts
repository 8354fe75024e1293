import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Period } from '../../../shared/period.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addMeter, addUser } from '../../support/household.ts';
import { TestDevice } from '../../support/test-device.ts';
import { startTestServer } from '../../support/test-server.ts';

/** The last evening of a window, around a change of the clocks where the country has one. Times are local. */
const evenings: readonly {
  company: 'ddzksu' | 'dgservic';
  number: string;
  title: string;
  period: Period;
  signedIn: string;
  captured: string;
  delivered: string;
  tooLate: string;
  deliveredTooLate: string;
  nextOpensOn: string;
}[] = [
  {
    company: 'ddzksu',
    number: '12345',
    title: 'Daugavpils, the October in which summer time ends',
    period: '2026-10',
    signedIn: '2026-10-24T12:00:00+03:00',
    captured: '2026-10-31T23:50:00+02:00',
    delivered: '2026-11-01T08:00:00+02:00',
    tooLate: '2026-11-01T00:10:00+02:00',
    deliveredTooLate: '2026-11-01T08:10:00+02:00',
    nextOpensOn: '2026-11-27',
  },
  {
    company: 'ddzksu',
    number: '12345',
    title: 'Daugavpils, the March in which summer time begins',
    period: '2026-03',
    signedIn: '2026-03-28T12:00:00+02:00',
    captured: '2026-03-31T23:50:00+03:00',
    delivered: '2026-04-01T08:00:00+03:00',
    tooLate: '2026-04-01T00:10:00+03:00',
    deliveredTooLate: '2026-04-01T08:10:00+03:00',
    nextOpensOn: '2026-04-27',
  },
  {
    company: 'dgservic',
    number: 'A-77',
    title: 'Moscow, where the clocks do not change while Riga’s do',
    period: '2026-10',
    signedIn: '2026-10-24T12:00:00+03:00',
    captured: '2026-10-25T23:50:00+03:00',
    delivered: '2026-10-26T08:00:00+03:00',
    tooLate: '2026-10-26T00:10:00+03:00',
    deliveredTooLate: '2026-10-26T08:10:00+03:00',
    nextOpensOn: '2026-11-15',
  },
  {
    company: 'dgservic',
    number: 'A-77',
    title: 'Moscow, in the October of 2014 when it changed its time for good',
    period: '2014-10',
    signedIn: '2014-10-24T12:00:00+04:00',
    captured: '2014-10-25T23:50:00+04:00',
    delivered: '2014-10-26T08:00:00+03:00',
    tooLate: '2014-10-26T00:10:00+04:00',
    deliveredTooLate: '2014-10-26T08:10:00+03:00',
    nextOpensOn: '2014-11-15',
  },
];

forEachEngine((engine) => {
  for (const evening of evenings) {
    describe(evening.title, () => {
      it('refuses what was captured after the close, with the day of the next opening (W4, C3)', async () => {
        const { device, meter, clock } = await basement();
        // In contact shortly after midnight, so that the capture is surely after the close.
        clock.set(evening.tooLate);
        await device.push();
        const late = device.reading(meter, { period: evening.period, values: { B: 1_000 } });
        clock.set(evening.deliveredTooLate);
        const [result] = await device.push(late);
        assert.equal(result?.outcome, 'rejected');
        const [problem] = result?.problems ?? [];
        assert.ok(problem?.code === 'outside_window');
        assert.equal(problem.opensOn, evening.nextOpensOn);
      });

      it('accepts what was captured at 23:50 of the last day and delivered the next morning (W4, C3)', async () => {
        const { device, meter, clock } = await basement();
        clock.set(evening.captured);
        const reading = device.reading(meter, { period: evening.period, values: { B: 1_000 } });
        clock.set(evening.delivered);
        const [result] = await device.push(reading);
        assert.deepEqual([result?.outcome, result?.problems], ['applied', [{ code: 'time_uncertain' }]]);
      });

      it('accepts it from a device whose own clock is a year off, by the offset of its last contact (C1, C2)', async () => {
        const { device, meter, clock } = await basement();
        clock.set(evening.captured);
        const yearMs = 365 * 86_400_000;
        const wall = new Date(clock.now() - yearMs).toISOString();
        const reading = device.reading(
          meter,
          { period: evening.period, values: { B: 1_000 } },
          { capture: device.capture(wall, yearMs) },
        );
        clock.set(evening.delivered);
        const [result] = await device.push(reading);
        assert.deepEqual([result?.outcome, result?.problems], ['applied', [{ code: 'time_uncertain' }]]);
      });

      it('leaves to the office what claims the last minute but has no beacon and comes after the grace (C3)', async () => {
        const { device, meter, clock } = await basement();
        clock.set(evening.captured);
        const reading = device.reading(
          meter,
          { period: evening.period, values: { B: 1_000 } },
          { capture: { ...device.capture(), beacon: null } },
        );
        clock.set(evening.delivered);
        clock.advance(20 * 86_400_000);
        const [result] = await device.push(reading);
        assert.deepEqual([result?.outcome, result?.problems], ['review', [{ code: 'window_unsure' }]]);
      });
    });

    async function basement() {
      const server = await startTestServer(engine, { company: evening.company, now: evening.signedIn });
      const account = await addAccount(server.services, { number: evening.number });
      const anna = await addUser(server.services, { name: 'Anna', accounts: [account] });
      const meter = await addMeter(server.services, account, { serial: '1', installed_on: '2014-01-01' });
      const device = await new TestDevice(server).signIn(anna, account.number);
      return { device, meter, clock: server.clock };
    }
  }
});
