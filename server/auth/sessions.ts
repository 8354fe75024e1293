import { hash, randomBytes } from 'node:crypto';
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';
import type { Device } from '../../shared/account-forms.ts';
import type { UserId } from '../../shared/ids.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { Resident } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { cookieValue } from './cookie-value.ts';
import {
  deleteOtherSessions,
  deleteSession,
  deleteSessionOf,
  deleteSessionsBefore,
  deleteSessionsOf,
  insertSession,
  markSeen,
  prolongSession,
  sessionByHash,
  sessionsOf,
} from './queries.ts';

/**
 * Sessions by cookie. The one file that knows Lucia, which is no longer developed: whatever replaces it has to offer
 * this interface. The database holds only a hash of the cookie's value, so a copy of it opens no session.
 */
export interface Sessions {
  /**
   * A new session, which there is once the transaction is done, with the cookie to set. `former` is the token that this
   * browser had before, if any: its session does not live on unseen.
   */
  start(tx: Writer, user: UserId, device: string, former?: string | null): Promise<{ cookie: string }>;
  /**
   * Who the cookie's value belongs to; `cookie` is set when the session was prolonged and the browser must hear it. `former`: the
   * user has ended, and the session is there to tell the device so.
   */
  validate(
    token: string | null,
  ): Promise<{ id: string; user: Resident; former: FormerUser | null; cookie: string | null } | null>;
  /** Ends the session; answers with the cookie that makes the browser forget it. */
  end(tx: Writer, token: string): Promise<{ cookie: string }>;
  /** The user's devices, the one used last first; `token` is that of the one that asks. */
  devices(db: Reader, user: UserId, token: string): Promise<Device[]>;
  /** Ends one of the user's devices by its public id. Null where there is none; `cookie` if it is the one that asks. */
  endDevice(tx: Writer, user: UserId, id: string, token: string): Promise<{ cookie: string | null } | null>;
  /** Ends all the user's devices but the one that asks; answers with how many there were. */
  endOthers(tx: Writer, user: UserId, token: string): Promise<number>;
  /** The cookie's value in a `Cookie` header. */
  read(cookieHeader: string): string | null;
  /** Drops expired sessions from the database. */
  sweep(): Promise<void>;
}

/** A user that is no more: deleted on request, or merged into another. */
export type FormerUser = { deleted: true } | { deleted: false; mergedInto: UserId };

/** Residents come once a month: a session ends after 90 days without a visit, and after a year in any case. */
const idle = new TimeSpan(90, 'd');
const absoluteMs = 365 * 86_400_000;

/** A session's last use is noted this often at the most: a device that syncs every minute must not write every minute. */
const seenEveryMs = 3_600_000;

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>;
    DatabaseSessionAttributes: { created_at: string; device: string; seen_at: string | null };
    DatabaseUserAttributes: UserAttributes;
    UserId: string;
  }
}
interface SessionAttributes {
  createdAt: string;
  seenAt: string;
}
interface UserAttributes {
  name: string;
  former: FormerUser | null;
}

