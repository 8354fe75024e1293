import { expect } from 'chai';
import { openKioskApi } from '../../../web/kiosk/api.ts';
import { kioskNetwork } from '../../../web/kiosk/kiosk-network.ts';

const problem = { code: 'signed_out' } as const;
const unreachable = { ok: false, failure: { kind: 'unreachable' } };
const refused = { ok: false, failure: { kind: 'refused', problem } };

describe('the tablet’s line to the server', () => {
  const { fetch } = globalThis;
  const sent: { url: string; init: RequestInit }[] = [];
  afterEach(() => {
    globalThis.fetch = fetch;
    sent.length = 0;
  });

  const network = kioskNetwork(openKioskApi(), '1.2.3');
  const { signal } = new AbortController();
  const calls = [
    () => network.enrol('CODE', signal),
    () => network.hello({ waiting: 2, oldest: null, refused: 1 }, signal),
    () => network.deliver({ visit: null, envelopes: [] }, signal),
  ];

  function answer(with_: () => Response): void {
    globalThis.fetch = async (url, init = {}) => {
      sent.push({ url: String(url), init });
      return with_();
    };
  }
  const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

  it('no network is nobody’s answer', async () => {
    answer(() => {
      throw new TypeError('Failed to fetch');
    });
    for (const call of calls) expect(await call()).to.deep.equal(unreachable);
  });

  it('neither is the page of a strange portal', async () => {
    answer(() => new Response('<html>Please pay</html>', { status: 200, headers: { 'content-type': 'text/html' } }));
    for (const call of calls) expect(await call()).to.deep.equal(unreachable);
  });

  it('a refusal is the server’s own word', async () => {
    answer(() => json({ error: { message: '', code: -32001, data: { problem } } }, 401));
    for (const call of calls) expect(await call()).to.deep.equal(refused);
  });

  it('tells its version and what it holds, from a page of ours', async () => {
    answer(() => json({ kiosk: { id: 'k', name: 'K' } }));
    const greeted = await network.hello({ waiting: 2, oldest: null, refused: 1 }, signal);
    expect(greeted).to.deep.equal({ ok: true, value: { kiosk: { id: 'k', name: 'K' } } });
    const [{ url, init } = { url: '', init: {} }] = sent;
    expect(url).to.equal('/kiosk/hello');
    expect(JSON.parse(String(init.body))).to.deep.equal({ appVersion: '1.2.3', waiting: 2, oldest: null, refused: 1 });
    expect(new Headers(init.headers).get('x-meterbook')).to.equal('1');
  });

  it('answers with what became of each envelope', async () => {
    const results = [{ envelope: 'e', outcome: 'received', problem: null, readings: null }];
    answer(() => json({ result: { data: { epoch: 'then', results } } }));
    const value = { epoch: 'then', results };
    expect(await network.deliver({ visit: 'v', envelopes: [] }, signal)).to.deep.equal({ ok: true, value });
  });
});
