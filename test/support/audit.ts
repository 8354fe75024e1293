import { execFile } from 'node:child_process';

/** What is publicly known of the packages that a release runs on; `done` is false where nobody could be asked. */
export type Audit = { done: true; grave: string[] } | { done: false; reason: string };

interface Answer {
  vulnerabilities?: Record<string, { severity: string; range: string }>;
  message?: string;
  error?: { summary?: string };
}

/**
 * Asks the registry, through npm, for known vulnerabilities of the locked packages. `grave` names those that are high or
 * critical. `options` are npm's own; short of them it asks the registry that npm is set up with.
 */
export function auditPackages(folder: string, options: readonly string[] = []): Promise<Audit> {
  // Where npm runs the tests it says where it is itself, and then no shell has to find it.
  const npm = process.env.npm_execpath;
  const [program, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const patience = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=30000'];
  const args = [...before, 'audit', '--omit=dev', '--json', ...patience, ...options];
  return new Promise((resolve) => {
    // It ends with 1 for findings and for failures alike; what it was stands in its answer.
    execFile(program, args, { cwd: folder, maxBuffer: 2 ** 26 }, (error, stdout) => resolve(judge(stdout, error)));
  });
}

/** The lines to print, the last word on the audit. */
export function describeAudit(audit: Audit): string {
  if (!audit.done) return `audit of the packages: NOT DONE, ${audit.reason}`;
  if (audit.grave.length === 0) return 'audit of the packages: no known vulnerability that is high or critical';
  return ['audit of the packages: FAILED, see `npm audit --omit=dev`', ...audit.grave].join('\n  ');
}

function judge(stdout: string, error: Error | null): Audit {
  const answer = parse(stdout);
  if (!answer?.vulnerabilities) {
    const said = answer?.message || answer?.error?.summary || error?.message.split('\n')[0] || 'npm said nothing';
    return { done: false, reason: `npm could not ask the registry: ${said.replaceAll(/\S+:\/\/[^\s,]+/g, '…')}` };
  }
  const grave = Object.entries(answer.vulnerabilities).filter(([, { severity }]) => /^(high|critical)$/.test(severity));
  return {
    done: true,
    grave: grave.map(([name, { severity, range }]) => `${[name, range].join(' ').trim()}: ${severity}`),
  };
}

function parse(text: string): Answer | null {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return null;
  }
}
