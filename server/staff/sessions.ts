import { hash, randomBytes } from 'node:crypto';
import type { StaffId } from '../../shared/ids.ts';
import type { Staff, StaffRole } from '../../shared/staff.ts';
import { cookieValue } from '../auth/cookie-value.ts';
import type { Database } from '../db/database.ts';
import type { Writer } from '../db/tables.ts';
import {
  deleteStaffSession,
  deleteStaffSessionsBefore,
  deleteStaffSessionsOf,
  insertStaffSession,
  markStaffSeen,
  staffBySession,
} from './session-queries.ts';

/**
 * Sessions of the office, by a cookie of their own: somebody may be a resident and a clerk in one browser. As at the
 * residents' the database holds only a hash of the cookie's value.
 */
export interface StaffSessions {
  /** A new session, which there is once the transaction is done, with the cookie to set. */
  start(tx: Writer, staff: StaffId, device: string): Promise<{ cookie: string }>;
  /** Who the cookie's value belongs to; null where it is none, has ended, or its owner was shut out. */
  validate(token: string | null): Promise<Staff | null>;
  /** What the owner of a session that was validated may do, as this transaction sees it; null where there is none any more. */
  roleOf(tx: Writer, token: string): Promise<StaffRole | null>;
  /** Ends the session; answers with the cookie that makes the browser forget it. */
  end(tx: Writer, token: string): Promise<{ cookie: string }>;
  /** Ends every session of theirs, but for the one with this cookie's value. */
  endAll(tx: Writer, staff: StaffId, but?: string): Promise<void>;
  /** The cookie's value in a `Cookie` header. */
  read(cookieHeader: string): string | null;
  /** Drops sessions that have ended from the database. */
  sweep(): Promise<void>;
}

/** Whoever leaves the desk is signed out after half an hour; a working day is the longest (OWASP ASVS 5.0, 7.3). */
export const staffIdleMs = 30 * 60_000;
export const staffAbsoluteMs = 12 * 3_600_000;

/** The last use is noted this often at the most. */
const seenEveryMs = 60_000;

/** `secure`: the cookie travels over HTTPS only and carries the `__Host-` prefix; off for demo and development on HTTP. */
export function createStaffSessions(db: Database, { secure }: { secure: boolean }): StaffSessions {
  const name = secure ? '__Host-meterbook-office' : 'meterbook-office';
  // Without an age: it goes with the browser. The server's limits hold in any case.
  const cookieOf = (value: string, rest = ''): string =>
    `${name}=${value}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}${rest}`;

  return {
    async start(tx, staff, device) {
      const token = randomBytes(32).toString('hex');
      // In the machine's time, also where a demo runs another clock, as the residents' sessions.
      const at = new Date().toISOString();
      await insertStaffSession(tx, {
        id_hash: hashOf(token),
        staff_id: staff,
        created_at: at,
        seen_at: at,
        device: device.slice(0, 200),
      });
      return { cookie: cookieOf(token) };
    },
    async validate(token) {
      if (token === null || !/^[0-9a-f]{64}$/.test(token)) return null;
      const row = await staffBySession(db.reader, hashOf(token));
      const now = Date.now();
      if (!row || row.disabled_at !== null) return null;
      const seenAt = Date.parse(row.seen_at);
      if (now >= seenAt + staffIdleMs || now >= Date.parse(row.created_at) + staffAbsoluteMs) return null;
      if (now >= seenAt + seenEveryMs) {
        await db.write((tx) => markStaffSeen(tx, hashOf(token), new Date(now).toISOString()));
      }
      const { id, name: called, email, role, language } = row;
      return { id, name: called, email, role, language: language as Staff['language'] };
    },
    async roleOf(tx, token) {
      const row = await staffBySession(tx, hashOf(token));
      return row && row.disabled_at === null ? row.role : null;
    },
    async end(tx, token) {
      await deleteStaffSession(tx, hashOf(token));
      return { cookie: cookieOf('', '; Max-Age=0') };
    },
    endAll: (tx, staff, but) => deleteStaffSessionsOf(tx, staff, but === undefined ? null : hashOf(but)),
    read: (cookieHeader) => cookieValue(cookieHeader, name),
    sweep: () =>
      db.write((tx) =>
        deleteStaffSessionsBefore(tx, {
          seen: new Date(Date.now() - staffIdleMs).toISOString(),
          created: new Date(Date.now() - staffAbsoluteMs).toISOString(),
        }),
      ),
  };
}

const hashOf = (token: string): string => hash('sha256', token, 'hex');
