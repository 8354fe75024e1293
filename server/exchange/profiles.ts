import { v7 } from 'uuid';
import type { ExchangeKind } from '../../shared/exchange-fields.ts';
import type { SavedProfile, SaveProfileInput } from '../../shared/exchange-forms.ts';
import type { ProfileId, StaffId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import { type MappingProfile, mappingProfile } from '../../shared/mapping-profile.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import { type Database, isUniqueViolation } from '../db/database.ts';
import { ProblemError } from '../errors.ts';
import {
  deleteProfile,
  insertProfile,
  type ProfileRow,
  profileRow,
  profileRows,
  updateProfile,
} from './profile-queries.ts';

type Needs = Pick<Services, 'db' | 'clock'>;

/**
 * Keeps a profile under a name that is its own among those of its kind; with an id in place of what stood there. Throws the
 * problems `name_taken`, `changed_meanwhile` (somebody else changed or removed it since `changedAt`) and `not_found`.
 */
export async function saveProfile(
  { db, clock }: Needs,
  { id, name, profile, changedAt }: SaveProfileInput,
  actor: StaffId,
): Promise<SavedProfile> {
  const now = clock.now();
  try {
    return await db.write(async (tx) => {
      const stored = id === null ? undefined : await profileRow(tx, id);
      if (id !== null && !stored) throw new ProblemError({ code: 'not_found' });
      // Two changes within a millisecond are two changes.
      const before = stored ? Date.parse(stored.changed_at) : 0;
      const at = toInstant(Math.max(now, before + 1));
      const row = {
        id: stored?.id ?? v7(),
        name,
        kind: profile.kind,
        content: JSON.stringify(profile),
        created_at: stored?.created_at ?? at,
        created_by: stored?.created_by ?? actor,
        changed_at: at,
      };
      if (!stored) await insertProfile(tx, row);
      else if (changedAt === null || !(await updateProfile(tx, changedAt, row))) {
        throw new ProblemError({ code: 'changed_meanwhile' });
      }
      const detail = { kind: profile.kind, new: !stored };
      await appendAudit(tx, { at, actor, action: 'save-profile', subject: row.id, detail });
      return toSaved(row);
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new ProblemError({ code: 'name_taken' });
    throw error;
  }
}

/** By name, as the letters of the language stand in the alphabet. */
export async function listProfiles(db: Database, kind: ExchangeKind | null): Promise<SavedProfile[]> {
  const rows = await profileRows(db.reader, kind);
  return rows.map(toSaved).sort((a, b) => a.name.localeCompare(b.name));
}

/** Batches that it once read do not need it. Throws the problem `not_found`. */
export async function removeProfile({ db, clock }: Needs, id: ProfileId, actor: StaffId): Promise<void> {
  const at = toInstant(clock.now());
  await db.write(async (tx) => {
    if (!(await deleteProfile(tx, id))) throw new ProblemError({ code: 'not_found' });
    await appendAudit(tx, { at, actor, action: 'remove-profile', subject: id, detail: {} });
  });
}

const toSaved = ({ id, name, content, created_at, created_by, changed_at }: ProfileRow): SavedProfile => ({
  id,
  name,
  profile: mappingProfile.parse(JSON.parse(content)) as MappingProfile,
  createdAt: created_at,
  createdBy: created_by,
  changedAt: changed_at,
});
