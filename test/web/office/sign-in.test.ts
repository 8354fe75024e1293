import { expect } from 'chai';
import { html } from 'lit';
import type { PublicCompany } from '../../../shared/company.ts';
import type { Staff } from '../../../shared/staff.ts';
import { Stage, until } from '../support/mount.ts';
import { type ApiAnswers, officeFor, refused } from '../support/office.ts';
import '../../../web/office/entrance/sign-in.ts';

const staff: Staff = { id: 'staff-1', name: 'Dace', email: 'dace@example.lv', role: 'clerk', language: null };
const passed = { challenge: 'c1', setUp: null };

describe('signing in to the office', () => {
  let stage: Stage;
  let entered: Staff[];

  async function open(
    answers: ApiAnswers,
    { demo, language = 'en' }: { demo?: PublicCompany['demo']; language?: 'en' | 'lv' | 'ru' } = {},
  ): Promise<void> {
    const { company, api } = await officeFor(answers);
    const door = { company: { ...company, ...(demo && { demo }) }, api };
    entered = [];
    stage = await Stage.open(
      html`<office-sign-in
        .door=${door}
        @staff-entered=${({ staff: one }: { staff: Staff }) => entered.push(one)}
      ></office-sign-in>`,
      { areas: ['office'], language },
    );
  }

  afterEach(() => stage.close());

  const type = (id: string, text: string) => {
    stage.find<HTMLInputElement>(`#${id}`).value = text;
  };
  async function submit(): Promise<void> {
    stage.find('form').dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));
    await stage.settled();
  }
  async function password(): Promise<void> {
    type('username', 'Dace@example.lv');
    type('password', 'leaves on the stairs');
    await submit();
  }

  it('asks for what is missing, and asks nobody anything', async () => {
    await open({});
    await submit();
    expect(stage.text).to.contain('Please type your e-mail address.');
    expect(stage.text).to.contain('Please type your password.');
    type('username', 'dace');
    await submit();
    expect(stage.text).to.contain('This is not an e-mail address.');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  for (const [error, said] of [
    [refused({ code: 'sign_in_failed' }), 'The e-mail or the password is not right.'],
    [refused({ code: 'too_many', seconds: 700 }), 'Please try again in about 12 minutes.'],
    [refused(null), 'The portal cannot be reached.'],
  ] as const) {
    it(`says in words: ${said}`, async () => {
      await open({ 'staff.signIn': () => Promise.reject(error) });
      await password();
      await stage.shows(said);
      expect(stage.find<HTMLInputElement>('#username').value).to.equal('Dace@example.lv');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('asks for the code after the password, and says when it is wrong', async () => {
    const codes: unknown[] = [];
    await open({
      'staff.signIn': () => passed,
      'staff.enterCode': (input) => {
        codes.push(input);
        if (codes.length === 1) throw refused({ code: 'code_wrong' });
        return { staff, recoveryCodes: null };
      },
    });
    await password();
    await stage.shows('Your code');
    await submit();
    expect(stage.text).to.contain('Please type the code.');
    type('code', ' 123456 ');
    await submit();
    await stage.shows('This code is not right, or it was used already.');
    expect(await stage.complaints()).to.deep.equal([]);
    type('code', '654321');
    await submit();
    await until(() => entered.length === 1);
    expect(entered).to.deep.equal([staff]);
    expect(codes).to.deep.equal([
      { challenge: 'c1', code: '123456' },
      { challenge: 'c1', code: '654321' },
    ]);
  });

  it('takes a recovery code where the phone is not there', async () => {
    const codes: unknown[] = [];
    await open({
      'staff.signIn': () => passed,
      'staff.enterCode': (input) => {
        codes.push(input);
        return { staff, recoveryCodes: null };
      },
    });
    await password();
    await stage.appears('#code');
    stage.button('My phone is not here').click();
    await stage.shows('Recovery code');
    type('code', 'abcd-efgh-jkmn-pqrs');
    await submit();
    await until(() => entered.length === 1);
    expect(codes).to.deep.equal([{ challenge: 'c1', code: 'abcd-efgh-jkmn-pqrs' }]);
  });

  it('goes back to the password where the code came too late, and says so', async () => {
    await open({
      'staff.signIn': () => passed,
      'staff.enterCode': () => Promise.reject(refused({ code: 'sign_in_lapsed' })),
    });
    await password();
    await stage.appears('#code');
    type('code', '123456');
    await submit();
    await stage.shows('That took too long.');
    expect(stage.find<HTMLInputElement>('#username').value).to.equal('dace@example.lv');
  });

  it('sets the phone up the first time, and lets nobody go on before the recovery codes were shown', async () => {
    const setUp = { secret: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', uri: 'otpauth://totp/X:d?secret=ABCDEFGH' };
    await open({
      'staff.signIn': () => ({ challenge: 'c1', setUp }),
      'staff.enterCode': () => ({ staff, recoveryCodes: ['aaaa-bbbb-cccc-dddd', 'eeee-ffff-gggg-hhhh'] }),
    });
    await password();
    await stage.shows('ABCD EFGH IJKL MNOP');
    expect(stage.find('svg path').getAttribute('d')).to.match(/^M/);
    expect(await stage.complaints()).to.deep.equal([]);
    type('code', '123456');
    await submit();
    await stage.shows('aaaa-bbbb-cccc-dddd');
    expect(entered).to.deep.equal([]);
    expect(await stage.complaints()).to.deep.equal([]);
    stage.button('I have kept them, go on').click();
    expect(entered).to.deep.equal([staff]);
  });

  it('fills the sign-ins of a demo in, and shows the code of the phone that nobody has', async () => {
    const demo = {
      clockAhead: 0,
      signIns: [],
      staff: [
        {
          name: 'Inga',
          email: 'dace@example.lv',
          role: 'clerk' as const,
          password: 'demo',
          secret: '622AJGUA2W5ID6GZB6TVMGBA2FY4ZI2R',
        },
      ],
    };
    await open({ 'staff.signIn': () => passed }, { demo });
    stage.button('Inga, clerk').click();
    expect(stage.find<HTMLInputElement>('#password').value).to.equal('demo');
    await submit();
    await stage.shows('The code now');
    stage.button('Fill it in').click();
    expect(stage.find<HTMLInputElement>('#code').value).to.match(/^\d{6}$/);
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`is clean for axe in ${language}`, async () => {
      await open({ 'staff.signIn': () => passed }, { language });
      expect(await stage.complaints()).to.deep.equal([]);
      await password();
      await stage.appears('#code');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }
});
