import { encodeQR } from 'qr';
import { quietZone, runsOf } from '../../shared/qr-modules.ts';

/** Pixels of one module in a picture: the smallest code of a payment is then wider than 400. */
const pictureScale = 10;

/**
 * The modules of a QR code with error correction M, as both standards of payment codes want it, and its quiet zone: rows from
 * the top, true is dark. The bytes are taken as they are, whatever they are encoded in. Throws RangeError where they are too
 * many for any code.
 */
export const codeModules = (bytes: Uint8Array): boolean[][] =>
  encodeQR('', 'raw', { ecc: 'medium', border: quietZone, encoding: 'byte', textEncoder: () => bytes });

/** The dark modules as the data of an SVG path, one unit a module; runs of a row are one shape, between which nothing shines through. */
export function codePath(modules: readonly (readonly boolean[])[]): string {
  return modules
    .flatMap((row, y) => runsOf(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`))
    .join('');
}

/** The code as a PNG, black on white. Rejects where the browser cannot make one. */
export function codePicture(modules: readonly (readonly boolean[])[]): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = modules.length * pictureScale;
  const context = canvas.getContext('2d');
  if (!context) return Promise.reject(new Error('this browser draws no pictures'));
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000000';
  modules.forEach((row, y) => {
    for (const { from, length } of runsOf(row)) {
      context.fillRect(from * pictureScale, y * pictureScale, length * pictureScale, pictureScale);
    }
  });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('this browser writes no PNG'))), 'image/png');
  });
}
