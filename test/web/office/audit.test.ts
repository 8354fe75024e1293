import { expect } from 'chai';
import { html } from 'lit';
import { auditActionNames, auditGroups } from '../../../shared/audit-actions.ts';
import type { AuditRow, AuditVerification } from '../../../shared/audit-forms.ts';
import { auditFacts } from '../../../web/office/audit-facts.ts';
import { Stage, speak, until } from '../support/mount.ts';
import { type ApiAnswers, officeFor, refused } from '../support/office.ts';
import '../../../web/office/screens/audit.ts';

const dace = { kind: 'staff', id: 's-1', name: 'Dace Liepa', account: null } as const;
const account = { id: 'a-1', number: '1001' };
const row = (change: Partial<AuditRow>): AuditRow => ({
  seq: 7,
  at: '2026-11-28T06:58:00.000Z',
  actor: dace,
  action: 'view-account',
  subject: { kind: 'account', id: 'a-1', name: '1001', account },
  detail: [],
  ...change,
});
const rows: AuditRow[] = [
  row({}),
  row({
    seq: 6,
    action: 'accept-reading',
    subject: { kind: 'reading', id: 'r-1', name: '2026-10', account },
    detail: [
      { key: 'overridden', value: 'impossible_use', party: null },
      { key: 'adjustment', value: true, party: null },
      { key: 'something-new', value: 3, party: null },
    ],
  }),
  row({
    seq: 5,
    action: 'sign-in-refused',
    actor: { kind: 'text', id: 'anybody', name: null, account: null },
    subject: null,
  }),
  row({
    seq: 4,
    action: 'sign-in',
    actor: { kind: 'user', id: 'u-12345678', name: null, account: null },
    subject: { kind: 'user', id: 'u-12345678', name: null, account: null },
  }),
  row({ seq: 3, action: 'of-a-newer-release', subject: null }),
  row({
    seq: 2,
    action: 'unlock',
    subject: { kind: 'period', id: '2026-10', name: null, account: null },
    detail: [{ key: 'reason', value: 'par ātru', party: null }],
  }),
];
const nothing = { person: null, account: null, action: null, from: null, until: null, after: null };
const whole = (change: Partial<AuditVerification>): AuditVerification => ({
  state: 'done',
  done: 8,
  total: 8,
  askedAt: '2026-11-28T06:58:00.000Z',
  endedAt: '2026-11-28T06:59:00.000Z',
  verdict: { ok: true, seq: 8, hash: 'ab'.repeat(32) },
  ...change,
});

