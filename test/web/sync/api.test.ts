import { expect } from 'chai';
import { openApi } from '../../../web/sync/api.ts';
import { anna } from '../support/household.ts';

describe('the tRPC client', () => {
  const { fetch } = globalThis;
  let requests: Request[];
  let reply: () => Response | Promise<Response>;
  beforeEach(() => {
    requests = [];
    globalThis.fetch = async (input, init) => {
      requests.push(new Request(input instanceof Request ? input : new URL(String(input), location.href), init));
      return reply();
    };
  });
  afterEach(() => {
    globalThis.fetch = fetch;
  });
  const { signal } = new AbortController();
  const json = (body: unknown, status = 200) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  const pull = () =>
    openApi().pull({ protocol: 1, user: anna, cursors: { [anna]: { epoch: 'e', version: 1 } } }, signal);

  it('a refusal of the server comes with its problem', async () => {
    reply = () =>
      json({ error: { message: 'signed_out', code: -32001, data: { problem: { code: 'signed_out' } } } }, 401);
    expect(await pull()).to.deep.equal({ ok: false, failure: { kind: 'refused', problem: { code: 'signed_out' } } });
  });

  for (const [who, answer] of [
    ['a café’s portal', () => new Response('<html>Welcome</html>', { headers: { 'content-type': 'text/html' } })],
    ['a proxy', () => new Response('Bad Gateway', { status: 502 })],
    ['nobody', () => Promise.reject(new TypeError('Failed to fetch'))],
  ] as const) {
    it(`an answer from ${who} is none`, async () => {
      reply = answer;
      expect(await pull()).to.deep.equal({ ok: false, failure: { kind: 'unreachable' } });
    });
  }

  it('asks by POST with the header that no form can set, and account numbers stay out of the address', async () => {
    reply = () => json({ result: { data: { accounts: [] } } });
    expect(await pull()).to.deep.equal({ ok: true, value: { accounts: [] } });
    const [request] = requests;
    expect(request?.method).to.equal('POST');
    expect(request?.headers.get('x-meterbook')).to.equal('1');
    expect(new URL(request?.url ?? '').pathname + new URL(request?.url ?? '').search).to.equal('/trpc/sync.pull');
  });

  it('never puts two calls into one request', async () => {
    reply = () => json({ result: { data: {} } });
    const api = openApi();
    const push = { protocol: 1, app: '1', stream: anna, user: anna, deviceTime: '2026-11-28T10:00:00.000Z', ops: [] };
    await Promise.all([api.push(push, signal), api.push(push, signal)]);
    expect(requests.map(({ url }) => new URL(url).pathname)).to.deep.equal(['/trpc/sync.push', '/trpc/sync.push']);
  });
});
