import { expect } from 'chai';
import { html } from 'lit';
import type { Language } from '../../../shared/company.ts';
import type { MappingProfile } from '../../../shared/mapping-profile.ts';
import type { StaffRole } from '../../../shared/staff.ts';
import type { SavedProfile } from '../../../web/office/exchange-types.ts';
import { Stage, until } from '../support/mount.ts';
import { type ApiAnswers, officeFor, refused } from '../support/office.ts';
import { id, preview, upload } from './exchange-samples.ts';
import '../../../web/office/screens/exchange-in.ts';

const profile: MappingProfile = {
  kind: 'payments',
  sheet: null,
  skipRows: 1,
  header: true,
  encoding: null,
  separator: ';',
  dates: { order: 'DMY', mark: '.', years: 4 },
  numbers: { decimal: ',', thousands: '' },
  fields: {
    account: { from: 'column', column: 'Konta Nr' },
    date: { from: 'column', column: 'Datums' },
    amount: { from: 'column', column: 'Summa' },
    number: { from: 'column', column: 'Nr' },
    source: { from: 'constant', value: 'banka' },
  },
  blocks: [],
  heading: null,
  leaveOut: [],
};
const saved = {
  id: id(20),
  name: 'Banka',
  profile,
  createdAt: '2026-11-01T08:00:00.000Z',
  createdBy: 'staff-1',
  changedAt: '2026-11-01T08:00:00.000Z',
} as SavedProfile;
const proposal = { profile, by: 'guess', saved: null, missing: [] };

