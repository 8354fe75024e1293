import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { onItsWay } from '../store/views-pay.ts';
import { card, controls } from '../styles/controls.ts';
import { money } from '../words/money.ts';
import { BillsWatch } from './bills-watch.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/bill-card.ts';
import '../elements/mb-icon.ts';

/** The newest bill, and what is owed where that is more. Nothing where there is no bill. Its words are of the area `bills`. */
@customElement('home-bill')
export class HomeBill extends ScreenElement {
  static override styles = [
    controls,
    card,
    css`
      .card {
        display: grid;
        gap: 0.25rem;
        padding-bottom: 0.5rem;
      }
      .owed {
        display: flex;
        gap: 0.4375rem;
        padding-block: 0.5rem;
        border-top: 1px solid var(--line);
      }
      .owed mb-icon {
        margin-top: 0.15em;
      }
    `,
  ];

  private readonly watch = new BillsWatch(this, () => this.app);

  override render(): unknown {
    const { words } = this;
    const { view } = this.watch;
    const [newest] = view?.bills ?? [];
    if (!view || !newest) return nothing;
    const { bill, state, left } = newest;
    const { currency } = this.state.company;
    const owed = view.debt?.balance ?? 0;
    return html`<section class="card" aria-labelledby="newest">
      <h2 id="newest">${words.text('bill-newest')}</h2>
      <bill-card
        .bill=${bill}
        .state=${{ state, left }}
        .coming=${onItsWay(view, bill.id)}
        currency=${currency}
        href=${paths.bill(bill.id)}
      ></bill-card>
      ${
        owed > left
          ? html`<p class="owed figures">
              <mb-icon name="info"></mb-icon>
              <a href=${paths.debt}>${words.text('bill-home-owed', { amount: money(owed, { locale: words.locale, currency }) })}</a>
            </p>`
          : nothing
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'home-bill': HomeBill;
  }
}
