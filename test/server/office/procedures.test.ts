import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { officeRouter } from '../../../server/office-router.ts';
import type { Problem } from '../../../shared/problem.ts';
import { mayActAs, type StaffRole, staffRoles } from '../../../shared/staff.ts';
import { forEachEngine } from '../../support/databases.ts';
import { officeTries } from '../../support/office-tries/all.ts';
import { moveIn, type TestResident } from '../../support/residents.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const procedures = Object.entries(officeRouter._def.procedures as unknown as Record<string, Described>);
interface Described {
  _def: { type: 'query' | 'mutation' };
}

describe('the procedures of the office', () => {
  it('have all been tried: a new one needs an entry', () => {
    assert.deepEqual(Object.keys(officeTries).sort(), procedures.map(([path]) => path).sort());
  });
});

forEachEngine((engine) => {
  describe('the office', () => {
    let server: TestServer;
    let staff: Record<StaffRole, TestStaff>;
    let resident: TestResident;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      const [clerk, manager, administrator] = await Promise.all(staffRoles.map((role) => hire(server, { role })));
      staff = { clerk, manager, administrator } as Record<StaffRole, TestStaff>;
      resident = await moveIn(server, 'Anna');
    });

    for (const [path, { _def }] of procedures) {
      const { least, input, unaudited } = officeTries[path] ?? { least: 'administrator' };

      if (least !== null) {
        it(`answers ${path} to nobody, and to no resident`, async () => {
          const sent = await input?.(server, staff[least]);
          for (const cookie of [
            '',
            resident.device.cookie,
            `meterbook-office=${'0'.repeat(64)}`,
            `meterbook=${staff[least].cookie.split('=')[1]}`,
          ]) {
            assert.deepEqual(await ask(path, sent, cookie), { code: 'signed_out' });
          }
        });

        for (const role of staffRoles.filter((one) => !mayActAs(one, least))) {
          it(`does not answer ${path} to a ${role}`, async () => {
            const sent = await input?.(server, staff[least]);
            assert.deepEqual(await ask(path, sent, staff[role].cookie), { code: 'forbidden' });
          });
        }
      }

      it(`answers ${path} to ${least === null ? 'whoever signs in' : `a ${least}`}${_def.type === 'mutation' && !unaudited ? ', and notes it' : ''}`, async () => {
        // Anew: signing out ends the session.
        const actor = await hire(server, { role: least ?? 'clerk' });
        const sent = await input?.(server, actor);
        const noted = await newestAudit();
        assert.equal(await ask(path, sent, least === null ? '' : actor.cookie), null);
        const now = await newestAudit();
        if (_def.type === 'mutation' && !unaudited) {
          assert.ok(now.seq > noted.seq, `${path} left no row in the audit log`);
          if (least !== null) assert.equal(now.actor, actor.id);
        }
      });
    }

    async function newestAudit(): Promise<{ seq: number; actor: string }> {
      const { reader } = server.services.db;
      const row = await reader.selectFrom('audit').select(['seq', 'actor']).orderBy('seq', 'desc').executeTakeFirst();
      return row ?? { seq: 0, actor: '' };
    }

    /** The problem that the call is answered with; null where it was answered well. */
    async function ask(path: string, input: unknown, cookie: string): Promise<Problem | null> {
      const answer = await fetch(`${server.url}/office/trpc/${path}`, {
        method: 'POST',
        headers: { 'x-meterbook': '1', 'content-type': 'application/json', cookie },
        body: JSON.stringify(input ?? {}),
      });
      const { error } = (await answer.json()) as { error?: { data: { problem: Problem } } };
      return error?.data.problem ?? null;
    }
  });
});
