import '../support/temporal.ts';
import { loadCompany } from '../../server/companies.ts';
import { startServer } from '../../server/main.ts';
import { fixture } from '../support/fixtures.ts';

/** The real server; its clock stands in the window, or every push would be refused. */
const database = process.argv[2] as string;
const server = await startServer(
  {
    mode: 'test',
    host: '127.0.0.1',
    port: 0,
    database,
    company: loadCompany('dgservic'),
    webFolder: fixture('web'),
    officeFolder: fixture('web'),
    secureCookies: false,
    behindProxy: false,
    url: null,
    smtp: null,
    stripe: null,
    logLevel: 'silent',
    clockAhead: 0,
  },
  { clock: { now: () => Date.parse('2026-11-20T10:00:00Z') } },
);
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
process.send?.({ url: server.url });
