import { TRPCClientError } from '@trpc/client';
import { expect } from 'chai';
import { html } from 'lit';
import type { FoundAccount } from '../../../shared/account-search.ts';
import type { Page } from '../../../shared/page.ts';
import { press, Stage, type, until } from '../support/mount.ts';
import { officeFor } from '../support/office.ts';
import '../../../web/office/screens/accounts.ts';

const anna: FoundAccount = {
  id: '01890000-0000-7000-8000-0000000000a1',
  number: '10427',
  holder: 'Anna Bērziņa',
  address: 'Cietokšņa iela 48, 12',
  meter: null,
};
const janis: FoundAccount = {
  ...anna,
  id: '01890000-0000-7000-8000-0000000000a2',
  number: '20315',
  holder: 'Jānis Kalniņš',
};

type Search = (input: { text: string; after: string | null }) => Page<FoundAccount>;

describe('the search for accounts', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  async function open(search: Search): Promise<{ navigated: string[] }> {
    const office = await officeFor({ 'accounts.search': search });
    stage = await Stage.open(html`<office-accounts></office-accounts>`, {
      areas: ['office', 'office-accounts'],
      office,
    });
    return office;
  }
  const field = () => stage.find<HTMLInputElement>('input');

  it('says why nothing came, and that nothing is found', async () => {
    await open(({ text }) => {
      if (text === '')
        throw TRPCClientError.from({
          error: { message: '', code: -1, data: { problem: { code: 'try_again' } } },
        } as never);
      return { rows: [], next: null };
    });
    await stage.shows('It did not work this time.');
    type(field(), 'zzz');
    await stage.shows('Nothing is found for “zzz”.');
  });

  it('has the field ready, finds while it is typed, and reads well', async () => {
    await open(({ text }) => ({ rows: text === 'kaln' ? [janis] : [anna, janis], next: null }));
    await stage.shows('2 accounts');
    expect(stage.find('office-accounts').shadowRoot?.activeElement).to.equal(field());
    type(field(), 'kaln');
    await stage.shows('One account');
    expect(stage.text).not.to.include('Anna');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('opens the account of a number by Enter, without it in the address', async () => {
    const { navigated } = await open(() => ({ rows: [anna, janis], next: null }));
    type(field(), '20315');
    field().form?.requestSubmit();
    await until(() => navigated.length > 0);
    expect(navigated).to.deep.equal([`/office/accounts/${janis.id}`]);
  });

  it('opens the only one that is found, and of several goes to the first', async () => {
    const { navigated } = await open(({ text }) => ({ rows: text === 'anna' ? [anna] : [anna, janis], next: null }));
    type(field(), 'a');
    field().form?.requestSubmit();
    await until(() => stage.find('office-accounts').shadowRoot?.activeElement === stage.all('li a')[0]);
    press(stage.all('li a')[0] as Element, 'ArrowDown');
    expect(stage.find('office-accounts').shadowRoot?.activeElement).to.equal(stage.all('li a')[1]);
    expect(navigated).to.deep.equal([]);
    type(field(), 'nna');
    field().form?.requestSubmit();
    await until(() => navigated.length > 0);
  });

  it('leads to what was left at a kiosk where the number of a receipt is typed', async () => {
    await open(({ text }) => ({ rows: text === '12345678' ? [anna] : [], next: null }));
    type(field(), '1a2b-3c4d');
    await stage.shows('Slip 1A2B-3C4D left at a kiosk');
    expect(stage.find<HTMLAnchorElement>('a[href="/office/kiosks/receipt/1A2B-3C4D"]')).to.exist;
    expect(await stage.complaints()).to.deep.equal([]);
    stage.close();
    await open(({ text }) => ({ rows: text === '12345678' ? [anna] : [], next: null }));
    type(field(), '12345678');
    await stage.shows('One account');
    expect(stage.text).not.to.contain('left at a kiosk');
  });

  it('asks for the next page, and says that more was not found yet where a page is empty', async () => {
    await open(({ after }) => (after === null ? { rows: [], next: 'x' } : { rows: [janis], next: null }));
    await stage.shows('there is more to look through');
    stage.button('Show more').click();
    await stage.shows('One account');
  });
});
