import { crc32, deflateSync } from 'node:zlib';

/**
 * A PNG with a palette (colour type 3, W3C PNG § 11.2) of pixels as a canvas gives them, RGBA. Made for drawings of few
 * colours: the 256 most frequent stay as they are, and the rare steps of smoothing take the nearest of them.
 */
export function indexedPng(rgba: Uint8ClampedArray, width: number, height: number): Buffer {
  const pixels = new DataView(rgba.buffer, rgba.byteOffset, rgba.byteLength);
  const counts = new Map<number, number>();
  const colourAt = (pixel: number): number => pixels.getUint32(pixel * 4);
  for (let at = 0; at < width * height; at++) counts.set(colourAt(at), (counts.get(colourAt(at)) ?? 0) + 1);
  const byCount = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const palette = byCount.slice(0, 256);
  const indexOf = new Map(byCount.map((colour) => [colour, nearest(palette, colour)]));
  const indices = Uint8Array.from({ length: width * height }, (_, at) => indexOf.get(colourAt(at)) ?? 0);
  return encode(palette, indices, width, height);
}

function nearest(palette: readonly number[], colour: number): number {
  const distance = (other: number): number =>
    partsOf(other).reduce((sum, part, at) => sum + (part - (partsOf(colour)[at] ?? 0)) ** 2, 0);
  const known = palette.indexOf(colour);
  if (known >= 0) return known;
  return palette.reduce((best, other, at) => (distance(other) < distance(palette[best] ?? 0) ? at : best), 0);
}

/** Red, green, blue and opacity. */
const partsOf = (colour: number): number[] => [24, 16, 8, 0].map((shift) => (colour >>> shift) & 255);

function encode(colours: readonly number[], indices: Uint8Array, width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8); // bits of an index
  header.writeUInt8(3, 9); // indices into a palette
  const parts = colours.map(partsOf);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) lines.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(parts.flatMap((part) => part.slice(0, 3)))),
    chunk('tRNS', Buffer.from(parts.map((part) => part[3] ?? 255))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
