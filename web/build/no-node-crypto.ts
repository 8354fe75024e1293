/** What `@hpke/common` gets for Node's `crypto`, which it asks for only where there is no global one: in no browser. */
export {};
