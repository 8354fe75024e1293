import { before, beforeEach } from 'node:test';
import { v7 } from 'uuid';
import { loadCompany } from '../../../server/companies.ts';
import type { Log } from '../../../server/context.ts';
import type { Database } from '../../../server/db/database.ts';
import type { Row } from '../../../server/db/tables.ts';
import { enqueueMail } from '../../../server/mail/enqueue.ts';
import type { MailIntent } from '../../../server/mail/intents.ts';
import { createSmtpTransport } from '../../../server/mail/smtp-transport.ts';
import type { Transport } from '../../../server/mail/transport.ts';
import { createMailWorker, type MailWorker } from '../../../server/mail/worker.ts';
import type { Company } from '../../../shared/company.ts';
import { toInstant } from '../../../shared/instant.ts';
import type { Engine } from '../../support/databases.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { type TestClock, testClock } from '../../support/test-clock.ts';

/** A database with letters in it and workers over it, whose clock the test sets. */
export interface PostOffice {
  db: Database;
  clock: TestClock;
  company: Company;
  /** What the workers logged, a line each. */
  logged: string[];
  /** One that carries its letters to an SMTP server, or as it is told. */
  worker(carrier: string | Transport, options?: { graceMs: number }): MailWorker;
  /** Answers with the letter's id. */
  ask(intent: MailIntent): Promise<string>;
  mail(id: string): Promise<Row<'mails'>>;
  addUser(user?: Partial<Row<'users'>>): Promise<Row<'users'>>;
}

export const baseUrl = 'https://mans.example';

export async function openPostOffice(
  engine: Engine,
  { company: name = 'ddzksu', now = '2026-11-28T12:00:00.000Z' }: { company?: string; now?: string } = {},
): Promise<PostOffice> {
  const db = await engine.open();
  const clock = testClock(now);
  const company = loadCompany(name);
  const logged: string[] = [];
  const write = (fields: object, message: string) => logged.push(`${message} ${JSON.stringify(fields)}`);
  const log: Log = { info: write, warn: write, error: write };
  return {
    db,
    clock,
    company,
    logged,
    worker(carrier, options) {
      const transport = typeof carrier === 'string' ? createSmtpTransport(carrier, company.mail) : carrier;
      const worker = createMailWorker({ db, clock, log, company, baseUrl: () => baseUrl, transport, ...options });
      // Before the database, which was opened earlier.
      engine.atEnd(() => worker.stop());
      return worker;
    },
    async ask(intent) {
      const known = new Set((await db.reader.selectFrom('mails').select('id').execute()).map(({ id }) => id));
      await db.write((tx) => enqueueMail(tx, intent, toInstant(clock.now())));
      const after = await db.reader.selectFrom('mails').select('id').execute();
      return after.find(({ id }) => !known.has(id))?.id ?? '';
    },
    mail: (id) => db.reader.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    async addUser(user = {}) {
      const row: Row<'users'> = {
        id: v7(),
        email: 'anna@example.lv',
        name: 'Anna Bērziņa',
        language: null,
        password_hash: null,
        created_at: toInstant(clock.now()),
        phone: null,
        merged_into: null,
        deleted_at: null,
        ...user,
      };
      await db.write(async (tx) => void (await tx.insertInto('users').values(row).execute()));
      return row;
    },
  };
}

/** The letter that most tests ask for. */
export const reset = { kind: 'password-reset', email: 'anna@example.lv', language: 'lv' } as const;

/** A mail server that takes every letter, and for each test an office of its own, of which `use` is told. */
export function officeForEachTest(
  engine: Engine,
  use: (one: { office: PostOffice; server: MailServer }) => void,
): void {
  let server: MailServer;
  before(async () => {
    server = await startMailServer();
    engine.atEnd(() => server.close());
  });
  beforeEach(async () => {
    server.refuse = null;
    server.beforeAnswer = null;
    server.received.length = 0;
    use({ office: await openPostOffice(engine), server });
  });
}

/** Resolves as soon as it is true. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise(setImmediate);
}
