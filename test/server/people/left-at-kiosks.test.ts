import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { revokeKiosk } from '../../../server/kiosks/manage.ts';
import { typedKept } from '../../../server/kiosks/slip-keeping.ts';
import { sweepKiosks } from '../../../server/kiosks/sweep.ts';
import type { PersonData } from '../../../server/people/person-data.ts';
import { type KioskSlip, receiptNumber } from '../../../shared/kiosk-slip.ts';
import { noClaims } from '../../../shared/reading.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addMeter, addUser } from '../../support/household.ts';
import { enrolKiosk, type TestKiosk } from '../../support/kiosk.ts';
import { settle } from '../../support/office-tries/people.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { unzip } from '../../support/unzip.ts';

const contact = '+371 2999 8877';
const serial = 'C-12345';

type Person = Awaited<ReturnType<typeof settle>>;

forEachEngine((engine) => {
  describe('what was left at kiosks, of a person', () => {
    let server: TestServer;
    let manager: TestStaff;
    let administrator: TestStaff;
    let kiosk: TestKiosk;
    before(async () => {
      server = await startTestServer(engine, { company: 'dgservic', now: '2017-07-20T09:00:00+03:00' });
      manager = await hire(server, { role: 'manager' });
      administrator = await hire(server, { role: 'administrator' });
      kiosk = await enrolKiosk(server);
    });

    const preview = ({ id }: Person) => administrator.client.people.previewDeletion.query({ user: id });
    async function remove(person: Person): Promise<void> {
      const { seal } = await preview(person);
      await administrator.client.people.remove.mutate({ user: person.id, typed: person.name, seal });
    }
    async function exported({ id }: Person): Promise<{ data: PersonData; page: string }> {
      const url = `${server.url}/office/person-data/${id}.zip`;
      const answer = await fetch(url, { headers: { cookie: manager.cookie, 'sec-fetch-site': 'same-origin' } });
      assert.equal(answer.status, 200);
      const files = await unzip(Buffer.from(await answer.arrayBuffer()));
      return { data: JSON.parse(String(files.get('data.json'))) as PersonData, page: String(files.get('index.html')) };
    }
    /** A person with a meter of the serial number of everybody's. */
    async function movesIn(): Promise<Person> {
      const person = await settle(server);
      await addMeter(server.services, person.account, { serial });
      return person;
    }

    type Kind = 'entered' | 'in review' | 'unreadable' | 'wrong proof';
    function slipOf({ number }: { number: string }, kind: Kind, at = kiosk): KioskSlip {
      const claims = { ...noClaims, replaced: kind === 'in review' };
      const typed = kind === 'unreadable' ? '12 x' : '5,5';
      const shown = kind === 'wrong proof' ? 'Z-98765' : serial;
      const readings = [at.reading(serial, [typed], { claims })];
      return at.slip({ account: number, serial: shown, period: '2017-07', readings, contact });
    }
    async function leave(account: { number: string }, kind: Kind): Promise<KioskSlip> {
      const slip = slipOf(account, kind);
      assert.equal((await kiosk.deliver(await kiosk.seal(slip)))[0]?.outcome, 'received');
      return slip;
    }
    const kept = async ({ id }: KioskSlip) => {
      const row = await server.services.db.reader
        .selectFrom('kiosk_slips')
        .where('id', '=', id)
        .selectAll()
        .executeTakeFirstOrThrow();
      return { ...row, slip: JSON.parse(row.content) as KioskSlip };
    };
    async function shareWith(person: Person): Promise<{ id: string; number: string }> {
      const shared = await addAccount(server.services, { number: `7${person.id.slice(-8)}` });
      await addMeter(server.services, shared, { serial });
      await addUser(server.services, { name: 'Juris', accounts: [shared] });
      await administrator.client.people.link.mutate({ user: person.id, account: shared.number });
      return shared;
    }

    describe('the export', () => {
      it('has nothing that was left for an account which somebody else has too', async () => {
        const person = await movesIn();
        await leave(await shareWith(person), 'in review');
        const { data, page } = await exported(person);
        assert.deepEqual(data.leftAtKiosks, []);
        assert.ok(!page.includes(contact));
      });

      it('has nothing that came without the right proof, or was never looked at: it may be a stranger’s', async () => {
        const person = await movesIn();
        const revoked = await enrolKiosk(server);
        const held = slipOf(person.account, 'in review', revoked);
        const envelope = await revoked.seal(held);
        await revokeKiosk(server.services, revoked.id, manager.id);
        assert.equal((await revoked.deliver(envelope))[0]?.outcome, 'held');
        const wrong = await leave(person.account, 'wrong proof');
        assert.equal((await kept(wrong)).account_id, person.account.id);
        await manager.client.kiosks.settleHeld.mutate({ id: held.id, note: 'Called.' });
        assert.deepEqual((await exported(person)).data.leftAtKiosks, []);
      });

      it('has what was left, as it was typed, and what became of it; not the note of the office', async () => {
        const person = await movesIn();
        const slips = [
          await leave(person.account, 'in review'),
          await leave(person.account, 'unreadable'),
          await leave(person.account, 'entered'),
        ] as const;
        await manager.client.kiosks.settle.mutate({ id: slips[1].id, note: 'a note of our own' });
        const { data, page } = await exported(person);
        assert.deepEqual(
          data.leftAtKiosks.map(({ receipt, contact: said, state, readings }) => [
            receipt,
            said,
            state,
            readings.map(({ typed, outcome }) => [typed, outcome]),
          ]),
          [
            [receiptNumber(slips[0].id), contact, 'entered', [[['5,5'], 'review']]],
            [receiptNumber(slips[1].id), null, 'settled', [[['12 x'], 'office']]],
            [receiptNumber(slips[2].id), null, 'entered', [[['5,5'], 'accepted']]],
          ],
        );
        const [{ account, serial: proof, period } = { account: '', serial: '', period: '' }] = data.leftAtKiosks;
        assert.deepEqual([account, proof, period], [person.account.number, serial, '2017-07']);
        for (const said of [contact, '12 x', serial]) assert.ok(page.includes(`<bdi>${said}</bdi>`), said);
        assert.ok(!page.includes('data-') && !page.includes('<bdi>review<'), 'every code has words');
        assert.ok(!page.includes('a note of our own') && !JSON.stringify(data).includes('a note of our own'));
      });
    });

    describe('the deletion', () => {
      it('leaves what was left for an account which somebody else has too', async () => {
        const person = await movesIn();
        const slip = await leave(await shareWith(person), 'in review');
        assert.equal((await preview(person)).gone.slips, 0);
        await remove(person);
        assert.deepEqual((await kept(slip)).slip, slip);
      });

      it('takes what was typed; of what still waits how to reach the person alone, also without the right proof', async () => {
        const person = await movesIn();
        const done = await leave(person.account, 'entered');
        const waiting = [await leave(person.account, 'unreadable'), await leave(person.account, 'wrong proof')];
        assert.equal((await preview(person)).gone.slips, 3);
        await remove(person);
        const { slip, emptied_at, hash, state } = await kept(done);
        assert.deepEqual([slip.account, slip.serial, slip.contact, slip.readings[0]?.typed], ['', '', null, []]);
        assert.ok(emptied_at !== null && hash !== '' && state === 'entered');
        for (const one of waiting) {
          const left = await kept(one);
          assert.deepEqual(left.slip, { ...one, contact: null });
          assert.deepEqual([left.state, left.emptied_at], ['office', null]);
        }
      });

      it('does not ask again because a slip came or went meanwhile, and counts none that is emptied already', async () => {
        const person = await movesIn();
        const { seal } = await preview(person);
        await leave(person.account, 'entered');
        server.clock.advance(typedKept);
        await sweepKiosks(server.services);
        const later = await preview(person);
        assert.deepEqual([later.gone.slips, later.seal], [0, seal]);
        server.clock.set('2017-07-20T09:00:00+03:00');
      });
    });
  });
});
