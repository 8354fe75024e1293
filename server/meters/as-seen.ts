import type { AccountId, MeterId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import type { MeterChanged } from '../../shared/meter-forms.ts';
import type { Day } from '../../shared/period.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Staff } from '../../shared/staff.ts';
import { localDay } from '../../shared/window.ts';
import { lockForVersions, type Versions } from '../accounts/versions.ts';
import { type AuditEntry, appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Row, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { type MeterSeen, meterSeen } from '../review/queries.ts';
import { newestVersion } from './office-queries.ts';
import { metersOfAccounts } from './queries.ts';

export type Office = Pick<Services, 'db' | 'clock' | 'company'>;

/** What happens to meters of one locked account. */
export interface Change {
  tx: Writer;
  company: Office['company'];
  staff: Staff;
  now: EpochMs;
  at: string;
  today: Day;
  account: AccountId;
  versions: Versions;
  note(entry: Pick<AuditEntry, 'action' | 'subject' | 'detail'>): Promise<void>;
}

/** Nothing of a change is kept. */
class Refused extends Error {
  readonly answer: MeterChanged & { done: false };

  constructor(answer: MeterChanged & { done: false }) {
    super('the change of a meter is refused');
    this.answer = answer;
  }
}

/** Ends the change: nothing of it is kept. `stops`: no override helps. */
export function refuse(problems: readonly Problem[], { stops } = { stops: true }): never {
  throw new Refused({ done: false, problems: [...problems], stops });
}

/**
 * One transaction in which an account is locked for what the office does to a meter of it: pushes and other clerks wait, and the
 * versions that devices pull by are written at its end. Throws `not_found`.
 */
export async function changeMeters(
  { db, clock, company }: Office,
  staff: Staff,
  { accountOf, work }: { accountOf: (tx: Writer) => Promise<AccountId>; work: (change: Change) => Promise<MeterId> },
): Promise<MeterChanged> {
  try {
    return await db.write(async (tx) => {
      const account = await accountOf(tx);
      const versions = await lockForVersions(tx, [account]);
      const now = clock.now();
      const at = toInstant(now);
      const meter = await work({
        tx,
        company,
        staff,
        now,
        at,
        today: localDay(now, company.timeZone),
        account,
        versions,
        note: (entry) => appendAudit(tx, { at, actor: staff.id, ...entry }),
      });
      await versions.write();
      return { done: true, meter };
    });
  } catch (error) {
    if (error instanceof Refused) return error.answer;
    throw error;
  }
}

/** The same for a meter that is there: as the clerk saw it, or `changed_meanwhile`. */
export function changeMeter(
  office: Office,
  staff: Staff,
  { meter: id, seen }: { meter: MeterId; seen: number },
  work: (change: Change, meter: MeterSeen) => Promise<MeterId>,
): Promise<MeterChanged> {
  return changeMeters(office, staff, {
    accountOf: async (tx) => (await meterOrNone(tx, id)).account_id,
    work: async (change) => {
      const meter = await meterOrNone(change.tx, id);
      if ((await newestVersion(change.tx, id)) !== seen) throw new ProblemError({ code: 'changed_meanwhile' });
      return work(change, meter);
    },
  });
}

async function meterOrNone(tx: Writer, id: MeterId): Promise<MeterSeen> {
  const meter = await meterSeen(tx, id);
  if (!meter) throw new ProblemError({ code: 'not_found' });
  return meter;
}

/** How meters are found again in files: one serial number, once for one service of an account. */
export async function refuseTakenSerial(
  { tx, account }: Change,
  { service, serial, id }: Pick<Row<'meters'>, 'service' | 'serial'> & { id: MeterId | null },
): Promise<void> {
  const meters = (await metersOfAccounts(tx, [account])).get(account) ?? [];
  if (meters.some((one) => one.id !== id && one.service === service && one.serial === serial)) {
    refuse([{ code: 'serial_taken' }]);
  }
}
