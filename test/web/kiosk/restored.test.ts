import { expect } from 'chai';
import { toInstant } from '../../../shared/instant.ts';
import type { Deliveries } from '../../../shared/kiosk-answers.ts';
import type { Answer } from '../../../web/contact/answer.ts';
import { greetEvery } from '../../../web/kiosk/delivery-loop.ts';
import { greet } from '../../../web/kiosk/greeting.ts';
import { KioskDb } from '../../../web/kiosk/kiosk-db.ts';
import { inWindow } from '../support/household.ts';
import { annasSlip, KioskBench, secrets } from '../support/kiosk-bench.ts';

describe('a server that was restored from a backup', () => {
  let bench: KioskBench;
  beforeEach(async () => {
    bench = await KioskBench.open();
  });
  afterEach(async () => {
    await bench.close();
    expect(bench.faults).to.deep.equal([]);
  });

  const idsThere = () => bench.server.entered.map(({ id }) => id);
  const states = async () => (await bench.rows()).map(({ state }) => state);
  const epochs = async () => new Set((await bench.rows()).map(({ epoch }) => epoch));

  /** Delivers so many; answers with their ids. */
  async function delivered(count: number): Promise<string[]> {
    const saved = await bench.save(count);
    await bench.loopOnce();
    bench.server.orders.length = 0;
    return saved.map(({ id }) => id);
  }

  it('as long as it was not, nothing that was delivered is sent again, also after a new start', async () => {
    await delivered(3);
    await bench.loopOnce();
    await bench.reopen();
    await bench.loopOnce();
    expect(bench.server.orders).to.deep.equal([]);
    expect(bench.server.told.at(-1)).to.deep.equal({ waiting: 0, oldest: null, refused: 0 });
  });

  it('what was delivered is on the tablet sealed, and says nothing of whoever left it', async () => {
    await delivered(2);
    expect(await states()).to.deep.equal(['delivered', 'delivered']);
    const written = JSON.stringify(await Promise.all(bench.db.tables.map((table) => table.toArray())));
    for (const secret of secrets) expect(written).to.not.include(secret);
  });

  it('gets back what it lost, each once, in the order in which it was saved; what it has it does not enter again (I6)', async () => {
    const ids = await delivered(5);
    bench.server.restore(3);
    expect(idsThere()).to.deep.equal(ids.slice(0, 3));
    const loop = bench.loop();
    loop.start();
    await loop.rest();
    expect(bench.server.orders).to.deep.equal([ids]);
    expect(idsThere()).to.deep.equal(ids);
    expect(bench.clock.next).to.equal(greetEvery);
    expect(await states()).to.deep.equal(ids.map(() => 'delivered'));
    expect(await epochs()).to.deep.equal(new Set([bench.server.epoch]));
    await loop.runNow();
    expect(bench.server.orders).to.have.length(1);
  });

  it('the capture is that of the day on which it was left (C2)', async () => {
    await delivered(1);
    const [before] = bench.server.entered;
    bench.clock.jump(30 * 86_400_000);
    bench.server.restore(0);
    await bench.loopOnce();
    expect(bench.server.entered[0]?.capture).to.deep.equal(before?.capture);
    expect(bench.server.entered[0]?.readings.map(({ number }) => number)).to.deep.equal(
      before?.readings.map(({ number }) => number),
    );
  });

  it('is told in portions; where it is cut off meanwhile, only what it has not answered for goes again', async () => {
    const ids = await delivered(45);
    bench.server.restore(0);
    const { deliver } = bench.server;
    let orders = 0;
    bench.server.deliver = (...asked) => (++orders > 2 ? unreachable : deliver.apply(bench.server, asked));
    await bench.loopOnce();
    expect(idsThere()).to.deep.equal(ids.slice(0, 40));
    bench.server.deliver = deliver;
    await bench.loopOnce();
    expect(bench.server.orders).to.deep.equal([ids.slice(0, 20), ids.slice(20, 40), ids.slice(40)]);
    expect(idsThere()).to.deep.equal(ids);
  });

  it('is known by the answer for a slip that was left meanwhile', async () => {
    const [old] = await delivered(1);
    bench.server.restore(0);
    const outbox = bench.outbox();
    const { id } = await outbox.save(annasSlip);
    await outbox.handIn(id, { token: 'visit', until: toInstant(inWindow) }, 8_000);
    await bench.loopOnce();
    expect(idsThere()).to.deep.equal([id, old]);
  });

  it('an answer of before, which comes after the new greeting, does not count for it', async () => {
    const [saved] = await bench.save(1);
    const { deliver } = bench.server;
    const other = new KioskDb(bench.name);
    bench.server.deliver = async (...asked): Promise<Answer<Deliveries>> => {
      bench.server.deliver = deliver;
      const late = await deliver.apply(bench.server, asked);
      bench.server.restore(0);
      await greet(bench.parts(other));
      return late;
    };
    await bench.loopOnce();
    expect(idsThere()).to.deep.equal([saved?.id]);
    expect(await epochs()).to.deep.equal(new Set([bench.server.epoch]));
    other.close();
  });

  it('what it puts off is told to the office as waiting, and goes in its time', async () => {
    const [first, second] = await delivered(2);
    const oldest = (await bench.rows())[0]?.savedAt;
    bench.server.restore(0);
    bench.server.putsOff.set(first ?? '', 600);
    await bench.loopOnce();
    await bench.loopOnce();
    expect(idsThere()).to.deep.equal([second]);
    expect(bench.server.orders).to.have.length(1);
    expect(bench.server.told.at(-1)).to.deep.equal({ waiting: 1, oldest, refused: 0 });
    bench.server.putsOff.clear();
    bench.clock.jump(600_000);
    await bench.loopOnce();
    expect(idsThere()).to.deep.equal([second, first]);
  });

  it('what it cannot open any more, because its key was lost as well, is kept and counted, and not sent for ever', async () => {
    const [first, second] = await delivered(2);
    const oldest = (await bench.rows())[0]?.savedAt;
    bench.server.restore(0);
    bench.server.says.set(first ?? '', 'refused');
    await bench.loopOnce();
    await bench.loopOnce();
    expect(await states()).to.deep.equal(['refused', 'delivered']);
    expect(idsThere()).to.deep.equal([second]);
    expect(bench.server.orders).to.have.length(1);
    expect(bench.server.told.at(-1)).to.deep.equal({ waiting: 1, oldest, refused: 1 });
  });

  it('what a kiosk that was revoked had brought is held again', async () => {
    const saved = await bench.save(2);
    bench.server.state = 'ended';
    await bench.loopOnce();
    bench.server.restore(0);
    expect(bench.server.held).to.deep.equal([]);
    // It is not greeted; what it is told is said when it asks whether it is revoked.
    await bench.loopOnce();
    await bench.loopOnce();
    expect(bench.server.held.map(({ id }) => id)).to.deep.equal(saved.map(({ id }) => id));
    expect(bench.server.entered).to.deep.equal([]);
  });

  it('which does not know the tablet any more gets it when the tablet was enrolled again', async () => {
    const ids = await delivered(2);
    bench.server.restore(0);
    bench.server.state = 'stranger';
    await bench.loopOnce();
    expect(idsThere()).to.deep.equal([]);
    bench.server.state = 'enrolled';
    await bench.loopOnce();
    expect(idsThere()).to.deep.equal(ids);
  });
});

const unreachable = Promise.resolve({ ok: false, failure: { kind: 'unreachable' } } as const);
