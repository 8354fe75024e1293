/**
 * The entry of the package that zips on the spot; vite.config.ts says where it lies. The public ones zip whatever is larger than
 * 160 KB in a worker that they make of text, which the Content-Security-Policy forbids.
 */
declare module 'write-excel-file/sync' {
  import type { Sheet } from 'write-excel-file/universal';

  /** `toBytes` is asked for images alone. */
  export function generateXlsxFileSync(
    sheets: Sheet<Blob>[],
    options: undefined,
    unused: undefined,
    toBytes: (image: Blob) => Promise<Uint8Array>,
  ): Promise<Blob>;
}
