import { expect } from 'chai';
import { v7 as uuidv7 } from 'uuid';
import { toInstant } from '../../../shared/instant.ts';
import { deliver } from '../../../web/kiosk/deliver.ts';
import { greet, held } from '../../../web/kiosk/greeting.ts';
import { KioskDb } from '../../../web/kiosk/kiosk-db.ts';
import { inWindow } from '../support/household.ts';
import { KioskBench } from '../support/kiosk-bench.ts';

describe('handing in what waits', () => {
  let bench: KioskBench;
  beforeEach(async () => {
    bench = await KioskBench.open();
  });
  afterEach(async () => {
    await bench.close();
    expect(bench.faults).to.deep.equal([]);
  });

  const idsHere = async () => (await bench.undelivered()).map(({ id }) => id);
  const idsThere = () => bench.server.entered.map(({ id }) => id);

  describe('I5: an envelope goes only when its own id comes back with a terminal outcome', () => {
    it('nobody answers: all of it stays', async () => {
      const saved = await bench.save(2);
      bench.server.faults.push('cut');
      expect(await deliver(bench.parts())).to.deep.equal({ failure: { kind: 'unreachable' }, left: 0 });
      expect(await idsHere()).to.deep.equal(saved.map(({ id }) => id));
    });

    it('the answer is lost after it was entered: it goes again, once it is there twice never', async () => {
      const [saved] = await bench.save(1);
      bench.server.faults.push('lost');
      await deliver(bench.parts());
      expect(await idsHere()).to.deep.equal([saved?.id]);
      expect(await deliver(bench.parts())).to.deep.equal({ failure: null, left: 0 });
      expect(await idsHere()).to.deep.equal([]);
      expect(idsThere()).to.deep.equal([saved?.id]);
      expect(bench.server.orders).to.have.length(2);
    });

    it('an answer for one that was not asked about says nothing, whether it waits here or not', async () => {
      const saved = await bench.save(21);
      const last = saved.at(-1)?.id ?? '';
      const orders: string[][] = [];
      bench.server.deliver = async ({ envelopes }) => {
        orders.push(envelopes.map(({ envelope }) => envelope));
        const isLast = envelopes.some(({ envelope }) => envelope === last);
        const ids = isLast ? [] : [last, uuidv7()];
        const results = ids.map(
          (envelope) => ({ envelope, outcome: 'received', problem: null, readings: null }) as const,
        );
        return { ok: true, value: { epoch: bench.server.epoch, results } };
      };
      expect(await deliver(bench.parts())).to.deep.equal({ failure: null, left: 21 });
      expect(await idsHere()).to.deep.equal(saved.map(({ id }) => id));
      expect(orders.map(({ length }) => length)).to.deep.equal([20, 1]);
    });

    it('an answer without it leaves it, and does not ask again and again', async () => {
      const [first, second] = await bench.save(2);
      bench.server.silentOf.add(first?.id ?? '');
      expect(await deliver(bench.parts())).to.deep.equal({ failure: null, left: 1 });
      expect(await idsHere()).to.deep.equal([first?.id]);
      expect(bench.server.orders).to.deep.equal([[first?.id, second?.id]]);
    });

    it('retry: it stays, and goes again at the next attempt', async () => {
      const [saved] = await bench.save(1);
      bench.server.says.set(saved?.id ?? '', 'retry');
      expect(await deliver(bench.parts())).to.deep.equal({ failure: null, left: 1 });
      await deliver(bench.parts());
      expect(bench.server.orders).to.deep.equal([[saved?.id], [saved?.id]]);
      expect((await bench.undelivered()).map(({ id, state }) => [id, state])).to.deep.equal([[saved?.id, 'waiting']]);
    });

    it('retry after so long: it is not sent before, and holds up none of the others', async () => {
      const [first, second] = await bench.save(2);
      bench.server.putsOff.set(first?.id ?? '', 600);
      expect(await deliver(bench.parts())).to.deep.equal({ failure: null, left: 0 });
      bench.clock.jump(599_000);
      const [third] = await bench.save(1);
      await deliver(bench.parts());
      expect(bench.server.orders).to.deep.equal([[first?.id, second?.id], [third?.id]]);
      expect(await idsHere()).to.deep.equal([first?.id]);
      bench.clock.jump(1_000);
      bench.server.putsOff.clear();
      await deliver(bench.parts());
      expect(await idsHere()).to.deep.equal([]);
      expect(idsThere()).to.deep.equal([second?.id, third?.id, first?.id]);
    });

    it('nothing is put off for more than an hour, also by a clock that was wrong when the server asked for it', async () => {
      const [saved] = await bench.save(1);
      bench.server.putsOff.set(saved?.id ?? '', 1_000_000);
      await deliver(bench.parts());
      bench.clock.jump(3_600_000);
      bench.server.putsOff.clear();
      await deliver(bench.parts());
      expect(await idsHere()).to.deep.equal([]);

      const [wrong] = await bench.save(1);
      await bench.db.envelopes.update(wrong?.id ?? '', { notBefore: toInstant(inWindow + 400 * 86_400_000) });
      await deliver(bench.parts());
      expect(await idsHere()).to.deep.equal([]);
    });

    it('refused: it is kept and counted, and never sent again', async () => {
      const [first, second] = await bench.save(2);
      bench.server.says.set(first?.id ?? '', 'refused');
      expect(await deliver(bench.parts())).to.deep.equal({ failure: null, left: 0 });
      expect(await deliver(bench.parts())).to.deep.equal({ failure: null, left: 0 });
      expect((await bench.undelivered()).map(({ id, state }) => [id, state])).to.deep.equal([[first?.id, 'refused']]);
      expect(bench.server.orders).to.deep.equal([[first?.id, second?.id]]);
      expect(await held(bench.db)).to.deep.equal({ waiting: 1, oldest: first?.savedAt, refused: 1 });
    });

    it('an envelope that was changed on the tablet is refused; those around it arrive', async () => {
      const [first, second, third] = await bench.save(3);
      await bench.db.envelopes.where({ id: second?.id ?? '' }).modify(({ envelope }) => {
        const at = 100;
        const other = envelope.sealed[at] === 'A' ? 'B' : 'A';
        envelope.sealed = envelope.sealed.slice(0, at) + other + envelope.sealed.slice(at + 1);
      });
      await deliver(bench.parts());
      expect((await bench.undelivered()).map(({ id, state }) => [id, state])).to.deep.equal([[second?.id, 'refused']]);
      expect(idsThere()).to.deep.equal([first?.id, third?.id]);
    });

    it('an outcome of a newer server, which this app does not know, is none', async () => {
      const [saved] = await bench.save(1);
      bench.server.says.set(saved?.id ?? '', 'weighed' as never);
      expect(await deliver(bench.parts())).to.deep.equal({ failure: null, left: 1 });
      expect(await idsHere()).to.deep.equal([saved?.id]);
    });
  });

  it('hands in by twenty, the oldest first', async () => {
    const saved = await bench.save(45);
    await deliver(bench.parts());
    expect(bench.server.orders.map(({ length }) => length)).to.deep.equal([20, 20, 5]);
    expect(idsThere()).to.deep.equal(saved.map(({ id }) => id));
    expect(await idsHere()).to.deep.equal([]);
  });

  it('an order that is too large is halved until it fits', async () => {
    const saved = await bench.save(7);
    bench.server.mostAtOnce = 2;
    expect(await deliver(bench.parts())).to.deep.equal({ failure: null, left: 0 });
    expect(idsThere()).to.deep.equal(saved.map(({ id }) => id));
  });

  it('one that is too large alone is left for another time, and blocks nobody', async () => {
    await bench.save(3);
    bench.server.mostAtOnce = 0;
    expect(await deliver(bench.parts())).to.deep.equal({ failure: null, left: 3 });
    expect(await idsHere()).to.have.length(3);
  });

  it('what another tab has handed in meanwhile is nothing to wait for', async () => {
    await bench.save(3);
    const other = new KioskDb(bench.name);
    await Promise.all([deliver(bench.parts()), deliver(bench.parts(other))]);
    expect(await idsHere()).to.deep.equal([]);
    expect(bench.server.entered).to.have.length(3);
    other.close();
  });

  it('after the tablet was started anew everything that was saved arrives, each once', async () => {
    const saved = await bench.save(10);
    bench.server.faults.push('lost');
    await deliver(bench.parts());
    await bench.reopen();
    await deliver(bench.parts());
    expect(idsThere()).to.deep.equal(saved.map(({ id }) => id));
  });
});

