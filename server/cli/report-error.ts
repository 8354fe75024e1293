import { ConfigError } from '../config-error.ts';
import { explain } from './explain-error.ts';

/** What went wrong, in a line each on standard error; the stack only with METERBOOK_DEBUG. */
export function reportError(error: unknown): void {
  const lines = error instanceof ConfigError ? error.lines : [messageOf(error)];
  for (const line of lines) process.stderr.write(`meterbook: ${line}\n`);
  if (!process.env.METERBOOK_DEBUG) return;
  for (let at = error; at instanceof Error; at = at.cause) process.stderr.write(`${at.stack}\n`);
}

function messageOf(error: unknown): string {
  const words = explain(error);
  if (words !== null) return words;
  // Some errors of Node carry others and have no text of their own.
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0]);
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.split('\n', 1)[0] ?? '';
}
