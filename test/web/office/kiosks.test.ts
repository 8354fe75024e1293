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
  seenAt: '2026-11-28T06:58:00.000Z',
  appVersion: '1.2.0',
  codeUntil: null,
  revokedAt: null,
  closedAt: null,
  reusedAt: null,
  waiting: 0,
  waitingSince: null,
  refused: 0,
  wrongProofs: 0,
  prints: false,
  cameSince: null,
  ...change,
});
const all = [
  one({}),
  one({
    id: 'k-2',
    name: 'Kase',
    state: 'waiting',
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
      'kiosks.work': () => ({ office: 0, held: 0, most: 1000 }),
      'kiosks.locks': () => ({ rows: [], next: null }),
      'kiosks.lockers': () => [],
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
    act('Kase', 'Revoke');
    await stage.shows('Revoke Kase?');
    answer();
    await stage.shows('Somebody else has changed this meanwhile.');
    await until(() => lists === 2);
  });

  it('shows how it stands with each, and those that were revoked apart from them', async () => {
    await open();
    const rows = stage.all('tbody tr').map((row) => (row.textContent ?? '').replace(/\s+/g, ' ').trim());
    expect(rows[0]).to.contain('in use').and.to.contain('08:58').and.to.contain('1.2.0');
    expect(rows[1]).to.contain('waits for its code').and.to.contain('code until 09:10').and.to.contain('none yet');
    expect(stage.find('details').textContent).to.contain('Vecais');
    expect(stage.all('details tbody button').map((button) => button.textContent?.trim())).to.deep.equal([
      'Take in nothing more',
    ]);
  });

  it('lets clerks look, and change nothing', async () => {
    await open({}, 'en', 'clerk');
    await stage.shows('Locked accounts');
    expect(stage.all('tbody button')).to.deep.equal([]);
    expect(stage.all('.head button')).to.deep.equal([]);
    expect(stage.all('kiosk-key-list')).to.deep.equal([]);
  });

  it('says what each holds, and of one that was revoked what came since', async () => {
    await open({
      'kiosks.list': () => [
        one({ waiting: 3, waitingSince: '2026-11-28T05:00:00.000Z', refused: 1 }),
        one({ id: 'k-3', name: 'Vecais', state: 'revoked', waiting: 1, cameSince: { all: 2, held: 1 } }),
      ],
    });
    const [used, revoked] = stage.all('tbody tr').map((row) => (row.textContent ?? '').replace(/\s+/g, ' '));
    expect(used).to.contain('3 slips').and.to.contain('since').and.to.contain('one of them cannot be opened');
    expect(revoked).to.contain('2 slips came after it was revoked').and.to.contain('one of them waits');
  });

  it('says what waited at the last contact, and nothing of a tablet that there never was', async () => {
    await open();
    const [used, waiting] = stage.all('tbody tr').map((row) => (row.textContent ?? '').replace(/\s+/g, ' '));
    expect(stage.find('thead').textContent).to.contain('Waited on the tablet at the last contact');
    expect(used).to.contain('nothing');
    expect(waiting).to.contain('not known yet').and.not.to.contain('nothing');
    act('Kase', 'New code');
    await stage.shows('No tablet is this kiosk yet.');
    stage.close();
    await open();
    act('Foajē, Rīgas iela 1', 'New code');
    await stage.shows('The one in use goes on working');
  });

  it('leads to each kind of what waits', async () => {
    await open({ 'kiosks.work': () => ({ office: 2, held: 1, most: 1000 }) });
    await stage.shows('One slip came from a tablet out of use.');
    expect(stage.find('a[href="/office/kiosks/held"]').textContent).to.contain('One slip came');
    expect(stage.find('p a[href="/office/kiosks/slips"]').textContent).to.contain('2 slips wait');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says how much waits, and leads there', async () => {
    await open({ 'kiosks.work': () => ({ office: 1000, held: 1, most: 1000 }) });
    await stage.shows('1,000 slips or more wait');
    await stage.shows('One slip came from a tablet out of use.');
    expect(stage.find('a[href="/office/kiosks/slips"]')).to.exist;
    expect(await stage.complaints()).to.deep.equal([]);
    stage.close();
    await open({ 'kiosks.work': () => ({ office: 0, held: 2, most: 1000 }) });
    await stage.shows('2 slips came from a tablet out of use.');
    expect(stage.find('a[href="/office/kiosks/held"]')).to.exist;
  });

  it('shows how many wrong serial numbers there were at a kiosk, where there were any', async () => {
    await open({ 'kiosks.list': () => [one({ wrongProofs: 7 }), one({ id: 'k-2', name: 'Kase', wrongProofs: 1000 })] });
    const rows = stage.all('tbody tr').map((row) => (row.textContent ?? '').replace(/\s+/g, ' '));
    expect(rows[0]).to.contain('7 wrong serial numbers in 24 hours');
    expect(rows[1]).to.contain('1,000 wrong serial numbers or more in 24 hours');
    stage.close();
    await open();
    expect(stage.text).not.to.contain('in 24 hours');
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

  it('asks before a new code is made, and before one is revoked', async () => {
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
    act('Kase', 'Revoke');
    await stage.shows('This cannot be taken back');
    answer();
    await stage.shows('Kase is revoked.');
    expect(calls).to.deep.equal([{ id: 'k-2' }, { id: 'k-2' }]);
  });

  it('says what printing takes before it is let, shows which print, and takes it off again', async () => {
    await open({
      'kiosks.list': () => [one({}), one({ id: 'k-2', name: 'Kase', prints: true })],
      'kiosks.setPrinting': note,
    });
    expect(stage.all('tbody tr').map((row) => row.textContent?.includes('may print'))).to.deep.equal([false, true]);
    act('Foajē, Rīgas iela 1', 'Let it print');
    await stage.shows('--kiosk-printing');
    expect(await stage.complaints()).to.deep.equal([]);
    expect(calls).to.deep.equal([]);
    answer();
    await stage.shows('within five minutes');
    act('Kase', 'Do not let it print');
    await stage.shows('Kase: no printing any more?');
    answer();
    await until(() => calls.length === 2);
    expect(calls).to.deep.equal([
      { id: 'k-1', prints: true },
      { id: 'k-2', prints: false },
    ]);
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