describe('the log of the office', () => {
  let stage: Stage;
  let asked: unknown[] = [];

  async function open(answers: ApiAnswers = {}, language: 'en' | 'lv' | 'ru' = 'en'): Promise<void> {
    asked = [];
    const office = await officeFor({
      'audit.search': (input) => {
        asked.push(input);
        return { rows, next: null };
      },
      'audit.verification': () => null,
      ...answers,
    });
    stage = await Stage.open(html`<office-audit></office-audit>`, {
      areas: ['office', 'office-audit'],
      office,
      language,
    });
    await stage.settled();
  }
  afterEach(() => stage.close());

  async function find(text: string): Promise<void> {
    stage.find<HTMLInputElement>('#text').value = text;
    stage.find('form').dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));
    await stage.settled();
  }

  it('says why it is not there', async () => {
    await open({
      'audit.search': () => Promise.reject(refused(null)),
      'audit.verification': () => Promise.reject(refused(null)),
    });
    await stage.shows('The portal cannot be reached.');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says that nothing of the kind is there', async () => {
    await open({ 'audit.search': () => ({ rows: [], next: null }) });
    await stage.shows('The log has nothing of the kind.');
  });

  it('says that nobody is found, and goes on showing what it shows', async () => {
    await open({ 'audit.find': () => ({ people: [], accounts: [] }) });
    await find('Nobody');
    await stage.shows('Nobody and no account is found by “Nobody”.');
    expect(asked.length).to.equal(1);
  });

  it('says that the days are the wrong way round', async () => {
    await open();
    for (const [id, value] of [
      ['from', '2026-11-20'],
      ['until', '2026-11-10'],
    ] as const) {
      const input = stage.find<HTMLInputElement>(`#${id}`);
      input.value = value;
      input.dispatchEvent(new Event('change'));
    }
    await stage.shows('The first day comes after the last one.');
  });

  it('tells each entry in words, with ways to what it is about', async () => {
    await open();
    await stage.shows('Looked at an account');
    const shown = stage.all('tbody tr').map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim());
    expect(shown[0]).to.contain('Dace Liepa').and.to.contain('account 1001').and.to.contain('08:58');
    expect(shown[1])
      .to.contain('reading of October 2026')
      .and.to.contain('in spite of')
      .and.to.contain('impossible_use')
      .and.to.contain('yes')
      .and.to.contain('something-new');
    expect(shown[2]).to.contain('somebody not signed in').and.to.contain('Signing in refused');
    expect(shown[3]?.match(/deleted user 12345678/g)?.length).to.equal(1);
    expect(shown[4]).to.contain('of-a-newer-release');
    expect(shown[5]).to.contain('October 2026').and.to.contain('par ātru');
    const ways = stage.all<HTMLAnchorElement>('tbody a').map((link) => link.getAttribute('href'));
    expect(ways).to.include('/office/accounts/a-1').and.to.include('/office/windows/2026-10');
    expect(ways).not.to.include('/office/people/u-12345678');
  });

  it('asks which one is meant of several, and takes the only one at once', async () => {
    const anna = { kind: 'user', id: 'u-1', name: 'Anna', email: 'anna@example.lv' };
    let people: unknown[] = [anna, { kind: 'staff', id: 's-2', name: 'Anna Liepa', email: 'al@example.lv' }];
    await open({ 'audit.find': () => ({ people, accounts: [] }) });
    await find('Anna');
    await stage.shows('Which one is meant?');
    expect(stage.text).to.contain('office · al@example.lv');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.all<HTMLElement>('audit-finder li button, li button')[0]?.click();
    await until(() => asked.length === 2);
    expect(asked[1]).to.deep.equal({ ...nothing, person: 'u-1' });
    people = [];
    await stage.settled();
    stage.find<HTMLElement>('button[aria-label="Without Anna"]').click();
    await until(() => asked.length === 3);
    expect(asked[2]).to.deep.equal(nothing);
  });

  it('narrows by account, kind and days, and offers the same as a file', async () => {
    await open({ 'audit.find': () => ({ people: [], accounts: [{ ...account, holder: 'Anna' }] }) });
    await find('1001');
    await until(() => asked.length === 2);
    const select = stage.find<HTMLSelectElement>('#action');
    expect([...select.options].length).to.equal(auditActionNames.length + 1);
    select.value = 'view-account';
    select.dispatchEvent(new Event('change'));
    const from = stage.find<HTMLInputElement>('#from');
    from.value = '2026-11-01';
    from.dispatchEvent(new Event('change'));
    await until(() => asked.length === 3);
    expect(asked[2]).to.deep.equal({ ...nothing, account: 'a-1', action: 'view-account', from: '2026-11-01' });
    await stage.settled();
    expect(stage.find('a[download]').getAttribute('href')).to.equal(
      '/office/audit.csv?account=a-1&action=view-account&from=2026-11-01',
    );
    stage.button('Everything again').click();
    await until(() => asked.length === 4);
    expect(asked[3]).to.deep.equal(nothing);
  });

  it('shows more from where the page ended', async () => {
    await open({
      'audit.search': (input: { after: string | null }) => {
        asked.push(input);
        return input.after === null ? { rows, next: 'place' } : { rows: [row({ seq: 1 })], next: null };
      },
    });
    await stage.shows('The newest 6 entries');
    stage.button('Show more').click();
    await stage.shows('7 entries');
    expect(asked[1]).to.deep.equal({ ...nothing, after: 'place' });
  });

  it('has the log checked, tells how far it is, and the last fingerprint to note down', async () => {
    const steps: (AuditVerification | null)[] = [
      null,
      whole({ state: 'waiting', done: 0, total: null, endedAt: null, verdict: null }),
      whole({ state: 'running', done: 3, endedAt: null, verdict: null }),
      whole({}),
    ];
    await open({
      'audit.verification': () => (steps.length > 1 ? steps.shift() : steps[0]),
      'audit.verify': () => ({}),
    });
    stage.button('Check the log').click();
    await stage.shows('3 of 8 entries checked');
    await stage.shows('8 entries, each as it was written.');
    expect(stage.text).to.contain('ab'.repeat(32));
    expect(await stage.complaints()).to.deep.equal([]);
  });

  for (const [broken, says] of [
    ['missing', 'Entry 5 is missing.'],
    ['unlinked', 'Entry 5 does not follow from the one before it.'],
    ['changed', 'Entry 5 was changed after it was written.'],
  ] as const) {
    it(`says which entry is ${broken}`, async () => {
      await open({ 'audit.verification': () => whole({ verdict: { ok: false, seq: 5, broken } }) });
      await stage.shows(says);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`is clean for axe in ${language}, and has words for every kind of entry`, async () => {
      await open({ 'audit.verification': () => whole({}) }, language);
      expect(await stage.complaints()).to.deep.equal([]);
      const words = await speak(language, { areas: ['office-audit'] });
      const keys = [
        ...auditActionNames.map((one) => `audit-action-${one}`),
        ...Object.keys(auditGroups).map((one) => `audit-group-${one}`),
        ...[...auditFacts].map((one) => `audit-fact-${one}`),
      ];
      for (const key of keys) expect(words.text(key)).not.to.equal(key);
    });
  }
});
