import { expect } from 'chai';
import type { AccountId } from '../../../shared/ids.ts';
import type { SealedOperation } from '../../../shared/operation.ts';
import type { AccountChanges } from '../../../shared/protocol.ts';
import type { Reading } from '../../../shared/reading.ts';
import type { OperationRow } from '../../../web/store/outbox-db.ts';
import type { SyncSession, SyncStorage } from '../../../web/store/sync-storage.ts';
import {
  anna,
  answer,
  boris,
  home,
  inWindow,
  m3,
  meter,
  operation,
  reading,
  submission,
} from '../support/household.ts';
import { noChanges } from '../support/no-changes.ts';

/** A storage and the acts that are not the sync's. */
export interface StorageUnderTest {
  storage: SyncStorage;
  signIn(session: SyncSession | null): Promise<void>;
  /** Signing in has brought this account, and nothing of it was pulled yet. */
  know(account: AccountId): Promise<void>;
  save(sealed: SealedOperation): Promise<void>;
  dismiss(id: string, at: number): Promise<void>;
  operation(id: string): Promise<OperationRow | undefined>;
  readings(): Promise<Reading[]>;
  close(): Promise<void>;
}

const session = { user: anna, since: 1, expired: false };
const contact = { serverTime: inWindow, offset: 0, beacon: 'beacon', at: inWindow };

const page = (version: number, readings: Reading[], change: Partial<AccountChanges> = {}): AccountChanges => ({
  account: home,
  epoch: 'e1',
  version,
  reset: false,
  more: false,
  changes: { ...noChanges, readings },
  ...change,
});

