import { expect } from 'chai';
import { html } from 'lit';
import type { StaffEntry } from '../../../shared/staff-forms.ts';
import { Stage, until } from '../support/mount.ts';
import { type ApiAnswers, officeFor, refused } from '../support/office.ts';
import '../../../web/office/screens/access.ts';
import '../../../web/office/screens/staff.ts';

const areas = ['office', 'office-staff', 'accounts'];
const one = (change: Partial<StaffEntry>): StaffEntry => ({
  id: 'staff-2',
  name: 'Oļegs Petrovs',
  email: 'olegs@example.lv',
  role: 'clerk',
  state: 'active',
  language: 'lv',
  createdAt: '2026-11-01T09:00:00.000Z',
  seenAt: null,
  ...change,
});
const everybody = [
  one({ id: 'staff-1', name: 'Dace Liepa', role: 'administrator' }),
  one({}),
  one({ id: 'staff-3', name: 'Vera', state: 'invited' }),
  one({ id: 'staff-4', name: 'Ivans', state: 'disabled' }),
];

describe('the people of the office', () => {
  let stage: Stage;
  const calls: unknown[] = [];

  async function open(answers: ApiAnswers = {}, language: 'en' | 'lv' | 'ru' = 'en'): Promise<void> {
    calls.length = 0;
    const office = await officeFor({ 'staff.list': () => everybody, ...answers });
    stage = await Stage.open(html`<office-staff></office-staff>`, { areas, office, language });
    await stage.settled();
  }
  afterEach(() => stage.close());
  const note = (input: unknown) => {
    calls.push(input);
    return {};
  };

  it('says why the list is not there', async () => {
    await open({ 'staff.list': () => Promise.reject(refused(null)) });
    await stage.shows('The portal cannot be reached.');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says that the only administrator stays one, and changes nothing on the screen', async () => {
    await open({ 'staff.setRole': () => Promise.reject(refused({ code: 'last_administrator' })) });
    const select = stage.find<HTMLSelectElement>('select');
    select.value = 'clerk';
    select.dispatchEvent(new Event('change'));
    await stage.shows('Make Dace Liepa clerk?');
    stage.button('Change the role').click();
    await stage.shows('This is the only administrator who can sign in.');
    expect(stage.find<HTMLSelectElement>('select').value).to.equal('administrator');
  });

  it('offers nothing against oneself, and to each what their state allows', async () => {
    await open();
    const rows = stage
      .all('tbody tr')
      .map((row) => [...row.querySelectorAll('button')].map((b) => b.textContent?.trim()));
    expect(rows).to.deep.equal([[], ['New phone', 'Shut out'], ['Invite again', 'Shut out'], ['Let in again']]);
  });

  it('asks before somebody is shut out, and then does it', async () => {
    await open({ 'staff.disable': note });
    stage.button('Shut out').click();
    await stage.shows('Shut Oļegs Petrovs out?');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.find<HTMLElement>('[slot="answers"] .primary').click();
    await stage.shows('Oļegs Petrovs is shut out.');
    expect(calls).to.deep.equal([{ id: 'staff-2' }]);
  });

  it('invites with name, address, role and language, and says when the address is somebody’s', async () => {
    let taken = true;
    await open({
      'staff.invite': (input) => {
        if (taken) throw refused({ code: 'email_taken' });
        return note(input);
      },
    });
    stage.button('Invite somebody').click();
    await stage.appears('form');
    const submit = () =>
      stage
        .find('invite-staff form, form')
        .dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));
    submit();
    await stage.shows('Please type the name.');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.find<HTMLInputElement>('#name').value = 'Anna';
    stage.find<HTMLInputElement>('#email').value = 'anna@example.lv';
    stage.find<HTMLSelectElement>('#role').value = 'manager';
    submit();
    await stage.shows('Somebody of the office has this address already.');
    taken = false;
    submit();
    await stage.shows('Anna is invited.');
    expect(calls).to.deep.equal([{ name: 'Anna', email: 'anna@example.lv', role: 'manager', language: 'lv' }]);
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`is clean for axe in ${language}`, async () => {
      await open({}, language);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }
});

describe('my access', () => {
  let stage: Stage;
  async function open(answers: ApiAnswers, language: 'en' | 'lv' | 'ru' = 'en'): Promise<void> {
    const office = await officeFor({ 'staff.access': () => ({ recoveryCodesLeft: 3 }), ...answers });
    stage = await Stage.open(html`<office-access></office-access>`, { areas, office, language });
    await stage.settled();
  }
  afterEach(() => stage.close());
  const type = (id: string, text: string) => {
    stage.find<HTMLInputElement>(`#${id}`).value = text;
  };
  const submit = () => stage.find('form').dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));

  it('says at its field what is wrong with a change of the password', async () => {
    let problem: Parameters<typeof refused>[0] = { code: 'password_wrong' };
    await open({ 'staff.changePassword': () => Promise.reject(refused(problem)) });
    stage.button('Change the password').click();
    await stage.appears('#current');
    submit();
    await stage.shows('Please type your present password.');
    type('current', 'leaves');
    type('password', 'wet leaves in autumn');
    type('code', '123456');
    submit();
    await stage.shows('The present password is not right.');
    problem = { code: 'code_wrong' };
    submit();
    await stage.shows('This code is not right');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('shows another phone’s code after both factors, and then the new recovery codes', async () => {
    const factor = { challenge: 'c', secret: 'ABCDEFGHIJKLMNOP', uri: 'otpauth://totp/X?secret=ABCDEFGHIJKLMNOP' };
    await open({
      'staff.beginSecondFactor': () => factor,
      'staff.confirmSecondFactor': () => ({ recoveryCodes: ['aaaa-bbbb-cccc-dddd'] }),
    });
    stage.button('Set up another phone').click();
    await stage.appears('#current');
    type('current', 'leaves');
    type('code', '123456');
    submit();
    await stage.shows('ABCD EFGH IJKL MNOP');
    await until(() => stage.find<HTMLInputElement>('#code').value === '');
    type('code', '654321');
    submit();
    await stage.shows('aaaa-bbbb-cccc-dddd');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.button('I have kept them, go on').click();
    await stage.shows('From now on the codes of the new phone count.');
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`is clean for axe in ${language}`, async () => {
      await open({}, language);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }
});
