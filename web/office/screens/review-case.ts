import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { neighbours, perMonth, useUpTo, usualUse } from '../../../shared/consumption.ts';
import { toEpochMs } from '../../../shared/instant.ts';
import type { Register } from '../../../shared/meter.ts';
import type { Problem } from '../../../shared/problem.ts';
import type { ReviewCase } from '../../../shared/review.ts';
import { worthNoting } from '../../elements/problem-note.ts';
import { registerName } from '../../words/register-name.ts';
import { pastOf } from '../elements/past-of.ts';
import { renderUnread } from '../elements/reach-resident.ts';
import { capturedText, renderReviewFacts } from '../elements/review-facts.ts';
import { findingText } from '../finding-words.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import type { Decision, ReviewDecision } from './review-decision.ts';
import { stateText } from './review-past.ts';
import './review-decision.ts';
import './review-past.ts';

/** A reading that waits, whole: why, its values against the others, what can be decided, and what is behind it. */
@customElement('review-case')
export class ReviewCaseElement extends OfficeScreen {
  static override styles = [
    office,
    css`
      :host,
      .part {
        display: grid;
        gap: 1rem;
        min-width: 0;
      }
      h2:focus {
        outline: none;
      }
      .why li {
        display: flex;
        gap: 0.5rem;
        padding-block: 0.125rem;
      }
      .why mb-icon,
      .note mb-icon {
        flex: none;
        margin-top: 0.15em;
      }
      .note {
        display: flex;
        gap: 0.5rem;
        padding: 0.625rem 0.875rem;
        border-radius: var(--radius-small);
        background: var(--warn-wash);
      }
      .note > div {
        min-width: 0;
      }
      th,
      td {
        padding: 0.375rem 0.5rem;
      }
      @container (max-width: 30rem) {
        th,
        td {
          padding-inline: 0.25rem;
          font-size: 0.875rem;
        }
      }
      .fresh {
        font-weight: 650;
      }
      .facts {
        grid-template-columns: minmax(7rem, auto) minmax(0, 1fr);
      }
      .facts dd + dt {
        margin-top: 0;
      }
      tr.this {
        background: var(--well);
      }
      img {
        max-width: 100%;
        max-height: 24rem;
        border-radius: var(--radius-small);
      }
    `,
  ];

  @property({ attribute: false }) case!: ReviewCase;
  @query('review-decision') private decision!: ReviewDecision;

  begin(decision: Decision): void {
    this.decision.begin(decision);
  }

  override focus(): void {
    this.shadowRoot?.querySelector<HTMLElement>('h2')?.focus();
  }

  override render(): TemplateResult {
    const { words } = this;
    const { reading, meter, account } = this.case;
    return html`<section class="card">
        <div>
          <h2 tabindex="-1">
            ${words.text('review-of', { service: words.service(meter.service), period: words.period(reading.period) })}
          </h2>
          <p class="figures">
            <a href="/office/accounts/${account.id}">${account.number}</a> · ${account.holder}
            <span class="soft">· ${account.address}</span>
          </p>
        </div>
        ${this.renderWhy()} ${this.renderNotes()} ${this.renderValues()}
        <review-decision .case=${this.case}></review-decision>
      </section>
      ${this.renderBeside()}
      <section class="card">${renderReviewFacts(this.case, this.office)} ${this.renderPhotos()}</section>
      <review-past .case=${this.case}></review-past>`;
  }

  private renderWhy(): TemplateResult {
    const { words } = this;
    const { reading, meter, judged, claims } = this.case;
    const found = worthNoting(reading.problems);
    // What has come up since it came: other neighbours stand by now.
    const named = (problem: Problem) => findingText(words, problem, meter, claims?.confirmed ?? null);
    const known = new Set(found.map(named));
    const fresh = worthNoting(judged.map(({ problem }) => problem)).filter((problem) => !known.has(named(problem)));
    const list = (problems: readonly Problem[]) =>
      html`<ul class="why" role="list">
        ${problems.map((problem) => html`<li><mb-icon name="warning"></mb-icon><span>${named(problem)}</span></li>`)}
      </ul>`;
    return html`<div class="part">
      <div>
        <h3>${words.text('review-why')}</h3>
        ${found.length > 0 ? list(found) : html`<p>${words.text('review-kind-other')}</p>`}
      </div>
      ${
        fresh.length === 0
          ? nothing
          : html`<div>
              <h3>${words.text('review-now')}</h3>
              ${list(fresh)}
            </div>`
      }
    </div>`;
  }

