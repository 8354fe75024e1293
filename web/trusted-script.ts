import type { Workbox } from 'workbox-window';

/** The subset of Trusted Types that is used; the standard library of types has none of it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): TrustedScriptURL };
}
export type TrustedScriptURL = NonNullable<Exclude<ConstructorParameters<typeof Workbox>[0], string>>;

/** The address of a service worker's script: the Content-Security-Policy lets only this policy name one. Once a page. */
export function trustedScript(script: string): string | TrustedScriptURL {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return script;
  return trustedTypes.createPolicy('meterbook-worker', { createScriptURL: (url) => url }).createScriptURL(script);
}
