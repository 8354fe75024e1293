import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { SlipId } from '../../../shared/ids.ts';
import { type SlipRow, waitingSlipStates } from '../../../shared/kiosk-office.ts';
import type { SlipChosen } from '../elements/kiosk-slip-list.ts';
import { OfficeScreen } from '../office-screen.ts';
import { PagedList } from '../paged-list.ts';
import { office } from '../styles.ts';
import type { KioskSlipPage } from './kiosk-slip.ts';
import { listBeside } from './list-beside-styles.ts';
import '../elements/kiosk-slip-list.ts';
import './kiosk-slip.ts';

const filters = [...waitingSlipStates, 'all'] as const;
type Filter = (typeof filters)[number];

/** What residents left at kiosks and the office has to look at: a list, and beside it the one that is chosen. */
@customElement('office-kiosk-slips')
export class OfficeKioskSlips extends OfficeScreen {
  static override styles = [
    ...office,
    listBeside,
    css`
      .tools label {
        flex: 0 1 20rem;
      }
      .tools select {
        min-height: var(--target);
        font-size: 1rem;
      }
      @container (max-width: 57.99rem) {
        .chosen .tools,
        .chosen .lead {
          display: none;
        }
      }
    `,
  ];

  /** The one that the address names. */
  @property({ attribute: false }) slip: SlipId | null = null;
  /** Those from kiosks that were shut out are asked for. */
  @property({ type: Boolean }) held = false;
  @state() private filter: Filter = 'office';
  @query('kiosk-slip') private shown!: KioskSlipPage | null;
  private readonly list = new PagedList<{ state: Filter }, SlipRow>(this, {
    question: () => ({ state: this.filter }),
    load: (question, after) => this.office.api.kiosks.slips.query({ ...question, after }),
  });

  /** Who chose one goes on with that, and not with the list. */
  override async focusHeading(): Promise<void> {
    await this.updateComplete;
    if (this.shown) await this.shown.focusHeading();
    else await super.focusHeading();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Whoever opens one of them comes back to the same list.
    if (changed.has('held') && this.held) this.filter = 'held';
  }

  override render(): TemplateResult {
    const { words, slip } = this;
    return html`<div class="screen ${slip === null ? '' : 'chosen'}" @slip-moved=${() => this.list.reload()}>
      <a class="up" href="/office/kiosks"><mb-icon name="back"></mb-icon>${words.text('kiosks-title')}</a>
      <div>
        <h1 tabindex="-1">${words.text('kiosks-slips-title')}</h1>
        <p class="soft lead">${words.text('kiosks-slips-lead')}</p>
      </div>
      <div class="tools">
        <label>
          <span>${words.text('kiosks-slips-which')}</span>
          <select @change=${this.onFilter}>
            ${filters.map(
              (one) =>
                html`<option value=${one} ?selected=${one === this.filter}>${words.text(`kiosks-slips-of-${one}`)}</option>`,
            )}
          </select>
        </label>
      </div>
      <div class="beside">
        <div class="list">${this.renderList()}</div>
        <div>
          <a class="button back" href="/office/kiosks/slips"
            ><mb-icon name="back"></mb-icon>${words.text('kiosks-slips-back')}</a
          >
          ${slip === null ? nothing : html`<kiosk-slip .slip=${slip}></kiosk-slip>`}
        </div>
      </div>
    </div>`;
  }

  private renderList(): unknown {
    const { words, list, filter } = this;
    if (list.shown === null) return list.waiting ? this.renderPending() : this.renderFailure(list.failure);
    const { rows, question } = list.shown;
    return html`${
      rows.length === 0
        ? html`<p class="card">${words.text(`kiosks-slips-none-${question.state}`)}</p>`
        : html`<kiosk-slip-list
            .rows=${rows}
            .current=${this.slip}
            ?mixed=${filter === 'all'}
            @slip-chosen=${this.onChosen}
          ></kiosk-slip-list>`
    }
    ${this.renderFailure(list.failure)} ${list.renderMore(words.text('kiosks-more'))}`;
  }

  private onFilter(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.filter = filters.find((one) => one === value) ?? 'office';
  }

  private onChosen({ slip }: SlipChosen): void {
    this.office.navigate(`/office/kiosks/slips/${slip}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-kiosk-slips': OfficeKioskSlips;
  }
}
