import { TRPCClientError } from '@trpc/client';
import { expect } from 'chai';
import { html } from 'lit';
import type { Problem } from '../../../shared/problem.ts';
import type { QueueRow, QueueSummary, ReviewCase } from '../../../shared/review.ts';
import { Stage, until } from '../support/mount.ts';
import { type ApiAnswers, officeFor } from '../support/office.ts';
import { caseOf, queued, seenReading } from '../support/review-case.ts';
import '../../../web/office/screens/review.ts';

const refused = (problem: Problem): never => {
  throw TRPCClientError.from({ error: { message: problem.code, code: -32000, data: { problem } } } as never);
};

const summaryOf = (rows: readonly QueueRow[]): QueueSummary => ({
  total: rows.length,
  more: false,
  kinds: { impossible: rows.length },
  services: ['cold-water'],
  buildings: ['Rīgas iela 1'],
  periods: ['2026-11'],
});

describe('the review screen', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  async function open(
    rows: readonly QueueRow[],
    answers: ApiAnswers = {},
    screen = html`<review-screen></review-screen>`,
  ): Promise<{ called: [string, unknown][] }> {
    const called: [string, unknown][] = [];
    const noted = Object.fromEntries(
      Object.entries(answers).map(([name, answer]) => [
        name,
        (input: never) => {
          called.push([name, input]);
          return answer(input);
        },
      ]),
    );
    const office = await officeFor({
      'review.summary': () => summaryOf(rows),
      'review.list': () => ({ rows, next: null }),
      'review.open': ({ reading }: { reading: string }) => caseOf(reading),
      ...noted,
    } as ApiAnswers);
    stage = await Stage.open(screen, {
      areas: ['office', 'office-review', 'readings', 'history'],
      office,
    });
    return { called };
  }

  async function openFirst(): Promise<void> {
    await stage.appears('li button');
    stage.find('li button').click();
    await stage.appears('review-decision');
  }

  const press = (on: Element, key: string) =>
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));

  it('says so where nothing waits', async () => {
    await open([]);
    await stage.shows('Nothing waits.');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says so where the portal cannot be reached', async () => {
    await open([], { 'review.list': () => refused({ code: 'try_again' }) });
    await stage.appears('.failure');
  });

  it('begins with the month and the kind of the address', async () => {
    const { called } = await open(
      [],
      { 'review.list': () => ({ rows: [], next: null }) },
      html`<review-screen period="2026-10" kind="late"></review-screen>`,
    );
    await stage.shows('October 2026');
    const everything = { after: null, kind: null, service: null, building: null, period: null, mine: false };
    expect(called).to.deep.equal([['review.list', { ...everything, period: '2026-10', kind: 'late' }]]);
    const shown = stage.all<HTMLSelectElement>('select').map(({ selectedOptions: [one] }) => one?.value);
    expect(shown).to.deep.equal(['late', '', '', '2026-10']);
    stage.find<HTMLElementTagNameMap['review-screen']>('review-screen').period = null;
    stage.find<HTMLElementTagNameMap['review-screen']>('review-screen').kind = null;
    await until(() => called.length > 1);
    expect(called[1]).to.deep.equal(['review.list', everything]);
  });

  it('shows a reading with why it waits, its values against the others, and when it was read', async () => {
    await open([queued('1')]);
    await openFirst();
    await stage.shows('Use 900.000 m³: more than is possible in these days (620.000 m³).');
    await stage.shows('about 27 Nov, 11:00; surely between 27 Nov, 10:00 and 27 Nov, 12:00');
    expect(stage.text).to.contain('9.000 909.000 900.000 3.000');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  const fromKiosk = (id: string, more: Partial<ReviewCase> = {}) =>
    caseOf(id, {
      slip: { id: '0190aaaa-0000-7000-8000-00001a2b3c4d', contact: '+371 2912 3456', language: 'ru' },
      ...more,
    });

  it('shows of a reading from a kiosk how to reach whoever left it, in which language, and the slip', async () => {
    await open([queued('1')], { 'review.open': ({ reading }: { reading: string }) => fromKiosk(reading) });
    await openFirst();
    await stage.shows('+371 2912 3456');
    expect(stage.find<HTMLAnchorElement>('a[href^="tel:"]').getAttribute('href')).to.equal('tel:+37129123456');
    expect(stage.find('a[href="/office/kiosks/slips/0190aaaa-0000-7000-8000-00001a2b3c4d"]').textContent).to.equal(
      '1A2B-3C4D',
    );
    expect(stage.text).to.contain('Русский').and.not.to.contain('Nobody of this account uses the portal');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says of a reading from a kiosk that nothing was left where nothing was', async () => {
    const slip = { id: '0190aaaa-0000-7000-8000-00001a2b3c4d', contact: null, language: 'lv' } as const;
    await open([queued('1')], { 'review.open': ({ reading }: { reading: string }) => fromKiosk(reading, { slip }) });
    await openFirst();
    await stage.shows('nothing was left');
  });

  it('says whom to tell where nobody of the account uses the portal, before the decision and after it', async () => {
    const { called } = await open([queued('1')], {
      'review.open': ({ reading }: { reading: string }) => fromKiosk(reading, { isRead: false }),
      'review.refuse': () => ({ done: true, reading: '1', state: 'refused', adjustment: false }),
      'review.ask': () => ({ conversation: 'c' }),
    });
    await openFirst();
    await stage.shows('Nobody of this account uses the portal, so nobody reads there what you decide.');
    stage.button('Ask the resident').click();
    await stage.shows('Nobody of this account would find a question in the portal.');
    expect(stage.all('form textarea')).to.deep.equal([]);
    expect(await stage.complaints()).to.deep.equal([]);
    stage.button('Refuse').click();
    await stage.shows('Nobody of the account uses the portal: tell them yourself.');
    stage.find<HTMLTextAreaElement>('textarea').value = 'Read anew, please.';
    stage.find('form').dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));
    await stage.shows('Tell them: +371 2912 3456 (Русский).');
    expect(called.filter(([name]) => name === 'review.ask')).to.deep.equal([]);
  });

  it('says so where nobody of the account can be reached', async () => {
    await open([queued('1')], {
      'review.open': ({ reading }: { reading: string }) => caseOf(reading, { isRead: false }),
    });
    await openFirst();
    await stage.shows('How to reach them is not known.');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('accepts with A, says what was done, and opens the next one by itself', async () => {
    const { called } = await open([queued('1'), queued('2')], {
      'review.open': ({ reading }: { reading: string }) => caseOf(reading, { judged: [] }),
      'review.accept': () => ({ done: true, reading: '1', state: 'accepted', adjustment: false }),
    });
    await openFirst();
    press(stage.find('h2'), 'a');
    await stage.shows('Done: accepted. Cold water, 101, November 2026');
    await stage.shows('102 · Anna Bērziņa');
    await stage.appears('review-decision');
    expect(called.filter(([name]) => name === 'review.accept')).to.deep.equal([
      ['review.accept', { reading: '1', seen: 7, rollover: null, override: false, reason: null }],
    ]);
  });

  it('accepts more than can be used only when it is said twice, also with Ctrl + Enter', async () => {
    const { called } = await open([queued('1')], {
      'review.accept': () => ({ done: true, reading: '1', state: 'accepted', adjustment: false }),
    });
    await openFirst();
    press(stage.find('h2'), 'a');
    await stage.appears('form [type=submit]');
    expect(called).to.deep.equal([]);
    stage
      .find('textarea')
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, composed: true }));
    await stage.shows('Done: accepted.');
    expect(called).to.have.length(1);
  });

  it('goes into the list by J from the heading, where the focus is at first', async () => {
    await open([queued('1')]);
    await stage.appears('li button');
    press(stage.find('h1'), 'j');
    expect(stage.find('li button').matches(':focus')).to.equal(true);
  });

  it('takes letters for keys nowhere else, and not while somebody types', async () => {
    const { called } = await open([queued('1')], { 'review.accept': () => refused({ code: 'internal' }) });
    await openFirst();
    press(stage.find('h1'), 'a');
    press(stage.find('h2'), 'r');
    await stage.appears('textarea');
    press(stage.find('textarea'), 'a');
    expect(called).to.deep.equal([]);
  });

  it('refuses only with a reason', async () => {
    const { called } = await open([queued('1')], { 'review.refuse': () => ({ done: true }) });
    await openFirst();
    press(stage.find('h2'), 'r');
    await stage.appears('form');
    stage.find<HTMLButtonElement>('form [type=submit]').click();
    await stage.shows('Please write the reason.');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.find<HTMLTextAreaElement>('textarea').value = 'Not plausible';
    stage.find<HTMLButtonElement>('form [type=submit]').click();
    await stage.shows('Done: refused.');
    expect(called).to.deep.equal([['review.refuse', { reading: '1', seen: 7, reason: 'Not plausible' }]]);
  });

  it('says what the rules have against a correction, and takes it only when that is ticked (M1)', async () => {
    const below = {
      code: 'below_previous',
      register: 'B',
      previous: 9_000,
      previousPeriod: '2026-10',
      explanations: [],
    };
    const { called } = await open([queued('1')], {
      'review.correct': ({ override }: { override: boolean }) =>
        override
          ? { done: true, reading: '9', state: 'accepted', adjustment: false }
          : { done: false, problems: [below], stops: false },
    } as ApiAnswers);
    await openFirst();
    press(stage.find('h2'), 'c');
    await stage.appears('#value-B');
    const value = stage.find<HTMLInputElement>('#value-B');
    value.value = '8,5';
    value.dispatchEvent(new InputEvent('input'));
    stage.find<HTMLTextAreaElement>('textarea').value = 'As in the photo';
    stage.find<HTMLButtonElement>('form [type=submit]').click();
    await stage.shows('Lower than the reading for October 2026: 9.000 m³.');
    stage.find<HTMLButtonElement>('form [type=submit]').click();
    await stage.shows('Tick this to go on, or change the values.');
    expect(called).to.have.length(1);
    expect(await stage.complaints()).to.deep.equal([]);
    stage.find<HTMLInputElement>('#override').click();
    stage.find<HTMLButtonElement>('form [type=submit]').click();
    await stage.shows('Done: corrected.');
    expect(called[1]?.[1]).to.deep.include({ values: { B: 8_500 }, override: true, reason: 'As in the photo' });
  });

  it('shows rivals of a month side by side (C4), and that accepting makes an adjustment (I9)', async () => {
    const other = seenReading('other', '2026-11', 12_500);
    await open([queued('1')], {
      'review.open': () => caseOf('1', { beside: [other], adjusts: 'billed' }),
    });
    await openFirst();
    await stage.shows('Readings of the same month');
    await stage.shows('Billing already has a reading for this month');
    expect(stage.text).to.contain('12.500');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('asks whether it passed zero where a value fell (M5)', async () => {
    const fallen = caseOf('1');
    const { called } = await open([queued('1')], {
      'review.open': () => ({ ...fallen, reading: { ...fallen.reading, values: { B: 400 }, rollover: true } }),
      'review.accept': () => ({ done: true, reading: '1', state: 'accepted', adjustment: false }),
    });
    await openFirst();
    press(stage.find('h2'), 'a');
    await stage.shows('Did the meter go round to zero?');
    expect(called).to.have.length(1);
    stage.all<HTMLInputElement>('[type=radio]')[1]?.click();
    stage.find<HTMLButtonElement>('form [type=submit]').click();
    await stage.shows('Done: accepted.');
    expect(called.at(-1)?.[1]).to.deep.include({ rollover: false });
  });

  it('tells the slower of two clerks, and shows how it stands now', async () => {
    await open([queued('1')], {
      'review.refuse': () => refused({ code: 'changed_meanwhile' }),
    });
    await openFirst();
    press(stage.find('h2'), 'r');
    await stage.appears('textarea');
    stage.find<HTMLTextAreaElement>('textarea').value = 'x';
    stage.find<HTMLButtonElement>('form [type=submit]').click();
    await stage.shows('Somebody else has changed this meanwhile.');
  });

  it('lists its keys for a question mark', async () => {
    await open([queued('1')]);
    await stage.appears('li button');
    press(stage.find('li button'), '?');
    await stage.shows('Q: ask the resident');
    expect(await stage.complaints()).to.deep.equal([]);
  });
});
