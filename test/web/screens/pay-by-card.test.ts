import { expect } from 'chai';
import { html } from 'lit';
import { billId, sampleBills } from '../support/bills.ts';
import { home } from '../support/household.ts';
import { type Stage, until } from '../support/mount.ts';
import { openOver } from '../support/paying.ts';
import { screenForEachTest } from '../support/screen.ts';
import type { TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/pay.ts';

describe('paying by card', () => {
  let stage: Stage;
  let store: TestAppStore;
  const left: string[] = [];
  const open = screenForEachTest((shown) => {
    ({ stage, store } = shown);
  });
  const part = html`<pay-by-card .amount=${10_541} .statement=${billId('2026-10')} .leave=${(url: string) => left.push(url)}></pay-by-card>`;
  beforeEach(() => left.splice(0));

  it('is not offered by a company that does not take it', async () => {
    await openOver(open, html`<pay-screen></pay-screen>`, sampleBills(3));
    await stage.appears('pay-slip');
    expect(stage.all('pay-by-card')).to.have.length(0);
    await openOver(open, html`<pay-screen></pay-screen>`, sampleBills(3), { profile: { onlinePayment: true } });
    await stage.appears('pay-by-card');
  });

  for (const [problem, said] of [
    ['no-network', 'No connection. Paying by card needs the internet; the code below works without it.'],
    ['unanswered', 'The company does not answer now. Please try again later, or pay by the code below.'],
    [{ code: 'payment_off' }, ''],
    [{ code: 'payment_unavailable' }, ''],
    [{ code: 'too_many', seconds: 1_800 }, 'Too many attempts. Please try again in about 30 minutes.'],
  ] as const) {
    const name = typeof problem === 'string' ? problem : problem.code;
    it(`says why it cannot be begun (${name}), and can be tried again`, async () => {
      await openOver(open, part, {});
      store.accountActions.answers.beginPayment = async () => ({ ok: false, problem });
      stage.button('Pay by card').click();
      await stage.appears('.error');
      expect(stage.find('.error').textContent)
        .to.contain(said)
        .and.not.match(/problem-|[{}]/);
      expect(stage.button('Pay by card').getAttribute('aria-disabled')).to.equal('false');
      expect(left).to.deep.equal([]);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('leads to the page of the payment service, once', async () => {
    await openOver(open, part, {}, { language: 'lv' });
    store.accountActions.answers.beginPayment = async () => ({
      ok: true,
      value: { url: 'https://checkout.example/pay/1' },
    });
    const button = stage.button('Maksāt ar karti');
    button.click();
    button.click();
    await until(() => left.length > 0);
    await stage.settled();
    expect(left).to.deep.equal(['https://checkout.example/pay/1']);
    expect(store.accountActions.calls).to.deep.equal([
      ['beginPayment', { account: home, statement: billId('2026-10'), amount: 10_541, language: 'lv' }],
    ]);
    expect(stage.button('Vienu brīdi…').getAttribute('aria-disabled')).to.equal('true');
  });
});
