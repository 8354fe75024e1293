import { expect } from 'chai';
import { noClaims } from '../../../shared/reading.ts';
import type { AccountRows } from '../../../web/store/account-view.ts';
import type { MeterView } from '../../../web/store/views.ts';
import { readingToCheck } from '../../../web/store/views-derived.ts';
import { answer, inWindow, m3, meter, operation, reading, row, submission } from '../support/household.ts';
import { only, viewOf } from '../support/views.ts';

const stages = ({ entries }: MeterView) => entries.map(({ period, stage }) => `${period} ${stage}`);

describe('the outbox over the cache', () => {
  it('a queued reading shows as saved, without a word of the server', async () => {
    const queued = await submission(1);
    const [entry] = only({ operations: [row(queued)], readings: [reading('2026-10', m3(16))] }).entries;
    expect(entry).to.deep.include({
      id: queued.id,
      stage: 'saved',
      state: null,
      receivedAt: null,
      capturedAt: inWindow,
      values: m3(101),
      problems: [],
    });
  });

  for (const [outcome, state, problems] of [
    ['applied', 'accepted', []],
    ['duplicate', 'accepted', []],
    ['review', 'review', [{ code: 'window_unsure' }]],
    ['review', 'late', [{ code: 'period_locked', period: '2026-11' }]],
  ] as const) {
    it(`"${outcome}" shows as received, ${state}, before it is pulled`, async () => {
      const sent = await submission(1);
      const operations = [row(sent, answer(sent, outcome, { problems: [...problems] }))];
      expect(only({ operations }).entries).to.have.length(1);
      expect(only({ operations }).entries[0]).to.deep.include({
        stage: 'received',
        state,
        problems,
        receivedAt: inWindow + 60_000,
      });
    });
  }

  it('a duplicate of something refused is refused', async () => {
    const sent = await submission(1);
    const view = viewOf({ operations: [row(sent, answer(sent, 'duplicate', { first: 'rejected' }))] });
    expect(view.meters[0]?.entries[0]?.stage).to.equal('refused');
    expect(view.refused).to.have.length(1);
  });

  it('a refused one stays in sight until it is dismissed, and binds nothing', async () => {
    const sent = await submission(1, { values: m3(1) });
    const problems = [{ code: 'meter_unknown' }] as const;
    const refused = row(sent, answer(sent, 'rejected', { problems: [...problems] }));
    const view = only({ operations: [refused] });
    expect(view.entries[0]).to.deep.include({ stage: 'refused', state: null, problems });
    const check = readingToCheck({ locked: [] }, view, {
      period: '2026-11',
      values: { B: 0 },
      claims: noClaims,
      supersedes: null,
      capture: { earliest: inWindow, best: inWindow, latest: inWindow },
    });
    expect(check.history).to.deep.equal([]);
    expect(viewOf({ operations: [{ ...refused, dismissedAt: inWindow }] }).refused).to.deep.equal([]);
    expect(only({ operations: [{ ...refused, dismissedAt: inWindow }] }).entries).to.deep.equal([]);
  });

  it('nothing is shown twice once it is pulled', async () => {
    const sent = await submission(1);
    const pulled = reading('2026-11', m3(101), { id: sent.id, state: 'billed' });
    const view = only({ operations: [row(sent, answer(sent, 'applied'))], readings: [pulled] });
    expect(stages(view)).to.deep.equal(['2026-11 billed']);
  });

  it('W7: a correction hides what it names, at once; a refused correction does not', async () => {
    const standing = reading('2026-11', m3(20), { state: 'accepted' });
    const correction = await submission(1, { supersedes: standing.id });
    expect(stages(only({ readings: [standing], operations: [row(correction)] }))).to.deep.equal(['2026-11 saved']);
    const refused = row(correction, answer(correction, 'rejected'));
    expect(stages(only({ readings: [standing], operations: [refused] }))).to.deep.equal([
      '2026-11 received',
      '2026-11 refused',
    ]);
  });

  it('C4: of this device’s own readings of a period the last one shows', async () => {
    const [first, second] = [await submission(1), await submission(2)];
    const operations = [row(second), row(first, answer(first, 'applied'))];
    const pulled = reading('2026-11', m3(101), { id: first.id, state: 'accepted' });
    expect(only({ operations, readings: [pulled] }).entries.map(({ id }) => id)).to.deep.equal([second.id]);
  });

  it('I9: what was billed stays in sight whatever is queued', async () => {
    const billed = reading('2026-11', m3(20));
    const correction = await submission(1, { supersedes: billed.id });
    expect(stages(only({ readings: [billed], operations: [row(correction)] }))).to.deep.equal([
      '2026-11 billed',
      '2026-11 saved',
    ]);
  });

  it('a withdrawal marks its reading until it is pulled as withdrawn; a refused one is told and unmarks it', async () => {
    const standing = reading('2026-11', m3(20), { state: 'accepted' });
    const withdrawal = await operation('reading-withdrawn', { reading: standing.id });
    const shown = (change: Partial<AccountRows>) => only({ readings: [standing], ...change }).entries;
    expect(shown({ operations: [row(withdrawal)] })[0]?.withdrawing).to.equal(true);
    expect(shown({ operations: [row(withdrawal, answer(withdrawal, 'applied'))] })[0]?.withdrawing).to.equal(true);
    const refused = row(withdrawal, answer(withdrawal, 'rejected', { problems: [{ code: 'reading_billed' }] }));
    expect(shown({ operations: [refused] })[0]?.withdrawing).to.equal(false);
    expect(viewOf({ readings: [standing], operations: [refused] }).refused[0]).to.deep.include({
      kind: 'reading-withdrawn',
      reading: standing.id,
      meter: meter.id,
      period: '2026-11',
    });
    expect(only({ readings: [{ ...standing, state: 'withdrawn' }] }).entries).to.deep.equal([]);
  });

  it('superseded readings are left out; of one period the one that stands comes first', () => {
    const readings = [
      reading('2026-11', m3(21), { state: 'review' }),
      reading('2026-11', m3(19), { state: 'superseded' }),
      reading('2026-11', m3(20), { state: 'accepted' }),
      reading('2026-10', m3(10)),
    ];
    expect(only({ readings }).entries.map(({ period, state }) => `${period} ${state}`)).to.deep.equal([
      '2026-11 accepted',
      '2026-11 review',
      '2026-10 billed',
    ]);
  });

  it('M3: what is saved here comes before an estimate', async () => {
    const estimate = reading('2026-11', m3(20), { kind: 'estimate' });
    expect(stages(only({ readings: [estimate], operations: [row(await submission(1))] }))).to.deep.equal([
      '2026-11 saved',
      '2026-11 billed',
    ]);
  });
});
