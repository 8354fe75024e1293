/** `web/build/words.ts` makes these modules. */
declare module '*.ftl' {
  const catalogue: import('./catalogue.ts').Catalogue;
  // biome-ignore lint/style/noDefaultExport: a file's content has no name.
  export default catalogue;
}
