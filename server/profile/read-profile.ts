import type { Profile } from '../../shared/account-forms.ts';
import { languages } from '../../shared/company.ts';
import { userById } from '../accounts/user-queries.ts';
import { accountsOf } from '../auth/queries.ts';
import type { Resident, Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { passkeysOf } from '../passkeys/queries.ts';

/** The user as the user sees it; `session` is that of the device that asks. */
export async function readProfile(
  { db, sessions }: Services,
  { user: { id }, session }: { user: Resident; session: string },
): Promise<Profile> {
  const user = await userById(db.reader, id);
  if (!user) throw new ProblemError({ code: 'signed_out' });
  const { name, email, phone } = user;
  const accounts = await accountsOf(db.reader, id);
  const passkeys = await passkeysOf(db.reader, id);
  return {
    name,
    email,
    phone,
    language: languages.find((language) => language === user.language) ?? null,
    accounts: accounts.map(({ id, number, holder, address }) => ({ id, number, holder, address })),
    devices: await sessions.devices(db.reader, id, session),
    passkeys: passkeys.map(({ id, device, created_at, used_at }) => ({
      id,
      userAgent: device,
      createdAt: created_at,
      usedAt: used_at,
    })),
  };
}
