import { expect } from 'chai';
import { toEpochMs, toInstant } from '../../../shared/instant.ts';
import type { KioskVisit } from '../../../shared/kiosk-answers.ts';
import { kioskEnvelopeInput, kioskSlip } from '../../../shared/kiosk-forms.ts';
import type { KioskSlip } from '../../../shared/kiosk-slip.ts';
import { greet } from '../../../web/kiosk/greeting.ts';
import type { UnsavedSlip } from '../../../web/kiosk/kiosk-context.ts';
import { KioskDb } from '../../../web/kiosk/kiosk-db.ts';
import { NotEnrolled, type SealedOutbox } from '../../../web/kiosk/outbox.ts';
import type { SavedSlip } from '../../../web/kiosk/session.ts';
import { StorageError } from '../../../web/storage/storage-error.ts';
import { inWindow } from '../support/household.ts';
import { annasSlip, KioskBench, secrets } from '../support/kiosk-bench.ts';

const visit: KioskVisit = { token: 'visit', until: toInstant(inWindow + 300_000) };

describe('the tablet’s outbox', () => {
  let bench: KioskBench;
  beforeEach(async () => {
    bench = await KioskBench.open();
  });
  afterEach(async () => {
    await bench.close();
    expect(bench.faults).to.deep.equal([]);
  });

  const slipsInside = async (): Promise<KioskSlip[]> =>
    Promise.all((await bench.undelivered()).map(({ envelope }) => bench.server.open(envelope)));

  const failureOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => null,
      (reason: unknown) => reason,
    );

  it('saves nothing where the tablet was never told what to seal to, and says so', async () => {
    const stranger = await KioskBench.open({ greeted: false });
    const failure = await failureOf(stranger.outbox().save(annasSlip));
    expect(failure).to.be.instanceOf(NotEnrolled);
    expect(await stranger.rows()).to.deep.equal([]);
    await stranger.close();
  });

  it('a full disk in the middle is an error of its own: nothing is saved, and no number taken', async () => {
    const next = (await bench.db.self.get('self'))?.next;
    const outbox = bench.outbox();
    const fill = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    bench.db.envelopes.hook('creating', fill);
    const failure = await failureOf(outbox.save(annasSlip));
    expect(failure).to.be.instanceOf(StorageError);
    expect((failure as StorageError).problem).to.deep.equal({ code: 'storage_full' });
    expect(outbox.waiting).to.equal(0);
    expect(await bench.undelivered()).to.deep.equal([]);
    expect((await bench.db.self.get('self'))?.next).to.equal(next);
    bench.db.envelopes.hook('creating').unsubscribe(fill);
    await outbox.save(annasSlip);
    expect(outbox.waiting).to.equal(1);
    expect((await slipsInside())[0]?.readings[0]?.number).to.equal(next);
  });

  it('a database that the browser has taken away is an error of its own, and tells nothing of the slip', async () => {
    bench.db.close({ disableAutoOpen: true });
    const failure = (await failureOf(bench.outbox().save(annasSlip))) as StorageError;
    expect(failure).to.be.instanceOf(StorageError);
    expect(failure.problem).to.deep.equal({ code: 'storage_unavailable' });
    const told = `${failure.message} ${failure.stack} ${failure.cause}`;
    expect(secrets.filter((secret) => told.includes(secret))).to.deep.equal([]);
  });

  it('what it seals is the slip as it was confirmed, with ids, numbers in a row and the time of capture (C1)', async () => {
    const contact = (await bench.db.self.get('self'))?.contact;
    const saved = await bench.outbox().save(annasSlip);
    const [row] = await bench.undelivered();
    const [slip] = await slipsInside();
    expect(row).to.deep.include({ id: saved.id, savedAt: saved.savedAt, state: 'waiting' });
    expect(kioskEnvelopeInput.safeParse(row?.envelope).success).to.equal(true);
    expect(kioskSlip.parse(slip)).to.deep.equal(slip);
    const { id, capture, readings, ...rest } = slip as KioskSlip;
    const { readings: typed, ...confirmed } = annasSlip;
    expect(rest).to.deep.equal(confirmed);
    expect(id).to.equal(saved.id);
    expect(capture).to.deep.equal({ wall: toInstant(inWindow), offset: 0, beacon: contact?.beacon });
    expect(readings.map(({ id: _, number: __, ...reading }) => reading)).to.deep.equal(typed);
    const [first, second] = readings;
    expect(second?.number).to.equal((first?.number ?? 0) + 1);
    expect(new Set([id, first?.id, second?.id]).size).to.equal(3);
  });

  it('leaves out what a screen has put beside it: the server would take it for no slip', async () => {
    const [first, ...others] = annasSlip.readings;
    const more = { ...annasSlip, holder: 'Anna', readings: [{ ...first, previous: 1 }, ...others] } as UnsavedSlip;
    await bench.outbox().save(more);
    expect(kioskSlip.safeParse((await slipsInside())[0]).success).to.equal(true);
  });

  it('C1: a tablet that is 400 days behind says so, and knows the company’s time', async () => {
    const days = 400 * 86_400_000;
    bench.clock.jump(-days);
    bench.server.ahead = days;
    await bench.loopOnce();
    const saved = await bench.outbox().save(annasSlip);
    expect(saved.savedAt).to.equal(toInstant(inWindow));
    const [slip] = await slipsInside();
    expect(slip?.capture).to.deep.equal({
      wall: toInstant(inWindow - days),
      offset: days,
      beacon: `beacon-${inWindow}`,
    });
  });

  it('two tabs at once: no number is taken twice, and none is left out', async () => {
    const second = new KioskDb(bench.name);
    const [one, other] = [bench.outbox(), bench.outbox(second)];
    await Promise.all([one, other, one, other, one].map((outbox) => outbox.save(annasSlip)));
    const numbers = (await slipsInside()).flatMap(({ readings }) => readings.map(({ number }) => number));
    const sorted = numbers.sort((a, b) => a - b);
    const first = sorted[0] ?? 0;
    expect(sorted).to.deep.equal(Array.from({ length: 10 }, (_, at) => first + at));
    second.close();
  });

  it('what was saved is there after the tablet was started anew, and the numbers go on', async () => {
    const [before] = await bench.save(1);
    await bench.reopen();
    const [after] = await bench.save(1);
    expect((await bench.undelivered()).map(({ id }) => id)).to.deep.equal([before?.id, after?.id]);
    const [first, second] = await slipsInside();
    expect(second?.readings[0]?.number).to.equal((first?.readings[1]?.number ?? 0) + 1);
  });

  it('a tablet that has lost all it knew begins above the numbers that it had given out', async () => {
    await bench.save(1);
    const [before] = await slipsInside();
    await bench.db.delete();
    bench.clock.jump(86_400_000);
    bench.db = new KioskDb(bench.name);
    await bench.loopOnce();
    await bench.save(1);
    const [after] = await slipsInside();
    expect(after?.readings[0]?.number).to.be.greaterThan(before?.readings[1]?.number ?? 0);
  });

  it('after the key was changed it seals to the new one, and what was sealed before stays as it is', async () => {
    await bench.save(1);
    await bench.server.newKey();
    await greet(bench.parts());
    await bench.save(1);
    const [old, recent] = await bench.undelivered();
    expect(old?.envelope.key).to.not.equal(recent?.envelope.key);
    expect(await slipsInside()).to.have.length(2);
  });

  it('nothing that it writes holds an account, a serial number, a contact or a value in clear', async () => {
    await bench.save(3);
    expect(await bench.undelivered()).to.have.length(3);
    const written = JSON.stringify(await Promise.all(bench.db.tables.map((table) => table.toArray())));
    const keys = JSON.stringify(await Promise.all(bench.db.tables.map((table) => table.toCollection().primaryKeys())));
    for (const secret of secrets) {
      expect(written + keys).to.not.include(secret);
    }
    // In base64 as well, at each of the three places where it may begin; of short ones there is too little to tell.
    for (const secret of secrets.filter(({ length }) => length > 6)) {
      for (const at of [0, 1, 2]) {
        const [from, to] = [Math.ceil((at * 4) / 3), Math.floor(((at + secret.length) * 4) / 3)];
        expect(written).to.not.include(btoa('.'.repeat(at) + secret).slice(from, to));
      }
    }
  });

  it('slips of one meter and of four, with a contact and without, are of one size', async () => {
    const outbox = bench.outbox();
    await outbox.save({ ...annasSlip, contact: null, readings: annasSlip.readings.slice(0, 1) });
    await outbox.save(annasSlip);
    const sizes = (await bench.undelivered()).map(({ envelope }) => envelope.sealed.length);
    expect(sizes[0]).to.equal(sizes[1]);
  });

  describe('handing in at once', () => {
    let outbox: SealedOutbox;
    let saved: SavedSlip;
    beforeEach(async () => {
      outbox = bench.outbox();
      saved = await outbox.save(annasSlip);
    });

    it('sends it with the visit, answers what became of it, and has it no more', async () => {
      expect(await outbox.handIn(saved.id, visit, 8_000)).to.deep.include({ envelope: saved.id, outcome: 'received' });
      expect(bench.server.visits).to.deep.equal(['visit']);
      expect(await bench.undelivered()).to.deep.equal([]);
    });

    it('nobody answers in time: null, it stays, and the loop goes on with it', async () => {
      bench.server.deliver = () => new Promise(() => {});
      const answer = outbox.handIn(saved.id, visit, 8_000);
      await bench.clock.advance(8_000);
      expect(await answer).to.equal(null);
      expect(await bench.undelivered()).to.have.length(1);
      await bench.clock.advance(0);
      expect(bench.woken).to.equal(1);
    });

    it('the loop was faster: what the server says then is said', async () => {
      await bench.loopOnce();
      expect(await bench.undelivered()).to.deep.equal([]);
      expect(await outbox.handIn(saved.id, visit, 8_000)).to.deep.include({ outcome: 'duplicate' });
      expect(bench.server.entered).to.have.length(1);
    });

    it('the server asks for it later: it stays', async () => {
      bench.server.says.set(saved.id, 'retry');
      expect(await outbox.handIn(saved.id, visit, 8_000)).to.deep.include({ outcome: 'retry' });
      expect(await bench.undelivered()).to.have.length(1);
    });

    it('hands in what was saved last and nothing else: whoever stands there knows of no other', async () => {
      const { id } = await outbox.save(annasSlip);
      expect(await outbox.handIn(saved.id, visit, 8_000)).to.equal(null);
      expect(await outbox.handIn(id, visit, 8_000)).to.deep.include({ outcome: 'received' });
      expect(bench.server.orders).to.deep.equal([[id]]);
    });

    it('whoever goes away without handing in leaves it to the loop', async () => {
      expect(bench.woken).to.equal(0);
      await bench.clock.advance(10_000);
      expect(bench.woken).to.equal(1);
    });
  });

  it('the time of saving is the company’s, as the slip’s id has it', async () => {
    const [saved] = await bench.save(1);
    expect(Number.parseInt(saved?.id.replaceAll('-', '').slice(0, 12) ?? '', 16)).to.equal(inWindow);
    expect(toEpochMs(saved?.savedAt ?? '')).to.equal(inWindow);
  });
});