describe('a file that is to be brought in', () => {
  let stage: Stage;
  let office: Awaited<ReturnType<typeof officeFor>>;
  let asked: [string, unknown][];
  afterEach(() => stage.close());

  async function open(
    answers: ApiAnswers = {},
    { role = 'manager', language = 'en' }: { role?: StaffRole; language?: Language } = {},
  ): Promise<void> {
    asked = [];
    const all: ApiAnswers = {
      'exchange.upload': () => upload({}),
      'exchange.profiles.list': () => [],
      'exchange.propose': () => ({ proposal, problem: null }),
      'exchange.preview': () => preview({}),
      ...answers,
    };
    const noted = Object.entries(all).map(([name, answer]) => [
      name,
      (input: never) => {
        asked.push([name, input]);
        return answer(input);
      },
    ]);
    office = await officeFor(Object.fromEntries(noted) as ApiAnswers, { role });
    stage = await Stage.open(html`<office-exchange-in upload=${id(3)}></office-exchange-in>`, {
      language,
      areas: ['office', 'office-exchange', 'office-windows'],
      office,
    });
  }

  const said = <T>(name: string): T[] => asked.filter(([of]) => of === name).map(([, input]) => input as T);
  const lastPreview = () => said<{ profile: MappingProfile | null }>('exchange.preview').at(-1)?.profile;
  const choose = (selector: string, value: string): void => {
    const field = stage.find<HTMLSelectElement>(selector);
    field.value = value;
    field.dispatchEvent(new Event('change'));
  };
  const select = (name: string): HTMLSelectElement =>
    stage
      .all<HTMLLabelElement>('label')
      .find((one) => one.textContent?.includes(name))
      ?.querySelector('select') as HTMLSelectElement;
  const pick = (name: string, text: string): void => {
    const field = select(name);
    field.value = [...field.options].find((one) => one.text.trim() === text)?.value ?? '?';
    field.dispatchEvent(new Event('change'));
  };
  const settledPreview = () => stage.appears('exchange-preview');

  it('says why there is nothing to be seen of it', async () => {
    await open({
      'exchange.upload': () => {
        throw refused({ code: 'not_found' });
      },
    });
    await stage.appears('.failure');
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`shows the first rows as they stand and as they are read (${language})`, async () => {
      await open({}, { language });
      await settledPreview();
      expect(stage.text).to.contain('05.10.2026').and.to.contain('2026-10-05');
      expect(stage.all('td.wrong').length).to.equal(1);
      expect(stage.text).not.to.match(/undefined|NaN|exchange-|\{|\[object/);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('asks what it holds where nothing tells, and proposes for what is chosen', async () => {
    await open({ 'exchange.upload': () => upload({ guessed: null }) });
    await stage.shows('Nothing in the file says what it holds');
    expect(said('exchange.propose')).to.deep.equal([]);
    pick('The file holds', 'Payments');
    await settledPreview();
    expect(said('exchange.propose')).to.deep.equal([{ upload: id(3), kind: 'payments' }]);
  });

  it('shows what is wrong with a file as a whole, lets choose its letters, and does not try it out', async () => {
    const problem = { code: 'encoding_unclear', line: null };
    await open({
      'exchange.propose': () => ({ proposal: null, problem }),
      'exchange.preview': ({ encoding }: { encoding: string | null }) =>
        encoding === null ? preview({ file: null, read: null, problem }) : preview({}),
    });
    await stage.shows('It cannot be told in which letters');
    expect(stage.button('Try it out').getAttribute('aria-disabled')).to.equal('true');
    pick('Letters', 'Windows, Baltic (1257)');
    await until(() => stage.text.includes('05.10.2026'));
    await stage.settled();
    expect(stage.button('Try it out').getAttribute('aria-disabled')).to.equal('false');
  });

  it('reads it otherwise as soon as a column, a style or a constant is chosen', async () => {
    await open();
    await settledPreview();
    choose('#field-amount', '3');
    await until(() => lastPreview()?.fields.amount?.from === 'column');
    await until(() => JSON.stringify(lastPreview()?.fields.amount) === '{"from":"column","column":"Nr"}');
    pick('Days are written like', '2026-03-31');
    await until(() => JSON.stringify(lastPreview()?.dates) === '{"order":"YMD","mark":"-","years":4}');
    choose('#field-number', '=');
    await stage.appears('input[aria-label="Number: the same for all rows"]');
    choose('input[aria-label="Number: the same for all rows"]', '7');
    await until(() => JSON.stringify(lastPreview()?.fields.number) === '{"from":"constant","value":"7"}');
  });

  it('names what is missing, and does not try it out before it is there', async () => {
    await open();
    await settledPreview();
    choose('#field-date', '');
    await stage.shows('Still missing: Day.');
    expect(stage.all('li.missing').length).to.equal(1);
    expect(await stage.complaints()).to.deep.equal([]);
    stage.button('Try it out').click();
    await stage.settled();
    expect(said('exchange.tryOut')).to.deep.equal([]);
  });

  it('tries it out as it is read, and goes to the work', async () => {
    await open({ 'exchange.tryOut': () => ({ job: id(8) }) });
    await settledPreview();
    stage.button('Try it out').click();
    await until(() => office.navigated.length > 0);
    expect(office.navigated).to.deep.equal([`/office/exchange/job/${id(8)}`]);
    expect(said('exchange.tryOut')).to.deep.equal([{ upload: id(3), kind: 'payments', profile, encoding: null }]);
  });

  it('tries out a ZIP of PDFs without any columns', async () => {
    await open({
      'exchange.upload': () => upload({ guessed: 'pdfs', holds: 'zip', name: 'pdf.zip' }),
      'exchange.tryOut': () => ({ job: id(8) }),
    });
    await stage.shows('Each PDF goes to the bill');
    stage.button('Try it out').click();
    await until(() => office.navigated.length > 0);
    expect(said('exchange.tryOut')).to.deep.equal([{ upload: id(3), kind: 'pdfs', profile: null, encoding: null }]);
  });

  it('tells that the same file is being brought in by somebody else', async () => {
    const applied = [{ job: id(1), kind: 'payments', at: '2026-11-28T06:59:00.000Z', by: 'Māra Kalna', isOver: false }];
    await open({ 'exchange.upload': () => upload({ applied: applied as never }) });
    await stage.shows('Māra Kalna is bringing in the same file right now');
  });

  describe('and its saved profiles', () => {
    it('are chosen, and a clerk saves none', async () => {
      await open({ 'exchange.profiles.list': () => [saved] }, { role: 'clerk' });
      await settledPreview();
      pick('How it is read', 'By our own column names');
      await until(() => lastPreview() === null);
      pick('How it is read', 'Banka');
      await until(() => lastPreview()?.kind === 'payments');
      await stage.settled();
      const buttons = stage.all('button').map((one) => one.textContent?.trim());
      expect(buttons).to.include('Try it out');
      expect(buttons).not.to.include.oneOf(['Save the changes', 'Save for next time…', 'Rename…', 'Remove…']);
    });

    it('are saved under a name of their own', async () => {
      let list: SavedProfile[] = [];
      await open({
        'exchange.profiles.list': () => list,
        'exchange.profiles.save': ({ name }: { name: string }) => {
          if (name === 'Taken') throw refused({ code: 'name_taken' });
          list = [{ ...saved, name }];
          return list[0];
        },
      });
      await settledPreview();
      stage.button('Save for next time…').click();
      await stage.appears('#name');
      expect(await stage.complaints()).to.deep.equal([]);
      stage.button('Save').click();
      await stage.shows('Give it a name.');
      for (const name of ['Taken', 'Banka']) {
        stage.find<HTMLInputElement>('#name').value = name;
        stage.button('Save').click();
        if (name === 'Taken') await stage.shows('already in use');
      }
      await until(() => stage.all('mb-dialog').length === 0);
      await until(() => select('How it is read').selectedOptions[0]?.text === 'Banka');
      expect(said<object>('exchange.profiles.save').at(-1)).to.deep.equal({
        id: null,
        name: 'Banka',
        profile,
        changedAt: null,
      });
    });

    it('are renamed, changed and removed, and nobody’s change is overwritten', async () => {
      let list = [saved];
      await open({
        'exchange.profiles.list': () => list,
        'exchange.propose': () => ({ proposal: { ...proposal, by: 'saved', saved: saved.id }, problem: null }),
        'exchange.profiles.save': () => {
          list = [{ ...saved, changedAt: '2026-11-28T06:00:00.000Z' }];
          throw refused({ code: 'changed_meanwhile' });
        },
        'exchange.profiles.remove': () => {
          list = [];
        },
      });
      await settledPreview();
      choose('#field-amount', '3');
      await stage.shows('Save the changes');
      stage.button('Save the changes').click();
      await stage.shows('Somebody else has changed this meanwhile');
      stage.button('Rename…').click();
      await stage.appears('#name');
      expect(stage.find<HTMLInputElement>('#name').value).to.equal('Banka');
      stage.button('Cancel').click();
      await stage.settled();
      stage.button('Remove…').click();
      await stage.shows('will not be offered any more');
      stage.button('Remove').click();
      await until(() => select('How it is read').options.length === 2);
      expect(said('exchange.profiles.remove')).to.deep.equal([{ id: saved.id }]);
    });
  });
});
