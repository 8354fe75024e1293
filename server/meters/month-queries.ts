import { type ExpressionWrapper, expressionBuilder, type SqlBool } from 'kysely';
import type { Day } from '../../shared/period.ts';
import type { Tables } from '../db/tables.ts';

/** M6, M7: of `meters`, those that should be read for a month: they were there on its last day, and not taken out by then. */
export function shouldBeRead(lastDay: Day): ExpressionWrapper<Tables, 'meters', SqlBool> {
  const row = expressionBuilder<Tables, 'meters'>();
  return row.and([
    row('meters.installed_on', '<=', lastDay),
    row.or([row('meters.retired_on', 'is', null), row('meters.retired_on', '>', lastDay)]),
  ]);
}
