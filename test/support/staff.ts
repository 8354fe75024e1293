import { createTRPCClient, httpLink } from '@trpc/client';
import { v7 } from 'uuid';
import type { OfficeRouter } from '../../server/office-router.ts';
import { toInstant } from '../../shared/instant.ts';
import type { Staff, StaffRole } from '../../shared/staff.ts';
import type { TestServer } from './test-server.ts';

export type OfficeClient = ReturnType<typeof createTRPCClient<OfficeRouter>>;

export interface TestStaff extends Staff {
  /** The header with which a request is theirs. */
  cookie: string;
  client: OfficeClient;
}

/** Somebody of the office, signed in with both factors as it were; signing in itself has tests of its own. */
export async function hire(
  { url, services }: TestServer,
  { role = 'clerk', name = 'Dace Liepa' }: { role?: StaffRole; name?: string } = {},
): Promise<TestStaff> {
  const id = v7();
  const email = `${id}@office.example.lv`;
  const { cookie } = await services.db.write(async (tx) => {
    await tx
      .insertInto('staff')
      .values({
        id,
        email,
        name,
        role,
        language: null,
        password_hash: null,
        totp_secret: null,
        totp_step: null,
        created_at: toInstant(services.clock.now()),
        disabled_at: null,
      })
      .execute();
    return services.staffSessions.start(tx, id, 'test');
  });
  const header = cookie.split(';')[0] as string;
  return { id, email, name, role, language: null, cookie: header, client: officeClient(url, header) };
}

/** The office's client over real HTTP; without a cookie, of nobody. */
export const officeClient = (url: string, cookie?: string): OfficeClient =>
  createTRPCClient<OfficeRouter>({
    links: [
      httpLink({
        url: `${url}/office/trpc`,
        methodOverride: 'POST',
        headers: () => ({ 'x-meterbook': '1', ...(cookie !== undefined && { cookie }) }),
      }),
    ],
  });
