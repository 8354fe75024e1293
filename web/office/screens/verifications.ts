import { Task, TaskStatus } from '@lit/task';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { type Service, services } from '../../../shared/meter.ts';
import type { VerificationRow, VerificationStep } from '../../../shared/progress.ts';
import { mayActAs } from '../../../shared/staff.ts';
import { done } from '../done-styles.ts';
import { OfficeScreen } from '../office-screen.ts';
import { PagedList } from '../paged-list.ts';
import { office } from '../styles.ts';
import '../elements/building-field.ts';
import '../elements/confirm-dialog.ts';
import '../elements/verification-list.ts';

/** The most urgent first. */
const steps: readonly VerificationStep[] = ['ended', '7', '30', '60'];
/** How often it is asked whether the letters are written. */
const againMs = 4_000;
/** Rows to begin with: of a list with gaps a page may be short, or hold nothing. */
const enough = 25;

interface Filter {
  step: VerificationStep | null;
  building: string | null;
  service: Service | null;
}

/** W8: meters whose verification ends soon or has ended. */
@customElement('office-verifications')
export class OfficeVerifications extends OfficeScreen {
  static override styles = [
    office,
    done,
    css`
      .tools label {
        flex: 1 1 10rem;
      }
      .tools building-field {
        flex: 1 1 10rem;
      }
      .screen > button {
        width: fit-content;
      }
    `,
  ];

  @state() private filter: Filter = { step: null, building: null, service: null };
  @state() private reminding = false;
  @state() private done = '';
  @query('building-field') private field!: HTMLElementTagNameMap['building-field'];
  private again: ReturnType<typeof setTimeout> | undefined;

  private readonly list = new PagedList<Filter, VerificationRow>(this, {
    question: () => this.filter,
    load: (filter, after) => this.office.api.progress.verifications.query({ ...filter, after }),
    enough,
  });

  private readonly month = new Task(this, {
    args: () => [this.reminding] as const,
    task: async () => {
      clearTimeout(this.again);
      const month = await this.office.api.progress.month.query({ period: null, count: false });
      if (month.reminding && this.isConnected) this.again = setTimeout(() => void this.month.run(), againMs);
      return month;
    },
  });

  /** Whom letters would reach, once somebody thinks of sending them. */
  private readonly letters = new Task(this, {
    args: () => [this.reminding, this.filter] as const,
    task: async ([wanted, filter]) =>
      wanted ? await this.office.api.progress.verificationLetters.query(filter) : null,
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.again);
  }

  override render(): TemplateResult {
    const { words } = this;
    return html`<div class="screen">
      <p><a href="/office">${words.text('progress-back')}</a></p>
      <h1 tabindex="-1">${words.text('progress-verifications-title')}</h1>
      <p class="soft">${words.text('progress-verifications-lead')}</p>
      ${this.renderTools()}
      <p class="done" role="status">${this.done}</p>
      ${this.renderFailure(this.list.failure)}
      ${this.renderList()}
      ${this.reminding ? this.renderRemind() : nothing}
    </div>`;
  }

  private renderTools(): TemplateResult {
    const { words, filter } = this;
    const tally = this.month.value?.now?.tally.verifications;
    const option = (value: string, text: string, chosen: boolean) =>
      html`<option value=${value} ?selected=${chosen}>${text}</option>`;
    const stepText = (step: VerificationStep): string => {
      const text = words.text(`progress-step-${step}`);
      return tally ? `${text} (${tally[step]})` : text;
    };
    return html`<div class="tools" role="search">
      <label
        ><span>${words.text('progress-step')}</span
        ><select @change=${(event: Event) => this.choose({ step: (chosenOf(event) || null) as Filter['step'] })}>
          ${option('', words.text('progress-step-all'), filter.step === null)}
          ${steps.map((step) => option(step, stepText(step), step === filter.step))}
        </select></label
      >
      <building-field
        label=${words.text('progress-building')}
        .find=${(text: string) => this.office.api.windows.buildings.query({ text })}
        @change=${() => this.choose({ building: this.field.value })}
      ></building-field>
      <label
        ><span>${words.text('progress-service')}</span
        ><select @change=${(event: Event) => this.choose({ service: (chosenOf(event) || null) as Filter['service'] })}>
          ${option('', words.text('progress-service-all'), filter.service === null)}
          ${services.map((service) => option(service, words.service(service), service === filter.service))}
        </select></label
      >
    </div>
    <div class="row">
      <a class="button" href=${this.fileAddress} download
        ><mb-icon name="download"></mb-icon>${words.text('progress-csv')}</a
      >
      ${
        mayActAs(this.office.staff.role, 'manager')
          ? html`<button
              type="button"
              aria-disabled=${this.month.value?.reminding ?? false}
              @click=${() => {
                if (!this.month.value?.reminding) this.reminding = true;
              }}
            >
              <mb-icon name="mail"></mb-icon>${words.text('progress-remind')}
            </button>`
          : nothing
      }
    </div>`;
  }

  private renderList(): unknown {
    const { words } = this;
    const { shown, waiting, failure } = this.list;
    if (shown === null || waiting === 'list') return failure === null ? this.renderPending() : nothing;
    const { rows, next } = shown;
    if (rows.length === 0 && next === null) {
      return html`<p class="soft" role="status">${words.text('progress-verifications-none')}</p>`;
    }
    const count = next === null ? 'progress-meters-count' : 'progress-meters-first';
    return html`<p class="soft small" role="status">${words.text(count, { count: rows.length })}</p>
      ${rows.length === 0 ? nothing : html`<verification-list .rows=${rows}></verification-list>`}
      ${this.list.renderMore(words.text('progress-more'))}`;
  }

  private renderRemind(): TemplateResult {
    const { words, filter } = this;
    const letters = this.letters.status === TaskStatus.COMPLETE ? this.letters.value : null;
    return html`<confirm-dialog
      heading=${words.text('progress-remind-title')}
      confirm=${words.text('progress-remind-send')}
      cancel=${words.text('progress-remind-cancel')}
      ?empty=${!letters || (letters.count === 0 && !letters.more)}
      .perform=${() => this.remind(() => this.office.api.progress.remindVerifications.mutate(filter))}
      @dialog-dismissed=${() => {
        this.reminding = false;
      }}
    >
      ${this.letters.error === undefined ? nothing : this.renderFailure(this.letters.error)}
      <p role="status">
        ${
          letters
            ? words.text(letters.more ? 'progress-remind-verifications-many' : 'progress-remind-verifications', {
                count: letters.count,
              })
            : this.letters.error === undefined
              ? words.text('office-loading')
              : nothing
        }
      </p>
      <p class="soft">${words.text('progress-remind-verifications-once')}</p>
    </confirm-dialog>`;
  }

  /** What the list shows, to its end. */
  private get fileAddress(): string {
    const { step, building, service } = this.filter;
    const wanted = Object.entries({ step, building, service }).filter(([, value]) => value !== null);
    return `/office/verifications.csv?${new URLSearchParams(wanted as [string, string][])}`;
  }

  private choose(change: Partial<Filter>): void {
    this.done = '';
    this.filter = { ...this.filter, ...change };
  }

  private async remind(begin: () => Promise<unknown>): Promise<void> {
    await begin();
    this.reminding = false;
    this.done = this.words.text('progress-remind-begun');
  }
}

const chosenOf = ({ target }: Event): string => (target as HTMLSelectElement).value;

declare global {
  interface HTMLElementTagNameMap {
    'office-verifications': OfficeVerifications;
  }
}
