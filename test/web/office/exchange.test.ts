import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/company.ts';
import type { StaffRole } from '../../../shared/staff.ts';
import type { ExchangeDrop } from '../../../web/office/elements/exchange-drop.ts';
import { Stage, until } from '../support/mount.ts';
import { type ApiAnswers, officeFor, refused } from '../support/office.ts';
import { attachReport, batch, id, importReport, job, upload } from './exchange-samples.ts';
import '../../../web/office/screens/exchange.ts';
import '../../../web/office/screens/exchange-job.ts';

type Made = Awaited<ReturnType<typeof officeFor>>;

describe('the exchange of the office', () => {
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

  const counts = { created: 0, changed: 0, unchanged: 0, refused: 0, late: 0 };
  const lists: ApiAnswers = {
    'exchange.jobs': () => ({ rows: [], next: null }),
    'exchange.batches': () => ({ rows: [], next: null }),
  };
  const fine = async (): Promise<void> => {
    expect(stage.text).not.to.match(/undefined|NaN|exchange-|\{|\[object/);
    expect(await stage.complaints()).to.deep.equal([]);
  };

  describe('at the desk', () => {
    const send = (file: File): void => {
      const drop = stage.find<ExchangeDrop>('exchange-drop');
      const input = drop.shadowRoot?.querySelector('input') as HTMLInputElement;
      const transfer = new DataTransfer();
      transfer.items.add(file);
      input.files = transfer.files;
      input.dispatchEvent(new Event('change'));
    };

    it('says why a file did not arrive, and takes the next one to its page', async () => {
      await open(html`<office-exchange></office-exchange>`, lists);
      const drop = stage.find<ExchangeDrop>('exchange-drop');
      drop.send = async () => {
        throw refused({ code: 'too_large' });
      };
      send(new File(['a'], 'a.csv'));
      await stage.appears('.failure');
      let arrived: (file: { id: string; name: string; size: number }) => void = () => {};
      drop.send = (_, { onProgress }) => {
        onProgress(1, 4);
        return new Promise((resolve) => {
          arrived = resolve;
        });
      };
      send(new File(['a'], 'konti.csv'));
      await stage.shows('konti.csv is on its way');
      expect(stage.find<HTMLProgressElement>('progress').value).to.equal(25);
      expect(stage.all('.failure')).to.deep.equal([]);
      await fine();
      arrived({ id: id(7), name: 'konti.csv', size: 1 });
      await until(() => office.navigated.length > 0);
      expect(office.navigated).to.deep.equal([`/office/exchange/in/${id(7)}`]);
    });

    it('stops a file on its way when somebody cancels', async () => {
      await open(html`<office-exchange></office-exchange>`, lists);
      let stopped = false;
      stage.find<ExchangeDrop>('exchange-drop').send = (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            stopped = true;
            reject(signal.reason);
          });
        });
      send(new File(['a'], 'konti.csv'));
      await stage.shows('konti.csv is on its way');
      stage.button('Cancel').click();
      await stage.shows('Drop a file here');
      expect(stopped).to.equal(true);
      expect(stage.all('.failure')).to.deep.equal([]);
    });

    it('says that nothing was brought in yet, and why lists are missing', async () => {
      await open(html`<office-exchange></office-exchange>`, lists);
      await stage.shows('Nothing has been brought in');
      stage.close();
      const failing = {
        'exchange.jobs': () => {
          throw refused({ code: 'try_again' });
        },
      };
      await open(html`<office-exchange></office-exchange>`, { ...lists, ...failing });
      await stage.appears('.failure');
    });

    it('shows by itself what becomes of work under way, and keeps what was looked up below', async () => {
      let jobs = [job({ state: 'running', done: 40, endedAt: null })];
      let newest = [batch({ id: id(20) })];
      await open(html`<office-exchange></office-exchange>`, {
        'exchange.jobs': () => ({ rows: jobs, next: null }),
        'exchange.batches': ({ after }: { after: string | null }) =>
          after === null ? { rows: newest, next: id(20) } : { rows: [batch({ id: id(10) })], next: null },
      });
      await stage.shows('Under way');
      stage.button('Show more').click();
      await until(() => stage.all('tbody tr').length === 2);
      jobs = [job({})];
      newest = [batch({ id: id(30), kind: 'statements', rows: 34, difference: { ...counts, created: 3, refused: 2 } })];
      await stage.shows('new: 3 bills, refused: 2 rows');
      expect(stage.all<HTMLAnchorElement>('tbody a').map((one) => one.getAttribute('href'))).to.deep.equal(
        [30, 20, 10].map((number) => `/office/exchange/batch/${id(number)}`),
      );
      expect(stage.text).to.contain('34 rows').and.to.contain('Last done').and.not.to.contain('Under way');
      await fine();
    });

    for (const language of ['en', 'lv', 'ru'] as const) {
      it(`lists what goes on and what was done, and more of it (${language})`, async () => {
        const asked: (string | null)[] = [];
        await open(
          html`<office-exchange></office-exchange>`,
          {
            'exchange.jobs': () => ({
              rows: [
                job({ state: 'running', endedAt: null }),
                job({ kind: 'undo' }),
                job({ state: 'failed', by: null }),
              ],
              next: null,
            }),
            'exchange.batches': ({ after }: { after: string | null }) => {
              asked.push(after);
              const rows = [batch({}), batch({ kind: 'readings-out', period: '2026-10', difference: null })];
              return after === null ? { rows, next: id(9) } : { rows: [batch({ state: 'undone' })], next: null };
            },
          },
          { language },
        );
        await until(() => stage.all('tbody tr').length === 2);
        await fine();
        stage.find('exchange-lists').shadowRoot?.querySelector<HTMLElement>('section:last-of-type > button')?.click();
        await until(() => stage.all('tbody tr').length === 3);
        expect(asked).to.deep.equal([null, id(9)]);
        await fine();
      });
    }
  });

  describe('a piece of work', () => {
    const screen = html`<office-exchange-job job=${id(1)}></office-exchange-job>`;
    const tried = job({ dryRun: true, outcome: { kind: 'import', report: importReport({}) } });
    const answers = (view: unknown, more: ApiAnswers = {}): ApiAnswers => ({
      'exchange.job': () => view,
      'exchange.upload': () => upload({}),
      ...more,
    });

    it('shows how far it is, asks on, and shows what came of it', async () => {
      let view = job({ state: 'waiting', ahead: 1, endedAt: null, outcome: null });
      await open(screen, { 'exchange.job': () => view });
      await stage.shows('1 other is before it');
      await fine();
      view = job({ state: 'running', done: 40, total: 120, endedAt: null, outcome: null });
      await stage.shows('Rows: 40 of 120');
      expect(stage.find<HTMLProgressElement>('progress').value).to.equal(40);
      await fine();
      const report = importReport({ batch: id(2), imported: true, refused: [], refusedCount: 0 });
      view = job({ outcome: { kind: 'import', report } });
      await stage.shows('Brought in.');
      expect(stage.button('To the batch').getAttribute('href')).to.equal(`/office/exchange/batch/${id(2)}`);
      await fine();
    });

    it('says that the answer did not come, and asks again', async () => {
      let asked = 0;
      await open(screen, {
        'exchange.job': () => {
          if (++asked === 1) throw refused(null);
          return job({ outcome: { kind: 'cancelled', report: null }, state: 'cancelled' });
        },
      });
      await stage.appears('.failure');
      await stage.shows('Cancelled. Nothing was changed.');
      expect(stage.all('.failure')).to.deep.equal([]);
    });

    it('leaves ending what changes something to managers', async () => {
      const view = job({ state: 'running', endedAt: null, outcome: null });
      await open(screen, answers(view), { role: 'clerk' });
      await stage.appears('progress');
      expect(stage.all('button')).to.deep.equal([]);
    });

    it('ends it', async () => {
      let ended = false;
      await open(screen, {
        'exchange.job': () => job({ state: 'running', endedAt: null, outcome: null, isEnding: ended }),
        'exchange.cancel': () => {
          ended = true;
          return { cancelled: 'cancelling' };
        },
      });
      await stage.shows('Stop and take back');
      stage.button('Stop and take back').click();
      await stage.shows('Is being stopped');
      expect(stage.all('button')).to.deep.equal([]);
    });

    for (const language of ['en', 'lv', 'ru'] as const) {
      it(`M1, B2: shows the difference, refused rows, falls and what was not carried over (${language})`, async () => {
        await open(screen, answers(tried), { language });
        await stage.appears('.next');
        expect(stage.text).to.contain('Summa').and.to.contain('10428');
        expect(stage.text).to.contain({ en: 'New payments', lv: 'Jauni maksājumi', ru: 'Новые платежи' }[language]);
        expect(stage.all<HTMLAnchorElement>('a[download]').map((one) => one.getAttribute('href'))).to.deep.equal([
          `/office/uploads/${id(5)}`,
          `/office/uploads/${id(4)}`,
        ]);
        await fine();
      });
    }

    it('lets a clerk look, and a manager bring in what was tried out', async () => {
      await open(screen, answers(tried), { role: 'clerk' });
      await stage.shows('A manager has to bring it in');
      stage.close();
      let sent: unknown;
      const more = {
        'exchange.bringIn': (input: unknown) => {
          sent = input;
          return { job: id(8) };
        },
      };
      await open(screen, answers(tried, more));
      await stage.shows('Bring in 3 payments without what is refused');
      stage.button('Bring in 3 payments without what is refused').click();
      await until(() => office.navigated.length > 0);
      expect(sent).to.deep.equal({ tried: id(1), strict: false, again: false });
      expect(office.navigated).to.deep.equal([`/office/exchange/job/${id(8)}`]);
    });

    it('tells before the same file is brought in again, also where somebody else was faster', async () => {
      let before: unknown[] = [];
      const applied = { job: id(3), kind: 'payments', at: '2026-11-28T06:00:00.000Z', by: 'Māra Kalna', isOver: true };
      const sent: { again: boolean }[] = [];
      await open(
        screen,
        answers(tried, {
          'exchange.upload': () => upload({ applied: before as never }),
          'exchange.bringIn': (input: { again: boolean }) => {
            sent.push(input);
            if (input.again) return { job: id(8) };
            before = [applied];
            throw refused({ code: 'file_applied', at: applied.at });
          },
        }),
      );
      await stage.appears('.next');
      const go = () => stage.button('Bring in 3 payments without what is refused');
      go().click();
      await stage.shows('This file was brought in already');
      await stage.appears('#again');
      expect(stage.text).to.contain('Māra Kalna');
      await fine();
      go().click();
      expect(sent.length).to.equal(1);
      stage.find('#again').click();
      await stage.settled();
      go().click();
      await until(() => office.navigated.length > 0);
      expect(sent.map(({ again }) => again)).to.deep.equal([false, true]);
    });

    it('says what is wrong with a file as a whole, and that nothing is new in one', async () => {
      const failure = { code: 'quote_open', line: 12, words: '' };
      await open(screen, answers(job({ state: 'failed', outcome: { kind: 'failed', failure } })));
      await stage.shows('Line 12: A quotation mark is opened here');
      await stage.shows('Nothing of the file was brought in');
      stage.close();
      const nothing = importReport({ created: 0, changed: 0, refused: [], refusedCount: 0, falls: [], fallsCount: 0 });
      await open(screen, answers(job({ dryRun: true, outcome: { kind: 'import', report: nothing } })));
      await stage.shows('there is nothing to bring in');
    });

    it('shows which PDFs found no bill', async () => {
      const view = job({
        kind: 'attach',
        what: 'pdfs',
        dryRun: true,
        outcome: { kind: 'attach', report: attachReport },
      });
      await open(screen, answers(view));
      await stage.shows('No bill names this file');
      await fine();
    });

    it('shows what taking back would do, asks why, and does it', async () => {
      let sent: unknown;
      const report = {
        batch: id(2),
        kind: 'payments',
        removed: 3,
        restored: 0,
        left: [
          { kind: 'readings', id: 'r', account: '10427', name: '2026-10', reason: { code: 'billed' } },
          {
            kind: 'statements',
            id: 's',
            account: '10428',
            name: '77',
            reason: { code: 'changed_since', batch: id(6) },
          },
        ],
        leftCount: 5,
      };
      const view = job({ kind: 'undo', dryRun: true, batch: id(2), outcome: { kind: 'undo', report } as never });
      await open(
        screen,
        answers(view, {
          'exchange.undo': (input: unknown) => {
            sent = input;
            return { job: id(8) };
          },
        }),
      );
      await stage.shows('Changed since by another file');
      await stage.shows('… and 3 more');
      await fine();
      stage.button('Take it back…').click();
      await stage.appears('#reason');
      await fine();
      stage.find<HTMLInputElement>('#reason').value = 'The wrong month';
      stage.button('Take back').click();
      await until(() => office.navigated.length > 0);
      expect(sent).to.deep.equal({ batch: id(2), reason: 'The wrong month' });
    });
  });
});
