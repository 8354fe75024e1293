import { type Command, Option } from 'commander';
import { type OnlinePaymentState, onlinePaymentStates } from '../../shared/bill.ts';
import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import { type FileFormat, separators } from '../exchange/readings-out-file.ts';
import { clockOf } from '../main.ts';
import { onlinePaymentsFile } from '../payments/online-payments-file.ts';
import { withOutput } from './output.ts';
import { startProgress } from './progress.ts';
import { counted, say } from './say.ts';
import { type CommonOptions, configWith, withCommonOptions, withDatabase } from './settings.ts';

interface Options extends CommonOptions, Omit<FileFormat, 'json'> {
  state?: OnlinePaymentState;
  output?: string;
  progress?: boolean;
}

export function addExportOnlinePayments(exporting: Command): void {
  withCommonOptions(
    exporting
      .command('online-payments')
      .description(
        'what residents paid in the portal, for billing to book by its reference, as CSV on standard output',
      ),
  )
    .addOption(new Option('--state <state>', 'only those that are there').choices(onlinePaymentStates))
    .addOption(new Option('--separator <sign>', 'between the columns').choices(Object.keys(separators)))
    .option('--decimal-comma', 'amounts like 12,34')
    .option('--bom', 'begin with a byte order mark, by which Excel knows UTF-8')
    .option('--output <file>', 'write to a file, which appears when it is complete')
    .option('--progress', 'report progress also when standard error is no terminal')
    .addHelpText(
      'after',
      '\n--state received gives what billing has not booked yet. A payment whose number is the reference confirms it when' +
        '\npayments are imported. Where "fault" is not empty, another amount or currency came than was asked for.',
    )
    .action(run);
}

async function run({ state, output, progress: force, ...format }: Options): Promise<void> {
  const config = configWith(format);
  const { company, database } = config;
  await withDatabase({ database }, (db) =>
    withOutput(output, async (write) => {
      const at = toInstant(clockOf(config).now());
      const taken = { at, actor: 'command line', action: 'export-online-payments', subject: '' } as const;
      await db.write((tx) => appendAudit(tx, { ...taken, detail: { state: state ?? null } }));
      const progress = startProgress('payments', { force });
      let payments = 0;
      const onProgress = (done: number) => {
        payments = done;
        progress.update(done);
      };
      try {
        await write(onlinePaymentsFile(db, company, { state: state ?? null, format, onProgress }));
      } finally {
        progress.end();
      }
      say(`${counted(payments, 'online payment')}${state === undefined ? '' : ` in the state ${state}`}.`);
    }),
  );
}
