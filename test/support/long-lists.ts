import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../server/db/database.ts';

/** Rows of all that the office lists, very many of them, each table by one statement: the `i`-th of each belong together. */

export const period = '2026-11';

const kinds = {
  premises: 1,
  account: 2,
  user: 3,
  meter: 4,
  reading: 5,
  conversation: 6,
  message: 7,
  batch: 8,
  job: 9,
  slip: 'a',
  kiosk: 'b',
} as const;
type Kind = keyof typeof kinds;

const padded = (i: number, digits: number): string => String(i).padStart(digits, '0');

export const idOf = (kind: Kind, i: number): string => `0190000${kinds[kind]}-0000-7000-8000-${padded(i, 12)}`;
/** When the `i`-th of anything was made: at most 59 999 of them. */
export const instantOf = (i: number): string =>
  `2026-11-20T00:00:${padded(Math.floor(i / 1000), 2)}.${padded(i % 1000, 3)}Z`;
export const buildingOf = (i: number): string => `Rīgas iela ${1000 + Math.floor(i / 40)}`;
export const numberOf = (i: number): string => String(100_000 + i);
export const serialOf = (i: number): string => `S${100_000 + i}`;
export const seqOf = (i: number): number => i * 1000;
/** Registers: as many in every tenth building. */
export const missingIn = (i: number): number => i % 10;

const id = (kind: Kind): RawBuilder<string> =>
  sql`${sql.lit(`0190000${kinds[kind]}-0000-7000-8000-`)} || substr(cast(1000000000000 + i as text), 2)`;
const at = sql`'2026-11-20T00:00:' || substr(cast(100000 + i as text), 2, 2) || '.' || substr(cast(100000 + i as text), 4, 3) || 'Z'`;
const building = sql`'Rīgas iela ' || cast(1000 + i / 40 as text)`;
const tally = JSON.stringify({
  expected: { meters: 40, registers: 40 },
  read: { meters: 0, registers: 0 },
  waiting: { meters: 0, registers: 0 },
  missing: { meters: 40, registers: 40 },
  estimated: { meters: 0, registers: 0 },
  review: 0,
  late: 0,
  refused: 0,
  arrivals: [],
  accounts: { expected: 40, missing: 40, remindable: 0 },
  verifications: { ended: 0, '7': 0, '30': 0, '60': 0 },
});

/**
 * Adds the rows of `from` up to `until`, without it. Those of the clerk `me` are many, and what is narrowed down to twice is rare:
 * of the clerk's conversations a thousandth is about bills.
 */
