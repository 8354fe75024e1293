import type { Middleware } from 'koa';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  // The app prints a PDF from a hidden frame; no page but ours makes such addresses, and what stands behind them has this policy.
  'frame-src blob:',
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // lit-html makes its templates with a policy of its own; ours names the service worker's script.
  'trusted-types lit-html meterbook-worker',
].join('; ');

/**
 * Headers of every answer (OWASP Secure Headers). `https`: the company serves over HTTPS, browsers shall insist on it.
 *
 * Cross-Origin-Opener-Policy is left out on purpose: it makes the browser begin every start of the app in yet another
 * process, which costs a tenth of an offline cold start, and guards memory and window handles that nothing here shares.
 */
export function securityHeaders({ https }: { https: boolean }): Middleware {
  const headers: Readonly<Record<string, string>> = {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
    'cross-origin-resource-policy': 'same-origin',
    ...(https ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
  return (ctx, next) => {
    ctx.set(headers);
    return next();
  };
}
