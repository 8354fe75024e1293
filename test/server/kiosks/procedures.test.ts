import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { kioskRouter } from '../../../server/kiosk-router.ts';
import { revokeKiosk } from '../../../server/kiosks/manage.ts';
import { visitMinutes } from '../../../shared/kiosk-answers.ts';
import type { Problem } from '../../../shared/problem.ts';
import { forEachEngine } from '../../support/databases.ts';
import { hostileTexts, insideWords } from '../../support/hostile.ts';
import { enrolKiosk } from '../../support/kiosk.ts';
import { type KioskScene, kioskInput, kioskTries, proofOf, visitAt } from '../../support/kiosk-tries.ts';
import { moveIn } from '../../support/residents.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const procedures = Object.entries(kioskRouter._def.procedures as unknown as Record<string, Described>);
interface Described {
  _def: { type: 'query' | 'mutation' };
}

describe('the procedures of kiosks', () => {
  it('have all been tried: a new one needs an entry', () => {
    assert.deepEqual(Object.keys(kioskTries).sort(), procedures.map(([path]) => path).sort());
  });
});

forEachEngine((engine) => {
  describe('kiosks', () => {
    let server: TestServer;
    let scene: KioskScene;
    let dace: TestStaff;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      dace = await hire(server, { role: 'administrator' });
      scene = { server, kiosk: await enrolKiosk(server), anna: await moveIn(server, 'Anna') };
    });
    // Every test has its own hour, so that none meets the limits of another.
    beforeEach(() => {
      server.clock.advance(3_600_001);
    });

    async function ask(path: string, input: unknown, cookie: string): Promise<Problem | null> {
      const answer = await fetch(`${server.url}/kiosk/trpc/${path}`, {
        method: 'POST',
        headers: { 'x-meterbook': '1', 'content-type': 'application/json', cookie },
        body: JSON.stringify(input ?? {}),
      });
      assert.deepEqual(answer.headers.getSetCookie(), [], 'nothing of it stays in the browser');
      const { error } = (await answer.json()) as { error?: { data: { problem: Problem } } };
      return error?.data.problem ?? null;
    }

    for (const [path, { _def }] of procedures) {
      const { visit, unaudited, afterwards } = kioskTries[path] ?? {};

      it(`are answered ${path} by no other credential`, async () => {
        const input = await kioskInput(scene, path);
        for (const cookie of [
          '',
          'meterbook-kiosk=',
          `meterbook-kiosk=${'0'.repeat(64)}`,
          `meterbook-kiosk=${scene.kiosk.cookie.split('=')[1]?.toUpperCase()}`,
          scene.anna.device.cookie,
          dace.cookie,
          `meterbook-kiosk=${server.services.sessions.read(scene.anna.device.cookie)}`,
          `meterbook-kiosk=${server.services.staffSessions.read(dace.cookie)}`,
          `meterbook=${scene.kiosk.cookie.split('=')[1]}; meterbook-office=${scene.kiosk.cookie.split('=')[1]}`,
        ]) {
          assert.deepEqual(await ask(path, input, cookie), { code: 'signed_out' }, cookie);
        }
      });

      it(`are answered ${path} by nobody else's pages`, async () => {
        const body = JSON.stringify((await kioskInput(scene, path)) ?? {});
        const proper = { 'x-meterbook': '1', 'content-type': 'application/json', cookie: scene.kiosk.cookie };
        for (const forged of [{ 'sec-fetch-site': 'cross-site' }, { 'x-meterbook': '' }]) {
          const headers = { ...proper, ...forged };
          const answer = await fetch(`${server.url}/kiosk/trpc/${path}`, { method: 'POST', headers, body });
          assert.equal(answer.status, 403);
        }
      });

      if (!afterwards) {
        it(`are not answered ${path} after they were revoked`, async () => {
          const kiosk = await enrolKiosk(server);
          const input = await kioskInput({ ...scene, kiosk }, path);
          await revokeKiosk(server.services, kiosk.id, 'test');
          assert.deepEqual(await ask(path, input, kiosk.cookie), { code: 'signed_out' });
        });
      }

      if (visit) {
        it(`are not answered ${path} with a visit that is not theirs, over, of something else, or made up`, async () => {
          const input = await kioskInput(scene, path);
          const token = String(input?.visit);
          const other = await enrolKiosk(server);
          for (const wrong of [
            await visitAt({ ...scene, kiosk: other }, visit),
            ...(visit === 'any' ? [] : [await visitAt(scene, visit === 'user' ? 'account' : 'user')]),
            token.replace(scene.kiosk.id, other.id),
            token.replace(/^(account|user)/, (kind) => (kind === 'user' ? 'account' : 'user')),
            `${token}A`,
            token.slice(0, -1),
            token.slice(0, token.lastIndexOf('.')),
            '.',
            'null',
          ]) {
            assert.deepEqual(await ask(path, { ...input, visit: wrong }, scene.kiosk.cookie), { code: 'signed_out' });
          }
          server.clock.advance(visitMinutes * 60_000);
          assert.deepEqual(await ask(path, input, scene.kiosk.cookie), { code: 'signed_out' });
        });
      }

      it(`are answered ${path}${_def.type === 'mutation' && !unaudited ? ', and it is noted' : ''}`, async () => {
        const input = await kioskInput(scene, path);
        const noted = await newestAudit();
        assert.equal(await ask(path, input, scene.kiosk.cookie), null);
        const now = await newestAudit();
        if (_def.type !== 'mutation' || unaudited) return;
        assert.ok(now.seq > noted.seq, `${path} left no row in the audit log`);
        assert.equal(now.actor, scene.kiosk.id);
      });

      it(`answer ${path} with a coded 4xx whatever is sent, or take it as text`, async () => {
        const proper = (await kioskInput(scene, path)) ?? {};
        const bodies = ['', '{', 'null', '[]', '"a"', '1e999', `${'['.repeat(50_000)}${']'.repeat(50_000)}`];
        for (const field of Object.keys(proper)) {
          for (const hostile of [...hostileTexts, null, -1, 1e308, [], {}, ['x'], true]) {
            bodies.push(JSON.stringify({ ...proper, [field]: hostile }));
          }
          const { [field]: _, ...less } = proper;
          bodies.push(JSON.stringify(less));
        }
        bodies.push(JSON.stringify({ ...proper, more: 1 }));
        bodies.push(...fc.sample(fc.jsonValue({ maxDepth: 3 }), 10).map((value) => JSON.stringify(value)));
        for (const body of bodies) {
          const answer = await fetch(`${server.url}/kiosk/trpc/${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-meterbook': '1', cookie: scene.kiosk.cookie },
            body,
          });
          const text = await answer.text();
          assert.ok(answer.status < 500, `${answer.status} for ${body.slice(0, 200)}`);
          if (answer.status < 400) continue;
          assert.match(text, /"problem":\{"code":"[a-z_]+"/, `for ${body.slice(0, 200)}`);
          assert.doesNotMatch(text, insideWords, `for ${body.slice(0, 200)}`);
        }
      });
    }

    it('are refused whole with what no text of theirs holds, and an envelope with it by itself', async () => {
      const cookie = scene.kiosk.cookie;
      const visit = 'account.\0';
      assert.deepEqual(await ask('deliver', { visit, envelopes: [] }, cookie), { code: 'bad_input', path: '' });
      const { kiosk, anna } = scene;
      const { account, serial } = await proofOf(server, anna);
      const slip = kiosk.slip({ account, serial, period: '2026-11', readings: [kiosk.reading(serial, ['1'])] });
      const good = await kiosk.seal(slip);
      const deep = JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`) as unknown;
      const bad = [{ ...good, envelope: '\0' }, { ...good, enc: '\0' }, { ...good, more: deep }, deep, '\0'];
      const results = await kiosk.deliver(...bad, good);
      assert.deepEqual(
        results.map(({ outcome }) => outcome),
        [...bad.map(() => 'refused'), 'received'],
      );
    });

    it('take no slip with a sign in what was typed that nobody types, whatever is sealed', async () => {
      const { kiosk, anna } = scene;
      const { account, serial } = await proofOf(server, anna);
      const reading = kiosk.reading(serial, ['1']);
      const slip = () => kiosk.slip({ account, serial, period: '2026-11', readings: [reading] });
      for (const sign of ['\0', '\n', '\t', '\u001b', '\u202e', '\u2060', '\ud800', '\u2028']) {
        const typed = `1${sign}2`;
        for (const hostile of [
          { ...slip(), account: typed },
          { ...slip(), serial: typed },
          { ...slip(), contact: typed },
          { ...slip(), readings: [{ ...reading, serial: typed }] },
          { ...slip(), readings: [{ ...reading, typed: [typed] }] },
        ]) {
          const [result] = await kiosk.deliver(await kiosk.seal(hostile));
          assert.deepEqual(result?.problem, { code: 'malformed', path: 'slip' }, JSON.stringify(hostile));
        }
        assert.deepEqual(await ask('lookUp', { account, serial: typed }, kiosk.cookie), {
          code: 'bad_input',
          path: sign === '\0' ? '' : 'serial',
        });
      }
      const capture = { ...kiosk.capture(), beacon: '\0' };
      const [result] = await kiosk.deliver(await kiosk.seal({ ...slip(), capture }));
      assert.deepEqual(result?.problem, { code: 'malformed', path: 'slip' });
    });

    async function newestAudit(): Promise<{ seq: number; actor: string }> {
      const { reader } = server.services.db;
      const row = await reader.selectFrom('audit').select(['seq', 'actor']).orderBy('seq', 'desc').executeTakeFirst();
      return row ?? { seq: 0, actor: '' };
    }
  });
});
