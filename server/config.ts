import { fileURLToPath } from 'node:url';
import type { Company } from '../shared/company.ts';
import { z } from '../shared/zod.ts';
import { loadCompany } from './companies.ts';
import { ConfigError } from './config-error.ts';

/**
 * production: as residents use it. development: on a developer's machine over plain HTTP.
 * demo: invented data, and the clock may stand elsewhere. test: likewise, for the tests.
 */
export const modes = ['production', 'development', 'demo', 'test'] as const;
export type Mode = (typeof modes)[number];

/** Everything that the environment decides, read once at the start. */
export interface Config {
  mode: Mode;
  host: string;
  port: number;
  /** `postgres://…` or the path of an SQLite file. */
  database: string;
  company: Company;
  /** The folder of the built web app. */
  webFolder: string;
  /** The folder of the built office. */
  officeFolder: string;
  /** The folder of the built kiosk. */
  kioskFolder: string;
  /** The session cookie needs HTTPS; only demo, development and tests go without. */
  secureCookies: boolean;
  /** A proxy of ours stands before it, so that the last address in X-Forwarded-For is the client's (`http/client-address`). */
  behindProxy: boolean;
  /**
   * Where residents find the portal, without a slash at the end: it stands in the links of letters, and passkeys belong to
   * it. Null: where the server listens.
   */
  url: string | null;
  /** The mail server, `smtp://` or `smtps://` with user and password; null: letters go to the mailbox page. */
  smtp: string | null;
  /** Stripe, by which residents pay online; null: they cannot. */
  stripe: { key: string; webhookSecret: string } | null;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Milliseconds that the server's clock runs ahead of the machine's; 0 in production, always. */
  clockAhead: number;
}

const flag = z.enum(['0', '1']).transform((text) => text === '1');

const environment = z.object({
  METERBOOK_MODE: z.enum(modes).default('production'),
  METERBOOK_HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'is not a number from 0 to 65535')
    .default('8080'),
  METERBOOK_DATABASE: z.string().min(1).default('data/meterbook.db'),
  METERBOOK_COMPANY: z.string().min(1),
  METERBOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  METERBOOK_SMTP: z.url({ protocol: /^smtps?$/ }).optional(),
  // A message must not repeat what it refuses: these are secrets.
  METERBOOK_STRIPE_KEY: z
    .string()
    .regex(/^(sk|rk)_(live|test)_[A-Za-z0-9_]+$/, 'must be a secret or restricted key, like sk_live_…')
    .optional(),
  METERBOOK_STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[\w+/=-]+$/, 'must be the signing secret of the webhook, like whsec_…')
    .optional(),
  METERBOOK_BEHIND_PROXY: flag.default(false),
  METERBOOK_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  METERBOOK_CLOCK: z.iso.datetime().optional(),
});

/** Throws a ConfigError that names every wrong variable, or every wrong field of the company's profile. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  }
  const settings = parsed.data;
  const mode = settings.METERBOOK_MODE;
  const clock = settings.METERBOOK_CLOCK;
  if (clock !== undefined && mode !== 'demo' && mode !== 'test') {
    throw new ConfigError([`METERBOOK_CLOCK: the clock can be set in demo and test mode only, not in ${mode}`]);
  }
  return {
    mode,
    host: settings.METERBOOK_HOST,
    port: Number(settings.PORT),
    database: settings.METERBOOK_DATABASE,
    company: loadCompany(settings.METERBOOK_COMPANY),
    webFolder: fileURLToPath(new URL('../web', import.meta.url)),
    officeFolder: fileURLToPath(new URL('../office', import.meta.url)),
    kioskFolder: fileURLToPath(new URL('../kiosk', import.meta.url)),
    secureCookies: mode === 'production',
    behindProxy: settings.METERBOOK_BEHIND_PROXY,
    url: settings.METERBOOK_URL?.replace(/\/+$/, '') ?? null,
    smtp: settings.METERBOOK_SMTP ?? null,
    stripe: stripeOf(settings),
    logLevel: settings.METERBOOK_LOG,
    clockAhead: clock === undefined ? 0 : Date.parse(clock) - Date.now(),
  };
}

/** Half of it would take money of which the portal never hears, or none at all. */
function stripeOf({
  METERBOOK_STRIPE_KEY: key,
  METERBOOK_STRIPE_WEBHOOK_SECRET: webhookSecret,
}: z.infer<typeof environment>): Config['stripe'] {
  if (key !== undefined && webhookSecret !== undefined) return { key, webhookSecret };
  if (key === undefined && webhookSecret === undefined) return null;
  const [missing, given] = key === undefined ? ['KEY', 'WEBHOOK_SECRET'] : ['WEBHOOK_SECRET', 'KEY'];
  throw new ConfigError([`METERBOOK_STRIPE_${missing}: is needed beside METERBOOK_STRIPE_${given}`]);
}

/** Throws a ConfigError where residents could not be served: in production letters must go out, with links over HTTPS. */
export function checkServing({ mode, url, smtp }: Config): void {
  if (mode !== 'production') return;
  const missing = [
    ...(url?.startsWith('https://') ? [] : ['METERBOOK_URL: is needed: the https address at which residents find it']),
    ...(smtp === null ? ['METERBOOK_SMTP: is needed: the mail server, like smtps://user:password@host'] : []),
  ];
  if (missing.length > 0) throw new ConfigError(missing);
}
