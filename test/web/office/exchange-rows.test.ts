import { expect } from 'chai';
import { html } from 'lit';
import type { Language } from '../../../shared/company.ts';
import type { ExchangeKind } from '../../../shared/exchange-fields.ts';
import { type MappingProfile, plainStyles } from '../../../shared/mapping-profile.ts';
import type { Preview } from '../../../web/office/exchange-types.ts';
import { Stage, until } from '../support/mount.ts';
import { officeFor } from '../support/office.ts';
import { id, preview, upload } from './exchange-samples.ts';
import '../../../web/office/screens/exchange-in.ts';

/** Nothing is known of how the file is read. */
const bare = (kind: ExchangeKind): MappingProfile => ({
  kind,
  sheet: null,
  skipRows: 0,
  header: true,
  encoding: null,
  separator: null,
  ...plainStyles,
  fields: {},
  blocks: [],
  heading: null,
  leaveOut: [],
});

const blocks = '/test/fixtures/exchange/blocks-of-meters';
const textOf = async (path: string): Promise<string> => (await fetch(path)).text();

const fileOf = (text: string): NonNullable<Preview['file']> => ({
  ...(preview({}).file as NonNullable<Preview['file']>),
  rows: text
    .trim()
    .split('\n')
    .map((line, at) => ({ line: at + 1, cells: line.split(';') })),
});

