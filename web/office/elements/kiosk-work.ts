import { Task } from '@lit/task';
import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { KioskWork as Work } from '../../../shared/kiosk-office.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';

/** How much of what was left at kiosks waits for somebody, and the way to it. */
@customElement('kiosk-work')
export class KioskWork extends OfficeScreen {
  static override styles = [
    ...office,
    css`
      .waits {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.75rem 1.25rem;
      }
      .some {
        border-inline-start: 4px solid var(--warn-line);
      }
    `,
  ];

  private readonly work = new Task(this, {
    task: () => this.office.api.kiosks.work.query(),
    args: () => [] as const,
  });

  override render(): unknown {
    return this.work.render({
      pending: this.renderPending,
      error: this.renderFailure,
      complete: (work) => this.renderWork(work),
    });
  }

  private renderWork({ office: left, held, most }: Work): TemplateResult {
    const { words } = this;
    const none = left === 0 && held === 0;
    const line = (key: 'kiosks-work-office' | 'kiosks-work-held', count: number, path: string) =>
      count === 0
        ? ''
        : html`<p><a href="/office/kiosks/${path}">${words.text(key, { count, more: count >= most ? 'yes' : 'no' })}</a></p>`;
    return html`<section class="card waits ${none ? '' : 'some'}" aria-labelledby="left">
      <div>
        <h2 id="left">${words.text('kiosks-slips-title')}</h2>
        ${none ? html`<p class="soft">${words.text('kiosks-work-none')}</p>` : ''}
        ${line('kiosks-work-office', left, 'slips')} ${line('kiosks-work-held', held, 'held')}
      </div>
      <a class="button ${none ? '' : 'primary'}" href="/office/kiosks/${left === 0 && held > 0 ? 'held' : 'slips'}">${words.text('kiosks-work-look')}</a>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-work': KioskWork;
  }
}
