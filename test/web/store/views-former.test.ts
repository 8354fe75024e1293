import { expect } from 'chai';
import type { OperationBodies } from '../../../shared/operation.ts';
import { overlay } from '../../../web/store/entries.ts';
import { formerReadings } from '../../../web/store/views-former.ts';
import { answer, at, m3, meter, operation, reading, row, rows, submission } from '../support/household.ts';

describe('what counts no more of a meter (W7)', () => {
  it('is nothing of what stands, waits, was refused, or belongs to another meter', async () => {
    const refused = await submission(1);
    const seen = await submission(2);
    const readings = [
      reading('2026-10', m3(100)),
      reading('2026-11', m3(104), { state: 'review' }),
      reading('2026-11', m3(105), { state: 'refused' }),
      reading('2026-09', m3(90), { meter: '01890000-0000-7000-8000-0000000000c2', state: 'superseded' }),
    ];
    const operations = [
      row(refused, answer(refused, 'rejected')),
      { ...row(seen, answer(seen, 'review')), dismissedAt: 1 },
    ];
    // The office said no, and the resident has read it.
    readings.push(reading('2026-11', m3(102), { id: seen.id, state: 'refused' }));
    expect(formerReadings(rows({ readings, operations }), meter.id)).to.deep.equal([]);
  });

  it('is what was corrected or taken back, the latest first, with the office’s reason', () => {
    const corrected = reading('2026-10', m3(100), {
      state: 'superseded',
      changedAt: '2026-10-29T08:00:00.000Z',
      reason: 'the meter was read with the resident',
    });
    const withdrawn = reading('2026-11', m3(104), { state: 'withdrawn', changedAt: '2026-11-28T08:00:00.000Z' });
    const former = formerReadings(rows({ readings: [corrected, withdrawn] }), meter.id);
    expect(former).to.deep.equal([
      {
        id: withdrawn.id,
        period: '2026-11',
        values: m3(104),
        how: 'withdrawn',
        at: Date.parse('2026-11-28T08:00:00.000Z'),
        reason: null,
      },
      {
        id: corrected.id,
        period: '2026-10',
        values: m3(100),
        how: 'superseded',
        at: Date.parse('2026-10-29T08:00:00.000Z'),
        reason: 'the meter was read with the resident',
      },
    ]);
  });

  it('is not the last of those that name each other, nor one that names itself', async () => {
    const id = '01890000-0000-7000-8000-0000000000d2';
    const first = await submission(1, { supersedes: id });
    const body = { ...first.body, period: '2026-11', supersedes: first.id } as OperationBodies['reading-submitted'];
    const second = await operation('reading-submitted', body, { number: 2, id });
    const own = '01890000-0000-7000-8000-0000000000d3';
    const selfish = { ...body, period: '2026-12', supersedes: own } as const;
    const third = await operation('reading-submitted', selfish, { number: 3, id: own });
    const operations = [row(first), row(second), row(third)];
    expect(overlay([], operations).map((entry) => entry.id)).to.deep.equal([own, id]);
    const former = formerReadings(rows({ operations }), meter.id);
    expect(former.map((reading) => reading.id)).to.deep.equal([first.id]);
  });

  it('is what this device has corrected and the server has not heard of, received or not', async () => {
    const received = reading('2026-11', m3(104), { state: 'accepted' });
    const later = await submission(1, {
      values: m3(105),
      supersedes: received.id,
      capturedAt: at('2026-11-29T10:00'),
    });
    const last = await submission(2, { values: m3(106), supersedes: later.id, capturedAt: at('2026-11-29T11:00') });
    const former = formerReadings(rows({ readings: [received], operations: [row(later), row(last)] }), meter.id);
    expect(former.map(({ id, how, at: when }) => [id, how, when])).to.deep.equal([
      [later.id, 'superseded', at('2026-11-29T11:00')],
      [received.id, 'superseded', at('2026-11-29T10:00')],
    ]);
  });
});
