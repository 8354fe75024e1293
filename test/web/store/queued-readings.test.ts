import { expect } from 'chai';
import { queuedMessages, queuedReadings } from '../../../web/store/queued-readings.ts';
import { TestDatabases } from '../support/databases.ts';
import { anna, boris, operation, row, submission } from '../support/household.ts';

describe('what waits to be sent, as a resident counts it', () => {
  it('is nothing while nothing is queued', () => {
    expect(queuedReadings([])).to.deep.equal([]);
  });

  it('a corrected reading is one, also where the first is with the company already (W7)', async () => {
    const first = await submission(1);
    const correction = await submission(2, { supersedes: first.id });
    expect(queuedReadings([first, correction])).to.deep.equal([anna]);
    expect(queuedReadings([correction])).to.deep.equal([anna]);
    const databases = new TestDatabases();
    await databases.open();
    await databases.signIn();
    await databases.outbox.operations.bulkAdd([row(first), row(correction)]);
    expect(await databases.store.overview()).to.include({ own: 1, others: 0 });
    await databases.close();
  });

  it('a reading that was saved and taken back is one', async () => {
    const first = await submission(1);
    const withdrawal = await operation('reading-withdrawn', { reading: first.id }, { number: 2 });
    expect(queuedReadings([first, withdrawal])).to.deep.equal([anna]);
    expect(queuedReadings([withdrawal])).to.deep.equal([anna]);
  });

  it('readings of different meters, periods and users are several (I10)', async () => {
    const own = [
      await submission(1),
      await submission(2, { period: '2026-10' }),
      await submission(3, { meter: boris }),
    ];
    const others = await submission(4, { user: boris });
    expect(queuedReadings([...own, others])).to.deep.equal([anna, anna, anna, boris]);
  });

  it('a message is no reading, and waits until its last photo is sent', async () => {
    const body = { conversation: null, topic: 'bill', text: 'Why?', photos: [] } as const;
    const message = await operation('message-written', body);
    expect(queuedReadings([message])).to.deep.equal([]);
    const photo = { operation: message.id, user: anna };
    expect(queuedMessages([message], [photo, photo])).to.deep.equal([anna]);
    expect(queuedMessages([], [photo, { operation: boris, user: boris }])).to.deep.equal([anna, boris]);
    expect(queuedMessages([await submission(2)], [])).to.deep.equal([]);
  });
});
