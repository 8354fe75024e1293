import 'temporal-polyfill/global';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { PublicCompany } from '../shared/company.ts';
import { sweepAnswers } from './api/once.ts';
import { createApp } from './app.ts';
import { auditJobs } from './audit/verify-job.ts';
import { createKnownDevices } from './auth/known-device.ts';
import { createPasswords } from './auth/passwords.ts';
import { createSessions } from './auth/sessions.ts';
import { publicCompany } from './companies.ts';
import { type Config, checkServing } from './config.ts';
import { ConfigError } from './config-error.ts';
import type { Clock, Log, Services } from './context.ts';
import { readIdentity } from './db/identity.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import { removeStaleCopies } from './db/private-copy.ts';
import { exchangeJobs } from './exchange/exchange-jobs.ts';
import { sweepUploads } from './exchange/uploads.ts';
import { createJobRunner } from './jobs/runner.ts';
import { createKioskCookies } from './kiosks/cookie.ts';
import { sweepKiosks } from './kiosks/sweep.ts';
import { createVisits } from './kiosks/visits.ts';
import { createLimits } from './limits/limits.ts';
import { createMailbox, type Mailbox } from './mail/mailbox.ts';
import { createSmtpTransport } from './mail/smtp-transport.ts';
import { sweepMail } from './mail/sweep.ts';
import type { Transport } from './mail/transport.ts';
import { createMailWorker } from './mail/worker.ts';
import { sweepChallenges } from './passkeys/sweep.ts';
import type { PaymentProvider } from './payments/provider.ts';
import { reminderJobs } from './progress/remind-jobs.ts';
import { createStaffSessions } from './staff/sessions.ts';
import { createBeacons } from './sync/beacons.ts';

export interface RunningServer {
  url: string;
  services: Services;
  /** Where letters arrive that have no mail server. */
  mailbox: Mailbox;
  /** Takes no new requests, lets the running ones and letters under way end, closes the database. */
  stop(): Promise<void>;
}

const sweepEveryMs = 3_600_000;
/**
 * Longer than proxies (nginx, and load balancers in clouds: 60 s) and browsers keep a connection that nobody uses, so that it is
 * they who close it: a request that is on its way while we close would fail.
 */
const keepAliveMs = 75_000;

/** How long requests may go on after the server was told to stop. */
const graceMs = 10_000;

/** config → database → migrations → listening. Whatever fails ends the start, with nothing left open. */
export async function startServer(
  config: Config,
  options: { clock?: Clock; demo?: PublicCompany['demo']; payments?: PaymentProvider } = {},
): Promise<RunningServer> {
  checkServing(config);
  if (!existsSync(config.webFolder)) throw new ConfigError(['the web app is not built: run `npm run build` first']);
  const log = pino({ level: config.logLevel, base: null, serializers: { err: safeError } });
  const db = openDatabase(config.database);
  try {
    const ran = await migrate(db);
    removeStaleCopies(db);
    if (ran.length > 0) log.info({ migrations: ran }, 'migrated');
    let listeningAt = '';
    const baseUrl = () => config.url ?? listeningAt;
    const clock = options.clock ?? clockOf(config);
    const mailbox = createMailbox(clock);
    const transport = config.smtp === null ? mailbox : createSmtpTransport(config.smtp, config.company.mail);
    const payments = options.payments ?? (await paymentsOf(config, log));
    const services = await createServices(config, { db, log, clock, baseUrl, transport, payments });
    const sweep = () =>
      Promise.all([
        services.sessions.sweep(),
        services.staffSessions.sweep(),
        services.limits.sweep(),
        sweepChallenges(services),
        sweepMail(services),
        sweepUploads(services),
        sweepAnswers(services),
        sweepKiosks(services),
      ]);
    await sweep();
    const sweeping = setInterval(() => {
      sweep().catch((error: unknown) => log.warn({ err: error }, 'what has expired stays for now'));
    }, sweepEveryMs);
    sweeping.unref();
    let stopping = false;
    const app = createApp({
      services,
      mailbox: showsMailbox(config) ? mailbox : null,
      company: publicCompany(config.company, { demo: options.demo, onlinePayment: payments !== null }),
      webFolder: config.webFolder,
      officeFolder: config.officeFolder,
      kioskFolder: config.kioskFolder,
      https: config.secureCookies,
      behindProxy: config.behindProxy,
      stopping: () => stopping,
    });
    const server = createServer({ keepAliveTimeout: keepAliveMs }, app.callback());
    await listen(server, config);
    const url = `http://${hostInUrl(config.host)}:${(server.address() as AddressInfo).port}`;
    // Passkeys want a name; an address is none.
    listeningAt = url.replace('//127.0.0.1:', '//localhost:');
    services.mail.start();
    services.jobs.start();
    log.info({ url, company: config.company.id, engine: db.engine, mode: config.mode }, 'listening');
    return {
      url,
      services,
      mailbox,
      async stop() {
        if (stopping) return;
        stopping = true;
        clearInterval(sweeping);
        await Promise.all([closeServer(server), services.jobs.stop()]);
        await services.mail.stop();
        await db.close();
        log.info({}, 'stopped');
      },
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function createServices(
  config: Pick<Config, 'company' | 'secureCookies'>,
  {
    db,
    log,
    clock,
    baseUrl,
    transport,
    payments,
  }: Pick<Services, 'db' | 'log' | 'clock' | 'baseUrl' | 'payments'> & { transport: Transport },
): Promise<Services> {
  const { epoch, beaconKey, deviceKey, visitKey } = await readIdentity(db);
  const { company } = config;
  return {
    company,
    db,
    clock,
    log,
    epoch,
    sessions: createSessions(db, { secure: config.secureCookies }),
    staffSessions: createStaffSessions(db, { secure: config.secureCookies }),
    passwords: createPasswords(),
    knownDevices: createKnownDevices(deviceKey, { secure: config.secureCookies }),
    limits: createLimits(db, clock),
    beacons: createBeacons(beaconKey, clock),
    kioskCookies: createKioskCookies({ secure: config.secureCookies }),
    visits: createVisits(visitKey, clock),
    mail: createMailWorker({ db, clock, log, company, baseUrl, transport }),
    jobs: createJobRunner({ db, clock, log }, [
      ...exchangeJobs({ db, company, clock }),
      ...auditJobs({ db, clock }),
      ...reminderJobs({ db, company, clock }),
    ]),
    payments,
    baseUrl,
  };
}

/** Loaded where it is wanted: the package is a large one, and every command of the command line imports this file. */
async function paymentsOf({ mode, stripe }: Config, log: Log): Promise<PaymentProvider | null> {
  if (stripe === null) return null;
  if (mode === 'production' && stripe.key.includes('_test_')) {
    log.warn({}, 'METERBOOK_STRIPE_KEY is a test key: what residents pay is not money');
  }
  const { createStripe } = await import('./payments/stripe.ts');
  return createStripe(stripe);
}

/** Everybody who reaches the server reads the mailbox page. */
const showsMailbox = ({ mode, smtp }: Config): boolean => smtp === null && (mode === 'demo' || mode === 'development');

export const clockOf = ({ clockAhead }: Pick<Config, 'clockAhead'>): Clock => ({ now: () => Date.now() + clockAhead });

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

const hostInUrl = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;

/** PostgreSQL's errors carry whole rows in their details; names and numbers of residents do not belong into a log. */
function safeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, message, code: (error as { code?: unknown }).code, stack };
}
