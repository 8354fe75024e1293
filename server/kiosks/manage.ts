import { v7 } from 'uuid';
import type { KioskId } from '../../shared/ids.ts';
import { type EpochMs, type Instant, toInstant } from '../../shared/instant.ts';
import { type Kiosk, type KioskCode, type KioskState, kioskCodeMinutes, mostWrongProofs } from '../../shared/kiosk.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import { isUniqueViolation } from '../db/database.ts';
import type { Reader, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { kioskCodeHash, newKioskCode } from './codes.ts';
import { endCredentials } from './credential-queries.ts';
import { countWrongProofs, slipsSinceRevoked } from './office-queries.ts';
import {
  allKiosks,
  changeKiosk,
  closeKioskRow,
  insertKiosk,
  kioskById,
  type ListedKiosk,
  revokeKioskRow,
} from './queries.ts';

type Needs = Pick<Services, 'db' | 'clock'>;

/** Those that were revoked as well. */
export async function listKiosks(db: Reader, now: EpochMs): Promise<Kiosk[]> {
  const since = await slipsSinceRevoked(db);
  const kiosks: Kiosk[] = [];
  for (const row of await allKiosks(db)) {
    const wrongProofs = await countWrongProofs(db, row.id, toInstant(now - aDay), mostWrongProofs);
    kiosks.push({ ...toKiosk(row, since.get(row.id) ?? { all: 0, held: 0 }, toInstant(now)), wrongProofs });
  }
  return kiosks;
}

const aDay = 86_400_000;

function toKiosk(row: ListedKiosk, cameSince: { all: number; held: number }, now: Instant): Omit<Kiosk, 'wrongProofs'> {
  const codeUntil = row.code_expires_at !== null && row.code_expires_at > now ? row.code_expires_at : null;
  return {
    id: row.id,
    name: row.name,
    state: stateOf(row, codeUntil),
    seenAt: row.seen_at,
    appVersion: row.app_version,
    codeUntil,
    revokedAt: row.revoked_at,
    closedAt: row.closed_at,
    reusedAt: row.reused_at,
    waiting: row.waiting,
    waitingSince: row.waiting_since,
    refused: row.refused,
    prints: row.prints === 1,
    cameSince: row.revoked_at === null ? null : cameSince,
  };
}

function stateOf({ revoked_at, credential }: ListedKiosk, codeUntil: Instant | null): KioskState {
  if (revoked_at !== null) return 'revoked';
  if (credential !== null) return 'enrolled';
  return codeUntil === null ? 'lapsed' : 'waiting';
}

/** Throws `name_taken`, but for names of those that were revoked. */
export async function addKiosk({ db, clock }: Needs, name: string, actor: string): Promise<KioskCode> {
  const id = v7();
  const now = clock.now();
  const at = toInstant(now);
  const { code, ...stored } = codeFrom(now);
  await unlessTaken(
    db.write(async (tx) => {
      await insertKiosk(tx, {
        id,
        name,
        ...stored,
        created_at: at,
        enrolled_at: null,
        seen_at: null,
        app_version: null,
        revoked_at: null,
        closed_at: null,
        reused_at: null,
        waiting: 0,
        waiting_since: null,
        refused: 0,
        prints: 0,
      });
      await appendAudit(tx, { at, actor, action: 'add-kiosk', subject: id, detail: {} });
    }),
  );
  return { id, code, until: stored.code_expires_at };
}

/** Throws `not_found`, `changed_meanwhile` where it has another name by now or was revoked, and `name_taken`. */
export async function renameKiosk(
  { db, clock }: Needs,
  { id, name, was }: { id: KioskId; name: string; was: string },
  actor: string,
): Promise<void> {
  await unlessTaken(
    db.write(async (tx) => {
      if (!(await changeKiosk(tx, id, { name }, was))) await refuse(tx, id);
      await appendAudit(tx, { at: toInstant(clock.now()), actor, action: 'rename-kiosk', subject: id, detail: {} });
    }),
  );
}

/** Whether its pages print. They are told at its next contact. Throws `not_found`, `changed_meanwhile` where it was revoked. */
export async function setKioskPrinting(
  { db, clock }: Needs,
  { id, prints }: { id: KioskId; prints: boolean },
  actor: string,
): Promise<void> {
  const at = toInstant(clock.now());
  await db.write(async (tx) => {
    if (!(await changeKiosk(tx, id, { prints: prints ? 1 : 0 }))) await refuse(tx, id);
    await appendAudit(tx, { at, actor, action: 'set-kiosk-printing', subject: id, detail: { prints } });
  });
}

/**
 * For one whose browser has lost what it was given, or that was not enrolled in time. A code from before is void; the kiosk goes
 * on with what it has until the new code is typed. Throws `not_found`, `changed_meanwhile`.
 */
export async function renewKioskCode({ db, clock }: Needs, id: KioskId, actor: string): Promise<KioskCode> {
  const now = clock.now();
  const { code, ...stored } = codeFrom(now);
  await db.write(async (tx) => {
    if (!(await changeKiosk(tx, id, stored))) await refuse(tx, id);
    await appendAudit(tx, { at: toInstant(now), actor, action: 'renew-kiosk-code', subject: id, detail: {} });
  });
  return { id, code, until: stored.code_expires_at };
}

/** For good, and at once: nothing that it sends is entered any more; what was left at it the office looks at first. Throws `not_found`, `changed_meanwhile`. */
export async function revokeKiosk({ db, clock }: Needs, id: KioskId, actor: string): Promise<void> {
  const at = toInstant(clock.now());
  await db.write(async (tx) => {
    if (!(await revokeKioskRow(tx, id, at))) await refuse(tx, id);
    await endCredentials(tx, id, { as: 'revoked', at });
    await appendAudit(tx, { at, actor, action: 'revoke-kiosk', subject: id, detail: {} });
  });
}

/**
 * Nothing more is taken in from one that was revoked, of whatever is still sealed on its tablet. Throws `not_found`,
 * `changed_meanwhile` where it is in use, or was closed already.
 */
export async function closeKiosk({ db, clock }: Needs, id: KioskId, actor: string): Promise<void> {
  const at = toInstant(clock.now());
  await db.write(async (tx) => {
    if (!(await closeKioskRow(tx, id, at))) await refuse(tx, id);
    await appendAudit(tx, { at, actor, action: 'close-kiosk', subject: id, detail: {} });
  });
}

function codeFrom(now: EpochMs): { code: string; code_hash: string; code_expires_at: Instant } {
  const code = newKioskCode();
  return { code, code_hash: kioskCodeHash(code), code_expires_at: toInstant(now + kioskCodeMinutes * 60_000) };
}

async function refuse(tx: Writer, id: KioskId): Promise<never> {
  throw new ProblemError({ code: (await kioskById(tx, id)) ? 'changed_meanwhile' : 'not_found' });
}

async function unlessTaken(writing: Promise<void>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (isUniqueViolation(error)) throw new ProblemError({ code: 'name_taken' });
    throw error;
  }
}
