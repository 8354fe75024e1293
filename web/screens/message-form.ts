import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { maxMessageLength, maxPhotosPerMessage } from '../../shared/conversation.ts';
import type { Problem } from '../../shared/problem.ts';
import { card, controls } from '../styles/controls.ts';
import { field } from '../styles/field.ts';
import { textArea } from '../styles/text-area.ts';
import { problemText } from '../words/problem-words.ts';
import { ScreenElement } from './screen-element.ts';
import type { Support } from './support-seam.ts';
import '../elements/mb-icon.ts';

/** Typed, kept per keystroke. */
export class MessageChanged extends Event {
  static readonly type = 'message-changed';
  readonly text: string;

  constructor(text: string) {
    super(MessageChanged.type);
    this.text = text;
  }
}

/** To be saved: whoever hears it says to `form` what came of it. */
export class MessageSubmitted extends Event {
  static readonly type = 'message-submitted';
  readonly form: MessageForm;
  readonly text: string;
  readonly photos: readonly Blob[];

  constructor(form: MessageForm, text: string, photos: readonly Blob[]) {
    super(MessageSubmitted.type);
    this.form = form;
    this.text = text;
    this.photos = photos;
  }
}

/** How close to the end the count begins. */
const countedFrom = 300;

/**
 * A text and up to four photos.
 *
 * @fires MessageChanged
 * @fires MessageSubmitted
 */
@customElement('message-form')
export class MessageForm extends ScreenElement {
  static override styles = [
    controls,
    card,
    field,
    textArea,
    css`
      form {
        display: grid;
        gap: 0.875rem;
      }
      textarea {
        min-height: 8rem;
      }
      .photos {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem;
      }
      .photos li {
        position: relative;
      }
      .photos img {
        display: block;
        width: 6rem;
        height: 6rem;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        object-fit: cover;
      }
      .photos button {
        position: absolute;
        top: -0.5rem;
        right: -0.5rem;
        width: 2.5rem;
        min-height: 2.5rem;
        padding: 0;
        border-color: var(--line-strong);
        border-radius: 50%;
        background: var(--card);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.625rem;
        justify-content: space-between;
      }
      .actions .primary {
        flex: 1 1 10rem;
      }
      .pick {
        position: relative;
        display: inline-flex;
      }
      .pick input {
        position: absolute;
        inset: 0;
        width: 100%;
        min-height: 0;
        height: 100%;
        opacity: 0;
        cursor: pointer;
      }
      .pick:has(:focus-visible) .button {
        outline: 3px solid var(--accent-text);
        outline-offset: 2px;
      }
      .problem {
        display: flex;
        gap: 0.5rem;
        color: var(--error);
        font-weight: 600;
      }
    `,
  ];

  @property() label = '';
  /** What was typed before; taken over once. */
  @property() draft = '';
  @property({ attribute: false }) support: Support | null = null;
  /** It is being saved: not a second time. */
  @property({ attribute: false }) busy = false;
  @state() private text: string | null = null;
  @state() private photos: readonly { blob: Blob; address: string }[] = [];
  @state() private said: string | null = null;
  @query('textarea') private area!: HTMLTextAreaElement | null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const { address } of this.photos) URL.revokeObjectURL(address);
    this.photos = [];
  }

  /** It is saved: the form is ready for the next one. */
  clear(): void {
    for (const { address } of this.photos) URL.revokeObjectURL(address);
    this.photos = [];
    this.text = '';
    this.draft = '';
    this.said = null;
  }

  /** Nothing was saved, for these reasons; what was typed stays. */
  refuse(problems: readonly Problem[]): void {
    this.said = problems.map((problem) => problemText(this.words, problem, null)).join(' ');
  }

  override render(): TemplateResult {
    const { words, photos, said } = this;
    const left = maxMessageLength - this.typed.length;
    return html`<form @submit=${this.onSubmit} novalidate>
      <div class="field">
        <label for="text">${this.label}</label>
        <textarea
          id="text"
          rows="4"
          aria-describedby="count said"
          .value=${this.typed}
          @input=${this.onInput}
        ></textarea>
        <div id="count" class="small soft" aria-live="polite">${
          left < 0
            ? html`<span class="error">${words.text('support-too-long', { count: -left })}</span>`
            : left <= countedFrom
              ? words.text('support-left', { count: left })
              : nothing
        }</div>
      </div>
      ${
        photos.length === 0
          ? nothing
          : html`<ul class="photos" role="list">
              ${photos.map(
                ({ address }, at) =>
                  html`<li>
                    <img src=${address} alt=${words.text('support-photo-number', { number: at + 1 })} />
                    <button
                      type="button"
                      aria-label=${words.text('support-photo-remove', { number: at + 1 })}
                      @click=${() => this.onRemove(at)}
                    >
                      <mb-icon name="close"></mb-icon>
                    </button>
                  </li>`,
              )}
            </ul>`
      }
      <div id="said" role="alert">${
        said === null ? nothing : html`<p class="problem"><mb-icon name="warning"></mb-icon><span>${said}</span></p>`
      }</div>
      <div class="actions">
        ${
          photos.length >= maxPhotosPerMessage
            ? nothing
            : html`<span class="pick"
                ><span class="button" aria-hidden="true">${words.text('support-photo-add')}</span
                ><input
                  type="file"
                  accept="image/*"
                  multiple
                  aria-label=${words.text('support-photo-add')}
                  @change=${this.onPick}
              /></span>`
        }
        <button class="primary" type="submit" aria-disabled=${this.busy}>${words.text('support-send')}</button>
      </div>
    </form>`;
  }

  private get typed(): string {
    return this.text ?? this.draft;
  }

  private onInput(): void {
    this.text = this.area?.value ?? '';
    this.said = null;
    this.dispatchEvent(new MessageChanged(this.text));
  }

  private async onPick(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])].slice(0, maxPhotosPerMessage - this.photos.length);
    // The same file may be chosen again after it was taken away.
    input.value = '';
    this.said = null;
    for (const file of files) {
      const blob = (await this.support?.preparePhoto(file)) ?? null;
      if (blob === null) this.said = this.words.text('support-photo-unreadable');
      else this.photos = [...this.photos, { blob, address: URL.createObjectURL(blob) }];
    }
  }

  private onRemove(at: number): void {
    const gone = this.photos[at];
    if (gone) URL.revokeObjectURL(gone.address);
    this.photos = this.photos.filter((_, index) => index !== at);
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    if (this.busy) return;
    const text = this.typed;
    if (text.trim() === '' && this.photos.length === 0) {
      this.said = this.words.text('support-nothing');
      this.area?.focus();
      return;
    }
    if (text.length > maxMessageLength) {
      this.area?.focus();
      return;
    }
    this.said = null;
    const submitted = new MessageSubmitted(
      this,
      text,
      this.photos.map(({ blob }) => blob),
    );
    this.dispatchEvent(submitted);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'message-form': MessageForm;
  }
}
