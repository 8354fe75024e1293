import assert from 'node:assert/strict';
import { test } from 'node:test';
import Koa from 'koa';
import { clientAddress, trustedProxy } from '../../../server/http/client-address.ts';

/** What the server takes for the client's address. */
async function addressSeen(proxy: boolean, headers: [string, string][]): Promise<string> {
  const app = new Koa(trustedProxy(proxy));
  app.use((ctx) => {
    ctx.body = clientAddress(ctx);
  });
  const server = app.listen(0, '127.0.0.1');
  try {
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);
    return await (await fetch(`http://127.0.0.1:${address.port}`, { headers })).text();
  } finally {
    server.close();
  }
}

const header = 'x-forwarded-for';

test('without a proxy of ours the header is whatever the client likes', async () => {
  assert.equal(await addressSeen(false, [[header, '203.0.113.7']]), '127.0.0.1');
});

test('behind a proxy, what it has added counts, and not what the client sent it', async () => {
  assert.equal(await addressSeen(true, [[header, '10.0.0.1, 198.51.100.9, 203.0.113.7']]), '203.0.113.7');
  assert.equal(
    await addressSeen(true, [
      [header, '198.51.100.9'],
      [header, '203.0.113.7'],
    ]),
    '203.0.113.7',
  );
});

test('one address has one text: no port, no brackets, no IPv4 in IPv6, no capitals', async () => {
  for (const [sent, address] of [
    ['203.0.113.7:4711', '203.0.113.7'],
    ['[2001:DB8::7]:4711', '2001:db8::7'],
    ['2001:db8::7', '2001:db8::7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
  ] as const) {
    assert.equal(await addressSeen(true, [[header, sent]]), address);
  }
});

test('a header without an address leaves that of the connection', async () => {
  for (const sent of ['', 'unknown', '203.0.113.7, _hidden', '999.1.1.1']) {
    assert.equal(await addressSeen(true, [[header, sent]]), '127.0.0.1', sent);
  }
});
