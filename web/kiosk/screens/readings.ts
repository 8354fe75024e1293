import { html, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { KioskScreen } from '../kiosk-screen.ts';
import '../readings/known-readings.ts';
import '../readings/typed-readings.ts';

/** Typing the readings: of the meters that the server has told of, or without a network of those that somebody names. */
@customElement('kiosk-readings')
export class KioskReadings extends KioskScreen {
  @query('known-readings, typed-readings') private readings!: KioskScreen | null;

  override async focusHeading(): Promise<void> {
    await this.updateComplete;
    await this.readings?.focusHeading();
  }

  override render(): TemplateResult {
    return this.session.found
      ? html`<known-readings .session=${this.session}></known-readings>`
      : html`<typed-readings .session=${this.session}></typed-readings>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-readings': KioskReadings;
  }
}
