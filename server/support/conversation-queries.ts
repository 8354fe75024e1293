import type { ConversationPage } from '../../shared/conversation.ts';
import type { AccountId, ReadingId } from '../../shared/ids.ts';
import type { Reader } from '../db/tables.ts';

/** The account's facts that stand beside a conversation. */
export function accountOfConversation(db: Reader, id: AccountId): Promise<ConversationPage['account']> {
  return db
    .selectFrom('accounts')
    .innerJoin('premises', 'premises.id', 'accounts.premises_id')
    .where('accounts.id', '=', id)
    .select(['accounts.id', 'accounts.number', 'accounts.holder', 'accounts.phone', 'premises.address'])
    .executeTakeFirstOrThrow();
}

type AskedAbout = Omit<NonNullable<ConversationPage['reading']>, 'values'> & { values: string };

/** Null where the reading is no more. `values`: json. */
export async function readingAskedAbout(db: Reader, id: ReadingId): Promise<AskedAbout | null> {
  const rows = await db
    .selectFrom('readings')
    .innerJoin('meters', 'meters.id', 'readings.meter_id')
    .innerJoin('registers', 'registers.meter_id', 'meters.id')
    .where('readings.id', '=', id)
    .select([
      'readings.id',
      'readings.period',
      'readings.state',
      'readings.register_values as values',
      'meters.service',
      'meters.serial',
      'meters.place',
      'meters.unit',
      'registers.code',
      'registers.digits',
      'registers.decimals',
    ])
    .orderBy('registers.code')
    .execute();
  const [first] = rows;
  if (!first) return null;
  const { code: _, digits: __, decimals: ___, ...reading } = first;
  return { ...reading, registers: rows.map(({ code, digits, decimals }) => ({ code, digits, decimals })) };
}
