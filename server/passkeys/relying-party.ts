import type { UserId } from '../../shared/ids.ts';
import type { Services } from '../context.ts';

/** Who passkeys belong to (WebAuthn: the relying party): the host at which residents find the portal. */
export function relyingParty({ company, baseUrl }: Services): { id: string; name: string; origin: string } {
  const { hostname, origin } = new URL(baseUrl());
  return { id: hostname, name: company.name, origin };
}

/** What an authenticator keeps of the user: the id alone, base64url. */
export const userHandle = (user: UserId): string => Buffer.from(user).toString('base64url');
