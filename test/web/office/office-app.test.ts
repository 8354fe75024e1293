import { expect } from 'chai';
import { html } from 'lit';
import type { Staff } from '../../../shared/staff.ts';
import { StaffEntered } from '../../../web/office/entrance/staff-entered.ts';
import { Stage, until } from '../support/mount.ts';
import { officeFor, refused } from '../support/office.ts';
import '../../../web/office/office-app.ts';
// Its code is there before its words are, as for whoever has been here before.
import '../../../web/office/screens/progress.ts';

const staff: Staff = { id: 'staff-1', name: 'Dace', email: 'dace@example.lv', role: 'clerk', language: null };

describe('the frame of the office', () => {
  const began = location.href;
  const report = globalThis.reportError;
  let stage: Stage;
  let errors: string[];

  beforeEach(() => {
    errors = [];
    globalThis.reportError = (error) => errors.push(String(error));
    history.replaceState(null, '', '/office');
  });
  afterEach(() => {
    stage.close();
    globalThis.reportError = report;
    history.replaceState(null, '', began);
  });

  async function open(): Promise<void> {
    const { company, api } = await officeFor({
      'staff.me': () => Promise.reject(refused({ code: 'signed_out' })),
      'progress.month': () => new Promise(() => {}),
    });
    const app = document.createElement('office-app');
    app.company = company;
    app.api = api;
    stage = await Stage.open(html`${app}`, {});
    await stage.appears('office-sign-in');
  }
  const enter = () => stage.find('office-sign-in').dispatchEvent(new StaffEntered(staff));
  const speak = (language: string) => {
    const choice = stage.find<HTMLSelectElement>('header select');
    choice.value = language;
    choice.dispatchEvent(new Event('change'));
  };

  it('shows a page to who has just come in when its words are there', async () => {
    await open();
    enter();
    await stage.appears('office-progress');
    await stage.settled();
    expect(errors).to.deep.equal([]);
    expect(stage.find('h1').textContent).to.not.equal('progress-title');
  });

  it('has the words of the page, also where another language was chosen just before', async () => {
    await open();
    speak('ru');
    enter();
    await until(() => stage.all('office-progress h1, h1').some((one) => one.textContent === 'Ход месяца'));
    await stage.settled();
    expect(errors).to.deep.equal([]);
    expect(document.documentElement.lang).to.equal('ru');
  });
});
