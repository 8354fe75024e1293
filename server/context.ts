import type { Company } from '../shared/company.ts';
import type { UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/instant.ts';
import type { KnownDevices } from './auth/known-device.ts';
import type { Passwords } from './auth/passwords.ts';
import type { Sessions } from './auth/sessions.ts';
import type { Database } from './db/database.ts';
import type { JobRunner } from './jobs/runner.ts';
import type { KioskCookies } from './kiosks/cookie.ts';
import type { Visits } from './kiosks/visits.ts';
import type { Limits } from './limits/limits.ts';
import type { MailWorker } from './mail/worker.ts';
import type { PaymentProvider } from './payments/provider.ts';
import type { StaffSessions } from './staff/sessions.ts';
import type { Beacons } from './sync/beacons.ts';

/** Where the time comes from. Demo and tests may run another one than the machine's. */
export interface Clock {
  now(): EpochMs;
}

export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What the server is made of; one for its whole life. It keeps no state between requests. */
export interface Services {
  company: Company;
  db: Database;
  clock: Clock;
  log: Log;
  sessions: Sessions;
  staffSessions: StaffSessions;
  passwords: Passwords;
  knownDevices: KnownDevices;
  limits: Limits;
  beacons: Beacons;
  kioskCookies: KioskCookies;
  visits: Visits;
  /** Who has enqueued a letter nudges it once that is committed. */
  mail: MailWorker;
  /** Likewise for long work. */
  jobs: JobRunner;
  /** Null: nothing can be paid in the portal. */
  payments: PaymentProvider | null;
  /** Where residents find the portal, without a slash at the end. */
  baseUrl(): string;
  /** Names this state of the database; changes when it is restored from a backup (I6). */
  epoch: string;
}

/**
 * What a procedure gets: the services, and this request. The services stay one object, because tRPC copies the context
 * field by field at every step of a procedure.
 */
export interface Context {
  services: Services;
  request: {
    /** The session cookie's value, if any; not yet known to be valid. */
    sessionToken: string | null;
    /** The value of the office's session cookie, if any; not yet known to be valid. */
    staffToken: string | null;
    /** The known-device cookie's value, if any; not yet known to be ours. */
    knownDevice: string | null;
    /** The value of a kiosk's cookie, if any; not yet known to be valid. */
    kioskCredential: string | null;
    device: string;
    /** The client's IP address, for limits. */
    address: string;
  };
  /** Sets a cookie on the answer. */
  setCookie(serialized: string): void;
}

/** What is known of the browser that calls. */
export type Browser = Context['request'];

/** Who calls. */
export interface Resident {
  id: UserId;
  name: string;
}
