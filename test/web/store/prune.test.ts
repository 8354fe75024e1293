import { expect } from 'chai';
import { prunable } from '../../../web/store/prune.ts';
import { answer, inWindow, m3, operation, reading, row, submission } from '../support/household.ts';

describe('I6: pruning', () => {
  const laterBilled = reading('2026-12', m3(200));

  it('keeps what is queued, accepted, waits for the office or was never pulled, however long ago', async () => {
    const [queued, unseen, accepted, review, late] = [
      await submission(1),
      await submission(2),
      await submission(3),
      await submission(4),
      await submission(5),
    ];
    const operations = [
      row(queued),
      ...[unseen, accepted, review, late].map((one) => row(one, answer(one, 'applied'))),
    ];
    const readings = [
      laterBilled,
      reading('2026-11', m3(1), { id: accepted.id, state: 'accepted' }),
      reading('2026-11', m3(1), { id: review.id, state: 'review' }),
      reading('2026-11', m3(1), { id: late.id, state: 'late' }),
    ];
    expect(prunable(operations, readings)).to.deep.equal([]);
  });

  it('lets go of what was replaced, withdrawn or refused only after its period was billed', async () => {
    const [replaced, withdrawn] = [await submission(1), await submission(2)];
    const withdrawal = await operation('reading-withdrawn', { reading: withdrawn.id }, { number: 3 });
    const operations = [replaced, withdrawn, withdrawal].map((one) => row(one, answer(one, 'applied')));
    const readings = [
      reading('2026-11', m3(1), { id: replaced.id, state: 'superseded' }),
      reading('2026-11', m3(1), { id: withdrawn.id, state: 'withdrawn' }),
    ];
    expect(prunable(operations, [...readings, reading('2026-10', m3(1))])).to.deep.equal([]);
    expect(prunable(operations, [...readings, laterBilled])).to.deep.equal(operations);
    expect(prunable(operations, [...readings, { ...laterBilled, meter: 'another' }])).to.deep.equal([]);
  });

  it('keeps a withdrawal that has not yet shown its effect', async () => {
    const withdrawn = await submission(1);
    const withdrawal = await operation('reading-withdrawn', { reading: withdrawn.id }, { number: 2 });
    const operations = [row(withdrawal, answer(withdrawal, 'applied'))];
    const standing = reading('2026-11', m3(1), { id: withdrawn.id, state: 'accepted' });
    expect(prunable(operations, [standing, laterBilled])).to.deep.equal([]);
  });

  it('keeps a refused one in any case until it was dismissed', async () => {
    const sent = await submission(1);
    const refused = row(sent, answer(sent, 'rejected'));
    const dismissed = { ...refused, dismissedAt: inWindow };
    expect(prunable([refused], [laterBilled])).to.deep.equal([]);
    expect(prunable([dismissed], [])).to.deep.equal([]);
    expect(prunable([dismissed], [laterBilled])).to.deep.equal([dismissed]);
  });

  it('keeps a message until it was seen in a pull with all of its photos, or was refused and dismissed', async () => {
    const photo = '01890000-0000-7000-8000-0000000000a9';
    const body = { conversation: null, topic: 'meter', text: 'Look', photos: [photo] } as const;
    const sent = await operation('message-written', body);
    const received = row(sent, answer(sent, 'applied'));
    const photos = [
      {
        id: photo,
        user: sent.user,
        account: sent.account,
        operation: sent.id,
        of: 'message',
        state: 'received',
        problem: null,
      },
    ] as const;
    const seen = (...ids: string[]) => new Map([[sent.id, { photos: ids }]]);
    expect(prunable([row(sent)], [], seen(photo), photos)).to.deep.equal([]);
    expect(prunable([received], [], new Map(), photos)).to.deep.equal([]);
    expect(prunable([received], [], seen(), photos)).to.deep.equal([]);
    expect(prunable([received], [], seen(photo), photos)).to.deep.equal([received]);
    const refused = row(sent, answer(sent, 'rejected'));
    expect(prunable([refused], [laterBilled], seen(photo), photos)).to.deep.equal([]);
    const dismissed = { ...refused, dismissedAt: inWindow };
    expect(prunable([dismissed], [])).to.deep.equal([dismissed]);
  });
});
