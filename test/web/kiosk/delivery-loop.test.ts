import { expect } from 'chai';
import { backOffCap } from '../../../web/contact/back-off.ts';
import { type DeliveryLoop, greetEvery } from '../../../web/kiosk/delivery-loop.ts';
import { inWindow } from '../support/household.ts';
import { KioskBench } from '../support/kiosk-bench.ts';

describe('the loop of a tablet', () => {
  let bench: KioskBench;
  let loop: DeliveryLoop;
  beforeEach(async () => {
    bench = await KioskBench.open();
    loop = bench.loop();
  });
  afterEach(async () => {
    await bench.close();
    expect(bench.faults).to.deep.equal([]);
  });

  it('hands in at the start, then greets, so that the office hears what is left', async () => {
    await bench.save(2);
    loop.start();
    await loop.rest();
    expect(await bench.undelivered()).to.deep.equal([]);
    expect(bench.server.told.at(-1)).to.deep.equal({ waiting: 0, oldest: null, refused: 0 });
    expect(bench.heard).to.deep.equal(['answered']);
    expect(bench.clock.next).to.equal(greetEvery);
  });

  it('I8: while nobody answers it tries again and again, at the latest after five minutes', async () => {
    await bench.save(1);
    bench.server.online = false;
    loop.start();
    await loop.rest();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      const wait = bench.clock.next ?? 0;
      waits.push(wait);
      await bench.clock.advance(wait);
      await loop.rest();
    }
    expect(waits.slice(0, 4)).to.deep.equal([2_000, 4_000, 8_000, 16_000]);
    expect(Math.max(...waits)).to.equal(backOffCap);
    expect(new Set(bench.heard)).to.deep.equal(new Set([null]));
    bench.server.online = true;
    await bench.clock.advance(backOffCap);
    await loop.rest();
    expect(await bench.undelivered()).to.deep.equal([]);
    expect(bench.heard.at(-1)).to.equal('answered');
  });

  it('a trigger ends the back-off', async () => {
    await bench.save(1);
    bench.server.online = false;
    loop.start();
    await loop.rest();
    bench.server.online = true;
    await loop.runNow();
    expect(await bench.undelivered()).to.deep.equal([]);
  });

  it('greets every five minutes when nothing waits', async () => {
    loop.start();
    await loop.rest();
    const before = bench.server.told.length;
    await bench.clock.advance(greetEvery);
    await loop.rest();
    expect(bench.server.told).to.have.length(before + 1);
    expect((await bench.db.self.get('self'))?.contact.beacon).to.equal(`beacon-${inWindow + greetEvery}`);
  });

  it('one whose credential has ended hands in what it holds all the same, then is signed out', async () => {
    const saved = await bench.save(3);
    bench.server.state = 'ended';
    loop.start();
    await loop.rest();
    expect(bench.server.held.map(({ id }) => id)).to.deep.equal(saved.map(({ id }) => id));
    expect(await bench.undelivered()).to.deep.equal([]);
    expect(bench.heard).to.deep.equal(['signed-out']);
    expect((await bench.db.self.get('self'))?.standing).to.equal('ended');
  });

  it('one whose credential is lost keeps what it holds, and hands it in when it is enrolled again', async () => {
    await bench.save(2);
    bench.server.state = 'stranger';
    loop.start();
    await loop.rest();
    expect(await bench.undelivered()).to.have.length(2);
    expect(bench.heard).to.deep.equal(['signed-out']);
    bench.server.state = 'enrolled';
    await loop.runNow();
    expect(await bench.undelivered()).to.deep.equal([]);
  });

  it('what the server puts off is tried when it said, and not before, whatever wakes the loop; greetings go on', async () => {
    const [saved] = await bench.save(1);
    const id = saved?.id ?? '';
    bench.server.putsOff.set(id, 400);
    bench.server.told.length = 0;
    loop.start();
    await loop.rest();
    expect(bench.clock.next).to.equal(greetEvery);
    for (let stirred = 0; stirred < 5; stirred++) await loop.runNow();
    await bench.clock.advance(greetEvery);
    await loop.rest();
    expect(bench.server.orders).to.deep.equal([[id]]);
    expect(bench.server.told).to.have.length(7);
    expect(bench.clock.next).to.equal(100_000);
    bench.server.putsOff.clear();
    await bench.clock.advance(100_000);
    await loop.rest();
    expect(bench.server.orders).to.deep.equal([[id], [id]]);
    expect(await bench.undelivered()).to.deep.equal([]);
  });

  it('a server that wants to be handed nothing for a while is left in peace for so long, and greeted all the same', async () => {
    await bench.save(1);
    bench.server.faults.push({ code: 'too_many', seconds: 900 });
    const { deliver } = bench.server;
    let asked = 0;
    bench.server.deliver = (...order) => {
      asked++;
      return deliver.apply(bench.server, order);
    };
    loop.start();
    await loop.rest();
    for (let stirred = 0; stirred < 5; stirred++) await loop.runNow();
    for (let minutes = 0; minutes < 10; minutes += 5) {
      expect(bench.clock.next).to.equal(greetEvery);
      await bench.clock.advance(greetEvery);
      await loop.rest();
    }
    expect(asked).to.equal(1);
    expect(new Set(bench.heard)).to.deep.equal(new Set(['answered']));
    await bench.clock.advance(greetEvery);
    await loop.rest();
    expect(asked).to.equal(2);
    expect(await bench.undelivered()).to.deep.equal([]);
  });

  it('a storage that fails ends the loop not', async () => {
    bench.db.close({ disableAutoOpen: true });
    loop.start();
    await loop.rest();
    expect(bench.clock.next).to.equal(2_000);
    expect(bench.faults.splice(0)).to.have.length(1);
    expect(bench.faults).to.deep.equal([]);
  });

  it('after it was stopped nothing more happens', async () => {
    loop.start();
    await loop.rest();
    loop.stop();
    await bench.save(1);
    loop.wake();
    await loop.rest();
    expect(bench.clock.next).to.equal(null);
    expect(await bench.undelivered()).to.have.length(1);
  });
});
