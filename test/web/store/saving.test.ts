import { expect } from 'chai';
import { noClaims } from '../../../shared/reading.ts';
import { accountView } from '../../../web/store/account-view.ts';
import { checkSaving } from '../../../web/store/saving.ts';
import { electricity } from '../support/flat.ts';
import { at, company, reading, rows } from '../support/household.ts';

describe('what the device says before it saves', () => {
  const now = at('2026-11-22T12:00');

  /** November's values of a two-tariff meter between those of October and December. */
  function check(values: Record<string, number>, meter = electricity) {
    const readings = [
      reading('2026-10', { T1: 900_000, T2: 300_000 }, { meter: meter.id }),
      reading('2026-12', { T1: 920_000, T2: 310_000 }, { meter: meter.id }),
    ];
    const view = accountView(rows({ meters: [meter], readings }), company, { now, contact: null });
    const [first] = view.meters;
    if (!first) throw new Error('no meter');
    const body = { meter: meter.id, period: '2026-11', values, claims: noClaims, supersedes: null } as const;
    const { verdict, problems } = checkSaving(view, first, body, { earliest: now, best: now, latest: now });
    return [
      verdict,
      ...problems.map((problem) => `${problem.code}${'register' in problem ? ` ${problem.register}` : ''}`),
    ];
  }

  it('M4: swapped registers are one question, whichever of them fell', () => {
    expect(check({ T1: 305_000, T2: 910_000 })).to.deep.equal(['refuse', 'below_previous T1']);
    const turned = { ...electricity, registers: electricity.registers.toReversed() };
    expect(check({ T1: 305_000, T2: 910_000 }, turned)).to.deep.equal(['refuse', 'below_previous T1']);
  });

  it('two things that no single explanation settles are both said', () => {
    expect(check({ T1: 1, T2: 310_001 })).to.deep.equal(['refuse', 'below_previous T1', 'above_next T2']);
  });

  it('what is refused is not said to be for the office to look at', () => {
    const expired = { ...electricity, verifiedUntil: '2026-10-31' } as const;
    expect(check({ T1: 899_999, T2: 305_000 }, expired)).to.deep.equal(['refuse', 'below_previous T1']);
    expect(check({ T1: 905_000, T2: 305_000 }, expired)).to.deep.equal(['save', 'verification_expired']);
  });
});
