import { expect } from 'chai';
import { toInstant } from '../../../shared/instant.ts';
import type { Answer } from '../../../web/contact/answer.ts';
import { requestDeadline } from '../../../web/contact/answer.ts';
import { Session } from '../../../web/session.ts';
import type { SignedIn } from '../../../web/sync/api.ts';
import { TestDatabases } from '../support/databases.ts';
import { account, anna, boris, inWindow, meter } from '../support/household.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const unreachable = { ok: false, failure: { kind: 'unreachable' } } as const;

describe('the session', () => {
  let test: TestDatabases;
  let clock: VirtualClock;
  let session: Session;
  const asked: string[] = [];
  let online = true;
  let onSignIn: () => Promise<Answer<SignedIn>>;
  let onSignOut: () => Promise<Answer<unknown>>;

  const signedIn = (id: string): Answer<SignedIn> => ({
    ok: true,
    value: {
      user: { id, name: id === anna ? 'Anna' : 'Boris' },
      accounts: [account],
      serverTime: toInstant(clock.now() + 5_000),
      beacon: 'fresh',
    },
  });

  beforeEach(async () => {
    test = new TestDatabases();
    await test.open();
    clock = new VirtualClock(inWindow);
    asked.length = 0;
    online = true;
    onSignIn = async () => signedIn(anna);
    onSignOut = async () => ({ ok: true, value: {} });
    const api = {
      signIn: (name: string) => {
        asked.push(`sign in ${name}`);
        return onSignIn();
      },
      signOut: () => {
        asked.push('sign out');
        return onSignOut();
      },
      online: () => online,
    };
    session = new Session(api, test.cache, clock);
  });
  afterEach(() => test.close());

  it('a refusal, a silent server and a missing network are told apart, and nobody is signed in', async () => {
    onSignIn = async () => ({ ok: false, failure: { kind: 'refused', problem: { code: 'sign_in_failed' } } });
    expect(await session.signIn('12345', 'x')).to.deep.equal({ ok: false, problem: { code: 'sign_in_failed' } });
    onSignIn = async () => unreachable;
    expect(await session.signIn('12345', 'x')).to.deep.equal({ ok: false, problem: 'unanswered' });
    online = false;
    expect(await session.signIn('12345', 'x')).to.deep.equal({ ok: false, problem: 'no-network' });
    expect(await test.store.session()).to.equal(null);
  });

  it('a sign-in without an answer is given up', async () => {
    onSignIn = () => new Promise(() => {});
    const answer = session.signIn('12345', 'x');
    while (clock.next === null) await test.store.session();
    await clock.advance(requestDeadline);
    expect(await answer).to.deep.equal({ ok: false, problem: 'unanswered' });
  });

  it('signing in brings the accounts and the first contact', async () => {
    expect(await session.signIn('12345', 'x')).to.deep.equal({ ok: true });
    expect(await test.store.session()).to.deep.equal({ user: anna, name: 'Anna', since: inWindow, expired: false });
    expect((await test.store.overview()).accounts).to.deep.equal([account]);
    expect(await test.store.contact()).to.include({ offset: 5_000, beacon: 'fresh' });
  });

  it('any other proof signs in likewise: a link, a passkey', async () => {
    expect(await session.enter(async () => signedIn(anna))).to.deep.equal({ ok: true });
    expect(await test.store.session()).to.include({ user: anna, expired: false });
    const refused = { ok: false, failure: { kind: 'refused', problem: { code: 'link_used' } } } as const;
    expect(await session.enter(async () => refused)).to.deep.equal({ ok: false, problem: { code: 'link_used' } });
    expect(await test.store.session()).to.include({ user: anna });
    expect(asked).to.deep.equal([]);
  });

  it('I10: another user’s sign-in wipes what the cache held of the first', async () => {
    await session.signIn('12345', 'x');
    await test.cache.meters.add(meter);
    onSignIn = async () => signedIn(boris);
    await session.signIn('54321', 'x');
    expect(await test.cache.meters.count()).to.equal(0);
    expect(await test.store.session()).to.include({ user: boris });
  });

  it('a new sign-in of the same user after the session ended keeps the cache', async () => {
    await session.signIn('12345', 'x');
    await test.cache.meters.add(meter);
    await test.cache.write('session', { user: anna, name: 'Anna', since: 1, expired: true });
    await session.signIn('12345', 'x');
    expect(await test.cache.meters.count()).to.equal(1);
    expect(await test.store.session()).to.include({ expired: false });
  });

  it('a full storage is answered as a problem', async () => {
    test.cache.state.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await session.signIn('12345', 'x')).to.deep.equal({ ok: false, problem: { code: 'storage_full' } });
    expect(await test.store.session()).to.equal(null);
  });

  it('signing out without network wipes at once, and tells the server later', async () => {
    await session.signIn('12345', 'x');
    onSignOut = async () => unreachable;
    await session.signOut();
    expect(await test.store.session()).to.equal(null);
    expect((await test.store.overview()).accounts).to.deep.equal([]);
    onSignOut = async () => ({ ok: true, value: {} });
    await session.sayFarewell();
    await session.sayFarewell();
    expect(asked).to.deep.equal(['sign in 12345', 'sign out', 'sign out']);
  });

  it('a server that has ended the session anyway need not be told again', async () => {
    await session.signIn('12345', 'x');
    onSignOut = async () => ({ ok: false, failure: { kind: 'refused', problem: { code: 'signed_out' } } });
    await session.signOut();
    expect(await test.cache.read('farewell')).to.equal(null);
  });

  it('the next sign-in waits for the farewell, whose answer takes a cookie back', async () => {
    await session.signIn('12345', 'x');
    onSignOut = async () => unreachable;
    await session.signOut();
    onSignOut = async () => ({ ok: true, value: {} });
    await session.signIn('54321', 'x');
    expect(asked.slice(-2)).to.deep.equal(['sign out', 'sign in 54321']);
  });
});
