import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoStaff, PublicCompany } from '../../shared/company.ts';
import { type EpochMs, toEpochMs, toInstant } from '../../shared/instant.ts';
import { policyOf } from '../../shared/policy.ts';
import { readConfig } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { type RunningServer, startServer } from '../main.ts';
import { demoNow } from './demo-clock.ts';
import { type DemoCompany, demoPassword, householdsOf } from './demo-companies.ts';
import type { Households } from './demo-households.ts';
import { demoStaffOf } from './demo-staff.ts';
import { lastReceivedAt, unlinkedAccounts } from './queries.ts';
import { reviewHouseholds } from './review-households.ts';
import { seedDemo } from './seed-demo.ts';
import { seedKiosk } from './seed-kiosk.ts';
import { seedLetters } from './seed-letters.ts';
import { seedReview } from './seed-review.ts';

export interface DemoOptions {
  company: DemoCompany;
  port?: string | undefined;
  /** What the server takes for now at its start; by itself it chooses a time within the window. */
  now?: EpochMs | undefined;
  folder: string;
  fresh: boolean;
  onStep: (step: string) => void;
}

/** Where the demo of a company keeps its database. */
export const demoFile = (folder: string, company: DemoCompany): string => join(folder, `demo-${company}.db`);

const dayMs = 86_400_000;

/** Makes or continues the demo's database and serves it. `welcome` says where, and who can sign in. */
export async function runDemo({
  company: name,
  port,
  now: givenNow,
  folder,
  fresh,
  onStep,
}: DemoOptions): Promise<{ server: RunningServer; welcome: string[] }> {
  const file = demoFile(folder, name);
  if (fresh) for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  const config = readConfig({
    ...process.env,
    METERBOOK_MODE: 'demo',
    METERBOOK_COMPANY: name,
    METERBOOK_DATABASE: file,
    METERBOOK_LOG: process.env.METERBOOK_LOG ?? 'warn',
    METERBOOK_CLOCK: undefined,
    ...(port !== undefined && { PORT: port }),
  });
  const { company } = config;
  const households = householdsOf(name);
  const staff = demoStaffOf(name);
  const db = openDatabase(file);
  let clockAhead: number;
  let kioskCode: string;
  let unlinked: Awaited<ReturnType<typeof unlinkedAccounts>>;
  try {
    await migrate(db);
    const last = await lastReceivedAt(db.reader);
    const lastUsed = last === null ? null : toEpochMs(last);
    const { rule } = policyOf(company, { building: '', service: 'cold-water' }, []);
    const now = givenNow ?? demoNow(rule, Date.now(), lastUsed);
    if (lastUsed !== null && lastUsed > now + dayMs) {
      throw new Error(`${file} holds readings of ${last}, later than the demo's clock: start with --fresh`);
    }
    onStep(`Preparing ${file} …`);
    const review = reviewHouseholds(name);
    const accounts = [...review, ...households.accounts];
    await seedDemo({ db, company, households: { ...households, accounts }, staff, now });
    await seedReview({ db, company, now }, review, rule);
    await seedLetters({ db, company, now }, households.letters, staff[0]?.email ?? '');
    const manager = staff.find(({ role }) => role !== 'clerk');
    kioskCode = await seedKiosk({ db, now }, manager?.email ?? '');
    unlinked = await unlinkedAccounts(db.reader);
    clockAhead = now - Date.now();
  } finally {
    await db.close();
  }
  // A few milliseconds are the time that the lines above took.
  if (givenNow === undefined && Math.abs(clockAhead) < 60_000) clockAhead = 0;

  const signIns = signInsOf(households);
  const clock = { now: () => Date.now() + clockAhead };
  const server = await startServer({ ...config, clockAhead }, { clock, demo: { clockAhead, signIns, staff } });
  const url = server.services.baseUrl();
  const welcome = [
    `${company.name}: ${url}`,
    ...(clockAhead === 0 ? [] : [`The demo's clock is set: for the server it is ${toInstant(clock.now())}.`]),
    ...signInLines(signIns, households),
    ...officeLines(url, staff),
    `The kiosk is at ${url}/kiosk/; the code that makes a browser one, once: ${kioskCode}`,
    ...registrationLines(unlinked, config.smtp === null ? `${url}/mailbox` : null),
  ];
  return { server, welcome };
}

type SignIns = NonNullable<PublicCompany['demo']>['signIns'];

const signInsOf = ({ users }: Households): SignIns =>
  users.map(({ accounts, note }) => ({ accountNumber: accounts[0] ?? '', password: demoPassword, note }));

function signInLines(signIns: SignIns, { users }: Households): string[] {
  const width = Math.max(...signIns.map(({ accountNumber }) => accountNumber.length));
  return [
    'Sign in with an account number (or e-mail address) and the password:',
    ...signIns.map(({ accountNumber, password, note }, at) => {
      const { name = '', email = '' } = users[at] ?? {};
      return `  ${accountNumber.padEnd(width)}  ${password}  ${name} <${email}>: ${note.en ?? ''}`;
    }),
  ];
}

function officeLines(url: string, staff: readonly DemoStaff[]): string[] {
  return [
    `The office is at ${url}/office; its sign-in page shows the code of the second factor:`,
    ...staff.map(({ email, password, name, role }) => `  ${email}  ${password}  ${name}: ${role}`),
  ];
}

/** `mailbox`: the page on which letters arrive; null where a mail server takes them. */
function registrationLines(unlinked: readonly { number: string; holder: string }[], mailbox: string | null): string[] {
  const letters = mailbox === null ? [] : [`Letters to residents arrive at ${mailbox}.`];
  if (unlinked.length === 0) return letters;
  return [
    'Register for an account that nobody has yet, with any e-mail address:',
    ...unlinked.map(({ number, holder }) => `  ${number}  ${holder}`),
    ...letters,
  ];
}
