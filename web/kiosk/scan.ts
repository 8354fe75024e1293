import { FrameReader } from './scan-frame.ts';

/**
 * Why nothing is scanned: it was refused, there is no camera, another program has it, or there is a picture in which this browser
 * cannot look for codes.
 */
export type CameraTrouble = 'refused' | 'absent' | 'busy' | 'unreadable';

export class CameraError extends Error {
  override readonly name = 'CameraError';
  readonly trouble: CameraTrouble;

  constructor(trouble: CameraTrouble, cause?: unknown) {
    super(trouble, { cause });
    this.trouble = trouble;
  }
}

/** user: the camera that looks at whoever stands before the tablet. environment: the one on its back. */
export type CameraSide = 'user' | 'environment';

/** Between two looks, so that a slow tablet stays quick to the touch. */
const restMs = 120;
/** So many looks in a row may fail: pictures come and go while a camera starts, turns or wakes. */
const mostFaults = 5;

/**
 * The camera, shown in a `<video>`, and what QR codes say in its picture.
 *
 *     off → asking → on → off, when it is stopped
 *                     └──→ off, and `lost` is told: it was taken away, gives no picture any more, or cannot be looked at
 */
export class ReceiptCamera {
  readonly #video: HTMLVideoElement;
  readonly #found: (text: string) => void;
  readonly #lost: (trouble: CameraTrouble, fault?: unknown) => void;
  readonly #reader = new FrameReader();
  #stream: MediaStream | null = null;
  /** Counts the starts: what belongs to an earlier one comes to nothing. */
  #turn = 0;

  /** `found`: for each code of each look, also the same again. `lost`: it went out by itself; with the fault where it was one. */
  constructor(
    video: HTMLVideoElement,
    { found, lost }: { found: (text: string) => void; lost: (trouble: CameraTrouble, fault?: unknown) => void },
  ) {
    this.#video = video;
    this.#found = found;
    this.#lost = lost;
  }

  /**
   * Resolves with true when the picture runs, with false when it was stopped or started anew meanwhile: what comes of this start
   * is nobody's matter any more. Rejects with a CameraError.
   */
  async start(side: CameraSide): Promise<boolean> {
    this.stop();
    const turn = this.#turn;
    try {
      const stream = await openCamera(side);
      if (turn !== this.#turn) {
        end(stream);
        return false;
      }
      this.#stream = stream;
      for (const track of stream.getTracks()) {
        track.addEventListener('ended', () => this.#lose(turn, 'absent'));
        // Another program has taken it, or its shutter was closed: the picture stands still or is black.
        track.addEventListener('mute', () => this.#lose(turn, 'busy'));
      }
      this.#video.srcObject = stream;
      await this.#video.play();
    } catch (error) {
      // It was stopped while it started, or the page goes: that is no trouble.
      if (turn !== this.#turn) return false;
      this.stop();
      throw error instanceof CameraError ? error : new CameraError('busy', error);
    }
    if (turn !== this.#turn) return false;
    void this.#look(turn);
    return true;
  }

  /** Nothing of its picture is left, and its light goes out. */
  stop(): void {
    this.#turn++;
    if (this.#stream) end(this.#stream);
    this.#stream = null;
    this.#video.srcObject = null;
  }

  /** Never ends by itself without a word: as long as somebody holds a receipt before it, it looks or says that it cannot. */
  async #look(turn: number): Promise<void> {
    for (let faults = 0; turn === this.#turn; ) {
      try {
        const texts = await this.#reader.read(this.#video);
        faults = 0;
        for (const text of texts) if (turn === this.#turn) this.#found(text);
      } catch (fault) {
        if (++faults === mostFaults) this.#lose(turn, 'unreadable', fault);
      }
      await new Promise((resolve) => setTimeout(resolve, restMs));
    }
  }

  #lose(turn: number, trouble: CameraTrouble, fault?: unknown): void {
    if (turn !== this.#turn) return;
    this.stop();
    this.#lost(trouble, fault);
  }
}

/** Whether there is more than one to choose from; known only after one was opened. */
export async function hasSeveralCameras(): Promise<boolean> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind }) => kind === 'videoinput').length > 1;
}

async function openCamera(side: CameraSide): Promise<MediaStream> {
  // Not there at all where the page is not secure.
  const media = navigator.mediaDevices as MediaDevices | undefined;
  if (!media) throw new CameraError('absent');
  try {
    return await media.getUserMedia({
      audio: false,
      video: { facingMode: side, width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch (error) {
    throw new CameraError(troubles[(error as DOMException).name] ?? 'busy', error);
  }
}

/** Media Capture and Streams § 10.2, `getUserMedia`; whatever else it throws, the camera is there but gives nothing. */
const troubles: Readonly<Record<string, CameraTrouble>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'absent',
  OverconstrainedError: 'absent',
};

function end(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
