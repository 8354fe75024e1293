import { loadCompany } from '../../server/companies.ts';
import type { Config } from '../../server/config.ts';
import { fixture } from './fixtures.ts';

/** A server on a free port over this database, with a page for each app, without mail and payments, that logs nothing. */
export const serverConfig = (database: string, company: 'ddzksu' | 'dgservic'): Config => ({
  mode: 'test',
  host: '127.0.0.1',
  port: 0,
  database,
  company: loadCompany(company),
  webFolder: fixture('web'),
  officeFolder: fixture('web'),
  kioskFolder: fixture('web'),
  secureCookies: false,
  behindProxy: false,
  url: null,
  smtp: null,
  stripe: null,
  logLevel: 'silent',
  clockAhead: 0,
});
