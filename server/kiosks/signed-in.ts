import type { Context, Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { callerBy, type KioskCaller, whileInUse } from './credentials.ts';
import type { KioskSelf } from './enrol.ts';
import { noteReused, noteUnknown } from './note-credential.ts';

type Asked = Pick<Context, 'services' | 'request'>;

/** Which kiosk in use calls, and that it may only write as long as it is. Throws `signed_out` for everybody else. */
export async function kioskSignedIn({ services, request }: Asked): Promise<{ kiosk: KioskSelf; services: Services }> {
  const caller = await knownCaller(services, request);
  if (caller?.may !== 'all') {
    if (caller) await noteReused(services, caller);
    throw new ProblemError({ code: 'signed_out' });
  }
  return { kiosk: caller.kiosk, services: whileInUse(services, caller.credentialHash) };
}

/**
 * Which kiosk hands in what it sealed: one in use, or one whose credential has ended, so that the office comes to know of what was
 * left at it. Which of the two, the transaction finds out by `credentialHash` once more. Throws `signed_out`.
 */
export async function kioskHandsIn({
  services,
  request,
}: Asked): Promise<Pick<KioskCaller, 'kiosk' | 'credentialHash' | 'may'>> {
  const caller = await knownCaller(services, request);
  if (caller && caller.may !== 'all') await noteReused(services, caller);
  if (!caller || caller.may === 'nothing') throw new ProblemError({ code: 'signed_out' });
  const { kiosk, credentialHash, may } = caller;
  return { kiosk, credentialHash, may };
}

/** By the credential in the cookie; one that is of no kiosk is noted. */
export async function knownCaller(
  services: Pick<Services, 'db' | 'clock' | 'limits'>,
  { kioskCredential: cookie, address }: Pick<Context['request'], 'kioskCredential' | 'address'>,
): Promise<(KioskCaller & { credential: string }) | null> {
  const caller = await callerBy(services, cookie);
  if (!caller && cookie !== null) await noteUnknown(services, { cookie, address });
  return caller;
}
