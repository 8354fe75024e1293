import type { Instant } from '../../shared/instant.ts';
import type { Period } from '../../shared/period.ts';
import type { Bounded } from '../../shared/progress.ts';
import type { Reader, Writer } from '../db/tables.ts';
import { remindingKinds, remindingQueue } from './kinds.ts';

/** Nobody reads a larger number here than this. */
const mostConversations = 1000;

/** Conversations that wait for the office, as far as they are worth counting. */
export async function openConversations(db: Reader): Promise<Bounded> {
  const { count } = await db
    .selectFrom((of) =>
      of
        .selectFrom('conversations')
        .where('state', '=', 'open')
        .select('id')
        .limit(mostConversations + 1)
        .as('open'),
    )
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { count: Math.min(mostConversations, Number(count)), more: Number(count) > mostConversations };
}

/** Long work under way, and whether some of it writes reminders. */
export async function workUnderWay(db: Reader): Promise<{ running: number; waiting: number; reminding: boolean }> {
  const rows = await db
    .selectFrom('jobs')
    .where('state', 'in', ['running', 'waiting'])
    .select((row) => ['state', 'queue', row.fn.countAll<number>().as('count')])
    .groupBy(['state', 'queue'])
    .execute();
  const sum = (state: string) =>
    rows.filter((row) => row.state === state).reduce((all, { count }) => all + Number(count), 0);
  return {
    running: sum('running'),
    waiting: sum('waiting'),
    reminding: rows.some(({ queue }) => queue === remindingQueue),
  };
}

/** Whoever asks for reminders asks one at a time: until the commit others of them wait. */
export async function takeTurn(tx: Writer): Promise<void> {
  await tx
    .insertInto('meta')
    .values({ key: 'reminding-turn', value: '' })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: '' }))
    .execute();
}

/** Whether reminders are being written, or soon will be. */
export async function isReminding(db: Reader): Promise<boolean> {
  const row = await db
    .selectFrom('jobs')
    .where('state', 'in', ['running', 'waiting'])
    .where('queue', '=', remindingQueue)
    .where('kind', 'in', remindingKinds)
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function lockOf(db: Reader, period: Period): Promise<Instant | null> {
  const row = await db.selectFrom('period_locks').where('period', '=', period).select('locked_at').executeTakeFirst();
  return row?.locked_at ?? null;
}
