import { readdirSync, readFileSync } from 'node:fs';
import { type Company, companySchema, type PublicCompany } from '../shared/company.ts';
import type { z } from '../shared/zod.ts';
import { assetPath } from './assets.ts';
import { ConfigError } from './config-error.ts';
import { findJsonError } from './json-error.ts';

/** The profiles that come with the package. */
export const shippedCompanies = (): string[] =>
  readdirSync(assetPath('companies'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();

/**
 * The profile of a company: a shipped one by its name, any other by the path of its file (`./ours.json`).
 * Throws a ConfigError that names the file and every wrong field of it.
 */
export function loadCompany(nameOrPath: string): Company {
  const isName = /^[a-z][a-z0-9-]*$/.test(nameOrPath);
  const shown = isName ? `companies/${nameOrPath}.json` : nameOrPath;
  const text = readProfile(isName ? assetPath(shown) : nameOrPath, shown);
  const parsed = companySchema.safeParse(parseJson(text, shown));
  if (!parsed.success) throw new ConfigError(parsed.error.issues.flatMap((issue) => complaints(issue, shown)));
  return parsed.data;
}

/** What the app may know of the company, and of how this server runs it. */
export function publicCompany(
  company: Company,
  { demo, onlinePayment = false }: { demo?: PublicCompany['demo']; onlinePayment?: boolean } = {},
): PublicCompany {
  const { mail, ...rest } = company;
  return {
    ...rest,
    mail: { address: mail.address },
    ...(onlinePayment && { onlinePayment }),
    ...(demo && { demo }),
  };
}

function readProfile(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const reason = code === 'ENOENT' ? `there is no such file (shipped: ${shippedCompanies().join(', ')})` : code;
    throw new ConfigError([`${shown}: ${reason}`]);
  }
}

function parseJson(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { line, column } = findJsonError(text) ?? { line: 1, column: 1 };
    throw new ConfigError([`${shown}:${line}:${column}: is not JSON from here on`]);
  }
}

function complaints(issue: z.core.$ZodIssue, shown: string): string[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${shown}: ${[...path, key].join('.')}: is not a field of a profile`);
  }
  return [`${shown}: ${path.join('.') || 'profile'}: ${issue.message}`];
}
