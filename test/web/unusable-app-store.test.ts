import { expect } from 'chai';
import type { PublicCompany } from '../../shared/company.ts';
import { StorageUnavailable } from '../../web/storage/storage-error.ts';
import { UnusableAppStore } from '../../web/unusable-app-store.ts';
import { company } from './support/household.ts';

describe('the app where the browser gives it no database', () => {
  const { fetch } = globalThis;
  const asked: string[] = [];
  beforeEach(() => {
    asked.length = 0;
    globalThis.fetch = async (input) => {
      asked.push(String(input));
      return new Response('{"result":{"data":{}}}', { headers: { 'content-type': 'application/json' } });
    };
  });
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  const open = () => new UnusableAppStore(company as PublicCompany, '1.0.0', new StorageUnavailable('unavailable'));

  it('signs nobody in, and uses no link up for nothing', async () => {
    const problem = { code: 'storage_unavailable' };
    expect(await open().signIn()).to.deep.equal({ ok: false, problem });
    const actions = await open().actions();
    const link = { token: 't', password: 'correct horse', endOthers: false };
    expect(await actions.setPassword(link)).to.deep.equal({ ok: false, problem });
    expect(asked).to.deep.equal([]);
  });

  it('asks for letters all the same', async () => {
    const actions = await open().actions();
    expect(await actions.requestPassword({ email: 'a@example.org', language: 'en' })).to.include({ ok: true });
    expect(asked).to.deep.equal(['/trpc/registration.requestPassword']);
  });
});
