import { expect } from 'chai';
import type { Period } from '../../../shared/period.ts';
import { blindMonth } from '../../../web/kiosk/readings/blind-month.ts';
import { roundOf } from '../../../web/kiosk/readings/round.ts';
import { coldWater, electricity, oldHotWater } from '../support/flat.ts';
import { at, company, reading } from '../support/household.ts';
import { foundWith } from '../support/kiosk-readings.ts';

const [own] = company.windows as [(typeof company.windows)[number]];
/** Water is read over the month's end, electricity in the days after it. */
const overlapping = {
  ...company,
  windows: [
    { ...own, opensOn: 25, closesOn: 5 },
    { ...own, opensOn: 1, closesOn: 10, service: 'electricity' as const },
  ],
};
const states = (found: Parameters<typeof roundOf>[0], rules: Parameters<typeof roundOf>[1], now: string) => {
  const { window, meters } = roundOf(found, rules, at(now));
  return [window?.period ?? null, ...meters.map(({ meter, state }) => `${meter.service} ${state.kind}`)];
};

describe('the round of an account’s meters', () => {
  const both = foundWith({ meters: [coldWater, electricity], readings: [] });

  it('is of no month while every window is closed (W1)', () => {
    expect(states(both, company, '2026-11-26T12:00')).to.deep.equal([null, 'cold-water closed', 'electricity closed']);
  });

  it('is of the meters whose window is open; the others are told when (W2)', () => {
    expect(states(both, company, '2026-11-28T12:00')).to.deep.equal([
      '2026-11',
      'cold-water open',
      'electricity closed',
    ]);
    expect(states(both, company, '2026-11-21T12:00')).to.deep.equal([
      '2026-11',
      'cold-water closed',
      'electricity open',
    ]);
  });

  it('has the registers of each meter in the order in which they stand on it (V4)', () => {
    const upsideDown = { ...electricity, registers: electricity.registers.toReversed() };
    const { meters } = roundOf(foundWith({ meters: [upsideDown] }), company, at('2026-11-28T12:00'));
    expect(meters[0]?.meter.registers.map(({ code }) => code)).to.deep.equal(['T1', 'T2']);
  });

  it('is of one month: first the one that closes first, and once that is read the other (W2)', () => {
    expect(states(both, overlapping, '2026-12-02T12:00')).to.deep.equal([
      '2026-11',
      'cold-water open',
      'electricity elsewhen',
    ]);
    const readings = [reading('2026-11', { B: 261_000 }, { meter: coldWater.id, state: 'accepted' })];
    const read = foundWith({ meters: [coldWater, electricity], readings });
    expect(states(read, overlapping, '2026-12-02T12:00')).to.deep.equal([
      '2026-12',
      'cold-water elsewhen',
      'electricity open',
    ]);
  });

  it('follows a window by exception of the meter’s building (W9)', () => {
    const exception = {
      period: '2026-11' as const,
      building: 'Rīgas iela 7',
      service: null,
      opensOn: '2026-11-27' as const,
      closesOn: '2026-12-03' as const,
      reason: 'the heating was off',
    };
    const now = '2026-12-02T12:00';
    const held = (building: string) =>
      foundWith({ meters: [coldWater], readings: [], exceptions: [{ ...exception, building }] });
    expect(states(held('Rīgas iela 7'), company, now)).to.deep.equal(['2026-11', 'cold-water open']);
    expect(states(held('Rīgas iela 9'), company, now)).to.deep.equal([null, 'cold-water closed']);
  });

  it('passes a meter that the office has read to its end, in that month already (M6)', () => {
    const leaving = { ...coldWater, retiredOn: '2026-11-20' as const };
    const final = reading('2026-11', { B: 261_000 }, { meter: leaving.id, source: 'office', state: 'accepted' });
    const now = '2026-11-28T12:00';
    expect(states(foundWith({ meters: [leaving], readings: [] }), company, now)).to.deep.equal([
      '2026-11',
      'cold-water open',
    ]);
    expect(states(foundWith({ meters: [leaving], readings: [final] }), company, now)).to.deep.equal([
      null,
      'cold-water retired',
    ]);
    expect(states(foundWith({ meters: [oldHotWater], readings: [] }), company, now)).to.deep.equal([
      null,
      'hot-water retired',
    ]);
  });

  it('lets what waits for the office be corrected, and nothing of a month that was given to billing (W6, W7)', () => {
    const given = (locked: readonly Period[], state: 'review' | 'billed' | 'accepted' | 'late') => {
      const readings = [reading('2026-11', { B: 261_000 }, { meter: coldWater.id, state })];
      const { meters } = roundOf(foundWith({ meters: [coldWater], readings, locked }), company, at('2026-11-28T12:00'));
      const found = meters[0]?.state;
      return found?.kind === 'given' && found.correctable;
    };
    expect([given([], 'accepted'), given([], 'review')]).to.deep.equal([true, true]);
    expect([given([], 'billed'), given(['2026-11'], 'accepted'), given(['2026-11'], 'late')]).to.deep.equal([
      false,
      false,
      false,
    ]);
  });
});

describe('the month that is read without a network', () => {
  const month = (now: string, rules = company) => {
    const found = blindMonth(rules, at(now));
    return found.open ? [found.period, found.sure] : `opens on ${found.next.opensOn}`;
  };

  it('is none while no window of the company is open (W1)', () => {
    expect(month('2026-11-10T12:00')).to.equal('opens on 2026-11-27');
    expect(month('2026-12-02T00:00')).to.equal('opens on 2026-12-27');
  });

  it('is that of the company’s own window', () => {
    expect(month('2026-11-28T12:00')).to.deep.equal(['2026-11', true]);
  });

  it('is in doubt by a window that is open only somewhere (W2)', () => {
    expect(month('2026-11-21T12:00')).to.deep.equal(['2026-11', false]);
  });

  it('is in doubt for the hours of grace after the close: somebody may hold it open (W9)', () => {
    expect(month('2026-12-01T23:59')).to.deep.equal(['2026-11', false]);
  });
});
