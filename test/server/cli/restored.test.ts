import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createToken } from '../../../server/auth/tokens.ts';
import { protocol } from '../../../shared/protocol.ts';
import { backUp } from '../../support/back-up.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addMeter, addUser } from '../../support/household.ts';
import { hire, officeClient } from '../../support/staff.ts';
import { TestDevice } from '../../support/test-device.ts';
import { startTestServer } from '../../support/test-server.ts';
import { runCli } from './run-cli.ts';

forEachEngine((engine) => {
  test('I6: after a backup was restored, devices read anew and send again what it lacks', async () => {
    const url = await engine.create();
    const serve = (database: string) =>
      startTestServer({ ...engine, create: async () => database }, { company: 'ddzksu', now: '2026-11-29T10:00:00Z' });

    const first = await serve(url);
    const account = await addAccount(first.services, { number: '10427' });
    const user = await addUser(first.services, { accounts: [account] });
    const cold = await addMeter(first.services, account, { serial: 'C-1' });
    const hot = await addMeter(first.services, account, { serial: 'H-1', service: 'hot-water' });
    const device = await new TestDevice(first).signIn(user, '10427');
    const kept = device.reading(cold, { period: '2026-11', values: { B: 1000 } });
    await device.push(kept);
    const dace = await hire(first);
    const link = await first.services.db.write((tx) =>
      createToken(tx, { purpose: 'staff-password', staff: dace.id }, { now: first.clock.now() }),
    );
    await first.stop();
    const backup = await backUp(engine, url);

    const second = await serve(url);
    const late = new TestDevice(second);
    Object.assign(late, { cookie: device.cookie, user, beacon: device.beacon });
    const lost = late.reading(hot, { period: '2026-11', values: { B: 2000 } });
    assert.equal((await late.push(lost))[0]?.outcome, 'applied');
    await late.pull();
    await second.stop();

    const env = { METERBOOK_COMPANY: 'ddzksu', METERBOOK_DATABASE: backup };
    const restored = await runCli(['restored'], { env });
    assert.equal(restored.code, 0, restored.stderr);
    assert.match(
      restored.stderr,
      /^The database begins the epoch [0-9a-f-]{36}; 2 sessions ended, everybody signs in again\.\n$/,
    );

    const third = await serve(backup);
    const again = new TestDevice(third);
    Object.assign(again, { cookie: device.cookie, user, cursors: late.cursors });
    // A backup would bring back a session that was ended since.
    await assert.rejects(again.pullPage(), { message: 'signed_out' });
    const office = officeClient(third.url, dace.cookie);
    await assert.rejects(office.staff.me.query(), { message: 'signed_out' });
    // Nor would a link that was used since open the office again.
    await assert.rejects(office.staff.openLink.mutate({ token: link }), { message: 'link_used' });
    await again.signIn(user, '10427');
    const [page] = (await again.pullPage()).accounts;
    assert.equal(page?.reset, true);
    assert.notEqual(page?.epoch, late.cursors[account.id]?.epoch);
    assert.deepEqual(
      page?.changes.readings.map(({ id }) => id),
      [kept.id],
    );
    const ids = [kept.id, lost.id];
    const { missing } = await again.client.sync.reconcile.query({ protocol, user: user.id, ids });
    assert.deepEqual(missing, [lost.id]);
    assert.equal((await again.push(lost))[0]?.outcome, 'applied');
    const actions = await third.services.db.reader.selectFrom('audit').select(['action', 'subject']).execute();
    assert.deepEqual(
      actions.filter(({ action }) => action === 'restored'),
      [{ action: 'restored', subject: third.services.epoch }],
    );
    assert.equal((await runCli(['audit', 'verify'], { env })).code, 0);
  });
});
