/** The tag under which the service worker is woken to run a cycle, also after the page is gone. */
export const syncTag = 'meterbook-outbox';
