import { codeModules } from '../../../web/elements/code-modules.ts';

/** A canvas in the place of the tablet's camera: what is drawn on it is what the camera sees. */
export class FakeCamera {
  /** What was asked for, in order. */
  readonly asked: MediaStreamConstraints[] = [];
  /** Thrown at whoever asks. */
  refusal: Error | null = null;
  /** How many the tablet has. */
  count = 1;
  readonly #canvas = document.createElement('canvas');
  readonly #streams: MediaStream[] = [];
  readonly #devices = navigator.mediaDevices;
  #modules: boolean[][] = [];
  #drawing = 0;

  constructor() {
    this.#canvas.width = 640;
    this.#canvas.height = 480;
    const devices = {
      getUserMedia: async (constraints: MediaStreamConstraints) => {
        this.asked.push(constraints);
        if (this.refusal) throw this.refusal;
        const stream = this.#canvas.captureStream();
        this.#streams.push(stream);
        return stream;
      },
      enumerateDevices: async () => Array.from({ length: this.count }, () => ({ kind: 'videoinput' })),
    };
    this.#replace(devices);
    this.#draw();
  }

  /** A receipt is held into the picture, or nothing. */
  show(code: string | Uint8Array | null): void {
    const bytes = typeof code === 'string' ? new TextEncoder().encode(code) : code;
    this.#modules = bytes ? codeModules(bytes) : [];
  }

  /** Its light is on. */
  get isOn(): boolean {
    return this.#streams.some((stream) => stream.getTracks().some(({ readyState }) => readyState === 'live'));
  }

  /** As when its cable is pulled. */
  unplug(): void {
    for (const track of this.#streams.flatMap((stream) => stream.getTracks())) {
      track.stop();
      // A track that is stopped by its own page says nothing.
      track.dispatchEvent(new Event('ended'));
    }
  }

  close(): void {
    cancelAnimationFrame(this.#drawing);
    for (const track of this.#streams.flatMap((stream) => stream.getTracks())) track.stop();
    this.#replace(this.#devices);
  }

  #replace(value: unknown): void {
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value });
  }

  /** Again and again: a canvas that stays as it is gives no frames. */
  #draw(): void {
    const context = this.#canvas.getContext('2d') as CanvasRenderingContext2D;
    const { width, height } = this.#canvas;
    context.fillStyle = '#d8d3c4';
    context.fillRect(0, 0, width, height);
    const scale = Math.floor((height - 40) / Math.max(this.#modules.length, 1));
    this.#modules.forEach((row, y) => {
      row.forEach((dark, x) => {
        context.fillStyle = dark ? '#101010' : '#ffffff';
        context.fillRect(60 + x * scale, 20 + y * scale, scale, scale);
      });
    });
    this.#drawing = requestAnimationFrame(() => this.#draw());
  }
}
