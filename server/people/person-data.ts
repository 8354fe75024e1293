import type { Language } from '../../shared/company.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { RegisterValues } from '../../shared/meter.ts';
import { formatQuantity } from '../../shared/quantity.ts';
import { liveUserById } from '../accounts/user-queries.ts';
import { sessionsOf } from '../auth/queries.ts';
import type { Reader } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { passkeysOf } from '../passkeys/queries.ts';
import { photosBy } from './ending-queries.ts';
import {
  auditOf,
  conversationsWith,
  linksGiven,
  messagesOf,
  onlinePaymentsOf,
  operationsOf,
  readingsOf,
  registersOfReadings,
} from './export-queries.ts';
import { type LeftAtKiosk, leftAtKiosks } from './left-at-kiosks.ts';
import { idsOfPerson, linksOf, mailsOf } from './person-queries.ts';

/** What the portal keeps of a person, as it is handed over (GDPR, articles 15 and 20). */
export interface PersonData {
  madeAt: Instant;
  company: string;
  profile: {
    id: UserId;
    formerIds: UserId[];
    name: string;
    email: string | null;
    phone: string | null;
    language: string | null;
    createdAt: Instant;
  };
  accounts: { number: string; address: string; linkedAt: Instant }[];
  /** Those that the person handed in; `values` as the face of the meter shows them. */
  readings: {
    period: string;
    account: string;
    service: string;
    meter: string;
    values: Record<string, string>;
    unit: string;
    takenAt: Instant;
    receivedAt: Instant;
    state: string;
    reason: string | null;
    photos: string[];
  }[];
  /** Everything that the person's devices sent, as they sent it, with what was answered. */
  operations: {
    id: string;
    kind: string;
    account: string | null;
    receivedAt: Instant;
    outcome: string;
    problems: unknown;
    sent: unknown;
  }[];
  leftAtKiosks: LeftAtKiosk[];
  conversations: {
    topic: string;
    account: string;
    state: string;
    begunAt: Instant;
    messages: { by: 'you' | 'office'; text: string; writtenAt: Instant; receivedAt: Instant; photos: string[] }[];
  }[];
  payments: {
    account: string;
    reference: string;
    amount: string;
    refunded: string;
    currency: string;
    state: string;
    provider: string;
    startedAt: Instant;
  }[];
  devices: { device: string; since: Instant; seenAt: Instant | null; until: Instant }[];
  passkeys: { device: string; createdAt: Instant; usedAt: Instant | null }[];
  letters: { kind: string; state: string; askedAt: Instant; endedAt: Instant | null }[];
  links: { purpose: string; createdAt: Instant; expiresAt: Instant; usedAt: Instant | null }[];
  log: { at: Instant; by: 'you' | 'office'; action: string; detail: unknown }[];
}

/** Where a photo stands in the archive. */
export const photoPath = (id: string): string => `photos/${id}.jpg`;

export interface Gathered {
  data: PersonData;
  /** Ids of the photos that the data name. */
  photos: string[];
  language: Language | null;
}

