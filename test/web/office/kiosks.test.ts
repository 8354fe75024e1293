import { expect } from 'chai';
import { html } from 'lit';
import type { Kiosk } from '../../../shared/kiosk.ts';
import type { StaffRole } from '../../../shared/staff.ts';
import { Stage, until } from '../support/mount.ts';
import { type ApiAnswers, officeFor, refused } from '../support/office.ts';
import '../../../web/office/screens/kiosks.ts';

const one = (change: Partial<Kiosk>): Kiosk => ({
  id: 'k-1',
  name: 'Foajē, Rīgas iela 1',
  state: 'enrolled',
  createdAt: '2026-11-01T09:00:00.000Z',
  enrolledAt: '2026-11-01T09:05:00.000Z',
  seenAt: '2026-11-28T06:58:00.000Z',
  appVersion: '1.2.0',
  codeUntil: null,
  revokedAt: null,
  waiting: 0,
  waitingSince: null,
  refused: 0,
  cameSince: null,
  ...change,
});
const all = [
  one({}),
  one({
    id: 'k-2',
    name: 'Kase',
    state: 'waiting',
    enrolledAt: null,
    seenAt: null,
    appVersion: null,
    codeUntil: '2026-11-28T07:10:00.000Z',
  }),
  one({ id: 'k-3', name: 'Vecais', state: 'revoked', revokedAt: '2026-11-20T07:00:00.000Z' }),
];

