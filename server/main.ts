import 'temporal-polyfill/global';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { PublicCompany } from '../shared/company.ts';
import { createApp } from './app.ts';
import { createPasswords } from './auth/passwords.ts';
import { createSessions } from './auth/sessions.ts';
import { publicCompany } from './companies.ts';
import { type Config, checkServing } from './config.ts';
import { ConfigError } from './config-error.ts';
import type { Clock, Services } from './context.ts';
import { readIdentity } from './db/identity.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import { createBeacons } from './sync/beacons.ts';

export interface RunningServer {
  url: string;
  services: Services;
  /** Takes no new requests, lets the running ones end, closes the database. */
  stop(): Promise<void>;
}

const sweepEveryMs = 6 * 3_600_000;

/** How long requests may go on after the server was told to stop. */
const graceMs = 10_000;

/** config → database → migrations → listening. Whatever fails ends the start, with nothing left open. */
export async function startServer(
  config: Config,
  options: { clock?: Clock; demo?: PublicCompany['demo'] } = {},
): Promise<RunningServer> {
  checkServing(config);
  if (!existsSync(config.webFolder)) throw new ConfigError(['the web app is not built: run `npm run build` first']);
  const log = pino({ level: config.logLevel, base: null, serializers: { err: safeError } });
  const db = openDatabase(config.database);
  try {
    const ran = await migrate(db);
    if (ran.length > 0) log.info({ migrations: ran }, 'migrated');
    let listeningAt = '';
    const baseUrl = () => config.url ?? listeningAt;
    const services = await createServices(config, { db, log, clock: options.clock ?? clockOf(config), baseUrl });
    await services.sessions.sweep();
    const sweeping = setInterval(() => {
      services.sessions.sweep().catch((error: unknown) => log.warn({ err: error }, 'expired sessions stay for now'));
    }, sweepEveryMs);
    sweeping.unref();
    let stopping = false;
    const app = createApp({
      services,
      company: publicCompany(config.company, options.demo),
      webFolder: config.webFolder,
      https: config.secureCookies,
      behindProxy: config.behindProxy,
      stopping: () => stopping,
    });
    const server = createServer(app.callback());
    await listen(server, config);
    const url = `http://${hostInUrl(config.host)}:${(server.address() as AddressInfo).port}`;
    // Passkeys want a name; an address is none.
    listeningAt = url.replace('//127.0.0.1:', '//localhost:');
    log.info({ url, company: config.company.id, engine: db.engine, mode: config.mode }, 'listening');
    return {
      url,
      services,
      async stop() {
        if (stopping) return;
        stopping = true;
        clearInterval(sweeping);
        await closeServer(server);
        await db.close();
        log.info({}, 'stopped');
      },
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}

export async function createServices(
  config: Pick<Config, 'company' | 'secureCookies'>,
  { db, log, clock, baseUrl }: Pick<Services, 'db' | 'log' | 'clock' | 'baseUrl'>,
): Promise<Services> {
  const { epoch, beaconKey } = await readIdentity(db);
  return {
    company: config.company,
    db,
    clock,
    log,
    epoch,
    sessions: createSessions(db, { secure: config.secureCookies }),
    passwords: createPasswords(),
    beacons: createBeacons(beaconKey, clock),
    baseUrl,
  };
}

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
