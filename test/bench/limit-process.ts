import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { initTRPC } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import SQLite from 'better-sqlite3';
import Koa from 'koa';
import rawBody from 'raw-body';

/**
 * The limit: Koa, tRPC through the same adapter and better-sqlite3 with the same durability and the same tables, and
 * nothing else. `write` puts as many rows on the disk as a push of so many readings does, in one transaction; `read`
 * answers at once.
 */
const sqlite = new SQLite(process.argv[2] as string);
sqlite.pragma('journal_mode = WAL');
sqlite.pragma('synchronous = FULL');
const insertReading = sqlite.prepare(
  `insert into readings (id, account_id, version, meter_id, period, register_values, kind, source, state, captured_earliest,
    captured_best, captured_latest, received_at, changed_at, findings, rollover, stream, stream_number)
   values (@id, @account, 1, @meter, '2026-11', '{"B":1}', 'actual', 'resident', 'accepted', @at, @at, @at, @at, @at, '[]', 0, @stream, @number)`,
);
const insertOperation = sqlite.prepare(
  `insert into operations (id, hash, stream, number, user_id, account_id, kind, content, outcome, problems, version, received_at)
   values (@id, @hash, @stream, @number, @user, @account, @kind, @content, 'applied', '[]', 1, @at)`,
);
const setHead = sqlite.prepare('update account_versions set head = head + 2 where account_id = ?');

interface Operation {
  id: string;
  hash: string;
  stream: string;
  number: number;
  user: string;
  account: string;
  kind: string;
  body: { meter: string };
}
const writeAll = sqlite.transaction((operations: readonly Operation[]) => {
  const at = new Date().toISOString();
  for (const operation of operations) {
    const { body, ...row } = operation;
    insertReading.run({ ...row, at, meter: body.meter });
    setHead.run(operation.account);
    insertOperation.run({ ...row, at, content: JSON.stringify(operation) });
  }
});

const t = initTRPC.create();
const router = t.router({
  write: t.procedure
    .input((input) => input as { ops: readonly Operation[] })
    .mutation(({ input }) => {
      writeAll.immediate(input.ops);
      return input.ops.map(({ id }) => ({ id, outcome: 'applied' }));
    }),
  read: t.procedure.input((input) => input as object).query(() => ({ accounts: [] })),
});

const app = new Koa();
app.use(async (ctx) => {
  const body = await rawBody(ctx.req, { encoding: 'utf-8' });
  const response = await fetchRequestHandler({
    endpoint: '/trpc',
    router,
    req: new Request(new URL(ctx.url, 'http://localhost'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }),
    allowMethodOverride: true,
    createContext: () => ({}),
  });
  ctx.status = response.status;
  ctx.type = 'application/json';
  ctx.body = await response.text();
});
const server = createServer(app.callback());
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.once('SIGTERM', () => process.exit(0));
