import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { AuditVerification } from '../../../shared/audit-forms.ts';
import { toEpochMs } from '../../../shared/instant.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';

/** How often it is asked how far it is. */
const askEveryMs = 700;

/** Whether the log is whole: has it followed from the first entry to the last, and says what came of it. */
@customElement('audit-chain')
export class AuditChain extends OfficeScreen {
  static override styles = [
    ...office,
    css`
      .card {
        display: block;
        padding-block: 0.25rem;
      }
      summary {
        min-height: var(--target);
        padding-block: 0.625rem;
        cursor: pointer;
      }
      summary > * {
        display: inline;
        margin-inline-end: 0.75rem;
      }
      h2 {
        font-size: 1.125rem;
      }
      .inside {
        display: grid;
        gap: 0.75rem;
        justify-items: start;
      }
      .inside > .inside,
      .inside > .noted {
        width: 100%;
      }
      details > .inside {
        padding-block: 0.25rem 1rem;
      }
      progress {
        width: 100%;
        accent-color: var(--accent);
      }
      code {
        font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace;
        font-size: 0.9375rem;
        overflow-wrap: anywhere;
        user-select: all;
      }
      .verdict {
        display: flex;
        gap: 0.5rem;
        font-weight: 600;
      }
      .verdict mb-icon {
        flex: none;
        margin-top: 0.15em;
        color: var(--accent-text);
      }
      .failure p {
        margin: 0;
      }
      .noted {
        display: grid;
        gap: 0.375rem;
        padding: 0.75rem 1rem;
        border-radius: var(--radius-small);
        background: var(--well);
      }
    `,
  ];

  /** Undefined until it is known; null: nobody has had it followed yet. */
  @state() private found: AuditVerification | null | undefined;
  @state() private failure: unknown = null;
  @state() private working = false;
  @state() private copied = false;
  /** Whoever has asked for it wants to see it. */
  @state() private started = false;
  private asking: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.asking);
  }

  override render(): TemplateResult {
    const { words, found } = this;
    return html`<details class="card" ?open=${this.started || (found?.verdict?.ok ?? true) === false}>
      <summary>
        <h2 id="title">${words.text('audit-chain-title')}</h2>
        ${found ? html`<span class="soft small">${this.shortly(found)}</span>` : nothing}
      </summary>
      <div class="inside">
        <p class="soft small">${words.text('audit-chain-lead')}</p>
        ${this.renderFailure(this.failure)}
        <div class="inside" role="status">${found ? this.renderFound(found) : nothing}</div>
        <button type="button" aria-disabled=${this.working || this.isUnderWay} @click=${this.onStart}>
          ${words.text(found ? 'audit-chain-again' : 'audit-chain-do')}
        </button>
      </div>
    </details>`;
  }

  private get isUnderWay(): boolean {
    return this.found?.state === 'waiting' || this.found?.state === 'running';
  }

  /** What came of it, in the line that is always there. */
  private shortly({ endedAt, verdict }: AuditVerification): string {
    if (endedAt === null || verdict === null) return '';
    const at = this.words.moment(toEpochMs(endedAt), this.office.now());
    return this.words.text(verdict.ok ? 'audit-chain-whole' : 'audit-chain-broken', { moment: at });
  }

  private renderFound({ state: standing, done, total, endedAt, verdict }: AuditVerification): TemplateResult {
    const { words } = this;
    if (standing === 'waiting') return html`<p>${words.text('audit-chain-waiting')}</p>`;
    if (standing === 'running') {
      return html`<p>${words.text('audit-chain-running', { done, total: total ?? done })}</p>
        <progress max=${total ?? 1} value=${total === null ? 0 : done} aria-labelledby="title"></progress>`;
    }
    if (verdict === null) return html`<p class="error">${words.text('audit-chain-failed')}</p>`;
    const at = endedAt === null ? '' : words.moment(toEpochMs(endedAt), this.office.now());
    const checked = html`<p class="soft small">${words.text('audit-chain-at', { moment: at })}</p>`;
    if (!verdict.ok) {
      return html`<div class="failure">
          <mb-icon name="warning"></mb-icon>
          <div>
            <p><strong>${words.text(`audit-chain-broken-${verdict.broken}`, { seq: String(verdict.seq) })}</strong></p>
            <p>${words.text('audit-chain-broken-lead')}</p>
          </div>
        </div>
        ${checked}`;
    }
    const { seq, hash } = verdict;
    return html`<p class="verdict"><mb-icon name="done"></mb-icon>${words.text('audit-chain-ok', { count: seq })}</p>
      <div class="noted">
        <div class="row spread">
          <code>${hash}</code>
          <button class="quiet" type="button" @click=${() => this.onCopy(`${seq} ${hash}`)}>
            ${words.text(this.copied ? 'audit-chain-copied' : 'audit-chain-copy')}
          </button>
        </div>
        <p class="soft small">${words.text('audit-chain-note')}</p>
      </div>
      ${checked}`;
  }

  private async ask(): Promise<void> {
    clearTimeout(this.asking);
    try {
      this.found = await this.office.api.audit.verification.query();
      this.failure = null;
    } catch (error) {
      this.failure = error;
    }
    if (this.isUnderWay && this.isConnected) this.asking = setTimeout(() => void this.ask(), askEveryMs);
  }

  private readonly onStart = async (): Promise<void> => {
    if (this.working || this.isUnderWay) return;
    this.working = true;
    this.started = true;
    this.failure = null;
    this.copied = false;
    try {
      await this.office.api.audit.verify.mutate();
      await this.ask();
    } catch (error) {
      this.failure = error;
    } finally {
      this.working = false;
    }
  };

  private async onCopy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = true;
    } catch (error) {
      // It can be selected by hand.
      reportError(error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'audit-chain': AuditChain;
  }
}
