import type { Browser, Resident, Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import type { LimitKeys, Limits } from '../limits/limits.ts';
import { replacePasswordHash, usersByName } from './queries.ts';

/**
 * How many passwords every sign-in is held against. An account may be shared by several users with a password each, and
 * a household rarely has more than four; each costs a hash, and everybody waits for all of them. A fifth user of one
 * account signs in by e-mail.
 */
const candidatesAtSignIn = 4;

export interface NameAndPassword {
  /** An account number or an e-mail address. */
  name: string;
  password: string;
}

/**
 * Who has this name and password, wherever it is typed. `enter` lets the user in, in the transaction that makes sure that the
 * password is still the one; `refused` notes that nobody was. Whether the name or the password was wrong is never told, nor how
 * many users an account has: every attempt verifies the same number of hashes. Throws `sign_in_failed`, or `too_many`.
 */
export async function byPassword<T>(
  services: Pick<Services, 'db' | 'passwords' | 'knownDevices' | 'limits'>,
  { name, password }: NameAndPassword,
  {
    browser,
    enter,
    refused,
  }: {
    browser: Pick<Browser, 'knownDevice' | 'address'>;
    enter: (tx: Writer, user: Resident) => Promise<T>;
    refused: (tx: Writer) => Promise<void>;
  },
): Promise<{ user: Resident; entered: T }> {
  const { db, passwords, knownDevices, limits } = services;
  const candidates = await usersByName(db.reader, { name, most: candidatesAtSignIn });
  const known = candidates.flatMap((user) => {
    const device = knownDevices.find(browser.knownDevice, [user.id]);
    return device === null ? [] : [{ user, device }];
  });
  const strangers = candidates.filter((candidate) => !known.some(({ user }) => user === candidate));
  const taken = await takeTries(limits, triesOf({ name, address: browser.address, known, strangers }));
  const tried = candidates.filter((candidate) => taken.some(({ users }) => users.includes(candidate)));
  const first = taken.some(({ users }) => known.some(({ user }) => users.includes(user)));
  const right = await whoKnows(services, { candidates: tried, password, first });
  const entered = right === null ? null : await letIn(right);
  if (right === null || entered === null) {
    await db.write(refused);
    throw new ProblemError({ code: 'sign_in_failed' });
  }
  await Promise.all(taken.map(({ keys }) => limits.rewardAll(keys)));
  return { user: { id: right.id, name: right.name }, entered: entered.value };

  /** Null where the password was set anew while the old one was verified: that one opens nothing any more. */
  async function letIn({ id, name, password_hash: from }: Known): Promise<{ value: T } | null> {
    const to = passwords.needsRehash(from) ? await passwords.hash(password) : from;
    return db.write(async (tx) => {
      if (!(await replacePasswordHash(tx, id, { from, to }))) return null;
      return { value: await enter(tx, { id, name }) };
    });
  }
}

/** Users whose passwords are tried, and what a wrong one counts under. */
interface Tries {
  users: readonly Candidate[];
  keys: LimitKeys;
}

/**
 * A browser has tries of its own for each user that it knows, and for that user alone: whoever shares an account with others
 * tries their passwords as any stranger does, however often they sign in between.
 */
function triesOf({
  name,
  address,
  known,
  strangers,
}: {
  name: string;
  address: string;
  known: readonly { user: Candidate; device: string }[];
  strangers: readonly Candidate[];
}): Tries[] {
  const own = known.map(({ user, device }) => ({
    users: [user],
    keys: { 'sign-in-known-device': device, 'sign-in-known-user': user.id },
  }));
  if (own.length > 0 && strangers.length === 0) return own;
  return [
    ...own,
    { users: strangers, keys: { 'sign-in-name': name, 'sign-in-address': address, 'sign-in-total': '' } },
  ];
}

/** Those of the tries that are left. Throws `too_many` where none is. */
async function takeTries(limits: Limits, tries: readonly Tries[]): Promise<Tries[]> {
  const settled = await Promise.allSettled(tries.map(({ keys }) => limits.consumeAll(keys)));
  const taken = tries.filter((_, index) => settled[index]?.status === 'fulfilled');
  const failures = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  const fault = failures.find((reason) => !(reason instanceof ProblemError));
  if (fault !== undefined || taken.length === 0) throw fault ?? failures[0];
  return taken;
}

interface Candidate extends Resident {
  password_hash: string | null;
}

/** A user whose password was typed. */
interface Known extends Resident {
  password_hash: string;
}

/** The first of the candidates with that password. It verifies them all, also after the right one and where there are none. */
async function whoKnows(
  { passwords }: Pick<Services, 'passwords'>,
  { candidates, password, first }: { candidates: readonly Candidate[]; password: string; first: boolean },
): Promise<Known | null> {
  let found: Known | null = null;
  for (let index = 0; index < candidatesAtSignIn; index++) {
    const candidate = candidates[index];
    const right = await passwords.verify(candidate?.password_hash ?? null, password, { first });
    if (right && candidate && candidate.password_hash !== null) {
      found ??= { ...candidate, password_hash: candidate.password_hash };
    }
  }
  return found;
}
