import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { WordsElement } from '../../elements/words-element.ts';
import { controls } from '../../styles/controls.ts';
import { CameraError, type CameraSide, type CameraTrouble, hasSeveralCameras, ReceiptCamera } from '../scan.ts';
import { CameraStood, CodeScanned } from './code-scanned.ts';
import '../../elements/mb-icon.ts';

/**
 * The camera's picture, with a frame to hold a receipt into. It looks as long as it is in the document.
 *
 * @fires CodeScanned
 * @fires CameraStood
 */
@customElement('receipt-scan')
export class ReceiptScan extends WordsElement {
  static override styles = [
    controls,
    css`
      .picture {
        position: relative;
        overflow: hidden;
        height: clamp(170px, 22dvh, 22rem);
        max-width: 100%;
        aspect-ratio: 4 / 3;
        margin-inline: auto;
        border-radius: var(--radius);
        background: var(--well);
      }
      video {
        display: block;
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      /* As in a mirror, or everybody moves the paper the wrong way. */
      .mirror {
        transform: scaleX(-1);
      }
      .frame {
        position: absolute;
        inset: 10% 20%;
        border: 6px solid #ffffff;
        border-radius: 1.25rem;
        box-shadow: 0 0 0 100vmax rgb(0 0 0 / 35%);
      }
      .trouble {
        display: grid;
        gap: 0.75rem;
        justify-items: start;
      }
      button {
        width: 100%;
        margin-top: 0.75rem;
      }
      .trouble button {
        width: auto;
        margin: 0;
      }
    `,
  ];

  @state() private side: CameraSide = 'user';
  @state() private several = false;
  @state() private phase: 'asking' | 'on' | CameraTrouble = 'asking';
  @query('video') private video!: HTMLVideoElement;
  private camera: ReceiptCamera | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.camera?.stop();
  }

  protected override firstUpdated(): void {
    void this.start();
  }

  /** Only once it is known: nothing is said while the camera is asked. */
  protected override updated(changed: PropertyValues): void {
    if (changed.has('phase') && this.phase !== 'asking') this.dispatchEvent(new CameraStood(this.trouble === null));
  }

  private get trouble(): CameraTrouble | null {
    return this.phase === 'asking' || this.phase === 'on' ? null : this.phase;
  }

  override render(): TemplateResult {
    const { words, phase, trouble } = this;
    return html`
      <div class="picture" ?hidden=${trouble !== null}>
        <video
          class=${this.side === 'user' ? 'mirror' : ''}
          aria-label=${words.text('kiosk-scan-picture')}
          muted
          playsinline
          disablepictureinpicture
        ></video>
        ${phase === 'on' ? html`<div class="frame"></div>` : nothing}
      </div>
      ${
        trouble === null
          ? nothing
          : html`<div class="trouble">
              <p role="status">${words.text(`kiosk-scan-${trouble}`)}</p>
              <button type="button" @click=${this.start}>${words.text('kiosk-scan-again')}</button>
            </div>`
      }
      ${
        phase === 'on' && this.several
          ? html`<button type="button" @click=${this.turnRound}>${words.text('kiosk-scan-other-camera')}</button>`
          : nothing
      }
    `;
  }

  private readonly start = async (): Promise<void> => {
    this.camera ??= new ReceiptCamera(this.video, {
      found: (text) => this.dispatchEvent(new CodeScanned(text)),
      lost: (trouble, fault) => {
        if (fault !== undefined) reportError(fault);
        this.phase = trouble;
      },
    });
    this.phase = 'asking';
    try {
      if (!(await this.camera.start(this.side))) return;
      this.phase = 'on';
    } catch (error) {
      if (!(error instanceof CameraError)) throw error;
      this.phase = error.trouble;
      return;
    }
    await this.countCameras();
  };

  /** One that runs is enough: where the others cannot be counted, it is the only one. */
  private async countCameras(): Promise<void> {
    try {
      this.several = await hasSeveralCameras();
    } catch (error) {
      reportError(error);
    }
  }

  private readonly turnRound = (): void => {
    this.side = this.side === 'user' ? 'environment' : 'user';
    void this.start();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'receipt-scan': ReceiptScan;
  }
}