export async function lengthen(
  { schema }: Database,
  { from, until, me }: { from: number; until: number; me: string },
): Promise<void> {
  const who = sql.lit(me);
  const fill = async (into: string, values: RawBuilder<unknown>, where = sql`1 = 1`): Promise<void> => {
    await sql`with recursive n(i) as (select ${sql.lit(from)} union all select i + 1 from n where i + 1 < ${sql.lit(until)})
      insert into ${sql.raw(into)} select ${values} from n where ${where}`.execute(schema);
  };
  await fill('premises (id, building, address)', sql`${id('premises')}, ${building}, ${building} || '-' || i`);
  await fill('building_words (word, building)', sql`'rigas', ${building}`, sql`i % 40 = 0`);
  await fill('building_words (word, building)', sql`'iela', ${building}`, sql`i % 40 = 0`);
  await fill(
    'accounts (id, version, number, holder, premises_id)',
    sql`${id('account')}, 5, cast(100000 + i as text), 'Anna Ozola', ${id('premises')}`,
  );
  await fill('account_versions (account_id, head)', sql`${id('account')}, 5`);
  for (const word of ['anna', 'ozola']) {
    await fill('account_words (word, account_id)', sql`${sql.lit(word)}, ${id('account')}`);
  }
  const userName = sql`case when i % 2 = 0 then 'Anna Ozola' else 'Anna Liepa' end`;
  await fill('users (id, email, name, created_at)', sql`${id('user')}, 'u' || i || '@example.lv', ${userName}, ${at}`);
  await fill('user_accounts (user_id, account_id, linked_at)', sql`${id('user')}, ${id('account')}, ${at}`);
  for (const word of [
    sql`'anna'`,
    sql`case when i % 2 = 0 then 'ozola' else 'liepa' end`,
    sql`'u' || i || '@example.lv'`,
  ]) {
    await fill('user_words (word, user_id)', sql`${word}, ${id('user')}`);
  }
  // Of the letters on paper one of a hundred was not used.
  await fill(
    'tokens (id_hash, purpose, user_id, content, series, created_at, expires_at, consumed_at, printed_by)',
    sql`${id('user')}, 'password', ${id('user')}, '{}', ${id('user')}, ${at}, '2027-01-01T00:00:00.000Z',
      case when i % 100 = 0 then null else ${at} end, ${who}`,
  );
  await fill(
    'meters (id, account_id, version, service, serial, place, unit, ratio, installed_on, verified_until)',
    sql`${id('meter')}, ${id('account')}, 2, 'cold-water', 'S' || (100000 + i), '', 'm3', 1, '2015-01-01', '2026-12-10'`,
  );
  await fill(
    'registers (meter_id, code, account_id, digits, decimals, initial)',
    sql`${id('meter')}, 'B', ${id('account')}, 5, 3, 0`,
  );
  // Half of the flats wait for the office, of half nothing has come.
  await fill(
    `readings (id, account_id, version, meter_id, period, register_values, kind, source, state, captured_best, captured_latest,
      received_at, changed_at, findings, rollover)`,
    sql`${id('reading')}, ${id('account')}, 3, ${id('meter')}, ${sql.lit(period)}, '{"B":1000}', 'actual', 'resident', 'review',
      ${at}, ${at}, ${at}, ${at}, '[]', 0`,
    sql`i % 2 = 0`,
  );
  await fill(
    'audit (seq, at, actor, action, subject, detail, previous_hash, hash)',
    sql`i * 1000, ${at}, case when i % 2 = 0 then ${who} else ${id('user')} end,
      case when i % 1000 < 2 then 'lock' when i % 3 = 0 then 'view-account' else 'import' end, ${id('account')}, '{}', '', ''`,
  );
  await fill(
    'conversations (id, account_id, version, topic, state, assigned_to, created_at, changed_at)',
    sql`${id('conversation')}, ${id('account')}, 4, case when (i % 2 = 0) <> (i % 1000 < 2) then 'bill' else 'meter' end,
      case when i % 7 = 6 then 'closed' else 'open' end, case when i % 2 = 0 then null else ${who} end, ${at}, ${at}`,
  );
  await fill(
    'messages (id, conversation_id, account_id, version, author, author_id, text, written_at, received_at)',
    sql`${id('message')}, ${id('conversation')}, ${id('account')}, 4, 'resident', ${id('user')}, 'Kāpēc tik daudz?', ${at}, ${at}`,
  );
  await fill('batches (id, kind, created_at, created_by, rows)', sql`${id('batch')}, 'accounts', ${at}, ${who}, 1`);
  // Of the jobs one of a hundred is about files.
  await fill(
    'jobs (id, queue, kind, content, state, done, created_at, created_by, attempts)',
    sql`${id('job')}, case when i % 100 = 0 then 'exchange' else 'other' end, 'import',
      '{"kind":"accounts","upload":null,"fileName":"a.csv","dryRun":false,"strict":false,"batch":"' || ${id('batch')} || '"}',
      'done', 1, ${at}, ${who}, 1`,
  );
  await fill('kiosks (id, name, created_at)', sql`${id('kiosk')}, 'Kiosk ' || i, ${at}`, sql`i = 0`);
  const kiosk = sql.lit(idOf('kiosk', 0));
  const slip = JSON.stringify({ account: '1', serial: '1', contact: null, language: 'lv', period, readings: [] });
  // Half of what was left at kiosks waits for somebody; a tenth came from one that was revoked.
  await fill(
    'kiosk_slips (id, kiosk_id, hash, receipt, state, account_id, content, results, saved_at, received_at)',
    sql`${id('slip')}, ${kiosk}, '', case when i % 2 = 0 then '1A2B-3C4D' else '0000-0000' end, case when i % 10 = 0 then 'held' when i % 2 = 0 then 'office' else 'entered' end,
      ${id('account')}, ${sql.lit(slip)}, '[]', ${at}, ${at}`,
  );
  // One of two accounts that somebody tried is locked.
  await fill(
    'kiosk_tries (account, place, account_id, wrong, last_at, last_kiosk, locked_at, locked_by)',
    sql`'key' || i, ${kiosk}, ${id('account')}, 5, ${at}, ${kiosk}, case when i % 2 = 0 then ${at} else null end,
      case when i % 2 = 0 then ${kiosk} else null end`,
  );
  await fill(
    'progress_buildings (period, building, missing, tally)',
    sql`${sql.lit(period)}, 'Rīgas iela ' || i, i % 10, ${sql.lit(tally)}`,
  );
}
