import { expect } from 'chai';
import { html } from 'lit';
import type { Profile } from '../../../shared/account-forms.ts';
import type { Account } from '../../../shared/protocol.ts';
import { coldWater } from '../support/flat.ts';
import { account } from '../support/household.ts';
import { companyProfile, type Stage, type as typeInto, until } from '../support/mount.ts';
import { saveReading } from '../support/saved-readings.ts';
import { type Given, screenForEachTest, storeWith } from '../support/screen.ts';
import { profile } from '../support/test-actions.ts';
import type { TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/account-premises.ts';

const garage: Account = {
  id: '01890000-0000-7000-8000-0000000000f2',
  number: '54321',
  holder: 'Anna Bērziņa',
  building: 'Parka iela 7',
  address: 'Parka iela 7-12',
};
const both: Profile = { ...profile, accounts: [account, garage] };

describe('my premises', () => {
  let stage: Stage;
  let store: TestAppStore;
  const openScreen = screenForEachTest((screen) => {
    ({ stage, store } = screen);
  });
  const open = (known: Profile | null, given: Given = {}) =>
    openScreen(html`<account-premises .profile=${known}></account-premises>`, {
      areas: ['accounts', 'more'],
      ...given,
    });

  const calls = () => store.accountActions.calls;
  const dialog = () => stage.find('mb-dialog');
  const pressIn = (name: string) =>
    stage
      .all('mb-dialog button')
      .find((one) => one.textContent?.trim() === name)
      ?.click();

  async function askToRemove(address: string): Promise<void> {
    const item = stage.all('li').find((one) => one.textContent?.includes(address));
    item?.querySelector('button')?.click();
    await stage.appears('mb-dialog');
  }

  describe('removing some', () => {
    for (const language of ['en', 'lv', 'ru'] as const) {
      it(`is asked about first, with what it means (${language})`, async () => {
        await open(both, { state: { accounts: [account, garage] }, language });
        await askToRemove(garage.address);
        expect(dialog().getAttribute('heading') ?? stage.find('mb-dialog h2').textContent).to.contain(garage.address);
        expect(await stage.complaints()).to.deep.equal([]);
        expect(calls()).to.deep.equal([]);
      });
    }

    it('the safe answer has the focus, and changes nothing', async () => {
      await open(both, { state: { accounts: [account, garage] } });
      await askToRemove(garage.address);
      expect(stage.text).to.contain('What you have handed in stays with the company.');
      expect(stage.all(':focus').at(-1)?.textContent).to.contain('Keep');
      pressIn('Keep');
      await until(() => stage.all('mb-dialog').length === 0);
      expect(stage.text).to.contain(garage.address);
      expect(calls()).to.deep.equal([]);
    });

    it('is done by the company; the device pulls at once, and hears what is gone', async () => {
      await open(both, { state: { accounts: [account, garage] } });
      await askToRemove(garage.address);
      pressIn('Remove');
      await stage.shows(`Removed: ${garage.address}`);
      expect(calls()).to.deep.equal([['removeAccount', garage.id]]);
      expect(store.calls).to.deep.equal(['sendNow']);
      expect(stage.all('li')).to.have.length(1);
      // Of the one that is left no button offers to remove it.
      expect(stage.text).to.contain('You have no other premises, so these cannot be removed.');
      expect(stage.all('mb-dialog')).to.have.length(0);
    });

    it('is refused by the company in words, with the question still there', async () => {
      await open(both, { state: { accounts: [account, garage] } });
      store.accountActions.answers.removeAccount = async () => ({ ok: false, problem: 'no-network' });
      await askToRemove(garage.address);
      pressIn('Remove');
      await stage.shows('No connection');
      expect(stage.all('mb-dialog')).to.have.length(1);
      expect(store.calls).to.deep.equal([]);
    });

    it('waits while readings of theirs wait on this device, says how many, and hands them in when asked', async () => {
      const prepared = await storeWith({ state: { accounts: [account, garage] } });
      await saveReading(prepared, coldWater.id, { B: 260_000 });
      await open(both, { store: prepared });
      await askToRemove(account.address);
      expect(stage.text).to.contain('One reading of these premises waits on this phone.');
      expect(stage.all('mb-dialog button').map((one) => one.textContent?.trim())).to.deep.equal([
        'Hand in now',
        'Keep',
      ]);
      expect(await stage.complaints()).to.deep.equal([]);
      pressIn('Hand in now');
      await stage.shows('They could not be handed in now.');
      // Now the company takes it.
      store.sendNow = async () => {
        await store.databases.outbox.operations.toCollection().modify({ state: 'received' });
      };
      pressIn('Hand in now');
      await stage.shows('What you have handed in stays with the company.');
      expect(calls()).to.deep.equal([]);
      pressIn('Remove');
      await stage.shows(`Removed: ${account.address}`);
    });

    it('waits also for what another tab has saved since the question', async () => {
      await open(both, { state: { accounts: [account, garage] } });
      await askToRemove(account.address);
      await saveReading(store, coldWater.id, { B: 260_000 });
      pressIn('Remove');
      await stage.shows('One reading of these premises waits on this phone.');
      expect(calls()).to.deep.equal([]);
    });
  });

  it('without a network are those that the device knows', async () => {
    await open(null, { state: { accounts: [account, garage] } });
    expect(stage.all('li')).to.have.length(2);
    expect(stage.text).to.contain('Parka iela 7-12').and.to.contain('Account 54321');
  });

  describe('adding some', () => {
    const input = (id: string) => stage.find<HTMLInputElement>(`#${id}`);

    async function add(): Promise<void> {
      typeInto(input('number'), '54 321');
      typeInto(input('holder'), 'Anna Bērziņa');
      stage.button('Add premises').click();
      await stage.settled();
    }

    it('takes what the company asks of whoever registers, but for the ways to write and call', async () => {
      await open(profile);
      expect(stage.all('form input').map(({ id }) => id)).to.deep.equal(['number', 'holder']);
      expect(stage.text).to.contain('Five digits below the name on the monthly bill.');
      const company = await companyProfile('dgservic');
      const proof = { kind: 'meter-serial' } as const;
      store.change({ company: { ...company, registration: { ...company.registration, proof } } });
      await stage.settled();
      expect(stage.all('form input').map(({ id }) => id)).to.deep.equal(['holder', 'number', 'proof']);
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('pulls at once, says where to change between them, and shows the new ones when asked', async () => {
      await open(profile);
      store.accountActions.answers.addAccount = async () => ({ ok: true, value: garage });
      store.sendNow = async () => store.change({ accounts: [account, garage] });
      await add();
      await stage.shows('Added: Parka iela 7-12');
      expect(calls()).to.deep.equal([['addAccount', { number: '54321', holder: 'Anna Bērziņa', proof: null }]]);
      expect(stage.text).to.contain('You change between your premises at the top of the screen.');
      expect(await stage.complaints()).to.deep.equal([]);
      stage.button('Show').click();
      await until(() => stage.navigated.length > 0);
      expect([store.state.account, stage.navigated]).to.deep.equal([garage.id, ['/']]);
    });

    it('says so where the pull had no answer: they come with the next contact', async () => {
      await open(profile);
      store.accountActions.answers.addAccount = async () => ({ ok: true, value: garage });
      await add();
      await stage.shows('They appear as soon as there is a connection.');
      expect(stage.all('button').map((one) => one.textContent?.trim())).not.to.contain('Show');
    });

    for (const [problem, said] of [
      [{ code: 'account_mismatch' }, 'What you typed is not as on the bill.'],
      [{ code: 'account_linked' }, 'This account is yours already.'],
      [{ code: 'too_many', seconds: 60 }, 'Too many attempts.'],
      ['unanswered', 'The company does not answer now'],
    ] as const) {
      it(`says in words, with what was typed still there: ${said}`, async () => {
        await open(profile);
        store.accountActions.answers.addAccount = async () => ({ ok: false, problem });
        await add();
        await stage.shows(said);
        expect([input('number').value, input('holder').value]).to.deep.equal(['54 321', 'Anna Bērziņa']);
        expect(store.calls).to.deep.equal([]);
      });
    }
  });
});
