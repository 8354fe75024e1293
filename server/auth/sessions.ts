import { hash, randomBytes } from 'node:crypto';
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';
import type { UserId } from '../../shared/ids.ts';
import type { Resident } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { Row, Writer } from '../db/tables.ts';
import {
  deleteSession,
  deleteSessionsBefore,
  deleteSessionsOf,
  insertSession,
  prolongSession,
  sessionByHash,
  sessionsOf,
} from './queries.ts';

/**
 * Sessions by cookie. The one file that knows Lucia, which is no longer developed: whatever replaces it has to offer
 * this interface. The database holds only a hash of the cookie's value, so a copy of it opens no session.
 */
export interface Sessions {
  /** A new session, which there is once the transaction is done, with the cookie to set. */
  start(tx: Writer, user: UserId, device: string): Promise<{ cookie: string }>;
  /** Who the cookie's value belongs to; `cookie` is set when the session was prolonged and the browser must hear it. */
  validate(token: string | null): Promise<{ id: string; user: Resident; cookie: string | null } | null>;
  /** Ends the session; answers with the cookie that makes the browser forget it. */
  end(token: string): Promise<{ cookie: string }>;
  /** The cookie's value in a `Cookie` header. */
  read(cookieHeader: string): string | null;
  /** Drops expired sessions from the database. */
  sweep(): Promise<void>;
}

/** Residents come once a month: a session ends after 90 days without a visit, and after a year in any case. */
const idle = new TimeSpan(90, 'd');
const absoluteMs = 365 * 86_400_000;

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>;
    DatabaseSessionAttributes: { created_at: string; device: string };
    DatabaseUserAttributes: { name: string };
    UserId: string;
  }
}
interface SessionAttributes {
  createdAt: string;
}
interface UserAttributes {
  name: string;
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
      getSessionAttributes: ({ created_at }) => ({ createdAt: created_at }),
      getUserAttributes: ({ name }) => ({ name }),
    });
  const lucia = luciaOver(db);

  return {
    async start(tx, user, device) {
      const session = await luciaOver({ reader: tx, write: (work) => work(tx) }).createSession(
        user,
        // Sessions live in the machine's time, also where a demo runs another clock: browsers expire cookies by theirs.
        { created_at: new Date().toISOString(), device: device.slice(0, 200) },
        { sessionId: randomBytes(20).toString('hex') },
      );
      return { cookie: lucia.createSessionCookie(session.id).serialize() };
    },
    async validate(token) {
      if (token === null || !/^[0-9a-f]{40}$/.test(token)) return null;
      const { session, user } = await lucia.validateSession(token);
      if (!session) return null;
      if (Date.parse(session.createdAt) + absoluteMs <= Date.now()) {
        await lucia.invalidateSession(token);
        return null;
      }
      const cookie = session.fresh ? lucia.createSessionCookie(token).serialize() : null;
      return { id: token, user: { id: user.id, name: user.name }, cookie };
    },
    async end(token) {
      await lucia.invalidateSession(token);
      return { cookie: lucia.createBlankSessionCookie().serialize() };
    },
    read: (cookieHeader) => cookieValue(cookieHeader, lucia.sessionCookieName),
    sweep: () => lucia.deleteExpiredSessions(),
  };
}

/** Lucia decodes every cookie of the header and throws at somebody else's `100%`; ours needs no decoding. */
function cookieValue(header: string, name: string): string | null {
  const pairs = header.split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}

const hashOf = (token: string): string => hash('sha256', token, 'hex');

/** The database, or one transaction on it. */
type ReadsAndWrites = Pick<Database, 'reader' | 'write'>;

function adapterOf(db: ReadsAndWrites): Adapter {
  return {
    async getSessionAndUser(token) {
      const [row] = await sessionByHash(db.reader, { idHash: hashOf(token) });
      if (!row) return [null, null];
      return [toSession(token, row), { id: row.user_id, attributes: { name: row.name } }];
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
          seen_at: null,
        }),
      ),
    updateSessionExpiration: (token, expiresAt) =>
      db.write((tx) => prolongSession(tx, hashOf(token), expiresAt.toISOString())),
    deleteSession: (token) => db.write((tx) => deleteSession(tx, hashOf(token))),
    deleteUserSessions: (user) => db.write(async (tx) => void (await deleteSessionsOf(tx, user))),
    deleteExpiredSessions: () => db.write((tx) => deleteSessionsBefore(tx, new Date().toISOString())),
  };
}

function toSession(id: string, row: Omit<Row<'sessions'>, 'id_hash' | 'seen_at'>): DatabaseSession {
  return {
    id,
    userId: row.user_id,
    expiresAt: new Date(row.expires_at),
    attributes: { created_at: row.created_at, device: row.device },
  };
}
