import '../../support/temporal.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../../server/config.ts';
import { ConfigError } from '../../../server/config-error.ts';

const key = 'sk_test_abcDEF123';
const secret = 'whsec_abcDEF123';

const stripeOf = (METERBOOK_STRIPE_KEY?: string, METERBOOK_STRIPE_WEBHOOK_SECRET?: string) =>
  readConfig({ METERBOOK_COMPANY: 'ddzksu', METERBOOK_STRIPE_KEY, METERBOOK_STRIPE_WEBHOOK_SECRET }).stripe;

function complaintsOf(...given: [string?, string?]): readonly string[] {
  try {
    stripeOf(...given);
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
  return [];
}

describe('the settings of Stripe', () => {
  it('are refused by halves, because money would come of which the portal never hears', () => {
    assert.deepEqual(complaintsOf(key), ['METERBOOK_STRIPE_WEBHOOK_SECRET: is needed beside METERBOOK_STRIPE_KEY']);
    assert.deepEqual(complaintsOf(undefined, secret), [
      'METERBOOK_STRIPE_KEY: is needed beside METERBOOK_STRIPE_WEBHOOK_SECRET',
    ]);
  });

  it('are refused where they are something else, without repeating a secret', () => {
    for (const wrong of ['pk_test_abcDEF123', 'secret', '', `${key} `, `${key}\n`]) {
      assert.deepEqual(complaintsOf(wrong, secret), [
        'METERBOOK_STRIPE_KEY: must be a secret or restricted key, like sk_live_…',
      ]);
    }
    for (const wrong of [key, 'whsec_', '', ` ${secret}`]) {
      assert.deepEqual(complaintsOf(key, wrong), [
        'METERBOOK_STRIPE_WEBHOOK_SECRET: must be the signing secret of the webhook, like whsec_…',
      ]);
    }
  });

  it('are there whole, or not at all', () => {
    assert.equal(stripeOf(), null);
    assert.deepEqual(stripeOf(key, secret), { key, webhookSecret: secret });
    assert.deepEqual(stripeOf('rk_live_1', secret), { key: 'rk_live_1', webhookSecret: secret });
  });
});
