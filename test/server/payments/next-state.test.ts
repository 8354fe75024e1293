import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { nextState, type Standing, type Told } from '../../../server/payments/next-state.ts';
import { type OnlinePaymentState, onlinePaymentStates } from '../../../shared/bill.ts';

const asked = { amount: 12_34, currency: 'EUR' };
const received: Told = { kind: 'received', ...asked };
const failed: Told = { kind: 'failed' };
const refunded = (cents: number): Told => ({ kind: 'refunded', refunded: cents, ...asked });

const at = (state: OnlinePaymentState, back = 0): Standing => ({ state, refunded: back, fault: null });
const standingAfter = (from: Standing, ...all: Told[]): Standing =>
  all.reduce((now, one) => nextState(now, asked, one), from);

describe('the standing of an online payment', () => {
  const table: [Standing, Told, Standing][] = [
    [at('begun'), received, at('received')],
    [at('begun'), failed, at('failed')],
    [at('begun'), refunded(10_00), at('received', 10_00)],
    [at('begun'), refunded(12_34), at('refunded', 12_34)],
    [at('failed'), failed, at('failed')],
    [at('failed'), received, at('received')],
    [at('failed'), refunded(12_34), at('refunded', 12_34)],
    [at('received'), received, at('received')],
    [at('received'), failed, at('received')],
    [at('received'), refunded(1), at('received', 1)],
    [at('received', 10_00), refunded(5_00), at('received', 10_00)],
    [at('received', 10_00), refunded(12_34), at('refunded', 12_34)],
    [at('refunded', 12_34), received, at('refunded', 12_34)],
    [at('refunded', 12_34), failed, at('refunded', 12_34)],
    [at('refunded', 12_34), refunded(10_00), at('refunded', 12_34)],
    [at('confirmed'), received, at('confirmed')],
    [at('confirmed'), failed, at('confirmed')],
    [at('confirmed'), refunded(10_00), at('confirmed', 10_00)],
    [at('confirmed', 10_00), refunded(12_34), at('confirmed', 12_34)],
  ];
  for (const [before, told, then] of table) {
    const of = told.kind === 'refunded' ? `refunded ${told.refunded}` : told.kind;
    it(`${before.state} (${before.refunded} back) and ${of}: ${then.state} (${then.refunded} back)`, () => {
      assert.deepEqual(nextState(before, asked, told), then);
    });
  }

  it('names what was paid where it is not what was asked, in amount or in currency, also if a refund tells of it first', () => {
    const less = { amount: 10_00, currency: 'EUR' };
    const other = { amount: 12_34, currency: 'USD' };
    const first = nextState(at('begun'), asked, { kind: 'received', ...less });
    assert.deepEqual(first, { state: 'received', refunded: 0, fault: 'paid 10.00 EUR, asked 12.34 EUR' });
    assert.equal(nextState(first, asked, { kind: 'received', ...less }).fault, first.fault);
    assert.equal(nextState(first, asked, received).fault, first.fault);
    assert.equal(
      nextState(first, asked, { kind: 'received', ...other }).fault,
      'paid 10.00 EUR, asked 12.34 EUR; paid 12.34 USD, asked 12.34 EUR',
    );
    assert.deepEqual(nextState(at('begun'), asked, { kind: 'refunded', refunded: 10_00, ...less }), {
      state: 'refunded',
      refunded: 10_00,
      fault: first.fault,
    });
  });

  const money = { amount: fc.constantFrom(10_00, 12_34, 20_00), currency: fc.constantFrom('EUR', 'USD') };
  const anyTold: fc.Arbitrary<Told> = fc.oneof(
    fc.record({ kind: fc.constant('received' as const), ...money }),
    fc.record({ kind: fc.constant('failed' as const) }),
    fc.record({ kind: fc.constant('refunded' as const), refunded: fc.integer({ min: 0, max: 25_00 }), ...money }),
  );
  const anyStart = fc.constantFrom(...onlinePaymentStates).map((state) => at(state));

  it('is the same after the same events, in whatever order and however often they come', () => {
    const shuffled = fc.array(anyTold, { minLength: 1, maxLength: 6 }).chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events, ...events], {
          minLength: 3 * events.length,
          maxLength: 3 * events.length,
        }),
      ),
    );
    fc.assert(
      fc.property(anyStart, shuffled, (start, [events, again]) => {
        assert.deepEqual(standingAfter(start, ...again), standingAfter(start, ...events));
      }),
    );
  });

  it('never goes back: not the state, not what was refunded, not a fault', () => {
    const order: OnlinePaymentState[] = ['begun', 'failed', 'received', 'refunded', 'confirmed'];
    fc.assert(
      fc.property(anyStart, fc.array(anyTold, { maxLength: 8 }), anyTold, (start, before, told) => {
        const was = standingAfter(start, ...before);
        const is = nextState(was, asked, told);
        assert.ok(order.indexOf(is.state) >= order.indexOf(was.state));
        assert.ok(is.refunded >= was.refunded);
        for (const fault of was.fault?.split('; ') ?? []) assert.ok(is.fault?.split('; ').includes(fault));
        assert.equal(is.state === 'confirmed', start.state === 'confirmed');
      }),
    );
  });
});
