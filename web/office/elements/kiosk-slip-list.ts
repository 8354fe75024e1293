import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SlipId } from '../../../shared/ids.ts';
import { toEpochMs } from '../../../shared/instant.ts';
import type { SlipRow } from '../../../shared/kiosk-office.ts';
import { receiptNumber } from '../../../shared/kiosk-slip.ts';
import { OfficeScreen } from '../office-screen.ts';
import { choiceList } from '../screens/choice-list-styles.ts';
import { slipStateWord } from '../slip-words.ts';
import { office } from '../styles.ts';

/** A slip of the list was chosen. */
export class SlipChosen extends Event {
  static readonly type = 'slip-chosen';
  readonly slip: SlipId;

  constructor(slip: SlipId) {
    super(SlipChosen.type, { bubbles: true, composed: true });
    this.slip = slip;
  }
}

/**
 * What was left at kiosks, one a line; the arrows go up and down.
 *
 * @fires SlipChosen
 */
@customElement('kiosk-slip-list')
export class KioskSlipList extends OfficeScreen {
  static override styles = [
    ...office,
    choiceList,
    css`
      .topic {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) rows: readonly SlipRow[] = [];
  @property({ attribute: false }) current: SlipId | null = null;
  /** Rows of several states: each says its own. */
  @property({ type: Boolean }) mixed = false;

  override render(): TemplateResult {
    return html`<ul role="list" aria-label=${this.words.text('kiosks-slips-title')} @keydown=${this.onKeyDown}>
      ${this.rows.map((row) => this.renderRow(row))}
    </ul>`;
  }

  private renderRow({
    id,
    kiosk,
    state,
    account,
    typedAccount,
    savedAt,
    readings,
    notEntered,
    inReview,
  }: SlipRow): TemplateResult {
    const { words } = this;
    const whose = account
      ? `${account.number} · ${account.holder}`
      : typedAccount === ''
        ? words.text('kiosks-slip-nobodys')
        : words.text('kiosks-slip-no-account', { typed: typedAccount });
    const what = state === 'held' ? 'kiosks-slip-holds' : 'kiosks-slip-left';
    return html`<li>
      <button
        type="button"
        aria-current=${id === this.current ? 'true' : 'false'}
        @click=${() => this.dispatchEvent(new SlipChosen(id))}
      >
        <span class="topic cut across">${whose}</span>
        <span class="small across">${words.text(what, { count: readings, left: notEntered })}</span>
        <span class="soft small figures cut">${receiptNumber(id)} · ${kiosk.name}</span>
        <span class="soft small figures end">${words.moment(toEpochMs(savedAt), this.office.now())}</span>
        ${this.mixed ? html`<span class="small across">${words.text(slipStateWord({ state, inReview }))}</span>` : nothing}
      </button>
    </li>`;
  }

  private onKeyDown(event: KeyboardEvent): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const lines = [...(this.shadowRoot?.querySelectorAll('button') ?? [])];
    const at = lines.indexOf(this.shadowRoot?.activeElement as HTMLButtonElement);
    lines[Math.max(0, Math.min(lines.length - 1, at + by))]?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-slip-list': KioskSlipList;
  }
}
