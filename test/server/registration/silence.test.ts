import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount } from '../../support/household.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const tries = 200;
/** How far apart the medians may be, as a share of the smaller one. */
const tolerance = 0.1;

interface Answer {
  told: string;
  ms: number;
}

forEachEngine((engine) => {
  describe('whether there is such an account or address', () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer(engine, {
        company: 'ddzksu',
        now: '2026-11-28T09:00:00+02:00',
        behindProxy: true,
      });
      for (let at = 0; at < tries; at++) await addAccount(server.services, { number: there(at) });
      await server.services.db.write(async (tx) => {
        for (let at = 0; at < tries; at++) {
          const user = { id: v7(), email: `${there(at)}@example.com`, name: 'Anna', language: null };
          const made = { password_hash: null, created_at: '2026-01-01T10:00:00.000Z', phone: null };
          await tx
            .insertInto('users')
            .values({ ...user, ...made })
            .execute();
        }
      });
    });

    const there = (at: number) => String(10_000 + at);
    const notThere = (at: number) => String(50_000 + at);

    let addresses = 0;
    async function call(procedure: string, body: object): Promise<Answer> {
      addresses++;
      // Everybody has an address of their own, so that nobody meets a limit.
      const address = `203.${addresses >> 16}.${(addresses >> 8) & 255}.${addresses & 255}`;
      const begun = performance.now();
      const answer = await fetch(`${server.url}/trpc/registration.${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-meterbook': '1', 'x-forwarded-for': address },
        body: JSON.stringify(body),
      });
      const text = await answer.text();
      const ms = performance.now() - begun;
      const headers = [...answer.headers].filter(([name]) => name !== 'date');
      return { told: JSON.stringify({ status: answer.status, text, headers }), ms };
    }

    for (const [procedure, bodyOf] of [
      [
        'register',
        (name: string) => ({
          number: name,
          holder: 'Anna Bērziņa',
          proof: null,
          email: `new${name}@example.com`,
          phone: null,
          language: 'lv',
        }),
      ],
      ['requestPassword', (name: string) => ({ email: `${name}@example.com`, language: 'lv' })],
    ] as const) {
      it(`is told by ${procedure} neither in the answer nor by its time`, async () => {
        const times = { there: [] as number[], notThere: [] as number[] };
        const told = new Set<string>();

        async function measure(): Promise<{ apart: number; words: string }> {
          // A new hour, so that nobody meets a limit.
          server.clock.advance(3_600_001);
          for (const { who, at } of shuffled()) {
            const answer = await call(procedure, bodyOf(who === 'there' ? there(at) : notThere(at)));
            told.add(answer.told);
            times[who].push(answer.ms);
          }
          const [one, other] = [median(times.there), median(times.notThere)];
          const apart = Math.abs(one - other) / Math.min(one, other);
          return { apart, words: `there ${one.toFixed(2)} ms, not there ${other.toFixed(2)} ms` };
        }

        let { apart, words } = await measure();
        // A busy machine may have disturbed the one kind more than the other; the more tries, the less.
        for (let more = 0; more < 5 && apart > tolerance; more++) ({ apart, words } = await measure());
        assert.equal(told.size, 1, [...told].join('\n'));
        assert.ok(apart <= tolerance, words);
      });
    }
  });
});

/**
 * As many tries for those who are there as for the others, in an order of chance: what one call leaves to be done slows the
 * next one down, and must meet both kinds alike.
 */
function shuffled(): { who: 'there' | 'notThere'; at: number }[] {
  return Array.from({ length: 2 * tries }, (_, index) => ({
    who: index < tries ? ('there' as const) : ('notThere' as const),
    at: index % tries,
    place: Math.random(),
  })).sort((one, other) => one.place - other.place);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
