import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { type AttachReport, attachPdfs } from '../exchange/attach-pdfs.ts';
import type { Held } from '../exchange/hold-queue.ts';
import { attachInShort } from '../exchange/job-results.ts';
import { pdfFolder } from '../exchange/pdf-folder.ts';
import { wordsOfPdf } from '../exchange/pdf-source.ts';
import { pdfZip } from '../exchange/pdf-zip.ts';
import { clockOf } from '../main.ts';
import { inTurn } from './in-turn.ts';
import { startProgress } from './progress.ts';
import { counted, say } from './say.ts';
import { type CommonOptions, configWith, withCommonOptions, withDatabase } from './settings.ts';

interface Options extends CommonOptions {
  dryRun?: boolean;
  progress?: boolean;
}

export function addAttach(program: Command): void {
  const command = program
    .command('attach')
    .description('gives statements the PDFs that billing made of them; twice is the same as once')
    .argument('<folder or ZIP>', 'where the PDFs are');
  withCommonOptions(command)
    .option('--dry-run', 'say what would change and change nothing')
    .option('--progress', 'report progress also when standard error is no terminal')
    .addHelpText(
      'after',
      '\nA PDF belongs to the statement whose column "file" has its name; folders inside a ZIP mean nothing.' +
        '\nStatements without a PDF of billing show one that the portal draws.',
    )
    .action(run);
}

async function run(path: string, options: Options): Promise<void> {
  const config = configWith(options);
  const about = await stat(path);
  if (!about.isDirectory() && !about.isFile()) throw new Error(`${path} is neither a folder nor a file`);
  const source = about.isDirectory() ? pdfFolder(path) : pdfZip(path);
  const progress = startProgress('files', { force: options.progress });
  const fileName = basename(path);
  const { dryRun = false } = options;
  const report = await withDatabase(config, (db) => {
    const needs = { db, company: config.company, clock: clockOf(config), actor: 'command line' };
    const attach = ({ batch, signal, pauseMs = 0, progress: tell }: Partial<Held>) =>
      attachPdfs({
        ...needs,
        ...{ source, fileName, dryRun, pauseMs },
        ...(batch !== undefined && { batch }),
        ...(signal && { signal }),
        onProgress: (files) => {
          progress.update(files);
          tell?.(files);
        },
      });
    if (dryRun) return attach({});
    const content = { upload: null, fileName, dryRun };
    const resultOf = (done: AttachReport) => ({ report: attachInShort(done, fileName) });
    return inTurn(needs, { kind: 'attach', content, resultOf }, attach);
  }).finally(progress.end);
  for (const { place, problem } of report.refused) say(`${place}: ${wordsOfPdf(problem)} (${problem.code})`);
  say(summary(report, options));
  if (report.refused.length > 0) process.exitCode = 1;
}

function summary(
  { batch, files, created, changed, unchanged, refused, waiting }: AttachReport,
  { dryRun }: Options,
): string {
  const effect = dryRun ? 'dry run, nothing written' : batch === null ? 'nothing to write' : `batch ${batch}`;
  const wait = waiting === 1 ? '1 statement still waits' : `${waiting} statements still wait`;
  return (
    `attach: ${created} new, ${changed} changed, ${unchanged} unchanged; ` +
    `${refused.length} refused of ${counted(files, 'PDF')}; ${wait} for the announced PDF; ${effect}.`
  );
}
