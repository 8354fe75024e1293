import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { plainKioskCode } from '../../../shared/kiosk.ts';
import { problemOf } from '../api.ts';
import { KioskScreen } from '../kiosk-screen.ts';
import { besideKeys } from '../readings/beside-keys.ts';
import { StaysInSight } from '../readings/stays-in-sight.ts';
import { kiosk } from '../styles.ts';
import type { Tablet } from '../tablet.ts';
import '../elements/kiosk-keys.ts';

/** Makes this tablet a kiosk, by the code that the office shows. The only screen that is not for residents. */
@customElement('kiosk-enrol')
export class KioskEnrol extends KioskScreen {
  static override styles = [
    kiosk,
    besideKeys,
    css`
      form {
        display: contents;
      }
    `,
  ];

  @property({ attribute: false }) tablet!: Tablet;

  @state() private working = false;
  @state() private failure: string | null = null;
  /** Held by nothing else: it watches by itself. */
  protected readonly inSight = new StaysInSight(this);
  @query('input') private field!: HTMLInputElement;

  override render(): TemplateResult {
    const { words, working, failure } = this;
    const { standing } = this.tablet;
    return html`<div class="screen">
      <h1 class="title" tabindex="-1">${words.text('kiosk-enrol-title')}</h1>
      <form novalidate autocomplete="off" @submit=${this.onSubmit}>
        <div class="typed">
          <p>${words.text('kiosk-enrol-lead')}</p>
          <div class="field">
            <label for="code">${words.text('kiosk-enrol-code')}</label>
            <input id="code" type="text" inputmode="none" autocomplete="off" autocapitalize="characters" spellcheck="false"
              maxlength="20" aria-describedby="hint" aria-invalid=${failure === null ? nothing : 'true'} />
            <p id="hint" class="soft small">${words.text('kiosk-enrol-hint')}</p>
          </div>
          ${this.renderFailure(failure)}
          ${standing === 'ended' ? html`<p class="notice">${words.text('kiosk-enrol-ended')}</p>` : nothing}
          ${standing === 'unknown' ? html`<p class="notice">${words.text('kiosk-enrol-offline')}</p>` : nothing}
          ${this.renderFormer()}
        </div>
        <div class="hand">
          <kiosk-keys layout="serial"></kiosk-keys>
          <div class="on">
            <button class="primary" type="submit" aria-disabled=${working}>
              ${words.text(working ? 'kiosk-enrol-working' : 'kiosk-enrol-do')}
            </button>
          </div>
        </div>
      </form>
    </div>`;
  }

  /** Which kiosk it has been, for whoever types a code: it may be another one's. */
  private renderFormer(): TemplateResult | typeof nothing {
    const { words } = this;
    const { kiosk: former, outbox } = this.tablet;
    if (former === null) return nothing;
    const was = words.text('kiosk-enrol-was', { name: former.name });
    const waits = outbox.waiting > 0 ? ` ${words.text('kiosk-enrol-waiting', { count: outbox.waiting })}` : '';
    return html`<p class="notice">${was}${waits}</p>`;
  }

  private async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.working) return;
    const code = plainKioskCode(this.field.value);
    if (code === '') {
      this.refuse(this.words.text('kiosk-enrol-empty'));
      return;
    }
    this.working = true;
    this.failure = null;
    try {
      await this.tablet.enrol(code);
    } catch (error) {
      this.refuse(this.textOf(error));
    } finally {
      this.working = false;
    }
  }

  private textOf(error: unknown): string {
    const code = problemOf(error)?.code;
    if (code === 'code_wrong') return this.words.text('kiosk-enrol-wrong');
    return this.failureText(error) ?? this.words.text('kiosk-enrol-offline');
  }

  private refuse(text: string): void {
    this.failure = text;
    this.field.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-enrol': KioskEnrol;
  }
}
