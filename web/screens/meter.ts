import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { MeterId } from '../../shared/ids.ts';
import { addMonths } from '../../shared/period.ts';
import { useByMonth } from '../elements/use-by-month.ts';
import { verificationWarning } from '../elements/verification.ts';
import type { AccountView, MeterView } from '../store/views.ts';
import { meterPast } from '../store/views-derived.ts';
import { card, controls } from '../styles/controls.ts';
import { screen } from '../styles/screen.ts';
import { registerName } from '../words/register-name.ts';
import { AccountWatch } from './account-watch.ts';
import { renderNothingYet } from './nothing-yet.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/mb-icon.ts';
import '../elements/use-chart.ts';
import './account-switch.ts';
import './meter-history.ts';

/** One meter: what it is, its verification, twelve months of use, and every reading. */
@customElement('meter-screen')
export class MeterScreen extends ScreenElement {
  static override styles = [
    controls,
    card,
    screen,
    css`
      .warning {
        display: flex;
        gap: 0.5rem;
        font-weight: 600;
      }
      .grave {
        color: var(--error);
      }
    `,
  ];

  @property() meterId!: MeterId;
  private readonly watch = new AccountWatch(this, () => this.app);

  override render(): TemplateResult {
    const { words } = this;
    const { view } = this.watch;
    const meter = view?.meters.find((one) => one.meter.id === this.meterId);
    const title = meter
      ? words.service(meter.meter.service)
      : words.text(view ? 'meter-unknown-title' : 'meter-history');
    return html`<div class="screen split">
      <a class="back across" href=${paths.history}><mb-icon name="back"></mb-icon> ${words.text('history-title')}</a>
      <header class="title">
        <h1 tabindex="-1">${title}</h1>
        ${
          meter
            ? html`<p class="soft figures">
                ${meter.meter.place && `${meter.meter.place} · `}<span class="whole">${words.text('meter-serial', { serial: meter.meter.serial })}</span>
              </p>`
            : nothing
        }
        <account-switch @account-switched=${this.onSwitched}></account-switch>
      </header>
      ${view === undefined ? nothing : view === null ? renderNothingYet(this.app) : this.renderView(view, meter)}
    </div>`;
  }

  /** The meters of those premises are others. */
  private onSwitched(): void {
    this.app.navigate(paths.history);
  }

  private renderView(view: AccountView, meter: MeterView | undefined): TemplateResult {
    if (!meter) return html`<p>${this.words.text('meter-unknown')}</p>`;
    const { words } = this;
    const replaced = view.meters.find((one) => one.meter.id === meter.meter.replaces) ?? null;
    return html`<section class="card stack aside">${this.renderVerification(meter)} ${this.renderFacts(view, meter, replaced)}</section>
      <section class="card stack">
        <h2>${words.text('meter-chart')}</h2>
        ${this.renderCharts(meter, replaced)}
      </section>
      <section class="card stack">
        <h2>${words.text('meter-history')}</h2>
        <meter-history .meter=${meter} .replaced=${replaced}></meter-history>
      </section>`;
  }

  private renderVerification({ meter }: MeterView): unknown {
    const warning = verificationWarning(this.words, meter, this.app.store.now());
    if (!warning) return nothing;
    return html`<p class="warning ${warning.grave ? 'grave' : ''}"><mb-icon name="warning"></mb-icon>${warning.text}</p>`;
  }

  private renderFacts(view: AccountView, { meter }: MeterView, replaced: MeterView | null): TemplateResult {
    const { words } = this;
    const replacedBy = view.meters.find((one) => one.meter.replaces === meter.id)?.meter;
    const fact = (key: string, value: unknown) =>
      html`<dt>${words.text(key)}</dt>
        <dd>${value}</dd>`;
    const link = (other: typeof meter) =>
      html`<a class="whole" href=${paths.meter(other.id)}>${words.text('meter-serial', { serial: other.serial })}</a>`;
    return html`<dl class="facts">
      ${fact('meter-verified', meter.verifiedUntil ? words.date(meter.verifiedUntil) : words.text('meter-verified-none'))}
      ${fact('period-unit', words.unit(meter.unit))} ${fact('meter-installed', words.date(meter.installedOn))}
      ${meter.retiredOn ? fact('meter-retired', words.date(meter.retiredOn)) : nothing}
      ${replacedBy ? fact('meter-replaced', link(replacedBy)) : nothing}
      ${replaced ? fact('meter-replaces', link(replaced.meter)) : nothing}
    </dl>`;
  }

  private renderCharts(view: MeterView, replaced: MeterView | null): unknown {
    const { meter, entries, period } = view;
    const past = meterPast(view);
    const old = replaced && meterPast(replaced);
    // Up to the month before the one to read now, or to what was read already.
    const before = addMonths(period, -1);
    const read = entries.find((entry) => entry.kind === 'actual' && entry.period > before);
    const until = read?.period ?? before;
    return meter.registers.map(
      (register) =>
        html`<use-chart
          label=${this.words.text('meter-chart')}
          heading=${register.code === 'B' ? '' : registerName(this.words, register.code)}
          .months=${useByMonth(past, register, until, old)}
          .register=${register}
          .unit=${meter.unit}
        ></use-chart>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'meter-screen': MeterScreen;
  }
}
