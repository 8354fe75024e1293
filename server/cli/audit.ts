import type { Command } from 'commander';
import { type ChainVerdict, verifyAudit } from '../audit/verify.ts';
import { startProgress } from './progress.ts';
import { counted, say } from './say.ts';
import { type CommonOptions, configWith, withCommonOptions, withDatabase } from './settings.ts';

const words: Readonly<Record<Extract<ChainVerdict, { ok: false }>['broken'], string>> = {
  missing: 'is missing',
  unlinked: 'does not carry the hash of the one before it',
  changed: 'was changed: its content does not fit its hash',
};

export function addAudit(program: Command): void {
  const audit = program.command('audit').description('works with the audit log');
  withCommonOptions(
    audit
      .command('verify')
      .description('follows the chain of hashes; ends with 1 and names the first entry that is not as it was written'),
  )
    .option('--progress', 'report progress also when standard error is no terminal')
    .addHelpText('after', '\nNote the last hash somewhere else: a log whose end was cut off ends in another one.')
    .action(async (options: CommonOptions & { progress?: boolean }) => {
      const progress = startProgress('entries', { force: options.progress });
      const verdict = await withDatabase(configWith(options), (db) =>
        verifyAudit(db.reader, progress.update).finally(progress.end),
      );
      if (!verdict.ok) throw new Error(`entry ${verdict.seq} of the audit log ${words[verdict.broken]}`);
      const last = verdict.seq === 0 ? '' : `; the last hash is ${verdict.hash}`;
      say(`${counted(verdict.seq, 'entry', 'entries')}, each as it was written${last}.`);
    });
}
