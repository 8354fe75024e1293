import { expect } from 'chai';
import type { Answer } from '../../../web/contact/answer.ts';
import type { Api } from '../../../web/sync/api.ts';
import { lazyApi } from '../../../web/sync/lazy-api.ts';

describe('the api that comes with its first use', () => {
  const { signal } = new AbortController();
  const done: Answer<unknown> = { ok: true, value: {} };

  it('is loaded once, and only when something is asked', async () => {
    let loads = 0;
    const api = lazyApi(async () => {
      loads++;
      return { signOut: async () => done } as unknown as Api;
    });
    expect(loads).to.equal(0);
    expect(await Promise.all([api.signOut(signal), api.signOut(signal)])).to.deep.equal([done, done]);
    expect(loads).to.equal(1);
  });

  it('cannot be reached while its code cannot be fetched, and is fetched again', async () => {
    let there = false;
    const api = lazyApi(async () => {
      if (!there) throw new TypeError('Failed to fetch dynamically imported module');
      return { signOut: async () => done } as unknown as Api;
    });
    expect(await api.signOut(signal)).to.deep.equal({ ok: false, failure: { kind: 'unreachable' } });
    there = true;
    expect(await api.signOut(signal)).to.deep.equal(done);
  });
});
