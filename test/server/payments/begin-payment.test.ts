import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import type { BeginPaymentInput } from '../../../shared/payment-forms.ts';
import type { ProblemCode } from '../../../shared/problem.ts';
import { addStatement } from '../../support/bills.ts';
import { forEachEngine } from '../../support/databases.ts';
import { FakeStripe } from '../../support/fake-stripe.ts';
import { addAccount, addUser } from '../../support/household.ts';
import { problemOf, TestDevice } from '../../support/test-device.ts';
import { startTestServer } from '../../support/test-server.ts';
import { type PayingHousehold, payingHousehold } from './paying-household.ts';

forEachEngine((engine) => {
  describe('beginning to pay', () => {
    let home: PayingHousehold;
    before(async () => {
      home = await payingHousehold(engine, { timeoutMs: 200 });
    });
    beforeEach(() => {
      home.server.clock.advance(3_600_001);
      home.stripe.behaviour = 'session';
      home.stripe.asked.length = 0;
    });

    const input = (change: Partial<BeginPaymentInput> = {}): BeginPaymentInput => ({
      account: home.account.id,
      statement: null,
      amount: 12_34,
      language: 'lv',
      ...change,
    });
    const refusal = (change: object, device = home.device) =>
      problemOf(device.client.payments.begin.mutate(input(change)));

    it('is refused where no provider is configured, and the app is told beforehand', async () => {
      const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      const account = await addAccount(server.services, { number: '12345' });
      const user = await addUser(server.services, { accounts: [account] });
      const device = await new TestDevice(server).signIn(user, '12345');
      assert.deepEqual(await refusal({ account: account.id }, device), { code: 'payment_off' });
      const companyOf = async (url: string) => (await fetch(`${url}/company.json`)).json();
      assert.equal('onlinePayment' in (await companyOf(server.url)), false);
      assert.equal((await companyOf(home.server.url)).onlinePayment, true);
    });

    it('is refused for an account or a bill that is not the resident’s, all in the same words', async () => {
      const stranger = await addAccount(home.server.services, { number: '54321' });
      const bill = await addStatement(home.server.services, stranger, { period: '2026-10' });
      for (const change of [
        { account: stranger.id },
        { account: v7() },
        { account: stranger.id, statement: bill },
        { statement: bill },
        { statement: v7() },
      ]) {
        assert.deepEqual(await refusal(change), { code: 'not_found' });
      }
      assert.deepEqual(home.stripe.asked, []);
      assert.deepEqual(await home.payments(), []);
    });

    it('is refused for what is no amount, and for a language that the company does not speak', async () => {
      for (const amount of [0, -1, 1.5, Number.NaN, 999_999_99 + 1, '1234']) {
        assert.deepEqual(await refusal({ amount }), { code: 'bad_input', path: 'amount' }, String(amount));
      }
      assert.deepEqual(await refusal({ language: 'de' }), { code: 'bad_input', path: 'language' });
      assert.deepEqual(await refusal({ account: 'a' }), { code: 'bad_input', path: 'account' });
      assert.deepEqual(await refusal({ returnUrl: 'https://evil.example' }), { code: 'bad_input', path: '' });
      const russian = await payingHouseholdOf('dgservic');
      assert.deepEqual(await russian({ language: 'lv' }), { code: 'bad_input', path: 'language' });
      assert.deepEqual(await home.payments(), []);
    });

    async function payingHouseholdOf(company: 'dgservic') {
      const { stripe } = home;
      const server = await startTestServer(engine, {
        company,
        now: '2026-11-20T09:00:00+03:00',
        payments: stripe.provider(),
      });
      const account = await addAccount(server.services, { number: '1001' });
      const user = await addUser(server.services, { accounts: [account] });
      const device = await new TestDevice(server).signIn(user, '1001');
      return (change: object) => refusal({ account: account.id, ...change }, device);
    }

    const refused = (status: number, error: object) => ({ status, body: JSON.stringify({ error }) });
    const down: readonly [string, FakeStripe['behaviour'], ProblemCode][] = [
      ['does not answer in time', 'nobody', 'payment_unavailable'],
      ['hangs up', 'hangs-up', 'payment_unavailable'],
      ['has an error of its own', refused(500, { type: 'api_error' }), 'payment_unavailable'],
      ['does not take the key', refused(401, { type: 'invalid_request_error' }), 'payment_unavailable'],
      ['wants fewer requests', refused(429, { type: 'rate_limit_error' }), 'payment_unavailable'],
      ['does not do this currency', refused(400, { type: 'invalid_request_error' }), 'payment_unavailable'],
      ['answers with a page', { status: 200, body: '<html>' }, 'payment_unavailable'],
      ['has no page to pay on', { status: 200, body: '{"id":"cs_1","url":null}' }, 'payment_unavailable'],
      ['takes no such amount', refused(400, { type: 'invalid_request_error', code: 'amount_too_small' }), 'bad_input'],
    ];
    for (const [title, behaviour, code] of down) {
      it(`is refused when the provider ${title}; the payment stays as failed`, async () => {
        await home.device.pull();
        home.stripe.behaviour = behaviour;
        const known = (await home.payments()).length;
        assert.equal((await refusal({}))?.code, code);
        const payment = (await home.payments()).at(-1);
        assert.ok(payment);
        assert.equal((await home.payments()).length, known + 1);
        assert.deepEqual([payment.state, payment.provider_id, payment.fault], ['failed', null, null]);
        assert.deepEqual(
          (await home.pulled()).map(({ id, state }) => ({ id, state })),
          [{ id: payment.id, state: 'failed' }],
        );
        const entries = (await home.audited(payment.id)).map(({ actor, action }) => [actor, action]);
        assert.deepEqual(entries, [
          [home.anna.id, 'payment-begun'],
          [home.anna.id, 'payment-failed'],
        ]);
      });
    }

    it('tells the log of a refusal neither the key nor what Stripe says, which may repeat what was sent', async () => {
      const { key } = home.stripe.settings;
      const error = { type: 'invalid_request_error', code: 'api_key_expired', message: `${key} of anna@example.lv` };
      home.stripe.behaviour = refused(401, error);
      const logged: unknown[] = [];
      const { services } = home.server;
      const { log } = services;
      services.log = { ...log, warn: (...line) => logged.push(line) };
      try {
        await refusal({});
      } finally {
        services.log = log;
      }
      const payment = (await home.payments()).at(-1)?.id;
      const fault = { type: 'StripeAuthenticationError', code: 'api_key_expired', status: 401, request: 'req_1' };
      assert.deepEqual(logged, [[{ provider: 'stripe', payment, ...fault }, 'a payment could not be begun']]);
    });

    it('is refused when nobody is there where the provider was', async () => {
      const gone = await FakeStripe.start(engine);
      const server = await startTestServer(engine, {
        company: 'ddzksu',
        now: '2026-11-28T09:00:00+02:00',
        payments: gone.provider(),
      });
      await gone.stop();
      const account = await addAccount(server.services, { number: '12345' });
      const user = await addUser(server.services, { accounts: [account] });
      const device = await new TestDevice(server).signIn(user, '12345');
      assert.deepEqual(await refusal({ account: account.id }, device), { code: 'payment_unavailable' });
    });

    it('happens ten times an hour at the most', async () => {
      for (let at = 0; at < 10; at++) await home.device.client.payments.begin.mutate(input());
      const asked = home.stripe.asked.length;
      const payments = (await home.payments()).length;
      assert.equal((await refusal({}))?.code, 'too_many');
      assert.equal(home.stripe.asked.length, asked);
      assert.equal((await home.payments()).length, payments);
      home.server.clock.advance(3_600_001);
      await home.device.client.payments.begin.mutate(input());
    });

    it('asks Stripe for one line of this amount, which it finds again by the payment’s id, and sends the resident there', async () => {
      await home.device.pull();
      const bill = await addStatement(home.server.services, home.account, { period: '2026-10', number: '7/26-10' });
      const { url } = await home.device.client.payments.begin.mutate(input({ statement: bill, language: 'ru' }));
      const payment = (await home.payments()).at(-1);
      assert.ok(payment);
      const { id, reference } = payment;
      assert.equal(url, `https://pay.example/cs_test_${id}`);
      assert.match(reference, /^MB-[346789ACDEFGHJKMNPQRTWXY]{10}$/);
      assert.deepEqual(
        [payment.state, payment.amount, payment.currency, payment.provider, payment.provider_id, payment.statement_id],
        ['begun', 12_34, 'EUR', 'stripe', `cs_test_${id}`, bill],
      );

      const [request, ...others] = home.stripe.asked;
      assert.ok(request && others.length === 0);
      const { path, params, headers } = request;
      assert.equal(path, '/v1/checkout/sessions');
      assert.equal(headers.authorization, `Bearer ${home.stripe.settings.key}`);
      assert.equal(headers['idempotency-key'], id);
      assert.doesNotMatch(String(headers['x-stripe-client-user-agent']), /telemetry_id|"platform"/);
      const { baseUrl } = home.server.services;
      assert.deepEqual(Object.fromEntries(params), {
        mode: 'payment',
        submit_type: 'pay',
        client_reference_id: id,
        'metadata[meterbook_payment]': id,
        'metadata[meterbook_reference]': reference,
        'payment_intent_data[metadata][meterbook_payment]': id,
        'payment_intent_data[metadata][meterbook_reference]': reference,
        'payment_intent_data[description]': `${reference}: Квитанция 7/26-10, лицевой счёт 12345`,
        'line_items[0][quantity]': '1',
        'line_items[0][price_data][currency]': 'eur',
        'line_items[0][price_data][unit_amount]': '1234',
        'line_items[0][price_data][product_data][name]': 'Квитанция 7/26-10, лицевой счёт 12345',
        'adaptive_pricing[enabled]': 'false',
        customer_email: 'anna@example.lv',
        success_url: `${baseUrl()}/debt`,
        cancel_url: `${baseUrl()}/pay`,
        locale: 'ru',
      });

      const { startedAt, changedAt, ...pulled } = (await home.pulled())[0] ?? assert.fail('nothing was pulled');
      assert.deepEqual(pulled, {
        id,
        account: home.account.id,
        statement: bill,
        amount: 12_34,
        refunded: 0,
        reference,
        state: 'begun',
      });
      assert.deepEqual([startedAt, changedAt], [payment.started_at, payment.started_at]);
      const [entry, ...more] = await home.audited(id);
      assert.deepEqual(
        [entry, more],
        [
          {
            actor: home.anna.id,
            action: 'payment-begun',
            detail: { account: home.account.id, statement: bill, amount: 12_34, currency: 'EUR' },
          },
          [],
        ],
      );
    });

    it('tries a second time where the connection broke, under the same key: it is one payment', async () => {
      home.stripe.behaviour = 'hangs-up';
      await refusal({});
      const keys = home.stripe.asked.map(({ headers }) => headers['idempotency-key']);
      assert.equal(keys.length, 2);
      assert.equal(keys[0], keys[1]);
    });

    it('says for which account it is, where it is for no bill', async () => {
      await home.device.client.payments.begin.mutate(input());
      const name = home.stripe.asked[0]?.params.get('line_items[0][price_data][product_data][name]');
      assert.equal(name, 'Klienta kods 12345');
    });

    it('holds no transaction while the provider is asked: others write meanwhile', async () => {
      home.stripe.behaviour = 'nobody';
      const begun = refusal({});
      const ended = begun.then(() => 'ended');
      const wrote = home.device.client.profile.setLanguage.mutate({ language: 'ru' }).then(() => 'wrote');
      assert.equal(await Promise.race([ended, wrote]), 'wrote');
      await begun;
    });
  });
});
