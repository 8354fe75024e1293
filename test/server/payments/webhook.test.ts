import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { addLedgerMonth, addPayment } from '../../support/bills.ts';
import { forEachEngine } from '../../support/databases.ts';
import { refundEvent, sessionEvent, signatureOf, stripeEvent, tell } from '../../support/fake-stripe.ts';
import { differences, everyRow } from '../../support/residents.ts';
import { startTestServer } from '../../support/test-server.ts';
import { type PayingHousehold, payingHousehold } from './paying-household.ts';

const amount = 12_34;

forEachEngine((engine) => {
  describe('the webhook of payments', () => {
    let home: PayingHousehold;
    let payment: string;
    before(async () => {
      home = await payingHousehold(engine);
    });
    beforeEach(async () => {
      payment = await home.begin(amount);
      await home.device.pull();
    });

    const completed = (change: object = {}) => sessionEvent('completed', { payment, amount }, change);
    const standing = async () => {
      const { state, refunded, fault } = await home.payment(payment);
      return [state, refunded, fault];
    };
    async function changesNothing(work: () => Promise<void>): Promise<void> {
      const rows = await everyRow(home.server);
      await work();
      assert.deepEqual(differences(rows, await everyRow(home.server)), []);
    }

    it('is not there without a provider', async () => {
      const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      const status = await tell(server, completed());
      assert.ok(status === 404 || status === 405, String(status));
    });

    it('is there with the settings of Stripe alone', async () => {
      const server = await startTestServer(engine, {
        company: 'ddzksu',
        now: '2026-11-28T09:00:00+02:00',
        stripe: home.stripe.settings,
      });
      assert.equal(await tell(server, completed()), 200);
      assert.equal(await tell(server, completed(), { headers: {} }), 400);
    });

    it('takes nothing but POST', async () => {
      for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) {
        const answer = await fetch(`${home.server.url}/payments/stripe`, { method });
        assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'POST'], method);
      }
    });

    it('refuses what Stripe did not sign, or signed long ago, and nothing changes', async () => {
      const event = completed();
      const body = JSON.stringify(event);
      const now = Math.floor(Date.now() / 1000);
      const right = signatureOf(body);
      const forged: [string, Record<string, string>, string?][] = [
        ['no signature', {}],
        ['an empty signature', { 'stripe-signature': '' }],
        ['no signature at all', { 'stripe-signature': 'paid' }],
        ['a signature without its time', { 'stripe-signature': right.replace(/t=\d+,/, '') }],
        ['a time without a signature', { 'stripe-signature': `t=${now}` }],
        ['another time than was signed', { 'stripe-signature': right.replace(/t=\d+/, `t=${now + 1}`) }],
        ['an old scheme', { 'stripe-signature': right.replace('v1=', 'v0=') }],
        ['another secret', { 'stripe-signature': signatureOf(body, { secret: 'whsec_another' }) }],
        ['too old', { 'stripe-signature': signatureOf(body, { timestamp: now - 310 }) }],
        ['another amount', { 'stripe-signature': right }, body.replace(`${amount}`, '1')],
        ['a space more', { 'stripe-signature': right }, `${body} `],
        ['nothing in it', { 'stripe-signature': right }, ''],
        ['our own header alone', { 'x-meterbook': '1', cookie: home.device.cookie }],
      ];
      await changesNothing(async () => {
        for (const [title, headers, other = body] of forged) {
          assert.equal(await tell(home.server, event, { headers, body: other }), 400, title);
        }
      });
      assert.equal(await tell(home.server, event), 200);
    });

    it('takes what was signed a while ago, because the way may be long', async () => {
      const body = JSON.stringify(completed());
      const headers = { 'stripe-signature': signatureOf(body, { timestamp: Math.floor(Date.now() / 1000) - 200 }) };
      assert.equal(await tell(home.server, body, { headers }), 200);
      assert.deepEqual(await standing(), ['received', 0, null]);
    });

    it('refuses what is signed and cannot be read, and nothing changes', async () => {
      await changesNothing(async () => {
        for (const body of [
          'paid',
          '{"id":',
          'null',
          '[]',
          '{}',
          '{"id":"evt_1","type":"checkout.session.completed"}',
          JSON.stringify(completed({ amount_total: '1234' })),
          JSON.stringify(completed({ amount_total: 12.34 })),
          JSON.stringify(completed({ amount_total: -1 })),
          JSON.stringify(completed({ currency: 'euros' })),
          JSON.stringify(refundEvent({ payment, amount }, -5)),
          JSON.stringify({ ...completed(), object: 'v2.core.event' }),
        ]) {
          assert.equal(await tell(home.server, body), 400, body);
        }
      });
    });

    it('refuses more than any event has, unread', async () => {
      await changesNothing(async () => {
        const body = JSON.stringify(completed({ note: 'x'.repeat(300_000) }));
        assert.equal(await tell(home.server, body), 413);
      });
    });

    it('ignores kinds that say nothing to us, payments of others, and what is still under way', async () => {
      await changesNothing(async () => {
        for (const event of [
          stripeEvent('invoice.paid', { metadata: { meterbook_payment: payment } }),
          stripeEvent('payment_intent.succeeded', { metadata: { meterbook_payment: payment } }),
          completed({ payment_status: 'unpaid' }),
          completed({ metadata: {} }),
          completed({ metadata: null, client_reference_id: v7() }),
          completed({ metadata: { meterbook_payment: 'not an id' } }),
          refundEvent({ payment, amount }, 5_00, { metadata: {} }),
        ]) {
          assert.equal(await tell(home.server, event), 200, event.type);
        }
      });
    });

    it('knows of a payment that is not here: the audit log keeps it, because money may have come', async () => {
      const lost = v7();
      const event = sessionEvent('completed', { payment: lost, amount });
      assert.equal(await tell(home.server, event), 200);
      assert.equal(await tell(home.server, event), 200);
      assert.deepEqual(await home.audited(lost), [
        {
          actor: 'stripe',
          action: 'payment-unknown',
          detail: { kind: 'received', amount, currency: 'EUR', event: event.id },
        },
      ]);
    });

    it('makes a payment received: the device pulls it, the log tells it, and the ledger stays as billing has it', async () => {
      const { services } = home.server;
      const zeros = { opening: 0, charged: 0, paid: 0, recalculated: 0, closing: 0, penalty: 0 };
      const of = { services: [{ service: 'Apkure', ...zeros }], total: null };
      await addLedgerMonth(services, home.account, { period: '2026-10', ...of });
      await addPayment(services, home.account, { date: '2026-10-05', amount: 5_00, number: 'P-1' });
      await home.device.pull();
      const billing = async () =>
        (await everyRow(home.server)).filter((row) => /^(ledger_months|payments|statements) /.test(row));
      const before = await billing();
      home.server.clock.advance(60_000);
      const event = completed();
      assert.equal(await tell(home.server, event), 200);
      assert.deepEqual(await standing(), ['received', 0, null]);
      assert.deepEqual(await billing(), before);

      const [page] = await home.device.pull();
      assert.deepEqual([page?.changes.ledger, page?.changes.payments], [[], []]);
      const [pulled, ...others] = page?.changes.onlinePayments ?? [];
      assert.deepEqual([pulled?.id, pulled?.state, others.length], [payment, 'received', 0]);
      assert.equal(pulled?.changedAt, new Date(home.server.clock.now()).toISOString());
      assert.deepEqual((await home.audited(payment)).slice(1), [
        {
          actor: 'stripe',
          action: 'payment-received',
          detail: { kind: 'received', amount, currency: 'EUR', event: event.id, state: 'received' },
        },
      ]);
    });

    it('takes the same event once, however often it is told', async () => {
      const event = completed();
      assert.equal(await tell(home.server, event), 200);
      await changesNothing(async () => {
        for (let at = 0; at < 3; at++) assert.equal(await tell(home.server, event), 200);
      });
    });

    it('takes the same event once when it is told twenty times at once, and another of the same content changes nothing', async () => {
      const event = completed();
      const statuses = await Promise.all(Array.from({ length: 20 }, () => tell(home.server, event)));
      assert.deepEqual(new Set(statuses), new Set([200]));
      assert.equal((await home.audited(payment)).length, 2);
      const { version } = await home.payment(payment);
      assert.equal(await tell(home.server, completed()), 200);
      assert.equal((await home.payment(payment)).version, version);
      assert.equal((await home.audited(payment)).length, 2);
    });

    it('asks to be told again when the database gives way, and has taken nothing', async () => {
      const { services } = home.server;
      const { db } = services;
      const event = completed();
      const failing = (fault: object) => ({
        ...db,
        write: () => Promise.reject(Object.assign(new Error('no'), fault)),
      });
      try {
        services.db = failing({ code: 'SQLITE_BUSY' });
        assert.equal(await tell(home.server, event), 503);
        services.db = failing({});
        assert.equal(await tell(home.server, event), 500);
      } finally {
        services.db = db;
      }
      assert.deepEqual(await standing(), ['begun', 0, null]);
      assert.equal(await tell(home.server, event), 200);
      assert.deepEqual(await standing(), ['received', 0, null]);
    });

    it('gives each of many events of one account at once a version of its own', async () => {
      const payments = [payment, await home.begin(2_00), await home.begin(3_00), await home.begin(4_00)];
      const events = payments.map((id, at) =>
        sessionEvent('completed', { payment: id, amount: at === 0 ? amount : (at + 1) * 100 }),
      );
      await home.device.pull();
      assert.deepEqual(new Set(await Promise.all(events.map((event) => tell(home.server, event)))), new Set([200]));
      const versions = await Promise.all(payments.map(async (id) => (await home.payment(id)).version));
      assert.equal(new Set(versions).size, payments.length);
      assert.deepEqual((await home.pulled()).map(({ id }) => id).sort(), [...payments].sort());
    });

    it('says that nothing was paid when the page was left or the bank refused, unless money came', async () => {
      assert.equal(await tell(home.server, sessionEvent('expired', { payment, amount })), 200);
      assert.deepEqual(await standing(), ['failed', 0, null]);
      payment = await home.begin(amount);
      await tell(home.server, completed({ payment_status: 'unpaid' }));
      await tell(home.server, sessionEvent('async_payment_failed', { payment, amount }));
      assert.deepEqual(await standing(), ['failed', 0, null]);
      await tell(home.server, sessionEvent('async_payment_succeeded', { payment, amount }));
      await tell(home.server, sessionEvent('expired', { payment, amount }));
      await tell(home.server, sessionEvent('async_payment_failed', { payment, amount }));
      assert.deepEqual(await standing(), ['received', 0, null]);
    });

    it('counts what goes back, in parts and all of it', async () => {
      await tell(home.server, completed());
      await tell(home.server, refundEvent({ payment, amount }, 5_00));
      assert.deepEqual(await standing(), ['received', 5_00, null]);
      assert.equal((await home.pulled())[0]?.refunded, 5_00);
      await tell(home.server, refundEvent({ payment, amount }, amount));
      assert.deepEqual(await standing(), ['refunded', amount, null]);
      const actions = (await home.audited(payment)).map(({ action }) => action);
      assert.deepEqual(actions, ['payment-begun', 'payment-received', 'payment-refunded', 'payment-refunded']);
    });

    it('leaves confirmed what billing has booked, and counts what goes back', async () => {
      await tell(home.server, completed());
      const { db } = home.server.services;
      await db.write(async (tx) => {
        await tx.updateTable('online_payments').set({ state: 'confirmed' }).where('id', '=', payment).execute();
      });
      await tell(home.server, refundEvent({ payment, amount }, amount));
      assert.deepEqual(await standing(), ['confirmed', amount, null]);
    });

    it('ends in the same, whatever order the events come in', async () => {
      const orders = [
        [0, 1, 2, 3],
        [3, 2, 1, 0],
        [2, 0, 3, 1],
        [1, 3, 0, 2],
      ];
      for (const order of orders) {
        payment = await home.begin(amount);
        const events = [
          completed(),
          sessionEvent('expired', { payment, amount }),
          refundEvent({ payment, amount }, 5_00),
          refundEvent({ payment, amount }, 8_00),
        ];
        for (const at of [...order, ...order]) assert.equal(await tell(home.server, events[at] ?? ''), 200);
        assert.deepEqual(await standing(), ['received', 8_00, null], String(order));
      }
    });

    it('never takes another amount or currency for the right one: it is received, with what the office must look at', async () => {
      const event = sessionEvent('completed', { payment, amount: 10_00 });
      await tell(home.server, event);
      assert.deepEqual(await standing(), ['received', 0, 'paid 10.00 EUR, asked 12.34 EUR']);
      assert.deepEqual((await home.audited(payment)).at(-1), {
        actor: 'stripe',
        action: 'payment-mismatch',
        detail: { fault: 'paid 10.00 EUR, asked 12.34 EUR', event: event.id },
      });
      payment = await home.begin(amount);
      await tell(home.server, sessionEvent('completed', { payment, amount, currency: 'rub' }));
      assert.deepEqual(await standing(), ['received', 0, 'paid 12.34 RUB, asked 12.34 EUR']);
    });

    it('needs neither a session nor our header, and tells the caller nothing', async () => {
      const body = JSON.stringify(completed());
      const answer = await fetch(`${home.server.url}/payments/stripe`, {
        method: 'POST',
        headers: { 'stripe-signature': signatureOf(body), origin: 'https://elsewhere.example' },
        body,
      });
      assert.deepEqual([answer.status, await answer.text()], [200, '{"received":true}']);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      assert.deepEqual(answer.headers.getSetCookie(), []);
    });
  });
});