describe('the kiosks of the office', () => {
  let stage: Stage;
  const calls: unknown[] = [];

  async function open(
    answers: ApiAnswers = {},
    language: 'en' | 'lv' | 'ru' = 'en',
    role: StaffRole = 'administrator',
  ): Promise<void> {
    calls.length = 0;
    const rest = {
      'kiosks.work': () => ({ office: 0, held: 0, locked: 0, most: 1000 }),
      'kiosks.locks': () => ({ rows: [], next: null }),
      'kiosks.keys': () => [],
    };
    const office = await officeFor({ 'kiosks.list': () => all, ...rest, ...answers }, { role });
    stage = await Stage.open(html`<office-kiosks></office-kiosks>`, {
      areas: ['office', 'office-kiosks'],
      office,
      language,
    });
    await stage.settled();
  }
  afterEach(() => stage.close());
  const note = (input: unknown) => {
    calls.push(input);
    return {};
  };
  const submit = () => stage.find('form').dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));
  const act = (name: string, what: string) => stage.find<HTMLElement>(`button[aria-label="${name}: ${what}"]`).click();
  const answer = () => stage.find<HTMLElement>('[slot="answers"] .primary').click();

  it('says why the list is not there', async () => {
    await open({ 'kiosks.list': () => Promise.reject(refused(null)) });
    await stage.shows('The portal cannot be reached.');
  });

  it('says that there is none yet, and what to do', async () => {
    await open({ 'kiosks.list': () => [] });
    await stage.shows('There is no kiosk yet');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('keeps what was typed where the name is in use, and adds nothing without one', async () => {
    await open({ 'kiosks.add': () => Promise.reject(refused({ code: 'name_taken' })) });
    stage.button('Add a kiosk').click();
    await stage.appears('form');
    submit();
    await stage.shows('Please type a name.');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.find<HTMLInputElement>('#name').value = 'Kase';
    submit();
    await stage.shows('This name is already in use.');
    expect(stage.find<HTMLInputElement>('#name').value).to.equal('Kase');
  });

  it('says when somebody else was faster, and looks again', async () => {
    let lists = 0;
    await open({
      'kiosks.list': () => {
        lists++;
        return all;
      },
      'kiosks.revoke': () => Promise.reject(refused({ code: 'changed_meanwhile' })),
    });
    act('Kase', 'Shut out');
    await stage.shows('Shut Kase out?');
    answer();
    await stage.shows('Somebody else has changed this meanwhile.');
    await until(() => lists === 2);
  });

  it('shows how it stands with each, and those that were shut out apart from them', async () => {
    await open();
    const rows = stage.all('tbody tr').map((row) => (row.textContent ?? '').replace(/\s+/g, ' ').trim());
    expect(rows[0]).to.contain('in use').and.to.contain('08:58').and.to.contain('1.2.0');
    expect(rows[1]).to.contain('waits for its code').and.to.contain('code until 09:10').and.to.contain('none yet');
    expect(stage.find('details').textContent).to.contain('Vecais');
    expect(stage.all('details tbody button')).to.deep.equal([]);
  });

  it('lets clerks look, and change nothing', async () => {
    await open({}, 'en', 'clerk');
    await stage.shows('Locked accounts');
    expect(stage.all('tbody button')).to.deep.equal([]);
    expect(stage.all('.head button')).to.deep.equal([]);
    expect(stage.all('kiosk-key-list')).to.deep.equal([]);
  });

  it('says what each holds, and of one that was shut out what came since', async () => {
    await open({
      'kiosks.list': () => [
        one({ waiting: 3, waitingSince: '2026-11-28T05:00:00.000Z', refused: 1 }),
        one({ id: 'k-3', name: 'Vecais', state: 'revoked', waiting: 1, cameSince: { all: 2, held: 1 } }),
      ],
    });
    const [used, revoked] = stage.all('tbody tr').map((row) => (row.textContent ?? '').replace(/\s+/g, ' '));
    expect(used).to.contain('3 slips').and.to.contain('since').and.to.contain('one of them cannot be opened');
    expect(revoked).to.contain('2 slips came after it was shut out').and.to.contain('one of them waits');
  });

  it('says how much waits, and leads there', async () => {
    await open({ 'kiosks.work': () => ({ office: 1000, held: 1, locked: 0, most: 1000 }) });
    await stage.shows('1,000 slips or more wait');
    await stage.shows('One slip came from a kiosk that is shut out.');
    expect(stage.find('a[href="/office/kiosks/slips"]')).to.exist;
    expect(await stage.complaints()).to.deep.equal([]);
    stage.close();
    await open({ 'kiosks.work': () => ({ office: 0, held: 2, locked: 0, most: 1000 }) });
    await stage.shows('2 slips came from a kiosk that is shut out.');
    expect(stage.find('a[href="/office/kiosks/held"]')).to.exist;
  });

  it('releases a locked account after asking, and says when somebody else was faster', async () => {
    const lock = {
      account: { id: 'a-1', number: '10427', holder: 'Anna Ozola' },
      lockedAt: '2026-11-28T05:00:00.000Z',
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

  it('shows the keys to administrators, and makes a new one after asking', async () => {
    const key = (number: number) => ({ id: `key-${number}`, number, createdAt: '2026-11-01T07:00:00.000Z' });
    let made = false;
    await open({
      'kiosks.keys': () => (made ? [key(3), key(2), key(1)] : [key(2), key(1)]),
      'kiosks.rotateKey': () => {
        made = true;
        return {};
      },
    });
    await stage.shows('In use: key 2');
    stage.button('Make a new key').click();
    await stage.shows('Make a new key?');
    answer();
    await stage.shows('In use: key 3');
    expect(stage.text).to.contain('2 older keys').and.to.contain('The new key is made.');
  });

  it('adds one by its name and shows the code, until it was used', async () => {
    const added = one({ id: 'k-9', name: 'Birojs', state: 'enrolled' });
    await open({
      'kiosks.list': () => [...all, added],
      'kiosks.add': (input) => {
        note(input);
        return { id: 'k-9', code: 'ACDEFGHJ', until: '2026-11-28T07:15:00.000Z' };
      },
    });
    stage.button('Add a kiosk').click();
    await stage.appears('form');
    stage.find<HTMLInputElement>('#name').value = ' Birojs ';
    submit();
    await stage.shows('ACDE-FGHJ');
    expect(calls).to.deep.equal([{ name: 'Birojs' }]);
    expect(stage.text).to.contain('until 09:15').and.to.contain(`${location.origin}/kiosk`);
    expect(await stage.complaints()).to.deep.equal([]);
    await stage.shows('The kiosk is in use now.');
    expect(stage.text).not.to.contain('ACDE-FGHJ');
    stage.button('Close').click();
    await until(() => stage.all('kiosk-code').length === 0);
  });

  it('asks before a new code is made, and before one is shut out', async () => {
    await open({
      'kiosks.renewCode': (input) => {
        note(input);
        return { id: 'k-2', code: 'MNPQRTUV', until: '2026-11-28T07:15:00.000Z' };
      },
      'kiosks.revoke': note,
    });
    act('Kase', 'New code');
    await stage.shows('A new code for Kase?');
    expect(await stage.complaints()).to.deep.equal([]);
    answer();
    await stage.shows('MNPQ-RTUV');
    stage.button('Close').click();
    await until(() => stage.all('kiosk-code').length === 0);
    act('Kase', 'Shut out');
    await stage.shows('This cannot be taken back');
    answer();
    await stage.shows('Kase is shut out.');
    expect(calls).to.deep.equal([{ id: 'k-2' }, { id: 'k-2' }]);
  });

  it('renames with the name that was seen', async () => {
    await open({ 'kiosks.rename': note });
    act('Kase', 'Rename');
    await stage.appears('form');
    expect(stage.find<HTMLInputElement>('#name').value).to.equal('Kase');
    stage.find<HTMLInputElement>('#name').value = 'Kase 2';
    submit();
    await stage.shows('It is now called Kase 2.');
    expect(calls).to.deep.equal([{ id: 'k-2', name: 'Kase 2', was: 'Kase' }]);
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`is clean for axe in ${language}`, async () => {
      await open({}, language);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }
});
