import { expect } from 'chai';
import { boris, operation, submission } from '../support/household.ts';
import { forEachTest, type SyncBench } from '../support/sync-bench.ts';
import { turn } from '../support/virtual-clock.ts';

const ids = ['p1', 'p2', 'p3'].map((name, at) => `01890000-0000-7000-8000-00000000000${at}${name.length}`);

describe('photos are sent', () => {
  let bench: SyncBench;
  forEachTest((fresh) => {
    bench = fresh;
  });

  /** A message of this number in the stream, and its photos. */
  async function written(number: number, photos: readonly string[], user?: string) {
    const body = { conversation: null, topic: 'meter', text: 'Look', photos } as const;
    const message = await operation('message-written', body, { number, ...(user === undefined ? {} : { user }) });
    bench.storage.save(message);
    for (const id of photos) {
      const row = { user: message.user, account: message.account, operation: message.id } as const;
      bench.storage.photos.set(id, { id, ...row, of: 'message', state: 'queued', problem: null });
    }
    return message;
  }
  const stateOf = (id: string | undefined) => bench.storage.photos.get(id ?? '')?.state;

  it('not before their message is with the server, and after everything else', async () => {
    const message = await written(1, ids.slice(0, 1));
    bench.server.faults.push.push('cut');
    await bench.start();
    expect(bench.server.photos).to.deep.equal([]);
    expect(bench.status).to.include({ messages: 1, queued: 0 });
    await bench.clock.advance(2_000);
    expect(bench.stateOf(message)).to.equal('received');
    expect(bench.server.photos).to.deep.equal(ids.slice(0, 1));
    expect(stateOf(ids[0])).to.equal('received');
    expect(bench.status).to.include({ state: 'idle', messages: 0 });
  });

  it('again and again, until the server has said that it has them', async () => {
    await written(1, ids);
    bench.server.photoFaults.push(null, 'cut');
    await bench.start();
    expect([stateOf(ids[0]), stateOf(ids[1]), stateOf(ids[2])]).to.deep.equal(['received', 'queued', 'queued']);
    expect(bench.status).to.include({ state: 'waiting', messages: 1 });
    await bench.clock.advance(2_000);
    expect(bench.server.photos).to.deep.equal([ids[0], ids[1], ids[1], ids[2]]);
    expect(bench.status).to.include({ state: 'idle', messages: 0 });
  });

  it('behind readings that were saved meanwhile', async () => {
    await written(1, ids);
    const reading = await submission(2);
    bench.server.duringPhoto = () => {
      bench.server.duringPhoto = null;
      bench.storage.save(reading);
    };
    const order: string[] = [];
    const { push, sendPhoto } = bench.server;
    bench.server.push = (...input) => {
      order.push('push');
      return push.apply(bench.server, input);
    };
    bench.server.sendPhoto = (photo) => {
      order.push('photo');
      return sendPhoto.call(bench.server, photo);
    };
    await bench.start();
    expect(order).to.deep.equal(['push', 'photo', 'push', 'photo', 'photo']);
    expect(bench.stateOf(reading)).to.equal('received');
  });

  it('not again where the server will never take one: the others go on', async () => {
    await written(1, ids.slice(0, 2));
    bench.server.photoFaults.push({ code: 'photo_refused' });
    await bench.start();
    expect(bench.storage.photos.get(ids[0] ?? '')).to.deep.include({
      state: 'refused',
      problem: { code: 'photo_refused' },
    });
    expect(stateOf(ids[1])).to.equal('received');
    expect(bench.status.state).to.equal('idle');
  });

  it('later where the server does not know their message, without holding up the others', async () => {
    await written(1, ids.slice(0, 2));
    bench.server.photoFaults.push({ code: 'not_found' });
    await bench.start();
    expect([stateOf(ids[0]), stateOf(ids[1])]).to.deep.equal(['queued', 'received']);
    expect(bench.server.photos).to.deep.equal(ids.slice(0, 2));
  });

  it('not while the session is over, and never of another user (I10)', async () => {
    await written(1, ids.slice(0, 1));
    await written(2, ids.slice(1, 2), boris);
    bench.server.photoFaults.push({ code: 'signed_out' });
    await bench.start();
    expect(bench.status.state).to.equal('signed-out');
    bench.storage.signedIn = { user: bench.storage.signedIn?.user ?? '', since: 2, expired: false };
    bench.loop.wake('session');
    await turn();
    expect(bench.server.photos).to.deep.equal([ids[0], ids[0]]);
    expect(stateOf(ids[1])).to.equal('queued');
  });
});