/** `secure`: the cookie travels over HTTPS only and carries the `__Host-` prefix; off for demo and development on HTTP. */
export function createSessions(db: Database, { secure }: { secure: boolean }): Sessions {
  const luciaOver = (over: ReadsAndWrites) =>
    new Lucia(adapterOf(over), {
      sessionExpiresIn: idle,
      sessionCookie: {
        name: secure ? '__Host-meterbook' : 'meterbook',
        expires: true,
        attributes: { secure, sameSite: 'strict', path: '/' },
      },
      getSessionAttributes: ({ created_at, seen_at }) => ({ createdAt: created_at, seenAt: seen_at ?? created_at }),
      getUserAttributes: ({ name, former }) => ({ name, former }),
    });
  const lucia = luciaOver(db);

  return {
    async start(tx, user, device, former = null) {
      const within = luciaOver(inside(tx));
      if (former !== null) await within.invalidateSession(former);
      const session = await within.createSession(
        user,
        // Sessions live in the machine's time, also where a demo runs another clock: browsers expire cookies by theirs.
        { created_at: new Date().toISOString(), device: device.slice(0, 200), seen_at: null },
        { sessionId: randomBytes(20).toString('hex') },
      );
      return { cookie: lucia.createSessionCookie(session.id).serialize() };
    },
    async validate(token) {
      if (token === null || !/^[0-9a-f]{40}$/.test(token)) return null;
      const { session, user } = await lucia.validateSession(token);
      if (!session) return null;
      if (!isAlive(Date.parse(session.createdAt), session.expiresAt.getTime())) {
        await lucia.invalidateSession(token);
        return null;
      }
      if (Date.parse(session.seenAt) + seenEveryMs <= Date.now()) {
        await db.write((tx) => markSeen(tx, hashOf(token), new Date().toISOString()));
      }
      const cookie = session.fresh ? lucia.createSessionCookie(token).serialize() : null;
      return { id: token, user: { id: user.id, name: user.name }, former: user.former, cookie };
    },
    async end(tx, token) {
      await luciaOver(inside(tx)).invalidateSession(token);
      return { cookie: lucia.createBlankSessionCookie().serialize() };
    },
    async devices(over, user, token) {
      return (await sessionsOf(over, user))
        .filter(({ created_at, expires_at }) => isAlive(Date.parse(created_at), Date.parse(expires_at)))
        .map(({ id_hash, device, created_at, seen_at }) => ({
          id: id_hash,
          userAgent: device,
          since: created_at,
          seenAt: seen_at ?? created_at,
          own: id_hash === hashOf(token),
        }))
        .sort((a, b) => b.seenAt.localeCompare(a.seenAt));
    },
    async endDevice(tx, user, id, token) {
      if (!(await deleteSessionOf(tx, user, id))) return null;
      return { cookie: id === hashOf(token) ? lucia.createBlankSessionCookie().serialize() : null };
    },
    endOthers: (tx, user, token) => deleteOtherSessions(tx, user, hashOf(token)),
    // Lucia would decode every cookie of the header, and throw at somebody else's.
    read: (cookieHeader) => cookieValue(cookieHeader, lucia.sessionCookieName),
    sweep: () => lucia.deleteExpiredSessions(),
  };
}

const isAlive = (begun: EpochMs, until: EpochMs): boolean => Date.now() < until && Date.now() < begun + absoluteMs;

const hashOf = (token: string): string => hash('sha256', token, 'hex');

/** The database, or one transaction on it. */
type ReadsAndWrites = Pick<Database, 'reader' | 'write'>;
const inside = (tx: Writer): ReadsAndWrites => ({ reader: tx, write: (work) => work(tx) });

function adapterOf(db: ReadsAndWrites): Adapter {
  return {
    async getSessionAndUser(token) {
      const [row] = await sessionByHash(db.reader, { idHash: hashOf(token) });
      if (!row) return [null, null];
      return [toSession(token, row), { id: row.user_id, attributes: { name: row.name, former: formerOf(row) } }];
    },
    // Lucia wants an id for each; the true ones are not known, only their hashes.
    async getUserSessions(user) {
      return (await sessionsOf(db.reader, user)).map((row) => toSession(row.id_hash, row));
    },
    setSession: (session) =>
      db.write((tx) =>
        insertSession(tx, {
          id_hash: hashOf(session.id),
          user_id: session.userId,
          expires_at: session.expiresAt.toISOString(),
          ...session.attributes,
        }),
      ),
    updateSessionExpiration: (token, expiresAt) =>
      db.write((tx) => prolongSession(tx, hashOf(token), expiresAt.toISOString())),
    deleteSession: (token) => db.write((tx) => deleteSession(tx, hashOf(token))),
    deleteUserSessions: (user) => db.write(async (tx) => void (await deleteSessionsOf(tx, user))),
    deleteExpiredSessions: () => db.write((tx) => deleteSessionsBefore(tx, new Date().toISOString())),
  };
}

function formerOf({ deleted_at, merged_into }: Pick<Row<'users'>, 'deleted_at' | 'merged_into'>): FormerUser | null {
  if (deleted_at !== null) return { deleted: true };
  return merged_into === null ? null : { deleted: false, mergedInto: merged_into };
}

function toSession(id: string, row: Omit<Row<'sessions'>, 'id_hash'>): DatabaseSession {
  return {
    id,
    userId: row.user_id,
    expiresAt: new Date(row.expires_at),
    attributes: { created_at: row.created_at, device: row.device, seen_at: row.seen_at },
  };
}