/** Gathers it, and nothing of anybody else who is linked to the same accounts. Throws `not_found`. */
export async function gatherPersonData(
  db: Reader,
  user: UserId,
  { company, at }: { company: string; at: Instant },
): Promise<Gathered> {
  const stored = await liveUserById(db, user);
  if (!stored) throw new ProblemError({ code: 'not_found' });
  const users = await idsOfPerson(db, user);
  const conversations = await conversationsOf(db, users);
  const messages = conversations.flatMap((one) => one.own);
  const photos = await photosBy(db, users, messages);
  const photosOf = (of: 'message_id' | 'reading_id', id: string) =>
    photos.filter((photo) => photo[of] === id).map((photo) => photoPath(photo.id));
  const data: PersonData = {
    madeAt: at,
    company,
    profile: {
      id: user,
      formerIds: users.slice(1),
      name: stored.name,
      email: stored.email,
      phone: stored.phone,
      language: stored.language,
      createdAt: stored.created_at,
    },
    accounts: (await linksOf(db, user)).map(({ number, address, linked_at }) => ({
      number,
      address,
      linkedAt: linked_at,
    })),
    readings: await readings(db, users, (id) => photosOf('reading_id', id)),
    operations: (await operationsOf(db, users)).map(({ number, received_at, problems, content, ...row }) => ({
      ...row,
      account: number,
      receivedAt: received_at,
      problems: JSON.parse(problems) as unknown,
      sent: JSON.parse(content) as unknown,
    })),
    leftAtKiosks: await leftAtKiosks(db, users),
    conversations: conversations.map(({ own: _own, messages: said, ...conversation }) => ({
      ...conversation,
      messages: said.map(({ id, ...message }) => ({ ...message, photos: photosOf('message_id', id) })),
    })),
    payments: (await onlinePaymentsOf(db, users)).map(({ number, amount, refunded, started_at, ...row }) => ({
      ...row,
      account: number,
      amount: formatQuantity(amount, 2),
      refunded: formatQuantity(refunded, 2),
      startedAt: started_at,
    })),
    ...(await accessOf(db, users)),
    log: (await auditOf(db, users)).map(({ at: when, actor, action, detail }) => ({
      at: when,
      by: users.includes(actor) ? 'you' : 'office',
      action,
      detail: JSON.parse(detail) as unknown,
    })),
  };
  return { data, photos: photos.map(({ id }) => id), language: stored.language as Language | null };
}

async function readings(
  db: Reader,
  users: readonly UserId[],
  photosOf: (id: string) => string[],
): Promise<PersonData['readings']> {
  const decimals = new Map(
    (await registersOfReadings(db, users)).map(({ id, code, decimals: places }) => [`${id} ${code}`, places]),
  );
  return (await readingsOf(db, users)).map(
    ({ id, register_values, number, serial, captured_best, received_at, ...row }) => ({
      ...row,
      account: number,
      meter: serial,
      values: Object.fromEntries(
        Object.entries(JSON.parse(register_values) as RegisterValues).map(([code, value]) => [
          code,
          formatQuantity(value, decimals.get(`${id} ${code}`) ?? 0),
        ]),
      ),
      takenAt: captured_best,
      receivedAt: received_at,
      photos: photosOf(id),
    }),
  );
}

/** Where somebody else wrote as well, only what the person wrote: the office's words may be meant for the other one. */
async function conversationsOf(db: Reader, users: readonly UserId[]) {
  const found = await conversationsWith(db, users);
  return Promise.all(
    found.map(async ({ id, number, created_at, ...conversation }) => {
      const all = await messagesOf(db, id);
      const alone = all.every(({ author, author_id }) => author === 'office' || users.includes(author_id));
      const said = all.filter(({ author_id }) => alone || users.includes(author_id));
      return {
        ...conversation,
        account: number,
        begunAt: created_at,
        own: said.map((message) => message.id),
        messages: said.map((message) => ({
          id: message.id,
          by: message.author === 'office' ? ('office' as const) : ('you' as const),
          text: message.text,
          writtenAt: message.written_at,
          receivedAt: message.received_at,
        })),
      };
    }),
  );
}

const mostMails = 1_000;

async function accessOf(
  db: Reader,
  users: readonly UserId[],
): Promise<Pick<PersonData, 'devices' | 'passkeys' | 'letters' | 'links'>> {
  const sessions = (await Promise.all(users.map((user) => sessionsOf(db, user)))).flat();
  const passkeys = (await Promise.all(users.map((user) => passkeysOf(db, user)))).flat();
  return {
    devices: sessions.map(({ device, created_at, seen_at, expires_at }) => ({
      device,
      since: created_at,
      seenAt: seen_at,
      until: expires_at,
    })),
    passkeys: passkeys.map(({ device, created_at, used_at }) => ({ device, createdAt: created_at, usedAt: used_at })),
    letters: (await mailsOf(db, users, mostMails)).map(({ kind, state, created_at, ended_at }) => ({
      kind,
      state,
      askedAt: created_at,
      endedAt: ended_at,
    })),
    links: (await linksGiven(db, users)).map(({ purpose, created_at, expires_at, consumed_at }) => ({
      purpose,
      createdAt: created_at,
      expiresAt: expires_at,
      usedAt: consumed_at,
    })),
  };
}
