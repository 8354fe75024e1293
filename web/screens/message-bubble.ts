import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BadgeState } from '../elements/sync-badge.ts';
import type { MessageView, PhotoView } from '../store/views-support.ts';
import { controls } from '../styles/controls.ts';
import { problemText } from '../words/problem-words.ts';
import { ScreenElement } from './screen-element.ts';
import { photoAddress, type Support } from './support-seam.ts';
import '../elements/mb-dialog.ts';
import '../elements/mb-icon.ts';
import '../elements/sync-badge.ts';

/** One message, with its photos and with what has become of it. */
@customElement('message-bubble')
export class MessageBubble extends ScreenElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        justify-items: start;
      }
      :host([own]) {
        justify-items: end;
      }
      article {
        display: grid;
        gap: 0.5rem;
        max-width: min(34rem, 92%);
        min-width: 0;
        padding: 0.75rem 1rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        border-end-start-radius: 0.25rem;
        background: var(--card);
      }
      :host([own]) article {
        border-color: transparent;
        border-end-start-radius: var(--radius);
        border-end-end-radius: 0.25rem;
        background: var(--accent-wash);
      }
      article.refused {
        border-color: var(--error);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
        justify-content: space-between;
        color: var(--ink-soft);
        font-size: 0.9375rem;
      }
      .head strong {
        color: var(--ink);
      }
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .photo {
        width: 7rem;
        min-height: 7rem;
        height: 7rem;
        padding: 0;
        border: 1px solid var(--line);
        overflow: hidden;
      }
      .photo img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .away {
        display: grid;
        place-items: center;
        padding: 0.5rem;
        border: 1px dashed var(--line-strong);
        border-radius: var(--radius-small);
        color: var(--ink-soft);
        font-size: 0.8125rem;
        text-align: center;
      }
      .note {
        max-width: 7rem;
        padding-top: 0.25rem;
        color: var(--ink-soft);
        font-size: 0.8125rem;
      }
      .problem {
        color: var(--error);
      }
      .dismiss {
        width: 7rem;
        margin-top: 0.375rem;
        padding-inline: 0.25rem;
      }
      .large {
        display: block;
        width: 100%;
        max-height: 75dvh;
        object-fit: contain;
      }
    `,
  ];

  @property({ attribute: false }) message!: MessageView;
  @property({ attribute: false }) support: Support | null = null;
  @property({ type: Boolean, reflect: true }) own = false;
  /** Addresses of the photos, by their ids; null where one cannot be had now. */
  @state() private addresses: ReadonlyMap<string, string | null> = new Map();
  @state() private open: number | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const address of this.addresses.values()) if (address?.startsWith('blob:')) URL.revokeObjectURL(address);
    this.addresses = new Map();
  }

  protected override willUpdate(): void {
    this.own = this.message.author === 'resident';
    for (const photo of this.message.photos) {
      if (!this.addresses.has(photo.id)) void this.look(photo);
    }
  }

  /** From the device where it is here, else where the server gives it out. */
  private async look({ id, here }: PhotoView): Promise<void> {
    if (here && !this.support) return;
    this.addresses = new Map([...this.addresses, [id, here ? '' : photoAddress(id)]]);
    if (!here) return;
    const kept = await this.support?.photo(id);
    if (!this.isConnected) return;
    this.addresses = new Map([...this.addresses, [id, kept ? URL.createObjectURL(kept) : photoAddress(id)]]);
  }

  private onMissing(id: string): void {
    this.addresses = new Map([...this.addresses, [id, null]]);
  }

  override render(): TemplateResult {
    const { words, message, app } = this;
    const now = app.store.now();
    const { author, text, photos, refused, writtenAt } = message;
    return html`<article class=${refused ? 'refused' : ''}>
      <p class="head">
        <strong>${words.text(author === 'office' ? 'support-office' : 'support-you')}</strong>
        <span class="figures">${words.moment(writtenAt, now)}</span>
      </p>
      ${text === '' ? nothing : html`<p class="text">${text}</p>`}
      ${photos.length === 0 ? nothing : html`<ul role="list">${photos.map((photo, at) => this.renderPhoto(photo, at))}</ul>`}
      ${author === 'resident' && !refused ? html`<sync-badge .state=${this.badge} .now=${now}></sync-badge>` : nothing}
      ${
        refused
          ? html`${refused.problems.map((problem) => html`<p class="problem">${problemText(words, problem, null)}</p>`)}
              <div>
                <button type="button" @click=${() => void app.store.dismiss(refused.operation)}>
                  ${words.text('problem-dismiss')}
                </button>
              </div>`
          : nothing
      }
    </article>
    ${this.renderOpen()}`;
  }

  private get badge(): BadgeState {
    const { stage, receivedAt, writtenAt } = this.message;
    return stage === 'received' ? { kind: 'received', at: receivedAt ?? writtenAt } : { kind: stage };
  }

  private renderPhoto({ id, stage, problem }: PhotoView, at: number): TemplateResult {
    const { words } = this;
    const address = this.addresses.get(id);
    const number = at + 1;
    return html`<li>
      ${
        address === null
          ? html`<p class="photo away">${words.text('support-photo-away')}</p>`
          : html`<button
              class="photo"
              type="button"
              aria-label=${words.text('support-photo-open', { number })}
              @click=${() => {
                this.open = at;
              }}
            >
              ${address ? html`<img src=${address} alt="" @error=${() => this.onMissing(id)} />` : nothing}
            </button>`
      }
      ${
        stage === 'saved'
          ? html`<p class="note">${words.text('support-photo-waiting')}</p>`
          : stage === 'refused'
            ? html`<p class="note problem">${problem ? problemText(words, problem, null) : words.text('support-photo-refused')}</p>
                ${this.renderDismiss(id)}`
            : nothing
      }
    </li>`;
  }

  /** Where the whole message was refused it is dismissed with its photos. */
  private renderDismiss(id: string): TemplateResult | typeof nothing {
    const { words, support, message } = this;
    if (!support || message.refused) return nothing;
    return html`<button class="dismiss" type="button" @click=${() => void support.dismissPhoto(id)}>
      ${words.text('problem-dismiss')}
    </button>`;
  }

  private renderOpen(): unknown {
    const { words, open } = this;
    const photo = open === null ? undefined : this.message.photos[open];
    const address = photo && this.addresses.get(photo.id);
    if (open === null || !address) return nothing;
    const close = () => {
      this.open = null;
    };
    const title = words.text('support-photo-number', { number: open + 1 });
    return html`<mb-dialog heading=${title} @dialog-dismissed=${close}>
      <img class="large" src=${address} alt=${title} />
      <button slot="answers" type="button" @click=${close}>${words.text('support-photo-close')}</button>
    </mb-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'message-bubble': MessageBubble;
  }
}
