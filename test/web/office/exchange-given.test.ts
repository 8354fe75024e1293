import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/company.ts';
import type { StaffRole } from '../../../shared/staff.ts';
import { Stage, until } from '../support/mount.ts';
import { type ApiAnswers, officeFor, refused } from '../support/office.ts';
import { answered, batch, id, importReport, outlook } from './exchange-samples.ts';
import '../../../web/office/screens/exchange-batch.ts';
import '../../../web/office/screens/exchange-out.ts';

type Made = Awaited<ReturnType<typeof officeFor>>;

describe('what the office gave out and took in', () => {
  let stage: Stage;
  let office: Made;
  afterEach(() => stage.close());

  async function open(
    screen: TemplateResult,
    answers: ApiAnswers,
    { role = 'manager', language = 'en' }: { role?: StaffRole; language?: Language } = {},
  ): Promise<void> {
    office = await officeFor(answers, { role });
    stage = await Stage.open(screen, { language, areas: ['office', 'office-exchange', 'office-windows'], office });
  }

  const fine = async (): Promise<void> => {
    expect(stage.text).not.to.match(/undefined|NaN|exchange-|\{|\[object/);
    expect(await stage.complaints()).to.deep.equal([]);
  };

  describe('a batch', () => {
    const screen = html`<office-exchange-batch batch=${id(2)}></office-exchange-batch>`;
    const view = { ...batch({}), job: id(1), upload: id(3), report: importReport({ batch: id(2) }) };
    const rest = { answered: null, lock: null, obstacle: null, undoneWhy: null };

    it('shows its report, and leads to taking it back', async () => {
      await open(screen, {
        'exchange.batch': () => ({ ...view, ...rest }),
        'exchange.tryUndo': () => ({ job: id(8) }),
      });
      await stage.shows('Refused rows');
      await fine();
      stage.button('Take back…').click();
      await until(() => office.navigated.length > 0);
      expect(office.navigated).to.deep.equal([`/office/exchange/job/${id(8)}`]);
    });

    for (const language of ['en', 'lv', 'ru'] as const) {
      it(`I9: shows what billing answered, its files, and why it stays (${language})`, async () => {
        const given = { ...view, kind: 'readings-out', period: '2026-10', difference: null, job: null, report: null };
        const lock = { lockedAt: '2026-11-04T08:00:00.000Z', isOwn: true };
        await open(
          screen,
          { 'exchange.batch': () => ({ ...given, answered, lock, obstacle: 'batch_billed', undoneWhy: null }) },
          { language },
        );
        await stage.appears('a[download]');
        expect(stage.all('a[download]').length).to.equal(4);
        expect(stage.all('button')).to.deep.equal([]);
        await fine();
      });
    }

    it('says who took it back and why', async () => {
      const undone = { state: 'undone', undoneAt: '2026-11-28T06:00:00.000Z', undoneBy: 'Māra Kalna' };
      await open(screen, {
        'exchange.batch': () => ({ ...view, ...rest, ...undone, obstacle: 'batch_undone', undoneWhy: 'Wrong month' }),
      });
      await stage.shows('Māra Kalna. Wrong month');
      expect(stage.all('button')).to.deep.equal([]);
    });
  });

  describe('giving out', () => {
    const screen = html`<office-exchange-out .chosen=${'2026-10'}></office-exchange-out>`;

    for (const language of ['en', 'lv', 'ru'] as const) {
      it(`W6: says what is in the file, what is not, and what was given (${language})`, async () => {
        await open(screen, { 'exchange.outlook': () => outlook({}) }, { language });
        await stage.appears('.counts');
        await fine();
      });
    }

    it('chooses the month of the window by itself', async () => {
      const asked: unknown[] = [];
      await open(html`<office-exchange-out></office-exchange-out>`, {
        'exchange.outlook': (input: { period: string }) => {
          asked.push(input);
          return outlook({ period: input.period as never });
        },
      });
      await stage.appears('.counts');
      expect(asked).to.deep.equal([{ period: '2026-11' }]);
    });

    it('shows a clerk what there is, and says who may give it', async () => {
      await open(screen, { 'exchange.outlook': () => outlook({}) }, { role: 'clerk' });
      await stage.shows('A manager gives readings to billing');
      expect(stage.all('button')).to.deep.equal([]);
      await fine();
    });

    it('gives nothing where there is nothing', async () => {
      await open(screen, { 'exchange.outlook': () => outlook({ ready: 0, adjustments: 0 }) });
      await stage.shows('There is nothing new to give');
      stage.button('Give out without locking').click();
      await stage.settled();
    });

    it('locks with the export, and offers its files', async () => {
      let locked = false;
      let sent: unknown;
      await open(screen, {
        'exchange.outlook': () =>
          outlook(locked ? { locked: { lockedAt: '2026-11-28T07:00:00.000Z', byExport: id(2) } } : {}),
        'exchange.giveOutAndLock': (input: unknown) => {
          sent = input;
          locked = true;
          return { batch: id(2), readings: 97 };
        },
      });
      await stage.shows('Give out and lock the month');
      stage.button('Give out and lock the month').click();
      await stage.shows('97 readings are in the file. The month is locked.');
      expect(sent).to.deep.equal({ period: '2026-10', early: null });
      expect(stage.all('a[download]').length).to.equal(4);
      await stage.shows('Give out what is new');
      await fine();
    });

    it('W6: asks for a reason where residents may still hand in, and shows what speaks against it', async () => {
      const sent: unknown[] = [];
      await open(screen, {
        'exchange.outlook': () => outlook({ isTooEarly: true }),
        'exchange.giveOutAndLock': (input: unknown) => {
          sent.push(input);
          throw refused({ code: 'try_again' });
        },
      });
      await stage.shows('Readings can still come in');
      stage.button('Give out and lock the month').click();
      await stage.appears('#reason');
      await fine();
      stage.find<HTMLInputElement>('#reason').value = 'The year is closed';
      stage.find('reason-dialog').shadowRoot?.querySelector<HTMLElement>('.primary')?.click();
      await stage.settled();
      expect(sent).to.deep.equal([]);
      stage.find('#early').click();
      stage.find('reason-dialog').shadowRoot?.querySelector<HTMLElement>('.primary')?.click();
      await until(() =>
        stage.all('reason-dialog .error, .error').some((one) => (one.textContent ?? '').includes('again')),
      );
      expect(sent).to.deep.equal([{ period: '2026-10', early: 'The year is closed' }]);
    });
  });
});
