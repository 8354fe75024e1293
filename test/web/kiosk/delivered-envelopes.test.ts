import { expect } from 'chai';
import { v7 as uuidv7 } from 'uuid';
import { toInstant } from '../../../shared/instant.ts';
import { deliveredKeptMs, mostDelivered, sweepDelivered } from '../../../web/kiosk/delivered-envelopes.ts';
import type { EnvelopeRow } from '../../../web/kiosk/kiosk-db.ts';
import { StorageError } from '../../../web/storage/storage-error.ts';
import { inWindow } from '../support/household.ts';
import { annasSlip, KioskBench } from '../support/kiosk-bench.ts';

describe('what was delivered, on the tablet', () => {
  let bench: KioskBench;
  beforeEach(async () => {
    bench = await KioskBench.open();
  });
  afterEach(async () => {
    await bench.close();
    expect(bench.faults).to.deep.equal([]);
  });

  const ids = async () => (await bench.rows()).map(({ id }) => id);
  const states = async () => (await bench.rows()).map(({ state }) => state);

  it('is there for sixty days by the company’s time, and then gone; what waits and what was refused is not', async () => {
    const [refused, waiting, gone] = await bench.save(3);
    bench.server.says.set(refused?.id ?? '', 'refused');
    bench.server.says.set(waiting?.id ?? '', 'retry');
    await bench.loopOnce();
    bench.clock.jump(deliveredKeptMs / 2);
    const [later] = await bench.save(1);
    await bench.loopOnce();
    expect(await ids()).to.deep.equal([refused?.id, waiting?.id, gone?.id, later?.id]);
    bench.clock.jump(deliveredKeptMs / 2 + 1_000);
    await bench.loopOnce();
    expect(await ids()).to.deep.equal([refused?.id, waiting?.id, later?.id]);
    expect(await states()).to.deep.equal(['refused', 'waiting', 'delivered']);
  });

  it('stays while a wrong clock says that sixty days have gone by, and the server that they have not', async () => {
    await bench.save(1);
    await bench.loopOnce();
    bench.clock.jump(400 * 86_400_000);
    bench.server.ahead = -400 * 86_400_000;
    await bench.loopOnce();
    expect(await states()).to.deep.equal(['delivered']);
  });

  it('is so many at the most: the oldest go', async () => {
    await bench.save(2);
    const [sample] = await bench.rows();
    const { envelope } = sample as EnvelopeRow;
    const rows = Array.from({ length: mostDelivered + 3 }, (_, at): EnvelopeRow => {
      const deliveredAt = toInstant(inWindow + at);
      return { id: uuidv7(), envelope, savedAt: deliveredAt, state: 'delivered', deliveredAt, epoch: 'e' };
    });
    await bench.db.envelopes.bulkAdd(rows);
    await sweepDelivered(bench.db, inWindow + rows.length);
    expect(await bench.db.envelopes.where({ state: 'waiting' }).count()).to.equal(2);
    const left = await bench.db.envelopes.orderBy('deliveredAt').primaryKeys();
    expect(left).to.deep.equal(rows.slice(3).map(({ id }) => id));
  });

  describe('on a full disk', () => {
    let room = 0;
    const write = () => {
      if (room === 0) throw new DOMException('full', 'QuotaExceededError');
      room--;
    };
    const drop = () => void room++;

    /** From now on no more can be written than was deleted before. */
    function fill(): void {
      room = 0;
      const { envelopes } = bench.db;
      envelopes.hook('creating', write);
      envelopes.hook('updating', write);
      envelopes.hook('deleting', drop);
    }

    it('makes room for what is left now, and nothing that waits does', async () => {
      const [first] = await bench.save(1);
      await bench.loopOnce();
      const [waiting] = await bench.save(1);
      const next = (await bench.db.self.get('self'))?.next ?? 0;
      fill();
      const saved = await bench.outbox().save(annasSlip);
      expect(await ids()).to.deep.equal([waiting?.id, saved.id]);
      expect(await ids()).to.not.include(first?.id);
      expect((await bench.db.self.get('self'))?.next).to.equal(next + annasSlip.readings.length);
    });

    it('where nothing was delivered nothing can make room: it is said', async () => {
      const [waiting] = await bench.save(1);
      fill();
      const failure = await bench
        .outbox()
        .save(annasSlip)
        .catch((reason: unknown) => reason);
      expect(failure).to.be.instanceOf(StorageError);
      expect(await ids()).to.deep.equal([waiting?.id]);
    });

    it('is not kept where there is no room for it, and not sent again', async () => {
      await bench.save(2);
      fill();
      await bench.loopOnce();
      expect(await ids()).to.deep.equal([]);
      await bench.loopOnce();
      expect(bench.server.orders).to.have.length(1);
    });
  });
});
