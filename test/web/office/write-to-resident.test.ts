import { TRPCClientError } from '@trpc/client';
import { expect } from 'chai';
import { html } from 'lit';
import type { Problem } from '../../../shared/problem.ts';
import { Stage, until } from '../support/mount.ts';
import { officeFor } from '../support/office.ts';
import '../../../web/office/elements/write-to-resident.ts';

const flat = { id: 'a-1', number: '1001', address: 'Rīgas iela 1-2' };
const garage = { id: 'a-2', number: '1002', address: 'Rīgas iela 3' };

describe('writing to a resident', () => {
  let stage: Stage;
  let asked: unknown[];
  let navigated: string[];
  afterEach(() => stage.close());

  async function open(accounts: readonly (typeof flat)[], problems: Problem[] = []): Promise<void> {
    asked = [];
    const office = await officeFor({
      'support.begin': (input: unknown) => {
        asked.push(input);
        const problem = problems.shift();
        if (!problem) return { conversation: 'c-1' };
        throw TRPCClientError.from({ error: { message: problem.code, code: -32000, data: { problem } } } as never);
      },
    } as never);
    ({ navigated } = office);
    stage = await Stage.open(html`<write-to-resident .accounts=${accounts}></write-to-resident>`, {
      areas: ['office', 'office-support'],
      office,
    });
    stage.button('Write to the resident').click();
    await stage.appears('textarea');
  }

  function write(text: string): void {
    const area = stage.find<HTMLTextAreaElement>('textarea');
    area.value = text;
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  function choose(selector: string, value: string): void {
    const select = stage.find<HTMLSelectElement>(selector);
    select.value = value;
    select.dispatchEvent(new Event('change'));
  }

  it('sends nothing without words, and keeps them where the portal refuses', async () => {
    await open([flat], [{ code: 'changed_meanwhile' }]);
    stage.button('Send').click();
    await stage.shows('Write what the resident is to read.');
    expect(asked).to.deep.equal([]);
    expect(await stage.complaints()).to.deep.equal([]);
    write('We come on Monday.');
    await stage.settled();
    stage.button('Send').click();
    await stage.appears('.failure');
    expect(navigated).to.deep.equal([]);
    stage.button('Cancel').click();
    await stage.settled();
    stage.button('Write to the resident').click();
    await stage.appears('textarea');
    expect(stage.find<HTMLTextAreaElement>('textarea').value).to.equal('We come on Monday.');
    for (const language of ['lv', 'ru'] as const) await stage.speakOtherwise(language);
    expect(stage.text).to.contain('Написать жителю');
  });

  it('begins a conversation about the account that is chosen, and opens it', async () => {
    await open([flat, garage]);
    choose('#account', garage.id);
    choose('#topic', 'meter');
    write('We come on Monday.');
    await stage.settled();
    const control = { key: 'Enter', ctrlKey: true, bubbles: true, composed: true, cancelable: true };
    stage.find('textarea').dispatchEvent(new KeyboardEvent('keydown', control));
    await until(() => navigated.length === 1);
    expect(asked).to.deep.equal([{ account: 'a-2', topic: 'meter', text: 'We come on Monday.' }]);
    expect(navigated).to.deep.equal(['/office/support/c-1']);
  });

  it('needs no choice of an account where there is one', async () => {
    await open([flat]);
    expect(stage.all('#account')).to.deep.equal([]);
  });
});
