import sharp from 'sharp';
import { longestPhotoSide } from '../../shared/conversation.ts';
import { ProblemError } from '../errors.ts';

export interface EncodedPhoto {
  bytes: Uint8Array;
  mediaType: 'image/jpeg';
  width: number;
  height: number;
}

/** What photos take; a file's name or declared type says nothing. */
const loaders = {
  jpeg: 'VipsForeignLoadJpegBuffer',
  png: 'VipsForeignLoadPngBuffer',
  webp: 'VipsForeignLoadWebpBuffer',
} as const;

// libvips knows many formats, some of which run interpreters of their own (SVG, PDF): none of them is ever begun here.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: Object.values(loaders) });
// Memory counts more than the little that is gained by remembering work that never comes again.
sharp.cache(false);
sharp.concurrency(1);

/** A phone's camera has 12 or 50 million pixels, and our own app sends at most 2.6 million. Decoded each has four bytes. */
const mostPixels = 50_000_000;
/** What is a pixel wide and millions high has no more of them, and takes many times as long. */
const longestSide = 20_000;
const patienceSeconds = 10;

/** So many photos are decoded at a time, and so many more wait; beyond that callers are told to try again. */
const mostAtOnce = 2;
const mostWaiting = 32;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * The picture alone, upright, as a JPEG of at most 1600 pixels in either direction: whatever else the file carried (place,
 * camera, other files behind the picture) is gone. Throws `photo_refused` where it is no JPEG, PNG or WebP by its content,
 * cannot be read to its end, or has more pixels than a camera makes.
 */
export async function encodePhoto(bytes: Uint8Array): Promise<EncodedPhoto> {
  if (formatOf(bytes) === null) throw new ProblemError({ code: 'photo_refused' });
  return inTurn(async () => {
    try {
      const photo = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', autoOrient: true });
      const { width, height } = await photo.metadata();
      if (Math.max(width, height) > longestSide) throw new ProblemError({ code: 'photo_refused' });
      const { data, info } = await photo
        .resize({ width: longestPhotoSide, height: longestPhotoSide, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .jpeg({ quality: 80 })
        .timeout({ seconds: patienceSeconds })
        .toBuffer({ resolveWithObject: true });
      return { bytes: data, mediaType: 'image/jpeg', width: info.width, height: info.height };
    } catch {
      // Whatever the library has against a file, its sender can only choose another one.
      throw new ProblemError({ code: 'photo_refused' });
    }
  });
}

/** By the signatures of JPEG (ISO/IEC 10918-1), PNG (W3C PNG § 5.2) and WebP (RFC 9649). */
function formatOf(bytes: Uint8Array): keyof typeof loaders | null {
  const begins = (signature: string, at = 0) =>
    bytes.length > at + signature.length &&
    Buffer.from(bytes.buffer, bytes.byteOffset + at, signature.length).toString('latin1') === signature;
  if (begins('\xff\xd8\xff')) return 'jpeg';
  if (begins('\x89PNG\r\n\x1a\n')) return 'png';
  return begins('RIFF') && begins('WEBP', 8) ? 'webp' : null;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) {
    if (waiting.length >= mostWaiting) throw new ProblemError({ code: 'try_again' });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running++;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    // Who waited takes over the place, so the count stays.
    if (next) next();
    else running--;
  }
}
