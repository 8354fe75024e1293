import { FrameReader } from './scan-frame.ts';

/** Why there is no picture: it was refused, there is no camera, or another program has it. */
export type CameraTrouble = 'refused' | 'absent' | 'busy';

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

/**
 * The camera, shown in a `<video>`, and what QR codes say in its picture.
 *
 *     off → asking → on → off
 */
export class ReceiptCamera {
  readonly #video: HTMLVideoElement;
  readonly #found: (text: string) => void;
  readonly #lost: () => void;
  readonly #reader = new FrameReader();
  #stream: MediaStream | null = null;
  /** Counts the starts: what belongs to an earlier one comes to nothing. */
  #turn = 0;

  /** `found`: for each code of each look, also the same again. `lost`: the camera was taken away. */
  constructor(video: HTMLVideoElement, { found, lost }: { found: (text: string) => void; lost: () => void }) {
    this.#video = video;
    this.#found = found;
    this.#lost = lost;
  }

  /** Resolves when the picture runs, or when it was stopped meanwhile. Rejects with a CameraError. */
  async start(side: CameraSide): Promise<void> {
    this.stop();
    const turn = this.#turn;
    const stream = await openCamera(side);
    if (turn !== this.#turn) {
      end(stream);
      return;
    }
    this.#stream = stream;
    for (const track of stream.getTracks()) track.addEventListener('ended', this.#onEnded);
    this.#video.srcObject = stream;
    // It is stopped while it starts, or the page goes: that is no trouble.
    await this.#video.play().catch((error: unknown) => {
      if (turn === this.#turn) throw new CameraError('busy', error);
    });
    if (turn === this.#turn) void this.#look(turn);
  }

  /** Nothing of its picture is left, and its light goes out. */
  stop(): void {
    this.#turn++;
    if (this.#stream) end(this.#stream);
    this.#stream = null;
    this.#video.srcObject = null;
  }

  async #look(turn: number): Promise<void> {
    while (turn === this.#turn) {
      for (const text of await this.#reader.read(this.#video)) {
        if (turn !== this.#turn) return;
        this.#found(text);
      }
      await new Promise((resolve) => setTimeout(resolve, restMs));
    }
  }

  readonly #onEnded = (): void => {
    this.stop();
    this.#lost();
  };
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
