import { toEpochMs, toInstant } from '../../shared/instant.ts';
import { isSeriesConsumed } from '../auth/token-queries.ts';
import type { Services } from '../context.ts';
import type { Row } from '../db/tables.ts';
import { nextAttempt } from './back-off.ts';
import { composeLetter } from './compose.ts';
import type { MailIntent } from './intents.ts';
import { claimMails, endMail, failAttempt, isMailDue } from './queries.ts';
import { SendError, type Transport } from './transport.ts';

export interface MailWorker {
  /** Looks for letters from now on, every few seconds. */
  start(): void;
  /** A letter was asked for, and that is committed: it goes out soon. */
  nudge(): void;
  /** Sends what is due; resolves when nothing is left that this instance could take. Never rejects. */
  work(): Promise<void>;
  /** Takes no more letters and waits for those under way; after ten seconds they are broken off, to be tried again. */
  stop(): Promise<void>;
}

type Needs = Pick<Services, 'db' | 'clock' | 'log' | 'company' | 'baseUrl'> & {
  transport: Transport;
  /** How long a letter under way may hold up the stop. */
  graceMs?: number;
};
type Mail = Row<'mails'>;

/** Letters at work at once: a slow mail server does not hold up the next by much. */
const mostAtOnce = 4;
/** For so long a letter is one instance's alone. Whoever dies over it leaves it to the others after that. */
const claimMs = 2 * 60_000;
/** An attempt ends well before its claim does, however slowly the mail server goes on. */
const patienceMs = 90_000;
const pollMs = 5_000;
/**
 * Composing a letter for somebody who exists takes longer than dropping one for nobody. Not to be measured from outside,
 * it does not begin while the request that asked for it, or the caller's next one, is being answered.
 */
const nudgeMs = 300;
const usualGraceMs = 10_000;

/**
 * Sends the letters that transactions have asked for, each at least once. Any number of instances may do it side by side.
 *
 *   waiting ──claim (2 minutes)──▶ compose ──▶ send ──▶ sent
 *      ▲                             │          ├─ refused for good, or for two days in vain ──▶ failed
 *      │                             │          │
 *      │                             └─ nobody to write to ──▶ dropped
 *      └─────────── back-off, or the claim ran out ◀────────────┘
 *
 * All moments in the table are the app's time, as `enqueueMail` was given it and as tokens have it; instances agree on it,
 * and tests move it. What only this process waits for (polling, patience with a mail server) are timers of the machine.
 */
export function createMailWorker({
  db,
  clock,
  log,
  company,
  baseUrl,
  transport,
  graceMs = usualGraceMs,
}: Needs): MailWorker {
  const stopping = new AbortController();
  const giveUp = new AbortController();
  let polling: NodeJS.Timeout | undefined;
  let nudged: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let again = false;

  function work(): Promise<void> {
    again = true;
    running ??= untilNothingIsDue();
    return running;
  }

  async function untilNothingIsDue(): Promise<void> {
    while (again && !stopping.signal.aborted) {
      again = false;
      try {
        for (let mails = await claim(); mails.length > 0; mails = await claim()) await Promise.all(mails.map(deliver));
      } catch (error) {
        log.warn({ err: error }, 'letters wait, because the database does not answer');
      }
    }
    // In the same turn as the last look at `again`, so that nobody's call falls between the two.
    running = null;
  }

  async function claim(): Promise<Mail[]> {
    const now = clock.now();
    // Without it every look would wait for whoever is writing.
    if (stopping.signal.aborted || !(await isMailDue(db.reader, toInstant(now)))) return [];
    const most = { now: toInstant(now), until: toInstant(now + claimMs), most: mostAtOnce };
    return db.write((tx) => claimMails(tx, most));
  }

  /** Rejects only when the database does not answer; then the claim runs out. */
  async function deliver(mail: Mail): Promise<void> {
    const { id, kind, attempts } = mail;
    try {
      const state = await attempt(mail);
      await db.write((tx) => endMail(tx, id, { state, at: toInstant(clock.now()), fault: null }));
      log.info({ mail: id, kind, attempts }, state === 'sent' ? 'letter sent' : 'letter dropped: nobody to write to');
    } catch (error) {
      await fail(mail, error);
    }
  }

  async function attempt({ id, kind, content, created_at, attempts }: Mail): Promise<'sent' | 'dropped'> {
    // It had arrived, although nobody heard of it: another would bring a permission that was used.
    if (attempts > 1 && (await isSeriesConsumed(db.reader, id))) return 'sent';
    const intent = { kind, ...JSON.parse(content) } as MailIntent;
    const letter = await db.write((tx) =>
      composeLetter(tx, intent, {
        company,
        baseUrl: baseUrl(),
        now: clock.now(),
        askedAt: toEpochMs(created_at),
        series: id,
      }),
    );
    if (!letter) return 'dropped';
    await transport.send({ ...letter, id }, AbortSignal.any([giveUp.signal, AbortSignal.timeout(patienceMs)]));
    return 'sent';
  }

  async function fail(mail: Mail, error: unknown): Promise<void> {
    const { id, kind, attempts, created_at } = mail;
    const now = clock.now();
    const ofSending = error instanceof SendError;
    const permanent = ofSending && error.permanent;
    const next = permanent ? null : nextAttempt({ attempts, createdAt: toEpochMs(created_at), now });
    const fault = ofSending ? error.fault : error instanceof Error ? error.name : 'unknown';
    const at = toInstant(now);
    await db.write((tx) => failAttempt(tx, mail, { next: next === null ? null : toInstant(next), at, fault }));
    // The error of a mail server may name the recipient.
    const fields = { mail: id, kind, attempts, fault, ...(ofSending ? {} : { err: error }) };
    if (next === null) log.error(fields, permanent ? 'letter refused' : 'letter given up');
    else log.warn({ ...fields, next: toInstant(next) }, 'letter not sent yet');
  }

  return {
    start() {
      polling = setInterval(() => void work(), pollMs);
      polling.unref();
      void work();
    },
    nudge() {
      nudged ??= setTimeout(() => {
        nudged = undefined;
        void work();
      }, nudgeMs).unref();
    },
    work,
    async stop() {
      stopping.abort();
      clearInterval(polling);
      clearTimeout(nudged);
      const force = setTimeout(() => giveUp.abort(), graceMs);
      await running;
      clearTimeout(force);
    },
  };
}
