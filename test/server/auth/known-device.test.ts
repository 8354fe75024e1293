import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { v7 } from 'uuid';
import { createKnownDevices } from '../../../server/auth/known-device.ts';

const key = randomBytes(32);
const devices = createKnownDevices(key, { secure: false });
const [anna, ivan] = [v7(), v7()];

/** The cookie's value, as the browser sends it back. */
const tokenOf = ({ cookie }: { cookie: string }, of = devices): string => {
  const value = of.read(cookie.split(';')[0] ?? '');
  assert.ok(value);
  return value;
};

describe('the cookie of a known device', () => {
  it('is found among others, and knows its user alone', () => {
    const value = tokenOf(devices.remember(null, anna));
    assert.equal(devices.read(`meterbook=0; meterbook-known=${value}; other=100%`), value);
    assert.match(devices.find(value, [ivan, anna]) ?? '', /^[\w-]{22}$/);
    assert.equal(devices.find(value, [ivan]), null);
    assert.equal(devices.find(value, []), null);
    assert.equal(devices.find(null, [anna]), null);
    assert.equal(devices.read('meterbook=0'), null);
  });

  it('knows all who share the browser, and each under a new name after signing in again', () => {
    const first = tokenOf(devices.remember(null, anna));
    const both = tokenOf(devices.remember(first, ivan));
    assert.equal(devices.find(both, [anna]), devices.find(first, [anna]));
    assert.notEqual(devices.find(both, [ivan]), devices.find(both, [anna]));
    const again = tokenOf(devices.remember(both, anna));
    assert.notEqual(devices.find(again, [anna]), devices.find(both, [anna]));
    assert.equal(devices.find(again, [ivan]), devices.find(both, [ivan]));
  });

  it('forgets who has not been there longest, so that it stays short', () => {
    const users = Array.from({ length: 40 }, () => v7());
    const value = users.reduce<string>((token, user) => tokenOf(devices.remember(token, user)), '');
    assert.deepEqual(
      users.map((user) => devices.find(value, [user]) !== null),
      users.map((_, index) => index >= users.length - 6),
    );
    assert.ok(value.length < 1_000);
  });

  it('is nothing where anybody else wrote it, or any part of it', () => {
    const value = tokenOf(devices.remember(null, anna));
    const [user = '', nonce = '', signature = ''] = value.split('.');
    const strange = [
      '',
      '~',
      '..',
      '.'.repeat(5_000),
      `${ivan}.${nonce}.${signature}`,
      `${user}.${randomBytes(16).toString('base64url')}.${signature}`,
      `${user}.${nonce}.`,
      `${user}.${nonce}`,
      `${user}.${nonce}.${signature.slice(0, -2)}`,
      `${user}.${nonce}.${randomBytes(32).toString('base64url')}`,
      tokenOf(createKnownDevices(randomBytes(32), { secure: false }).remember(null, anna)),
    ];
    for (const text of strange) assert.equal(devices.find(text, [anna, ivan]), null, text.slice(0, 80));
    // What is right in it counts nonetheless.
    assert.notEqual(devices.find(`${strange[4]}~${value}`, [anna]), null);
  });

  it('is read by every instance over the same database', () => {
    const value = tokenOf(devices.remember(null, anna));
    assert.equal(createKnownDevices(key, { secure: false }).find(value, [anna]), devices.find(value, [anna]));
  });

  it('cannot be read by scripts nor sent by other sites; in production it is bound to the host and to HTTPS', () => {
    assert.match(
      devices.remember(null, anna).cookie,
      /^meterbook-known=[^;]+; HttpOnly; Max-Age=34560000; Path=\/; SameSite=Strict$/,
    );
    const production = createKnownDevices(key, { secure: true });
    const set = production.remember(null, anna);
    assert.match(
      set.cookie,
      /^__Host-meterbook-known=[^;]+; HttpOnly; Max-Age=34560000; Path=\/; SameSite=Strict; Secure$/,
    );
    assert.notEqual(production.find(tokenOf(set, production), [anna]), null);
  });
});
