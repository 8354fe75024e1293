import { TRPCClientError } from '@trpc/client';
import { expect } from 'chai';
import { html } from 'lit';
import type { RejectedReading } from '../../../shared/account-page.ts';
import type { Language } from '../../../shared/company.ts';
import type { ReplaceMeterInput } from '../../../shared/meter-forms.ts';
import type { Problem } from '../../../shared/problem.ts';
import { accountPage, cold, october } from '../support/account-page.ts';
import { Stage, until } from '../support/mount.ts';
import { type ApiAnswers, officeFor } from '../support/office.ts';
import '../../../web/office/screens/account-page.ts';

const refused = (problem: Problem): never => {
  throw TRPCClientError.from({ error: { message: problem.code, code: -32000, data: { problem } } } as never);
};

describe('the page of an account', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  async function open(answers: ApiAnswers, language: Language = 'en'): Promise<void> {
    const office = await officeFor(answers);
    stage = await Stage.open(html`<office-account account=${cold.account}></office-account>`, {
      areas: ['office', 'office-accounts', 'office-support', 'office-review', 'readings', 'history', 'bills'],
      office,
      language,
    });
  }

  const fill = (selector: string, value: string): void => {
    const input = stage.find<HTMLInputElement>(selector);
    input.value = value;
    for (const kind of ['input', 'change']) input.dispatchEvent(new Event(kind, { bubbles: true, composed: true }));
  };

  async function beginReplacement(): Promise<void> {
    await stage.shows('21-0048812');
    stage.button('Replace').click();
    await stage.appears('#value-B');
  }

  async function typeReplacement(): Promise<void> {
    fill('#day', '2026-11-20');
    fill('#value-B', '255,189');
    fill('#serial', 'N-1');
    fill('#verified', '2032-11-20');
    fill('#initial-B', '0');
    fill('#reason', 'Worn out');
    await stage.settled();
  }
  const send = () => {
    const form = stage.find('meter-form').shadowRoot?.querySelector('form');
    form?.requestSubmit(form.querySelector<HTMLElement>('.primary'));
  };

  it('says so of an account that is not there', async () => {
    await open({ 'accounts.open': () => refused({ code: 'not_found' }) });
    await stage.shows('This is not here any more.');
  });

  it('shows what a clerk is asked about, also why something was not taken', async () => {
    const problem: Problem = {
      code: 'below_previous',
      register: 'B',
      previous: 253_189,
      previousPeriod: '2026-10',
      explanations: [],
    };
    const rejected: RejectedReading = {
      id: october.id,
      meter: cold.id,
      period: '2026-11',
      values: { B: 25_500 },
      problems: [problem],
      receivedAt: '2026-11-27T08:00:00.000Z',
      by: 'Anna',
    };
    await open({ 'accounts.open': () => accountPage({ rejected: [rejected] }) });
    await stage.shows('10427 · Anna Bērziņa');
    for (const part of [
      'anna@example.lv',
      '253.189',
      'not read yet',
      'not taken',
      'Lower than',
      'closed for billing',
    ]) {
      expect(stage.text).to.include(part);
    }
    expect(await stage.complaints()).to.deep.equal([]);
  });

  for (const language of ['lv', 'ru'] as const) {
    it(`reads well in ${language}`, async () => {
      await open({ 'accounts.open': () => accountPage() }, language);
      await stage.shows('21-0048812');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('does not send a replacement without final values, what is read off the new meter, and a reason', async () => {
    await open({ 'accounts.open': () => accountPage() });
    await beginReplacement();
    expect(await stage.complaints()).to.deep.equal([]);
    send();
    await until(() => stage.find('#value-B').ariaInvalid === 'true');
    fill('#value-B', '255,189');
    send();
    await stage.shows('Please fill this in.');
    expect(stage.all('[aria-invalid="true"]').map(({ id }) => id)).to.deep.equal(['serial', 'initial-B']);
    fill('#serial', 'N-1');
    fill('#initial-B', '0');
    send();
    await stage.shows('Please write the reason.');
  });

  it('says what the rules have against it, keeps what was typed, and sends it with an override', async () => {
    const sent: ReplaceMeterInput[] = [];
    const unlikely: Problem = { code: 'unusual_high', register: 'B', use: 2_000, usual: 100, explanations: [] };
    await open({
      'accounts.open': () => accountPage(),
      'meters.replace': (input: ReplaceMeterInput) => {
        sent.push(input);
        return input.override ? { done: true, meter: cold.id } : { done: false, problems: [unlikely], stops: false };
      },
    });
    await beginReplacement();
    await typeReplacement();
    send();
    await stage.shows('It is right, enter it all the same');
    stage.button('It is right, enter it all the same').click();
    await stage.shows('The meter is replaced.');
    expect(sent[1]).to.deep.equal({
      meter: cold.id,
      seen: 7,
      day: '2026-11-20',
      finals: { B: 255_189 },
      rollover: false,
      override: true,
      reason: 'Worn out',
      next: {
        serial: 'N-1',
        place: 'bathroom',
        unit: 'm3',
        ratio: 1,
        verifiedUntil: '2032-11-20',
        registers: [{ code: 'B', digits: 5, decimals: 3, initial: 0 }],
      },
      waiting: null,
    });
  });

  it('shows how it stands to whoever was slower, and keeps what was typed', async () => {
    let opened = 0;
    await open({
      'accounts.open': () =>
        accountPage({ meters: [{ ...cold, version: 7 + opened++, place: opened > 1 ? 'kitchen' : 'bathroom' }] }),
      'meters.replace': ({ seen }: ReplaceMeterInput) =>
        seen === 7 ? refused({ code: 'changed_meanwhile' }) : { done: true, meter: cold.id },
    });
    await beginReplacement();
    await typeReplacement();
    send();
    await stage.shows('Somebody else has changed this meanwhile.');
    await stage.shows('kitchen');
    expect(stage.find<HTMLInputElement>('#serial').value).to.equal('N-1');
    expect(stage.find<HTMLTextAreaElement>('#reason').value).to.equal('Worn out');
    send();
    await stage.shows('The meter is replaced.');
  });

  it('offers what the resident handed in and said was of another meter (M4)', async () => {
    const waiting = {
      ...october,
      id: '01890000-0000-7000-8000-0000000000b2',
      period: '2026-11',
      values: { B: 1_500 },
      state: 'review',
      problems: [{ code: 'meter_replaced' }],
    } as const;
    const sent: ReplaceMeterInput[] = [];
    await open({
      'accounts.open': () => accountPage({ readings: [waiting, october] }),
      'meters.replace': (input: ReplaceMeterInput) => {
        sent.push(input);
        return { done: true, meter: cold.id };
      },
    });
    await beginReplacement();
    expect(stage.text).to.include('said that the meter was replaced');
    await typeReplacement();
    send();
    await until(() => sent.length > 0);
    expect(sent[0]?.waiting).to.equal(waiting.id);
  });

  it('says once a reading is entered that billing gets it as an adjustment (I9), and shows the account anew', async () => {
    let opened = 0;
    await open({
      'accounts.open': () => {
        opened++;
        return accountPage();
      },
      'review.entryBasis': () => ({ meter: cold, seen: 0, present: [], history: [], adjusts: 'billed' }),
      'review.enter': () => ({ done: true, reading: '9', state: 'late', adjustment: true }),
    });
    await stage.shows('21-0048812');
    stage.button('Enter a reading').click();
    await stage.appears('#value-B');
    fill('#value-B', '260');
    fill('#reason', 'Told by telephone');
    stage.button('Save the reading').click();
    await stage.shows('The reading is saved. Billing gets it as an adjustment');
    await until(() => opened === 2);
    expect(stage.all('reading-entry')).to.deep.equal([]);
  });

  it('lets only be corrected what readings do not rest on', async () => {
    await open({ 'accounts.open': () => accountPage() });
    await stage.shows('21-0048812');
    stage.button('Correct').click();
    await stage.appears('#serial');
    const disabled = (selector: string) => stage.find<HTMLInputElement>(selector).disabled;
    expect(['#serial', '#place', '#verified'].map(disabled)).to.deep.equal([false, false, false]);
    expect(['#unit', '#ratio', '#layout', '#digits-B', '#initial-B', '#day'].map(disabled)).to.not.include(false);
  });

  it('saves contacts, says what is none, and that billing may bring others', async () => {
    const sent: unknown[] = [];
    await open({ 'accounts.open': () => accountPage(), 'accounts.setContacts': (input) => void sent.push(input) });
    await stage.shows('Holder and address come from billing');
    stage.button('Change e-mail or phone').click();
    await stage.appears('#email');
    fill('#email', 'anna');
    stage.button('Save').click();
    await stage.shows('This is not an e-mail address.');
    fill('#email', '');
    fill('#phone', '+371 2912 3456');
    stage.button('Save').click();
    await until(() => sent.length > 0);
    expect(sent).to.deep.equal([{ account: cold.account, version: 3, email: null, phone: '+371 2912 3456' }]);
  });
});
