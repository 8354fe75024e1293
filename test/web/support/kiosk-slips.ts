import { html, type TemplateResult } from 'lit';
import type { OfficeSlip, SlipRow } from '../../../shared/kiosk-office.ts';
import type { Meter } from '../../../shared/meter.ts';
import type { StaffRole } from '../../../shared/staff.ts';
import { Stage } from './mount.ts';
import { type ApiAnswers, officeFor, type TestOffice } from './office.ts';
import '../../../web/office/screens/kiosk-slips.ts';

/** What was left at kiosks, as the office gets it. */

export const slipId = '0190aaaa-0000-7000-8000-00001a2b3c4d';
export const meter: Meter = {
  id: 'm-1',
  account: 'a-1',
  service: 'electricity',
  serial: '77123',
  place: '',
  unit: 'kWh',
  ratio: 1,
  installedOn: '2015-01-01',
  verifiedUntil: null,
  retiredOn: null,
  replaces: null,
  registers: [
    { code: 'T2', digits: 6, decimals: 1, initial: 0 },
    { code: 'T1', digits: 6, decimals: 1, initial: 0 },
  ],
};
export const row: SlipRow = {
  id: slipId,
  kiosk: { id: 'k-1', name: 'Foajē' },
  state: 'office',
  account: { id: 'a-1', number: '10427', holder: 'Anna Ozola' },
  typedAccount: '10427',
  period: '2026-11',
  savedAt: '2026-11-27T10:00:00.000Z',
  receivedAt: '2026-11-28T06:00:00.000Z',
  readings: 2,
  notEntered: 1,
  inReview: false,
};
export const held: SlipRow = { ...row, id: '0190aaaa-0000-7000-8000-0000ffff0001', state: 'held' };
export const opened = (change: Partial<OfficeSlip> = {}): OfficeSlip => ({
  id: slipId,
  kiosk: row.kiosk,
  state: 'office',
  account: { id: 'a-1', number: '10427', holder: 'Anna Ozola', address: 'Rīgas iela 1-5', email: null, phone: null },
  meters: [meter],
  inReview: false,
  typedAccount: '10427',
  serial: '77123',
  kept: 'all',
  contact: '+371 2912 3456',
  language: 'lv',
  period: '2026-11',
  savedAt: row.savedAt,
  receivedAt: row.receivedAt,
  broughtBy: null,
  shutOut: false,
  problems: [],
  readings: [
    {
      id: 'r-1',
      serial: '77123',
      service: null,
      typed: ['150,0', '80'],
      meter,
      outcome: 'office',
      inReview: false,
      confirmed: [],
      problems: [
        { code: 'below_previous', previous: 1600, previousPeriod: '2026-10', explanations: [], register: 'T1' },
      ],
      byOffice: null,
    },
    {
      id: 'r-2',
      serial: '999',
      service: 'gas',
      typed: ['12'],
      meter: null,
      outcome: 'accepted',
      inReview: false,
      confirmed: [],
      problems: [],
      byOffice: null,
    },
  ],
  settled: null,
  ...change,
});

/** The office's screen of slips. */
export class SlipsStage {
  stage!: Stage;
  office!: TestOffice;

  async open(
    answers: ApiAnswers = {},
    {
      slip = slipId,
      role = 'clerk',
      language = 'en',
    }: { slip?: string | null; role?: StaffRole; language?: 'en' | 'lv' | 'ru' } = {},
  ): Promise<void> {
    const all: ApiAnswers = {
      'kiosks.slips': () => ({ rows: [row], next: null }),
      'kiosks.slip': () => opened(),
      'kiosks.work': () => ({ office: 1, held: 0, most: 1000 }),
      'review.entryBasis': () => ({ meter, history: [], present: [], adjusts: 'no', seen: 0 }),
      ...answers,
    };
    await this.show(all, html`<office-kiosk-slips .slip=${slip}></office-kiosk-slips>`, { role, language });
  }

  async show(
    answers: ApiAnswers,
    screen: TemplateResult,
    { role = 'clerk', language = 'en' }: { role?: StaffRole; language?: 'en' | 'lv' | 'ru' } = {},
  ): Promise<void> {
    this.office = await officeFor(answers, { role });
    this.stage = await Stage.open(screen, {
      areas: ['office', 'office-kiosks', 'office-review', 'readings', 'history'],
      office: this.office,
      language,
    });
    await this.stage.settled();
  }

  inside<E extends HTMLElement>(tag: string, selector: string): E[] {
    return this.stage.all(tag).flatMap((one) => [...(one.shadowRoot?.querySelectorAll<E>(selector) ?? [])]);
  }

  send(form: Element | undefined): void {
    form?.dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));
  }

  settle(note: string): void {
    this.stage.find<HTMLInputElement>('#note').value = note;
    this.send(this.inside('settle-slip', 'form')[0]);
  }

  inputsOf(name: string): unknown[] {
    return this.office.asked.filter(([asked]) => asked === name).map(([, input]) => input);
  }
}
