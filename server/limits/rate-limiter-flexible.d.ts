/** The base class for stores is in the package's types, but the package exports it by its file alone. */
declare module 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js' {
  // biome-ignore lint/style/noDefaultExport: that is what Node makes of a CommonJS module.
  export { RateLimiterStoreAbstract as default } from 'rate-limiter-flexible';
}
