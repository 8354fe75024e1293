import { expect } from 'chai';
import { html } from 'lit';
import type { ApiKey, MadeApiKey } from '../../../shared/api-key.ts';
import { Stage } from '../support/mount.ts';
import { type ApiAnswers, officeFor, refused } from '../support/office.ts';
import '../../../web/office/screens/keys.ts';

const areas = ['office', 'office-keys'];
const key = (change: Partial<ApiKey> = {}): ApiKey => ({
  id: 'key-1',
  name: '1C, billing',
  scopes: ['import:bills', 'export:readings', 'read:jobs'],
  createdAt: '2026-11-01T09:00:00.000Z',
  createdBy: 'Dace Liepa',
  expiresAt: null,
  usedAt: '2026-11-27T12:00:00.000Z',
  revokedAt: null,
  ...change,
});
const all = [
  key(),
  key({
    id: 'key-2',
    name: 'Heat meters',
    scopes: ['import:readings'],
    expiresAt: '2026-12-31T22:00:00.000Z',
    usedAt: null,
  }),
  key({ id: 'key-3', name: 'Old 1C', revokedAt: '2026-11-20T09:00:00.000Z' }),
  key({ id: 'key-4', name: 'Trial', expiresAt: '2026-11-01T22:00:00.000Z' }),
];
const made: MadeApiKey = {
  key: key({ id: 'key-5', name: 'New program', usedAt: null }),
  token: `mbk_${'A'.repeat(43)}`,
};

describe('the keys of programs', () => {
  let stage: Stage;
  const calls: unknown[] = [];
  const note = (answer: unknown) => (input: unknown) => {
    calls.push(input);
    return answer;
  };

  async function open(answers: ApiAnswers = {}, language: 'en' | 'lv' | 'ru' = 'en'): Promise<void> {
    calls.length = 0;
    const office = await officeFor({ 'keys.list': () => all, ...answers });
    stage = await Stage.open(html`<office-keys></office-keys>`, { areas, office, language });
    await stage.settled();
  }
  afterEach(() => stage.close());

  const submit = () => stage.find('form').dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));
  const tick = (scope: string) => stage.find<HTMLInputElement>(`[value="${scope}"]`).click();

  it('say that they cannot be had, and that there are none', async () => {
    await open({ 'keys.list': () => Promise.reject(refused(null)) });
    await stage.shows('The portal cannot be reached.');
    stage.close();
    await open({ 'keys.list': () => [] });
    await stage.shows('No program has a key yet.');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('are not made without a program, without anything to do, or for a day that is over', async () => {
    await open({ 'keys.make': note(made) });
    stage.button('Make a key').click();
    await stage.appears('form');
    stage.find<HTMLInputElement>('#last-day').value = '2026-11-27';
    submit();
    await stage.shows('Please say which program it is for.');
    await stage.shows('Tick at least one.');
    await stage.shows('This day is over already.');
    expect(await stage.complaints()).to.deep.equal([]);
    expect(calls).to.deep.equal([]);
  });

  it('are told of one that somebody else has revoked meanwhile', async () => {
    await open({ 'keys.revoke': () => Promise.reject(refused({ code: 'changed_meanwhile' })) });
    stage.find<HTMLElement>('[aria-label="Revoke the key of 1C, billing"]').click();
    await stage.shows('Revoke the key of 1C, billing?');
    stage.find<HTMLElement>('[slot="answers"] .primary').click();
    await stage.shows('Somebody else has changed this meanwhile.');
  });

  it('show what each may do, when it was used and how it stands; those that open nothing stand apart', async () => {
    await open();
    const rows = stage.all('tbody tr').map((row) => (row.textContent ?? '').replace(/\s+/g, ' ').trim());
    expect(rows[0]).to.match(
      /^1C, billing bring bills, ledger and payments in, fetch readings for billing.*opens Revoke$/,
    );
    expect(rows[1]).to.match(/^Heat meters bring readings in never .* opens until .*31.* Revoke$/);
    expect(rows[2]).to.match(/^Old 1C .* revoked .*20/);
    expect(rows[3]).to.match(/^Trial .* expired$/);
    expect(stage.all('table').length).to.equal(2);
  });

  it('are shown once, copied, and then gone', async () => {
    await open({ 'keys.make': note(made) });
    stage.button('Make a key').click();
    await stage.appears('form');
    stage.find<HTMLInputElement>('#name').value = ' New program ';
    tick('import:readings');
    tick('read:jobs');
    stage.find<HTMLInputElement>('#last-day').value = '2027-11-30';
    submit();
    await stage.shows('The key of New program');
    expect(calls).to.deep.equal([
      { name: 'New program', scopes: ['import:readings', 'read:jobs'], expiresOn: '2027-11-30' },
    ]);
    expect(stage.find<HTMLInputElement>('#key').value).to.equal(made.token);
    expect(await stage.complaints()).to.deep.equal([]);
    const copied: string[] = [];
    const { writeText } = navigator.clipboard;
    navigator.clipboard.writeText = async (text) => void copied.push(text);
    try {
      stage.button('Copy').click();
      await stage.shows('Copied');
    } finally {
      navigator.clipboard.writeText = writeText;
    }
    expect(copied).to.deep.equal([made.token]);
    stage.button('I have put it in').click();
    await stage.settled();
    expect(stage.all('#key')).to.deep.equal([]);
  });

  it('are revoked after a question', async () => {
    await open({ 'keys.revoke': note({}) });
    stage.find<HTMLElement>('[aria-label="Revoke the key of Heat meters"]').click();
    await stage.shows('Revoke the key of Heat meters?');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.find<HTMLElement>('[slot="answers"] .primary').click();
    await stage.shows('The key of Heat meters opens nothing any more.');
    expect(calls).to.deep.equal([{ id: 'key-2' }]);
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`is clean for axe in ${language}`, async () => {
      await open({}, language);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }
});
