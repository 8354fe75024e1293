/** What the QR codes in a picture say: by the browser's own detector where it has one, else by the `qr` package. */

/** Shape Detection API; no library of types has it. */
interface Detector {
  detect(image: CanvasImageSource): Promise<readonly { rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** Wider pictures cost more than they show. */
const widest = 1280;
/** For what is not found at once: a look may take as long as a frame and a half of a slow camera. */
const patienceMs = 60;
/** A detector that has not answered by then does not answer any more. */
const detectorMs = 2000;

/** Reads the codes of one picture after the other. */
export class FrameReader {
  #detector: Promise<Detector | null> | null = null;

  /**
   * The texts of the codes in this moment's picture; none where there is no picture yet. Throws where this browser cannot look
   * into a picture at all, by neither way.
   */
  async read(video: HTMLVideoElement): Promise<readonly string[]> {
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return [];
    // One that cannot even be made is none.
    this.#detector ??= answerOf(ownDetector()).catch(() => null);
    const detector = await this.#detector;
    if (!detector) return decode(video);
    try {
      const found = (await answerOf(detector.detect(video))).map(({ rawValue }) => rawValue);
      // It tells no bytes, and guesses the encoding: the one in which Russian receipts name themselves is rarely guessed. Where it
      // gave letters up, only the next picture helps.
      if (!found.some((text) => /^ST0001[13]/.test(text))) return found;
      return [...(await decode(video)), ...found.filter((text) => !text.includes('\ufffd'))];
    } catch {
      // It is there, but what it stands on is not (§ 2.1, NotSupportedError), or went away: from now on without it.
      this.#detector = Promise.resolve(null);
      return decode(video);
    }
  }
}

function answerOf<T>(answer: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new DOMException('no answer', 'TimeoutError')), detectorMs);
  });
  return Promise.race([answer, late]);
}

async function ownDetector(): Promise<Detector | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  const formats = (await BarcodeDetector?.getSupportedFormats()) ?? [];
  return BarcodeDetector && formats.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : null;
}

async function decode(video: HTMLVideoElement): Promise<string[]> {
  const { decodeQR } = await import('qr/decode.js');
  const scale = Math.min(1, widest / video.videoWidth);
  // Stopped meanwhile.
  if (scale === 0 || video.videoWidth === 0) return [];
  const canvas = new OffscreenCanvas(Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return [];
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  const picture = context.getImageData(0, 0, canvas.width, canvas.height);
  try {
    return [decodeQR(picture, { textDecoder: decodeText, timeLimit: patienceMs })];
  } catch {
    // So it says that there is no code in the picture.
    return [];
  }
}

/** GOST R 56042-2014 names its encoding in its seventh sign; everything else is UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 7));
  return new TextDecoder(encodings[head] ?? 'utf-8').decode(bytes);
}

const encodings: Readonly<Record<string, string>> = { ST00011: 'windows-1251', ST00013: 'koi8-r' };