/** What every storage of the sync must hold to. */
export function syncStorageContract(name: string, open: () => Promise<StorageUnderTest>): void {
  describe(`sync storage: ${name}`, () => {
    let test: StorageUnderTest;
    let storage: SyncStorage;
    beforeEach(async () => {
      test = await open();
      ({ storage } = test);
      await test.signIn(session);
    });
    afterEach(() => test.close());

    const state = async ({ id }: SealedOperation) => (await test.operation(id))?.state;

    describe('operations', () => {
      it('I5: results for what is unknown, of another user or already received change nothing', async () => {
        const own = await submission(1);
        const others = await submission(2, { user: boris });
        await test.save(own);
        await test.save(others);
        const unknown = await submission(3);
        await storage.settle(anna, [answer(others, 'applied'), answer(unknown, 'applied')], inWindow);
        await storage.settle(anna, [{ ...answer(own, 'applied'), id: null }], inWindow);
        expect([await state(own), await state(others), await state(unknown)]).to.deep.equal([
          'queued',
          'queued',
          undefined,
        ]);
        await storage.settle(anna, [answer(own, 'applied')], inWindow);
        await storage.settle(anna, [answer(own, 'rejected')], inWindow + 1);
        expect(await test.operation(own.id)).to.deep.include({ settledAt: inWindow, answer: answer(own, 'applied') });
      });

      for (const outcome of ['applied', 'duplicate', 'review', 'rejected', 'conflict'] as const) {
        it(`I5: "${outcome}" is terminal`, async () => {
          const own = await submission(1);
          await test.save(own);
          await storage.settle(anna, [answer(own, outcome)], inWindow);
          expect(await state(own)).to.equal('received');
          expect(await storage.countQueued(anna)).to.equal(0);
        });
      }

      it('I5: "retry" leaves it queued and counts', async () => {
        const own = await submission(1);
        await test.save(own);
        await storage.settle(anna, [answer(own, 'retry')], inWindow);
        await storage.settle(anna, [answer(own, 'retry')], inWindow);
        expect(await test.operation(own.id)).to.include({ state: 'queued', attempts: 2, settledAt: null });
      });

      it('I10: hands out the queued operations of one user, in the order of the stream', async () => {
        const [second, first, others] = [
          await submission(2),
          await submission(1),
          await submission(3, { user: boris }),
        ];
        for (const one of [second, first, others]) await test.save(one);
        expect(await storage.queued(anna)).to.deep.equal([first, second]);
        expect(await storage.queued(boris)).to.deep.equal([others]);
        // Both are of one meter and period: to the resident they are one reading.
        expect(await storage.countQueued(anna)).to.equal(1);
        await test.save(await submission(4, { period: '2026-10' }));
        expect(await storage.countQueued(anna)).to.equal(2);
      });

      it('I6: names what was received, but not what was refused and dismissed, and queues it again', async () => {
        const [kept, refused, dismissed, queued] = [
          await submission(1),
          await submission(2),
          await submission(3),
          await submission(4),
        ];
        for (const one of [kept, refused, dismissed, queued]) await test.save(one);
        const results = [answer(kept, 'applied'), answer(refused, 'rejected'), answer(dismissed, 'rejected')];
        await storage.settle(anna, results, inWindow);
        await test.dismiss(dismissed.id, inWindow);
        expect(await storage.received(anna, home)).to.deep.equal([kept.id, refused.id]);
        expect(await storage.received(boris, home)).to.deep.equal([]);
        expect(await storage.received(anna, meter.id)).to.deep.equal([]);

        expect(await storage.requeue(boris, [kept.id])).to.equal(0);
        expect(await storage.requeue(anna, [kept.id, queued.id])).to.equal(1);
        expect(await test.operation(kept.id)).to.include({ state: 'queued', answer: null, settledAt: null });
      });

      it('I6, W9: what was refused and dismissed and counts since is named as well, and its next answer is seen again', async () => {
        const [counted, dismissed] = [await submission(1), await submission(2, { period: '2026-10' })];
        for (const one of [counted, dismissed]) await test.save(one);
        await storage.settle(anna, [answer(counted, 'rejected'), answer(dismissed, 'rejected')], inWindow);
        for (const one of [counted, dismissed]) await test.dismiss(one.id, inWindow);
        expect(await storage.received(anna, home)).to.deep.equal([]);
        await storage.apply(anna, null, page(5, [reading('2026-11', m3(1), { id: counted.id, state: 'accepted' })]));
        expect(await storage.received(anna, home)).to.deep.equal([counted.id]);

        expect(await storage.requeue(anna, [counted.id])).to.equal(1);
        expect(await test.operation(counted.id)).to.include({ state: 'queued', dismissedAt: null });
      });

      it('I6: prunes what was seen as billed, and nothing else', async () => {
        const [billed, accepted, waiting] = [
          await submission(1, { period: '2026-09' }),
          await submission(2, { period: '2026-10' }),
          await submission(3),
        ];
        const withdrawal = await operation('reading-withdrawn', { reading: accepted.id }, { number: 4 });
        for (const one of [billed, accepted, waiting, withdrawal]) await test.save(one);
        const results = [billed, accepted, withdrawal].map((one) => answer(one, 'applied'));
        await storage.settle(anna, results, inWindow);
        const rows = [
          reading('2026-09', m3(1), { id: billed.id }),
          reading('2026-10', m3(2), { id: accepted.id, state: 'accepted' }),
          reading('2026-11', m3(3), { id: waiting.id, state: 'billed' }),
        ];
        expect(await storage.prune(anna)).to.equal(0);
        await storage.apply(anna, null, page(5, rows));
        expect(await storage.prune(boris)).to.equal(0);
        expect(await storage.prune(anna)).to.equal(1);
        expect([
          await state(billed),
          await state(accepted),
          await state(waiting),
          await state(withdrawal),
        ]).to.deep.equal([undefined, 'received', 'queued', 'received']);
      });
    });

    describe('session and contact', () => {
      it('an old session’s end does not touch a new one', async () => {
        await test.signIn({ ...session, since: 2 });
        await storage.expireSession(session);
        expect(await storage.session()).to.include({ since: 2, expired: false });
        await storage.expireSession({ ...session, since: 2 });
        expect(await storage.session()).to.include({ user: anna, expired: true });
      });

      it('a deleted user’s device forgets what it was sent, and keeps what it has saved; a new session stays', async () => {
        await test.know(home);
        await storage.apply(anna, null, page(2, [reading('2026-10', m3(1))]));
        const saved = await submission(1);
        await test.save(saved);
        await storage.forgetSession({ ...session, since: 2 });
        expect(await storage.session()).to.include({ user: anna });
        expect(await test.readings()).to.have.length(1);
        await storage.forgetSession(session);
        expect(await storage.session()).to.equal(null);
        expect(await test.readings()).to.deep.equal([]);
        expect((await storage.queued(anna)).map(({ id }) => id)).to.deep.equal([saved.id]);
      });

      it('I10: nothing is written for a user who is not signed in', async () => {
        await test.signIn({ ...session, user: boris });
        await storage.recordContact(anna, contact);
        expect(await storage.contact()).to.equal(null);
        expect(await storage.cursors(anna)).to.equal(null);
        expect(await storage.apply(anna, null, page(2, [reading('2026-10', m3(1))]))).to.equal(false);
        await storage.setPeriods(anna, ['2026-10'], []);
        expect(await test.readings()).to.deep.equal([]);
        expect(await storage.cursors(boris)).to.deep.equal(new Map());
        await storage.recordContact(boris, contact);
        expect(await storage.contact()).to.deep.equal(contact);
      });

      it('nobody is signed in: nothing is handed out', async () => {
        await test.signIn(null);
        expect(await storage.session()).to.equal(null);
        expect(await storage.cursors(anna)).to.equal(null);
      });
    });

    describe('rows', () => {
      const september = reading('2026-09', m3(1));
      const october = reading('2026-10', m3(2));

      it('come together with the cursor', async () => {
        expect(await storage.apply(anna, null, page(2, [september]))).to.equal(true);
        const from = { epoch: 'e1', version: 2 };
        expect(await storage.apply(anna, from, page(3, [october]))).to.equal(true);
        expect(await storage.cursors(anna)).to.deep.equal(new Map([[home, { epoch: 'e1', version: 3 }]]));
        expect(await test.readings()).to.have.deep.members([september, october]);
      });

      it('of an answer that another tab has overtaken are not written', async () => {
        await storage.apply(anna, null, page(3, [october]));
        for (const from of [null, { epoch: 'e1', version: 2 }, { epoch: 'e0', version: 3 }]) {
          expect(await storage.apply(anna, from, page(4, [september]))).to.equal(false);
        }
        expect(await test.readings()).to.deep.equal([october]);
        expect((await storage.cursors(anna))?.get(home)?.version).to.equal(3);
      });

      it('are replaced by a reset', async () => {
        await storage.apply(anna, null, page(3, [october]));
        const from = { epoch: 'e1', version: 3 };
        await storage.apply(anna, from, page(2, [september], { epoch: 'e2', reset: true }));
        expect(await test.readings()).to.deep.equal([september]);
        expect(await storage.cursors(anna)).to.deep.equal(new Map([[home, { epoch: 'e2', version: 2 }]]));
      });

      it('of an account that signing in has brought have no cursor before the first page; revoked, it is gone', async () => {
        await test.know(home);
        expect(await storage.cursors(anna)).to.deep.equal(new Map([[home, null]]));
        await storage.revoke(anna, [home]);
        expect(await storage.cursors(anna)).to.deep.equal(new Map());
        await test.know(home);
        expect(await storage.apply(anna, null, page(2, [september], { reset: true }))).to.equal(true);
        expect(await storage.cursors(anna)).to.deep.equal(new Map([[home, { epoch: 'e1', version: 2 }]]));
      });

      it('of a revoked account go; its operations stay', async () => {
        const queued = await submission(1);
        await test.save(queued);
        await storage.apply(anna, null, page(3, [october]));
        await storage.revoke(boris, [home]);
        expect(await test.readings()).to.have.length(1);
        await storage.revoke(anna, [home]);
        expect(await test.readings()).to.deep.equal([]);
        expect(await storage.cursors(anna)).to.deep.equal(new Map());
        expect(await state(queued)).to.equal('queued');
      });
    });
  });
}
