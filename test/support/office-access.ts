import { Secret, TOTP } from 'otpauth';
import { createPasswords } from '../../server/auth/passwords.ts';
import type { StaffRole } from '../../shared/staff.ts';
import { hire, type TestStaff } from './staff.ts';
import type { TestServer } from './test-server.ts';

export interface EquippedStaff extends TestStaff {
  password: string;
  secret: string;
}

let known: Promise<string> | undefined;
const password = 'leaves on the stairs';

/** Somebody of the office who has a password and a second factor, beside a session. */
export async function equip(
  server: TestServer,
  { role = 'clerk', name }: { role?: StaffRole; name?: string } = {},
): Promise<EquippedStaff> {
  const staff = await hire(server, { role, ...(name !== undefined && { name }) });
  known ??= createPasswords().hash(password);
  const password_hash = await known;
  const secret = new Secret({ size: 20 }).base32;
  await server.services.db.write(async (tx) => {
    await tx.updateTable('staff').set({ password_hash, totp_secret: secret }).where('id', '=', staff.id).execute();
  });
  return { ...staff, password, secret };
}

/** What the app on the phone shows, so many steps of 30 seconds from now. */
export const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
