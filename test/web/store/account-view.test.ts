import { expect } from 'chai';
import { checkReading } from '../../../shared/check-reading.ts';
import { noClaims } from '../../../shared/reading.ts';
import { closedDrafts, type KnownTime } from '../../../web/store/account-view.ts';
import type { MeterView } from '../../../web/store/views.ts';
import { readingToCheck } from '../../../web/store/views-derived.ts';
import { isEditable, periodRows, registerRows } from '../../../web/store/views-tables.ts';
import {
  account,
  anna,
  answer,
  at,
  company,
  inWindow,
  m3,
  meter,
  operation,
  reading,
  row,
  rows,
  submission,
} from '../support/household.ts';
import { only, viewOf } from '../support/views.ts';

describe('the view of an account', () => {
  describe('what the rules compare with', () => {
    const check = (view: MeterView, values: Record<string, number>, supersedes: string | null = null) =>
      checkReading(
        readingToCheck({ locked: [] }, view, {
          period: '2026-11',
          values,
          claims: noClaims,
          supersedes,
          capture: { earliest: inWindow, best: inWindow, latest: inWindow },
        }),
      );

    it('M1: a reading that is only saved here binds the next one', async () => {
      const october = await submission(1, { period: '2026-10', values: m3(50) });
      const view = only({ operations: [row(october)] });
      expect(check(view, m3(49) as Record<string, number>).outcome).to.equal('refused');
      expect(check(view, m3(50) as Record<string, number>).outcome).to.equal('accepted');
    });

    it('what waits for the office, is late or is being withdrawn binds nothing', async () => {
      const waiting = reading('2026-09', m3(50), { state: 'review' });
      const late = reading('2026-10', m3(50), { state: 'late' });
      expect(check(only({ readings: [waiting, late] }), m3(1) as Record<string, number>).outcome).to.equal('accepted');
      const standing = reading('2026-10', m3(50), { state: 'accepted' });
      const withdrawal = row(await operation('reading-withdrawn', { reading: standing.id }));
      const view = only({ readings: [standing], operations: [withdrawal] });
      expect(check(view, m3(1) as Record<string, number>).outcome).to.equal('accepted');
    });

    it('W6: a locked period is noted', () => {
      const { locked } = readingToCheck({ locked: ['2026-11'] }, only(), {
        period: '2026-11',
        values: { B: 1 },
        claims: noClaims,
        supersedes: null,
        capture: { earliest: inWindow, best: inWindow, latest: inWindow },
      });
      expect(locked).to.equal(true);
    });
  });

  describe('meters', () => {
    it('W2: each has the window of its own rule, and the period that can be read', () => {
      const electric = { ...meter, id: 'e', service: 'electricity' as const };
      const view = viewOf({ meters: [meter, electric] });
      const byService = Object.fromEntries(view.meters.map((one) => [one.meter.service, one]));
      expect(byService['cold-water']).to.deep.include({ period: '2026-11' });
      expect(byService['cold-water']?.window.open).to.equal(true);
      expect(byService.electricity).to.deep.include({ period: '2026-12' });
      expect(byService.electricity?.window.open).to.equal(false);
    });

    it('M7: one taken out earlier takes no reading for the period, and stands last', () => {
      const old = { ...meter, id: 'a-old', service: 'cold-water' as const, retiredOn: '2026-10-05' as const };
      const view = viewOf({ meters: [old, meter] });
      expect(view.meters.map(({ meter: one, retired }) => [one.id, retired])).to.deep.equal([
        [meter.id, false],
        ['a-old', true],
      ]);
    });

    it('have the draft of the current period, not of an old one', () => {
      const draft = { user: anna, account: account.id, meter: meter.id, text: { B: '1' }, supersedes: null };
      expect(only({ drafts: [{ ...draft, period: '2026-10' }] }).draft).to.equal(null);
      expect(only({ drafts: [{ ...draft, period: '2026-11' }] }).draft?.text).to.deep.equal({ B: '1' });
    });

    describe('where the clock says that the window is over and the last contact does not', () => {
      const day = 86_400_000;
      const ahead: KnownTime = { now: inWindow + 400 * day, contact: { serverTime: inWindow } };
      const november = (change: Parameters<typeof reading>[2]) => [reading('2026-11', m3(1), change)];

      it('C: the period stays on offer, and can be edited', () => {
        const view = viewOf({}, ahead);
        expect(view.meters[0]).to.deep.include({ period: '2026-11', retired: false });
        expect(view.meters[0]?.window).to.deep.include({ open: true, over: true });
        expect(isEditable(view, '2026-11', ahead.now)).to.equal(true);
        expect(isEditable(view, '2026-10', ahead.now)).to.equal(false);
      });

      it('also with what is only saved here, being withdrawn, or begun', async () => {
        const saved = row(await submission(1));
        expect(only({ operations: [saved] }, ahead).window.open).to.equal(true);
        const received = reading('2026-11', m3(1), { state: 'accepted' });
        const withdrawal = row(await operation('reading-withdrawn', { reading: received.id }));
        expect(only({ readings: [received], operations: [withdrawal] }, ahead).window.open).to.equal(true);
        const place = { user: anna, account: account.id, meter: meter.id, period: '2026-11' } as const;
        const draft = { ...place, text: { B: '1' }, supersedes: received.id };
        expect(only({ readings: [received], drafts: [draft] }, ahead)).to.deep.include({ period: '2026-11' });
      });

      it('an estimate is no reading', () => {
        expect(only({ readings: november({ kind: 'estimate' }) }, ahead).window.open).to.equal(true);
      });

      it('not where the company has the reading already: then the clock is believed', () => {
        const done = only({ readings: november({ state: 'accepted' }) }, ahead);
        expect(done.window.open).to.equal(false);
        expect(done.period).to.equal('2028-01');
      });
    });

    it('a draft is closed when its window was over at the last contact, whatever the clock says', () => {
      const place = { user: anna, account: account.id, meter: meter.id, text: { B: '1' }, supersedes: null };
      const [october, november] = [
        { ...place, period: '2026-10' },
        { ...place, period: '2026-11' },
      ] as const;
      const stray = { ...october, meter: 'unknown' };
      const held = rows({ drafts: [october, november, stray] });
      expect(closedDrafts(held, company, { serverTime: inWindow })).to.deep.equal([october]);
      expect(closedDrafts(held, company, { serverTime: at('2026-11-30T23:59') })).to.deep.equal([october]);
      expect(closedDrafts(held, company, { serverTime: at('2026-12-01T00:00') })).to.deep.equal([october, november]);
      expect(closedDrafts(held, company, null)).to.deep.equal([]);
    });

    it('locked periods come newest first', () => {
      expect(viewOf({ locked: ['2026-08', '2026-10', '2026-09'] }).locked).to.deep.equal([
        '2026-10',
        '2026-09',
        '2026-08',
      ]);
    });
  });

  describe('the table of a period', () => {
    it('shows previous, current and difference of every register', () => {
      const view = viewOf({ readings: [reading('2026-09', m3(10)), reading('2026-11', m3(14))] });
      expect(registerRows(view, '2026-11')).to.deep.equal([
        {
          meter,
          register: 'B',
          previous: 10_000,
          previousPeriod: '2026-09',
          current: 14_000,
          difference: 4_000,
          kind: 'actual',
          voidEstimate: false,
        },
      ]);
    });

    it('M3: an estimate above the next reading is void and has no difference, any other has one', () => {
      const readings = [reading('2026-08', m3(10)), reading('2026-09', m3(19), { kind: 'estimate' })];
      const [row] = registerRows(viewOf({ readings: [...readings, reading('2026-10', m3(18))] }), '2026-09');
      expect(row).to.include({ current: 19_000, difference: null, voidEstimate: true });
      expect(registerRows(viewOf({ readings }), '2026-09')[0]).to.include({ difference: 9_000, voidEstimate: false });
    });

    it('begins with the initial value, and knows no difference while there is no reading', () => {
      expect(registerRows(viewOf(), '2026-11')[0]).to.include({
        previous: 0,
        previousPeriod: null,
        current: null,
        difference: null,
        kind: null,
      });
    });

    it('M5: a fall has a difference only where a pass through zero was declared', () => {
      const before = reading('2026-10', m3(99_998));
      const after = reading('2026-11', m3(3));
      expect(registerRows(viewOf({ readings: [before, after] }), '2026-11')[0]?.difference).to.equal(null);
      const declared = { ...after, rollover: true };
      expect(registerRows(viewOf({ readings: [before, declared] }), '2026-11')[0]?.difference).to.equal(5_000);
    });

    it('leaves out meters that did not hang there in the period', () => {
      const gone = { ...meter, id: 'gone', retiredOn: '2026-10-05' as const };
      const later = { ...meter, id: 'later', installedOn: '2026-12-01' as const };
      const view = viewOf({ meters: [gone, meter, later] });
      expect(registerRows(view, '2026-11').map((one) => one.meter.id)).to.deep.equal([meter.id]);
      expect(registerRows(view, '2026-10').map((one) => one.meter.id)).to.deep.equal([meter.id, 'gone']);
    });
  });

  describe('the list of periods', () => {
    const second = { ...meter, id: 'second', serial: 'CW-2' };

    it('is newest first, with the last change and what is billed', () => {
      const readings = [
        reading('2026-09', m3(1)),
        reading('2026-10', m3(2)),
        reading('2026-10', m3(2), { meter: 'second', state: 'accepted', changedAt: '2026-11-02T08:00:00.000Z' }),
      ];
      const list = periodRows(viewOf({ meters: [meter, second], readings }), inWindow);
      expect(
        list.map(({ period, billed, read, readable, stage }) => ({ period, billed, read, readable, stage })),
      ).to.deep.equal([
        { period: '2026-10', billed: 'some', read: 2, readable: 2, stage: 'received' },
        { period: '2026-09', billed: 'all', read: 1, readable: 2, stage: 'billed' },
      ]);
      expect(list[0]?.changedAt).to.equal(Date.parse('2026-11-02T08:00:00.000Z'));
    });

    it('says of a period that something in it is only saved, or refused', async () => {
      const queued = row(await submission(1));
      const sent = await submission(2, { meter: 'second' });
      const refused = row(sent, answer(sent, 'rejected'));
      const change = { meters: [meter, second], readings: [reading('2026-11', m3(1), { meter: 'second' })] };
      expect(periodRows(viewOf({ ...change, operations: [queued] }), inWindow)[0]?.stage).to.equal('saved');
      expect(periodRows(viewOf({ ...change, operations: [queued, refused] }), inWindow)[0]?.stage).to.equal('refused');
    });

    it('W6, W7: a period can be edited while its window is open and it is not locked', () => {
      const readings = [reading('2026-11', m3(1), { state: 'accepted' })];
      const editable = (now: number) => isEditable(viewOf({ readings }, { now, contact: null }), '2026-11', now);
      expect(editable(at('2026-11-26T23:59'))).to.equal(false);
      expect(editable(at('2026-11-27T00:00'))).to.equal(true);
      expect(editable(at('2026-11-30T23:59'))).to.equal(true);
      expect(editable(at('2026-12-01T00:00'))).to.equal(false);
      const view = viewOf({ readings });
      expect(isEditable({ ...view, locked: ['2026-11'] }, '2026-11', inWindow)).to.equal(false);
      expect(periodRows(view, inWindow)[0]?.editable).to.equal(true);
    });
  });
});