describe('the greeting', () => {
  let bench: KioskBench;
  beforeEach(async () => {
    bench = await KioskBench.open();
  });
  afterEach(() => bench.close());

  const self = () => bench.db.self.get('self');

  it('nobody answers: what the tablet knows of itself stays', async () => {
    const before = await self();
    bench.server.online = false;
    expect(await greet(bench.parts())).to.deep.equal({ ok: false, failure: { kind: 'unreachable' } });
    expect(await self()).to.deep.equal(before);
  });

  it('tells how many are here, since when, and how many of them the server could not open', async () => {
    const [first, second, third] = await bench.save(3);
    bench.server.says.set(second?.id ?? '', 'refused');
    for (const one of [first, third]) bench.server.says.set(one?.id ?? '', 'retry');
    await deliver(bench.parts());
    await greet(bench.parts());
    expect(bench.server.told.at(-1)).to.deep.equal({ waiting: 3, oldest: first?.savedAt, refused: 1 });
  });

  it('C1: the offset is measured and the beacon kept', async () => {
    bench.server.ahead = 5_000;
    await greet(bench.parts());
    const at = inWindow + 5_000;
    expect((await self())?.contact).to.deep.equal({
      serverTime: at,
      offset: 5_000,
      beacon: `beacon-${at}`,
      at: inWindow,
    });
  });

  it('one that is not greeted any more is neither out of use nor a stranger before the server has said which', async () => {
    const { deliver } = bench.server;
    for (const failure of [{ kind: 'unreachable' }, { kind: 'refused', problem: { code: 'try_again' } }] as const) {
      bench.server.state = 'ended';
      bench.server.deliver = async () => ({ ok: false, failure });
      await greet(bench.parts());
      expect((await self())?.standing).to.equal('enrolled');
    }
    bench.server.deliver = deliver;
    await greet(bench.parts());
    expect((await self())?.standing).to.equal('ended');
  });

  it('one whose credential has ended, and one of which the server knows none, know what they are', async () => {
    bench.server.state = 'ended';
    await greet(bench.parts());
    expect((await self())?.standing).to.equal('ended');
    bench.server.state = 'stranger';
    await greet(bench.parts());
    expect((await self())?.standing).to.equal('stranger');
    bench.server.state = 'enrolled';
    await greet(bench.parts());
    expect((await self())?.standing).to.equal('enrolled');
  });
});
