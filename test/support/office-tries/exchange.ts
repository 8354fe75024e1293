import { v7 } from 'uuid';
import { startImport } from '../../../server/exchange/exchange-jobs.ts';
import { exchangeQueue } from '../../../server/exchange/exchange-queue.ts';
import { receiveUpload } from '../../../server/exchange/uploads.ts';
import { enqueue } from '../../../server/jobs/enqueue.ts';
import { jobById } from '../../../server/jobs/queries.ts';
import { toInstant } from '../../../shared/instant.ts';
import { addMonths } from '../../../shared/period.ts';
import { addAccount, addMeter, addReading } from '../household.ts';
import { plainProfile } from '../mapping-profiles.ts';
import { hire, type TestStaff } from '../staff.ts';
import type { TestServer } from '../test-server.ts';
import type { OfficeTries } from './tries.ts';

const bring = async ({ services }: TestServer, { id }: TestStaff): Promise<string> => {
  const bytes = Buffer.from('account;holder;address;premises\n10427;Anna;Rīgas iela 1;5\n');
  const chunks = (async function* () {
    yield bytes;
  })();
  return (await receiveUpload(services, { name: 'accounts.csv', actor: id, bytes: chunks })).id;
};

/** Tried out, and waited for. */
async function triedOut(server: TestServer, staff: TestStaff): Promise<string> {
  const upload = await bring(server, staff);
  const { job } = await staff.client.exchange.tryOut.mutate({
    upload,
    kind: 'accounts',
    profile: null,
    encoding: null,
  });
  return ended(server, job);
}

async function ended({ services }: TestServer, job: string): Promise<string> {
  while ((await jobById(services.db.reader, job))?.endedAt === null) await services.jobs.work();
  return job;
}

/** A batch that can be undone. */
async function applied(server: TestServer, staff: TestStaff): Promise<string> {
  const { services } = server;
  const number = String(20_000 + names++);
  const file = Buffer.from(`account,holder,address,premises\n${number},Anna,Rīgas iela 1,5\n`);
  const bytes = (async function* () {
    yield file;
  })();
  const { id: upload } = await receiveUpload(services, { name: 'accounts.csv', actor: staff.id, bytes });
  const about = { kind: 'accounts', profile: null, dryRun: false, strict: false, actor: staff.id } as const;
  const job = await ended(server, await startImport(services, { ...about, upload }));
  return (await staff.client.exchange.job.query({ job })).batch;
}

const hired = (server: TestServer) => hire(server, { role: 'manager' });

let names = 0;
const save = () => ({ id: null, name: `Profile ${names++}`, profile: plainProfile('payments'), changedAt: null });

export const exchangeTries: OfficeTries = {
  'exchange.preview': {
    least: 'clerk',
    input: async (server, staff) => ({
      upload: await bring(server, staff),
      kind: 'accounts',
      profile: null,
      encoding: null,
    }),
  },
  'exchange.guess': {
    least: 'clerk',
    input: async (server, staff) => ({ upload: await bring(server, staff), kind: 'accounts', encoding: null }),
  },
  'exchange.upload': {
    least: 'clerk',
    input: async (server, staff) => ({ upload: await bring(server, staff) }),
  },
  'exchange.propose': {
    least: 'clerk',
    input: async (server, staff) => ({ upload: await bring(server, staff), kind: 'accounts' }),
  },
  'exchange.tryOut': {
    least: 'clerk',
    input: async (server, staff) => ({
      upload: await bring(server, staff),
      kind: 'accounts',
      profile: null,
      encoding: null,
    }),
  },
  'exchange.bringIn': {
    least: 'manager',
    input: async (server, staff) => ({ tried: await triedOut(server, staff), strict: false, again: true }),
  },
  'exchange.job': { least: 'clerk', input: async (server, staff) => ({ job: await triedOut(server, staff) }) },
  'exchange.jobs': { least: 'clerk', input: async () => ({ after: null }) },
  'exchange.cancel': {
    least: 'clerk',
    input: async ({ services }, { id }) => {
      const content = { dryRun: true, batch: v7(), upload: v7(), kind: 'accounts', fileName: 'accounts.csv' };
      const at = toInstant(services.clock.now());
      // Of a kind that nobody here does, so that it waits.
      const job = { queue: exchangeQueue, kind: 'elsewhere', content, actor: id, at };
      return { job: await services.db.write((tx) => enqueue(tx, job)) };
    },
  },
  'exchange.batches': { least: 'clerk', input: async () => ({ after: null }) },
  'exchange.batch': {
    least: 'clerk',
    input: async (server) => ({ batch: await applied(server, await hired(server)) }),
  },
  'exchange.tryUndo': {
    least: 'manager',
    input: async (server) => ({ batch: await applied(server, await hired(server)) }),
  },
  'exchange.undo': {
    least: 'manager',
    input: async (server) => ({ batch: await applied(server, await hired(server)), reason: 'the wrong file' }),
  },
  'exchange.outlook': { least: 'clerk', input: async () => ({ period: '2026-10' }) },
  'exchange.giveOut': {
    least: 'manager',
    input: async ({ services }) => {
      const account = await addAccount(services, { number: String(30_000 + names++) });
      const meter = await addMeter(services, account, { serial: '1' });
      await addReading(services, meter, { period: '2023-05', values: { B: 1000 } });
      return { period: '2023-05' };
    },
  },
  'exchange.giveOutAndLock': {
    least: 'manager',
    input: async () => ({ period: addMonths('2019-12', -names++), early: null }),
  },
  'exchange.profiles.list': { least: 'clerk', input: async () => ({ kind: null }) },
  'exchange.profiles.save': { least: 'manager', input: async () => save() },
  'exchange.profiles.remove': {
    least: 'manager',
    input: async (_, staff) => ({ id: (await staff.client.exchange.profiles.save.mutate(save())).id }),
  },
};
