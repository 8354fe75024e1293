import { expect } from 'chai';
import { html } from 'lit';
import type { PublicCompany } from '../../../shared/company.ts';
import type { Trouble } from '../../../web/screens/account-actions.ts';
import { companyProfile, Stage, type as typeInto, until } from '../support/mount.ts';
import { TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/register.ts';

describe('the registration screen', () => {
  let stage: Stage;
  let store: TestAppStore;

  async function open(
    change: Partial<PublicCompany> = {},
    { id = 'ddzksu', language = 'en' }: { id?: 'ddzksu' | 'dgservic'; language?: 'en' | 'lv' | 'ru' } = {},
  ) {
    store = new TestAppStore({ ...(await companyProfile(id)), ...change });
    store.change({ session: null, accounts: [], account: null });
    stage = await Stage.open(html`<register-screen></register-screen>`, { store, language, areas: ['accounts'] });
  }

  afterEach(() => stage.close());

  const input = (name: string) => stage.find<HTMLInputElement>(`#${name}`);
  const focused = () => stage.find('register-screen').shadowRoot?.activeElement;
  const said = (name: string) => stage.all(`#${name}-error`)[0]?.textContent ?? null;

  function fill(values: Record<string, string>): void {
    for (const [name, value] of Object.entries(values)) input(name).value = value;
  }

  async function submit(): Promise<void> {
    stage.find('form').dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));
    await stage.settled();
  }

  const right = { number: '12345', holder: 'Anna Ozoliņa', email: 'anna@example.org' };

  it('asks for what the company asks for, in its order, and says where on the bill it is', async () => {
    await open();
    expect(stage.all('input').map(({ id }) => id)).to.deep.equal(['number', 'holder', 'email']);
    expect(input('number').inputMode).to.equal('numeric');
    expect(stage.text).to.contain('Five digits below the name on the monthly bill.');
    stage.close();
    await open({}, { id: 'dgservic', language: 'ru' });
    expect(stage.all('input').map(({ id }) => id)).to.deep.equal(['holder', 'number', 'phone', 'email']);
    expect(stage.text).to.contain('Если там напечатано «Иванов И.И.», полное имя и отчество писать не нужно.');
    expect([input('phone').type, input('email').type]).to.deep.equal(['tel', 'email']);
  });

  it('asks for a meter’s serial number where the company wants that proof', async () => {
    const { registration } = await companyProfile();
    await open({ registration: { ...registration, proof: { kind: 'meter-serial' } } });
    fill({ ...right, proof: ' 21883-12 ' });
    await submit();
    await stage.appears('.steps');
    expect(store.accountActions.calls).to.deep.equal([
      ['register', { ...right, phone: null, proof: '21883-12', language: 'en' }],
    ]);
  });

  it('asks for the total of the newest bill where the company wants that proof, and takes nothing but an amount', async () => {
    const { registration } = await companyProfile();
    await open({ registration: { ...registration, proof: { kind: 'last-bill-total' } } });
    expect(stage.text).to.contain('Total of your newest bill');
    fill({ ...right, proof: 'forty' });
    await submit();
    await stage.appears('[aria-invalid="true"]');
    expect([stage.text, store.accountActions.calls.length]).to.satisfy(
      ([text, calls]: [string, number]) => text.includes('This is no amount. An example: 45.20.') && calls === 0,
    );
    fill({ ...right, proof: '45,20' });
    await submit();
    await stage.appears('.steps');
    expect(store.accountActions.calls).to.deep.equal([
      ['register', { ...right, phone: null, proof: '45,20', language: 'en' }],
    ]);
  });

  it('sends nothing while something is wrong, says it at the field, and the first such field has the focus', async () => {
    await open();
    fill({ holder: 'Anna', email: 'anna@example' });
    await submit();
    await until(() => focused() === input('number'));
    expect(said('number')).to.equal('Please fill this in.');
    expect(said('holder')).to.equal(null);
    expect(said('email')).to.contain('name@example.com');
    expect(input('number').getAttribute('aria-invalid')).to.equal('true');
    expect(input('number').getAttribute('aria-describedby')).to.equal('number-hint number-error');
    expect(store.accountActions.calls).to.deep.equal([]);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('stops complaining as soon as it is right, and not before', async () => {
    await open();
    fill({ ...right, number: '' });
    await submit();
    typeInto(input('number'), '1234');
    await stage.settled();
    expect(said('number')).to.contain('12345');
    typeInto(input('number'), '5');
    await stage.settled();
    expect(said('number')).to.equal(null);
  });

  for (const [what, field, value, words] of [
    ['a number of another form', 'number', '1234', 'This is not how our account numbers look. An example: 12345.'],
    ['digits of another script', 'number', '١٢٣٤٥', 'This is not how our account numbers look.'],
    ['a name that runs from right to left', 'holder', 'Anna\u202eanilozO', 'This contains signs that cannot be read.'],
    ['an address without a domain', 'email', 'anna@', 'This e-mail address is not complete.'],
    ['two addresses', 'email', 'a@example.org,b@example.org', 'This e-mail address is not complete.'],
  ] as const) {
    it(`does not take ${what}`, async () => {
      await open();
      fill({ ...right, [field]: value });
      await submit();
      expect(said(field)).to.contain(words);
      expect(store.accountActions.calls).to.deep.equal([]);
    });
  }

  it('does not take a phone number that is none', async () => {
    await open({}, { id: 'dgservic' });
    fill({ holder: 'Иванов И.И.', number: '679-30', phone: 'at home', email: 'i@example.org' });
    await submit();
    expect(said('phone')).to.equal('This is no phone number. An example: 8\u00a0495\u00a0780\u00a070\u00a083.');
    fill({ phone: '8 (495) 780-70-83' });
    await submit();
    await stage.appears('.steps');
    expect(store.accountActions.calls[0]?.[1]).to.include({ phone: '8 (495) 780-70-83', holder: 'Иванов И.И.' });
  });

  it('sends names as they are, HTML and emoji among them, and numbers without the spaces that people read', async () => {
    await open();
    fill({ number: ' 12 345 ', holder: ' <b>Anna</b> 👋 ', email: ' anna@example.org ' });
    await submit();
    await stage.appears('.steps');
    expect(store.accountActions.calls[0]?.[1]).to.deep.equal({
      ...right,
      holder: '<b>Anna</b> 👋',
      phone: null,
      proof: null,
      language: 'en',
    });
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`then says one thing, whatever is true: where the link goes, how long it takes, whom to call (${language})`, async () => {
      await open({}, { language });
      fill(right);
      await submit();
      await stage.appears('.steps');
      expect(stage.text).to.contain('anna@example.org').and.contain('80007287');
      expect(stage.find('form').hidden).to.equal(true);
      await until(() => focused()?.localName === 'h1');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('lets correct what was typed, which is all still there', async () => {
    await open();
    fill(right);
    await submit();
    await stage.appears('.steps');
    stage.button('Change what I typed').click();
    await stage.settled();
    await until(() => focused() === input('number'));
    expect(stage.all<HTMLInputElement>('input').map(({ value }) => value)).to.deep.equal(Object.values(right));
  });

  it('sends again, and says when; or why not', async () => {
    await open();
    fill(right);
    await submit();
    await stage.appears('.steps');
    stage.button('Send again').click();
    await stage.shows(`Sent again at ${stage.words.time(store.now())}.`);
    expect(store.accountActions.calls).to.have.length(2);
    store.accountActions.answers.register = async () => ({ ok: false, problem: { code: 'too_many', seconds: 700 } });
    stage.button('Send again').click();
    await stage.shows('Please try again in about 12 minutes.');
    expect(stage.text).not.to.contain('Sent again');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  const troubles: readonly (readonly [Trouble, string])[] = [
    ['no-network', 'No connection. This needs the internet; what you typed is still here.'],
    ['unanswered', 'The company does not answer now.'],
    [{ code: 'too_many', seconds: 7_200 }, 'Please try again in about 2 hours.'],
    [{ code: 'internal' }, 'Something went wrong at the company'],
  ];
  for (const [problem, words] of troubles) {
    it(`keeps what was typed, and says: ${words}`, async () => {
      await open();
      store.accountActions.answers.register = async () => ({ ok: false, problem });
      fill(right);
      await submit();
      await stage.shows(words);
      expect(stage.all<HTMLInputElement>('input').map(({ value }) => value)).to.deep.equal(Object.values(right));
      expect(stage.all('.steps')).to.have.length(0);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('says at the field what the company does not take', async () => {
    await open();
    store.accountActions.answers.register = async () => ({ ok: false, problem: { code: 'bad_input', path: 'holder' } });
    fill(right);
    await submit();
    await until(() => said('holder') === 'This cannot be taken as it is. Please check it.');
    await until(() => focused() === input('holder'));
  });

  it('without the code that asks, says that nobody answers', async () => {
    await open();
    store.actions = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    fill(right);
    await submit();
    await stage.shows('The company does not answer now.');
  });

  it('speaks another language without losing what was typed', async () => {
    await open();
    fill(right);
    await stage.speakOtherwise('lv');
    expect(stage.find('h1').textContent).to.equal('Reģistrācija');
    expect(stage.all<HTMLInputElement>('input').map(({ value }) => value)).to.deep.equal(Object.values(right));
  });
});
