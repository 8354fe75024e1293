import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Context } from 'koa';
import { securityHeaders } from '../../../server/http/security-headers.ts';

describe('the security headers', () => {
  let headers: Record<string, string>;
  before(async () => {
    const ctx = { set: (all: Record<string, string>) => Object.assign(headers, all) };
    headers = {};
    await securityHeaders({ https: true })(ctx as unknown as Context, async () => {});
  });

  it('let no other site frame the app, be its base or receive its forms', () => {
    const policy = new Map(
      headers['content-security-policy']
        ?.split('; ')
        .map((directive) => directive.split(/ (.*)/, 2) as [string, string]),
    );
    assert.equal(policy.get('frame-ancestors'), "'none'");
    assert.equal(headers['x-frame-options'], 'DENY');
    assert.equal(policy.get('base-uri'), "'none'");
    assert.equal(policy.get('form-action'), "'self'");
    assert.equal(policy.get('default-src'), "'none'");
    // Whatever may be loaded comes from us; pictures may also be made on the spot, and what stands in frames is only that.
    assert.equal(policy.get('frame-src'), 'blob:');
    policy.delete('frame-src');
    policy.delete('img-src');
    for (const [directive, sources] of policy) {
      if (directive.endsWith('-src')) assert.match(sources, /^'(self|none)'$/, directive);
    }
  });

  it('leave the camera to the app alone, and other sensors and payments to nobody', () => {
    const permissions = new Set(headers['permissions-policy']?.split(', '));
    assert.ok(permissions.has('camera=(self)'));
    for (const feature of ['microphone', 'geolocation', 'payment', 'usb']) {
      assert.ok(permissions.has(`${feature}=()`), feature);
    }
  });

  it('keep other sites’ pages and documents apart from ours', () => {
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
  });
});
