import type { Command } from 'commander';
import type { Activation } from '../accounts/activation.ts';
import { paperToken } from '../auth/tokens.ts';
import type { Config } from '../config.ts';
import { ConfigError } from '../config-error.ts';
import { type ActivationLetter, activationLetter } from '../letters/activation-letter.ts';
import { paperValidUntil } from '../letters/paper-validity.ts';
import { clockOf } from '../main.ts';
import { withNewFile } from './new-file.ts';
import { localTime } from './say.ts';

/** Options of the commands that give somebody a link: how it gets there. */
export interface ActivatingOptions {
  send?: boolean;
  letter?: string;
  url?: string;
}

export const withActivatingOptions = (command: Command): Command =>
  command
    .option('--send', 'send the link by e-mail; it goes out while the portal is being served')
    .option('--letter <file>', 'write a letter to be printed and handed over: an HTML file for one A4 page')
    .option('--url <address>', 'with --letter: where residents find the portal (METERBOOK_URL)')
    .addHelpText(
      'after',
      '\nBy the link the user sets a password, which nobody else chooses or sees. On paper it lasts two weeks.' +
        '\nWhoever has the letter can get into the account: delete the file when it is printed.',
    );

/** Ends the command with wrong usage unless there is one way for the link. */
export function checkActivating({ send, letter, url }: ActivatingOptions, command: Command): void {
  const misuse = (words: string) => command.error(`error: ${words}`, { exitCode: 2 });
  if ((send === undefined) === (letter === undefined)) misuse('name one way for the link: --send or --letter <file>');
  if (url !== undefined && letter === undefined) misuse('--url goes with --letter only');
}

export type Recipient = Pick<ActivationLetter, 'name' | 'email' | 'language' | 'accounts'>;

/**
 * Does `work` with the way that was chosen, and answers with a sentence on what came of it. Where a letter cannot be written
 * there is no work, and where the work fails there is no letter.
 */
export async function activating(
  config: Config,
  { letter }: ActivatingOptions,
  recipient: Recipient,
  work: (activation: Activation) => Promise<void>,
): Promise<string> {
  if (letter === undefined) {
    if (recipient.email === null) throw new Error('this user has no e-mail address: write a --letter');
    await work({ by: 'mail' });
    return 'The link is sent by e-mail as soon as the portal is being served.';
  }
  const { company } = config;
  const url = addressForLetters(config);
  const token = paperToken();
  const now = clockOf(config).now();
  const validUntil = paperValidUntil(now, company.timeZone);
  const page = activationLetter(company, { ...recipient, url, token, now, validUntil });
  await withNewFile(letter, page, () => work({ by: 'letter', token, validUntil }));
  return `The letter is in ${letter}; its link lasts until ${localTime(validUntil, company.timeZone)}.`;
}

/** Throws a ConfigError where a letter could not say where the portal is, or would lead to a page without HTTPS. */
function addressForLetters({ url, mode }: Config): string {
  if (url === null) {
    throw new ConfigError([
      'METERBOOK_URL: is needed for a letter, or --url: the address at which residents find the portal',
    ]);
  }
  if (mode === 'production' && !url.startsWith('https://')) {
    throw new ConfigError([`METERBOOK_URL: ${url} is not an https address, which a letter needs in production`]);
  }
  return url;
}
