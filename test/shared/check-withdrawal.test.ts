import '../support/temporal.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkWithdrawal, type WithdrawalToCheck } from '../../shared/check-withdrawal.ts';
import { isCurrent, type ReadingState } from '../../shared/reading.ts';

const at = (text: string): number => Date.parse(text);
const moment = (text: string) => ({ earliest: at(text), best: at(text), latest: at(text) });

const inWindow: WithdrawalToCheck = {
  reading: { state: 'accepted', source: 'resident', period: '2026-11' },
  capture: moment('2026-11-28T12:00:00+02:00'),
  rule: { opensOn: 27, closesOn: 31, timeZone: 'Europe/Riga', graceHours: 24, shift: 'none', holidays: [] },
  locked: false,
};
const problem = (change: Partial<WithdrawalToCheck>) => checkWithdrawal({ ...inWindow, ...change })?.code ?? null;
const about = (change: Partial<WithdrawalToCheck['reading']>) =>
  problem({ reading: { ...inWindow.reading, ...change } });

describe('taking a reading back', () => {
  it('W7: is refused after the lock', () => {
    assert.deepEqual(checkWithdrawal({ ...inWindow, locked: true }), { code: 'period_locked', period: '2026-11' });
  });

  it('I9: is refused where billing has the reading', () => {
    assert.equal(about({ state: 'billed' }), 'reading_billed');
    assert.equal(about({ state: 'billed', source: 'billing' }), 'reading_billed');
  });

  it('W7: is refused of what the office or billing entered', () => {
    assert.equal(about({ source: 'office' }), 'reading_not_current');
    assert.equal(about({ source: 'billing' }), 'reading_not_current');
  });

  it('W7: is refused of what was replaced, taken back or refused already', () => {
    const states: ReadingState[] = ['accepted', 'review', 'late', 'superseded', 'withdrawn', 'refused'];
    for (const state of states) assert.equal(about({ state }), isCurrent(state) ? null : 'reading_not_current', state);
  });

  it('C3: is refused where it was surely outside the window, with the days of the next one', () => {
    const found = checkWithdrawal({ ...inWindow, capture: moment('2026-12-01T00:00:00+02:00') });
    assert.ok(found?.code === 'outside_window');
    assert.equal(found.opensOn, '2026-12-27');
    assert.equal(problem({ capture: moment('2026-11-26T23:59:59+02:00') }), 'outside_window');
  });

  it('C3: holds where it may have been inside, however late it arrives', () => {
    const unsure = { ...moment('2026-12-20T12:00:00+02:00'), earliest: at('2026-11-30T12:00:00+02:00') };
    assert.equal(problem({ capture: unsure }), null);
    assert.equal(problem({ capture: { ...unsure, earliest: null } }), null);
  });

  it('W7: holds within the window, on a phone and at a kiosk', () => {
    assert.equal(problem({}), null);
    assert.equal(about({ source: 'kiosk' }), null);
  });
});
