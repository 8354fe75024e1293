import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { toEpochMs } from '../../../shared/instant.ts';
import type { QueueRow } from '../../../shared/review.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { choiceList } from './choice-list-styles.ts';

/** A reading of the list was chosen. */
export class CaseChosen extends Event {
  static readonly type = 'case-chosen';
  readonly reading: string;

  constructor(reading: string) {
    super(CaseChosen.type, { bubbles: true, composed: true });
    this.reading = reading;
  }
}

/**
 * The readings that wait, one line each; the arrows and J, K go up and down.
 *
 * @fires CaseChosen
 */
@customElement('review-queue')
export class ReviewQueue extends OfficeScreen {
  static override styles = [
    office,
    choiceList,
    css`
      /* The flat stands at the end of it. */
      .place {
        overflow: hidden;
        white-space: normal;
      }
      .asked {
        color: var(--accent-text);
      }
    `,
  ];

  @property({ attribute: false }) rows: readonly QueueRow[] = [];
  @property({ attribute: false }) current: string | null = null;

  /** To the line beside the one that has the focus, or is open. */
  move(by: 1 | -1): void {
    const lines = [...(this.shadowRoot?.querySelectorAll('button') ?? [])];
    const active = lines.indexOf(this.shadowRoot?.activeElement as HTMLButtonElement);
    const at = active >= 0 ? active : lines.findIndex((line) => line.ariaCurrent === 'true');
    const next = lines[Math.max(0, Math.min(lines.length - 1, at + by))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }

  override render(): TemplateResult {
    const { words, rows } = this;
    return html`<ul role="list" aria-label=${words.text('review-list')}>
      ${rows.map(
        (row) => html`<li>
          <button
            type="button"
            aria-current=${row.id === this.current ? 'true' : 'false'}
            @click=${() => this.dispatchEvent(new CaseChosen(row.id))}
          >
            <span class="topic">${row.kinds.map((kind) => words.text(`review-kind-${kind}`)).join(', ')}</span>
            <span class="soft small figures end">${words.moment(toEpochMs(row.receivedAt), this.office.now())}</span>
            <span class="cut figures">${row.number} · ${row.holder}</span>
            <span class="small end">${words.period(row.period)}</span>
            <span class="soft small across place"
              ><mb-icon name=${row.service}></mb-icon> <span class="visually-hidden">${words.service(row.service)}, </span
              >${row.address}</span
            >
            ${row.question ? html`<span class="asked small across">${words.text(row.question === 'open' ? 'review-answered' : 'review-asked')}</span>` : nothing}
          </button>
        </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'review-queue': ReviewQueue;
  }
  interface HTMLElementEventMap {
    'case-chosen': CaseChosen;
  }
}
