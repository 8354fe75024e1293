import { expect } from 'chai';
import { html } from 'lit';
import type { StaffRole } from '../../../shared/staff.ts';
import { Stage, until } from '../support/mount.ts';
import { type ApiAnswers, officeFor, refused } from '../support/office.ts';
import '../../../web/office/elements/kiosk-locks.ts';

describe('the accounts that are locked for kiosks', () => {
  let stage: Stage;
  const calls: unknown[] = [];

  async function open(answers: ApiAnswers = {}, role: StaffRole = 'administrator'): Promise<void> {
    calls.length = 0;
    const rest = { 'kiosks.locks': () => ({ rows: [], next: null }), 'kiosks.lockers': () => [] };
    const office = await officeFor({ ...rest, ...answers }, { role });
    stage = await Stage.open(html`<kiosk-locks></kiosk-locks>`, { areas: ['office', 'office-kiosks'], office });
    await stage.settled();
  }
  afterEach(() => stage.close());
  const note = (input: unknown) => {
    calls.push(input);
    return {};
  };
  const act = (name: string, what: string) => stage.find<HTMLElement>(`button[aria-label="${name}: ${what}"]`).click();
  const answer = () => stage.find<HTMLElement>('[slot="answers"] .primary').click();

  it('says of each lock whether it is of one kiosk or of all', async () => {
    const lock = (id: string, everywhere: boolean) => ({
      account: { id, number: id, holder: 'Anna Ozola' },
      lockedAt: '2026-11-28T05:00:00.000Z',
      everywhere,
      lastAt: '2026-11-28T06:00:00.000Z',
      kiosk: { id: 'k-1', name: 'Foajē' },
    });
    await open({ 'kiosks.locks': () => ({ rows: [lock('1', false), lock('2', true)], next: null }) });
    await stage.shows('at all kiosks');
    const where = stage.all<HTMLElement>('td[data-of="Where"]').map(({ textContent }) => textContent);
    expect(where).to.deep.equal(['Foajē', 'at all kiosks']);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('releases a locked account after asking, and says when somebody else was faster', async () => {
    const lock = {
      account: { id: 'a-1', number: '10427', holder: 'Anna Ozola' },
      lockedAt: '2026-11-28T05:00:00.000Z',
      everywhere: false,
      lastAt: '2026-11-28T06:00:00.000Z',
      kiosk: { id: 'k-1', name: 'Foajē' },
    };
    let quicker = true;
    let locked = true;
    await open({
      'kiosks.locks': () => ({ rows: locked ? [lock] : [], next: null }),
      'kiosks.release': (input) => {
        if (quicker) return Promise.reject(refused({ code: 'changed_meanwhile' }));
        locked = false;
        return note(input);
      },
    });
    await stage.shows('10427 · Anna Ozola');
    act('10427', 'Release');
    await stage.shows('Release 10427?');
    expect(await stage.complaints()).to.deep.equal([]);
    answer();
    await stage.shows('Somebody else has changed this meanwhile.');
    quicker = false;
    answer();
    await stage.shows('10427 is released.');
    await stage.shows('No account is locked.');
    expect(calls).to.deep.equal([{ account: 'a-1' }]);
  });

  const locker = (locks: number) => ({ kiosk: { id: 'k-1', name: 'Foajē' }, locks, most: 1000 });

  it('has clerks release one account at a time, and offers nothing more where only one is locked', async () => {
    await open({ 'kiosks.lockers': () => [locker(37)] }, 'clerk');
    await stage.shows('No account is locked.');
    expect(stage.text).not.to.contain('Release all of them');
    stage.close();
    await open({ 'kiosks.lockers': () => [locker(1)] });
    await stage.shows('No account is locked.');
    expect(stage.text).not.to.contain('Release all of them');
  });

  it('has managers release all that were locked at a kiosk, after asking, and says when somebody was faster', async () => {
    let quicker = true;
    let locks = 37;
    await open(
      {
        'kiosks.lockers': () => [locker(locks)],
        'kiosks.releaseAll': (input) => {
          if (quicker) return Promise.reject(refused({ code: 'changed_meanwhile' }));
          note(input);
          locks = 0;
          return { released: 37 };
        },
      },
      'manager',
    );
    await stage.shows('Foajē: 37 accounts were locked there.');
    act('Foajē', 'Release all of them');
    await stage.shows('Foajē: release all accounts?');
    expect(await stage.complaints()).to.deep.equal([]);
    answer();
    await stage.shows('Somebody else has changed this meanwhile.');
    quicker = false;
    answer();
    await stage.shows('37 accounts are released.');
    expect(calls).to.deep.equal([{ kiosk: 'k-1' }]);
    await until(() => !stage.text.includes('were locked there'));
  });
});
