import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/company.ts';
import type { StaffRole } from '../../../shared/staff.ts';
import { type Stage, until } from '../support/mount.ts';
import { type ApiAnswers, refused } from '../support/office.ts';
import { openOffice } from '../support/office-stage.ts';
import { dueMeter, november } from '../support/progress.ts';
import '../../../web/office/screens/verifications.ts';

const page = <T>(...rows: T[]) => ({ rows, next: null });

let stage: Stage;
let said: (name: string) => unknown[];

async function open(
  template: TemplateResult,
  answers: ApiAnswers,
  { role = 'manager', language }: { role?: StaffRole; language?: Language | undefined } = {},
): Promise<void> {
  ({ stage, said } = await openOffice(template, answers, { areas: ['office-progress'], role, language }));
}

describe('verifications that end', () => {
  afterEach(() => stage.close());

  const show = (answers: ApiAnswers = {}, options: { role?: StaffRole; language?: Language } = {}): Promise<void> =>
    open(
      html`<office-verifications></office-verifications>`,
      {
        'progress.month': () => november,
        'progress.verifications': () => page(dueMeter, { ...dueMeter, meter: 'm2', serial: 'OLD', daysLeft: -3 }),
        'windows.buildings': () => [],
        ...answers,
      },
      options,
    );

  it('says why there is no list, and that there is none', async () => {
    await show({
      'progress.verifications': () => {
        throw refused(null);
      },
    });
    await stage.appears('[role=alert]');
    stage.close();
    await show({ 'progress.verifications': () => page() });
    await stage.shows('There is no such meter.');
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`W8: shows what ends when, without complaints (${language})`, async () => {
      await show({}, { language });
      await stage.shows('21-0051377');
      expect(await stage.complaints()).to.deep.equal([]);
      if (language === 'en') expect(stage.text).to.contain('7 days left').and.to.contain('ended 3 days ago');
    });
  }

  it('asks for a step, and gives the file of the same', async () => {
    await show();
    await stage.shows('OLD');
    const [step] = stage.all<HTMLSelectElement>('select');
    if (!step) throw new Error('no select');
    expect(step.textContent).to.contain('Has ended (2)');
    step.value = 'ended';
    step.dispatchEvent(new Event('change'));
    await until(() => said('progress.verifications').length > 1);
    expect(said('progress.verifications').at(-1)).to.deep.equal({
      step: 'ended',
      building: null,
      service: null,
      after: null,
    });
    await stage.settled();
    expect(stage.button('As a file (CSV)').getAttribute('href')).to.equal('/office/verifications.csv?step=ended');
  });

  it('lets a manager remind of what is shown', async () => {
    await show({
      'progress.remindVerifications': () => ({ job: 'j' }),
      'progress.verificationLetters': () => ({ count: 3, more: false }),
    });
    await stage.shows('OLD');
    stage.button('Remind by mail…').click();
    await stage.shows('3 accounts with somebody who uses the portal get a letter');
    stage.button('Send the letters').click();
    await stage.shows('The letters are being written.');
    expect(said('progress.remindVerifications')).to.deep.equal([{ step: null, building: null, service: null }]);
  });
});
