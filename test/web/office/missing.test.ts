import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/company.ts';
import type { StaffRole } from '../../../shared/staff.ts';
import { type Stage, type, until } from '../support/mount.ts';
import { type ApiAnswers, refused, type TestOffice } from '../support/office.ts';
import { openOffice } from '../support/office-stage.ts';
import { missingFlat, november } from '../support/progress.ts';
import '../../../web/office/screens/missing.ts';

const page = <T>(...rows: T[]) => ({ rows, next: null });

let stage: Stage;
let office: TestOffice;
let said: (name: string) => unknown[];

async function open(
  template: TemplateResult,
  answers: ApiAnswers,
  { role = 'manager', language }: { role?: StaffRole; language?: Language | undefined } = {},
): Promise<void> {
  ({ stage, office, said } = await openOffice(template, answers, { areas: ['office-progress'], role, language }));
}

describe('who has not read', () => {
  afterEach(() => stage.close());

  const show = (
    answers: ApiAnswers = {},
    options: { role?: StaffRole; language?: Language; building?: string } = {},
  ): Promise<void> =>
    open(
      html`<office-missing .building=${options.building ?? null}></office-missing>`,
      {
        'progress.month': () => november,
        'progress.missing': () => page(missingFlat),
        'windows.buildings': () => [],
        ...answers,
      },
      options,
    );

  it('says why there is no list', async () => {
    await show({
      'progress.missing': () => {
        throw refused({ code: 'try_again' });
      },
    });
    await stage.appears('[role=alert]');
  });

  it('says that everything is read', async () => {
    await show({ 'progress.missing': () => page() });
    await stage.shows('Everything is read here.');
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`shows accounts, their meters, and how to reach them, without complaints (${language})`, async () => {
      await show({}, { language });
      await stage.shows('21-0048812');
      await stage.shows('anna@example.lv');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('asks on by itself where a page is empty though there is more', async () => {
    let pages = 0;
    await show({
      'progress.missing': () => (pages++ === 0 ? { rows: [], next: 'there' } : page(missingFlat)),
    });
    await stage.shows('10427');
    expect(said('progress.missing').map((input) => (input as { after: string | null }).after)).to.deep.equal([
      null,
      'there',
    ]);
  });

  it('searches where at least two letters are typed', async () => {
    await show();
    await stage.shows('10427');
    type(stage.find<HTMLInputElement>('input[type=search]'), 'bē');
    await until(() => said('progress.missing').length > 1);
    expect(said('progress.missing').map((input) => (input as { text: string }).text)).to.deep.equal(['', 'bē']);
  });

  it('prints the list of a building to its end, as one walks', async () => {
    const flats = [10, 2].map((flat) => ({ ...missingFlat, account: `${flat}`, address: `Rīgas iela 1, dz. ${flat}` }));
    const printed: string[] = [];
    const print = window.print;
    window.print = () => void printed.push(stage.text);
    try {
      await show({ 'progress.missing': () => page(...flats) }, { building: 'Rīgas iela 1' });
      await stage.shows('dz. 10');
      stage.button('List for the doors').click();
      await until(() => printed.length > 0);
      const [text = ''] = printed;
      expect(text.indexOf('dz. 2')).to.be.greaterThan(0);
      await stage.settled();
      expect(stage.text.indexOf('dz. 2 ')).to.be.lessThan(stage.text.indexOf('dz. 10'));
    } finally {
      window.print = print;
    }
  });

  it('lets a clerk look and remind nobody', async () => {
    await show({}, { role: 'clerk' });
    await stage.shows('10427');
    expect(stage.text).not.to.contain('Remind by mail');
  });

  it('says how many letters there would be, and sends none without being told to', async () => {
    await show({ 'progress.remind': () => ({ job: 'j' }) });
    await stage.shows('10427');
    stage.button('Remind by mail…').click();
    await stage.shows('41 accounts with somebody who uses the portal');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.button('Do not send').click();
    await stage.settled();
    expect(stage.all('confirm-dialog')).to.deep.equal([]);
    expect(said('progress.remind')).to.deep.equal([]);
    stage.button('Remind by mail…').click();
    await stage.shows('Send the letters');
    stage.button('Send the letters').click();
    await stage.shows('The letters are being written.');
    expect(said('progress.remind')).to.deep.equal([{ period: '2026-11', building: null }]);
  });

  it('says that somebody else was faster', async () => {
    await show({
      'progress.remind': () => {
        throw refused({ code: 'changed_meanwhile' });
      },
    });
    await stage.shows('10427');
    stage.button('Remind by mail…').click();
    await stage.shows('Send the letters');
    stage.button('Send the letters').click();
    await stage.shows('Somebody else has changed this meanwhile');
  });

  it('puts the building into the address', async () => {
    await show();
    await stage.shows('10427');
    const field = stage.find<HTMLInputElement>('#building');
    field.value = 'Rīgas iela 1/2';
    field.dispatchEvent(new Event('change'));
    await stage.settled();
    expect(office.navigated).to.deep.equal([`/office/missing/${encodeURIComponent('Rīgas iela 1/2')}`]);
  });
});
