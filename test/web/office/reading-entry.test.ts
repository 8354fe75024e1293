import { expect } from 'chai';
import { html } from 'lit';
import type { EntryBasis } from '../../../shared/review.ts';
import { Stage, until } from '../support/mount.ts';
import { type ApiAnswers, officeFor, refused } from '../support/office.ts';
import { caseOf, seenReading } from '../support/review-case.ts';
import '../../../web/office/elements/reading-entry.ts';

describe('reading-entry', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  const { meter, history } = caseOf('1');
  const basis: EntryBasis = { meter, seen: 3, present: [], history, adjusts: 'no' };

  async function open(answers: ApiAnswers): Promise<void> {
    const office = await officeFor({ 'review.entryBasis': () => basis, ...answers } as ApiAnswers);
    stage = await Stage.open(html`<reading-entry meter="meter" period="2026-11"></reading-entry>`, {
      areas: ['office', 'office-review', 'readings', 'history'],
      office,
    });
    await stage.appears('#value-B');
  }

  const fill = (selector: string, text: string) => {
    const input = stage.find<HTMLInputElement>(selector);
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  const save = () => stage.button('Save the reading').click();

  it('refuses what is no value of the meter, and asks for a reason (W5)', async () => {
    await open({});
    fill('#value-B', '12x');
    save();
    await stage.shows('Only digits and one comma, please.');
    fill('#value-B', '9,5');
    save();
    await stage.shows('Please write the reason.');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says what the rules have against it (M1), and saves it when that is ticked', async () => {
    const sent: { override: boolean }[] = [];
    const below = {
      code: 'below_previous',
      register: 'B',
      previous: 9_000,
      previousPeriod: '2026-10',
      explanations: [],
    };
    await open({
      'review.enter': (input: { override: boolean }) => {
        sent.push(input);
        return input.override
          ? { done: true, reading: '9', state: 'accepted', adjustment: false }
          : { done: false, problems: [below], stops: false };
      },
    } as ApiAnswers);
    fill('#value-B', '8,5');
    fill('#reason', 'Told by telephone');
    save();
    await stage.shows('Lower than the reading for October 2026: 9.000 m³.');
    expect(await stage.complaints()).to.deep.equal([]);
    const entered: boolean[] = [];
    stage.find('reading-entry').addEventListener('reading-entered-by-office', ({ adjustment }) => {
      entered.push(adjustment);
    });
    stage.find('#override').click();
    save();
    await until(() => entered.length > 0);
    expect(entered).to.deep.equal([false]);
    expect(sent[1]).to.deep.equal({
      meter: 'meter',
      period: '2026-11',
      seen: 3,
      values: { B: 8_500 },
      takenOn: '2026-11-28',
      rollover: false,
      override: true,
      reason: 'Told by telephone',
    });
  });

  it('keeps what was typed where somebody was faster, and sends it with what there is now', async () => {
    const seen: number[] = [];
    let version = 3;
    await open({
      'review.entryBasis': () => ({ ...basis, seen: version }),
      'review.enter': (input: { seen: number }) => {
        seen.push(input.seen);
        if (input.seen === version && version > 3)
          return { done: true, reading: '9', state: 'accepted', adjustment: true };
        version = 4;
        throw refused({ code: 'changed_meanwhile' });
      },
    } as ApiAnswers);
    const entered: boolean[] = [];
    stage.find('reading-entry').addEventListener('reading-entered-by-office', ({ adjustment }) => {
      entered.push(adjustment);
    });
    fill('#value-B', '9,5');
    fill('#reason', 'Told by telephone');
    save();
    await stage.appears('.failure');
    await stage.settled();
    expect(stage.find<HTMLInputElement>('#value-B').value).to.equal('9,5');
    save();
    await until(() => entered.length > 0);
    expect([seen, entered]).to.deep.equal([[3, 4], [true]]);
  });

  it('says that the month is billing’s already, and that it becomes an adjustment (I9)', async () => {
    const present = [seenReading('billed', '2026-11', 12_000)];
    await open({ 'review.entryBasis': () => ({ ...basis, present, adjusts: 'billed' }) });
    await stage.shows('For this month there is already: 12.000 m³ (in billing)');
    await stage.shows('Billing already has a reading for this month');
  });
});
