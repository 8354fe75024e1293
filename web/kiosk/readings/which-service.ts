import { css, html, nothing, type TemplateResult } from 'lit';
import { type Service, services } from '../../../shared/meter.ts';
import type { Words } from '../../words/words.ts';

/** Which meter it is, of one that has no number: cold water or hot, gas, … */
export const renderServices = (
  words: Words,
  { service, wrong, choose }: { service: Service | null; wrong: string | null; choose: (service: Service) => void },
): TemplateResult =>
  html`<div class="field" role="group" aria-labelledby="service-label" aria-describedby="service-problem">
    <p class="label" id="service-label">${words.text('kiosk-readings-service')}</p>
    <p class="error" id="service-problem" role="alert">${wrong ?? nothing}</p>
    <div class="services">
      ${services.map(
        (one) =>
          html`<button type="button" aria-pressed=${one === service} @click=${() => choose(one)}>${words.service(one)}</button>`,
      )}
    </div>
  </div>`;

export const servicesStyles = css`
  .label {
    font-weight: 600;
  }
  .services {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5rem), 1fr));
    gap: 0.5rem;
  }
  .services button {
    padding-inline: 0.25rem;
    overflow-wrap: normal;
  }
  .services button[aria-pressed="true"] {
    border-color: var(--accent-text);
    box-shadow: inset 0 0 0 2px var(--accent-text);
    font-weight: 700;
  }
`;