describe('the first rows of a file that is to be brought in', () => {
  let stage: Stage;
  let asked: (MappingProfile | null)[];
  let saved: MappingProfile | null;
  afterEach(() => stage.close());

  async function open(
    text: string,
    { kind = 'readings', profile = bare(kind), language = 'en' }: Partial<Options> = {},
  ): Promise<void> {
    asked = [];
    saved = null;
    const file = fileOf(text);
    const office = await officeFor(
      {
        'exchange.upload': () => upload({ guessed: kind }),
        'exchange.profiles.list': () => [],
        'exchange.propose': () => ({ proposal: { profile, by: 'guess', saved: null, missing: [] }, problem: null }),
        'exchange.preview': (input: { profile: MappingProfile | null }) => {
          asked.push(input.profile);
          return preview({ file });
        },
        'exchange.profiles.save': (input: { name: string; profile: MappingProfile }) => {
          saved = input.profile;
          return { ...input, id: id(20), createdAt: '', createdBy: '', changedAt: '' };
        },
      },
      { role: 'manager' },
    );
    stage = await Stage.open(html`<office-exchange-in upload=${id(3)}></office-exchange-in>`, {
      language,
      areas: ['office', 'office-exchange', 'office-windows'],
      office,
    });
    await stage.appears('exchange-mapping');
  }
  interface Options {
    kind: ExchangeKind;
    profile: MappingProfile;
    language: Language;
  }

  const now = () => asked.at(-1) as MappingProfile;
  /** Chooses or types, and waits until the file is read so. */
  async function set(selector: string, value: string): Promise<void> {
    const field = stage.find<HTMLSelectElement | HTMLInputElement>(selector);
    const before = asked.length;
    field.value = value;
    expect(field.value, selector).to.equal(value);
    field.dispatchEvent(new Event('change'));
    await until(() => asked.length > before);
    await stage.settled();
  }
  async function press(button: string): Promise<void> {
    const before = asked.length;
    stage.button(button).click();
    await until(() => asked.length > before);
    await stage.settled();
  }
  const mark = (line: number, what: string) => set(`select[aria-label="Line ${line}: what it is"]`, what);
  const marks = (): (string | undefined)[] => stage.all('tbody tr').flatMap(rowMark);
  const rowMark = (row: Element): string[] => (row.querySelector('td.what') ? [row.className.replace('is-', '')] : []);
  const column = (name: string, at: number) => set(`#field-${name}`, String(at));
  async function constant(name: string, label: string, value: string): Promise<void> {
    await set(`#field-${name}`, '=');
    await set(`input[aria-label="${label}: the same for all rows"]`, value);
  }
  const choose = async (label: string, option: string): Promise<void> => {
    const field = stage
      .all<HTMLLabelElement>('label')
      .find((one) => one.textContent?.includes(label))
      ?.querySelector('select') as HTMLSelectElement;
    const before = asked.length;
    field.value = [...field.options].find((one) => one.text.trim() === option)?.value ?? '?';
    field.dispatchEvent(new Event('change'));
    await until(() => asked.length > before);
    await stage.settled();
  };

  it('are said to be names, blocks and totals, until a file of 1C is read: the profile is what a clerk clicked', async () => {
    await open(await textOf(`${blocks}.csv`));
    await mark(4, 'names');
    expect(now().skipRows).to.equal(3);
    await mark(5, 'block');
    expect(now().heading?.when).to.deep.equal({ column: 'Месяц', is: 'beginning', text: 'Счётчик №' });
    await choose('It also says', 'Serial number');
    await choose('It also says', 'Account number');
    await choose('It also says', 'Service');
    await set('.said:nth-of-type(3) textarea', 'ХВС = cold-water\nГВС = hot-water');
    await mark(8, 'out');
    await mark(13, 'out');
    const begun = [
      'title',
      'title',
      'title',
      'names',
      'block',
      'row',
      'row',
      'out',
      'block',
      'row',
      'row',
      'out',
      'out',
    ];
    expect(marks()).to.deep.equal(begun);
    await column('period', 0);
    await column('value', 1);
    await column('takenOn', 2);
    await constant('register', 'Register', 'B');
    await constant('kind', 'Actual or estimate', 'actual');
    await constant('source', 'Source', 'billing');
    await choose('Days are written like', '31.03.2026');
    await choose('Numbers are written like', '1234,56');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.button('Save for next time…').click();
    await stage.appears('#name');
    stage.find<HTMLInputElement>('#name').value = '1C';
    stage.button('Save').click();
    await until(() => saved !== null);
    expect(saved).to.deep.equal(JSON.parse(await textOf(`${blocks}.profile.json`)));
  });

  it('are said to be names by their line, or to have none, and what was chosen stays chosen', async () => {
    const profile = { ...bare('payments'), fields: { account: { from: 'column', column: 'Konts' } } } as MappingProfile;
    await open('Konts;Summa\n1;5,00\nKlients;Nauda\n2;6,00', { kind: 'payments', profile });
    await set('input[type="number"]', '3');
    expect([now().skipRows, now().fields.account]).to.deep.equal([2, { from: 'column', column: 'Klients' }]);
    await set('input[type="number"]', '0');
    expect([now().skipRows, now().fields.account]).to.deep.equal([0, { from: 'column', column: 'Konts' }]);
    const tick = stage.find<HTMLInputElement>('.tick input');
    tick.click();
    await until(() => now().header === false);
    await stage.settled();
    expect(now().fields.account).to.deep.equal({ from: 'column', column: 1 });
    expect(stage.text).to.include('The table begins in line');
    expect(marks()).to.deep.equal(['row', 'row', 'row', 'row']);
    await mark(1, 'names');
    expect(now().fields.account).to.deep.equal({ from: 'column', column: 'Konts' });
    await mark(1, 'row');
    expect([now().header, now().fields.account]).to.deep.equal([false, { from: 'column', column: 1 }]);
  });

  it('are rows of the table again, and no profile keeps what told them', async () => {
    const heading = { when: { column: 'A', is: 'filled' }, fields: { account: { from: 'column', column: 'A' } } };
    const leaveOut = [{ column: 'B', is: 'containing', text: 'sum' }];
    const profile = { ...bare('payments'), heading, leaveOut } as MappingProfile;
    await open('A;B\n1;\n;5\n;the sum', { kind: 'payments', profile });
    expect(marks()).to.deep.equal(['names', 'block', 'row', 'out']);
    expect(stage.text).to.include('In the first row of the block');
    await mark(4, 'row');
    expect(now().leaveOut).to.deep.equal([]);
    await mark(2, 'row');
    expect(now().heading).to.equal(null);
  });

  it('are told by an empty cell where they say no words', async () => {
    await open('Konts;Datums;Summa\n10427;;\n1;01.01.2026;5\n10428;;\n2;01.01.2026;5', { kind: 'payments' });
    await mark(2, 'block');
    expect(now().heading).to.deep.equal({
      when: { column: 'Datums', is: 'empty' },
      fields: { account: { from: 'column', column: 'Konts' } },
    });
    expect(marks()).to.deep.equal(['names', 'block', 'row', 'block', 'row']);
    expect(stage.text).to.include('Lines: 2, 4.');
  });

  it('are left out by a test that is changed by hand, and no test is of no words', async () => {
    await open('Konts;Summa\n1;5\nKopā;5', { kind: 'payments' });
    await press('Leave out more rows');
    expect(now().leaveOut).to.deep.equal([{ column: 'Konts', is: 'beginning', text: 'Total' }]);
    expect(stage.text).to.include('None of the lines above.');
    const text = stage.find<HTMLInputElement>('#out-0-text');
    text.value = ' ';
    text.dispatchEvent(new Event('change'));
    expect(text.value).to.equal('Total');
    await set('#out-0-text', 'kop');
    expect(marks()).to.deep.equal(['names', 'row', 'out']);
    await set('#out-0-is', 'empty');
    expect(now().leaveOut).to.deep.equal([{ column: 'Konts', is: 'empty' }]);
    await set('#out-0-column', '1');
    expect(now().leaveOut).to.deep.equal([{ column: 'Summa', is: 'empty' }]);
    await press('Do not leave these out');
    expect(now().leaveOut).to.deep.equal([]);
  });

  it('hold several beside each other, which are chosen column by column', async () => {
    const fields = { value: { from: 'column', column: 'T1' } } as MappingProfile['fields'];
    await open('Konts;T1;T2;T3\n1;10;20;30', { profile: { ...bare('readings'), fields } });
    await press('Several beside each other in one row');
    const group = (number: number) => ({
      register: { from: 'constant', value: `T${number}` },
      value: { from: 'column', column: `T${number}` },
    });
    expect(now().blocks).to.deep.equal([group(1), group(2)]);
    expect(now().fields).to.deep.equal({});
    await press('One more beside them');
    expect(now().blocks).to.deep.equal([group(1), group(2), group(3)]);
    await set('#group-2-value', '0');
    expect(now().blocks[1]?.value).to.deep.equal({ from: 'column', column: 'Konts' });
    expect(await stage.complaints()).to.deep.equal([]);
    await press('Remove No. 2');
    expect(now().blocks).to.deep.equal([group(1), group(3)]);
    await press('There is only one in each row');
    expect(now().blocks).to.deep.equal([]);
    expect(now().fields).to.deep.equal(group(1));
  });

  for (const language of ['lv', 'ru'] as const) {
    it(`say what they are in words that a clerk knows (${language})`, async () => {
      const profile = JSON.parse(await textOf(`${blocks}.profile.json`)) as MappingProfile;
      await open(await textOf(`${blocks}.csv`), { profile, language });
      await press(stage.words.text('exchange-groups-start'));
      expect(stage.text).not.to.match(/undefined|NaN|exchange-|\{|\[object/);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }
});