  private renderNotes(): unknown {
    const { words } = this;
    const { adjusts, question, isRead } = this.case;
    const note = (text: unknown) => html`<div class="note"><mb-icon name="info"></mb-icon><div>${text}</div></div>`;
    return html`${isRead ? nothing : note(renderUnread(words, this.case))}
    ${adjusts === 'no' ? nothing : note(words.text(`review-adjusts-${adjusts}`))}
    ${
      question
        ? note(
            html`<strong>${words.text('review-question', { at: words.moment(toEpochMs(question.askedAt), this.office.now()) })}</strong>
              <p>„${question.text}”</p>
              <p>${words.text(question.state === 'open' ? 'review-question-open' : 'review-asked')}</p>`,
          )
        : nothing
    }`;
  }

  private renderValues(): TemplateResult {
    const { words } = this;
    const { reading, meter, history } = this.case;
    const past = pastOf(history);
    const { previous, next } = neighbours(past, reading.period);
    const [own] = pastOf([reading]);
    const number = (value: number | null | undefined, { decimals }: Register, classes = '') =>
      html`<td class="number ${classes}">${value == null ? '–' : words.quantity(value, decimals)}</td>`;
    const head = (text: string) => html`<th scope="col" class="number">${text}</th>`;
    const use = (register: Register): number | null => {
      const from = previous?.values[register.code] ?? register.initial;
      return own && own.values[register.code] !== undefined ? useUpTo(own, from, register) : null;
    };
    // Which service it is says the heading already.
    const alone = meter.registers.length === 1;
    return html`<div class="frame" tabindex="0" role="group" aria-label=${words.text('review-values')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${alone ? html`<span class="visually-hidden">${words.unit(meter.unit)}</span>` : words.unit(meter.unit)}</th>
            ${head(previous ? words.text('review-previous-at', { period: words.period(previous.period) }) : words.text('review-installed'))}
            ${head(words.text('review-new'))} ${head(words.text('review-difference'))} ${head(words.text('review-usual'))}
            ${next ? head(words.text('review-next', { period: words.period(next.period) })) : nothing}
          </tr>
        </thead>
        <tbody>
          ${meter.registers.map(
            (register) => html`<tr>
              <th scope="row">${alone ? words.unit(meter.unit) : registerName(words, register.code)}</th>
              ${number(previous?.values[register.code] ?? register.initial, register)}
              ${number(reading.values[register.code], register, 'fresh')} ${number(use(register), register)}
              ${number(perMonth(usualUse(past, register, reading.period)), register)}
              ${next ? number(next.values[register.code], register) : nothing}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  /** C4: the rivals side by side, with what else there was for the month. */
  private renderBeside(): unknown {
    const { words } = this;
    const { reading, meter, beside } = this.case;
    if (beside.length === 0) return nothing;
    const all = [reading, ...beside];
    return html`<section class="card">
      <h3>${words.text('review-beside')}</h3>
      <div class="frame" tabindex="0" role="group" aria-label=${words.text('review-beside')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.text('review-state')}</th>
              ${meter.registers.map(({ code }) => html`<th scope="col" class="number">${code === 'B' ? words.unit(meter.unit) : registerName(words, code)}</th>`)}
              <th scope="col">${words.text('review-captured')}</th>
              <th scope="col">${words.text('review-received')}</th>
            </tr>
          </thead>
          <tbody>
            ${all.map(
              (one) => html`<tr class=${one === reading ? 'this' : ''}>
                <th scope="row">${one === reading ? words.text('review-this') : stateText(words, one)}</th>
                ${meter.registers.map(({ code, decimals }) => html`<td class="number">${words.quantity(one.values[code] ?? 0, decimals)}</td>`)}
                <td>${capturedText(one, this.office)}</td>
                <td>${this.moment(one.receivedAt)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private renderPhotos(): unknown {
    return this.case.photos.map(
      (id) => html`<img src="/office/photos/${id}" alt=${this.words.text('review-photo')} loading="lazy" />`,
    );
  }

  private moment(at: string): string {
    return this.words.moment(toEpochMs(at), this.office.now());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'review-case': ReviewCaseElement;
  }
}
