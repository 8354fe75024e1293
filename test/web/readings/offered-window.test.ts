import { expect } from 'chai';
import type { EpochMs } from '../../../shared/instant.ts';
import type { WindowRule } from '../../../shared/window.ts';
import { appTime } from '../../../web/contact/app-time.ts';
import { offeredWindow } from '../../../web/readings/offered-window.ts';
import { at, inWindow } from '../support/household.ts';

const riga: WindowRule = {
  opensOn: 27,
  closesOn: 31,
  timeZone: 'Europe/Riga',
  graceHours: 24,
  shift: 'none',
  holidays: [],
};
const moscow: WindowRule = { ...riga, opensOn: 15, closesOn: 25, timeZone: 'Europe/Moscow' };
const day = 86_400_000;

/** The device's clock was right at the contact and shows `wall` now. */
function offered(contact: EpochMs | null, wall: EpochMs, rule = riga): string {
  const known = contact === null ? null : { serverTime: contact, offset: 0 };
  const found = offeredWindow(rule, known, appTime(wall, known));
  if (!found.open) return `closed until ${found.next.opensOn}`;
  return `${found.window.period}${found.over ? ', over by the clock' : ''}`;
}

describe('C: the window on offer', () => {
  it('is closed once the last contact lies behind its close', () => {
    expect(offered(at('2026-12-01T00:00'), at('2026-12-01T00:00'))).to.equal('closed until 2026-12-27');
    expect(offered(at('2026-12-01T00:00'), at('2026-12-05T12:00'))).to.equal('closed until 2026-12-27');
  });

  it('is closed before it opens, whenever the last contact was', () => {
    expect(offered(at('2026-11-20T12:00'), at('2026-11-26T23:59'))).to.equal('closed until 2026-11-27');
  });

  it('is the open one by a clock that nothing speaks against', () => {
    expect(offered(inWindow, at('2026-11-30T23:59'))).to.equal('2026-11');
    expect(offered(at('2026-11-10T12:00'), inWindow)).to.equal('2026-11');
  });

  it('stays with a clock 400 days ahead', () => {
    expect(offered(inWindow, inWindow + 400 * day)).to.equal('2026-11, over by the clock');
  });

  it('stays with a clock 400 days ahead that says that a later window is open', () => {
    const contact = at('2026-07-18T12:00');
    expect(offered(contact, contact + 400 * day, moscow)).to.equal('2026-07, over by the clock');
  });

  it('stays with a clock one hour ahead after the midnight of the last day, and the other way round', () => {
    const contact = at('2026-11-30T20:00');
    expect(offered(contact, at('2026-11-30T23:59'))).to.equal('2026-11');
    expect(offered(contact, at('2026-12-01T00:00'))).to.equal('2026-11, over by the clock');
    expect(offered(contact, at('2026-12-01T00:59'))).to.equal('2026-11, over by the clock');
  });

  it('stays when the last contact was before it opened', () => {
    expect(offered(at('2026-11-10T12:00'), at('2026-12-03T12:00'))).to.equal('2026-11, over by the clock');
    expect(offered(at('2026-11-30T23:59'), at('2026-12-03T12:00'))).to.equal('2026-11, over by the clock');
  });

  it('is the later one for a phone that was without a network for a month or two', () => {
    expect(offered(inWindow, at('2026-12-28T12:00'))).to.equal('2026-12');
    expect(offered(at('2026-10-15T12:00'), at('2026-12-28T12:00'))).to.equal('2026-12');
  });

  it('is the oldest that may still be open, so that no reading for it can have been too early', () => {
    expect(offered(inWindow, at('2027-01-10T12:00'))).to.equal('2026-11, over by the clock');
  });

  it('is never judged by a time before the last contact', () => {
    expect(offered(inWindow, inWindow - 400 * day)).to.equal('2026-11');
    expect(offered(at('2026-12-01T00:00'), at('2026-11-30T23:00'))).to.equal('closed until 2026-12-27');
  });

  it('goes by the clock where there was no contact', () => {
    expect(offered(null, inWindow)).to.equal('2026-11');
    expect(offered(null, at('2026-12-03T12:00'))).to.equal('closed until 2026-12-27');
  });
});
